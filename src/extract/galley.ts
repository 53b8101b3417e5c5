/**
 * A galley is a text as it is set before it is bound: pieces in reading order, each with its kind and its bold words.
 * Every format is read into pieces; turns are found on pieces; binding joins them into one Rendering. So offsets are
 * worked out in one place only, and no format knows how another one looks.
 */
import type { Problem, Span } from '#base/index.js';
import type { Block, BlockKind, DocumentKind, Link, Rendering, Turn } from '#record/index.js';
import type { Stated } from './stated.js';

/** A stretch of text of one kind. Spans are into `text`. */
export interface Piece {
  readonly kind: BlockKind;
  readonly text: string;
  /** What stands between the piece before and this one. */
  readonly glue: ' ' | '\n\n';
  /** Where the text is set in bold or is otherwise marked as strong; in order. */
  readonly strong: readonly Span[];
  readonly links: readonly Link[];
  readonly time?: { readonly from: number; readonly to: number };
  /** Stands apart from what is said around it, as a footnote does: no turn runs into it. */
  readonly apart?: true;
}

/** What a format's reader hands over: the pieces, and what the text states about itself. */
export interface Galley {
  /** Name of the format, as it stands in the extractor's name. */
  readonly format: string;
  readonly pieces: readonly Piece[];
  readonly stated: Stated;
  readonly problems: readonly Problem[];
  /** What the format betrays about the kind of document. */
  readonly kindGuess?: { readonly kind: DocumentKind; readonly ground: string };
}

/** A turn as a range of pieces, both ends included. */
export interface TurnRange extends Omit<Turn, 'start' | 'end'> {
  readonly first: number;
  readonly last: number;
}

export function piece(kind: BlockKind, text: string): Piece {
  return { kind, text, glue: '\n\n', strong: [], links: [] };
}

/** The part of a piece from `start` to `end`, without white space at its ends; null if nothing is left. */
export function cut(whole: Piece, start: number, end: number, kind: BlockKind, glue: Piece['glue']): Piece | null {
  while (start < end && isSpace(whole.text.charCodeAt(start))) start++;
  while (end > start && isSpace(whole.text.charCodeAt(end - 1))) end--;
  if (start === end) return null;
  if (start === 0 && end === whole.text.length && kind === whole.kind && glue === whole.glue) return whole;
  return {
    kind,
    text: whole.text.slice(start, end),
    glue,
    strong: within(whole.strong, start, end),
    links: within(whole.links, start, end),
    ...(whole.time && { time: whole.time }),
  };
}

/** Joins the pieces into one text and works out all offsets. Addresses that stand in the open become links too. */
export function bind(pieces: readonly Piece[], ranges: readonly TurnRange[], extractor: string): Rendering {
  const blocks: Block[] = [];
  const links: Link[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const { kind, text, glue, links: own, time } of pieces) {
    if (at > 0) {
      parts.push(glue);
      at += glue.length;
    }
    blocks.push({ start: at, end: at + text.length, kind, ...(time && { time }) });
    addLinks(links, text, own, at);
    parts.push(text);
    at += text.length;
  }
  const turns = ranges.map(({ first, last, kind, label, name, interpreted }) => ({
    start: blocks[first]!.start,
    end: blocks[last]!.end,
    kind,
    label,
    name,
    interpreted,
  }));
  return { extractor, text: parts.join(''), blocks, turns, links };
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”«»‘’]+/gi;

function addLinks(all: Link[], text: string, own: readonly Link[], at: number): void {
  const open = text.includes('://') ? [...text.matchAll(ADDRESS)] : [];
  let next = 0;
  const before = (limit: number): void => {
    for (; next < open.length && open[next]!.index < limit; next++) {
      const address = untail(open[next]![0]);
      all.push({ start: at + open[next]!.index, end: at + open[next]!.index + address.length, address });
    }
  };
  for (const link of own) {
    before(link.start);
    while (next < open.length && open[next]!.index < link.end) next++;
    all.push({ start: at + link.start, end: at + link.end, address: link.address });
  }
  before(Infinity);
}

/** An address in running text without the punctuation of the sentence behind it. */
function untail(address: string): string {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1]!;
    if (last === ')' && address.slice(0, end).includes('(')) break;
    if (!".,;:!?)]}'…*_".includes(last)) break;
  }
  return address.slice(0, end);
}

/** The parts of spans that lie between two places, counted from the first. */
export function within<T extends Span>(spans: readonly T[], start: number, end: number): T[] {
  const kept: T[] = [];
  for (const span of spans) {
    if (span.end <= start || span.start >= end) continue;
    kept.push({ ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start });
  }
  return kept;
}

export function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x3000 || code === 0x2009
  );
}
