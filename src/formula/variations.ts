/**
 * Variations of a formula: places that hold most of its words in order, with words put in, left out or exchanged. The
 * phrase is fitted into the sentence around each place, and what lies between its first and last word there is the
 * reading. A word exchanged at an end of the phrase is taken in only where it stands in the place of one that carries
 * something: "grave concern" for "serious concern", but not whatever happens to stand before "concern".
 */
import { overlaps, type Span } from '#base/index.js';
import type { Prepared } from '#collate/index.js';
import type { NearUse } from '#record/index.js';
import { sentences } from '#text/index.js';
import { formulaWords, isUnspaced } from './known-runs.js';
import type { Bench } from './wording.js';

/** A stretch of held text that reads a phrase in other words. `start` and `end` count in the text of the version. */
export interface Variation extends Span {
  readonly use: NearUse;
  readonly text: string;
  readonly words: readonly string[];
  /** Words of the phrase that it stands for: all of them, or of a witness in part those from `a` to `aEnd`. */
  readonly a: number;
  readonly aEnd: number;
}

/** Phrases shorter than this have no variations: two words in three are another phrase. */
export const FEWEST_VARIED = 3;
/** Words that may be put in, left out or exchanged, by the length of the phrase; straight lines between. */
const EDITS: readonly (readonly [words: number, edits: number])[] = [
  [3, 1],
  [8, 2],
  [12, 3],
  [20, 8],
];
/** Bits beyond chance that the runs in common must have together. */
export const VARIATION_MARGIN = 2;
export const WITNESS_MARGIN = 4;
/** Words of a saying that a witness has at least, and the share of all. */
const LEAST_WITNESSED = 4;
const SHARE_WITNESSED = 0.25;

/** How many words of a phrase may differ in a variation. */
export function allowedEdits(words: number): number {
  if (words < FEWEST_VARIED) return 0;
  for (let k = 1; k < EDITS.length; k++) {
    const [from, low] = EDITS[k - 1]!;
    const [to, high] = EDITS[k]!;
    if (words <= to) return Math.floor(low + ((high - low) * (words - from)) / (to - from));
  }
  return Math.floor(words * 0.4);
}

/** How a phrase lies at a place: which of its words stand there, and between which words of the passage. */
interface Lying {
  readonly sentence: Prepared;
  /** Offset of the sentence in the passage. */
  readonly offset: number;
  /** Words of the phrase from the first that stands there to the last, and of the sentence. */
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
  /** Words of the phrase that stand there, and of the sentence that are theirs. */
  readonly matched: number;
  readonly taken: number;
}

/** The best place of the phrase in a passage: in one sentence, or over those that it takes if it has several itself. */
function lies(phrase: Prepared, several: boolean, use: NearUse, bench: Bench): Lying | null {
  const { start: origin, text } = use.passage;
  const touched = sentences(text, bench.language).filter((span) =>
    use.runs.some((run) => overlaps({ start: origin + span.start, end: origin + span.end }, run)),
  );
  const spans = several && touched.length > 1 ? [{ start: touched[0]!.start, end: touched.at(-1)!.end }] : touched;
  let best: Lying | null = null;
  for (const { start, end } of spans) {
    const sentence = bench.prepare(text.slice(start, end));
    const pairs = bench.place(phrase, sentence).filter(({ kind }) => kind !== 'other');
    const [first] = pairs;
    const last = pairs.at(-1);
    if (!first || !last) continue;
    const matched = pairs.reduce((sum, { an }) => sum + an, 0);
    if (best && best.matched >= matched) continue;
    best = reaching(phrase, {
      sentence,
      offset: start,
      a: first.a,
      aEnd: last.a + last.an,
      b: first.b,
      bEnd: last.b + last.bn,
      matched,
      taken: pairs.reduce((sum, { bn }) => sum + bn, 0),
    });
  }
  return best;
}

/**
 * Takes in the ends of the phrase that stand a few words further on: a word left out costs less than several put in
 * before it, but what is put in before the last word is put in.
 */
