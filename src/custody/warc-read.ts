/** Reading back what warc.ts wrote, every digest checked: bytes that are not what was stored never come back as if they were. */
import type { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Provenance } from '#record/index.js';
import { CustodyDamage } from './damage.js';
import { digestOf } from './digest.js';
import { contentOf, readMessage } from './http-message.js';
import { type CustodyFacts, FIELDS, GZIP_HEAD, RECORD_TYPES, type RecordType } from './warc.js';

/** A record read back, its own digests checked. */
export interface ReadRecord {
  readonly type: RecordType;
  readonly facts: CustodyFacts;
  /** What was captured; of a record beside a capture, its block. */
  readonly payload: Uint8Array;
  /** Digest of the payload. */
  readonly digest: string;
  /** The block as it is stored. */
  readonly block: Uint8Array;
  readonly head: Uint8Array;
  readonly fields: ReadonlyMap<string, string>;
  readonly link: string;
  readonly previous: string;
  /** Null for what was captured here. */
  readonly provenance: Provenance | null;
  /** Where the record ends in the bytes that were read. */
  readonly end: number;
}

const WARC_LINE = 'WARC/1.1\r\n';

/** The record that begins at `start` of a file's bytes. CustodyDamage if it is torn, or not what its digests say. */
export function readRecord(file: Uint8Array, start = 0): ReadRecord {
  const { record, end } = unpack(file, start);
  const headEnd = record.indexOf('\r\n\r\n');
  if (headEnd < 0 || record.toString('latin1', 0, WARC_LINE.length) !== WARC_LINE)
    throw new CustodyDamage('is no WARC record');
  const fields = new Map(
    record
      .toString('utf8', WARC_LINE.length, headEnd)
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const field = (name: string): string => {
    const value = fields.get(name);
    if (value === undefined) throw new CustodyDamage(`has no ${name}`);
    return value;
  };
  const optional = (name: string): string | null => fields.get(name) ?? null;
  const block = record.subarray(headEnd + 4, record.length - 4);
  if (block.length !== Number(field('Content-Length')) || record.toString('latin1', record.length - 4) !== '\r\n\r\n')
    throw new CustodyDamage('has another length than it says');
  const type = field('WARC-Type');
  if (!isRecordType(type)) throw new CustodyDamage(`is of an unknown type, "${type}"`);
  const blockDigest = digestOf(block);
  const other = 'holds other bytes than were captured';
  if (`sha256:${blockDigest}` !== field('WARC-Block-Digest')) throw new CustodyDamage(other);
  const said = optional(FIELDS.digest) ?? optional('WARC-Payload-Digest');
  const payload = type === 'response' && said !== null ? contentIn(block, optional(FIELDS.digest) !== null) : block;
  const digest = payload === block ? blockDigest : digestOf(payload);
  if (said !== null && said !== `sha256:${digest}`) throw new CustodyDamage(other);
  const taken = optional(FIELDS.taken);
  return {
    type,
    facts: {
      origin: type === 'warcinfo' ? field('WARC-Filename') : decodeURIComponent(field(FIELDS.origin)),
      mediaType: type === 'response' ? optional(FIELDS.mediaType) : optional('Content-Type'),
      at: field('WARC-Date'),
    },
    payload,
    digest,
    block,
    head: record.subarray(0, headEnd + 4),
    fields,
    link: digestOf(record),
    previous: field(FIELDS.previous).replace('sha256:', ''),
    provenance:
      taken === null
        ? null
        : {
            taken,
            file: decodeURIComponent(field(FIELDS.file)),
            record: optional(FIELDS.record),
            software: optional(FIELDS.software),
            operator: optional(FIELDS.operator),
          },
    end,
  };
}

function isRecordType(type: string): type is RecordType {
  return RECORD_TYPES.some((known) => known === type);
}

/** The payload of a `response`: the content, where its digest is stated apart, else the body. */
function contentIn(block: Uint8Array, uncoded: boolean): Uint8Array {
  const message = readMessage(block);
  if (!uncoded) return message.body;
  try {
    return contentOf(message);
  } catch (error) {
    // A body that lies about its coding was captured as it is; the digest decides.
    if (error instanceof CustodyDamage) return message.body;
    throw error;
  }
}

/**
 * Reads all records of a file and checks that each names the one before it. What is sound comes back even if what
 * follows is not: `end` is where the sound part ends, `damage` what is wrong there.
 */
export function readChain(
  file: Uint8Array,
  previous: string,
): {
  readonly records: readonly ReadRecord[];
  readonly link: string;
  readonly end: number;
  readonly damage: string | null;
} {
  const records: ReadRecord[] = [];
  let link = previous;
  let end = 0;
  while (end < file.length) {
    let record: ReadRecord;
    try {
      record = readRecord(file, end);
    } catch (error) {
      if (!(error instanceof CustodyDamage)) throw error;
      return { records, link, end, damage: `record ${records.length + 1} ${error.message}` };
    }
    if (record.previous !== link)
      return { records, link, end, damage: `record ${records.length + 1} does not follow the record before it` };
    records.push(record);
    ({ link, end } = record);
  }
  return { records, link, end, damage: null };
}

function unpack(file: Uint8Array, start: number): { record: Buffer; end: number } {
  const head = file.subarray(start, start + GZIP_HEAD.length);
  if (!GZIP_HEAD.equals(head)) throw new CustodyDamage('does not begin like a record');
  const { buffer: record, engine } = inflated(file.subarray(start + GZIP_HEAD.length));
  const tail = start + GZIP_HEAD.length + engine.bytesWritten;
  if (tail + 8 > file.length) throw new CustodyDamage('is cut off');
  const view = new DataView(file.buffer, file.byteOffset + tail, 8);
  if (view.getUint32(0, true) !== crc32(record) || view.getUint32(4, true) !== record.length % 2 ** 32)
    throw new CustodyDamage('is damaged');
  return { record, end: tail + 8 };
}

function inflated(bytes: Uint8Array): { buffer: Buffer; engine: { bytesWritten: number } } {
  try {
    return inflateRawSync(bytes, { info: true }) as unknown as ReturnType<typeof inflated>;
  } catch (cause) {
    throw new CustodyDamage('is cut off or damaged', { cause });
  }
}
