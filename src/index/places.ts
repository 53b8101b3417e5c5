/**
 * From runs of words to places: runs of one text are chained where they lie near one diagonal (Abouelhoda and
 * Ohlebusch 2005; gap cost as in minimap2, Li 2018), in any order at a price, so that reordered clauses stay
 * together. Between the fragments of a quotation wide gaps cost little. A place is worth the bits of the words it
 * holds: the sum of −log2 of their frequencies. Chains are weighed in columns, and only the best become places with
 * the words between their runs counted in. Aligning words and judging are done elsewhere.
 */
import type { Span } from '#base/index.js';
import type { Finder, Found, Passes, Wanted } from './finder.js';
import type { Runs } from './runs.js';
import { BREAK, textAt } from './segment.js';

/** Most words of text between two fragments of one quotation in one place. */
const WIDEST_GAP = 1500;
/** Bits that a run must bring to be worth going back for: a reordered clause, not a stray "of the". */
const BACKWARD = 8;
/** Runs that are looked back at when chaining. */
const LOOK_BACK = 48;
/** Words that an edit may put in or leave out between two runs of one fragment, whatever its length. */
const SLACK = 12;
/** Words on either side of a place that are looked at for words that an edit has moved out of it. */
const AROUND = 2;
/** For each word looked for, this many places that hold it in the longest run are kept whatever else is better. */
const KEPT_FOR_EACH_WORD = 2;
/** Chains looked at closely for each place asked for: the words between runs may change the order. */
const LOOKED_AT = 4;
/** Chains of less than this share of the best one's bits are not looked at. */
const HOPELESS = 0.3;
/** Ties beyond the last place asked for that still come back, as a multiple of those asked for. */
const TIES = 8;

/** A stretch of one text that holds words looked for. */
export interface Place {
  readonly segment: number;
  /** Index into the segment's texts. */
  readonly text: number;
  /** Position of the first word found and after the last. */
  readonly start: number;
  readonly end: number;
  /** Runs in order of position: where, of which words looked for. */
  readonly runs: readonly { readonly position: number; readonly from: number; readonly length: number }[];
  /** Bits of the words looked for that stand at this place, in runs or between them. */
  readonly bits: number;
  /** How many of the words looked for stand at this place. */
  readonly words: number;
  /** It is among the best for some word, though perhaps not for all of them together. */
  readonly lone: boolean;
}

/**
 * The places that hold most of the words looked for, best first, about `most` of them: more where places tie (the
 * caller knows dates), and with the best places of every single word, so that both halves of stitched words come
 * back. Equals are in order of position. `hidden` leaves texts out, by the caller's number.
 */
export function placesFor(
  finder: Finder,
  found: Found,
  wanted: Wanted,
  most: number,
  hidden: (text: number) => boolean,
): Place[] {
  const chains = new Chains(finder, found.runs, wanted);
  chains.collect(hidden);
  return chains.best(most)!;
}

/** The same where hardly any text is hidden: that is asked only of those that would be shown. */
function visiblePlaces(
  finder: Finder,
  found: Found,
  wanted: Wanted,
  most: number,
  hidden: (text: number) => boolean,
): Place[] {
  const chains = new Chains(finder, found.runs, wanted);
  chains.collect(null);
  return chains.best(most, hidden) ?? placesFor(finder, found, wanted, most, hidden);
}

/** Places, and whether nearer ones may be held that a wider search would find. */
export interface Located {
  readonly places: Place[];
  readonly capped: boolean;
}

/**
 * Seeds and places in one: few seeds first, which is enough where they prove that no place but those found is as near
 * as the best of them or one word less near; else a seed at every word. Only texts that pass are searched.
 */
export function locate(
  finder: Finder,
  wanted: Wanted,
  cap: number,
  most: number,
  hidden: (text: number) => boolean,
  passes: Passes = null,
): Located {
  const { runs, edits } = finder.sparse(wanted, cap, passes);
  if (runs.size > 0) {
    const places = visiblePlaces(finder, { runs, capped: [] }, wanted, most, hidden);
    if (places.length > 0 && editsAt(places[0]!, wanted) + 1 < edits) return { places, capped: false };
  }
  const found = finder.seeds(wanted, cap, passes);
  return {
    places: visiblePlaces(finder, found, wanted, most, hidden),
    capped: found.capped.length > 0,
  };
}

