/** The age of a text in a terminal: a mark and a line for each sentence, earlier words over new ones where it changed. */
import { AGE_WORDS as SAY } from './age-words.js';
import type { AgeRun, AgeView, SentenceRow } from './age-view.js';
import { alignedRows } from './aligned-rows.js';
import { isolate, safe, wrap } from './display-text.js';
import { type Paint, paintFor } from './paint.js';
import type { TerminalOptions } from './terminal-check.js';
import { drawComparisonTerminal } from './terminal-comparison.js';

const WIDEST = 120;
const NARROWEST = 40;
const LABEL = 9;

/** Draws the view as text with line ends. */
export function drawAgeTerminal(view: AgeView, options: TerminalOptions = {}): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width ?? 80));
  const paint = paintFor(options.colour ?? false);
  const lines: string[] = [];
  const put = (text: string, indent = 0): void => {
    for (const line of wrap(safe(text), width - indent)) lines.push(' '.repeat(indent) + isolate(line));
  };
  for (const line of wrap(safe(view.title), width)) lines.push(paint.strong(isolate(line)));
  put(view.about.join(' · '));
  lines.push('');
  put(view.strip.map(({ mark, count, words }) => `${mark} ${count} ${words}`).join(' · '));
  put(view.share);
  lines.push('');
  const column = String(view.rows.at(-1)?.n ?? 1).length;
  let speaker: string | null = null;
  for (const row of view.rows) {
    if (row.speaker !== null && row.speaker !== speaker) lines.push(paint.strong(isolate(safe(row.speaker))));
    speaker = row.speaker;
    drawRow(row, { column, width, paint, lines });
  }
  if (view.absent.length > 0) {
    lines.push(paint.strong(SAY.absent));
    put(view.absentHelp);
    for (const { runs, notes, reference } of view.absent) {
      lines.push(...flow(runs, { width, indent: 4, first: '  ○ ', paint }));
      put([...notes, ...(reference === null ? [] : [reference])].join(' · '), 4);
    }
  }
  if (view.absent.length > 0) lines.push('');
  if (view.series)
    put(
      `${SAY.series}: ${view.series.because} ${view.series.words} ${SAY.previous}: ${view.series.previous} (${view.series.reference}).`,
    );
  if (view.seriesNote !== null) put(view.seriesNote);
  if (view.redline) {
    lines.push('', ...wrap(SAY.redline(safe(view.redline.title)), width).map(paint.strong));
    const [, , , ...rest] = drawComparisonTerminal(view.redline, options).trimEnd().split('\n');
    lines.push(...rest);
  }
  lines.push('');
  put(view.searched);
  put(view.basis);
  for (const note of view.notes) put(note);
  lines.push(paint.faint(SAY.rules(view.rules)));
  return `${lines.join('\n')}\n`;
}

interface Drawing {
  readonly column: number;
  readonly width: number;
  readonly paint: Paint;
  readonly lines: string[];
}

function drawRow(row: SentenceRow, { column, width, paint, lines }: Drawing): void {
  const indent = column + 3;
  const head = `${String(row.n).padStart(column)} ${row.mark} `;
  const tone = row.old ? paint.faint : paint.tone(row.tone);
  const notes = [row.title, ...row.notes, ...(row.reference === null ? [] : [row.reference])].join(' · ');
  if (row.nearest) {
    const labels = { a: SAY.earlier, b: SAY.now, both: '' };
    const rows = alignedRows(row.nearest.pairs, labels, LABEL, width - indent, paint);
    rows.forEach((line, i) => lines.push((i === 0 ? tone(head) : ' '.repeat(indent)) + line));
  } else lines.push(...flow(row.runs, { width, indent, first: tone(head), paint, old: row.old }));
  if (row.known.length > 0)
    for (const line of wrap(`${SAY.runsTerminal} ${row.known.map(safe).join(', ')}`, width - indent))
      lines.push(' '.repeat(indent) + paint.faint(line));
  wrap(safe(notes), width - indent).forEach((line, i, all) => {
    const spark =
      i === all.length - 1 && row.spark && line.length + row.spark.line.length + 2 <= width - indent
        ? `  ${row.spark.line}`
        : '';
    lines.push(' '.repeat(indent) + paint.faint(line + spark));
  });
  if (row.usual) {
    lines.push(' '.repeat(indent) + paint.faint(row.usual.title));
    const labels = { a: SAY.usualRow, b: SAY.now, both: '' };
    for (const line of alignedRows(row.usual.pairs, labels, LABEL, width - indent, paint))
      lines.push(' '.repeat(indent) + line);
  }
  lines.push('');
}

interface Flow {
  readonly width: number;
  readonly indent: number;
  /** What stands before the first line, `indent` columns wide. */
  readonly first: string;
  readonly paint: Paint;
  readonly old?: boolean;
}

/** Runs as wrapped lines; what is gone stands in brackets, so that no colour is needed. */
function flow(runs: readonly AgeRun[], { width, indent, first, paint, old = false }: Flow): string[] {
  const text = runs
    .map(({ kind, text: words }) => (kind === 'gone' ? `[− ${safe(words).trim()}]` : safe(words)))
    .join('');
  return wrap(text, width - indent).map((line, i) => {
    const lead = i === 0 ? first : ' '.repeat(indent);
    return lead + (old ? paint.faint(isolate(line)) : isolate(line));
  });
}
