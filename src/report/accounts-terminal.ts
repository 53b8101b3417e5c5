/**
 * Accounts of one encounter in a terminal: two sides in two columns, so that an empty cell is seen; more sides, or a
 * narrow terminal, one below the other. Colour only helps: what differs is also written below each row.
 */
import type { AccountsView, CellView, RowView, SentenceView } from './accounts-view.js';
import { ACCOUNT_WORDS as SAY } from './accounts-words.js';
import { sayCoverage } from './catalogue.js';
import { displayWidth, isolate, padded, safe, shortened, tokens, wrap } from './display-text.js';
import { type Paint, paintFor } from './paint.js';
import type { TerminalOptions } from './terminal-check.js';

const WIDEST = 140;
const NARROWEST = 40;
/** Columns that two sides need beside each other. */
const TWO_COLUMNS = 72;
const GUTTER = ' │ ';
/** Kinds of rows by a sign that needs no colour. */
const SIGNS = { only: '·', alike: '=', different: '≠' } as const;

/** Draws the view as text with line ends. */
export function drawAccountsTerminal(view: AccountsView, options: TerminalOptions = {}): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width ?? 80));
  const paint = paintFor(options.colour ?? false);
  const coloured = options.colour ?? false;
  const lines: string[] = [];
  const put = (text: string, brush: (line: string) => string = (line) => line, indent = ''): void => {
    lines.push(...wrap(safe(text), width - indent.length).map((line) => indent + brush(isolate(line))));
  };
  const head = (words: string): void => void lines.push('', ...wrap(words, width).map(paint.strong));
  put(view.title, paint.strong);
  for (const line of view.sub) put(line, paint.faint);
  lines.push('');
  put(
    `${SAY.length} ${view.lengths} (${view.lengthsBefore === null ? SAY.noEarlier : `${SAY.lastTime} ${view.lengthsBefore}`})`,
  );
  put(view.strip.map(({ words, count }) => `${words} ${count}`).join(' · '));

  head(SAY.clock);
  const what = Math.max(...view.clock.map(({ what: words }) => displayWidth(words)));
  const at = Math.max(...view.clock.map(({ at: time }) => displayWidth(time)));
  const side = Math.min(24, Math.max(...view.sides.map(({ name }) => displayWidth(name))));
  for (const entry of view.clock) {
    const left = `${padded(entry.at, at)}  ${padded(shortened(safe(entry.side), side), side)}  ${padded(entry.what, what)}`;
    hang(lines, `${left}  `, entry.detail.map(safe).join('  '), width, paint.faint);
  }

  if (view.stated.length > 0) {
    head(SAY.stated);
    const label = Math.max(...view.stated.map(({ what: words }) => words.length)) + 2;
    const column = Math.floor((width - label - 3 * (view.sides.length - 1)) / view.sides.length);
    lines.push(
      ' '.repeat(label) +
        view.sides
          .map(({ name }) => paint.faint(padded(shortened(safe(name), column), column)))
          .join('   ')
          .trimEnd(),
    );
    for (const { what: words, sides } of view.stated) {
      const cells = sides.map((text) => (text === null ? [paint.faint(SAY.notMentioned)] : wrap(safe(text), column)));
      const widths = sides.map((text) =>
        text === null ? [SAY.notMentioned.length] : wrap(safe(text), column).map(displayWidth),
      );
      for (let k = 0; k < Math.max(...cells.map(({ length }) => length)); k++)
        lines.push(
          (
            paint.faint(padded(k === 0 ? words : '', label)) +
            cells.map((cell, s) => (cell[k] ?? '') + ' '.repeat(column - (widths[s]![k] ?? 0))).join('   ')
          ).trimEnd(),
        );
    }
  }

  head(SAY.topics);
  drawTopics(lines, view, width, paint);

  head(SAY.rows);
  const columns = view.sides.length === 2 && width >= TWO_COLUMNS;
  const room = Math.floor((width - GUTTER.length) / 2);
  if (columns)
    lines.push(
      paint.faint(
        view.sides
          .map(({ name }) => padded(shortened(safe(name), room), room))
          .join(GUTTER)
          .trimEnd(),
      ),
    );
  for (const row of view.rows) drawRow(lines, row, columns ? room : null, width, paint, coloured);

  head(SAY.attributed);
  if (view.attributed.length === 0) put(SAY.noneAttributed, paint.faint);
  for (const { unit, by, speaker, act, words, carried, carriedWords, own, earlier, to } of view.attributed) {
    put(`${unit} ${by}: ${speaker} ${act} “${words}”`);
    const found = `→ ${SAY.ownAccount(to)}: ${[carriedWords, ...earlier].join('; ')}`;
    put(found, carried === 'absent' ? paint.warn : (line) => line, '   ');
    if (own !== null) put(`${own.label}: ${own.name} “${own.text}”`, paint.faint, '   ');
  }

  head(SAY.labels);
  for (const { name, labels, previous } of view.sides) {
    const now =
      labels.length === 0
        ? SAY.noLabel
        : [...new Set(labels.map(({ text, name: unit }) => `${text} (${unit})`))].join(', ');
    const before = previous === null ? '' : `; ${SAY.lastTime}: ${previous.labels.join(', ') || SAY.noLabel}`;
    put(`${name}: ${now}${before}`);
  }

  if (view.acts.length > 0) {
    head(SAY.acts);
    put(view.acts.map(({ act, counts }) => `${act} ${counts.join(' : ')}`).join(' · '));
  }
  lines.push('', paint.faint('─'.repeat(width)));
  for (const note of view.notes) put(note);
  if (view.coverage !== null) put(SAY.held(sayCoverage(view.coverage)), paint.faint);
  put(
    `${SAY.repair} ${SAY.repairCommand(view.rows.find(({ cells }) => cells.some(({ nearest }) => nearest !== null))?.cells.find(({ nearest }) => nearest !== null)?.nearest?.pair ?? 'a3=b5')}, ${SAY.unpairCommand('a2')}`,
    paint.faint,
  );
  put(SAY.rules(view.rules), paint.faint);
  return `${lines.join('\n')}\n`;
}

