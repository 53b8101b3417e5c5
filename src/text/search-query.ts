/**
 * The language in which people ask where words stand: a word, the beginning of a word (reform*), a phrase in double
 * quotes of any shape, words of which any will do (truce OR ceasefire), words near each other (inspectors NEAR/5
 * terminal), words that must be absent (-ferry). All that is asked for must stand in a text; OR binds before NEAR. Each
 * line of a list is a search by itself. What is no word is passed over, so that a sentence can be pasted; what looks
 * like this language and is not said rightly is a fault with its place.
 * Rejected: brackets and regular expressions, which ask of editors what only programmers learn.
 */
import type { Span } from '#base/index.js';
import { words } from './words.js';

/** A folded word, or the beginning of words. */
export interface SearchSlot {
  readonly word: string;
  readonly beginning: boolean;
}

/** Words in a row; at least one. */
export type SearchPhrase = readonly SearchSlot[];

/** One condition on a text. */
export interface SearchClause {
  /**
   * Terms in the order written, each near the one before it; of a term any phrase will do. `within`: the most words
   * that may stand between the term and the one before it, in either order; 0 for the first.
   */
  readonly terms: readonly { readonly phrases: readonly SearchPhrase[]; readonly within: number }[];
  /** The text must not have it. */
  readonly absent: boolean;
}

/** One line of what was asked. */
export interface SearchQuery {
  readonly written: string;
  readonly clauses: readonly SearchClause[];
}

