import type { Pair } from './pair.js';

/** A stretch of characters and words of both texts that differ; `form` if the words are the same. */
export interface Edit {
  a: number;
  aEnd: number;
  b: number;
  bEnd: number;
  /** Words within, [from, to). */
  aw: number;
  awEnd: number;
  bw: number;
  bwEnd: number;
  form: boolean;
  /** Number of the move that these words are part of. */
  move?: number;
  /** Of words that came from elsewhere: which words [a0, a1) of `a` they were, and what stands against what. */
  came?: { readonly a0: number; readonly a1: number; readonly pairs: readonly Pair[] };
}
