/** One request and its answer over a connection that passed the gates: nothing is followed, unpacked or kept here. */
import type { Buffer } from 'node:buffer';
import { Client, errors } from 'undici';
import type { Connected, NetworkFailure } from './connect.js';
import { seconds } from './connect.js';
import type { ParsedAddress } from './address.js';
import { joined, megabytes } from './decode-body.js';
import type { FetchEffects } from './effects.js';
import { type Exchange, type Header, headerOf } from './outcome.js';

export interface ExchangeLimits {
  /** Bytes of a body as received. */
  readonly bytes: number;
  /** Milliseconds without a byte. */
  readonly idle: number;
}

/** The exchange, with what went wrong on the way; no exchange where no head of an answer came. */
export interface Exchanged {
  readonly exchange: Exchange | null;
  readonly failure: NetworkFailure | null;
}

const LONGEST_HEAD = 64 * 1024;

/** Sends one GET and reads the answer. Never rejects; the connection is closed when it returns. */
export async function exchange(
  address: ParsedAddress,
  { socket, peer, certificate }: Connected,
  headers: readonly Header[],
  limits: ExchangeLimits,
  effects: FetchEffects,
  begun: number,
  signal: AbortSignal,
): Promise<Exchanged> {
  const { url, host } = address;
  const connected = effects.now() - begun;
  const at = new Date(effects.now()).toISOString();
  const path = url.pathname + url.search;
  const client = new Client(url.origin, {
    // The client is not ready for a connection before it has asked for one.
    connect: (_, callback) => queueMicrotask(() => callback(null, socket)),
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: LONGEST_HEAD,
    pipelining: 1,
  });
  let head: { status: number; statusText: string; headers: Header[] } | null = null;
  let answered: number | null = null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  const failure = await new Promise<NetworkFailure | null>((resolve) => {
    let callOff = (): void => {};
    let done = false;
    const settle = (failed: NetworkFailure | null): void => {
      if (done) return;
      done = true;
      callOff();
      signal.removeEventListener('abort', onAbort);
      resolve(failed);
    };
    const stalled = (): void =>
      settle({
        failed: 'timeout',
        message:
          head === null
            ? `${host} did not answer within ${seconds(limits.idle)}.`
            : `${host} began to answer and fell silent for ${seconds(limits.idle)}.`,
      });
    const wait = (): void => {
      callOff();
      callOff = effects.after(limits.idle, stalled);
    };
    const onAbort = (): void =>
      settle({ failed: 'timeout', message: `${host} was given up: its answer took too long.` });
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) return onAbort();
    wait();
    client.dispatch(
      { path, method: 'GET', headers: headers.flat(), reset: true },
      {
        onRequestStart: () => {},
        onResponseStart: ({ rawHeaders }, status, _, statusText) => {
          if (done || status < 200) return;
          wait();
          answered = effects.now() - begun;
          head = { status, statusText: statusText ?? '', headers: pairs(rawHeaders as readonly Buffer[]) };
          const said = lengthSaid(head.headers);
          if (said !== null && said > limits.bytes) settle(tooLarge(host, limits.bytes));
        },
        onResponseData: (_, piece) => {
          if (done) return;
          wait();
          size += piece.length;
          if (size > limits.bytes) return settle(tooLarge(host, limits.bytes));
          // A copy: the parser fills its buffer again.
          pieces.push(Uint8Array.from(piece));
        },
        onResponseEnd: () => settle(null),
        onResponseError: (_, error) => settle(failureOf(error, host, head && lengthSaid(head.headers), size)),
      },
    );
  });
  await client.destroy().catch(() => {});
  socket.destroy();
  if (head === null) return { exchange: null, failure };
  const { status, statusText, headers: received } = head as { status: number; statusText: string; headers: Header[] };
  return {
    failure,
    exchange: {
      address: url.href,
      at,
      requestLine: `GET ${path} HTTP/1.1`,
      requestHeaders: [['host', url.host], ['connection', 'close'], ...headers],
      status,
      statusText,
      headers: received,
      body: joined(pieces, size),
      peer,
      certificate,
      timing: { connected, answered, ended: effects.now() - begun },
    },
  };
}

/** Header bytes as they came, a character a byte (RFC 9110, section 5.5). */
function pairs(raw: readonly Buffer[]): Header[] {
  const found: Header[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) found.push([raw[i]!.toString('latin1'), raw[i + 1]!.toString('latin1')]);
  return found;
}

function lengthSaid(headers: readonly Header[]): number | null {
  const said = headerOf(headers, 'content-length');
  return said !== null && /^\d+$/.test(said) ? Number(said) : null;
}

function tooLarge(host: string, bytes: number): NetworkFailure {
  return { failed: 'too large', message: `${host} answered with more than ${megabytes(bytes)}.` };
}

function failureOf(error: Error, host: string, said: number | null, size: number): NetworkFailure {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (error instanceof errors.ResponseContentLengthMismatchError || (said !== null && size < said && isEnd(code)))
    return {
      failed: 'lied about length',
      message: `${host} announced ${said ?? 0} bytes and sent ${size}.`,
    };
  if (isEnd(code)) return { failed: 'reset', message: `${host} broke off its answer.` };
  return { failed: 'malformed', message: `${host} gave an answer that is no HTTP.` };
}

function isEnd(code: string): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET' || code === 'ERR_SSL_UNEXPECTED_EOF';
}
