/**
 * A segment is a token-level suffix array (Manber and Myers 1990; for text search see Abouelhoda, Kurtz, Ohlebusch
 * 2004) over word numbers, bounded: places are ordered by their next ORDERED words only, because no quotation needs
 * more and repetitive texts then cost no more than others. Eight bytes a word. Immutable once built.
 * Rejected: inverted lists and FTS (25 to 30,000 times slower at finding altered words), fingerprints of fixed
 * k-grams (lose most quotations with an edit in every fifth word).
 */

import { type Cold, SAMPLE, SAMPLED } from './cold.js';

/** Places are ordered by this many words. */
export const ORDERED = 32;
/** Stands between texts and wherever words do not run on; equal to no word, not even to itself. */
export const BREAK = 0;
/** A word looked for that the dictionary does not hold. */
export const UNKNOWN = 0xffffffff;

/** Words of some texts with all their places, ordered. A *position* is an index into `ids`. */
export interface Segment {
  /** Word numbers of all texts, one behind the other; the last of each text is a BREAK. */
  readonly ids: Uint32Array;
  /** Positions of all words but breaks, ordered by the next ORDERED words up to a break; equals by position. */
  readonly suffixes: Uint32Array;
  /** The distinct word numbers, ascending. */
  readonly words: Uint32Array;
  /** Places that begin with `words[i]` are `suffixes[firsts[i]]` … `suffixes[firsts[i + 1]]`. */
  readonly firsts: Uint32Array;
  /**
   * Made from `words` and `firsts` where words are many: for each word number the place in `suffixes` at which its
   * places begin, and one entry more.
   */
  readonly directory: Uint32Array | null;
  /** The caller's number of each text. */
  readonly texts: Uint32Array;
  /** Text i stands at `ids[starts[i]]` … `ids[starts[i + 1]]`, its final break included. */
  readonly starts: Uint32Array;
  /** Null: all of it is in memory. Else stretches of `ids` and `suffixes` are asked for before they are read. */
  readonly cold: Cold | null;
}

/** Memory for an array of so many bytes, zeros: shared between threads or not. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** Memory of one thread. */
export function unshared(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes);
}

/** Sees to it that the words of a text, an index into `texts`, are in memory. */
export function bringText({ cold, starts }: Segment, text: number): void {
  cold?.ids(starts[text]!, starts[text + 1]!);
}

/** Which text a position belongs to, as an index into `texts`. */
export function textAt({ starts }: Segment, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle;
  }
  return low;
}

/** A stretch of a segment's `suffixes`; reused by whoever narrows it. */
export interface Range {
  low: number;
  high: number;
}

/** Sets the range to all places of one word; empty if it does not occur. */
export function placesOf({ words, firsts, directory }: Segment, word: number, range: Range): void {
  if (directory) {
    const held = word < directory.length - 1;
    range.low = held ? directory[word]! : 0;
    range.high = held ? directory[word + 1]! : 0;
    return;
  }
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  const found = low < words.length && words[low] === word;
  range.low = found ? firsts[low]! : 0;
  range.high = found ? firsts[low + 1]! : 0;
}

/** The directory of a segment; null where it would be larger than a tenth of the segment. */
export function directoryOf(
  words: Uint32Array,
  firsts: Uint32Array,
  allocate: Allocate = unshared,
): Uint32Array | null {
  const top = words.at(-1) ?? 0;
  const total = firsts.at(-1) ?? 0;
  if (top * 10 > total) return null;
  const directory = new Uint32Array(allocate((top + 2) * 4));
  for (let w = 0, id = 0; w < words.length; w++) for (; id <= words[w]!; id++) directory[id] = firsts[w]!;
  directory[top + 1] = total;
  return directory;
}

/**
 * Narrows a range of places that agree in their first `depth` words to those whose next word is `word`. `depth` is
 * less than ORDERED. About 2 log2 of the range's length reads.
 */
export function narrow({ ids, suffixes, cold }: Segment, range: Range, depth: number, word: number): void {
  if (cold !== null) {
    narrowCold(ids, suffixes, cold, range, depth, word);
    return;
  }
  let low = range.low;
  let high = range.high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[suffixes[middle]! + depth]! < word) low = middle + 1;
    else high = middle;
  }
  const first = low;
  // The places that agree are mostly few: gallop from the first instead of halving what is left.
  let step = 1;
  high = range.high;
  while (low < high) {
    const probe = low + step - 1 < high ? low + step - 1 : high - 1;
    if (ids[suffixes[probe]! + depth] === word) {
      low = probe + 1;
      step *= 2;
    } else {
      high = probe;
      step = 1 + ((high - low) >>> 1);
      if (low + step > high) step = high - low;
      if (step === 0) break;
    }
  }
  range.low = first;
  range.high = low;
}

/** The same on a segment of which most is on disk: among the samples first, then by asking for what is looked at. */
function narrowCold(
  ids: Uint32Array,
  suffixes: Uint32Array,
  cold: Cold,
  range: Range,
  depth: number,
  word: number,
): void {
  const { low, high } = range;
  const wordAt = (i: number): number => {
    cold.suffixes(i, i + 1);
    const at = suffixes[i]! + depth;
    cold.ids(at, at + 1);
    return ids[at]!;
  };
  range.low = borderCold(cold, low, high, depth, word, wordAt);
  range.high = borderCold(cold, range.low, high, depth, word + 1, wordAt);
}

/** The first place of a range whose word at `depth` is not below `word`. */
function borderCold(
  { samples }: Cold,
  from: number,
  to: number,
  depth: number,
  word: number,
  wordAt: (place: number) => number,
): number {
  let low = from;
  let high = to;
  if (depth < SAMPLED) {
    let first = Math.ceil(low / SAMPLE);
    let end = Math.ceil(high / SAMPLE);
    while (first < end) {
      const middle = (first + end) >>> 1;
      if (samples[middle * SAMPLED + depth]! < word) first = middle + 1;
      else end = middle;
    }
    // The sample before is below the word, the one found is not.
    if (first * SAMPLE < high) high = first * SAMPLE;
    if ((first - 1) * SAMPLE >= low) low = (first - 1) * SAMPLE + 1;
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wordAt(middle) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
