/**
 * Captures as WARC/1.1 records (ISO 28500:2017), each a gzip member of its own, chained by digest: every record
 * names the digest of the whole record before it, so that none can be changed, dropped, put in or moved unnoticed
 * without writing all later ones anew. What was captured is its content and nothing else: time, address, request and
 * certificate stand in the head of the record or in records beside it, so that equal contents have equal digests
 * whenever and wherever they were met. The head of a record names the digests of all that it holds, so it stands for
 * the record in the log (tree.ts). Files are `resource` records; what came over HTTP is a `response` with its
 * `request` beside it; records of others keep their block to the byte. Readers of WARC ignore the fields that are ours.
 */
import { Buffer } from 'node:buffer';
import { gzip, gzipSync, type ZlibOptions } from 'node:zlib';
import type { Provenance } from '#record/index.js';
import { digestOf } from './digest.js';
import { type HttpExchange, readMessage, requestBlock, responseBlock } from './http-message.js';

/** What a record says about what it keeps. */
export interface CustodyFacts {
  /** Path or address, exactly as it was given. */
  readonly origin: string;
  readonly mediaType: string | null;
  /** ISO 8601 instant with zone. */
  readonly at: string;
}

export const RECORD_TYPES = [
  'warcinfo',
  'resource',
  'response',
  'request',
  'metadata',
  'revisit',
  'conversion',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** The block of a record of others, to the byte. */
export interface ForeignBlock {
  readonly type: RecordType;
  readonly contentType: string | null;
  readonly block: Uint8Array;
}

/** What is to be kept: a file, or what came over HTTP, or a record of others. */
export interface NewRecord {
  readonly facts: CustodyFacts;
  /** What was captured, with transfer and content codings off. */
  readonly payload: Uint8Array;
  /** Digest of the payload. */
  readonly digest: string;
  readonly exchange?: HttpExchange;
  /** What led to the exchange, first to last. */
  readonly redirects?: readonly HttpExchange[];
  /** The record of others that the payload was read from, and what stood beside it there. */
  readonly foreign?: ForeignBlock & { readonly provenance: Provenance; readonly beside?: readonly ForeignBlock[] };
}

/** A record, ready to be appended to a file. */
export interface PackedRecord {
  readonly bytes: Uint8Array;
  /** The head before compression: what the log holds of it. */
  readonly head: Uint8Array;
  /** Digest of the record before compression: what the next record names as the one before it. */
  readonly link: string;
  readonly type: RecordType;
  /** When it came here: ISO 8601 instant. */
  readonly at: string;
  /** Which of the records given it keeps; null for what stands beside one. */
  readonly keeps: number | null;
}

/** What the first record of a chain names as the one before it. */
export const CHAIN_START = '0'.repeat(64);

export const FIELDS = {
  previous: 'Onrecord-Previous',
  origin: 'Onrecord-Origin',
  digest: 'Onrecord-Digest',
  mediaType: 'Onrecord-Media-Type',
  certificate: 'Onrecord-Certificate',
  taken: 'Onrecord-Taken',
  file: 'Onrecord-File',
  record: 'Onrecord-Record',
  software: 'Onrecord-Software',
  operator: 'Onrecord-Operator',
} as const;

interface Parts {
  readonly type: RecordType;
  readonly facts: CustodyFacts;
  readonly contentType: string | null;
  readonly block: Uint8Array;
  readonly payloadDigest: string | null;
  /** When it came here, where that is not when it was captured. */
  readonly taken?: string;
  readonly more?: readonly (readonly [name: string, value: string])[];
}

/**
 * Packs records in order onto a chain that ends with `previous`: for each what led to it, itself, and what stands
 * beside it. Long records are compressed beside the caller.
 */
export async function packRecords(previous: string, records: readonly NewRecord[]): Promise<readonly PackedRecord[]> {
  let last = previous;
  const packing: Promise<PackedRecord>[] = [];
  const put = (parts: Parts, keeps: number | null): string => {
    const { record, id, head } = compose(parts, last);
    last = digestOf(record);
    packing.push(packed(record, { head, link: last, type: parts.type, at: parts.taken ?? parts.facts.at, keeps }));
    return id;
  };
  for (const [i, record] of records.entries()) {
    for (const redirect of record.redirects ?? []) putExchange(redirect, null, put);
    if (record.exchange) putExchange(record.exchange, { record, number: i }, put);
    else if (record.foreign) putForeign(record, i, put);
    else {
      const { facts, payload, digest } = record;
      const { mediaType } = facts;
      put({ type: 'resource', facts, contentType: mediaType, block: payload, payloadDigest: digest }, i);
    }
  }
  return Promise.all(packing);
}

type Put = (parts: Parts, keeps: number | null) => string;

function putExchange(
  exchange: HttpExchange,
  kept: { readonly record: NewRecord; readonly number: number } | null,
  put: Put,
): void {
  const { address, at, peer, certificate, body } = exchange;
  const facts = kept?.record.facts ?? { origin: address, mediaType: null, at };
  const where: [string, string][] = [['WARC-IP-Address', peer.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')]];
  if (certificate !== null) where.push([FIELDS.certificate, `sha256:${certificate}`]);
  const bodyDigest = digestOf(body);
  const id = put(
    {
      type: 'response',
      facts,
      contentType: 'application/http; msgtype=response',
      block: responseBlock(exchange),
      payloadDigest: bodyDigest,
      more: [...where, ...(kept ? contentFields(kept.record, bodyDigest) : [])],
    },
    kept?.number ?? null,
  );
  put(
    {
      type: 'request',
      facts,
      contentType: 'application/http; msgtype=request',
      block: requestBlock(exchange),
      payloadDigest: null,
      more: [['WARC-Concurrent-To', `<${id}>`]],
    },
    null,
  );
}

function putForeign(record: NewRecord, number: number, put: Put): void {
  const { type, contentType, block, provenance, beside = [] } = record.foreign!;
  const { taken, file, record: own, software, operator } = provenance;
  const stated: [string, string | null][] = [
    [FIELDS.taken, taken],
    [FIELDS.file, encodeURIComponent(wellFormed(file))],
    [FIELDS.record, own],
    [FIELDS.software, software],
    [FIELDS.operator, operator],
  ];
  const from = stated.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, oneLine(value)]]));
  // Of a body in chunks readers disagree what its digest is taken of: ours alone is stated.
  const message = type === 'response' ? readMessage(block) : null;
  const bodyDigest = message?.chunked ? null : digestOf(message?.body ?? block);
  const id = put(
    {
      type,
      facts: record.facts,
      contentType,
      block,
      payloadDigest: bodyDigest,
      taken,
      more: [...from, ...contentFields(record, type === 'response' ? bodyDigest : record.digest)],
    },
    number,
  );
  for (const one of beside)
    put(
      { ...one, facts: record.facts, payloadDigest: null, taken, more: [...from, ['WARC-Concurrent-To', `<${id}>`]] },
      null,
    );
}

