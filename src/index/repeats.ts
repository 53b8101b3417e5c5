/**
 * Every run of words that stands in more than one place, each once and as long as it is. In the order of the suffix
 * array the places of a run lie side by side; the runs are the intervals of its tree of common beginnings, walked
 * bottom up (Abouelhoda, Kurtz, Ohlebusch 2004) over all segments at once, merged as they are read. A run that is
 * always preceded by the same word is part of a longer one and left out. Cost: one look at each place, no matter how
 * often runs repeat, and no memory but a stack of ORDERED levels. Rejected: a table of all n-grams, which takes more
 * memory than the index and finds runs of one length only.
 */
import { BREAK, ORDERED, type Range, type Segment, placesOf } from './segment.js';

/** Run under the visitor's eyes; used again for the next one. */
export interface Repeat {
  /** Words; up to ORDERED as all places have them, beyond only as far as all places go on alike. */
  readonly length: number;
  readonly places: number;
  /** A place that holds the run. */
  readonly segment: number;
  readonly position: number;
  /** The places: of each segment `suffixes[lows[s]]` … `suffixes[highs[s]]`, among them those that do not count. */
  readonly lows: Uint32Array;
  readonly highs: Uint32Array;
}

export interface RepeatWish {
  /** Fewest words of a run, 1 to ORDERED. */
  readonly least: number;
  /** Fewest places. */
  readonly places: number;
  /** Which texts count, by the caller's number; null: all. */
  readonly counts: ((text: number) => boolean) | null;
  /** Only runs whose first word has a number from `low` to `high`, the end excluded, so that several can share the work. */
  readonly firstWords?: { readonly low: number; readonly high: number };
}

/** Left neighbours of the places of one run: one word, or several. */
const SEVERAL = 0xffffffff;
const RADIX = 2 ** 26;

/** Visits all runs that repeat, in the order of their words. RangeError if `least` is not 1 to ORDERED. */
export function visitRepeats(segments: readonly Segment[], wish: RepeatWish, visit: (repeat: Repeat) => void): void {
  if (!(wish.least >= 1 && wish.least <= ORDERED)) throw new RangeError(`least must be 1 to ${ORDERED}`);
  for (const { cold, ids, suffixes } of segments) {
    cold?.ids(0, ids.length);
    cold?.suffixes(0, suffixes.length);
  }
  new Walk(segments, wish, visit).all();
}

class Walk {
  readonly #segments: readonly Segment[];
  readonly #wish: RepeatWish;
  readonly #visit: (repeat: Repeat) => void;
  readonly #counted: readonly (Uint8Array | null)[];
  /** Next place of each segment, and after the last of the present word. */
  readonly #at: Uint32Array;
  readonly #ends: Uint32Array;
  /** The second and third word at each segment's next place, as one number; Infinity where none is left. */
  readonly #keys: Float64Array;
  /** The stack: words in common, places before, left neighbour, and where each segment's places begin. */
  readonly #common = new Uint32Array(ORDERED + 2);
  readonly #before = new Float64Array(ORDERED + 2);
  readonly #left = new Uint32Array(ORDERED + 2);
  readonly #lows: readonly Uint32Array[];
  #level = -1;
  /** Where in the suffixes of its segment the last place taken stands. */
  #lastAt = 0;
  readonly #found: { -readonly [K in keyof Repeat]: Repeat[K] };

  constructor(segments: readonly Segment[], wish: RepeatWish, visit: (repeat: Repeat) => void) {
    const k = segments.length;
    this.#segments = segments;
    this.#wish = wish;
    this.#visit = visit;
    this.#counted = segments.map((segment) => (wish.counts ? countedIn(segment, wish.counts) : null));
    this.#at = new Uint32Array(k);
    this.#ends = new Uint32Array(k);
    this.#keys = new Float64Array(k);
    this.#lows = Array.from({ length: ORDERED + 2 }, () => new Uint32Array(k));
    this.#found = { length: 0, places: 0, segment: 0, position: 0, lows: this.#lows[0]!, highs: new Uint32Array(k) };
  }

