/**
 * Changes in a terminal: what touches most first, each with the words around, earlier over later, so that the eye sees
 * what differs; the same edit of many texts once; and what befell texts besides, with its interval.
 */
import type { DifferenceClass } from '#record/index.js';
import { alignedRows } from './aligned-rows.js';
import { ATTENTION_WORDS, CLASS_WORDS, count } from './catalogue.js';
import { type DrawnChanges, type DrawnLine, pairsOf } from './changes-view.js';
import { isolate, safe, shortened, wrap } from './display-text.js';
import { HAPPENING_WORDS, sayInstant, sayInterval } from './following-words.js';
import { type Paint, paintFor } from './paint.js';
import { numeral } from './say-when.js';
import type { TerminalOptions } from './terminal-check.js';

/** Differences of one text that are shown word for word. */
const SHOWN = 3;
/** Texts of one line that are named. */
const NAMED = 4;
const LABEL = 8;

/** Draws changes as text with line ends. */
export function drawChanges(report: DrawnChanges, { width: wide = 80, colour = false }: TerminalOptions = {}): string {
  const width = Math.max(40, Math.min(100, wide));
  const paint = paintFor(colour);
  const { at, look } = report.since;
  const since =
    at === null ? (look === null ? 'All there is' : 'You have not looked before') : `Since ${sayInstant(at)}`;
  const lines = wrap(
    `${since}: ${count(report.texts, 'text has', 'texts have')} new words, ${count(report.fresh, 'text', 'texts')} held for the first time.`,
    width,
  ).map(paint.strong);
  for (const line of report.lines) {
    lines.push('');
    lines.push(...(line.kind === 'edit' ? drawEdit(line, width, paint) : drawHappening(line, width, paint)));
  }
  if (report.more > 0) lines.push('', paint.faint(`and ${numeral(report.more)} more; --limit shows them`));
  return `${lines.join('\n')}\n`;
}

function drawEdit(line: Extract<DrawnLine, { kind: 'edit' }>, width: number, paint: Paint): string[] {
  const { flags, classes, differences, texts, reverted, text } = line;
  const lines: string[] = [];
  const put = (words: string, indent: number, brush: (part: string) => string = (part) => part): void => {
    for (const part of wrap(words, width - indent)) lines.push(' '.repeat(indent) + brush(isolate(part)));
  };
  const kinds = Object.entries(classes).map(([kind, n]) => count(n, ...CLASS_WORDS[kind as DifferenceClass]));
  const touched = flags.map((flag) => ATTENTION_WORDS[flag]).join(', ');
  const [first] = texts;
  if (texts.length > 1) {
    put(`The same edit in ${numeral(texts.length)} texts`, 0, paint.strong);
  } else if (first) put(`${first.document.reference}  ${safe(first.document.title)}`, 0, paint.strong);
  put(
    [touched === '' ? '' : `touches ${touched}`, ...kinds, reverted ? 'changed and changed back' : '']
      .filter(Boolean)
      .join(' · '),
    2,
    flags.length > 0 ? paint.warn : paint.faint,
  );
  if (texts.length > 1) {
    for (const { document } of texts.slice(0, NAMED))
      put(`${document.reference} ${shortened(safe(document.title), width - 12)}`, 4, paint.faint);
    if (texts.length > NAMED) put(`and ${numeral(texts.length - NAMED)} more`, 4, paint.faint);
  } else if (first) {
    put(
      [first.document.source, `${first.before} → ${first.after}`, first.steps > 1 ? `${first.steps} steps` : null]
        .filter(Boolean)
        .join(' · '),
      2,
      paint.faint,
    );
  }
  if (first) put(sayInterval(first.between), 2, paint.faint);
  for (const difference of differences.slice(0, SHOWN)) {
    const rows = alignedRows(pairsOf(difference, text), { a: 'before', b: 'now', both: '' }, LABEL, width - 2, paint);
    lines.push(...rows.map((row) => `  ${row}`));
  }
  if (differences.length > SHOWN)
    put(
      `and ${count(differences.length - SHOWN, 'difference', 'differences')} more: onrecord compare ${first?.before ?? ''} ${first?.after ?? ''}`,
      2,
      paint.faint,
    );
  return lines;
}

function drawHappening(
  { kind, source, happenings }: Exclude<DrawnLine, { kind: 'edit' }>,
  width: number,
  paint: Paint,
): string[] {
  const lines: string[] = [];
  const put = (words: string, indent: number, brush: (part: string) => string = (part) => part): void => {
    for (const part of wrap(words, width - indent)) lines.push(' '.repeat(indent) + brush(isolate(part)));
  };
  const [one, many] = HAPPENING_WORDS[kind];
  const ofTexts = happenings.some(({ item }) => item !== null);
  const what = ofTexts
    ? count(happenings.length, one, many)
    : happenings.length === 1
      ? one
      : `${many}, ${happenings.length} times`;
  put(
    what.charAt(0).toUpperCase() + what.slice(1),
    0,
    kind === 'gone' || kind === 'absent' ? paint.warn : paint.strong,
  );
  if (source) put(safe(source.name), 2, paint.faint);
  for (const { item, title, address, document, between, detail } of happenings.slice(0, NAMED)) {
    if (item !== null) put(`${document ?? '–'}  ${safe(title ?? address ?? item)}`, 2);
    put(`${sayInterval(between)}. ${safe(detail)}`, item === null ? 2 : 6, paint.faint);
  }
  if (happenings.length > NAMED) put(`and ${numeral(happenings.length - NAMED)} more`, 2, paint.faint);
  return lines;
}
