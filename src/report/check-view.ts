/**
 * The findings on a draft as one view: all that is to be seen, in the order and the words in which it is to be
 * seen, and nothing of how it is drawn. Terminal, page and desk are drawn from the same view, so they never say
 * different things. It holds plain values only and works in a browser.
 */
import { dayOf, type Reference, type Span, type When } from '#base/index.js';
import {
  type AttentionFlag,
  type Check,
  type DraftCheck,
  type Quotation,
  type QuotationKind,
  type Reading,
  type Status,
  STATUSES,
} from '#record/index.js';
import {
  count,
  coverageLine,
  enumerate,
  KIND_SIGNS,
  sayAttribution,
  sayContext,
  sayCoverage,
  sayRecords,
  saySeen,
  saySpeaker,
  STATUS_MEANINGS,
  STATUS_SIGNS,
  type Tone,
  WORDS,
} from './catalogue.js';
import { alone, flagsOf, type Pair, pairUp, unplaced } from './comparison.js';
import { layDraft, type ParagraphView } from './draft-view.js';
import { sayDay, sayWhen } from './say-when.js';

export interface ViewOptions {
  /** Characters of context shown on each side of held words; 160 unless told. */
  readonly context?: number;
  /** When the check was made, as it is to be printed; the sheet says nothing of it if absent. */
  readonly checkedAt?: string;
}

/** A number in the strip at the top: "2 altered in words". */
export interface StripItem {
  readonly mark: string;
  readonly tone: Tone;
  readonly count: number;
  readonly words: string;
}

/** Where held words stand, in words. */
export interface PlaceView {
  readonly title: string;
  /** Kind of document and date: "verbatim transcript · 12 March 2026, 11:42 UTC+01:00". */
  readonly about: string;
  readonly reference: Reference;
  readonly address: string | null;
}

/** Held words beside which the draft's are set, and where they come from. */
export interface SourceView {
  /** "source", "source 2", "record 2", "original", "nearest". */
  readonly label: string;
  readonly role: Reading['role'];
  /** Draft words (`a`) against held words (`b`); of a nearest passage and an original all `a` are empty. */
  readonly pairs: readonly Pair[];
  /** The held words just before and after, cut at a word. */
  readonly before: string;
  readonly after: string;
  readonly speaker: string;
  readonly place: PlaceView;
  /** Of a nearest passage: how many hundredths of the quotation's words stand there. */
  readonly shares: number | null;
}

/** A part of a quotation with the place where its words are held; most quotations have one part. */
export interface PartView {
  /** Words of the draft before this part that stand at no place, such as the "and" of a join. */
  readonly join: readonly Pair[];
  readonly source: SourceView;
}

export interface FindingView {
  readonly n: number;
  readonly status: Status;
  readonly kind: QuotationKind;
  readonly mark: string;
  readonly tone: Tone;
  /** Status in words: "altered in words". */
  readonly title: string;
  readonly meaning: string;
  readonly look: boolean;
  /** Nothing to look at and nothing to say: one line is enough. */
  readonly brief: boolean;
  /** The quoted words, white space collapsed. */
  readonly quotation: string;
  /** The draft's words over the whole quotation, differing ones marked. */
  readonly draftPairs: readonly Pair[];
  readonly attention: readonly AttentionFlag[];
  /** Sentences that an editor must not miss: question instead of answer, another speaker, records that disagree. */
  readonly banners: readonly string[];
  /** Whom the draft names. */
  readonly draftSpeaker: string;
  /** Paragraph of the draft, from 1. */
  readonly paragraph: number;
  readonly parts: readonly PartView[];
  /** Words of the draft behind the last part that stand at no place. */
  readonly rest: readonly Pair[];
  readonly others: readonly SourceView[];
  readonly nearest: readonly SourceView[];
  /** "Held in 412 places of 31 texts, first on 3 May 2019."; null where it is the one shown. */
  readonly seen: string | null;
  readonly also: readonly PlaceView[];
  /** How many further places `also` leaves out. */
  readonly alsoMore: number;
  /** Only of quotations not held: what was searched, and what that means. */
  readonly searched: string | null;
  /** Numbers of quotations that have the same words differently. */
  readonly differsFrom: readonly number[];
  readonly notes: readonly string[];
  readonly rule: string;
}

