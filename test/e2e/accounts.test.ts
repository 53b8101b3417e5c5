/** `onrecord accounts` from the outside: two files, two texts held, a person's decisions, and what goes wrong. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultIn } from '#wire/index.js';
import { root } from '../architecture/sources.js';
import { Desk } from './onrecord.js';

const documents = join(root, 'casefile/documents');
const OURS = join(documents, '2026-03-12-readout-ordania.html');
const THEIRS = join(documents, '2026-03-12-readout-belmark.txt');
const EDITED = join(documents, '2026-03-12-readout-belmark-edited.txt');

const desk = new Desk();
afterAll(() => desk.clear());

describe('two files and no archive', () => {
  it('are put side by side in the terminal', async () => {
    const { code, out, err } = await desk.run(['accounts', OURS, THEIRS, EDITED]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('Ordania – Belmark, 12 March 2026');
    expect(out).toContain('not mentioned');
    expect(out).toMatch(/19:20 +Belmark +edited +1 difference “agreed” → “discussed”/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(existsSync(desk.path('archive'))).toBe(false);
  });
  it('make a page and JSON of the shape that is documented', async () => {
    const { out } = await desk.run(['accounts', OURS, THEIRS, '--page', 'meeting.html']);
    expect(out).toContain('The page is in meeting.html.');
    expect(readFileSync(desk.path('meeting.html'), 'utf8')).toContain(
      '<h1 dir="auto">Ordania – Belmark, 12 March 2026</h1>',
    );
    const json = await desk.json(['accounts', OURS, THEIRS]);
    expect(faultIn('accounts-1', json)).toBeNull();
    expect(json).toMatchObject({ schema: 'onrecord/accounts/1', coverage: null });
  });
  it('take a pair for once, and say that it is not kept', async () => {
    const { out } = await desk.run(['accounts', OURS, THEIRS, '--pair', 'a10=b4', '--by', 'Jo']);
    expect(out).toContain('paired by Jo, not kept');
    expect(out).toContain('Your decisions count here only');
  });
  it('are called what --side says', async () => {
    const { out } = await desk.run(['accounts', OURS, THEIRS, '--side', 'Nord', '--side', 'Süd']);
    expect(out).toContain('Nord – Süd, 12 March 2026');
  });
});

describe('texts held', () => {
  const archive = ['--archive', 'held'];
  beforeAll(async () => {
    const { code } = await desk.run(['add', documents, '--quiet', ...archive]);
    expect(code).toBeLessThan(2);
    await desk.run(['people', 'import', join(root, 'casefile/people.json'), ...archive]);
  });
  const ours = 'https://mfa.ordania.example/en/press/readouts/2026/0312';
  const theirs = 'https://foreign-office.belmark.example/readouts/port-sable-12-march';

  it('are named by address, with the time before and what earlier accounts carry', async () => {
    const { code, out } = await desk.run(['accounts', ours, theirs, ...archive]);
    expect(code).toBe(1);
    expect(out).toMatch(/length in words \d+ : \d+ \(last time \d+ : \d+\)/);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'absent; present in its accounts of 19 February 2026 and 3 February 2026',
    );
  });
  it('keep what a person decides', async () => {
    await desk.run(['accounts', ours, theirs, '--pair', 'a10=b4', '--by', 'Jo', ...archive]);
    const { out } = await desk.run(['accounts', ours, theirs, ...archive]);
    expect(out).toMatch(/paired by Jo, \d+ \w+ \d{4}/);
    await desk.run(['accounts', ours, theirs, '--unpair', 'a10', '--by', 'Kim', ...archive]);
    expect((await desk.run(['accounts', ours, theirs, ...archive])).out).toMatch(/set apart by Kim/);
    expect((await desk.run(['status', ...archive])).out).toContain('Kim: apart');
  });
  it('stand beside files that are not held, with what the archive knows', async () => {
    const { out } = await desk.run(['accounts', OURS, THEIRS, ...archive]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('present in its accounts of 19 February 2026');
  });
});

describe('what goes wrong is said in a sentence', () => {
  const rows: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ['a file that is not there, and no archive', ['accounts', OURS, 'nowhere.txt'], 2, /There is no file nowhere\.txt/],
    ['an archive that is not there', ['accounts', OURS, 'd1', '--archive', 'none'], 3, /There is no archive/],
    [
      'a named archive that is not there, and two files',
      ['accounts', OURS, THEIRS, '--archive', 'none'],
      3,
      /no archive/,
    ],
    ['the same of a comparison', ['compare', OURS, THEIRS, '--archive', 'none'], 3, /no archive/],
    ['one side only', ['accounts', THEIRS, EDITED], 2, /all of one side/],
    ['the same text twice', ['accounts', OURS, OURS], 2, /all of one side/],
    ['a sentence that is not there', ['accounts', OURS, THEIRS, '--pair', 'a99=b1'], 2, /There is no sentence a99/],
    ['no second text', ['accounts', OURS], 2, /missing required argument|[Mm]issing/],
  ];
  it.each(rows)('%s', async (_, args, code, message) => {
    const ran = await desk.run(args);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toMatch(/\bat .*\.js:\d/);
  });
});
