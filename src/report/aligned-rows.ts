/**
 * Draft words over source words in a terminal: same words under same words, so that the eye falls down a column and
 * stops where it differs. A line of marks below carries the difference without colour, and names what it touches.
 * Rows that are the same are printed once. (Interlinear setting, as of glosses; inline [-was-] {+is+} was rejected:
 * a reader must then take both texts apart in the head.)
 */
import type { AttentionFlag } from '#record/index.js';
import { ATTENTION_WORDS, WORDS } from './catalogue.js';
import type { Pair, PairKind } from './comparison.js';
import {
  displayWidth,
  glued,
  isolate,
  padded,
  runsRightToLeft,
  safe,
  type Token,
  tokens,
  wrap,
} from './display-text.js';
import type { Paint } from './paint.js';

/** A column: what stands in it above and below. */
interface Cell {
  readonly a: string;
  readonly b: string;
  readonly space: boolean;
  readonly kind: PairKind;
  readonly flags: readonly AttentionFlag[];
  /** Cells of the same stretch share one line of marks. */
  readonly stretch: number;
  /** Of a long stretch: stands in rows of its own, one text at a time. */
  readonly alone: boolean;
  readonly name: string | null;
}

export interface RowLabels {
  readonly a: string;
  readonly b: string;
  readonly both: string;
}

const MARKERS: Readonly<Record<PairKind, string>> = {
  same: ' ',
  changed: '^',
  'only a': '^',
  'only b': '^',
  moved: '=',
  form: '~',
  marked: '-',
};
/** Beside the label of a row that one text has alone. */
const TAKEN = '-';
const ADDED = '+';
/** Stands where one of the two texts has nothing. */
const GAP = '·';
/** Words that are set over one another where they replace each other; longer stretches would only look aligned. */
const FACING_WORDS = 5;
/** Words of one text only that stand among the others; longer stretches take rows of their own. */
const INLINE_WORDS = 8;
/** Identical rows beyond this many are folded, but for the first and the last. */
const SAME_ROWS = 4;

/**
 * Lines with `labels` in a left column of `labelWidth`, at most `width` columns in all, without line ends.
 */
export function alignedRows(
  pairs: readonly Pair[],
  labels: RowLabels,
  labelWidth: number,
  width: number,
  paint: Paint,
): string[] {
  const room = Math.max(20, width - labelWidth);
  if (pairs.some(({ a, b }) => runsRightToLeft(a) || runsRightToLeft(b)))
    return stacked(pairs, labels, labelWidth, room, paint);
  const rows = fill(cellsOf(pairs, room), room);
  const lines: string[] = [];
  const same = rows.map((row) => row.every((cell) => cell.kind === 'same'));
  for (let i = 0; i < rows.length; i++) {
    if (same[i]) {
      let last = i;
      while (same[last + 1]) last++;
      if (last - i + 1 > SAME_ROWS) {
        lines.push(label(labels.both, labelWidth, paint) + sideOf(rows[i]!, 'b', paint));
        lines.push(' '.repeat(labelWidth) + paint.faint(WORDS.samePlain(last - i - 1)));
        i = last;
      }
      lines.push(label(i > 0 && same[i - 1] ? '' : labels.both, labelWidth, paint) + sideOf(rows[i]!, 'b', paint));
      continue;
    }
    const row = rows[i]!;
    const first = row[0]!;
    if (first.alone) {
      const side = first.a === '' ? 'b' : 'a';
      const name = `${labels[side]} ${side === 'b' ? ADDED : TAKEN}`;
      lines.push(label(name, labelWidth, paint) + sideOf(row, side, paint));
      const names = rows[i + 1]?.[0]?.stretch === first.stretch ? '' : nameOf(first);
      if (names !== '') lines.push(' '.repeat(labelWidth) + paint.mark(names));
      continue;
    }
    if (row.some(({ a }) => a !== '')) lines.push(label(labels.a, labelWidth, paint) + sideOf(row, 'a', paint));
    if (row.some(({ b }) => b !== '')) lines.push(label(labels.b, labelWidth, paint) + sideOf(row, 'b', paint));
    for (const marks of markLines(row, rows[i - 1]?.at(-1)?.stretch ?? -1, room))
      lines.push(' '.repeat(labelWidth) + paint.mark(marks));
  }
  return lines;
}

