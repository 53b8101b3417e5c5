/** Whatever is done to an archive behind its back, verifying finds it and names it. */
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '#archive/embedded/index.js';
import type { Verified, VerifyWish } from '#archive/index.js';
import { parseWhen } from '#base/index.js';
import { CHAIN_START, readChain } from '#custody/index.js';
import { openDatabase } from '../../src/archive/embedded/database.js';
import { add, addAll, AT, folderForTest, makeOld } from './given.js';

/** `npm run test:long` flips more; `FLIPS=5000` so many. */
const FLIPS = Number(process.env['FLIPS'] ?? (process.env['ONRECORD_LONG_TESTS'] === '1' ? 100_000 : 250));
const TEXTS = Array.from(
  { length: 6 },
  (_, i) => [`${i}.txt`, `Statement number ${i}. ${'The talks will go on. '.repeat(i * 3)}`] as const,
);

async function held(): Promise<{ readonly folder: string; readonly warc: string }> {
  const folder = join(folderForTest(), 'archive');
  const archive = await openEmbedded(folder, { how: 'write' });
  await addAll(archive, TEXTS);
  await archive.drop('d2', 'Jo');
  await archive.close();
  return { folder, warc: join(folder, 'captures/onrecord-000001.warc.gz') };
}

async function verify(folder: string, wish: VerifyWish = {}): Promise<Verified> {
  const archive = await openEmbedded(folder);
  try {
    return await archive.custody.verify(wish);
  } finally {
    await archive.close();
  }
}

const faults = ({ problems }: Verified): string[] => problems.map(({ fault, reference }) => `${fault} ${reference}`);

/** The records of a file, as they lie in it. */
function recordsIn(warc: string): Buffer[] {
  const file = readFileSync(warc);
  const { records } = readChain(file, CHAIN_START);
  return records.map(({ end }, i) => file.subarray(records[i - 1]?.end ?? 0, end));
}

