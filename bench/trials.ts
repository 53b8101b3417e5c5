/**
 * Words to be searched for, made of words that an index holds: a run of them with a known number of words exchanged,
 * put in or left out; a run with words left out behind an ellipsis; two runs joined without a mark. What was done is
 * known, and what must be found follows from it: a place at least as near as the one that the words were taken from.
 * The oracle of nearness is the word edit distance by Sellers' table (1980), which shares no code with the product.
 */
import { BREAK, type Place } from '#index/index.js';
import { drawRun } from './engine.js';
import { type Engine } from './locate.js';
import type { Random } from './random.js';

export interface Trial {
  /** The words, and which fragment each belongs to. */
  readonly ids: Uint32Array;
  readonly fragments: Uint16Array;
  /** Runs of `ids` that must each be found, with the edits that each may cost. */
  readonly parts: readonly { readonly from: number; readonly to: number; readonly edits: number }[];
  /** Exact copies of the words that were altered may stand nowhere: proven by `standNowhere`. */
  readonly altered: boolean;
}

/** A run of `length` words with exactly `edits` words exchanged, put in or left out inside. */
export function editedTrial(engine: Engine, length: number, edits: number, random: Random): Trial {
  for (;;) {
    const { ids } = drawRun(engine, length, random);
    const made = [...ids];
    for (let e = 0; e < edits; e++) {
      const at = random.between(1, made.length - 2);
      const put = drawRun(engine, 1, random).ids[0]!;
      const act = random.below(3);
      if (act === 0) made[at] = put;
      else if (act === 1) made.splice(at, 0, put);
      else made.splice(at, 1);
    }
    const found = Uint32Array.from(made);
    if (nearness(found, ids) !== edits) continue;
    const parts = [{ from: 0, to: found.length, edits }];
    return { ids: found, fragments: new Uint16Array(found.length), parts, altered: edits > 0 };
  }
}

/** A run of words with three to twenty left out inside, behind an ellipsis. */
export function abridgedTrial(engine: Engine, random: Random): Trial {
  const [first, second, away] = [random.between(7, 14), random.between(7, 14), random.between(3, 20)];
  const { ids } = drawRun(engine, first + away + second, random);
  const found = new Uint32Array(first + second);
  found.set(ids.subarray(0, first));
  found.set(ids.subarray(first + away), first);
  const fragments = new Uint16Array(found.length).fill(1, first);
  return { ids: found, fragments, parts: halves(first, found.length), altered: true };
}

/** Two runs of different places, joined without a mark. */
export function stitchedTrial(engine: Engine, random: Random): Trial {
  const first = drawRun(engine, random.between(8, 14), random).ids;
  const second = drawRun(engine, random.between(8, 14), random).ids;
  const found = new Uint32Array(first.length + second.length);
  found.set(first);
  found.set(second, first.length);
  return {
    ids: found,
    fragments: new Uint16Array(found.length),
    parts: halves(first.length, found.length),
    altered: true,
  };
}

const halves = (at: number, end: number): Trial['parts'] => [
  { from: 0, to: at, edits: 0 },
  { from: at, to: end, edits: 0 },
];

/** Words on either side of a place that are looked at too: the words looked for may begin before what was found. */
const BESIDE = 24;

/** Whether every part stands at one of the places, as near as it was made. */
export function isFound(engine: Engine, trial: Trial, places: readonly Place[]): boolean {
  return trial.parts.every(({ from, to, edits }) => {
    const wanted = trial.ids.subarray(from, to);
    return places.some(({ segment, start, end }) => {
      const { ids } = engine.segments[segment]!;
      return nearness(wanted, ids.subarray(Math.max(0, start - BESIDE), Math.min(ids.length, end + BESIDE))) <= edits;
    });
  });
}

/** Fewest words exchanged, put in or left out that make `wanted` into some run of `held`. */
export function nearness(wanted: Uint32Array, held: Uint32Array): number {
  const m = wanted.length;
  const column = Uint16Array.from({ length: m + 1 }, (_, i) => i);
  let best = m;
  for (const id of held) {
    let diagonal = column[0]!;
    for (let i = 1; i <= m; i++) {
      const here = column[i]!;
      column[i] = id === BREAK ? i : Math.min(diagonal + (wanted[i - 1] === id ? 0 : 1), here + 1, column[i - 1]! + 1);
      diagonal = here;
    }
    if (column[m]! < best) best = column[m]!;
  }
  return best;
}

/** Of trials whose words must stand nowhere to the word, those that do stand somewhere: one reading of all words. */
export function standingSomewhere({ segments }: Engine, trials: readonly Trial[]): Set<Trial> {
  const RUN = 4;
  const bits = new Uint8Array(1 << 24);
  const byHash = new Map<number, Trial[]>();
  const hashAt = (ids: Uint32Array, at: number): number => {
    let hash = 0x811c9dc5 | 0;
    for (let i = at; i < at + RUN; i++) hash = Math.imul(hash ^ ids[i]!, 0x9e3779b1) + (hash >>> 15);
    return hash >>> 8;
  };
  for (const trial of trials) {
    if (trial.ids.length < RUN) throw new RangeError(`A trial has at least ${RUN} words.`);
    const hash = hashAt(trial.ids, 0);
    bits[hash] = 1;
    byHash.set(hash, [...(byHash.get(hash) ?? []), trial]);
  }
  const found = new Set<Trial>();
  for (const { ids } of segments)
    for (let at = 0; at + RUN <= ids.length; at++) {
      const hash = hashAt(ids, at);
      if (bits[hash] === 0) continue;
      for (const trial of byHash.get(hash)!) if (trial.ids.every((id, i) => ids[at + i] === id)) found.add(trial);
    }
  return found;
}