export interface CheckView {
  readonly name: string;
  readonly title: string;
  readonly language: string | null;
  readonly checkedAt: string | null;
  readonly quotations: number;
  readonly toLookAt: number;
  /** "4 to look at", "Nothing to look at", "No quotation found". */
  readonly verdict: string;
  readonly strip: readonly StripItem[];
  /** Exact and the like, but with something that an editor should know; not counted as *to look at*. */
  readonly remarks: number;
  /** The statuses that occur, worst first, with what they mean. */
  readonly legend: readonly {
    readonly mark: string;
    readonly tone: Tone;
    readonly words: string;
    readonly meaning: string;
  }[];
  /** Worst first, then in the order of the draft. */
  readonly findings: readonly FindingView[];
  /** Fragments, scare quotes and titles, in the order of the draft. */
  readonly apart: readonly FindingView[];
  readonly apartCounts: string | null;
  readonly paragraphs: readonly ParagraphView[];
  readonly links: readonly { readonly address: string; readonly words: string }[];
  readonly problems: readonly string[];
  readonly coverage: string;
  readonly coverageLine: string;
  readonly rules: string;
}

const CONTEXT = 160;
/** Further places named one by one; more are counted only. */
const ALSO_SHOWN = 3;

/** Makes the view of a checked draft. Costs time linear in the draft and the readings. */
export function viewCheck(check: DraftCheck, options: ViewOptions = {}): CheckView {
  const context = options.context ?? CONTEXT;
  const coverage = sayCoverage(check.coverage);
  const paragraphs = layDraft(check.draft.text, check.checks);
  const paragraphOf = new Map(paragraphs.flatMap((paragraph, i) => paragraph.opens.map((n) => [n, i + 1])));
  const all = check.checks.map((each) => viewFinding(each, context, coverage, paragraphOf.get(each.quotation.n) ?? 1));
  const apart = all.filter(({ kind, look }) => kind !== 'direct' && !look).toSorted((x, y) => x.n - y.n);
  const findings = all
    .filter((finding) => !apart.includes(finding))
    .toSorted((x, y) => STATUSES.indexOf(x.status) - STATUSES.indexOf(y.status) || x.n - y.n);
  const toLookAt = all.filter(({ look }) => look).length;
  return {
    name: check.draft.name,
    title: check.draft.title ?? check.draft.name,
    language: check.draft.language,
    checkedAt: options.checkedAt ?? null,
    quotations: all.length,
    toLookAt,
    verdict: all.length === 0 ? WORDS.noQuotation : WORDS.toLookAt(toLookAt),
    strip: STATUSES.toReversed().flatMap((status) => {
      const n = findings.filter((finding) => finding.status === status).length;
      return n === 0 ? [] : [{ ...STATUS_SIGNS[status], count: n }];
    }),
    remarks: findings.filter(({ look, brief }) => !look && !brief).length,
    legend: STATUSES.filter((status) => findings.some((finding) => finding.status === status)).map((status) => {
      const { mark, tone, words } = STATUS_SIGNS[status];
      return { mark, tone, words, meaning: STATUS_MEANINGS[status] };
    }),
    findings,
    apart,
    apartCounts: countApart(apart),
    paragraphs,
    links: check.links.map(({ address, start, end }) => ({ address, words: flat(check.draft.text.slice(start, end)) })),
    problems: check.problems.map(({ message }) => message),
    coverage,
    coverageLine: coverageLine(check.coverage),
    rules: check.rules,
  };
}

