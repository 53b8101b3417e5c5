/**
 * The heavy work of the word index in worker threads: building, merging and loading segments in memory that all
 * threads share, writing files. The sorting of one segment is shared by all workers, in slices, so that what is short
 * or waited for comes in between. Workers stand back behind the thread that answers where the system lets them.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { failureOf, type IndexAnswer, type IndexTask, type IndexWork, shared } from '#archive/embedded/index.js';
import type { Segment } from '#index/index.js';

const MOST_WORKERS = 4;
/** Of sorting, at one go; a bucket that is begun is finished. */
const SLICE_MS = 60;
/** Below this many words a segment is sorted by one worker: sharing costs more than it saves. */
const SHARED_FROM = 1 << 19;

interface Waiting {
  readonly task: IndexTask;
  readonly resolve: (answer: IndexAnswer) => void;
}

/** Starts workers when there is work; ends them when closed, with whatever they are at: what is half written counts for nothing. */
export function indexPool(
  workers: number = availableParallelism(),
  filled: NonNullable<IndexWork['filled']> = () => undefined,
): {
  readonly work: IndexWork;
  readonly close: () => Promise<void>;
} {
  const most = Math.max(1, Math.min(MOST_WORKERS, workers));
  const soon: Waiting[] = [];
  const later: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Set<Worker>();
  const loaded = new Map<string, WeakRef<Segment>>();
  const loading = new Map<string, Promise<Segment | null>>();

  const next = (): void => {
    while (soon.length + later.length > 0 && (idle.length > 0 || busy.size < most)) {
      const worker = idle.pop() ?? new Worker(new URL('./workers/index.js', import.meta.url), { execArgv: [] });
      const { task, resolve } = (soon.shift() ?? later.shift())!;
      busy.add(worker);
      const finish = (answer: IndexAnswer, alive: boolean): void => {
        worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
        busy.delete(worker);
        worker.unref();
        if (alive) idle.push(worker);
        else worker.on('error', () => {});
        resolve(answer);
        next();
      };
      const fault = (message: string): IndexAnswer => ({
        failed: { kind: 'fault', code: '', message, remedy: undefined },
      });
      worker.ref();
      worker.once('message', (answer: IndexAnswer) => finish(answer, true));
      worker.once('error', (error) => finish(fault(error.stack ?? error.message), false));
      worker.once('exit', () => finish(fault('the index was closed while it was at work'), false));
      worker.postMessage(task, []);
    }
  };

  const ask = async (task: IndexTask, queue: Waiting[] = soon): Promise<Exclude<IndexAnswer, { failed: unknown }>> => {
    const answer = await new Promise<IndexAnswer>((resolve) => {
      queue.push({ task, resolve });
      next();
    });
    if ('failed' in answer) throw failureOf(answer);
    return answer;
  };

  const load = async (path: string): Promise<Segment | null> => {
    const answer = await ask({ task: 'load', path });
    const segment = 'segment' in answer ? answer.segment : null;
    if (segment) loaded.set(path, new WeakRef(segment));
    return segment;
  };

  const work: IndexWork = {
    allocate: shared,
    build: async (order) => {
      const started = await ask({ task: 'prepare', order });
      if (!('prepared' in started)) throw new Error('a worker gave another answer than was asked');
      const { prepared } = started;
      const buckets = prepared.dealt.words.length;
      const counter = new Int32Array(new SharedArrayBuffer(4));
      const sort = async (): Promise<void> => {
        while (Atomics.load(counter, 0) < buckets)
          await ask({ task: 'sort', prepared, counter, milliseconds: SLICE_MS }, later);
      };
      const sharers = prepared.contents.ids.length < SHARED_FROM ? 1 : most;
      await Promise.all(Array.from({ length: sharers }, sort));
      const answer = await ask({ task: 'complete', prepared, path: order.path });
      if (!('built' in answer)) throw new Error('a worker gave another answer than was asked');
      loaded.set(order.path, new WeakRef(answer.built.segment));
      return answer.built;
    },
    load: (path) => {
      const known = loaded.get(path)?.deref();
      if (known) return Promise.resolve(known);
      let promise = loading.get(path);
      if (!promise) {
        promise = load(path).finally(() => loading.delete(path));
        loading.set(path, promise);
      }
      return promise;
    },
    read: async (path) => {
      const answer = await ask({ task: 'read', path });
      return 'done' in answer && answer.done ? true : null;
    },
    joinWords: async (files, path) => void (await ask({ task: 'join words', files, path })),
    write: async (files) => void (await ask({ task: 'write', files })),
    filled,
  };

  return {
    work,
    close: async () => {
      soon.length = 0;
      later.length = 0;
      await Promise.all([...idle, ...busy].map((worker) => worker.terminate()));
    },
  };
}
