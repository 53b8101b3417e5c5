/** The parts of a quotation that are judged by themselves: the whole, or each turn where marks hold several speakers. */
import type { Span } from '#base/index.js';
import type { Interner } from '#collate/index.js';
import type { Quotation } from '#record/index.js';
import { type Quoted, readQuoted } from './quoted.js';

export interface Part {
  readonly quoted: Quoted;
  /** Where the part stands in the quotation's text. */
  readonly covers: Span;
  /** The label before it inside the marks; null where there is none. */
  readonly label: string | null;
}

/** Reads the parts of a quotation. `draft` is the text that its spans speak of. */
export function partsOf(quotation: Quotation, draft: string, interner: Interner, language: string | null): Part[] {
  const pieces = placedPieces(quotation, draft);
  const bounds: { label: string | null; from: number; to: number }[] = [];
  for (const turn of quotation.turns) {
    const own = pieces.filter((p) => p.piece.start >= turn.start && p.piece.end <= turn.end);
    const first = own[0];
    const last = own.at(-1);
    if (first && last) bounds.push({ label: turn.label || null, from: first.start, to: last.end });
  }
  const start = bounds[0]?.from;
  if (start === undefined) bounds.push({ label: null, from: 0, to: quotation.text.length });
  else if (/[\p{L}\p{N}]/u.test(quotation.text.slice(0, start))) bounds.unshift({ label: null, from: 0, to: start });
  return bounds.map(({ label, from, to }) => {
    const text = quotation.text.slice(from, to);
    const closings = pieces.filter((p) => p.end > from && p.end <= to).map((p) => p.end - from);
    return { quoted: readQuoted(text, interner, language, closings), covers: { start: from, end: to }, label };
  });
}

/** Each piece of the draft with its place in the quotation's text. */
function placedPieces(quotation: Quotation, draft: string): { piece: Span; start: number; end: number }[] {
  let at = 0;
  return quotation.pieces.map((piece) => {
    const found = quotation.text.indexOf(draft.slice(piece.start, piece.end), at);
    const start = found < 0 ? at : found;
    const end =
      found < 0 ? Math.min(quotation.text.length, at + piece.end - piece.start) : start + piece.end - piece.start;
    at = end;
    return { piece, start, end };
  });
}
