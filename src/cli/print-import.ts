/** The import list: what was read, what needs a look, what was refused, each with the reason. */
import { relative } from 'node:path';
import { numeral, safe, wrap } from '#report/index.js';
import { type ImportReport, type ImportRow, isAddress } from '#jobs/index.js';
import { type Options, paintFor } from './options.js';

/** Rows of each group that are printed unless all are asked for. */
const FIRST_ROWS = 20;

/** The lines of an import list. */
export function drawImport(report: ImportReport, all: boolean, options: Options): string {
  const paint = paintFor(options);
  const groups = [
    {
      name: 'Read',
      paint: paint.green,
      rows: report.rows.filter(({ outcome, detail }) => outcome === 'read' && detail !== 'unchanged'),
    },
    {
      name: 'Held already',
      paint: paint.green,
      rows: report.rows.filter(({ outcome, detail }) => outcome === 'read' && detail === 'unchanged'),
    },
    {
      name: 'Needs a look',
      paint: paint.yellow,
      rows: report.rows.filter(({ outcome }) => outcome === 'needs a look'),
    },
    { name: 'Refused', paint: paint.red, rows: report.rows.filter(({ outcome }) => outcome === 'refused') },
  ];
  const lines: string[] = [];
  for (const { name, paint: lit, rows } of groups) {
    if (rows.length === 0) continue;
    if (lines.length > 0) lines.push('');
    lines.push(`${paint.bold(lit(name))} ${numeral(rows.length)}`);
    // Held already says nothing new: the number is enough, unless somebody wants to see them.
    const few = all
      ? rows
      : name === 'Held already'
        ? rows.filter(({ reasons }) => reasons.length > 0)
        : rows.filter(({ watched = [] }, i) => i < FIRST_ROWS || watched.length > 0);
    for (const row of few) lines.push(...drawRow(row, options));
    const left = rows.length - few.length;
    if (left > 0 && few.length > 0) lines.push(paint.dim(`  and ${numeral(left)} more; --all shows them`));
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function drawRow(
  { path, document, title, detail, guesses, watched = [], reasons }: ImportRow,
  options: Options,
): string[] {
  const paint = paintFor(options);
  const indent = '      ';
  const room = options.width - indent.length;
  const name = safe(shortPath(path));
  const lines: string[] = [];
  const put = (text: string, painted: (line: string) => string = (line) => line): void =>
    void lines.push(...wrap(text, room).map((line) => indent + painted(line)));
  if (document === null) {
    put(name);
    lines[0] = `  ${lines[0]?.trimStart() ?? ''}`;
  } else {
    put(safe(title ?? ''));
    const first = lines[0]?.trimStart() ?? '';
    lines[0] = `  ${paint.bold(document)}${document.length < 4 ? ' '.repeat(4 - document.length) : ' '}${first}`;
    put(detail === 'new version' ? `${name} (a new version)` : name, paint.dim);
  }
  if (guesses.length > 0) put(safe(`guessed: ${guesses.join(', ')}`), paint.dim);
  for (const use of watched) put(safe(sayWatched(use)), paint.bold);
  for (const reason of reasons) put(safe(reason));
  return lines;
}

function sayWatched({ formula, places, varied }: NonNullable<ImportRow['watched']>[number]): string {
  const times = (n: number): string => (n === 1 ? 'once' : `${numeral(n)} times`);
  const uses = [
    ...(places > 0 ? [`${times(places)} to the word`] : []),
    ...(varied > 0 ? [`${times(varied)} with other words in it`] : []),
  ];
  return `watched: “${formula}” ${uses.join(', ')}`;
}

/** A path as the user would find it shortest. */
function shortPath(path: string): string {
  if (isAddress(path) || path.includes('://')) return path;
  const near = relative('.', path);
  return near !== '' && near.length < path.length && !near.startsWith('..') ? near : path;
}
