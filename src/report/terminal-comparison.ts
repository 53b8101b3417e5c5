/** Two texts compared, in a terminal: only where they differ, with some words around, first text over second. */
import { alignedRows } from './aligned-rows.js';
import { WORDS } from './catalogue.js';
import type { ComparisonView, FoldedView, SideView } from './comparison-view.js';
import { COMPARISON_WORDS as SAY } from './comparison-words.js';
import { isolate, padded, safe, wrap } from './display-text.js';
import { type Paint, paintFor } from './paint.js';
import type { TerminalOptions } from './terminal-check.js';

const LABEL = 9;
const WIDEST = 120;
const NARROWEST = 40;

/** Draws the view as text with line ends. */
export function drawComparisonTerminal(view: ComparisonView, options: TerminalOptions = {}): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width ?? 80));
  const paint = paintFor(options.colour ?? false);
  const lines: string[] = [];
  lines.push(
    ...drawSide(WORDS.first, view.sides.a, width, paint),
    ...drawSide(WORDS.second, view.sides.b, width, paint),
  );
  lines.push('', paint.strong(view.verdict));
  if (view.counts.length > 0) lines.push(...wrap(view.counts.join(' · '), width));
  if (view.folded.length > 0 && view.differences.length > 0)
    lines.push(
      ...wrap(`${SAY.folded}: ${view.folded.map(({ title }) => title).join(' · ')} (${SAY.foldedHow})`, width).map(
        paint.faint,
      ),
    );
  lines.push(...drawRemarks(view, width, paint));
  const labels = { a: WORDS.first, b: WORDS.second, both: WORDS.bothRow };
  const unchanged = (n: number): void => {
    if (n > 0) lines.push('', paint.faint(WORDS.unchanged(WORDS.words(n))));
  };
  for (const { head, skipped, pairs } of view.hunks) {
    unchanged(skipped);
    lines.push('');
    if (head !== null) lines.push(...wrap(safe(head), width).map((line) => paint.strong(isolate(line))));
    lines.push(...alignedRows(pairs, labels, LABEL, width, paint));
  }
  if (view.hunks.length > 0) unchanged(view.tail);
  if (view.differences.length === 0) for (const group of view.folded) lines.push(...drawFolded(group, width, paint));
  return `${lines.join('\n')}\n`;
}

/** A text at the head: its name, what it is, and by which rule it was edited. */
export function drawSide(label: string, { name, about, rule }: SideView, width: number, paint: Paint): string[] {
  const indented = (text: string, brush: (line: string) => string): string[] =>
    wrap(safe(text), width - LABEL).map((line) => ' '.repeat(LABEL) + brush(isolate(line)));
  const named = wrap(safe(name), width - LABEL).map(
    (line, i) => paint.faint(padded(i === 0 ? label : '', LABEL)) + isolate(line),
  );
  return [
    ...named,
    ...(about === '' ? [] : indented(about, (line) => line)),
    ...(rule === '' ? [] : indented(rule, paint.faint)),
  ];
}

/** What was found about whole turns and about the texts, each with the number of its difference. */
export function drawRemarks(
  { remarks, notes }: Pick<ComparisonView, 'remarks' | 'notes'>,
  width: number,
  paint: Paint,
): string[] {
  const said = [...notes, ...remarks.map(({ sentence, n }) => (n === null ? sentence : `${sentence} (${n})`))];
  if (said.length === 0) return [];
  return [
    '',
    ...said.flatMap((words) =>
      wrap(safe(words), width - 2).map((line, i) => paint.warn(i === 0 ? '! ' : '  ') + isolate(line)),
    ),
  ];
}

function drawFolded({ title, pairs }: FoldedView, width: number, paint: Paint): string[] {
  const lines = ['', paint.strong(title)];
  for (const { a, b } of pairs.slice(0, FORM_SHOWN))
    wrap(`${safe(a === '' ? WORDS.empty : a)} → ${safe(b === '' ? WORDS.empty : b)}`, width - 2).forEach((line, i) =>
      lines.push((i === 0 ? '~ ' : '  ') + isolate(line)),
    );
  if (pairs.length > FORM_SHOWN) lines.push(paint.faint(`  ${WORDS.moreOf(pairs.length - FORM_SHOWN)}`));
  return lines;
}

/** Folded differences shown one by one where there are no others; more are counted only. */
const FORM_SHOWN = 12;
