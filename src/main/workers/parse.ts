/** Reads texts from bytes away from the main thread, one after the other, as it is asked by message. */
import { parentPort } from 'node:worker_threads';
import { extract } from '#extract/index.js';
import type { ParseAnswer, ParseTask } from '../parsing.js';

parentPort?.on('message', (task: ParseTask) => {
  parentPort?.postMessage({ begun: true } satisfies ParseAnswer, []);
  void answer(task).then((said) => parentPort?.postMessage(said, []));
});

async function answer(task: ParseTask): Promise<ParseAnswer> {
  try {
    if (!('place' in task)) return { cut: await extract(task) };
    const { readPlace } = await import('#capture/index.js');
    return { reading: readPlace(task.place, task.recipe) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
