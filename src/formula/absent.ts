/**
 * What a series always had and a text has not. Of the latest texts of the series, the longest runs of words that
 * stand in nearly all of them are its formulas; of these the ones of which this text lacks words that carry something
 * are expected and absent. Chance is no question here: what eight in ten texts of a series say is what it says.
 *
 * For each word of the latest two texts the longest run that enough texts hold, by the places of its first word, of
 * which ever fewer go on as the run does. Cost: a few milliseconds for twenty texts of a thousand words; a suffix array
 * over them costs more to build than it saves.
 */
import type { Span } from '#base/index.js';
import type { Prepared } from '#collate/index.js';
import { BREAK } from '#index/index.js';
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
  const { shelf, rows } = gather(earlier, bench);
  const needed = Math.ceil(earlier.length * NEARLY_ALL);
  const carries = (word: string): boolean => !bench.lexicon.functionWord(word);
  const now = present.map((sentence) => bench.prepare(sentence.text));
  const all = now.map(({ folded }) => ` ${folded.join(' ')} `).join('|');
  const found: AbsentFormula[] = [];
  const seen: string[] = [];
  for (const { sentence, words: own } of rows) {
    const least = isUnspaced(sentence.words) ? LEAST_UNSPACED : LEAST;
    for (const { from, length, texts } of formulasIn(shelf, own.ids, needed, least)) {
      const words = own.folded.slice(from, from + length);
      if (words.filter(carries).length < CONTENT) continue;
      const key = ` ${words.join(' ')} `;
      if (all.includes(key) || seen.some((other) => other.includes(key))) continue;
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

/** All words of the earlier texts in a row, and where each word stands. */
interface Shelf {
  readonly ids: Uint32Array;
  /** Number of the text of each word. */
  readonly texts: Uint8Array;
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/** The texts in a row, a break behind every sentence, and the words of the sentences of the latest two. */
function gather(
  earlier: readonly (readonly Sentence[])[],
  bench: Bench,
): {
  readonly shelf: Shelf;
  readonly rows: readonly { readonly sentence: Sentence; readonly words: Prepared }[];
} {
  const cut = earlier.map((sentences) => sentences.map((sentence) => bench.prepare(sentence.text)));
  const room = cut.reduce((sum, sentences) => sum + sentences.reduce((n, { count }) => n + count + 1, 0), 0);
  const ids = new Uint32Array(room);
  const texts = new Uint8Array(room);
  const places = new Map<number, number[]>();
  const rows: { sentence: Sentence; words: Prepared }[] = [];
  let at = 0;
  for (const [t, sentences] of cut.entries())
    for (const [i, words] of sentences.entries()) {
      if (t < 2) rows.push({ sentence: earlier[t]![i]!, words });
      for (const id of words.ids) {
        const known = places.get(id);
        if (known) known.push(at);
        else places.set(id, [at]);
        texts[at] = t;
        ids[at++] = id;
      }
      ids[at++] = BREAK;
    }
  return { shelf: { ids, texts, places }, rows };
}

/** The longest runs of a sentence that stand in at least `needed` texts; none lies within another. */
function formulasIn(
  shelf: Shelf,
  sentence: ArrayLike<number>,
  needed: number,
  least: number,
): { readonly from: number; readonly length: number; readonly texts: number }[] {
  const found: { from: number; length: number; texts: number }[] = [];
  let reached = 0;
  for (let from = 0; from + least <= sentence.length; from++) {
    let places = shelf.places.get(sentence[from]!) ?? [];
    let [length, texts] = [0, 0];
    for (;;) {
      const held = textsOf(places, shelf);
      if (held < needed) break;
      texts = held;
      length++;
      if (from + length === sentence.length) break;
      const next = sentence[from + length]!;
      const reach = length;
      places = places.filter((place) => shelf.ids[place + reach] === next);
    }
    if (length < least || from + length <= reached) continue;
    found.push({ from, length, texts });
    reached = from + length;
  }
  return found;
}

/** In how many texts places stand; they are in order. */
function textsOf(places: readonly number[], { texts }: Shelf): number {
  let count = 0;
  let before = -1;
  for (const place of places) {
    const text = texts[place]!;
    if (text !== before) count++;
    before = text;
  }
  return count;
}
