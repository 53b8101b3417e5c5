/**
 * Compares two records of one occasion, or two wordings of one text: turns first, then the words of each turn, then
 * words put elsewhere. Every difference has its class and what it touches; what concerns a label or a stage note and
 * no spoken word says so; captions give the minute. Applying the differences to the first text gives the second, to
 * the character, whatever was found about turns.
 */
import type { Span } from '#base/index.js';
import type { Change, NamesContext } from '#record/index.js';
import { alignWithin } from './align.js';
import { TableSpace, alignTable } from './align-table.js';
import { dropChance, joinReplacements, shiftGaps } from './align-presentable.js';
import { changeOf, editsBetween } from './changes.js';
import { Classifier } from './classify.js';
import { LABEL, NOTE, SPOKEN, type ComparisonText, type TextWords, Voices, sameVoice, textWords } from './compare-words.js';
import { type Remark, remarksOf } from './compare-remarks.js';
import type { Edit } from './edit.js';
import { withMoves } from './moves.js';
import type { Pair } from './pair.js';
import { Interner, joinWords } from './prepare.js';
import { type Stretch, alignTurns } from './turns.js';

/** Seconds from the beginning of a recording. */
export interface Moment {
  readonly from: number;
  readonly to: number;
}

/** A Change with what is known of its place in two records. */
export interface Difference extends Change {
  /** It concerns who is printed as the speaker, or a stage note, and no spoken word. */
  readonly of?: 'label' | 'stage note';
  /** When the words are heard, where the text has cues with their times; those of the nearest cue where it has no words. */
  readonly time?: { readonly a: Moment | null; readonly b: Moment | null };
  /** Index of the turn that the words stand in, on each side; -1 where it is none. Left out where no text has turns. */
  readonly turn?: { readonly a: number; readonly b: number };
  /** Of words that came from elsewhere: what differs between them there (`a`) and here (`b`). */
  readonly within?: readonly Change[];
}

/** What stands between two texts. */
export interface Comparison {
  /** In order; applying them to `a` gives `b`, to the character. */
  readonly changes: readonly Difference[];
  /** Words of each text, and how many stand in both at the same place. */
  readonly words: { readonly a: number; readonly b: number; readonly both: number };
  /** What concerns whole turns: missing, moved, given to another speaker, half a question gone. */
  readonly remarks: readonly Remark[];
}

export interface CompareOptions {
  /** Who is known, to tell whether two labels mean one person. */
  readonly people?: NamesContext;
}

/** Compares two texts in one language; `language` is a BCP 47 subtag. */
export function compareTexts(
  a: ComparisonText,
  b: ComparisonText,
  language: string | null = null,
  { people }: CompareOptions = {},
): Comparison {
  const interner = new Interner();
  const voices = new Voices(people);
  const x = textWords(a, interner, voices, language);
  const y = textWords(b, interner, voices, language);
  joinWords([x.prepared, y.prepared], interner);
  const classifier = new Classifier(language);
  const { pairs, edits } = collate(x, y, new TableSpace(), classifier);
  const both = pairs.reduce((sum, { kind, an }) => sum + (kind === 'same' ? an : 0), 0);
  const away = new Map<number, Edit>();
  for (const edit of edits) if (edit.move !== undefined && !edit.came) away.set(edit.move, edit);
  const found = withContinuation(
    a,
    b,
    edits.map((edit) => differenceOf(x, y, edit, away.get(edit.move ?? 0), classifier)),
    x.prepared.count,
  );
  return {
    changes: found,
    words: { a: x.prepared.count, b: y.prepared.count, both },
    remarks: remarksOf(x, y, pairs, edits, found),
  };
}

/** Two texts aligned: the pairs of words in order, and what differs, with moves. */
export interface Collation {
  readonly pairs: readonly Pair[];
  readonly edits: readonly Edit[];
}

