/** What people may ask of a search, and the sentence they get where they ask wrongly. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readSearch } from '#text/index.js';

/** A search as one line: clauses by spaces, terms by ~N, phrases by |, words by +. */
function said(written: string): string {
  const read = readSearch(written);
  if ('fault' in read) return `${read.fault.line}:${read.fault.column} ${read.fault.message}`;
  return read.queries
    .map(({ clauses }) =>
      clauses
        .map(
          ({ terms, absent }) =>
            (absent ? '-' : '') +
            terms
              .map(
                ({ phrases, within }, i) =>
                  (i === 0 ? '' : `~${within} `) +
                  phrases.map((slots) => slots.map((s) => s.word + (s.beginning ? '*' : '')).join('+')).join('|'),
              )
              .join(' '),
        )
        .join(' '),
    )
    .join(' / ');
}

describe('a search', () => {
  it.each([
    ['Roadmap conflict', 'roadmap conflict'],
    ['"frank exchange"', 'frank+exchange'],
    ['„frank exchange“ »of views«', 'frank+exchange of+views'],
    ['reform*', 'reform*'],
    ['"pension reform*"', 'pension+reform*'],
    ['reform*,', 'reform*'],
    ['truce OR ceasefire OR "end of fire"', 'truce|ceasefire|end+of+fire'],
    ['inspectors NEAR/5 terminal', 'inspectors ~5 terminal'],
    ['a NEAR/0 b NEAR/12 "c d"', 'a ~0 b ~12 c+d'],
    ['truce OR ceasefire NEAR/3 talks', 'truce|ceasefire ~3 talks'],
    ['talks -ferry -"direct flights"', 'talks -ferry -direct+flights'],
    ['truce - ceasefire – (again)', 'truce ceasefire again'],
    ['co-operation', 'co+operation'],
    ['检查员', '检+查+员'],
    ['near or or near', 'near or or near'],
    ['red\n\n  blue words \n…', 'red / blue words'],
    ['', ''],
    ['—', ''],
  ])('%s', (written, expected) => {
    expect(said(written)).toBe(expected);
  });

  it.each([
    ['talks "frank exchange', '1:7 The quotation mark opens a phrase that nothing closes.'],
    ['re*form', '1:3 A star stands for the end of a word, and here it stands elsewhere.'],
    ['* talks', '1:1 A star stands for the end of a word, and here it stands elsewhere.'],
    ['talks OR', '1:7 OR stands between words, and here nothing follows it.'],
    ['OR talks', '1:1 OR stands between words, and here nothing is before it.'],
    ['a OR NEAR/2 b', '1:3 OR stands between words, and here nothing follows it.'],
    ['a NEAR b', '1:3 “NEAR” names no distance.'],
    ['a NEAR/x b', '1:3 “NEAR/x” names no distance.'],
    ['a NEAR/101 b', '1:3 “NEAR/101” names no distance.'],
    ['a NEAR/5 -b', '1:10 Words that must be absent cannot follow NEAR/5.'],
    ['a -b NEAR/5 c', '1:6 What must be absent cannot be near anything.'],
    ['-ferry', '1:1 Only words that must be absent are asked for.'],
    ['good\nbad "line', '2:5 The quotation mark opens a phrase that nothing closes.'],
  ])('says what is wrong with %s', (written, expected) => {
    expect(said(written)).toBe(expected);
  });

  it('never fails otherwise, and says the place of a fault in what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '"', '*', '-', 'OR', 'NEAR/2', '\n', '的', '“')), (pieces) => {
        const written = pieces.join('');
        const read = readSearch(written);
        if (!('fault' in read)) return;
        const { start, end, line, column } = read.fault;
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(written.length);
        expect(written.slice(0, start).split('\n').length).toBe(line);
        expect(start - (written.lastIndexOf('\n', start - 1) + 1)).toBe(column - 1);
      }),
    );
  });
});
