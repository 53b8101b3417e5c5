/** Accounts from files and from an archive: what the archive adds, what people decide and where it is kept. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTransient } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { extract } from '#extract/index.js';
import { type AccountsRequest, compareAccounts } from '#jobs/index.js';

const HEAD_A = 'Foreign Minister Anna Berg of Ordania met the Foreign Secretary of Belmark, Hugh Lane.';
const HEAD_B = 'Foreign Secretary Hugh Lane met Anna Berg, Foreign Minister of Ordania.';

function file(
  name: string,
  header: Readonly<Record<string, string>>,
  text: string,
): { bytes: Uint8Array; name: string; mediaType: null } {
  const lines = Object.entries({ kind: 'readout', language: 'en', ...header }).map(
    ([key, value]) => `${key}: ${value}`,
  );
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n\n${text}\n`), name, mediaType: null };
}

const ours = (at: string, text: string, more: Readonly<Record<string, string>> = {}) =>
  file(
    `ours-${at}.txt`,
    { title: 'Talks', body: 'Ministry of Ordania', side: 'Ordania', said: at.slice(0, 10), published: at, ...more },
    `${HEAD_A} ${text}`,
  );
const theirs = (at: string, text: string, more: Readonly<Record<string, string>> = {}) =>
  file(
    `theirs-${at}.txt`,
    {
      title: 'Talks',
      body: 'Foreign Office of Belmark',
      side: 'Belmark',
      said: at.slice(0, 10),
      published: at,
      ...more,
    },
    `${HEAD_B} ${text}`,
  );

let archive: Archive;
beforeEach(async () => {
  archive = await openTransient();
});
afterEach(() => archive.close());

const AT = { at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' } as const;

/** Holds a file and returns the Reference of its Version. */
async function hold(given: ReturnType<typeof file>): Promise<string> {
  const [captured] = await archive.capture([{ bytes: given.bytes, origin: given.name, mediaType: null, at: AT }]);
  const [text] = (await extract(given)).value;
  const [held] = await archive.hold([{ capture: captured!.capture, facts: text!.facts, rendering: text!.rendering }]);
  return held!.version;
}

const compare = (request: Omit<AccountsRequest, 'by'>, by = 'Jo') =>
  compareAccounts({ ...request, by }, { archive, extract });
const alone = (request: Omit<AccountsRequest, 'by'>) => compareAccounts({ ...request, by: 'Jo' }, { extract });

