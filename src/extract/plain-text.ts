/**
 * Plain text to pieces. Empty lines part paragraphs. Lines that are wrapped at one width (mail, OCR, old records) are
 * joined again, and a line that ends short of the width with the end of a sentence ends its paragraph; where lines are
 * not wrapped, each is a paragraph. A line that opens with a speaker's label begins a new piece either way.
 */
import { type Piece, piece } from './galley.js';
import { type Candidate, readLabel } from './labels.js';
import { unhyphenate } from './hyphens.js';

/** Wrapped lines of print, mail and typescript are about this long; longer ones are paragraphs. */
const WIDEST = 110;
const NARROWEST = 30;
/** A line this much shorter than the width that ends a sentence ends a paragraph. */
const SHORT = 0.8;
/** And one this short does, if the next begins with a capital: a dateline, a heading. */
const VERY_SHORT = 0.5;
/** Where lines are wrapped, this share of them ends in the middle of a sentence; more, where each is a paragraph. */
const BROKEN = 0.33;
const STRICT = 0.6;
const LEAST_LINES = 6;

export function setPlainText(text: string): Piece[] {
  const groups = groupsOf(text);
  const width = wrappedAt(groups);
  return groups.flatMap((lines) =>
    joined(lines, width ?? wrappedAt([lines])).map((paragraph) => piece('paragraph', paragraph)),
  );
}

function groupsOf(text: string): string[][] {
  const groups: string[][] = [];
  let group: string[] = [];
  for (const line of text.split(/[\n\f\v]/)) {
    const plain = line.replace(/[\s\u00a0]+/g, ' ').trim();
    if (plain !== '') group.push(plain);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** The paragraphs of lines that no empty line parts. */
export function paragraphsOf(lines: readonly string[]): string[] {
  return joined(lines, wrappedAt([lines]));
}

/** Joins paragraphs that are the lines of wrapped text: each line a paragraph of its own, as some converters write them. */
export function rejoin(pieces: readonly Piece[]): readonly Piece[] {
  const set: Piece[] = [];
  let run: Piece[] = [];
  const end = (): void => {
    const lines = run.map(({ text }) => text);
    const width = run.length >= LEAST_LINES ? wrappedAt([lines], STRICT) : null;
    if (width === null) set.push(...run);
    else set.push(...joined(lines, width).map((text) => piece('paragraph', text)));
    run = [];
  };
  for (const each of pieces) {
    const { kind, text, strong, links } = each;
    if (
      kind === 'paragraph' &&
      text.length <= WIDEST &&
      strong.length === 0 &&
      links.length === 0 &&
      !text.includes('\n')
    )
      run.push(each);
    else {
      end();
      set.push(each);
    }
  }
  end();
  return set.length === pieces.length ? pieces : set;
}

function joined(lines: readonly string[], width: number | null): string[] {
  if (width === null || lines.length === 1) return [...lines];
  const paragraphs: string[] = [];
  let current: string[] = [];
  const end = (): void => {
    if (current.length > 0) paragraphs.push(unhyphenate(current));
    current = [];
  };
  const labelled = labelledLines(lines);
  for (const [i, line] of lines.entries()) {
    if (labelled.has(i)) end();
    current.push(line);
    if (line.length < width * SHORT && (/[.!?…:”"»)\]]$/.test(line) || isHeadline(line))) end();
    else if (line.length < width * VERY_SHORT && !/^\p{Ll}/u.test(lines[i + 1] ?? '')) end();
  }
  end();
  return paragraphs;
}

/** Numbers of the lines that open with a speaker's label: a sure one, or a likely one that recurs. */
function labelledLines(lines: readonly string[]): ReadonlySet<number> {
  const found = lines.map((line) => readLabel(line));
  const counts = new Map<string, number>();
  for (const label of found) if (label) counts.set(label.key, (counts.get(label.key) ?? 0) + 1);
  const open = (label: Candidate | null): boolean =>
    label !== null &&
    (label.strength === 'sure' ||
      (label.strength === 'likely' && label.role !== 'named') ||
      counts.get(label.key)! >= 2);
  return new Set(found.flatMap((label, i) => (open(label) ? [i] : [])));
}

/** The width at which lines are wrapped; null if they are not, that is, if each line is a paragraph by itself. */
function wrappedAt(groups: readonly (readonly string[])[], least = BROKEN): number | null {
  const lengths = groups
    .flatMap((lines) => (lines.length > 1 ? lines.map((line) => line.length) : []))
    .toSorted((a, b) => a - b);
  if (lengths.length < 2) return null;
  const width = lengths[Math.floor(lengths.length * 0.9)]!;
  if (width > WIDEST || width < NARROWEST) return null;
  // Where lines are wrapped, many end in the middle of a sentence and not far from the width.
  let breaks = 0;
  let broken = 0;
  for (const lines of groups) {
    for (let i = 0; i + 1 < lines.length; i++) {
      breaks++;
      const line = lines[i]!;
      if (/\p{L}-$/u.test(line) || (!/[.!?…:;”"»)\]]$/.test(line) && line.length > width * 0.5)) broken++;
    }
  }
  return broken >= breaks * least ? width : null;
}

function isHeadline(line: string): boolean {
  return line.length < 60 && line === line.toUpperCase() && /\p{Lu}/u.test(line);
}
