/** The program as a process of its own, spoken to by its lines and by HTTP. */
import { spawn } from 'node:child_process';
import { type Agent, request } from 'node:http';
import { join } from 'node:path';
import { projectRoot } from './pm-transcripts.js';

export const PROGRAM = join(projectRoot(), 'dist', 'main', 'onrecord.js');

/** Sends a body by HTTP and gives the answer's. */
export function post(agent: Agent, address: string, body: string, type = 'text/plain; charset=utf-8'): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      accept: 'application/json, text/event-stream',
    };
    const sent = request(address, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A Node program with its lines, until it ends. */
export function child(
  order: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): {
  readonly process: ReturnType<typeof spawn>;
  readonly line: (holding: string) => Promise<string>;
  readonly printed: () => string;
  readonly ended: Promise<void>;
} {
  const started = spawn(process.execPath, ['--no-warnings', ...order], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  let text = '';
  const ended = new Promise<void>((resolve) => started.on('close', () => resolve()));
  started.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  const line = (holding: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = text
          .split('\n')
          .slice(0, -1)
          .find((one) => one.includes(holding));
        if (found !== undefined) resolve(found);
      };
      started.stdout.on('data', look);
      started.on('close', () =>
        reject(new Error(`${order[0]} ended without saying “${holding}”: ${text.slice(-300)}`)),
      );
      look();
    });
  return { process: started, line, printed: () => text, ended };
}
