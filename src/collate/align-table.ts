/**
 * The exact alignment of two short stretches of words: the most words in common, in order, where a run of words counts
 * more than the same words scattered (Needleman & Wunsch 1970, with a price for beginning a run after Gotoh 1982).
 * A word of three letters counts less than a longer one, so that a stray "the" is the first to be let go; but any word
 * in common counts more than none, so the number of words that differ stays next to the least there can be.
 * Different words are never paired: they are left out here and put in there. Cost: cells of the table, four bytes each
 * and one of trace.
 */
import type { Pair } from './pair.js';
import type { Prepared } from './prepare.js';

const WORD = 1000;
const SHORT_WORD = 760;
/** Letters of a word that may be glue. */
const SHORT = 3;
/** Another form of the same word. */
const STEM = 480;
/** Beginning a run of words in common; less than any word in common is worth. */
const OPEN = 300;

const UP = 0;
const LEFT = 1;
const MATCH = 2;
const JOIN = 3;
const SPLIT = 4;
/** The match goes on from the match before. */
const ON = 8;

/** Scratch space of tables, grown as needed; owned by whoever aligns. */
export class TableSpace {
  trace = new Uint8Array(1 << 12);
  best: Int32Array[] = [0, 1, 2].map(() => new Int32Array(256));
  run: Int32Array[] = [0, 1].map(() => new Int32Array(256));

  reserve(m: number, n: number): void {
    if (this.trace.length < (m + 1) * (n + 1)) this.trace = new Uint8Array((m + 1) * (n + 1) * 2);
    if (this.best[0]!.length > n) return;
    this.best = [0, 1, 2].map(() => new Int32Array(2 * n + 2));
    this.run = [0, 1].map(() => new Int32Array(2 * n + 2));
  }
}

const NONE = -0x3fffffff;

/** Aligns words [a0, a1) of `a` with words [b0, b1) of `b`; pairs are put at the end of `out`, in order. */
export function alignTable(
  a: Prepared,
  a0: number,
  a1: number,
  b: Prepared,
  b0: number,
  b1: number,
  space: TableSpace,
  out: Pair[],
): void {
  const m = a1 - a0;
  const n = b1 - b0;
  const width = n + 1;
  space.reserve(m, n);
  const { trace } = space;
  let [before, above, row] = space.best as [Int32Array, Int32Array, Int32Array];
  let [runAbove, runRow] = space.run as [Int32Array, Int32Array];
  above.fill(0, 0, width);
  runAbove.fill(NONE, 0, width);
  for (let i = 1; i <= m; i++) {
    const ai = a0 + i - 1;
    const id = a.ids[ai]!;
    const stem = a.stems[ai]!;
    const worth = a.ends[ai]! - a.starts[ai]! > SHORT ? WORD : SHORT_WORD;
    const joined = i > 1 ? a.joined[ai - 1]! : 0;
    const base = i * width;
    row[0] = 0;
    runRow[0] = NONE;
    for (let j = 1; j <= n; j++) {
      const bj = b0 + j - 1;
      let best = above[j]!;
      let how = UP;
      if (row[j - 1]! > best) {
        best = row[j - 1]!;
        how = LEFT;
      }
      let run = NONE;
      const gain = id === b.ids[bj] ? worth : stem === b.stems[bj] ? STEM : 0;
      if (gain > 0) {
        const on = runAbove[j - 1]! > above[j - 1]! - OPEN;
        run = gain + (on ? runAbove[j - 1]! : above[j - 1]! - OPEN);
        if (run >= best) {
          best = run;
          how = on ? MATCH | ON : MATCH;
        }
        trace[base + j] = on ? ON : 0;
      } else trace[base + j] = 0;
      if (joined !== 0 && joined === b.ids[bj] && before[j - 1]! + WORD > best) {
        best = before[j - 1]! + WORD;
        how = JOIN;
      } else if (j > 1 && b.joined[bj - 1] === id && above[j - 2]! + WORD > best) {
        best = above[j - 2]! + WORD;
        how = SPLIT;
      }
      row[j] = best;
      runRow[j] = run;
      trace[base + j] = how | trace[base + j]!;
    }
    [before, above, row] = [above, row, before];
    [runAbove, runRow] = [runRow, runAbove];
  }
  space.best = [before, above, row];
  space.run = [runAbove, runRow];
  const from = out.length;
  let i = m;
  let j = n;
  // Inside a run the trace of the match is followed, whatever is best at its place.
  let inRun = false;
  while (i > 0 && j > 0) {
    const cell = trace[i * width + j]!;
    const how = inRun ? MATCH : cell & 7;
    if (how === UP) i--;
    else if (how === LEFT) j--;
    else if (how === MATCH) {
      inRun = (cell & ON) !== 0;
      i--;
      j--;
      out.push({ a: a0 + i, an: 1, b: b0 + j, bn: 1, kind: a.ids[a0 + i] === b.ids[b0 + j] ? 'same' : 'stem' });
    } else if (how === JOIN) {
      i -= 2;
      j--;
      out.push({ a: a0 + i, an: 2, b: b0 + j, bn: 1, kind: 'same' });
    } else {
      i--;
      j -= 2;
      out.push({ a: a0 + i, an: 1, b: b0 + j, bn: 2, kind: 'same' });
    }
  }
  // Pairs were found from the last to the first.
  for (let x = from, y = out.length - 1; x < y; x++, y--) [out[x], out[y]] = [out[y]!, out[x]!];
}
