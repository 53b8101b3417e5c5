/**
 * Two texts and their Changes, laid side by side: one row of pairs from which both lines are drawn, the draft's
 * (or the earlier text's) from the `a` sides, the source's (or the later text's) from the `b` sides. Nothing is
 * compared here. But a stretch that no Change speaks of is shown as the same only if it is the same: whatever an
 * upstream slip left out shows as a difference, because a changed quotation drawn as exact is the worst failure.
 */
import type { Span } from '#base/index.js';
import type { AttentionFlag, Change, DifferenceClass } from '#record/index.js';

/**
 * same · changed (words on both sides) · only a, only b · moved · form (the same words written otherwise) ·
 * marked (the draft itself shows the change, by brackets or an ellipsis).
 */
export type PairKind = 'same' | 'changed' | 'only a' | 'only b' | 'moved' | 'form' | 'marked';

export interface Pair {
  readonly kind: PairKind;
  readonly a: string;
  readonly b: string;
  readonly class: DifferenceClass | null;
  readonly flags: readonly AttentionFlag[];
  /** The number that the two ends of a move share. */
  readonly move: number | null;
  /** Index of the Change among those given; null where no Change speaks of this stretch. */
  readonly change: number | null;
  /** What is written beside its mark, in place of what it touches. */
  readonly name?: string;
}

/** A part of a text: the words and where the first of them stands in the text that Changes point into. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

const MARKED_EDIT =
  /^[\s.,;:]*(\[[^\]]*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\s?\.\s?\.(\s?\.)?)(\s*(\[[^\]]*\]|…|\.\.\.))*[\s.,;:]*$/u;

/** Pairs that tile both stretches. Changes outside of them are left aside; the order of the Changes does not matter. */
export function pairUp(a: Stretch, b: Stretch, changes: readonly Change[]): Pair[] {
  const pairs: Pair[] = [];
  const inside: { readonly change: Change; readonly index: number }[] = [];
  changes.forEach((change, index) => {
    if (within(change.a, a) && within(change.b, b)) inside.push({ change, index });
  });
  inside.sort((x, y) => x.change.a.start - y.change.a.start || x.change.b.start - y.change.b.start);
  let atA = a.start;
  let atB = b.start;
  for (const { change, index } of inside) {
    if (change.a.start < atA || change.b.start < atB) continue;
    pushUnspoken(pairs, cutFrom(a, atA, change.a.start), cutFrom(b, atB, change.b.start));
    pairs.push(
      pairOf(change, index, cutFrom(a, change.a.start, change.a.end), cutFrom(b, change.b.start, change.b.end)),
    );
    atA = change.a.end;
    atB = change.b.end;
  }
  pushUnspoken(pairs, cutFrom(a, atA, a.start + a.text.length), cutFrom(b, atB, b.start + b.text.length), true);
  return pairs;
}

/** A stretch that stands in the draft only, such as the word that joins two places. */
export function alone(text: string, kind: 'only a' | 'same' | 'marked' = 'only a'): Pair {
  return { kind, a: text, b: kind === 'same' ? text : '', class: null, flags: [], move: null, change: null };
}

/** Words of the draft that stand at no place: what the draft itself marks, in brackets or by an ellipsis, apart. */
export function unplaced(text: string): Pair[] {
  return text
    .split(/(\[[^\]]*\]|…|\.{3,})/)
    .flatMap((part, i) =>
      part === '' ? [] : [alone(part, i % 2 === 1 ? 'marked' : /[\p{L}\p{N}]/u.test(part) ? 'only a' : 'same')],
    );
}

/** Attention flags of the Changes, each once, in the order of the text. */
export function flagsOf(pairs: readonly Pair[]): AttentionFlag[] {
  return [...new Set(pairs.flatMap(({ flags }) => flags))];
}

function pairOf(change: Change, index: number, a: string, b: string): Pair {
  return {
    kind: kindOf(change, a, b),
    a,
    b,
    class: change.class,
    flags: change.flags,
    move: change.move ?? null,
    change: index,
  };
}

function kindOf(change: Change, a: string, b: string): PairKind {
  if (MARKED_EDIT.test(a)) return 'marked';
  if (change.class === 'move') return 'moved';
  if (change.class === 'punctuation only') return 'form';
  if (a.trim() === '') return 'only b';
  return b.trim() === '' ? 'only a' : 'changed';
}

function pushUnspoken(pairs: Pair[], a: string, b: string, last = false): void {
  if (a === '' && b === '') return;
  const same = surface(a) === surface(b) || (last && withoutEnd(a) === withoutEnd(b));
  const kind = same
    ? 'same'
    : letters(a) === letters(b)
      ? 'form'
      : a.trim() === ''
        ? 'only b'
        : b.trim() === ''
          ? 'only a'
          : 'changed';
  pairs.push({ kind, a, b, class: null, flags: [], move: null, change: null });
}

/** What decides *exact*: NFC, white space collapsed. */
function surface(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A final comma or full stop inside the closing mark is not compared. */
function withoutEnd(text: string): string {
  return surface(text)
    .replace(/[.,。，]$/, '')
    .trimEnd();
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

function within(span: Span, stretch: Stretch): boolean {
  return span.start >= stretch.start && span.end <= stretch.start + stretch.text.length && span.start <= span.end;
}

function cutFrom(stretch: Stretch, start: number, end: number): string {
  return stretch.text.slice(start - stretch.start, end - stretch.start);
}
