/**
 * Finding words in the index alone, at a million and ten million generated sentences: quotations with known edits (T1,
 * T2, T3), every part of abridged and stitched ones (T17), quotations a second on all cores (T4), the age of a text of
 * a thousand words (T10), all repeats (T11), and the memory of it all.
 *
 *     npm run bench -- find [SENTENCES]
 */
import { encodeDictionary, longestRuns } from '#index/index.js';
import { availableParallelism } from 'node:os';
import { ARCHIVE_SEED, bytesInMemory, openEngine, textsFor } from './engine.js';
import { type Engine, idsOf, locate } from './locate.js';
import { Generated } from './generated.js';
import { Random } from './random.js';
import {
  circumstances,
  costOf,
  costOfAsync,
  memoryOf,
  readResults,
  say,
  type Spread,
  spreadOf,
  writeResults,
} from './results.js';
import { abridgedTrial, editedTrial, isFound, standingSomewhere, stitchedTrial, type Trial } from './trials.js';
import { inThreads } from './thread.js';
import { words } from '#text/index.js';

export interface FoundClass {
  readonly class: string;
  readonly count: number;
  readonly found: number;
  readonly share: number;
  /** Milliseconds of wall time for one. */
  readonly ms: Spread;
  /** Processor milliseconds for one, on average. */
  readonly cpuMs: number;
}

/** The classes, with how a trial of each is made. */
const CLASSES: readonly (readonly [name: string, make: (engine: Engine, random: Random) => Trial])[] = [
  ...[0, 1, 2, 3, 4].map((edits) => [`20 words, ${edits} edits`, edited(20, edits)] as const),
  ['20 words, 6 edits', edited(20, 6)],
  ['12 words, 2 edits', edited(12, 2)],
  ['8 words, 1 edit', edited(8, 1)],
  ['abridged', abridgedTrial],
  ['stitched', stitchedTrial],
];

function edited(length: number, edits: number) {
  return (engine: Engine, random: Random): Trial => editedTrial(engine, length, edits, random);
}

/** Searches for `count` quotations of each class. `warm`: how many are searched for before the clock runs. */
export function measureFinding(engine: Engine, count: number, seed: number, warm = 2000): FoundClass[] {
  const random = new Random(seed);
  const made = CLASSES.map(([name, make]) => ({
    name,
    trials: Array.from({ length: count }, () => make(engine, random)),
  }));
  const held = standingSomewhere(
    engine,
    made.flatMap(({ trials }) => trials.filter(({ altered }) => altered)),
  );
  for (let i = 0; i < warm; i++) {
    const { ids, fragments } = editedTrial(engine, 20, i % 5, random);
    locate(engine, ids, fragments);
  }
  return made.map(({ name, trials }) => {
    const proven = trials.filter((trial) => !held.has(trial));
    // As a quotation brings them: words, not numbers.
    const asked = proven.map(({ ids }) => Array.from(ids, (id) => engine.dictionary.word(id)));
    const times: number[] = [];
    let found = 0;
    const answers: ReturnType<typeof locate>[] = [];
    const { cpuMs } = costOf(() => {
      for (const [i, { fragments }] of proven.entries()) {
        const began = performance.now();
        const places = locate(engine, idsOf(engine, asked[i]!), fragments);
        times.push(performance.now() - began);
        answers.push(places);
      }
    });
    for (const [i, trial] of proven.entries()) if (isFound(engine, trial, answers[i]!)) found++;
    return {
      class: name,
      count: proven.length,
      found,
      share: found / proven.length,
      ms: spreadOf(times),
      cpuMs: Number((cpuMs / proven.length).toFixed(4)),
    };
  });
}

/** Milliseconds for the longest earlier match at every word of a text of a thousand words that is not held. */
export function measureAge(engine: Engine, sentences: number, count: number): Spread {
  const texts = new Generated(ARCHIVE_SEED);
  const first = textsFor(sentences) + 1000;
  const lists = Array.from({ length: count + 5 }, (_, i) =>
    idsOf(engine, words(texts.text(first + i).text, { language: 'en' }).folded.slice(0, 1000)),
  );
  const times = lists.map((ids) => costOf(() => longestRuns(engine.segments, ids, 4, () => true)).ms);
  return spreadOf(times.slice(5));
}