/** Aligns two texts by turns and words. `space` and `classifier` are shared by all collations of one run. */
export function collate(a: TextWords, b: TextWords, space: TableSpace, classifier: Classifier): Collation {
  const [p, q] = [a.prepared, b.prepared];
  const pairs: Pair[] = [];
  const edits: Edit[] = [];
  const stretches = alignTurns(a, b);
  stretches.forEach((stretch, i) => {
    const { a0, a1, b0, b1, alike } = stretch;
    let own: Pair[] = [];
    if (!alike) own = labelsOnly(a, b, stretch);
    else if (a0 < a1 && b0 < b1) {
      alignWithin(p, a0, a1, q, b0, b1, own, (i0, i1, j0, j1) => alignTable(p, i0, i1, q, j0, j1, space, own));
      shiftGaps(a, b, own);
      own = joinReplacements(a, b, dropChance(a, own, stretch, classifier.lexicon), classifier.lexicon);
    }
    for (const pair of own) pairs.push(pair);
    const next = stretches[i + 1];
    const start = i === 0 ? { a: 0, b: 0 } : { a: placeOf(a, a0), b: placeOf(b, b0) };
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
      pieces.push({ pairs: pairs.slice(from, to), within: { a: { start: at.a, end: place.a }, b: { start: at.b, end: place.b } } });
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
    return areSentences(a, piece.a, piece.aEnd) && areSentences(b, piece.b, piece.bEnd) ? leftOutAndPutIn(piece) : [piece];
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

/** Characters in which the mark between two sentences stands. */
const EDGE = 6;

/** Words that make whole sentences, by the marks before and at the end of them. */
function areSentences({ prepared: { text } }: TextWords, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - EDGE), start);
  if (start > 0 && !/[.?!…。？！\n][”’"»)\]\s]*$/.test(before)) return false;
  const last = text.slice(Math.max(start, end - EDGE), end);
  return /[.?!…。？！][”’"»)\]\s]*$/.test(last) || end === text.length || /^(?:[.?!…。？！]|\s*\n)/.test(text.slice(end, end + EDGE));
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

/** `away` is the other end of a move. */
function differenceOf(a: TextWords, b: TextWords, edit: Edit, away: Edit | undefined, classifier: Classifier): Difference {
  const [p, q] = [a.prepared, b.prepared];
  const of = concern(a, b, edit);
  let come: { readonly within?: readonly Change[] } = {};
  let change: Change = changeOf(p, q, spokenOnly(a, b, edit), classifier);
  if (edit.came && away) {
    const inside = within(a, b, away, edit, edit.came.pairs, classifier);
    change = { ...change, flags: [...new Set(inside.flatMap(({ flags }) => flags))] };
    if (inside.length > 0) come = { within: inside };
  } else if (of === 'label') {
    change = { ...change, class: otherSpeaker(a, b, edit) ? 'speaker change' : 'punctuation only', flags: [] };
  } else if (of === 'stage note') {
    const both = edit.aw < edit.awEnd && edit.bw < edit.bwEnd;
    change = { ...change, class: both && !edit.form ? 'replacement' : change.class, flags: [] };
  } else if (edit.move === undefined && !edit.form) {
    if (change.class !== 'replacement' && edit.aw < edit.awEnd && edit.bw < edit.bwEnd) change = asReplacement(change);
    if (isFalseStart(a, edit.aw, edit.awEnd, edit.bwEnd - edit.bw, classifier) || isFalseStart(b, edit.bw, edit.bwEnd, edit.awEnd - edit.aw, classifier))
      change = { ...change, class: 'filler only', flags: [] };
  }
  const time = timeOf(a, b, edit);
  return {
    ...change,
    ...come,
    ...(of === undefined ? {} : { of }),
    ...(time === null ? {} : { time }),
    ...(a.turns.length + b.turns.length === 0
      ? {}
      : { turn: { a: turnBehind(a, edit.aw), b: turnBehind(b, edit.bw) } }),
  };
}

/** Words in the place of a stage note are put for it, and the other way round. */
function asReplacement(change: Change): Change {
  return change.class === 'omission' || change.class === 'addition' ? { ...change, class: 'replacement' } : change;
}

/** Labels at the ends say nothing about the words between them. */
function spokenOnly(a: TextWords, b: TextWords, edit: Edit): Edit {
  let { aw, bw } = edit;
  while (aw < edit.awEnd && a.marks[aw] !== SPOKEN) aw++;
  while (bw < edit.bwEnd && b.marks[bw] !== SPOKEN) bw++;
  if (aw === edit.awEnd && bw === edit.bwEnd) return edit;
  return { ...edit, aw, bw };
}

function concern(a: TextWords, b: TextWords, edit: Edit): 'label' | 'stage note' | undefined {
  let mark = -1;
  for (const [side, from, to] of [[a, edit.aw, edit.awEnd], [b, edit.bw, edit.bwEnd]] as const) {
    for (let i = from; i < to; i++) {
      if (side.marks[i] === SPOKEN || (mark >= 0 && side.marks[i] !== mark)) return undefined;
      mark = side.marks[i]!;
    }
  }
  return mark < 0 ? undefined : mark === NOTE ? 'stage note' : 'label';
}

/** Whether the words behind a label are given to somebody else in the other text. */
function otherSpeaker(a: TextWords, b: TextWords, edit: Edit): boolean {
  const [s, t] = [turnBehind(a, edit.awEnd), turnBehind(b, edit.bwEnd)];
  if (s < 0 || t < 0) return false;
  return sameVoice(a.voices[s]!, a.turns[s]!.kind, b.voices[t]!, b.turns[t]!.kind) === 'different';
}

/** The turn of word i; behind the last word, that of the last. */
function turnBehind({ prepared: { count }, turnOf }: TextWords, i: number): number {
  return turnOf[Math.min(i, count - 1)] ?? -1;
}

/** What differs between words that were moved, there and here; white space and marks at the ends left aside. */
function within(
  a: TextWords,
  b: TextWords,
  away: Edit,
  here: Edit,
  pairs: readonly Pair[],
  classifier: Classifier,
): Change[] {
  const [p, q] = [a.prepared, b.prepared];
  const bounds = { a: { start: away.a, end: away.aEnd }, b: { start: here.b, end: here.bEnd } };
  return editsBetween(p, q, pairs, { within: bounds, whiteSpace: 'ignored' })
    .filter(({ form, aw, awEnd }) => !form || (aw > away.aw && awEnd < away.awEnd))
    .map((edit) => changeOf(p, q, edit, classifier));
}

/**
 * Words that one text alone has and that are said again at once: "we are, we are running", "well, the answer is, the
 * answer is no": a speaker's false start, with words said while thinking.
 */
function isFalseStart(side: TextWords, from: number, to: number, other: number, { lexicon }: Classifier): boolean {
  if (other > 0 || to <= from || to - from > FALSE_START) return false;
  const { ids, folded, count } = side.prepared;
  let first = from;
  while (first < to && lexicon.filler(folded[first]!)) first++;
  if (first === to) return true;
  const length = to - first;
  const again = (at: number): boolean => {
    if (at < 0 || at + length > count) return false;
    for (let k = 0; k < length; k++) if (ids[at + k] !== ids[first + k] || side.marks[first + k] !== SPOKEN) return false;
    return true;
  };
  return again(to) || again(first - length);
}

/** Words of a false start, at most; longer, it is rather said twice. */
const FALSE_START = 10;

function timeOf(a: TextWords, b: TextWords, edit: Edit): { a: Moment | null; b: Moment | null } | null {
  const inA = momentOf(a, edit.a, edit.aEnd);
  const inB = momentOf(b, edit.b, edit.bEnd);
  return inA === null && inB === null ? null : { a: inA, b: inB };
}

/** From the first to the last cue that the characters [start, end) lie in. */
function momentOf({ blocks }: TextWords, start: number, end: number): Moment | null {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const first = blocks[Math.min(low, blocks.length - 1)]?.time;
  if (first === undefined) return null;
  let { to } = first;
  for (let i = low; i < blocks.length && blocks[i]!.start < end; i++) to = blocks[i]!.time?.to ?? to;
  return { from: first.from, to };
}

/** A second text that only goes on where the first ends is its continuation. */
function withContinuation(a: ComparisonText, b: ComparisonText, changes: readonly Difference[], words: number): Difference[] {
  const last = changes.at(-1);
  const continues =
    last?.class === 'addition' &&
    last.a.end === a.text.length &&
    last.b.end === b.text.length &&
    words > 0 &&
    changes.every((change) => change === last || change.class === 'punctuation only');
  if (!continues) return [...changes];
  return changes.map((change) => (change === last ? { ...change, class: 'continuation', flags: [] } : change));
}
