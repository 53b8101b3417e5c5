/**
 * Uses of words: every place that holds them in a row, places that hold most of them, and the longest runs of them.
 * The index finds positions; here they become documents in order of time, near-copies counted once, and characters.
 * Only the main text counts. Nothing is judged.
 */
import type { Span } from '#base/index.js';
import { BREAK, type Finder, longestRuns, type Place, placesFor, UNKNOWN } from '#index/index.js';
import type { Document, HeldRun, NearUse, Use, Uses } from '#record/index.js';
import { sentences } from '#text/index.js';
import type { NearUses, NearWish, Publisher, UsesWish } from '../promise.js';
import { whenOf } from './documents.js';
import type { Kin, Placed } from './kin.js';
import type { Held } from './recall.js';
import { dayOfMoment, type ScopeTest } from './scope.js';
import { BREAK_AT, type WordSpans } from './spans.js';
import type { HeldText } from './texts.js';
import type { WordIndex } from './word-index.js';

/** Code units of a passage on each side of a place. */
const PASSAGE = 2000;
/** Places looked at for each that is asked for: those with the same words around them are one. */
const LOOKED_AT = 3;

/** Texts that are looked into from either end to see whether words are a whole sentence there; of few words, fewer. */
const MOST_READ = 150;
const MOST_READ_FEW = 20;
const FEW_WORDS = 4;
/** Code units around words in which their sentence is looked for. */
const AROUND = 400;
/** Places up to which a seed is followed where few texts count. */
const MOST_FOLLOWED = 4096;

/** What uses are looked for in. */
export interface Looked {
  readonly held: Held;
  readonly kin: Kin;
  readonly scope: ScopeTest;
  readonly rarity: Rarity;
}

/** Places of one document's newest version that holds the words. */
interface Holding extends Placed {
  readonly positions: number[];
}

const NONE: Uses = {
  complete: true,
  places: 0,
  texts: 0,
  first: null,
  last: null,
  ofBody: null,
  ofVoice: null,
  days: [],
  listed: [],
};

/** The uses of runs of folded words; a text says its short sentences again and again, and each is looked for once. */
export function usesOf(looked: Looked, runs: readonly (readonly string[])[], wish: UsesWish): Uses[] {
  const known = new Map<string, Uses>();
  return runs.map((words) => {
    const key = words.join(' ');
    const uses = known.get(key) ?? usesOfRun(looked, words, wish);
    known.set(key, uses);
    return uses;
  });
}

/** Texts of one publisher that count, the newest first. */
export function latestOf({ held, kin, scope }: Looked, publisher: Publisher, limit: number): Document[] {
  const found: Document[] = [];
  for (const version of kin.of(publisher, scope.latest)) {
    if (found.length >= limit) break;
    if (scope.counts(version)) found.push(held.documents.byId(held.roll.documents[version]!)!);
  }
  return found;
}

function usesOfRun(looked: Looked, words: readonly string[], wish: UsesWish): Uses {
  const { held, kin } = looked;
  const ids = held.index.idsOf(words, UNKNOWN);
  if (ids.length === 0 || ids.includes(UNKNOWN)) return NONE;
  const finder = held.index.finder();
  const all = holdings(looked, finder, ids);
  const whole = wish.whole === true ? wholeOnes(held, finder, all, ids.length) : { kept: all, complete: true };
  const inTime = whole.kept;
  if (inTime.length === 0) return NONE;
  const leads = kin.leads(finder, inTime);
  let places = 0;
  let texts = 0;
  const days: { day: string | null; texts: number }[] = [];
  for (const [i, one] of inTime.entries()) {
    if (leads[i] === 0) continue;
    places += one.positions.length;
    texts++;
    const day = held.roll.dated[one.version] === 1 ? dayOfMoment(held.roll.moments[one.version]!) : null;
    const last = days.at(-1);
    if (last?.day === day) last.texts++;
    else days.push({ day, texts: 1 });
  }
  const documentOf = (one: Placed): Document => held.documents.byId(held.roll.documents[one.version]!)!;
  const { body = null, voice = null } = wish;
  const ofBody =
    body === null
      ? -1
      : kin.firstOf(
          body,
          inTime.map((one) => held.roll.documents[one.version]!),
        );
  const ofVoice = voice === null ? null : firstOfVoice(looked, finder, inTime, voice);
  return {
    complete: whole.complete,
    places,
    texts,
    first: documentOf(inTime[0]!),
    last: documentOf(inTime.at(-1)!),
    ofBody: ofBody < 0 ? null : documentOf(inTime[ofBody]!),
    ofVoice: ofVoice && documentOf(ofVoice),
    days,
    listed: listedOf(inTime, leads, wish).map(({ one, position, lead }) => ({
      ...useAt(held, finder, one, position, ids.length),
      lead,
    })),
  };
}

