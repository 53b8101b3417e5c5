/**
 * The class of a difference and what it touches. A number for likeness is the wrong answer here: a dropped "not"
 * leaves two sentences more than nine tenths alike. So the words that differ are looked at one by one. A flag says
 * that an editor should look, never that the change matters.
 */
import type { AttentionFlag, DifferenceClass } from '#record/index.js';
import { type Lexicon, lexiconOf, stem } from '#text/index.js';
import { placesOf } from './gazetteer.js';
import type { Prepared } from './prepare.js';
import { isTranscribed } from './transcribed.js';

/** Classes and flags of the differences of texts in one language. */
export class Classifier {
  /** The lexicon of the language. */
  readonly lexicon: Lexicon;
  readonly #language: string;
  readonly #known: ReadonlySet<string>;
  #places: ReadonlySet<string> | null = null;

  /** `known`: folded words that are known to be names of places. */
  constructor(language: string | null, known: ReadonlySet<string> = new Set()) {
    this.#known = known;
    this.lexicon = lexiconOf(language);
    this.#language = language ?? 'en';
  }

  /** Class and flags of words [a0, a1) of `a` standing against words [b0, b1) of `b`; at least one word differs. */
  classify(
    a: Prepared,
    a0: number,
    a1: number,
    b: Prepared,
    b0: number,
    b1: number,
  ): { class: DifferenceClass; flags: AttentionFlag[] } {
    const x = differing(a, a0, a1, b, b0, b1);
    const y = differing(b, b0, b1, a, a0, a1);
    const flags = this.#flags(a, x, b, y);
    return { class: this.#class(a, a0, a1, x, b, b0, b1, y, flags), flags };
  }

  #class(
    a: Prepared,
    a0: number,
    a1: number,
    x: readonly number[],
    b: Prepared,
    b0: number,
    b1: number,
    y: readonly number[],
    flags: readonly AttentionFlag[],
  ): DifferenceClass {
    if (this.#isFiller(a, x) && this.#isFiller(b, y) && flags.length === 0) return 'filler only';
    if (x.length === 0 && isRepetition(b, b0, b1)) return 'filler only';
    if (y.length === 0 && isRepetition(a, a0, a1)) return 'filler only';
    if (flags.length === 0 && this.#isGrammar(a, x, b, y)) return 'grammar only';
    if (b1 <= b0) return 'omission';
    if (a1 <= a0) return 'addition';
    return 'replacement';
  }

  #isFiller(p: Prepared, words: readonly number[]): boolean {
    return words.every((i) => {
      if (this.lexicon.filler(p.folded[i]!)) return true;
      const before = words.includes(i - 1) ? `${p.folded[i - 1]} ${p.folded[i]}` : '';
      const after = words.includes(i + 1) ? `${p.folded[i]} ${p.folded[i + 1]}` : '';
      return this.lexicon.filler(before) || this.lexicon.filler(after);
    });
  }

  /** Articles, agreement and endings: another form of the same word, or small words of grammar alone. */
  #isGrammar(a: Prepared, x: readonly number[], b: Prepared, y: readonly number[]): boolean {
    const ax = x.filter((i) => !this.lexicon.article(a.folded[i]!));
    const by = y.filter((j) => !this.lexicon.article(b.folded[j]!));
    if (ax.length !== by.length) return false;
    return ax.every((i, k) => {
      const j = by[k]!;
      return a.stems[i] === b.stems[j] || this.lexicon.agrees(a.folded[i]!, b.folded[j]!);
    });
  }

