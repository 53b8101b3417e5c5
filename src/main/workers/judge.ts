/** Judges quotations away from the main thread, against an archive that it opens itself. */
import { type MessagePort, workerData } from 'node:worker_threads';
import { openEmbedded } from '#archive/embedded/index.js';
import { type JudgeShare, judgeShare } from '#jobs/index.js';
import { answerCalls } from '../calls.js';

const { folder, calls } = workerData as { readonly folder: string; readonly calls: MessagePort };

answerCalls(calls, {
  judge: async (share: JudgeShare) => {
    const archive = await openEmbedded(folder);
    try {
      return await judgeShare(share, { archive });
    } finally {
      await archive.close();
    }
  },
});
