/**
 * How much of a text was quoted, word by word. Each quotation of another text is laid where its longest runs stand in
 * this one, so that a quotation with a word changed still counts for the words around it. Only words within quotation
 * marks count: a text that repeats the same words of its own quotes nobody.
 */
import type { Span } from '#base/index.js';
import { BREAK, buildSegment, Dictionary, Finder, placesFor, UNKNOWN } from '#index/index.js';
import { lexiconOf, type WordList, words } from '#text/index.js';

/** A stretch of the text that the same texts quote. */
export interface QuotedRun extends Span {
  /** Numbers of the texts that quote it, in the order in which they were laid. */
  readonly by: readonly number[];
}

/** Words of a quotation that must stand in the text; of shorter ones all. */
const LEAST = 4;
/** Words of a fragment that is taken if all of it stands in the text, and of those that carry something. */
const FRAGMENT = 3;
const CARRYING = 2;
/** Share of a quotation's words that must stand in the text. */
const SHARE = 0.6;
const CAP = 64;

/** Words between two runs of one place; what stands further off by itself is a stray repetition of a short word. */
const APART = 4;

/** The longest run of a place, and those that lead on from it without a wide gap. */
function together<Run extends { readonly position: number; readonly length: number }>(runs: readonly Run[]): Run[] {
  const longest = runs.reduce((a, b) => (b.length > a.length ? b : a)).length;
  const kept = runs.filter(({ length }) => length >= Math.min(longest, LEAST));
  for (let grew = true; grew; ) {
    grew = false;
    for (const run of runs) {
      if (kept.includes(run)) continue;
      const near = kept.some(
        (other) =>
          run.position - (other.position + other.length) <= APART &&
          other.position - (run.position + run.length) <= APART,
      );
      if (!near) continue;
      kept.push(run);
      grew = true;
    }
  }
  return kept;
}

/** The words of one text, made ready to find quotations in it. */
export class QuotableText {
  readonly #text: string;
  readonly #words: WordList;
  readonly #dictionary = new Dictionary();
  readonly #finder: Finder;
  readonly #language: string | null;
  readonly #by: number[][];

  constructor(text: string, language: string | null) {
    this.#text = text;
    this.#language = language;
    this.#words = words(text, { language });
    const ids = Uint32Array.from([...this.#words.folded.map((word) => this.#dictionary.add(word)), BREAK]);
    this.#finder = new Finder([buildSegment(ids, Uint32Array.of(1), Uint32Array.of(0, ids.length))]);
    this.#by = Array.from({ length: this.#words.count }, () => []);
  }

  /** Lays a quotation of the text number `by`; the span that it quotes, or null if it is none of this text's words. */
  lay(quotation: string, by: number): Span | null {
    const { folded } = words(quotation, { language: this.#language });
    const ids = Uint32Array.from(folded, (word) => this.#dictionary.idOf(word) || UNKNOWN);
    if (ids.length < FRAGMENT) return null;
    const bits = Float64Array.from(ids, (id) => this.#finder.bits(id));
    const wanted = { ids, fragments: new Uint16Array(ids.length), bits };
    const [place] = placesFor(this.#finder, this.#finder.seeds(wanted, CAP), wanted, 1, () => false);
    if (!place) return null;
    const laid = new Set<number>();
    for (const { position, length } of together(place.runs))
      for (let i = position; i < position + length; i++) laid.add(i);
    if (!this.#isEnough(folded, laid.size)) return null;
    for (const word of laid) {
      const quoting = this.#by[word]!;
      if (!quoting.includes(by)) quoting.push(by);
    }
    const inOrder = [...laid].sort((a, b) => a - b);
    return { start: this.#words.starts[inOrder[0]!]!, end: this.#words.ends[inOrder.at(-1)!]! };
  }

  #isEnough(folded: readonly string[], laid: number): boolean {
    if (laid >= LEAST) return laid >= SHARE * folded.length;
    const lexicon = lexiconOf(this.#language);
    return laid === folded.length && folded.filter((word) => !lexicon.functionWord(word)).length >= CARRYING;
  }

  /** The text cut where other texts quote it; stretches that nobody quotes are left out. */
  runs(): QuotedRun[] {
    const runs: { start: number; end: number; by: readonly number[] }[] = [];
    let before: string | null = null;
    for (let i = 0; i < this.#words.count; i++) {
      const by = this.#by[i]!.toSorted((a, b) => a - b);
      const key = by.join(' ');
      const [start, end] = [this.#words.starts[i]!, this.#words.ends[i]!];
      const last = runs.at(-1);
      if (key === '') before = null;
      else if (key === before && last && !/\n/.test(this.#text.slice(last.end, start))) last.end = end;
      else {
        runs.push({ start, end, by });
        before = key;
      }
    }
    return runs;
  }
}
