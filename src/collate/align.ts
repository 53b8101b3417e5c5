/**
 * Aligns two whole texts, word by word. Runs of three words that stand once in each text are sure points (patience
 * diff, Bram Cohen; anchors of this kind also in Heckel 1978); the longest chain of them in order is kept, and what
 * lies between two points is aligned by itself: by a table where it is small, by the greedy shortest
 * edit script in linear space (Myers 1986, An O(ND) Difference Algorithm) where it is large. Cost: near linear for
 * texts of one occasion, O(ND) in what is left for strangers. Rejected: O(ND) over the whole, quadratic for two
 * texts that share little.
 */
import { type TableSpace, alignTable } from './align-table.js';
import { type FitSpace, fit } from './fit.js';
import type { Pair } from './pair.js';
import type { Prepared } from './prepare.js';

/** Up to this many cells the exact table, with forms of words and spellings, is cheaper than being clever. */
const SMALL = 20_000;
/** Words in a run that makes a sure point. */
const RUN = 3;

/** Pairs of words of `a` and `b` in order; words in no pair stand in one text only. */
export function align(a: Prepared, b: Prepared, space: FitSpace): Pair[] {
  const pairs: Pair[] = [];
  alignWithin(a, 0, a.count, b, 0, b.count, pairs, (a0, a1, b0, b1) => {
    for (const pair of fit(a, a0, a1, b, b0, b1, space, null, false).pairs) pairs.push(pair);
  });
  return pairs;
}

/** The same by the least number of words that differ: pairs are of one word or of its forms, never of two words. */
export function alignClosely(a: Prepared, b: Prepared, space: TableSpace): Pair[] {
  const pairs: Pair[] = [];
  alignWithin(a, 0, a.count, b, 0, b.count, pairs, (a0, a1, b0, b1) => alignTable(a, a0, a1, b, b0, b1, space, pairs));
  return pairs;
}

/** Aligns two stretches that are small enough for a table. */
export type SmallAligner = (a0: number, a1: number, b0: number, b1: number) => void;

/** The same for words [a0, a1) and [b0, b1); pairs are put at the end of `out`, those of small stretches by `small`. */
export function alignWithin(
  a: Prepared,
  a0: number,
  a1: number,
  b: Prepared,
  b0: number,
  b1: number,
  out: Pair[],
  small: SmallAligner,
): void {
  while (a0 < a1 && b0 < b1 && a.ids[a0] === b.ids[b0]) same(out, a0++, b0++);
  let tail = 0;
  while (a0 < a1 && b0 < b1 && a.ids[a1 - 1] === b.ids[b1 - 1]) {
    a1--;
    b1--;
    tail++;
  }
  const m = a1 - a0;
  const n = b1 - b0;
  if (m > 0 && n > 0) {
    if (m * n <= SMALL) small(a0, a1, b0, b1);
    else {
      const points = surePoints(a, a0, a1, b, b0, b1);
      if (points.length === 0) greedy(a, a0, a1, b, b0, b1, out, small);
      else {
        let i = a0;
        let j = b0;
        for (let p = 0; p < points.length; p += 2) {
          const pi = points[p]!;
          const pj = points[p + 1]!;
          if (pi < i || pj < j) continue;
          alignWithin(a, i, pi, b, j, pj, out, small);
          for (let k = 0; k < RUN; k++) same(out, pi + k, pj + k);
          i = pi + RUN;
          j = pj + RUN;
        }
        alignWithin(a, i, a1, b, j, b1, out, small);
      }
    }
  }
  for (let k = 0; k < tail; k++) same(out, a1 + k, b1 + k);
}

function same(out: Pair[], a: number, b: number): void {
  out.push({ a, an: 1, b, bn: 1, kind: 'same' });
}

