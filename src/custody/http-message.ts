/**
 * HTTP messages as WARC records hold them: head and body as they went over the wire (RFC 9112). What a record is about
 * is its content: transfer coding off, content codings off. The block of a record is never rewritten for that; the
 * one exception is a body that a client has already taken out of its chunks, whose Transfer-Encoding is then named
 * X-Orig-Transfer-Encoding, as other archiving programs do, so that nobody looks for chunks that are not there.
 */
import { Buffer } from 'node:buffer';
import * as zlib from 'node:zlib';
import { CustodyDamage } from './damage.js';

/** A field as it came, one character a byte. */
type Field = readonly [name: string, value: string];

/** One request and its answer, as they went over the wire. */
export interface HttpExchange {
  readonly address: string;
  /** When the request was sent, ISO 8601 with zone. */
  readonly at: string;
  /** "GET /path HTTP/1.1". */
  readonly requestLine: string;
  readonly requestHeaders: readonly Field[];
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Field[];
  /** With its content codings on; transfer coding is off. */
  readonly body: Uint8Array;
  /** IP address and port that answered. */
  readonly peer: string;
  /** SHA-256 of the server's certificate, hexadecimal; null without TLS. */
  readonly certificate: string | null;
}

const EMPTY_LINE = '\r\n\r\n';
/** As much as any file that is taken in may hold. */
export const MOST_CONTENT = 100_000_000;
/** Bytes that may come out for each that went in, once a megabyte has come out: more is made to swell. */
const MOST_RATIO = 200;
const RATIO_AFTER = 1 << 20;

/** The block of a `request` record. */
export function requestBlock({ requestLine, requestHeaders }: HttpExchange): Uint8Array {
  return Buffer.from(`${[requestLine, ...lines(requestHeaders)].join('\r\n')}${EMPTY_LINE}`, 'latin1');
}

/** The block of a `response` record. */
export function responseBlock({ status, statusText, headers, body }: HttpExchange): Uint8Array {
  const fields = headers.map(
    ([name, value]): Field => (/^transfer-encoding$/i.test(name) ? [`X-Orig-${name}`, value] : [name, value]),
  );
  const head = `${[`HTTP/1.1 ${status} ${statusText}`, ...lines(fields)].join('\r\n')}${EMPTY_LINE}`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

function lines(fields: readonly Field[]): string[] {
  return fields.map(([name, value]) => `${name}: ${value}`);
}

/** A message read: its first line, its fields in order, its body with transfer coding off. */
export interface HttpMessage {
  readonly startLine: string;
  readonly fields: readonly Field[];
  readonly body: Uint8Array;
  /** The body came in chunks, and the block holds them. */
  readonly chunked: boolean;
}

/** Reads the block of a `request` or `response` record. CustodyDamage if it has no head. */
export function readMessage(block: Uint8Array): HttpMessage {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const crlf = bytes.indexOf(EMPTY_LINE);
  const bare = bytes.indexOf('\n\n');
  const isBare = bare >= 0 && (crlf < 0 || bare < crlf);
  const end = isBare ? bare : crlf;
  if (end < 0 || !/^[!-~]+ |^HTTP\//.test(bytes.toString('latin1', 0, 16)))
    throw new CustodyDamage('holds no HTTP message');
  const [startLine = '', ...rest] = bytes
    .toString('latin1', 0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const fields = rest.map((line): Field => {
    const colon = line.indexOf(':');
    return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const raw = bytes.subarray(end + (isBare ? 2 : 4));
  const whole = /\bchunked\b/i.test(fieldOf(fields, 'transfer-encoding') ?? '') ? unchunked(raw) : null;
  return { startLine, fields, body: whole ?? raw, chunked: whole !== null };
}

/** The first value of a field; null without one. */
export function fieldOf(fields: readonly Field[], name: string): string | null {
  return fields.find(([given]) => given.toLowerCase() === name)?.[1] ?? null;
}

/** The status of an answer; 0 if the message is none. */
export function statusOf({ startLine }: HttpMessage): number {
  return Number(/^HTTP\/\d(?:\.\d)? (\d{3})/.exec(startLine)?.[1] ?? 0);
}

/** The body out of its chunks (RFC 9112 §7.1); null if it stands in none, as where a client took them off. */
function unchunked(raw: Buffer): Buffer | null {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = raw.indexOf('\n', at);
    const size = end < 0 ? null : /^([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(raw.toString('latin1', at, end));
    // A body that breaks off in its chunks is kept as far as it goes.
    if (!size) return at === 0 ? null : Buffer.concat(pieces);
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(raw.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (raw[at] === 0x0d) at++;
    if (raw[at] === 0x0a) at++;
    if (at >= raw.length) return Buffer.concat(pieces);
  }
}

/** The content of a message: its body with the codings of Content-Encoding off. CustodyDamage if that cannot be. */
export function contentOf({ fields, body }: HttpMessage): Uint8Array {
  const codings = fields
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > 3) throw new CustodyDamage(`is packed ${codings.length} times over`);
  return codings.reduceRight((content, coding) => uncoded(content, coding, body.length), body);
}

type Undo = (body: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

function uncoded(content: Uint8Array, coding: string, came: number): Uint8Array {
  if (content.length === 0) return content;
  const undo = undoing(coding, content);
  if (!undo) throw new CustodyDamage(`is packed as "${coding.slice(0, 40)}", which cannot be unpacked here`);
  try {
    return undo(content, { maxOutputLength: Math.min(MOST_CONTENT, Math.max(RATIO_AFTER, MOST_RATIO * came)) });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new CustodyDamage('unpacks to more than a page can hold', { cause });
    throw new CustodyDamage(`says that it is packed as ${coding}, and is not`, { cause });
  }
}

function undoing(coding: string, content: Uint8Array): Undo | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.gunzipSync;
    case 'br':
      return zlib.brotliDecompressSync;
    case 'deflate':
      // Some servers leave the wrapper of RFC 1950 away.
      return (content[0]! & 0x0f) === 8 ? zlib.inflateSync : zlib.inflateRawSync;
    case 'zstd':
      return (zlib as { zstdDecompressSync?: Undo }).zstdDecompressSync ?? null;
    default:
      return null;
  }
}
