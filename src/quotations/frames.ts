/**
 * Where quoted words stand in the blocks of a draft: what the finding and the attribution of quotations share.
 *
 * Cost: linear in the length of the draft.
 */
import type { Span } from '#base/index.js';
import type { Block, Quotation, QuotationTurn, Rendering } from '#record/index.js';
import type { Tongue } from './attribute-cues.js';
import { type Frame, type Piece, frameOf } from './attribute-frames.js';

/** A quotation in the making. */
export interface Unit {
  readonly pieces: Span[];
  readonly joins: ('interruption' | 'paragraph')[];
  readonly nested: Span[];
  turns: QuotationTurn[];
  readonly block: boolean;
}

/** Blocks whose words belong to the draft's author; labels, stage notes and furniture are passed over. */
const PROSE: ReadonlySet<string> = new Set(['heading', 'paragraph', 'blockquote', 'list item', 'cue']);

/** The blocks of a draft that may hold quotations, or its lines where it has no blocks. */
export function proseOf(draft: Rendering): readonly Block[] {
  if (draft.blocks.length > 0) return draft.blocks.filter((block) => PROSE.has(block.kind));
  const lines: Block[] = [];
  for (const m of draft.text.matchAll(/\S[^\n]*/g)) {
    lines.push({ kind: 'paragraph', start: m.index, end: m.index + m[0].trimEnd().length });
  }
  return lines;
}

/** Without the white space at its ends; null if nothing is left. */
export function trimmed(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /[\s\u200b\ufeff]/.test(text[start]!)) start++;
  while (end > start && /[\s\u200b\ufeff]/.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : null;
}

/** What frames are drawn around: pieces, and the labels inside the marks. */
export interface Quoted {
  readonly pieces: readonly Span[];
  readonly turns: readonly QuotationTurn[];
}

/**
 * The frames of all blocks, with the pieces as their quoted words; a token's `piece` is the index of its quotation.
 * With `quoting` only the blocks that hold a piece are read, all others have empty frames.
 */
export function framesOf(
  text: string,
  blocks: readonly Block[],
  quoted: readonly Quoted[],
  tongue: Tongue,
  quoting = false,
): readonly Frame[] {
  const pieces: Piece[] = [];
  quoted.forEach(({ pieces: own, turns }, quotation) => {
    for (const piece of own) {
      const outer = withMarks(text, turns.length > 0 ? withLabel(text, piece, turns) : piece);
      pieces.push({ ...outer, first: text[piece.start]!, last: text[piece.end - 1]!, quotation });
    }
  });
  pieces.sort((a, b) => a.start - b.start);
  let next = 0;
  return blocks.map((block) => {
    while (next < pieces.length && pieces[next]!.end <= block.start) next++;
    const first = next;
    while (next < pieces.length && pieces[next]!.start < block.end) next++;
    if (quoting && next === first) return { start: block.start, end: block.end, tokens: [], sentences: [] };
    return frameOf(text, block, pieces.slice(first, next), tongue);
  });
}

/** Whether a mark stands behind the last words of a quotation that has marks of its own. */
export function isClosed(text: string, quotation: Quotation): boolean {
  const { end } = quotation.pieces.at(-1)!;
  return quotation.block || /^[\s\u00a0\u202f]{0,3}[“”"„‟〝〞〟＂‘’'‚‛`´«»‹›」』]/.test(text.slice(end, end + 4));
}

const MARK = /[“”"„‟〝〞〟＂‘’'‚‛`´«»‹›「」『』]/;

/** A piece with the marks beside it, seen through the spaces that French sets inside them. */
function withMarks(text: string, piece: Span): Span {
  let start = piece.start;
  while (start > 0 && /[ \u00a0\u202f]/.test(text[start - 1]!)) start--;
  const marked = start;
  while (start > 0 && MARK.test(text[start - 1]!)) start--;
  if (start === marked) start = piece.start;
  let end = piece.end;
  while (end < text.length && /[ \u00a0\u202f]/.test(text[end]!)) end++;
  const closed = end;
  while (end < text.length && MARK.test(text[end]!)) end++;
  if (end === closed) end = piece.end;
  return { start, end };
}

const LONGEST_LABEL = 100;

/** A piece with the label that stands before it inside the marks. */
function withLabel(text: string, piece: Span, turns: readonly QuotationTurn[]): Span {
  const before = text.slice(Math.max(0, piece.start - LONGEST_LABEL), piece.start);
  for (const { label } of turns) {
    if (label === '') continue;
    const at = before.lastIndexOf(label);
    if (at >= 0 && /^\s?[:：]\s*$/.test(before.slice(at + label.length)))
      return { start: piece.start - before.length + at, end: piece.end };
  }
  return piece;
}
