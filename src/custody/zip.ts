/**
 * Zip files (PKWARE APPNOTE), as far as WACZ needs them: written from front to end with entries as they are, read from
 * their directory with entries as they are or deflated. Sizes stand behind each entry when writing, because nobody
 * knows them before; the offsets of large files are in the fields of Zip64. An entry itself has less than 4 GB.
 */
import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { CustodyDamage } from './damage.js';
import type { ByteSource } from './warc-foreign.js';

/** A file to be put into a zip. */
export interface ZipInput {
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

const LOCAL = 0x04034b50;
const BEHIND = 0x08074b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const MOST_32 = 0xffffffff;
/** Sizes stand behind (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
/** 1 January 1980: when a file was put in says nothing here. */
const NO_DATE = 0x0021;
/** An entry that is deflated is unpacked whole. */
const MOST_INFLATED = 1 << 28;

/** A zip of these files, piece by piece. */
export async function* packZip(files: AsyncIterable<ZipInput> | Iterable<ZipInput>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, pieces } of files) {
    const named = Buffer.from(name);
    const begin = offset;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    local.writeUInt16LE(45, 4);
    local.writeUInt16LE(FLAGS, 6);
    local.writeUInt16LE(NO_DATE, 12);
    local.writeUInt16LE(named.length, 26);
    yield Buffer.concat([local, named]);
    let crc = 0;
    let size = 0;
    for await (const piece of pieces) {
      crc = crc32(piece, crc);
      size += piece.length;
      yield piece;
    }
    if (size > MOST_32) throw new RangeError('an entry of a zip has less than 4 GB here');
    const behind = Buffer.alloc(16);
    behind.writeUInt32LE(BEHIND, 0);
    behind.writeUInt32LE(crc, 4);
    behind.writeUInt32LE(size, 8);
    behind.writeUInt32LE(size, 12);
    yield behind;
    offset += local.length + named.length + size + behind.length;
    directory.push(entryOf(named, begin, crc, size));
  }
  yield* directory;
  yield endOf(directory, offset);
}

function entryOf(name: Buffer, offset: number, crc: number, size: number): Buffer {
  const isFar = offset >= MOST_32;
  const extra = Buffer.alloc(isFar ? 12 : 0);
  if (isFar) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(offset), 4);
  }
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(ENTRY, 0);
  entry.writeUInt16LE(45, 4);
  entry.writeUInt16LE(45, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(NO_DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(size, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(extra.length, 30);
  entry.writeUInt32LE(isFar ? MOST_32 : offset, 42);
  return Buffer.concat([entry, name, extra]);
}

function endOf(directory: readonly Buffer[], start: number): Buffer {
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const far = Buffer.alloc(start >= MOST_32 || directory.length >= 0xffff ? 76 : 0);
  if (far.length > 0) {
    far.writeUInt32LE(END_64, 0);
    far.writeBigUInt64LE(44n, 4);
    far.writeUInt16LE(45, 12);
    far.writeUInt16LE(45, 14);
    far.writeBigUInt64LE(BigInt(directory.length), 24);
    far.writeBigUInt64LE(BigInt(directory.length), 32);
    far.writeBigUInt64LE(BigInt(size), 40);
    far.writeBigUInt64LE(BigInt(start), 48);
    far.writeUInt32LE(LOCATOR_64, 56);
    far.writeBigUInt64LE(BigInt(start + size), 64);
    far.writeUInt32LE(1, 72);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(Math.min(directory.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(directory.length, 0xffff), 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(Math.min(start, MOST_32), 16);
  return Buffer.concat([far, end]);
}

/** A file in a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** Its bytes; what is deflated is unpacked when it is first asked for. CustodyDamage if it cannot be. */
  readonly open: () => Promise<ByteSource>;
}

/** The files of a zip, in the order of its directory. CustodyDamage if it is none. */
export async function zipEntries(source: ByteSource): Promise<readonly ZipEntry[]> {
  const tail = Buffer.from(await source.part(Math.max(0, source.size - 65_557), 65_557));
  const signature = Buffer.of(0x50, 0x4b, 5, 6);
  const at = tail.lastIndexOf(signature);
  if (at < 0 || at + 22 > tail.length) throw new CustodyDamage('is no zip file, or is cut off');
  let count = tail.readUInt16LE(at + 10);
  let size = tail.readUInt32LE(at + 12);
  let start = tail.readUInt32LE(at + 16);
  if ((start === MOST_32 || count === 0xffff) && at >= 20 && tail.readUInt32LE(at - 20) === LOCATOR_64) {
    const far = Buffer.from(await source.part(Number(tail.readBigUInt64LE(at - 12)), 56));
    if (far.length < 56 || far.readUInt32LE(0) !== END_64) throw new CustodyDamage('has a directory that is not there');
    count = Number(far.readBigUInt64LE(32));
    size = Number(far.readBigUInt64LE(40));
    start = Number(far.readBigUInt64LE(48));
  }
  if (start + size > source.size || size > MOST_INFLATED) throw new CustodyDamage('has a directory that is not there');
  const directory = Buffer.from(await source.part(start, size));
  const entries: ZipEntry[] = [];
  for (let i = 0, from = 0; i < count; i++) {
    if (from + 46 > directory.length || directory.readUInt32LE(from) !== ENTRY)
      throw new CustodyDamage('has a directory that is damaged');
    const [method, packed] = [directory.readUInt16LE(from + 10), directory.readUInt32LE(from + 20)];
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => directory.readUInt16LE(from + place));
    const name = directory.toString('utf8', from + 46, from + 46 + nameLength!);
    const extra = directory.subarray(from + 46 + nameLength!, from + 46 + nameLength! + extraLength!);
    const sizes = { packed, unpacked: directory.readUInt32LE(from + 24), offset: directory.readUInt32LE(from + 42) };
    entries.push(entryAt(source, name, method, far64(sizes, extra)));
    from += 46 + nameLength! + extraLength! + noteLength!;
  }
  return entries;
}

interface Sizes {
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** Zip64: what does not fit into 32 bits stands in the extra field, in this order. */
function far64({ packed, unpacked, offset }: Sizes, extra: Buffer): Sizes {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const take = (value: number): number => {
      if (value !== MOST_32 || next + 8 > extra.length) return value;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    const wide = take(unpacked);
    return { unpacked: wide, packed: take(packed), offset: take(offset) };
  }
  return { packed, unpacked, offset };
}

function entryAt(source: ByteSource, name: string, method: number, { packed, unpacked, offset }: Sizes): ZipEntry {
  return {
    name,
    size: unpacked,
    open: async () => {
      const local = Buffer.from(await source.part(offset, 30));
      if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw new CustodyDamage(`lacks its file ${name}`);
      const begin = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
      if (begin + packed > source.size) throw new CustodyDamage(`lacks the end of its file ${name}`);
      const part = (at: number, length: number): Promise<Uint8Array> =>
        source.part(begin + at, Math.max(0, Math.min(length, packed - at)));
      if (method === 0) return { size: packed, part };
      if (method !== 8) throw new CustodyDamage(`holds ${name} packed in a way that is not read here`);
      return bytesSource(inflated(await part(0, packed), name));
    },
  };
}

function inflated(bytes: Uint8Array, name: string): Uint8Array {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MOST_INFLATED });
  } catch (cause) {
    throw new CustodyDamage(`holds ${name} damaged, or packed larger than is read`, { cause });
  }
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, part: async (offset, length) => bytes.subarray(offset, offset + length) };
}
