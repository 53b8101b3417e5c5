/** Fetches a robots.txt, as RFC 9309 has it: redirects are followed, also to other hosts, five times. */
import { type AllowedAddress, type ParsedAddress, isAllowed, parseAddress } from './address.js';
import { decodeBody } from './decode-body.js';
import type { FetchEffects } from './effects.js';
import { type HopLimits, hop } from './hop.js';
import type { Manner, TurnTaker } from './manners.js';
import { type Exchange, type Header, headerOf, isRedirect } from './outcome.js';
import type { NetworkFailure } from './connect.js';
import { ROBOTS_BYTES } from './robots.js';
import type { RobotsAnswer } from './robots-roll.js';
import { readRetryAfter } from './retry-after.js';

const MOST_REDIRECTS = 5;
const LIMITS: HopLimits = { bytes: 2 * ROBOTS_BYTES, connect: 10_000, idle: 20_000, total: 40_000 };

/** What the site says; or how the network failed, which then fails the page too. */
export async function askRobots(
  site: ParsedAddress,
  allow: readonly AllowedAddress[],
  manner: Manner,
  headers: readonly Header[],
  authorities: readonly string[],
  turns: TurnTaker,
  effects: FetchEffects,
): Promise<RobotsAnswer | NetworkFailure> {
  let open = allow;
  let address = new URL('/robots.txt', site.url).href;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const parsed = parseAddress(address, open);
    // Where no page could be either there are no rules to be read.
    if ('reason' in parsed) return { came: 'none' };
    if (!isAllowed(parsed, open)) open = [];
    const turn = await turns(parsed.host, manner, undefined);
    if ('reason' in turn) return { came: 'nothing' };
    const got = await hop(parsed, open, headers, LIMITS, authorities, effects, undefined).finally(() =>
      turn.end({ free: true }),
    );
    if ('reason' in got) return redirects === 0 ? { came: 'nothing' } : { came: 'none' };
    if ('failure' in got && !(got.exchange && got.failure.failed === 'too large')) return got.failure;
    const { exchange } = got as { exchange: Exchange };
    const { status } = exchange;
    const location = isRedirect(status) ? headerOf(exchange.headers, 'location') : null;
    if (location !== null && URL.canParse(location, parsed.url)) {
      address = new URL(location, parsed.url).href;
      continue;
    }
    if (status >= 200 && status < 300) return { came: 'text', text: await textOf(exchange) };
    if (status >= 500 || status === 429) {
      const wait = readRetryAfter(headerOf(exchange.headers, 'retry-after'), effects.now());
      return { came: 'nothing', ...(wait === null ? {} : { wait: wait * 1000 }) };
    }
    return { came: 'none' };
  }
  return { came: 'none' };
}

/** As UTF-8, whatever it says of itself; what cannot be unpacked holds no rules. */
async function textOf({ body, headers }: Exchange): Promise<string> {
  const limits = { bytes: 4 * ROBOTS_BYTES, ratio: 200, ratioAfter: ROBOTS_BYTES };
  const unpacked = await decodeBody(body, headerOf(headers, 'content-encoding'), limits);
  return 'decoded' in unpacked ? new TextDecoder().decode(unpacked.decoded) : '';
}
