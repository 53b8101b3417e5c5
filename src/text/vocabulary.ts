import { foldCharacters } from './characters.js';
import { countsKind } from './numerals.js';

/**
 * The distinct folded words met so far, numbered from 0 in order of first meeting. Owned by the caller, who may
 * give the same one to many calls of `words`: a word met before then costs one probe and no allocation.
 *
 * Open addressing with linear probing over FNV-1a of the UTF-16 code units, kept at most half full. A Map from
 * strings was rejected: it needs the string before it can tell that the word is known.
 */
export class Vocabulary {
  /** The folded words by number. */
  readonly words: string[] = [];
  /** 1 for each word that may be part of a number or percent sign written in words, else 0. */
  kinds: Uint8Array = new Uint8Array(1024);
  /** Room for the code units of the word being read. */
  readonly scratch: Uint16Array = new Uint16Array(LONGEST);

  /** Hash and number of a word, by pairs; a number below zero marks an empty slot. */
  #slots: Int32Array = new Int32Array(4096).fill(-1);
  #offsets: Uint32Array = new Uint32Array(1025);
  #units: Uint16Array = new Uint16Array(8192);

  /** The number of the word whose `length` code units stand in `scratch` and hash to `hash`. */
  numberOfScratch(length: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 2;
    const { scratch } = this;
    for (let slot = spread(hash) & mask; ; slot = (slot + 2) & mask) {
      const number = slots[slot + 1]!;
      if (number < 0) return this.#add(length, hash, slot);
      if (slots[slot] !== hash) continue;
      const offset = this.#offsets[number]!;
      if (this.#offsets[number + 1]! - offset !== length) continue;
      const units = this.#units;
      let i = 0;
      while (i < length && units[offset + i] === scratch[i]) i++;
      if (i === length) return number;
    }
  }

  /** The number of a folded word; words beyond `LONGEST` code units are cut there. */
  numberOf(word: string): number {
    const length = Math.min(word.length, LONGEST);
    let hash = HASH_START;
    for (let i = 0; i < length; i++) {
      const unit = word.charCodeAt(i);
      this.scratch[i] = unit;
      hash = Math.imul(hash ^ unit, HASH_FACTOR);
    }
    return this.numberOfScratch(length, hash);
  }

  #add(length: number, hash: number, slot: number): number {
    const number = this.words.length;
    const word = String.fromCharCode.apply(null, this.scratch.subarray(0, length) as unknown as number[]);
    const offset = this.#offsets[number]!;
    if (number === this.kinds.length) {
      this.kinds = grown(this.kinds, new Uint8Array(number * 2));
      this.#offsets = grown(this.#offsets, new Uint32Array(number * 2 + 1));
    }
    if (offset + length > this.#units.length) {
      this.#units = grown(this.#units, new Uint16Array(this.#units.length * 2 + length));
    }
    this.#units.set(this.scratch.subarray(0, length), offset);
    this.#offsets[number + 1] = offset + length;
    this.words.push(word);
    this.kinds[number] = countsKind(word);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = number;
    if ((number + 1) * 4 > this.#slots.length) this.#widen();
    return number;
  }

  #widen(): void {
    const from = this.#slots;
    const to = new Int32Array(from.length * 2).fill(-1);
    const mask = to.length - 2;
    for (let i = 0; i < from.length; i += 2) {
      if (from[i + 1]! < 0) continue;
      let slot = spread(from[i]!) & mask;
      while (to[slot + 1]! >= 0) slot = (slot + 2) & mask;
      to[slot] = from[i]!;
      to[slot + 1] = from[i + 1]!;
    }
    this.#slots = to;
  }
}

/** Takes the high bits of a hash down to where the slot is chosen. */
function spread(hash: number): number {
  return (hash ^ (hash >>> 15)) << 1;
}

/** Code units of the longest word told apart; longer ones are equal if their beginnings are. */
export const LONGEST = 256;
/** FNV-1a, 32 bits. */
export const HASH_START = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;

/** The folded form of one word, as `words` would give it where it stands by itself and is no number. */
export function foldWord(word: string): string {
  return foldCharacters(word).slice(0, LONGEST);
}

function grown<T extends Int32Array | Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
