/**
 * An apparatus made presentable: where every reading has the lemma's own words in a row, they stand in one column, so
 * that the eye meets only what differs. What a reading that has a part only does not cover is away, not omitted.
 */
import type { Apparatus } from '#formula/index.js';

export type CellKind = 'same' | 'other' | 'none' | 'away' | 'slot';

export interface CellView {
  readonly kind: CellKind;
  readonly text: string;
}

export interface ApparatusView {
  /** The lemma, column by column; empty for what stands only in readings. */
  readonly lemma: readonly string[];
  readonly rows: readonly (readonly CellView[])[];
}

/** Makes the view. `partial` says of each reading whether it has a part only. */
export function viewApparatus({ columns, rows }: Apparatus, partial: readonly boolean[]): ApparatusView {
  const bounds = rows.map((row) => {
    const filled = row.flatMap((cell, i) => (cell === null ? [] : [i]));
    return { first: filled[0] ?? 0, last: filled.at(-1) ?? -1 };
  });
  const cells = rows.map((row, r) =>
    row.map((cell, i): CellView => {
      if (cell) return { kind: cell.same ? 'same' : 'other', text: cell.text };
      if (columns[i]!.kind === 'insert') return { kind: 'slot', text: '' };
      const away = partial[r] === true && (i < bounds[r]!.first || i > bounds[r]!.last);
      return { kind: away ? 'away' : 'none', text: '' };
    }),
  );
  const lemma: string[] = [];
  const merged: { kind: CellKind; text: string }[][] = rows.map(() => []);
  let before: string | null = null;
  for (const [i, column] of columns.entries()) {
    const kinds = cells.map((row) => row[i]!.kind);
    const calm = kinds.every((kind) => kind === 'same' || kind === 'away');
    const key = calm ? kinds.join(' ') : null;
    if (key !== null && key === before) {
      lemma[lemma.length - 1] += ` ${column.text}`;
      for (const [r, row] of merged.entries())
        if (cells[r]![i]!.kind === 'same') row.at(-1)!.text += ` ${cells[r]![i]!.text}`;
    } else {
      lemma.push(column.text);
      for (const [r, row] of merged.entries()) row.push({ ...cells[r]![i]! });
    }
    before = key;
  }
  return { lemma, rows: merged };
}

/** The letter of a reading: none for the first, which the others are laid under. */
export function letterOf(reading: number): string {
  return reading === 0 ? '' : String.fromCharCode(96 + (((reading - 1) % 26) + 1));
}
