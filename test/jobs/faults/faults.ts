/**
 * What can go wrong between a place and whoever looks, on top of what is true: drawn from a seed, some of it for one
 * answer, some for hours or days. Faults that say "not found" of a text that stands last less than the two days (of
 * 410: the one day) after which the rules believe a place that says it again and again; everything else may last.
 */
import type { FetchOutcome, FetchRequest, FailureReason } from '#capture/index.js';
import { Random } from '../../../bench/random.js';
import { WALLS } from '../../capture/web/refusing.js';
import { BEGIN, CHANNEL, DAY, HOUR, MINISTRY, REMOVED, type TrueText, type World } from './world.js';

export const FAULTS = [
  'server error',
  'asks to wait',
  'time-out',
  'reset',
  'no name',
  'certificate',
  'lies about length',
  'redirects in a circle',
  'short body',
  'empty body',
  'wrong 304',
  'challenge with 200',
  'forbidden',
  'withheld for legal reasons',
  'empty list',
  'leads elsewhere',
  'not found',
  'gone',
  'soft not found',
  'leads home',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Those by which a place says of a text that it is not there. */
const DENIALS: ReadonlySet<Fault> = new Set(['not found', 'gone', 'soft not found', 'leads home']);
const PASSING = FAULTS.filter((fault) => !DENIALS.has(fault));

/** A fault that lasts. */
export interface Episode {
  readonly fault: Fault;
  readonly from: number;
  readonly to: number;
  readonly host: string;
  /** Null: the whole host, its front page too. */
  readonly key: string | null;
}

export interface Faulty {
  readonly fetch: (request: FetchRequest) => Promise<FetchOutcome>;
  readonly episodes: readonly Episode[];
  /** Answers that were not what the place would have said, by fault. */
  readonly counts: Map<Fault, number>;
  /** Moments when a place said “not modified” of what it no longer has. */
  readonly vouched: ReadonlySet<number>;
  /** Whether a fault denied a text at a moment. */
  denied(text: TrueText, at: number): boolean;
}

/** Puts faults between a world and whoever asks it, until the world is settled. `now`: the real time. */
export function faultyFetch(
  world: World,
  seed: number,
  honest: (request: FetchRequest) => Promise<FetchOutcome>,
  now: () => number,
): Faulty {
  const random = new Random(seed ^ 0x5eed);
  const counts = new Map<Fault, number>();
  const vouched = new Set<number>();
  const episodes = drawEpisodes(world, random);
  const at = (host: string, key: string | null, moment: number): Episode | undefined =>
    episodes.find((e) => e.host === host && (e.key === null || e.key === key) && e.from <= moment && moment < e.to);
  return {
    counts,
    episodes,
    vouched,
    denied: ({ place, key }, moment) => {
      const episode = at(place === 'ministry' ? MINISTRY : CHANNEL, key, moment);
      return episode !== undefined && DENIALS.has(episode.fault);
    },
    fetch: async (request) => {
      const moment = now();
      const url = new URL(request.address);
      const key = /^\/news\/(\d+)\/$/.exec(url.pathname)?.[1] ?? null;
      const drawn = random.chance(0.35) ? random.pick(PASSING) : null;
      const fault = moment >= world.settled ? null : (at(url.host, key, moment)?.fault ?? drawn);
      if (fault === null) return honest(request);
      if (fault === 'wrong 304') vouched.add(moment);
      counts.set(fault, (counts.get(fault) ?? 0) + 1);
      return spoil(fault, request, honest, random, counts.get(fault)!);
    },
  };
}

function drawEpisodes(world: World, random: Random): Episode[] {
  const episodes: Episode[] = [];
  const days = (world.settled - BEGIN) / DAY;
  for (const host of [MINISTRY, CHANNEL]) {
    // The whole host fails or denies everything, for hours or for days on end.
    for (let day = random.between(1, 9); day < days; day += random.between(4, 16)) {
      const from = BEGIN + day * DAY + random.below(24) * HOUR;
      episodes.push({ fault: random.pick(FAULTS), host, key: null, from, to: from + random.between(1, 96) * HOUR });
    }
  }
  for (const { place, key, published } of world.texts) {
    if (place !== 'ministry') continue;
    for (let day = random.between(1, 14); day < days; day += random.between(10, 30)) {
      const fault = random.pick(FAULTS);
      const from = Math.max(published, BEGIN) + day * DAY + random.below(24) * HOUR;
      const longest = fault === 'gone' ? 22 : DENIALS.has(fault) ? 44 : 200;
      const to = from + random.between(1, longest) * HOUR;
      // The two would be one longer denial.
      if (DENIALS.has(fault) && episodes.some((e) => e.key === null && e.from < to + 4 * DAY && from < e.to + 4 * DAY))
        continue;
      episodes.push({ fault, host: MINISTRY, key, from, to });
    }
  }
  return episodes;
}

const FAILURES: Partial<Record<Fault, FailureReason>> = {
  'time-out': 'timeout',
  reset: 'reset',
  'no name': 'dns',
  certificate: 'tls',
  'lies about length': 'lied about length',
  'redirects in a circle': 'redirects',
};
const STATUSES: Partial<Record<Fault, number>> = {
  'server error': 502,
  'asks to wait': 503,
  forbidden: 403,
  'withheld for legal reasons': 451,
};

async function spoil(
  fault: Fault,
  request: FetchRequest,
  honest: (request: FetchRequest) => Promise<FetchOutcome>,
  random: Random,
  nth: number,
): Promise<FetchOutcome> {
  const { address } = request;
  const reason = FAILURES[fault];
  if (reason !== undefined)
    return { outcome: 'failed', reason, message: `${fault}.`, remedy: '', address, exchange: null, redirects: [] };
  // The true answer in other clothes: without validators it comes whole.
  const { validators: _none, ...plain } = request;
  const truth = await honest(plain);
  if (truth.outcome !== 'fetched') return truth;
  const page = (status: number, body: string | Uint8Array, more: Partial<typeof truth> = {}): FetchOutcome => {
    const decoded = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const validators = { etag: null, lastModified: null, address };
    return {
      ...truth,
      decoded,
      validators,
      retryAfter: null,
      exchange: { ...truth.exchange, status, body: decoded, headers: [['content-type', 'text/html']] },
      ...more,
    };
  };
  const status = STATUSES[fault];
  if (status !== undefined)
    return page(status, `<title>${status}</title>`, {
      retryAfter: fault === 'asks to wait' ? random.between(60, 20_000) : null,
    });
  const said = (how: keyof typeof REMOVED): FetchOutcome => {
    const answer = REMOVED[how](new URL(address).origin) as { status: number; body: string };
    return page(answer.status, answer.body);
  };
  switch (fault) {
    case 'short body': {
      // Never the same twice running: what comes again is believed. The validator is that of the whole.
      const share = 0.1 + 0.85 * ((nth * 0.618) % 1);
      return page(200, truth.decoded.subarray(0, truth.decoded.length * share), { validators: truth.validators });
    }
    case 'empty body':
      return page(200, '');
    case 'wrong 304':
      // The fetcher takes none that nobody asked for.
      if (!request.validators)
        return {
          outcome: 'failed',
          reason: 'malformed',
          message: 'Unasked 304.',
          remedy: '',
          address,
          exchange: null,
          redirects: [],
        };
      return {
        outcome: 'not modified',
        address,
        exchange: { ...truth.exchange, status: 304 },
        redirects: [],
        robots: 'no rules',
      };
    case 'challenge with 200': {
      const wall = WALLS[random.pick(['/cloudflare', '/akamai', '/script-only', '/wait', '/maintenance'])]!(
        {} as never,
      );
      return page(200, (wall as { body: string }).body);
    }
    case 'empty list':
      return page(
        200,
        new TextDecoder()
          .decode(truth.decoded)
          .replaceAll(/<li.*?<\/li>|<div class="tgme_widget_message_wrap">.*<\/div>/gs, ''),
      );
    case 'leads elsewhere':
      return { ...truth, address: address.replace('/news/', '/archive/') };
    case 'not found':
      return said(404);
    case 'gone':
      return said(410);
    case 'soft not found':
      return said('soft');
    case 'leads home': {
      const { origin } = new URL(address);
      return honest({ ...plain, address: `${origin}/` });
    }
    default:
      throw new RangeError(fault);
  }
}
