/** The sheet in a terminal: the counts, then each finding, worst first, then what is exact, one line each. */
import { ATTENTION_WORDS, enumerate, WORDS } from './catalogue.js';
import type { CheckView, FindingView, PlaceView, SourceView } from './check-view.js';
import { alignedRows } from './aligned-rows.js';
import type { Pair } from './comparison.js';
import { displayWidth, isolate, padded, safe, shortened, wrap } from './display-text.js';
import { type Paint, paintFor } from './paint.js';

export interface TerminalOptions {
  /** Columns of the terminal; 80 unless told, never taken for more than 120: longer lines are hard to read. */
  readonly width?: number;
  readonly colour?: boolean;
}

/** Column of the words: number and label stand to the left of it. */
const LABEL = 11;
const INDENT = 4;
const WIDEST = 120;
const NARROWEST = 40;

/** Draws the view as text with line ends, readable at 80 columns and without colour; what archived text could make a terminal do is neutralised. */
export function drawTerminal(view: CheckView, options: TerminalOptions = {}): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width ?? 80));
  const paint = paintFor(options.colour ?? false);
  const full = view.findings.filter(({ brief }) => !brief);
  const brief = view.findings.filter((finding) => finding.brief);
  const digits = String(view.quotations).length;
  const lines = [
    ...head(view, width, paint),
    ...full.flatMap((finding) => drawFinding(finding, digits, width, paint)),
    ...(brief.length > 0
      ? [rule(width, paint), ...brief.flatMap((finding) => drawBrief(finding, digits, width, paint))]
      : []),
    ...(view.apart.length > 0 ? ['', ...drawApart(view, digits, width, paint)] : []),
    ...foot(view, width, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function head(view: CheckView, width: number, paint: Paint): string[] {
  const title = safe(view.title);
  const about = [
    ...(view.title === view.name ? [] : [safe(view.name)]),
    WORDS.quotations(view.quotations),
    ...(view.checkedAt === null ? [] : [WORDS.checkedAt(view.checkedAt)]),
  ].join(' · ');
  const strip = [
    ...view.strip.map(({ mark, count, words }) => `${mark} ${count} ${words}`),
    ...(view.remarks > 0 ? [`! ${WORDS.remarks(view.remarks)}`] : []),
  ];
  const lines = [
    ...wrap(title, width).map((line) => paint.strong(isolate(line))),
    ...wrap(about, width).map(paint.faint),
    '',
    paint.strong(view.verdict),
    ...wrapItems(strip, width),
  ];
  if (view.quotations === 0) lines.push(...wrap(WORDS.noQuotationHelp, width));
  return lines;
}

/** Items parted by a dot, broken only between items. */
function wrapItems(items: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last) + 3 + displayWidth(item) <= width)
      lines[lines.length - 1] = `${last} · ${item}`;
    else lines.push(item);
  }
  return lines;
}

function rule(width: number, paint: Paint): string {
  return paint.faint('─'.repeat(width));
}

/** Mark and number, the numbers one under the other. */
function lead({ mark, n }: FindingView, digits: number): string {
  return `${padded(mark, 3)} ${String(n).padStart(digits)}  `;
}

function headline(finding: FindingView, digits: number, width: number, paint: Paint): string {
  const left = `${lead(finding, digits)}${finding.title}`;
  const flags = finding.attention.map((flag) => `! ${ATTENTION_WORDS[flag]}`).join('  ');
  const right = [flags, WORDS.paragraph(finding.paragraph)].filter((part) => part !== '').join(' · ');
  const room = width - displayWidth(left) - displayWidth(right);
  const painted = paint.tone(finding.tone)(left);
  if (room < 2) return `${painted}  ${paint.warn(shortened(right, Math.max(8, width - displayWidth(left) - 2)))}`;
  return painted + ' '.repeat(room) + (flags === '' ? paint.faint(right) : paint.warn(right));
}

