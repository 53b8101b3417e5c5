/**
 * The longest run of words, from each word of a text, that stands in texts that count. The range of places is
 * narrowed word by word as far as it goes; then, from the longest run down, a place in a text that counts is looked
 * for, which for most runs is the first one. Cost: about 2 log2 n reads for each word of a run and segment.
 * (Matching statistics, Chang and Lawler 1994, without their suffix links, which a bounded suffix array has not.)
 */
import { BREAK, bringText, narrow, ORDERED, placesOf, type Segment, textAt } from './segment.js';

/** A run of the words looked for: number of the first, how many. */
export interface LongestRun {
  readonly from: number;
  readonly length: number;
}

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
  const runs: LongestRun[] = [];
  let reached = 0;
  for (let from = 0; from + least <= ids.length; from++) {
    let length = 0;
    // A run that does not go beyond the one before it is part of that.
    const needed = Math.max(least, reached - from + 1);
    for (const segment of segments)
      length = Math.max(length, longestFrom(segment, ids, from, Math.max(needed, length + 1), counts));
    if (length < needed) continue;
    runs.push({ from, length });
    reached = from + length;
  }
  return runs;
}

/** Words of the longest run that begins at `from`, of those of at least `needed` words; 0 if there is none. */
function longestFrom(
  segment: Segment,
  ids: Uint32Array,
  from: number,
  needed: number,
  counts: (text: number) => boolean,
): number {
  if (from + needed > ids.length) return 0;
  const range = { low: 0, high: 0 };
  const deepest = Math.min(ORDERED, ids.length - from);
  const lows = new Uint32Array(deepest + 1);
  const highs = new Uint32Array(deepest + 1);
  let depth = 0;
  for (; depth < deepest; depth++) {
    const id = ids[from + depth]!;
    if (id === BREAK) break;
    if (depth === 0) placesOf(segment, id, range);
    else narrow(segment, range, depth, id);
    if (range.low >= range.high) break;
    lows[depth + 1] = range.low;
    highs[depth + 1] = range.high;
  }
  const { suffixes, texts, ids: held, cold } = segment;
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
      if (!counts(texts[textAt(segment, position)]!)) continue;
      if (depth < ORDERED) return depth >= needed ? depth : 0;
      if (cold !== null) bringText(segment, textAt(segment, position));
      let length = depth;
      while (
        from + length < ids.length &&
        ids[from + length] !== BREAK &&
        held[position + length] === ids[from + length]
      )
        length++;
      best = Math.max(best, length);
    }
    if (best >= needed) return best;
    seenLow = low;
    seenHigh = high;
  }
  return 0;
}
