/**
 * How dictionaries and segments are written: a JSON head that names the parts, then the parts, little-endian, each
 * from a multiple of eight bytes. Small parts lie as they do in memory, each with its own XXH32; the words and the
 * places of a segment, nearly all of it, come last, packed in blocks with a checksum each (blocks.ts), so that a
 * segment can be opened with what comes before them and searched while they are on disk. No byte is without a
 * checksum, and damage is named by part. Immutable.
 */
import { FOLDING } from '#text/index.js';
import { BLOCK, pack, packedBytes, type Width, widthFor } from './blocks.js';
import { checksum } from './checksum.js';
import { Blocks, type Cold, type ReadPart, samplesOf } from './cold.js';
import { Dictionary } from './dictionary.js';
import { type Allocate, directoryOf, type Segment, unshared } from './segment.js';

/** "OnrIndex", little-endian. */
const MAGIC = [0x49726e4f, 0x7865646e] as const;
/** Goes up with each change of the format. */
export const FORMAT = 4;
/** Bytes read at first to open a segment: the head is shorter. */
const OPENING = 1 << 16;

interface Part {
  readonly name: string;
  readonly bytes: 2 | 4;
  /** Bits that a number takes, of a part in blocks. */
  readonly packed?: Width;
  /** From the start of the file, in bytes. */
  readonly offset: number;
  /** Numbers in it. */
  readonly length: number;
  /** Of the whole part; 0 of a part in blocks, whose checksums are a part of their own. */
  readonly checksum: number;
}

interface Head {
  readonly holds: 'dictionary' | 'segment';
  readonly folding: string;
  readonly parts: readonly Part[];
}

/** Why bytes are no dictionary or segment that can be used: what is damaged, or made by other rules. */
export class IndexDamage extends Error {
  /** "folding" or "format": sound, but made by other rules or a later version; otherwise the part that is damaged. */
  readonly part: string;

  constructor(part: string, message: string) {
    super(message);
    this.name = 'IndexDamage';
    this.part = part;
  }
}

/** The bytes of a segment, all of which is in memory, as chunks in order. */
export function encodeSegment({ ids, suffixes, words, firsts, texts, starts }: Segment): Uint8Array[] {
  const idSums = new Uint32Array(Math.ceil(ids.length / BLOCK));
  const suffixSums = new Uint32Array(Math.ceil(suffixes.length / BLOCK));
  const idWidth = widthFor(words.at(-1) ?? 0);
  const suffixWidth = widthFor(ids.length);
  const packed = [
    { name: 'ids', packed: idWidth, length: ids.length, array: pack(ids, idWidth, idSums) },
    { name: 'suffixes', packed: suffixWidth, length: suffixes.length, array: pack(suffixes, suffixWidth, suffixSums) },
  ];
  const samples = samplesOf(ids, suffixes);
  return encode('segment', { words, firsts, texts, starts, samples, idSums, suffixSums }, packed);
}

/** The bytes of a dictionary as chunks in order, to be written before the next add. */
export function encodeDictionary(dictionary: Dictionary): Uint8Array[] {
  return encode('dictionary', { ...dictionary.parts() });
}

/** A segment that was opened and may be cold. */
export interface OpenedSegment {
  readonly segment: Segment;
  /** Share of it that is in memory, 0 to 1. */
  readonly loaded: number;
  /**
   * Brings in what is still on disk, asking after each stretch whether to go on; then the segment without its cold,
   * or null if it was not to go on. Throws IndexDamage.
   */
  load(more?: () => boolean): Segment | null;
}

/**
 * Opens the segment in a file of `size` bytes, reading only what is needed to search it cold. What is read later
 * throws IndexDamage as well, and whatever `read` throws.
 */
