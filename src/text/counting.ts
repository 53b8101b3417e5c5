import {
  ARTICLES,
  ENGLISH,
  FRENCH,
  GERMAN,
  isPercent,
  LINKS,
  type Numeral,
  numeral,
  PERCENT_PAIRS,
  SPANISH,
  TRAILING_ONE,
} from './numerals.js';
import type { Vocabulary } from './vocabulary.js';

/** Words in numbers of the vocabulary with their places, as the first pass over a text leaves them. */
export interface Tokens {
  count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly ids: Uint32Array;
}

/**
 * Joins the words that together write one number or one percent sign, in place: `tokens.count` shrinks. Called only
 * for texts in which the first pass met a word of that kind.
 */
export function joinNumbers(text: string, tokens: Tokens, vocabulary: Vocabulary): void {
  const { starts, ends, ids } = tokens;
  const run = new Run(text, tokens, vocabulary);
  let to = 0;
  for (let from = 0; from < tokens.count; ) {
    let next = from + 1;
    let first = from;
    let folded: string | null = null;
    const counting = vocabulary.kinds[ids[from]!] === 1;
    if (!counting && (next === tokens.count || vocabulary.kinds[ids[next]!] === 0)) {
      if (to < from) {
        starts[to] = starts[from]!;
        ends[to] = ends[from]!;
        ids[to] = ids[from]!;
      }
      to++;
      from = next;
      continue;
    }
    const word = vocabulary.words[ids[from]!]!;
    if (counting) {
      const plain = to > 0 && ids[to - 1] === ids[from - 1];
      const before = plain ? vocabulary.words[ids[from - 1]!]! : '';
      if (isPercent(word)) {
        folded = '%';
      } else if (PERCENT_PAIRS.get(word)?.split(' ').includes(before) && run.joined(from)) {
        folded = '%';
        first = from - 1;
      } else if (run.read(from, before, to > 1 ? vocabulary.words[ids[to - 2]!]! : '')) {
        folded = run.folded;
        next = run.next;
        if (run.article) first = from - 1;
      }
    } else if (LITERAL.test(word)) {
      if (run.read(from, '', '')) {
        folded = run.folded;
        next = run.next;
      }
    }
    if (first < from) to--;
    const end = ends[next - 1]!;
    starts[to] = first < from ? starts[to]! : starts[from]!;
    ids[to] = folded === null ? ids[from]! : vocabulary.numberOf(folded);
    ends[to++] = end;
    from = next;
  }
  tokens.count = to;
}

const LITERAL = /^-?\d+(?:\.\d+)?$/;
/** One white space (two where a line was broken) or one hyphen between the words of a number. */
const JOINT = /^(?:[\s\u00a0]{1,2}|[-\u2010\u2011])$/u;
const ANY_LANGUAGE = 63;

/** Reads one number from words in a row; what it read stands in its fields. */
class Run {
  /** The number in the index channel, "5000" or "21st". */
  folded = '';
  /** The first word that is no part of it. */
  next = 0;
  /** Whether the article before the first word is a part of it. */
  article = false;

  readonly #text: string;
  readonly #tokens: Tokens;
  readonly #vocabulary: Vocabulary;

  constructor(text: string, tokens: Tokens, vocabulary: Vocabulary) {
    this.#text = text;
    this.#tokens = tokens;
    this.#vocabulary = vocabulary;
  }

  /** Whether nothing but a joint stands between a word and the one before. */
  joined(at: number): boolean {
    const { starts, ends } = this.#tokens;
    const gap = starts[at]! - ends[at - 1]!;
    return gap > 0 && gap <= 2 && JOINT.test(this.#text.slice(ends[at - 1], starts[at]));
  }

  #word(at: number): string {
    return at < this.#tokens.count ? this.#vocabulary.words[this.#tokens.ids[at]!]! : '';
  }

