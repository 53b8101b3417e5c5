/**
 * How long the main job takes on all transcripts: import, then drafts of thirty quotations, from the start of the
 * program and with the archive already open; with the size of the archive and the memory of each process.
 *
 *     npm run bench -- speed [--texts N] [--folder DIR] [--runs N] [--drafts N]
 *
 * Writes bench/results/speed.json. A `--folder` that holds an archive of an earlier run is used again without an
 * import. Look at the load of the machine first: it is printed, and noted in the result.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedded } from '#archive/embedded/index.js';
import { checkDraft } from '#jobs/index.js';
import { makeCases } from './classes.js';
import { Corpus, type HeldText } from './corpus.js';
import { type GeneratedDraft, makeDrafts } from './drafts.js';
import { table } from './grade.js';
import { supplyOf } from './makers.js';
import {
  ARCHIVE,
  popoloOf,
  primeMinistersIn,
  projectRoot,
  transcriptsIn,
  withUnpacked,
  writeLines,
} from './pm-transcripts.js';
import { Random } from './random.js';
import { heldText } from './trial.js';

const { values } = parseArgs({
  options: {
    transcripts: { type: 'string', default: ARCHIVE },
    texts: { type: 'string', default: '100000' },
    folder: { type: 'string' },
    runs: { type: 'string', default: '10' },
    drafts: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});
const PROGRAM = join(projectRoot(), 'dist', 'main', 'onrecord.js');
const QUOTATIONS = 30;
/** Texts that quotations are cut from: all are held, so a sample serves. */
const SAMPLE = 1500;

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'onrecord-speed-'));
try {
  await measure();
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, 'archive');
  const lines = join(folder, 'texts.jsonl');
  const people = join(folder, 'people.json');
  const random = new Random(Number(values.seed));
  const sample: HeldText[] = [];
  let count = 0;
  await withUnpacked(values.transcripts, async (unpacked) => {
    writeFileSync(people, JSON.stringify(popoloOf(primeMinistersIn(unpacked))));
    const all = random.shuffled([...transcriptsIn(unpacked, () => {})]).slice(0, Number(values.texts));
    count = all.length;
    sample.push(...all.slice(0, SAMPLE).map(heldText));
    if (!existsSync(archive)) await writeLines(lines, all);
  });
  const load = loadavg()[0]!;
  console.log(`load of the machine: ${load.toFixed(1)} on ${cpus().length} cores\n`);

  let imported: Run | null = null;
  if (!existsSync(archive)) {
    imported = await program(['add', lines, '--archive', archive, '--json'], 10);
    if (imported.code !== 0) throw new Error(`The import ended with ${imported.code}: ${imported.err}`);
    await program(['people', 'import', people, '--archive', archive], 1000);
  }
  const drafts = draftsOf(sample, random, Number(values.drafts));

  const cold: Run[] = [];
  for (let i = 0; i < Number(values.runs); i++) {
    const path = join(folder, `draft-${i}.txt`);
    writeFileSync(path, drafts[i % drafts.length]!.text);
    const run = await program(['check', path, '--archive', archive, '--json'], 5);
    if (run.code > 1) throw new Error(`The check ended with ${run.code}: ${run.err}`);
    cold.push(run);
  }

  const opening = performance.now();
  const held = await openEmbedded(archive);
  const first = drafts[0]!;
  await check(held, first);
  const openMs = performance.now() - opening;
  const open: number[] = [];
  const quotations: number[] = [];
  for (const draft of drafts) {
    const began = performance.now();
    const { checks } = await check(held, draft);
    open.push(performance.now() - began);
    quotations.push(checks.length);
  }
  const { index, coverage } = await held.status();
  await held.close();

  const words = coverage.words;
  const parts = Object.fromEntries(
    ['captures', 'index', 'record.sqlite'].map((name) => [name, bytesOf(join(archive, name))]),
  );
  const summary = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`,
    load,
    texts: count,
    words,
    import:
      imported === null
        ? null
        : {
            seconds: seconds(imported.ms),
            wordsPerSecond: Math.round(words / (imported.ms / 1000)),
            megabytes: imported.megabytes,
          },
    bytes: { ...parts, indexPerWord: Number((index.bytes / words).toFixed(2)) },
    fromStart: {
      quotations: QUOTATIONS,
      ...spread(cold.map(({ ms }) => ms)),
      megabytes: Math.max(...cold.map(({ megabytes }) => megabytes)),
    },
    open: {
      quotations: QUOTATIONS,
      firstMs: Math.round(openMs),
      ...spread(open),
      megabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
    },
  };
  const target = join(projectRoot(), 'bench', 'results');
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'speed.json'), `${JSON.stringify(summary, null, 2)}\n`);
  const { fromStart, open: opened } = summary;
  console.log(
    table(
      ['what', 'p50', 'p99', 'most'],
      [
        [
          `${QUOTATIONS} quotations, from process start`,
          milliseconds(fromStart.p50),
          milliseconds(fromStart.p99),
          milliseconds(fromStart.most),
        ],
        [
          `${QUOTATIONS} quotations, archive open`,
          milliseconds(opened.p50),
          milliseconds(opened.p99),
          milliseconds(opened.most),
        ],
      ],
    ),
  );
  console.log(`\n${JSON.stringify(summary, null, 2)}`);
}

function check(
  archive: Awaited<ReturnType<typeof openEmbedded>>,
  { text }: GeneratedDraft,
): ReturnType<typeof checkDraft> {
  const bytes = new TextEncoder().encode(text);
  return checkDraft({ bytes, name: 'draft.txt', mediaType: 'text/plain' }, { archive, day: '2019-07-01' });
}

/** Drafts of quotations of every class, cut from held texts. */
function draftsOf(sample: readonly HeldText[], random: Random, count: number): GeneratedDraft[] {
  const apart = sample.slice(0, 100);
  const supply = supplyOf(new Corpus(sample.slice(100)), apart, [], random);
  return makeDrafts(makeCases(supply, count * QUOTATIONS), QUOTATIONS, random);
}

interface Run {
  readonly code: number;
  readonly ms: number;
  /** The most memory it held at once (VmHWM of proc(5)); 0 where the system does not say. */
  readonly megabytes: number;
  readonly err: string;
}

/** Runs the built program, and looks at its memory every few milliseconds. */
function program(words: readonly string[], lookEvery: number): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  let kilobytes = 0;
  let err = '';
  child.stderr.on('data', (text: Buffer) => void (err += text.toString()));
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? kilobytes);
    } catch {
      // It has ended, or this system has no /proc.
    }
  }, lookEvery);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      resolve({ code: code ?? -1, ms: performance.now() - began, megabytes: Math.round(kilobytes / 1024), err });
    });
  });
}

function bytesOf(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

function spread(list: readonly number[]): {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly runs: number;
} {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99), most: at(1), runs: list.length };
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}

function milliseconds(value: number): string {
  return `${value} ms`;
}
