/**
 * A validator says "what I gave you with this still stands"; with the words of another wording it would hide an edit for
 * good. So the process dies, or a step fails, between each two steps of a look, while the page goes on changing: what is
 * held is always the wording that the kept validator belongs to, and after "not modified" it is the one that stands.
 */
import { describe, expect, it } from 'vitest';
import { openTransient } from '#archive/embedded/index.js';
import { OnrecordError } from '#base/index.js';
import { followPlace, previewPlace, readRecipe, watchOnce } from '#jobs/index.js';
import { readPlace } from '#capture/index.js';
import { extract } from '#extract/index.js';
import { Random } from '../../bench/random.js';
import { straightTo } from '../capture/web/straight.js';
import type { Site } from '../capture/web/web.js';

const START = Date.parse('2031-07-01T00:00:00Z');
const wordingOf = (n: number): string =>
  `Wording ${n}: the office answers that the ferry to Lorn sails on ${n + 2} days of the week, and on no other day.`;

/** One page that says what it is told to. */
function siteOf(wording: () => number): Site {
  return {
    host: 'pages.example',
    answer: ({ path, headers }) => {
      if (path !== '/words') return { status: 404, body: '' };
      const etag = `"${wording()}"`;
      if (headers['if-none-match'] === etag) return { status: 304 };
      return {
        headers: { 'content-type': 'text/html; charset=utf-8', etag },
        body: `<!doctype html><html lang="en"><head><title>The ferry</title></head><body><main><h1>The ferry</h1><p>${wordingOf(wording())}</p></main></body></html>`,
      };
    },
  };
}
const RECIPE = {
  schema: 'onrecord/recipe/1',
  name: 'One page',
  kind: 'single page',
  addresses: ['https://pages.example/words'],
  rhythm: 60,
};

/** Steps of a look, in order; a fault comes before or behind one of them. */
const STEPS = ['fetch', 'capture', 'readPlace', 'extract', 'hold', 'settle'] as const;
type Step = (typeof STEPS)[number];
class Killed extends Error {}
const FAULTS = {
  killed: () => new Killed('killed'),
  'disk full': () => new OnrecordError('disk-full', 'The disk is full.', 'Make room.'),
} as const;

interface Played {
  readonly notModified: number;
  readonly faults: number;
}

async function play(step: Step, when: 'before' | 'behind', fault: keyof typeof FAULTS): Promise<Played> {
  const random = new Random(STEPS.indexOf(step) * 2 + (when === 'before' ? 0 : 1));
  let now = START;
  let wording = 0;
  let isFaulty = false;
  const real = await openTransient();
  const straight = straightTo([siteOf(() => wording)], () => now);
  const through = <A extends unknown[], R>(name: Step, work: (...given: A) => Promise<R>) => {
    return async (...given: A): Promise<R> => {
      if (name === step && isFaulty && when === 'before') throw FAULTS[fault]();
      const result = await work(...given);
      if (name === step && isFaulty) throw FAULTS[fault]();
      return result;
    };
  };
  const archive = wrapped(real, {
    capture: through('capture', (batch) => real.capture(batch)),
    hold: through('hold', (batch) => real.hold(batch)),
    following: wrapped(real.following, {
      settle: through('settle', (look, found) => real.following.settle(look, found)),
    }),
  });
  const effects = {
    archive,
    fetch: through('fetch', straight.fetch),
    readPlace: through('readPlace', async (...given: Parameters<typeof readPlace>) => readPlace(...given)),
    extract: through('extract', extract),
    now: () => now,
    chance: () => 0.5,
  };
  const recipe = readRecipe(new TextEncoder().encode(JSON.stringify(RECIPE)), 'recipe.json');
  const [address] = RECIPE.addresses;
  const preview = await previewPlace({ address: address!, recipe, recipes: [], allow: [] }, effects);
  await followPlace({ preview, pages: 0, allow: [], by: 'test' }, effects);
  let notModified = 0;
  let faults = 0;
  for (let look = 0; look < 80; look++) {
    isFaulty = look > 0 && random.chance(0.35);
    if (random.chance(0.5)) wording = random.below(3);
    try {
      const { stop } = await watchOnce({}, effects);
      if (stop) faults++;
      if (stop && stop.code !== 'disk-full') throw stop;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      faults++;
    }
    const [item] = await real.following.items('s1');
    const { versions } = (await real.document(item!.document!))!;
    const texts = await Promise.all(versions.map(async ({ reference }) => (await real.text(reference)).text));
    const { validators } = item!.standing;
    expect(texts.filter((text) => text.includes(wordingOf(Number(validators!.etag!.slice(1, -1)))))).not.toEqual([]);
    const [poll] = await real.following.polls({ source: 's1', limit: 1 });
    if (poll?.status === 304 && poll.at === now) {
      notModified++;
      expect(texts.at(-1), `look ${look}: not modified`).toContain(wordingOf(wording));
    }
    now = Math.max(now + 20 * 60_000, (await real.following.nextLook())!.due);
  }
  await real.close();
  return { notModified, faults };
}

/** The same object with some of its methods exchanged. */
function wrapped<T extends object>(whole: T, others: Partial<T>): T {
  return new Proxy(whole, {
    get: (target, name) => {
      if (name in others) return others[name as keyof T];
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

describe('a fault between two steps of a look', () => {
  it.each(
    STEPS.flatMap((step) =>
      (['before', 'behind'] as const).flatMap((when) =>
        Object.keys(FAULTS).map((fault) => [fault, when, step] as const),
      ),
    ),
  )('%s %s %s: the validator is that of the words that are held', async (fault, when, step) => {
    const { notModified, faults } = await play(step, when, fault as keyof typeof FAULTS);
    expect(notModified).toBeGreaterThan(5);
    expect(faults).toBeGreaterThan(5);
  });
});
