/** Sheets on disk: an older archive comes to have them, and what was signed cannot be changed without a trace. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '#archive/embedded/index.js';
import { type NewSheet, STRICTEST } from '#record/index.js';
import { openDatabase } from '../../src/archive/embedded/database.js';
import { STORE_VERSION } from '../../src/archive/embedded/schema.js';
import { HARBOUR as DRAFT } from '../report/harbour.js';
import { add, folderForTest, HARBOUR, makeOld } from './given.js';

const SHEET: NewSheet = {
  check: DRAFT,
  decisions: [],
  open: [2, 5],
  style: STRICTEST,
  settings: 'none',
  earlier: null,
  note: 'page 3',
};

async function signed(): Promise<string> {
  const folder = join(folderForTest(), 'archive');
  const archive = await openEmbedded(folder, { how: 'write' });
  await add(archive, 'a.txt', HARBOUR);
  await archive.keepSheet(SHEET, 'Jo');
  await archive.keepSheet({ ...SHEET, earlier: 'sh1' }, 'Al');
  await archive.close();
  return folder;
}

describe('sheets', () => {
  it('are read back as they were signed, by whoever opens the archive', async () => {
    const archive = await openEmbedded(await signed());
    const first = await archive.sheet('SH1');
    expect(first).toMatchObject({ ...SHEET, reference: 'sh1', by: 'Jo', later: 'sh2' });
    expect((await archive.sheets({ limit: 9 })).map(({ reference, by, open }) => [reference, by, open])).toEqual([
      ['sh2', 'Al', 2],
      ['sh1', 'Jo', 2],
    ]);
    expect((await archive.sheets({ limit: 9, before: 'sh2' })).map(({ reference }) => reference)).toEqual(['sh1']);
    expect(await archive.sheet('sh3')).toBeNull();
    expect(await archive.sheet('d1')).toBeNull();
    expect((await archive.custody.verify({})).problems).toEqual([]);
    await archive.close();
  });

  it.each([
    ['other words', "UPDATE sheets SET content = replace(content, 'exact', 'altered') WHERE id = 1", 'sh1'],
    ['another name', "UPDATE sheets SET by = 'Eve' WHERE id = 2", 'sh2'],
    ['one taken away', 'DELETE FROM sheets WHERE id = 2', 'sh2'],
    [
      'one put in',
      `INSERT INTO sheets (title, by, at, quotations, open, note, digest, content)
       SELECT title, by, at, quotations, open, note, digest, content FROM sheets WHERE id = 1`,
      'sh3',
    ],
  ])('are found to differ from the log: %s', async (_, sql, reference) => {
    const folder = await signed();
    const database = await openDatabase(join(folder, 'record.sqlite'), 'write');
    database.exec(sql);
    database.close();
    const archive = await openEmbedded(folder);
    expect((await archive.custody.verify({})).problems).toMatchObject([{ fault: 'sheet differs', reference }]);
    await archive.close();
  });

  it('are kept by an archive from before there were any', async () => {
    const folder = join(folderForTest(), 'archive');
    const old = await openEmbedded(folder, { how: 'write' });
    await add(old, 'a.txt', HARBOUR);
    await old.close();
    const database = await openDatabase(join(folder, 'record.sqlite'), 'write');
    makeOld(database, 5);
    database.close();
    const archive = await openEmbedded(folder);
    expect((await archive.status()).storeVersion).toBe(STORE_VERSION);
    expect(await archive.sheets({ limit: 1 })).toEqual([]);
    expect((await archive.keepSheet(SHEET, 'Jo')).reference).toBe('sh1');
    expect((await archive.text('d1v1')).text).toContain('inspectors');
    await archive.close();
  });
});

describe('the revision', () => {
  it('grows in the part that was written, for other connections too', async () => {
    const folder = await signed();
    const reader = await openEmbedded(folder);
    const before = await reader.revision();
    const writer = await openEmbedded(folder, { how: 'write' });
    await add(writer, 'b.txt', 'More words.');
    expect(await reader.revision()).toEqual({ ...before, captures: 2, versions: 2 });
    await writer.correct('d1', { title: 'Other' }, 'Jo');
    expect(await reader.revision()).toEqual({ ...before, captures: 2, versions: 2, acts: before.acts + 1 });
    await writer.close();
    await reader.close();
  });
});