/** A line whose further lines hang below its text. */
function hang(lines: string[], lead: string, text: string, width: number, brush: (line: string) => string): void {
  if (text === '') {
    lines.push(lead.trimEnd());
    return;
  }
  const used = displayWidth(lead);
  if (used > width / 2)
    lines.push(...wrap(lead, width), ...wrap(text, width - 4).map((line) => `    ${brush(isolate(line))}`));
  else
    wrap(text, width - used).forEach((line, i) => {
      lines.push((i === 0 ? lead : ' '.repeat(used)) + brush(isolate(line)));
    });
}

const BAR = '█▉▊▋▌▍▎▏';
/** Characters of a bar that stands for all of an account. */
const FULL = 24;

/** Columns that a topic's place, share and bar need. */
const TOPIC_COLUMN = 12;
const LONGEST_TOPIC = 28;

function drawTopics(lines: string[], { topics, sides }: AccountsView, width: number, paint: Paint): void {
  const title = Math.min(
    LONGEST_TOPIC,
    Math.floor(width * 0.36),
    Math.max(0, ...topics.map(({ title: words }) => displayWidth(safe(words)))),
  );
  const column = Math.floor((width - title - 2) / sides.length) - 2;
  if (column < TOPIC_COLUMN) {
    for (const { title: words, sides: places } of topics) {
      const told = places.flatMap((place, s) =>
        place === null ? [] : [`${safe(sides[s]!.name)} ${place.order}. ${place.percent}%`],
      );
      hang(lines, '', `${safe(words)}: ${told.join(' · ')}`, width, (line) => line);
    }
    return;
  }
  const row = (left: string, cells: readonly string[]): void => {
    lines.push(`${padded(shortened(safe(left), title), title)}  ${cells.join('  ')}`.trimEnd());
  };
  row(
    '',
    sides.map(({ name }) => paint.faint(padded(shortened(safe(name), column), column))),
  );
  for (const { title: words, sides: places } of topics)
    row(
      words,
      places.map((place) =>
        place === null
          ? paint.faint(padded('–', column))
          : padded(
              `${String(place.order).padStart(2)}. ${String(place.percent).padStart(2)}% ${barOf(place.percent, Math.min(FULL, column - 9))}`,
              column,
            ),
      ),
    );
}

/** A bar in eighths of a character. */
function barOf(percent: number, full: number): string {
  const eighths = Math.max(1, Math.round((percent / 100) * full * 8));
  const rest = eighths % 8;
  return '█'.repeat(Math.floor(eighths / 8)) + (rest === 0 ? '' : BAR[8 - rest]!);
}

