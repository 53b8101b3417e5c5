/**
 * Two records aligned: stretches of turns, the words of each, what differs cut where a reader would cut it, and what was
 * moved. What is found about turns and labels only decides what stands against what; every difference of the two texts
 * is in one edit, to the character.
 */
import type { Span } from '#base/index.js';
import { alignWithin } from './align.js';
import { type TableSpace, alignTable } from './align-table.js';
import { dropChance, joinReplacements, shiftGaps } from './align-presentable.js';
import { editsBetween } from './changes.js';
import type { Classifier } from './classify.js';
import { LABEL, SPOKEN, type TextWords } from './compare-words.js';
import type { Edit } from './edit.js';
import { freeMoved } from './free-moved.js';
import { withMoves } from './moves.js';
import type { Pair } from './pair.js';
import { type Stretch, alignTurns } from './turns.js';

/** Two texts aligned: the pairs of words in order, and what differs, with moves. */
export interface Collation {
  readonly pairs: readonly Pair[];
  readonly edits: readonly Edit[];
}

/** Aligns two texts by turns and words. `space` and `classifier` are shared by all collations of one run. */
export function collate(a: TextWords, b: TextWords, space: TableSpace, classifier: Classifier): Collation {
  const [p, q] = [a.prepared, b.prepared];
  const aligned: Pair[] = [];
  const stretches = alignTurns(a, b);
  for (const stretch of stretches) {
    const { a0, a1, b0, b1, alike } = stretch;
    let own: Pair[] = [];
    if (!alike) own = labelsOnly(a, b, stretch);
    else if (a0 < a1 && b0 < b1) {
      alignWithin(p, a0, a1, q, b0, b1, own, (i0, i1, j0, j1) => alignTable(p, i0, i1, q, j0, j1, space, own));
      shiftGaps(a, b, own);
      own = joinReplacements(a, b, dropChance(a, own, stretch, classifier.lexicon), classifier.lexicon);
    }
    for (const pair of own) aligned.push(pair);
  }
  const pairs = freeMoved(a, b, aligned);
  const edits: Edit[] = [];
  let first = 0;
  stretches.forEach((stretch, i) => {
    let last = first;
    while (last < pairs.length && pairs[last]!.a < stretch.a1 && pairs[last]!.b < stretch.b1) last++;
    const own = pairs.slice(first, last);
    first = last;
    const next = stretches[i + 1];
    const start = i === 0 ? { a: 0, b: 0 } : { a: placeOf(a, stretch.a0), b: placeOf(b, stretch.b0) };
    const end = next ? { a: placeOf(a, next.a0), b: placeOf(b, next.b0) } : { a: p.text.length, b: q.text.length };
    for (const piece of piecesOf(a, b, own, start, end))
      for (const edit of editsBetween(p, q, piece.pairs, { within: piece.within, whiteSpace: 'kept' }))
        edits.push(...tidied(a, b, edit));
  });
  return { pairs, edits: withMoves(p, q, edits) };
}

/** Where word i begins; behind the last word, where the last word ends. */
function placeOf({ prepared: { count, starts, text } }: TextWords, i: number): number {
  return i < count ? starts[i]! : text.length;
}

/** Of a turn put in the place of another only the labels stand against each other. */
function labelsOnly(a: TextWords, b: TextWords, { a0, b0 }: Stretch): Pair[] {
  if (a.marks[a0] === SPOKEN || a.marks[a0] !== b.marks[b0]) return [];
  return [{ a: a0, an: 1, b: b0, bn: 1, kind: a.prepared.ids[a0] === b.prepared.ids[b0] ? 'same' : 'stem' }];
}

interface Place {
  readonly a: number;
  readonly b: number;
}

interface Piece {
  readonly pairs: readonly Pair[];
  readonly within: { readonly a: Span; readonly b: Span };
}

/** A stretch cut at the labels that both texts have, so that no difference runs over one. */
function piecesOf(a: TextWords, b: TextWords, pairs: readonly Pair[], start: Place, end: Place): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  let from = 0;
  const push = (to: number, place: Place): void => {
    if (place.a > at.a || place.b > at.b)
      pieces.push({
        pairs: pairs.slice(from, to),
        within: { a: { start: at.a, end: place.a }, b: { start: at.b, end: place.b } },
      });
    at = place;
    from = to;
  };
  pairs.forEach((pair, k) => {
    if (a.marks[pair.a] !== LABEL) return;
    push(k, { a: a.prepared.starts[pair.a]!, b: b.prepared.starts[pair.b]! });
    push(k + 1, { a: a.prepared.ends[pair.a]!, b: b.prepared.ends[pair.b]! });
  });
  push(pairs.length, end);
  return pieces;
}

