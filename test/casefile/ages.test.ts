/**
 * The series of the case file as a golden test: statements in which one word changes at a time, bulletins with other
 * figures. ages.json says what a careful reader calls each sentence; `UPDATE_AGES=1 npx vitest run test/casefile`
 * writes it anew, to be read against the texts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTransient } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { applyChanges } from '#collate/index.js';
import { extract } from '#extract/index.js';
import {
  type TextAge,
  ageText,
  formulaTable,
  importFiles,
  importPeople,
  traceFormula,
  traceQuoted,
  traceSayings,
} from '#jobs/index.js';
import {
  displayWidth,
  drawAgePage,
  drawAgeTerminal,
  drawFormulaPage,
  drawFormulaTerminal,
  drawQuotedPage,
  drawQuotedTerminal,
  drawSayingsPage,
  drawSayingsTerminal,
  viewAge,
  viewFormula,
  viewQuoted,
  viewSayings,
} from '#report/index.js';
import { encodeAge, encodeFormula, encodeQuoted, encodeSayings, faultIn } from '#wire/index.js';
import { filesOn } from '../../src/main/files.js';
import { root } from '../architecture/sources.js';

const FILE = join(root, 'test/casefile/ages.json');
const update = process.env['UPDATE_AGES'] === '1' && !process.env['CI'];

interface Expected {
  readonly id: string;
  /** Age, how often before, whether only figures differ, and the sentence. */
  readonly sentences: readonly (readonly [age: string, times: number, figure: boolean, text: string])[];
  /** What the series always had and this text lacks. */
  readonly absent: readonly string[];
  readonly previous: string | null;
}

const expected = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Expected[];