export function openSegment(read: ReadPart, size: number, allocate: Allocate = unshared): OpenedSegment {
  const opening = read(0, Math.min(OPENING, size));
  const { parts, end: headEnd } = expectedHead('segment', opening, size);
  const first = parts.find(({ packed }) => packed !== undefined)?.offset ?? size;
  const small = first <= opening.length ? opening : read(0, first);
  const arrays: Record<string, Uint32Array> = {};
  let end = headEnd;
  for (const part of parts) {
    const { name, offset, length, packed } = part;
    const bytes = packed === undefined ? length * 4 : packedBytes(length, packed);
    if (offset < end || offset + bytes > size) throw new IndexDamage(name, `is cut off in "${name}"`);
    expectZeros(small, end, offset);
    if (packed === undefined) arrays[name] = smallPart(small, part, allocate);
    end = offset + bytes;
  }
  if (size !== padded(end)) throw new IndexDamage('filling', 'is not as long as its parts');
  const { words, firsts, texts, starts, samples, idSums, suffixSums } = arrays;
  if (!words || !firsts || !texts || !starts || !samples || !idSums || !suffixSums)
    throw new IndexDamage('head', 'parts are missing');
  const blocks = (name: string, sums: Uint32Array): Blocks => {
    const part = parts.find((one) => one.name === name);
    if (part?.packed === undefined || sums.length !== Math.ceil(part.length / BLOCK))
      throw new IndexDamage('head', 'parts are missing');
    const { packed: width, offset, length } = part;
    const damaged = (): IndexDamage => new IndexDamage(name, `is damaged in "${name}"`);
    return new Blocks(new Uint32Array(allocate(length * 4)), { width, offset, sums, read, damaged });
  };
  const ids = blocks('ids', idSums);
  const suffixes = blocks('suffixes', suffixSums);
  const cold: Cold = {
    samples,
    ids: (low, high) => ids.need(low, high),
    suffixes: (low, high) => suffixes.need(low, high),
  };
  // A cold segment does without its directory: it is made of all words, and few are asked about.
  const segment = { ids: ids.array, suffixes: suffixes.array, words, firsts, directory: null, texts, starts, cold };
  const all = Math.max(1, idSums.length + suffixSums.length);
  return {
    segment,
    get loaded() {
      return 1 - (ids.missing + suffixes.missing) / all;
    },
    load: (more = () => true) =>
      ids.needAll(more) && (suffixes.missing === 0 || more()) && suffixes.needAll(more)
        ? { ...segment, directory: directoryOf(words, firsts, allocate), cold: null }
        : null,
  };
}

/** The segment in a file's bytes, all of it. Throws IndexDamage. */
export function decodeSegment(file: ArrayBuffer): Segment {
  const read: ReadPart = (offset, length) =>
    new Uint8Array(file.slice(offset, Math.min(file.byteLength, offset + length)));
  return openSegment(read, file.byteLength).load()!;
}

/** The dictionary in a file's bytes, which it keeps and grows away from. Throws IndexDamage. */
export function decodeDictionary(file: ArrayBuffer): Dictionary {
  const parts = decode('dictionary', file);
  const { starts, hashes, table } = parts as Record<string, Uint32Array>;
  const units = parts['units'] as Uint16Array | undefined;
  if (!units || !starts || !hashes || !table) throw new IndexDamage('head', 'parts are missing');
  return new Dictionary({ units, starts, hashes, table });
}

type Numbers = Uint16Array | Uint32Array;

interface PackedPart {
  readonly name: string;
  readonly packed: Width;
  readonly length: number;
  readonly array: Uint32Array;
}

function encode(
  holds: Head['holds'],
  arrays: Record<string, Numbers>,
  packed: readonly PackedPart[] = [],
): Uint8Array[] {
  const small = Object.entries(arrays).map(([name, array]) => ({
    name,
    bytes: array.BYTES_PER_ELEMENT as 2 | 4,
    length: array.length,
    checksum: checksumOf(array),
    array,
  }));
  const all = [...small, ...packed.map((part) => ({ ...part, bytes: 4 as const, checksum: 0 }))];
  const head = (first: number): Uint8Array => {
    let offset = first;
    const parts = all.map(({ array, ...part }): Part => {
      const placed = { ...part, offset };
      offset += padded(array.byteLength);
      return placed;
    });
    const json = new TextEncoder().encode(JSON.stringify({ holds, folding: FOLDING, parts } satisfies Head));
    const whole = new Uint8Array(20 + padded(json.length) + 4);
    const view = new Uint32Array(whole.buffer);
    view.set([...MAGIC, FORMAT, json.length, first], 0);
    whole.set(json, 20);
    view[view.length - 1] = checksum(view.subarray(0, -1));
    return whole;
  };
  // Offsets have more digits than 0: room is left for them.
  const first = padded(head(0).length + 16 * all.length + 8);
  const written = head(first);
  const chunks: Uint8Array[] = [written, new Uint8Array(first - written.length)];
  for (const { array } of all) {
    chunks.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    const rest = padded(array.byteLength) - array.byteLength;
    if (rest > 0) chunks.push(new Uint8Array(rest));
  }
  return chunks;
}

