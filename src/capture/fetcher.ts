/**
 * Fetching: the only way out. Every hop passes three gates (parse, resolve and pin, connect), has limits of size, time
 * and swelling, and comes back as a value with all that went over the wire. Nothing is kept here: custody makes a
 * record of it, the archive keeps that.
 */
import { OnrecordError } from '#base/index.js';
import { type AddressRefusal, type AllowedAddress, isAllowed, parseAddress } from './address.js';
import { connect } from './connect.js';
import { acceptedCodings, decodeBody } from './decode-body.js';
import type { FetchEffects } from './effects.js';
import { exchange } from './exchange.js';
import {
  type Exchange,
  type Failed,
  type FailureReason,
  type FetchOutcome,
  type Header,
  type Refused,
  type Validators,
  headerOf,
} from './outcome.js';
import { readRetryAfter } from './retry-after.js';

/** How the product presents itself, and whom it trusts. */
export interface FetchSettings {
  readonly version: string;
  /** An address or mailbox where the owner of a site reaches who fetches; null for none. */
  readonly contact: string | null;
  /** Certificates of authorities that are trusted besides the usual ones, PEM. */
  readonly authorities: readonly string[];
}

/** What one fetch may cost. Bytes and milliseconds. */
export interface FetchLimits {
  readonly bytes: number;
  readonly ratio: number;
  readonly ratioAfter: number;
  readonly redirects: number;
  readonly connect: number;
  readonly idle: number;
  readonly total: number;
}

/** No page is larger, swells more or is worth a longer wait. */
export const FETCH_LIMITS: FetchLimits = {
  bytes: 100_000_000,
  ratio: 200,
  ratioAfter: 1_000_000,
  redirects: 5,
  connect: 10_000,
  idle: 30_000,
  total: 180_000,
};

export interface FetchRequest {
  readonly address: string;
  /** Asks only for what has changed since. */
  readonly validators?: Validators;
  /** Places that the person opened by name for this Source. */
  readonly allow?: readonly AllowedAddress[];
  readonly limits?: Partial<FetchLimits>;
  /** Ends the fetch; it is then rejected with OnrecordError `stopped`. */
  readonly signal?: AbortSignal;
}

export interface Fetcher {
  /** Fetches one address. Rejects only with OnrecordError `stopped`. */
  get(request: FetchRequest): Promise<FetchOutcome>;
}

const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,application/feed+json,application/pdf,*/*;q=0.8';
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Builds a fetcher. */
export function createFetcher(settings: FetchSettings, effects: FetchEffects): Fetcher {
  const common: readonly Header[] = [
    ['user-agent', userAgent(settings)],
    ['accept', ACCEPT],
    ['accept-language', '*'],
    ['accept-encoding', acceptedCodings()],
  ];
  return {
    get: async (request) => {
      const limits = { ...FETCH_LIMITS, ...request.limits };
      const stop = new AbortController();
      const end = (): void => stop.abort();
      const callOff = effects.after(limits.total, end);
      request.signal?.addEventListener('abort', end, { once: true });
      try {
        return await follow(request, limits, common, settings, effects, stop.signal);
      } finally {
        callOff();
        request.signal?.removeEventListener('abort', end);
      }
    },
  };
}

/** Product token, version, and who to talk to (RFC 9110, section 10.1.5). */
function userAgent({ version, contact }: FetchSettings): string {
  const safe = contact?.replace(/[^\x20-\x7e]|[()]/g, '').trim();
  return `Onrecord/${version}${safe ? ` (+${safe})` : ''}`;
}

