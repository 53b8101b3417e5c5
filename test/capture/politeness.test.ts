/**
 * Politeness against a model: hosts that are slow, ask to be left alone, forbid pages or cannot say; whatever is asked
 * of them in whatever order, no host sees two requests at once, none before its gap is over, none of what it forbids.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/capture/address.js';
import { createManners } from '../../src/capture/manners.js';
import { VirtualClock } from './web/virtual-clock.js';

/** A host of the model. */
interface Host {
  readonly name: string;
  readonly robots: 'none' | 'some' | 'all' | 'broken' | 'dead';
  /** Seconds. */
  readonly crawlDelay: number;
  readonly gap: number;
  /** Milliseconds that an answer takes. */
  readonly slow: number;
  /** Every so many answers it asks for so many milliseconds. */
  readonly tiresAfter: number;
  readonly rest: number;
}

interface Seen {
  open: boolean;
  ended: number;
  barred: number;
  answers: number;
  robotsAsked: number;
}

interface Tally {
  fetched: number;
  forbidden: number;
  unreachable: number;
  failed: number;
  waited: number;
  faults: string[];
  mostOpen: number;
}

/** Runs all pages through the real manners, on a clock that jumps from event to event. */
async function run(
  hosts: readonly Host[],
  pages: readonly { host: number; path: string; at: number }[],
): Promise<Tally> {
  const clock = new VirtualClock();
  const start = clock.now();
  const seen = hosts.map(
    (): Seen => ({ open: false, ended: -Infinity, barred: 0, answers: 0, robotsAsked: -Infinity }),
  );
  const byName = new Map(hosts.map((host, i) => [host.name, i]));
  const tally: Tally = { fetched: 0, forbidden: 0, unreachable: 0, failed: 0, waited: 0, faults: [], mostOpen: 0 };
  const effects = { now: clock.now, after: clock.after, lookup: () => Promise.reject(new Error('no network')) };
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));
  let open = 0;
  const begin = (i: number, gap: number): void => {
    const state = seen[i]!;
    const now = clock.now();
    if (state.open) tally.faults.push(`${hosts[i]!.name}: two at once`);
    if (now < state.ended + gap) tally.faults.push(`${hosts[i]!.name}: ${state.ended + gap - now} ms too early`);
    if (now < state.barred) tally.faults.push(`${hosts[i]!.name}: asked to be left alone`);
    state.open = true;
    tally.mostOpen = Math.max(tally.mostOpen, ++open);
  };
  const end = (i: number): void => {
    seen[i]!.open = false;
    open--;
  };
  const manners = createManners(effects, async (site, _, manner, turns) => {
    const i = byName.get(site.host)!;
    const { robots, slow, crawlDelay } = hosts[i]!;
    const turn = await turns(site.host, manner, undefined);
    if ('reason' in turn) return { came: 'nothing' };
    begin(i, hosts[i]!.gap);
    if (clock.now() - seen[i]!.robotsAsked < 24 * 3_600_000 && robots !== 'broken' && robots !== 'dead')
      tally.faults.push(`${site.host}: robots.txt asked for twice within a day`);
    seen[i]!.robotsAsked = clock.now();
    await sleep(slow);
    end(i);
    turn.end({ free: true });
    if (robots === 'dead') return { failed: 'timeout', message: 'dead.' };
    if (robots === 'broken') return { came: 'nothing' };
    if (robots === 'none') return { came: 'none' };
    const delay = crawlDelay > 0 ? `crawl-delay: ${crawlDelay}\n` : '';
    return { came: 'text', text: `user-agent: *\n${delay}disallow: ${robots === 'all' ? '/' : '/private'}` };
  });
  const fetchOne = async ({ host: i, path, at }: (typeof pages)[number]): Promise<void> => {
    const host = hosts[i]!;
    await sleep(at);
    const address = parseAddress(`http://${host.name}${path}`, []);
    if ('reason' in address) throw new Error(address.message);
    const leave = await manners.enter(
      address,
      [],
      { gap: host.gap, patience: 30 * 24 * 3_600_000, robots: true },
      undefined,
    );
    if ('failed' in leave) return void tally.failed++;
    if ('reason' in leave) {
      if (leave.reason === 'robots') tally.forbidden++;
      else if (leave.reason === 'robots not reachable') tally.unreachable++;
      else tally.waited++;
      return;
    }
    const mayBe = host.robots === 'none' || (host.robots === 'some' && !path.startsWith('/private'));
    if (!mayBe) tally.faults.push(`${host.name}${path} was forbidden`);
    const delay = host.robots === 'some' ? Math.min(60, host.crawlDelay) * 1000 : 0;
    begin(i, Math.max(host.gap, delay));
    await sleep(host.slow);
    end(i);
    const state = seen[i]!;
    state.ended = clock.now();
    const tired = ++state.answers % host.tiresAfter === 0;
    if (tired) state.barred = clock.now() + Math.min(host.rest, 24 * 3_600_000);
    tally.fetched++;
    leave.end(tired ? { wait: host.rest } : {});
  };
  let left = pages.length;
  const all = Promise.all(pages.map((page) => fetchOne(page).finally(() => left--)));
  all.catch(() => (left = 0));
  while (left > 0) {
    // Promises settle before the clock moves on.
    await new Promise((resolve) => void setImmediate(resolve));
    const { now } = clock;
    const at = now();
    if (!clock.step()) break;
    while (now() === at && clock.step(at));
  }
  await new Promise((resolve) => void setImmediate(resolve));
  await all;
  expect(clock.now()).toBeGreaterThanOrEqual(start);
  return tally;
}

