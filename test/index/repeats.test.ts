import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, ORDERED, type RepeatWish, type Segment, visitRepeats } from '#index/index.js';
import { chance, finderOf, prose, texts } from './given.js';

/** Words and number of places of each run that repeats, as visited. */
function visited(segments: readonly Segment[], wish: RepeatWish): string[] {
  const found: string[] = [];
  visitRepeats(segments, wish, ({ length, places, segment, position, lows, highs }) => {
    const words = segments[segment]!.ids.subarray(position, position + length);
    found.push(`${words.join(' ')} × ${places}`);
    let within = 0;
    for (const [s, { ids, suffixes, texts: numbers, starts }] of segments.entries())
      for (let i = lows[s]!; i < highs[s]!; i++) {
        const at = suffixes[i]!;
        const text = numbers[starts.findLastIndex((start) => start <= at)]!;
        if (wish.counts && !wish.counts(text)) continue;
        within++;
        expect(ids.subarray(at, at + length)).toEqual(words);
      }
    expect(within).toBe(places);
  });
  return found.toSorted();
}

/** The same by counting all runs of all lengths, and leaving out those that a longer one covers at every place. */
function counted(given: readonly (readonly number[])[], { least, places, counts }: RepeatWish): string[] {
  const all = new Map<string, { n: number; words: number; before: Set<string>; behind: Set<string> }>();
  for (const [t, text] of given.entries()) {
    if (counts && !counts(t + 1)) continue;
    for (let from = 0; from < text.length; from++)
      for (let to = from + 1; to <= text.length && text[to - 1] !== BREAK; to++) {
        const key = text.slice(from, to).join(' ');
        let one = all.get(key);
        if (!one) all.set(key, (one = { n: 0, words: to - from, before: new Set(), behind: new Set() }));
        one.n++;
        one.before.add(text[from - 1] ? `${text[from - 1]}` : `none ${t} ${from}`);
        one.behind.add(text[to] ? `${text[to]}` : `none ${t} ${to}`);
      }
  }
  return [...all]
    .filter(([, one]) => one.n >= places && one.words >= least && one.before.size > 1 && one.behind.size > 1)
    .map(([key, { n }]) => `${key} × ${n}`)
    .toSorted();
}

describe('runs that repeat', () => {
  const short = texts.map((given) => given.map((text) => text.slice(0, ORDERED - 1)));

  it('are those found by counting all runs, however many segments there are', () => {
    fc.assert(
      fc.property(
        short,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 2, max: 4 }),
        (given, size, least, places) => {
          const wish = { least, places, counts: null };
          expect(visited(finderOf(given, size).segments, wish)).toEqual(counted(given, wish));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are counted in texts that count only', () => {
    fc.assert(
      fc.property(short, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), (given, size, kept) => {
        const wish = { least: 2, places: 2, counts: (text: number) => text % 3 !== kept % 3 };
        expect(visited(finderOf(given, size).segments, wish)).toEqual(counted(given, wish));
      }),
      { numRuns: 200 },
    );
  });

  it('are found in shares of the first words', () => {
    const random = chance(5);
    const { segments } = finderOf(
      Array.from({ length: 40 }, () => prose(200, 500, random)),
      15,
    );
    const wish = { least: 3, places: 2, counts: null };
    const shares = [0, 7, 100, 1 << 20].flatMap((low, i, all) =>
      i + 1 < all.length ? visited(segments, { ...wish, firstWords: { low, high: all[i + 1]! } }) : [],
    );
    expect(shares.toSorted()).toEqual(visited(segments, wish));
    expect(shares.length).toBeGreaterThan(100);
  });

  it('go on beyond the words by which places are ordered, as far as all places go', () => {
    const long = Array.from({ length: ORDERED + 20 }, (_, i) => i + 10);
    const given = [[1, ...long, 2], [3, ...long, 4], [5, ...long.slice(0, ORDERED + 9), 6], [7]];
    expect(visited(finderOf(given, 2).segments, { least: 8, places: 2, counts: null })).toEqual([
      `${long.slice(0, ORDERED + 9).join(' ')} × 3`,
    ]);
  });

  it('are refused beyond the words by which places are ordered', () => {
    const wish = { least: ORDERED + 1, places: 2, counts: null };
    expect(() => visitRepeats(finderOf([[1]]).segments, wish, () => {})).toThrow(RangeError);
  });
});
