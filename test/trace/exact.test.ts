import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FitSpace, Interner } from '#collate/index.js';
import type { Candidate } from '#record/index.js';
import { surface } from '#text/index.js';
import { hold, place } from '../../src/trace/place.js';
import { readQuoted } from '../../src/trace/quoted.js';

/** The worst failure is a changed quotation called exact. Whatever is done to held words, *exact* means that they stand. */
const HELD = [
  'In the second quarter we spent $5,000 on the harbour, about 5% of the budget; we did not close the gates.',
  'The co-operation of officers was fine, and “Never again,” he told me, “never”. Is it really so? It is!',
  'Straße und Maß sind groß – İstanbul ist nicht weit von Diyarbakır, sagte er um 11:30 am 12. März 2026.',
  'Они ещё не приехали в Киев сегодня, и «никто» их не ждёт: ни пять, ни 5 человек.',
  '他们没有关闭港口的大门，也没有停止谈判。',
] as const;

/** What may be put in, or in the place of a character. */
const STRANGE = [
  '\u200b',
  '\u00ad',
  '\u200f',
  '\u0301',
  '\u0336',
  '\ufe0f',
  '\u00a0',
  '\n',
  ' ',
  '–',
  '-',
  '‑',
  '—',
  '.',
  ',',
  ';',
  '!',
  '?',
  '…',

  '“',
  '”',
  '"',
  '’',
  "'",
  '«',
  '(',
  ')',
  '[',
  ']',
  '%',
  '$',
  '€',
  '§',
  '#',
  '*',
  '²',
  '½',
  '👍',
  '👎',
  'о',
  'і',
  'ß',
  'ı',
  'İ',
  'ﬁ',
  'not ',
  'не ',
  '不',
  '5',
  '6',
  '٥',
  '５',
  'a',
  'A',
  'é',
  '',
];

const OPEN = /[\p{L}\p{N}]/u;

/** Whether the words stand in the text, whole, by comparing nothing but strings. */
function stands(text: string, quoted: string): boolean {
  const held = surface(text);
  const bare = surface(quoted);
  for (const words of [bare, bare.replace(/[,.，。](?=[”"’'»]*$)/u, '').trim()]) {
    for (let at = held.indexOf(words); at >= 0 && words !== ''; at = held.indexOf(words, at + 1)) {
      const [before, after] = [held[at - 1] ?? ' ', held[at + words.length] ?? ' '];
      const han = /\p{sc=Han}/u.test(words);
      if (han || !((OPEN.test(before) && OPEN.test(words[0]!)) || (OPEN.test(after) && OPEN.test(words.at(-1)!))))
        return true;
    }
  }
  // A final stop stands before the inner closing mark in one text and behind it in the other.
  const stops = /[,.](?=[”"’'»])|(?<=[”"’'»])[,.]/gu;
  return stops.test(bare) && surface(text).replace(stops, '').includes(bare.replace(stops, '').replace(/[,.]$/u, ''));
}

function wordingOf(text: string, quoted: string): string {
  const interner = new Interner();
  const candidate = { window: { start: 0, text }, blocks: [], turns: [], hits: [], bits: 0 } as unknown as Candidate;
  return place(readQuoted(quoted, interner, 'en'), hold(candidate, interner, 'en'), new FitSpace()).wording;
}

describe('exact', () => {
  test('words cut from a text, with strange characters put in or in the place of others, are exact only if they stand there', () => {
    const change = fc.record({ at: fc.nat(), cut: fc.nat(2), put: fc.constantFrom(...STRANGE) });
    const row = fc.record({
      text: fc.constantFrom(...HELD),
      from: fc.nat(),
      length: fc.integer({ min: 3, max: 14 }),
      changes: fc.array(change, { maxLength: 2 }),
    });
    let exact = 0;
    fc.assert(
      fc.property(row, ({ text, from, length, changes }) => {
        const words = text.startsWith('他') ? Array.from(text) : text.split(/(?<=\s)/u);
        const first = from % Math.max(1, words.length - length);
        let quoted = words
          .slice(first, first + length)
          .join('')
          .trim();
        for (const { at, cut, put } of changes) {
          const k = at % (quoted.length + 1);
          quoted = quoted.slice(0, k) + put + quoted.slice(k + cut);
        }
        if (wordingOf(text, quoted) !== 'exact') return true;
        exact++;
        return stands(text, quoted);
      }),
      { numRuns: 4000, seed: 20260312 },
    );
    expect(exact).toBeGreaterThan(1000);
  });

  test('words cut from a text are exact there', () => {
    for (const text of HELD.slice(0, 4)) {
      const words = text.split(/(?<=\s)/u);
      for (let k = 0; k + 5 <= words.length; k++) {
        const quoted = words
          .slice(k, k + 5)
          .join('')
          .trim();
        expect([quoted, wordingOf(text, quoted)]).toEqual([quoted, 'exact']);
      }
    }
  });
});