function drawRow(
  lines: string[],
  row: RowView,
  column: number | null,
  width: number,
  paint: Paint,
  coloured: boolean,
): void {
  if (row.topic !== null) {
    const title = ` ${shortened(safe(row.topic), width - 8)} `;
    lines.push(paint.faint(`──${title}${'─'.repeat(Math.max(0, width - 2 - displayWidth(title)))}`));
  } else lines.push('');
  const brush = row.tone === 'different' ? paint.warn : paint.faint;
  const decided = row.decided === null ? '' : ` · ${safe(row.decided)}`;
  if (column === null) {
    lines.push(...wrap(`${SIGNS[row.tone]} ${row.words}${decided}`, width).map(brush));
    for (const cell of row.cells) {
      if (cell.sentences.length === 0 && row.cells.length > 2) continue;
      lines.push(...drawCell(cell, width - 2, paint, coloured, `${safe(cell.side)}: `).map(({ text }) => `  ${text}`));
    }
    const silent = row.cells.filter(({ sentences }) => sentences.length === 0);
    if (row.cells.length > 2 && silent.length > 0)
      lines.push(
        ...wrap(`${SAY.notMentioned}: ${silent.map(({ side }) => safe(side)).join(', ')}`, width - 2).map(
          (line) => `  ${paint.faint(line)}`,
        ),
      );
  } else {
    lines.push(...wrap(`${SIGNS[row.tone]} ${row.words}${decided}`, width).map(brush));
    const cells = row.cells.map((cell) => drawCell(cell, column, paint, coloured, ''));
    for (let k = 0; k < Math.max(...cells.map(({ length }) => length)); k++) {
      const left = cells[0]![k];
      const gap = ' '.repeat(column - (left?.width ?? 0));
      lines.push(`${left?.text ?? ''}${gap}${paint.faint(GUTTER)}${cells[1]![k]?.text ?? ''}`.trimEnd());
    }
  }
  for (const edit of row.edits) hang(lines, '  ', safe(edit), width, (line) => line);
  if (row.differs.length > 0)
    hang(
      lines,
      `  ${SAY.differs}: `,
      row.differs.map(({ what, sides }) => `${what} ${sides.map(safe).join(' / ')}`).join('; '),
      width,
      (line) => line,
    );
  if (row.why.length > 0) hang(lines, `  ${SAY.why}: `, row.why.map(safe).join(' · '), width, paint.faint);
}

interface Line {
  readonly text: string;
  readonly width: number;
}

function drawCell(cell: CellView, width: number, paint: Paint, coloured: boolean, lead: string): Line[] {
  const faint = (text: string): Line[] =>
    wrap(text, width).map((line) => ({ text: paint.faint(isolate(line)), width: displayWidth(line) }));
  if (cell.sentences.length > 0)
    return cell.sentences.flatMap((sentence, k) => drawSentence(sentence, k === 0 ? lead : '', width, paint, coloured));
  const near = cell.nearest;
  return [
    ...faint(`${lead}${SAY.notMentioned}`),
    ...(near === null
      ? []
      : faint(`${SAY.nearest}: ${near.name} “${shortened(safe(near.text), 90)}” (${SAY.countAsMentioned})`)),
  ];
}

/** A word, or words with no break between them, in the paints of the runs that they come from. */
interface Word {
  text: string;
  width: number;
  readonly space: boolean;
}

function drawSentence(
  { name, runs }: SentenceView,
  lead: string,
  width: number,
  paint: Paint,
  coloured: boolean,
): Line[] {
  const brushes = {
    plain: (text: string) => text,
    shared: paint.strong,
    apart: paint.warn,
    only: paint.inserted,
  } as const;
  const words: Word[] = [];
  let glued = false;
  for (const { kind, text } of runs) {
    const marked = !coloured && kind === 'only' ? text.replace(/\S(?:[^]*\S)?/, '[$&]') : text;
    tokens(safe(marked), width).forEach((token, t) => {
      const last = words.at(-1);
      const painted = brushes[kind](token.text);
      if (t === 0 && glued && !/^\s/.test(text) && last) {
        last.text += painted;
        last.width += displayWidth(token.text);
      } else words.push({ text: painted, width: displayWidth(token.text), space: t === 0 || token.space });
    });
    if (text !== '') glued = !/\s$/.test(text);
  }
  const lines: Line[] = [];
  let line: Line = { text: paint.faint(`${lead}${name}`), width: displayWidth(lead) + name.length };
  for (const word of words) {
    const gap = word.space ? 1 : 0;
    if (line.width > 0 && line.width + gap + word.width > width) {
      lines.push(line);
      line = { text: word.text, width: word.width };
    } else line = { text: `${line.text}${' '.repeat(gap)}${word.text}`, width: line.width + gap + word.width };
  }
  return [...lines, line];
}
