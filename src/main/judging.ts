/**
 * Judging in a thread of its own, beside the main thread, for drafts with so many quotations that starting it pays: the
 * thread opens the same archive to read, and gives the findings back as values.
 */
import { availableParallelism } from 'node:os';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { JudgeElsewhere, JudgeShare } from '#jobs/index.js';
import type { Check } from '#record/index.js';
import { Caller } from './calls.js';

/** Measured: a thread that reads the program and opens an archive of 10^6 sentences takes as long as so many quotations. */
const HEAD_START = 900;

/** A thread for the archive of a folder, where there is a processor for it. */
export function judgingThread(folder: string): JudgeElsewhere {
  const headStart = availableParallelism() > 1 ? HEAD_START : Infinity;
  return { headStart, judge: (share) => judgeInThread(folder, share) };
}

/** Judges a share of a draft's quotations against the archive of a folder, in a thread that ends with it. */
async function judgeInThread(folder: string, share: JudgeShare): Promise<readonly Check[]> {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./workers/judge.js', import.meta.url), {
    workerData: { folder, calls: port2 },
    transferList: [port2],
    execArgv: [],
  });
  const caller = new Caller(port1);
  worker.on('error', (error) => caller.end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => caller.end(new Error('the thread that judges has ended')));
  try {
    return (await caller.call('judge', [share])) as readonly Check[];
  } finally {
    await worker.terminate();
  }
}
