/**
 * Sends one time query (RFC 3161 §3.4) through the same gates that every fetch goes through. Nothing but the query is
 * sent, no redirect is followed, and an answer is short.
 */
import { Buffer } from 'node:buffer';
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
    const { socket } = connected;
    const onStop = (): void => void socket.destroy(new Error('given up'));
    stop.signal.addEventListener('abort', onStop, { once: true });
    try {
      // An answer to HTTP/1.0 comes in one piece and ends with the connection.
      const head = [
        `POST ${parsed.url.pathname}${parsed.url.search} HTTP/1.0`,
        `Host: ${parsed.url.host}`,
        'User-Agent: Onrecord',
        'Content-Type: application/timestamp-query',
        'Accept: application/timestamp-reply',
        `Content-Length: ${query.length}`,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      socket.write(query);
      const pieces: Uint8Array[] = [];
      let size = 0;
      for await (const piece of socket as AsyncIterable<Uint8Array>) {
        size += piece.length;
        if (size > MOST_BYTES) throw noAnswer(`${parsed.host} answered with more than a time token.`);
        pieces.push(piece);
      }
      const answer = Buffer.concat(pieces);
      const headEnd = answer.indexOf('\r\n\r\n');
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(answer.toString('latin1', 0, 16))?.[1];
      if (headEnd < 0 || status === undefined) throw noAnswer(`${parsed.host} gave an answer that is no HTTP.`);
      if (status !== '200') throw noAnswer(`${parsed.host} answered with the status ${status}.`);
      return answer.subarray(headEnd + 4);
    } finally {
      socket.destroy();
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
