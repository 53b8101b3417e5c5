import {
  APOSTROPHE,
  DIGIT,
  FOLDED,
  foldCharacters,
  IGNORED,
  INVOLVED,
  KINDS,
  kindAt,
  LETTER,
  NEAR,
  SEPARATOR,
  SIGN,
  UNSPACED,
} from './characters.js';
import { HASH_FACTOR, HASH_START, LONGEST, Vocabulary } from './vocabulary.js';

/**
 * The index channel: a text as the folded words by which it is found, each with where it stands in the original.
 *
 * A word is a run of letters, marks and digits; hyphens split it, an apostrophe inside it stays. Two texts whose
 * words are equal one for one may still differ on the surface: this channel finds, the surface decides.
 * Scripts written without spaces give one word for each character: the index is a suffix array, which finds runs of
 * any length, so the bigrams that an inverted index would need buy nothing here.
 *
 * One pass over the code units. A word of plain letters costs a table look-up and a hash step for each, one probe of
 * the vocabulary, and no allocation; regular expressions and normalisation see only words that need them.
 */

/** Version of the folding rules: stored with every index, shown with every finding. */
export const FOLDING = 'folding/1';

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
  const scratch = vocabulary.scratch;
  const end = text.length;
  let room = (end >>> 2) + 16;
  let starts = new Uint32Array(room);
  let ends = new Uint32Array(room);
  let ids = new Uint32Array(room);
  let count = 0;
  let at = 0;
  while (at < end) {
    const first = text.charCodeAt(at);
    const kind = first < NEAR ? KINDS[first]! : kindAt(text, at);
    if (kind === SEPARATOR || kind === APOSTROPHE || kind === IGNORED) {
      at++;
      continue;
    }
    if (count === room) {
      room *= 2;
      starts = wider(starts, room);
      ends = wider(ends, room);
      ids = wider(ids, room);
    }
    const start = at;
    let stop = at;
    let length = 0;
    let hash = HASH_START;
    let involved = false;
    if (kind === UNSPACED || kind === SIGN) {
      at += first >= 0xd800 && first < 0xdc00 ? 2 : 1;
      stop = at;
      if (kind === UNSPACED) while (at < end && isMark(text, at)) stop = ++at;
      involved = true;
    } else {
      for (; at < end; ) {
        const code = text.charCodeAt(at);
        const part = code < NEAR ? KINDS[code]! : kindAt(text, at);
        if ((part === LETTER || part === DIGIT) && code < NEAR) {
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
          at++;
        } else if (part === APOSTROPHE && at + 1 < end && isLetter(text, at + 1)) {
          if (length < LONGEST) scratch[length++] = 0x27;
          else involved = true;
          hash = Math.imul(hash ^ 0x27, HASH_FACTOR);
          at++;
          if (elides(scratch, length - 1) && beginsVowel(text, at)) {
            stop = at;
            break;
          }
        } else {
          break;
        }
      }
    }
    const id = involved
      ? vocabulary.numberOf(foldCharacters(text.slice(start, stop)))
      : vocabulary.numberOfScratch(length, hash);
    starts[count] = start;
    ends[count] = stop;
    ids[count++] = id;
  }
  return listed(text, count, starts, ends, ids, vocabulary);
}

function listed(
  text: string,
  count: number,
  starts: Uint32Array,
  ends: Uint32Array,
  ids: Uint32Array,
  vocabulary: Vocabulary,
): WordList {
  const folded: string[] = [];
  for (let i = 0; i < count; i++) folded.push(vocabulary.words[ids[i]!]!);
  return {
    text,
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    folded,
    ids: ids.slice(0, count),
  };
}

function isLetter(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === LETTER || kind === INVOLVED;
}

const MARK = /^\p{M}/u;

function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x300 && kindAt(text, at) === INVOLVED && MARK.test(text[at]!);
}

/** Words that lose their last vowel before another in French and Italian. */
const ELIDED: ReadonlySet<string> = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu dell all nell sull dall coll quell quest un bell sant'.split(
    ' ',
  ),
);

function elides(scratch: Uint16Array, length: number): boolean {
  if (length > 6) return false;
  let word = '';
  for (let i = 0; i < length; i++) word += String.fromCharCode(scratch[i]!);
  return ELIDED.has(word);
}

const VOWEL = /^[aeiouhyàâäéèêëîïôöùûüœæìòóáí]/iu;

function beginsVowel(text: string, at: number): boolean {
  return VOWEL.test(text.charAt(at));
}

function wider(from: Uint32Array<ArrayBuffer>, room: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(room);
  to.set(from);
  return to;
}
