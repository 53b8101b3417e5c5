import type { Span } from '#base/index.js';

/**
 * The surface channel: the text that decides *exact*. It is the original in NFC with every run of white space made
 * one space, and none at the ends; nothing else is touched, so two spans whose surfaces are equal hold the same
 * words, marks and capitals to the code point.
 */

/** The surface of a text. */
export function surface(text: string): string {
  return CLEAN.test(text) ? text : text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Nothing to fold: plain characters that never compose, single spaces, none at the ends. */
const CLEAN = /^(?! )(?:[!-~\u00a1-\u00ac\u00ae-\u02ff\u0400-\u04ff\u2010-\u2027]| (?! |$))*$/u;

/** Carries offsets between an original and the text that was folded from it. All offsets are UTF-16 code units. */
export interface PositionMap {
  /** Where the original of the folded code unit at `offset` begins; the end of the last one for the whole length. */
  toOriginal(offset: number): number;
  /** The least span of the original that folds to all of a folded span. */
  toOriginalSpan(span: Span): Span;
  /** Where in the folded text the original code unit at `offset` went; where the next one went if it was dropped. */
  toFolded(offset: number): number;
}

export interface FoldedText {
  readonly original: string;
  readonly text: string;
  readonly positions: PositionMap;
}

/** The surface of a text with the map back. Costs eight bytes for each code unit unless nothing changed. */
export function surfaceWithPositions(original: string): FoldedText {
  const text = surface(original);
  if (text === original) return { original, text, positions: IDENTITY };
  let folded = '';
  const begins: number[] = [];
  const ends: number[] = [];
  CLUSTERS.lastIndex = 0;
  for (const found of original.matchAll(CLUSTERS)) {
    const { index } = found;
    const cluster = found[0];
    const blank = /^\s/u.test(cluster);
    const piece = blank ? ' ' : cluster.normalize('NFC');
    if (blank && (folded === '' || index + cluster.length === original.length)) continue;
    for (let i = 0; i < piece.length; i++) {
      begins.push(index);
      ends.push(index + cluster.length);
    }
    folded += piece;
  }
  return { original, text: folded, positions: new Positions(Uint32Array.from(begins), Uint32Array.from(ends)) };
}

/**
 * White space, or a character with all that may compose with it: marks, and the vowels and finals of Hangul. NFC of
 * the whole is the NFC of these one by one (UAX #15, stable code points).
 */
const CLUSTERS = /\s+|[^\s][\p{M}\u1160-\u11ff]*/gu;

class Positions implements PositionMap {
  readonly #begins: Uint32Array;
  readonly #ends: Uint32Array;

  constructor(begins: Uint32Array, ends: Uint32Array) {
    this.#begins = begins;
    this.#ends = ends;
  }

  toOriginal(offset: number): number {
    if (offset < this.#begins.length) return this.#begins[offset]!;
    return this.#ends.at(-1) ?? 0;
  }

  toOriginalSpan(span: Span): Span {
    const start = this.toOriginal(span.start);
    return { start, end: span.end > span.start ? this.#ends[span.end - 1]! : start };
  }

  toFolded(offset: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ends[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const IDENTITY: PositionMap = Object.freeze({
  toOriginal: (offset: number) => offset,
  toOriginalSpan: (span: Span) => span,
  toFolded: (offset: number) => offset,
});
