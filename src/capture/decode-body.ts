/**
 * Takes content codings off a body (RFC 9110, section 8.4), counting what comes out: a few kilobytes can be made to
 * swell to gigabytes, and zlib's streams do not keep to a limit of their own. Two limits: so many bytes at all, and
 * so many times the bytes that came, once there is enough to judge by.
 */
import * as zlib from 'node:zlib';
import type { Transform } from 'node:stream';

export interface SwellLimits {
  /** Bytes that may come out. */
  readonly bytes: number;
  /** Bytes that may come out for each that went in… */
  readonly ratio: number;
  /** … once so many have come out. */
  readonly ratioAfter: number;
}

export type DecodedBody =
  | { readonly decoded: Uint8Array }
  | { readonly fault: 'bomb' | 'too large' | 'malformed'; readonly message: string };

/** More codings than this on top of one another are made to tire. */
const MOST_CODINGS = 3;
const PIECE = 1 << 16;

type Make = () => Transform;

/** The codings of this Node, by name; zstd came with 22.15. */
function makers(): ReadonlyMap<string, (body: Uint8Array) => Make> {
  const found = new Map<string, (body: Uint8Array) => Make>([
    ['gzip', () => () => zlib.createGunzip()],
    ['x-gzip', () => () => zlib.createGunzip()],
    ['br', () => () => zlib.createBrotliDecompress()],
    // Some servers leave the wrapper of RFC 1950 away.
    ['deflate', (body) => ((body[0]! & 0x0f) === 8 ? () => zlib.createInflate() : () => zlib.createInflateRaw())],
  ]);
  const zstd = (zlib as { createZstdDecompress?: Make }).createZstdDecompress;
  if (zstd) found.set('zstd', () => zstd);
  return found;
}

/** What we can take off, as Accept-Encoding says it. */
export function acceptedCodings(): string {
  return [...makers().keys()].filter((name) => name !== 'x-gzip').join(', ');
}

/** Takes off the codings that the header names, the last first. Never throws. */
export async function decodeBody(body: Uint8Array, codings: string | null, limits: SwellLimits): Promise<DecodedBody> {
  const names = (codings ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MOST_CODINGS) return malformed(`It is packed ${names.length} times over.`);
  const known = makers();
  let decoded = body;
  for (const name of names.reverse()) {
    if (decoded.length === 0) break;
    const make = known.get(name);
    if (!make) return malformed(`It is packed as "${name.slice(0, 40)}", which cannot be unpacked.`);
    const result = await swell(decoded, make(decoded)(), body.length, limits);
    if ('fault' in result) return result;
    ({ decoded } = result);
  }
  return { decoded };
}

function malformed(message: string): DecodedBody {
  return { fault: 'malformed', message };
}

async function swell(
  packed: Uint8Array,
  stream: Transform,
  received: number,
  { bytes, ratio, ratioAfter }: SwellLimits,
): Promise<DecodedBody> {
  return new Promise((resolve) => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    let done = false;
    const end = (result: DecodedBody): void => {
      if (done) return;
      done = true;
      resolve(result);
      stream.destroy();
    };
    stream.on('data', (piece: Uint8Array) => {
      if (done) return;
      size += piece.length;
      if (size > bytes) return end({ fault: 'too large', message: `It unpacks to more than ${megabytes(bytes)}.` });
      if (size > ratioAfter && size > ratio * received)
        return end({
          fault: 'bomb',
          message: `It unpacks to more than ${ratio} times its length, as no page does.`,
        });
      pieces.push(piece);
    });
    stream.on('end', () => end({ decoded: joined(pieces, size) }));
    stream.on('error', () => end({ fault: 'malformed', message: 'It is packed, and damaged.' }));
    // In pieces, so that a stop is heeded between them.
    let at = 0;
    const feed = (): void => {
      while (!done && at < packed.length) {
        const piece = packed.subarray(at, at + PIECE);
        at += piece.length;
        if (!stream.write(piece)) {
          stream.once('drain', feed);
          return;
        }
      }
      if (!done) stream.end();
    };
    feed();
  });
}

/** The pieces in one. */
export function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function megabytes(bytes: number): string {
  return bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.ceil(bytes / 1e3)} kB`;
}
