/**
 * One look at a text on its own page: whether it stands, whether its words changed, whether it moved, or where it went.
 * A page that refuses, says that it is another, or suddenly has a fraction of the words is no Version: what came is kept
 * as evidence, and the text is looked at again.
 */
import type { HoldReceipt, Look, LookFound } from '#archive/index.js';
import {
  afterLook,
  afterSighting,
  isRemoved,
  isTorn,
  newStanding,
  nextLookAt,
  removedBetween,
  type Sighting,
} from '#capture/index.js';
import { digestOf } from '#custody/index.js';
import type { Document, PollOutcome, Recipe, Source, SourceItem, Standing } from '#record/index.js';
import { type Asked, askAddress, asksWhole } from './ask-address.js';
import type { FollowEffects } from './follow-effects.js';
import { factsOf, momentOf } from './hold-item.js';
import type { Looked } from './look-at-place.js';

/** A page with less than this share of the words that were held is believed when it comes again, not before. */
const PLAUSIBLE = 0.3;
/** Texts of fewer words change by any share. */
const SHORT = 60;

/** So long a text must lead to the front page to be missed by that alone, in milliseconds. */
const LED_HOME_FOR = 14 * 86_400_000;

/** What a look made of an answer. */
interface Read {
  readonly sighting: Sighting;
  readonly detail: string;
  readonly receipt: HoldReceipt | null;
  readonly title: string | null;
  readonly problem: string | null;
}

/** Looks at the text that `look` names; of a place that is one page, at that page. Throws `stopped` and what the archive throws. */
export async function lookAtText(look: Look, source: Source, effects: FollowEffects): Promise<Looked> {
  const single = look.kind === 'place';
  const known = single
    ? (await effects.archive.following.items(source.reference))[0]
    : (await effects.archive.following.items(source.reference, [look.item ?? '']))[0];
  const before = known?.standing ?? newStanding(effects.now(), false);
  const document = known?.document ? await effects.archive.document(known.document) : null;
  const validators = asksWhole(look) || !isVouched(before, document) ? null : before.validators;
  const asked = await askAddress({ address: look.address, validators, source }, effects);
  const at = effects.now();
  const { sighting, detail, receipt, title, problem } = await read(
    asked,
    look,
    known ?? null,
    document,
    source,
    effects,
  );
  const isLedHome = asked.answer === 'bytes' && ledHome(asked.given.address, look.address, source);
  const witness =
    sighting.found === 'missing' ? await witnessed(before, source, look.address, isLedHome, at, effects) : at;
  const standing = afterSighting(before, sighting, at, witness);
  const outcome = outcomeOf(standing, sighting);
  const key = known?.key ?? look.item ?? look.address;
  const item = {
    key,
    address: known?.address ?? look.address,
    title: title ?? known?.title ?? null,
    document: receipt?.document ?? known?.document ?? null,
    updated: known?.updated ?? null,
    standing,
  };
  const happenings = befalls(item, before, standing, sighting, at, detail);
  const poll = {
    item: single ? null : key,
    address: look.address,
    at,
    outcome,
    status: asked.status,
    capture: asked.capture,
    detail,
  };
  const fresh = receipt?.outcome === 'added' ? 1 : 0;
  const changed = receipt?.outcome === 'new version' ? 1 : 0;
  if (!single) {
    const state = stateAfter(source, sighting, problem, at);
    if (state?.fitting === 'layout changed' && source.state.fitting !== 'layout changed')
      happenings.push({
        kind: 'layout changed',
        item: null,
        title: null,
        address: source.address,
        at,
        between: { after: source.state.lastText, before: at },
        detail: problem ?? detail,
      });
    const again = nextLookAt(standing, known?.firstSeen ?? at, at);
    return { found: { poll, state, items: [item], happenings, again, looks: [] }, fresh, changed };
  }
  const isRead = sighting.found === 'present';
  const state = afterLook(
    source.state,
    {
      outcome,
      reading: isRead ? { fitting: 'read', covers: null, rest: null } : null,
      fresh: changed + fresh > 0 ? [null] : [],
      validators: null,
      problem: isRead ? null : detail,
      retryAfter: asked.answer === 'nothing' || asked.answer === 'bytes' ? asked.retryAfter : null,
      missed: [],
    },
    at,
    effects.chance(),
    source.recipe.rhythm,
  );
  const again =
    standing.misses > 0 || standing.doubtful !== null ? Math.min(state.due, nextLookAt(standing, at, at)) : state.due;
  return {
    found: { poll, state: { ...state, due: again }, items: [item], happenings, again, looks: [] },
    fresh,
    changed,
  };
}

