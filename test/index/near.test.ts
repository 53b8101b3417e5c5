/** Phrases with open words and words near each other, against the plainest way to find them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, nearChains, type TermPlace, visitPhrase } from '#index/index.js';
import { finderOf, texts } from './given.js';

const slots = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});

describe('a phrase with open words', () => {
  it('is found wherever it stands, and nowhere else', () => {
    fc.assert(
      fc.property(texts, slots, fc.integer({ min: 1, max: 3 }), (held, wanted, size) => {
        const finder = finderOf(held, size);
        const found: string[] = [];
        const phrase = wanted.map((ids) => Uint32Array.from(ids));
        visitPhrase(finder, phrase, (s, position, text) => {
          const segment = finder.segments[s]!;
          found.push(`${segment.texts[text]! - 1}:${position - segment.starts[text]!}`);
        });
        const expected = held.flatMap((text, t) =>
          text.flatMap((_, at) => (wanted.every((ids, i) => ids.includes(text[at + i]!)) ? [`${t}:${at}`] : [])),
        );
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

const text = fc.array(fc.nat(5), { minLength: 1, maxLength: 40 });
const terms = fc.array(
  fc.record({
    phrases: fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 2,
    }),
    within: fc.nat(6),
  }),
  { minLength: 1, maxLength: 3 },
);

describe('words near each other', () => {
  it('are those that looking at every combination finds', () => {
    fc.assert(
      fc.property(text, terms, (ids, wanted) => {
        const places = wanted.map(({ phrases, within }) => ({ places: placesOf(ids, phrases), within }));
        const found = nearChains(places, Uint32Array.from(ids));
        // Every place of the first term that begins some chain, and no other, each once.
        expect(found.map(([first]) => first)).toEqual(
          places[0]!.places.filter((place) => chainsFrom(ids, [place], places).length > 0),
        );
        for (const chain of found)
          for (let t = 1; t < chain.length; t++)
            expect(between(ids, chain[t - 1]!, chain[t]!)).toBeLessThanOrEqual(places[t]!.within);
      }),
    );
  });

  it.each([
    [[1, 9, 9, 2], 2, 1],
    [[1, 9, 9, 2], 1, 0],
    [[2, 9, 9, 1], 2, 1],
    [[1, BREAK, 2], 2, 0],
    [[1, 2], 0, 1],
  ])('%j within %i: %i', (ids, within, count) => {
    const of = (id: number): TermPlace[] => placesOf(ids, [[id]]);
    const found = nearChains(
      [
        { places: of(1), within: 0 },
        { places: of(2), within },
      ],
      Uint32Array.from(ids),
    );
    expect(found.length).toBe(count);
  });

  it('does not take a word for its own neighbour', () => {
    const places = placesOf([1, 9], [[1]]);
    const near = [
      { places, within: 0 },
      { places, within: 5 },
    ];
    expect(nearChains(near, Uint32Array.of(1, 9))).toEqual([]);
  });
});

function placesOf(ids: readonly number[], phrases: readonly (readonly number[])[]): TermPlace[] {
  const places = new Map<string, TermPlace>();
  for (const phrase of phrases)
    for (let at = 0; at < ids.length; at++)
      if (phrase.every((id, i) => ids[at + i] === id))
        places.set(`${at}-${phrase.length}`, { start: at, end: at + phrase.length });
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Words between two places that do not overlap; more than any limit where they do, or where words do not run on. */
function between(ids: readonly number[], a: TermPlace, b: TermPlace): number {
  const [from, to] = a.start <= b.start ? [a.end, b.start] : [b.end, a.start];
  return to < from || ids.slice(from, to).includes(BREAK) ? Infinity : to - from;
}

function chainsFrom(
  ids: readonly number[],
  chain: readonly TermPlace[],
  terms_: readonly { readonly places: readonly TermPlace[]; readonly within: number }[],
): (readonly TermPlace[])[] {
  const next = terms_[chain.length];
  if (!next) return [chain];
  return next.places
    .filter((place) => between(ids, chain.at(-1)!, place) <= next.within)
    .flatMap((place) => chainsFrom(ids, [...chain, place], terms_));
}