function drawFinding(finding: FindingView, digits: number, width: number, paint: Paint): string[] {
  const lines = [rule(width, paint), headline(finding, digits, width, paint)];
  const say = (text: string, brush: (line: string) => string = (line) => line, first = ''): void => {
    const hang = ' '.repeat(INDENT + displayWidth(first));
    wrap(safe(text), width - hang.length).forEach((line, i) =>
      lines.push((i === 0 ? ' '.repeat(INDENT) + first : hang) + brush(isolate(line))),
    );
  };
  const several = finding.parts.length > 1;
  const [only] = finding.parts;
  say(
    !several && only !== undefined
      ? `${finding.draftSpeaker} · ${WORDS.sourceNames(only.source.speaker)}`
      : finding.draftSpeaker,
  );
  for (const banner of finding.banners) say(banner, paint.strong, '! ');
  if (finding.parts.length === 0) {
    quoted(lines, WORDS.draftRow, `“${finding.quotation}”`, width, paint);
  }
  for (const { join, source } of finding.parts) {
    if (join.some(isWorded)) joined(lines, join, finding.parts.length, width, paint);
    drawSource(lines, source, WORDS.draftRow, several, width, paint);
  }
  if (finding.rest.some(isWorded)) joined(lines, finding.rest, finding.parts.length, width, paint);
  for (const source of finding.others) drawSource(lines, source, WORDS.draftRow, true, width, paint);
  if (finding.searched !== null) {
    say(`${WORDS.searched(finding.searched)} ${WORDS.notHeld}`);
    if (finding.nearest.length === 0) say(WORDS.noNearest);
  }
  for (const source of finding.nearest) drawSource(lines, source, null, true, width, paint);
  if (finding.seen !== null) say(finding.seen);
  for (const place of finding.also) lines.push(`${' '.repeat(INDENT)}${paint.faint(drawAlso(place, width - INDENT))}`);
  if (finding.alsoMore > 0) say(WORDS.further(finding.alsoMore), paint.faint);
  if (finding.differsFrom.length > 0)
    say(WORDS.differsFrom(enumerate(finding.differsFrom), finding.differsFrom.length > 1), paint.strong, '! ');
  for (const note of finding.notes) say(note);
  say(WORDS.rule(finding.rule), paint.faint);
  return lines;
}

/** A further place in one line: the title is what can be spared. */
function drawAlso({ title, about, reference }: PlaceView, width: number): string {
  const rest = safe(` · ${about} · ${reference}`);
  return shortened(
    `${WORDS.also} ${isolate(shortened(safe(title), Math.max(12, width - WORDS.also.length - 1 - displayWidth(rest))))}${rest}`,
    width,
  );
}

function quoted(lines: string[], label: string, text: string, width: number, paint: Paint): void {
  wrap(safe(text), width - LABEL - INDENT).forEach((line, i) =>
    lines.push(' '.repeat(INDENT) + paint.faint(padded(i === 0 ? label : '', LABEL)) + isolate(line)),
  );
}

function isWorded({ kind }: Pair): boolean {
  return kind !== 'same';
}

/** Words of the draft that stand at no place, such as the "and" between two places; what it marks itself is no fault. */
function joined(lines: string[], pairs: readonly Pair[], places: number, width: number, paint: Paint): void {
  const room = width - LABEL - INDENT;
  const text = safe(pairs.map(({ a }) => a).join('')).trim();
  const faulty = pairs.some(({ kind }) => kind === 'only a');
  const edits = pairs.filter(({ kind }) => kind === 'marked').map(({ a }) => safe(a));
  wrap(text, room).forEach((line, i, all) => {
    let marks = '^'.repeat(displayWidth(line));
    for (const edit of edits) {
      const at = line.indexOf(edit);
      if (at < 0) continue;
      const [from, wide] = [displayWidth(line.slice(0, at)), displayWidth(edit)];
      marks = `${marks.slice(0, from)}${'-'.repeat(wide)}${marks.slice(from + wide).replace(/^\^(?=\^)/, ' ')}`;
    }
    const note = faulty ? WORDS.notThere(places) : WORDS.markedEdit;
    const name = i === all.length - 1 && displayWidth(line) + 1 + note.length <= room ? ` ${note}` : '';
    const brush = faulty ? paint.deleted : paint.marked;
    lines.push(' '.repeat(INDENT) + paint.faint(padded(WORDS.draftRow, LABEL)) + brush(isolate(line)));
    lines.push(' '.repeat(INDENT + LABEL) + paint.mark(marks + name));
  });
}

