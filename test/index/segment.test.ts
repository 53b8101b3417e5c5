import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, buildSegment, decodeSegment, encodeSegment, mergeSegments, ORDERED, textAt } from '#index/index.js';
import { chance, joined, prose, segmentOf, texts } from './given.js';

/** Compares two places as a segment orders them, word by word. */
function compare(ids: Uint32Array, a: number, b: number): number {
  for (let i = 0; i < ORDERED; i++) {
    const [x, y] = [ids[a + i]!, ids[b + i]!];
    if (x !== y) return x - y;
    if (x === BREAK) break;
  }
  return a - b;
}

const long = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 300 }), fc.array(fc.nat(3), { maxLength: 40 }))
  .map(([word, times, rest]) => Array<number>(times).fill(word).concat(rest, Array<number>(times).fill(word)));

describe('building a segment', () => {
  it.each([
    ['close together', 1],
    ['far apart, as those of a new text in a large dictionary', 1_000_003],
  ])('orders all places but breaks by their next words, equals by position: numbers %s', (_, apart) => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.array(long, { minLength: 1, maxLength: 3 })), (given) => {
        const { ids, suffixes, words, firsts } = segmentOf(given.map((text) => text.map((id) => id * apart)));
        const expected = [...ids.keys()].filter((at) => ids[at] !== BREAK).toSorted((a, b) => compare(ids, a, b));
        expect([...suffixes]).toEqual(expected);
        expect([...words]).toEqual([...new Set(ids)].filter((id) => id !== BREAK).toSorted((a, b) => a - b));
        for (const [w, word] of words.entries())
          for (let i = firsts[w]!; i < firsts[w + 1]!; i++) expect(ids[suffixes[i]!]).toBe(word);
        expect(firsts.at(-1)).toBe(suffixes.length);
      }),
    );
  });

  it('orders large buckets as it does small ones', () => {
    const random = chance(1);
    const { ids, suffixes } = segmentOf([prose(60_000, 5, random), prose(60_000, 40, random)]);
    const inOrder = (at: number, i: number): boolean => i === 0 || compare(ids, suffixes[i - 1]!, at) < 0;
    expect(suffixes.every(inOrder)).toBe(true);
  });

  it('has no cliff where text repeats itself', () => {
    const random = chance(2);
    const speech = prose(1000, 500, random);
    const [mixed, same, copies] = [
      prose(600_000, 20_000, random),
      Array<number>(600_000).fill(7),
      Array.from({ length: 600 }, () => speech).flat(),
    ].map((text) => {
      const before = performance.now();
      segmentOf([text]);
      return performance.now() - before;
    });
    // A quadratic step would cost a thousand times more.
    expect(same!).toBeLessThan(mixed! * 20 + 500);
    expect(copies!).toBeLessThan(mixed! * 20 + 500);
  });

  it('knows which text a position belongs to', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const segment = segmentOf(given);
        for (let text = 0; text < given.length; text++)
          for (let at = segment.starts[text]!; at < segment.starts[text + 1]!; at++)
            expect(textAt(segment, at)).toBe(text);
      }),
    );
  });

  it.each([
    ['a text without its break', [1, 2], [0, 2]],
    ['starts that stop short', [1, 0, 2, 0], [0, 2]],
    ['too few starts', [1, 0], [0]],
  ])('refuses %s', (_, ids, starts) => {
    expect(() => buildSegment(Uint32Array.from(ids), Uint32Array.of(1), Uint32Array.from(starts))).toThrow(RangeError);
  });

  it('refuses word numbers that two to a key have no room for', () => {
    expect(() => segmentOf([[2 ** 26]])).toThrow(RangeError);
  });
});

describe('merging segments', () => {
  it('gives what building from all texts at once gives, without those dropped', () => {
    fc.assert(
      fc.property(texts, texts, texts, fc.nat(3), (a, b, c, every) => {
        const parts = [segmentOf(a), segmentOf(b, 100), segmentOf(c, 200)];
        const dropped = (text: number): boolean => every > 0 && text % (every + 1) === 0;
        const kept = [a, b, c].flatMap((part, p) => part.filter((_, i) => !dropped((p === 0 ? 1 : p * 100) + i)));
        const merged = mergeSegments(parts, dropped);
        const whole = segmentOf(kept);
        expect(merged.ids).toEqual(whole.ids);
        expect(merged.suffixes).toEqual(whole.suffixes);
        expect(merged.starts).toEqual(whole.starts);
        expect([...merged.texts]).toEqual(parts.flatMap(({ texts: all }) => [...all].filter((t) => !dropped(t))));
      }),
    );
  });
});

describe('writing and reading a segment', () => {
  it('gives the same segment', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const segment = segmentOf(given);
        expect(decodeSegment(joined(encodeSegment(segment)))).toEqual(segment);
      }),
    );
  });

  const random = chance(3);
  const file = joined(encodeSegment(segmentOf([prose(300, 50, random), prose(200, 50, random)])));
  const damaged = (change: (bytes: Uint8Array) => void): ArrayBuffer => {
    const copy = file.slice(0);
    change(new Uint8Array(copy));
    return copy;
  };

  it('notices every flipped bit', () => {
    for (let at = 0; at < file.byteLength; at++)
      expect(
        () => decodeSegment(damaged((bytes) => void (bytes[at]! ^= 1 << (at % 8)))),
        `byte ${at} of ${file.byteLength}`,
      ).toThrow(/^(is|does|made|holds|parts|no )/);
  });

  it.each([
    ['suffixes', 0.9, /damaged in "suffixes"/],
    ['ids', 0.6, /damaged in "ids"/],
  ])('names the damaged part: %s', (_, where, message) => {
    const at = Math.floor(file.byteLength * where);
    expect(() => decodeSegment(damaged((bytes) => void (bytes[at]! ^= 1)))).toThrow(message);
  });

  it('notices every length that is cut off', () => {
    for (let length = 0; length < file.byteLength; length += 7)
      expect(() => decodeSegment(file.slice(0, length)), `${length} bytes`).toThrow(/^(is|does)/);
  });

  it('says when a file is of another kind, of a later format, or made by other rules', () => {
    const rewritten = (from: string, to: string): ArrayBuffer =>
      damaged((bytes) => {
        const at = Buffer.from(bytes).indexOf(from);
        bytes.set(Buffer.from(to), at);
      });
    // With its checksum wrong too, a changed head is damage first.
    expect(() => decodeSegment(rewritten('folding/', 'fxlding/'))).toThrow('is damaged in its head');
  });
});
