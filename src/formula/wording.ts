/**
 * A wording that can be laid beside others: words numbered by one collation, so that many sentences are compared at
 * the cost of one alignment each.
 */
import { type Prepared, changesOf, Classifier, FitSpace, Interner, align, fit, prepareWords } from '#collate/index.js';
import type { Span } from '#base/index.js';
import type { Change, Use } from '#record/index.js';
import { type Lexicon, lexiconOf, sentences, Vocabulary, words } from '#text/index.js';

/** What collating costs to set up; one for a whole job, owned by it. */
export class Bench {
  readonly language: string;
  readonly lexicon: Lexicon;
  readonly #vocabulary = new Vocabulary();
  readonly #interner = new Interner();
  readonly #space = new FitSpace();
  readonly #classifier: Classifier;
  readonly #prepared = new Map<string, Prepared>();
  readonly #sentences = new Map<string, readonly Span[]>();

  constructor(language: string | null) {
    this.language = language ?? 'en';
    this.lexicon = lexiconOf(language);
    this.#classifier = new Classifier(language);
  }

  /** A text made ready, once: what officials say is said again. */
  prepare(text: string): Prepared {
    let prepared = this.#prepared.get(text);
    if (!prepared) {
      const list = words(text, { vocabulary: this.#vocabulary, language: this.language });
      prepared = prepareWords(list, this.#interner, this.language);
      this.#prepared.set(text, prepared);
    }
    return prepared;
  }

  /** The sentences of the passage of a use, cut once for all that is found there; offsets count in the passage. */
  sentences({ version, passage }: Use): readonly Span[] {
    const key = `${version.reference} ${passage.start} ${passage.text.length}`;
    let cut = this.#sentences.get(key);
    if (!cut) {
      cut = sentences(passage.text, this.language);
      this.#sentences.set(key, cut);
    }
    return cut;
  }

  /** How `a` lies in a stretch of `b`, which may begin and end anywhere. */
  place(a: Prepared, b: Prepared): Likeness['pairs'] {
    return fit(a, 0, a.count, b, 0, b.count, this.#space).pairs.slice();
  }

  /** Numbers of the words of `a` that stand in `b`, where `b` may begin and end anywhere. */
  within(a: Prepared, b: Prepared): readonly number[] {
    return this.place(a, b)
      .filter(({ kind }) => kind !== 'other')
      .flatMap(({ a: from, an }) => Array.from({ length: an }, (_, i) => from + i));
  }

  /** How two wordings lie beside each other. */
  compare(a: Prepared, b: Prepared): Likeness {
    const pairs = align(a, b, this.#space);
    let both = 0;
    let words = 0;
    const matched: number[] = [];
    for (let p = 0; p < pairs.length; p++) {
      const { a: from, an, b: to, bn, kind } = pairs[p]!;
      if (kind === 'other') continue;
      const [before, next] = [pairs[p - 1], pairs[p + 1]];
      const lone =
        !(before && before.kind !== 'other' && before.a + before.an === from && before.b + before.bn === to) &&
        !(next && next.kind !== 'other' && next.a === from + an && next.b === to + bn);
      both += (an + bn) * (kind === 'same' ? 1 : BENT) * (lone ? LONE : 1);
      words += an;
      for (let i = from; i < from + an; i++) matched.push(i);
    }
    return { pairs, share: a.count + b.count === 0 ? 0 : both / (a.count + b.count), words, matched };
  }

  /**
   * All differences, in order: applying them to `a` gives `b`. Long stretches put into the first text of an alignment
   * are cheap and those put into the second are not, so that of both ways the one that keeps more words is taken.
   */
  changes(a: Prepared, b: Prepared, likeness: Likeness): readonly Change[] {
    const back = this.compare(b, a);
    const pairs =
      back.share > likeness.share
        ? back.pairs.map(({ a: from, an, b: to, bn, kind }) => ({ a: to, an: bn, b: from, bn: an, kind }))
        : likeness.pairs;
    return changesOf(a, b, pairs, this.#classifier, { whiteSpace: 'kept', moves: true });
  }
}

/** What another form of the same word counts, of a word. */
const BENT = 0.75;
/** What a word counts that matches with no neighbour: strangers share such words, sentences made from another runs. */
const LONE = 0.5;

export interface Likeness {
  readonly pairs: ReturnType<typeof align>;
  /** Words of both that stand in the other in the same order, of all words of both; 0 to 1. */
  readonly share: number;
  /** Words of `a` that stand in `b`. */
  readonly words: number;
  /** Which they are. */
  readonly matched: readonly number[];
}
