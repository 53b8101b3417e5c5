/** The state machines of following and of manners, against plain models: whatever happens in whatever order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterLook,
  afterSighting,
  healthOf,
  isRemoved,
  newStanding,
  newState,
  nextLookAt,
  type PlaceLook,
  removedBetween,
  type Sighting,
} from '#capture/index.js';
import { HEALTHS, type HeldValidators, type Standing } from '#record/index.js';
import { type RobotsAnswer, RobotsRoll } from '../../src/capture/robots-roll.js';
import { LONGEST_WAIT, type Ticket, Turns } from '../../src/capture/turns.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const RUNS = process.env['ONRECORD_LONG_TESTS'] === '1' ? 10_000 : 300;

const validators = (n: number): HeldValidators => ({
  etag: `"${n}"`,
  lastModified: null,
  address: null,
  digest: String(n),
});
const sighting: fc.Arbitrary<Sighting> = fc.oneof(
  fc.record({
    found: fc.constant('present' as const),
    changed: fc.boolean(),
    moved: fc.boolean(),
    validators: fc.option(fc.nat(9).map(validators)),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      found: fc.constant('missing' as const),
      how: fc.constantFrom('gone' as const, 'not found' as const, 'not listed' as const),
    }),
  },
  fc.record({
    found: fc.constant('nothing' as const),
    outcome: fc.constantFrom('blocked' as const, 'failing' as const, 'withheld by robots' as const),
  }),
  fc.record({ found: fc.constant('doubtful' as const), digest: fc.constantFrom('a', 'b') }),
);
/** Minutes to the next look; the clock may be set. */
const pause = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 3 * 1440 }) },
  fc.constantFrom(-10 * 365 * 1440, 10 * 365 * 1440, -60),
);
/** When something else of the place was seen, in minutes before this look; null: never. */
const witness = fc.option(fc.constantFrom(0, 0, 0, 30, 5000, -10 * 365 * 1440));

