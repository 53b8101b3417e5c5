import type { Prepared } from './prepare.js';

/**
 * Two stretches of words that stand against each other: `an` words of a from `a`, `bn` words of b from `b`; both
 * one, or one and two or three where a word is written apart. same: up to form and spelling. stem: another form of the
 * same word. other: different words at the same place.
 */
export interface Pair {
  readonly a: number;
  readonly an: number;
  readonly b: number;
  readonly bn: number;
  readonly kind: 'same' | 'stem' | 'other';
}

/** Costs in thousandths of an edit; no edit costs more than one. */
export const EDIT = 1000;
/** Another form of the same word. */
const STEM = 400;
/** Words that begin alike; pairs "Zelensky" with "Zelenskyy" rather than with its neighbour. */
const ALIKE = 700;

/** Cost of letting word i of a stand against word j of b: 0 for the same word. */
export function substitution(a: Prepared, i: number, b: Prepared, j: number): number {
  if (a.ids[i] === b.ids[j]) return 0;
  if (a.stems[i] === b.stems[j]) return STEM;
  const x = a.folded[i]!;
  const y = b.folded[j]!;
  if (x.length > 4 && y.length > 4 && x.charCodeAt(0) === y.charCodeAt(0) && x.charCodeAt(3) === y.charCodeAt(3)) {
    if (x.charCodeAt(1) === y.charCodeAt(1) && x.charCodeAt(2) === y.charCodeAt(2)) return ALIKE;
  }
  return EDIT;
}

export function kindOf(a: Prepared, i: number, b: Prepared, j: number): Pair['kind'] {
  return a.ids[i] === b.ids[j] ? 'same' : a.stems[i] === b.stems[j] ? 'stem' : 'other';
}
