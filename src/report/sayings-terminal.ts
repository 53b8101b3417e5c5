/** Sayings in a terminal: the primary source, the readings in columns, the witnesses in order of time. */
import { SAYING_WORDS as SAY } from './age-words.js';
import { displayWidth, isolate, padded, safe, wrap } from './display-text.js';
import { apparatusLines } from './formula-terminal.js';
import { paintFor } from './paint.js';
import type { QuotedView, SayingsView, SayingView, WitnessView } from './sayings-view.js';
import type { TerminalOptions } from './terminal-check.js';

const WIDEST = 120;
const NARROWEST = 40;
const SMALL = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Draws sayings as text with line ends. */
export function drawSayingsTerminal(view: SayingsView, options: TerminalOptions = {}): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width ?? 80));
  const paint = paintFor(options.colour ?? false);
  const lines: string[] = [];
  const put = (text: string, indent = 0): void => {
    for (const line of wrap(safe(text), width - indent)) lines.push(' '.repeat(indent) + isolate(line));
  };
  if (view.sayings.length !== 1) lines.push(...wrap(safe(view.title), width).map(paint.strong), '');
  if (view.none !== null) put(view.none);
  for (const [i, saying] of view.sayings.entries()) {
    if (i > 0) lines.push('', paint.faint('─'.repeat(Math.min(width, 40))), '');
    drawSaying(saying);
  }
  lines.push('');
  put(view.searched);
  return `${lines.join('\n')}\n`;

  function drawSaying(saying: SayingView): void {
    for (const line of wrap(`“${safe(saying.text)}”`, width)) lines.push(paint.strong(isolate(line)));
    if (saying.witnesses.length === 0) {
      put(SAY.none);
      return;
    }
    put(saying.counts);
    put(saying.lemma ? `${SAY.lemma}: ${aboutWitness(saying.lemma)}` : SAY.noLemma);
    if (saying.apparatus) lines.push('', ...apparatusLines(saying.apparatus, saying.names, width, paint));
    lines.push('');
    for (const witness of saying.witnesses) {
      const sigil = padded(witness.lemma ? '*' : witness.sigil, 2);
      wrap(safe(aboutWitness(witness)), width - 2).forEach((line, n) =>
        lines.push((n === 0 ? sigil : '  ') + isolate(line)),
      );
    }
    if (saying.capped) put(SAY.capped);
  }
}

/** Day, who, what it is, where, in one line. */
function aboutWitness({ day, who, what, title, reference, partial, copy }: WitnessView): string {
  return [day, who, what, title, reference, ...(partial ? [SAY.partial] : []), ...(copy ? [SAY.copy] : [])].join(' · ');
}

/** Draws a text with its quoted words as text with line ends. */
export function drawQuotedTerminal(view: QuotedView, options: TerminalOptions = {}): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width ?? 80));
  const paint = paintFor(options.colour ?? false);
  const lines: string[] = [...wrap(safe(view.title), width).map(paint.strong), view.headline, ''];
  for (const { label, runs } of view.paragraphs) {
    const text = runs
      .map(({ text: words, times }) => (times === 0 ? safe(words) : `‹${safe(words)}›${small(times)}`))
      .join('');
    lines.push(...wrap(text, width).map((line) => (label ? paint.strong(isolate(line)) : isolate(line))));
    if (!label) lines.push('');
  }
  if (view.quoters.length > 0) {
    lines.push(...wrap(SAY.darkerTerminal, width), '', paint.strong(SAY.by));
    const column = Math.max(...view.quoters.map(({ n }) => displayWidth(String(n)))) + 2;
    for (const { n, day, title, kind, reference, quotations } of view.quoters) {
      const about = wrap(safe([day, title, kind, reference].join(' · ')), width - column);
      about.forEach((line, i) =>
        lines.push((i === 0 ? padded(String(n), column) : ' '.repeat(column)) + isolate(line)),
      );
      for (const quotation of quotations)
        wrap(`“${safe(quotation)}”`, width - column - 2).forEach((line) =>
          lines.push(' '.repeat(column + 2) + paint.faint(isolate(line))),
        );
    }
    lines.push('');
  }
  lines.push(...wrap(view.searched, width));
  return `${lines.join('\n')}\n`;
}

function small(n: number): string {
  return Array.from(String(n), (digit) => SMALL[Number(digit)]!).join('');
}
