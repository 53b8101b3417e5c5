/**
 * Readings laid under a lemma, as in a critical edition: a column for each word of the lemma, and between two of them
 * a column for whatever readings put in there. A reading's cell holds what it has at that place, so that the eye goes
 * down a column. All readings are aligned with the lemma and none with one another: where a lemma is given, the
 * question is how each stands to it.
 */
import type { Bench } from './wording.js';

export interface Column {
  /** lemma: a word of it; insert: what readings have between two words of it. */
  readonly kind: 'lemma' | 'insert';
  /** The word; empty for an insert. */
  readonly text: string;
}

/** What one reading has in each column; null: nothing. `same`: the lemma's own word, up to form. */
export interface Cell {
  readonly text: string;
  readonly same: boolean;
}

export interface Apparatus {
  readonly columns: readonly Column[];
  /** A row for each reading, in the order in which they were given, with a cell or null for each column. */
  readonly rows: readonly (readonly (Cell | null)[])[];
}

/** Lays readings under a lemma. */
export function layUnder(lemma: string, readings: readonly string[], bench: Bench): Apparatus {
  const base = bench.prepare(lemma);
  // Slot i stands before word i; the words of the lemma are counted from 0.
  const slots = new Set<number>();
  const laid = readings.map((reading) => {
    const other = bench.prepare(reading);
    const pairs = bench.compare(base, other).pairs.filter(({ kind }) => kind !== 'other');
    const words = new Map<number, Cell>();
    const inserts = new Map<number, Cell>();
    const textOf = (from: number, to: number): string => reading.slice(other.starts[from], other.ends[to - 1]);
    let a = 0;
    let b = 0;
    const gap = (aEnd: number, bEnd: number): void => {
      if (bEnd > b) {
        const cell = { text: textOf(b, bEnd), same: false };
        if (aEnd > a) words.set(a, cell);
        else {
          inserts.set(a, cell);
          slots.add(a);
        }
      }
    };
    for (const { a: at, an, b: to, bn, kind } of pairs) {
      gap(at, to);
      words.set(at, { text: textOf(to, to + bn), same: kind === 'same' });
      [a, b] = [at + an, to + bn];
    }
    gap(base.count, other.count);
    return { words, inserts };
  });
  const columns: Column[] = [];
  const rows: (Cell | null)[][] = readings.map(() => []);
  for (let i = 0; i <= base.count; i++) {
    if (slots.has(i)) {
      columns.push({ kind: 'insert', text: '' });
      for (const [r, { inserts }] of laid.entries()) rows[r]!.push(inserts.get(i) ?? null);
    }
    if (i === base.count) break;
    columns.push({ kind: 'lemma', text: lemma.slice(base.starts[i], base.ends[i]) });
    for (const [r, { words }] of laid.entries()) rows[r]!.push(words.get(i) ?? null);
  }
  return { columns, rows };
}
