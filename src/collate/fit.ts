/**
 * Fits a quotation into a stretch of source text: all words of the quotation are placed or left over, the source
 * may begin and end anywhere (semi-global alignment; Sellers 1980), with a second layer in which source words are
 * skipped at a price that grows slowly with their number (Gotoh 1982), since words left out between two places are
 * one decision of the writer, not many. Where the quotation has an ellipsis or a bracket the skip is nearly free.
 * Places further apart are found one by one and put together by the caller.
 * Cost: O(m · n) steps, two bytes of trace each; quotations are short. Rejected: a bound on the number of edits,
 * which loses abridged quotations; similarity of letters between all pairs, which the stems and first letters of
 * `substitution` replace.
 */
import { EDIT, type Pair, kindOf, substitution } from './pair.js';
import type { Prepared } from './prepare.js';

/** What may be skipped before each word of the quotation: index i speaks of the gap before word i. */
export interface Gaps {
  /** 0: no mark; 1: a bracket stands here; 2: an ellipsis stands here. */
  readonly marks: Uint8Array;
  /** 1: the word stands in brackets and need not be in the source. */
  readonly optional: Uint8Array;
}

export interface Fit {
  /** In thousandths of an edit; a little less than nothing where all words match. */
  readonly cost: number;
  /** In order of a and of b. */
  readonly pairs: readonly Pair[];
}

/** A word of one text that stands against none: a trifle less than a changed word, so that more words stay matched. */
const ALONE = EDIT - 1;
/** Breaks ties: of two placings with the same edits the one with more words in common. */
const SAME = -2;
/** An unmarked skip of source words: three words cost less than three edits, twenty as much as three and a half. */
const SKIP = 1 * EDIT + 500;
const SKIP_WORD = 100;
/** An ellipsis may stand for any number of words; a thousand cost one edit, so that the nearest place wins. */
const ELLIPSIS = 10;
const ELLIPSIS_WORD = 1;
/** A bracket stands for a few words: six cost less than half an edit, sixty as much as an unmarked skip. */
const BRACKET = 20;
const BRACKET_WORD = 60;
const OPTIONAL = 10;

const UP = 1;
const LEFT = 2;
const DIAGONAL = 3;
const JOIN = 4;
const SPLIT = 5;
const LANDED = 6;
const JOIN_THREE = 7;
const SPLIT_THREE = 8;

/** Scratch space of fits, grown as needed; owned by whoever runs many of them. */
export class FitSpace {
  trace = new Uint8Array(1 << 16);
  skip = new Uint8Array(1 << 16);
  rows: Int32Array[] = [0, 1, 2, 3].map(() => new Int32Array(1024));

  reserve(m: number, n: number): void {
    const cells = (m + 1) * (n + 1);
    if (this.trace.length < cells) {
      this.trace = new Uint8Array(cells * 2);
      this.skip = new Uint8Array(cells * 2);
    }
    if (this.rows[0]!.length <= n) this.rows = [0, 1, 2, 3].map(() => new Int32Array(2 * n + 2));
  }
}

/**
 * The cheapest placing of words [a0, a1) of `a` within words [b0, b1) of `b`; among equals the one that ends first.
 * `free` lets the source begin and end anywhere; otherwise both stretches are aligned from end to end.
 */
