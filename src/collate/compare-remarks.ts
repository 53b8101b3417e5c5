/**
 * What a comparison says of whole turns. A turn is missing if next to none of its words stand in the other text; half
 * a question is missing if a clause of it that ends in a question mark does, since the answer behind it was given to
 * the whole. These are findings about the records, never about the speakers.
 */
import type { Edit } from './edit.js';
import type { Difference } from './compare-differences.js';
import { SPOKEN, sameVoice, type TextWords, wordFrom } from './compare-words.js';
import type { Pair } from './pair.js';

/**
 * turn missing · question missing, its answer is there · answer missing, its question is there · part of a question
 * missing · turn moved · speaker change: the same words are given to another.
 */
export type RemarkKind =
  | 'turn missing'
  | 'question missing'
  | 'answer missing'
  | 'part of a question missing'
  | 'turn moved'
  | 'speaker change';

export interface Remark {
  readonly kind: RemarkKind;
  /** Which text lacks the words; of a move and of a change of speaker, the second. */
  readonly missingIn: 'a' | 'b';
  /** Indices of the turns it speaks of, into the turns of each text; -1 where it has none. */
  readonly turn: { readonly a: number; readonly b: number };
  /** Index of the difference that shows it; -1 where none does. */
  readonly difference: number;
  /** Of a move: how many turns stand elsewhere. */
  readonly turns?: number;
  /** Of a question: which part is missing. */
  readonly part?: 'first half' | 'second half' | 'part';
  /** Of a question, or a part of one: whether the other text has the answer behind it. */
  readonly answered?: boolean;
}

/** Share of the words of a turn that may stand in the other text by chance. */
const CHANCE = 0.2;
/** Spoken words of a turn or a clause that are worth a remark. */
const WORDS = 4;
const TURN_WORDS = 2;
const HALF = 0.25;

/** The remarks on two compared texts, in the order of the differences. */
export function remarksOf(
  a: TextWords,
  b: TextWords,
  pairs: readonly Pair[],
  edits: readonly Edit[],
  differences: readonly Difference[],
): Remark[] {
  if (a.turns.length < 2 || b.turns.length < 2) return [];
  const x = new Side(a, 'a', pairs, edits);
  const y = new Side(b, 'b', pairs, edits);
  const remarks = [...missing(x, y, differences), ...missing(y, x, differences), ...otherVoices(x, y, differences)];
  edits.forEach((edit, difference) => {
    if (edit.move === undefined || !edit.came) return;
    const { a0, a1 } = edit.came;
    const whole = x.turns.flatMap(({ from, to }, t) => (from >= a0 && to <= a1 && to - from >= TURN_WORDS ? [t] : []));
    const [first] = whole;
    if (first === undefined) return;
    const b = y.turns.findIndex(({ from, to }) => from >= edit.bw && to <= edit.bwEnd);
    remarks.push({ kind: 'turn moved', missingIn: 'b', turn: { a: first, b }, difference, turns: whole.length });
  });
  return remarks.toSorted((p, q) => p.difference - q.difference);
}

interface TurnWords {
  readonly from: number;
  readonly to: number;
  readonly spoken: number;
  /** Spoken words that stand in the other text at the same place, or were moved. */
  readonly kept: number;
}

/** One text with what the other has of each of its turns. */
class Side {
  readonly words: TextWords;
  readonly name: 'a' | 'b';
  readonly turns: readonly TurnWords[];
  /** For each word, the word it stands against; -1 for none. */
  readonly against: Int32Array;
  readonly edits: readonly Edit[];

  constructor(words: TextWords, name: 'a' | 'b', pairs: readonly Pair[], edits: readonly Edit[]) {
    this.words = words;
    this.name = name;
    this.edits = edits;
    const { count } = words.prepared;
    this.against = new Int32Array(count).fill(-1);
    const moved = new Uint8Array(count);
    for (const { a, an, b, bn } of pairs) {
      const [from, n, other] = name === 'a' ? [a, an, b] : [b, bn, a];
      for (let k = 0; k < n; k++) this.against[from + k] = other;
    }
    for (const edit of edits) {
      if (edit.move === undefined) continue;
      const [from, to] = name === 'a' ? [edit.aw, edit.awEnd] : [edit.bw, edit.bwEnd];
      moved.fill(1, from, to);
    }
    this.turns = words.turns.map(({ start, end }) => {
      const [from, to] = [wordFrom(words.prepared, start), wordFrom(words.prepared, end)];
      let spoken = 0;
      let kept = 0;
      for (let i = from; i < to; i++) {
        if (words.marks[i] !== SPOKEN) continue;
        spoken++;
        if (this.against[i]! >= 0 || moved[i] === 1) kept++;
      }
      return { from, to, spoken, kept };
    });
  }

  isMissing(t: number): boolean {
    const turn = this.turns[t];
    return turn !== undefined && turn.spoken >= TURN_WORDS && turn.kept <= CHANCE * turn.spoken;
  }

  /** The turn of the other text that has most of the words of turn t; -1 if it has none of them. */
  partner(t: number, other: Side): number {
    const { from, to } = this.turns[t]!;
    const votes = new Map<number, number>();
    let best = -1;
    let u = 0;
    for (let i = from; i < to; i++) {
      const word = this.against[i]!;
      if (word < 0) continue;
      while (u < other.turns.length && other.turns[u]!.to <= word) u++;
      if (u === other.turns.length) break;
      if (other.turns[u]!.from > word) continue;
      votes.set(u, (votes.get(u) ?? 0) + 1);
      if (best < 0 || votes.get(u)! > votes.get(best)!) best = u;
    }
    return best;
  }