/** A part that lies in `file` as it does in memory, checked, in memory of its own. */
function smallPart(
  file: Uint8Array,
  { name, offset, length, checksum: expected }: Part,
  allocate: Allocate,
): Uint32Array {
  const array = new Uint32Array(allocate(length * 4));
  array.set(new Uint32Array(file.buffer, file.byteOffset + offset, length));
  if (checksumOf(array) !== expected) throw new IndexDamage(name, `is damaged in "${name}"`);
  return array;
}

function decode(holds: Head['holds'], file: ArrayBuffer): Record<string, Numbers> {
  const whole = new Uint8Array(file);
  const { parts, end: headEnd } = expectedHead(holds, whole, whole.length);
  let end = headEnd;
  const arrays: Record<string, Numbers> = {};
  for (const { name, bytes, offset, length, checksum: expected } of parts) {
    if (offset + length * bytes > file.byteLength) throw new IndexDamage(name, `is cut off in "${name}"`);
    const array = bytes === 2 ? new Uint16Array(file, offset, length) : new Uint32Array(file, offset, length);
    if (checksumOf(array) !== expected) throw new IndexDamage(name, `is damaged in "${name}"`);
    arrays[name] = array;
    expectZeros(whole, end, offset);
    end = offset + length * bytes;
  }
  if (file.byteLength !== padded(end)) throw new IndexDamage('filling', 'is not as long as its parts');
  expectZeros(whole, end, file.byteLength);
  return arrays;
}

function expectedHead(holds: Head['holds'], file: Uint8Array, size: number): Head & { readonly end: number } {
  const head = headOf(file, size);
  if (head.holds !== holds) throw new IndexDamage('head', `holds a ${head.holds}, not a ${holds}`);
  if (head.folding !== FOLDING) throw new IndexDamage('folding', `made with ${head.folding}, not ${FOLDING}`);
  return head;
}

/** The head in the first bytes of a file of `size` bytes. */
function headOf(file: Uint8Array, size: number): Head & { readonly end: number } {
  if (size < 28 || file.length < 28) throw new IndexDamage('head', 'is too short');
  const fixed = new Uint32Array(file.buffer, file.byteOffset, 5);
  if (fixed[0] !== MAGIC[0] || fixed[1] !== MAGIC[1])
    throw new IndexDamage('head', 'does not begin like an index file');
  const length = fixed[3]!;
  const end = 20 + padded(length);
  if (end + 4 > file.length) throw new IndexDamage('head', 'is damaged in its head');
  const view = new Uint32Array(file.buffer, file.byteOffset, end / 4 + 1);
  if (checksum(view.subarray(0, -1)) !== view.at(-1)) throw new IndexDamage('head', 'is damaged in its head');
  if (fixed[2]! !== FORMAT) throw new IndexDamage('format', `is of format ${fixed[2]!}, not ${FORMAT}`);
  return { ...(JSON.parse(new TextDecoder().decode(file.subarray(20, 20 + length))) as Head), end: end + 4 };
}

/** Between parts stand only zeros, fewer than a part could hide in. */
function expectZeros(file: Uint8Array, from: number, to: number): void {
  if (to < from || to - from > 1024 || file.subarray(from, to).some((byte) => byte !== 0))
    throw new IndexDamage('filling', 'is damaged between its parts');
}

/** Checksum of an array's bytes, as 32-bit words, the last filled up with zeros. */
function checksumOf(array: Uint16Array | Uint32Array): number {
  if (array instanceof Uint32Array) return checksum(array);
  const words = new Uint32Array((array.length + 1) >>> 1);
  new Uint16Array(words.buffer).set(array);
  return checksum(words);
}

/** The next multiple of eight. */
function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
