/** Whatever is added, dropped, written, merged and opened again in whatever order, answers are those of a fresh build. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEmbedded, openTransient } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { add, folderForTest, looking } from './given.js';

const NOUNS = ['harbour', 'minister', 'treaty', 'inspectors', 'pensions', 'the', 'of', 'will', 'not', 'month'];

/** Text n: the same words again and again in other orders, with its own number. */
function textOf(n: number): string {
  const list = Array.from({ length: 12 }, (_, i) => NOUNS[(n * 7 + i * i * (1 + (n % 3))) % NOUNS.length]!);
  return [...list.slice(0, 6), `n${n}q`, ...list.slice(6)].join(' ');
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.constant('add' as const) },
  { weight: 2, arbitrary: fc.nat(40).map((n) => ({ drop: n })) },
  { weight: 2, arbitrary: fc.constant('close and open' as const) },
  { weight: 1, arbitrary: fc.constant('repair' as const) },
  { weight: 1, arbitrary: fc.constant('ask' as const) },
);

/** Places of some words by the titles of their texts, in no order. */
async function answers(archive: Archive, upTo: number): Promise<unknown> {
  const asked = [...Array(upTo).keys()].map((n) => textOf(n).split(' ').slice(3, 9).join(' '));
  const recalled = await archive.recall([...asked, 'will not the month', 'the of'].map((words) => looking(words)));
  return recalled.map(({ exact, candidates }) => ({
    exact: [exact.places, exact.documents],
    best: candidates[0]?.bits === undefined ? null : candidates[0].document.title,
  }));
}

describe('any order of doings', () => {
  it('answers as a fresh build', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const folder = join(folderForTest(), 'archive');
        const open = (): Promise<Archive> => openEmbedded(folder, { how: 'write', tailWords: 30 });
        let archive = await open();
        const kept = new Map<number, string>();
        let n = 0;
        for (const one of steps) {
          if (one === 'add') {
            const { document } = await add(archive, `${n}.txt`, textOf(n), { title: `T${n}` });
            kept.set(n++, document);
          } else if (one === 'repair') expect((await archive.repair()).faults).toEqual([]);
          else if (one === 'ask') await answers(archive, n);
          else if (one === 'close and open') {
            await archive.close();
            archive = await open();
          } else if (kept.has(one.drop)) {
            await archive.drop(kept.get(one.drop)!, 'test');
            kept.delete(one.drop);
          }
        }
        const fresh = await openTransient();
        for (const number of kept.keys()) await add(fresh, `${number}.txt`, textOf(number), { title: `T${number}` });
        expect(await answers(archive, n)).toEqual(await answers(fresh, n));
        await archive.close();
        await fresh.close();
      }),
      { numRuns: process.env['ONRECORD_LONG_TESTS'] === '1' ? 400 : 6 },
    );
  }, 3_600_000);
});
