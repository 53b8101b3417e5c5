/**
 * Building a segment: places are dealt into one bucket per first word, then each bucket is sorted by the words that
 * follow with multikey quicksort (Bentley and Sedgewick 1997), two words at a time packed into one float64 key that
 * is read once and moved along with its place, and no deeper than ORDERED words. Text that repeats itself is
 * partitioned at most ORDERED / 2 times, so it costs a constant more and has no cliff.
 * Rejected: prefix doubling and induced sorting, which order places to the end of the text, several times the work.
 */
import { type Allocate, BREAK, directoryOf, ORDERED, type Segment, unshared } from './segment.js';

/** Word numbers must be below this, so that two fit into the 53 bits of a float64. */
const RADIX = 2 ** 26;
/** Positions of few words must be below this, so that one fits beside a word into the 53 bits of a float64. */
const POSITIONS = 2 ** 26;
/** Words that are fewer than this share of the highest number are dealt by sorting. */
const SPARSE = 16;
/** Below this many places insertion is faster than partition. */
const FEW = 14;
/** From this many places on, dealing out by the second word is faster than partition. */
const MANY = 1 << 14;

/**
 * Builds the segment over `ids`, in which each of the texts ends with a BREAK. `texts` are the caller's numbers and
 * `starts` the position of the first word of each, with `ids.length` at the end. RangeError for misuse. The arrays
 * are kept, not copied.
 */
export function buildSegment(ids: Uint32Array, texts: Uint32Array, starts: Uint32Array): Segment {
  if (starts.length !== texts.length + 1 || starts[texts.length] !== ids.length)
    throw new RangeError('starts must hold the first position of each text and, at the end, the number of words');
  for (let i = 1; i < starts.length; i++)
    if (ids[starts[i]! - 1] !== BREAK) throw new RangeError(`text ${i - 1} does not end with a break`);
  const dealt = dealOut(ids);
  let next = 0;
  sortBuckets(ids, dealt, () => next++);
  return finished({ ids, texts, starts }, dealt);
}

/** The segment of texts whose places are dealt out and sorted. */
export function finished({ ids, texts, starts }: Contents, dealt: Dealt, allocate: Allocate = unshared): Segment {
  const { suffixes, words, firsts } = dealt;
  return { ids, suffixes, words, firsts, directory: directoryOf(words, firsts, allocate), texts, starts, cold: null };
}

/** Places dealt into one bucket for each first word; within a bucket they come in order of position. */
export type Dealt = Pick<Segment, 'suffixes' | 'words' | 'firsts'>;

/**
 * Sorts the buckets whose numbers `take` hands out, until it gives one that there is not. Threads that share the
 * arrays and the counter behind `take` share the work.
 */
export function sortBuckets(ids: Uint32Array, { suffixes, words, firsts }: Dealt, take: () => number): void {
  let largest = 0;
  for (let w = 0; w < words.length; w++) largest = Math.max(largest, firsts[w + 1]! - firsts[w]!);
  const sorter = new Sorter(ids, suffixes, largest, (words.at(-1) ?? 0) + 1);
  for (let w = take(); w < words.length; w = take()) sorter.sortBucket(firsts[w]!, firsts[w + 1]!);
}

/** Texts that are to be a segment, or are one. */
export type Contents = Pick<Segment, 'ids' | 'texts' | 'starts'>;

/** One segment of all texts of several, by their numbers, without the texts that `dropped` names. */
export function mergeSegments(segments: readonly Contents[], dropped: (text: number) => boolean): Segment {
  const { ids, texts, starts } = gather(segments, dropped);
  return buildSegment(ids, texts, starts);
}

