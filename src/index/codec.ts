/**
 * How dictionaries and segments are written: a JSON head that names the parts, then the arrays as they lie in
 * memory, little-endian, each from a multiple of eight bytes and with its own XXH32, so that a file is used as read,
 * a part can be read by itself, and damage is named by part. Immutable. Numbers are not packed: memory and disk
 * hold the same bytes and nothing is looked at on loading but the checksums.
 */
import { FOLDING } from '#text/index.js';
import { checksum } from './checksum.js';
import { Dictionary } from './dictionary.js';
import { directoryOf, type Segment } from './segment.js';

/** "OnrIndex", little-endian. */
const MAGIC = [0x49726e4f, 0x7865646e] as const;
const FORMAT = 1;

interface Part {
  readonly name: string;
  readonly bytes: 2 | 4;
  /** From the start of the file, in bytes. */
  readonly offset: number;
  readonly length: number;
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

/** The bytes of a segment as chunks in order, views where possible. */
export function encodeSegment({ ids, suffixes, words, firsts, texts, starts }: Segment): Uint8Array[] {
  return encode('segment', { ids, suffixes, words, firsts, texts, starts });
}

/** The bytes of a dictionary as chunks in order, to be written before the next add. */
export function encodeDictionary(dictionary: Dictionary): Uint8Array[] {
  return encode('dictionary', { ...dictionary.parts() });
}

/** The segment in a file's bytes, as views of them. Throws IndexDamage. */
export function decodeSegment(file: ArrayBuffer): Segment {
  const parts = decode('segment', file);
  const { ids, suffixes, words, firsts, texts, starts } = parts as Record<string, Uint32Array>;
  if (!ids || !suffixes || !words || !firsts || !texts || !starts) throw new IndexDamage('head', 'parts are missing');
  return { ids, suffixes, words, firsts, directory: directoryOf(words, firsts), texts, starts };
}

/** The dictionary in a file's bytes, which it keeps and grows away from. Throws IndexDamage. */
export function decodeDictionary(file: ArrayBuffer): Dictionary {
  const parts = decode('dictionary', file);
  const { starts, hashes, table } = parts as Record<string, Uint32Array>;
  const units = parts['units'] as Uint16Array | undefined;
  if (!units || !starts || !hashes || !table) throw new IndexDamage('head', 'parts are missing');
  return new Dictionary({ units, starts, hashes, table });
}

function encode(holds: Head['holds'], arrays: Record<string, Uint16Array | Uint32Array>): Uint8Array[] {
  const named = Object.entries(arrays);
  const head = (first: number): Uint8Array => {
    let offset = first;
    const parts = named.map(([name, array]) => {
      const bytes = array.BYTES_PER_ELEMENT as 2 | 4;
      const part: Part = { name, bytes, offset, length: array.length, checksum: checksumOf(array) };
      offset += padded(array.byteLength);
      return part;
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
  const first = padded(head(0).length + 16 * named.length + 8);
  const written = head(first);
  const chunks: Uint8Array[] = [written, new Uint8Array(first - written.length)];
  for (const [, array] of named) {
    chunks.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    const rest = padded(array.byteLength) - array.byteLength;
    if (rest > 0) chunks.push(new Uint8Array(rest));
  }
  return chunks;
}

function decode(holds: Head['holds'], file: ArrayBuffer): Record<string, Uint16Array | Uint32Array> {
  const { folding, parts, holds: held, end: headEnd } = headOf(file);
  let end = headEnd;
  if (held !== holds) throw new IndexDamage('head', `holds a ${held}, not a ${holds}`);
  if (folding !== FOLDING) throw new IndexDamage('folding', `made with ${folding}, not ${FOLDING}`);
  const arrays: Record<string, Uint16Array | Uint32Array> = {};
  for (const { name, bytes, offset, length, checksum: expected } of parts) {
    if (offset + length * bytes > file.byteLength) throw new IndexDamage(name, `is cut off in "${name}"`);
    const array = bytes === 2 ? new Uint16Array(file, offset, length) : new Uint32Array(file, offset, length);
    if (checksumOf(array) !== expected) throw new IndexDamage(name, `is damaged in "${name}"`);
    arrays[name] = array;
    expectZeros(file, end, offset);
    end = offset + length * bytes;
  }
  if (file.byteLength !== padded(end)) throw new IndexDamage('filling', 'is not as long as its parts');
  expectZeros(file, end, file.byteLength);
  return arrays;
}

function headOf(file: ArrayBuffer): Head & { readonly end: number } {
  if (file.byteLength < 28) throw new IndexDamage('head', 'is too short');
  const fixed = new Uint32Array(file, 0, 5);
  if (fixed[0] !== MAGIC[0] || fixed[1] !== MAGIC[1])
    throw new IndexDamage('head', 'does not begin like an index file');
  const length = fixed[3]!;
  const end = 20 + padded(length);
  if (end + 4 > file.byteLength) throw new IndexDamage('head', 'is damaged in its head');
  const view = new Uint32Array(file, 0, end / 4 + 1);
  if (checksum(view.subarray(0, -1)) !== view.at(-1)) throw new IndexDamage('head', 'is damaged in its head');
  if (fixed[2]! > FORMAT) throw new IndexDamage('format', `is of format ${fixed[2]!}, newer than ${FORMAT}`);
  return { ...(JSON.parse(new TextDecoder().decode(new Uint8Array(file, 20, length))) as Head), end: end + 4 };
}

/** Between parts stand only zeros, fewer than a part could hide in. */
function expectZeros(file: ArrayBuffer, from: number, to: number): void {
  if (to < from || to - from > 1024 || new Uint8Array(file, from, to - from).some((byte) => byte !== 0))
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
