/**
 * Reads WARC files that others wrote (ISO 28500, versions 0.17 to 1.1): each record a gzip member, many in one, or
 * not compressed at all. A record that is cut off, lies about its length or holds other bytes than its digest says is
 * listed, and reading goes on at the next: one bad record costs no other. Never more than one member is in memory.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { constants, crc32, inflateRawSync } from 'node:zlib';
import { MOST_CONTENT } from './http-message.js';

/** Bytes that can be read from any place: a file, or a part of one. */
export interface ByteSource {
  readonly size: number;
  /** Shorter at the end. */
  readonly part: (offset: number, length: number) => Promise<Uint8Array>;
}

/** A record of a file of others, or why what lies there is none. */
export type ForeignRecord =
  | {
      readonly offset: number;
      readonly type: string;
      /** By names in small letters. */
      readonly fields: ReadonlyMap<string, string>;
      readonly block: Uint8Array;
    }
  | { readonly offset: number; readonly fault: string };

const WINDOW = 1 << 18;
/** A record of ten pages' length, and the head of it. */
const MOST_MEMBER = 2 * MOST_CONTENT;
const MAGIC = Buffer.of(0x1f, 0x8b, 8);
const VERSION = /^WARC\/\d\.\d+\r?\n/;

/** The records of a file in order. Rejects only if reading the source does. */
export async function* foreignRecords(source: ByteSource): AsyncGenerator<ForeignRecord> {
  const start = await source.part(0, 3);
  if (MAGIC.equals(start)) yield* zipped(source);
  else yield* plain(source);
}

async function* zipped(source: ByteSource): AsyncGenerator<ForeignRecord> {
  for (let offset = 0; offset < source.size; ) {
    const member = await inflateMember(source, offset);
    if ('fault' in member) {
      yield { offset, fault: member.fault };
      offset = await nextMember(source, offset + 1);
      continue;
    }
    const { bytes, length } = member;
    for (let at = 0; at < bytes.length; ) {
      const { record, end } = recordAt(bytes, at, offset);
      if (record) yield record;
      at = end;
    }
    offset += length;
  }
}

/** One gzip member (RFC 1952): what it holds, and how long it is. */
async function inflateMember(
  source: ByteSource,
  offset: number,
): Promise<{ readonly bytes: Buffer; readonly length: number } | { readonly fault: string }> {
  const rest = source.size - offset;
  for (let size = Math.min(WINDOW, rest); ; size = Math.min(size * 4, rest)) {
    const packed = Buffer.from(await source.part(offset, size));
    const begin = headLength(packed);
    if (begin === null) return { fault: 'does not begin like a compressed record' };
    try {
      const { buffer: bytes, engine } = inflateRawSync(packed.subarray(begin), {
        info: true,
        maxOutputLength: MOST_MEMBER,
      }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
      const tail = begin + engine.bytesWritten;
      if (tail + 8 > packed.length && size < rest) continue;
      if (tail + 8 > packed.length) return { fault: 'is cut off' };
      if (packed.readUInt32LE(tail) !== crc32(bytes)) return { fault: 'is damaged: its checksum is wrong' };
      return { bytes, length: tail + 8 };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'Z_BUF_ERROR' && size < rest) continue;
      if (code === 'ERR_BUFFER_TOO_LARGE')
        return {
          fault: `unpacks to more than ${MOST_MEMBER / 1e6} MB in one piece; unpack the file (gunzip) and add the .warc`,
        };
      return { fault: code === 'Z_BUF_ERROR' ? 'is cut off' : 'is damaged: it cannot be unpacked' };
    }
  }
}

/** Bytes before the compressed data of a member; null if none begins here. */
function headLength(bytes: Buffer): number | null {
  if (!MAGIC.equals(bytes.subarray(0, 3)) || bytes.length < 18) return null;
  const flags = bytes[3]!;
  let at = 10;
  if (flags & 4) at += 2 + bytes.readUInt16LE(at);
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) + 1;
  if (flags & 2) at += 2;
  return at < bytes.length ? at : null;
}

/** Where the next member that holds a record begins, else the end. */
async function nextMember(source: ByteSource, from: number): Promise<number> {
  for (let offset = from; offset < source.size; offset += WINDOW) {
    // Overlapping, so that no beginning is cut in two.
    const window = Buffer.from(await source.part(offset, WINDOW + 4096));
    for (let at = window.indexOf(MAGIC); at >= 0 && at < WINDOW; at = window.indexOf(MAGIC, at + 1))
      if (beginsRecord(window.subarray(at))) return offset + at;
  }
  return source.size;
}

