/** Keeps an archive open in a thread of its own and answers calls of its methods. */
import { workerData } from 'node:worker_threads';
import { type IndexWork, openEmbedded, shared } from '#archive/embedded/index.js';
import { answerCalls, Caller } from '../calls.js';
import type { KeepOrder } from '../keeping.js';

const { folder, how, calls, index } = workerData as KeepOrder;
const far = new Caller(index);
const work = {
  allocate: shared,
  build: (order) => far.call('build', [order]),
  load: (path) => far.call('load', [path]),
  read: (path) => far.call('read', [path]),
  joinWords: (files, path) => far.call('joinWords', [files, path]),
  write: (files) => far.call('write', [files]),
  filled: (filled) => void far.call('filled', [filled]),
} as IndexWork;

const opening = openEmbedded(folder, { how, work, warm: how === 'read' });
opening.catch(() => undefined);
const archive = await opening.catch(() => null);
answerCalls(calls, archive ? Object.assign(archive, { open: async () => true }) : { open: () => opening });