  #flags(a: Prepared, x: readonly number[], b: Prepared, y: readonly number[]): AttentionFlag[] {
    const lexicon = this.lexicon;
    const flags: AttentionFlag[] = [];
    const has = (p: Prepared, words: readonly number[], test: (word: string) => boolean): boolean =>
      words.some((i) => test(p.folded[i]!));
    const either = (test: (word: string) => boolean): boolean => has(a, x, test) || has(b, y, test);
    if (either((w) => lexicon.negation(w)) || opposites(a, x, b, y) || endsInNegation(a, x, b, y))
      flags.push('negation');
    if (either(isNumber)) flags.push('number');
    if (x.some((i) => this.#isProper(a, i)) || y.some((j) => this.#isProper(b, j))) flags.push('name');
    if (x.some((i) => this.#isPlace(a, i)) || y.some((j) => this.#isPlace(b, j))) flags.push('place');
    if (
      either((w) => lexicon.date(w) || YEAR.test(w)) ||
      x.some((i) => isDayNumber(a, i, lexicon)) ||
      y.some((j) => isDayNumber(b, j, lexicon))
    ) {
      flags.push('date');
    }
    if (either((w) => lexicon.modal(w))) flags.push('modality');
    if (either((w) => lexicon.condition(w))) flags.push('condition');
    if (this.#isTense(a, x, b, y)) flags.push('tense');
    if (either((w) => lexicon.quantity(w))) flags.push('quantity word');
    return flags;
  }

  /**
   * A capital that the beginning of a sentence does not explain, on a word that is none of grammar; in Chinese, a
   * character of a name written by the sound.
   */
  #isProper(p: Prepared, i: number): boolean {
    const folded = p.folded[i]!;
    if (p.language.slice(0, 2) === 'zh') return isTranscribed(p, i) && !this.lexicon.functionWord(folded);
    // German writes every noun so.
    if (p.language === 'de' || !isCapital(p, i) || this.lexicon.functionWord(folded) || this.lexicon.date(folded))
      return false;
    return !beginsSentence(p, i) && !this.#isPlaceName(folded);
  }

  #isPlaceName(folded: string): boolean {
    this.#places ??= placesOf(this.#language);
    return (
      this.#known.has(folded) ||
      this.#places.has(folded) ||
      (folded.length > 3 && this.#places.has(stem(folded, this.#language)))
    );
  }

  /** The name of a country or great city, or a proper name after "in", "at", "from". */
  #isPlace(p: Prepared, i: number): boolean {
    if (!isCapital(p, i) && !/^\p{Lo}/u.test(p.folded[i]!)) return false;
    if (this.#isPlaceName(p.folded[i]!)) return true;
    if (p.language === 'de' || this.lexicon.date(p.folded[i]!)) return false;
    let k = i - 1;
    while (k >= 0 && k > i - 3 && isCapital(p, k) && !LOCATIVE.has(p.folded[k]!)) k--;
    return k >= 0 && LOCATIVE.has(p.folded[k]!);
  }

  /** A verb stands in another tense on the other side. */
  #isTense(a: Prepared, x: readonly number[], b: Prepared, y: readonly number[]): boolean {
    return x.some((i) => y.some((j) => this.lexicon.otherTense(a.folded[i]!, b.folded[j]!, a.stems[i] === b.stems[j])));
  }
}

/** Words of [a0, a1) that stand in no equal number on the other side. */
function differing(a: Prepared, a0: number, a1: number, b: Prepared, b0: number, b1: number): number[] {
  const left = new Map<number, number>();
  for (let j = b0; j < b1; j++) left.set(b.ids[j]!, (left.get(b.ids[j]!) ?? 0) + 1);
  const out: number[] = [];
  for (let i = a0; i < a1; i++) {
    const n = left.get(a.ids[i]!) ?? 0;
    if (n > 0) left.set(a.ids[i]!, n - 1);
    else out.push(i);
  }
  return out;
}

/** The words are said again just before or after: "we – we will", "that is, that is". */
function isRepetition(p: Prepared, from: number, to: number): boolean {
  const n = to - from;
  if (n === 0 || n > 6) return false;
  const equal = (at: number): boolean => {
    if (at < 0 || at + n > p.count) return false;
    for (let k = 0; k < n; k++) if (p.ids[at + k] !== p.ids[from + k]) return false;
    return true;
  };
  return equal(from - n) || equal(to);
}

const NUMBER = /\p{Nd}/u;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Words that count or multiply with no digit: in "a couple of hundred" no digit stands. */
const MULTIPLES: ReadonlySet<string> = new Set(
  (
    'hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens score bn mn ' +
    'cent cents mille million millions milliard milliards hundert tausend million millionen milliarde milliarden billion billionen ' +
    'cien cientos mil millón millones сто сотен тысяча тысяч тысячи миллион миллионов миллиона миллиард миллиардов миллиарда ' +
    'сотень тисяча тисяч тисячі мільйон мільйонів мільйона мільярд мільярдів мільярда ' +
    '二 两 兩 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億'
  ).split(' '),
);

function isNumber(word: string): boolean {
  return NUMBER.test(word) || MULTIPLES.has(word);
}

/** A number that stands beside the name of a month. */
function isDayNumber(p: Prepared, i: number, lexicon: Lexicon): boolean {
  if (!isNumber(p.folded[i]!) || p.folded[i]!.length > 2) return false;
  const isMonth = (k: number): boolean => k >= 0 && k < p.count && lexicon.month(p.folded[k]!);
  if (isMonth(i + 1) || isMonth(i + 2)) return true;
  if (!isMonth(i - 1)) return false;
  // "In January 13 vessels": the number counts what follows.
  const next = p.text.slice(p.ends[i], p.ends[i]! + 3);
  return !/^ \p{Ll}/u.test(next) || (i + 1 < p.count && lexicon.functionWord(p.folded[i + 1]!));
}

const CAPITAL = /^\p{Lu}/u;

function isCapital(p: Prepared, i: number): boolean {
  return CAPITAL.test(p.text.slice(p.starts[i], p.ends[i]));
}

/** Words whose full stop ends no sentence. */
const ABBREVIATED: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof st sen rep gov gen col lt capt sgt rev hon messrs m mm mme sr sra herr'.split(' '),
);

function beginsSentence(p: Prepared, i: number): boolean {
  if (i === 0) return true;
  const gap = p.text.slice(p.ends[i - 1], p.starts[i]);
  if (gap === '. ' && (ABBREVIATED.has(p.folded[i - 1]!) || p.folded[i - 1]!.length === 1)) return false;
  return /[.!?:…\n]|[“„«"(]\s*$/u.test(gap);
}

const LOCATIVE = new Set(
  'in at near from towards toward across outside inside nach aus bei en à dans в на из у под біля до з'.split(' '),
);

/** Endings by which Japanese verbs and adjectives are negated. */
const NEGATED = /ません|な(?:い|かった|く|ければ)|[いかがきたちなばまみらりわ]ず/gu;
/** Characters on either side of a change that may be part of such an ending. */
const ENDING = 3;

/** In Japanese a negation is an ending: one side of the change has it, or more of them, around the characters that differ. */
function endsInNegation(a: Prepared, x: readonly number[], b: Prepared, y: readonly number[]): boolean {
  if (a.language.slice(0, 2) !== 'ja') return false;
  const negations = (p: Prepared, words: readonly number[]): number => {
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return 0;
    const text = p.text.slice(Math.max(0, p.starts[first]! - ENDING), p.ends[last]! + ENDING);
    return text.match(NEGATED)?.length ?? 0;
  };
  return negations(a, x) !== negations(b, y);
}

const REVERSING = ['un', 'in', 'im', 'ir', 'il', 'dis', 'non', 'не', 'без', 'un', 'in', 'dés', 'anti'] as const;

/** One side has a word, the other the same word turned round: able, unable. */
function opposites(a: Prepared, x: readonly number[], b: Prepared, y: readonly number[]): boolean {
  return x.some((i) =>
    y.some((j) => {
      const [short, long] = [a.folded[i]!, b.folded[j]!].sort((p, q) => p.length - q.length) as [string, string];
      return short.length > 2 && REVERSING.some((r) => long === r + short);
    }),
  );
}