export function fit(
  a: Prepared,
  a0: number,
  a1: number,
  b: Prepared,
  b0: number,
  b1: number,
  space: FitSpace,
  gaps: Gaps | null = null,
  free = true,
): Fit {
  const m = a1 - a0;
  const n = b1 - b0;
  const width = n + 1;
  space.reserve(m, n);
  const { trace, skip } = space;
  let before = space.rows[0]!;
  let above = space.rows[1]!;
  let row = space.rows[2]!;
  let earlier = space.rows[3]!;
  for (let j = 0; j <= n; j++) {
    above[j] = free ? 0 : j * ALONE;
    trace[j] = free ? 0 : LEFT;
  }
  if (!free) trace[0] = 0;
  for (let i = 1; i <= m; i++) {
    const ai = a0 + i - 1;
    const mark = gaps?.marks[ai + 1] ?? 0;
    const insert = gaps?.optional[ai] ? OPTIONAL : ALONE;
    const open = mark === 2 ? ELLIPSIS : mark === 1 ? BRACKET : SKIP;
    const extend = mark === 2 ? ELLIPSIS_WORD : mark === 1 ? BRACKET_WORD : SKIP_WORD;
    const mayskip = i < m;
    const id = a.ids[ai]!;
    const joinedBefore = i > 1 ? a.joined[ai - 1]! : 0;
    const tiedBefore = i > 2 && a.tied ? a.tied[ai - 2]! : 0;
    const base = i * width;
    row[0] = above[0]! + insert;
    trace[base] = UP;
    let skipping = 0x3fffffff;
    for (let j = 1; j <= n; j++) {
      const bj = b0 + j - 1;
      let best = above[j - 1]! + (id === b.ids[bj] ? SAME : substitution(a, ai, b, bj));
      let how = DIAGONAL;
      const up = above[j]! + insert;
      if (up < best) {
        best = up;
        how = UP;
      }
      const left = row[j - 1]! + ALONE;
      if (left < best) {
        best = left;
        how = LEFT;
      }
      if (joinedBefore !== 0 && joinedBefore === b.ids[bj] && before[j - 1]! < best) {
        best = before[j - 1]!;
        how = JOIN;
      }
      if (j > 1 && b.joined[bj - 1] === id && above[j - 2]! < best) {
        best = above[j - 2]!;
        how = SPLIT;
      }
      if (tiedBefore !== 0 && tiedBefore === b.ids[bj] && earlier[j - 1]! < best) {
        best = earlier[j - 1]!;
        how = JOIN_THREE;
      }
      if (j > 2 && b.tied && b.tied[bj - 2] === id && above[j - 3]! < best) {
        best = above[j - 3]!;
        how = SPLIT_THREE;
      }
      if (mayskip) {
        const opened = row[j - 1]! + open + extend;
        const extended = skipping + extend;
        if (opened < extended) {
          skipping = opened;
          skip[base + j] = 1;
        } else {
          skipping = extended;
          skip[base + j] = 0;
        }
        if (skipping < best) {
          best = skipping;
          how = LANDED;
        }
      }
      row[j] = best;
      trace[base + j] = how;
    }
    const spare = earlier;
    earlier = before;
    before = above;
    above = row;
    row = spare;
  }
  space.rows = [before, above, row, earlier];
  let end = n;
  if (free) for (let j = 0; j <= n; j++) if (above[j]! < above[end]! || (above[j] === above[end] && j < end)) end = j;
  const cost = above[end]!;
  const pairs: Pair[] = [];
  let i = m;
  let j = end;
  while (i > 0 && !(j === 0 && free)) {
    const how = trace[i * width + j]!;
    if (how === DIAGONAL) {
      i--;
      j--;
      pairs.push({ a: a0 + i, an: 1, b: b0 + j, bn: 1, kind: kindOf(a, a0 + i, b, b0 + j) });
    } else if (how === UP) i--;
    else if (how === LEFT) j--;
    else if (how === JOIN) {
      i -= 2;
      j--;
      pairs.push({ a: a0 + i, an: 2, b: b0 + j, bn: 1, kind: 'same' });
    } else if (how === SPLIT) {
      i--;
      j -= 2;
      pairs.push({ a: a0 + i, an: 1, b: b0 + j, bn: 2, kind: 'same' });
    } else if (how === JOIN_THREE) {
      i -= 3;
      j--;
      pairs.push({ a: a0 + i, an: 3, b: b0 + j, bn: 1, kind: 'same' });
    } else if (how === SPLIT_THREE) {
      i--;
      j -= 3;
      pairs.push({ a: a0 + i, an: 1, b: b0 + j, bn: 3, kind: 'same' });
    } else if (how === LANDED) {
      while (skip[i * width + j] === 0) j--;
      j--;
    } else break;
  }
  pairs.reverse();
  return { cost, pairs };
}
