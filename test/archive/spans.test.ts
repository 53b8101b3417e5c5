import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK_AT, packSpans, WordSpans } from '../../src/archive/embedded/spans.js';

/** Gaps and lengths of words, with breaks (null) among them; mostly short, as in texts, at times very long. */
const entries = fc.array(
  fc.option(
    fc.tuple(
      fc.oneof(fc.nat(20), fc.nat(3_000_000)),
      fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 40_000 })),
    ),
  ),
  { maxLength: 700 },
);

describe('packed places of words', () => {
  it('come back, all of them or any stretch', () => {
    fc.assert(
      fc.property(entries, fc.nat(700), fc.nat(300), (given, low, count) => {
        const starts = new Uint32Array(given.length);
        const ends = new Uint32Array(given.length);
        let at = 0;
        for (const [i, entry] of given.entries()) {
          starts[i] = entry ? at + entry[0] : BREAK_AT;
          ends[i] = entry ? (at += entry[0] + entry[1]) : BREAK_AT;
        }
        const spans = new WordSpans(packSpans(starts, ends, given.length));
        expect(spans.count).toBe(given.length);
        const stretch = (from: number, to: number): number[][] => {
          const found: number[][] = [];
          spans.visit(from, to, (entry, start, end) => found.push([entry, start, end]));
          return found;
        };
        const expected = Array.from(given, (_, i) => [i, starts[i]!, ends[i]!]);
        expect(stretch(0, given.length)).toEqual(expected);
        expect(stretch(low, low + count)).toEqual(expected.slice(low, low + count));
      }),
    );
  });

  it('take about a byte each', () => {
    const n = 10_000;
    const starts = Uint32Array.from({ length: n }, (_, i) => i * 6);
    const ends = starts.map((start) => start + 5);
    expect(packSpans(starts, ends, n).length).toBeLessThan(n * 1.1);
  });
});
