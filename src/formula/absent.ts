/**
 * What a series always had and a text has not. Of the latest texts of the series, the longest runs of words that
 * stand in nearly all of them are its formulas; of these the ones of which this text lacks words that carry something
 * are expected and absent. Chance is no question here: what eight in ten texts of a series say is what it says.
 *
 * Found in a suffix array over the few texts of the series: for each word of the latest two the longest run that
 * enough texts hold. Cost: a few milliseconds for twenty texts of a thousand words.
 */
import type { Span } from '#base/index.js';
import type { Prepared } from '#collate/index.js';
import { BREAK, buildSegment, Finder } from '#index/index.js';
import type { Sentence } from './cut-sentences.js';
import { isUnspaced } from './known-runs.js';
import type { Bench } from './wording.js';

/** Fewer texts make no habit. */
export const FEWEST_TEXTS = 3;
/** Share of the texts that hold an expected formula. */
const NEARLY_ALL = 0.8;
/** Words of a formula, and how many of them must be more than grammar. */
const LEAST = 4;
const LEAST_UNSPACED = 6;
const CONTENT = 2;

/** A formula of the series that the text lacks, or lacks words of. */
export interface AbsentFormula {
  /** As the latest text of the series has it. */
  readonly text: string;
  readonly words: readonly string[];
  /** The words that the text lacks, as spans of `text`. */
  readonly missing: readonly Span[];
  /** In how many of how many texts of the series it stands. */
  readonly texts: number;
  readonly of: number;
}

/** The formulas that stand in nearly all earlier texts, newest first, and not in this one; in order of the latest text. */
export function absentFormulas(
  present: readonly Sentence[],
  earlier: readonly (readonly Sentence[])[],
  bench: Bench,
): AbsentFormula[] {
  if (earlier.length < FEWEST_TEXTS) return [];
  const { finder, rows } = gather(earlier, bench);
  const needed = Math.ceil(earlier.length * NEARLY_ALL);
  const carries = (word: string): boolean => !bench.lexicon.functionWord(word);
  const now = present.map((sentence) => bench.prepare(sentence.text));
  const found: AbsentFormula[] = [];
  const seen: string[] = [];
  for (const { sentence, words: own } of rows) {
    const least = isUnspaced(sentence.words) ? LEAST_UNSPACED : LEAST;
    for (const { from, length, texts } of formulasIn(finder, Uint32Array.from(own.ids), needed, least)) {
      const words = own.folded.slice(from, from + length);
      if (words.filter(carries).length < CONTENT) continue;
      const key = ` ${words.join(' ')} `;
      if (seen.some((other) => other.includes(key))) continue;
      const text = sentence.text.slice(own.starts[from], own.ends[from + length - 1]);
      const formula = bench.prepare(text);
      const best = bestMatch(formula, now, bench);
      const missing: Span[] = [];
      let content = 0;
      for (const i of presentable(formula, best, carries)) {
        missing.push({ start: formula.starts[i]!, end: formula.ends[i]! });
        if (carries(formula.folded[i]!)) content++;
      }
      if (content < CONTENT) continue;
      seen.push(key);
      found.push({ text, words, missing, texts, of: earlier.length });
    }
  }
  return found;
}

/** The words of a formula that stand in order in one sentence, of the sentence that has most of them. */
function bestMatch(formula: Prepared, sentences: readonly Prepared[], bench: Bench): readonly number[] {
  const own = new Set(formula.ids);
  const common = sentences.map((sentence) => new Set(sentence.ids.filter((id) => own.has(id))).size);
  let best: readonly number[] = [];
  // No sentence can have more words of it in order than it has at all.
  for (const i of [...sentences.keys()].sort((a, b) => common[b]! - common[a]!)) {
    if (common[i]! + STEMS <= best.length) break;
    const matched = bench.within(formula, sentences[i]!);
    if (matched.length > best.length) best = matched;
  }
  return best;
}

/** Words that may match by their stem alone. */
const STEMS = 1;

/**
 * The words of a formula that are not among those matched, as a reader would strike them out: one stretch rather than
 * two where a word stands at both its ends, and no small word left standing alone between two that are gone.
 */
function presentable(formula: Prepared, matched: readonly number[], carries: (word: string) => boolean): number[] {
  const there = Array.from({ length: formula.count }, (_, i) => matched.includes(i));
  for (let i = 0; i < there.length; i++) {
    if (!there[i]) continue;
    let gap = i;
    while (gap > 0 && !there[gap - 1]) gap--;
    if (gap < i && formula.ids[gap] === formula.ids[i] && there[i + 1] === false)
      [there[gap], there[i]] = [true, false];
  }
  for (let i = 1; i + 1 < there.length; i++)
    if (there[i] && !there[i - 1] && !there[i + 1] && !carries(formula.folded[i]!)) there[i] = false;
  return there.flatMap((is, i) => (is ? [] : [i]));
}

/** The texts as one segment, a break behind every sentence, and the words of the sentences of the latest two. */
function gather(
  earlier: readonly (readonly Sentence[])[],
  bench: Bench,
): {
  readonly finder: Finder;
  readonly rows: readonly { readonly sentence: Sentence; readonly words: Prepared }[];
} {
  const cut = earlier.map((sentences) => sentences.map((sentence) => bench.prepare(sentence.text)));
  const room = cut.reduce((sum, sentences) => sum + sentences.reduce((n, { count }) => n + count + 1, 1), 0);
  const ids = new Uint32Array(room);
  const starts = new Uint32Array(earlier.length + 1);
  const rows: { sentence: Sentence; words: Prepared }[] = [];
  let at = 0;
  for (const [t, sentences] of cut.entries()) {
    for (const [i, words] of sentences.entries()) {
      if (t < 2) rows.push({ sentence: earlier[t]![i]!, words });
      ids.set(words.ids, at);
      at += words.count;
      ids[at++] = BREAK;
    }
    ids[at++] = BREAK;
    starts[t + 1] = at;
  }
  return { finder: new Finder([buildSegment(ids, Uint32Array.from(earlier.keys()), starts)]), rows };
}

/** The longest runs of a sentence that stand in at least `needed` texts; none lies within another. */
function formulasIn(
  finder: Finder,
  sentence: Uint32Array,
  needed: number,
  least: number,
): { readonly from: number; readonly length: number; readonly texts: number }[] {
  const found: { from: number; length: number; texts: number }[] = [];
  let reached = 0;
  for (let from = 0; from + least <= sentence.length; from++) {
    const holding = (length: number): number => textsHolding(finder, sentence.subarray(from, from + length));
    let texts = holding(least);
    if (texts < needed) continue;
    // The longer a run, the fewer texts hold it: the longest is found by halving.
    let length = least;
    let tooLong = sentence.length - from + 1;
    while (tooLong - length > 1) {
      const middle = (length + tooLong) >>> 1;
      const held = holding(middle);
      if (held < needed) tooLong = middle;
      else [length, texts] = [middle, held];
    }
    if (from + length <= reached) continue;
    found.push({ from, length, texts });
    reached = from + length;
  }
  return found;
}

function textsHolding(finder: Finder, run: Uint32Array): number {
  const texts = new Set<number>();
  finder.exact(run, (_segment, _position, text) => texts.add(text));
  return texts.size;
}
