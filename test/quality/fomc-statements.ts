/**
 * Statements of the Federal Open Market Committee as they lie beside the project, with an oracle for ages: sentences
 * cut and compared by code of its own, every one against every earlier one, so that a fault of the product's cutting,
 * folding or index cannot hide itself.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/sources.js';

export const STATEMENTS = join(root, '..', 'shared', 'data', 'fomc-statements', 'statements');
const LABELS = join(root, 'test', 'formula', 'fomc-labels.json');

/** File, start, end: UTF-16 code units into the file as it lies. */
type Place = readonly [file: string, start: number, end: number];

/** Sentences labelled by eye: from which earlier sentence one was made, or that it was made from none. */
export interface Labels {
  readonly pairs: readonly { readonly later: Place; readonly earlier: readonly Place[] }[];
  readonly new: readonly Place[];
}

export interface Statement {
  /** File name and day, "20091104.txt" and "2009-11-04". */
  readonly file: string;
  readonly day: string;
  readonly text: string;
}

/** The statements by day; none where they are not on the machine. */
export function readStatements(): Statement[] {
  if (!existsSync(STATEMENTS)) return [];
  return readdirSync(STATEMENTS)
    .filter((file) => /^\d{8}\.txt$/.test(file))
    .toSorted()
    .map((file) => ({
      file,
      day: `${file.slice(0, 4)}-${file.slice(4, 6)}-${file.slice(6, 8)}`,
      text: readFileSync(join(STATEMENTS, file), 'utf8'),
    }));
}

export function readLabels(): Labels {
  return JSON.parse(readFileSync(LABELS, 'utf8')) as Labels;
}

/** The letters and digits of a text: what two sentences have in common that are the same to the word. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A sentence with the day of the earliest statement that has it, whole and to the word; null: none has. */
export interface Dated {
  readonly file: string;
  readonly letters: string;
  readonly first: string | null;
}

const FEWEST_WORDS = 5;
const ABBREVIATED = /(?:^|\s)(?:[A-Za-z]|U\.S|Mr|Ms|Mrs|Dr|Jr|No|St)\.$/;

/** All sentences of five words or more, each compared with all of all earlier statements. */
export function datesByBruteForce(statements: readonly Statement[]): Dated[] {
  const cut = statements.map(({ file, day, text }) => ({ file, day, sentences: sentencesOf(text) }));
  const found: Dated[] = [];
  for (const [i, { file, day, sentences }] of cut.entries())
    for (const letters of sentences) {
      const earlier = cut.slice(0, i).find((other) => other.day < day && other.sentences.includes(letters));
      found.push({ file, letters, first: earlier?.day ?? null });
    }
  return found;
}

function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const paragraph of text.split(/\n\s*\n/)) {
    let sentence = '';
    for (const word of paragraph.split(/\s+/)) {
      sentence = sentence === '' ? word : `${sentence} ${word}`;
      if (!/[.!?]["”’)]*$/.test(word) || ABBREVIATED.test(sentence)) continue;
      found.push(sentence);
      sentence = '';
    }
    if (sentence !== '') found.push(sentence);
  }
  return found.filter((one) => one.split(' ').length >= FEWEST_WORDS).map(lettersOf);
}
