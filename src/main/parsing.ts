/**
 * Reading of outside bytes in worker threads, so that a file made to be slow, endless or huge costs a worker and
 * not the import: each file has a deadline and each worker a limit of memory.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { WithProblems } from '#base/index.js';
import type { ExtractInput, Extracted } from '#extract/index.js';
import type { Extractor } from '#jobs/index.js';

/** What a worker is asked. */
export type ParseTask = ExtractInput;

/** What a worker answers: the texts, or the fault that extract is promised never to have. */
export type ParseAnswer = { readonly cut: WithProblems<readonly Extracted[]> } | { readonly fault: string };

/** A real text of the greatest length is read in a few seconds; what takes this long does not end. */
const DEADLINE_MS = 60_000;
const MOST_WORKERS = 4;
const WORKER_MEGABYTES = 1024;

interface Waiting {
  readonly task: ParseTask;
  readonly resolve: (cut: WithProblems<readonly Extracted[]>) => void;
}

/** Starts workers when there is work and ends them when closed; a worker that fails is replaced. */
export function parsePool(deadline: number = DEADLINE_MS): {
  readonly extract: Extractor;
  readonly close: () => Promise<void>;
} {
  const most = Math.max(1, Math.min(MOST_WORKERS, availableParallelism() - 1));
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Set<Worker>();

  const start = (): Worker =>
    new Worker(new URL('./workers/parse.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES },
      execArgv: [],
      // What a parser prints is not for the user.
      stdout: true,
      stderr: true,
    });

  const next = (): void => {
    while (queue.length > 0 && (idle.length > 0 || busy.size < most)) {
      const worker = idle.pop() ?? start();
      const { task, resolve } = queue.shift()!;
      busy.add(worker);
      const finish = (cut: WithProblems<readonly Extracted[]>, alive: boolean): void => {
        clearTimeout(timer);
        worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
        busy.delete(worker);
        if (alive) idle.push(worker);
        else {
          worker.on('error', () => {});
          void worker.terminate();
        }
        worker.unref();
        resolve(cut);
        next();
      };
      const seconds = Math.round(deadline / 1000);
      const timer = setTimeout(
        () => finish(givenUp(`Reading it took longer than ${seconds} seconds and was given up.`), false),
        deadline,
      );
      worker.ref();
      worker.on('message', (said: ParseAnswer) =>
        finish('cut' in said ? said.cut : givenUp('Reading it failed; this is a fault of Onrecord.'), true),
      );
      worker.on('error', (error: NodeJS.ErrnoException) =>
        finish(
          givenUp(
            error.code === 'ERR_WORKER_OUT_OF_MEMORY'
              ? 'Reading it needed more memory than one file is given.'
              : 'Reading it failed; this is a fault of Onrecord.',
          ),
          false,
        ),
      );
      worker.on('exit', () => finish(givenUp('Reading it ended early; this is a fault of Onrecord.'), false));
      worker.postMessage(task, []);
    }
  };

  return {
    extract: (task) =>
      new Promise((resolve) => {
        queue.push({ task, resolve });
        next();
      }),
    close: async () => {
      queue.length = 0;
      await Promise.all([...idle, ...busy].map((worker) => worker.terminate()));
    },
  };
}

function givenUp(message: string): WithProblems<readonly Extracted[]> {
  return {
    value: [],
    problems: [{ code: 'input-unreadable', message: `${message} Save it as plain text and add that.` }],
  };
}
