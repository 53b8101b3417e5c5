/**
 * Archives on disk of a million and ten million generated sentences, through what people use: a quotation by HTTP
 * (T5), a cold start (T6), adding a text until it is found, and kill −9 (T7), checks a second by all cores (T4 with
 * judgment), what is not held (T16), abridged and stitched quotations (T17), and the memory of a server.
 *
 *     npm run bench -- archive [SENTENCES]     all of it, at this size or both
 *     npm run bench -- archive make SENTENCES [MINUTES]   makes the archive, goes on where it was stopped
 */
import { Agent } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '#archive/embedded/index.js';
import { checkDraft } from '#jobs/index.js';
import { words as wordsOf } from '#text/index.js';
import { ARCHIVE_SEED, textsFor } from './engine.js';
import { Generated } from './generated.js';
import { addressOf, addTexts, archiveFolder, makeArchive } from './generated-archive.js';
import {
  CaseMaker,
  draftOf,
  GENERATED_CLASSES,
  type GeneratedCase,
  type GeneratedClass,
  type GeneratedGrade,
  gradeGenerated,
} from './generated-drafts.js';
import { child, post, PROGRAM } from './programs.js';
import { Random } from './random.js';
import { circumstances, cpuOf, memoryOf, readResults, say, type Spread, spreadOf, writeResults } from './results.js';

/** This part, as a program of its own. */
const SELF = [join(import.meta.dirname, 'main.js'), 'archive'];
const DRAFT_SIZE = 30;
/** Texts beyond those of any archive: what is added and must be found. */
const ADDED = 5_000_000;

export interface JudgedClass {
  readonly class: GeneratedClass;
  readonly count: number;
  /** How often each wording was answered. */
  readonly got: Readonly<Record<string, number>>;
  /** Of those with parts: all parts placed. */
  readonly placed: number;
}

/** Checks drafts of generated quotations, `count` of each class. */
export async function judgeGenerated(folder: string, texts: number, count: number): Promise<JudgedResult> {
  const maker = new CaseMaker(texts, new Random(31));
  const random = new Random(32);
  const cases = random.shuffled(
    GENERATED_CLASSES.flatMap((name) => Array.from({ length: count }, () => maker.make(name))),
  );
  const archive = await openEmbedded(folder);
  const grades: GeneratedGrade[] = [];
  const times: number[] = [];
  try {
    for (const draft of draftsOf(cases)) {
      const began = performance.now();
      const found = await checkDraft(draft.input, { archive, day: '2026-01-01' });
      times.push(performance.now() - began);
      grades.push(...gradeGenerated(draft.cases, found));
    }
  } finally {
    await archive.close();
  }
  return {
    draftMs: spreadOf(times.slice(3)),
    quotationsInADraft: DRAFT_SIZE,
    classes: GENERATED_CLASSES.map((name) => {
      const own = grades.filter((grade) => grade.class === name);
      const got: Record<string, number> = {};
      for (const grade of own) got[grade.got] = (got[grade.got] ?? 0) + 1;
      return { class: name, count: own.length, got, placed: own.filter(({ placed }) => placed).length };
    }),
  };
}

export interface JudgedResult {
  readonly draftMs: Spread;
  readonly quotationsInADraft: number;
  readonly classes: readonly JudgedClass[];
}

function draftsOf(
  cases: readonly GeneratedCase[],
): { cases: GeneratedCase[]; input: Parameters<typeof checkDraft>[0] }[] {
  return Array.from({ length: Math.ceil(cases.length / DRAFT_SIZE) }, (_, i) => {
    const own = cases.slice(i * DRAFT_SIZE, (i + 1) * DRAFT_SIZE);
    const bytes = new TextEncoder().encode(draftOf(own));
    return { cases: own, input: { bytes, name: 'draft.txt', mediaType: 'text/plain', language: 'en' } };
  });
}

