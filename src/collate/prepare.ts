import type { Span } from '#base/index.js';
import { type WordList, stem, Vocabulary, words } from '#text/index.js';
import { spellingKey } from './spelling.js';

/** Gives every word of one collation a number; owned by whoever runs the collation, shared by all its texts. */
export class Interner {
  /** For texts that are cut for this collation. */
  readonly vocabulary = new Vocabulary();
  readonly #ids = new Map<string, number>();
  readonly #keys = new Map<string, number>();
  /** By language: one word may bend differently in two. */
  readonly #stems = new Map<string, Map<string, number>>();
  /** By a word's number in the vocabulary: its key, 0 where it was not asked for yet, and its letters. */
  #keyOf = new Int32Array(1024);
  #lettersOf = new Int32Array(1024);
  /** 1: a word was met whose letters hash to this. */
  readonly #met = new Uint8Array(1 << MET_BITS);

  /** Number of the word up to spelling, from 1. */
  key(folded: string): number {
    let id = this.#keys.get(folded);
    if (id === undefined) {
      id = this.#number(spellingKey(folded));
      this.#keys.set(folded, id);
    }
    return id;
  }

  /** Number of the word's light stem, from 1; words shorter than three letters are their own. */
  stem(folded: string, language: string): number {
    let stems = this.#stems.get(language);
    if (!stems) this.#stems.set(language, (stems = new Map()));
    let id = stems.get(folded);
    if (id === undefined) stems.set(folded, (id = this.#number(folded.length < 3 ? folded : stem(folded, language))));
    return id;
  }

  /** `key` of a word by its number in the vocabulary. */
  keyOf(word: number): number {
    if (word >= this.#keyOf.length) this.#widen(word);
    let key = this.#keyOf[word]!;
    if (key === 0) {
      const folded = this.vocabulary.words[word]!;
      key = this.key(folded);
      this.#keyOf[word] = key;
      this.#lettersOf[word] = lettersOf(folded);
    }
    return key;
  }

  /** Number of the word if it was met before, else 0. */
  known(folded: string): number {
    return this.#keys.get(folded) ?? 0;
  }

  /** Has `knownTogether` know a word of the vocabulary, whose key must have been asked for. */
  meet(word: number): void {
    this.#met[hashOfLetters(this.#lettersOf[word]!)] = 1;
  }

  /**
   * Number of two words written together, by their numbers in the vocabulary, if a word was met that is spelled so or in
   * another accepted spelling; else 0. Their keys must have been asked for.
   */
  knownTogether(first: number, second: number): number {
    if (this.#met[hashOfLetters(this.#lettersOf[first]! | this.#lettersOf[second]!)] === 0) return 0;
    const { words: folded } = this.vocabulary;
    return this.#ids.get(spellingKey(folded[first]! + folded[second]!)) ?? 0;
  }

  /** All words met, as they were folded. */
  words(): Iterable<string> {
    return this.#keys.keys();
  }

  #widen(word: number): void {
    const room = Math.max(2 * this.#keyOf.length, word + 1);
    this.#keyOf = wider(this.#keyOf, room);
    this.#lettersOf = wider(this.#lettersOf, room);
  }

  #number(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(word, id);
    return id;
  }
}

const MET_BITS = 15;

/** Which letters a word has, a bit each, without those in which accepted spellings of one word differ. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let k = 0; k < word.length; k++) {
    const code = word.charCodeAt(k);
    if (!SPELLED.has(code)) letters |= 1 << (code % 31);
  }
  return letters;
}

const SPELLED: ReadonlySet<number> = new Set(Array.from('aeiouyszck', (letter) => letter.charCodeAt(0)));

function hashOfLetters(letters: number): number {
  return Math.imul(letters, 0x9e3779b1) >>> (32 - MET_BITS);
}

function wider(numbers: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(room);
  copy.set(numbers);
  return copy;
}

/** A text made ready for alignment: its words with their places, and numbers under which words count as the same. */
export interface Prepared {
  readonly text: string;
  readonly language: string;
  readonly count: number;
  /** Place of each word in `text`, UTF-16 code units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly folded: readonly string[];
  /** Equal numbers: the same word, up to form and spelling. */
  readonly ids: Int32Array;
  readonly stems: Int32Array;
  /** Number of the word that word i and the next make when written together; 0 if there is no next. */
  readonly joined: Int32Array;
  /** The same for word i and the next two where hyphens tie them: "Donau-Dampf-Schiff"; null where none are tied so. */
  readonly tied: Int32Array | null;
}

/** Which words of a text take part in a collation. */
export interface PrepareOptions {
  readonly language?: string | null;
  /** Stretches whose words are none of the speaker's: labels, stage notes. In order. */
  readonly skip?: readonly Span[];
  /**
   * `joined` holds only words of texts made ready without this: enough for a text that is compared with those alone,
   * and much quicker.
   */
  readonly last?: boolean;
}

/** Makes a text ready for alignment. Cost: one pass over the text, one look-up a word. */
export function prepare(text: string, interner: Interner, options: PrepareOptions = {}): Prepared {
  const language = options.language ?? null;
  const all = words(text, { vocabulary: interner.vocabulary, language });
  const kept = options.skip?.length ? without(all, options.skip) : all;
  return prepared(kept, kept.ids, interner, language ?? 'en', options.last === true ? 'met' : 'all');
}

/**
 * The same for words that were already cut. `join` false leaves `joined` to `joinWords`, which is quicker once all
 * texts are known.
 */
export function prepareWords(kept: PlacedWords, interner: Interner, language: string, join = true): Prepared {
  const numbers = Uint32Array.from(kept.folded, (word) => interner.vocabulary.numberOf(word));
  return prepared(kept, numbers, interner, language, join ? 'all' : 'none');
}

/** `numbers`: of the words in the interner's vocabulary. `join`: which pairs of words `joined` speaks of. */
function prepared(
  kept: PlacedWords,
  numbers: Uint32Array,
  interner: Interner,
  language: string,
  join: 'all' | 'met' | 'none',
): Prepared {
  const { text, count, starts, ends, folded } = kept;
  const ids = new Int32Array(count);
  const stems = new Int32Array(count);
  const joined = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    ids[i] = interner.keyOf(numbers[i]!);
    stems[i] = interner.stem(folded[i]!, language);
    if (join !== 'met') interner.meet(numbers[i]!);
  }
  for (let i = 0; join !== 'none' && i + 1 < count; i++) {
    // Only words that stand close together can be one word written apart.
    if (starts[i + 1]! - ends[i]! > 2) continue;
    joined[i] =
      join === 'all' ? interner.key(folded[i]! + folded[i + 1]!) : interner.knownTogether(numbers[i]!, numbers[i + 1]!);
  }
  const tied = tiedOf(kept, interner);
  return { text, language, count, starts, ends, folded, ids, stems, joined, tied };
}

const HYPHEN = /^[-\u2010\u2011]$/u;

function tiedOf({ text, count, starts, ends, folded }: PlacedWords, interner: Interner): Int32Array | null {
  let tied: Int32Array | null = null;
  let hyphens = 0;
  for (let i = 1; i < count; i++) {
    const isTied = starts[i] === ends[i - 1]! + 1 && HYPHEN.test(text[ends[i - 1]!]!);
    hyphens = isTied ? hyphens + 1 : 0;
    if (hyphens < 2) continue;
    tied ??= new Int32Array(count);
    tied[i - 2] = interner.key(folded[i - 2]! + folded[i - 1]! + folded[i]!);
  }
  return tied;
}

/**
 * Fills `joined` of texts that are to be compared with each other alone: two words are looked up as one only where a
 * hash of both, put together from theirs (Rabin & Karp 1987), is that of a word met.
 */
export function joinWords(texts: readonly Prepared[], interner: Interner): void {
  const met = new Uint8Array(1 << HASH_BITS);
  for (const word of interner.words()) met[hashOf(word) >>> (32 - HASH_BITS)] = 1;
  for (const { count, starts, ends, folded, joined } of texts) {
    let last = count > 0 ? hashOf(folded[0]!) : 0;
    for (let i = 0; i + 1 < count; i++) {
      const next = folded[i + 1]!;
      const hash = hashOf(next);
      if (starts[i + 1]! - ends[i]! <= 2) {
        let both = last;
        for (let k = 0; k < next.length; k++) both = Math.imul(both, HASH_BASE);
        if (met[(both + hash) >>> (32 - HASH_BITS)] === 1) joined[i] = interner.known(folded[i]! + next);
      }
      last = hash;
    }
  }
}

const HASH_BASE = 0x01000193;
const HASH_BITS = 18;

function hashOf(word: string): number {
  let hash = 0;
  for (let k = 0; k < word.length; k++) hash = (Math.imul(hash, HASH_BASE) + word.charCodeAt(k)) | 0;
  return hash;
}

/** The parts of a word list that a collation needs; `text.words` gives it, a caller may have joined or left out some. */
export type PlacedWords = Pick<WordList, 'text' | 'count' | 'starts' | 'ends' | 'folded'>;

function without(all: WordList, skip: readonly Span[]): WordList {
  const keep: number[] = [];
  let s = 0;
  for (let i = 0; i < all.count; i++) {
    while (s < skip.length && skip[s]!.end <= all.starts[i]!) s++;
    if (s < skip.length && skip[s]!.start <= all.starts[i]!) continue;
    keep.push(i);
  }
  return {
    text: all.text,
    count: keep.length,
    starts: Uint32Array.from(keep, (i) => all.starts[i]!),
    ends: Uint32Array.from(keep, (i) => all.ends[i]!),
    folded: keep.map((i) => all.folded[i]!),
    ids: Uint32Array.from(keep, (i) => all.ids[i]!),
  };
}
