/**
 * The accounts of one encounter, put side by side: from files, or from texts held with all that the archive knows of
 * them (later wordings, other languages, earlier accounts of the same pair, who holds which office). What a person
 * decides about pairs of sentences is kept where both texts are held, and stands from then on.
 */
import type { Archive, NewPairing, PassagePairing, PassagePlace } from '#archive/index.js';
import {
  type AccountText,
  type Encounter,
  MOST_SIDES,
  type PairingDecision,
  type SideTexts,
  type Unit,
  compareAccounts as compare,
  inCommonLanguage,
  inOrder,
  isRewording,
  isTranslation,
  sideName,
  sidesOf,
  speaksOf,
  unitsIn,
} from '#accounts/index.js';
import { OnrecordError, parseReference } from '#base/index.js';
import type { Coverage, Document, DocumentFacts, Version } from '#record/index.js';
import { type Side, mainText } from './compare-texts.js';
import type { Effects, Extractor } from './effects.js';
import { findVersion } from './find-document.js';

export interface AccountsRequest {
  /** The accounts, in the order in which their sides are shown; translations and later wordings among them. */
  readonly texts: readonly Side[];
  /** Names of the sides in order, where somebody gives them. */
  readonly names?: readonly string[];
  /** Sentences that treat one matter: "a3=b5". */
  readonly pair?: readonly string[];
  /** Sentences that do not: "a2=b3"; or "a2", which has no partner at all. */
  readonly unpair?: readonly string[];
  /** Who decides that. */
  readonly by: string;
}

export interface ComparedAccounts {
  readonly encounter: Encounter;
  /** What the archive holds; null where none was asked. */
  readonly coverage: Coverage | null;
  /** Whether the decisions given now are kept in the archive; null: none were given. */
  readonly kept: boolean | null;
}

/** Earlier accounts of a pair that are read, at most: the last years of any pair that meets often. */
const EARLIER = 24;
/** Documents that are looked at for them. */
const LOOKED_AT = 400;

type AccountsEffects = Partial<Effects> & { readonly extract: Extractor };

/**
 * Compares accounts. Throws OnrecordError `bad-use` for texts that are all of one side, for too many sides and for
 * sentences that are not there, `not-found` for a text that is not held, `input-unreadable` for a file without text.
 */
export async function compareAccounts(request: AccountsRequest, effects: AccountsEffects): Promise<ComparedAccounts> {
  const { archive } = effects;
  const texts: AccountText[] = [];
  for (const side of request.texts) texts.push(await readAccount(side, effects));
  const grouped = sidesOf(texts).map((side, s) => ({ ...side, name: request.names?.[s] ?? null }));
  mindSides(grouped, request);
  // Who names a Version means it; who names a text means its newest wording.
  const meant = new Set(
    request.texts.flatMap((side) =>
      'held' in side && parseReference(side.held)?.thing === 'version' ? [side.held.toLowerCase()] : [],
    ),
  );
  const sides = archive ? await completed(grouped, meant, archive, effects.extract) : grouped;
  const given = decisionsOf(request, sides);
  let kept: boolean | null = null;
  let decisions: PairingDecision[] = [];
  if (archive) {
    const toKeep = given.filter(isHeld);
    if (toKeep.length > 0) await archive.keepPairings(toKeep.map(newPairing), request.by);
    if (given.length > 0) kept = toKeep.length === given.length;
    decisions = await heldDecisions(sides, archive);
  } else if (given.length > 0) kept = false;
  const passing =
    kept === true
      ? []
      : given.filter((decision) => !archive || !isHeld(decision)).map((decision) => asDecision(decision, request.by));
  const people = archive ? await archive.people() : [];
  return {
    encounter: compare({ sides, people, decisions: [...decisions, ...passing] }),
    coverage: archive ? await archive.coverage() : null,
    kept,
  };
}

function mindSides(sides: readonly SideTexts[], { texts, names = [] }: AccountsRequest): void {
  if (sides.length < 2)
    throw new OnrecordError(
      'bad-use',
      texts.length < 2
        ? 'One account is not enough: two sides are compared.'
        : 'These texts are all of one side: one corrects or translates the other.',
      'Name an account of each side.',
    );
  if (sides.length > MOST_SIDES)
    throw new OnrecordError(
      'bad-use',
      `${sides.length} sides are too many.`,
      `At most ${MOST_SIDES} are put side by side.`,
    );
  if (names.length > sides.length)
    throw new OnrecordError(
      'bad-use',
      `${names.length} sides are named, but there are ${sides.length}.`,
      'Give --side once for each side, in their order.',
    );
}

async function readAccount(side: Side, { archive, extract }: AccountsEffects): Promise<AccountText> {
  if ('held' in side) {
    if (!archive) throw new RangeError('A held account is compared only where there is an archive.');
    const { document, version } = await findVersion(side.held, archive);
    return heldText(document, version, archive, extract);
  }
  const { value, problems } = await extract(side);
  const [first] = value;
  if (!first)
    throw new OnrecordError('input-unreadable', `${side.name}: ${problems[0]?.message ?? 'no text was found in it.'}`);
  return { name: side.name, version: null, facts: first.facts, captured: null, ...mainText(first.rendering) };
}

