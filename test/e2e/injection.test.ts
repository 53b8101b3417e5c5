/**
 * Captured words that would command a terminal, a spreadsheet or a reader of Markdown: shown, never live, and as
 * evidence never altered.
 */
import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from './onrecord.js';

const ESCAPES = '\u001b[2J\u001b]0;owned\u0007\u001b]8;;http://canary.example\u001b\\go\u001b]8;;\u001b\\ \u009b31m';
const BIDI = 'invoice\u202efdp.exe \u2066x\u2069';
const FORMULAS = ['=HYPERLINK("http://canary.example","go")', '+cmd|calc', '-2+3', '@SUM(1)', '\t=1+1'];
const WORDS = 'the ferry to Lorn sails on every day of the week';

describe('words that command', () => {
  const desk = new Desk();
  beforeAll(async () => {
    desk.write({
      'in/escapes.txt': `title: Notice ${ESCAPES} end\nlanguage: en\n\nHere ${WORDS}. ${ESCAPES} ${BIDI}\n`,
      ...Object.fromEntries(
        FORMULAS.map((formula, i) => [
          `in/formula-${i}.json`,
          JSON.stringify({
            title: formula,
            speaker: formula,
            source: formula,
            language: 'en',
            date: `2031-07-0${i + 1}`,
            text: `${formula} said it: ${WORDS}.`,
          }),
        ]),
      ),
    });
    expect((await desk.run(['add', 'in', '--quiet'])).code).toBeLessThan(2);
  });
  afterAll(() => desk.clear());

  it.each([['list'], ['search', 'ferry'], ['show', 'd1'], ['status'], ['formula', WORDS]])(
    'are shown and not obeyed by %s %s',
    async (...args) => {
      const { out, err } = await desk.run(args.filter((arg) => arg !== undefined));
      // oxlint-disable-next-line no-control-regex
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    },
  );
  it('begin no cell of a table', async () => {
    const { code, err } = await desk.run(['formula', WORDS, '--csv', 'uses.csv']);
    expect(err).toBe('');
    expect(code).toBeLessThan(2);
    const { data } = Papa.parse<string[]>(readFileSync(desk.path('uses.csv'), 'utf8').trim());
    expect(data.length).toBeGreaterThan(FORMULAS.length);
    const cells = data.flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell))).toEqual([]);
    for (const formula of FORMULAS) expect(cells.some((cell) => cell.includes(formula.trim()))).toBe(true);
  });
  it('are kept to the byte', async () => {
    const { documents } = (await desk.json(['list'])) as { documents: { reference: string; title: string }[] };
    const titles = documents.map(({ title }) => title);
    for (const formula of FORMULAS) expect(titles).toContain(formula.trim());
    const held = await desk.run(['export', '--warc', 'all.warc']);
    expect(held.code).toBe(0);
    expect(await desk.json(['verify'])).toMatchObject({ ok: true });
  });
});
