/**
 * What came of one fetch, as values: a server that stalls, lies or refuses is odd, no failure of ours. Whatever came
 * over the wire is in the outcome, also where the outcome is a failure, because a refusal is evidence too.
 */

/** A header as it came: the name in the server's capitals, the value untrimmed of nothing but white space. */
export type Header = readonly [name: string, value: string];

/** Milliseconds from the moment the fetch was begun; null for what was not reached. */
export interface Timing {
  readonly connected: number | null;
  readonly answered: number | null;
  readonly ended: number;
}

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly address: string;
  /** When the request was sent by our own clock: ISO 8601, UTC, to the millisecond. */
  readonly at: string;
  /** "GET /path HTTP/1.1". */
  readonly requestLine: string;
  readonly requestHeaders: readonly Header[];
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
  /** As received, with its content coding on; transfer coding is off. Shorter than was said where the answer broke off. */
  readonly body: Uint8Array;
  /** What the name was resolved to and the bytes came from: "93.184.216.34:443", "[2606:2800::1]:443". */
  readonly peer: string;
  /** SHA-256 of the server's certificate (DER), lower-case hexadecimal; null without TLS. */
  readonly certificate: string | null;
  readonly timing: Timing;
}

/** What a server gave to tell this wording from the next (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The address that gave them; they are sent to no other. Null: to whichever is asked. */
  readonly address?: string | null;
}

/** On what ground a page was asked for. */
export const ROBOTS_GROUNDS = ['allowed', 'no rules', 'overridden'] as const;
/** allowed: a rule or the lack of one allows it; no rules: the host has no robots.txt; overridden: nobody asked. */
export type RobotsGround = (typeof ROBOTS_GROUNDS)[number];

/** An answer came whole, whatever its status. */
export interface Fetched {
  readonly outcome: 'fetched';
  /** Where the last redirect led. */
  readonly address: string;
  readonly exchange: Exchange;
  /** The body without content coding. */
  readonly decoded: Uint8Array;
  /** The Content-Type as it came; null without one. */
  readonly mediaType: string | null;
  readonly validators: Validators;
  /** Seconds that the server asks us to wait; null where it asks for none. */
  readonly retryAfter: number | null;
  /** The exchanges that led here, first to last. */
  readonly redirects: readonly Exchange[];
  readonly robots: RobotsGround;
}

/** The server says that what it gave with these validators still stands. */
export interface NotModified {
  readonly outcome: 'not modified';
  readonly address: string;
  readonly exchange: Exchange;
  readonly redirects: readonly Exchange[];
  readonly robots: RobotsGround;
}

export const GATE_REASONS = [
  'no address',
  'scheme',
  'user in the address',
  'port',
  'special address',
  'robots',
  'robots not reachable',
  'asked to wait',
] as const;
/** Which rule of ours refused a fetch; asked to wait: the host told us when it may be asked again. */
export type GateReason = (typeof GATE_REASONS)[number];

/** We did not ask: an address that is not fetched, or robots.txt that forbids it. */
export interface Refused {
  readonly outcome: 'refused';
  readonly by: 'gate' | 'robots' | 'host';
  readonly reason: GateReason;
  /** What is wrong and what to do: sentences for people. */
  readonly message: string;
  readonly remedy: string;
  /** The address that was refused: where redirects led, if they did. */
  readonly address: string;
  readonly redirects: readonly Exchange[];
}

export const FAILURE_REASONS = [
  'dns',
  'tls',
  'unreachable',
  'timeout',
  'reset',
  'too large',
  'bomb',
  'lied about length',
  'malformed',
  'redirects',
] as const;
/** How the network or the server failed. */
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** We asked and no whole answer came. */
export interface Failed {
  readonly outcome: 'failed';
  readonly reason: FailureReason;
  readonly message: string;
  readonly remedy: string;
  readonly address: string;
  /** What came before it broke off; null where no head of an answer came. */
  readonly exchange: Exchange | null;
  readonly redirects: readonly Exchange[];
}

export type FetchOutcome = Fetched | NotModified | Refused | Failed;

/** The first value of a header; null without one. */
export function headerOf(headers: readonly Header[], name: string): string | null {
  const wanted = name.toLowerCase();
  return headers.find(([given]) => given.toLowerCase() === wanted)?.[1] ?? null;
}

/** Whether a status sends on to another address (RFC 9110, section 15.4). */
export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
