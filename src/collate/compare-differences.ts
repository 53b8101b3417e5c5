/** What differs between two records, each difference with its class, what it touches, its turn and its minute. */
import type { Change } from '#record/index.js';
import { changeOf, editsBetween } from './changes.js';
import type { Classifier } from './classify.js';
import { NOTE, SPOKEN, type TextWords, sameVoice } from './compare-words.js';
import type { Edit } from './edit.js';
import type { Pair } from './pair.js';

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

/** The differences that edits are, in their order. */
export function differencesOf(
  a: TextWords,
  b: TextWords,
  edits: readonly Edit[],
  classifier: Classifier,
): Difference[] {
  const away = new Map<number, Edit>();
  for (const edit of edits) if (edit.move !== undefined && !edit.came) away.set(edit.move, edit);
  return edits.map((edit) => differenceOf(a, b, edit, away.get(edit.move ?? 0), classifier));
}

/** `away` is the other end of a move. */
function differenceOf(
  a: TextWords,
  b: TextWords,
  edit: Edit,
  away: Edit | undefined,
  classifier: Classifier,
): Difference {
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
    if (isOnlyNotes(a, edit.aw, edit.awEnd) !== isOnlyNotes(b, edit.bw, edit.bwEnd))
      change = { ...change, class: 'replacement' };
    if (
      isFalseStart(a, edit.aw, edit.awEnd, edit.bwEnd - edit.bw, classifier) ||
      isFalseStart(b, edit.bw, edit.bwEnd, edit.awEnd - edit.aw, classifier)
    )
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

/** Whether there are words, and all are notes: what stands in their place is put for them. */
function isOnlyNotes({ marks }: TextWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (marks[i] !== NOTE) return false;
  return to > from;
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
  for (const [side, from, to] of [
    [a, edit.aw, edit.awEnd],
    [b, edit.bw, edit.bwEnd],
  ] as const) {
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
export function isFalseStart(
  side: TextWords,
  from: number,
  to: number,
  other: number,
  { lexicon }: Classifier,
): boolean {
  if (other > 0 || to <= from || to - from > FALSE_START) return false;
  const { ids, folded, count } = side.prepared;
  let first = from;
  while (first < to && lexicon.filler(folded[first]!)) first++;
  if (first === to) return true;
  const length = to - first;
  const again = (at: number): boolean => {
    if (at < 0 || at + length > count) return false;
    for (let k = 0; k < length; k++)
      if (ids[at + k] !== ids[first + k] || side.marks[first + k] !== SPOKEN) return false;
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
export function momentOf({ blocks }: TextWords, start: number, end: number): Moment | null {
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
