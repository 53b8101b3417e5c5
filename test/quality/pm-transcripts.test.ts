/**
 * Real quotations, real sources: thousands of transcripts of Australian prime ministers, over two thousand quotations
 * cut from them, altered in known ways, put into drafts and checked as an editor would check them. The whole runs by
 * `npm run bench -- quality`; here as many texts as a test may take.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLASS_NAMES } from '../../bench/classes.js';
import { type ClassResult, confusion, type Graded, tables, tally } from '../../bench/grade.js';
import { ARCHIVE } from '../../bench/pm-transcripts.js';
import { runTrial, type TrialOutcome } from '../../bench/trial.js';

const TEXTS = 4000;
const QUOTATIONS = 2200;
/** A class may be this wrong; those of fewer than twenty cases are not judged by a share. */
const RIGHT = 0.95;

describe.skipIf(!existsSync(ARCHIVE))('quotations from real transcripts (needs ../shared/data)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-quality-'));
  let outcome: TrialOutcome;
  let results: readonly ClassResult[];
  const of = (name: string): readonly Graded[] => outcome.graded.filter((one) => one.case.class.startsWith(name));
  const share = (list: readonly Graded[], good: (one: Graded) => boolean): number =>
    list.filter(good).length / list.length;

  beforeAll(async () => {
    outcome = await runTrial({
      transcripts: ARCHIVE,
      texts: TEXTS,
      apart: 300,
      quotations: QUOTATIONS,
      draftSize: 30,
      seed: 20_250_710,
      folder,
      say: () => {},
    });
    results = tally(outcome.graded);
    console.log(tables(results, confusion(outcome.graded)));
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes in every text', () => {
    expect(outcome.imported.stop).toBe(null);
    expect(outcome.imported.rows.filter((row) => row.outcome === 'refused')).toEqual([]);
    expect(outcome.imported.rows.length).toBeGreaterThan(TEXTS);
  });

  it('makes more than two thousand quotations, of every class', () => {
    expect(outcome.graded.length).toBeGreaterThanOrEqual(2000);
    expect(results.map((one) => one.class)).toEqual(CLASS_NAMES);
  });

  it('never calls a changed quotation exact', () => {
    expect(outcome.graded.filter((one) => one.falseExact).map((one) => one.case.pieces.join(' // '))).toEqual([]);
  });

  it('calls at least 99 of 100 exact quotations exact', () => {
    expect(share(of('exact: '), ({ check }) => check?.wording === 'exact')).toBeGreaterThanOrEqual(0.99);
  });

  it.each(CLASS_NAMES)('%s: at least 95 of 100 right', (name) => {
    const one = results.find((result) => result.class === name)!;
    expect(one.right / one.count).toBeGreaterThanOrEqual(RIGHT);
  });

  it.each(['number changed', 'negation dropped', 'negation added', 'modal changed'])(
    '%s: at least 99 of 100 flagged',
    (name) => {
      expect(
        share(of(name), ({ check, faults }) => check !== null && !faults.includes('attention')),
      ).toBeGreaterThanOrEqual(0.99);
    },
  );

  it('answers not held for what is not held, if it is long enough to be told from chance', () => {
    const long = of('not held: ').filter((one) => one.case.class !== 'not held: 6 to 11 words');
    expect(share(long, ({ check }) => check?.wording === 'not held')).toBeGreaterThanOrEqual(0.999);
  });
});