describe('files alone', () => {
  const a = ours('2026-03-12T14:37+01:00', 'The sides discussed herring quotas. The ferries were raised.');
  const b = theirs('2026-03-12T18:02+01:00', 'The sides agreed herring quotas. A date was set.');

  it('are compared with no archive', async () => {
    const { encounter, coverage, kept } = await alone({ texts: [a, b] });
    expect(encounter.sides.map(({ name, units }) => [name, units.length])).toEqual([
      ['Ordania', 3],
      ['Belmark', 3],
    ]);
    expect(encounter.rows.map(({ kind }) => kind)).toContain('both, different');
    expect([coverage, kept]).toEqual([null, null]);
  });

  it('a later wording among them counts to its side', async () => {
    const edited = theirs('2026-03-12T19:20+01:00', 'The sides discussed herring quotas. A date was set.', {
      corrects: 'theirs-2026-03-12T18:02+01:00',
    });
    const { encounter } = await alone({ texts: [a, b, edited] });
    expect(encounter.sides).toHaveLength(2);
    expect(encounter.clock.map(({ what, when }) => [what, when?.at.slice(11)])).toEqual([
      ['appears', '14:37'],
      ['appears', '18:02'],
      ['edited', '19:20'],
    ]);
  });

  it('are called what somebody calls them', async () => {
    const { encounter } = await alone({ texts: [a, b], names: ['Nord', 'Süd'] });
    expect(encounter.sides.map(({ name, basis }) => [name, basis])).toEqual([
      ['Nord', 'stated'],
      ['Süd', 'stated'],
    ]);
  });

  it('take decisions that are not kept', async () => {
    const { encounter, kept } = await alone({ texts: [a, b], pair: ['a3=b3'] });
    expect(kept).toBe(false);
    expect(encounter.rows.find(({ cells }) => cells[0]!.includes(3))!.decided).toEqual({ by: 'Jo', at: null });
  });

  const refusals: readonly [string, Partial<AccountsRequest>, RegExp][] = [
    ['a sentence that is not there', { pair: ['a9=b1'] }, /no sentence a9/],
    ['a side that is not there', { pair: ['c1=b1'] }, /no sentence c1/],
    ['half a pair', { pair: ['a1'] }, /one sentence only/],
    ['two of one side', { pair: ['a1=a2'] }, /of one side/],
    ['three at once', { unpair: ['a1=b1=b2'] }, /more than two/],
    ['nothing', { unpair: [''] }, /no sentence/],
    ['too many names', { names: ['x', 'y', 'z'] }, /3 sides are named/],
  ];
  it.each(refusals)('%s is refused in a sentence', async (_, request, message) => {
    await expect(alone({ texts: [a, b], ...request })).rejects.toMatchObject({
      code: 'bad-use',
      message: expect.stringMatching(message) as string,
    });
  });

  it('of one side are refused', async () => {
    const again = ours('2026-03-12T16:00+01:00', 'The sides discussed herring.', {
      corrects: 'ours-2026-03-12T14:37+01:00',
    });
    await expect(alone({ texts: [a, again] })).rejects.toMatchObject({ code: 'bad-use' });
    await expect(alone({ texts: [a] })).rejects.toMatchObject({ code: 'bad-use' });
    const seven = ['u', 'v', 'w', 'x', 'y', 'z', 'q'].map((name) =>
      file(`${name}.txt`, { body: `Office of ${name.toUpperCase()}land` }, `Talks were held in ${name.toUpperCase()}.`),
    );
    await expect(alone({ texts: seven })).rejects.toMatchObject({
      code: 'bad-use',
      message: expect.stringMatching(/too many/) as string,
    });
  });

  it('without text are refused', async () => {
    await expect(
      alone({ texts: [a, { bytes: new Uint8Array(), name: 'empty.txt', mediaType: null }] }),
    ).rejects.toMatchObject({ code: 'input-unreadable' });
  });
});

