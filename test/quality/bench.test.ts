/**
 * The bench in its short form: every part runs, what it measures has the shape that the table is made of, and its
 * oracles find out answers that are wrong. No time is judged.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stateOf, targetRows } from '../../bench/targets.js';
import { projectRoot } from '../../bench/pm-transcripts.js';

interface Counted {
  readonly class: string;
  readonly count: number;
}

describe('the bench in its short form', () => {
  let report: {
    readonly build: Record<string, number>;
    readonly find: readonly (Counted & { readonly found: number })[];
    readonly age: { readonly runs: number };
    readonly rate: Record<string, number>;
    readonly repeats: { readonly runs: number };
    readonly oracle: readonly (Counted & { readonly agreed: number })[];
    readonly cold: { readonly right: number };
    readonly server: { readonly ms: { readonly runs: number } };
    readonly adding: Record<'added' | 'found' | 'kills' | 'survived', number>;
    readonly judgedRate: { readonly perSecond: number };
    readonly judged: {
      readonly classes: readonly (Counted & { readonly got: Record<string, number>; readonly placed: number })[];
    };
    readonly languages: Record<'changed' | 'flagged' | 'falseExact' | 'unchanged' | 'exact', number>;
    readonly peers: readonly { readonly name: string; readonly found?: number; readonly asked?: number }[];
    readonly wrong: Record<string, number>;
  };

  beforeAll(() => {
    const order = [join(projectRoot(), 'scripts', 'bench.mjs'), 'smoke'];
    const done = spawnSync(process.execPath, order, { encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (done.status !== 0) throw new Error(`The bench ended with ${done.status}: ${done.stderr}`);
    report = JSON.parse(done.stdout.trim().split('\n').at(-1)!) as typeof report;
  }, 240_000);

  it('builds an index and says what it takes', () => {
    expect(report.build).toMatchObject({ sentences: 3000, texts: 50, segments: 1 });
    expect(report.build['words']).toBeGreaterThan(50_000);
    expect(report.build['bytesPerWordInMemory']).toBeGreaterThan(8);
  });

  it('finds every quotation of every class in so small an archive', () => {
    expect(report.find.map((one) => one.class)).toContain('stitched');
    for (const { class: name, count, found } of report.find) expect([name, found]).toEqual([name, count]);
    expect(report.find.every(({ count }) => count > 0)).toBe(true);
    expect(report.rate['alignedWithinTheirEdits']).toBe(1);
  });

  it('agrees with every oracle', () => {
    expect(report.oracle.length).toBe(8);
    for (const { class: name, count, agreed } of report.oracle) expect([name, agreed]).toEqual([name, count]);
  });

  it('finds repeats, and the age of a text', () => {
    expect(report.repeats.runs).toBeGreaterThan(0);
    expect(report.age.runs).toBe(3);
  });

  it('asks an archive on disk by program, by HTTP and by many processes', () => {
    expect(report.cold.right).toBe(1);
    expect(report.server.ms.runs).toBe(5);
    expect(report.judgedRate.perSecond).toBeGreaterThan(0);
    expect(report.adding).toMatchObject({ added: 3, found: 3, kills: 1, survived: 1 });
  });

  it('judges generated quotations as they were made', () => {
    const wording = {
      exact: 'exact',
      altered: 'altered in words',
      abridged: 'exact with marked edits',
      'not held': 'not held',
    };
    expect(report.judged.classes.length).toBe(5);
    for (const { class: name, count, got, placed } of report.judged.classes) {
      const wanted = wording[name as keyof typeof wording];
      if (wanted !== undefined) expect([name, got[wanted] ?? 0]).toEqual([name, count]);
      if (name === 'abridged' || name === 'stitched') expect(placed).toBe(count);
      if (name !== 'exact') expect(got['exact'] ?? 0).toBe(0);
    }
  });

  it('flags what was changed in a language, and calls none of it exact', () => {
    expect(report.languages.changed).toBe(120);
    expect(report.languages.flagged).toBe(120);
    expect(report.languages.falseExact).toBe(0);
    expect(report.languages.exact).toBe(report.languages.unchanged);
  });

  it('runs a peer in the same job', () => {
    const fts = report.peers.find(({ name }) => name.startsWith('SQLite FTS5, six'))!;
    expect(fts.found).toBeGreaterThan(0.8 * fts.asked!);
  });

  it('finds out answers that are wrong', () => {
    expect(report.wrong).toEqual({
      oracleAgreed: 0,
      foundInNothing: 0,
      verbatimCalledHeld: 20,
      verbatim: 20,
      halfAQuotationPlaced: 0,
      calledExact: 10,
      languagesFlagged: 0,
      languagesFalseExact: 60,
      languagesChanged: 60,
    });
  });
});

describe('the table of targets', () => {
  it.each([
    ['met', [{ value: 0.1, most: 0.15 }]],
    ['within twice', [{ value: 0.3, most: 0.15 }]],
    ['missed', [{ value: 0.31, most: 0.15 }]],
    ['met', [{ value: 0.999, least: 0.999 }]],
    ['within twice', [{ value: 0.998, least: 0.999 }]],
    ['missed', [{ value: 0.997, least: 0.999 }]],
    ['within twice', [{ value: 4000, least: 8000 }]],
    [
      'missed',
      [
        { value: 3999, least: 8000 },
        { value: 1, most: 2 },
      ],
    ],
    ['missed', [{ value: 1, most: 0 }]],
  ] as const)('%s', (state, figures) => {
    expect(stateOf(figures)).toBe(state);
  });

  it('has every target from T1 to T17, whatever was measured', () => {
    const named = new Set(targetRows().map(({ target }) => target));
    expect([...named]).toEqual(Array.from({ length: 17 }, (_, i) => `T${i + 1}`));
  });
});
