/**
 * A long run of everything at once: one process adds and drops texts and is killed again and again at any moment;
 * this one asks meanwhile, as a reader that stays open. At the end every text that was acknowledged is found and no
 * text whose dropping was, the answers are those of an archive that is made afresh of the same texts, and the memory
 * of the reader has not grown.
 *
 *     npm run bench -- soak [SECONDS]        (600 where none are given)
 *
 * Exit code 1 and a sentence for whatever is not so. Writes bench/results/soak.json.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type IndexWork, openEmbedded } from '#archive/embedded/index.js';
import type { Archive, NewText, RecallRequest } from '#archive/index.js';
import { words } from '#text/index.js';
import { plainFacts } from './plain-facts.js';
import { projectRoot } from './pm-transcripts.js';
import { Random } from './random.js';

const VOCABULARY = 20_000;
const LEAST_WORDS = 40;
const MOST_WORDS = 1500;
const BATCH = 8;
/** Of the batches, one in so many is followed by a dropping. */
const DROP_EVERY = 6;
const LONGEST_LIFE_MS = 9000;
const ASKED_AT_THE_END = 400;
/** The tail is small, so that segments are written and merged all the time. */
const TAIL = 20_000;

const { indexPool } = (await import(join(projectRoot(), 'dist/main/indexing.js'))) as {
  indexPool: (workers: number) => { readonly work: IndexWork; close(): Promise<void> };
};
const self = fileURLToPath(import.meta.url);
const [first = '600', folder = '', from = '0'] = process.argv.slice(2);
if (first === '--writer') await write(folder, Number(from));
else process.exitCode = await soak(Number(first));

/** The words of text n, the same for whoever asks: as frequent as in prose, with its own number in the middle. */
function textOf(n: number): string {
  const random = new Random(n * 2 + 1);
  const count = LEAST_WORDS + Math.floor(random.below(MOST_WORDS - LEAST_WORDS));
  const drawn = Array.from(
    { length: count },
    () => `w${Math.floor(VOCABULARY ** (random.below(1_000_000) / 1_000_000))}`,
  );
  drawn.splice(count >> 1, 0, `number${n}q`);
  return `${drawn.join(' ')}.`;
}

function newText(capture: string, n: number): NewText {
  const text = textOf(n);
  return {
    capture,
    facts: plainFacts(`Text ${n}`),
    rendering: {
      extractor: 'soak/1',
      text,
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      turns: [],
      links: [],
    },
  };
}

async function add(archive: Archive, numbers: readonly number[]): Promise<readonly string[]> {
  const at = { at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' } as const;
  const receipts = await archive.capture(
    numbers.map((n) => ({ bytes: Buffer.from(textOf(n)), origin: `${n}.txt`, mediaType: 'text/plain', at })),
  );
  const held = await archive.hold(numbers.map((n, i) => newText(receipts[i]!.capture, n)));
  return held.map(({ document }) => document);
}

/** Adds and drops until it is killed; prints what was acknowledged, and not before. */
async function write(into: string, begin: number): Promise<void> {
  const archive = await openEmbedded(into, { how: 'write', tailWords: TAIL, work: indexPool(2).work });
  const random = new Random(begin + 7);
  const mine: string[] = [];
  for (let n = begin, batch = 1; ; n += BATCH, batch++) {
    const numbers = Array.from({ length: BATCH }, (_, i) => n + i);
    const documents = await add(archive, numbers);
    for (const [i, document] of documents.entries()) {
      mine.push(`${numbers[i]!} ${document}`);
      writeSync(1, `+${numbers[i]!}\n`);
    }
    if (batch % DROP_EVERY !== 0) continue;
    const [[number, document] = []] = mine
      .splice(Math.floor(random.below(mine.length)), 1)
      .map((one) => one.split(' '));
    writeSync(1, `?${number}\n`);
    await archive.drop(document!, 'soak');
    writeSync(1, `-${number}\n`);
  }
}

interface Told {
  readonly held: Set<number>;
  readonly dropped: Set<number>;
  /** Whose dropping was begun and never acknowledged: may be either. */
  readonly unsure: Set<number>;
}

function spawnWriter(into: string, begin: number): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, [self, '--writer', into, String(begin)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function start(into: string, begin: number, told: Told): ReturnType<typeof spawnWriter> {
  const child = spawnWriter(into, begin);
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const n = Number(line.slice(1));
      if (line[0] === '+') told.held.add(n);
      else if (line[0] === '?') told.unsure.add(n);
      else {
        told.unsure.delete(n);
        told.held.delete(n);
        told.dropped.add(n);
      }
    }
  });
  return child;
}

/** A request for so many words from the middle of text n. */
function request(n: number, length: number): RecallRequest {
  const { folded } = words(textOf(n));
  const middle = folded.length >> 1;
  return { fragments: [folded.slice(Math.max(0, middle - (length >> 1)), middle + (length >> 1))], cap: 48, limit: 8 };
}

