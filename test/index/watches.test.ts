import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, UNKNOWN, WatchTable } from '#index/index.js';
import { chance, prose } from './given.js';

const words = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 7 });

/** The longest runs of a text that are words of a watched run, found by looking at every pair of words. */
function everywhere(watched: readonly (readonly number[])[], text: readonly number[]): string[] {
  const found: string[] = [];
  for (const [watch, ids] of watched.entries())
    for (let at = 0; at < text.length; at++)
      for (let from = 0; from < ids.length; from++) {
        if (text[at] === BREAK || (from > 0 && at > 0 && text[at - 1] === ids[from - 1])) continue;
        let length = 0;
        while (from + length < ids.length && text[at + length] === ids[from + length]) length++;
        if (length >= Math.min(3, ids.length)) found.push(`${watch} ${at} ${from} ${length}`);
      }
  return found.toSorted();
}

describe('watched runs', () => {
  it('are met in a text wherever three of their words stand in a row, and short ones whole', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 8 }),
        fc.array(fc.nat(4), { maxLength: 40 }),
        fc.boolean(),
        (watched, text, known) => {
          const lists = known ? watched : [...watched, [UNKNOWN, 1, UNKNOWN]];
          const table = new WatchTable(lists.map((ids) => Uint32Array.from(ids)));
          const runs = table.runsIn(Uint32Array.from([...text, BREAK]));
          expect(runs.map((run) => `${run.watch} ${run.position} ${run.from} ${run.length}`).toSorted()).toEqual(
            everywhere(lists, [...text, BREAK]),
          );
          expect(runs.map(({ position }) => position)).toEqual(
            runs.map(({ position }) => position).toSorted((a, b) => a - b),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are met among thousands of others', () => {
    const random = chance(3);
    const watched = Array.from({ length: 5000 }, () => Uint32Array.from(prose(3 + random(12), 20_000, random)));
    const text = Uint32Array.from([...prose(300, 20_000, random), ...watched[4321]!, BREAK]);
    const whole = new WatchTable(watched).runsIn(text).filter((run) => run.length === watched[run.watch]!.length);
    expect(whole).toContainEqual({ watch: 4321, position: 300, from: 0, length: watched[4321]!.length });
  });

  it('must have words', () => {
    expect(() => new WatchTable([new Uint32Array()])).toThrow(RangeError);
    expect(new WatchTable([]).runsIn(Uint32Array.of(1, 2, 3))).toEqual([]);
  });
});
