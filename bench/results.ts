/** What every part of the bench writes down beside its figures: which machine, how loaded, when, of which commit. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './pm-transcripts.js';

export interface Circumstances {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  /** Processes that wanted to run in the minute before the part began. */
  readonly load: number;
  readonly command: string;
}

/** To be asked for before anything is measured: the load is that of the others, not of the bench. */
export function circumstances(command: string): Circumstances {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return {
    date: new Date().toISOString().slice(0, 16) + 'Z',
    commit: commitOf(),
    machine: `${model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
    load: Number(loadavg()[0]!.toFixed(2)),
    command,
  };
}

function commitOf(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot(), encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

export const RESULTS = join(projectRoot(), 'bench', 'results');

export function writeResults(part: string, results: object): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${part}.json`), `${JSON.stringify(results, null, 2)}\n`);
}

/** What a part wrote down, null if it never ran. The caller says what it holds. */
// oxlint-disable-next-line no-unnecessary-type-parameters
export function readResults<T>(part: string): (T & Partial<Circumstances>) | null {
  const path = join(RESULTS, `${part}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T & Partial<Circumstances>) : null;
}

/** Milliseconds of one kind of work: the middle, the slowest of a hundred, the slowest. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly runs: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(4));
  return { p50: at(0.5), p99: at(0.99), most: at(1), runs: times.length };
}

/** Milliseconds of wall and of processor time that work took. */
export interface Cost<T> {
  readonly value: T;
  readonly ms: number;
  readonly cpuMs: number;
}

export function costOf<T>(work: () => T): Cost<T> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const value = work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { value, ms, cpuMs: (user + system) / 1000 };
}

/** The same for work that others do meanwhile, in threads of this process. */
export async function costOfAsync<T>(work: () => Promise<T>): Promise<Cost<T>> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const value = await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { value, ms, cpuMs: (user + system) / 1000 };
}

/** Memory of a process in MiB as proc(5) tells it: the most it ever held, and what it holds besides page cache. */
export function memoryOf(pid: number | 'self' = 'self'): { readonly peak: number; readonly own: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name: string): number =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
    return { peak: of('VmHWM'), own: of('RssAnon') + of('RssShmem') };
  } catch {
    return { peak: 0, own: 0 };
  }
}

/** Milliseconds of processor time that a process has used, all its threads; proc(5) counts in hundredths of a second. */
export function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** Prints with the seconds since the part began. */
export function say(what: string): void {
  console.error(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${what}`);
}
