/**
 * Faults of every kind between us and two places, over the real states, the real store and a virtual clock: no text that
 * stands is ever called removed, every text that was taken down is in the end, with an interval that holds the moment;
 * and no words become a version that were never published. A failure names its seed: `SEEDS=7 npx vitest run
 * test/jobs/false-removals` plays that world alone.
 */
import { describe, expect, it } from 'vitest';
import { openTransient } from '#archive/embedded/index.js';
import { readPlace } from '#capture/index.js';
import { extract } from '#extract/index.js';
import { followPlace, previewPlace, readRecipe, watchOnce } from '#jobs/index.js';
import type { SourceItem } from '#record/index.js';
import { straightTo } from '../capture/web/straight.js';
import { Random } from '../../bench/random.js';
import { type Fault, FAULTS, faultyFetch } from './faults/faults.js';
import { BEGIN, CHANNEL, CHANNEL_NAME, CHANNEL_RECIPE, DAY, HOUR, MINISTRY, RECIPE, worldOf } from './faults/world.js';

const LONG = process.env['ONRECORD_LONG_TESTS'] === '1';
/** Faulty answers that are wanted. */
const WANTED = LONG ? 10_000 : 1_200;
const SEEDS = process.env['SEEDS']?.split(',').map(Number) ?? null;
const YEARS = 10 * 365 * DAY;

interface Played {
  readonly faults: Map<Fault, number>;
  readonly jumps: number;
  readonly wrong: readonly string[];
  readonly removals: number;
}

/** Plays the world of a seed from its first day until all is settled, and says what was wrong. */
async function play(seed: number): Promise<Played> {
  const world = worldOf(seed);
  const random = new Random(seed ^ 0xc10c);
  let now = BEGIN;
  /** How far our own clock is off. */
  let off = 0;
  let jumps = 0;
  const straight = straightTo(world.sites, () => now);
  const faulty = faultyFetch(world, seed, straight.fetch, () => now);
  const archive = await openTransient();
  const wrong: string[] = [];
  /** What our own clock showed, and what time it was. */
  const real = new Map<number, number>();
  const byKey = new Map(world.texts.map((text) => [text.key, text]));
  const effects = {
    archive,
    fetch: straight.fetch,
    readPlace: async (...given: Parameters<typeof readPlace>) => readPlace(...given),
    extract,
    now: () => {
      real.set(now + off, now);
      return now + off;
    },
    chance: () => random.fraction(),
  };
  for (const [address, recipe] of [
    [`https://${MINISTRY}/news/`, RECIPE],
    [`https://${CHANNEL}/s/${CHANNEL_NAME}`, CHANNEL_RECIPE],
  ] as const) {
    const given = readRecipe(new TextEncoder().encode(JSON.stringify(recipe)), 'recipe.json');
    const preview = await previewPlace({ address, recipe: given, recipes: [], allow: [] }, effects);
    await followPlace({ preview, pages: 0, allow: [], by: 'test' }, effects);
  }
  await watchOnce({}, effects);

  let last = 0;
  let nextJump = BEGIN + random.between(3, 20) * DAY;
  const end = world.settled + 150 * DAY;
  while (now < end) {
    const { next, stop } = await watchOnce({}, { ...effects, fetch: faulty.fetch });
    if (stop) throw stop;
    const happened = await archive.following.happenings({ after: last, limit: 1000 });
    for (const { number, kind, item } of happened) {
      last = number;
      const text = byKey.get(item ?? '');
      if ((kind === 'gone' || kind === 'absent') && (!text || world.isThere(text, now)))
        wrong.push(`on day ${day(now)} ${item} was called ${kind} and stands`);
    }
    if (now >= nextJump && now < world.settled) {
      // Somebody sets the clock wrong; hours or days later somebody sets it right.
      off = off === 0 ? random.pick([-YEARS, YEARS]) : 0;
      jumps++;
      nextJump = now + (off === 0 ? random.between(5, 25) * DAY : random.between(1, 72) * HOUR);
    } else if (now >= world.settled) off = 0;
    const due = next === null ? Infinity : next - off;
    now = Math.min(
      now + (now < world.settled ? 12 : 240) * HOUR,
      Math.max(now + 60_000, due),
      now < nextJump ? nextJump : Infinity,
    );
  }

  let removals = 0;
  const happenings = await archive.following.happenings({ after: 0, limit: 10_000 });
  const items = new Map<string, SourceItem>();
  for (const { reference } of await archive.following.sources())
    for (const item of await archive.following.items(reference)) items.set(item.key, item);
  for (const text of world.texts) {
    const item = items.get(text.key);
    if (!item) {
      if (text.removed === null) wrong.push(`${text.key} was never found`);
      continue;
    }
    const { outcome } = item.standing;
    const isRemoved = outcome === 'gone' || outcome === 'absent';
    if (world.isThere(text, now) === isRemoved)
      wrong.push(`${text.key} is ${outcome} in the end, and ${isRemoved ? 'stands' : 'was taken down'}`);
    for (const { between } of happenings.filter(
      ({ item: key, kind }) => key === text.key && (kind === 'gone' || kind === 'absent'),
    )) {
      removals++;
      if (between.after !== null && between.after > between.before)
        wrong.push(`${text.key}: its interval ends before it begins`);
      const after = between.after === null ? -Infinity : real.get(between.after);
      const before = real.get(between.before);
      const { from } = text.removed ?? { from: NaN };
      if (after === undefined || before === undefined)
        wrong.push(`${text.key}: its interval is of moments when nobody looked`);
      else if ((!(after <= from) && !faulty.vouched.has(after)) || !(before >= from || faulty.denied(text, before)))
        wrong.push(
          `${text.key}: taken down on day ${day(from)}, told as between day ${day(after)} and day ${day(before)}`,
        );
    }
    if (item.document === null) continue;
    const document = await archive.document(item.document);
    for (const { reference } of document!.versions) {
      const words = squeezed((await archive.text(reference)).text);
      if (!text.wordings.some((wording) => words.includes(squeezed(wording.words))))
        wrong.push(`${text.key}: ${reference} was never published: …${words.slice(-60)}`);
    }
  }
  await archive.close();
  return { faults: faulty.counts, jumps, wrong, removals };
}

const day = (at: number): number => Math.round(((at - BEGIN) / DAY) * 100) / 100;
const squeezed = (words: string): string => words.replaceAll(/\s+/g, ' ');

describe('false removals', () => {
  it(`are none in ${WANTED} faulty answers`, { timeout: 3_600_000 }, async () => {
    const counts = new Map<Fault, number>();
    let faults = 0;
    let removals = 0;
    let jumps = 0;
    const wrong: string[] = [];
    const isEnough = (): boolean => faults >= WANTED && counts.size === FAULTS.length;
    for (let i = 0; SEEDS === null ? !isEnough() : i < SEEDS.length; i++) {
      const seed = SEEDS?.[i] ?? i + 1;
      const played = await play(seed);
      wrong.push(...played.wrong.map((what) => `SEEDS=${seed}: ${what}`));
      for (const [fault, count] of played.faults) {
        counts.set(fault, (counts.get(fault) ?? 0) + count);
        faults += count;
      }
      removals += played.removals;
      jumps += played.jumps;
    }
    if (LONG || SEEDS) console.table({ faults, removals, jumps, ...Object.fromEntries(counts) });
    expect(wrong).toEqual([]);
    if (SEEDS !== null) return;
    expect(removals).toBeGreaterThan(WANTED / 200);
    expect(jumps).toBeGreaterThan(WANTED / 1000);
  });
});
