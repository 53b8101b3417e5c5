/**
 * The longest run of words, from each word of a text, that stands in texts that count. A run of so many words has all
 * its pairs of neighbours in the segment, so they are looked up first, from the last to the first, and where one is
 * lacking all runs that hold it are passed over at once (Horspool 1980). What is left is mostly told by the places of its
 * rarest pair; else the range of places is narrowed word by word, and then, from the longest run down, a place in a
 * text that counts is looked for. Cost: about 2 log2 n reads for each pair of words and segment.
 * (Matching statistics, Chang and Lawler 1994, without their suffix links, which a bounded suffix array has not.)
 */
import { BREAK, bringText, narrow, ORDERED, placesOf, type Range, type Segment, textAt, UNKNOWN } from './segment.js';

/** A run of the words looked for: number of the first, how many. */
export interface LongestRun {
  readonly from: number;
  readonly length: number;
}

/** Up to so many places of a pair of words are looked at one by one. */
const FEW = 24;

/**
 * The maximal runs of at least `least` words, in order: none lies within another. `counts` is asked for the caller's
 * number of a text.
 */
export function longestRuns(
  segments: readonly Segment[],
  ids: Uint32Array,
  least: number,
  counts: (text: number) => boolean,
): LongestRun[] {
  const longest = new Uint32Array(ids.length);
  for (const segment of segments) new Matches(segment, ids, counts).add(Math.max(1, least), longest);
  const runs: LongestRun[] = [];
  let reached = 0;
  for (const [from, length] of longest.entries()) {
    if (length < least || length === 0 || from + length <= reached) continue;
    runs.push({ from, length });
    reached = from + length;
  }
  return runs;
}

/** The runs of one text in one segment. */
class Matches {
  readonly #segment: Segment;
  readonly #ids: Uint32Array;
  readonly #counts: (text: number) => boolean;
  /** The places of each word with the next one, where they were looked up. */
  readonly #lows: Uint32Array;
  readonly #highs: Uint32Array;
  readonly #known: Uint8Array;
  /** The places of the run that is narrowed, by its words. */
  readonly #lowAt = new Uint32Array(ORDERED + 1);
  readonly #highAt = new Uint32Array(ORDERED + 1);
  readonly #range: Range = { low: 0, high: 0 };

  constructor(segment: Segment, ids: Uint32Array, counts: (text: number) => boolean) {
    this.#segment = segment;
    this.#ids = ids;
    this.#counts = counts;
    this.#lows = new Uint32Array(ids.length);
    this.#highs = new Uint32Array(ids.length);
    this.#known = new Uint8Array(ids.length);
  }

  /** Puts the length of the longest run from each word where it is longer than what is there; not of parts of runs. */
  add(least: number, longest: Uint32Array): void {
    const { length } = this.#ids;
    let reached = 0;
    for (let from = 0; ; ) {
      // A run that does not go beyond the one before it is part of that.
      const needed = Math.max(least, reached - from + 1);
      if (from + needed > length) return;
      const next = this.#beyondLacking(from, needed);
      if (next > from) {
        from = next;
        continue;
      }
      const found = this.#longestFrom(from, needed);
      if (found > 0) {
        longest[from] = Math.max(longest[from]!, found);
        reached = from + found;
      }
      from++;
    }
  }

  /** The word behind the first of the last pair that no place holds, of the run from `from`; `from` if all are held. */
  #beyondLacking(from: number, needed: number): number {
    if (needed === 1) return from;
    for (let i = from + needed - 2; i >= from; i--) if (this.#placesOfPair(i) === 0) return i + 1;
    return from;
  }

  #placesOfPair(first: number): number {
    if (this.#known[first] === 0) {
      this.#known[first] = 1;
      const range = this.#range;
      const [a, b] = [this.#ids[first]!, this.#ids[first + 1]!];
      if (a !== BREAK && b !== BREAK && b !== UNKNOWN) {
        placesOf(this.#segment, a, range);
        if (range.low < range.high) narrow(this.#segment, range, 1, b);
        this.#lows[first] = range.low;
        this.#highs[first] = range.high;
      }
    }
    return this.#highs[first]! - this.#lows[first]!;
  }

  /** Words of the longest run that begins at `from`, of those of at least `needed` words; 0 if there is none. */
  #longestFrom(from: number, needed: number): number {
    let rarest = from;
    for (let i = from + 1; i + 1 < from + needed; i++)
      if (this.#placesOfPair(i) < this.#placesOfPair(rarest)) rarest = i;
    return needed > 1 && this.#placesOfPair(rarest) <= FEW
      ? this.#longestAt(from, needed, rarest)
      : this.#longestBelow(from, needed);
  }

  /** The same by the places of one pair of its words. */
  #longestAt(from: number, needed: number, pair: number): number {
    const { suffixes, cold } = this.#segment;
    const [low, high] = [this.#lows[pair]!, this.#highs[pair]!];
    cold?.suffixes(low, high);
    let best = 0;
    for (let i = low; i < high; i++) {
      const position = suffixes[i]! - (pair - from);
      if (position < 0) continue;
      cold?.ids(position, position + needed);
      const length = this.#agreeing(from, position, 0, needed);
      if (length < needed) continue;
      const text = textAt(this.#segment, position);
      if (!this.#counts(this.#segment.texts[text]!)) continue;
      bringText(this.#segment, text);
      best = Math.max(best, this.#agreeing(from, position, length, this.#ids.length - from));
    }
    return best;
  }

  /** How many words from `from` stand at a position, up to `most`, of which so many are known to. */
  #agreeing(from: number, position: number, known: number, most: number): number {
    const { ids: held } = this.#segment;
    const ids = this.#ids;
    let length = known;
    while (length < most && ids[from + length] !== BREAK && held[position + length] === ids[from + length]) length++;
    return length;
  }

  /** The same by narrowing all places of its first word. */
  #longestBelow(from: number, needed: number): number {
    const ids = this.#ids;
    const segment = this.#segment;
    const range = this.#range;
    const lows = this.#lowAt;
    const highs = this.#highAt;
    const deepest = Math.min(ORDERED, ids.length - from);
    let depth = 0;
    for (; depth < deepest; depth++) {
      const id = ids[from + depth]!;
      if (id === BREAK) break;
      if (depth === 0) placesOf(segment, id, range);
      else if (depth === 1) {
        this.#placesOfPair(from);
        range.low = this.#lows[from]!;
        range.high = this.#highs[from]!;
      } else narrow(segment, range, depth, id);
      if (range.low >= range.high) break;
      lows[depth + 1] = range.low;
      highs[depth + 1] = range.high;
    }
    const { suffixes, texts, cold } = segment;
    // Places that were seen at a greater depth do not count at a lesser one either.
    let seenLow = 0;
    let seenHigh = 0;
    for (; depth >= Math.min(needed, ORDERED) && depth > 0; depth--) {
      const low = lows[depth]!;
      const high = highs[depth]!;
      let best = 0;
      for (let i = low; i < high; i++) {
        if (i === seenLow && seenHigh > seenLow) {
          i = seenHigh - 1;
          continue;
        }
        cold?.suffixes(i, i + 1);
        const position = suffixes[i]!;
        const text = textAt(segment, position);
        if (!this.#counts(texts[text]!)) continue;
        if (depth < ORDERED) return depth >= needed ? depth : 0;
        bringText(segment, text);
        best = Math.max(best, this.#agreeing(from, position, depth, ids.length - from));
      }
      if (best >= needed) return best;
      seenLow = low;
      seenHigh = high;
    }
    return 0;
  }
}