  /** Words [from, to) of this text that an edit changes. */
  range(edit: Edit): readonly [number, number] {
    return this.name === 'a' ? [edit.aw, edit.awEnd] : [edit.bw, edit.bwEnd];
  }

  /** The edit that has these words of this text. */
  editWith(from: number, to: number): number {
    return this.edits.findIndex((edit) => {
      const [start, end] = this.range(edit);
      return start < to && end > from;
    });
  }
}

/** Turns of `x`, and clauses of its questions, that `y` lacks. */
function* missing(x: Side, y: Side, differences: readonly Difference[]): Generator<Remark> {
  const at = (turn: number, other: number): Remark['turn'] =>
    x.name === 'a' ? { a: turn, b: other } : { a: other, b: turn };
  for (let t = 0; t < x.turns.length; t++) {
    const { from, to } = x.turns[t]!;
    const { kind } = x.words.turns[t]!;
    const answer = x.words.turns[t + 1]?.kind === 'answer' && !x.isMissing(t + 1);
    if (x.isMissing(t)) {
      const difference = x.editWith(from, to);
      if (difference < 0 || isReplaced(x, y, differences[difference]!)) continue;
      const question = kind === 'question' && answer;
      const missingAnswer = kind === 'answer' && x.words.turns[t - 1]?.kind === 'question' && !x.isMissing(t - 1);
      yield {
        kind: question ? 'question missing' : missingAnswer ? 'answer missing' : 'turn missing',
        missingIn: y.name,
        turn: at(t, -1),
        difference,
        ...(question ? { answered: true } : {}),
      };
      continue;
    }
    if (kind !== 'question') continue;
    const clause = missingClause(x, t, differences);
    if (clause === null) continue;
    yield {
      kind: 'part of a question missing',
      missingIn: y.name,
      turn: at(t, x.partner(t, y)),
      difference: clause.difference,
      part: clause.part,
      answered: answer,
    };
  }
}

/** Whether the other text has other words of the same speaker in that place: then it is no turn less. */
function isReplaced(x: Side, y: Side, { a, b, turn }: Difference): boolean {
  const other = x.name === 'a' ? b : a;
  const theirs = x.name === 'a' ? turn?.b : turn?.a;
  return other.text.trim() !== '' && theirs !== undefined && theirs >= 0 && y.isMissing(theirs);
}

const QUESTION_MARK = /[?？؟]/;

/** The longest clause of question t that the other text lacks and that asks something. */
function missingClause(
  x: Side,
  t: number,
  differences: readonly Difference[],
): { readonly difference: number; readonly part: NonNullable<Remark['part']> } | null {
  const { from, to, spoken } = x.turns[t]!;
  let best: { difference: number; part: NonNullable<Remark['part']> } | null = null;
  let most = 0;
  x.edits.forEach((edit, difference) => {
    const [start, end] = x.range(edit);
    if (start >= to || end <= from || edit.form || edit.move !== undefined) return;
    const [first, last] = [Math.max(start, from), Math.min(end, to)];
    const words = last - first;
    const put = x.name === 'a' ? edit.bwEnd - edit.bw : edit.awEnd - edit.aw;
    if (words < WORDS || words - put < HALF * spoken || words <= most || put > words / 3) return;
    if (differences[difference]!.class === 'filler only' || !asks(x.words, first, last)) return;
    most = words;
    const middle = (first + last) / 2 - from;
    const part = last >= to - 1 ? 'second half' : middle < (to - from) / 2 && last < to - WORDS ? 'first half' : 'part';
    best = { difference, part };
  });
  return best;
}

/** Whether the sentence that words [from, to) end in is a question, and they are a clause of it or more. */
function asks({ prepared, marks }: TextWords, from: number, to: number): boolean {
  const { text, starts, ends, count } = prepared;
  const before = from === 0 ? '' : text.slice(ends[from - 1], starts[from]);
  const behind = text.slice(ends[to - 1], to < count ? starts[to]! : text.length);
  const clause = /[.,;:?!…—–？。，؟،\n-]/;
  if (from > 0 && marks[from - 1] === SPOKEN && !clause.test(before) && !clause.test(behind)) return false;
  const sentence = /^[^.!?…。？！؟\n]*([.!?…。？！؟]?)/.exec(text.slice(ends[to - 1]));
  return QUESTION_MARK.test(sentence?.[1] ?? '') || QUESTION_MARK.test(text.slice(starts[from], ends[to - 1]));
}

/** Turns that have the same words in both texts and another speaker. */
function* otherVoices(x: Side, y: Side, differences: readonly Difference[]): Generator<Remark> {
  for (let t = 0; t < x.turns.length; t++) {
    const { from, to, spoken, kept } = x.turns[t]!;
    if (spoken < TURN_WORDS || kept * 2 < spoken) continue;
    const u = x.partner(t, y);
    if (u < 0) continue;
    const voices = sameVoice(x.words.voices[t]!, x.words.turns[t]!.kind, y.words.voices[u]!, y.words.turns[u]!.kind);
    if (voices !== 'different') continue;
    const own = differences.findIndex(({ class: kind, turn }) => kind === 'speaker change' && turn?.a === t);
    const difference = own >= 0 ? own : x.editWith(Math.max(0, from - 1), to);
    yield { kind: 'speaker change', missingIn: 'b', turn: { a: t, b: u }, difference };
  }
}
