import type { Span } from '#base/index.js';
import { type WordList, stem, words } from '#text/index.js';
import { spellingKey } from './spelling.js';

/** Gives every word of one collation a number; owned by whoever runs the collation, shared by all its texts. */
export class Interner {
  readonly #ids = new Map<string, number>();
  readonly #keys = new Map<string, number>();
  readonly #stems = new Map<string, number>();

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
    const cached = this.#stems.get(folded);
    if (cached !== undefined) return cached;
    const id = this.#number(folded.length < 3 ? folded : stem(folded, language));
    this.#stems.set(folded, id);
    return id;
  }

  /** Number of the word if it was met before, else 0. */
  known(folded: string): number {
    return this.#keys.get(folded) ?? 0;
  }

  /** All words met, as they were folded. */
  words(): Iterable<string> {
    return this.#keys.keys();
  }

  #number(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(word, id);
    return id;
  }
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
}

/** Makes a text ready for alignment. Cost: one pass over the text, one look-up a word. */
export function prepare(text: string, interner: Interner, options: PrepareOptions = {}): Prepared {
  const all = words(text, { language: options.language ?? null });
  return prepareWords(options.skip?.length ? without(all, options.skip) : all, interner, options.language ?? 'en');
}

/**
 * The same for words that were already cut. `join` false leaves `joined` to `joinWords`, which is quicker once all
 * texts are known.
 */
export function prepareWords(kept: PlacedWords, interner: Interner, language: string, join = true): Prepared {
  const { text } = kept;
  const { count, folded } = kept;
  const ids = new Int32Array(count);
  const stems = new Int32Array(count);
  const joined = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    ids[i] = interner.key(folded[i]!);
    stems[i] = interner.stem(folded[i]!, language);
  }
  for (let i = 0; join && i + 1 < count; i++) {
    // Only words that stand close together can be one word written apart.
    if (kept.starts[i + 1]! - kept.ends[i]! <= 2) joined[i] = interner.key(folded[i]! + folded[i + 1]!);
  }
  const tied = tiedOf(kept, interner);
  return { text, language, count, starts: kept.starts, ends: kept.ends, folded, ids, stems, joined, tied };
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

function without(all: PlacedWords, skip: readonly Span[]): PlacedWords {
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
  };
}
