/**
 * The doors under load: checks of one quotation over a served archive, by HTTP and by MCP, one after the other, fifty at
 * once, and fifty at once while a text is added every quarter of a second. What is measured inside the server is how
 * long its thread was held up (`perf_hooks.monitorEventLoopDelay`, every millisecond). The asking process takes its
 * share of the same processors, so the times are above those of a machine of its own.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARCHIVE_SEED } from './engine.js';
import { Generated } from './generated.js';
import { archiveFolder, makeArchive } from './generated-archive.js';
import { CaseMaker, draftOf } from './generated-drafts.js';
import { child, post, PROGRAM } from './programs.js';
import { Random } from './random.js';
import { circumstances, cpuOf, say, type Spread, spreadOf, writeResults } from './results.js';

const AT_ONCE = 50;
const ADD_EVERY_MS = 250;
/** Far from the numbers of all texts that archives are made of. */
const ADDED = 8_000_000;

export interface DoorResult {
  readonly ms: Spread;
  /** Processor time of the server for one check. */
  readonly cpuMs: number;
  /** Checks answered a second. */
  readonly rate: number;
  /** Milliseconds by which the thread that serves was held up. */
  readonly lag: { readonly p50: number; readonly p99: number; readonly most: number };
  /** Texts added meanwhile. */
  readonly added: number;
}

/** Runs in the server: measures from one signal to the next, and writes down what was between. */
const INSIDE = `
  import { monitorEventLoopDelay } from 'node:perf_hooks';
  import { writeFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    let n = 0;
    process.on('SIGUSR2', () => {
      const of = (nanoseconds) => Number((nanoseconds / 1e6).toFixed(2));
      const lag = { p50: of(delay.percentile(50)), p99: of(delay.percentile(99)), most: of(delay.max) };
      writeFileSync(process.env.ONRECORD_BENCH_LAG, JSON.stringify({ n: ++n, lag }));
      delay.reset();
    });
  }`;

/** Measures all doors of a served archive. `count`: checks of each kind. */
export async function measureDoors(folder: string, texts: number, count: number): Promise<Record<string, DoorResult>> {
  const maker = new CaseMaker(texts, new Random(35));
  const drafts = Array.from({ length: Math.min(count, 300) }, () => draftOf([maker.make('altered')]));
  const more = new Generated(ARCHIVE_SEED + 3);
  const scratch = mkdtempSync(join(tmpdir(), 'onrecord-doors-'));
  const lagFile = join(scratch, 'lag.json');
  const inside = join(scratch, 'inside.mjs');
  writeFileSync(inside, INSIDE);
  const order = ['--import', inside, PROGRAM, 'serve', '--port', '0', '--archive', folder];
  const server = child(order, { ONRECORD_BENCH_LAG: lagFile });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE + 1 });
  let marks = 0;
  const lag = async (): Promise<DoorResult['lag']> => {
    marks++;
    server.process.kill('SIGUSR2');
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const read = readIfThere(lagFile);
      if (read?.n === marks) return read.lag;
    }
  };
  try {
    const address = /http:\S+/.exec(await server.line('http:'))![0];
    const byHttp = (n: number): Promise<string> => post(agent, `${address}api/1/check`, drafts[n % drafts.length]!);
    const byMcp = (n: number): Promise<string> => {
      const params = { name: 'check', arguments: { text: drafts[n % drafts.length]! } };
      const body = JSON.stringify({ jsonrpc: '2.0', id: n, method: 'tools/call', params });
      return post(agent, `${address}mcp`, body, 'application/json');
    };
    let number = ADDED;
    const addOne = async (): Promise<void> => {
      const form = new FormData();
      const { text } = more.text(number++);
      form.append('file', new Blob([text], { type: 'text/plain' }), `added-${number}.txt`);
      const answer = await fetch(`${address}api/1/texts`, { method: 'POST', body: form });
      if (!answer.ok) throw new Error(`A text could not be added: ${await answer.text()}`);
    };
    const measure = async (check: typeof byHttp, lanes: number, adding: boolean): Promise<DoorResult> => {
      await lag();
      const times: number[] = [];
      const cpu = cpuOf(server.process.pid!);
      const began = performance.now();
      let next = 0;
      let done = false;
      let added = 0;
      const adds = async (): Promise<void> => {
        for (; adding && !done; added++) {
          await addOne();
          await new Promise((resolve) => setTimeout(resolve, ADD_EVERY_MS));
        }
      };
      const lane = async (): Promise<void> => {
        while (next < count) {
          const n = next++;
          const start = performance.now();
          const answer = await check(n);
          times.push(performance.now() - start);
          if (!answer.includes('"wording"')) throw new Error(`No check came back: ${answer.slice(0, 200)}`);
        }
      };
      const adder = adds();
      await Promise.all(Array.from({ length: lanes }, lane)).finally(() => {
        done = true;
      });
      const seconds = (performance.now() - began) / 1000;
      const cpuMs = Number(((cpuOf(server.process.pid!) - cpu) / count).toFixed(2));
      await adder;
      return { ms: spreadOf(times), cpuMs, rate: Number((count / seconds).toFixed(1)), lag: await lag(), added };
    };
    for (let n = 0; n < Math.min(count, 60); n++) await byHttp(n);
    await byMcp(0);
    return {
      http: await measure(byHttp, 1, false),
      mcp: await measure(byMcp, 1, false),
      'http, 50 at once': await measure(byHttp, AT_ONCE, false),
      'http, 50 at once, texts added': await measure(byHttp, AT_ONCE, true),
    };
  } finally {
    agent.destroy();
    server.process.kill('SIGINT');
    await server.ended;
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readIfThere(path: string): { readonly n: number; readonly lag: DoorResult['lag'] } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { n: number; lag: DoorResult['lag'] };
  } catch {
    // Not written yet, or not whole.
    return null;
  }
}

/** `npm run bench -- doors [SENTENCES] [CHECKS]`. The archive of that size is copied nowhere: texts are added to it. */
export async function run([sentences = '1e6', count = '500']: readonly string[]): Promise<void> {
  const about = circumstances('npm run bench -- doors');
  const folder = archiveFolder(Number(sentences));
  const made = await makeArchive(folder, Number(sentences), say);
  if (made === null) throw new Error('The archive is not made yet: run this again.');
  const doors = await measureDoors(folder, made.texts, Number(count));
  for (const [door, { ms, cpuMs, rate, lag }] of Object.entries(doors))
    say(
      `${door}: p50 ${ms.p50.toFixed(1)} ms, p99 ${ms.p99.toFixed(1)} ms, processor ${cpuMs} ms, ${rate} a second; ` +
        `held up p99 ${lag.p99} ms, ${lag.most} ms at most`,
    );
  writeResults('doors', { ...about, sentences: Number(sentences), doors });
}
