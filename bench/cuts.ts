/**
 * Draws words to quote from the corpus, with everything the expectation of a case rests on: where else the same words
 * stand, and where nearly the same words do.
 */
import type { Corpus, Likeness, TokenSpan } from './corpus.js';
import type { Random } from './random.js';
import { type Role, type Sentence, sentencesOf, tokensWithin } from './sentences.js';

/** Words cut from a text: a whole sentence or a run of words inside one. */
export interface Cut {
  readonly shape: 'sentence' | 'part';
  readonly role: Role;
  readonly text: number;
  readonly span: TokenSpan;
  /** As printed, white space collapsed; a sentence with its closing mark, a part from first to last letter. */
  readonly printed: string;
  /** The words as the corpus knows them. */
  readonly words: readonly string[];
  readonly speaker: string;
  /** First tokens of all places that hold the same words, this one included. */
  readonly places: readonly number[];
  /** Places that hold nearly the same words, but not the same. */
  readonly alike: readonly Likeness[];
}

export interface CutWanted {
  readonly least: number;
  readonly most: number;
  readonly shape?: 'sentence' | 'part';
  readonly role?: Role;
}

/** How alike another place must be to count as nearly the same: short runs of words are alike by chance. */
function likenessThatMatters(words: number): number {
  return words < 12 ? 0.75 : 0.5;
}

const TRIES = 4000;

/** Draws cuts; remembers the sentences of the texts that it has looked at. */
export class Cutter {
  readonly corpus: Corpus;
  readonly #random: Random;
  readonly #sentences = new Map<number, Sentence[]>();
  /** First tokens of what was drawn, so that nothing is drawn twice. */
  readonly #drawn = new Set<number>();

  constructor(corpus: Corpus, random: Random) {
    this.corpus = corpus;
    this.#random = random;
  }

  sentences(text: number): readonly Sentence[] {
    let found = this.#sentences.get(text);
    if (found === undefined) {
      found = sentencesOf(this.corpus, text);
      this.#sentences.set(text, found);
    }
    return found;
  }

  /** A cut that `suits`, at random over texts, or null where the corpus seems to hold none. */
  draw(wanted: CutWanted, suits: (cut: Cut) => boolean = clean): Cut | null {
    for (let i = 0; i < TRIES; i++) {
      const text = this.#random.below(this.corpus.texts.length);
      const found = this.drawFrom(text, wanted, suits);
      if (found !== null) return found;
    }
    return null;
  }

  /** A cut from this text after token `after`, or null if one try brings none. */
  drawFrom(text: number, wanted: CutWanted, suits: (cut: Cut) => boolean = clean, after = -1): Cut | null {
    const sentences = this.sentences(text).filter(({ role }) => fits(role, wanted.role));
    if (sentences.length === 0) return null;
    const cut = this.cut(this.#random.pick(sentences), wanted);
    if (cut === null || cut.span.from <= after || this.#drawn.has(cut.span.from) || !suits(cut)) return null;
    this.#drawn.add(cut.span.from);
    return cut;
  }

  /** The words of a sentence as wanted, or null if it is too short or too long. */
  cut(sentence: Sentence, { least, most, shape }: CutWanted): Cut | null {
    const { corpus } = this;
    const whole = tokensWithin(corpus, sentence);
    const count = whole.to - whole.from;
    if (count < least) return null;
    const form = shape ?? (this.#random.chance(0.55) && count <= most ? 'sentence' : 'part');
    if (form === 'sentence') return count > most ? null : this.#made(sentence, 'sentence', whole, sentence.printed);
    // A part leaves out at least the first word, so that it begins inside the sentence.
    const longest = Math.min(most, count - 1);
    if (longest < least) return null;
    const length = this.#random.between(least, longest);
    const from = whole.from + this.#random.between(1, count - length);
    const span = { from, to: from + length };
    if (this.#splitsNumber(span, whole)) return null;
    const printed = corpus.printed(span).replace(/\s+/g, ' ');
    if (/[()]/.test(printed) && !/^[^()]*(?:\([^()]*\)[^()]*)*$/.test(printed)) return null;
    // A row of names reads like a title, to people too.
    if ((printed.match(/(?<![\p{L}'’])\p{Ll}/gu)?.length ?? 0) < length * 0.6) return null;
    return this.#made(sentence, 'part', span, printed);
  }

  /** A number without its "million" or "per cent" is another number: no honest cut. */
  #splitsNumber({ from, to }: TokenSpan, whole: TokenSpan): boolean {
    const { corpus } = this;
    const cutAt = (at: number): boolean => {
      if (at <= whole.from || at >= whole.to) return false;
      const [before, after] = [corpus.word(at - 1), corpus.word(at)];
      if (before === 'per' && after.startsWith('cent')) return true;
      return /\d/.test(before) && /\d|^(?:hundred|thousand|million|billion|trillion|per|cent|percent)/.test(after);
    };
    return cutAt(from) || cutAt(to);
  }

  #made({ text, role }: Sentence, shape: Cut['shape'], span: TokenSpan, printed: string): Cut {
    const { corpus } = this;
    const words: string[] = [];
    for (let i = span.from; i < span.to; i++) words.push(corpus.word(i));
    let known: Pick<Cut, 'places' | 'alike'> | null = null;
    const look = (): Pick<Cut, 'places' | 'alike'> => {
      if (known === null) {
        const places = corpus.places(words);
        const alike = corpus
          .near(words, likenessThatMatters(words.length))
          .filter((near) => !places.some((at) => at < near.to && near.from < at + words.length));
        known = { places, alike };
      }
      return known;
    };
    return {
      shape,
      role,
      text,
      span,
      printed,
      words,
      speaker: corpus.texts[text]!.speaker!,
      get places() {
        return look().places;
      },
      get alike() {
        return look().alike;
      },
    };
  }
}

/** Nowhere are nearly the same words, so that what a checker ought to find is beyond doubt. */
export function clean(cut: Cut): boolean {
  return cut.alike.length === 0;
}

/** Speeches and answers are both the document's own speaker. */
function fits(role: Role, wanted: Role | undefined): boolean {
  return wanted === undefined ? role !== 'question' : role === wanted;
}
