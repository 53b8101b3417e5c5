/** Sheets that were signed off, in a terminal: what has changed since first, then all as it was signed. */
import { WORDS } from './catalogue.js';
import { displayWidth, isolate, padded, safe, shortened, wrap } from './display-text.js';
import { type Paint, paintFor } from './paint.js';
import type { SheetLineView, SheetView, StirredView } from './sheet-view.js';
import { SHEET_WORDS as SAY } from './sheet-words.js';
import type { TerminalOptions } from './terminal-check.js';

const INDENT = '    ';
/** Columns below which the words of a quotation get a line of their own. */
const NARROW = 24;

/** Draws one sheet; ends with a line end. */
export function drawSheetTerminal(view: SheetView, { width = 80, colour = false }: TerminalOptions = {}): string {
  const paint = paintFor(colour);
  const lines: string[] = [];
  const say = (text: string, brush: (line: string) => string = (line) => line, indent = ''): void => {
    for (const line of wrap(safe(text), width - indent.length)) lines.push(indent + brush(isolate(line)));
  };
  say(view.title, paint.strong);
  say(
    `${view.signed} · ${view.reference}${view.earlier === null ? '' : ` · ${SAY.earlier} ${view.earlier}`}`,
    paint.faint,
  );
  if (view.later !== null) say(SAY.superseded(view.later), paint.warn);
  lines.push('');
  if (view.numbers.length > 0) say(SAY.stirredSince(view.numbers), paint.warn);
  else say(`${SAY.asSigned}.`, paint.strong);
  say(SAY.checkedAgain(view.coverage), paint.faint);
  for (const stirred of view.stirred) lines.push('', ...drawStirred(stirred, width, paint));
  lines.push('', paint.faint('─'.repeat(width)));
  const digits = String(view.rows.length).length;
  for (const { n, mark, tone, title, context, quotation, decided, open, now } of view.rows) {
    const left = `${padded(mark, 3)} ${String(n).padStart(digits)}  ${title}`;
    const quoted = `“${safe(quotation)}”`;
    const room = width - displayWidth(left) - 2;
    lines.push(
      ...(room < NARROW
        ? [paint.tone(tone)(left), INDENT + isolate(shortened(quoted, width - INDENT.length - 2))]
        : [`${paint.tone(tone)(left)}  ${isolate(shortened(quoted, room - 2))}`]),
    );
    if (context.length > 0) say(`! ${context.join(', ')}`, (line) => line, INDENT);
    if (decided !== null) say(`${decided.what} · ${decided.who}`, paint.faint, INDENT);
    else if (open) say(SAY.isOpen, paint.warn, INDENT);
    if (now !== null) say(`${SAY.today}: ${now.words}`, paint.warn, INDENT);
  }
  lines.push('', paint.strong(SAY.open));
  if (view.open.length === 0) lines.push(SAY.nothingOpen);
  else for (const item of view.open) say(item);
  if (view.note !== '') lines.push('', paint.strong(SAY.note), ...wrap(safe(view.note), width).map(isolate));
  lines.push('');
  say(view.rules, paint.faint);
  say(`sha256:${view.digest}`, paint.faint);
  return `${lines.join('\n')}\n`;
}

function drawStirred({ signed, today, what, anchors }: StirredView, width: number, paint: Paint): string[] {
  const lines = [
    `${paint.strong(String(today.n))}  ${signed.mark} ${signed.title} → ${paint.tone(today.tone)(`${today.mark} ${today.title}`)}`,
    ...wrap(`“${safe(today.quotation)}”`, width - INDENT.length).map((line) => INDENT + isolate(line)),
    ...wrap(what, width - INDENT.length).map((line) => INDENT + paint.faint(line)),
  ];
  for (const { says, signed: version, newest, pairs } of anchors) {
    lines.push(...wrap(says, width - INDENT.length).map((line) => INDENT + line));
    if (pairs === null) continue;
    const row = (label: string, text: string): string[] =>
      wrap(safe(text), width - 12).map((line, i) => `${i === 0 ? padded(label, 12) : ' '.repeat(12)}${isolate(line)}`);
    lines.push(
      ...row(`${INDENT}${version}`, pairs.map(({ a }) => a).join('')),
      ...row(`${INDENT}${newest ?? ''}`, pairs.map(({ b }) => b).join('')),
    );
  }
  return lines;
}

/** Draws the list of sheets; ends with a line end. */
export function drawSheetsTerminal(
  sheets: readonly SheetLineView[],
  { width = 80, colour = false }: TerminalOptions = {},
): string {
  const paint = paintFor(colour);
  if (sheets.length === 0) return `${SAY.none}\n`;
  const digits = Math.max(...sheets.map(({ reference }) => reference.length));
  const lines = sheets.flatMap(({ reference, title, by, at, quotations, open, today, look, later }) => {
    const left = `${look ? '!' : ' '} ${reference.padEnd(digits)}  `;
    const about = `${at} · ${by} · ${WORDS.quotations(quotations)}, ${open} open`;
    return [
      `${look ? paint.warn(left) : left}${isolate(shortened(safe(title), width - left.length))}`,
      ...wrap(safe(about), width - left.length).map((line) => ' '.repeat(left.length) + paint.faint(isolate(line))),
      `${' '.repeat(left.length)}${look ? paint.warn(today) : today}${later === null ? '' : `: ${later}`}`,
    ];
  });
  return `${lines.join('\n')}\n`;
}
