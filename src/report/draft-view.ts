/** The draft as paragraphs of runs: which words stand in which quotation, so that it can be shown boxed and numbered. */
import { type Span } from '#base/index.js';
import { type Check } from '#record/index.js';
import { paragraphBreak } from './paragraphs.js';
import { KIND_SIGNS, STATUS_SIGNS, type Tone } from './catalogue.js';

/** Words that stand in the same quotation, or in none. */
export interface RunView {
  readonly text: string;
  /** The innermost quotation that these words stand in; null: none. */
  readonly n: number | null;
  readonly tone: Tone | null;
  readonly mark: string | null;
  readonly status: string | null;
  /** Not alarming: a fragment, scare quote or title. */
  readonly apart: boolean;
  /** Quotations of which these are the first words, and the last. */
  readonly opens: readonly number[];
  readonly closes: readonly number[];
}

export interface ParagraphView {
  readonly runs: readonly RunView[];
  /** Quotations that begin in this paragraph. */
  readonly opens: readonly number[];
}

interface Box extends Span {
  readonly check: Check;
  readonly first: boolean;
  readonly last: boolean;
}

const OPENING = /["'“”„‟«»‹›‘’‚「『《]/u;
const CLOSING = /["'“”„«»‹›‘’」』》]/u;

/** Cuts the draft's text at its paragraphs and at the pieces of its quotations; the marks around a piece belong to its box. */
export function layDraft(text: string, checks: readonly Check[]): ParagraphView[] {
  const boxes = checks.flatMap((check) => boxesOf(check, text)).toSorted((x, y) => x.start - y.start || y.end - x.end);
  const paragraphs: ParagraphView[] = [];
  let next = 0;
  let open: Box[] = [];
  for (const { start, end } of paragraphsOf(text)) {
    while (next < boxes.length && boxes[next]!.start < end) open.push(boxes[next++]!);
    open = open.filter((box) => box.end > start);
    const runs = runsOf(text, start, end, open);
    paragraphs.push({ runs, opens: runs.flatMap((run) => run.opens) });
  }
  return paragraphs;
}

function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(new RegExp(paragraphBreak(text), 'g'))) {
    spans.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  spans.push({ start, end: text.length });
  return spans.filter((span) => text.slice(span.start, span.end).trim() !== '');
}

function boxesOf(check: Check, text: string): Box[] {
  const { pieces, start, end } = check.quotation;
  const spans = pieces.length === 0 ? [{ start, end }] : pieces;
  return spans.map((span, i) => ({
    check,
    start: OPENING.test(text[span.start - 1] ?? '') ? span.start - 1 : span.start,
    end: CLOSING.test(text[span.end] ?? '') ? span.end + 1 : span.end,
    first: i === 0,
    last: i === spans.length - 1,
  }));
}

function runsOf(text: string, start: number, end: number, boxes: readonly Box[]): RunView[] {
  const edges = new Set([start, end]);
  for (const box of boxes) {
    if (box.start > start && box.start < end) edges.add(box.start);
    if (box.end > start && box.end < end) edges.add(box.end);
  }
  const cuts = [...edges].toSorted((x, y) => x - y);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1]!;
    const around = boxes.filter((box) => box.start <= from && box.end >= to);
    // Boxes are in order of their beginning, so the last one is the innermost.
    const inner = around.at(-1)?.check ?? null;
    return {
      text: text.slice(from, to),
      n: inner?.quotation.n ?? null,
      tone: inner === null ? null : STATUS_SIGNS[inner.status].tone,
      mark:
        inner === null
          ? null
          : inner.quotation.kind === 'direct'
            ? STATUS_SIGNS[inner.status].mark
            : KIND_SIGNS[inner.quotation.kind].mark,
      status:
        inner === null
          ? null
          : inner.quotation.kind === 'direct'
            ? STATUS_SIGNS[inner.status].words
            : KIND_SIGNS[inner.quotation.kind].words,
      apart: inner !== null && inner.quotation.kind !== 'direct' && !inner.look,
      opens: around.filter((box) => box.first && box.start === from).map(({ check }) => check.quotation.n),
      closes: around.filter((box) => box.last && box.end === to).map(({ check }) => check.quotation.n),
    };
  });
}
