/** The runs that texts share, against the plainest way to find them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, visitShared } from '#index/index.js';
import { finderOf, texts } from './given.js';

describe('runs that a text shares with others', () => {
  it('are all the maximal ones, each once', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), (held, least, size) => {
        const [own = [], ...others] = held;
        const finder = finderOf([own, ...others], size);
        const found: string[] = [];
        const ids = Uint32Array.from([...own, BREAK]);
        const passed = visitShared(finder, ids, { least, most: 1e6, takes: (text) => text > 1 }, (run) =>
          found.push(`${run.from}+${run.length}=${run.text}@${run.at}`),
        );
        expect(passed).toBe(0);
        expect(found.toSorted()).toEqual(maximal(own, others, least).toSorted());
      }),
    );
  });

  it('loses no run behind words that were passed over', () => {
    // The word 1 stands everywhere; what follows it does not.
    const many = Array.from({ length: 20 }, () => [1, 2, 9]);
    const finder = finderOf([[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], ...many]);
    const found: number[][] = [];
    const passed = visitShared(
      finder,
      Uint32Array.of(1, 2, 3, 4, 5, BREAK),
      { least: 2, most: 10, takes: (text) => text === 2 },
      ({ from, length }) => found.push([from, length]),
    );
    expect(passed).toBe(1);
    expect(found).toEqual([[1, 4]]);
  });
});

function maximal(own: readonly number[], others: readonly (readonly number[])[], least: number): string[] {
  const found: string[] = [];
  const same = (a: number | undefined, b: number | undefined): boolean => a === b && a !== undefined && a !== BREAK;
  for (const [t, other] of others.entries())
    for (let from = 0; from < own.length; from++)
      for (let at = 0; at < other.length; at++) {
        if (same(own[from - 1], other[at - 1])) continue;
        let length = 0;
        while (same(own[from + length], other[at + length])) length++;
        if (length >= least) found.push(`${from}+${length}=${t + 2}@${at}`);
      }
  return found;
}