/** About how many words were exchanged, put in or left out at a place. */
function editsAt({ runs, words }: Place, { ids, fragments }: Wanted): number {
  let edits = ids.length - words;
  for (let i = 1; i < runs.length; i++) {
    const [a, b] = [runs[i - 1]!, runs[i]!];
    if (fragments[a.from] !== fragments[b.from]) continue;
    edits += Math.max(0, b.position - a.position - Math.max(0, b.from - a.from));
  }
  return edits;
}

class Chains {
  readonly #finder: Finder;
  readonly #runs: Runs;
  readonly #wanted: Wanted;
  /** Bits of the words before word i. */
  readonly #sums: Float64Array;
  /** Chain c has the members from `#ends[c - 1]` to `#ends[c]`, in order of position. */
  readonly #members: number[] = [];
  readonly #ends: number[] = [];
  readonly #scores: number[] = [];
  readonly #texts: number[] = [];

  constructor(finder: Finder, runs: Runs, wanted: Wanted) {
    this.#finder = finder;
    this.#runs = runs;
    this.#wanted = wanted;
    const n = wanted.ids.length;
    this.#sums = new Float64Array(n + 1);
    for (let i = 0; i < n; i++) this.#sums[i + 1] = this.#sums[i]! + wanted.bits[i]!;
  }

  /** Chains the runs of each text that is not hidden. */
  collect(hidden: ((text: number) => boolean) | null): void {
    const { segment, position, size } = this.#runs;
    let most = 0;
    for (let r = 0; r < size; r++) most = Math.max(most, this.#own(r));
    const least = Math.min(HOPELESS * most, this.#finder.chance);
    const apart = WIDEST_GAP + this.#wanted.ids.length;
    const order = inOrder(this.#runs);
    for (let at = 0; at < order.length; ) {
      const first = order[at]!;
      const s = segment[first]!;
      const follower = order[at + 1];
      // Most runs are words that stand somewhere by chance, far from all others: no chain would be looked at for them.
      if (
        hidden === null &&
        this.#own(first) < least &&
        (follower === undefined || segment[follower] !== s || position[follower]! - position[first]! > apart)
      ) {
        at++;
        continue;
      }
      const held = this.#finder.segments[s]!;
      const text = textAt(held, position[first]!);
      const end = held.starts[text + 1]!;
      let next = at + 1;
      while (next < order.length && segment[order[next]!] === s && position[order[next]!]! < end) next++;
      if (hidden === null || !hidden(held.texts[text]!)) {
        if (next === at + 1) this.#add([first], this.#own(first), text);
        else this.#chain(order.subarray(at, next), text);
      }
      at = next;
    }
  }

  #chain(order: Uint32Array, text: number): void {
    const { position, from, length } = this.#runs;
    const { bits } = this.#wanted;
    const n = order.length;
    const wide = bits.length;
    const score = new Float64Array(n);
    const previous = new Int32Array(n).fill(-1);
    // Row j: which of the words looked for are held by the chain that ends with run j.
    const held = new Uint8Array(n * wide);
    for (let j = 0; j < n; j++) {
      const b = order[j]!;
      const endB = from[b]! + length[b]!;
      let best = this.#own(b);
      for (let i = j - 1; i >= 0 && i >= j - LOOK_BACK; i--) {
        const a = order[i]!;
        if (position[b]! - position[a]! > WIDEST_GAP + length[a]!) break;
        if (position[a] === position[b] && from[a] === from[b] && length[a] === length[b]) {
          // The same run found twice.
          best = -1;
          break;
        }
        const cost = this.#cost(a, b);
        if (score[i]! < 0 || cost === Infinity) continue;
        let joined = score[i]! - cost;
        for (let w = from[b]!; w < endB; w++) if (held[i * wide + w] === 0) joined += bits[w]!;
        if (joined > best) {
          best = joined;
          previous[j] = i;
        }
      }
      score[j] = best;
      if (previous[j]! >= 0) held.copyWithin(j * wide, previous[j]! * wide, (previous[j]! + 1) * wide);
      held.fill(1, j * wide + from[b]!, j * wide + endB);
    }
    const used = new Uint8Array(n);
    const peaks = Array.from(score.keys()).toSorted((a, b) => score[b]! - score[a]! || a - b);
    for (const peak of peaks) {
      if (used[peak] || score[peak]! < 0) continue;
      const members: number[] = [];
      let j = peak;
      for (; j >= 0 && !used[j]; j = previous[j]!) {
        used[j] = 1;
        members.push(order[j]!);
      }
      this.#add(members.toReversed(), score[peak]! - (j >= 0 ? score[j]! : 0), text);
    }
  }

  #add(members: readonly number[], score: number, text: number): void {
    this.#members.push(...members);
    this.#ends.push(this.#members.length);
    this.#scores.push(score);
    this.#texts.push(text);
  }

  #own(run: number): number {
    return this.#worth(this.#runs.from[run]!, this.#runs.from[run]! + this.#runs.length[run]!);
  }

