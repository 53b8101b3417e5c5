/**
 * The quotations of a draft, as a careful reader finds them. Believes that the marks are evidence and not proof:
 * the cheapest reading of all marks together is taken (quotations-pairs), then what the marks enclose is cut to the
 * words that are quoted: a tag inside the marks («…, – сказал он, – …») and speaker labels are none, and two pieces
 * around a tag that sits in the middle of a sentence are one quotation.
 *
 * Cost: linear in the length of the draft.
 */
import type { Problem, Span, WithProblems } from '#base/index.js';
import type { Block, Quotation, QuotationTurn, Rendering } from '#record/index.js';
import { type Mark, scanMarks } from '#text/index.js';
import type { Tongue } from './attribute-cues.js';
import { type Frame, type Piece, frameOf, looksLikeHeadline } from './attribute-frames.js';
import { tongueOf } from './attribute-tongues.js';
import { blockQuotations } from './quotations-blocks.js';
import { isInterruption } from './quotations-interrupted.js';
import { kindOf } from './quotations-kinds.js';
import { type Pair, type Paragraph, pairMarks } from './quotations-pairs.js';
import { cutLabels } from './quotations-turns.js';
import { cutTags } from './quotations-inner-tags.js';

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

/**
 * Every quotation of a draft in order of appearance, with its kind, its pieces and what is nested in it; nobody is
 * named yet (`attribute` does that). Offsets are UTF-16 code units into `draft.text`. `language` is a BCP 47
 * language subtag, null where it is not known: it is then guessed from the small words.
 */
export function findQuotations(draft: Rendering, language: string | null): readonly Quotation[] {
  return readQuotations(draft, language).value;
}

/** The quotations as `findQuotations` gives them, and the marks that were never closed or have no partner. */
export function readQuotations(draft: Rendering, language: string | null): WithProblems<readonly Quotation[]> {
  const text = draft.text;
  const tongue = tongueOf(language, text);
  const blocks = proseOf(draft);
  const paragraphs = blocks.map((block, i): Paragraph => {
    const before = blocks[i - 1];
    const continues =
      before !== undefined &&
      block.kind !== 'heading' &&
      before.kind !== 'heading' &&
      (block.kind === 'blockquote') === (before.kind === 'blockquote');
    return { start: block.start, end: block.end, continues, cue: block.kind === 'cue' };
  });
  const { pairs, strays } = pairMarks(scanMarks(text, language ?? tongue.code), paragraphs);
  const found = blockQuotations(text, blocks, pairs, tongue);
  const units: Unit[] = [...found.units];
  for (const pair of found.pairs) {
    const unit = unitOf(text, pair);
    if (unit) units.push(unit);
  }
  units.sort((a, b) => a.pieces[0]!.start - b.pieces[0]!.start);
  for (const unit of units) {
    cutLabels(text, unit);
    cutTags(text, unit, tongue);
  }
  const frames = framesOf(text, blocks, units, tongue, true);
  const { joined, place } = joinInterrupted(units, frames, (frame, from, to) => isInterruption(frame, from, to, text, tongue));
  const kinds = new Map<number, Quotation['kind']>();
  frames.forEach((frame, f) => {
    const heading = blocks[f]!.kind === 'heading' || looksLikeHeadline(text, frame);
    frame.tokens.forEach((token, i) => {
      if (token.piece < 0) return;
      const at = place[token.piece]!;
      if (kinds.has(at)) return;
      const unit = joined[at]!;
      kinds.set(at, kindOf(wordsOf(text, unit), frame, i, unit.block, heading, tongue));
    });
  });
  const value = joined.map((unit, i): Quotation => ({
    n: i + 1,
    start: unit.pieces[0]!.start,
    end: unit.pieces.at(-1)!.end,
    text: wordsOf(text, unit),
    pieces: unit.pieces,
    joins: unit.joins,
    turns: unit.turns,
    nested: unit.nested,
    block: unit.block,
    kind: kinds.get(i) ?? 'direct',
    attribution: { speaker: null, named: null, cue: null, certainty: 'unknown', occasion: null, when: null },
  }));
  return { value, problems: problemsOf(text, pairs, strays) };
}