  all(): void {
    const { low = 1, high = RADIX } = this.#wish.firstWords ?? {};
    const range: Range = { low: 0, high: 0 };
    for (const word of wordsOf(this.#segments, low, high)) {
      let total = 0;
      for (const [s, segment] of this.#segments.entries()) {
        placesOf(segment, word, range);
        this.#at[s] = range.low;
        this.#ends[s] = range.high;
        total += range.high - range.low;
      }
      if (total < this.#wish.places) continue;
      if (this.#segments.length === 1) this.#walkAlone();
      else this.#walk();
    }
  }

  /** All places that begin with one word, in order. */
  #walk(): void {
    const segments = this.#segments;
    const at = this.#at;
    const { least } = this.#wish;
    const count = segments.length;
    for (let s = 0; s < count; s++) this.#look(s);
    let places = 0;
    let lastSegment = -1;
    let lastIds = segments[0]!.ids;
    let last = 0;
    for (;;) {
      let next = 0;
      for (let s = 1; s < count; s++)
        if (this.#keys[s]! < this.#keys[next]! || (this.#keys[s] === this.#keys[next] && this.#isBefore(s, next)))
          next = s;
      if (this.#keys[next] === Number.POSITIVE_INFINITY) break;
      const { ids, suffixes } = segments[next]!;
      const position = suffixes[at[next]!]!;
      const common = lastSegment < 0 ? 0 : commonWords(lastIds, last, ids, position);
      if (common < least) {
        if (this.#level >= 0) this.#close(0, places);
      } else this.#meet(common, places, leftOf(lastIds, last), leftOf(ids, position), lastSegment);
      places++;
      lastSegment = next;
      lastIds = ids;
      last = position;
      this.#lastAt = at[next]!;
      at[next]!++;
      this.#look(next);
    }
    if (this.#level >= 0) this.#close(0, places);
  }

  /**
   * The same in one segment. Of most places one word is looked at: where the last that must agree is another, fewer
   * agree.
   */
  #walkAlone(): void {
    const { ids, suffixes } = this.#segments[0]!;
    const counted = this.#counted[0];
    const at = this.#at;
    const end = this.#ends[0]!;
    const { least } = this.#wish;
    let places = 0;
    let last = 0;
    let lastWord = BREAK;
    for (let i = at[0]!; i < end; i++) {
      const position = suffixes[i]!;
      if (counted && (counted[position >>> 3]! & (1 << (position & 7))) === 0) continue;
      const word = ids[position + least - 1] ?? BREAK;
      const common = word === lastWord && word !== BREAK && places > 0 ? commonWords(ids, last, ids, position) : 0;
      at[0] = i;
      if (common >= least) this.#meet(common, places, leftOf(ids, last), leftOf(ids, position), 0);
      else if (this.#level >= 0) this.#close(0, places);
      places++;
      last = position;
      lastWord = word;
      this.#lastAt = i;
    }
    at[0] = end;
    if (this.#level >= 0) this.#close(0, places);
  }

  /** Takes a place that has enough words in common with the one before it, which had `before` on its left. */
  #meet(common: number, places: number, before: number, left: number, lastSegment: number): void {
    const opened = this.#close(common, places);
    if (this.#level < 0 || common > this.#common[this.#level]!) {
      const level = ++this.#level;
      this.#common[level] = common;
      if (!opened) {
        this.#before[level] = places - 1;
        this.#left[level] = before;
        this.#lows[level]!.set(this.#at);
        // The place before this one is the first of the run; its segment has gone on to the next one since.
        this.#lows[level]![lastSegment] = this.#lastAt;
      }
    }
    this.#mix(this.#level, left);
  }

  /** Reads what a segment has next, past places that do not count. */
  #look(s: number): void {
    const { ids, suffixes } = this.#segments[s]!;
    const counted = this.#counted[s];
    const end = this.#ends[s]!;
    let i = this.#at[s]!;
    if (counted) while (i < end && (counted[suffixes[i]! >>> 3]! & (1 << (suffixes[i]! & 7))) === 0) i++;
    this.#at[s] = i;
    if (i >= end) {
      this.#keys[s] = Number.POSITIVE_INFINITY;
      return;
    }
    const position = suffixes[i]!;
    const second = ids[position + 1]!;
    this.#keys[s] = second === BREAK ? 0 : second * RADIX + ids[position + 2]!;
  }

  /** Whether the next place of segment x goes before that of y, whose first three words are the same. */
  #isBefore(x: number, y: number): boolean {
    if (this.#keys[x] === Number.POSITIVE_INFINITY) return false;
    const a = this.#segments[x]!;
    const b = this.#segments[y]!;
    const p = a.suffixes[this.#at[x]!]!;
    const q = b.suffixes[this.#at[y]!]!;
    for (let depth = 1; depth < ORDERED; depth++) {
      const v = a.ids[p + depth]!;
      const w = b.ids[q + depth]!;
      if (v !== w) return v < w;
      if (v === BREAK) return x < y;
    }
    return x < y;
  }

  /**
   * Closes the runs that have more words in common than the place that comes next. True if the last one closed begins
   * where the next run to be opened does: its slot of the stack then holds what that one needs.
   */
  #close(common: number, places: number): boolean {
    let closed = false;
    while (this.#level >= 0 && this.#common[this.#level]! > common) {
      const level = this.#level--;
      if (this.#left[level] === SEVERAL && places - this.#before[level]! >= this.#wish.places)
        this.#show(level, places);
      closed = true;
      if (this.#level >= 0) {
        this.#mix(this.#level, this.#left[level]!);
        // What the run above began with is its own.
        if (this.#common[this.#level]! >= common) closed = false;
      }
    }
    return closed;
  }

  #mix(level: number, word: number): void {
    if (this.#left[level] !== word) this.#left[level] = SEVERAL;
  }

  #show(level: number, places: number): void {
    const found = this.#found;
    const lows = this.#lows[level]!;
    let s = 0;
    while (s < lows.length - 1 && lows[s] === this.#at[s]) s++;
    const { suffixes } = this.#segments[s]!;
    found.places = places - this.#before[level]!;
    found.lows = lows;
    found.highs.set(this.#at);
    found.segment = s;
    found.position = suffixes[lows[s]!]!;
    found.length = this.#common[level] === ORDERED ? this.#whole(found) : this.#common[level]!;
    this.#visit(found);
  }

  /** How far all places of a run of ORDERED words go on alike. */
  #whole({ segment, position, lows, highs }: Repeat): number {
    const first = this.#segments[segment]!.ids;
    let length = Number.POSITIVE_INFINITY;
    for (const [s, { ids, suffixes }] of this.#segments.entries()) {
      const counted = this.#counted[s];
      for (let i = lows[s]!; i < highs[s]!; i++) {
        const other = suffixes[i]!;
        if (counted && (counted[other >>> 3]! & (1 << (other & 7))) === 0) continue;
        if (s === segment && other === position) continue;
        let n = ORDERED;
        while (n < length && first[position + n] !== BREAK && first[position + n] === ids[other + n]) n++;
        length = Math.min(length, n);
      }
    }
    return length;
  }
}

/** How many words two places have in common, up to ORDERED and to a break. */
function commonWords(a: Uint32Array, p: number, b: Uint32Array, q: number): number {
  let n = 1;
  while (n < ORDERED && a[p + n] === b[q + n] && a[p + n] !== BREAK) n++;
  return n;
}

/** The word before a place; where none is, or a break, the place is unlike any other. */
function leftOf(ids: Uint32Array, position: number): number {
  const left = position > 0 ? ids[position - 1]! : BREAK;
  return left === BREAK ? SEVERAL : left;
}

/** A bit for each position whose text counts. */
function countedIn({ ids, texts, starts }: Segment, counts: (text: number) => boolean): Uint8Array {
  const bits = new Uint8Array((ids.length >>> 3) + 1);
  for (let t = 0; t < texts.length; t++) {
    if (!counts(texts[t]!)) continue;
    for (let p = starts[t]!; p < starts[t + 1]!; p++) bits[p >>> 3]! |= 1 << (p & 7);
  }
  return bits;
}

/** The word numbers of all segments from `low` to `high`, ascending, each once. */
function* wordsOf(segments: readonly Segment[], low: number, high: number): Generator<number> {
  const at = new Uint32Array(segments.length);
  for (;;) {
    let word = high;
    for (let s = 0; s < segments.length; s++) {
      const { words } = segments[s]!;
      while (at[s]! < words.length && words[at[s]!]! < low) at[s]!++;
      if (at[s]! < words.length && words[at[s]!]! < word) word = words[at[s]!]!;
    }
    if (word === high) return;
    yield word;
    for (let s = 0; s < segments.length; s++) if (segments[s]!.words[at[s]!] === word) at[s]!++;
  }
}