function label(text: string, width: number, paint: Paint): string {
  return paint.faint(padded(text, width));
}

/** Words over words. Where a change begins or ends within a word, the whole word stands in one cell. */
function cellsOf(pairs: readonly Pair[], limit: number): Cell[] {
  const cells: Cell[] = [];
  let lastA = '';
  let lastB = '';
  pairs.forEach((pair, stretch) => {
    const above = safe(pair.a);
    const below = safe(pair.b);
    const [left, right] = [tokens(above, limit), tokens(below, limit)];
    const joined = glued(lastA, above) || glued(lastB, below);
    const from = /\s$/.test(lastA) || /\s$/.test(lastB);
    if (isLong(pair.kind, left.length, right.length)) {
      for (const side of [left, right])
        side.forEach((token, i) => {
          const [a, b] = side === left ? [token.text, ''] : ['', token.text];
          cells.push({
            a,
            b,
            space: token.space || i === 0,
            kind: pair.kind,
            flags: pair.flags,
            stretch,
            alone: true,
            name: pair.name ?? null,
          });
        });
      [lastA, lastB] = [' ', ' '];
      return;
    }
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      const cell: Cell = {
        a: left[i]?.text ?? '',
        b: right[i]?.text ?? '',
        space: (left[i]?.space ?? false) || (right[i]?.space ?? false) || (i === 0 && from),
        kind: pair.kind,
        flags: pair.flags,
        stretch,
        alone: false,
        name: pair.name ?? null,
      };
      const before = cells.at(-1);
      if (i === 0 && joined && before !== undefined)
        cells[cells.length - 1] = merged(before, cell, spacedBy(lastA, left[0]), spacedBy(lastB, right[0]));
      else cells.push(cell);
    }
    if (above !== '') lastA = above;
    if (below !== '') lastB = below;
  });
  return cells;
}

function isLong(kind: PairKind, a: number, b: number): boolean {
  if (kind === 'same') return false;
  return a > 0 && b > 0 ? Math.max(a, b) > FACING_WORDS : Math.max(a, b) > INLINE_WORDS;
}

function spacedBy(last: string, token: Token | undefined): boolean {
  return /\s$/.test(last) || (token?.space ?? false);
}

function merged(before: Cell, cell: Cell, spaceA: boolean, spaceB: boolean): Cell {
  const join = (x: string, y: string, space: boolean): string => (x === '' || y === '' || !space ? x + y : `${x} ${y}`);
  const graver = cell.kind === 'same' ? before : cell;
  return {
    a: join(before.a, cell.a, spaceA),
    b: join(before.b, cell.b, spaceB),
    space: before.space,
    kind: graver.kind,
    flags: graver.flags,
    stretch: graver.stretch,
    alone: false,
    name: graver.name,
  };
}

function widthOf(cell: Cell): number {
  return Math.max(displayWidth(cell.a), displayWidth(cell.b));
}

function fill(cells: readonly Cell[], room: number): Cell[][] {
  const rows: Cell[][] = [];
  let used = 0;
  for (const cell of cells) {
    const width = widthOf(cell);
    const gap = cell.space && used > 0 ? 1 : 0;
    const row = rows.at(-1);
    const last = row?.at(-1);
    // Long stretches begin and end rows; where both texts have one, each has its own.
    const parts =
      last !== undefined &&
      (last.alone || cell.alone) &&
      (last.alone !== cell.alone || last.stretch !== cell.stretch || (last.a === '') !== (cell.a === ''));
    if (row === undefined || parts || (used > 0 && used + gap + width > room)) {
      rows.push([cell]);
      used = width;
    } else {
      row.push(cell);
      used += gap + width;
    }
  }
  return rows;
}

