import {
  APOSTROPHE,
  DIGIT,
  FOLDED,
  IGNORED,
  INVOLVED,
  KINDS,
  kindAt,
  LETTER,
  LETTERS,
  NEAR,
  SEPARATOR,
  UNSPACED,
} from './characters.js';
import { joinNumbers, type Tokens } from './counting.js';
import { readDigits, writesDecimalComma } from './digits.js';
import { foldWord, HASH_FACTOR, HASH_START, LONGEST, Vocabulary } from './vocabulary.js';

/**
 * The index channel: a text as the folded words by which it is found, each with where it stands in the original.
 *
 * A word is a run of letters, marks and digits; hyphens split it, an apostrophe inside it stays; the power of "km²" is
 * a word by itself. Two texts whose words are equal one for one may still differ on the surface: this channel finds,
 * the surface decides.
 * Scripts written without spaces give one word for each character: the index is a suffix array, which finds runs of
 * any length, so the bigrams that an inverted index would need buy nothing here.
 *
 * One pass over the code units. A word of plain letters costs a table look-up and a hash step for each, one probe of
 * the vocabulary, and no allocation; regular expressions and normalisation see only words that need them.
 */

/** Version of the folding rules: stored with every index, shown with every finding. */
export const FOLDING = 'folding/2';

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
  /** Number of each word in the vocabulary that was used, the caller's own if one was given. */
  readonly ids: Uint32Array;
}

export interface WordOptions {
  /** Keeps the distinct words from call to call, so that their strings are shared and their numbers comparable. */
  readonly vocabulary?: Vocabulary;
  /** BCP 47 subtag; decides what "1.250" and "1 250" mean. Without it only what is sure in any language folds. */
  readonly language?: string | null;
}

/** The folded words of `text`, in order, not overlapping. */
export function words(text: string, options: WordOptions = {}): WordList {
  const vocabulary = options.vocabulary ?? new Vocabulary();
  const continental = writesDecimalComma(options.language);
  const { scratch } = vocabulary;
  const kinds = KINDS;
  const letters = LETTERS;
  const end = text.length;
  let room = (end >>> 2) + 16;
  let starts = new Uint32Array(room);
  let ends = new Uint32Array(room);
  let ids = new Uint32Array(room);
  let count = 0;
  let counts = 0;
  let at = 0;
  while (at < end) {
    const first = text.charCodeAt(at);
    const kind = first < NEAR ? kinds[first]! : kindAt(text, at);
    if (kind === SEPARATOR || kind === APOSTROPHE || kind === IGNORED) {
      at++;
      continue;
    }
    let start = at;
    /** Behind the last code unit that is part of the word. */
    let stop = at;
    let length = 0;
    let hash = HASH_START;
    /** The folded form is worked out from the slice instead of from `scratch`. */
    let involved = false;
    let folded: string | null = null;
    let plain = false;
    if (kind === LETTER) {
      let code = first;
      for (let unit = letters[code]!; unit !== 0; unit = code < NEAR ? letters[code]! : 0) {
        scratch[length++] = unit;
        hash = Math.imul(hash ^ unit, HASH_FACTOR);
        if (++at === end || length === LONGEST) break;
        code = text.charCodeAt(at);
      }
      stop = at;
      plain = at === end || (code !== FULL_STOP && code < NEAR && kinds[code] === SEPARATOR);
    }
    if (plain) {
      // Most words end here: letters of the tables, then a space, a comma or a hyphen.
    } else if (kind === LETTER || kind === INVOLVED || kind === DIGIT) {
      /** Where the letter behind the last full stop of "U.S." stands. */
      let initial = kind === DIGIT ? -1 : start;
      while (at < end) {
        const code = text.charCodeAt(at);
        const part = code < NEAR ? kinds[code]! : kindAt(text, at);
        if (part === LETTER || (part === DIGIT && code < NEAR)) {
          const unit = FOLDED[code]!;
          if (length < LONGEST) scratch[length++] = unit;
          else involved = true;
          hash = Math.imul(hash ^ unit, HASH_FACTOR);
          stop = ++at;
        } else if (part === INVOLVED || part === DIGIT) {
          involved = true;
          at += code >= 0xd800 && code < 0xdc00 ? 2 : 1;
          stop = at;
        } else if (part === IGNORED) {
          involved = true;
          at++;
        } else if (part === APOSTROPHE && stop === at && at + 1 < end && isLetter(text, at + 1)) {
          const prefix = length;
          if (length < LONGEST) scratch[length++] = APOSTROPHE_CODE;
          else involved = true;
          hash = Math.imul(hash ^ APOSTROPHE_CODE, HASH_FACTOR);
          at++;
          if (prefix <= LONGEST_ELIDED && beginsVowel(text, at) && elides(scratch, prefix)) {
            stop = at;
            break;
          }
        } else if (code === FULL_STOP && at - initial === 1 && stop === at) {
          const more = isLetter(text, at + 1) && text.charCodeAt(at + 2) === FULL_STOP;
          if (!more && initial === start) break;
          stop = ++at;
          if (!more) break;
          initial = at;
        } else {
          break;
        }
      }
      // Initials of marks or letters beyond the tables are folded from the slice, full stops and all.
      if (involved && initial > start) folded = foldWord(text.slice(start, stop).replaceAll('.', ''));
      if (kind === DIGIT) {
        if (
          at + 1 < end &&
          joinsDigits(text.charCodeAt(at)) &&
          isDigit(text, at + 1) &&
          isDigit(text, at - 1) &&
          !isListed(text, start)
        ) {
          const literal = readDigits(text, start, continental);
          at = stop = literal.end;
          while (at < end && isLetter(text, at)) stop = ++at;
          folded = literal.folded + foldWord(text.slice(literal.end, stop));
        }
        if (isMinus(text, start - 1)) {
          start--;
          folded = `-${folded ?? foldWord(text.slice(start + 1, stop))}`;
        }
      }
    } else {
      involved = true;
      at += first >= 0xd800 && first < 0xdc00 ? 2 : 1;
      if (isRaised(first)) {
        while (at < end && isRaised(text.charCodeAt(at))) at++;
        if (!isPower(text, start)) continue;
      }
      if (kind === UNSPACED) while (at < end && isMark(text, at)) at++;
      else if (FRACTION.test(text.charAt(start))) folded = text.charAt(start);
      stop = at;
    }
    if (involved) folded ??= foldWord(text.slice(start, stop));
    if (folded === '') continue;
    const id = folded === null ? vocabulary.numberOfScratch(length, hash) : vocabulary.numberOf(folded);
    counts |= vocabulary.kinds[id]!;
    if (count === room) {
      room *= 2;
      starts = wider(starts, room);
      ends = wider(ends, room);
      ids = wider(ids, room);
    }
    starts[count] = start;
    ends[count] = stop;
    ids[count++] = id;
  }
  const tokens = { count, starts, ends, ids };
  if (counts !== 0) joinNumbers(text, tokens, vocabulary);
  return listed(text, tokens, vocabulary);
}