/** A Version as an account. The facts of a Document are those of its newest Version; an older one states its own. */
async function heldText(
  document: Document,
  version: Version,
  archive: Archive,
  extract: Extractor,
): Promise<AccountText> {
  const rendering = await archive.text(version.reference);
  const facts =
    document.versions.length > 1 ? await factsThen(document, version, rendering.text, archive, extract) : document;
  return {
    name: version.reference,
    version: version.reference,
    facts,
    captured: version.captured,
    ...mainText(rendering),
  };
}

async function factsThen(
  document: Document,
  version: Version,
  text: string,
  archive: Archive,
  extract: Extractor,
): Promise<DocumentFacts> {
  const { origin, mediaType } = await archive.captureOf(version.capture);
  const { value } = await extract({ bytes: await archive.bytes(version.capture), name: origin, mediaType });
  const then = value.find(({ rendering }) => rendering.text === text)?.facts;
  // What a person corrected stands for all wordings; only when it was published is each one's own.
  return then?.published && document.published?.basis !== 'corrected'
    ? { ...document, published: then.published }
    : document;
}

/** Sides with what the archive holds beside the texts given: wordings, translations, earlier accounts. */
async function completed(
  sides: readonly SideTexts[],
  meant: ReadonlySet<string>,
  archive: Archive,
  extract: Extractor,
): Promise<SideTexts[]> {
  const named = new Set(
    sides.flatMap(({ account, wordings, translations }) => [account, ...wordings, ...translations]).map(documentOf),
  );
  const enlarged: SideTexts[] = [];
  for (const side of sides) enlarged.push(await withWordings(side, meant, archive, extract, named));
  const common = inCommonLanguage(enlarged);
  const out: SideTexts[] = [];
  for (const side of common) out.push({ ...side, earlier: await earlierOf(side, common, archive) });
  return out;
}

function documentOf({ version }: AccountText): string | null {
  return version?.replace(/v\d+$/, '') ?? null;
}

async function withWordings(
  side: SideTexts,
  meant: ReadonlySet<string>,
  archive: Archive,
  extract: Extractor,
  named: ReadonlySet<string | null>,
): Promise<SideTexts> {
  const { account } = side;
  const day = dayOf(account);
  const wordings = [...side.wordings];
  const translations = [...side.translations];
  const add = async (document: Document, list: AccountText[]): Promise<void> => {
    for (const version of document.versions)
      if (!list.some((known) => known.version === version.reference))
        list.push(await heldText(document, version, archive, extract));
  };
  if (account.version !== null) await add((await findVersion(account.version, archive)).document, wordings);
  if (day !== null)
    for (const document of await archive.list({ from: day, to: laterDay(day) })) {
      if (named.has(document.reference) || document.reference === documentOf(account)) continue;
      const newest = document.versions.at(-1);
      if (!newest) continue;
      const like: AccountText = {
        name: newest.reference,
        version: newest.reference,
        facts: document,
        text: '',
        blocks: [],
        captured: newest.captured,
      };
      if (isRewording(account, like)) await add(document, wordings);
      else if (isTranslation(account, like) && document.kind.value !== 'unofficial translation')
        translations.push(await heldText(document, newest, archive, extract));
    }
  const ordered = inOrder(wordings);
  return {
    ...side,
    account: meant.has(account.version ?? '') ? account : ordered.at(-1)!,
    wordings: ordered,
    translations,
  };
}

/** A translation or a correction comes within days. */
const WITHIN_DAYS = 14;

function laterDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + WITHIN_DAYS * 86_400_000).toISOString().slice(0, 10);
}

function dayOf({ facts }: AccountText): string | null {
  return dayOfFacts(facts);
}

function dayOfFacts({ said, published }: DocumentFacts): string | null {
  const at = (said ?? published)?.at;
  return at === undefined || at.length < 10 ? null : at.slice(0, 10);
}

/** Accounts of the same kind that the same body gave before of encounters with the same counterparts, newest first. */
async function earlierOf(side: SideTexts, sides: readonly SideTexts[], archive: Archive): Promise<AccountText[]> {
  const { account } = side;
  const day = dayOf(account);
  if (day === null) return [];
  const own = new Set([account, ...side.wordings, ...side.translations].map(documentOf));
  const others = sides.filter((other) => other !== side);
  const mine = (facts: DocumentFacts): boolean =>
    (facts.body !== null && facts.body === account.facts.body) ||
    (facts.source !== null && facts.source === account.facts.source) ||
    (facts.other['side'] !== undefined && facts.other['side'] === account.facts.other['side']);
  const documents = (await archive.list({ kind: account.facts.kind.value, to: day })).filter(
    (document) =>
      mine(document) &&
      !own.has(document.reference) &&
      (dayOfFacts(document) ?? day) < day &&
      document.language?.value === account.facts.language?.value,
  );
  const out: AccountText[] = [];
  for (const document of documents.slice(-LOOKED_AT).reverse()) {
    const version = document.versions.at(-1);
    if (!version) continue;
    const main = mainText(await archive.text(version.reference));
    const text: AccountText = {
      name: version.reference,
      version: version.reference,
      facts: document,
      captured: version.captured,
      ...main,
    };
    if (others.every((other) => speaksOf(text, sideName(other).name, other.account.facts.body))) out.push(text);
    if (out.length === EARLIER) break;
  }
  return out;
}

