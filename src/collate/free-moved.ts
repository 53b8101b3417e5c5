/**
 * A paragraph that was put elsewhere has words, "Prime Minister", that the alignment finds where it stood or where it
 * stands now, and then it looks like pieces of a move with strange leftovers between. Where a run of words that stands
 * in both texts, unaligned, goes on over such a few aligned words, the run goes before them: their pairs are let go, and
 * the whole is found as a move (compare Heckel 1978, who lets unique runs grow over what stands beside them).
 * Cost: one pass over the words that stand in no pair.
 */
import { SPOKEN, type TextWords } from './compare-words.js';
import type { Pair } from './pair.js';
import type { Prepared } from './prepare.js';

/** Words in a row, in no pair, by which a moved run is found; once in what is left of the second text. */
const RUN = 5;
/** Words aligned in a row that a moved run may take back. */
const ISLAND = 3;

/** The pairs without those that hold a moved run apart. */
export function freeMoved(a: TextWords, b: TextWords, pairs: readonly Pair[]): readonly Pair[] {
  const [p, q] = [a.prepared, b.prepared];
  const ofA = pairAt(p.count, pairs, 'a');
  const ofB = pairAt(q.count, pairs, 'b');
  const places = runsLeft(q, ofB);
  if (places.size === 0) return pairs;
  const isSmall = smallIslands(pairs);
  const freed = new Set<number>();
  const crossed: number[] = [];

  /** How many words from (i, j) on, in steps of 1 or -1, are the same and free to be a run. */
  const grow = (i: number, j: number, step: 1 | -1): number => {
    let length = 0;
    let sure = 0;
    crossed.length = 0;
    let kept = 0;
    for (;;) {
      const [x, y] = [i + step * length, j + step * length];
      if (x < 0 || y < 0 || x >= p.count || y >= q.count || p.ids[x] !== q.ids[y]) break;
      if (a.marks[x] !== SPOKEN || b.marks[y] !== SPOKEN) break;
      const [k, l] = [ofA[x]!, ofB[y]!];
      if ((k >= 0 && isSmall[k] === 0) || (l >= 0 && isSmall[l] === 0)) break;
      if (k >= 0) crossed.push(k);
      if (l >= 0) crossed.push(l);
      length++;
      const ends = step > 0 ? endsAt(p, x + 1) && endsAt(q, y + 1) : endsAt(p, x) && endsAt(q, y);
      if (ends || (k < 0 && l < 0)) [sure, kept] = [length, crossed.length];
    }
    for (const k of crossed.slice(0, kept)) freed.add(k);
    return sure;
  };

  for (let i = 0; i + RUN <= p.count; ) {
    const j = isLeft(ofA, i) ? (places.get(hash(p.ids, i)) ?? -1) : -1;
    if (j < 0 || !isEqual(p.ids, i, q.ids, j)) {
      i++;
      continue;
    }
    grow(i - 1, j - 1, -1);
    i += Math.max(RUN, grow(i, j, 1));
  }
  return freed.size === 0 ? pairs : pairs.filter((_, k) => !freed.has(k));
}

/** For each word the index of its pair, or -1. */
function pairAt(count: number, pairs: readonly Pair[], side: 'a' | 'b'): Int32Array {
  const at = new Int32Array(count).fill(-1);
  pairs.forEach((pair, k) => {
    if (side === 'a') at.fill(k, pair.a, pair.a + pair.an);
    else at.fill(k, pair.b, pair.b + pair.bn);
  });
  return at;
}

/** 1 for each pair that stands in a row of few. */
function smallIslands(pairs: readonly Pair[]): Uint8Array {
  const small = new Uint8Array(pairs.length);
  for (let k = 0; k < pairs.length; ) {
    let end = k + 1;
    while (end < pairs.length && follows(pairs[end - 1]!, pairs[end]!)) end++;
    if (end - k <= ISLAND) small.fill(1, k, end);
    k = end;
  }
  return small;
}

function follows(x: Pair, y: Pair): boolean {
  return y.a === x.a + x.an && y.b === x.b + x.bn;
}

/** Where each run of words in no pair begins, by hash; -1 if it stands twice. */
function runsLeft({ ids, count }: Prepared, paired: Int32Array): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let j = 0; j + RUN <= count; j++) {
    if (!isLeft(paired, j)) continue;
    const key = hash(ids, j);
    places.set(key, places.has(key) ? -1 : j);
  }
  return places;
}

function isLeft(paired: Int32Array, i: number): boolean {
  for (let k = 0; k < RUN; k++) if (paired[i + k]! >= 0) return false;
  return true;
}

function hash(ids: Int32Array, i: number): number {
  let h = 0;
  for (let k = 0; k < RUN; k++) h = Math.imul(h ^ ids[i + k]!, 0x9e3779b1) ^ (h >>> 15);
  return h;
}

function isEqual(x: Int32Array, i: number, y: Int32Array, j: number): boolean {
  for (let k = 0; k < RUN; k++) if (x[i + k] !== y[j + k]) return false;
  return true;
}

/** Whether a sentence or paragraph ends before word i, or the text. */
function endsAt({ text, starts, ends, count }: Prepared, i: number): boolean {
  return i === 0 || i === count || /[.?!…。？！\n]/.test(text.slice(ends[i - 1], starts[i]));
}