async function isHeld(archive: Archive, n: number): Promise<boolean> {
  const [answer] = await archive.recall([{ fragments: [[`number${n}q`]], cap: 48, limit: 2 }]);
  return answer!.exact.documents === 1;
}

/**
 * What an archive answers, in words that do not depend on the order in which texts came. Frequencies are left out:
 * they count the words of dropped texts until a merge leaves these out.
 */
async function answer(archive: Archive, n: number): Promise<string> {
  const [found] = await archive.recall([request(n, 16)]);
  const places = found!.candidates.map(({ document, window }) => `${document.title} ${window.start}`);
  return JSON.stringify([found!.exact.places, found!.exact.documents, places.slice(0, 1)]);
}

async function soak(seconds: number): Promise<number> {
  const place = mkdtempSync(join(tmpdir(), 'onrecord-soak-'));
  const into = join(place, 'archive');
  const told: Told = { held: new Set(), dropped: new Set(), unsure: new Set() };
  const random = new Random(1);
  const faults: string[] = [];
  const memory: number[] = [];
  const latencies: number[] = [];
  const end = performance.now() + seconds * 1000;
  let begin = 1_000_000;
  let kills = 0;
  let asked = 0;
  let reader: Archive | null = null;
  const pool = indexPool(2);
  try {
    while (performance.now() < end) {
      const child = start(into, begin, told);
      const life = 500 + random.below(LONGEST_LIFE_MS);
      const dies = performance.now() + life;
      const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
      while (performance.now() < Math.min(dies, end)) {
        await new Promise((resolve) => setTimeout(resolve, 40));
        if (told.held.size === 0) continue;
        reader ??= await openEmbedded(into, { work: pool.work });
        const sure = [...told.held].slice(-4000);
        const n = sure[Math.floor(random.below(sure.length))]!;
        const before = performance.now();
        const found = await isHeld(reader, n);
        latencies.push(performance.now() - before);
        asked++;
        if (!found && told.held.has(n) && !told.unsure.has(n))
          faults.push(`text ${n} was acknowledged and is not found`);
      }
      child.kill('SIGKILL');
      await gone;
      kills++;
      begin += 1_000_000;
      globalThis.gc?.();
      const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
      memory.push(Math.round(rss / 2 ** 20));
      if (kills % 10 === 0)
        console.error(
          `${kills} kills, ${told.held.size} texts, ${told.dropped.size} dropped, ${asked} questions; ` +
            `memory ${memory.at(-1)!} MB (heap ${Math.round(heapUsed / 2 ** 20)}, arrays ${Math.round(arrayBuffers / 2 ** 20)}), ${faults.length} faults`,
        );
    }
    await reader?.close();
    const last = await openEmbedded(into, { how: 'write', work: pool.work });
    for (const n of told.held)
      if (!told.unsure.has(n) && !(await isHeld(last, n))) faults.push(`at the end text ${n} is not found`);
    for (const n of told.dropped) if (await isHeld(last, n)) faults.push(`at the end dropped text ${n} is found`);
    const repaired = await last.repair();
    if (repaired.faults.length > 0) faults.push(`files were damaged: ${JSON.stringify(repaired.faults)}`);
    const status = await last.status();
    // Texts that were held and not acknowledged belong to both.
    const all = (await last.list({})).map(({ title }) => Number(title.slice('Text '.length))).toSorted((a, b) => a - b);
    const fresh = await openEmbedded(join(place, 'fresh'), { how: 'write', work: pool.work });
    for (let i = 0; i < all.length; i += 64) await add(fresh, all.slice(i, i + 64));
    for (let i = 0; i < ASKED_AT_THE_END; i++) {
      const n = all[Math.floor(random.below(all.length))]!;
      const [a, b] = [await answer(last, n), await answer(fresh, n)];
      if (a !== b) faults.push(`asked for text ${n}, a fresh build answers otherwise: ${a} ≠ ${b}`);
    }
    await last.close();
    await fresh.close();
    const early = Math.max(...memory.slice(0, Math.ceil(memory.length / 3)));
    const late = Math.max(...memory.slice(-Math.ceil(memory.length / 3)));
    latencies.sort((a, b) => a - b);
    const at = (share: number): number => Number((latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1));
    const result = {
      seconds,
      kills,
      texts: all.length,
      words: status.index.words,
      dropped: told.dropped.size,
      segments: status.index.segments,
      questions: asked,
      milliseconds: { p50: at(0.5), p99: at(0.99), most: at(0.9999) },
      memoryMegabytes: { firstThird: early, lastThird: late },
      load: loadavg()[0],
      faults,
    };
    mkdirSync(join(projectRoot(), 'bench/results'), { recursive: true });
    writeFileSync(join(projectRoot(), 'bench/results/soak.json'), `${JSON.stringify(result, null, 2)}\n`);
    console.log(JSON.stringify(result, null, 2));
    return faults.length > 0 ? 1 : 0;
  } finally {
    await pool.close();
    rmSync(place, { recursive: true, force: true });
  }
}
