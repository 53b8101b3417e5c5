/** Runs the built program as a user does, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { root } from '../architecture/sources.js';

const PROGRAM = join(root, 'dist/main/onrecord.js');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** A folder for one test, with the program ready to run in it. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'onrecord-e2e-'));

  path(name: string): string {
    return join(this.folder, name);
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(this.path(name)), { recursive: true });
      writeFileSync(this.path(name), content);
    }
  }

  start(args: readonly string[], { env = {}, uid }: RunOptions = {}): ChildProcess {
    const { PATH = '' } = process.env;
    return spawn(process.execPath, [PROGRAM, ...args], {
      cwd: this.folder,
      env: { PATH, USER: 'ann', TZ: 'UTC', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const child = this.start(args, options);
    const ended = outcomeOf(child);
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
    return ended;
  }

  async json(args: readonly string[]): Promise<Record<string, unknown>> {
    const { out, err } = await this.run([...args, '--json']);
    if (out === '') throw new Error(`${args.join(' ')} printed no JSON: ${err}`);
    return JSON.parse(out) as Record<string, unknown>;
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a process printed, and how it ended; 128 + 15 and the like where a signal ended it. */
export function outcomeOf(child: ChildProcess): Promise<Ran> {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), out, err }));
  });
}

/** The address that a server says it is ready at, without the last stroke: "http://127.0.0.1:4321". */
export function addressOf(child: ChildProcess): Promise<string> {
  const ended = outcomeOf(child);
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (text: string): void => {
      printed += text;
      const found = /(?:Ready at|The desk:) (http:\/\/\S+)\//.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    void ended.then(({ code, err }) => reject(new Error(`ended with ${code}: ${err}`)));
  });
}
