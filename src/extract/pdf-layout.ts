/**
 * Makes lines and paragraphs of the strings that a PDF places on its pages. Running heads, running feet and page
 * numbers recur at the same height with the same words, digits aside: they are furniture, and the paragraph that they
 * interrupt goes on behind them. A paragraph ends where the leading widens, the next line is indented, the type
 * changes, or a line ends well short of the margin with the end of a sentence.
 */
import { type Piece, piece } from './galley.js';
import { lexiconOf, unhyphenate } from './hyphens.js';
import { opensWithLabel } from './labels.js';

/** One line of a page; lengths in points, y from the bottom. */
export interface Line {
  text: string;
  readonly x: number;
  readonly y: number;
  right: number;
  readonly size: number;
  readonly page: { readonly bottom: number; readonly top: number };
}

interface Item {
  readonly str: string;
  readonly transform: number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Share of the page's height at its head and foot where running lines stand. */
const MARGIN = 0.14;
/** Running lines recur on at least this many pages, and on this share of them. */
const RECURS = 3;
const RECURS_SHARE = 0.3;
/** A line that ends this far short of the right margin, in shares of the text's width, may end a paragraph. */
const SHORT = 0.12;
/** Leading wider than this many times the usual one parts paragraphs. */
const WIDE = 1.35;
/** Type this much larger than that of the text is a heading. */
const LARGE = 1.15;

/** Joins the strings of one page to lines, in the order in which the file gives them. */
export function linesOf(items: readonly unknown[], view: readonly [number, number, number, number]): Line[] {
  const page = { bottom: view[1], top: view[3] };
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const item of items) {
    if (!isItem(item) || item.str === '') continue;
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
    const size = Math.hypot(c, d) || item.height;
    const sameLine: boolean =
      line !== null && Math.abs(line.y - y) < Math.max(size, line.size) * 0.5 && x >= line.right - size;
    if (line && sameLine) {
      const gap = x - line.right;
      if (gap > size * 0.15 && !line.text.endsWith(' ') && !item.str.startsWith(' ')) line.text += ' ';
      line.text += item.str;
      line.right = Math.max(line.right, x + item.width);
    } else if (item.str.trim() !== '') {
      line = { text: item.str, x, y, right: x + item.width, size, page };
      lines.push(line);
    }
  }
  for (const each of lines) each.text = each.text.replace(/[\s\u00a0]+/g, ' ').trim();
  return lines.filter(({ text }) => text !== '');
}

function isItem(item: unknown): item is Item {
  return typeof item === 'object' && item !== null && 'str' in item && 'transform' in item;
}

/** Joins the lines of all pages to pieces. */
export function layOut(pages: readonly (readonly Line[])[]): Piece[] {
  const running = runningLines(pages);
  const body = pages.flatMap((lines) => lines.filter((line) => !running.has(line)));
  const usual = measure(body);
  const lexicon = lexiconOf(body.map(({ text }) => text).join('\n'));
  const pieces: Piece[] = [];
  let current: Line[] = [];
  let waiting: Piece[] = [];
  const end = (): void => {
    if (current.length > 0) {
      const text = unhyphenate(
        current.map((line) => line.text),
        lexicon,
      );
      const isHeading = current.every(({ size }) => size > usual.size * LARGE) && text.length < 250;
      pieces.push(piece(isHeading ? 'heading' : 'paragraph', text));
    }
    pieces.push(...waiting);
    current = [];
    waiting = [];
  };
  for (const lines of pages) {
    for (const line of lines) {
      if (running.has(line)) {
        waiting.push(piece('furniture', line.text));
        continue;
      }
      const before = current.at(-1);
      if (!before || parts(before, line, usual)) end();
      current.push(line);
    }
  }
  end();
  return pieces;
}

interface Usual {
  readonly size: number;
  readonly leading: number;
  readonly left: number;
  readonly right: number;
}

function measure(lines: readonly Line[]): Usual {
  const most = (values: readonly number[]): number => {
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
  };
  const leadings: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const step = lines[i - 1]!.y - lines[i]!.y;
    if (step > 4 && step < 60) leadings.push(Math.round(step * 2) / 2);
  }
  const rights = lines.map(({ right }) => Math.round(right)).toSorted((a, b) => a - b);
  return {
    size:
      most(
        lines.map(({ size, text }) => (text.length > 20 ? Math.round(size * 2) / 2 : 0)).filter((size) => size > 0),
      ) ||
      (lines[0]?.size ?? 0),
    leading: most(leadings),
    left: most(lines.map(({ x }) => Math.round(x))),
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
  };
}

function parts(before: Line, line: Line, usual: Usual): boolean {
  if (Math.abs(before.size - line.size) > usual.size * 0.1) return true;
  if (opensWithLabel(line.text)) return true;
  const step = before.y - line.y;
  const ended = /[.!?…:;”"»)\]]$/.test(before.text);
  const width = usual.right - usual.left;
  // Behind a turn of the page or of the column only the words and the indent tell.
  if (step < 0) {
    const continues = /^[\p{Ll}\d(]/u.test(line.text) || !ended;
    return !continues || (ended && line.x > usual.left + usual.size * 0.8 && line.x < usual.left + width * 0.3);
  }
  if (usual.leading > 0 && step > usual.leading * WIDE) return true;
  if (line.x > before.x + usual.size * 0.8 && line.x < before.x + width * 0.25 && ended) return true;
  return ended && before.right < usual.right - width * SHORT && Math.abs(line.x - before.x) < usual.size * 4;
}

/** Lines at the head or foot of pages that recur, and lone page numbers there. */
function runningLines(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const places = new Map<string, Line[]>();
  const running = new Set<Line>();
  for (const lines of pages) {
    for (const line of lines) {
      const height = line.page.top - line.page.bottom;
      const near = line.y > line.page.top - height * MARGIN || line.y < line.page.bottom + height * MARGIN;
      if (!near) continue;
      if (
        /^(?:[-–—|]\s?)?(?:(?:page|seite|стр\.?|p\.)\s?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:\/|of|von|из|sur|de)\s?\d{1,4})?(?:\s?[-–—|])?$/i.test(
          line.text,
        )
      )
        running.add(line);
      const key = `${Math.round(line.y / 6)} ${line.text.replace(/\d+/g, '#').toLowerCase()}`;
      const same = places.get(key);
      if (same) same.push(line);
      else places.set(key, [line]);
    }
  }
  for (const same of places.values()) {
    const on = new Set(same.map((line) => line.page)).size;
    if (on >= RECURS && on >= pages.length * RECURS_SHARE) for (const line of same) running.add(line);
    else if (on === pages.length && pages.length === 2) for (const line of same) running.add(line);
  }
  return running;
}
