/**
 * A concordance: every use of a formula in its context, a line each, in the order that is asked for. Sorted by the
 * word behind or before, the same continuations come together, which is how formulas are seen (Luhn 1960, keyword in
 * context).
 */
import type { HeldAt } from './held-at.js';

export const SORTS = ['date', 'left', 'right', 'speaker'] as const;
export type Sort = (typeof SORTS)[number];

/** A use in its context. */
export interface ConcordanceRow {
  readonly held: HeldAt;
  /** ISO 8601; null: the text has no date. */
  readonly day: string | null;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** Number of the reading, 0 for the words as they were asked for. */
  readonly reading: number;
  /** Number of the longer formula that it is part of; null: of none. */
  readonly longer: number | null;
  /** It stands in a near-copy of an earlier text, and is not counted again. */
  readonly copy: boolean;
}

/** The rows in another order; equals stay in order of time. Rows are given in order of time. */
export function sortRows(rows: readonly ConcordanceRow[], sort: Sort): readonly ConcordanceRow[] {
  if (sort === 'date') return rows;
  const plain = (text: string): string[] =>
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const keyed = rows.map((row) => ({
    row,
    key:
      sort === 'speaker'
        ? (row.held.speaker ?? row.held.body ?? '~')
        : (sort === 'left'
            ? plain(row.before.slice(-SORTED_BY)).toReversed()
            : plain(row.after.slice(0, SORTED_BY))
          ).join(' '),
  }));
  const collator = new Intl.Collator('en', { sensitivity: 'base' });
  return keyed.toSorted((a, b) => collator.compare(a.key, b.key)).map(({ row }) => row);
}

/** Code units of context that rows are sorted by. */
const SORTED_BY = 60;
/** Code units of context on each side. */
const AROUND = 160;

/** The context of a span in a passage, cut at words. */
export function contextOf(
  passage: { readonly start: number; readonly text: string },
  { start, end }: { readonly start: number; readonly end: number },
): { readonly before: string; readonly text: string; readonly after: string } {
  const { text } = passage;
  const [from, to] = [start - passage.start, end - passage.start];
  const before = text.slice(Math.max(0, from - AROUND), from);
  const after = text.slice(to, to + AROUND);
  return {
    before: from > AROUND ? before.replace(/^\S*\s/, '') : before,
    text: text.slice(from, to),
    after: to + AROUND < text.length ? after.replace(/\s\S*$/, '') : after,
  };
}
