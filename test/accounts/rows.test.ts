/** Rows hold every sentence once, are the same from either side, and do what a person decides. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccountText,
  type Encounter,
  type PairingDecision,
  compareAccounts,
  sidesOf,
  unitsIn,
} from '#accounts/index.js';
import { account, encounterOf, labelledEncounters } from './labelled.js';

const all = labelledEncounters();

function sideOf(one: AccountText) {
  return { name: null, account: one, translations: [], wordings: [one], earlier: [] };
}

function linksOf({ rows, sides }: Encounter, flip = false): string[] {
  const [x, y] = flip ? [1, 0] : [0, 1];
  return rows
    .flatMap(({ cells }) =>
      cells[x]!.flatMap((n) => cells[y]!.map((m) => `${sides[x]!.name} ${n} = ${sides[y]!.name} ${m}`)),
    )
    .toSorted();
}

describe('rows', () => {
  it.each(all)('$name: are the same, whichever side comes first', (one) => {
    const [a, b] = one.texts as [AccountText, AccountText];
    const there = encounterOf({ texts: [a, b] });
    const back = encounterOf({ texts: [b, a] });
    expect(linksOf(back, true)).toEqual(linksOf(there));
    const kinds = ({ rows }: Encounter): string[] => rows.map(({ kind }) => kind).toSorted();
    const mirrored = kinds(back)
      .map((kind) => (kind === 'only A' ? 'only B' : kind === 'only B' ? 'only A' : kind))
      .toSorted();
    expect(mirrored).toEqual(kinds(there));
  });

  it.each(all)('$name: the changes of a pair make the one sentence into the other', (one) => {
    const { rows, sides } = encounterOf(one);
    const sameLanguage = new Set(sides.map(({ account: { facts } }) => facts.language?.value)).size === 1;
    for (const { pairings } of rows)
      for (const { units, changes } of pairings) {
        const [a, b] = [sides[0]!.units[units[0] - 1]!, sides[1]!.units[units[1] - 1]!];
        if (!sameLanguage) {
          expect(changes).toEqual([]);
          continue;
        }
        let made = a.text;
        for (const change of changes.toReversed())
          made = made.slice(0, change.a.start - a.start) + change.b.text + made.slice(change.a.end - a.start);
        expect(made.replace(/\s+/g, ' ')).toBe(b.text.replace(/\s+/g, ' '));
        for (const change of changes)
          expect(sides[1]!.account.text.slice(change.b.start, change.b.end)).toBe(change.b.text);
      }
  });

  it.each(all)('$name: every pair shows why, in words that stand in both texts', (one) => {
    const { rows, sides } = encounterOf(one);
    for (const { pairings } of rows)
      for (const { links } of pairings) {
        expect(links.length).toBeGreaterThan(0);
        for (const { a, b } of links) {
          expect(sides[0]!.account.text.slice(a.start, a.end)).toBe(a.text);
          expect(sides[1]!.account.text.slice(b.start, b.end)).toBe(b.text);
        }
      }
  });

  it('are alike throughout where both sides published one text', () => {
    for (const { texts } of all) {
      const [text] = texts as [AccountText];
      const twin: AccountText = {
        ...text,
        name: 'twin',
        facts: { ...text.facts, other: { side: 'Elsewhere' }, body: 'Elsewhere' },
      };
      const { rows } = compareAccounts({ sides: [sideOf(text), sideOf(twin)], people: [], decisions: [] });
      const told = rows.filter(({ pairings }) => pairings.length > 0);
      expect(told.map(({ kind }) => kind).filter((kind) => kind !== 'both alike')).toEqual([]);
      // Nothing but sentences without any matter of their own stays alone.
      expect(told.length / rows.length).toBeGreaterThan(0.6);
    }
  });

  it('hold every sentence once, whatever the texts', () => {
    const sentence = fc.constantFrom(
      ...all.flatMap(({ sentences }) => sentences.flat()),
      'No.',
      '…',
      '14 vessels.',
      '“Quoted,” he said.',
      'https://example.example/',
    );
    const text = fc.array(sentence, { maxLength: 12 }).map((list) => list.join('\n\n'));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const sides = [a, b, c].map((one, s) =>
          sideOf(account('abc'[s]!, one, { other: { side: `Side${'ABC'[s]}land` } })),
        );
        const encounter = compareAccounts({ sides, people: [], decisions: [] });
        encounter.sides.forEach(({ units }, s) => {
          expect(encounter.rows.flatMap(({ cells }) => cells[s]!).toSorted((x, y) => x - y)).toEqual(
            units.map(({ n }) => n),
          );
        });
        for (const { topic } of encounter.rows) expect(encounter.topics[topic]).toBeDefined();
        encounter.sides.forEach((_, s) => {
          const total = encounter.topics.reduce((sum, topic) => sum + (topic.sides[s]?.share ?? 0), 0);
          if (encounter.sides[s]!.words > 0) expect(total).toBeCloseTo(1);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('decisions', () => {
  const a = account(
    'a',
    'The ministers discussed herring quotas.\n\nThe ferry timetable was noted.\n\nThanks were exchanged.',
    { other: { side: 'Lorne' } },
  );
  const b = account('b', 'Herring quotas were reviewed.\n\nPassengers deserve a boat.\n\nA dinner followed.', {
    other: { side: 'Tavia' },
  });
  const place = (one: AccountText, n: number): PairingDecision['a'] => ({
    account: one.name,
    span: unitsIn(one)[n - 1]!,
  });
  const by = { by: 'Jo', at: null };
  const compare = (decisions: readonly PairingDecision[]): Encounter =>
    compareAccounts({ sides: [sideOf(a), sideOf(b)], people: [], decisions });
  const bare = (encounter: Encounter): string[] =>
    linksOf(encounter).map((link) => link.replace(/(Lorne|Tavia) /g, ''));

  it('come after the rules', () => expect(bare(compare([]))).toEqual(['1 = 1']));
  it('pair what no rule pairs, and say by whom', () => {
    const encounter = compare([{ state: 'paired', a: place(a, 2), b: place(b, 2), decided: by }]);
    expect(bare(encounter)).toEqual(['1 = 1', '2 = 2']);
    expect(encounter.rows.find(({ cells }) => cells[0]!.includes(2))!.decided).toEqual(by);
    expect(encounter.rows.find(({ cells }) => cells[0]!.includes(1))!.decided).toBeNull();
  });
  it('set a sentence apart from all, or from one', () => {
    const alone = compare([{ state: 'apart', a: place(a, 1), b: null, decided: by }]);
    expect(bare(alone)).toEqual([]);
    expect(alone.rows.find(({ cells }) => cells[0]!.includes(1))!.decided).toEqual(by);
    expect(bare(compare([{ state: 'apart', a: place(a, 1), b: place(b, 1), decided: by }]))).toEqual([]);
    expect(bare(compare([{ state: 'apart', a: place(b, 1), b: null, decided: by }]))).toEqual([]);
  });
  it('name the sides in either order', () =>
    expect(bare(compare([{ state: 'paired', a: place(b, 3), b: place(a, 3), decided: by }]))).toEqual([
      '1 = 1',
      '3 = 3',
    ]));
  it('the later goes before the earlier', () => {
    const apart: PairingDecision = { state: 'apart', a: place(a, 1), b: null, decided: by };
    const paired: PairingDecision = { state: 'paired', a: place(a, 1), b: place(b, 1), decided: by };
    expect(bare(compare([apart, paired]))).toEqual(['1 = 1']);
    expect(bare(compare([paired, apart]))).toEqual([]);
    const other: PairingDecision = { state: 'paired', a: place(a, 1), b: place(b, 2), decided: by };
    expect(bare(compare([apart, other]))).toEqual(['1 = 2']);
  });
  it('on a text that is not compared change nothing', () =>
    expect(
      bare(
        compare([{ state: 'paired', a: { account: 'z', span: { start: 0, end: 9 } }, b: place(b, 2), decided: by }]),
      ),
    ).toEqual(['1 = 1']));
});

describe('sides', () => {
  const published = (at: string) => ({ at, precision: 'minute', zone: '+01:00', basis: 'stated' }) as const;
  const first = account('readout.txt', 'The sides agreed a date.', {
    id: 'r1',
    address: 'https://b.example/1',
    body: 'B',
    published: published('2026-03-12T18:02'),
  });
  const later = account('readout-edited.txt', 'The sides discussed a date.', {
    corrects: 'r1',
    body: 'B',
    published: published('2026-03-12T19:20'),
  });
  const russian = account('readout-ru.txt', 'Стороны обсудили дату.', {
    translationOf: 'readout',
    body: 'B',
    language: { value: 'ru', basis: 'stated' },
    published: published('2026-03-12T20:00'),
  });
  const other = account('other.txt', 'A date was set.', { body: 'A', published: published('2026-03-12T14:00') });
  const otherRussian = account('other-ru.txt', 'Назначена дата.', {
    body: 'A',
    language: { value: 'ru', basis: 'stated' },
    published: published('2026-03-12T14:00'),
  });

  it('hold their later wordings and translations; the newest wording is compared', () => {
    const [b, a] = sidesOf([first, later, russian, other]);
    expect(b).toMatchObject({ account: later, wordings: [first, later], translations: [russian] });
    expect(a).toMatchObject({ account: other, wordings: [other] });
    expect(sidesOf([later, first, other])[0]!.wordings).toEqual([first, later]);
  });
  it('are compared in a language that they have in common', () => {
    const sides = sidesOf([first, russian, otherRussian]);
    expect(sides.map(({ account: { name } }) => name)).toEqual(['readout-ru.txt', 'other-ru.txt']);
    expect(sides[0]!.translations).toEqual([first]);
  });
  it('of one body that published twice that day in two languages are one', () => {
    expect(sidesOf([other, otherRussian, first])).toHaveLength(2);
  });
});