/** What is wrong with what was asked; where it stands in what was written, UTF-16 code units. */
export interface QueryFault extends Span {
  /** Line, from 1. */
  readonly line: number;
  /** Character of that line, from 1. */
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

/** Words that may stand between those that NEAR names, at most: beyond that two words are in one text, no more. */
export const MOST_BETWEEN = 100;
/** Lines of a list, at most. */
export const MOST_LINES = 500;

const QUOTE = /["“”„‟«»＂]/;
/** A quotation mark, or what stands up to the next white space or quotation mark. */
const PIECES = /["“”„‟«»＂]|[^\s"“”„‟«»＂]+/g;

interface Piece extends Span {
  readonly kind: 'words' | 'or' | 'near';
  readonly phrases: readonly SearchPhrase[];
  readonly absent: boolean;
  readonly within: number;
  readonly written: string;
}

class Fault extends Error {
  readonly span: Span;
  readonly remedy: string;
  constructor(start: number, end: number, message: string, remedy: string) {
    super(message);
    this.span = { start, end };
    this.remedy = remedy;
  }
}

/** Reads what was asked, a search in each line; lines without a word are passed over. */
export function readSearch(
  written: string,
): { readonly queries: readonly SearchQuery[] } | { readonly fault: QueryFault } {
  const queries: SearchQuery[] = [];
  let from = 0;
  for (const [i, line] of written.split('\n').entries()) {
    try {
      const clauses = clausesOf(piecesOf(line));
      if (clauses.length > 0) queries.push({ written: line.trim(), clauses });
      if (queries.length > MOST_LINES)
        throw new Fault(0, line.length, `A list has at most ${MOST_LINES} lines.`, 'Search for them in parts.');
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { start, end } = error.span;
      return {
        fault: {
          line: i + 1,
          column: start + 1,
          start: from + start,
          end: from + end,
          message: error.message,
          remedy: error.remedy,
        },
      };
    }
    from += line.length + 1;
  }
  return { queries };
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  const matches = [...line.matchAll(PIECES)].map(({ 0: text, index }) => ({ text, start: index }));
  for (let m = 0; m < matches.length; m++) {
    const { text, start } = matches[m]!;
    const minus = text === '-' && opens(matches[m + 1], start + 1);
    const quote = minus ? matches[++m]! : { text, start };
    if (QUOTE.test(quote.text)) {
      let end = m + 1;
      while (end < matches.length && !QUOTE.test(matches[end]!.text)) end++;
      const last = matches[end];
      if (last === undefined)
        throw new Fault(
          quote.start,
          line.length,
          'The quotation mark opens a phrase that nothing closes.',
          'Close it with a second one, or leave it out.',
        );
      const inside = matches.slice(m + 1, end);
      const slots = inside.flatMap((piece) => slotsOf(piece.text, piece.start));
      pieces.push(wordsPiece(slots, minus, start, last.start + 1, line));
      m = end;
      continue;
    }
    const end = start + text.length;
    if (text === 'OR') pieces.push(joiner('or', 0, start, end, line));
    else if (/^NEAR\b/.test(text)) pieces.push(joiner('near', within(text, start), start, end, line));
    else {
      const absent = /^-[\p{L}\p{N}]/u.test(text);
      const slots = absent ? slotsOf(text.slice(1), start + 1) : slotsOf(text, start);
      pieces.push(wordsPiece(slots, absent, start, end, line));
    }
  }
  return pieces.filter(({ kind, phrases }) => kind !== 'words' || phrases[0]!.length > 0);
}

function opens(piece: { readonly text: string; readonly start: number } | undefined, at: number): boolean {
  return piece !== undefined && piece.start === at && QUOTE.test(piece.text);
}

function wordsPiece(slots: readonly SearchSlot[], absent: boolean, start: number, end: number, line: string): Piece {
  return { kind: 'words', phrases: [slots], absent, within: 0, start, end, written: line.slice(start, end) };
}

function joiner(kind: 'or' | 'near', most: number, start: number, end: number, line: string): Piece {
  return { kind, phrases: [], absent: false, within: most, start, end, written: line.slice(start, end) };
}

function within(text: string, start: number): number {
  const [, digits] = /^NEAR\/(\d{1,4})$/.exec(text) ?? [];
  const most = Number(digits);
  if (digits === undefined || most > MOST_BETWEEN)
    throw new Fault(
      start,
      start + text.length,
      `“${text}” names no distance.`,
      `Write NEAR/5 for at most five words between; a number from 0 to ${MOST_BETWEEN}.`,
    );
  return most;
}

/** The words of a piece; a star may only stand behind the last letter. */
function slotsOf(text: string, start: number): SearchSlot[] {
  const star = text.indexOf('*');
  const stem = star === -1 ? text : text.slice(0, star);
  const { folded } = words(stem);
  // Marks may follow a star as they follow a word; words may not.
  if (star !== -1 && (/[\p{L}\p{N}*]/u.test(text.slice(star + 1)) || !/[\p{L}\p{N}]$/u.test(stem)))
    throw new Fault(
      start + star,
      start + star + 1,
      'A star stands for the end of a word, and here it stands elsewhere.',
      'Write the first letters and a star: reform*.',
    );
  return folded.map((word, i) => ({ word, beginning: star !== -1 && i === folded.length - 1 }));
}

function clausesOf(pieces: readonly Piece[]): SearchClause[] {
  const clauses: { terms: { phrases: SearchPhrase[]; within: number }[]; absent: boolean }[] = [];
  let join: Piece | null = null;
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'words') {
      const before = pieces[i - 1];
      const after = pieces[i + 1];
      if (before?.kind !== 'words' || after?.kind !== 'words')
        throw new Fault(
          piece.start,
          piece.end,
          `${piece.written} stands between words, and here ${before?.kind === 'words' ? 'nothing follows it' : 'nothing is before it'}.`,
          `Write it in small letters if it is a word that you look for.`,
        );
      if (after.absent)
        throw new Fault(
          after.start,
          after.end,
          `Words that must be absent cannot follow ${piece.written}.`,
          'Write them by themselves: truce -ferry.',
        );
      join = piece;
      continue;
    }
    const clause = clauses.at(-1);
    const phrases = [...piece.phrases];
    if (join === null) clauses.push({ terms: [{ phrases, within: 0 }], absent: piece.absent });
    else if (join.kind === 'or') clause!.terms.at(-1)!.phrases.push(...phrases);
    else if (clause!.absent)
      throw new Fault(
        join.start,
        join.end,
        'What must be absent cannot be near anything.',
        'Leave out the mark before it, or NEAR.',
      );
    else clause!.terms.push({ phrases, within: join.within });
    join = null;
  }
  const [first] = pieces;
  if (clauses.length > 0 && clauses.every(({ absent }) => absent))
    throw new Fault(
      first!.start,
      first!.end,
      'Only words that must be absent are asked for.',
      'Add a word that must be there.',
    );
  return clauses;
}
