/**
 * Many workers at one queue of looks, on a virtual clock: workers are slow, die with looks in hand, or come back long
 * after theirs were handed to others. Each visit that was due is settled once, no host is out twice at a time, and the
 * queue runs empty.
 */
import { describe, expect, it } from 'vitest';
import { openTransient } from '#archive/embedded/index.js';
import type { Look, LookFound, NewLook } from '#archive/index.js';
import { newState } from '#capture/index.js';
import { Random } from '../../bench/random.js';

const JOBS = process.env['ONRECORD_LONG_TESTS'] === '1' ? 100_000 : 1_000;
const WORKERS = 8;
const HOSTS = 500;
/** Milliseconds. */
const KILLED_EVERY = 200;
const LEASE = 3_000;
/** So many come due that eight who are killed all the time can just keep up. */
const APART = 25;
const RECIPE = { name: 'Pages', kind: 'list page', addresses: [] } as const;

interface Worker {
  readonly held: { readonly look: Look; readonly done: number }[];
  /** Its looks are lost with it; or it comes back with them when they are others' by now. */
  fate: 'works' | 'dead' | 'back late';
  until: number;
}

function found(look: Look, at: number): LookFound {
  const { address } = look;
  const poll = {
    item: look.item,
    address,
    at,
    outcome: 'present-same',
    status: 200,
    capture: null,
    detail: 'Seen.',
  } as const;
  return { poll, state: null, items: [], happenings: [], again: null, looks: [] };
}

describe('the queue of looks', () => {
  it(`gives each of ${JOBS} to one of ${WORKERS} workers, who are killed every ${KILLED_EVERY} ms`, {
    timeout: 3_600_000,
  }, async () => {
    const random = new Random(20_311);
    const archive = await openTransient();
    const { following } = archive;
    const { reference: source } = await following.follow(
      { name: 'Pages', address: 'https://pages.example/', recipe: RECIPE, allow: [], since: 0, state: newState(0) },
      'test',
    );
    const looks = Array.from({ length: JOBS }, (_, i): NewLook => {
      const host = `h${(i * 7919) % HOSTS}.example`;
      return {
        key: `text ${i}`,
        source,
        kind: 'text',
        item: String(i),
        address: `https://${host}/${i}`,
        due: i * APART,
      };
    });
    for (let i = 0; i < JOBS; i += 1000) await following.queue(looks.slice(i, i + 1000));

    const settled = new Map<string, number>();
    const out = new Map<string, { readonly host: string; readonly until: number }>();
    let refused = 0;
    let killed = 0;
    let twice = 0;
    const workers = Array.from({ length: WORKERS }, (): Worker => ({ held: [], fate: 'works', until: 0 }));
    let now = 0;
    for (let kill = KILLED_EVERY; settled.size < JOBS; now += 20) {
      expect(now, 'the queue is stuck').toBeLessThan(JOBS * APART * 3 + 100_000);
      if (now >= kill) {
        kill += KILLED_EVERY;
        const worker = random.pick(workers);
        if (worker.fate === 'works') {
          killed++;
          worker.fate = random.chance(0.9) ? 'dead' : 'back late';
          worker.until = now + (worker.fate === 'dead' ? 300 : LEASE + random.between(0, 4_000));
          if (worker.fate === 'dead') worker.held.length = 0;
        }
      }
      for (const worker of workers) {
        if (worker.fate !== 'works') {
          if (now < worker.until) continue;
          worker.fate = 'works';
        }
        for (const { look, done } of worker.held.splice(0)) {
          if (done > now) {
            worker.held.push({ look, done });
            continue;
          }
          if (await following.settle(look, found(look, now))) {
            if (settled.has(look.key)) twice++;
            settled.set(look.key, now);
          } else refused++;
        }
        if (worker.held.length > 0) continue;
        for (const look of await following.lease({ now, until: now + LEASE, limit: 6 })) {
          const { host } = new URL(look.address);
          for (const [key, other] of out)
            if (other.until <= now || settled.has(key)) out.delete(key);
            else expect(other.host, `${look.key} and ${key} at once`).not.toBe(host);
          out.set(look.key, { host, until: now + LEASE });
          worker.held.push({ look, done: now + random.between(20, 400) });
        }
      }
    }
    expect(twice).toBe(0);
    expect(await following.nextLook()).toBeNull();
    expect((await following.polls({ source, limit: JOBS * 2 })).length).toBe(JOBS);
    expect(killed).toBeGreaterThan(JOBS / 50);
    expect(refused).toBeGreaterThan(JOBS / 2000);
    if (process.env['ONRECORD_LONG_TESTS'] === '1') console.table({ jobs: JOBS, killed, refused, seconds: now / 1000 });
    await archive.close();
  });
});
