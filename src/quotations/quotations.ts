/**
 * The quotations of a draft, as a careful reader finds them. Believes that the marks are evidence and not proof:
 * the cheapest reading of all marks together is taken (quotations-pairs), then what the marks enclose is cut to the
 * words that are quoted: a tag inside the marks («…, – сказал он, – …») and speaker labels are none, and two pieces
 * around a tag that sits in the middle of a sentence are one quotation.
 *
 * Cost: linear in the length of the draft.
 */
import type { Problem, Span, WithProblems } from '#base/index.js';
import type { Quotation, Rendering } from '#record/index.js';
import { type Mark, scanMarks } from '#text/index.js';
import { type Frame, looksLikeHeadline } from './attribute-frames.js';
import { tongueOf } from './attribute-tongues.js';
import { blockQuotations } from './blocks.js';
import { type Unit, framesOf, proseOf, trimmed } from './frames.js';
import { isInterruption } from './interrupted.js';
import { kindOf } from './kinds.js';
import { type Pair, type Paragraph, pairMarks } from './pairs.js';
import { cutLabels } from './turns.js';
import { cutTags } from './inner-tags.js';

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
  const { joined, place } = joinInterrupted(units, frames, (frame, from, to) =>
    isInterruption(frame, from, to, text, tongue),
  );
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
  const value = joined.map(
    (unit, i): Quotation => ({
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
    }),
  );
  return { value, problems: problemsOf(text, pairs, strays) };
}

/** More problems of one kind help nobody. */
const MOST_PROBLEMS = 20;

function problemsOf(text: string, pairs: readonly Pair[], strays: readonly Mark[]): readonly Problem[] {
  const near = (at: number): string =>
    text
      .slice(at, at + 40)
      .replace(/\s+/g, ' ')
      .trim();
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
        const joinable =
          a !== token.piece && !units[a]!.block && !units[token.piece]!.block && units[token.piece]!.turns.length === 0;
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
