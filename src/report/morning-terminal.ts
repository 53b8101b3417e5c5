/** The morning desk in a terminal: new texts, changes, what is due and broken, one below the other. */
import { coverageLine, count } from './catalogue.js';
import { drawChanges } from './changes-terminal.js';
import { isolate, safe, wrap } from './display-text.js';
import { FOLLOWING_WORDS as SAY } from './following-page-words.js';
import { drawSources } from './following-terminal.js';
import { type DrawnFresh, type DrawnMorning, sayWhy } from './morning-page.js';
import { paintFor } from './paint.js';
import { numeral, sayWhen } from './say-when.js';
import type { TerminalOptions } from './terminal-check.js';

/** Draws the morning as text with line ends. */
export function drawMorning(view: DrawnMorning, options: TerminalOptions = {}): string {
  const { width: wide = 80, colour = false } = options;
  const width = Math.max(40, Math.min(100, wide));
  const paint = paintFor(colour);
  const lines: string[] = [];
  const put = (text: string, indent: number, brush: (line: string) => string = (line) => line): void => {
    for (const line of wrap(text, width - indent)) lines.push(' '.repeat(indent) + brush(isolate(line)));
  };
  const { groups, moreTexts, changes, troubled, followed, coverage, now } = view;
  const text = ({ document, copies, sentences, watched }: DrawnFresh, indent: number): void => {
    const when = document.said ?? document.published;
    put(`${document.reference}  ${safe(document.title)}`, indent, paint.strong);
    const about = [
      document.source === null ? null : safe(document.source),
      when === null ? SAY.undated : sayWhen(when),
    ];
    put(about.filter((part) => part !== null).join(' · '), indent + 2, paint.faint);
    put(sayWhy(sentences, watched).join('; '), indent + 2);
    if (copies.length > 0)
      put(
        `${SAY.copies(copies.length)}: ${copies.map(({ reference }) => reference).join(', ')}`,
        indent + 2,
        paint.faint,
      );
  };
  put(`${SAY.newTexts}: ${numeral(changes.fresh)}`, 0, paint.strong);
  for (const { occasion, texts } of groups) {
    lines.push('');
    if (occasion !== null) put(safe(occasion), 2, paint.faint);
    for (const each of texts) text(each, occasion === null ? 2 : 4);
  }
  if (moreTexts > 0) put(SAY.moreTexts(moreTexts), 2, paint.faint);
  lines.push('', drawChanges(changes, options).trimEnd(), '');
  if (troubled.length === 0) put(followed === 0 ? SAY.noSources : SAY.allWell(followed), 0);
  else {
    put(`${SAY.due}: ${count(troubled.length, 'source', 'sources')}`, 0, paint.strong);
    lines.push('', drawSources({ sources: troubled, now }, { ...options, sum: false }).trimEnd());
  }
  lines.push('');
  put(`${coverageLine(coverage)}. ${SAY.firstHelp}`, 0, paint.faint);
  return `${lines.join('\n')}\n`;
}
