/** One hop: the gates, then one request and its answer, within its time. What the answer means is not asked here. */
import { OnrecordError } from '#base/index.js';
import type { AddressRefusal, AllowedAddress, ParsedAddress } from './address.js';
import { type NetworkFailure, connect } from './connect.js';
import type { FetchEffects } from './effects.js';
import type { Exchange, Header } from './outcome.js';

/** What one hop may cost: bytes as received, and milliseconds. */
export interface HopLimits {
  readonly bytes: number;
  /** To connect, name included. */
  readonly connect: number;
  /** Without a byte. */
  readonly idle: number;
  readonly total: number;
}

/** What came: whole, or broken off with what came before; the exchange is null where no head of an answer came. */
export type Hop =
  | { readonly exchange: Exchange }
  | { readonly exchange: Exchange | null; readonly failure: NetworkFailure }
  | AddressRefusal;

/** Asks one address. Rejects only with OnrecordError `stopped`. */
export async function hop(
  address: ParsedAddress,
  allow: readonly AllowedAddress[],
  headers: readonly Header[],
  limits: HopLimits,
  authorities: readonly string[],
  effects: FetchEffects,
  wish: AbortSignal | undefined,
): Promise<Hop> {
  // Only who fetches needs the HTTP client; it is there before a connection is, which could break off meanwhile.
  const { exchange } = await import('./exchange.js');
  const begun = effects.now();
  const stop = new AbortController();
  const end = (): void => stop.abort();
  const callOff = effects.after(limits.total, end);
  wish?.addEventListener('abort', end, { once: true });
  try {
    const connected = await connect(address, allow, authorities, effects, limits.connect, stop.signal);
    if (wish?.aborted && 'socket' in connected) connected.socket.destroy();
    if (wish?.aborted) throw new OnrecordError('stopped', 'Stopped.');
    if ('reason' in connected) return connected;
    if ('failed' in connected) return { exchange: null, failure: connected };
    const { exchange: done, failure } = await exchange(
      address,
      connected,
      headers,
      limits,
      effects,
      begun,
      stop.signal,
    );
    if (wish?.aborted) throw new OnrecordError('stopped', 'Stopped.');
    if (failure) return { exchange: done, failure };
    if (done) return { exchange: done };
    return { exchange: null, failure: { failed: 'malformed', message: `${address.host} gave no answer.` } };
  } finally {
    callOff();
    wish?.removeEventListener('abort', end);
  }
}
