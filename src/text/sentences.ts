import type { Span } from '#base/index.js';
import { abbreviationsOf, type Abbreviations } from './abbreviations.js';

/**
 * Cuts a text into sentences by what stands around each stop: closing marks behind it belong to the sentence, an
 * abbreviation, an initial or a decimal in front of it lets it run on, and so does a small letter behind it.
 *
 * After the default rules of UAX #29 with lists of abbreviations on top. Intl.Segmenter was rejected: it knows no
 * abbreviations, breaks at every end of a line, and takes quadratic time on long texts in Node 20. Cost: one regular
 * expression over the text, a look to both sides of each stop.
 */

/** A stop with all closing marks behind it. A full stop of Latin scripts counts only before white space or the end. */
const STOP = /(?:[.!?…‽؟۔։।॥]+|[。！？｡؟။។፧።]+)(?:[\])}"'”’»›)）」』】》\u201c]|[ \u00a0\u202f]»(?![\p{L}\p{N}]))*/gu;
const FULL_WIDTH = /^[。！？｡]/u;
const LINE_END = /[^\S\n\u2029]*[\n\u2029]\s*/gu;

/**
 * The sentences of a text as spans without white space at their ends; together they hold all that is not white
 * space. A blank line always ends one, a single end of a line does unless a small letter follows. `language` is a BCP 47 tag; it chooses the
 * list of abbreviations.
 */
export function sentences(text: string, language?: string | null): Span[] {
  const abbreviations = abbreviationsOf(language);
  const german = language?.slice(0, 2).toLowerCase() === 'de';
  const spans: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(LINE_END)) {
    if (/^[^\n]*\n[^\n]*$/.test(gap[0]) && LOWER.test(text.slice(gap.index + gap[0].length))) continue;
    cut(text, from, gap.index, abbreviations, german, spans);
    from = gap.index + gap[0].length;
  }
  cut(text, from, text.length, abbreviations, german, spans);
  return spans;
}

function cut(
  text: string,
  from: number,
  to: number,
  abbreviations: Abbreviations,
  german: boolean,
  spans: Span[],
): void {
  const paragraph = text.slice(from, to);
  let start = 0;
  for (const stop of paragraph.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    if (!ends(paragraph, start, stop.index, end, stop[0], abbreviations, german)) continue;
    keep(paragraph, from, start, end, spans);
    start = end;
  }
  keep(paragraph, from, start, paragraph.length, spans);
}

function keep(paragraph: string, from: number, start: number, end: number, spans: Span[]): void {
  const piece = paragraph.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  const trimmed = piece.trim();
  if (trimmed !== '') spans.push({ start: from + start + lead, end: from + start + lead + trimmed.length });
}

/** The next letter or digit, with what stands before it. */
const NEXT = /^(\s*)([—–-]\s+)?[([{"'“”„«‹‘’¿¡「『《*_]*\s*(?:([\p{L}\p{N}][\p{L}\p{M}'’]*)(\.?))?/u;
const LOWER = /^\p{Ll}/u;
const UPPER_OR_DIGIT = /^[\p{Lu}\p{N}]/u;
/** The word in front of a full stop, with full stops and hyphens inside. */
const BEFORE = /(?:^|[^\p{L}\p{M}\p{N}.'’-])((?:[\p{L}\p{M}\p{N}]|[.'’-](?=[\p{L}\p{N}]))+)$/u;
/** Abbreviated units that are whole words as well. */
const MEASURE = /^(?:мин|сек|кг|км)$/u;
const REACH = 40;

function ends(
  paragraph: string,
  start: number,
  at: number,
  end: number,
  stop: string,
  { leading, either, openers }: Abbreviations,
  german: boolean,
): boolean {
  if (end === paragraph.length) return true;
  const rest = paragraph.slice(end, end + REACH);
  if (FULL_WIDTH.test(stop)) return !/^[」』”’）》】，、,]/u.test(rest);
  const [, gap, dash, next, point] = NEXT.exec(rest) ?? [];
  if (gap === '') return false;
  const closed = /[^.!?…‽؟۔։।॥]$/u.test(stop);
  if (dash !== undefined && (closed || next === undefined || LOWER.test(next))) return false;
  if (next === undefined) return true;
  if (LOWER.test(next)) return false;
  const single = stop[0] === '.' && stop[1] !== '.';
  if (!single) return true;
  const [, before] = BEFORE.exec(paragraph.slice(Math.max(start, at - REACH), at)) ?? [];
  if (before === undefined || closed) return true;
  const word = before.toLowerCase();
  // The number of a list or a heading stands alone at the beginning.
  const first = paragraph.slice(start, at).trim() === before;
  if (/^\p{N}+$/u.test(before)) return !(first && before.length < 4) && !(german && before.length < 3);
  const initial = next.length === 1 && point === '.';
  const opens = !initial && UPPER_OR_DIGIT.test(next) && openers.has(next.toLowerCase().replace('’', "'"));
  // "мин." is minutes behind a number, and mines where none stands before it.
  if (MEASURE.test(word) && !/\p{N}[^\p{L}]*$/u.test(paragraph.slice(start, at - before.length))) return true;
  if (either.has(word)) return opens;
  if (leading.has(word)) return /^no?s?$/.test(word) && !/^\p{N}/u.test(next);
  // Initials: "J. Smith", "С. В. Лавров", "z. B."; but "and I. The …".
  if (/^\p{L}$/u.test(before) || /^(?:\p{L}\.)+\p{L}$/u.test(before)) return opens;
  return true;
}
