/**
 * Looks without end at places that change now and then: memory and handles stay what they were. Months pass on a virtual
 * clock; the archive is in memory, so what is measured is the heap, where rows do not lie.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { openTransient } from '#archive/embedded/index.js';
import { readPlace } from '#capture/index.js';
import { extract } from '#extract/index.js';
import { followPlace, previewPlace, readRecipe, watchOnce } from '#jobs/index.js';
import { straightTo } from '../capture/web/straight.js';
import type { Site } from '../capture/web/web.js';

const POLLS = Number(process.env['POLLS'] ?? (process.env['ONRECORD_LONG_TESTS'] === '1' ? 200_000 : 1_200));
const PLACES = 40;
const START = Date.parse('2031-07-01T00:00:00Z');
const MINUTE = 60_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** A page that says something else every fifty days, and else that it was not modified. */
const site: Site = {
  host: 'pages.example',
  answer: ({ path, now, headers }) => {
    const edition = Math.floor((now - START) / (50 * 1440 * MINUTE));
    const etag = `"${path}-${edition}"`;
    if (headers['if-none-match'] === etag) return { status: 304 };
    return {
      headers: { 'content-type': 'text/html; charset=utf-8', etag },
      body: `<!doctype html><html lang="en"><head><title>Page ${path}</title></head><body><main><h1>Page ${path}</h1><p>Edition ${edition} of ${path}: the ferry to Lorn sails on every day of the week.</p></main></body></html>`,
    };
  },
};

describe('looks without end', () => {
  it(`${POLLS} of them leave memory and handles as they were`, { timeout: 7_200_000 }, async () => {
    let now = START;
    const archive = await openTransient();
    const { fetch, asked } = straightTo([site], () => now);
    const effects = {
      archive,
      fetch,
      readPlace: async (...given: Parameters<typeof readPlace>) => readPlace(...given),
      extract,
      now: () => now,
      chance: () => 0.5,
    };
    for (let i = 0; i < PLACES; i++) {
      const address = `https://pages.example/${i}`;
      const given = {
        schema: 'onrecord/recipe/1',
        name: `Page ${i}`,
        kind: 'single page',
        addresses: [address],
        rhythm: 60,
      };
      const recipe = readRecipe(new TextEncoder().encode(JSON.stringify(given)), 'recipe.json');
      const preview = await previewPlace({ address, recipe, recipes: [], allow: [] }, effects);
      await followPlace({ preview, pages: 0, allow: [], by: 'test' }, effects);
    }
    const heaps: number[] = [];
    const handles: number[] = [];
    let polls = 0;
    for (let next = 0; polls < POLLS; ) {
      const { looks, stop, next: due } = await watchOnce({}, effects);
      if (stop) throw stop;
      polls += looks;
      asked.length = 0;
      now = Math.max(now + MINUTE, due ?? 0);
      if (polls < next) continue;
      next += POLLS / 20;
      collect();
      heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
      handles.push(process.getActiveResourcesInfo().length);
    }
    // The first tenth warms up; from then on a straight line through the heap is flat.
    const later = heaps.slice(2);
    const middle = (later.length - 1) / 2;
    const mean = later.reduce((sum, heap) => sum + heap, 0) / later.length;
    const slope =
      later.reduce((sum, heap, i) => sum + (i - middle) * (heap - mean), 0) /
      later.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
    if (POLLS > 10_000)
      console.table({
        polls,
        days: (now - START) / 86_400_000,
        mean,
        slope,
        least: Math.min(...later),
        most: Math.max(...later),
      });
    expect(slope * later.length, `MB over the run: ${heaps.map((heap) => heap.toFixed(1)).join(' ')}`).toBeLessThan(8);
    expect(Math.max(...handles)).toBeLessThanOrEqual(handles[1]! + 2);
    await archive.close();
  });
});
