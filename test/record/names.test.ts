import { describe, expect, test } from 'vitest';
import { type Person, identify, knownPeople, personHolding, samePerson } from '#record/index.js';

const ordania = 'Ministry of Foreign Affairs of Ordania';
const belmark = 'Foreign Office of Belmark';
const people: Person[] = [
  person('varga', 'Anselm Varga', ['Ансельм Варга'], ['Minister of Foreign Affairs', ordania, '2025-09-15', null]),
  person('lisk', 'Teodora Lisk', [], ['Minister of Foreign Affairs', ordania, '2021', '2025-09-14']),
  person('moreau', 'Ilse Moreau', [], ['Foreign Secretary', belmark, '2024-07-08', null]),
  person('sarrat', 'Odile Sarrat', [], ['Spokesperson', belmark, '2026-02-28', null]),
  person('brandt', 'Felix Brandt', [], ['Spokesperson', belmark, '2023-01-01', '2026-02-27']),
  person('dorn', 'Viktor Dorn', [], ['Prime Minister', 'Government of Ordania', '2020', null]),
  person('dorn2', 'Elena Dorn', [], ['Deputy Minister of Foreign Affairs', ordania, '2022', null]),
  person('halvorsen', 'Knut Halvorsen', ['the mediator'], ['Special Envoy', 'United Nations', null, null]),
];

function person(
  id: string,
  name: string,
  aliases: readonly string[],
  [post, body, from, to]: readonly [string, string, string | null, string | null],
): Person {
  return { id, name, aliases, mandates: [{ post, body, from, to }] };
}

const known = { people, aliases: [['Andrzej Kowal', 'the Fox']], day: '2026-03-12' };
const nobody = { people: [], aliases: [], day: null };

describe('the person meant', () => {
  test.each([
    ['Varga', '2026-03-12', 'varga'],
    ['Mr Varga', '2026-03-12', 'varga'],
    ['FOREIGN MINISTER VARGA', '2026-03-12', 'varga'],
    ['Foreign Minister Varga (through interpreter)', '2026-03-12', 'varga'],
    ['А. Варга', '2026-03-12', 'varga'],
    ['Варга', '2026-03-12', 'varga'],
    ['Varga, Anselm', '2026-03-12', 'varga'],
    ['A. Varga', '2026-03-12', 'varga'],
    ['B. Varga', '2026-03-12', null],
    ['the foreign minister', '2026-03-12', 'varga'],
    ["Ordania's foreign minister", '2025-03-12', 'lisk'],
    ["Ordania's foreign minister", '2025-09-15', 'varga'],
    ["Ordania's foreign minister", '2025-09-14', 'lisk'],
    ['the Ordanian foreign minister', '2026-03-12', 'varga'],
    ["Belmark's foreign minister", '2026-03-12', null],
    ['the foreign minister', '2019-01-01', null],
    ['Foreign Secretary Ilse Moreau', '2026-03-12', 'moreau'],
    ['Foreign Secretary', '2026-03-12', 'moreau'],
    ['FOREIGN SECRETARY', '2020-03-12', null],
    ['the Foreign Office’s spokeswoman', '2026-03-12', 'sarrat'],
    ['Foreign Office spokesman', '2026-02-24', 'brandt'],
    ['Spokesperson', '2026-02-24', 'brandt'],
    ['Dorn', '2026-03-12', null],
    ['Prime Minister Dorn', '2026-03-12', 'dorn'],
    ['PRIME MINISTER', '2026-03-12', 'dorn'],
    ['PM', '2026-03-12', 'dorn'],
    ['P.M.', '2026-03-12', 'dorn'],
    ['PM Dorn', '2026-03-12', 'dorn'],
    ['PM', '2019-03-12', null],
    ['Elena Dorn', '2026-03-12', 'dorn2'],
    ['the deputy foreign minister', '2026-03-12', 'dorn2'],
    ['the minister', '2026-03-12', 'varga'],
    ['the mediator', '2026-03-12', 'halvorsen'],
    ['the Special Envoy of the United Nations', '2026-03-12', 'halvorsen'],
    ['QUESTION', '2026-03-12', null],
    ['MODERATOR', '2026-03-12', null],
    ['Hardacre', '2026-03-12', null],
    ['Andrzej Kowal', '2026-03-12', null],
    ['', '2026-03-12', null],
  ])('%s on %s', (printed, day, id) => {
    expect(identify(printed, { ...known, day })?.id ?? null).toBe(id);
  });
});

