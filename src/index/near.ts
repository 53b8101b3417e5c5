/**
 * Words in a row with places where any of some words may stand, and words near each other, over the suffix array. A
 * phrase is sought by its longest stretch of words that are given whole; the rest is compared at each place, so that a
 * beginning of thousands of words costs no more than one of ten. Nearness is decided on the sorted places of one text,
 * forwards and then backwards (arc consistency of a chain, Mackworth 1977), in time linear in the places but for those
 * inside one window. Rejected: multiplying out the words a beginning stands for, which caps them; merging by text only,
 * which says that words are in one text, and not where.
 */
import type { Finder } from './finder.js';
import { BREAK } from './segment.js';

/** The word numbers that may stand at one place of a phrase. */
export type Slot = Uint32Array;

/** Visits every place that holds a phrase: index of the segment, position, index of the text in the segment. */
export function visitPhrase(
  finder: Finder,
  slots: readonly Slot[],
  visit: (segment: number, position: number, text: number) => void,
): void {
  if (slots.length === 0 || slots.some((slot) => slot.length === 0)) return;
  const { from, to } = longestWhole(slots);
  const rest = slots.flatMap((slot, i) => (i >= from && i < to ? [] : [{ at: i - from, words: new Set(slot) }]));
  for (const anchor of from < to ? [wholeRun(slots, from, to)] : Array.from(slots[0]!, (id) => Uint32Array.of(id)))
    finder.exact(anchor, (s, position, text) => {
      const segment = finder.segments[s]!;
      if (rest.length > 0) {
        const start = position - from;
        if (start < segment.starts[text]! || start + slots.length > segment.starts[text + 1]!) return;
        segment.cold?.ids(start, start + slots.length);
        for (const { at, words } of rest) if (!words.has(segment.ids[position + at]!)) return;
      }
      visit(s, position - from, text);
    });
}

/** The longest stretch of slots of one word each; of no slots if there is none. */
function longestWhole(slots: readonly Slot[]): { from: number; to: number } {
  let best = { from: 0, to: 0 };
  for (let from = 0; from < slots.length; from++) {
    let to = from;
    while (to < slots.length && slots[to]!.length === 1) to++;
    if (to - from > best.to - best.from) best = { from, to };
    from = to;
  }
  return best;
}

function wholeRun(slots: readonly Slot[], from: number, to: number): Uint32Array {
  return Uint32Array.from(slots.slice(from, to), (slot) => slot[0]!);
}

/** A place of a term in one text: positions, end excluded. */
export interface TermPlace {
  readonly start: number;
  readonly end: number;
}

/** Places of a term, ordered by start; `within`: the most words between it and the term before. */
export interface NearTerm {
  readonly places: readonly TermPlace[];
  readonly within: number;
}

/**
 * For each place of the first term from which a chain leads through all terms, each near the one before it, the
 * tightest such chain, as places in the order of the terms. Two terms that stand on the same words are not near each
 * other, and no chain runs over a break.
 */
export function nearChains(terms: readonly NearTerm[], ids: Uint32Array): TermPlace[][] {
  const [first] = terms;
  if (first === undefined) return [];
  if (terms.length === 1) return first.places.map((place) => [place]);
  const longest = terms.map(({ places }) => places.reduce((most, { start, end }) => Math.max(most, end - start), 0));
  const reach = (t: number): Reach => ({ within: terms[t]!.within, longest: longest[t]!, ids });
  /** Of each term, the places from which a chain leads on to the last term. */
  const leading: (readonly TermPlace[])[] = [terms.at(-1)!.places];
  for (let t = terms.length - 2; t >= 0; t--) {
    const next = leading[0]!;
    leading.unshift(terms[t]!.places.filter((place) => nearest(place, next, reach(t + 1)) !== null));
  }
  return leading[0]!.map((place) => {
    const chain = [place];
    for (let t = 1; t < terms.length; t++) chain.push(nearest(chain[t - 1]!, leading[t]!, reach(t))!);
    return chain;
  });
}

/** How far a place may be; the longest of the places, because they are in order of their starts only. */
interface Reach {
  readonly within: number;
  readonly longest: number;
  readonly ids: Uint32Array;
}

/** Of the places near one, that with the fewest words between, the earlier of equals; null if none is near. */
function nearest(of: TermPlace, places: readonly TermPlace[], { within, longest, ids }: Reach): TermPlace | null {
  const earliest = of.start - within - longest;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]!.start < earliest) low = middle + 1;
    else high = middle;
  }
  let best: TermPlace | null = null;
  let fewest = within + 1;
  for (; low < places.length && places[low]!.start <= of.end + within; low++) {
    const other = places[low]!;
    const between = other.start >= of.end ? other.start - of.end : of.start - other.end;
    if (between < 0 || between >= fewest) continue;
    if (!runsOn(ids, Math.min(of.end, other.end), Math.max(of.start, other.start))) continue;
    best = other;
    fewest = between;
  }
  return best;
}

function runsOn(ids: Uint32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (ids[at] === BREAK) return false;
  return true;
}
