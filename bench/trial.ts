/**
 * A trial of quality: real texts into an archive, quotations made of them into drafts, the drafts through the check
 * that people use, its findings held against what is known. `test/quality` runs a small one, `npm run bench --
 * quality` the whole.
 */
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { openEmbedded } from '#archive/embedded/index.js';
import { parseWhen } from '#base/index.js';
import { extract } from '#extract/index.js';
import { checkDraft, importFiles, importPeople, type Files, type ImportReport } from '#jobs/index.js';
import { type Case, makeCases } from './classes.js';
import { Corpus, type HeldText } from './corpus.js';
import { makeDrafts } from './drafts.js';
import { type Graded, grade } from './grade.js';
import { type PressReport, supplyOf } from './makers.js';
import { plainLines } from './plain-lines.js';
import {
  type PmTranscript,
  popoloOf,
  primeMinistersIn,
  projectRoot,
  transcriptsIn,
  withUnpacked,
  writeLines,
} from './pm-transcripts.js';
import { Random } from './random.js';
import { writeFileSync } from 'node:fs';

export interface TrialInput {
  /** The packed transcripts. */
  readonly transcripts: string;
  /** How many texts to hold, by chance of the seed; the rest, up to `apart`, is kept apart to be not held. */
  readonly texts: number;
  readonly apart: number;
  /** About how many quotations to make, and in drafts of how many. */
  readonly quotations: number;
  readonly draftSize: number;
  readonly seed: number;
  /** An empty or new folder for the archive and what goes into it. */
  readonly folder: string;
  /** Told what is being done. */
  readonly say: (what: string) => void;
}

export interface TrialOutcome {
  readonly held: number;
  readonly words: number;
  readonly imported: ImportReport;
  readonly importMs: number;
  readonly graded: readonly Graded[];
  /** Milliseconds of each draft's check, and of quotations per second over all. */
  readonly draftMs: readonly number[];
}

/** The moment that all captures of a trial bear: a trial has no clock. */
const MOMENT = parseWhen('2019-07-01T12:00Z')!;
const FOMC = join(projectRoot(), '..', 'shared', 'data', 'fomc-statements', 'statements');

export async function runTrial(input: TrialInput): Promise<TrialOutcome> {
  const { seed, folder, say } = input;
  const random = new Random(seed);
  await mkdir(folder, { recursive: true });
  say('unpacking');
  const { held, apart } = await withUnpacked(input.transcripts, async (unpacked) => {
    writeFileSync(join(folder, 'people.json'), JSON.stringify(popoloOf(primeMinistersIn(unpacked))));
    const mixed = random.shuffled([...transcriptsIn(unpacked, () => {})]);
    const count = Math.min(input.texts, mixed.length - input.apart);
    const chosen = mixed.slice(0, count);
    await writeLines(join(folder, 'texts.jsonl'), chosen);
    return { held: chosen.map(heldText), apart: mixed.slice(count, count + input.apart).map(heldText) };
  });
  say('making quotations');
  const corpus = new Corpus(held);
  const supply = supplyOf(corpus, apart, otherTexts(), random);
  const cases = makeCases(supply, input.quotations);
  await writeLines(join(folder, 'reports.jsonl'), supply.reports.map(reportLine));

  const archive = await openEmbedded(join(folder, 'archive'), { how: 'write' });
  try {
    say(`importing ${held.length} texts`);
    const began = performance.now();
    const effects = { archive, files, clock: () => MOMENT, extract };
    await importPeople({ path: join(folder, 'people.json'), by: 'bench' }, effects);
    const imported = await importFiles(
      { paths: [join(folder, 'texts.jsonl'), join(folder, 'reports.jsonl')] },
      effects,
    );
    const importMs = performance.now() - began;
    say(`checking ${cases.length} quotations`);
    const { graded, draftMs } = await checkAll(cases, input.draftSize, random, archive);
    return { held: held.length, words: corpus.size, imported, importMs, graded, draftMs };
  } finally {
    await archive.close();
  }
}

async function checkAll(
  cases: readonly Case[],
  size: number,
  random: Random,
  archive: Awaited<ReturnType<typeof openEmbedded>>,
): Promise<Pick<TrialOutcome, 'graded' | 'draftMs'>> {
  const graded: Graded[] = [];
  const draftMs: number[] = [];
  for (const [i, draft] of makeDrafts(cases, size, random).entries()) {
    const bytes = new TextEncoder().encode(draft.text);
    const began = performance.now();
    const found = await checkDraft(
      { bytes, name: `draft-${i + 1}.txt`, mediaType: 'text/plain', language: 'en', day: '2019-07-01' },
      { archive, day: '2019-07-01' },
    );
    draftMs.push(performance.now() - began);
    graded.push(...grade(draft, found));
  }
  return { graded, draftMs };
}

export function heldText({ id, speaker, published, kind, html }: PmTranscript): HeldText {
  return { id, speaker: speaker ?? null, day: published ?? null, kind, plain: plainLines(html) };
}

/** Statements on another subject, where they stand beside the project. */
function otherTexts(): HeldText[] {
  let names: string[];
  try {
    names = readdirSync(FOMC).toSorted();
  } catch {
    return [];
  }
  return names.map((name) => ({
    id: name,
    speaker: 'Federal Open Market Committee',
    day: null,
    kind: 'statement',
    plain: readFileSync(join(FOMC, name), 'utf8').trim(),
  }));
}

function reportLine({ id, title, published, text }: PressReport): object {
  return {
    id,
    source: 'The Gallery Post',
    title,
    kind: 'press report',
    published,
    language: 'en',
    address: `https://gallery.example/${id}`,
    text,
  };
}

/** Files as the program reads them, for paths that are known to be there. */
export const files: Files = {
  look: async (path) => {
    const found = statSync(path);
    const kind = found.isFile() ? 'file' : 'folder';
    return { path, name: basename(path), kind, size: found.size, origin: resolve(path), identity: resolve(path) };
  },
  entries: async () => [],
  read: (path) => readFile(path),
  part: async (path, offset, length) => (await readFile(path)).subarray(offset, offset + length),
  stream: (path) => createReadStream(path, { highWaterMark: 2 ** 20 }),
  // oxlint-disable-next-line require-yield
  standardInput: async function* () {
    throw new RangeError('A trial reads files only.');
  },
};
