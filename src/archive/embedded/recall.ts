/**
 * Recall: from fragments of a quotation to the places that may hold them, with the text around. The index finds
 * positions; here they become documents, dates and characters. Of versions of one document that hold the same words
 * alike, the newest speaks; equals come earliest first. Nothing is judged.
 */
import type { Span } from '#base/index.js';
import {
  BREAK,
  bringText,
  type Finder,
  formRuns,
  locate,
  type Passes,
  type Place,
  placesFor,
  UNKNOWN,
} from '#index/index.js';
import type { Document } from '#record/index.js';
import { RECALL_MARGIN, type Recalled, type RecallRequest } from '../promise.js';
import { countExact, type ExactPlace } from './count-exact.js';
import type { Documents } from './documents.js';
import type { Roll } from './roll.js';
import { BREAK_AT } from './spans.js';
import type { Texts } from './texts.js';
import type { WordIndex } from './word-index.js';

type Candidate = Recalled['candidates'][number];

/** What recall looks into. */
export interface Held {
  readonly index: WordIndex;
  readonly roll: Roll;
  readonly documents: Documents;
  readonly texts: Texts;
}

/** Of the candidates asked for, this share may be places that are best for single words only. */
const FOR_SINGLE_WORDS = 0.5;
/** Places with less than this share of the best one's bits only cost time, unless they are best for some word. */
const WORTH_A_LOOK = 0.5;

/** `passes`: which versions are searched; null: all. */
export function recall(held: Held, request: RecallRequest, passes: Passes): Recalled {
  if (!(request.cap >= 1 && request.limit >= 0)) throw new RangeError('cap and limit must be positive');
  const finder = held.index.finder();
  const byFragment = request.fragments.map((words) => held.index.idsOf(words, UNKNOWN));
  const ids = new Uint32Array(byFragment.reduce((sum, words) => sum + words.length, 0));
  const fragments = new Uint16Array(ids.length);
  let at = 0;
  for (const [f, words] of byFragment.entries()) {
    ids.set(words, at);
    fragments.fill(f, at, at + words.length);
    at += words.length;
  }
  const bits = Float64Array.from(ids, (id) => finder.bits(id));
  const wanted = { ids, fragments, bits };
  // Nothing that does not pass is among the runs; of what is there the roll must know.
  const hidden = (version: number): boolean => {
    held.roll.see(version);
    return false;
  };

  const longest = byFragment.reduce((a, b) => (b.length > a.length ? b : a), new Uint32Array());
  const exact = countExact(held, finder, longest, request.prefer?.day ?? null, passes);
  const { places, capped } =
    request.forms && exact.places === 0
      ? placesOfForms(held, finder, request, wanted, hidden, passes)
      : locate(finder, wanted, request.cap, request.limit, hidden, passes);
  const preferred = preference(held, request);
  if (byFragment.length === 1) addEarliest(places, likedFirst(exact.earliest, preferred, request.limit), ids, bits);
  const chosen = choose(held, finder, places, request.limit, preferred);
  let from = 0;
  return {
    candidates: chosen.map((place) => candidate(held, finder, place, fragments)),
    bits: byFragment.map((words) => Array.from(bits.subarray(from, (from += words.length)))),
    exact: { places: exact.places, documents: exact.documents, first: exact.first, nearest: exact.nearest },
    capped,
  };
}

/** The places where the words stand in this or another form; a word is then as common as all its forms together. */
function placesOfForms(
  held: Held,
  finder: Finder,
  request: RecallRequest,
  wanted: { readonly ids: Uint32Array; readonly fragments: Uint16Array; readonly bits: Float64Array },
  hidden: (version: number) => boolean,
  passes: Passes,
): { readonly places: Place[]; readonly capped: boolean } {
  const { ids, fragments, bits } = wanted;
  const found = finder.seeds(wanted, request.cap, passes);
  const table = held.index.forms(request.forms!);
  const forms = request.fragments.flat().map((word) => table.of(word));
  for (const [i, some] of forms.entries()) {
    const places = some.reduce((sum, id) => sum + finder.count(id), 0);
    if (some.length > 0) bits[i] = Math.log2(Math.max(2, finder.words) / Math.max(1, places));
    else forms[i] = ids.subarray(i, i + 1);
  }
  const bent = formRuns(finder.segments, forms, fragments, request.cap, passes);
  for (let r = 0; r < bent.size; r++)
    found.runs.add(bent.segment[r]!, bent.position[r]!, bent.from[r]!, bent.length[r]!);
  return { places: placesFor(finder, found, wanted, request.limit, hidden), capped: found.capped.length > 0 };
}

/** Of places in order of time so many, those preferred before others. */
function likedFirst(inTime: readonly ExactPlace[], preferred: (version: number) => number, most: number): ExactPlace[] {
  return inTime
    .map((place) => ({ place, liked: preferred(place.version) }))
    .toSorted((a, b) => b.liked - a.liked)
    .slice(0, most)
    .map(({ place }) => place);
}

/** Puts exact places of the earliest documents among the places, which the cap may have left out. */
function addEarliest(places: Place[], earliest: readonly ExactPlace[], ids: Uint32Array, bits: Float64Array): void {
  const known = new Set(places.map(({ segment, start }) => `${segment} ${start}`));
  const all = bits.reduce((sum, b) => sum + b, 0);
  for (const { segment, position, text } of earliest)
    if (!known.has(`${segment} ${position}`))
      places.push({
        segment,
        text,
        start: position,
        end: position + ids.length,
        runs: [{ position, from: 0, length: ids.length }],
        bits: all,
        words: ids.length,
        lone: false,
      });
}

