/**
 * The invented encounters, labelled by hand before there was code that pairs: how many pairs of sentences are found,
 * how many found are right, and how rows and attributed words come out. Five are held out: no rule was made or
 * changed with them in view. Their figures are printed apart; `npx vitest run test/accounts/encounters` shows them.
 */
import { describe, expect, it } from 'vitest';
import { type Tally, emptyTally, encounterOf, labelledEncounters, measure } from './labelled.js';

const all = labelledEncounters();
const known = all.filter(({ heldOut }) => !heldOut);
const heldOut = all.filter((one) => one.heldOut);

function tallyOf(encounters: typeof all): Tally {
  const tally = emptyTally();
  for (const one of encounters) measure(one, encounterOf(one), tally);
  return tally;
}

function sayTally(name: string, { links, found, both, kinds, attributed }: Tally): string {
  const share = (part: number, whole: number): string => `${part}/${whole}`;
  const rows = Object.entries(kinds).map(
    ([kind, { labelled, found: got, both: right }]) =>
      `${kind} ${share(right, labelled)} found, ${share(right, got)} right`,
  );
  return [
    `${name}: pairs of sentences ${share(both, links)} found, ${share(both, found)} right`,
    `  sentences by row: ${rows.join('; ')}`,
    `  attributed ${share(attributed.both, attributed.labelled)} found, ${share(attributed.both, attributed.found)} right, carried as labelled ${share(attributed.carried, attributed.both)}`,
  ].join('\n');
}

describe('the labelled encounters', () => {
  it('are fifteen, in five languages, a third of them held out', () => {
    expect(all).toHaveLength(15);
    expect(heldOut).toHaveLength(5);
    expect(new Set(all.flatMap(({ texts }) => texts.map(({ facts }) => facts.language!.value)))).toEqual(
      new Set(['en', 'fr', 'ru', 'es', 'de']),
    );
  });

  it.each(all)('$name: is cut into the sentences that were labelled, each in one row', (one) => {
    const encounter = encounterOf(one);
    expect(encounter.sides.map(({ units }) => units.map(({ text }) => text))).toEqual(one.sentences);
    encounter.sides.forEach(({ units }, s) => {
      const placed = encounter.rows.flatMap(({ cells }) => cells[s]!);
      expect([...placed].toSorted((x, y) => x - y)).toEqual(units.map(({ n }) => n));
    });
  });

  it('are paired as labelled, where the rules were made on them', () => {
    const { links, found, both, attributed } = tallyOf(known);
    console.info(sayTally('known', tallyOf(known)));
    expect(both / found).toBeGreaterThanOrEqual(0.95);
    expect(both / links).toBeGreaterThanOrEqual(0.9);
    expect(attributed.both / attributed.labelled).toBeGreaterThanOrEqual(0.9);
    expect(attributed.both / attributed.found).toBeGreaterThanOrEqual(0.9);
  });

  it('that were held out are measured', () => {
    const tally = tallyOf(heldOut);
    console.info(sayTally('held out', tally));
    expect(tally.links).toBeGreaterThan(20);
    // No threshold of quality; but what is found must be right more often than not, or the rules are no rules.
    expect(tally.both / tally.found).toBeGreaterThan(0.5);
  });
});

describe('accounts of two different encounters', () => {
  const strangers = known.flatMap((x) =>
    known.flatMap((y) =>
      x !== y && x.texts[0]!.facts.language!.value === y.texts[1]!.facts.language!.value ? [{ x, y }] : [],
    ),
  );

  it('are hardly paired, but for what stands in every account', () => {
    const wrong = strangers.flatMap(({ x, y }) =>
      encounterOf({ texts: [x.texts[0]!, y.texts[1]!] }).rows.filter(
        ({ pairings }) =>
          pairings.length > 0 &&
          !pairings.some(({ links }) => links.some(({ ground }) => ground === 'matter of the meeting')),
      ),
    );
    console.info(`${strangers.length} encounters of strangers: ${wrong.length} pairs of sentences`);
    expect(wrong.length).toBeLessThanOrEqual(strangers.length / 4);
  });
});