async function follow(
  { address: first, validators, allow = [], signal: wish }: FetchRequest,
  limits: FetchLimits,
  common: readonly Header[],
  { authorities }: FetchSettings,
  effects: FetchEffects,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const begun = effects.now();
  const redirects: Exchange[] = [];
  const asked = new Set<string>();
  let address = first;
  // What a person opened is open to who starts there: a page elsewhere cannot lead into it.
  let open: readonly AllowedAddress[] = allow;
  for (;;) {
    if (wish?.aborted) throw new OnrecordError('stopped', 'Stopped.');
    const parsed = parseAddress(address, open);
    if ('reason' in parsed) return refused(parsed, address, redirects);
    if (!isAllowed(parsed, open)) open = [];
    asked.add(parsed.url.href);
    const connected = await connect(parsed, open, authorities, effects, limits.connect, signal);
    if (wish?.aborted) {
      if ('socket' in connected) connected.socket.destroy();
      throw new OnrecordError('stopped', 'Stopped.');
    }
    if ('reason' in connected) return refused(connected, address, redirects);
    if ('failed' in connected) return failed(connected.failed, connected.message, address, null, redirects);
    const conditions = conditionsFor(parsed.url.href, validators);
    const { exchange: done, failure } = await exchange(
      parsed,
      connected,
      [...common, ...conditions],
      limits,
      effects,
      begun,
      signal,
    );
    if (wish?.aborted) throw new OnrecordError('stopped', 'Stopped.');
    if (failure) return failed(failure.failed, failure.message, address, done, redirects);
    if (!done) return failed('malformed', `${parsed.host} gave no answer.`, address, null, redirects);
    const location = REDIRECTS.has(done.status) ? headerOf(done.headers, 'location') : null;
    if (location !== null) {
      redirects.push(done);
      if (!URL.canParse(location, parsed.url))
        return failed('redirects', `${parsed.host} leads on to what is no address.`, address, done, redirects);
      const next = new URL(location, parsed.url);
      next.hash = '';
      if (asked.has(next.href))
        return failed('redirects', `${parsed.host} leads round in a circle.`, next.href, done, redirects);
      if (redirects.length > limits.redirects)
        return failed(
          'redirects',
          `${parsed.host} leads on and on, more than ${limits.redirects} times.`,
          next.href,
          done,
          redirects,
        );
      address = next.href;
      continue;
    }
    if (done.status === 304) {
      if (conditions.length > 0)
        return { outcome: 'not modified', address, exchange: done, redirects, robots: 'overridden' };
      return failed(
        'malformed',
        `${parsed.host} says that nothing has changed, though nothing was asked about.`,
        address,
        done,
        redirects,
      );
    }
    const body = await decodeBody(done.body, codingsOf(done.headers), limits);
    if ('fault' in body) return failed(body.fault, `${address}: ${body.message}`, address, done, redirects);
    return {
      outcome: 'fetched',
      address,
      exchange: done,
      decoded: body.decoded,
      mediaType: headerOf(done.headers, 'content-type'),
      validators: {
        etag: headerOf(done.headers, 'etag'),
        lastModified: headerOf(done.headers, 'last-modified'),
        address,
      },
      retryAfter: readRetryAfter(headerOf(done.headers, 'retry-after'), effects.now()),
      redirects,
      robots: 'overridden',
    };
  }
}

/** All codings in order, however many headers name them. */
function codingsOf(headers: readonly Header[]): string {
  return headers
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .map(([, value]) => value)
    .join(',');
}

/** Validators go to the address that gave them: another that answers "unchanged" would speak of another text. */
function conditionsFor(address: string, validators: Validators | undefined): Header[] {
  if (!validators || (validators.address && validators.address !== address)) return [];
  const conditions: Header[] = [];
  if (validators.etag && isSendable(validators.etag)) conditions.push(['if-none-match', validators.etag]);
  if (validators.lastModified && isSendable(validators.lastModified))
    conditions.push(['if-modified-since', validators.lastModified]);
  return conditions;
}

function isSendable(value: string): boolean {
  return /^[\x20-\x7e\x80-\xff]+$/.test(value);
}

function refused(
  { reason, message, remedy }: AddressRefusal,
  address: string,
  redirects: readonly Exchange[],
): Refused {
  const by = reason === 'robots' || reason === 'robots not reachable' ? 'robots' : 'gate';
  const led = redirects.length > 0 ? `${new URL(redirects[0]!.address).host} leads on to another address. ` : '';
  return { outcome: 'refused', by, reason, message: led + message, remedy, address, redirects };
}

/** What a person can do about each failure. */
const REMEDIES: Readonly<Record<FailureReason, string>> = {
  dns: 'Check how the address is written, and whether other pages open.',
  tls: 'Open the page in a browser; if it warns too, the site has to mend its certificate.',
  unreachable: 'Try again later, or open the page in a browser to see whether the site is up.',
  timeout: 'Try again later.',
  reset:
    'Try again later; if it goes on, the site may be refusing programs. Save the page from a browser and add the file.',
  'too large': 'If the file is wanted, download it, split it and add the parts.',
  bomb: 'This is made to harm programs; leave it.',
  'lied about length': 'Nothing was taken, because a part may be missing. Try again later.',
  malformed: 'Open the page in a browser; if it shows there, save it and add the file.',
  redirects: 'Open the page in a browser and use the address it ends at.',
};

function failed(
  reason: FailureReason,
  message: string,
  address: string,
  broken: Exchange | null,
  redirects: readonly Exchange[],
): Failed {
  return { outcome: 'failed', reason, message, remedy: REMEDIES[reason], address, exchange: broken, redirects };
}