  /** Bits of the words looked for from `low` to `high`. */
  #worth(low: number, high: number): number {
    return high > low ? this.#sums[high]! - this.#sums[low]! : 0;
  }

  /** What it costs to put run b behind run a in one chain; Infinity if they do not belong together. */
  #cost(a: number, b: number): number {
    const { position, from, length } = this.#runs;
    const { fragments, ids } = this.#wanted;
    const inText = position[b]! - (position[a]! + length[a]!);
    const inQuery = from[b]! - (from[a]! + length[a]!);
    const widest = SLACK + (ids.length >>> 1);
    if (from[b]! <= from[a]!)
      return inText + length[b]! > widest ? Infinity : BACKWARD + Math.log2(1 + Math.max(0, inText));
    if (fragments[from[a]!] !== fragments[from[b]!]) return Math.log2(1 + Math.max(0, inText));
    const apart = Math.abs(inText - inQuery);
    return apart > widest ? Infinity : Math.log2(1 + apart);
  }

  /** The best places, about `most`; null if one of the chains looked at is of a text that is hidden. */
  best(most: number, hidden: ((text: number) => boolean) | null = null): Place[] | null {
    const order = this.#byScore();
    const chosen = new Set<number>();
    const few = LOOKED_AT * most;
    const least = HOPELESS * (this.#scores[order[0]!] ?? 0);
    for (let i = 0; i < order.length; i++) {
      const tied = i < TIES * most && this.#scores[order[i]!] === this.#scores[order[most - 1]!];
      if ((i >= few && !tied) || this.#scores[order[i]!]! < least) break;
      chosen.add(order[i]!);
    }
    const needed = this.#bestOfEachWord(order);
    for (const c of needed) chosen.add(c);
    if (hidden !== null) for (const c of chosen) if (hidden(this.#numberOf(c))) return null;
    const counter = new Counter(this.#wanted);
    const taken = new Map<string, Span[]>();
    const places: Place[] = [];
    for (const c of order) {
      if (!chosen.has(c)) continue;
      const place = this.#place(c, counter, taken, needed.has(c));
      if (place) places.push(place);
    }
    places.sort((a, b) => b.bits - a.bits || a.segment - b.segment || a.start - b.start);
    const last = places[most - 1]?.bits;
    return places.filter((place, i) => i < most || (i < TIES * most && place.bits === last) || place.lone);
  }

  /** The caller's number of a chain's text. */
  #numberOf(chain: number): number {
    const segment = this.#runs.segment[this.#members[this.#ends[chain]! - 1]!]!;
    return this.#finder.segments[segment]!.texts[this.#texts[chain]!]!;
  }

  /** Chains, the best first, in order of position among equals. */
  #byScore(): number[] {
    const keys = new Float64Array(this.#scores.length);
    const { length } = keys;
    for (let c = 0; c < length; c++) keys[c] = -Math.round(this.#scores[c]! * 256) * length + c;
    keys.sort();
    const order: number[] = [];
    for (const key of keys) order.push(((key % length) + length) % length);
    return order;
  }

  /**
   * For each word, the chains that hold it in the longest run, the best first. Runs that chance would put into an
   * archive of this size do not count.
   */
  #bestOfEachWord(order: readonly number[]): Set<number> {
    const { from, length } = this.#runs;
    const n = this.#wanted.ids.length;
    const { chance } = this.#finder;
    const longest = new Uint32Array(n);
    const each = (chain: number, visit: (word: number, inRun: number) => void): void => {
      for (let m = chain === 0 ? 0 : this.#ends[chain - 1]!; m < this.#ends[chain]!; m++) {
        const run = this.#members[m]!;
        if (this.#own(run) < chance) continue;
        for (let w = from[run]!; w < from[run]! + length[run]!; w++) visit(w, length[run]!);
      }
    };
    for (const c of order) each(c, (w, inRun) => void (longest[w] = Math.max(longest[w]!, inRun)));
    const kept = new Uint8Array(n);
    const needed = new Set<number>();
    for (const c of order)
      each(c, (w, inRun) => {
        if (inRun < longest[w]! || kept[w]! >= KEPT_FOR_EACH_WORD) return;
        kept[w]!++;
        needed.add(c);
      });
    return needed;
  }

  /**
   * The place of a chain, its stretch added to those taken; null if that is mostly taken already by better chains.
   * The stretch is what all words looked for would take up if none of them were changed.
   */
  #place(chain: number, counter: Counter, taken: Map<string, Span[]>, lone: boolean): Place | null {
    const { position, from, length } = this.#runs;
    const { ids } = this.#wanted;
    counter.clear();
    // A run that brings no word that a longer one has not brought is a stray repetition.
    const runs = this.#members
      .slice(chain === 0 ? 0 : this.#ends[chain - 1]!, this.#ends[chain])
      .toSorted((a, b) => length[b]! - length[a]!)
      .filter((r) => {
        const before = counter.words;
        for (let w = from[r]!; w < from[r]! + length[r]!; w++) counter.count(w);
        return counter.words > before;
      })
      .toSorted((a, b) => position[a]! - position[b]!);
    const first = runs[0]!;
    const last = runs.at(-1)!;
    const segment = this.#runs.segment[first]!;
    const text = this.#texts[chain]!;
    const held = this.#finder.segments[segment]!;
    const start = Math.max(held.starts[text]!, position[first]! - from[first]!);
    const end = Math.min(held.starts[text + 1]!, position[last]! + ids.length - from[last]!);
    const key = `${segment} ${text}`;
    const others = taken.get(key) ?? [];
    if (others.some((other) => mostlyWithin({ start, end }, other))) return null;
    taken.set(key, [...others, { start, end }]);
    // Wide places are those of abridged quotations: what lies between the fragments proves nothing.
    if (end - start <= 2 * ids.length + SLACK)
      for (
        let p = Math.max(held.starts[text]!, start - AROUND);
        p < Math.min(held.starts[text + 1]!, end + AROUND);
        p++
      )
        if (held.ids[p] !== BREAK && !others.some((other) => other.start <= p && p < other.end))
          counter.countAny(held.ids[p]!);
    return {
      segment,
      text,
      start: position[first]!,
      end: runs.reduce((furthest, r) => Math.max(furthest, position[r]! + length[r]!), 0),
      runs: runs.map((r) => ({ position: position[r]!, from: from[r]!, length: length[r]! })),
      bits: counter.bits,
      words: counter.words,
      lone,
    };
  }
}

/** Whether more than half of a stretch lies within another, or the other way round. */
function mostlyWithin(a: Span, b: Span): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return 2 * common > Math.min(a.end - a.start, b.end - b.start);
}

/** Counts each of the words looked for once. */
class Counter {
  words = 0;
  bits = 0;
  readonly #wanted: Wanted;
  readonly #seen: Uint32Array;
  readonly #firstOf = new Map<number, number>();
  #round = 0;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#seen = new Uint32Array(wanted.ids.length);
    for (let i = wanted.ids.length - 1; i >= 0; i--) this.#firstOf.set(wanted.ids[i]!, i);
  }

  clear(): void {
    this.#round++;
    this.words = 0;
    this.bits = 0;
  }

  count(word: number): void {
    if (this.#seen[word] === this.#round) return;
    this.#seen[word] = this.#round;
    this.words++;
    this.bits += this.#wanted.bits[word]!;
  }

  /** Counts the next word looked for that has this number, if one is left. */
  countAny(id: number): void {
    let word = this.#firstOf.get(id) ?? -1;
    while (word >= 0 && this.#seen[word] === this.#round) word = this.#wanted.ids.indexOf(id, word + 1);
    if (word >= 0) this.count(word);
  }
}

/** Bits of a float64's 53 that hold the number of a run, and a position, when they are sorted as one number. */
const RUN_NUMBERS = 2 ** 20;
const POSITIONS = 2 ** 27;

/** The numbers of the runs by segment and position. */
function inOrder({ segment, position, size }: Runs): Uint32Array {
  const n = Math.min(size, RUN_NUMBERS);
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) keys[i] = (segment[i]! * POSITIONS + position[i]!) * RUN_NUMBERS + i;
  keys.sort();
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = keys[i]! % RUN_NUMBERS;
  return order;
}