/** A decision given now, on sentences as they are numbered. */
interface GivenDecision {
  readonly state: 'paired' | 'apart';
  readonly a: { readonly account: AccountText; readonly unit: Unit };
  readonly b: { readonly account: AccountText; readonly unit: Unit } | null;
}

function decisionsOf({ pair = [], unpair = [] }: AccountsRequest, sides: readonly SideTexts[]): GivenDecision[] {
  const units = sides.map(({ account }) => unitsIn(account));
  const at = (written: string, whole: string): GivenDecision['a'] => {
    const [, letter = '', number = ''] = /^([a-z])([1-9]\d*)$/i.exec(written.trim()) ?? [];
    const s = letter === '' ? -1 : 'abcdef'.indexOf(letter.toLowerCase());
    const side = sides[s];
    const unit = units[s]?.[Number(number) - 1];
    if (side && unit) return { account: side.account, unit };
    throw new OnrecordError(
      'bad-use',
      `There is no sentence ${written.trim() || 'of that name'}${whole === written ? '' : ` (in ${whole})`}.`,
      `Sentences are numbered by side: ${units
        .map((list, k) => (list.length === 0 ? '' : `${'abcdef'[k]}1 to ${'abcdef'[k]}${list.length}`))
        .filter(Boolean)
        .join(', ')}.`,
    );
  };
  const two = (written: string): readonly [GivenDecision['a'], GivenDecision['a'] | null] => {
    const [a = '', b, ...more] = written.split('=');
    if (more.length > 0)
      throw new OnrecordError('bad-use', `“${written}” names more than two sentences.`, 'Write a3=b5.');
    const x = at(a, written);
    const y = b === undefined ? null : at(b, written);
    if (y !== null && y.account === x.account)
      throw new OnrecordError('bad-use', `${written} names two sentences of one side.`, 'Write a3=b5.');
    return [x, y];
  };
  return [
    ...unpair.map((written): GivenDecision => {
      const [a, b] = two(written);
      return { state: 'apart', a, b };
    }),
    ...pair.map((written): GivenDecision => {
      const [a, b] = two(written);
      if (b === null)
        throw new OnrecordError('bad-use', `“${written}” names one sentence only.`, 'Write --pair a3=b5.');
      return { state: 'paired', a, b };
    }),
  ];
}

function isHeld({ a, b }: GivenDecision): boolean {
  return a.account.version !== null && (b === null || b.account.version !== null);
}

function newPairing({ state, a, b }: GivenDecision): NewPairing {
  const place = ({ account, unit }: GivenDecision['a']): PassagePlace => ({
    version: account.version!,
    start: unit.start,
    end: unit.end,
    text: unit.text,
  });
  return { state, a: place(a), b: b === null ? null : place(b) };
}

function asDecision({ state, a, b }: GivenDecision, by: string): PairingDecision {
  const place = ({ account, unit }: GivenDecision['a']): PairingDecision['a'] => ({
    account: account.name,
    span: { start: unit.start, end: unit.end },
  });
  return { state, a: place(a), b: b === null ? null : place(b), decided: { by, at: null } };
}

/**
 * Decisions kept on the accounts compared, oldest first. A decision binds to the Version it was made on: in another
 * wording it stands where the very same sentence does, once, and else not at all.
 */
async function heldDecisions(sides: readonly SideTexts[], archive: Archive): Promise<PairingDecision[]> {
  const accounts = sides.map(({ account }) => account);
  const documents = accounts.flatMap((account) => documentOf(account) ?? []);
  if (documents.length === 0) return [];
  const carried = (place: PassagePlace): PairingDecision['a'] | null => {
    const account = accounts.find((one) => documentOf(one) === place.version.replace(/v\d+$/, ''));
    if (!account) return null;
    if (account.version === place.version) return { account: account.name, span: place };
    const first = account.text.indexOf(place.text);
    if (first < 0 || account.text.indexOf(place.text, first + 1) >= 0) return null;
    return { account: account.name, span: { start: first, end: first + place.text.length } };
  };
  return (await archive.pairings(documents)).flatMap(({ state, a, b, by, at }: PassagePairing): PairingDecision[] => {
    const x = carried(a);
    const y = b === null ? null : carried(b);
    return x === null || (b !== null && y === null) ? [] : [{ state, a: x, b: y, decided: { by, at } }];
  });
}