function sideOf(row: readonly Cell[], side: 'a' | 'b', paint: Paint): string {
  let line = '';
  row.forEach((cell, i) => {
    const gap = i > 0 && cell.space ? ' ' : '';
    const text = cell[side];
    const fillTo = widthOf(cell);
    line += gap;
    if (text === '') line += cell.kind === 'same' ? ' '.repeat(fillTo) : paint.faint(GAP.repeat(fillTo));
    else line += painted(text, cell.kind, side, paint) + ' '.repeat(fillTo - displayWidth(text));
  });
  return line.trimEnd();
}

function painted(text: string, kind: PairKind, side: 'a' | 'b', paint: Paint): string {
  switch (kind) {
    case 'same':
      return text;
    case 'form':
      return paint.form(text);
    case 'moved':
      return paint.moved(text);
    case 'marked':
      return paint.marked(text);
    default:
      return side === 'a' ? paint.deleted(text) : paint.inserted(text);
  }
}

/** One line of marks, and below it those names of what is touched that found no room beside their mark. */
function markLines(row: readonly Cell[], stretchBefore: number, room: number): string[] {
  const runs: { start: number; end: number; readonly cell: Cell }[] = [];
  let at = 0;
  row.forEach((cell, i) => {
    if (i > 0 && cell.space) at++;
    const end = at + widthOf(cell);
    const last = runs.at(-1);
    if (last?.cell.stretch === cell.stretch && cell.kind !== 'same') last.end = end;
    else if (cell.kind !== 'same') runs.push({ start: at, end, cell });
    at = end;
  });
  let marks = '';
  let below = '';
  runs.forEach(({ start, end, cell }, i) => {
    marks = marks.padEnd(start) + MARKERS[cell.kind].repeat(end - start);
    // A stretch that began on the row above has its name there.
    const name = cell.stretch === stretchBefore ? '' : nameOf(cell);
    if (name === '') return;
    const next = runs[i + 1]?.start ?? room;
    if (end + 1 + name.length < next || (i === runs.length - 1 && end + 1 + name.length <= room)) marks += ` ${name}`;
    else if (below.length < Math.min(start, room - name.length))
      below = below.padEnd(Math.max(0, Math.min(start, room - name.length))) + name;
    else if (below === '') below = name;
    else if (below.length + 2 + name.length <= room) below = `${below}, ${name}`;
  });
  return below === '' ? [marks] : [marks, below];
}

function nameOf({ kind, flags, name }: Cell): string {
  if (name !== null) return name;
  if (flags.length > 0) return flags.map((flag) => ATTENTION_WORDS[flag]).join(', ');
  if (kind === 'moved') return WORDS.moved;
  if (kind === 'form') return WORDS.form;
  return kind === 'marked' ? WORDS.markedEdit : '';
}

/** One text above the other, for scripts whose columns a terminal may turn round. Marks stand in the text. */
function stacked(pairs: readonly Pair[], labels: RowLabels, labelWidth: number, room: number, paint: Paint): string[] {
  const side = (which: 'a' | 'b'): string =>
    pairs
      .map((pair) => {
        const text = safe(pair[which]);
        if (text.trim() === '' || pair.kind === 'same') return text;
        const [open, close] = pair.kind === 'form' ? ['~', '~'] : which === 'a' ? ['[-', '-]'] : ['{+', '+}'];
        return text.replace(/^(\s*)(.*?)(\s*)$/su, `$1${open}$2${close}$3`);
      })
      .join('');
  const [a, b] = [side('a'), side('b')];
  const texts =
    a === b
      ? ([[labels.both, b]] as const)
      : ([
          [labels.a, a],
          [labels.b, b],
        ] as const);
  return texts.flatMap(([name, text]) =>
    wrap(text, room).map((line, i) => label(i === 0 ? name : '', labelWidth, paint) + isolate(line)),
  );
}
