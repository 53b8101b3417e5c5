/**
 * Every part of the bench in a short form, a few thousand sentences each, and every oracle handed answers that are wrong:
 * they must be found out. No time is judged. Prints one JSON object, which test/quality/bench.test.ts reads.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Finder } from '#index/index.js';
import { judgeGenerated, measureAdding, measureColdStart, measureJudgedRate, measureServer } from './archive.js';
import { measureBuild } from './build.js';
import { measureDoors } from './doors.js';
import { locate } from './locate.js';
import { measureAge, measureFinding, measureRate, measureRepeats } from './find.js';
import { makeArchive } from './generated-archive.js';
import { CaseMaker, gradeGenerated } from './generated-drafts.js';
import { measureLanguages } from './languages.js';
import { check, ENGINE } from './oracle.js';
import { measureWithoutFetching } from './peers.js';
import { PHRASEBOOKS } from './phrasebook.js';
import { Random } from './random.js';
import { editedTrial, isFound, standingSomewhere } from './trials.js';

const SENTENCES = 3000;

export async function run(): Promise<void> {
  const { engine, result: build } = await measureBuild(SENTENCES);
  const find = measureFinding(engine, 25, 1, 5);
  const oracle = check(engine, 10, 1);
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-smoke-'));
  const archive = join(folder, 'archive');
  try {
    const made = await makeArchive(archive, SENTENCES, () => {});
    const report = {
      build,
      find,
      age: measureAge(engine, SENTENCES, 3),
      rate: await measureRate(engine, 60),
      repeats: await measureRepeats(engine),
      oracle,
      made,
      cold: await measureColdStart(archive, build.texts, 1),
      server: await measureServer(archive, build.texts, 5, 2),
      doors: await measureDoors(archive, build.texts, 3),
      adding: await measureAdding(archive, 3, 1),
      judgedRate: await measureJudgedRate(archive, build.texts, 1),
      judged: await judgeGenerated(archive, build.texts, 6),
      languages: await measureLanguages(15, 1, PHRASEBOOKS.slice(0, 2)),
      peers: await measureWithoutFetching(SENTENCES, engine, 10),
      wrong: await wrongAnswers(engine),
    };
    console.log(JSON.stringify(report));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the oracles say of answers that are wrong. */
async function wrongAnswers(engine: Parameters<typeof check>[0]): Promise<object> {
  const random = new Random(5);
  const trials = Array.from({ length: 20 }, () => editedTrial(engine, 20, 2, random));
  const verbatim = Array.from({ length: 20 }, () => editedTrial(engine, 20, 0, random));
  const bent = check(engine, 8, 3, {
    // The second best place, no place that is counted, an alignment that misses words.
    locate: (one, ids) =>
      ENGINE.locate(one, ids)
        .slice(-1)
        .map((place) => ({ ...place, start: 0, end: 1, segment: 0 })),
    count: (one, ids) => ENGINE.count(one, ids) + 1,
    differing: (a, b) => ENGINE.differing(a, b) + 10,
  });
  const empty = { ...engine, finder: new Finder([]) };
  const maker = new CaseMaker(20, new Random(6));
  const cases = Array.from({ length: 10 }, () => maker.make('abridged'));
  const said = {
    checks: cases.map(({ quoted }) => ({
      quotation: { text: quoted },
      wording: 'exact',
      readings: [{ role: 'matched', text: quoted.slice(0, 40) }],
    })),
  } as unknown as Parameters<typeof gradeGenerated>[1];
  const blind = await measureLanguages(15, 1, PHRASEBOOKS.slice(0, 1), (answer) => ({
    ...answer,
    wording: 'exact',
    readings: [],
  }));
  return {
    oracleAgreed: bent.reduce((sum, { agreed }) => sum + agreed, 0),
    foundInNothing: trials.filter((trial) => isFound(engine, trial, locate(empty, trial.ids, trial.fragments))).length,
    verbatimCalledHeld: standingSomewhere(engine, verbatim).size,
    verbatim: verbatim.length,
    halfAQuotationPlaced: gradeGenerated(cases, said).filter(({ placed }) => placed).length,
    calledExact: gradeGenerated(cases, said).filter(({ got }) => got === 'exact').length,
    languagesFlagged: blind.flagged,
    languagesFalseExact: blind.falseExact,
    languagesChanged: blind.changed,
  };
}