describe('one person or two, with nobody known', () => {
  test.each([
    // forms of one name
    ['Mr Lavrov', 'Sergey Lavrov', 'same'],
    ['Sergei Lavrov', 'С.В.Лавров', 'same'],
    ['Sergej Lawrow', 'Foreign Minister Sergei Lavrov', 'same'],
    ['LAVROV', 'Министр иностранных дел С.В.Лавров', 'same'],
    ['Лавров', 'Lavrov, Sergey Viktorovich', 'same'],
    ['SECRETARY RUBIO', 'Secretary of State Marco Rubio', 'same'],
    ['Volodymyr Zelenskyy', 'Zelensky', 'same'],
    ['Vladimir Zelensky', 'Volodymyr Zelenskyy', 'same'],
    ['Зеленский', 'Zelenskiy', 'same'],
    ['Володимир Зеленський', 'Владимир Зеленский', 'same'],
    ['Hawke, Bob', 'Mr Hawke', 'same'],
    ['Robert Hawke', 'Bob Hawke', 'same'],
    ['Xi Jinping', 'President Xi', 'same'],
    ['Xi Jinping', 'Jinping Xi', 'same'],
    ['习近平', '习近平主席', 'same'],
    ['Dmitry Peskov', 'Д.Песков', 'same'],
    ['Maria Zakharova', 'М.В.Захарова', 'same'],
    ['Maria Sacharowa', 'Мария Захарова', 'same'],
    ['Ursula von der Leyen', 'von der Leyen', 'same'],
    ['Ms Bishop', 'Julie Bishop', 'same'],
    ['Pedro Sánchez', 'Pedro Sánchez Pérez-Castejón', 'same'],
    ['Recep Tayyip Erdoğan', 'President Erdogan', 'same'],
    ['Donald J. Trump', 'Donald Trump', 'same'],
    ['Tony Abbott', 'MR. ABBOTT', 'same'],
    ['Emmanuel Macron', 'M. Macron', 'same'],
    ['Kevin Rudd MP', 'RUDD', 'same'],
    // other people
    ['Donald Trump', 'Melania Trump', 'different'],
    ['D. Trump', 'Melania Trump', 'different'],
    ['Rubio', 'Lavrov', 'different'],
    ['Mr Keating', 'MR. HAWKE', 'different'],
    ['Secretary Rubio', 'Foreign Minister Lavrov', 'different'],
    ['Песков', 'Захарова', 'different'],
    ['习近平', '王毅', 'different'],
    ['Boris Johnson', 'Lyndon Johnson', 'different'],
    // no ground
    ['PRIME MINISTER', 'Mr Keating', 'unsure'],
    ['the foreign minister', 'Lavrov', 'unsure'],
    ['QUESTION', 'Mr Keating', 'unsure'],
    ['QUESTION', 'QUESTION', 'unsure'],
    ['the Kremlin', 'Dmitry Peskov', 'unsure'],
    ['Moscow', 'Lavrov', 'unsure'],
    ['the Foreign Office', 'Ilse Moreau', 'unsure'],
    ['the minister', 'PRIME MINISTER', 'unsure'],
    ['the Canadian prime minister', 'the Australian Prime Minister', 'unsure'],
    ['Mr Trump', 'Mrs Trump', 'unsure'],
    ['Mr Howard', 'Howard Moore', 'unsure'],
    ['Zelenskyy', 'Zelenky', 'unsure'],
    ['习近平', 'Xi Jinping', 'unsure'],
    ['the foreign minister’s spokesman', 'FOREIGN MINISTER LAVROV', 'unsure'],
    ['', 'Lavrov', 'unsure'],
    ['newspaper', 'Lavrov', 'unsure'],
    ['an old proverb', 'Lavrov', 'unsure'],
    // offices
    ['PRIME MINISTER', 'the Prime Minister', 'same'],
    ['Premier ministre', 'Prime Minister', 'same'],
    ['the foreign minister', 'FOREIGN MINISTER LAVROV', 'same'],
    ['the prime minister', 'Prime Minister Mark Carney', 'same'],
    ['the minister', 'Prime Minister Mark Carney', 'unsure'],
    ['the secretary', 'SECRETARY RUBIO', 'same'],
    ['the French president', 'PRESIDENT MACRON', 'same'],
    ['the French president', 'US President Donald Trump', 'unsure'],
    ['the Kremlin', 'Kremlin', 'same'],
    ['lavrov', 'Sergey Lavrov', 'same'],
  ])('%s · %s: %s', (a, b, verdict) => {
    expect(samePerson(a, b, nobody)).toBe(verdict);
    expect(samePerson(b, a, nobody)).toBe(verdict);
  });
});

describe('one person or two, with people known', () => {
  test.each([
    ['the foreign minister', 'VARGA', 'same'],
    ['the foreign minister', 'Moreau', 'different'],
    ["Belmark's foreign minister", 'Moreau', 'unsure'],
    ['Brandt', 'SARRAT', 'different'],
    ['the spokeswoman', 'SARRAT', 'same'],
    ['the foreign minister', 'Hardacre', 'unsure'],
    ['the prime minister', 'Elena Dorn', 'different'],
    ['Dorn', 'Viktor Dorn', 'unsure'],
    ['Dorn', 'Elena Dorn', 'unsure'],
    ['Dorn', 'DORN', 'same'],
    ['V. Dorn', 'Viktor Dorn', 'same'],
    ['Viktor Dorn', 'Elena Dorn', 'different'],
    ['Varga', 'Hardacre', 'different'],
    ['the Fox', 'Kowal', 'same'],
    ['the Fox', 'Varga', 'different'],
    ['the mediator', 'Mr Halvorsen', 'same'],
  ])('%s · %s: %s', (a, b, verdict) => {
    expect(samePerson(a, b, known)).toBe(verdict);
    expect(samePerson(b, a, known)).toBe(verdict);
    expect(samePerson(a, b, { ...known, known: knownPeople(known.people, known.aliases) })).toBe(verdict);
  });

  test('who held the office depends on the day', () => {
    const then = { ...known, day: '2024-05-01' };
    expect(samePerson('the foreign minister', 'Lisk', then)).toBe('same');
    expect(samePerson('the foreign minister', 'Varga', then)).toBe('different');
  });
});

test.each([
  ['Foreign Minister', 'Ordania', '2026-03-12', 'varga'],
  ['Minister of Foreign Affairs', null, null, 'varga lisk'],
  ['Spokesperson', 'Foreign Office of Belmark', '2025', 'brandt'],
  ['Prime Minister', 'Belmark', '2026', ''],
])('%s of %s on %s', (post, body, day, ids) => {
  expect(
    personHolding(post, body, day, people)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(ids);
});
