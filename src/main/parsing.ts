/**
 * Reading of outside bytes in worker threads, so that a file made to be slow, endless or huge costs a worker and
 * not the import: each file has a deadline and each worker a limit of memory. What breaks either is read once more
 * without a tree (linear), in time that grows with its length alone, so that its text comes out all the same.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { WithProblems } from '#base/index.js';
import type { ExtractInput, Extracted } from '#extract/index.js';
import type { PlaceReading } from '#capture/index.js';
import type { Extractor, FollowEffects } from '#jobs/index.js';
import type { Recipe } from '#record/index.js';

/** What a worker is asked: to cut texts, or to read what a place answered. */
export type ParseTask =
  | ExtractInput
  | { readonly place: Parameters<FollowEffects['readPlace']>[0]; readonly recipe: Recipe };

/** What a worker says: that it has begun, and then what it read, or the fault that reading is promised never to have. */
export type ParseAnswer =
  | { readonly begun: true }
  | { readonly cut: WithProblems<readonly Extracted[]> }
  | { readonly reading: PlaceReading }
  | { readonly fault: string };

/** A page is read in a tenth of a second; what takes this long is too much for a tree. */
const DEADLINE_MS = 5_000;
/** A real text of the greatest length is read in a few seconds; what takes this long does not end. */
const LAST_MS = 60_000;
const MOST_WORKERS = 4;
const WORKER_MEGABYTES = 1024;

export interface ParseLimits {
  /** Milliseconds for a first reading of what may be read more plainly. */
  readonly deadline: number;
  /** Milliseconds for the last reading. */
  readonly last: number;
  /** Memory of a worker, in megabytes. */
  readonly megabytes?: number;
}

interface Waiting {
  readonly task: ParseTask;
  readonly resolve: (answer: ParseAnswer) => void;
}

/** Starts workers when there is work and ends them when closed; a worker that fails is replaced. */
export function parsePool(
  { deadline, last, megabytes = WORKER_MEGABYTES }: ParseLimits = { deadline: DEADLINE_MS, last: LAST_MS },
): {
  readonly extract: Extractor;
  readonly readPlace: FollowEffects['readPlace'];
  /** Starts a worker before there is work, so that the first text need not wait for it. */
  readonly warm: () => void;
  readonly close: () => Promise<void>;
} {
  const most = Math.max(1, Math.min(MOST_WORKERS, availableParallelism() - 1));
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Set<Worker>();

  const start = (): Worker =>
    new Worker(new URL('./workers/parse.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      execArgv: [],
      // What a parser prints is not for the user.
      stdout: true,
      stderr: true,
    });

  const next = (): void => {
    while (queue.length > 0 && (idle.length > 0 || busy.size < most)) give(idle.pop() ?? start(), queue.shift()!);
  };

  const give = (worker: Worker, { task, resolve }: Waiting): void => {
    busy.add(worker);
    const isLast = isLastWay(task);
    const patience = isLast && !('place' in task) ? last : deadline;
    const leave = (isAlive: boolean): void => {
      clearTimeout(timer);
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
      busy.delete(worker);
      if (isAlive) idle.push(worker);
      else {
        worker.on('error', () => {});
        void worker.terminate();
      }
      worker.unref();
    };
    const answer = (said: ParseAnswer): void => {
      leave(true);
      resolve(said);
      next();
    };
    const broke = (message: string): void => {
      leave(false);
      if (isLast) resolve(givenUp(message));
      else queue.unshift({ task: { ...(task as ExtractInput), linear: true }, resolve });
      next();
    };
    const late = (): void =>
      broke(`Reading it took longer than ${Math.round(patience / 1000)} seconds and was given up.`);
    // The time that a worker needs to start is not the file's.
    let timer = setTimeout(late, last);
    worker.ref();
    worker.on('message', (said: ParseAnswer) => {
      if ('begun' in said) {
        clearTimeout(timer);
        timer = setTimeout(late, patience);
      } else answer('fault' in said ? givenUp(FAULT) : said);
    });
    worker.on('error', ({ code }: NodeJS.ErrnoException) =>
      broke(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'Reading it needed more memory than one file is given.' : FAULT),
    );
    worker.on('exit', () => broke('Reading it ended early; this is a fault of Onrecord.'));
    worker.postMessage(task, []);
  };

  const ask = (task: ParseTask): Promise<ParseAnswer> =>
    new Promise((resolve) => {
      queue.push({ task, resolve });
      next();
    });
  return {
    warm: () => {
      if (idle.length > 0 || busy.size > 0) return;
      const worker = start();
      worker.unref();
      idle.push(worker);
    },
    extract: async (task) => {
      const answer = await ask(task);
      if ('cut' in answer) return answer.cut;
      return { value: [], problems: [{ code: 'input-unreadable', message: faultOf(answer) }] };
    },
    readPlace: async (place, recipe) => {
      const answer = await ask({ place, recipe });
      if ('reading' in answer) return answer.reading;
      const problem = { code: 'place-unreadable', message: faultOf(answer) };
      return { ...UNREAD, problems: [problem] };
    },
    close: async () => {
      queue.length = 0;
      await Promise.all([...idle, ...busy].map((worker) => worker.terminate()));
    },
  };
}

const FAULT = 'Reading it failed; this is a fault of Onrecord.';

/** A place is read in one way; so are PDF and DOCX. */
function isLastWay(task: ParseTask): boolean {
  return 'place' in task || task.linear === true || isPacked(task.bytes);
}

/** PDF and DOCX: there is no plainer way to read them. */
function isPacked(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return head.includes('%PDF-') || head.startsWith('PK');
}

function givenUp(message: string): ParseAnswer {
  return { fault: `${message} Save it as plain text and add that.` };
}

function faultOf(answer: ParseAnswer): string {
  return 'fault' in answer ? answer.fault : 'Reading it failed; this is a fault of Onrecord.';
}

/** What could not be read is no place that is known. */
const UNREAD: PlaceReading = {
  fitting: 'layout changed',
  title: null,
  language: null,
  items: [],
  next: null,
  parts: [],
  covers: null,
  newest: false,
  rest: null,
  problems: [],
};