function drawSource(
  lines: string[],
  source: SourceView,
  draft: string | null,
  withSpeaker: boolean,
  width: number,
  paint: Paint,
): void {
  const indent = ' '.repeat(INDENT);
  const grey = (name: string, text: string): void =>
    wrap(safe(text), width - INDENT - LABEL).forEach((line, i) =>
      lines.push(indent + paint.faint(padded(i === 0 ? name : '', LABEL) + isolate(line))),
    );
  // Another record of the same words has the same surroundings, or nearly so.
  const around = draft !== null && source.role !== 'disagrees';
  if (source.before !== '' && around) grey(WORDS.before, source.before);
  if (draft === null || source.role === 'original') {
    const text = source.pairs.map(({ b }) => b).join('');
    quoted(lines, source.label, draft === null ? `${source.before} ${text} ${source.after}` : text, width, paint);
  } else {
    const rows = alignedRows(
      source.pairs,
      { a: draft, b: source.label, both: WORDS.bothRow },
      Math.max(LABEL, source.label.length + 1),
      width - INDENT,
      paint,
    );
    lines.push(...rows.map((row) => indent + row));
  }
  if (source.after !== '' && around) grey(WORDS.after, source.after);
  const from = [
    ...(withSpeaker ? [source.speaker] : []),
    source.place.title,
    source.place.about,
    source.place.reference,
    ...(source.shares === null ? [] : [WORDS.shares(source.shares)]),
  ].join(' · ');
  wrap(safe(from), width - INDENT - LABEL).forEach((line) =>
    lines.push(' '.repeat(INDENT + LABEL) + paint.faint(isolate(line))),
  );
}

/** One line: number, the words as far as they fit, who and where. */
function drawBrief(finding: FindingView, digits: number, width: number, paint: Paint): string[] {
  const [part] = finding.parts;
  const left = lead(finding, digits);
  const from =
    part === undefined
      ? ''
      : `  ${shortened(safe(part.source.speaker), Math.floor(width / 4))} · ${part.source.place.reference}`;
  const room = width - displayWidth(left) - displayWidth(from);
  const words = isolate(`“${shortened(safe(finding.quotation), room - 2)}”`);
  return [paint.tone(finding.tone)(left) + padded(words, room) + paint.faint(from)];
}

function drawApart(view: CheckView, digits: number, width: number, paint: Paint): string[] {
  const lines = wrap(`${WORDS.apart}: ${view.apartCounts ?? ''}`, width).map(paint.strong);
  for (const finding of view.apart) {
    const [part] = finding.parts;
    const from =
      part === undefined ? finding.title : (finding.seen ?? `${finding.title} · ${part.source.place.reference}`);
    const left = lead(finding, digits);
    const words = `“${shortened(safe(finding.quotation), Math.floor(width / 2))}”`;
    const room = width - displayWidth(left) - displayWidth(words) - 2;
    lines.push(`${left}${isolate(words)}  ${paint.faint(shortened(safe(from), room))}`);
  }
  return lines;
}

function foot(view: CheckView, width: number, paint: Paint): string[] {
  const lines: string[] = [];
  const list = (title: string, help: string | null, items: readonly string[]): void => {
    if (items.length === 0) return;
    lines.push('', paint.strong(title));
    if (help !== null) lines.push(...wrap(help, width));
    for (const item of items)
      wrap(safe(item), width - 2).forEach((line, i) => lines.push((i === 0 ? '· ' : '  ') + isolate(line)));
  };
  list(
    WORDS.links,
    `${WORDS.linksHelp} ${WORDS.linksCommand}`,
    view.links.map(({ address, words }) => (words === '' || words === address ? address : `${address} (${words})`)),
  );
  list(WORDS.problems, null, view.problems);
  lines.push('', rule(width, paint));
  lines.push(
    ...wrap(WORDS.searched(view.coverage), width),
    ...wrap(safe(WORDS.rules(view.rules)), width).map(paint.faint),
  );
  return lines;
}
