/**
 * The words of an archive, numbered from 1 in the order in which they came. An open-addressing table over one blob
 * of UTF-16 code units, all of it typed arrays: a saved dictionary is used as read, without looking at any word.
 * Number 0 is no word: it stands for a break. A Map of strings was rejected: it takes ten times the memory and
 * half a second to fill with a million words.
 */

/** The arrays of a Dictionary, trimmed, as they are saved. Entry 0 of `hashes` and `starts` belongs to no word. */
export interface DictionaryParts {
  readonly units: Uint16Array;
  /** Word n stands at `starts[n]` … `starts[n + 1]` of `units`. */
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
  /** Word numbers by hash, 0 where empty; the length is a power of two. */
  readonly table: Uint32Array;
}

const MOST_WORDS = 2 ** 26 - 1;

/** Word ↔ number, growing. Words are compared by their code units: folding comes before. */
export class Dictionary {
  #units: Uint16Array;
  #starts: Uint32Array;
  #hashes: Uint32Array;
  #table: Uint32Array;
  #size: number;

  constructor(parts?: DictionaryParts) {
    this.#units = parts?.units ?? new Uint16Array(1 << 12);
    this.#starts = parts?.starts ?? new Uint32Array(1 << 9);
    this.#hashes = parts?.hashes ?? new Uint32Array(1 << 9);
    this.#table = parts?.table ?? new Uint32Array(1 << 10);
    this.#size = parts ? parts.starts.length - 2 : 0;
    if (this.#size < 0 || (this.#table.length & (this.#table.length - 1)) !== 0 || this.#table.length <= this.#size)
      throw new RangeError('these are not the parts of a dictionary');
  }

  /** How many words; they are numbered 1 … size. */
  get size(): number {
    return this.#size;
  }

  /** The number of a word, 0 if it is not held. */
  idOf(word: string): number {
    const hash = hashOf(word);
    const mask = this.#table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.#table[slot]!;
      if (id === 0 || (this.#hashes[id] === hash && this.#is(id, word))) return id;
    }
  }

  /** The number of a word, which is added if it is not held. */
  add(word: string): number {
    const hash = hashOf(word);
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (; ; slot = (slot + 1) & mask) {
      const id = this.#table[slot]!;
      if (id === 0) break;
      if (this.#hashes[id] === hash && this.#is(id, word)) return id;
    }
    const id = this.#size + 1;
    if (id > MOST_WORDS) throw new RangeError(`a dictionary holds at most ${MOST_WORDS} words`);
    const start = this.#size === 0 ? 0 : this.#starts[id]!;
    const end = start + word.length;
    if (end > this.#units.length) this.#units = grown(this.#units, end, Uint16Array);
    if (id + 1 >= this.#starts.length) this.#starts = grown(this.#starts, id + 2, Uint32Array);
    if (id >= this.#hashes.length) this.#hashes = grown(this.#hashes, id + 1, Uint32Array);
    for (let i = 0; i < word.length; i++) this.#units[start + i] = word.charCodeAt(i);
    this.#starts[id] = start;
    this.#starts[id + 1] = end;
    this.#hashes[id] = hash;
    this.#table[slot] = id;
    this.#size = id;
    if (id * 2 > this.#table.length) this.#widen();
    return id;
  }

  /** The word of a number. RangeError if there is none. */
  word(id: number): string {
    if (!(id >= 1 && id <= this.#size)) throw new RangeError(`the dictionary has no word ${id}`);
    let word = '';
    for (let i = this.#starts[id]!; i < this.#starts[id + 1]!; i++) word += String.fromCharCode(this.#units[i]!);
    return word;
  }

  /** Numbers of all words that begin with a prefix. Looks at every word once. */
  beginningWith(prefix: string): number[] {
    const found: number[] = [];
    for (let id = 1; id <= this.#size; id++) {
      const start = this.#starts[id]!;
      if (this.#starts[id + 1]! - start < prefix.length) continue;
      let i = 0;
      while (i < prefix.length && this.#units[start + i] === prefix.charCodeAt(i)) i++;
      if (i === prefix.length) found.push(id);
    }
    return found;
  }

  /** Views of the arrays, to be saved; valid until the next add. */
  parts(): DictionaryParts {
    const end = this.#size === 0 ? 0 : this.#starts[this.#size + 1]!;
    return {
      units: this.#units.subarray(0, end),
      starts: this.#starts.subarray(0, this.#size + 2),
      hashes: this.#hashes.subarray(0, this.#size + 1),
      table: this.#table,
    };
  }

  #is(id: number, word: string): boolean {
    const start = this.#starts[id]!;
    const length = word.length;
    if (this.#starts[id + 1]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#units[start + i] !== word.charCodeAt(i)) return false;
    return true;
  }

  #widen(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let id = 1; id <= this.#size; id++) {
      let slot = this.#hashes[id]! & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = id;
    }
    this.#table = table;
  }
}

/** FNV-1a over code units, its bits mixed as in MurmurHash3 because the table uses the low ones. */
function hashOf(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

function grown<A extends Uint16Array | Uint32Array>(old: A, need: number, Kind: new (length: number) => A): A {
  const wider = new Kind(Math.max(need, old.length * 2));
  wider.set(old);
  return wider;
}