/** The longest chain of runs of three words that stand once in each stretch: a0, b0, a1, b1, … in order. */
function surePoints(a: Prepared, a0: number, a1: number, b: Prepared, b0: number, b1: number): number[] {
  const m = a1 - a0 - RUN + 1;
  const n = b1 - b0 - RUN + 1;
  if (m <= 0 || n <= 0) return [];
  let size = 64;
  while (size < 2 * (m + n)) size *= 2;
  const mask = size - 1;
  // Slot: place of the run in a, from 1; negative once it stands twice. The same for b beside it.
  const inA = new Int32Array(size);
  const inB = new Int32Array(size);
  for (let i = a0; i < a0 + m; i++) {
    let h = hash(a.ids, i) & mask;
    while (inA[h] !== 0 && !equal(a.ids, Math.abs(inA[h]!) - 1, a.ids, i)) h = (h + 1) & mask;
    inA[h] = inA[h] === 0 ? i + 1 : -Math.abs(inA[h]!);
  }
  for (let j = b0; j < b0 + n; j++) {
    let h = hash(b.ids, j) & mask;
    while (inA[h] !== 0 && !equal(a.ids, Math.abs(inA[h]!) - 1, b.ids, j)) h = (h + 1) & mask;
    if (inA[h] !== 0) inB[h] = inB[h] === 0 ? j + 1 : -Math.abs(inB[h]!);
  }
  // Longest increasing subsequence over the places in b, by patience sorting.
  const is: number[] = [];
  const js: number[] = [];
  for (let i = a0; i < a0 + m; i++) {
    let h = hash(a.ids, i) & mask;
    while (!equal(a.ids, Math.abs(inA[h]!) - 1, a.ids, i)) h = (h + 1) & mask;
    if (inA[h]! > 0 && inB[h]! > 0) {
      is.push(i);
      js.push(inB[h]! - 1);
    }
  }
  const piles: number[] = [];
  const previous = new Int32Array(js.length);
  for (let k = 0; k < js.length; k++) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (js[piles[middle]!]! < js[k]!) low = middle + 1;
      else high = middle;
    }
    previous[k] = low > 0 ? piles[low - 1]! : -1;
    piles[low] = k;
  }
  const chain: number[] = [];
  for (let k = piles.length > 0 ? piles[piles.length - 1]! : -1; k >= 0; k = previous[k]!) chain.push(js[k]!, is[k]!);
  return chain.reverse();
}

function hash(ids: Int32Array, i: number): number {
  let h = Math.imul(ids[i]!, 0x9e3779b1) ^ Math.imul(ids[i + 1]!, 0x85ebca6b) ^ Math.imul(ids[i + 2]!, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

function equal(x: Int32Array, i: number, y: Int32Array, j: number): boolean {
  return x[i] === y[j] && x[i + 1] === y[j + 1] && x[i + 2] === y[j + 2];
}

/** Myers' middle snake, halves aligned by themselves; small halves go to the table. */
function greedy(
  a: Prepared,
  a0: number,
  a1: number,
  b: Prepared,
  b0: number,
  b1: number,
  out: Pair[],
  small: SmallAligner,
): void {
  const m = a1 - a0;
  const n = b1 - b0;
  if (m === 0 || n === 0) return;
  if (m * n <= SMALL) {
    small(a0, a1, b0, b1);
    return;
  }
  const reach = Math.min(Math.ceil((m + n) / 2), FAR);
  const forward = new Int32Array(2 * reach + 2);
  const backward = new Int32Array(2 * reach + 2);
  const delta = m - n;
  const odd = (delta & 1) !== 0;
  for (let d = 0; d < reach; d++) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && forward[reach + k - 1]! < forward[reach + k + 1]!);
      let x = down ? forward[reach + k + 1]! : forward[reach + k - 1]! + 1;
      if (d === 0) x = 0;
      let y = x - k;
      const from = x;
      if (x < 0 || x > m || y > n) {
        forward[reach + k] = OUTSIDE;
        continue;
      }
      while (x < m && y < n && a.ids[a0 + x] === b.ids[b0 + y]) {
        x++;
        y++;
      }
      forward[reach + k] = x;
      if (odd && Math.abs(delta - k) <= d - 1 && x + backward[reach + delta - k]! >= m) {
        split(a, a0, a1, b, b0, b1, from, from - k, x, y, out, small);
        return;
      }
    }
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && backward[reach + k - 1]! < backward[reach + k + 1]!);
      let x = down ? backward[reach + k + 1]! : backward[reach + k - 1]! + 1;
      if (d === 0) x = 0;
      let y = x - k;
      const from = x;
      if (x < 0 || x > m || y > n) {
        backward[reach + k] = OUTSIDE;
        continue;
      }
      while (x < m && y < n && a.ids[a1 - 1 - x] === b.ids[b1 - 1 - y]) {
        x++;
        y++;
      }
      backward[reach + k] = x;
      if (!odd && Math.abs(delta - k) <= d && x + forward[reach + delta - k]! >= m) {
        split(a, a0, a1, b, b0, b1, m - x, n - y, m - from, n - (from - k), out, small);
        return;
      }
    }
  }
  // Strangers: so little in common that no script within reach joins them. They stand as one replacement.
}

/** A diagonal that has left the table; never the furthest. */
const OUTSIDE = -0x3fffffff;
/** Texts further apart than this many edits are not joined word by word. */
const FAR = 6000;

function split(
  a: Prepared,
  a0: number,
  a1: number,
  b: Prepared,
  b0: number,
  b1: number,
  x: number,
  y: number,
  u: number,
  v: number,
  out: Pair[],
  small: SmallAligner,
): void {
  greedy(a, a0, a0 + x, b, b0, b0 + y, out, small);
  for (let k = 0; k < u - x; k++) same(out, a0 + x + k, b0 + y + k);
  greedy(a, a0 + u, a1, b, b0 + v, b1, out, small);
}
