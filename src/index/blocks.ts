/**
 * Numbers on disk in blocks of BLOCK, each block by itself: packed to 24 or 28 bits where they are small enough, and
 * with an XXH32 of its own, so that any block can be read, checked and used while the rest of the file is still on
 * disk. A block at the end is filled up with zeros to a multiple of 16 numbers. Cost: about a nanosecond a number to
 * unpack, half a microsecond to check a block.
 * Rejected: differences and variable lengths, which save a byte more and make every number depend on those before it.
 */
import { checksum } from './checksum.js';

/** Numbers in a block. */
export const BLOCK = 1024;
/** Blocks are filled up to a multiple of this. */
const GRAIN = 16;

/** Bits that a number takes on disk. */
export type Width = 24 | 28 | 32;

/** The least width for numbers up to `top`. */
export function widthFor(top: number): Width {
  return top < 2 ** 24 ? 24 : top < 2 ** 28 ? 28 : 32;
}

/** Bytes that `count` numbers of one block take. */
export function blockBytes(count: number, width: Width): number {
  return ((Math.ceil(count / GRAIN) * GRAIN) / 8) * width;
}

/** Bytes that an array takes in blocks. */
export function packedBytes(length: number, width: Width): number {
  return Math.floor(length / BLOCK) * blockBytes(BLOCK, width) + blockBytes(length % BLOCK, width);
}

/** Packs an array, writing the checksum of each block into `sums`, which has one for each. */
export function pack(numbers: Uint32Array, width: Width, sums: Uint32Array): Uint32Array {
  const packed = new Uint32Array(packedBytes(numbers.length, width) / 4);
  const padded = new Uint32Array(BLOCK);
  for (let block = 0, at = 0; block * BLOCK < numbers.length; block++) {
    const count = Math.min(BLOCK, numbers.length - block * BLOCK);
    let from = numbers.subarray(block * BLOCK, block * BLOCK + count);
    if (count % GRAIN !== 0) {
      padded.fill(0);
      padded.set(from);
      from = padded.subarray(0, Math.ceil(count / GRAIN) * GRAIN);
    }
    const into = packed.subarray(at, at + blockBytes(count, width) / 4);
    packBlock(from, width, into);
    sums[block] = checksum(into);
    at += into.length;
  }
  return packed;
}

function packBlock(from: Uint32Array, width: Width, into: Uint32Array): void {
  if (width === 32) {
    into.set(from);
    return;
  }
  let at = 0;
  for (let i = 0; i < from.length; i += 4) {
    const a = from[i]! & 0xffffff;
    const b = from[i + 1]! & 0xffffff;
    const c = from[i + 2]! & 0xffffff;
    const d = from[i + 3]! & 0xffffff;
    into[at++] = a | (b << 24);
    into[at++] = (b >>> 8) | (c << 16);
    into[at++] = (c >>> 16) | (d << 8);
  }
  if (width === 28)
    for (let i = 0; i < from.length; i += 8) {
      let high = 0;
      for (let k = 0; k < 8; k++) high |= (from[i + k]! >>> 24) << (4 * k);
      into[at++] = high;
    }
}

/** Unpacks the numbers of one block to `into[at]` …; `packed` holds the block and nothing else. */
export function unpackBlock(packed: Uint32Array, width: Width, into: Uint32Array, at: number, count: number): void {
  if (width === 32) {
    into.set(packed.subarray(0, count), at);
    return;
  }
  const whole = count & ~3;
  let from = 0;
  for (let i = at; i < at + whole; i += 4) {
    const x = packed[from]!;
    const y = packed[from + 1]!;
    const z = packed[from + 2]!;
    from += 3;
    into[i] = x & 0xffffff;
    into[i + 1] = (x >>> 24) | ((y & 0xffff) << 8);
    into[i + 2] = (y >>> 16) | ((z & 0xff) << 16);
    into[i + 3] = z >>> 8;
  }
  const [x = 0, y = 0, z = 0] = packed.subarray(from, from + 3);
  const rest = [x & 0xffffff, (x >>> 24) | ((y & 0xffff) << 8), (y >>> 16) | ((z & 0xff) << 16)];
  for (let i = whole; i < count; i++) into[at + i] = rest[i - whole]!;
  if (width === 28) {
    const high = (Math.ceil(count / GRAIN) * GRAIN * 3) / 4;
    for (let i = 0; i < count; i++) into[at + i]! |= ((packed[high + (i >>> 3)]! >>> (4 * (i & 7))) & 15) << 24;
  }
}