/** The texts of several segments one behind the other, by their numbers, without those that `dropped` names. */
export function gather(
  segments: readonly Contents[],
  dropped: (text: number) => boolean,
  allocate: Allocate = unshared,
): Contents {
  const kept: { readonly from: Contents; readonly t: number }[] = [];
  let words = 0;
  for (const from of segments)
    for (let t = 0; t < from.texts.length; t++)
      if (!dropped(from.texts[t]!)) {
        kept.push({ from, t });
        words += from.starts[t + 1]! - from.starts[t]!;
      }
  kept.sort((a, b) => a.from.texts[a.t]! - b.from.texts[b.t]!);
  const ids = new Uint32Array(allocate(words * 4));
  const texts = new Uint32Array(allocate(kept.length * 4));
  const starts = new Uint32Array(allocate((kept.length + 1) * 4));
  let at = 0;
  for (const [n, { from, t }] of kept.entries()) {
    const text = from.ids.subarray(from.starts[t], from.starts[t + 1]);
    ids.set(text, at);
    texts[n] = from.texts[t]!;
    at += text.length;
    starts[n + 1] = at;
  }
  return { ids, texts, starts };
}

/** Deals all places but breaks into their buckets. RangeError for word numbers that are too high. */
export function dealOut(ids: Uint32Array, allocate: Allocate = unshared): Dealt {
  let top = 0;
  for (let i = 0; i < ids.length; i++) if (ids[i]! > top) top = ids[i]!;
  if (top >= RADIX) throw new RangeError(`word numbers must be below ${RADIX}`);
  if (ids.length < top / SPARSE) return dealFew(ids, allocate);
  const next = new Uint32Array(top + 2);
  for (let i = 0; i < ids.length; i++) next[ids[i]!]!++;
  next[BREAK] = 0;
  let distinct = 0;
  for (let id = 1; id <= top; id++) if (next[id]! > 0) distinct++;
  const words = new Uint32Array(allocate(distinct * 4));
  const firsts = new Uint32Array(allocate((distinct + 1) * 4));
  let total = 0;
  for (let id = 1, w = 0; id <= top; id++) {
    const count = next[id]!;
    if (count === 0) continue;
    next[id] = total;
    words[w] = id;
    firsts[w++] = total;
    total += count;
  }
  firsts[distinct] = total;
  const suffixes = new Uint32Array(allocate(total * 4));
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (id !== BREAK) suffixes[next[id]!++] = i;
  }
  return { suffixes, words, firsts };
}

/** The same by sorting: a new text has few words of a large dictionary, and counting takes a look at each of that. */
function dealFew(ids: Uint32Array, allocate: Allocate): Dealt {
  const keys = new Float64Array(ids.length);
  let total = 0;
  let distinct = 0;
  for (let i = 0; i < ids.length; i++) if (ids[i] !== BREAK) keys[total++] = ids[i]! * POSITIONS + i;
  const sorted = keys.subarray(0, total).sort();
  const suffixes = new Uint32Array(allocate(total * 4));
  for (let i = 0, before = 0; i < total; i++) {
    const id = Math.floor(sorted[i]! / POSITIONS);
    suffixes[i] = sorted[i]! - id * POSITIONS;
    if (id !== before) distinct++;
    before = id;
  }
  const words = new Uint32Array(allocate(distinct * 4));
  const firsts = new Uint32Array(allocate((distinct + 1) * 4));
  for (let i = 0, w = 0; i < total; i++) {
    const id = ids[suffixes[i]!]!;
    if (w > 0 && words[w - 1] === id) continue;
    words[w] = id;
    firsts[w++] = i;
  }
  firsts[distinct] = total;
  return { suffixes, words, firsts };
}

class Sorter {
  readonly #ids: Uint32Array;
  readonly #suffixes: Uint32Array;
  readonly #keys: Float64Array;
  readonly #dealt: Uint32Array;
  readonly #counts: Uint32Array;
  #base = 0;

  constructor(ids: Uint32Array, suffixes: Uint32Array, largest: number, numbers: number) {
    this.#ids = ids;
    this.#suffixes = suffixes;
    this.#keys = new Float64Array(largest);
    this.#dealt = new Uint32Array(largest >= MANY ? largest : 0);
    this.#counts = new Uint32Array(largest >= MANY ? numbers : 0);
  }

  /** Sorts the places of one word, which come in order of position. */
  sortBucket(low: number, high: number): void {
    if (high - low < 2) return;
    this.#base = low;
    if (high - low < MANY) this.#refine(low, high, 1);
    else this.#dealBucket(low, high);
  }