/** What a `response` record cannot say of its content in the fields of the standard. */
function contentFields({ facts, digest }: NewRecord, bodyDigest: string | null): [string, string][] {
  const fields: [string, string][] = [];
  if (facts.mediaType !== null) fields.push([FIELDS.mediaType, oneLine(facts.mediaType)]);
  if (bodyDigest !== digest) fields.push([FIELDS.digest, `sha256:${digest}`]);
  return fields;
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
  const block = Buffer.from(fields.map((field) => `${field}\r\n`).join(''));
  const facts: CustodyFacts = { origin: name, mediaType: 'application/warc-fields', at };
  const parts: Parts = {
    type: 'warcinfo',
    facts,
    contentType: facts.mediaType,
    block,
    payloadDigest: digestOf(block),
  };
  const { record, head } = compose(parts, previous);
  return packed(record, { head, link: digestOf(record), type: 'warcinfo', at, keeps: null });
}

function compose(parts: Parts, previous: string): { record: Buffer; head: Buffer; id: string } {
  const { type, facts, contentType, block, payloadDigest, more = [] } = parts;
  const origin = wellFormed(facts.origin);
  const digest = `sha256:${payloadDigest !== null && type !== 'response' ? payloadDigest : digestOf(block)}`;
  // Named by what it holds and what it follows (a UUID of version 8, RFC 9562): chance has no part in a record.
  const id = `urn:uuid:${uuidOf(digestOf(`${type}\n${origin}\n${facts.at}\n${digest}\n${previous}`))}`;
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <${id}>`,
    `WARC-Date: ${facts.at}`,
    ...(type === 'warcinfo'
      ? [`WARC-Filename: ${origin}`]
      : [`WARC-Target-URI: ${addressOf(origin)}`, `${FIELDS.origin}: ${encodeURIComponent(origin)}`]),
    `WARC-Block-Digest: ${digest}`,
    ...(payloadDigest === null ? [] : [`WARC-Payload-Digest: sha256:${payloadDigest}`]),
    ...more.map(([name, value]) => `${name}: ${value}`),
    `${FIELDS.previous}: sha256:${previous}`,
    ...(contentType === null ? [] : [`Content-Type: ${oneLine(contentType)}`]),
    `Content-Length: ${block.length}`,
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  return { record: Buffer.concat([head, block, Buffer.from('\r\n\r\n')]), head, id };
}

/** No UTF-8 can hold lone surrogates. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

/** A value can say no more in a head than it is asked. */
function oneLine(value: string): string {
  return value.replace(/[\r\n]+/g, ' ');
}

/** The head of every gzip member (RFC 1952) written here: no name, no time, no system. */
export const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** Records up to this many bytes are packed at once: handing them to another thread costs more than it saves. */
const AT_ONCE = 1 << 18;
/** Texts come out five hundredths larger than at the usual level, in half the time. */
const LEVEL = 3;

async function packed(record: Buffer, rest: Omit<PackedRecord, 'bytes'>): Promise<PackedRecord> {
  const options = { level: LEVEL };
  const bytes = record.length <= AT_ONCE ? gzipSync(record, options) : await gzipBeside(record, options);
  bytes.set(GZIP_HEAD);
  return { bytes, ...rest };
}

function gzipBeside(record: Buffer, options: ZlibOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gzip(record, options, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}

/** An address as it is, a path as a file URI (RFC 8089); where a path is relative there is nothing to hang it on. */
function addressOf(origin: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(origin) || /^(urn|dns):/i.test(origin)) return encodeURI(decoded(origin));
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