function listed(text: string, tokens: Tokens, vocabulary: Vocabulary): WordList {
  const { count } = tokens;
  const ids = tokens.ids.slice(0, count);
  const folded: string[] = [];
  for (let i = 0; i < count; i++) folded.push(vocabulary.words[ids[i]!]!);
  return { text, count, starts: tokens.starts.slice(0, count), ends: tokens.ends.slice(0, count), folded, ids };
}

const FULL_STOP = 0x2e;
const APOSTROPHE_CODE = 0x27;

function isLetter(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const kind = kindAt(text, at);
  return kind === LETTER || kind === INVOLVED;
}

function isDigit(text: string, at: number): boolean {
  return kindAt(text, at) === DIGIT;
}

/** Whether a number may go on behind this character: , . ' and the spaces that group thousands. */
function joinsDigits(code: number): boolean {
  return code < 0x80 ? code === 0x2c || code === 0x2e || code === 0x27 || code === 0x20 : GROUPING.has(code);
}

const GROUPING: ReadonlySet<number> = new Set([0xa0, 0x2007, 0x2009, 0x202f, 0x2019, 0x66b, 0x66c]);

/** Whether the digits go on a row that was no number as a whole: "10.07.2025", "2,30,400". */
function isListed(text: string, start: number): boolean {
  return start > 1 && (text[start - 1] === '.' || text[start - 1] === ',') && isDigit(text, start - 2);
}

/** Whether the character makes the number behind it negative: a hyphen, minus or short dash behind a space. */
function isMinus(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x2d && code !== 0x2212 && code !== 0x2013) return false;
  return at === 0 || BEFORE_MINUS.test(text.charAt(at - 1));
}

const BEFORE_MINUS = /[\s([{"“«„]/u;

/** A digit above the line. */
function isRaised(code: number): boolean {
  return code === 0xb2 || code === 0xb3 || code === 0xb9 || code === 0x2070 || (code >= 0x2074 && code <= 0x2079);
}

/**
 * Whether raised digits at `at` are a figure, as in "km²", "10⁶", "x²": they stand behind a digit, a unit or a single
 * letter. Behind any other word, or a mark, they number a note, and a note is no word of the text.
 */
function isPower(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from <= LONGEST_UNIT && isLetter(text, from - 1)) from--;
  if (from === at) return at > 0 && isDigit(text, at - 1);
  return at - from === 1 || UNITS.has(text.slice(from, at));
}

const LONGEST_UNIT = 2;
/** Units whose powers are printed, and "mc²". */
const UNITS: ReadonlySet<string> = new Set('km cm mm dm nm µm μm hm ft in yd mi mc км см мм дм'.split(' '));

/** Stay as they are: as 1⁄2 they would be two numbers. */
const FRACTION = /[¼½¾⅐-⅞]/u;

const MARK = /^\p{M}/u;

function isMark(text: string, at: number): boolean {
  return kindAt(text, at) === INVOLVED && MARK.test(text.charAt(at));
}

/** Words that lose their last vowel before another in French and Italian. */
const ELIDED: ReadonlySet<string> = new Set(
  (
    'c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu ' +
    'all bell coll dall dell nell quell quest sant sull un'
  ).split(' '),
);
const LONGEST_ELIDED = 6;
const VOWELS: ReadonlySet<number> = new Set(Array.from('aeiouhyàáâäæèéêëìíîïòóôöœùúûü', (c) => c.charCodeAt(0)));

function beginsVowel(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < NEAR && VOWELS.has(FOLDED[code]!);
}

function elides(scratch: Uint16Array, length: number): boolean {
  return ELIDED.has(String.fromCharCode(...scratch.subarray(0, length)));
}

function wider(from: Uint32Array<ArrayBuffer>, room: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(room);
  to.set(from);
  return to;
}