  /** Deals a large bucket out by the second word, keeping the order of positions, then sorts each part. */
  #dealBucket(low: number, high: number): void {
    const ids = this.#ids;
    const suffixes = this.#suffixes;
    const dealt = this.#dealt;
    const counts = this.#counts.fill(0);
    for (let i = low; i < high; i++) counts[ids[suffixes[i]! + 1]!]!++;
    for (let id = 0, total = 0; id < counts.length; id++) {
      total += counts[id]!;
      counts[id] = total - counts[id]!;
    }
    for (let i = low; i < high; i++) {
      const at = suffixes[i]!;
      dealt[counts[ids[at + 1]!]!++] = at;
    }
    suffixes.set(dealt.subarray(0, high - low), low);
    // Each count now stands at the end of its part; places before a break are in order already.
    for (let id = 1, from = counts[BREAK]!; id < counts.length; from = counts[id++]!)
      if (counts[id]! - from > 1) this.#refine(low + from, low + counts[id]!, 2);
  }

  /** Sorts places that agree in their first `depth` words. */
  #refine(low: number, high: number, depth: number): void {
    const ids = this.#ids;
    const suffixes = this.#suffixes;
    const keys = this.#keys;
    const base = this.#base;
    const two = depth + 1 < ORDERED;
    for (let i = low; i < high; i++) {
      const at = suffixes[i]! + depth;
      const word = ids[at]!;
      keys[i - base] = word === BREAK || !two ? word * RADIX : word * RADIX + ids[at + 1]!;
    }
    this.#quicksort(low, high, depth);
  }

  /** Sorts places with keys read at `depth`, then each run of equal keys by what follows. */
  #quicksort(low: number, high: number, depth: number): void {
    const suffixes = this.#suffixes;
    const keys = this.#keys;
    const base = this.#base;
    while (high - low > FEW) {
      const pivot = this.#pivot(low - base, high - base);
      let less = low;
      let i = low;
      let more = high;
      while (i < more) {
        const key = keys[i - base]!;
        if (key === pivot) i++;
        else {
          const to = key < pivot ? less++ : --more;
          const at = suffixes[i]!;
          suffixes[i] = suffixes[to]!;
          suffixes[to] = at;
          keys[i - base] = keys[to - base]!;
          keys[to - base] = key;
          if (key < pivot) i++;
        }
      }
      this.#settle(less, more, depth, pivot);
      if (less - low < high - more) {
        this.#quicksort(low, less, depth);
        low = more;
      } else {
        this.#quicksort(more, high, depth);
        high = less;
      }
    }
    for (let i = low + 1; i < high; i++) {
      const key = keys[i - base]!;
      const at = suffixes[i]!;
      let j = i;
      for (; j > low && keys[j - 1 - base]! > key; j--) {
        keys[j - base] = keys[j - 1 - base]!;
        suffixes[j] = suffixes[j - 1]!;
      }
      keys[j - base] = key;
      suffixes[j] = at;
    }
    for (let i = low; i < high; ) {
      const key = keys[i - base]!;
      let j = i + 1;
      while (j < high && keys[j - base] === key) j++;
      this.#settle(i, j, depth, key);
      i = j;
    }
  }

  /** Orders places whose keys at `depth` are all `key`: by what follows, or by position where nothing does. */
  #settle(low: number, high: number, depth: number, key: number): void {
    if (high - low < 2) return;
    if (depth + 2 >= ORDERED || key % RADIX === BREAK) this.#suffixes.subarray(low, high).sort();
    else this.#refine(low, high, depth + 2);
  }

  /** Median of three medians (Tukey's ninther). */
  #pivot(low: number, high: number): number {
    const keys = this.#keys;
    const middle = (low + high) >>> 1;
    if (high - low < 64) return median(keys[low]!, keys[middle]!, keys[high - 1]!);
    const step = (high - low) >>> 3;
    return median(
      median(keys[low]!, keys[low + step]!, keys[low + 2 * step]!),
      median(keys[middle - step]!, keys[middle]!, keys[middle + step]!),
      median(keys[high - 1 - 2 * step]!, keys[high - 1 - step]!, keys[high - 1]!),
    );
  }
}

function median(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}
