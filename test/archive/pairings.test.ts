/** An archive from before pairings were kept opens, and keeps them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '#archive/embedded/index.js';
import { openDatabase } from '../../src/archive/embedded/database.js';
import { STORE_VERSION } from '../../src/archive/embedded/schema.js';
import { add, makeOld } from './given.js';

describe('an archive of store version 1', () => {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-pairings-'));
    const archive = await openEmbedded(folder, { how: 'write' });
    await add(archive, 'a.txt', 'We will accept inspectors at the northern terminal.');
    await archive.close();
    const database = await openDatabase(join(folder, 'record.sqlite'), 'write');
    makeOld(database, 1);
    database.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is brought up to date when it is opened, and loses nothing', async () => {
    const archive = await openEmbedded(folder);
    expect((await archive.status()).storeVersion).toBe(STORE_VERSION);
    expect(await archive.pairings(['d1'])).toEqual([]);
    const a = { version: 'd1v1', start: 0, end: 7, text: 'We will' };
    await archive.keepPairings([{ state: 'apart', a, b: null }], 'Jo');
    expect(await archive.pairings(['d1'])).toMatchObject([{ state: 'apart', a, b: null, by: 'Jo' }]);
    expect((await archive.text('d1v1')).text).toContain('inspectors');
    await archive.close();
  });
});