let archive: Archive;
beforeAll(async () => {
  archive = await openTransient();
  const files = filesOn(process.stdin, { home: root });
  const clock = () => ({ at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' }) as const;
  const { stop } = await importFiles({ paths: [join(root, 'casefile/documents')] }, { archive, files, clock, extract });
  expect(stop).toBeNull();
  await importPeople({ path: join(root, 'casefile/people.json'), by: 'test' }, { archive, files });
});
afterAll(() => archive.close());

const ageOf = (id: string): Promise<TextAge> => ageText({ text: { held: id } }, { archive, extract });

async function found(id: string): Promise<Expected> {
  const { sentences, absent, series } = await ageOf(id);
  const previous = series && (await archive.document(series.previous.reference));
  return {
    id,
    sentences: sentences.map(({ age, times, otherFigure, text }) => [age, times, otherFigure, text]),
    absent: absent.map(({ text, missing }) => missing.map(({ start, end }) => text.slice(start, end)).join(' ')),
    previous: previous?.title ?? null,
  };
}

describe('the age of every sentence of a series', () => {
  it.runIf(update)('is written anew', async () => {
    const all: Expected[] = [];
    for (const { id } of expected) all.push(await found(id));
    writeFileSync(FILE, `${JSON.stringify(all, null, 1)}\n`);
  });

  it.each(expected)('$id', async (wanted) => {
    expect(await found(wanted.id)).toEqual(wanted);
  });

  it('leads by its changes from each sentence to the nearest and the most usual wording', async () => {
    let led = 0;
    for (const { id } of expected)
      for (const { text, nearest, usual } of (await ageOf(id)).sentences)
        for (const earlier of [nearest, usual])
          if (earlier) {
            expect(applyChanges(text, earlier.changes)).toBe(earlier.text);
            led++;
          }
    expect(led).toBeGreaterThan(20);
  });

  it.each(expected)('$id: JSON by its schema, a page without script, a terminal of 80 columns', async ({ id }) => {
    const aged = await ageOf(id);
    expect(faultIn('age-1', JSON.parse(JSON.stringify(encodeAge(aged))))).toBeNull();
    const view = viewAge(aged);
    expect(drawAgePage(view)).not.toMatch(/<script|\son\w+=|style="/);
    for (const line of drawAgeTerminal(view, { width: 80 }).split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(80);
    for (const line of drawAgeTerminal(view, { width: 60 }).split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(60);
  });
});

describe('a formula through time', () => {
  it('respect for territorial waters: uses, longer formulas, silence, carriers', async () => {
    const traced = await traceFormula({ phrase: 'respect for territorial waters' }, { archive });
    expect(traced).toMatchObject({ places: 9, texts: 9, alone: 0, first: { document: 'd1' } });
    // Every place is part of one longer formula and counted there alone.
    expect(traced.longer.reduce((sum, { places }) => sum + places, 0)).toBe(9);
    expect(traced.silence).toMatchObject({ from: '2021-06-04', to: '2023-09-19', days: 837 });
    expect(traced.bodies.map(({ name, texts }) => [name, texts])).toEqual([
      ['Ministry of Foreign Affairs of Ordania', 8],
      ['Foreign Ministry of Halvern', 1],
    ]);
    expect(traced.speakers.find(({ name }) => name === 'Teodora Lisk')).toMatchObject({
      texts: 1,
      first: { document: 'd2' },
    });
    expect(traced.timeline.periods.map(({ period, texts }) => [period, texts])).toEqual([
      ['2021', 1],
      ['2022', 0],
      ['2023', 1],
      ['2024', 0],
      ['2025', 2],
      ['2026', 5],
    ]);
  });

  it('lays the variations of a formula under it, each place counted once', async () => {
    const traced = await traceFormula(
      { phrase: 'Belmark is ready to reopen the gates as soon as independent inspectors are present' },
      { archive },
    );
    expect(traced.readings.map(({ text, texts }) => [text, texts])).toEqual(
      [
        ['Belmark is ready to reopen the gates as soon as independent inspectors are present', 3],
        ['Belmark is fully ready to reopen the gates as soon as independent inspectors are present', 2],
        expect.anything(),
        expect.anything(),
      ].slice(0, traced.readings.length),
    );
    expect(traced.places).toBe(traced.readings.reduce((sum, { places }) => sum + places, 0));
    const spans = traced.rows.map(({ held }) => `${held.version} ${held.start}`);
    expect(new Set(spans).size).toBe(spans.length);
    const { columns, rows } = traced.apparatus;
    for (const row of rows) expect(row.length).toBe(columns.length);
    const fully = rows[1]!.findIndex((cell) => cell?.text === 'fully');
    expect(columns[fully]).toEqual({ kind: 'insert', text: '' });
  });

  it.each(['left', 'right', 'speaker'] as const)('sorts by %s', async (sort) => {
    const traced = await traceFormula({ phrase: 'the northern terminal', sort }, { archive });
    const keys = traced.rows.map(({ before, after, held }) =>
      sort === 'left'
        ? (/([\p{L}\p{N}’'-]+)\P{L}*$/u.exec(before)?.[1] ?? '')
        : sort === 'right'
          ? (/[\p{L}\p{N}’'-]+/u.exec(after)?.[0] ?? '')
          : (held.speaker ?? held.body ?? '~'),
    );
    const first = keys.map((key) =>
      key
        .toLowerCase()
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}].*$/u, ''),
    );
    expect(first).toEqual(first.toSorted(new Intl.Collator('en', { sensitivity: 'base' }).compare));
  });

  it('with a speaker: only what that speaker says', async () => {
    const traced = await traceFormula({ phrase: 'the northern terminal', filter: { speaker: 'Varga' } }, { archive });
    expect(traced.rows.length).toBeGreaterThan(0);
    expect(traced.rows.filter(({ held }) => !/varga/i.test(held.speaker ?? ''))).toEqual([]);
  });

  it('is a table with a dictionary of its columns', async () => {
    const traced = await traceFormula({ phrase: 'serious concern' }, { archive });
    const { csv, dictionary } = formulaTable(traced, 'uses.csv');
    const lines = csv.trimEnd().split('\r\n');
    const { tableSchema, url } = JSON.parse(dictionary) as {
      url: string;
      tableSchema: { columns: { name: string; 'dc:description': string }[] };
    };
    expect(url).toBe('uses.csv');
    expect(lines[0]).toBe(tableSchema.columns.map(({ name }) => name).join(','));
    expect(lines.length).toBe(traced.rows.length + 1);
    expect(tableSchema.columns.filter((column) => column['dc:description'] === '')).toEqual([]);
  });

  it('refuses what has no words and what nothing is sorted by', async () => {
    await expect(traceFormula({ phrase: '…' }, { archive })).rejects.toMatchObject({ code: 'bad-use' });
    await expect(traceFormula({ phrase: 'gates', sort: 'length' as 'date' }, { archive })).rejects.toMatchObject({
      code: 'bad-use',
    });
  });

  it.each([
    'respect for territorial waters',
    'no such words at all here',
    'without consultation',
    'на основе взаимного уважения',
    'Belmark is ready to reopen the gates as soon as independent inspectors are present',
  ])('%s: JSON, page, terminal', async (phrase) => {
    const traced = await traceFormula({ phrase }, { archive });
    expect(faultIn('formula-1', JSON.parse(JSON.stringify(encodeFormula(traced))))).toBeNull();
    const view = viewFormula(traced, 30);
    expect(drawFormulaPage(view)).not.toMatch(/<script|\son\w+=|style="/);
    for (const width of [60, 80, 120])
      for (const line of drawFormulaTerminal(view, { width }).split('\n'))
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });
});

describe('sayings', () => {
  it('puts every version of a quotation under the primary source', async () => {
    const { sayings } = await traceSayings(
      {
        words:
          'we could accept inspectors at the northern terminal before the end of March, if the gates are opened first',
      },
      { archive },
    );
    const [saying] = sayings;
    const lemma = saying!.witnesses[saying!.lemma!]!;
    expect(lemma.held).toMatchObject({ kind: 'corrected transcript', speaker: 'Foreign Minister Varga' });
    expect(saying!.witnesses.map(({ held, quoted, partial }) => [held.kind, quoted, partial])).toEqual([
      ['captions', false, false],
      ['corrected transcript', false, false],
      ['official report', false, true],
      ['rush draft', false, false],
      ['press report', true, false],
    ]);
    // The captions mis-hear; the official record leaves the condition out.
    expect(saying!.readings.map(({ partial, same, texts }) => ({ partial, same, texts }))).toEqual([
      { partial: false, same: true, texts: 3 },
      { partial: false, same: false, texts: 1 },
      { partial: true, same: false, texts: 1 },
    ]);
  });

  it('finds the versions of words that nobody said so', async () => {
    const { sayings } = await traceSayings(
      { words: 'we will accept inspectors at the northern terminal before the end of March' },
      { archive },
    );
    expect(
      sayings[0]!.witnesses.filter(({ partial }) => !partial).every(({ text }) => /could accept/i.test(text)),
    ).toBe(true);
    expect(sayings[0]!.lemma).not.toBeNull();
  });

  it('says so where no primary source is held', async () => {
    const { sayings } = await traceSayings({ words: 'a silence of some quality' }, { archive });
    expect(sayings[0]).toMatchObject({ lemma: null });
    expect(sayings[0]!.witnesses.length).toBe(1);
  });

  it('takes the quotations of a text one by one', async () => {
    const analysis = await archive.document('2026-03-13-courier-analysis');
    const { document, sayings } = await traceSayings({ document: analysis!.reference }, { archive });
    expect(document?.reference).toBe(analysis!.reference);
    expect(sayings.length).toBeGreaterThan(5);
    for (const { witnesses } of sayings)
      expect(witnesses.some(({ held }) => held.document === analysis!.reference)).toBe(true);
  });

  it('shows how much of a text was quoted, and by whom', async () => {
    const quoted = await traceQuoted({ document: '2026-03-12-press-conference-record' }, { archive });
    const by = (words: string): readonly string[] => {
      const at = quoted.text.indexOf(words);
      expect(at).toBeGreaterThan(0);
      const run = quoted.runs.find(({ start, end }) => start <= at && at + words.length <= end);
      return (run?.by ?? []).map((n) => quoted.quoters[n]!.held.title);
    };
    expect(by('a matter of weeks, not months')).toEqual([
      'Ordania, Belmark ministers meet, differ over who moves first',
    ]);
    expect(by('the gates will be open on Tuesday')).toHaveLength(2);
    expect(by('Thank you, Jens. Good morning')).toEqual([]);
  });

  it.each(['we could accept inspectors', 'Niemand hat hier das letzte Wort', 'no such words at all here'])(
    '%s: JSON, page, terminal',
    async (words) => {
      const traced = await traceSayings({ words }, { archive });
      expect(faultIn('sayings-1', JSON.parse(JSON.stringify(encodeSayings(traced))))).toBeNull();
      const view = viewSayings(traced);
      expect(drawSayingsPage(view)).not.toMatch(/<script|\son\w+=|style="/);
      for (const width of [60, 80])
        for (const line of drawSayingsTerminal(view, { width }).split('\n'))
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
    },
  );

  it('a quoted text: JSON, page, terminal', async () => {
    const quoted = await traceQuoted({ document: '2026-03-12-press-conference-record' }, { archive });
    expect(faultIn('quoted-1', JSON.parse(JSON.stringify(encodeQuoted(quoted))))).toBeNull();
    const view = viewQuoted(quoted);
    expect(drawQuotedPage(view)).not.toMatch(/<script|\son\w+=|style="/);
    for (const line of drawQuotedTerminal(view, { width: 80 }).split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it('refuses what is no saying and what is not held', async () => {
    await expect(traceSayings({ words: 'gates' }, { archive })).rejects.toMatchObject({ code: 'bad-use' });
    await expect(traceSayings({ document: 'd999' }, { archive })).rejects.toMatchObject({ code: 'not-found' });
    await expect(traceQuoted({ document: 'd999' }, { archive })).rejects.toMatchObject({ code: 'not-found' });
  });
});