function reaching(phrase: Prepared, lying: Lying): Lying {
  const { sentence } = lying;
  let { a, aEnd, b, bEnd, matched, taken } = lying;
  for (let next = aEnd; next < phrase.count; next++)
    for (let at = bEnd; at < Math.min(sentence.count, bEnd + REACH); at++) {
      if (sentence.ids[at] !== phrase.ids[next]) continue;
      [aEnd, bEnd, matched, taken] = [next + 1, at + 1, matched + 1, taken + 1];
      break;
    }
  for (let next = a - 1; next >= 0; next--)
    for (let at = b - 1; at >= Math.max(0, b - REACH); at--) {
      if (sentence.ids[at] !== phrase.ids[next]) continue;
      [a, b, matched, taken] = [next, at, matched + 1, taken + 1];
      break;
    }
  return { ...lying, a, aEnd, b, bEnd, matched, taken };
}

/** Words that may stand between the ends of a phrase and the rest of it. */
const REACH = 5;

/** The variation at a place, or null if the place does not hold enough of the phrase, or holds it to the word. */
export function variationAt(phrase: Prepared, use: NearUse, chance: number, bench: Bench): Variation | null {
  const lying = lies(phrase, isSeveral(phrase, bench), use, bench);
  if (!lying) return null;
  const { sentence, matched, taken } = lying;
  const carries = (word: string | undefined): boolean => word !== undefined && !bench.lexicon.functionWord(word);
  let { b: from, bEnd: to } = lying;
  // Exchanged ends: word for word, as long as both carry something.
  for (let a = lying.a - 1; a >= 0 && from > 0 && carries(phrase.folded[a]) && carries(sentence.folded[from - 1]); a--)
    from--;
  for (
    let a = lying.aEnd;
    a < phrase.count && to < sentence.count && carries(phrase.folded[a]) && carries(sentence.folded[to]);
    a++
  )
    to++;
  const edits = Math.max(phrase.count - matched, to - from - taken);
  if (edits === 0 || edits > allowedEdits(phrase.count) || !isTelling(phrase, use, chance, VARIATION_MARGIN))
    return null;
  return { ...cut(lying, from, to, use), a: 0, aEnd: phrase.count };
}

/**
 * What a witness of a saying has of it: all of it in whatever words, or a part, to which it then is a witness. Null
 * for a place that holds too little, or too little of what it seems to hold.
 */
export function witnessedAt(saying: Prepared, use: NearUse, chance: number, bench: Bench): Variation | null {
  const lying = lies(saying, isSeveral(saying, bench), use, bench);
  if (!lying) return null;
  const { a, aEnd, b, bEnd, matched, taken } = lying;
  const covered = aEnd - a;
  if (matched < Math.max(LEAST_WITNESSED, saying.count * SHARE_WITNESSED)) return null;
  const edits = Math.max(covered - matched, bEnd - b - taken);
  if (edits > Math.max(1, allowedEdits(covered)) || !isTelling(saying, use, chance, WITNESS_MARGIN)) return null;
  return { ...cut(lying, b, bEnd, use), a, aEnd };
}

function cut({ sentence, offset }: Lying, from: number, to: number, use: NearUse): Omit<Variation, 'a' | 'aEnd'> {
  const { start: origin, text } = use.passage;
  const start = offset + sentence.starts[from]!;
  const end = offset + sentence.ends[to - 1]!;
  return {
    use,
    start: origin + start,
    end: origin + end,
    text: text.slice(start, end),
    words: sentence.folded.slice(from, to),
  };
}

function isSeveral(phrase: Prepared, bench: Bench): boolean {
  return sentences(phrase.text, bench.language).length > 1;
}

/** Whether the runs in common are more than chance: one long enough to be a formula, or all of them together. */
function isTelling(phrase: Prepared, { runs }: NearUse, chance: number, margin: number): boolean {
  const formula = formulaWords(chance, isUnspaced(phrase.folded));
  const bits = runs.reduce((sum, run) => sum + run.bits, 0);
  return bits >= chance + margin || runs.some((run) => run.words >= formula);
}
