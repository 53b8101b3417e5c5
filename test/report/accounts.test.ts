/** An encounter on screens: what the terminal and the page show, what they never say, and that archived words stay words. */
import { createHash } from 'node:crypto';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type Encounter, type PairingDecision, compareAccounts, unitsIn } from '#accounts/index.js';
import { displayWidth, drawAccountsPage, drawAccountsTerminal, viewAccounts } from '#report/index.js';
import * as catalogue from '../../src/report/accounts-words.js';
import { ACCOUNTS_STYLE } from '../../src/report/accounts-style.js';
import { account, encounterOf, labelledEncounters } from '../accounts/labelled.js';

/** vocabulary: words that no screen of ours may say; and what no machine may say of two accounts. */
const NEVER =
  /\b(lie|lies|lied|liar|fake|false|flip-flop|propaganda|regime|admits?|admitted|claims?|claimed|debunked|truth score|contradict\w*)\b/i;

const view = (encounter: Encounter) => viewAccounts({ encounter, coverage: null });
const said = { at: '2026-03-12', precision: 'day', zone: null, basis: 'stated' } as const;
const at = (time: string) =>
  ({ at: `2026-03-12T${time}`, precision: 'minute', zone: '+01:00', basis: 'stated' }) as const;

const A = account(
  'a',
  'Foreign Minister Anna Berg of Ordania met the Foreign Secretary of Belmark, Hugh Lane, at Port Sable. The meeting was held at the request of Belmark.\n\nThe sides discussed herring quotas. Mr Lane reaffirmed that no new tariffs would follow. The talks were frank.',
  { said, published: at('14:37'), occasion: 'Talks, Port Sable', other: { side: 'Ordania' } },
);
const FIRST = account(
  'b1',
  'Foreign Secretary Hugh Lane met Anna Berg, Foreign Minister of Ordania. The sides agreed herring quotas.\n\nThe ferries will sail in May.',
  {
    said,
    published: at('18:02'),
    other: { side: 'Belmark' },
  },
);
const B = account('b2', FIRST.text.replace('agreed', 'set'), {
  said,
  published: at('19:20'),
  other: { side: 'Belmark' },
});
const BEFORE = account(
  'b0',
  'Foreign Secretary Hugh Lane spoke to Anna Berg of Ordania. Mr Lane reaffirmed that no new tariffs would follow. The conversation was cordial.',
  {
    said: { ...said, at: '2026-02-19' },
    other: { side: 'Belmark' },
  },
);
const encounter = (decisions: readonly PairingDecision[] = []): Encounter =>
  compareAccounts({
    sides: [
      { name: null, account: A, translations: [], wordings: [A], earlier: [] },
      { name: null, account: B, translations: [], wordings: [FIRST, B], earlier: [BEFORE] },
    ],
    people: [],
    decisions,
  });

describe('the view', () => {
  const shown = view(encounter());
  it('says who met when, and who says who asked', () => {
    expect(shown.title).toBe('Ordania – Belmark, 12 March 2026');
    expect(shown.sub).toEqual([
      'Talks, Port Sable',
      'at the request of Belmark (as stated by Ordania; not mentioned by Belmark)',
    ]);
  });
  it('counts rows, and gives lengths beside those of the time before', () => {
    expect(shown.strip.map(({ words, count }) => `${words} ${count}`)).toEqual([
      'only Ordania 3',
      'only Belmark 1',
      'both alike 1',
      'both, different 1',
      'attributed, not carried 1',
      'attributed, carried 0',
    ]);
    expect(shown.lengths).toMatch(/^\d+ : \d+$/);
    expect(shown.lengthsBefore).toMatch(/^last time – : \d+$/);
  });
  it('has a clock with what an edit changed', () => {
    expect(shown.clock.map(({ at: time, side, what, detail }) => [time, side, what, ...detail])).toEqual([
      ['14:37', 'Ordania', 'account'],
      ['18:02', 'Belmark', 'account'],
      ['19:20', 'Belmark', 'edited', '1 difference', '“agreed” → “set”'],
    ]);
    expect(shown.clock.map(({ place }) => place)).toEqual([0, expect.closeTo(0.72, 1), 1]);
  });
  it('says in the row what was edited there', () => {
    expect(shown.rows.flatMap(({ edits }) => edits)).toEqual(['b2 edited at 19:20: “agreed” → “set”']);
  });
  it('shows where attributed words are carried', () => {
    expect(shown.attributed).toMatchObject([
      {
        by: 'Ordania',
        to: 'Belmark',
        act: 'reaffirmed',
        words: 'that no new tariffs would follow',
        carriedWords: 'absent',
        earlier: ['present in its accounts of 19 February 2026'],
      },
    ]);
  });
  it('names a row’s topic once', () => {
    const named = shown.rows.map(({ topic }) => topic).filter((topic) => topic !== null);
    expect(named).toEqual([...new Set(named)]);
  });
  it('says by whom a row was decided', () => {
    const unit = (one: typeof A, n: number) => ({ account: one.name, span: unitsIn(one)[n - 1]! });
    const decided = view(
      encounter([{ state: 'paired', a: unit(A, 5), b: unit(B, 3), decided: { by: 'Jo', at: at('20:00') } }]),
    );
    expect(decided.rows.find(({ decided: by }) => by !== null)).toMatchObject({
      decided: 'paired by Jo, 12 March 2026, 20:00 UTC+01:00',
    });
  });
  it('sentences are shown whole, whatever is marked in them', () => {
    for (const one of labelledEncounters()) {
      const whole = encounterOf(one);
      for (const { cells } of view(whole).rows)
        for (const { sentences } of cells)
          for (const { name, runs } of sentences) {
            const unit = whole.sides['ab'.indexOf(name[0]!)]!.units[Number(name.slice(1)) - 1]!;
            expect(runs.map(({ text }) => text).join('')).toBe(unit.text);
          }
    }
  });
});

