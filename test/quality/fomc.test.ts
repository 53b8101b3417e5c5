/**
 * Ages on a real series: 160 statements of the Federal Open Market Committee, 1994 to 2016, all held, each aged against
 * the earlier ones. Dates are held against brute force, pairs against labels that were written by eye before the
 * matching was.
 */
import { loadavg } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '#archive/index.js';
import { extract } from '#extract/index.js';
import { AgeDesk, ageText, type TextAge } from '#jobs/index.js';
import { headed, holding } from '../jobs/holding.js';
import { datesByBruteForce, lettersOf, readLabels, readStatements } from './fomc-statements.js';

const statements = readStatements();
/** Seconds that a whole series may take: two on a machine that does nothing else, which a test cannot ask for. */
const SECONDS = 6;

describe.skipIf(statements.length === 0)('a series of 160 statements (needs ../shared/data)', () => {
  let archive: Archive;
  const aged = new Map<string, TextAge>();
  let seconds = 0;

  beforeAll(async () => {
    archive = await holding(
      statements.map(({ day, text }) =>
        headed({ title: `FOMC statement of ${day}`, body: 'Federal Open Market Committee', said: day }, text),
      ),
    );
    const round = async (plain: boolean): Promise<void> => {
      const desk = new AgeDesk();
      for (const [i, { file }] of statements.entries())
        aged.set(file, await ageText({ text: { held: `d${i + 1}` }, plain }, { archive, extract, desk }));
    };
    await round(true);
    const began = process.cpuUsage();
    await round(true);
    const { user, system } = process.cpuUsage(began);
    seconds = (user + system) / 1e6;
  }, 600_000);

  afterAll(() => archive.close());

  it('every sentence that repeats an earlier one to the word has the day of the first', () => {
    const wrong: string[] = [];
    let repeated = 0;
    const dated = datesByBruteForce(statements);
    for (const { file, letters, first } of dated) {
      if (first === null) continue;
      repeated++;
      const own = aged.get(file)!.sentences.find(({ text }) => lettersOf(text) === letters);
      const day = (own?.first?.said ?? own?.first?.published)?.at.slice(0, 10);
      if (own?.nearest !== null && own?.wording === 'altered in words') wrong.push(`${file}: changed: ${letters}`);
      else if (day !== first) wrong.push(`${file}: ${day ?? 'not found'}, not ${first}: ${letters}`);
    }
    console.log(
      `${dated.length} sentences, ${repeated} repeat an earlier one to the word, ${wrong.length} dated wrongly`,
    );
    expect(repeated).toBeGreaterThan(750);
    expect(wrong).toEqual([]);
  });

  it('pairs changed sentences with what they were made from', () => {
    const labels = readLabels();
    const texts = new Map(statements.map(({ file, text }) => [file, text]));
    const at = ([file, start, end]: readonly [string, number, number]): string =>
      lettersOf(texts.get(file)!.slice(start, end));
    // A label of three lines with a link is cut in two by the program: its longest part stands for it.
    const within = (a: string, b: string): boolean => a.includes(b) || b.includes(a);
    const nearestOf = (place: readonly [string, number, number]): string | null | undefined => {
      const [own] = aged
        .get(place[0])!
        .sentences.filter(({ text }) => within(lettersOf(text), at(place)))
        .toSorted((a, b) => b.text.length - a.text.length);
      return own && (own.nearest ? lettersOf(own.nearest.text) : null);
    };
    let [right, missed, wrongly] = [0, 0, 0];
    const examples: string[] = [];
    for (const { later, earlier } of labels.pairs) {
      const nearest = nearestOf(later);
      expect(nearest, `the sentence at ${later.join(' ')} was cut otherwise`).not.toBeUndefined();
      if (nearest && earlier.some((one) => within(at(one), nearest))) {
        right++;
        continue;
      }
      missed++;
      if (nearest) wrongly++;
      examples.push(`${later.join(' ')}: ${nearest ?? 'nothing'}, not ${earlier.map(at).join(' / ')}`);
    }
    for (const place of labels.new) {
      const nearest = nearestOf(place);
      expect(nearest, `the sentence at ${place.join(' ')} was cut otherwise`).not.toBeUndefined();
      if (!nearest) continue;
      wrongly++;
      examples.push(`${place.join(' ')}: new: ${at(place)} << ${nearest}`);
    }
    const f1 = (2 * right) / (2 * right + missed + wrongly);
    console.log(
      `${labels.pairs.length} pairs and ${labels.new.length} new sentences: ${right} right, ${missed} missed, ` +
        `${wrongly} wrongly paired; F1 ${f1.toFixed(3)}\n${examples.join('\n')}`,
    );
    expect(labels.pairs.length).toBeGreaterThanOrEqual(150);
    expect(f1).toBeGreaterThanOrEqual(0.95);
  });

  it(`takes less than ${SECONDS} s of the processor for all of it`, () => {
    console.log(`${seconds.toFixed(2)} s, load of the machine ${loadavg()[0]!.toFixed(1)}`);
    expect(seconds).toBeLessThan(SECONDS);
  });
});