function check(tally: Tally, pages: number): void {
  expect(tally.faults.slice(0, 5)).toEqual([]);
  const { fetched, forbidden, unreachable, failed, waited } = tally;
  expect(fetched + forbidden + unreachable + failed + waited, 'every page comes to an end').toBe(pages);
}

const host = fc.record({
  robots: fc.constantFrom<Host['robots']>('none', 'some', 'some', 'all', 'broken', 'dead'),
  crawlDelay: fc.constantFrom(0, 0, 1, 10, 3600),
  gap: fc.constantFrom(0, 500, 2000, 10_000),
  slow: fc.constantFrom(1, 300, 20_000),
  tiresAfter: fc.constantFrom(2, 5, 1000),
  rest: fc.constantFrom(1000, 60_000, 100 * 3_600_000),
});
const world = fc.array(host, { minLength: 1, maxLength: 6 }).chain((list) =>
  fc.tuple(
    fc.constant(list.map((one, i): Host => ({ ...one, name: `h${i}.example` }))),
    fc.array(
      fc.record({
        host: fc.integer({ min: 0, max: list.length - 1 }),
        path: fc.constantFrom('/', '/a', '/private', '/private/x'),
        at: fc.constantFrom(0, 0, 0, 1, 700, 5000, 7_200_000, 100_000_000),
      }),
      { maxLength: 40 },
    ),
  ),
);

describe('politeness', () => {
  it('keeps to the model whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ([hosts, pages]) => check(await run(hosts, pages), pages.length)),
      { numRuns: 150 },
    );
  });

  it('goes on where the clock is set ten years off, and back', async () => {
    const clock = new VirtualClock();
    const manners = createManners(
      { now: clock.now, after: clock.after, lookup: () => Promise.reject(new Error('no network')) },
      async () => ({ came: 'none' }),
    );
    const address = parseAddress('http://h.example/', []);
    if ('reason' in address) throw new Error(address.message);
    const years = 10 * 365 * 24 * 3_600_000;
    for (const jump of [0, years, -years, -years, years]) {
      clock.jump(jump);
      let left: Awaited<ReturnType<typeof manners.enter>> | null = null;
      void manners
        .enter(address, [], { gap: 2000, patience: 60_000, robots: true }, undefined)
        .then((leave) => (left = leave));
      for (let i = 0; i < 20 && left === null; i++) {
        await new Promise((resolve) => void setImmediate(resolve));
        if (left === null) clock.step(clock.now() + 10_000);
      }
      expect(left, `jump of ${jump}`).toHaveProperty('ground', 'no rules');
      if (left !== null && 'end' in (left as object)) (left as { end: () => void }).end();
    }
  });

  const long = process.env['ONRECORD_LONG_TESTS'] === '1';
  const [hostsAtAll, pagesAtAll] = long ? [2_000, 100_000] : [200, 10_000];
  it(`keeps to the model with ${hostsAtAll} hosts and ${pagesAtAll} pages`, { timeout: 300_000 }, async () => {
    const hosts = Array.from(
      { length: hostsAtAll },
      (_, i): Host => ({
        name: `h${i}.example`,
        robots: i % 50 === 7 ? 'broken' : i % 50 === 9 ? 'dead' : i % 20 === 3 ? 'all' : i % 3 === 0 ? 'none' : 'some',
        crawlDelay: i % 10 === 4 ? 10 : 0,
        gap: i % 7 === 0 ? 10_000 : 2000,
        slow: 50 + ((i * 37) % 900),
        tiresAfter: i % 11 === 0 ? 13 : 1000,
        rest: i % 22 === 0 ? 3_600_000 : 30_000,
      }),
    );
    const pages = Array.from({ length: pagesAtAll }, (_, k) => ({
      host: (k * 7919) % hostsAtAll,
      path: k % 9 === 0 ? `/private/${k}` : `/news/${k}`,
      at: (k * 31) % 600_000,
    }));
    const tally = await run(hosts, pages);
    check(tally, pagesAtAll);
    expect(tally.fetched).toBeGreaterThan(pagesAtAll / 2);
    expect(tally.forbidden).toBeGreaterThan(pagesAtAll / 50);
    expect(tally.mostOpen).toBeGreaterThan(8);
  });
});
