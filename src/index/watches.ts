/**
 * Search turned round: the runs of words that are watched for stand in a table, and each new text is read past it
 * once. An entry is three words in a row of a watched run, so that a run of which words were exchanged is met as
 * well. Cost: one probe for each word of the text, whatever the number of watches. Rejected: looking for every
 * watched run after each addition, which grows with their number.
 */
import { BREAK } from './segment.js';

/** Words of an entry; shorter runs are entries as they are. */
const GRAM = 3;

/** Words of a text that are words of a watched run, as many in a row as there are. */
export interface WatchedRun {
  /** Number of the watched run. */
  readonly watch: number;
  /** Position of the first word in the text. */
  readonly position: number;
  /** Number of the first word in the watched run. */
  readonly from: number;
  readonly length: number;
}

/** Runs of words that are watched for. Word numbers may be ones that no text has. */
export class WatchTable {
  readonly #watched: readonly Uint32Array[];
  /** For each slot the first entry + 1, 0 where empty; each entry with the next of the same words. */
  readonly #slots: Uint32Array;
  readonly #watch: Uint32Array;
  readonly #from: Uint32Array;
  readonly #next: Uint32Array;
  /** Lengths of entries that there are. */
  readonly #grams: readonly number[];

  /** RangeError for a run without words. */
  constructor(watched: readonly Uint32Array[]) {
    if (watched.some(({ length }) => length === 0)) throw new RangeError('a watched run must have words');
    const entries = watched.reduce((sum, { length }) => sum + Math.max(1, length - GRAM + 1), 0);
    this.#watched = watched;
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, entries * 2))));
    this.#watch = new Uint32Array(entries);
    this.#from = new Uint32Array(entries);
    this.#next = new Uint32Array(entries);
    this.#grams = [...new Set(watched.map(({ length }) => Math.min(GRAM, length)))];
    let entry = 0;
    for (const [w, ids] of watched.entries()) {
      const words = Math.min(GRAM, ids.length);
      for (let from = 0; from + words <= ids.length; from++, entry++) {
        this.#watch[entry] = w;
        this.#from[entry] = from;
        const slot = this.#slotOf(ids, from, words);
        this.#next[entry] = this.#slots[slot]!;
        this.#slots[slot] = entry + 1;
      }
    }
  }

  /** The runs of a text that are words of a watched run, in order of position; of runs of three words and more. */
  runsIn(ids: Uint32Array): WatchedRun[] {
    const runs: WatchedRun[] = [];
    for (let at = 0; at < ids.length; at++)
      for (const words of this.#grams) {
        if (at + words > ids.length) continue;
        for (let entry = this.#slots[this.#slotOf(ids, at, words)]!; entry > 0; entry = this.#next[entry - 1]!) {
          const watch = this.#watch[entry - 1]!;
          const watched = this.#watched[watch]!;
          const from = this.#from[entry - 1]!;
          if (Math.min(GRAM, watched.length) !== words || !agree(ids, at, watched, from, words)) continue;
          // Seen already, as part of the run that began one word earlier.
          if (from > 0 && at > 0 && ids[at - 1] === watched[from - 1]) continue;
          let length = words;
          while (from + length < watched.length && ids[at + length] === watched[from + length]) length++;
          runs.push({ watch, position: at, from, length });
        }
      }
    return runs;
  }

  /** The slot of some words in a row: theirs, or the empty one that would be theirs. */
  #slotOf(ids: Uint32Array, from: number, words: number): number {
    let hash = words;
    for (let i = from; i < from + words; i++) hash = Math.imul(hash ^ ids[i]!, 0x85ebca6b) ^ (hash >>> 15);
    const mask = this.#slots.length - 1;
    for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]!;
      if (entry === 0) return slot;
      const watched = this.#watched[this.#watch[entry - 1]!]!;
      const gram = Math.min(GRAM, watched.length);
      if (gram === words && agree(ids, from, watched, this.#from[entry - 1]!, words)) return slot;
    }
  }
}

/** Whether words stand in both places; a break agrees with nothing. */
function agree(a: Uint32Array, p: number, b: Uint32Array, q: number, words: number): boolean {
  for (let i = 0; i < words; i++) if (a[p + i] !== b[q + i] || a[p + i] === BREAK) return false;
  return true;
}
