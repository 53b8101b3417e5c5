/** Segments of which most is on disk: the same answers, every block checked when it is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeSegment,
  Finder,
  IndexDamage,
  longestRuns,
  openSegment,
  type OpenedSegment,
  placesFor,
  type ReadPart,
  type Segment,
  UNKNOWN,
} from '#index/index.js';
import { chance, joined, prose, segmentOf } from './given.js';

/** Opens a segment from its bytes and counts what is read of them. */
function opened(segment: Segment): OpenedSegment & { bytes: () => number } {
  const file = joined(encodeSegment(segment));
  let bytes = 0;
  const read: ReadPart = (offset, length) => {
    bytes += length;
    return new Uint8Array(file.slice(offset, Math.min(file.byteLength, offset + length)));
  };
  return Object.assign(openSegment(read, file.byteLength), { bytes: () => bytes });
}

const random = chance(11);
/** Enough for several blocks and many samples, with words as frequent as in prose and runs said again and again. */
const refrain = prose(40, 300, random);
const texts = Array.from({ length: 30 }, () => [...prose(1200, 300, random), ...refrain, 0, ...prose(50, 5, random)]);
const warm = segmentOf(texts);

const wanted = (ids: readonly number[]): { ids: Uint32Array; fragments: Uint16Array; bits: Float64Array } => ({
  ids: Uint32Array.from(ids),
  fragments: new Uint16Array(ids.length),
  bits: new Float64Array(ids.length).fill(6),
});

/** Everything that can be asked, of one finder. */
function answers(finder: Finder, ids: readonly number[]): unknown {
  const found = finder.seeds(wanted(ids), 48);
  const { runs } = found;
  const places = placesFor(finder, found, wanted(ids), 10, () => false);
  const visited = new Set<string>();
  const exact = finder.exact(Uint32Array.from(ids.slice(0, 3)), (...place) => void visited.add(place.join(' ')));
  return {
    runs: Array.from({ length: runs.size }, (_, i) => [runs.position[i], runs.from[i], runs.length[i]]),
    capped: found.capped,
    places,
    exact,
    visited,
    counted: finder.exact(Uint32Array.from(ids)),
    longest: longestRuns(finder.segments, Uint32Array.from(ids), 2, (text) => text % 3 > 0),
  };
}

describe('a cold segment', () => {
  const query = fc.oneof(
    // Words of a text, one of them another.
    fc
      .tuple(fc.nat(29), fc.nat(1200), fc.integer({ min: 3, max: 45 }), fc.nat(44), fc.nat(310))
      .map(([text, at, length, changed, word]) =>
        texts[text]!.slice(at, at + length).map((id, i) => (i === changed ? word || 1 : id || 1)),
      ),
    fc.array(fc.integer({ min: 1, max: 320 }), { minLength: 1, maxLength: 12 }),
    fc.constant(refrain),
    fc.constant([UNKNOWN, 1, 2, 3]),
  );

  it('answers as the warm one does, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(query, { minLength: 1, maxLength: 4 }), (queries) => {
        const cold = new Finder([opened(warm).segment]);
        const whole = new Finder([warm]);
        for (const ids of queries) expect(answers(cold, ids)).toEqual(answers(whole, ids));
      }),
      { numRuns: 60 },
    );
  });

  it('reads little of a large file for one answer', () => {
    const draw = chance(5);
    const large = segmentOf(Array.from({ length: 600 }, () => prose(2000, 30_000, draw)));
    const one = opened(large);
    const before = one.bytes();
    expect(before).toBeLessThan(800_000);
    new Finder([one.segment]).seeds(wanted([...large.ids.subarray(700_000, 700_020)]), 48);
    expect(one.loaded).toBeLessThan(0.5);
    expect(new Finder([one.segment]).exact(large.ids.slice(700_000, 700_020))).toBe(1);
  });

  it('is warm when all of it is brought in, and stops where it is told to', () => {
    const one = opened(warm);
    expect(one.load(() => false)).toBeNull();
    expect(one.loaded).toBeGreaterThan(0);
    expect(one.load()).toEqual(warm);
    expect(one.loaded).toBe(1);
  });

  it('passes over texts that a filter leaves out before the cap, not after', () => {
    const finder = new Finder([warm]);
    const only = (text: number): boolean => text === 30;
    const found = finder.seeds(wanted(refrain.slice(0, 12)), 4, only);
    expect(placesFor(finder, found, wanted(refrain.slice(0, 12)), 10, (text) => !only(text))).toMatchObject([
      { text: 29, words: 12 },
    ]);
  });
});

describe('damage', () => {
  it.each([
    ['24 bits', 300],
    ['28 bits', 2 ** 24 + 5],
  ])('of any block of a segment whose numbers take %s is noticed when it is brought in', (_, top) => {
    const segment = segmentOf([[...prose(9000, 200, chance(7)), top], prose(4000, 200, chance(8))]);
    const file = joined(encodeSegment(segment));
    for (let at = 3; at < file.byteLength; at += 211) {
      const copy = new Uint8Array(file.slice(0));
      copy[at]! ^= 1 << (at % 8);
      const read: ReadPart = (offset, length) => copy.slice(offset, offset + length);
      expect(() => openSegment(read, copy.length).load(), `byte ${at}`).toThrow(IndexDamage);
    }
    const read: ReadPart = (offset, length) => new Uint8Array(file.slice(offset, offset + length));
    expect(openSegment(read, file.byteLength).load()).toEqual(segment);
  });
});