/** More problems of one kind help nobody. */
const MOST_PROBLEMS = 20;

function problemsOf(text: string, pairs: readonly Pair[], strays: readonly Mark[]): readonly Problem[] {
  const near = (at: number): string => text.slice(at, at + 40).replace(/\s+/g, ' ').trim();
  const open = pairs.filter((pair) => pair.close === null).slice(0, MOST_PROBLEMS);
  return [
    ...open.map((pair) => ({
      code: 'mark-never-closed',
      message: `The quotation mark before "${near(pair.open.end)}…" is never closed; the quotation was taken to end with its paragraph. Close it and check again.`,
      where: `character ${pair.open.start + 1}`,
    })),
    ...strays.slice(0, MOST_PROBLEMS).map((mark) => ({
      code: 'mark-without-partner',
      message: `The quotation mark at "${near(Math.max(0, mark.start - 20))}…" has no partner and was passed over. Look whether words are quoted there.`,
      where: `character ${mark.start + 1}`,
    })),
  ];
}

/** The words of the pieces: joined by a space, by a blank line where a new paragraph or turn begins. */
function wordsOf(text: string, unit: Unit): string {
  let words = '';
  unit.pieces.forEach((piece, i) => {
    if (i > 0) words += unit.joins[i - 1] === 'paragraph' ? '\n\n' : ' ';
    words += text.slice(piece.start, piece.end);
  });
  return words;
}

/** Without the white space at its ends; null if nothing is left. */
export function trimmed(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /[\s\u200b\ufeff]/.test(text[start]!)) start++;
  while (end > start && /[\s\u200b\ufeff]/.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : null;
}

/** What a pair of marks encloses; null where that holds no letter and no digit. */
function unitOf(text: string, pair: Pair): Unit | null {
  const pieces = pair.segments.map((segment) => trimmed(text, segment)).filter((piece) => piece !== null);
  if (!pieces.some((piece) => /[\p{L}\p{N}]/u.test(text.slice(piece.start, piece.end)))) return null;
  const nested: Span[] = [];
  for (const inner of pair.inner) {
    for (const segment of inner.segments) {
      const span = trimmed(text, segment);
      if (span) nested.push(span);
    }
  }
  return { pieces, joins: pieces.slice(1).map(() => 'paragraph'), nested, turns: [], block: false };
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
export function framesOf(text: string, blocks: readonly Block[], quoted: readonly Quoted[], tongue: Tongue, quoting = false): readonly Frame[] {
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
    if (at >= 0 && /^\s?[:：]\s*$/.test(before.slice(at + label.length))) return { start: piece.start - before.length + at, end: piece.end };
  }
  return piece;
}

/** Joins pieces that a tag in the middle of the sentence divides; `place` says where each unit went. */
function joinInterrupted(
  units: readonly Unit[],
  frames: readonly Frame[],
  interrupts: (frame: Frame, from: number, to: number) => boolean,
): { readonly joined: readonly Unit[]; readonly place: readonly number[] } {
  const leader = units.map((_, i) => i);
  for (const frame of frames) {
    let before = -1;
    frame.tokens.forEach((token, i) => {
      if (token.piece < 0) return;
      if (before >= 0) {
        const a = frame.tokens[before]!.piece;
        const joinable = a !== token.piece && !units[a]!.block && !units[token.piece]!.block && units[token.piece]!.turns.length === 0;
        if (joinable && interrupts(frame, before, i)) leader[token.piece] = leader[a]!;
      }
      before = i;
    });
  }
  const joined: Unit[] = [];
  const place: number[] = [];
  units.forEach((unit, i) => {
    if (leader[i] === i) {
      place.push(joined.length);
      joined.push(unit);
      return;
    }
    place.push(place[leader[i]!]!);
    const first = joined[place[i]!]!;
    first.joins.push('interruption', ...unit.joins);
    first.pieces.push(...unit.pieces);
    first.nested.push(...unit.nested);
  });
  return { joined, place };
}
