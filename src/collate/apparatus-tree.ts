/**
 * In which order several versions of one text are collated: each with the nearest of those that are in already
 * (Prim 1957, the minimum spanning tree; as guide tree of a progressive alignment after Feng & Doolittle 1987).
 * Nearness is the share of runs of three words in common, which costs a sort of all runs and no alignment.
 */
import type { Prepared } from './prepare.js';

/** A version that joins, and the one it is laid beside. */
export interface Joining {
  readonly version: number;
  readonly neighbour: number;
}

const RUN = 3;
const LONG = 30_000;

/** All versions but the first, in the order in which they join it. */
export function guideTree(texts: readonly Prepared[]): Joining[] {
  const near = nearness(texts);
  const out: Joining[] = [];
  const left = new Set(texts.keys());
  left.delete(0);
  const inside = [0];
  while (left.size > 0) {
    let best: Joining | null = null;
    let most = -1;
    for (const version of left) {
      for (const neighbour of inside) {
        const value = near[version]![neighbour]!;
        if (value > most) {
          most = value;
          best = { version, neighbour };
        }
      }
    }
    out.push(best!);
    inside.push(best!.version);
    left.delete(best!.version);
  }
  return out;
}

/** Share of distinct runs in common, for each two texts (Jaccard). */
function nearness(texts: readonly Prepared[]): Float64Array[] {
  const n = texts.length;
  const total = texts.reduce((sum, { count }) => sum + Math.max(0, count - RUN + 1), 0);
  // Sorted together, the runs of all texts fall into groups; the text is in the lowest digits.
  const most = new Float64Array(total);
  // A quarter of the runs of long texts, the same in each, tells as much.
  const sample = total > LONG ? 3 : 0;
  let at = 0;
  texts.forEach(({ ids, count }, t) => {
    for (let i = 0; i + RUN <= count; i++) {
      let h = Math.imul(ids[i]!, 0x9e3779b1) ^ Math.imul(ids[i + 1]!, 0x85ebca6b) ^ Math.imul(ids[i + 2]!, 0xc2b2ae35);
      h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
      h ^= h >>> 13;
      if ((h & sample) === 0) most[at++] = (h >>> 0) * n + t;
    }
  });
  const runs = most.subarray(0, at).sort();
  const shared = texts.map(() => new Float64Array(n));
  for (let i = 0; i < at; ) {
    const run = Math.floor(runs[i]! / n);
    const holders: number[] = [];
    for (; i < at && Math.floor(runs[i]! / n) === run; i++) {
      const t = runs[i]! - run * n;
      if (holders.at(-1) !== t) holders.push(t);
    }
    for (const x of holders) for (const y of holders) shared[x]![y]!++;
  }
  return shared.map((row, x) => row.map((both, y) => both / Math.max(1, row[x]! + shared[y]![y]! - both)));
}