/**
 * Whether the words that are held are those that the last look saw: not where they were missed since, and not where
 * something else held newer ones, as a look that was never written. Only then “not modified” speaks of them.
 */
function isVouched({ misses, lastSeen }: Standing, document: Document | null): boolean {
  const held = momentOf(document?.versions.at(-1)?.captured ?? null);
  return misses === 0 && (held === null || (lastSeen !== null && held <= lastSeen));
}

async function read(
  asked: Asked,
  look: Look,
  known: SourceItem | null,
  document: Document | null,
  source: Source,
  effects: FollowEffects,
): Promise<Read> {
  const none = { receipt: null, title: null, problem: null };
  if (asked.answer === 'same') {
    return {
      ...none,
      sighting: { found: 'present', changed: false, moved: known?.standing.outcome === 'moved', validators: null },
      detail: 'Not modified.',
    };
  }
  if (asked.answer === 'missing')
    return { ...none, sighting: { found: 'missing', how: asked.how }, detail: asked.detail };
  if (asked.answer === 'nothing')
    return { ...none, sighting: { found: 'nothing', outcome: asked.outcome }, detail: asked.detail };
  const { capture, given } = asked;
  const refuse = (reason: string): Promise<void> =>
    effects.archive.refuse([{ capture, extractor: 'onrecord/0', reason }]);
  const reading = await effects.readPlace(given, asPage(source.recipe));
  const said = reading.problems[0]?.message ?? null;
  // Asked before whether it is a page of a text: a front page is none.
  if (reading.fitting !== 'blocked' && ledHome(given.address, look.address, source)) {
    await refuse('It leads to the front page or the list.');
    return {
      ...none,
      sighting: { found: 'missing', how: 'not found' },
      detail: 'It leads to the front page or to the list.',
    };
  }
  if (reading.fitting !== 'read') {
    await refuse(said ?? reading.fitting);
    if (reading.fitting === 'no such place')
      return { ...none, sighting: { found: 'missing', how: 'not found' }, detail: said ?? '' };
    const outcome = reading.fitting === 'blocked' ? 'blocked' : 'failing';
    const problem = reading.fitting === 'layout changed' ? said : null;
    return { ...none, sighting: { found: 'nothing', outcome }, detail: said ?? reading.fitting, problem };
  }
  return cutAndHold(asked, look, known, document, source, effects);
}

async function cutAndHold(
  { capture, given, validators }: Extract<Asked, { answer: 'bytes' }>,
  look: Look,
  known: SourceItem | null,
  document: Document | null,
  source: Source,
  { archive, extract }: FollowEffects,
): Promise<Read> {
  const { recipe } = source;
  const moved = !samePage(given.address, look.address);
  const { value, problems } = await extract({
    bytes: given.bytes,
    name: look.address,
    mediaType: given.mediaType,
    address: given.address,
    shape: recipe.page ?? null,
  });
  const [text] = value;
  const none = { receipt: null, title: null, problem: null };
  if (!text) {
    const reason = problems[0]?.message ?? 'No text was found in it.';
    await archive.refuse([{ capture, extractor: 'onrecord/0', reason }]);
    return { ...none, sighting: { found: 'nothing', outcome: 'failing' }, detail: reason };
  }
  const held = document?.versions.at(-1)?.words ?? 0;
  const misfit = text.problems.find(({ code }) => code === 'layout-changed')?.message ?? null;
  // Words that were cut from another layout are not to be compared with those that were cut from the old.
  if (misfit !== null && held > 0)
    return { ...none, sighting: { found: 'nothing', outcome: 'failing' }, detail: misfit, problem: misfit };
  const main = mainWords(text.rendering);
  const words = countWords(main);
  const doubt =
    held >= SHORT && words < held * PLAUSIBLE
      ? `It has ${words} words, where ${held} are held`
      : isTorn(given)
        ? 'It breaks off before its end'
        : null;
  const digest = digestOf(new TextEncoder().encode(main));
  if (doubt !== null && known?.standing.doubtful !== digest)
    return {
      ...none,
      sighting: { found: 'doubtful', digest },
      detail: `${doubt}: it is believed when it comes again.`,
    };
  const listed = {
    key: known?.key ?? look.item ?? look.address,
    title: recipe.page?.title === undefined && known?.title ? known.title : null,
    published: null,
    address: known?.address ?? look.address,
    speaker: null,
    language: null,
  };
  const [receipt] = await archive.hold([
    { capture, facts: factsOf(text.facts, listed, source), rendering: text.rendering },
  ]);
  const changed = receipt!.outcome === 'new version';
  const parts = [changed ? 'New words' : receipt!.outcome === 'added' ? 'Held' : 'The same words'];
  if (moved) parts.push(`now at ${given.address}`);
  return {
    sighting: { found: 'present', changed, moved, validators },
    detail: `${parts.join(', ')}.`,
    receipt: receipt!,
    title: text.facts.title,
    problem: misfit,
  };
}

