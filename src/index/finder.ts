/**
 * Finding runs of words in all live segments at once. Adaptive seeds (Kiełbasa, Wan, Sato, Horton, Frith 2011):
 * from each word looked for, extend to the right only until few enough places remain, so that rare words seed alone
 * and common ones in company. Of every place the whole run of agreeing words is taken, once. Mostly it is enough to
 * seed at a few words: how near a place may be that was not met follows from the seeds that do not overlap. Cost: about
 * 2 log2 n reads for each seed's word and segment, plus one for each place.
 * Rejected: seeds of fixed length, which lose quotations with an edit in every fifth word.
 */
import { Runs } from './runs.js';
import { BREAK, bringText, narrow, ORDERED, placesOf, type Range, type Segment, textAt, UNKNOWN } from './segment.js';

/** Of a segment's words: if more than one in so many begin what is counted, reading them in order is faster. */
const MANY = 200;

/** With a filter, places that are looked at for each that may be taken. */
export const LOOKS = 64;

/** What is looked for: the words of all fragments in a row, the fragment of each, the bits of each. */
export interface Wanted {
  readonly ids: Uint32Array;
  readonly fragments: Uint16Array;
  readonly bits: Float64Array;
}

/** A run of words looked for that stands in more places than were followed. */
export interface CappedRun {
  readonly from: number;
  readonly length: number;
  readonly places: number;
}

/** Where runs of the words looked for stand; `runs` is reused by the next call. */
export interface Found {
  readonly runs: Runs;
  /** Telling runs in too many places, which no followed run covers; ordered by where they begin. */
  readonly capped: readonly CappedRun[];
}

