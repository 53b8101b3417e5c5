/** Does the heavy work of the word index away from the thread that answers, task by task, as it is asked by message. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { indexTask, type IndexTask } from '#archive/embedded/index.js';

/** Linux gives each thread a priority of its own: who answers goes before who sorts. Elsewhere all are equal. */
const STEPS_BACK = 5;
try {
  setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), STEPS_BACK);
} catch {
  // Another system.
}

parentPort?.on('message', (task: IndexTask) => parentPort?.postMessage(indexTask(task), []));
