/**
 * Three and more versions in a terminal: a column for each, as wide as there is room for; where there is not, or where
 * a reading is long, the readings stand below each other with the letters of the versions that have them.
 */
import { COMPARISON_WORDS as SAY, sayFlags } from './comparison-words.js';
import { isolate, padded, runsRightToLeft, safe, wrap } from './display-text.js';
import { type Paint, paintFor } from './paint.js';
import type { TerminalOptions } from './terminal-check.js';
import { drawRemarks, drawSide } from './terminal-comparison.js';
import { type PlaceCell, type PlaceView, type VersionsView, sayDiffers } from './versions-view.js';

const WIDEST = 120;
const NARROWEST = 40;
/** Columns of a version below which a column is no help. */
const COLUMN = 13;
const BETWEEN = 2;
/** Where the words around a place begin, so that they are told from what stands in the columns. */
const INDENT = 5;
/** Lines of a column above which readings are better read across. */
const LINES = 5;

/** Draws the view as text with line ends. */
export function drawVersionsTerminal(view: VersionsView, options: TerminalOptions = {}): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width ?? 80));
  const paint = paintFor(options.colour ?? false);
  const lines: string[] = [];
  for (const version of view.versions) lines.push(...drawSide(version.letter, version, width, paint));
  lines.push('', paint.strong(view.verdict));
  if (view.toLookAt > 0) lines.push(...wrap(sayDiffers(view.versions).join(' · '), width));
  if (view.folded.length > 0)
    lines.push(
      ...wrap(`${SAY.folded}: ${view.folded.map(({ title }) => title).join(' · ')} (${SAY.foldedHow})`, width).map(
        paint.faint,
      ),
    );
  lines.push(...drawRemarks({ remarks: view.remarks, notes: [] }, width, paint));
  for (const place of view.places) lines.push('', ...drawPlace(place, width, paint));
  return `${lines.join('\n')}\n`;
}

function drawPlace(place: PlaceView, width: number, paint: Paint): string[] {
  const { n, where, flags, before, after, cells } = place;
  const head = [String(n), ...(where === '' ? [] : [where]), ...(flags.length === 0 ? [] : [sayFlags(flags)])].join(
    ' · ',
  );
  const lines = wrap(safe(head), width).map((line) => paint.strong(isolate(line)));
  const context = (words: string, last: boolean): void => {
    if (words === '') return;
    const wrapped = wrap(safe(words), width - INDENT - 2);
    const line = last ? `${wrapped[0]!} …` : `… ${wrapped.at(-1)!}`;
    lines.push(' '.repeat(INDENT) + paint.faint(isolate(line)));
  };
  context(before, false);
  const each = Math.floor((width - BETWEEN * (cells.length - 1)) / cells.length);
  const room = each - 2;
  const tall = cells.some((cell) => cell.as === null && wrap(safe(cell.text), room).length > LINES);
  const across = each < COLUMN || tall || cells.some(({ text }) => runsRightToLeft(text));
  lines.push(...(across ? drawRows(cells, width, paint) : drawColumns(cells, each, paint)));
  context(after, true);
  return lines;
}

/** Each version in its column; one that has what another has says so. */
function drawColumns(cells: readonly PlaceCell[], each: number, paint: Paint): string[] {
  const columns = cells.map((cell) => wrap(wordsOf(cell), each - 2));
  const lines: string[] = [];
  for (let i = 0; i < Math.max(...columns.map(({ length }) => length)); i++) {
    const line = cells
      .map((cell, k) => {
        const text = padded(columns[k]![i] ?? '', each - 2);
        return paint.faint(padded(i === 0 ? cell.letter : '', 2)) + brushFor(cell, paint)(text);
      })
      .join(' '.repeat(BETWEEN));
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Each reading once, with the letters of the versions that have it. */
function drawRows(cells: readonly PlaceCell[], width: number, paint: Paint): string[] {
  const holders = new Map<string, string[]>();
  for (const { letter, as } of cells) {
    const first = as ?? letter;
    holders.set(first, [...(holders.get(first) ?? []), letter]);
  }
  const margin = Math.max(...[...holders.values()].map((letters) => letters.join(' ').length)) + 2;
  return cells
    .filter(({ as }) => as === null)
    .flatMap((cell) =>
      wrap(wordsOf(cell), width - margin).map(
        (line, i) =>
          paint.faint(padded(i === 0 ? holders.get(cell.letter)!.join(' ') : '', margin)) +
          brushFor(cell, paint)(isolate(line)),
      ),
    );
}

function wordsOf({ text, as, moved }: PlaceCell): string {
  if (as !== null) return `= ${as}`;
  const words = text === '' ? '–' : safe(text);
  return moved === null ? words : `${words} (⇄ ${moved})`;
}

function brushFor({ as, class: kind, text }: PlaceCell, paint: Paint): (text: string) => string {
  if (as !== null) return paint.faint;
  if (kind === null) return (words) => words;
  return text === '' ? paint.deleted : paint.inserted;
}