function viewFinding(check: Check, context: number, coverage: string, paragraph: number): FindingView {
  const { quotation, status } = check;
  const held = check.readings.filter(({ role }) => role === 'matched');
  const parts = partsOf(quotation, held);
  const [first] = parts;
  const several = parts.length > 1;
  const draftPairs: Pair[] = [];
  const partViews: PartView[] = [];
  let at = 0;
  parts.forEach((reading, i) => {
    const join = quotation.text.slice(at, reading.covers.start);
    const between = isLabel(join, quotation) ? [alone(join, 'same')] : unplaced(join);
    if (join !== '') draftPairs.push(...between);
    const source = viewSource(reading, quotation, several ? WORDS.sourceRow(i + 1) : WORDS.sourceRow(null), context);
    draftPairs.push(...source.pairs);
    partViews.push({ join: isLabel(join, quotation) ? [] : between, source });
    at = Math.max(at, reading.covers.end);
  });
  const rest = quotation.text.slice(at);
  const behind = first === undefined || isLabel(rest, quotation) ? [alone(rest, 'same')] : unplaced(rest);
  if (rest !== '') draftPairs.push(...behind);

  const also = [
    ...held.filter((reading) => !parts.includes(reading)),
    ...check.readings.filter(({ role }) => role === 'also'),
  ];
  const sign = STATUS_SIGNS[status];
  const banners = bannersOf(check, first);
  const originals = check.readings.filter(({ role }) => role === 'original');
  const others = [
    ...check.readings
      .filter(({ role }) => role === 'disagrees')
      .map((reading, i) => viewSource(reading, quotation, WORDS.otherRecord(i + 2), context / 2)),
    ...originals.map((reading) => viewSource(reading, quotation, WORDS.original, context)),
  ];
  const attention = [...new Set([...flagsOf(draftPairs), ...others.flatMap(({ pairs }) => flagsOf(pairs))])];
  const { places, documents, first: since, nearest } = check.seen;
  const sayOn = (when: When | null): string | null => (when === null ? null : sayDay(dayOf(when)));
  return {
    n: quotation.n,
    status,
    kind: quotation.kind,
    mark: quotation.kind === 'direct' ? sign.mark : KIND_SIGNS[quotation.kind].mark,
    tone: sign.tone,
    title: sign.words,
    meaning: STATUS_MEANINGS[status],
    look: check.look,
    brief:
      !check.look &&
      check.flags.length === 0 &&
      check.notes.length === 0 &&
      check.differsFrom.length === 0 &&
      banners.length === 0,
    quotation: flat(quotation.text),
    draftPairs,
    attention,
    banners,
    draftSpeaker: sayDraftSpeaker(quotation),
    paragraph,
    parts: partViews,
    rest: first === undefined || isLabel(rest, quotation) ? [] : behind,
    others,
    nearest: check.readings
      .filter(({ role }) => role === 'nearest')
      .map((reading) => viewSource(reading, quotation, WORDS.nearest, context / 2)),
    seen:
      status !== 'not held' && places > Math.max(1, parts.length)
        ? saySeen(places, documents, sayOn(since), sayOn(nearest))
        : null,
    also: also.slice(0, ALSO_SHOWN).map((reading) => viewPlace(reading, true)),
    alsoMore: Math.max(0, also.length - ALSO_SHOWN),
    searched: status === 'not held' ? coverage : null,
    differsFrom: check.differsFrom,
    notes: check.notes,
    rule: check.rule,
  };
}

/** The matched readings that stand for one part each, in the order of the draft; the same words elsewhere are left out. */
function partsOf(quotation: Quotation, held: readonly Reading[]): Reading[] {
  const parts: Reading[] = [];
  const inOrder = held.toSorted((x, y) => x.covers.start - y.covers.start || y.covers.end - x.covers.end);
  let at = 0;
  for (const reading of inOrder) {
    if (parts.length > 0 && reading.covers.start < at) continue;
    parts.push(reading);
    at = reading.covers.end;
  }
  return parts.filter(({ covers }) => covers.end <= quotation.text.length);
}

