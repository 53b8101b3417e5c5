/**
 * Generated prose for archives larger than any collection that can be shipped: sentences of about twenty words whose
 * words follow a Zipf–Mandelbrot law (Mandelbrot 1953), with what makes real prose hard to search: stock phrases of two
 * to seven words (two words in five are part of one), formulas of eight to fifteen words that stand thousands of times,
 * and passages taken over from other texts, to the word or nearly.
 *
 * Every text is a function of the seed and its number, so that a part of the collection can be made again without the
 * rest, and the first million sentences of ten million are those of one million. It is no real prose: words follow one
 * another by chance outside phrases, which makes altered words easier to tell apart, and short runs repeat more often
 * than people repeat them. What is measured here is measured on real texts as well.
 */
import { Random } from './random.js';

export const SENTENCES = 60;
const WORDS = 250_000;
const PHRASES = 60_000;
const FORMULAS = 400;
/** How often a phrase begins where a word would, and a formula where a sentence begins. */
const PHRASE = 0.145;
const FORMULA = 0.015;
/** How many texts take a passage over from an earlier one. */
const TAKEN_OVER = 0.08;

export interface GeneratedText {
  readonly number: number;
  readonly text: string;
  /** Where each sentence stands. */
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  readonly speaker: string;
  /** ISO 8601. */
  readonly day: string;
}

/** A collection without an end; text `n` of one seed is always the same. */
export class Generated {
  readonly #seed: number;
  readonly #words: readonly string[];
  readonly #drawWord: Alias;
  readonly #drawPhrase: Alias;
  readonly #drawFormula: Alias;
  readonly #phrases: readonly Uint32Array[];
  readonly #formulas: readonly Uint32Array[];
  /** The letters of all words, and where each begins. */
  readonly #spelled: { readonly letters: Buffer; readonly starts: Uint32Array };
  /** Room for the longest text: sixty sentences of at most forty-six words of thirty letters. */
  readonly #page = Buffer.alloc(1 << 17);

