/**
 * The archive in threads of its own, for a server: rows are read and written, texts cut and words sought there, so
 * that the thread that serves pages only passes messages and never waits for a disk or a long search. Readers share
 * the segments in one memory; a request for many quotations is dealt out to all of them.
 */
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { IndexWork } from '#archive/embedded/index.js';
import type { Archive, Recalled, RecallRequest } from '#archive/index.js';
import type { TextFilter } from '#record/index.js';
import { answerCalls, Caller } from './calls.js';

const MOST_READERS = 4;
/** Fewer requests than this for each reader are not worth a second message. */
const WORTH_DEALING = 8;

/** What a thread is told when it is started; `index` leads to who does the heavy work of the index. */
export interface KeepOrder {
  readonly folder: string;
  readonly how: 'read' | 'write';
  readonly calls: MessagePort;
  readonly index: MessagePort;
}

/** Opens the archive of a folder in threads: one that writes, or as many readers as there are processors. */
export async function openInThreads(folder: string, how: 'read' | 'write', work: IndexWork): Promise<Archive> {
  const count = how === 'write' ? 1 : Math.max(1, Math.min(MOST_READERS, availableParallelism()));
  const threads = Array.from({ length: count }, () => start(folder, how, work));
  try {
    // A thread answers when its archive is open; what fails there fails here.
    await Promise.all(threads.map(({ caller }) => caller.call('open', [])));
  } catch (error) {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
    throw error;
  }
  const idlest = (): Caller => threads.reduce((a, b) => (b.caller.waiting < a.caller.waiting ? b : a)).caller;
  const own: Pick<Archive, 'place' | 'recall' | 'close'> = {
    place: folder,
    recall: async (requests, filter) => {
      const share = Math.max(WORTH_DEALING, Math.ceil(requests.length / threads.length));
      const dealt: Promise<unknown>[] = [];
      for (let at = 0, t = 0; at < requests.length; at += share, t++)
        dealt.push(
          threads[t]!.caller.call('recall', [
            requests.slice(at, at + share) satisfies readonly RecallRequest[],
            filter satisfies TextFilter | undefined,
          ]),
        );
      if (requests.length <= WORTH_DEALING) return (await (dealt[0] ?? [])) as readonly Recalled[];
      return ((await Promise.all(dealt)) as (readonly Recalled[])[]).flat();
    },
    close: async () => {
      try {
        await Promise.all(threads.map(({ caller }) => caller.call('close', [])));
      } finally {
        await Promise.all(threads.map(({ worker }) => worker.terminate()));
      }
    },
  };
  const calling = <T extends object>(target: T, prefix: string): T =>
    new Proxy(target, {
      get: (given, name) => {
        if (name in given) return given[name as keyof T];
        // An object with a "then" would be taken for a promise.
        if (typeof name !== 'string' || name === 'then') return undefined;
        return (...values: readonly unknown[]) => idlest().call(prefix + name, values);
      },
    });
  const parts = { following: calling({} as Archive['following'], 'following.') };
  return calling({ ...own, ...parts } as Archive, '');
}

function start(folder: string, how: 'read' | 'write', work: IndexWork): { worker: Worker; caller: Caller } {
  const calls = new MessageChannel();
  const index = new MessageChannel();
  const order: KeepOrder = { folder, how, calls: calls.port2, index: index.port2 };
  const worker = new Worker(new URL('./workers/keep.js', import.meta.url), {
    workerData: order,
    transferList: [calls.port2, index.port2],
    execArgv: [],
  });
  const caller = new Caller(calls.port1);
  answerCalls(index.port1, work);
  index.port1.unref();
  worker.on('error', (error) => caller.end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => caller.end(new Error('the thread of the archive has ended')));
  worker.unref();
  return { worker, caller };
}