describe('where a text stands', () => {
  const steps = fc.array(fc.record({ sighting, pause, witness }), { maxLength: 40 });

  it('is called removed only after looks enough over time enough, with a witness, and never without an interval', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let now = Date.parse('2031-07-01T00:00:00Z');
        let standing: Standing = newStanding(now, true);
        /** Misses since the text was last seen, and the time that truly passed since the first. */
        let misses = 0;
        let kinds = new Set<string>();
        let passed = 0;
        for (const { sighting: one, pause: minutes, witness: ago } of list) {
          now += minutes * MINUTE;
          if (misses > 0) passed += Math.max(0, minutes * MINUTE);
          const seen = ago === null ? null : now - ago * MINUTE;
          const before = standing;
          standing = afterSighting(before, one, now, seen);
          if (one.found === 'present') {
            expect(isRemoved(standing)).toBe(false);
            expect([standing.misses, standing.lastSeen, standing.missing]).toEqual([0, now, null]);
            expect(standing.validators).toEqual(one.validators ?? before.validators);
            [misses, passed, kinds] = [0, 0, new Set()];
            continue;
          }
          expect(standing.validators).toBe(before.validators);
          expect(standing.lastSeen).toBe(before.lastSeen);
          if (one.found === 'missing') {
            misses++;
            kinds.add(one.how);
          } else {
            expect([standing.misses, standing.firstMiss, isRemoved(standing)]).toEqual([
              before.misses,
              before.firstMiss,
              isRemoved(before),
            ]);
          }
          const next = nextLookAt(standing, now - DAY, now);
          expect(next).toBeGreaterThan(now);
          expect(next).toBeLessThanOrEqual(now + 60 * DAY);
          if (isRemoved(before)) expect(isRemoved(standing)).toBe(true);
          if (!isRemoved(standing) || isRemoved(before)) continue;
          const isGone = standing.outcome === 'gone';
          expect(one.found).toBe('missing');
          expect(misses).toBeGreaterThanOrEqual(isGone ? 3 : 5);
          expect(passed).toBeGreaterThanOrEqual(isGone ? DAY : 2 * DAY);
          if (isGone) expect(kinds.has('gone')).toBe(true);
          expect(seen).not.toBeNull();
          expect(seen!).toBeGreaterThanOrEqual(standing.firstMiss!);
          expect(seen!).toBeLessThanOrEqual(now);
          const between = removedBetween(before, standing, now);
          expect(between.before).toBe(standing.since);
          if (between.after !== null) expect(between.after).toBeLessThanOrEqual(between.before);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is called removed in the end where it is missed day after day, whatever was before', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('gone' as const, 'not found' as const, 'not listed' as const), (list, how) => {
        let now = Date.parse('2031-07-01T00:00:00Z');
        let standing = newStanding(now, true);
        for (const { sighting: one, pause: minutes, witness: ago } of list) {
          now += minutes * MINUTE;
          standing = afterSighting(standing, one, now, ago === null ? null : now - ago * MINUTE);
        }
        for (let day = 0; day < 7; day++) {
          now += DAY;
          standing = afterSighting(standing, { found: 'missing', how }, now, now);
        }
        expect(isRemoved(standing)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('how a place is', () => {
  const look: fc.Arbitrary<PlaceLook> = fc.record({
    outcome: fc.constantFrom('present-same', 'present-changed', 'blocked', 'failing', 'gone', 'withheld by robots'),
    reading: fc.option(
      fc.record({
        fitting: fc.constantFrom('read' as const, 'empty' as const, 'layout changed' as const, 'blocked' as const),
        covers: fc.option(fc.nat(1000).map((to) => ({ from: 0, to }))),
        rest: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      }),
    ),
    fresh: fc.array(fc.option(fc.integer({ min: -1e15, max: 4e12 })), { maxLength: 5 }),
    validators: fc.option(fc.nat(9).map(validators)),
    problem: fc.option(fc.constant('odd')),
    retryAfter: fc.option(fc.integer({ min: 0, max: 1e10 })),
    missed: fc.constant([]),
  });

  it('is looked at between nine minutes and eight days from now, and remembers only what was read', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(look, pause), { maxLength: 40 }), (looks) => {
        let now = Date.parse('2031-07-01T00:00:00Z');
        let state = newState(now);
        for (const [one, minutes] of looks) {
          now += minutes * MINUTE;
          const before = state;
          state = afterLook(before, one, now, 0.5, undefined);
          expect(state.due - now).toBeGreaterThanOrEqual(9 * MINUTE);
          expect(state.due - now).toBeLessThanOrEqual(8 * DAY);
          const isRead = one.outcome.startsWith('present');
          expect(state.validators).toEqual(isRead ? (one.validators ?? before.validators) : before.validators);
          if (!isRead) expect([state.lastRead, state.failures]).toEqual([before.lastRead, before.failures + 1]);
          expect(state.gaps.length).toBeLessThanOrEqual(30);
          expect(state.gaps.every((gap) => gap >= 0 && Number.isFinite(gap))).toBe(true);
          if (state.lastNew !== null) expect(state.lastNew).toBeLessThanOrEqual(now);
          expect(HEALTHS).toContain(healthOf(state, now, { declared: undefined, ended: false, paused: false }));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('what is known of a robots.txt', () => {
  type Event = { readonly after: number; readonly answer: RobotsAnswer | null };
  const event: fc.Arbitrary<Event> = fc.record({
    after: fc.constantFrom(1, 9, 11, 60, 23 * 60, 25 * 60, 40 * 1440, -600),
    answer: fc.option(
      fc.oneof(
        fc.constant<RobotsAnswer>({ came: 'none' }),
        fc.constant<RobotsAnswer>({ came: 'text', text: 'user-agent: *\ndisallow: /private' }),
        fc.constant<RobotsAnswer>({ came: 'nothing' }),
        fc.constant<RobotsAnswer>({ came: 'nothing', wait: 3 * HOUR }),
      ),
      { freq: 2 },
    ),
  });

  /** What the RFC and docs/capturing.md say, read off the whole history. */
  function modelled(history: readonly { readonly at: number; readonly answer: RobotsAnswer }[], now: number): string {
    const last = history.at(-1);
    if (!last) return 'ask';
    // The rules that count: of the last answer, or, while nothing comes, of the last text with nothing but silence since.
    const rules = history.findLast(({ answer }) => answer.came !== 'nothing');
    const text = rules?.answer.came === 'text' ? rules : null;
    if (last.answer.came !== 'nothing')
      return now < last.at || now >= last.at + DAY ? 'ask' : last.answer.came === 'none' ? 'no rules' : 'forbidden';
    const until = last.at + Math.max(10 * MINUTE, last.answer.wait ?? 0);
    const read = text ? text.at : last.at;
    if (now >= until || now < read) return 'ask';
    return text === null || now - text.at > 30 * DAY ? 'not reachable' : 'forbidden';
  }

  it('is what its history says', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const roll = new RobotsRoll('Onrecord');
        const history: { at: number; answer: RobotsAnswer }[] = [];
        let now = Date.parse('2031-07-01T00:00:00Z');
        for (const { after, answer } of events) {
          now += after * MINUTE;
          if (answer !== null) {
            roll.learn('https://a.example', answer, now);
            history.push({ at: now, answer });
          }
          expect(roll.look('https://a.example', '/private/x', now).kind).toBe(modelled(history, now));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('turns', () => {
  type Doing = {
    readonly do: 'ask' | 'next' | 'end' | 'leave';
    readonly host: number;
    readonly n: number;
    readonly after: number;
  };
  const doing: fc.Arbitrary<Doing> = fc.record({
    do: fc.constantFrom('ask', 'ask', 'next', 'next', 'end', 'leave'),
    host: fc.nat(3),
    n: fc.nat(5),
    after: fc.constantFrom(0, 0, 1, 500, 2000, 60_000, 5 * HOUR),
  });
  interface Modelled {
    readonly line: Ticket[];
    open: Ticket | null;
    ended: number;
    barred: number;
  }
  const MOST = 2;
  const GAPS = [0, 500, 2000, 10_000];

  it('are given by a plain list of who waits', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 80 }), (doings) => {
        const turns = new Turns(MOST);
        const hosts = new Map<string, Modelled>();
        const of = (name: string): Modelled => {
          let host = hosts.get(name);
          if (!host) hosts.set(name, (host = { line: [], open: null, ended: -Infinity, barred: 0 }));
          return host;
        };
        let now = 0;
        for (const { do: what, host: h, n, after } of doings) {
          now += after;
          const name = `h${h}`;
          const host = of(name);
          if (what === 'ask') {
            const ticket = { host: name, gap: GAPS[n % GAPS.length]! };
            turns.ask(ticket);
            host.line.push(ticket);
          } else if (what === 'leave') {
            const ticket = host.line[n];
            if (ticket) {
              turns.leave(ticket);
              host.line.splice(n, 1);
            }
          } else if (what === 'end') {
            if (host.open === null) continue;
            const wait = n === 5 ? 100 * HOUR : n === 4 ? 3000 : 0;
            turns.ended(host.open, now, { wait, free: n === 0 });
            host.open = null;
            if (n !== 0) host.ended = now;
            if (wait > 0) host.barred = now + Math.min(wait, LONGEST_WAIT);
          } else {
            const open = [...hosts.values()].filter((each) => each.open !== null).length;
            const ready = [...hosts.values()].flatMap((each) =>
              each.open === null && each.line[0] ? [Math.max(each.ended + each.line[0].gap, each.barred)] : [],
            );
            const first = ready.length === 0 || open >= MOST ? null : Math.min(...ready);
            expect(turns.nextAt() === null ? null : Math.max(now, turns.nextAt()!)).toBe(
              first === null ? null : Math.max(now, first),
            );
            const ticket = turns.next(now);
            expect(ticket !== null).toBe(first !== null && first <= now);
            if (ticket === null) continue;
            const whose = of(ticket.host);
            expect(whose.open).toBeNull();
            expect(whose.line.shift()).toBe(ticket);
            expect(now).toBeGreaterThanOrEqual(Math.max(whose.ended + ticket.gap, whose.barred));
            whose.open = ticket;
          }
          for (const [each, { open }] of hosts) expect(turns.isOpen(each)).toBe(open !== null);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
