/**
 * What kind of character each code is to a word, and its folded form where that is one code for one.
 *
 * Codes below `NEAR` (Latin, Greek, Cyrillic, Armenian, Hebrew) are answered by two tables of 1,536 entries, built
 * once in well under a millisecond; the rest is answered by range and by Unicode property. A table over the whole
 * plane was rejected: it costs every start some ten milliseconds, which only texts of rarer scripts would win back.
 */

/** Ends a word and is no part of any. */
export const SEPARATOR = 0;
/** Part of a word; its folded form is `FOLDED[code]`. */
export const LETTER = 1;
/** Decimal digit; its value is `digitValue`. */
export const DIGIT = 2;
/** Part of a word, folded only together with its neighbours or into more than one code. */
export const INVOLVED = 3;
/** Inside a word stays as an apostrophe, outside ends it. */
export const APOSTROPHE = 4;
/** Left out of every comparison: soft hyphen, zero-width and bidirectional controls, Arabic short vowels. */
export const IGNORED = 5;
/** A word by itself: percent and currency signs, vulgar fractions, digits above or below the line. */
export const SIGN = 6;
/** A word by itself with the marks behind it: a character of a script that is written without spaces. */
export const UNSPACED = 7;

/** Codes below are in the tables. */
export const NEAR = 0x600;

/** Kind of each code below `NEAR`. */
export const KINDS: Uint8Array = new Uint8Array(NEAR);
/** Folded form of each LETTER and DIGIT below `NEAR`. */
export const FOLDED: Uint16Array = new Uint16Array(NEAR);
/** Folded form of each LETTER below `NEAR`, 0 for all else. */
export const LETTERS: Uint16Array = new Uint16Array(NEAR);

/** Kind of the character that starts at `at` in `text`; a character beyond U+FFFF is two code units long. */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < NEAR) return KINDS[code]!;
  const whole = text.codePointAt(at)!;
  const kind = askKind(whole);
  return kind === LETTER ? INVOLVED : kind;
}

/** 0 to 9 for a decimal digit of any common script, else -1. */
export function digitValue(code: number): number {
  if (code < 0x3a) return code >= 0x30 ? code - 0x30 : -1;
  if (code < 0x660) return -1;
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return code - zero;
  return -1;
}

/** Arabic-Indic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Telugu, Thai, Lao, Burmese, Khmer, wide. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10] as const;

/**
 * Folds the characters of one word: NFKC, lower case, ignored characters dropped, apostrophes unified, ß to ss,
 * ς to σ, ё to е, Arabic short vowels and tatweel dropped, digits of all scripts to ASCII. Other diacritics stay.
 */
export function foldCharacters(word: string): string {
  let folded = word.normalize('NFKC').toLowerCase().normalize('NFKC').replace(DROPPED, '').replace(APOSTROPHES, "'");
  if (OTHER_FORMS.test(folded)) {
    folded = folded.replaceAll('ß', 'ss').replaceAll('ς', 'σ').replaceAll('ё', 'е').replaceAll('i\u0307', 'i');
  }
  if (FOREIGN_DIGIT.test(folded)) {
    folded = folded.replace(ANY_DIGIT, (digit) => {
      const value = digitValue(digit.charCodeAt(0));
      return value < 0 ? digit : String(value);
    });
  }
  return folded;
}

const IGNORED_CLASS =
  '\\u00ad\\u034f\\u061c\\u0640\\u064b-\\u0652\\u0670\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff';
const IGNORED_ONLY = new RegExp(`^[${IGNORED_CLASS}]$`, 'u');
const DROPPED = new RegExp(`[${IGNORED_CLASS}\\s]`, 'gu');
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bc\u2018\u2019\u201b\u2032\uff07]/gu;
const APOSTROPHE_ONLY = /^['\u0060\u00b4\u02b9\u02bc\u2018\u2019\u201b\u2032\uff07]$/u;
const OTHER_FORMS = /ß|ς|ё|\u0307/u;
const FOREIGN_DIGIT = /[^\P{Nd}0-9]/u;
const ANY_DIGIT = /\p{Nd}/gu;
const UNSPACED_SCRIPT =
  /^(?=\p{L}|\p{Nl}|[々〇])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]$/u;
const WORD_PART = /^[\p{L}\p{M}\p{Nl}]$/u;
const STANDS_ALONE = /^[%％‰٪\p{Sc}¼½¾⅐-⅞¹²³⁰⁴-⁹₀-₉]$/u;

function askKind(code: number): number {
  const character = String.fromCodePoint(code);
  if (WORD_PART.test(character)) {
    if (code < 0x80) return LETTER;
    if (IGNORED_ONLY.test(character)) return IGNORED;
    if (APOSTROPHE_ONLY.test(character)) return APOSTROPHE;
    if (code >= NEAR && UNSPACED_SCRIPT.test(character)) return UNSPACED;
    return ANY_MARK.test(character) ? INVOLVED : LETTER;
  }
  if (digitValue(code) >= 0) return DIGIT;
  if (IGNORED_ONLY.test(character)) return IGNORED;
  if (APOSTROPHE_ONLY.test(character)) return APOSTROPHE;
  return STANDS_ALONE.test(character) ? SIGN : SEPARATOR;
}

const ANY_MARK = /\p{M}/u;

for (let code = 0; code < NEAR; code++) {
  const kind = askKind(code);
  KINDS[code] = kind;
  if (kind !== LETTER && kind !== DIGIT) continue;
  const lower = String.fromCharCode(code).toLowerCase();
  const folded = code < 0x80 ? lower : foldCharacters(lower);
  if (folded.length !== 1) {
    KINDS[code] = INVOLVED;
    continue;
  }
  FOLDED[code] = folded.charCodeAt(0);
  if (kind === LETTER) LETTERS[code] = folded.charCodeAt(0);
}
