/** A formula through time as a view: what it came back after, its chart, and the ways from its page to the sentences. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '#archive/index.js';
import { traceFormula } from '#jobs/index.js';
import { drawFormulaPage, drawFormulaTerminal, viewFormula } from '#report/index.js';
import { FORMULA_STYLE, FORMULA_STYLE_DIGEST } from '../../src/report/formula-style.js';
import { headed, holding } from '../jobs/holding.js';

const said = (day: string, words: string): string =>
  headed({ published: day, title: `Of ${day}`, body: 'Ministry' }, words);
const WORDS = 'a locked gate opens from both sides';

describe('a formula that fell silent and came back', () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await holding([
      said('2021-03-01', `We say that ${WORDS}.`),
      said('2021-04-01', `Again, ${WORDS} at sea.`),
      said('2022-05-05', 'The harbour was quiet, and nobody spoke of it.'),
      said('2024-06-01', `Somebody remembered that ${WORDS} now.`),
      said('2024-06-20', `As was said, ${WORDS} today.`),
    ]);
  });
  afterAll(() => archive.close());

  const view = async () =>
    viewFormula(
      await traceFormula({ phrase: WORDS, filter: {}, sort: 'date', exact: true, language: 'en' }, { archive }),
      100,
    );

  it('says so, with the text in which it did', async () => {
    const { facts } = await view();
    const named = Object.fromEntries(facts.map(({ name, words, reference }) => [name, [words, reference]]));
    expect(named['longest silence']?.[0]).toMatch(/from 1 April 2021 to 1 June 2024 \(1 text held from between\)/);
    expect(named['came back']).toEqual(['1 June 2024 · Of 2024-06-01 · Ministry', 'd4']);
    expect(drawFormulaTerminal(await view(), { colour: false, width: 80 })).toContain('came back');
  });

  it('leads from each bar to the sentences, and from each sentence into its text', async () => {
    const page = drawFormulaPage(await view(), {}, { asked: { phrase: WORDS } });
    const bars = [...page.matchAll(/<a href="#(in-[\d-]+)" aria-label/g)].map(([, id]) => id);
    expect(bars.length).toBeGreaterThan(1);
    for (const id of bars) expect(page).toContain(`<tr id="${id}">`);
    expect(page.match(/href="\/texts\/d\d+v1\?at=\d+-\d+#lit"/g)?.length).toBe(4);
    expect(page).toMatch(/sort=left#concordance/);
    // A page that is kept as a file has no server to ask.
    expect(drawFormulaPage(await view())).not.toContain('href="/');
  });

  it('brings the style of its page by its digest', () => {
    const digest = `sha256-${createHash('sha256').update(FORMULA_STYLE).digest('base64')}`;
    expect(FORMULA_STYLE_DIGEST, 'FORMULA_STYLE_DIGEST must be this').toBe(digest);
  });

  it('numbers the bars by what their height shows', async () => {
    expect(drawFormulaPage(await view())).toMatch(/text-anchor="middle">100%<\/text>/);
  });
});