/** The places that are wanted one by one. */
function listedOf(
  inTime: readonly Holding[],
  leads: Uint8Array,
  { list = 0, latestFirst = false }: UsesWish,
): { readonly one: Holding; readonly position: number; readonly lead: boolean }[] {
  const wanted: { one: Holding; position: number; lead: boolean }[] = [];
  for (let k = 0; k < inTime.length; k++) {
    const i = latestFirst ? inTime.length - 1 - k : k;
    const one = inTime[i]!;
    for (const position of one.positions) {
      if (wanted.length >= list) return wanted;
      wanted.push({ one, position, lead: leads[i] === 1 });
    }
  }
  return wanted;
}

/** Where the words stand in texts that count: one version for each document, in order of time. */
function holdings({ held, kin, scope }: Looked, finder: Finder, ids: Uint32Array): Holding[] {
  const { documents, numbers, moments } = held.roll;
  const byDocument = new Map<number, Holding>();
  const counted = new Map<number, boolean>();
  finder.exact(ids, (segment, position, text) => {
    const version = finder.segments[segment]!.texts[text]!;
    let counts = counted.get(version);
    if (counts === undefined) {
      counts = scope.counts(version);
      counted.set(version, counts);
    }
    if (!counts) return;
    const placed = { version, segment, text };
    if (kin.hasFurniture(finder, placed) && inFurniture(held, finder, placed, position)) return;
    const document = documents[version]!;
    const seen = byDocument.get(document);
    if (seen?.version === version) seen.positions.push(position);
    else if (!seen || numbers[version]! > numbers[seen.version]!)
      byDocument.set(document, { version, segment, text, positions: [position] });
  });
  const inTime = [...byDocument.values()].sort(
    (a, b) => moments[a.version]! - moments[b.version]! || a.version - b.version,
  );
  for (const { positions } of inTime) positions.sort((a, b) => a - b);
  return inTime;
}

/**
 * Of places in order of time those that are a whole sentence. Each takes a look into its text; of words that stand in
 * thousands of texts only the earliest and the latest are looked at, and the others not counted.
 */
function wholeOnes(
  held: Held,
  finder: Finder,
  inTime: readonly Holding[],
  words: number,
): { readonly kept: Holding[]; readonly complete: boolean } {
  const most = words < FEW_WORDS ? MOST_READ_FEW : MOST_READ;
  const kept: Holding[] = [];
  for (const [i, one] of inTime.entries()) {
    if (i >= most && i < inTime.length - most) continue;
    const origin = finder.segments[one.segment]!.starts[one.text]!;
    const own = held.texts.of(one.version);
    const positions = one.positions.filter((position) =>
      isSentence(own, charactersOf(own.spans, position - origin, words)),
    );
    if (positions.length > 0) kept.push({ ...one, positions });
  }
  return { kept, complete: inTime.length <= 2 * most };
}

