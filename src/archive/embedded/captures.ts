/**
 * The captured bytes: WARC files of the folder's captures/, appended to, synced once for a batch, begun anew at about
 * FULL bytes; or, of a transient archive, kept in memory. What was appended but never written down in the rows (the
 * process died between the two) was never acknowledged, and is cut off by the next writer.
 */
import { join } from 'node:path';
import {
  CHAIN_START,
  CustodyDamage,
  type CustodyFacts,
  packFileHead,
  packRecords,
  readRecord,
} from '#custody/index.js';
import type { Disk } from './disk.js';
import { damaged } from './failures.js';

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

export interface Captures {
  /** Appends records behind `from`; durable when it returns. */
  append(
    from: ChainEnd,
    records: readonly { readonly facts: CustodyFacts; readonly payload: Uint8Array; readonly digest: string }[],
  ): Promise<{ readonly kept: readonly Kept[]; readonly end: ChainEnd }>;
  /** The payload of a record, checked against its digest. OnrecordError archive-damaged names the record. */
  read(kept: Kept, digest: string): Uint8Array;
  /** Cuts off what lies behind `end`: it was never acknowledged. */
  settle(end: ChainEnd): void;
}

const FULL = 256 * 2 ** 20;
const SOFTWARE = 'onrecord';

/** Captures in a folder of WARC files. */
export function capturesIn(folder: string, disk: Disk): Captures {
  const nameOf = (file: number): string => `onrecord-${String(file).padStart(6, '0')}.warc.gz`;
  const pathOf = (file: number): string => join(folder, nameOf(file));
  return {
    append: async (from, records) => {
      let { file, end, link } = from;
      const chunks: Uint8Array[] = [];
      // A batch goes into one file, which may grow beyond FULL by it.
      if (file === 0 || end >= FULL) {
        const head = await packFileHead(link, nameOf(++file), SOFTWARE, records[0]!.facts.at);
        chunks.push(head.bytes);
        ({ link } = head);
        end = head.bytes.length;
      }
      const start = chunks.length > 0 ? 0 : end;
      const kept: Kept[] = [];
      for (const record of await packRecords(link, records)) {
        chunks.push(record.bytes);
        kept.push({ file, offset: end, length: record.bytes.length });
        end += record.bytes.length;
        ({ link } = record);
      }
      disk.append(pathOf(file), start, chunks);
      return { kept, end: { file, end, link } };
    },
    read: ({ file, offset, length }, digest) => {
      const bytes = disk.readPart(pathOf(file), offset, length);
      const remedy = 'Bring the file back from a copy of the archive.';
      if (!bytes) throw damaged(`${pathOf(file)} is missing.`, remedy);
      try {
        const record = readRecord(bytes);
        if (record.digest !== digest) throw new CustodyDamage('holds other bytes than were captured');
        return record.payload;
      } catch (error) {
        if (!(error instanceof CustodyDamage)) throw error;
        throw damaged(`${pathOf(file)} is damaged: the record at byte ${offset} ${error.message}.`, remedy, error);
      }
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
      return { kept, end: { ...from, file: 1, end: from.end + records.length } };
    },
    read: ({ offset }) => held[offset]!,
    settle: () => undefined,
  };
}
