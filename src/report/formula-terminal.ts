/** A formula through time in a terminal: what there is to say first, then every place in its context. */
import { FORMULA_WORDS as SAY } from './age-words.js';
import { type ApparatusView, letterOf } from './apparatus-view.js';
import { displayWidth, isolate, padded, safe, shortened, wrap } from './display-text.js';
import type { FormulaView } from './formula-view.js';
import { firstColumns, lastColumns, setColumns } from './kwic.js';
import { type Paint, paintFor } from './paint.js';
import { sparkline } from './spark.js';
import type { TerminalOptions } from './terminal-check.js';

const WIDEST = 120;
const NARROWEST = 40;
/** Columns of a cell of the apparatus. */
const CELL = 28;

/** Draws the view as text with line ends. */
export function drawFormulaTerminal(view: FormulaView, options: TerminalOptions = {}): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width ?? 80));
  const paint = paintFor(options.colour ?? false);
  const lines: string[] = [];
  const put = (text: string, indent = 0): void => {
    for (const line of wrap(safe(text), width - indent)) lines.push(' '.repeat(indent) + isolate(line));
  };
  const head = (words: string): void => void lines.push('', paint.strong(words));
  for (const line of wrap(`“${safe(view.phrase)}”`, width)) lines.push(paint.strong(isolate(line)));
  if (view.none) {
    put(SAY.none);
    put(view.searched);
    return `${lines.join('\n')}\n`;
  }
  put(view.headline.join(' · '));
  for (const { name, words, reference } of view.facts) {
    const label = padded(name, 17);
    wrap(safe(reference === null ? words : `${words} · ${reference}`), width - 17).forEach((line, i) =>
      lines.push((i === 0 ? paint.faint(label) : ' '.repeat(17)) + isolate(line)),
    );
  }
  const { periods } = view.timeline;
  if (periods.length > 1) {
    head(SAY.timeline);
    const many = Math.ceil(periods.length / (width - 12));
    const grouped = Array.from({ length: Math.ceil(periods.length / many) }, (_, i) =>
      periods.slice(i * many, (i + 1) * many),
    );
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    const held = grouped.map((group) => sum(group.map((period) => period.held)));
    const shares = grouped.map((group, i) => (held[i] === 0 ? 0 : sum(group.map(({ texts }) => texts)) / held[i]!));
    lines.push(
      `${paint.faint(padded(SAY.holding, 9))}${sparkline(shares)}`,
      `${paint.faint(padded(SAY.held, 9))}${paint.faint(sparkline(held))}`,
    );
    const [first, last] = [periods[0]!.period, periods.at(-1)!.period];
    lines.push(
      `${' '.repeat(9)}${paint.faint(grouped.length > first.length + last.length ? `${first}${' '.repeat(grouped.length - first.length - last.length)}${last}` : `${first} – ${last}`)}`,
    );
    put(view.timelineHelp);
    if (view.undated !== null) put(view.undated);
  }
  if (view.apparatus) {
    head(SAY.readings);
    lines.push(...apparatusLines(view.apparatus, view.counts, width, paint));
  }
  const counts = (title: string, list: FormulaView['longer'], quoted: boolean): void => {
    if (list.length === 0) return;
    head(title);
    for (const { text, words } of list)
      wrap(`${quoted ? `“${safe(text)}”` : safe(text)}: ${words}`, width - 2).forEach((line, i) =>
        lines.push((i === 0 ? '' : '  ') + isolate(line)),
      );
  };
  counts(SAY.longer, view.longer, true);
  counts(SAY.speakers, view.speakers, false);
  counts(SAY.bodies, view.bodies, false);
  head(`${SAY.concordance}: ${view.concordance}`);
  lines.push(...concordance(view, width, paint));
  lines.push('');
  if (view.more > 0) put(SAY.more(view.more));
  if (view.capped) put(SAY.capped);
  put(SAY.rule);
  put(view.searched);
  return `${lines.join('\n')}\n`;
}

/** The lemma and the readings under it, in blocks that fit. */
export function apparatusLines(
  { lemma, rows }: ApparatusView,
  names: readonly string[],
  width: number,
  paint: Paint,
): string[] {
  const cell = (text: string): string => shortened(safe(text), CELL);
  const [, ...others] = rows;
  const table = [
    ['', ...lemma.map((text) => (text === '' ? '' : cell(text)))],
    ...others.map((row, r) => [
      letterOf(r + 1),
      ...row.map(({ kind, text }) =>
        kind === 'same'
          ? SAY.same
          : kind === 'none'
            ? SAY.omitted
            : kind === 'away'
              ? '…'
              : kind === 'slot'
                ? ''
                : cell(text),
      ),
    ]),
  ];
  const blocks = setColumns(table, width);
  const legend = names.map((words, r) => `${padded(letterOf(r), 3)}${words}`);
  return [
    ...blocks.flatMap((block, i) => [...(i > 0 ? [''] : []), paint.strong(block[0]!), ...block.slice(1)]),
    ...legend.flatMap((line) => wrap(line, width)).map((line) => paint.faint(line)),
  ];
}

/** A hit that is longer than its column, with its middle left out: both ends stand in their context. */
function middleCut(hit: string, columns: number): string {
  if (displayWidth(hit) <= columns) return hit;
  const half = Math.floor((columns - 3) / 2);
  return `${firstColumns(hit, columns - 3 - half)} … ${lastColumns(hit, half).trimStart()}`;
}

function concordance({ rows }: FormulaView, width: number, paint: Paint): string[] {
  const longest = Math.max(0, ...rows.map(({ reference }) => reference.length));
  const heads = rows.map(({ reference, day }) => (width < 64 ? reference : `${padded(reference, longest)}  ${day}`));
  const head = Math.max(0, ...heads.map((text) => displayWidth(text)));
  const room = width - head - 2;
  const left = Math.floor(room * 0.36);
  return rows.map(({ before, text, after, copy }, i) => {
    const hit = middleCut(`[${safe(text).trim()}]`, room - left);
    const start = lastColumns(before, left - 1);
    const end = firstColumns(after, Math.max(0, room - left - displayWidth(hit) - 1));
    const line = `${paint.faint(start)} ${copy ? hit : paint.strong(hit)}${/^[\s]/.test(after) ? ' ' : ''}${end.trimStart()}`;
    return `${padded(heads[i]!, head)}  ${line}`.trimEnd();
  });
}
