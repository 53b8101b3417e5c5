/**
 * Finds the words of a table in a text: single words, beginnings of words, words in a row, words with others
 * between. Everything is asked of folded words, so that marks and capitals do not matter. Cost: for each word of the
 * text one look-up for each of its beginnings.
 */
import { Vocabulary, words } from '#text/index.js';

/** A found entry: its row, and the words [from, to). */
export interface PhraseHit {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

interface Part {
  readonly word: string;
  readonly open: boolean;
}

interface Pattern {
  readonly row: number;
  readonly parts: readonly Part[];
  /** Words may stand between the parts, within the sentence. */
  readonly gap: boolean;
}

/** Order of the columns in the tables. */
const COLUMNS = ['en', 'fr', 'ru', 'es', 'de'] as const;
/** So far the two parts of a verb may stand from each other, in words. */
const REACH = 30;

/** The rows of a table of words. */
export interface TableRows {
  readonly names: readonly string[];
  /** For each row whether it is marked with "~". */
  readonly marked: readonly boolean[];
  /** For each row and column the entries as written. */
  readonly cells: readonly (readonly string[])[];
}

/** Reads a table: a row a line, which "~" may mark; with `named` the first column is the row's name. */
export function tableRows(table: string, named: boolean): TableRows {
  const names: string[] = [];
  const marked: boolean[] = [];
  const cells: string[][] = [];
  for (const line of table.trim().split('\n')) {
    const columns = line
      .replace(/^~/, '')
      .split('|')
      .map((column) => column.trim());
    marked.push(line.startsWith('~'));
    names.push(named ? columns[0]! : String(names.length));
    cells.push(named ? columns.slice(1) : columns);
  }
  return { names, marked, cells };
}

/** A table made ready for texts in one language; of all languages together if it is null or has no column. */
export class PhraseTable {
  readonly #starts = new Map<string, Pattern[]>();
  readonly #vocabulary = new Vocabulary();

  constructor({ cells }: TableRows, language: string | null) {
    const column = COLUMNS.indexOf((language ?? '').slice(0, 2).toLowerCase() as 'en');
    cells.forEach((row, r) => {
      const used = column >= 0 ? [column] : row.map((_, c) => c);
      for (const c of used)
        for (const entry of (row[c] ?? '').split(/\s+/)) if (entry !== '') this.#add(r, entry, COLUMNS[c]!);
    });
  }

  #add(row: number, entry: string, language: string): void {
    const gap = entry.includes('..');
    const parts = entry.split(gap ? '..' : '_').flatMap((piece): Part[] => {
      const open = piece.endsWith('-');
      const { folded } = words(piece, { language, vocabulary: this.#vocabulary });
      return folded.map((word, i) => ({ word: plain(word), open: open && i === folded.length - 1 }));
    });
    const first = parts[0];
    if (first === undefined) return;
    const list = this.#starts.get(first.word);
    if (list) list.push({ row, parts, gap });
    else this.#starts.set(first.word, [{ row, parts, gap }]);
  }

  /** The longest entry that begins at word `at` and ends before `end`; null if none does. */
  at(text: readonly string[], at: number, end: number): PhraseHit | null {
    const word = text[at]!;
    let best: PhraseHit | null = null;
    let weight = 0;
    for (let length = word.length; length > 1; length--) {
      for (const pattern of this.#starts.get(length === word.length ? word : word.slice(0, length)) ?? []) {
        const to = ends(pattern, text, at, end);
        if (to < 0) continue;
        // More words beat fewer, then more letters; the row that stands first wins among equals.
        const worth = pattern.parts.length * 100 + length;
        if (worth <= weight) continue;
        weight = worth;
        best = { row: pattern.row, from: at, to };
      }
    }
    return best;
  }

  /** All entries that begin in words [from, to), the longest at each word, not overlapping. */
  find(text: readonly string[], from: number, to: number): PhraseHit[] {
    const hits: PhraseHit[] = [];
    for (let i = from; i < to; ) {
      const hit = this.at(text, i, to);
      if (hit) hits.push(hit);
      i = hit ? Math.max(i + 1, Math.min(hit.to, i + 4)) : i + 1;
    }
    return hits;
  }
}

/** Where a pattern that begins at `at` ends; -1 if it does not stand there. */
function ends(pattern: Pattern, text: readonly string[], at: number, end: number): number {
  let i = at;
  for (const [k, { word, open }] of pattern.parts.entries()) {
    if (k > 0 && pattern.gap) {
      const limit = Math.min(end, i + REACH);
      while (i < limit && !fits(text[i]!, word, open)) i++;
    }
    if (i >= end || !fits(text[i]!, word, open)) return -1;
    i++;
  }
  // The verb itself is what is shown of a verb in two parts.
  return pattern.gap ? at + 1 : i;
}

function fits(word: string, wanted: string, open: boolean): boolean {
  return open ? word.startsWith(wanted) : word === wanted || (word.length > 4 && word === `${wanted}s`);
}

/** A folded word as tables and texts share it: ё is written е as often as not. */
export function plain(folded: string): string {
  return folded.includes('ё') ? folded.replaceAll('ё', 'е') : folded;
}