/** Quotations located and aligned in a second by all cores over one index in shared memory. */
export async function measureRate(
  engine: Engine,
  count: number,
  threads = availableParallelism(),
): Promise<LocateRate> {
  const random = new Random(41);
  const trials = Array.from({ length: count }, (_, i) => editedTrial(engine, 20, 1 + (i % 4), random));
  const spelled = trials.map(({ ids }) => Array.from(ids, (id) => engine.dictionary.word(id)));
  const dictionary = new Uint8Array(Buffer.concat(encodeDictionary(engine.dictionary))).buffer;
  const { ms, reports } = await inThreads(
    Array.from({ length: threads }, (_, from) => ({
      work: 'locate',
      segments: engine.segments,
      dictionary,
      quotations: spelled.filter((_q, i) => i % threads === from),
    })),
  );
  return {
    threads,
    quotations: count,
    perSecond: Math.round(count / (ms / 1000)),
    alignedWithinTheirEdits: reports.reduce((sum, { count: aligned }) => sum + aligned, 0) / count,
  };
}

export interface LocateRate {
  readonly threads: number;
  readonly quotations: number;
  readonly perSecond: number;
  readonly alignedWithinTheirEdits: number;
}

/** All runs of eight words and more that repeat, by all cores. */
export async function measureRepeats(engine: Engine, threads = availableParallelism()): Promise<RepeatsResult> {
  // Shares of about as many places: the commonest words have the most.
  const counts = Array.from({ length: engine.dictionary.size }, (_, i) => engine.finder.count(i + 1));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const bounds = [1];
  let sum = 0;
  for (const [i, count] of counts.entries()) {
    sum += count;
    if (bounds.length < threads && sum >= (total * bounds.length) / threads) bounds.push(i + 2);
  }
  while (bounds.length < threads + 1) bounds.push(engine.dictionary.size + 1);
  const { ms, reports } = await inThreads(
    Array.from({ length: threads }, (_, i) => ({
      work: 'repeats',
      segments: engine.segments,
      least: REPEATED,
      low: bounds[i]!,
      high: bounds[i + 1]!,
    })),
  );
  return {
    threads,
    seconds: Number((ms / 1000).toFixed(3)),
    runs: reports.reduce((all, { count }) => all + count, 0),
    wordsPerSecond: Math.round(engine.finder.words / (ms / 1000)),
  };
}

export interface RepeatsResult {
  readonly threads: number;
  readonly seconds: number;
  readonly runs: number;
  readonly wordsPerSecond: number;
}

const REPEATED = 8;

export async function run([size]: readonly string[]): Promise<void> {
  const about = circumstances('npm run bench -- find');
  const before = readResults<{ sizes: { sentences: number }[] }>('find')?.sizes ?? [];
  const sizes: object[] = [];
  for (const sentences of [1e6, 1e7]) {
    if (size !== undefined && Number(size) !== sentences) {
      sizes.push(...before.filter((one) => one.sentences === sentences));
      continue;
    }
    const measured = circumstances('npm run bench -- find');
    say(`opening the index of ${sentences} sentences`);
    const { value: engine, ms: openMs } = await costOfAsync(() => openEngine(sentences));
    const bytes = engine.segments.reduce((sum, segment) => sum + bytesInMemory(segment), 0);
    say('finding');
    const classes = measureFinding(engine, 5000, 11);
    for (const { class: name, found, count, ms } of classes)
      say(`${name}: ${found} of ${count}, p50 ${ms.p50} ms, p99 ${ms.p99} ms`);
    const age = measureAge(engine, sentences, 200);
    say(`age of 1,000 words: p50 ${age.p50} ms, p99 ${age.p99} ms`);
    const memory = memoryOf();
    const rate = await measureRate(engine, 20_000);
    say(`${rate.perSecond} quotations a second located and aligned by ${rate.threads} threads`);
    const repeats = await measureRepeats(engine);
    say(`${repeats.runs} runs of eight words and more repeat: ${repeats.seconds} s`);
    sizes.push({
      ...measured,
      sentences,
      words: engine.finder.words,
      openSeconds: Number((openMs / 1000).toFixed(2)),
      indexMegabytes: Math.round(bytes / 2 ** 20),
      ownMegabytes: memory.own,
      classes,
      age,
      rate,
      repeats,
    });
    globalThis.gc?.();
  }
  writeResults('find', { ...about, seed: ARCHIVE_SEED, sizes });
}
