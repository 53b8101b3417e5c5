/**
 * A segment of which most is still on disk. Its arrays are there at full length but empty; whoever reads a stretch of
 * them asks for it first, and the blocks that it touches are read, checked against their checksums and unpacked in
 * place. So a search runs the same steps on a cold segment as on a warm one and finds the same, at a few
 * microseconds for each block it touches for the first time. Where narrowing begins, the sampled prefixes (the first words at every
 * SAMPLE-th place) take the place of most reads.
 * Rejected: a search of its own for cold segments, which would be a second truth; mapping files into memory, which
 * Node has not.
 */
import { BLOCK, blockBytes, unpackBlock, type Width } from './blocks.js';
import { checksum } from './checksum.js';

/** Every SAMPLE-th place of a segment has its first SAMPLED words in memory. */
export const SAMPLE = 256;
export const SAMPLED = 4;

/** What a segment asks before it is read, while parts of it are on disk. May throw what its reading throws. */
export interface Cold {
  /** The first SAMPLED words at every SAMPLE-th place, zeros from a break on. */
  readonly samples: Uint32Array;
  /** Sees to it that `suffixes[low]` … `suffixes[high - 1]` are in memory. */
  suffixes(low: number, high: number): void;
  /** The same for `ids`. */
  ids(low: number, high: number): void;
}

/** Blocks that one reading brings in where all are wanted: 3 MB. */
const RUN = 1024;

/** Reads bytes of a file, aligned to four bytes in memory. */
export type ReadPart = (offset: number, length: number) => Uint8Array;

/** An array that comes from disk block by block. */
export class Blocks {
  /** At full length; what was not asked for is empty. */
  readonly array: Uint32Array;
  readonly #width: Width;
  readonly #offset: number;
  readonly #sums: Uint32Array;
  readonly #read: ReadPart;
  readonly #damaged: () => Error;
  readonly #present: Uint8Array;
  #missing: number;

  constructor(
    array: Uint32Array,
    from: {
      readonly width: Width;
      readonly offset: number;
      readonly sums: Uint32Array;
      readonly read: ReadPart;
      readonly damaged: () => Error;
    },
  ) {
    this.array = array;
    this.#width = from.width;
    this.#offset = from.offset;
    this.#sums = from.sums;
    this.#read = from.read;
    this.#damaged = from.damaged;
    this.#missing = Math.ceil(array.length / BLOCK);
    this.#present = new Uint8Array(this.#missing);
  }

  /** Blocks that are still on disk only. */
  get missing(): number {
    return this.#missing;
  }

  /** Sees to it that a stretch is in memory. */
  need(low: number, high: number): void {
    const last = Math.min(high, this.array.length) - 1;
    for (let block = Math.floor(Math.max(0, low) / BLOCK); block * BLOCK <= last; block++)
      if (this.#present[block] === 0) this.#bring(block, 1);
  }

  /** Brings in all that is missing, asking after each reading whether to go on. Returns whether all of it is there. */
  needAll(more: () => boolean): boolean {
    for (let block = 0; block < this.#present.length; ) {
      if (this.#present[block] === 1) {
        block++;
        continue;
      }
      let count = 1;
      while (count < RUN && block + count < this.#present.length && this.#present[block + count] === 0) count++;
      this.#bring(block, count);
      block += count;
      if (this.#missing > 0 && !more()) return false;
    }
    return true;
  }

  #bring(first: number, count: number): void {
    const { length } = this.array;
    const full = blockBytes(BLOCK, this.#width);
    const last = first + count - 1;
    const bytes = (count - 1) * full + blockBytes(Math.min(BLOCK, length - last * BLOCK), this.#width);
    const read = this.#read(this.#offset + first * full, bytes);
    if (read.length < bytes) throw this.#damaged();
    const words = new Uint32Array(read.buffer, read.byteOffset, bytes / 4);
    for (let block = first; block <= last; block++) {
      const own = words.subarray(
        ((block - first) * full) / 4,
        Math.min(words.length, ((block - first + 1) * full) / 4),
      );
      if (checksum(own) !== this.#sums[block]) throw this.#damaged();
      unpackBlock(own, this.#width, this.array, block * BLOCK, Math.min(BLOCK, length - block * BLOCK));
      this.#present[block] = 1;
      this.#missing--;
    }
  }
}

/** The samples of a sorted segment. */
export function samplesOf(ids: Uint32Array, suffixes: Uint32Array): Uint32Array {
  const samples = new Uint32Array(Math.ceil(suffixes.length / SAMPLE) * SAMPLED);
  for (let k = 0, at = 0; k < suffixes.length; k += SAMPLE, at += SAMPLED)
    for (let d = 0, position = suffixes[k]!; d < SAMPLED && ids[position + d] !== 0; d++)
      samples[at + d] = ids[position + d]!;
  return samples;
}
