/**
 * Quotations of generated texts with what a check must say of them: unrelated ones are not held (T16), of abridged and
 * stitched ones every part is placed (T17), exact ones are exact, and no altered one is exact (T14).
 */
import type { Check, DraftCheck } from '#record/index.js';
import { ARCHIVE_SEED } from './engine.js';
import { Generated, type GeneratedText } from './generated.js';
import type { Random } from './random.js';

export const GENERATED_CLASSES = ['exact', 'altered', 'abridged', 'stitched', 'not held'] as const;
export type GeneratedClass = (typeof GENERATED_CLASSES)[number];

export interface GeneratedCase {
  readonly class: GeneratedClass;
  readonly speaker: string;
  readonly quoted: string;
  /** Words that must each stand in a matched reading. */
  readonly parts: readonly string[];
}

export class CaseMaker {
  readonly #held = new Generated(ARCHIVE_SEED);
  readonly #elsewhere = new Generated(ARCHIVE_SEED + 1);
  readonly #texts: number;
  readonly #random: Random;

  /** `texts`: how many are held, from number 0. */
  constructor(texts: number, random: Random) {
    this.#texts = texts;
    this.#random = random;
  }

  make(name: GeneratedClass): GeneratedCase {
    const random = this.#random;
    const [text, words] = this.#sentence(this.#held, 20);
    const made = (quoted: string, ...parts: string[]): GeneratedCase => {
      return { class: name, speaker: text.speaker, quoted, parts };
    };
    switch (name) {
      case 'exact':
        return made(words.join(' '), words.join(' '));
      case 'altered': {
        const altered = [...words];
        for (let i = 0; i < random.between(1, 4); i++)
          altered[random.between(1, words.length - 2)] = this.#held.word(random);
        return altered.join(' ') === words.join(' ') ? this.make(name) : made(altered.join(' '));
      }
      case 'abridged': {
        const away = random.between(3, words.length - 14);
        const at = random.between(7, words.length - away - 7);
        const [first, second] = [words.slice(0, at).join(' '), words.slice(at + away).join(' ')];
        return made(`${first.replace(/,$/, '')} … ${second}`, first, second);
      }
      case 'stitched': {
        const [, others] = this.#sentence(this.#held, 16);
        const [first, second] = [words.slice(0, random.between(8, 14)), others.slice(-random.between(8, 14))];
        return made([...first, ...second].join(' '), first.join(' '), second.join(' '));
      }
      case 'not held': {
        const [, unrelated] = this.#sentence(this.#elsewhere, 12);
        return made(unrelated.join(' '));
      }
    }
  }

  /** A sentence by chance with at least so many words, without its full stop, cut at blanks. */
  #sentence(from: Generated, least: number): readonly [GeneratedText, string[]] {
    for (;;) {
      const text = from.text(this.#random.below(this.#texts));
      const { start, end } = this.#random.pick(text.sentences);
      const words = text.text.slice(start, end - 1).split(' ');
      if (words.length >= least) return [text, words];
    }
  }
}

/** What makes a draft of invented words English to those who count its common words, as every real draft is something. */
const ENGLISH =
  'It was said on the day and for the record, as it is by those who have had the word, and that is what they will have to stand by.';

export function draftOf(cases: readonly GeneratedCase[]): string {
  return `Words from the record\n\n${ENGLISH}\n\n${cases.map(({ speaker, quoted }) => `${speaker} said: “${quoted}.”`).join('\n\n')}\n`;
}

export interface GeneratedGrade {
  readonly class: GeneratedClass;
  /** The wording that was answered; "no quotation" where none was found. */
  readonly got: string;
  /** Every part stands in a matched reading, to the word. */
  readonly placed: boolean;
}

export function gradeGenerated(cases: readonly GeneratedCase[], { checks }: DraftCheck): GeneratedGrade[] {
  const byWords = new Map<string, Check>(checks.map((check) => [flat(check.quotation.text), check]));
  return cases.map(({ class: name, quoted, parts }) => {
    const check = byWords.get(flat(quoted));
    if (check === undefined) return { class: name, got: 'no quotation', placed: false };
    const matched = check.readings.filter(({ role }) => role !== 'nearest').map(({ text }) => flat(text));
    return {
      class: name,
      got: check.wording,
      placed: parts.every((part) => matched.some((text) => text.includes(flat(part)))),
    };
  });
}

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