function beginsRecord(bytes: Buffer): boolean {
  const begin = headLength(bytes);
  if (begin === null) return false;
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 24 };
    const first = inflateRawSync(bytes.subarray(begin, begin + 4096), options);
    return first.toString('latin1', 0, 5) === 'WARC/';
  } catch {
    return false;
  }
}

async function* plain(source: ByteSource): AsyncGenerator<ForeignRecord> {
  for (let offset = 0; offset < source.size; ) {
    let window = Buffer.from(await source.part(offset, WINDOW));
    const blank = /^[\r\n]+/.exec(window.toString('latin1', 0, 64))?.[0].length ?? 0;
    if (blank > 0) {
      offset += blank;
      continue;
    }
    const head = headAt(window, 0);
    const length = head ? Number(head.fields.get('content-length')) : Number.NaN;
    if (!head || !Number.isSafeInteger(length)) {
      yield { offset, fault: 'is no WARC record' };
      offset = await nextPlain(source, offset + 1);
      continue;
    }
    const whole = head.end + length;
    if (length > MOST_CONTENT) yield { offset, fault: `is longer than the ${MOST_CONTENT / 1e6} MB that are taken` };
    else {
      if (whole + 4 > window.length) window = Buffer.from(await source.part(offset, whole + 4));
      const { record } = recordAt(window, 0, offset);
      if (record) yield record;
    }
    offset += whole;
  }
}

async function nextPlain(source: ByteSource, from: number): Promise<number> {
  for (let offset = from; offset < source.size; offset += WINDOW) {
    const window = Buffer.from(await source.part(offset, WINDOW + 16));
    const at = /(?<=\n)WARC\/\d\.\d+\r?\n/.exec(window.toString('latin1'))?.index;
    if (at !== undefined) return offset + at;
  }
  return source.size;
}

interface Head {
  readonly fields: Map<string, string>;
  /** Where the block begins. */
  readonly end: number;
}

function headAt(bytes: Buffer, at: number): Head | null {
  const line = VERSION.exec(bytes.toString('latin1', at, at + 16));
  if (!line) return null;
  const crlf = bytes.indexOf('\r\n\r\n', at);
  const bare = bytes.indexOf('\n\n', at);
  const isBare = bare >= 0 && (crlf < 0 || bare < crlf);
  const end = isBare ? bare : crlf;
  if (end < 0) return null;
  const fields = new Map<string, string>();
  const lines = bytes
    .toString('utf8', at + line[0].length, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  for (const one of lines) {
    const colon = one.indexOf(':');
    if (colon > 0) fields.set(one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).trim());
  }
  return { fields, end: end + (isBare ? 2 : 4) };
}

/** The record at a place of unpacked bytes, and where the next one begins. */
function recordAt(
  bytes: Buffer,
  at: number,
  offset: number,
): { readonly record: ForeignRecord | null; readonly end: number } {
  let start = at;
  while (bytes[start] === 0x0d || bytes[start] === 0x0a) start++;
  if (start >= bytes.length) return { record: null, end: bytes.length };
  const fault = (what: string): { record: ForeignRecord; end: number } => ({
    record: { offset, fault: what },
    end: nextIn(bytes, start + 1),
  });
  const head = headAt(bytes, start);
  if (!head) return fault('is no WARC record');
  const length = Number(head.fields.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) return fault('does not say how long it is');
  const end = head.end + length;
  if (end > bytes.length) return fault('is shorter than it says');
  const block = bytes.subarray(head.end, end);
  const said = head.fields.get('warc-block-digest');
  if (said !== undefined && !agrees(said, block))
    return { record: { offset, fault: 'holds other bytes than its digest says' }, end };
  const type = head.fields.get('warc-type')?.toLowerCase() ?? '';
  return { record: { offset, type, fields: head.fields, block }, end };
}

function nextIn(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('WARC/', from); at >= 0; at = bytes.indexOf('WARC/', at + 1))
    if (bytes[at - 1] === 0x0a && VERSION.test(bytes.toString('latin1', at, at + 16))) return at;
  return bytes.length;
}

/** Whether bytes have a digest as WARC writes them: "sha1:" in base32, or any in hexadecimal. One not known agrees. */
export function agrees(labelled: string, bytes: Uint8Array): boolean {
  const [, name = '', value = ''] = /^([a-z0-9-]+):(\S+)$/i.exec(labelled) ?? [];
  const algorithm = name.toLowerCase().replace('-', '');
  if (!['sha1', 'sha256', 'sha384', 'sha512', 'md5'].includes(algorithm)) return true;
  const digest = createHash(algorithm).update(bytes).digest();
  return [digest.toString('hex'), base32(digest)].includes(
    value.length === digest.length * 2 ? value.toLowerCase() : value.toUpperCase().replace(/=+$/, ''),
  );
}

/** RFC 4648 §6, without padding. */
function base32(bytes: Buffer): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
