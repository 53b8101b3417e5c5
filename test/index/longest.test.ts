import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, longestRuns } from '#index/index.js';
import { chance, finderOf, prose, texts } from './given.js';

/** The runs by comparing every word looked for with every word held. */
function byLookingEverywhere(
  given: readonly (readonly number[])[],
  looked: readonly number[],
  least: number,
  counts: (text: number) => boolean,
): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = [];
  let reached = 0;
  for (let from = 0; from < looked.length; from++) {
    let longest = 0;
    for (const [t, text] of given.entries()) {
      if (!counts(t + 1)) continue;
      for (let at = 0; at < text.length; at++) {
        let length = 0;
        while (
          from + length < looked.length &&
          looked[from + length] !== BREAK &&
          text[at + length] === looked[from + length]
        )
          length++;
        longest = Math.max(longest, length);
      }
    }
    if (longest < least || from + longest <= reached) continue;
    found.push({ from, length: longest });
    reached = from + longest;
  }
  return found;
}

describe('longest runs', () => {
  it('are those found by looking everywhere, whichever texts count', () => {
    const words = fc.array(fc.nat(7), { maxLength: 60 });
    const small = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(texts, words, small, small, fc.nat(3), (given, looked, least, size, left) => {
        const counts = (text: number): boolean => text % 4 !== left;
        expect(longestRuns(finderOf(given, size).segments, Uint32Array.from(looked), least, counts)).toEqual(
          byLookingEverywhere(given, looked, least, counts),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are right where words are common and where they go on beyond those by which places are ordered', () => {
    const random = chance(9);
    const given = Array.from({ length: 12 }, () => prose(400, 60, random));
    given.push([...given[0]!.slice(50, 120), ...given[1]!.slice(10, 45)]);
    const looked = [...given[0]!.slice(60, 110), ...prose(60, 60, random), ...given[2]!.slice(5, 20), 999];
    for (const counts of [() => true, (text: number) => text !== 1, (text: number) => text > 6])
      expect(longestRuns(finderOf(given, 5).segments, Uint32Array.from(looked), 4, counts)).toEqual(
        byLookingEverywhere(given, looked, 4, counts),
      );
  });
});
