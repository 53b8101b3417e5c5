/**
 * The words of a text, as the index and the collation see them, with where each stands in the original.
 * `folded[i]` is word i in the index channel; it stands at `starts[i]` … `ends[i]` (UTF-16 code units, end excluded).
 */
export interface WordList {
  readonly text: string;
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly folded: readonly string[];
}
