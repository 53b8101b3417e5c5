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
}
