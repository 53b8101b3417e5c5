/** Two texts compared, in a terminal: only where they differ, with some words around, first text over second. */
import { alignedRows } from './aligned-rows.js';
import { WORDS } from './catalogue.js';
import type { ComparisonView } from './comparison-view.js';
import { isolate, padded, safe, wrap } from './display-text.js';
import { paintFor } from './paint.js';
import type { TerminalOptions } from './terminal-check.js';

const LABEL = 9;
const WIDEST = 120;
const NARROWEST = 40;

/** Draws the view as text with line ends. */
export function drawComparisonTerminal(view: ComparisonView, options: TerminalOptions = {}): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width ?? 80));
  const paint = paintFor(options.colour ?? false);
  const lines: string[] = [];
  const named = (label: string, name: string): void =>
    wrap(safe(name), width - LABEL).forEach((line, i) =>
      lines.push(paint.faint(padded(i === 0 ? label : '', LABEL)) + isolate(line)),
    );
  named(WORDS.first, view.a);
  named(WORDS.second, view.b);
  lines.push('', paint.strong(view.verdict));
  const counts = [
    ...view.counts,
    ...(view.formOnly > 0 && view.differences.length > 0 ? [WORDS.formFolded(view.formOnly)] : []),
  ];
  if (counts.length > 0) lines.push(...wrap(counts.join(' · '), width));
  const labels = { a: WORDS.first, b: WORDS.second, both: WORDS.bothRow };
  const unchanged = (n: number): void => {
    if (n > 0) lines.push('', paint.faint(WORDS.unchanged(WORDS.words(n))));
  };
  for (const { skipped, pairs } of view.hunks) {
    unchanged(skipped);
    lines.push('', ...alignedRows(pairs, labels, LABEL, width, paint));
  }
  if (view.hunks.length > 0) unchanged(view.tail);
  if (view.form.length > 0) {
    lines.push('', paint.strong(WORDS.formFolded(view.formOnly)));
    for (const { a, b } of view.form.slice(0, FORM_SHOWN))
      wrap(`${safe(a === '' ? WORDS.empty : a)} → ${safe(b === '' ? WORDS.empty : b)}`, width - 2).forEach((line, i) =>
        lines.push((i === 0 ? '~ ' : '  ') + isolate(line)),
      );
    if (view.form.length > FORM_SHOWN) lines.push(paint.faint(`  ${WORDS.moreOf(view.form.length - FORM_SHOWN)}`));
  }
  return `${lines.join('\n')}\n`;
}

/** Differences in form shown one by one; more are counted only. */
const FORM_SHOWN = 12;