/** An edit without the white space at its ends, cut at labels, and cut in two where whole sentences have nothing in common. */
function tidied(a: TextWords, b: TextWords, edit: Edit): Edit[] {
  if (edit.form) return [edit];
  // A label that is printed alike is no difference, whatever is made of it.
  if (a.prepared.text.slice(edit.a, edit.aEnd) === b.prepared.text.slice(edit.b, edit.bEnd)) return [];
  return peeled(a, b, edit).flatMap((piece) => {
    if (piece.form) return [piece];
    if (piece.a === piece.aEnd || piece.b === piece.bEnd) return partedAtLabels(a, b, piece);
    return Math.max(piece.awEnd - piece.aw, piece.bwEnd - piece.bw) > ANSWER &&
      areSentences(a, piece.a, piece.aEnd) &&
      areSentences(b, piece.b, piece.bEnd)
      ? leftOutAndPutIn(piece)
      : [piece];
  });
}

/** Different white space before and behind the words, as edits of their own, where both texts have some. */
function peeled(a: TextWords, b: TextWords, edit: Edit): Edit[] {
  const [x, y] = [a.prepared.text, b.prepared.text];
  let [aStart, bStart, aStop, bStop] = [edit.a, edit.b, edit.aEnd, edit.bEnd];
  while (aStart < aStop && SPACE.test(x[aStart]!)) aStart++;
  while (bStart < bStop && SPACE.test(y[bStart]!)) bStart++;
  if (aStart === edit.a || bStart === edit.b) [aStart, bStart] = [edit.a, edit.b];
  while (aStop > aStart && SPACE.test(x[aStop - 1]!)) aStop--;
  while (bStop > bStart && SPACE.test(y[bStop - 1]!)) bStop--;
  if (aStop === edit.aEnd || bStop === edit.bEnd) [aStop, bStop] = [edit.aEnd, edit.bEnd];
  const core = { ...edit, a: aStart, aEnd: aStop, b: bStart, bEnd: bStop };
  const out: Edit[] = [];
  const blank = (from: Edit): void => {
    if (x.slice(from.a, from.aEnd) !== y.slice(from.b, from.bEnd)) out.push({ ...from, form: true });
  };
  blank({ ...edit, aEnd: aStart, bEnd: bStart, awEnd: edit.aw, bwEnd: edit.bw });
  out.push(core);
  blank({ ...edit, a: aStop, b: bStop, aw: edit.awEnd, bw: edit.bwEnd });
  return out;
}

const SPACE = /\s/;

/** "No." in the place of "Yes." is a replacement; longer sentences with nothing in common are two differences. */
const ANSWER = 3;

/** Characters in which the mark between two sentences stands. */
const EDGE = 6;

/** Words that make whole sentences, by the marks before and at the end of them. */
function areSentences({ prepared: { text } }: TextWords, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - EDGE), start);
  if (start > 0 && !/[.?!…。？！\n][”’"»)\]\s]*$/.test(before)) return false;
  const last = text.slice(Math.max(start, end - EDGE), end);
  return (
    /[.?!…。？！][”’"»)\]\s]*$/.test(last) ||
    end === text.length ||
    /^(?:[.?!…。？！]|\s*\n)/.test(text.slice(end, end + EDGE))
  );
}

function leftOutAndPutIn(edit: Edit): Edit[] {
  return [
    { ...edit, bEnd: edit.b, bwEnd: edit.bw },
    { ...edit, a: edit.aEnd, aw: edit.awEnd },
  ];
}

/**
 * Cuts what one text alone has before and behind a label, unless it is that whole turn: "… for it. MOREAU:" left out
 * is words left out, and words given to another speaker.
 */
function partedAtLabels(a: TextWords, b: TextWords, edit: Edit): Edit[] {
  const onlyA = edit.b === edit.bEnd;
  const own = onlyA ? a : b;
  const { starts } = own.prepared;
  const [from, to] = onlyA ? [edit.aw, edit.awEnd] : [edit.bw, edit.bwEnd];
  const bounds = [from];
  for (let i = from; i < to; i++) {
    if (own.marks[i] !== LABEL) continue;
    const turn = own.turnOf[i]!;
    const whole = turn >= 0 && (to === own.prepared.count || own.turnOf[to] !== turn);
    for (const word of whole ? [i] : [i, i + 1]) if (word > bounds.at(-1)! && word < to) bounds.push(word);
  }
  if (bounds.length === 1) return [edit];
  return bounds.map((word, k) => {
    const next = bounds[k + 1];
    const side = onlyA ? edit.a : edit.b;
    const start = k === 0 ? side : starts[word]!;
    const stop = next === undefined ? (onlyA ? edit.aEnd : edit.bEnd) : starts[next]!;
    return onlyA
      ? { ...edit, a: start, aEnd: stop, aw: word, awEnd: next ?? to }
      : { ...edit, b: start, bEnd: stop, bw: word, bwEnd: next ?? to };
  });
}
