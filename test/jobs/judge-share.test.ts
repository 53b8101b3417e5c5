/** A draft with very many quotations is judged by two threads, and nobody can tell from the answer. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { checkDraft, type JudgeElsewhere, type JudgeShare, judgeShare } from '#jobs/index.js';
import { bytesOf } from './files-in-memory.js';
import { headed, holding, take } from './holding.js';

const PLACES = ['harbour', 'northern terminal', 'old bridge', 'fish market', 'ferry landing'];
const DEEDS = ['accept inspectors', 'refuse a second pilot', 'mend the roof', 'close the gates', 'count the boats'];
const MONTHS = ['March', 'April', 'May', 'June'];
const SAID = PLACES.flatMap((place) =>
  DEEDS.flatMap((deed) =>
    MONTHS.map((month) => `We will ${deed} at the ${place} before the end of ${month}, as the council asked us to.`),
  ),
);
const HEAD = { title: 'Harbour', speaker: 'Ilona Varga', date: '2026-03-12', kind: 'verbatim transcript' };
const TEXTS = [
  headed(HEAD, SAID.slice(0, 60).join(' ')),
  headed({ ...HEAD, title: 'Ferries' }, SAID.slice(60).join(' ')),
];
/** Each sentence many times, and now and then with a word changed or with nothing like it held. */
const DRAFT = Array.from({ length: 120 }, (_, i) => {
  const said = SAID[(i * 7) % SAID.length]!.slice(0, -1);
  if (i % 9 === 0) return `Ilona Varga said: “${said.replace('will', 'may')}.”`;
  if (i % 13 === 0) return `Ilona Varga said: “Nobody in this town has seen ${i} grey herons on one chimney.”`;
  return `Ilona Varga said: “${said}.”`;
}).join('\n\n');

function checked(archive: Archive, elsewhere?: JudgeElsewhere): ReturnType<typeof checkDraft> {
  const draft = { bytes: bytesOf(DRAFT), name: 'draft.txt', mediaType: 'text/plain', language: 'en' };
  return checkDraft(draft, { archive, day: '2026-03-13', ...(elsewhere && { elsewhere }) });
}

describe('judging in two threads', () => {
  it('gives the same findings in the same order', async () => {
    const archive = await holding(TEXTS);
    const shares: JudgeShare[] = [];
    const alone = await checked(archive);
    const judge = (share: JudgeShare): ReturnType<typeof judgeShare> => {
      shares.push(share);
      // What goes to another thread is copied.
      return judgeShare(structuredClone(share), { archive });
    };
    expect(await checked(archive, { headStart: 100, judge })).toEqual(alone);
    expect(shares).toEqual([]);
    const together = await checked(archive, { headStart: 10, judge });
    expect(shares.map(({ found }) => found.length)).toEqual([55]);
    expect(together).toEqual(alone);
    expect(new Set(alone.checks.map(({ wording }) => wording))).toEqual(
      new Set(['exact', 'altered in words', 'not held']),
    );
    await archive.close();
  });

  const threads = join(import.meta.dirname, '../../dist/main/judging.js');
  it.skipIf(!existsSync(threads))('is done by a thread that opens the archive itself (needs dist)', async () => {
    const { judgingThread } = (await import(threads)) as { judgingThread: (folder: string) => JudgeElsewhere };
    const threadFor = (place: string): JudgeElsewhere => ({ ...judgingThread(place), headStart: 0 });
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-judging-'));
    try {
      const archive = await openEmbedded(folder, { how: 'write' });
      await take(archive, TEXTS);
      await archive.close();
      const reader = await openEmbedded(folder);
      const alone = await checked(reader);
      expect(await checked(reader, threadFor(folder))).toEqual(alone);
      await expect(checked(reader, threadFor(join(folder, 'nowhere')))).rejects.toThrow('nowhere');
      await reader.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