/** Without the sequences of colour (ECMA-48 SGR). */
const plain = (text: string): string => text.replaceAll(new RegExp(`${String.fromCodePoint(27)}\\[[\\d;]*m`, 'g'), '');

describe('the terminal', () => {
  const encounters = [encounter(), ...labelledEncounters().map(encounterOf)];
  it.each([40, 60, 72, 80, 100, 140])('keeps to %i columns', (width) => {
    for (const one of encounters)
      for (const colour of [false, true])
        for (const line of drawAccountsTerminal(view(one), { width, colour }).split('\n'))
          expect(displayWidth(plain(line)), line).toBeLessThanOrEqual(width);
  });
  it('says the same in colour and without', () => {
    const words = (text: string): string => plain(text).replaceAll(/[[\]\s]/g, '');
    expect(words(drawAccountsTerminal(view(encounter()), { colour: true }))).toBe(
      words(drawAccountsTerminal(view(encounter()))),
    );
  });
  it('has an empty cell say so, in both columns', () => {
    const drawn = drawAccountsTerminal(view(encounter()), { width: 80 });
    expect(drawn).toMatch(/^not mentioned +│ b3 /m);
    expect(drawn).toMatch(/^a4 .*│ not mentioned$/m);
    expect(drawn).toContain('differs: words discussed / set');
  });
});

describe('the page', () => {
  const page = drawAccountsPage(view(encounter()));
  it('allows its two styles by digest and nothing else', () => {
    const digest = `sha256-${createHash('sha256').update(ACCOUNTS_STYLE).digest('base64')}`;
    expect(page, 'ACCOUNTS_STYLE_DIGEST in src/report/accounts-style.ts must be this').toContain(digest);
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).not.toMatch(/<script|<img|<iframe| style=| on\w+=/i);
  });
  it('has a column for each side, and says not mentioned', () => {
    expect(page).toContain('<th scope="col">Ordania</th><th scope="col">Belmark</th>');
    expect(page.match(/not mentioned/g)!.length).toBeGreaterThan(4);
  });
  it('keeps archived words words', () => {
    const hostile = "<script>alert(1)</script> <b>The ferries</b> sailed\u202e. \"onload='x'";
    const a = account('a', hostile, {
      title: hostile,
      address: 'javascript:alert(1)',
      occasion: hostile,
      other: { side: hostile },
    });
    const b = account('b', `${hostile} Twice.`, { other: { side: 'Other' } });
    const drawn = compareAccounts({
      sides: [a, b].map((one) => ({ name: null, account: one, translations: [], wordings: [one], earlier: [] })),
      people: [],
      decisions: [],
    });
    const html = drawAccountsPage(view(drawn));
    expect(html).not.toMatch(/<script|javascript:|<b>The|\u202e/);
    expect(drawAccountsTerminal(view(drawn))).not.toContain('\u202e');
    // Whole: what the parser reads has the tags that were written.
    expect(() => parse(html)).not.toThrow();
  });
  it('shows three sides', () => {
    const c = account('c', 'The mediator thanked both for the herring quotas.', { other: { side: 'Halvern' } });
    const three = compareAccounts({
      sides: [A, B, c].map((one) => ({ name: null, account: one, translations: [], wordings: [one], earlier: [] })),
      people: [],
      decisions: [],
    });
    expect(drawAccountsPage(view(three))).toContain('<th scope="col">Halvern</th>');
    expect(drawAccountsTerminal(view(three), { width: 80 })).toContain('Halvern: ');
  });
});

describe('no screen', () => {
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'function'
        ? strings((value as (...args: unknown[]) => unknown)('x', 'y', 'z', 'w'))
        : Object.values(value as object).flatMap(strings);
  it('says what the vocabulary forbids, or that accounts contradict', () => {
    const words = strings({ ...catalogue, lengths: 'x' });
    expect(words.length).toBeGreaterThan(80);
    expect(words.filter((one) => NEVER.test(one))).toEqual([]);
    expect(drawAccountsTerminal(view(encounter()))).not.toMatch(NEVER);
    expect(drawAccountsPage(view(encounter())).replaceAll(/<style>.*?<\/style>/gs, '')).not.toMatch(NEVER);
  });
});