describe('texts held', () => {
  it('bring their earlier accounts of the same pair, newest first, and no others', async () => {
    await hold(ours('2026-01-10T10:00+01:00', 'The first talks.'));
    await hold(ours('2026-02-19T10:00+01:00', 'The second talks.'));
    await hold(
      file(
        'stranger.txt',
        { title: 'Elsewhere', body: 'Ministry of Ordania', side: 'Ordania', said: '2026-02-25' },
        'Anna Berg met the ambassador of Halvern.',
      ),
    );
    await hold(
      file(
        'speech.txt',
        { title: 'Speech', kind: 'statement', body: 'Ministry of Ordania', side: 'Ordania', said: '2026-02-26' },
        'Belmark knows our view.',
      ),
    );
    await hold(ours('2026-04-01T10:00+01:00', 'Later talks with Belmark.'));
    const a = await hold(ours('2026-03-12T14:37+01:00', 'The sides discussed herring quotas.'));
    const b = await hold(theirs('2026-03-12T18:02+01:00', 'The sides agreed herring quotas.'));
    const { encounter, coverage } = await compare({ texts: [{ held: a }, { held: b }] });
    expect(encounter.sides[0]!.previous).toMatchObject({ held: 2, account: { facts: { said: { at: '2026-02-19' } } } });
    expect(encounter.sides[1]!.previous).toBeNull();
    expect(coverage?.texts).toBe(7);
  });

  it('are compared in their newest wording, whatever was captured first, unless one is named', async () => {
    const address = { address: 'https://belmark.example/1' };
    const a = await hold(ours('2026-03-12T14:37+01:00', 'The sides discussed herring quotas.'));
    // The edited text came into the archive before the first one.
    const edited = await hold(theirs('2026-03-12T19:20+01:00', 'The sides discussed herring quotas.', address));
    const first = await hold(theirs('2026-03-12T18:02+01:00', 'The sides agreed herring quotas.', address));
    expect([edited, first]).toEqual(['d2v1', 'd2v2']);
    const newest = await compare({ texts: [{ held: a }, { held: 'd2' }] });
    expect(newest.encounter.sides[1]!.account.name).toBe('d2v1');
    expect(newest.encounter.clock.map(({ what, account }) => [what, account])).toEqual([
      ['appears', 'd1v1'],
      ['appears', 'd2v2'],
      ['edited', 'd2v1'],
    ]);
    const named = await compare({ texts: [{ held: a }, { held: 'd2v2' }] });
    expect(named.encounter.sides[1]!.account.name).toBe('d2v2');
  });

  it('bring their translations', async () => {
    const a = await hold(ours('2026-03-12T14:37+01:00', 'The sides discussed herring quotas.'));
    await hold(theirs('2026-03-12T18:02+01:00', 'Стороны обсудили квоты.', { language: 'ru', id: 'r' }));
    await hold(
      theirs('2026-03-12T20:00+01:00', 'The sides agreed herring quotas.', {
        kind: 'official translation',
        'translation-of': 'r',
      }),
    );
    const { encounter } = await compare({ texts: [{ held: a }, { held: 'd2' }] });
    // Both sides are compared in the language that they have in common.
    expect(encounter.sides[1]!.account.name).toBe('d3v1');
    expect(encounter.clock.map(({ what }) => what)).toContain('translated');
  });

  it('keep what people decide, with who and when', async () => {
    const a = await hold(
      ours('2026-03-12T14:37+01:00', 'The sides discussed herring quotas. The ferries were raised.'),
    );
    const b = await hold(theirs('2026-03-12T18:02+01:00', 'The sides agreed herring quotas. A date was set.'));
    const texts = [{ held: a }, { held: b }];
    const rowOf = async (n: number) =>
      (await compare({ texts })).encounter.rows.find(({ cells }) => cells[0]!.includes(n))!;
    expect((await rowOf(3)).kind).toBe('only A');
    expect((await compare({ texts, pair: ['a3=b3'], unpair: ['a2'] }, 'Kim')).kept).toBe(true);
    expect(await rowOf(3)).toMatchObject({ kind: 'both, different', decided: { by: 'Kim' } });
    expect((await rowOf(3)).decided!.at!.at).toMatch(/^\d{4}-/);
    expect((await rowOf(2)).kind).toBe('only A');
    await compare({ texts, unpair: ['a3'] });
    expect((await rowOf(3)).kind).toBe('only A');
    expect((await archive.log(3)).map(({ by, act }) => [by, act])).toEqual([
      ['Jo', 'apart'],
      ['Kim', 'paired'],
      ['Kim', 'apart'],
    ]);
  });

  it('carry a decision to another wording where the very sentence stands', async () => {
    const address = { address: 'https://belmark.example/1' };
    const a = await hold(ours('2026-03-12T14:37+01:00', 'The ferries were raised.'));
    await hold(theirs('2026-03-12T18:02+01:00', 'A date was set. Herring is food.', address));
    await compare({ texts: [{ held: a }, { held: 'd2' }], pair: ['a2=b2'] });
    await hold(theirs('2026-03-12T19:20+01:00', 'Herring was eaten. A date was set.', address));
    const { encounter } = await compare({ texts: [{ held: a }, { held: 'd2' }] });
    expect(encounter.sides[1]!.account.name).toBe('d2v2');
    expect(encounter.rows.find(({ cells }) => cells[0]!.includes(2))!.cells[1]).toEqual([3]);
    await hold(theirs('2026-03-12T21:00+01:00', 'Herring was eaten. No date was set.', address));
    const without = await compare({ texts: [{ held: a }, { held: 'd2' }] });
    expect(without.encounter.rows.find(({ cells }) => cells[0]!.includes(2))!.decided).toBeNull();
  });

  it('that are not held are said so', async () => {
    const a = await hold(ours('2026-03-12T14:37+01:00', 'The sides discussed herring quotas.'));
    await expect(compare({ texts: [{ held: a }, { held: 'd99' }] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stand beside a file; a decision on it is not kept', async () => {
    const a = await hold(
      ours('2026-03-12T14:37+01:00', 'The sides discussed herring quotas. The ferries were raised.'),
    );
    const b = theirs('2026-03-12T18:02+01:00', 'The sides agreed herring quotas. A date was set.');
    const { kept, encounter } = await compare({ texts: [{ held: a }, b], pair: ['a3=b3'] });
    expect(kept).toBe(false);
    expect(encounter.rows.find(({ cells }) => cells[0]!.includes(3))!.decided).toEqual({ by: 'Jo', at: null });
    expect(await archive.pairings(['d1'])).toEqual([]);
  });
});
