import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, type Finder, placesFor, UNKNOWN } from '#index/index.js';
import { chance, finderOf, prose, texts } from './given.js';

/** All places of these words, found by looking everywhere: "text:offset". */
function everywhere(given: readonly (readonly number[])[], words: readonly number[]): string[] {
  const found: string[] = [];
  for (const [t, text] of given.entries())
    for (let at = 0; at + words.length <= text.length; at++)
      if (words.every((word, i) => word !== BREAK && text[at + i] === word)) found.push(`${t + 1}:${at}`);
  return found.toSorted();
}

function placesIn(finder: Finder, words: readonly number[]): string[] {
  const found: string[] = [];
  const count = finder.exact(Uint32Array.from(words), (segment, position, text) => {
    const { texts: numbers, starts } = finder.segments[segment]!;
    found.push(`${numbers[text]!}:${position - starts[text]!}`);
  });
  expect(count).toBe(found.length);
  return found.toSorted();
}

const words = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 });

describe('exact places', () => {
  it('are those found by looking everywhere, however many segments there are', () => {
    fc.assert(
      fc.property(texts, words, fc.integer({ min: 1, max: 3 }), (given, looked, size) => {
        const finder = finderOf(given, size);
        expect(placesIn(finder, looked)).toEqual(everywhere(given, looked));
        expect(finder.exact(Uint32Array.from(looked))).toBe(everywhere(given, looked).length);
        expect(finder.count(looked[0]!)).toBe(everywhere(given, [looked[0]!]).length);
      }),
    );
  });

  it('are right beyond the words by which places are ordered', () => {
    const same = Array.from({ length: 40 }, (_, i) => 1 + (i % 2));
    const given = [
      [...same, 3],
      [...same, 4],
      [...same, 3, 5],
    ];
    const finder = finderOf(given);
    for (const looked of [[...same, 3], [...same, 3, 5], [...same, 6], same.slice(0, 36)])
      expect(placesIn(finder, looked)).toEqual(everywhere(given, looked));
    expect(finder.exact(Uint32Array.from([...same, 3]))).toBe(2);
  });

  it('are none of words that are not held, and none across a break', () => {
    const finder = finderOf([[1, 2, BREAK, 3, 4], [5]]);
    for (const looked of [[UNKNOWN], [1, UNKNOWN], [2, 3], [4, 5], [BREAK], [2, BREAK, 3]])
      expect(placesIn(finder, looked)).toEqual([]);
  });

  it('are none in an empty archive', () => {
    const finder = finderOf([]);
    expect(placesIn(finder, [1])).toEqual([]);
    expect(finder.bits(1)).toBe(1);
  });
});

/** What is looked for: fragments of word numbers. */
function wanted(finder: Finder, ...fragments: readonly (readonly number[])[]): Parameters<typeof placesFor>[2] {
  const ids = Uint32Array.from(fragments.flat());
  return {
    ids,
    fragments: Uint16Array.from(fragments.flatMap((fragment, f) => fragment.map(() => f))),
    bits: Float64Array.from(ids, (id) => finder.bits(id)),
  };
}

