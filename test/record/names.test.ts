import { describe, expect, test } from 'vitest';
import { type Person, identify, samePerson } from '#record/index.js';

const people: Person[] = [
  { id: 'varga', name: 'Anselm Varga', aliases: ['Ансельм Варга'], mandates: [{ post: 'Minister of Foreign Affairs', body: 'Ministry of Foreign Affairs of Ordania', from: '2025-09-15', to: null }] },
  { id: 'lisk', name: 'Teodora Lisk', aliases: [], mandates: [{ post: 'Minister of Foreign Affairs', body: 'Ministry of Foreign Affairs of Ordania', from: '2021-01-01', to: '2025-09-14' }] },
  { id: 'moreau', name: 'Ilse Moreau', aliases: [], mandates: [{ post: 'Foreign Secretary', body: 'Foreign Office of Belmark', from: '2024-07-08', to: null }] },
  { id: 'sarrat', name: 'Odile Sarrat', aliases: [], mandates: [{ post: 'Spokesperson', body: 'Foreign Office of Belmark', from: '2026-02-28', to: null }] },
  { id: 'brandt', name: 'Felix Brandt', aliases: [], mandates: [{ post: 'Spokesperson', body: 'Foreign Office of Belmark', from: '2023-01-01', to: '2026-02-27' }] },
];
const known = { people, aliases: [], day: '2026-03-12' };
const nobody = { people: [], aliases: [], day: null };

describe('the person meant', () => {
  test.each([
    ['Varga', '2026-03-12', 'varga'],
    ['FOREIGN MINISTER VARGA', '2026-03-12', 'varga'],
    ['Foreign Minister Varga (through interpreter)', '2026-03-12', 'varga'],
    ['А. Варга', '2026-03-12', 'varga'],
    ['the foreign minister', '2026-03-12', 'varga'],
    ["Ordania's foreign minister", '2025-03-12', 'lisk'],
    ['Foreign Secretary Ilse Moreau', '2026-03-12', 'moreau'],
    ['Foreign Secretary', '2026-03-12', 'moreau'],
    ['the Foreign Office’s spokeswoman', '2026-03-12', 'sarrat'],
    ['Spokesperson', '2026-02-24', 'brandt'],
    ['QUESTION', '2026-03-12', null],
    ['Hardacre', '2026-03-12', null],
  ])('%s on %s', (printed, day, id) => {
    expect(identify(printed, { ...known, day })?.id ?? null).toBe(id);
  });
});

describe('one person or two', () => {
  test.each([
    ['Mr Lavrov', 'Sergey Lavrov', 'same'],
    ['Sergei Lavrov', 'С.В.Лавров', 'same'],
    ['Sergej Lawrow', 'Foreign Minister Sergei Lavrov', 'same'],
    ['SECRETARY RUBIO', 'Secretary of State Marco Rubio', 'same'],
    ['Volodymyr Zelenskyy', 'Zelensky', 'same'],
    ['Зеленский', 'Zelenskiy', 'same'],
    ['Hawke, Bob', 'Mr Hawke', 'same'],
    ['Hawke, Bob', 'Bob Hawke', 'same'],
    ['Donald Trump', 'Melania Trump', 'different'],
    ['Rubio', 'Lavrov', 'different'],
    ['PRIME MINISTER', 'Mr Keating', 'unsure'],
    ['PRIME MINISTER', 'the Prime Minister', 'same'],
    ['QUESTION', 'Mr Keating', 'unsure'],
    ['Xi Jinping', 'President Xi', 'same'],
    ['Dmitry Peskov', 'Д.Песков', 'same'],
    ['Maria Zakharova', 'М.В.Захарова', 'same'],
    ['Ursula von der Leyen', 'von der Leyen', 'same'],
    ['Ms Bishop', 'Julie Bishop', 'same'],
  ])('%s · %s: %s', (a, b, verdict) => {
    expect(samePerson(a, b, nobody)).toBe(verdict);
  });
  test('by offices held on the day', () => {
    expect(samePerson('the foreign minister', 'VARGA', known)).toBe('same');
    expect(samePerson('Brandt', 'SARRAT', known)).toBe('different');
    expect(samePerson('the spokeswoman', 'SARRAT', known)).toBe('same');
  });
});
