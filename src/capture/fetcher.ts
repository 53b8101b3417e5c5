/**
 * Fetching: the only way out. Every hop waits for leave (robots.txt, its turn at the host), passes three gates (parse,
 * resolve and pin, connect), has limits of size, time and swelling, and comes back as a value with all that went over
 * the wire. Nothing is kept here: custody makes a record of it, the archive keeps that.
 */
import { type AddressRefusal, type AllowedAddress, isAllowed, parseAddress } from './address.js';
import { askRobots } from './ask-robots.js';
import { acceptedCodings, decodeBody } from './decode-body.js';
import type { FetchEffects } from './effects.js';
import { type HopLimits, hop } from './hop.js';
import { type Manners, createManners } from './manners.js';
import {
  type Exchange,
  type Failed,
  type FailureReason,
  type FetchOutcome,
  type GateReason,
  type Header,
  type Refused,
  type Validators,
  headerOf,
  isRedirect,
} from './outcome.js';
import { readRetryAfter } from './retry-after.js';

/** How the product presents itself, and whom it trusts. */
export interface FetchSettings {
  readonly version: string;
  /** An address or mailbox where the owner of a site reaches who fetches; null for none. */
  readonly contact: string | null;
  /** Certificates of authorities that are trusted besides the usual ones, PEM. */
  readonly authorities: readonly string[];
  /** Milliseconds between two requests to a host, at least. */
  readonly gap: number;
  /** Ports where pages are looked for besides the usual ones. */
  readonly ports?: readonly number[];
}

/** The usual gap: places where officials publish are untroubled by it. */
export const USUAL_GAP = 2_000;
/** A turn at a host is waited for as long as this, where nothing else is said. */
const PATIENCE = 10 * 60_000;

/** What one fetch may cost. Bytes and milliseconds; the times are those of one hop. */
export interface FetchLimits extends HopLimits {
  /** How many times its length a body may unpack to… */
  readonly ratio: number;
  /** … once so many bytes have come out. */
  readonly ratioAfter: number;
  readonly redirects: number;
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
  /** Milliseconds between two requests to the host, where this place wants more than the usual gap. */
  readonly gap?: number;
  /** Milliseconds that our turn at a host is waited for at most. */
  readonly patience?: number;
  /** Fetches although robots.txt forbids it: only where a person said so. */
  readonly ignoreRobots?: boolean;
  /** Ends the fetch; it is then rejected with OnrecordError `stopped`. */
  readonly signal?: AbortSignal;
}

export interface Fetcher {
  /** Fetches one address. Rejects only with OnrecordError `stopped`. */
  get(request: FetchRequest): Promise<FetchOutcome>;
}

const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,application/feed+json,application/pdf,*/*;q=0.8';

/** Builds a fetcher. What it knows of hosts and their robots.txt lives as long as it does. */
export function createFetcher(settings: FetchSettings, effects: FetchEffects): Fetcher {
  const common: readonly Header[] = [
    ['user-agent', userAgent(settings)],
    ['accept', ACCEPT],
    ['accept-language', '*'],
    ['accept-encoding', acceptedCodings()],
  ];
  const plain: readonly Header[] = [
    ['user-agent', userAgent(settings)],
    ['accept', 'text/plain,*/*;q=0.5'],
    ['accept-encoding', 'identity'],
  ];
  const manners = createManners(effects, (site, allow, manner, turns) =>
    askRobots(site, allow, manner, plain, settings.authorities, turns, effects),
  );
  return { get: (request) => follow(request, common, settings, manners, effects) };
}

/** Product token, version, and who to talk to (RFC 9110, section 10.1.5). */
function userAgent({ version, contact }: FetchSettings): string {
  const safe = contact?.replace(/[^\x20-\x7e]|[()]/g, '').trim();
  return `Onrecord/${version}${safe ? ` (+${safe})` : ''}`;
}

