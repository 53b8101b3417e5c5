/** The command line, run in a folder of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '../../dist/main/onrecord.js');

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs commands in a folder; its archive is ./archive there. */
export function onrecordIn(folder: string): ((...words: readonly string[]) => Promise<Answer>) & { folder: string } {
  const run = (...words: readonly string[]): Promise<Answer> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: folder });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      child.once('close', (code) => resolve({ code, out, err }));
    });
  return Object.assign(run, { folder });
}