/**
 * How much a version is what the request prefers: 2 for its day, 1 for its speaker, whose surname stands in a name of
 * somebody who speaks in the document.
 */
function preference(held: Held, { prefer }: RecallRequest): (version: number) => number {
  const day = Number((prefer?.day ?? '').replace(/\D/g, '') || NaN);
  const speaker = prefer?.speaker ?? null;
  return (version) => {
    const ofDay = Math.floor(held.roll.moments[version]! / 1e6) === day ? 2 : 0;
    return ofDay + (speaker !== null && held.documents.voices(held.roll.documents[version]!).has(speaker) ? 1 : 0);
  };
}

/** Orders places by bits, then preference, then date; leaves out older versions that say nothing else. */
function choose(
  held: Held,
  finder: Finder,
  places: readonly Place[],
  limit: number,
  preferred: (version: number) => number,
): Place[] {
  const { moments, documents, numbers } = held.roll;
  const versionOf = ({ segment, text }: Place): number => finder.segments[segment]!.texts[text]!;
  // Who speaks is asked of the rows, and only for places that are otherwise alike.
  const known = new Map<number, number>();
  const liked = (version: number): number => {
    let like = known.get(version);
    if (like === undefined) known.set(version, (like = preferred(version)));
    return like;
  };
  const sorted = places.toSorted((a, b) => {
    const [v, w] = [versionOf(a), versionOf(b)];
    if (Math.abs(a.bits - b.bits) > 1e-6) return b.bits - a.bits;
    return (
      liked(w) - liked(v) ||
      moments[v]! - moments[w]! ||
      documents[v]! - documents[w]! ||
      numbers[w]! - numbers[v]! ||
      a.start - b.start
    );
  });
  const newest = new Map<string, number>();
  for (const place of sorted) {
    const like = likeness(place, documents[versionOf(place)]!);
    newest.set(like, Math.max(newest.get(like) ?? 0, numbers[versionOf(place)]!));
  }
  const distinct = sorted.filter(
    (place) => newest.get(likeness(place, documents[versionOf(place)]!)) === numbers[versionOf(place)],
  );
  const least = (distinct[0]?.bits ?? 0) * WORTH_A_LOOK;
  const kept = new Set(distinct.filter(({ lone }) => lone).slice(0, Math.ceil(limit * FOR_SINGLE_WORDS)));
  for (const place of distinct) if (kept.size < limit && place.bits >= least) kept.add(place);
  return distinct.filter((place) => kept.has(place));
}

function likeness({ bits, runs }: Place, document: number): string {
  return `${document} ${bits.toFixed(3)} ${runs.map(({ from, length }) => `${from}+${length}`).join(' ')}`;
}

/** Cuts the window and turns positions into characters. */
function candidate(held: Held, finder: Finder, place: Place, fragments: Uint16Array): Candidate {
  const segment = finder.segments[place.segment]!;
  const version = segment.texts[place.text]!;
  const origin = segment.starts[place.text]!;
  const after = segment.starts[place.text + 1]!;
  const first = place.runs[0]!;
  const last = place.runs.at(-1)!;
  bringText(segment, place.text);
  const low = walk(segment.ids, place.start, origin, -1, first.from + RECALL_MARGIN);
  const high = walk(
    segment.ids,
    place.end - 1,
    after - 1,
    1,
    fragments.length - last.from - last.length + RECALL_MARGIN,
  );
  const { text, spans, blocks, turns } = held.texts.of(version);
  const starts = new Uint32Array(high - low + 1).fill(BREAK_AT);
  const ends = new Uint32Array(high - low + 1);
  spans.visit(low - origin, high - origin + 1, (entry, start, end) => {
    starts[entry - (low - origin)] = start;
    ends[entry - (low - origin)] = end;
  });
  const window = inText(text, starts, ends);
  const document = held.documents.byId(held.roll.documents[version]!) as Document;
  return {
    document,
    version: document.versions.find(({ number }) => number === held.roll.numbers[version])!,
    window: { start: window.start, text: text.slice(window.start, window.end) },
    blocks: blocks.filter((block) => block.start < window.end && window.start < block.end),
    turns: turns.filter((turn) => turn.start < window.end && window.start < turn.end),
    hits: place.runs.map(({ position, from, length }) => ({
      fragment: fragments[from]!,
      words: length,
      start: starts[position - low]!,
      end: ends[position + length - 1 - low]!,
    })),
    bits: place.bits,
  };
}

/** The position `words` words beyond `position`, breaks not counted, or the last one up to `end`, included. */
function walk(ids: Uint32Array, position: number, end: number, step: 1 | -1, words: number): number {
  let at = position;
  for (let left = words; at !== end; ) {
    if (ids[at + step] !== BREAK && left-- === 0) break;
    at += step;
  }
  return at;
}

/** From the first word to the last, with the marks that touch them. */
function inText(text: string, starts: Uint32Array, ends: Uint32Array): Span {
  let first = 0;
  while (starts[first] === BREAK_AT) first++;
  let last = starts.length - 1;
  while (starts[last] === BREAK_AT) last--;
  let start = starts[first]!;
  let end = ends[last]!;
  while (start > 0 && /\S/.test(text[start - 1]!)) start--;
  while (end < text.length && /\S/.test(text[end]!)) end++;
  return { start, end };
}