/** Searches a fixed list of segments. Owns its scratch arrays: one search at a time. */
export class Finder {
  readonly segments: readonly Segment[];
  /** Words held, breaks not counted. */
  readonly words: number;
  readonly #ranges: readonly Range[];
  readonly #before: readonly Range[];
  readonly #runs = new Runs();

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
    this.words = segments.reduce((sum, { suffixes }) => sum + suffixes.length, 0);
    this.#ranges = segments.map(() => ({ low: 0, high: 0 }));
    this.#before = segments.map(() => ({ low: 0, high: 0 }));
  }

  /** In how many places a word stands. */
  count(word: number): number {
    let total = 0;
    for (const [s, segment] of this.segments.entries()) {
      const range = this.#ranges[s]!;
      placesOf(segment, word, range);
      total += range.high - range.low;
    }
    return total;
  }

  /** −log2 of a word's frequency, in bits; a word that is not held counts as if it were held once. */
  bits(word: number): number {
    return Math.log2(Math.max(2, this.words) / Math.max(1, this.count(word)));
  }

  /**
   * Visits every place that holds these words in a row, in any order, and returns their number. Without `visit` it
   * only counts, which costs nothing per place up to ORDERED words.
   */
  exact(ids: Uint32Array, visit?: Visit): number {
    let total = 0;
    if (ids.includes(BREAK)) return 0;
    for (const [s, segment] of this.segments.entries()) {
      const range = this.#ranges[s]!;
      placesOf(segment, ids[0] ?? UNKNOWN, range);
      const sorted = Math.min(ids.length, ORDERED);
      for (let depth = 1; depth < sorted && range.low < range.high; depth++) narrow(segment, range, depth, ids[depth]!);
      if (!visit && ids.length <= ORDERED) {
        total += range.high - range.low;
        continue;
      }
      const { cold } = segment;
      if (cold === null && range.high - range.low > segment.suffixes.length / MANY) {
        total += scan(s, segment, ids, visit);
        continue;
      }
      cold?.suffixes(range.low, range.high);
      for (let i = range.low; i < range.high; i++) {
        const position = segment.suffixes[i]!;
        if (cold !== null && ids.length > ORDERED) cold.ids(position + ORDERED, position + ids.length);
        if (!agrees(segment.ids, position, ids, ORDERED)) continue;
        total++;
        visit?.(s, position, textAt(segment, position));
      }
    }
    return total;
  }

  /** Bits that a run must have to be no work of chance: it would stand once in as many words as are held. */
  get chance(): number {
    return Math.log2(Math.max(2, this.words));
  }

  /**
   * Runs of words that stand together. Seeds are followed up to `cap` places; of runs that stand in more, so many
   * are taken if chance would not put them there, or if nothing else is found. `passes` is asked for the caller's
   * number of a text: places in others do not exist for this search, neither for the cap nor for how far a seed is
   * extended; only of runs in more than LOOKS times the cap places all are taken to count.
   */
  seeds({ ids, fragments, bits }: Wanted, cap: number, passes: Passes = null): Found {
    const runs = this.#runs;
    runs.clear();
    const capped: CappedRun[] = [];
    let resolved = false;
    let covered = 0;
    for (let from = 0; from < ids.length; from++) {
      const inside = from > 0 && fragments[from - 1] === fragments[from];
      if (!inside) {
        resolved = false;
        covered = from;
      }
      let places = this.#passing(this.#begin(ids[from]!), cap, passes);
      if (places === 0) {
        resolved = true;
        continue;
      }
      let length = 1;
      while (places > cap && length < ORDERED && fragments[from + length] === fragments[from]) {
        const narrower = this.#passing(this.#extend(length, ids[from + length]!), cap, passes);
        if (narrower === 0) {
          this.#undo();
          break;
        }
        places = narrower;
        length++;
      }
      if (places <= cap) {
        this.#take(ids, fragments, from, length, inside && resolved ? 1 : 0, cap, passes);
        resolved = true;
        covered = Math.max(covered, from + length);
        continue;
      }
      resolved = false;
      if (from + length > covered) {
        covered = from + length;
        capped.push({ from, length, places });
      }
    }
    const telling = capped.filter(({ from, length }) => {
      let sum = 0;
      for (let i = from; i < from + length; i++) sum += bits[i]!;
      return sum >= this.chance;
    });
    if (runs.size === 0 || telling.length > 0)
      for (const { from, length } of telling.length > 0 ? telling : capped) {
        this.#begin(ids[from]!);
        for (let depth = 1; depth < length; depth++) this.#extend(depth, ids[from + depth]!);
        this.#take(ids, fragments, from, length, 0, cap, passes);
      }
    return { runs, capped: telling };
  }

  /**
   * The same with fewest seeds: each begins behind the one before it, and only those in at most `cap` places are
   * followed. `edits`: a place with no run among those found differs by at least so many words, since every seed is a
   * stretch of which it lacks something, and stretches that do not overlap are different words (the pigeonhole of
   * Navarro and Baeza-Yates 1999).
   */
  sparse(
    { ids, fragments }: Wanted,
    cap: number,
    passes: Passes = null,
  ): { readonly runs: Runs; readonly edits: number } {
    const runs = this.#runs;
    runs.clear();
    let edits = 0;
    /** Where the stretch that was counted last ends, and the last seed that was followed. */
    let counted = 0;
    let [low, high] = [0, 0];
    for (let from = 0, next = 1; from < ids.length; from = next) {
      const fragment = fragments[from];
      let places = this.#passing(this.#begin(ids[from]!), cap, passes);
      let length = 1;
      let lacking = places === 0;
      while (places > cap && length < ORDERED && fragments[from + length] === fragment) {
        const narrower = this.#passing(this.#extend(length, ids[from + length]!), cap, passes);
        lacking = narrower === 0;
        if (lacking) {
          this.#undo();
          break;
        }
        places = narrower;
        length++;
      }
      next = from + length;
      if (places > cap && !lacking) continue;
      const end = places > cap ? next + 1 : next;
      if (from >= counted) {
        edits++;
        counted = end;
      } else if (end < counted) counted = end;
      if (places > cap || places === 0) continue;
      this.#take(
        ids,
        fragments,
        from,
        length,
        high === from && fragments[low] === fragment ? from - low : 0,
        cap,
        passes,
      );
      [low, high] = [from, next];
    }
    return { runs, edits };
  }

  #begin(word: number): number {
    let total = 0;
    for (let s = 0; s < this.segments.length; s++) {
      const range = this.#ranges[s]!;
      placesOf(this.segments[s]!, word, range);
      total += range.high - range.low;
    }
    return total;
  }

  /** Narrows all ranges by one word; if nothing is left they stay as they were. Returns what is left. */
  #extend(depth: number, word: number): number {
    let total = 0;
    for (let s = 0; s < this.segments.length; s++) {
      const range = this.#ranges[s]!;
      const before = this.#before[s]!;
      before.low = range.low;
      before.high = range.high;
      if (range.low < range.high) narrow(this.segments[s]!, range, depth, word);
      total += range.high - range.low;
    }
    if (total === 0) this.#undo();
    return total;
  }

  /** Takes the last narrowing back. */
  #undo(): void {
    for (let s = 0; s < this.segments.length; s++) {
      this.#ranges[s]!.low = this.#before[s]!.low;
      this.#ranges[s]!.high = this.#before[s]!.high;
    }
  }

  /**
   * How many of the places of the current ranges are in texts that pass, counted up to one more than the cap; all of
   * them where they are too many to be looked at.
   */
  #passing(places: number, cap: number, passes: Passes): number {
    if (passes === null || places === 0 || places > cap * LOOKS) return places;
    let passing = 0;
    for (let s = 0; s < this.segments.length && passing <= cap; s++) {
      const { low, high } = this.#ranges[s]!;
      const segment = this.segments[s]!;
      segment.cold?.suffixes(low, high);
      for (let i = low; i < high && passing <= cap; i++)
        if (passes(segment.texts[textAt(segment, segment.suffixes[i]!)]!)) passing++;
    }
    return passing;
  }

  /**
   * Takes the runs at the places of the current ranges, at most `most`. `known`: those that hold so many words before
   * the seed are taken already; 0: none are.
   */
  #take(
    ids: Uint32Array,
    fragments: Uint16Array,
    from: number,
    length: number,
    known: number,
    most: number,
    passes: Passes,
  ): void {
    let left = most;
    let looks = passes === null ? most : most * LOOKS;
    for (let s = 0; s < this.segments.length && left > 0 && looks > 0; s++) {
      const { low, high } = this.#ranges[s]!;
      const segment = this.segments[s]!;
      const { ids: held, suffixes, cold } = segment;
      cold?.suffixes(low, Math.min(high, low + looks));
      for (let i = low; i < high && left > 0 && looks > 0; i++, looks--) {
        const position = suffixes[i]!;
        if (passes !== null && !passes(segment.texts[textAt(segment, position)]!)) continue;
        left--;
        if (cold !== null) bringText(segment, textAt(segment, position));
        let start = 0;
        while (
          position > start &&
          from > start &&
          fragments[from - start - 1] === fragments[from] &&
          held[position - start - 1] === ids[from - start - 1]
        )
          if (++start === known) break;
        if (known > 0 && start === known) continue;
        let end = length;
        while (fragments[from + end] === fragments[from] && held[position + end] === ids[from + end]) end++;
        this.#runs.add(s, position - start, from - start, start + end);
      }
    }
  }
}

/** Which texts are searched, by the caller's number; null: all. */
export type Passes = ((text: number) => boolean) | null;
type Visit = (segment: number, position: number, text: number) => void;

/** Visits every place by reading all words in order. */
function scan(number: number, { ids: held, texts, starts }: Segment, ids: Uint32Array, visit?: Visit): number {
  let total = 0;
  const first = ids[0];
  for (let text = 0; text < texts.length; text++)
    for (let position = starts[text]!; position < starts[text + 1]!; position++)
      if (held[position] === first && agrees(held, position, ids, 1)) {
        total++;
        visit?.(number, position, text);
      }
  return total;
}

/** Whether the words at a position agree with those looked for, from `known` on. */
function agrees(held: Uint32Array, position: number, ids: Uint32Array, known: number): boolean {
  for (let i = known; i < ids.length; i++) if (held[position + i] !== ids[i]) return false;
  return true;
}