  /** `phrases` false: the words alone, none of the phrases that the other texts of this seed share. */
  constructor(seed: number, phrases = true) {
    this.#seed = seed;
    this.#words = inventedWords(WORDS);
    const starts = new Uint32Array(WORDS + 1);
    for (const [i, word] of this.#words.entries()) starts[i + 1] = starts[i]! + word.length;
    this.#spelled = { letters: Buffer.from(this.#words.join(''), 'latin1'), starts };
    this.#drawWord = new Alias(WORDS, (rank) => 1 / (rank + 2.7) ** 1.05);
    const random = new Random(seed * 7919 + 17);
    const run = (least: number, most: number): Uint32Array =>
      Uint32Array.from({ length: random.between(least, most) }, () => this.#drawWord.draw(random));
    this.#phrases = Array.from({ length: phrases ? PHRASES : 1 }, () => run(2, 7));
    this.#formulas = Array.from({ length: phrases ? FORMULAS : 1 }, () => run(8, 15));
    this.#drawPhrase = new Alias(this.#phrases.length, (rank) => 1 / (rank + 20));
    this.#drawFormula = new Alias(this.#formulas.length, (rank) => 1 / (rank + 1));
  }

  text(number: number): GeneratedText {
    const random = this.#randomOf(number);
    const speaker = SPEAKERS[random.below(SPEAKERS.length)]!;
    const day = new Date(Date.UTC(1981, 0, 1) + random.below(14_500) * 86_400_000).toISOString().slice(0, 10);
    const sentences = this.#originals(number);
    if (number > 0 && random.chance(TAKEN_OVER)) {
      const from = this.#originals(random.below(number));
      const length = random.between(3, 20);
      const at = random.below(SENTENCES - length);
      const nearly = random.chance(0.5);
      for (let i = at; i < at + length; i++) {
        const taken = from[i]!;
        if (nearly && random.chance(0.4)) taken[random.below(taken.length)] = this.#drawWord.draw(random);
        sentences[i] = taken;
      }
    }
    const { letters, starts } = this.#spelled;
    const page = this.#page;
    const spans: { start: number; end: number }[] = [];
    let at = 0;
    for (const sentence of sentences) {
      const start = at;
      for (let i = 0; i < sentence.length; i++) {
        const word = sentence[i]!;
        // Commas by the words alone, so that a passage taken over keeps them.
        if (i > 0 && (word + sentence[i - 1]!) % 17 === 0) page[at++] = COMMA;
        if (i > 0) page[at++] = SPACE;
        for (let k = starts[word]!; k < starts[word + 1]!; k++) page[at++] = letters[k]!;
      }
      page[start]! -= CASE;
      page[at++] = FULL_STOP;
      spans.push({ start, end: at });
      page.fill(spans.length % 6 === 0 ? LINE_END : SPACE, at, at + 2);
      at += spans.length % 6 === 0 ? 2 : 1;
    }
    return { number, text: page.toString('latin1', 0, spans.at(-1)!.end), sentences: spans, speaker, day };
  }

  /** A word by chance, as often as words stand. */
  word(random: Random): string {
    return this.#words[this.#drawWord.draw(random)]!;
  }

  #randomOf(number: number): Random {
    return new Random(Math.imul(this.#seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  }

  #originals(number: number): Uint32Array[] {
    const random = this.#randomOf(number);
    const buffer = new Uint32Array(64);
    return Array.from({ length: SENTENCES }, () => {
      const length = random.between(8, 18) + random.between(0, 14);
      let at = 0;
      if (random.chance(FORMULA)) {
        const formula = this.#formulas[this.#drawFormula.draw(random)]!;
        buffer.set(formula);
        at = formula.length;
      }
      while (at < length) {
        if (!random.chance(PHRASE)) buffer[at++] = this.#drawWord.draw(random);
        else {
          const phrase = this.#phrases[this.#drawPhrase.draw(random)]!;
          buffer.set(phrase, at);
          at += phrase.length;
        }
      }
      return buffer.slice(0, at);
    });
  }
}

const SPACE = 0x20;
const COMMA = 0x2c;
const FULL_STOP = 0x2e;
const LINE_END = 0x0a;
/** From a small letter to its capital. */
const CASE = 0x20;

/** Draws numbers by weight in two steps (Walker 1977, Vose 1991). */
class Alias {
  readonly #share: Float64Array;
  readonly #other: Uint32Array;

  constructor(count: number, weight: (rank: number) => number) {
    const share = Float64Array.from({ length: count }, (_, rank) => weight(rank));
    const total = share.reduce((sum, one) => sum + one, 0);
    const small: number[] = [];
    const large: number[] = [];
    for (let i = 0; i < count; i++) {
      share[i]! *= count / total;
      (share[i]! < 1 ? small : large).push(i);
    }
    this.#other = new Uint32Array(count);
    while (small.length > 0 && large.length > 0) {
      const [less, more] = [small.pop()!, large.pop()!];
      this.#other[less] = more;
      share[more]! += share[less]! - 1;
      (share[more]! < 1 ? small : large).push(more);
    }
    for (const i of [...small, ...large]) share[i] = 1;
    this.#share = share;
  }

  draw(random: Random): number {
    const at = random.fraction() * this.#share.length;
    const i = Math.floor(at);
    return at - i < this.#share[i]! ? i : this.#other[i]!;
  }
}

/**
 * Words that are no English: the commonest of one syllable, others of two to four; all different. Each ends in a
 * consonant that no negation, number or modal of English ends in behind such vowels.
 */
function inventedWords(count: number): string[] {
  const random = new Random(20_260_101);
  const syllable = (): string => random.pick(ONSETS) + random.pick(VOWELS);
  const found = new Set<string>();
  while (found.size < count) {
    const n = found.size < 400 ? 1 : found.size < 6000 ? 2 : random.chance(0.6) ? 3 : 4;
    let word = '';
    for (let i = 0; i < n; i++) word += syllable();
    found.add(word + random.pick(CODAS));
  }
  return [...found];
}

const ONSETS = 'b bl br d dr f fl fr g gl gr h j k kl kr l m n p pl pr r s sk sl sn st t tr v z zw'.split(' ');
const VOWELS = 'a e i o u ae ei oi ou'.split(' ');
const CODAS = 'b f g k lm lp nk p rb rf rg rk rm rp sk sp x z'.split(' ');
const SPEAKERS = 'Ada Kestrel,Ivo Brandt,Marta Quill,Osric Vane,Lena Tamm,Piet Harrow,Ines Calder,Bruno Stell'.split(
  ',',
);
