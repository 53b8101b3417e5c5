/**
 * Sends one time query (RFC 3161 §3.4) through the same gates that every fetch goes through. Nothing but the query is
 * sent, no redirect is followed, and an answer is short.
 */
import { Client } from 'undici';
import { OnrecordError } from '#base/index.js';
import { type AllowedAddress, parseAddress } from './address.js';
import { connect } from './connect.js';
import type { FetchEffects } from './effects.js';

const MOST_BYTES = 1 << 20;
const PATIENCE_MS = 30_000;

/** The bytes of an authority's answer. Throws OnrecordError `bad-use` for an address that is not asked, `input-unreadable` if none comes. */
export async function askAuthority(
  address: string,
  query: Uint8Array,
  allow: readonly AllowedAddress[],
  effects: FetchEffects,
  wish?: AbortSignal,
): Promise<Uint8Array> {
  const parsed = parseAddress(address, allow);
  if ('reason' in parsed) throw new OnrecordError('bad-use', parsed.message, parsed.remedy);
  const stop = new AbortController();
  const end = (): void => stop.abort();
  const callOff = effects.after(PATIENCE_MS, end);
  wish?.addEventListener('abort', end, { once: true });
  try {
    const connected = await connect(parsed, allow, [], effects, PATIENCE_MS, stop.signal);
    if ('reason' in connected) throw new OnrecordError('bad-use', connected.message, connected.remedy);
    if ('failed' in connected) throw noAnswer(connected.message);
    const client = new Client(parsed.url.origin, {
      connect: (_, callback) => callback(null, connected.socket),
      pipelining: 1,
    });
    try {
      const { statusCode, body } = await client.request({
        path: parsed.url.pathname + parsed.url.search,
        method: 'POST',
        headers: {
          'content-type': 'application/timestamp-query',
          accept: 'application/timestamp-reply',
          'user-agent': 'Onrecord',
        },
        body: query,
        signal: stop.signal,
        reset: true,
      });
      const pieces: Uint8Array[] = [];
      let size = 0;
      for await (const piece of body as AsyncIterable<Uint8Array>) {
        size += piece.length;
        if (size > MOST_BYTES) throw noAnswer(`${parsed.host} answered with more than a time token.`);
        pieces.push(piece);
      }
      if (statusCode !== 200) throw noAnswer(`${parsed.host} answered with the status ${statusCode}.`);
      const answer = new Uint8Array(size);
      let at = 0;
      for (const piece of pieces) {
        answer.set(piece, at);
        at += piece.length;
      }
      return answer;
    } finally {
      await client.destroy().catch(() => {});
      connected.socket.destroy();
    }
  } catch (error) {
    if (wish?.aborted) throw new OnrecordError('stopped', 'Stopped.', '', { cause: error });
    if (error instanceof OnrecordError) throw error;
    throw noAnswer(`${parsed.host} did not answer.`, error);
  } finally {
    callOff();
    wish?.removeEventListener('abort', end);
  }
}

function noAnswer(message: string, cause?: unknown): OnrecordError {
  return new OnrecordError(
    'input-unreadable',
    message,
    'Check that this is the address of a time authority (RFC 3161), or try again later.',
    { cause },
  );
}