/** One process of T4: quotations with one to four words edited, a second, with judgment. Prints its count and time. */
async function rateAlone(folder: string, texts: number, seed: number, seconds: number): Promise<void> {
  const maker = new CaseMaker(texts, new Random(seed));
  const archive = await openEmbedded(folder);
  const drafts = draftsOf(Array.from({ length: 3000 }, () => maker.make('altered')));
  for (const { input } of drafts.slice(0, 10)) await checkDraft(input, { archive, day: '2026-01-01' });
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  const began = performance.now();
  const cpu = process.cpuUsage();
  let count = 0;
  for (let i = 10; performance.now() - began < seconds * 1000; i = 10 + ((i - 9) % (drafts.length - 10))) {
    await checkDraft(drafts[i]!.input, { archive, day: '2026-01-01' });
    count += drafts[i]!.cases.length;
  }
  const { user, system } = process.cpuUsage(cpu);
  const report: RateReport = {
    count,
    cpuMs: (user + system) / 1000,
    ms: performance.now() - began,
    ...memoryOf(),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  await archive.close();
  process.exit(0);
}

interface RateReport {
  readonly count: number;
  readonly cpuMs: number;
  readonly ms: number;
  readonly own: number;
  readonly peak: number;
}

/** Quotations a second found and judged by as many processes as there are cores. */
export async function measureJudgedRate(folder: string, texts: number, seconds: number): Promise<object> {
  const processes = Array.from({ length: availableParallelism() }, (_, i) =>
    child([...SELF, 'rate', folder, String(texts), String(i + 50), String(seconds)]),
  );
  await Promise.all(processes.map(({ line }) => line('ready')));
  for (const { process: one } of processes) one.stdin!.write('go\n');
  const reports = await Promise.all(processes.map(async ({ line }) => JSON.parse(await line('{')) as RateReport));
  return {
    processes: processes.length,
    perSecond: Math.round(reports.reduce((sum, { count, ms }) => sum + count / (ms / 1000), 0)),
    cpuMs: Number(
      (reports.reduce((sum, one) => sum + one.cpuMs, 0) / reports.reduce((sum, one) => sum + one.count, 0)).toFixed(2),
    ),
    ownMegabytesEach: reports[0]!.own,
  };
}

/** Round trips by HTTP for drafts of one quotation each, and the memory of the server. */
export async function measureServer(folder: string, texts: number, count: number, warm = 50): Promise<ServerResult> {
  const maker = new CaseMaker(texts, new Random(33));
  const bodies = Array.from({ length: count + warm }, () => draftOf([maker.make('altered')]));
  const server = child([PROGRAM, 'serve', '--port', '0', '--archive', folder]);
  try {
    const address = /http:\S+/.exec(await server.line('http:'))![0];
    const agent = new Agent({ keepAlive: true });
    const began = performance.now();
    await post(agent, `${address}api/1/check`, bodies[0]!);
    const firstMs = performance.now() - began;
    const times: number[] = [];
    let cpu = 0;
    for (const [i, body] of bodies.entries()) {
      if (i === warm) cpu = cpuOf(server.process.pid!);
      const start = performance.now();
      const answer = await post(agent, `${address}api/1/check`, body);
      if (i >= warm) times.push(performance.now() - start);
      if (!answer.includes('"wording"')) throw new Error(`No check came back: ${answer.slice(0, 200)}`);
    }
    agent.destroy();
    const memory = memoryOf(server.process.pid);
    const cpuMs = Number(((cpuOf(server.process.pid!) - cpu) / count).toFixed(2));
    return {
      firstMs: Math.round(firstMs),
      ms: spreadOf(times),
      cpuMs,
      ownMegabytes: memory.own,
      peakMegabytes: memory.peak,
    };
  } finally {
    server.process.kill('SIGINT');
    await server.ended;
  }
}

export interface ServerResult {
  readonly firstMs: number;
  readonly ms: Spread;
  /** Processor time of the server for one request. */
  readonly cpuMs: number;
  readonly ownMegabytes: number;
  readonly peakMegabytes: number;
}

/** From the start of the program to the end of its answer about one quotation, and the most memory it held. */
export async function measureColdStart(folder: string, texts: number, runs: number): Promise<ColdResult> {
  const maker = new CaseMaker(texts, new Random(34));
  const scratch = mkdtempSync(join(tmpdir(), 'onrecord-cold-'));
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let peak = 0;
  let right = 0;
  try {
    for (let i = 0; i < runs; i++) {
      const path = join(scratch, `draft-${i}.txt`);
      writeFileSync(path, draftOf([maker.make('exact')]));
      const began = performance.now();
      const program = child([PROGRAM, 'check', path, '--archive', folder, '--json']);
      let cpu = 0;
      const look = setInterval(() => {
        peak = Math.max(peak, memoryOf(program.process.pid).peak);
        cpu = Math.max(cpu, cpuOf(program.process.pid!));
      }, 4);
      await program.ended;
      clearInterval(look);
      times.push(performance.now() - began);
      cpuTimes.push(cpu);
      if (/"wording":\s*"exact"/.test(program.printed())) right++;
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  return { ms: spreadOf(times), cpuMs: spreadOf(cpuTimes).p50, right, peakMegabytes: peak };
}

export interface ColdResult {
  readonly ms: Spread;
  /** Processor time of the program, the middle of all runs. */
  readonly cpuMs: number;
  /** Answers that called the exact quotation exact. */
  readonly right: number;
  readonly peakMegabytes: number;
}

/** From a new text of a thousand words to its being found; then the same by a process that is killed behind it. */
export async function measureAdding(folder: string, count: number, kills: number): Promise<AddingResult> {
  const texts = new Generated(ARCHIVE_SEED + 2);
  const adding: number[] = [];
  const findable: number[] = [];
  let before = process.cpuUsage();
  let cpuMs = 0;
  const archive = await openEmbedded(folder, { how: 'write' });
  let number = ADDED + (await archive.status()).versions;
  let found = 0;
  // Made before, and the first one alone: what is measured is a writer at work.
  const given = Array.from({ length: count + 1 }, (_, i) => thousandWords(texts, number + i));
  await addTexts(archive, given.slice(count));
  try {
    before = process.cpuUsage();
    for (let i = 0; i < count; i++, number++) {
      const text = given[i]!;
      const fragments = [wordsOf(text.text, { language: 'en' }).folded.slice(200, 220)];
      const began = performance.now();
      await addTexts(archive, [text]);
      const added = performance.now();
      const [answer] = await archive.recall([{ fragments, cap: 48, limit: 8 }]);
      findable.push(performance.now() - began);
      adding.push(added - began);
      if (answer!.candidates.some(({ document }) => document.address === addressOf(number))) found++;
    }
    const { user, system } = process.cpuUsage(before);
    cpuMs = Number(((user + system) / 1000 / count).toFixed(2));
  } finally {
    await archive.close();
  }
  let survived = 0;
  for (let i = 0; i < kills; i++, number++) {
    const writer = child([...SELF, 'add', folder, String(number)]);
    await writer.line('added');
    writer.process.kill('SIGKILL');
    await writer.ended;
    const again = await openEmbedded(folder);
    const fragments = [wordsOf(thousandWords(texts, number).text, { language: 'en' }).folded.slice(200, 220)];
    const [answer] = await again.recall([{ fragments, cap: 48, limit: 8 }]);
    if (answer!.candidates.some(({ document }) => document.address === addressOf(number))) survived++;
    await again.close();
  }
  return { added: count, found, addMs: spreadOf(adding), searchableMs: spreadOf(findable), cpuMs, kills, survived };
}

export interface AddingResult {
  readonly added: number;
  readonly found: number;
  readonly addMs: Spread;
  /** From the new text to the answer that holds it. */
  readonly searchableMs: Spread;
  /** Processor time for one text, added and found. */
  readonly cpuMs: number;
  readonly kills: number;
  readonly survived: number;
}

function thousandWords(texts: Generated, number: number): ReturnType<Generated['text']> {
  const { sentences, ...rest } = texts.text(number);
  return { ...rest, text: rest.text.slice(0, sentences[48]!.end), sentences: sentences.slice(0, 49) };
}

/** Everything at one size; `keep` is told what is known after each step, so that a stop loses one step only. */
async function measure(sentences: number, keep: (known: object) => void): Promise<void> {
  const measured = circumstances('npm run bench -- archive');
  const folder = archiveFolder(sentences);
  let known: object = { ...measured, sentences, made: await makeArchive(folder, sentences, say) };
  const know = (more: object): void => {
    known = { ...known, ...more };
    keep(known);
  };
  const texts = textsFor(sentences);
  say('a cold start');
  const cold = await measureColdStart(folder, texts, 10);
  know({ cold });
  say(`from start to answer: p50 ${cold.ms.p50.toFixed(0)} ms, processor ${cold.cpuMs} ms, ${cold.peakMegabytes} MiB`);
  const server = await measureServer(folder, texts, 500);
  know({ server });
  say(`by HTTP: p50 ${server.ms.p50} ms, processor ${server.cpuMs} ms, ${server.ownMegabytes} MiB`);
  const adding = await measureAdding(folder, 60, 3);
  know({ adding });
  say(`added and found: p50 ${adding.searchableMs.p50} ms; ${adding.survived} of ${adding.kills} survived kill −9`);
  const rate = await measureJudgedRate(folder, texts, 15);
  know({ rate });
  say(`quotations a second, judged: ${JSON.stringify(rate)}`);
  const judged = await judgeGenerated(folder, texts, 1000);
  know({ judged });
  for (const { class: name, count, got, placed } of judged.classes)
    say(`${name}: ${JSON.stringify(got)}, placed ${placed} of ${count}`);
}

export async function run([what, ...rest]: readonly string[]): Promise<void> {
  if (what === 'rate') return rateAlone(rest[0]!, Number(rest[1]), Number(rest[2]), Number(rest[3]));
  if (what === 'add') {
    const archive = await openEmbedded(rest[0]!, { how: 'write' });
    await addTexts(archive, [thousandWords(new Generated(ARCHIVE_SEED + 2), Number(rest[1]))]);
    process.stdout.write('added\n');
    await new Promise(() => {
      setInterval(() => {}, 1000);
    });
    return;
  }
  if (what === 'make') {
    const sentences = Number(rest[0]);
    const deadline = rest[1] === undefined ? Infinity : Number(rest[1]) * 60_000;
    const made = await makeArchive(archiveFolder(sentences), sentences, say, deadline);
    say(made === null ? 'not done yet: run this again' : JSON.stringify(made));
    return;
  }
  const about = circumstances('npm run bench -- archive');
  const before = readResults<{ sizes: { sentences: number }[] }>('archive')?.sizes ?? [];
  const sizes = new Map<number, object>(before.map((one) => [one.sentences, one]));
  for (const sentences of what === undefined ? [1e6, 1e7] : [Number(what)])
    await measure(sentences, (known) => {
      sizes.set(sentences, known);
      writeResults('archive', { ...about, seed: ARCHIVE_SEED, sizes: [...sizes.values()] });
    });
}