async function follow(
  request: FetchRequest,
  common: readonly Header[],
  settings: FetchSettings,
  manners: Manners,
  effects: FetchEffects,
): Promise<FetchOutcome> {
  const { validators, allow = [], signal } = request;
  const limits = { ...FETCH_LIMITS, ...request.limits };
  const manner = {
    gap: Math.max(settings.gap, request.gap ?? 0),
    patience: request.patience ?? PATIENCE,
    robots: request.ignoreRobots !== true,
  };
  const redirects: Exchange[] = [];
  const asked = new Set<string>();
  let { address } = request;
  // What a person opened is open to who starts there: a page elsewhere cannot lead into it.
  let open: readonly AllowedAddress[] = allow;
  for (;;) {
    const parsed = parseAddress(address, open, settings.ports);
    if ('reason' in parsed) return refused(parsed, address, redirects);
    if (!isAllowed(parsed, open)) open = [];
    asked.add(parsed.url.href);
    const leave = await manners.enter(parsed, open, manner, signal);
    if ('reason' in leave) return refused(leave, address, redirects);
    if ('failed' in leave) return failed(leave.failed, leave.message, address, null, redirects);
    const conditions = conditionsFor(parsed.url.href, validators);
    const got = await hop(
      parsed,
      open,
      [...common, ...conditions],
      limits,
      settings.authorities,
      effects,
      signal,
    ).catch((error: unknown) => {
      leave.end();
      throw error;
    });
    const wait = 'exchange' in got ? waitAsked(got.exchange, effects.now()) : null;
    leave.end(wait === null ? {} : { wait: wait * 1000 });
    if ('reason' in got) return refused(got, address, redirects);
    if ('failure' in got) return failed(got.failure.failed, got.failure.message, address, got.exchange, redirects);
    const { exchange: done } = got;
    const location = isRedirect(done.status) ? headerOf(done.headers, 'location') : null;
    if (location !== null) {
      const next = led(location, parsed.url, asked, redirects.length >= limits.redirects, limits.redirects);
      if ('message' in next) return failed('redirects', next.message, next.address, done, redirects);
      redirects.push(done);
      address = next.address;
      continue;
    }
    if (done.status === 304) {
      if (conditions.length > 0)
        return { outcome: 'not modified', address, exchange: done, redirects, robots: leave.ground };
      const message = `${parsed.host} says that nothing has changed, though nothing was asked about.`;
      return failed('malformed', message, address, done, redirects);
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
      retryAfter: wait,
      redirects,
      robots: leave.ground,
    };
  }
}

/** Where a redirect leads, or why it is not followed. */
function led(
  location: string,
  from: URL,
  asked: ReadonlySet<string>,
  isLast: boolean,
  most: number,
): { readonly address: string; readonly message?: string } {
  const written = asText(location);
  if (!URL.canParse(written, from))
    return { address: from.href, message: `${from.host} leads on to what is no address.` };
  const next = new URL(written, from);
  // RFC 9110, section 10.2.2: the part behind # goes along where the new address has none; pages are asked without.
  next.hash = '';
  const address = next.href;
  if (asked.has(address)) return { address, message: `${from.host} leads round in a circle.` };
  if (isLast) return { address, message: `${from.host} leads on and on, more than ${most} times.` };
  return { address };
}

/** Bytes beyond ASCII in an address are UTF-8 wherever they can be, as browsers take them. */
function asText(bytes: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return bytes;
  }
}

/** Seconds that the host asks us to wait. */
function waitAsked(exchange: Exchange | null, now: number): number | null {
  return exchange && readRetryAfter(headerOf(exchange.headers, 'retry-after'), now);
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

/** Who refused, where it was not the gate. */
const BY: Partial<Record<GateReason, Refused['by']>> = {
  robots: 'robots',
  'robots not reachable': 'robots',
  'asked to wait': 'host',
};

function refused(
  { reason, message, remedy }: AddressRefusal,
  address: string,
  redirects: readonly Exchange[],
): Refused {
  const by = BY[reason] ?? 'gate';
  const from = redirects.length > 0 ? `${new URL(redirects[0]!.address).host} leads on to another address. ` : '';
  return { outcome: 'refused', by, reason, message: from + message, remedy, address, redirects };
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
