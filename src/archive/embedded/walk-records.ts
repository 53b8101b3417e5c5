/**
 * Walks through a file of records from its start without asking the rows where they lie. Where bytes are not sound the
 * walk goes on at the next place that begins like a record, so that one damage hides nothing behind it. Holds one
 * stretch of the file in memory, and of a record that is longer than that the whole record.
 */
import { crc32 } from 'node:zlib';
import { CustodyDamage, RECORD_START, type ReadRecord, readRecord } from '#custody/index.js';

/** A stretch of a file: a sound record, or bytes that are none. */
export interface Walked {
  readonly offset: number;
  readonly length: number;
  /** CRC-32 of the bytes as they lie there. */
  readonly crc: number;
  readonly record: ReadRecord | null;
  /** What is wrong with bytes that are no sound record. */
  readonly damage: string | null;
}

const STRETCH = 4 * 2 ** 20;

/** All of a file up to `size`, stretch by stretch; `read` gives a part of it. */
export function* walkRecords(
  size: number,
  read: (offset: number, length: number) => Uint8Array,
): IterableIterator<Walked> {
  let base = 0;
  let window = new Uint8Array(0);
  for (let offset = 0; offset < size; ) {
    let [record, damage] = attempt(window, offset - base);
    for (let length = STRETCH; record === null && base + window.length < size; length *= 4) {
      // What is not sound may only be longer than what was read of it.
      window = Uint8Array.from(read(offset, Math.min(length, size - offset)));
      base = offset;
      [record, damage] = attempt(window, 0);
      if (window.length < length && base + window.length < size) break;
    }
    const end = record ? base + record.end : nextStart(window, base, offset);
    const bytes = window.subarray(offset - base, end - base);
    yield { offset, length: bytes.length, crc: crc32(bytes), record, damage };
    if (bytes.length === 0) return;
    offset = end;
  }
}

function attempt(window: Uint8Array, at: number): [ReadRecord | null, string | null] {
  if (at >= window.length) return [null, 'is missing'];
  try {
    return [readRecord(window, at), null];
  } catch (error) {
    if (error instanceof CustodyDamage) return [null, error.message];
    throw error;
  }
}

/** Where the next record seems to begin behind an unsound one, else the end of what was read. */
function nextStart(window: Uint8Array, base: number, offset: number): number {
  const bytes = Buffer.from(window.buffer, window.byteOffset, window.byteLength);
  for (let at = bytes.indexOf(RECORD_START, offset - base + 1); at >= 0; at = bytes.indexOf(RECORD_START, at + 1))
    if (attempt(window, at)[0] !== null) return base + at;
  return base + window.length;
}
