/**
 * The runs of words that one text shares with others, each as long as it is (maximal exact matches, as genome
 * alignment has them: Delcher and others 1999, there over a suffix tree). From each word the range of places that agree
 * for the least length is narrowed; of these only such are followed whose word before differs, so that every run is
 * visited once. Cost: about 2 log2 n reads for each word and segment, and one look at each place.
 */
import type { Finder } from './finder.js';
import { BREAK, bringText, narrow, ORDERED, placesOf, textAt } from './segment.js';

/** A run: number of its first word, how many, and where it stands in the other text. */
export interface SharedRun {
  readonly from: number;
  readonly length: number;
  /** The caller's number of the other text, and the position of the run from its first word. */
  readonly text: number;
  readonly at: number;
}

/**
 * Visits the runs of at least `least` words (at most ORDERED) that `ids` shares with texts that `takes` lets through.
 * Beginnings that stand in more than `most` places are passed over; how many are is returned.
 */
export function visitShared(
  finder: Finder,
  ids: Uint32Array,
  { least, most, takes }: { readonly least: number; readonly most: number; readonly takes: (text: number) => boolean },
  visit: (run: SharedRun) => void,
): number {
  if (!(least >= 1 && least <= ORDERED)) throw new RangeError(`least must be 1 to ${ORDERED}`);
  const ranges = finder.segments.map(() => ({ low: 0, high: 0 }));
  let passedOver = 0;
  /** Whether the places of the word before were looked at, so that runs from there are known. */
  let known = false;
  for (let from = 0, clear = 0; from + least <= ids.length; from++) {
    for (clear = Math.max(clear, from); clear < from + least && ids[clear] !== BREAK; clear++);
    if (clear < from + least) {
      from = clear;
      clear++;
      known = false;
      continue;
    }
    let places = 0;
    for (const [s, segment] of finder.segments.entries()) {
      const range = ranges[s]!;
      placesOf(segment, ids[from]!, range);
      for (let depth = 1; depth < least && range.low < range.high; depth++)
        narrow(segment, range, depth, ids[from + depth]!);
      places += range.high - range.low;
    }
    if (places > most) {
      passedOver++;
      known = false;
      continue;
    }
    for (const [s, segment] of finder.segments.entries()) {
      const { low, high } = ranges[s]!;
      segment.cold?.suffixes(low, high);
      for (let i = low; i < high; i++) {
        const position = segment.suffixes[i]!;
        const text = textAt(segment, position);
        if (!takes(segment.texts[text]!)) continue;
        bringText(segment, text);
        const at = position - segment.starts[text]!;
        if (known && at > 0 && segment.ids[position - 1] === ids[from - 1]) continue;
        let length = least;
        while (
          from + length < ids.length &&
          ids[from + length] !== BREAK &&
          segment.ids[position + length] === ids[from + length]
        )
          length++;
        visit({ from, length, text: segment.texts[text]!, at });
      }
    }
    known = true;
  }
  return passedOver;
}