/** The recipe by which a single text of a place is read. */
function asPage({ name, page, item, language }: Recipe): Recipe {
  return {
    name,
    kind: 'single page',
    addresses: [],
    ...(page && { page }),
    ...(item !== undefined && { item }),
    ...(language !== undefined && { language }),
  };
}

/**
 * When something else of the place was last seen well. Texts tell of texts; where none was seen since the first miss,
 * the front page of the host is asked, so that a whole site that answers "not found" removes nothing. Of a site that leads
 * everything to its front page that page says nothing, unless it does so for weeks.
 */
async function witnessed(
  before: Standing,
  source: Source,
  address: string,
  isLedHome: boolean,
  at: number,
  effects: FollowEffects,
): Promise<number | null> {
  const since = before.firstMiss ?? at;
  const { lastText } = source.state;
  if (lastText !== null && lastText >= since && lastText <= at) return lastText;
  if (before.misses < 2 || (isLedHome && before.doubted < LED_HOME_FOR)) return null;
  const front = new URL('/', address).href;
  if (samePage(front, address)) return null;
  const asked = await askAddress({ address: front, validators: null, source }, effects);
  if (asked.answer !== 'bytes') return null;
  const reading = await effects.readPlace(asked.given, { name: '', kind: 'single page', addresses: [] });
  return reading.fitting === 'read' ? at : null;
}

function samePage(a: string, b: string): boolean {
  const plain = (address: string): string => {
    const url = new URL(address);
    return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`;
  };
  return plain(a) === plain(b);
}

/** Where a text is no more, many sites lead to their front page or its list. */
function ledHome(to: string, from: string, source: Source): boolean {
  return !samePage(to, from) && (new URL(to).pathname.replace(/\/$/, '') === '' || samePage(to, source.address));
}

function outcomeOf(standing: Standing, sighting: Sighting): PollOutcome {
  if (sighting.found === 'nothing') return sighting.outcome;
  if (sighting.found === 'doubtful') return 'failing';
  return standing.outcome;
}

/** Texts in a row that no longer fit the recipe before the place is said to have changed: one may be of another kind. */
const MISFITS = 3;

function stateAfter(
  source: Source,
  sighting: Sighting,
  problem: string | null,
  at: number,
): Partial<Source['state']> | null {
  const { state } = source;
  if (sighting.found === 'present' && problem === null) {
    const healed = state.misfits >= MISFITS && state.fitting === 'layout changed';
    return { misfits: 0, lastText: at, ...(healed ? { fitting: 'read', problem: null, since: at } : {}) };
  }
  if (problem === null) return null;
  const misfits = state.misfits + 1;
  if (misfits < MISFITS) return { misfits };
  const since = state.fitting === 'layout changed' ? state.since : at;
  return { misfits, fitting: 'layout changed', problem, since };
}

function befalls(
  { key, title, address }: { readonly key: string; readonly title: string | null; readonly address: string },
  before: Standing,
  after: Standing,
  sighting: Sighting,
  at: number,
  detail: string,
): LookFound['happenings'][number][] {
  const happens = { item: key, title, address, at, detail };
  if (isRemoved(after) && !isRemoved(before))
    return [
      {
        ...happens,
        kind: after.outcome === 'gone' ? 'gone' : 'absent',
        between: removedBetween(before, after, at),
      },
    ];
  if (isRemoved(before) && sighting.found === 'present')
    return [{ ...happens, kind: 'back', between: { after: before.lastLook, before: at } }];
  if (after.outcome === 'moved' && before.outcome !== 'moved')
    return [{ ...happens, kind: 'moved', between: { after: before.lastSeen, before: at } }];
  return [];
}

function mainWords({
  text,
  blocks,
}: {
  readonly text: string;
  readonly blocks: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
}): string {
  return blocks
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
