/**
 * The captured bytes: WARC files of the folder's captures/, appended to, synced once for a batch, begun anew at about
 * FULL bytes; or, of a transient archive, kept in memory. What was appended but never written down in the rows (the
 * process died between the two) was never acknowledged, and is cut off by the next writer.
 */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  CHAIN_START,
  CustodyDamage,
  type NewRecord,
  type PackedRecord,
  packFileHead,
  packRecords,
  type ReadRecord,
  readRecord,
} from '#custody/index.js';
import type { Disk } from './disk.js';
import { damaged } from './failures.js';
import { type Walked, walkRecords } from './walk-records.js';

/** Where the chain ends: the file that is written, its length, and the link of its last record. */
export interface ChainEnd {
  readonly file: number;
  readonly end: number;
  readonly link: string;
}

export const EMPTY_CHAIN: ChainEnd = { file: 0, end: 0, link: CHAIN_START };

/** Where a record lies. */
export interface Kept {
  readonly file: number;
  readonly offset: number;
  readonly length: number;
}

/** A record as it was appended, for the log. */
export interface Entered extends Kept, Pick<PackedRecord, 'head' | 'type' | 'at' | 'keeps'> {
  /** CRC-32 of the record as it lies in the file: of its compressed bytes. */
  readonly crc: number;
}

export interface Captures {
  /** Appends records behind `from`; durable when it returns. `kept`: one for each; `entered`: all that was appended. */
  append(
    from: ChainEnd,
    records: readonly NewRecord[],
  ): Promise<{ readonly kept: readonly Kept[]; readonly entered: readonly Entered[]; readonly end: ChainEnd }>;
  /** The payload of a record, checked against its digest. OnrecordError archive-damaged names the record. */
  read(kept: Kept, digest: string): Uint8Array;
  /** The record itself, its own digests checked. OnrecordError archive-damaged names it. */
  record(kept: Kept): ReadRecord;
  /** The record as it lies in its file; null where nothing lies in files. */
  packed(kept: Kept): Uint8Array | null;
  /** What a file holds in order, up to `end` or its end; null if it is not there. */
  walk(file: number, end: number | null): IterableIterator<Walked> | null;
  /** Bytes of a file; null if it is not there. */
  size(file: number): number | null;
  /** A part of a file; shorter at its end. */
  part(file: number, offset: number, length: number): Uint8Array;
  nameOf(file: number): string;
  /** Names of files in the folder that are none of the first `last` files. */
  others(last: number): readonly string[];
  /** Cuts off what lies behind `end`: it was never acknowledged. */
  settle(end: ChainEnd): void;
}

const FULL = 256 * 2 ** 20;
const SOFTWARE = 'onrecord';

/** Captures in a folder of WARC files. */
export function capturesIn(folder: string, disk: Disk): Captures {
  const nameOf = (file: number): string => `onrecord-${String(file).padStart(6, '0')}.warc.gz`;
  const pathOf = (file: number): string => join(folder, nameOf(file));
  const remedy = 'Bring the file back from a copy of the archive.';
  const part = (file: number, offset: number, length: number): Uint8Array =>
    disk.readPart(pathOf(file), offset, length) ?? new Uint8Array(0);
  const packed = ({ file, offset, length }: Kept): Uint8Array => {
    const bytes = disk.readPart(pathOf(file), offset, length);
    if (!bytes) throw damaged(`${pathOf(file)} is missing.`, remedy);
    return bytes;
  };
  const record = (kept: Kept, digest?: string): ReadRecord => {
    const bytes = packed(kept);
    try {
      const read = readRecord(bytes);
      if (digest !== undefined && read.digest !== digest)
        throw new CustodyDamage('holds other bytes than were captured');
      return read;
    } catch (error) {
      if (!(error instanceof CustodyDamage)) throw error;
      throw damaged(
        `${pathOf(kept.file)} is damaged: the record at byte ${kept.offset} ${error.message}.`,
        remedy,
        error,
      );
    }
  };
  return {
    append: async (from, records) => {
      let { file, end, link } = from;
      const chunks: Uint8Array[] = [];
      const entered: Entered[] = [];
      const put = ({ bytes, head, type, at, keeps }: PackedRecord): void => {
        chunks.push(bytes);
        entered.push({ file, offset: end, length: bytes.length, crc: crc32(bytes), head, type, at, keeps });
        end += bytes.length;
      };
      // A batch goes into one file, which may grow beyond FULL by it.
      if (file === 0 || end >= FULL) {
        const head = await packFileHead(link, nameOf(++file), SOFTWARE, records[0]!.facts.at);
        end = 0;
        put(head);
        ({ link } = head);
      }
      const start = entered[0]?.offset ?? end;
      for (const one of await packRecords(link, records)) {
        put(one);
        ({ link } = one);
      }
      disk.append(pathOf(file), start, chunks);
      const kept = entered.filter(({ keeps }) => keeps !== null);
      return { kept, entered, end: { file, end, link } };
    },
    read: (kept, digest) => record(kept, digest).payload,
    record,
    packed,
    size: (file) => disk.size(pathOf(file)),
    part,
    nameOf,
    others: (last) => {
      const ours = new Set(Array.from({ length: last }, (_, i) => nameOf(i + 1)));
      return disk.list(folder).filter((name) => !ours.has(name));
    },
    walk: (file, end) => {
      const size = disk.size(pathOf(file));
      if (size === null) return null;
      return walkRecords(end === null ? size : Math.min(size, end), (offset, length) => part(file, offset, length));
    },
    settle: ({ file, end }) => {
      if (file > 0) {
        const size = disk.size(pathOf(file)) ?? 0;
        if (size < end)
          throw damaged(
            `${pathOf(file)} is cut off: ${end} bytes were written and ${size} are there.`,
            'Bring the file back from a copy of the archive. Texts that were cut from it can still be read.',
          );
        if (size > end) disk.cut(pathOf(file), end);
      }
      const beyond = disk.list(folder).filter((name) => name.startsWith('onrecord-') && name > nameOf(file));
      for (const name of beyond) disk.remove(join(folder, name));
    },
  };
}

/** Captures in memory: as they came, with nothing to prove. */
export function capturesInMemory(): Captures {
  const held: Uint8Array[] = [];
  return {
    append: async (from, records) => {
      const kept = records.map(({ payload }, i): Kept => ({ file: 1, offset: from.end + i, length: payload.length }));
      held.splice(from.end, Infinity, ...records.map(({ payload }) => payload.slice()));
      return { kept, entered: [], end: { ...from, file: 1, end: from.end + records.length } };
    },
    read: ({ offset }) => held[offset]!,
    record: () => {
      throw new RangeError('what is kept in memory has no records');
    },
    packed: () => null,
    walk: () => null,
    size: () => null,
    part: () => new Uint8Array(0),
    nameOf: () => 'memory',
    others: () => [],
    settle: () => undefined,
  };
}