function viewSource(reading: Reading, quotation: Quotation, label: string, context: number): SourceView {
  const alike = reading.role === 'matched' || reading.role === 'disagrees';
  const covered = { text: cut(quotation.text, reading.covers), start: reading.covers.start };
  const pairs =
    alike || (reading.role === 'nearest' && reading.changes.length > 0)
      ? pairUp(covered, { text: reading.text, start: reading.start }, reading.changes)
      : [{ ...alone(reading.text, 'same'), a: '' }];
  return {
    label,
    role: reading.role,
    pairs,
    before: worded(trimStart(reading.before, context)),
    after: worded(trimEnd(reading.after, context)),
    speaker: saySpeaker(reading.speaker ?? reading.body, reading.turnKind),
    place: viewPlace(reading),
    shares: reading.role === 'nearest' ? Math.round(reading.score * 100) : null,
  };
}

function bannersOf(check: Check, reading: Reading | undefined): string[] {
  const { attribution } = check.quotation;
  const banners = check.flags.map((flag) => sayContext(flag, reading));
  const attributed = sayAttribution(
    check.attributionFinding,
    { speaker: attribution.speaker, occasion: attribution.occasion?.text ?? null },
    reading === undefined ? null : { speaker: reading.speaker, when: sayDate(reading) ?? reading.title },
  );
  const worthSaying = check.attributionFinding !== 'unknown' || check.look;
  if (attributed !== null && worthSaying) banners.push(attributed);
  const hasOriginal = check.readings.some(({ role }) => role === 'original');
  const records = sayRecords(check.records, hasOriginal);
  if (records !== null) banners.push(records);
  return banners;
}

function sayDraftSpeaker({ attribution }: Quotation): string {
  // A colon or a quotation mark is ground enough, but nothing to read.
  const cue = attribution.cue !== null && /\p{L}/u.test(attribution.cue.text) ? flat(attribution.cue.text) : null;
  const said = WORDS.draftNames(attribution.speaker, cue);
  return attribution.certainty === 'likely' ? `${said}, ${WORDS.likely}` : said;
}

/** `brief` leaves the hour out. */
function viewPlace(reading: Reading, brief = false): PlaceView {
  return {
    title: flat(reading.title),
    about: [reading.kind, sayDate(reading, brief) ?? WORDS.undated].join(' · '),
    reference: reading.reference,
    address: reading.address,
  };
}

function sayDate({ said, published }: Reading, brief = false): string | null {
  const when = said ?? published;
  if (when === null) return null;
  const guessed = when.basis === 'guessed' ? ` (${WORDS.guessed})` : '';
  return `${said === null ? `${WORDS.published} ` : ''}${brief ? sayDay(dayOf(when)) : sayWhen(when)}${guessed}`;
}

function countApart(apart: readonly FindingView[]): string | null {
  const kinds: readonly (readonly [QuotationKind, string, string])[] = [
    ['fragment', 'fragment', 'fragments'],
    ['scare', 'scare quote', 'scare quotes'],
    ['title', 'title', 'titles'],
    ['direct', 'quotation', 'quotations'],
  ];
  const said = kinds.flatMap(([kind, one, many]) => {
    const n = apart.filter((finding) => finding.kind === kind).length;
    return n === 0 ? [] : [count(n, one, many)];
  });
  return said.length === 0 ? null : enumerate(said);
}

/** Whether words between two parts are a speaker label inside the marks, which is no part of what was said. */
function isLabel(text: string, { turns }: Quotation): boolean {
  const bare = text.replace(/^[\s:.,*—–-]+|[\s:.,*—–-]+$/g, '');
  return bare === '' || turns.some(({ label }) => label.replace(/[\s:.]+$/, '') === bare);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function cut(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** A full stop alone is no context. */
function worded(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}

function trimStart(text: string, limit: number): string {
  const one = flat(text);
  return one.length <= limit ? one : `… ${one.slice(-limit).replace(/^\S*\s/, '')}`;
}

function trimEnd(text: string, limit: number): string {
  const one = flat(text);
  return one.length <= limit ? one : `${one.slice(0, limit).replace(/\s\S*$/, '')} …`;
}
