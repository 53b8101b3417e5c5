import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDictionary, Dictionary, encodeDictionary } from '#index/index.js';
import { joined } from './given.js';

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('\ud800', 'é', '中'),
);

describe('dictionary', () => {
  it('numbers words in the order in which they come, once each', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 2000 }), (words) => {
        const dictionary = new Dictionary();
        const expected = new Map<string, number>();
        for (const one of words) {
          if (!expected.has(one)) expected.set(one, expected.size + 1);
          expect(dictionary.add(one)).toBe(expected.get(one));
        }
        expect(dictionary.size).toBe(expected.size);
        for (const [one, id] of expected) {
          expect(dictionary.idOf(one)).toBe(id);
          expect(dictionary.word(id)).toBe(one);
        }
        expect(dictionary.idOf('never added, surely')).toBe(0);
      }),
    );
  });

  it('grows past its first tables and is the same after being written and read', () => {
    const dictionary = new Dictionary();
    for (let i = 0; i < 30_000; i++) dictionary.add(`word${i}`);
    const read = decodeDictionary(joined(encodeDictionary(dictionary)));
    expect(read.size).toBe(30_000);
    expect(read.idOf('word29999')).toBe(30_000);
    expect(read.word(12_345)).toBe('word12344');
    expect(read.add('one more')).toBe(30_001);
    expect(read.idOf('one more')).toBe(30_001);
    expect(read.idOf('word0')).toBe(1);
  });

  it('is the same after being written and read when it is empty', () => {
    const read = decodeDictionary(joined(encodeDictionary(new Dictionary())));
    expect(read.size).toBe(0);
    expect(read.add('first')).toBe(1);
  });

  it('finds the words that begin alike', () => {
    const dictionary = new Dictionary();
    for (const one of ['reform', 'reformed', 'form', 're', 'reforms']) dictionary.add(one);
    expect(dictionary.beginningWith('reform')).toEqual([1, 2, 5]);
    expect(dictionary.beginningWith('x')).toEqual([]);
  });

  it.each([0, 2, -1, 1.5])('has no word %d', (id) => {
    const dictionary = new Dictionary();
    dictionary.add('only');
    expect(() => dictionary.word(id)).toThrow(RangeError);
  });
});