  /**
   * Whether a number in words, or in digits with a word behind them, begins at word `from`. `before` and
   * `beforeThat` are the words in front of it that are no part of another number.
   */
  read(from: number, before: string, beforeThat: string): boolean {
    this.article = false;
    this.folded = '';
    if (LITERAL.test(this.#word(from))) return this.#readLiteral(from);
    const between = before === 'between' || beforeThat === 'between';
    let languages = ANY_LANGUAGE;
    let total = 0;
    /** What stands since the last scale. */
    let group = 0;
    /** Only values below this may still be added to the group. */
    let limit = Number.POSITIVE_INFINITY;
    let scale = Number.POSITIVE_INFINITY;
    let parts = 0;
    let alone = false;
    let year = false;

    for (let at = from; at < this.#tokens.count; at++) {
      if (at > from && !this.joined(at)) break;
      let word = this.#word(at);
      let linked = at > from ? (LINKS.get(word) ?? 0) & languages : 0;
      if (linked !== 0) {
        if (at + 1 >= this.#tokens.count || !this.joined(at + 1)) break;
        const open =
          linked === ENGLISH ? !between && !year && (group === 0 || limit === 100) : limit === 10 || limit === 20;
        if (!open) break;
        word = this.#word(++at);
      } else {
        linked = ANY_LANGUAGE;
      }
      const one = linked !== ANY_LANGUAGE || limit === 10 || limit === 20 ? TRAILING_ONE.get(word) : undefined;
      const part: Numeral | null =
        one === undefined ? numeral(word) : { value: 1, role: 'count', languages: one, alone: false };
      const shared = part === null ? 0 : languages & part.languages & linked;
      if (part === null || shared === 0) break;
      const { value, role } = part;
      if (linked !== ANY_LANGUAGE) {
        if (role === 'hundred' || role === 'scale' || value >= limit) break;
        if (linked === FRENCH && value !== 1 && value !== 11) break;
        if (linked === ENGLISH && this.#isHundred(at + 1, value)) break;
      }

      if (role === 'ordinal') {
        if (year || value >= Math.min(limit, scale)) break;
        this.#accept(at, ordinal(total + group + value));
        return true;
      }
      if (role === 'count') {
        if (shared & FRENCH && value === 20 && group % 100 === 4) {
          group += 76;
          limit = 20;
        } else if (parts === 1 && this.#isYear(group, value, at) && shared === ENGLISH && total === 0) {
          group = group * 100 + value;
          limit = value >= 20 ? addable(value, false) : 0;
          year = true;
        } else {
          if (value >= Math.min(limit, scale) || (value === 0 && parts > 0)) break;
          group += value;
          limit = addable(value, part.languages === FRENCH);
        }
      } else {
        if (year) break;
        if (parts === 0) {
          this.article = ((ARTICLES.get(before) ?? 0) & shared) !== 0 && this.joined(from);
          // "hundert", "mille" are numbers by themselves; "hundred", "тысяча", "million" are not.
          if (!this.article && (value > 1000 || (shared & (FRENCH | GERMAN | SPANISH)) === 0)) break;
          alone = this.article;
        }
        if (role === 'hundred') {
          // "six cents" is 600 in French alone, and "six" is English too.
          if (group >= 100 || (shared === FRENCH && parts > 0 && languages & ENGLISH)) break;
          group = Math.max(group, 1) * 100;
          limit = 100;
        } else {
          if (value >= scale || (parts > 0 && group === 0)) break;
          total += Math.max(group, 1) * value;
          group = 0;
          scale = value;
          limit = value;
        }
      }
      if (total + group > Number.MAX_SAFE_INTEGER) break;
      languages = shared;
      alone ||= part.alone;
      parts++;
      this.#accept(at, String(total + group));
    }
    return this.folded !== '' && (alone || parts > 1);
  }

  /** "5.25 million": digits and one scale. */
  #readLiteral(from: number): boolean {
    const scale = numeral(this.#word(from + 1));
    if (scale?.role !== 'scale' || !this.joined(from + 1)) return false;
    this.#accept(from + 1, shift(this.#word(from), String(scale.value).length - 1));
    return true;
  }

  #accept(at: number, folded: string): void {
    this.folded = folded;
    this.next = at + 1;
  }

  /** Whether words `at` … go on to a hundred: in "two hundred and three hundred" the "and" joins two numbers. */
  #isHundred(at: number, value: number): boolean {
    const next = numeral(this.#word(at));
    if (next === null || !this.joined(at)) return false;
    if (next.role === 'hundred') return true;
    return value >= 20 && next.role === 'count' && numeral(this.#word(at + 1))?.role === 'hundred';
  }

  /** "nineteen ninety" is a year, "nineteen ninety-day loans" is not. */
  #isYear(century: number, decade: number, at: number): boolean {
    if (century < 13 || century > 20 || decade < 10 || decade > 99) return false;
    let last = at;
    const next = at + 1 < this.#tokens.count && this.joined(at + 1) ? numeral(this.#word(at + 1)) : null;
    if (next !== null && next.role !== 'ordinal') {
      if (next.role !== 'count' || next.value < 1 || next.value > 9 || decade < 20 || decade % 10 !== 0) return false;
      last++;
    }
    return !/[-\u2010\u2011]/u.test(this.#text.charAt(this.#tokens.ends[last]!));
  }
}

/** What may still follow a numeral of this value by adding: 25 is 20 and 5, French 97 is 4 · 20 + 10 + 7. */
function addable(value: number, french: boolean): number {
  if (value >= 100) return value % 100 === 0 && value < 1000 ? 100 : 0;
  if (value >= 20 && value % 10 === 0) return french && value === 60 ? 20 : 10;
  return french && value === 10 ? 10 : 0;
}

/** A number in digits times a power of ten, in digits: 5.25 by 6 is 5250000. */
function shift(literal: string, zeros: number): string {
  const [whole, decimals = ''] = literal.split('.');
  const moved = decimals.padEnd(zeros, '0');
  const high = (whole! + moved.slice(0, zeros)).replace(/^(-?)0+(?=\d)/, '$1');
  const low = moved.slice(zeros).replace(/0+$/, '');
  return low === '' ? high : `${high}.${low}`;
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return value + (teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'));
}