describe('seeds', () => {
  it('are whole runs of agreeing words, each once, and all of them if nothing is capped', () => {
    fc.assert(
      fc.property(texts, words, fc.integer({ min: 1, max: 3 }), (given, looked, size) => {
        const finder = finderOf(given, size);
        const all = wanted(finder, looked);
        const { ids } = all;
        const { runs, capped } = finder.seeds(all, 10_000);
        expect(capped).toEqual([]);
        const found: string[] = [];
        for (let r = 0; r < runs.size; r++) {
          const segment = finder.segments[runs.segment[r]!]!;
          const [position, from, length] = [runs.position[r]!, runs.from[r]!, runs.length[r]!];
          for (let i = 0; i < length; i++) expect(segment.ids[position + i]).toBe(ids[from + i]);
          found.push(`${runs.segment[r]!} ${position} ${from} ${length}`);
        }
        const expected: string[] = [];
        for (const [s, { ids: held }] of finder.segments.entries())
          for (let position = 0; position < held.length; position++)
            for (let from = 0; from < ids.length; from++) {
              if (held[position] !== ids[from]) continue;
              if (position > 0 && from > 0 && held[position - 1] === ids[from - 1]) continue;
              let length = 1;
              while (from + length < ids.length && held[position + length] === ids[from + length]) length++;
              expected.push(`${s} ${position} ${from} ${length}`);
            }
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  it('never run from one fragment into the next', () => {
    const finder = finderOf([[1, 2, 3, 4, 5, 6]]);
    const { runs } = finder.seeds(wanted(finder, [1, 2, 3], [4, 5, 6]), 48);
    expect(Array.from({ length: runs.size }, (_, r) => [runs.from[r], runs.length[r]])).toEqual([
      [0, 3],
      [3, 3],
    ]);
  });

  it('say which runs stand in more places than were followed', () => {
    const formula = [301, 302, 303, 304];
    const given = Array.from({ length: 100 }, (_, i) => [...formula, 400 + i]);
    const finder = finderOf([...given, ...Array.from({ length: 300 }, (_, i) => [i + 1, i + 1, i + 1])]);
    const all = wanted(finder, formula);
    const few = finder.seeds(all, 48);
    expect(few.capped).toEqual([{ from: 0, length: 4, places: 100 }]);
    expect(few.runs.size).toBe(48);
    expect(finder.seeds(all, 256).capped).toEqual([]);
  });
});

/** Words exchanged, put in or left out between two runs of words (Levenshtein 1966). */
function wordEdits(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1));
    row = next;
  }
  return row[b.length]!;
}

describe('sparse seeds', () => {
  it('meet every stretch of text that is nearer than they say', () => {
    let met = 0;
    const small = fc.integer({ min: 1, max: 3 });
    const looked = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(texts, looked, small, small, (given, words, size, cap) => {
        const finder = finderOf(given, size);
        const { runs, edits } = finder.sparse(wanted(finder, words), cap);
        for (const [s, { ids, starts, texts: numbers }] of finder.segments.entries())
          for (let text = 0; text < numbers.length; text++)
            for (let start = starts[text]!; start < starts[text + 1]! - 1; start++)
              for (let end = start + 1; end < starts[text + 1]! && end - start < words.length + edits; end++) {
                if (wordEdits(words, ids.subarray(start, end)) >= edits) continue;
                met++;
                const isMet = Array.from({ length: runs.size }).some(
                  (_, r) =>
                    runs.segment[r] === s && runs.position[r]! < end && start < runs.position[r]! + runs.length[r]!,
                );
                expect(isMet).toBe(true);
              }
      }),
    );
    expect(met).toBeGreaterThan(20);
  });

  it('never run from one fragment into the next', () => {
    const finder = finderOf([[1, 2, 3, 4, 5, 6]]);
    const { runs } = finder.sparse(wanted(finder, [1, 2, 3], [4, 5, 6]), 48);
    expect(Array.from({ length: runs.size }, (_, r) => [runs.from[r], runs.length[r]])).toEqual([
      [0, 3],
      [3, 3],
    ]);
  });
});

describe('places', () => {
  const random = chance(4);
  const given = Array.from({ length: 40 }, () => prose(2500, 4000, random));
  const finder = finderOf(given, 15);
  const placesOf = (most: number, ...fragments: readonly (readonly number[])[]): string[] => {
    const all = wanted(finder, ...fragments);
    const found = finder.seeds(all, 48);
    return placesFor(finder, found, all, most, () => false).map(({ segment, text, start, end }) => {
      const { texts: numbers, starts } = finder.segments[segment]!;
      return `${numbers[text]!}:${start - starts[text]!}-${end - starts[text]!}`;
    });
  };
  const cut = (text: number, at: number, length: number): number[] => given[text]!.slice(at, at + length);

  it.each([
    [20, 0, 1],
    [20, 2, 1],
    [20, 4, 0.99],
    [20, 6, 0.98],
    [12, 2, 0.97],
    [8, 1, 0.97],
  ])('are found for %d words with %d of them changed', (length, edits, share) => {
    let found = 0;
    const tries = 400;
    for (let n = 0; n < tries; n++) {
      const text = random(40);
      const at = random(2500 - length);
      const looked = cut(text, at, length);
      const places = Array.from({ length }, (_, i) => i);
      for (let e = 0; e < edits; e++) looked[places.splice(random(places.length), 1)[0]!] = 4001 + random(4000);
      // The first and last words found may be edited ones: the place lies within the words that were cut.
      const hit = placesOf(8, looked).some((place) => {
        const [t, start, end] = place.split(/[:-]/).map(Number);
        return t === text + 1 && start! >= at - 2 && end! <= at + length + 2;
      });
      if (hit) found++;
    }
    expect(found / tries).toBeGreaterThanOrEqual(share);
  });

  it('begin with the one that holds every word', () => {
    expect(placesOf(3, cut(7, 100, 20))[0]).toBe('8:100-120');
  });

  it('hold both halves of words that were joined from two texts', () => {
    const found = placesOf(8, [...cut(3, 500, 10), ...cut(21, 900, 10)]);
    expect(found).toContain('4:500-510');
    expect(found).toContain('22:900-910');
  });

  it('hold both halves even where one of them stands in many texts', () => {
    const formula = Array.from({ length: 12 }, (_, i) => 5000 + i);
    const rare = Array.from({ length: 8 }, (_, i) => 6000 + i);
    const many = finderOf([...Array.from({ length: 30 }, (_, i) => [...formula, 7000 + i]), [8000, ...rare, 8001]]);
    const all = wanted(many, [...formula, ...rare]);
    const found = placesFor(many, many.seeds(all, 48), all, 6, () => false);
    expect(found.some(({ runs }) => runs.some(({ from, length }) => from === 12 && length === 8))).toBe(true);
  });

  it('hold the fragments of an abridged quotation together, far apart as they are', () => {
    expect(placesOf(4, cut(5, 300, 9), cut(5, 800, 9))[0]).toBe('6:300-809');
  });

  it('hold clauses in another order together', () => {
    expect(placesOf(4, [...cut(9, 1410, 10), ...cut(9, 1400, 10)])[0]).toBe('10:1400-1420');
  });

  it('do not reach for a stray repetition of words that they hold already', () => {
    const [a, b] = [[11, 12], cut(2, 0, 12)];
    const one = finderOf([[...a, ...prose(10, 50, random), ...b.slice(0, 5), ...a, ...b.slice(5)]]);
    const looked = [...b.slice(0, 5), ...a, ...b.slice(5)];
    const all = wanted(one, looked);
    const [best] = placesFor(one, one.seeds(all, 48), all, 3, () => false);
    expect([best!.start, best!.end]).toEqual([12, 26]);
  });

  it('are all there that are as good as the last', () => {
    const line = Array.from({ length: 10 }, (_, i) => 20 + i);
    const many = finderOf(Array.from({ length: 30 }, (_, i) => [...line, 100 + i]));
    const all = wanted(many, line);
    expect(placesFor(many, many.seeds(all, 48), all, 5, () => false)).toHaveLength(30);
  });

  it('leave hidden texts out', () => {
    const all = wanted(finder, cut(7, 100, 20));
    const found = placesFor(finder, finder.seeds(all, 48), all, 5, (text) => text === 8);
    expect(found.every(({ segment, text }) => finder.segments[segment]!.texts[text] !== 8)).toBe(true);
  });
});
