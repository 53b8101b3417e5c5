/**
 * Which runs of words are an old formula and which are chance English. Of 124 speeches 6.6 % of the words stand in
 * runs of five that were spoken before, 0.8 % in runs of eight: at five most hits are the language speaking. So eight
 * words in a row count, and from five on those that are rarer together than an archive of this size brings about.
 */
import type { HeldRun } from '#record/index.js';

/** Words in a row that are a formula by themselves, for each of these bits of chance one more. */
const FORMULA = 5;
const BITS_A_WORD = 8;
/** Characters that say as much as a word, where words are not spaced. */
const UNSPACED_WORD = 1.5;
/** Words from which rarity counts. */
export const LEAST_RUN = 5;
/** Words as common as this carry nothing; what the others have beyond it must come to so many bits. */
const COMMON = 8;
const RARE = 24;

/** Words in a row that are more than chance in an archive of 2^chance words: 7 at 70,000, 8 from a million on. */
export function formulaWords(chance: number, unspaced: boolean): number {
  return Math.round((FORMULA + chance / BITS_A_WORD) * (unspaced ? UNSPACED_WORD : 1));
}

/** Whether a held run is more than chance. */
export function isFormula(
  { words, bits }: Pick<HeldRun, 'words' | 'bits'>,
  chance: number,
  unspaced: boolean,
): boolean {
  if (words >= formulaWords(chance, unspaced)) return true;
  return words >= LEAST_RUN && bits.reduce((sum, each) => sum + Math.max(0, each - COMMON), 0) >= RARE;
}

/** Whether most of the words are single characters of a script without spaces. */
export function isUnspaced(words: readonly string[]): boolean {
  const single = words.reduce((n, word) => n + (UNSPACED.test(word) ? 1 : 0), 0);
  return words.length > 0 && single * 2 > words.length;
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;