describe('verify', () => {
  it('finds an archive as it was kept', async () => {
    const { folder } = await held();
    const found = await verify(folder);
    expect(found).toMatchObject({ captures: 6, entries: 14, texts: 6, checkpoints: 1, problems: [], unfinished: 0 });
    expect(found.head?.size).toBe(14);
  });

  it(`finds each of ${FLIPS} flipped bits, and names the record`, async () => {
    const { folder, warc } = await held();
    const sound = readFileSync(warc);
    const ends = readChain(sound, CHAIN_START).records.map(({ end }) => end);
    const bits = sound.length * 8;
    const archive = await openEmbedded(folder);
    try {
      for (let i = 0; i < FLIPS; i++) {
        // Steps that share no factor with the length come to every bit before they come to one again.
        const bit = (i * 7919) % bits;
        const copy = Buffer.from(sound);
        copy[bit >> 3]! ^= 1 << (bit & 7);
        writeFileSync(warc, copy);
        const { problems } = await archive.custody.verify({ anew: true });
        const record = ends.findIndex((end) => bit >> 3 < end);
        const reference = record === 0 ? null : `c${record}`;
        expect(problems.length, `bit ${bit}`).toBeGreaterThan(0);
        expect(problems[0], `bit ${bit}`).toMatchObject({ fault: 'record damaged', reference });
      }
    } finally {
      writeFileSync(warc, sound);
      await archive.close();
    }
  }, 3_600_000);

  const FILE_CHANGES: readonly [string, (records: readonly Buffer[]) => readonly Buffer[], string][] = [
    ['a record taken out', (r) => r.toSpliced(2, 1), 'record missing c2'],
    ['two records swapped', (r) => [r[0]!, r[2]!, r[1]!, ...r.slice(3)], 'record out of place c1'],
    ['a record put in twice', (r) => [r[0]!, r[1]!, r[1]!, ...r.slice(2)], 'record out of place c2'],
    ['a file that ends early', (r) => [...r.slice(0, -1), r.at(-1)!.subarray(0, -5)], 'record damaged c6'],
    ['a file that ends a record early', (r) => r.slice(0, -1), 'record damaged c6'],
  ];
  it.each(FILE_CHANGES)('names %s', async (_, change, expected) => {
    const { folder, warc } = await held();
    writeFileSync(warc, Buffer.concat(change(recordsIn(warc))));
    expect(faults(await verify(folder))[0]).toBe(expected);
  });

  it('names a file that is gone', async () => {
    const { folder, warc } = await held();
    rmSync(warc);
    expect(faults(await verify(folder))).toEqual(['file missing null']);
  });

  const ROW_CHANGES: readonly [string, string, string][] = [
    [
      'other words in an entry',
      "UPDATE entries SET content = replace(content, 'Jo', 'Al') WHERE kind = 'act'",
      'log differs null',
    ],
    ['an entry taken out', "DELETE FROM entries WHERE kind = 'act'", 'log differs null'],
    [
      'another digest',
      "UPDATE captures SET digest = replace(digest, substr(digest, 1, 1), 'x') WHERE id = 3",
      'row differs c3',
    ],
    ['another place', "UPDATE captures SET origin = 'else.txt' WHERE id = 4", 'row differs c4'],
    [
      'other words in a text',
      "UPDATE texts SET text = replace(text, 'number', 'nomber') WHERE version = 5",
      'text differs d5v1',
    ],
    [
      'a capture that was never logged',
      "INSERT INTO captures (origin, digest, size, at, file, offset, length) SELECT 'new', digest, size, at, file, offset, length FROM captures WHERE id = 1",
      'row not logged c7',
    ],
    ['a changed node of the tree', 'UPDATE tree SET hash = zeroblob(32) WHERE level = 2 AND n = 1', 'log differs null'],
    [
      'another root in a checkpoint',
      "UPDATE checkpoints SET note = replace(note, char(10) || '14' || char(10), char(10) || '13' || char(10))",
      'signature wrong null',
    ],
  ];
  it.each(ROW_CHANGES)('names %s in the database', async (_, sql, expected) => {
    const { folder } = await held();
    const database = await openDatabase(join(folder, 'record.sqlite'), 'write');
    database.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
    database.close();
    expect(faults(await verify(folder))).toContain(expected);
  });

  it('names a record that is dated back', async () => {
    const { folder } = await held();
    const archive = await openEmbedded(folder, { how: 'write' });
    const at = parseWhen('2025-01-01T00:00:00Z')!;
    await archive.capture([{ bytes: Buffer.from('We said so long ago.'), origin: 'old.txt', mediaType: null, at }]);
    await archive.close();
    expect(faults(await verify(folder))).toEqual(['date out of order c7']);
  });

  it('names a history that was written anew after it was signed', async () => {
    const { folder } = await held();
    const before = await openEmbedded(folder);
    const { note } = (await before.custody.checkpoint())!;
    await before.close();
    const forged = await held();
    const database = await openDatabase(join(forged.folder, 'record.sqlite'), 'write');
    database.sql('UPDATE checkpoints SET note = ?').run(note);
    database.close();
    expect(faults(await verify(forged.folder))).toEqual(['signature wrong null']);
  });

  it('stops when it is asked to, and goes on from there', async () => {
    const folder = join(folderForTest(), 'archive');
    const archive = await openEmbedded(folder, { how: 'write' });
    for (let i = 0; i < 4; i++)
      await archive.capture(
        Array.from({ length: 200 }, (_, k) => ({
          bytes: Buffer.from(`text ${i} ${k}`),
          origin: `${i}-${k}.txt`,
          mediaType: null,
          at: AT,
        })),
      );
    await archive.close();
    const stop = new AbortController();
    stop.abort();
    const first = await verify(folder, { signal: stop.signal });
    expect(first).toMatchObject({ stopped: true, entries: 500 });
    const second = await verify(folder);
    expect(second).toMatchObject({ stopped: false, resumed: 500, entries: 801, captures: 800, problems: [] });
    expect(readdirSync(folder)).not.toContain('verify.json');
    expect((await verify(folder, { anew: true })).resumed).toBe(0);
  });

  it('passes over what was never acknowledged, and says so', async () => {
    const { folder, warc } = await held();
    writeFileSync(warc, Buffer.concat([readFileSync(warc), recordsIn(warc)[1]!.subarray(0, 50)]));
    expect(await verify(folder)).toMatchObject({ problems: [], unfinished: 50 });
  });
});

describe('the log', () => {
  it('is built over an archive from before there was one, in order', async () => {
    const { folder } = await held();
    const database = await openDatabase(join(folder, 'record.sqlite'), 'write');
    makeOld(database, 2);
    database.close();
    const archive = await openEmbedded(folder, { how: 'write' });
    await add(archive, 'after.txt', 'And it goes on.');
    await archive.close();
    // Six records and their file, six texts; what was dropped before is in the rows alone.
    expect(await verify(folder)).toMatchObject({ problems: [], captures: 7, texts: 7, entries: 15 });
  });

  it('has a key that only its owner may read', async () => {
    const { folder } = await held();
    expect(statSync(join(folder, 'keys/log.pem')).mode & 0o777).toBe(0o600);
    const archive = await openEmbedded(folder);
    const head = (await archive.custody.checkpoint())!;
    expect(readFileSync(join(folder, 'keys/log.pub'), 'utf8').trim()).toBe(head.verifier);
    await archive.close();
  });

  it('takes polls', async () => {
    const { folder } = await held();
    const archive = await openEmbedded(folder, { how: 'write' });
    const fields = { address: 'https://ministry.example/a', outcome: 'present-same' };
    expect(await archive.custody.enterPolls([{ at: '2026-03-13T10:00:00Z', fields }])).toBe(14);
    await archive.close();
    expect(await verify(folder)).toMatchObject({ problems: [], entries: 15, checkpoints: 2 });
  });

  it('goes on under a new key where the old one is gone, and keeps what was signed', async () => {
    const { folder } = await held();
    rmSync(join(folder, 'keys'), { recursive: true });
    const archive = await openEmbedded(folder, { how: 'write' });
    await add(archive, 'after.txt', 'And it goes on.');
    await archive.close();
    expect(await verify(folder)).toMatchObject({ problems: [], checkpoints: 2 });
  });
});