/** Whether a stretch of words is a sentence: between it and the ends of the sentence that it stands in is no word. */
function isSentence({ text, blocks }: HeldText, { start, end }: Span): boolean {
  const low = Math.max(blocks[blockAt(blocks, start)]?.start ?? 0, start - AROUND);
  const high = Math.min(blocks[blockAt(blocks, Math.max(start, end - 1))]?.end ?? text.length, end + AROUND);
  // Most places stand in the middle of a sentence, which one look at their neighbours shows.
  if (INSIDE_BEFORE.test(text.slice(low, start)) || INSIDE_AFTER.test(text.slice(end, high))) return false;
  const hasWord = (from: number, to: number): boolean => /[\p{L}\p{N}]/u.test(text.slice(from, to));
  return sentences(text.slice(low, high)).some(
    (span) =>
      low + span.start <= start &&
      end <= low + span.end &&
      !hasWord(low + span.start, start) &&
      !hasWord(end, low + span.end),
  );
}

/** Right before the words stands a word or a comma; right behind them a comma, or a word with no stop between. */
const INSIDE_BEFORE = /[\p{L}\p{N},][\s\p{Pi}\p{Ps}"'–—-]*$/u;
const INSIDE_AFTER = /^[\s\p{Pf}\p{Pe}"'–—-]*[\p{L}\p{N},]/u;

/** Whether a place stands in the furniture of a page. */
function inFurniture(held: Held, finder: Finder, { version, segment, text }: Placed, position: number): boolean {
  const low = finder.segments[segment]!.starts[text]!;
  const { spans, blocks } = held.texts.of(version);
  let start = 0;
  spans.visit(position - low, position - low + 1, (_entry, from) => (start = from));
  return blocks.some((block) => block.kind === 'furniture' && block.start <= start && start < block.end);
}

/** The earliest text in which the words stand in a turn of a voice, by any of its names, or else in its document. */
function firstOfVoice(
  { held, kin }: Looked,
  finder: Finder,
  inTime: readonly Holding[],
  voice: readonly string[],
): Holding | null {
  if (voice.length === 0) return null;
  const names = new Set(voice);
  const speaking = kin.speakingIn(voice);
  for (const one of inTime) {
    if (!speaking.has(held.roll.documents[one.version]!)) continue;
    for (const position of one.positions) {
      const { speaker } = useAt(held, finder, one, position, 1);
      if (speaker !== null && names.has(speaker)) return one;
    }
  }
  return null;
}

/** A place as characters, with its passage and who speaks. */
function useAt(held: Held, finder: Finder, one: Placed, position: number, words: number): Use {
  const origin = finder.segments[one.segment]!.starts[one.text]!;
  const { start, end } = charactersOf(held.texts.of(one.version).spans, position - origin, words);
  return { ...around(held, one.version, start, end), start, end };
}

/** From the first of some words of a text to the last; `entry` is the number of the first among all words and breaks. */
function charactersOf(spans: WordSpans, entry: number, words: number): Span {
  let start = -1;
  let end = 0;
  spans.visit(entry, entry + words, (_entry, from, to) => {
    if (from === BREAK_AT) return;
    if (start < 0) start = from;
    end = to;
  });
  return { start, end };
}

/** Document, version, passage and speaker of a stretch of a version. */
function around(held: Held, version: number, start: number, end: number): Omit<Use, 'start' | 'end'> {
  const { text, blocks, turns } = held.texts.of(version);
  const document = held.documents.byId(held.roll.documents[version]!)!;
  const first = blockAt(blocks, start);
  const last = blockAt(blocks, Math.max(start, end - 1));
  let low = blocks[first]?.start ?? 0;
  let high = blocks[last]?.end ?? text.length;
  if (start - low > PASSAGE) low = edge(text, start - PASSAGE, 1);
  if (high - end > PASSAGE) high = edge(text, end + PASSAGE, -1);
  const turn = turns.find((one) => one.start <= start && start < one.end) ?? null;
  return {
    document,
    version: document.versions.find(({ number }) => number === held.roll.numbers[version])!,
    passage: { start: low, text: text.slice(low, high) },
    speaker: turn ? (turn.name ?? turn.label) : (document.speaker?.value ?? null),
    turnKind: turn?.kind ?? null,
  };
}

function blockAt(blocks: readonly { readonly start: number; readonly end: number }[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The nearest white space in a direction, so that no word is cut. */
function edge(text: string, offset: number, step: 1 | -1): number {
  for (let at = offset, left = 60; left > 0 && at > 0 && at < text.length; at += step, left--)
    if (/\s/.test(text[at]!)) return step === 1 ? at + 1 : at;
  return offset;
}

/** The places that hold most of a run of folded words. */
export function nearUsesOf(looked: Looked, words: readonly string[], wish: NearWish): NearUses {
  const { held, scope, rarity } = looked;
  if (!(wish.cap >= 1 && wish.limit >= 0)) throw new RangeError('cap and limit must be positive');
  const finder = held.index.finder();
  const ids = held.index.idsOf(words, UNKNOWN);
  const bits = Float64Array.from(ids, (id) => finder.bits(id));
  const wanted = { ids, fragments: new Uint16Array(ids.length), bits };
  const bitsOf = (from: number, length: number): number => rarity.bits(ids.subarray(from, from + length));
  // Places that do not count take up the cap as well: where few count, seeds are followed as much further.
  const cap = Math.min(MOST_FOLLOWED, Math.ceil(wish.cap / scope.share));
  const found = finder.seeds(wanted, Math.max(wish.cap, cap));
  const hidden = (version: number): boolean => !scope.counts(version);
  const most = wish.all === true ? wish.limit : wish.limit * LOOKED_AT;
  // Reading a text costs more than finding it: places that cannot be telling are left where they are.
  const telling = ({ runs }: Place): boolean =>
    runs.some(({ length }) => length >= wish.run) ||
    runs.reduce((sum, { from, length }) => sum + bitsOf(from, length), 0) >= rarity.chance + wish.beyondChance;
  const places = placesFor(finder, found, wanted, most, hidden).filter(telling);
  return {
    places: distinct(held, finder, places, wish, ids.length).map((place) => nearUse(held, finder, place, bitsOf)),
    chance: rarity.chance,
    capped: found.capped.length > 0,
  };
}

/** Bits that a word costs which stands between those looked for: a list of all twelve is not the list of these five. */
const FOREIGN = 2;

/**
 * Of each document its newest version, and of places with the same words around them the latest and the earliest: where
 * sentences end is not known here, and the same words may be a sentence in one and the end of a longer one in the other.
 */
function distinct(held: Held, finder: Finder, places: readonly Place[], wish: NearWish, words: number): Place[] {
  const { moments, documents, numbers } = held.roll;
  const versionOf = ({ segment, text }: Place): number => finder.segments[segment]!.texts[text]!;
  const newest = new Map<number, number>();
  for (const place of places) {
    const version = versionOf(place);
    const document = documents[version]!;
    newest.set(document, Math.max(newest.get(document) ?? 0, numbers[version]!));
  }
  const current = places.filter((place) => {
    const version = versionOf(place);
    return newest.get(documents[version]!) === numbers[version];
  });
  const kept = new Set<Place>(wish.all === true ? current : []);
  if (wish.all !== true) {
    const ends = new Map<string, { first: Place; last: Place }>();
    for (const place of current) {
      const { ids, starts } = finder.segments[place.segment]!;
      const run = place.runs[0]!;
      const low = Math.max(starts[place.text]!, run.position - run.from - 1);
      const high = Math.min(starts[place.text + 1]!, Math.max(low + words + 2, place.end + 1));
      const key = ids.subarray(low, high).join(' ');
      const same = ends.get(key);
      const moment = moments[versionOf(place)]!;
      if (!same) ends.set(key, { first: place, last: place });
      else if (moments[versionOf(same.last)]! < moment) same.last = place;
      else if (moment < moments[versionOf(same.first)]!) same.first = place;
    }
    for (const { first, last } of ends.values()) kept.add(first).add(last);
  }
  const worth = ({ bits, start, end, words: own }: Place): number => bits - FOREIGN * (end - start - own);
  return [...kept]
    .sort((a, b) => worth(b) - worth(a) || moments[versionOf(b)]! - moments[versionOf(a)]! || a.start - b.start)
    .slice(0, wish.limit);
}

function nearUse(held: Held, finder: Finder, place: Place, bitsOf: (from: number, length: number) => number): NearUse {
  const segment = finder.segments[place.segment]!;
  const version = segment.texts[place.text]!;
  const origin = segment.starts[place.text]!;
  const { spans } = held.texts.of(version);
  const runs = place.runs.map(({ position, from, length }) => ({
    ...charactersOf(spans, position - origin, length),
    from,
    words: length,
    bits: bitsOf(from, length),
  }));
  const start = Math.min(...runs.map((run) => run.start));
  const end = Math.max(...runs.map((run) => run.end));
  return { ...around(held, version, start, end), start, end, runs };
}

/**
 * How rare runs of words are among the texts that count, in bits. Counted there, so that what is held later changes
 * nothing; but for words so common that nobody would wait for it, whose share of all places is taken. Places of a run
 * between the same two words are one: a sentence that a series says again and again is one sentence, not a common one,
 * and no less telling the more often it was said.
 */
export class Rarity {
  readonly #index: WordIndex;
  readonly #scope: ScopeTest;
  readonly #known = new Map<string, number>();

  constructor(index: WordIndex, scope: ScopeTest) {
    this.#index = index;
    this.#scope = scope;
  }

  /** log2 of the words that count. */
  get chance(): number {
    return Math.log2(Math.max(2, this.#scope.words));
  }

  /** −log2 of the frequency of a run; a run that is not held counts as if it were held once. */
  bits(run: Uint32Array): number {
    const key = run.join(' ');
    let bits = this.#known.get(key);
    if (bits === undefined) {
      bits = this.chance - Math.log2(Math.max(1, this.#count(run)));
      this.#known.set(key, bits);
    }
    return bits;
  }

  #count(run: Uint32Array): number {
    const finder = this.#index.finder();
    const all = finder.exact(run);
    if (all > (run.length === 1 ? COMMON_WORD : COMMON)) return all * this.#scope.share;
    const surroundings = new Set<number>();
    let alone = 0;
    finder.exact(run, (segment, position, text) => {
      const { ids, texts } = finder.segments[segment]!;
      if (!this.#scope.counts(texts[text]!)) return;
      const before = ids[position - 1] ?? BREAK;
      const after = ids[position + run.length] ?? BREAK;
      if (run.length === 1 || (before === BREAK && after === BREAK)) alone++;
      else surroundings.add(before * WORDS + after);
    });
    return surroundings.size + alone;
  }
}

/** Places up to which a run is counted one by one, and one word. */
const COMMON = 2048;
const COMMON_WORD = 256;
/** More than there are different words. */
const WORDS = 2 ** 26;

/** The longest runs of a list of folded words, at least `least` words each. */
export function longestOf(looked: Looked, words: readonly string[], least: number): HeldRun[] {
  const { held, scope, kin, rarity } = looked;
  const finder = held.index.finder();
  const ids = held.index.idsOf(words, UNKNOWN);
  return longestRuns(finder.segments, ids, least, (version) => scope.counts(version)).flatMap(({ from, length }) => {
    const run = ids.subarray(from, from + length);
    const inTime = holdings(looked, finder, run);
    const [first] = inTime;
    if (!first) return [];
    const { document, speaker } = useAt(held, finder, first, first.positions[0]!, length);
    return [
      {
        from,
        words: length,
        bits: Array.from(run, (id) => rarity.bits(Uint32Array.of(id))),
        texts: kin.leads(finder, inTime).reduce((sum, lead) => sum + lead, 0),
        first: { document: document.reference, when: whenOf(document), speaker },
      },
    ];
  });
}
