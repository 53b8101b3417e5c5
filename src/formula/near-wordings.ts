/**
 * Earlier wordings of a sentence that is not held to the word. Of all held sentences near enough, the nearest is the
 * one that shares most words in the same order, and the latest of equals, because officials write from the last text.
 *
 * Enough is two things. First a share of the words of both sentences, more for short ones, where words that match with
 * no neighbour count half. Then more than chance: some run of words long enough to be a formula by itself, or runs
 * that are rarer together than an archive of this size brings about. A run is as rare as it is held seldom, in bits,
 * not as the sum of its words: "I don't think we have" is five words and says nothing.
 */
import { overlaps, type Span } from '#base/index.js';
import type { NearUse } from '#record/index.js';
import type { Prepared } from '#collate/index.js';
import { formulaWords, isUnspaced } from './known-runs.js';
import type { Bench, Likeness } from './wording.js';

/** A held sentence near another. `start` and `end` count in the text of its version. */
export interface NearWording {
  readonly use: NearUse;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly words: readonly string[];
  readonly prepared: Prepared;
  readonly likeness: Likeness;
}

/** Share of the words of both that must match, by the mean of their lengths; straight lines between. */
const SHARES: readonly (readonly [words: number, share: number])[] = [
  [4, 0.7],
  [8, 0.55],
  [12, 0.46],
  [20, 0.44],
];
/** Under this many words nothing but the same words is near: whatever is said in so few is said often. */
const FEWEST = 4;
/**
 * Bits that the runs of words in common must have together beyond chance, of the bits of chance: in a small archive
 * what is held once says less than it could, since nothing can be rarer there than held once.
 */
const MARGIN = 1 / 3;
/** Of sentences that share less than this, more bits are asked: so many times those of chance for all of it. */
const HALF_WAY = 0.6;
const FOR_EACH_SHARE = 2.4;

/** Bits beyond chance that a place must have to be worth reading. */
export function nearMargin(chance: number): number {
  return chance * MARGIN;
}

/** The held sentences near a sentence, the nearest first, each wording once. */
export function nearWordings(
  sentence: { readonly text: string; readonly words: readonly string[] },
  uses: readonly NearUse[],
  chance: number,
  bench: Bench,
): NearWording[] {
  if (sentence.words.length < FEWEST) return [];
  const prepared = bench.prepare(sentence.text);
  const formula = formulaWords(chance, isUnspaced(sentence.words));
  const found = new Map<string, NearWording>();
  const seen = new Set<Prepared>();
  for (const use of uses) {
    for (const held of sentencesAt(use, bench)) {
      const other = bench.prepare(held.text);
      if (seen.has(other)) continue;
      if (other.count < FEWEST || !mayBeNear(prepared, other)) {
        seen.add(other);
        continue;
      }
      const likeness = bench.compare(prepared, other);
      if (likeness.share < neededShare((prepared.count + other.count) / 2)) {
        seen.add(other);
        continue;
      }
      // Not seen for good: another place of the same sentence may hold more of the runs found.
      const key = other.folded.join(' ');
      if (found.has(key) || !isTelling(use, held, likeness.share, formula, chance)) continue;
      seen.add(other);
      found.set(key, { use, ...held, words: other.folded, prepared: other, likeness });
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      b.likeness.share - a.likeness.share || (momentOf(a) < momentOf(b) ? 1 : momentOf(a) > momentOf(b) ? -1 : 0),
  );
}

function momentOf({ use: { document } }: NearWording): string {
  return (document.said ?? document.published)?.at ?? '';
}

/** Share of words that a sentence of this mean length must have in common with another. */
export function neededShare(words: number): number {
  const first = SHARES[0]!;
  if (words <= first[0]) return first[1];
  for (let k = 1; k < SHARES.length; k++) {
    const [from, high] = SHARES[k - 1]!;
    const [to, low] = SHARES[k]!;
    if (words <= to) return high + ((low - high) * (words - from)) / (to - from);
  }
  return SHARES.at(-1)![1];
}

/** Whether enough words are common to both in whatever order: what costs a tenth of aligning them. */
function mayBeNear(a: Prepared, b: Prepared): boolean {
  const left = new Map<number, number>();
  for (const stem of a.stems) left.set(stem, (left.get(stem) ?? 0) + 1);
  let both = 0;
  for (const stem of b.stems) {
    const more = left.get(stem) ?? 0;
    if (more === 0) continue;
    left.set(stem, more - 1);
    both++;
  }
  // A word written apart in one of them is missed here: two words are granted.
  return (2 * (both + 2)) / (a.count + b.count) >= neededShare((a.count + b.count) / 2);
}

/** Whether the runs within a held sentence are more than chance: one long enough, or all of them together. */
function isTelling({ runs }: NearUse, held: Span, share: number, formula: number, chance: number): boolean {
  const needed = chance * (1 + MARGIN + Math.max(0, HALF_WAY - share) * FOR_EACH_SHARE);
  const taken: Span[] = [];
  const words = new Set<number>();
  let bits = 0;
  for (const run of runs.toSorted((a, b) => b.bits - a.bits)) {
    if (run.start < held.start || run.end > held.end || taken.some((other) => overlaps(other, run))) continue;
    let fresh = 0;
    for (let i = run.from; i < run.from + run.words; i++) if (!words.has(i)) fresh++;
    if (fresh === 0) continue;
    if (run.words >= formula) return true;
    for (let i = run.from; i < run.from + run.words; i++) words.add(i);
    taken.push(run);
    bits += (run.bits * fresh) / run.words;
  }
  return bits >= needed;
}

/** The sentences of a passage that hold a run found, in order. */
function sentencesAt(use: NearUse, bench: Bench): { start: number; end: number; text: string }[] {
  const { start: origin, text } = use.passage;
  return bench
    .sentences(use)
    .filter(({ start, end }) => use.runs.some((run) => run.start < origin + end && origin + start < run.end))
    .map(({ start, end }) => ({ start: origin + start, end: origin + end, text: text.slice(start, end) }));
}
