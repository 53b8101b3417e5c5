/** A sheet stays as it was signed, and says what has become of each quotation since. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '#archive/index.js';
import { dropText, listSheets, reviewSheet, setFacts, signDraft, type SignRequest } from '#jobs/index.js';
import { bytesOf } from './files-in-memory.js';
import { headed, holding, take } from './holding.js';

const head = { title: 'Harbour', speaker: 'Ilona Varga', date: '2026-03-12', kind: 'verbatim transcript' };
const WORDS =
  'The talks went on until noon. We could accept inspectors at the northern terminal before the end of March. That is all.';
const DRAFT =
  'Ilona Varga said: “We could accept inspectors at the northern terminal before the end of March.”\n\n' +
  'Ilona Varga said: “We will accept inspectors at the northern terminal before the end of March.”\n\n' +
  'Ilona Varga said: “Nobody ever promised the ferries a second pilot for the winter.”';
const clock = () => ({ at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' }) as const;

let archive: Archive;
beforeEach(async () => {
  archive = await holding([headed(head, WORDS)]);
});
afterEach(() => archive.close());

const sign = (more: Partial<SignRequest> = {}): ReturnType<typeof signDraft> =>
  signDraft(
    { draft: { bytes: bytesOf(DRAFT), name: 'draft.txt', mediaType: 'text/plain' }, by: 'Jo Renn', ...more },
    { archive, day: '2026-03-13', clock },
  );

describe('signing off', () => {
  it('keeps the draft, the findings, what was decided and what is open', async () => {
    const sheet = await sign({ note: 'for page 3', decisions: [{ n: 2, decided: 'accepted' }] });
    expect(sheet).toMatchObject({ reference: 'sh1', by: 'Jo Renn', note: 'for page 3', open: [3], earlier: null });
    expect(sheet.check.draft.text).toBe(DRAFT);
    expect(sheet.check.checks.map(({ status }) => status)).toEqual(['exact', 'altered in words', 'not held']);
    expect(sheet.decisions).toMatchObject([{ n: 2, decided: 'accepted', by: 'Jo Renn', at: clock(), rules: [] }]);
    expect(await archive.sheet('sh1')).toEqual(sheet);
    expect((await archive.log(1))[0]).toMatchObject({ act: 'signed off', by: 'Jo Renn', reference: 'sh1' });
  });

  it('names the earlier sheet when it is signed again, and leaves it as it was', async () => {
    const first = await sign();
    await sign({ earlier: first.reference });
    expect(await archive.sheet('sh1')).toEqual({ ...first, later: 'sh2' });
    const { sheets } = await listSheets({ limit: 10 }, { archive });
    expect(sheets.map(({ reference, earlier, later, stirred }) => [reference, earlier, later, stirred])).toEqual([
      ['sh2', 'sh1', null, 0],
      ['sh1', null, 'sh2', null],
    ]);
  });

  it.each([
    [{ by: ' ' }, 'Nobody signs.'],
    [{ decisions: [{ n: 9, decided: 'accepted' }] }, 'The draft has no quotation 9.'],
    [
      { decisions: [{ n: 2, decided: 'accepted', status: 'exact' }] },
      'Quotation 2 was exact when it was decided about, and is altered in words now.',
    ],
    [{ decisions: [{ n: 2, decided: 'accepted', at: 'noon' }] }, '"noon" is no moment.'],
    [{ earlier: 'sh7' }, 'The archive holds no sheet sh7.'],
  ] as const)('refuses %j', async (more, message) => {
    await expect(sign(more)).rejects.toThrow(message);
    expect(await archive.sheets({ limit: 1 })).toEqual([]);
  });
});

describe('a sheet that was signed', () => {
  const review = async (): ReturnType<typeof reviewSheet> => reviewSheet('sh1', { archive });
  const edited = (words: string): Promise<void> => take(archive, [headed(head, words)]);

  it('wants no look while nothing changes, nor for a text that is beside the point', async () => {
    await sign();
    expect((await review()).stirred).toEqual([]);
    await take(
      archive,
      [headed({ ...head, title: 'Fish', date: '2026-03-14' }, 'The herring came late this year.')],
      1,
    );
    expect((await review()).stirred).toEqual([]);
  });

  it('says when the words were changed at the source', async () => {
    const signed = await sign();
    await edited(WORDS.replace('could accept', 'might one day accept'));
    const { stirred, quotations, sheet } = await review();
    expect(stirred).toContain(1);
    const [{ anchors, stirred: what }] = quotations as [(typeof quotations)[0]];
    expect(what).toContain('source');
    expect(anchors).toMatchObject([
      {
        version: 'd1v1',
        state: 'words changed',
        now: { version: 'd1v2', text: expect.stringContaining('might one day accept inspectors') as string },
      },
    ]);
    expect(sheet.check).toEqual(signed.check);
  });

  it('says that words have moved, and wants no look for it', async () => {
    await sign();
    await edited(`A note by the office. ${WORDS}`);
    const { quotations, stirred } = await review();
    expect(quotations[0]!.anchors).toMatchObject([{ state: 'same words, moved', now: { version: 'd1v2' } }]);
    expect(stirred).toEqual([]);
  });

  it('says that the words are gone from the newest wording', async () => {
    await sign();
    await edited('The talks went on until noon. That is all.');
    const { quotations } = await review();
    expect(quotations[0]!.anchors).toMatchObject([{ state: 'gone', now: null }]);
    expect(quotations[0]!.stirred).toContain('source');
  });

  it('says that the text was dropped', async () => {
    await sign();
    await dropText({ named: 'd1', by: 'Jo' }, { archive });
    const { quotations } = await review();
    expect(quotations[0]).toMatchObject({
      now: { status: 'not held' },
      anchors: [{ state: 'gone', why: 'The text was dropped from the archive.' }],
    });
  });

  it('says that the speaker was corrected', async () => {
    await sign();
    await setFacts({ named: 'd1', settings: ['speaker=Per Olsen'], by: 'Jo' }, { archive });
    const { quotations } = await review();
    expect(quotations[0]).toMatchObject({ now: { status: 'wrong speaker' }, stirred: ['status', 'attribution'] });
  });

  it('says that words are held now that were not', async () => {
    await sign();
    await take(
      archive,
      [headed({ ...head, title: 'Ferries' }, 'Nobody ever promised the ferries a second pilot for the winter.')],
      1,
    );
    const { quotations, stirred } = await review();
    expect(stirred).toEqual([3]);
    expect(quotations[2]!.now.status).toBe('exact');
  });
});
