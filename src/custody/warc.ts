/**
 * Captures as WARC/1.1 records (ISO 28500:2017), each a gzip member of its own, chained by digest: every record
 * names the digest of the whole record before it, so that none can be changed, dropped, put in or moved unnoticed
 * without writing all later ones anew. The payload is the bytes as they came and nothing else: time and address
 * stand in the head of the record, so that equal bytes have equal digests whenever and wherever they were met.
 * `resource` records, because files have no HTTP exchange to keep. Readers of WARC ignore the two fields that are ours.
 */
import { Buffer } from 'node:buffer';
import { crc32, gzip, gzipSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { digestOf } from './digest.js';

/** What a record says about the bytes that it keeps. */
export interface CustodyFacts {
  /** Path or address, exactly as it was given. */
  readonly origin: string;
  readonly mediaType: string | null;
  /** ISO 8601 instant with zone. */
  readonly at: string;
}

/** A record, ready to be appended to a file. */
export interface PackedRecord {
  readonly bytes: Uint8Array;
  /** Digest of the record before compression: what the next record names as the one before it. */
  readonly link: string;
}

/** A record read back, its own digests checked. */
export interface ReadRecord {
  readonly type: 'warcinfo' | 'resource';
  readonly facts: CustodyFacts;
  readonly payload: Uint8Array;
  readonly digest: string;
  readonly link: string;
  readonly previous: string;
  /** Where the record ends in the bytes that were read. */
  readonly end: number;
}

/** Why stored bytes are not what was stored; `message` says it for people. */
export class CustodyDamage extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CustodyDamage';
  }
}

/** What the first record of a chain names as the one before it. */
export const CHAIN_START = '0'.repeat(64);

const PREVIOUS = 'Onrecord-Previous';
const ORIGIN = 'Onrecord-Origin';

/**
 * Packs records in order onto a chain that ends with `previous`. `digest` is that of the payload. Long records are
 * compressed beside the caller.
 */
export async function packRecords(
  previous: string,
  records: readonly { readonly facts: CustodyFacts; readonly payload: Uint8Array; readonly digest: string }[],
): Promise<readonly PackedRecord[]> {
  let last = previous;
  return Promise.all(
    records.map(({ facts, payload, digest }) => {
      const record = compose('resource', facts, payload, digest, last);
      last = digestOf(record);
      return packed(record, last);
    }),
  );
}

/** The `warcinfo` record that begins a file: who wrote it, and by what standard. */
export async function packFileHead(
  previous: string,
  name: string,
  software: string,
  at: string,
): Promise<PackedRecord> {
  const fields = [
    `software: ${software}`,
    'format: WARC File Format 1.1',
    'conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
  ];
  const payload = Buffer.from(fields.map((field) => `${field}\r\n`).join(''));
  const facts: CustodyFacts = { origin: name, mediaType: 'application/warc-fields', at };
  const record = compose('warcinfo', facts, payload, digestOf(payload), previous);
  const link = digestOf(record);
  return packed(record, link);
}

/** The record that begins at `start` of a file's bytes. CustodyDamage if it is torn, or not what its digests say. */
export function readRecord(file: Uint8Array, start = 0): ReadRecord {
  const { record, end } = unpack(file, start);
  const headEnd = record.indexOf('\r\n\r\n');
  if (headEnd < 0 || record.toString('latin1', 0, 10) !== 'WARC/1.1\r\n') throw new CustodyDamage('is no WARC record');
  const fields = new Map(
    record
      .toString('utf8', 10, headEnd)
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const field = (name: string): string => {
    const value = fields.get(name);
    if (value === undefined) throw new CustodyDamage(`has no ${name}`);
    return value;
  };
  const payload = record.subarray(headEnd + 4, record.length - 4);
  if (payload.length !== Number(field('Content-Length')) || record.toString('latin1', record.length - 4) !== '\r\n\r\n')
    throw new CustodyDamage('has another length than it says');
  const digest = digestOf(payload);
  if (`sha256:${digest}` !== field('WARC-Block-Digest') || field('WARC-Block-Digest') !== field('WARC-Payload-Digest'))
    throw new CustodyDamage('holds other bytes than were captured');
  const type = field('WARC-Type');
  if (type !== 'warcinfo' && type !== 'resource') throw new CustodyDamage(`is of an unknown type, "${type}"`);
  return {
    type,
    facts: {
      origin: type === 'warcinfo' ? field('WARC-Filename') : decodeURIComponent(field(ORIGIN)),
      mediaType: fields.get('Content-Type') ?? null,
      at: field('WARC-Date'),
    },
    payload,
    digest,
    link: digestOf(record),
    previous: field(PREVIOUS).replace('sha256:', ''),
    end,
  };
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

function compose(
  type: ReadRecord['type'],
  facts: CustodyFacts,
  payload: Uint8Array,
  payloadDigest: string,
  previous: string,
): Buffer {
  const origin = facts.origin.replace(LONE_SURROGATES, '\ufffd');
  const digest = `sha256:${payloadDigest}`;
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    // Named by what it holds and what it follows (a UUID of version 8, RFC 9562): chance has no part in a record.
    `WARC-Record-ID: <urn:uuid:${uuidOf(digestOf(`${type}\n${origin}\n${facts.at}\n${digest}\n${previous}`))}>`,
    `WARC-Date: ${facts.at}`,
    ...(type === 'warcinfo'
      ? [`WARC-Filename: ${origin}`]
      : [`WARC-Target-URI: ${addressOf(origin)}`, `${ORIGIN}: ${encodeURIComponent(origin)}`]),
    `WARC-Block-Digest: ${digest}`,
    `WARC-Payload-Digest: ${digest}`,
    `${PREVIOUS}: sha256:${previous}`,
    ...(facts.mediaType === null ? [] : [`Content-Type: ${facts.mediaType.replace(/[\r\n]+/g, ' ')}`]),
    `Content-Length: ${payload.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), payload, Buffer.from('\r\n\r\n')]);
}

/** No UTF-8 can hold them. */
const LONE_SURROGATES = /[\ud800-\udfff]/gu;

/** The head of every gzip member (RFC 1952) written here: no name, no time, no system. */
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** Records up to this many bytes are packed at once: handing them to another thread costs more than it saves. */
const AT_ONCE = 1 << 18;
/** Texts come out five hundredths larger than at the usual level, in half the time. */
const LEVEL = 3;

async function packed(record: Buffer, link: string): Promise<PackedRecord> {
  const options = { level: LEVEL };
  const bytes = record.length <= AT_ONCE ? gzipSync(record, options) : await gzipBeside(record, options);
  bytes.set(GZIP_HEAD);
  return { bytes, link };
}

function gzipBeside(record: Buffer, options: ZlibOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gzip(record, options, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
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

/** An address as it is, a path as a file URI (RFC 8089); where a path is relative there is nothing to hang it on. */
function addressOf(origin: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(origin)) return encodeURI(decoded(origin));
  return `file:///${origin.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/')}`;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function uuidOf(digest: string): string {
  const variant = ((parseInt(digest[16]!, 16) & 3) | 8).toString(16);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
