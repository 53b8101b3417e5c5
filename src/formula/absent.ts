/**
 * What a series always had and a text has not. Of the latest texts of the series, the longest runs of words that
 * stand in nearly all of them are its formulas; of these the ones of which this text lacks words that carry something
 * are expected and absent. Chance is no question here: what eight in ten texts of a series say is what it says.
 *
 * Found in a suffix array over the few texts of the series: for each word of the latest two the longest run that
 * enough texts hold. Cost: a few milliseconds for twenty texts of a thousand words.
 */
import type { Span } from '#base/index.js';
import { BREAK, buildSegment, Dictionary, Finder } from '#index/index.js';
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
  const { finder, rows } = gather(earlier);
  const needed = Math.ceil(earlier.length * NEARLY_ALL);
  const carries = (word: string): boolean => !bench.lexicon.functionWord(word);
  const now = present.map((sentence) => bench.prepare(sentence.text));
  const found: AbsentFormula[] = [];
  const seen: string[] = [];
  for (const { sentence, ids } of rows) {
    const least = isUnspaced(sentence.words) ? LEAST_UNSPACED : LEAST;
    for (const { from, length, texts } of formulasIn(finder, ids, needed, least)) {
      const words = sentence.words.slice(from, from + length);
      if (words.filter(carries).length < CONTENT) continue;
      const key = ` ${words.join(' ')} `;
      if (seen.some((other) => other.includes(key))) continue;
      const text = sentence.text.slice(sentence.places[from]!.start, sentence.places[from + length - 1]!.end);
      const formula = bench.prepare(text);
      let best: readonly number[] = [];
      for (const other of now) {
        const matched = bench.within(formula, other);
        if (matched.length > best.length) best = matched;
      }
      const missing: Span[] = [];
      let content = 0;
      for (let i = 0; i < formula.count; i++) {
        if (best.includes(i)) continue;
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

/** The texts as one segment, a break behind every sentence, and where the sentences of the latest two stand in it. */
function gather(earlier: readonly (readonly Sentence[])[]): {
  readonly finder: Finder;
  readonly rows: readonly { readonly sentence: Sentence; readonly ids: Uint32Array }[];
} {
  const dictionary = new Dictionary();
  const ids: number[] = [];
  const starts: number[] = [0];
  const rows: { sentence: Sentence; ids: Uint32Array }[] = [];
  for (const [t, sentences] of earlier.entries()) {
    for (const sentence of sentences) {
      const own = Uint32Array.from(sentence.words, (word) => dictionary.add(word));
      if (t < 2) rows.push({ sentence, ids: own });
      ids.push(...own, BREAK);
    }
    if (sentences.length === 0) ids.push(BREAK);
    starts.push(ids.length);
  }
  const texts = Uint32Array.from(earlier.keys());
  return { finder: new Finder([buildSegment(Uint32Array.from(ids), texts, Uint32Array.from(starts))]), rows };
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
