/** The archive as a folder: what lies in it, who may use it at once, and what becomes of it when the world fails. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Disk, networkOf, type OpenOptions, openEmbedded, realDisk } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { OnrecordError } from '#base/index.js';
import { CHAIN_START, readChain } from '#custody/index.js';
import { add, addAll, AT, folderForTest, holders, looking } from './given.js';
import { asRoot, canMount, mount } from './mounting.js';

const HARBOUR = 'We will accept inspectors at the northern terminal before the end of the month.';
const PENSIONS = 'Nobody in this house has ever proposed to lower the pensions of widows and orphans.';

/** An archive that is closed after the test. */
async function open(folder: string, options: OpenOptions = {}): Promise<Archive> {
  const archive = await openEmbedded(folder, options);
  onTestFinished(() => archive.close());
  return archive;
}

async function written(
  folder: string,
  texts: readonly (readonly [string, string])[],
  options: OpenOptions = {},
): Promise<void> {
  const archive = await openEmbedded(folder, { ...options, how: 'write' });
  await addAll(archive, texts);
  await archive.close();
}

const failure = async (work: Promise<unknown>): Promise<OnrecordError> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof OnrecordError)) throw new Error(`expected an OnrecordError, not ${String(error)}`);
  return error;
};

const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true }).map(String).toSorted();

describe('a folder', () => {
  it('holds captures, rows and index, each where a person would look for it', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    // SQLite's helper files may stay, but nothing waits in them.
    expect(statSync(join(folder, 'record.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    expect(filesIn(folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual([
      'captures',
      'captures/onrecord-000001.warc.gz',
      'index',
      'index/manifest.json',
      'index/segment-1.bin',
      'index/words-1.bin',
      'keys',
      'keys/log.pem',
      'keys/log.pub',
      'record.sqlite',
      'writer.lock',
    ]);
  });

  it('is found again by another process, its index read and not made anew', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [
      ['a.txt', HARBOUR],
      ['b.txt', PENSIONS],
    ]);
    const read: string[] = [];
    const disk: Disk = {
      ...realDisk,
      read: (path) => (read.push(path), realDisk.read(path)),
      open: (path) => (read.push(path), realDisk.open(path)),
    };
    const archive = await open(folder, { disk });
    expect(await archive.status()).toMatchObject({ index: { segments: 1, words: 29 } });
    // The status looks at the beginning of each segment, to say how much of it is dropped.
    expect(read.filter((path) => path.endsWith('.bin'))).toHaveLength(1);
    read.length = 0;
    expect(await holders(archive, 'pensions of widows')).toEqual(['d2']);
    expect(read.filter((path) => path.endsWith('.bin'))).toHaveLength(2);
    expect(Buffer.from(await archive.bytes('c1')).toString()).toBe(HARBOUR);
  });

  it('grows by segments that are merged before they are many', async () => {
    const folder = join(folderForTest(), 'archive');
    const archive = await open(folder, { how: 'write', tailWords: 10 });
    for (let i = 0; i < 40; i++) await add(archive, `${i}.txt`, `text ${i}x: ${HARBOUR}`);
    expect((await archive.status()).index.words).toBe(40 * 16);
    const between = await open(folder);
    expect((await between.recall([looking(HARBOUR)]))[0]!.exact).toMatchObject({ places: 40, documents: 40 });
    const [recalled] = await archive.recall([looking(HARBOUR)]);
    expect(recalled!.exact).toMatchObject({ places: 40, documents: 40 });
    await archive.drop('d7', 'desk');
    for (let i = 40; i < 60; i++) await add(archive, `${i}.txt`, `text ${i}x: ${HARBOUR}`);
    expect((await archive.recall([looking(HARBOUR)]))[0]!.exact.places).toBe(59);
    await archive.close();
    // One that opened before the merges reads what they made.
    expect((await between.recall([looking(HARBOUR)]))[0]!.exact.places).toBe(59);
    const again = await open(folder);
    const { index } = await again.status();
    expect(index.segments).toBeLessThanOrEqual(8);
    expect(readdirSync(join(folder, 'index')).length).toBeLessThanOrEqual(index.segments + 18);
    expect((await again.recall([looking(HARBOUR)]))[0]!.exact.places).toBe(59);
    for (const i of [0, 5, 7, 39, 59]) expect(await holders(again, `text ${i}x we will`)).toEqual([`d${i + 1}`]);
  });

  it('keeps captures in files that another reader of WARC can follow from the first record', async () => {
    const folder = join(folderForTest(), 'archive');
    for (let i = 0; i < 3; i++) await written(folder, [[`${i}.txt`, `${HARBOUR} ${i}`]]);
    const { records, damage } = readChain(readFileSync(join(folder, 'captures/onrecord-000001.warc.gz')), CHAIN_START);
    expect(damage).toBeNull();
    expect(records.map(({ type, facts }) => [type, facts.origin])).toEqual([
      ['warcinfo', 'onrecord-000001.warc.gz'],
      ['resource', '0.txt'],
      ['resource', '1.txt'],
      ['resource', '2.txt'],
    ]);
  });

  it('is missing where there is none, and made only for writing', async () => {
    const folder = join(folderForTest(), 'archive');
    expect(await failure(openEmbedded(folder))).toMatchObject({ code: 'archive-missing' });
    expect(existsSync(folder)).toBe(false);
    await (await openEmbedded(folder, { how: 'write' })).close();
    const archive = await open(folder);
    expect(await archive.list({})).toEqual([]);
    expect(await archive.recall([looking(HARBOUR)])).toHaveLength(1);
  });

  it('is not made among other things', async () => {
    const folder = folderForTest();
    writeFileSync(join(folder, 'thesis.docx'), '');
    expect(await failure(openEmbedded(folder, { how: 'write' }))).toMatchObject({ code: 'bad-use' });
    expect(readdirSync(folder)).toEqual(['thesis.docx']);
  });

  it('is left alone where a newer Onrecord wrote it', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    sql(folder, 'PRAGMA user_version = 99');
    for (const how of ['read', 'write'] as const) {
      const error = await failure(openEmbedded(folder, { how }));
      expect(error.code).toBe('archive-newer');
      expect(error.message).toContain('store version 99');
    }
  });

  it('is cut into words anew where it was cut by other rules', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', `label: VARGA\n${HARBOUR}`]]);
    sql(folder, "UPDATE rules SET folding = 'folding/0'; UPDATE texts SET spans = x'00000000'");
    const manifest = join(folder, 'index/manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"folding\/[^"]*"/, '"folding/0"'));
    const check = async (archive: Archive): Promise<void> => {
      const [recalled] = await archive.recall([looking('accept inspectors at the northern terminal')]);
      const { text } = await archive.text('d1');
      const [{ start, end } = { start: 0, end: 0 }] = recalled!.candidates[0]!.hits;
      expect(text.slice(start, end)).toBe('accept inspectors at the northern terminal');
    };
    const reader = await open(folder);
    await check(reader);
    await written(folder, []);
    await check(reader);
    await check(await open(folder));
    expect(readFileSync(manifest, 'utf8')).not.toContain('"folding/0"');
  });
});

/** Changes the rows behind the archive's back. */
function sql(folder: string, statements: string): void {
  const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite') as {
    DatabaseSync: new (path: string) => { exec(text: string): void; close(): void };
  };
  const database = new DatabaseSync(join(folder, 'record.sqlite'));
  database.exec(statements);
  database.close();
}

describe('several at once', () => {
  it('is one writer and many readers, who see what was written at their next question', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    const [one, two] = [await open(folder), await open(folder)];
    expect(await holders(one, HARBOUR)).toEqual(['d1']);
    const writer = await openEmbedded(folder, { how: 'write' });
    await add(writer, 'b.txt', `Again: ${HARBOUR}`);
    await add(writer, 'c.txt', 'Zanzibar is a word that stood nowhere.');
    for (const reader of [one, two]) {
      expect((await reader.list({})).length).toBe(3);
      expect(await holders(reader, HARBOUR)).toEqual(['d1', 'd2']);
      expect(await holders(reader, 'Zanzibar is a word')).toEqual(['d3']);
    }
    await writer.drop('d1', 'desk');
    for (const reader of [one, two]) expect(await holders(reader, HARBOUR)).toEqual(['d2']);
    await writer.close();
    await written(folder, [['d.txt', `Once more: ${HARBOUR} Yesterday.`]]);
    for (const reader of [one, two]) expect(await holders(reader, HARBOUR)).toEqual(['d2', 'd4']);
  });

  it('is refused to a second writer, with the name of the first', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    const reader = await open(folder);
    const writer = await open(folder, { how: 'write' });
    const error = await failure(openEmbedded(folder, { how: 'write' }));
    expect(error.code).toBe('archive-locked');
    expect(error.message).toContain('another part of this very process');
    expect((await failure(reader.drop('d1', 'desk'))).code).toBe('archive-locked');
    expect(await holders(reader, HARBOUR)).toEqual(['d1']);
    await writer.close();
    await reader.drop('d1', 'desk');
    expect(await holders(reader, HARBOUR)).toEqual([]);
  });

  it('ends with the process that held the lock, however that ended', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, []);
    const holder = await locking(folder);
    const error = await failure(openEmbedded(folder, { how: 'write' }));
    expect(error.message).toMatch(new RegExp(`is being written by process ${holder.pid} on \\S+, since \\d{4}-`));
    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('close', resolve));
    expect(existsSync(join(folder, 'writer.json'))).toBe(true);
    const writer = await open(folder, { how: 'write' });
    expect(await add(writer, 'a.txt', HARBOUR)).toMatchObject({ outcome: 'added' });
  });
});

/** A process that holds the writer's lock the way the archive does, until it is killed. */
function locking(folder: string): Promise<ChildProcess> {
  const program = `
    const { DatabaseSync } = require('@photostructure/sqlite');
    const { writeFileSync } = require('node:fs');
    const database = new DatabaseSync(process.argv[1] + '/writer.lock');
    database.exec('BEGIN EXCLUSIVE');
    const since = new Date().toISOString();
    writeFileSync(process.argv[1] + '/writer.json', JSON.stringify({ pid: process.pid, host: 'desk', since }));
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout.once('data', () => resolve(child));
  });
}

describe('damage', () => {
  /** Flips a bit in the middle of a file. */
  const flip = (path: string, share = 0.5): void => {
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length * share)]! ^= 4;
    writeFileSync(path, bytes);
  };

  it('of a capture is named when it is read, and the rest is served', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    flip(join(folder, 'captures/onrecord-000001.warc.gz'), 0.85);
    const archive = await open(folder);
    const error = await failure(archive.bytes('c1'));
    expect(error.code).toBe('archive-damaged');
    expect(error.message).toMatch(/onrecord-000001\.warc\.gz is damaged: the record at byte \d+ /);
    expect(await holders(archive, HARBOUR)).toEqual(['d1']);
  });

  it.each(['segment-1.bin', 'words-1.bin'])('of %s is named, and undone by making the index anew', async (name) => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    flip(join(folder, 'index', name), 0.9);
    const error = await failure((await open(folder)).recall([looking(HARBOUR)]));
    expect(error.code).toBe('archive-damaged');
    expect(error.message).toContain(name);
    rmSync(join(folder, 'index'), { recursive: true });
    expect(await holders(await open(folder), HARBOUR)).toEqual(['d1']);
    await written(folder, [['b.txt', PENSIONS]]);
    expect(readdirSync(join(folder, 'index')).toSorted()).toEqual(['manifest.json', 'segment-1.bin', 'words-1.bin']);
  });

  it('by a file that is gone is named', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    rmSync(join(folder, 'index/segment-1.bin'));
    rmSync(join(folder, 'captures/onrecord-000001.warc.gz'));
    const archive = await open(folder);
    expect((await failure(archive.recall([looking(HARBOUR)]))).message).toContain('segment-1.bin is missing');
    expect((await failure(archive.bytes('c1'))).message).toContain('onrecord-000001.warc.gz is missing');
    expect((await failure(openEmbedded(folder, { how: 'write' }))).message).toContain('is cut off');
  });

  it('of the rows is said in a sentence', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    writeFileSync(join(folder, 'record.sqlite'), Buffer.alloc(40_000, 'not a database '));
    const error = await failure(openEmbedded(folder).then((archive) => archive.list({})));
    expect(error.code).toBe('archive-damaged');
    expect(error.message).toContain('record.sqlite is damaged');
  });

  it('by a torn end of the captures, which nobody was promised, is cut off by the next writer', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    const file = join(folder, 'captures/onrecord-000001.warc.gz');
    const { size } = statSync(file);
    appendFileSync(file, readFileSync(file).subarray(0, 100));
    writeFileSync(join(folder, 'captures/onrecord-000002.warc.gz'), 'begun and never finished');
    expect(Buffer.from(await (await open(folder)).bytes('c1')).toString()).toBe(HARBOUR);
    expect(statSync(file).size).toBe(size + 100);
    await written(folder, [['b.txt', PENSIONS]]);
    expect(readdirSync(join(folder, 'captures'))).toEqual(['onrecord-000001.warc.gz']);
    expect(readChain(readFileSync(file), CHAIN_START)).toMatchObject({ damage: null, records: { length: 3 } });
  });
});

describe('a folder that cannot be written', () => {
  /** Takes all write access away, from root too where that is possible. */
  const freeze = (folder: string): void => {
    if (canMount) {
      mount(['--bind', folder], folder);
      mount(['-o', 'remount,ro,bind'], folder);
      return;
    }
    const all = ['.', ...filesIn(folder)].toReversed();
    for (const name of all) chmodSync(join(folder, name), statSync(join(folder, name)).isDirectory() ? 0o555 : 0o444);
    onTestFinished(() => {
      for (const name of all.toReversed()) chmodSync(join(folder, name), 0o755);
    });
  };

  it.skipIf(asRoot && !canMount)('is read, and writing says so', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    freeze(folder);
    const archive = await openEmbedded(folder);
    onTestFinished(() => archive.close());
    expect(await holders(archive, HARBOUR)).toEqual(['d1']);
    expect((await archive.search('inspectors', {}, 5)).documents).toBe(1);
    expect(Buffer.from(await archive.bytes('c1')).toString()).toBe(HARBOUR);
    const error = await failure(add(archive, 'b.txt', PENSIONS));
    expect(error.code).toBe('archive-read-only');
    expect((await failure(openEmbedded(folder, { how: 'write' }))).code).toBe('archive-read-only');
    expect(await holders(archive, HARBOUR)).toEqual(['d1']);
    await archive.close();
  });

  it.skipIf(asRoot && !canMount)('is read with its writer at work elsewhere', async () => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, [['a.txt', HARBOUR]]);
    const link = join(folderForTest(), 'seen');
    if (!canMount) return;
    mkdirSync(link);
    mount(['--bind', folder], link);
    mount(['-o', 'remount,ro,bind'], link);
    const writer = await open(folder, { how: 'write' });
    await add(writer, 'b.txt', `Also: ${HARBOUR}`);
    const reader = await openEmbedded(link);
    onTestFinished(() => reader.close());
    expect(await holders(reader, HARBOUR)).toEqual(['d1', 'd2']);
    await reader.close();
  });

  it('is said so when it is to be made where nothing can be made', async () => {
    const disk: Disk = {
      ...realDisk,
      makeFolder: (path) => {
        throw new OnrecordError('archive-read-only', `${path} cannot be written.`);
      },
    };
    const folder = join(folderForTest(), 'archive');
    expect((await failure(openEmbedded(folder, { how: 'write', disk }))).code).toBe('archive-read-only');
  });
});

describe('a full disk', () => {
  const LONG = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');

  it.skipIf(!canMount)('loses nothing that was acknowledged, and goes on when there is room again', async () => {
    const folder = folderForTest();
    mount(['-t', 'tmpfs', '-o', 'size=2100k', 'tmpfs'], folder);
    const home = join(folder, 'archive');
    const ballast = join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(500_000));
    const archive = await openEmbedded(home, { how: 'write', tailWords: 3000 });
    onTestFinished(() => archive.close());
    const held: string[] = [];
    const noise = (i: number): string =>
      Array.from({ length: 300 }, (_, k) => `${i}x${(k * 7919 + i) % 10007}`).join(' ');
    let full: OnrecordError | null = null;
    for (let i = 0; full === null && i < 2000; i++) {
      const outcome = await add(archive, `${i}.txt`, `${LONG} number ${i}q. ${noise(i)}`).catch(
        (error: unknown) => error,
      );
      if (outcome instanceof OnrecordError) full = outcome;
      else if (outcome instanceof Error) throw outcome;
      else held.push(`number ${i}q`);
    }
    expect(full?.code).toBe('disk-full');
    expect(held.length).toBeGreaterThan(5);
    const allFound = async (one: Archive): Promise<void> => {
      for (const words of held) expect(await holders(one, words), words).toHaveLength(1);
    };
    await allFound(archive);
    expect((await failure(add(archive, 'more.txt', `${LONG} more ${noise(5000)}`))).code).toBe('disk-full');
    rmSync(ballast);
    expect(await add(archive, 'after.txt', `${LONG} after all`)).toMatchObject({ outcome: 'added' });
    held.push('after all');
    await allFound(archive);
    await archive.close();
    const again = await openEmbedded(home);
    onTestFinished(() => again.close());
    await allFound(again);
    const { records, damage } = readChain(readFileSync(join(home, 'captures/onrecord-000001.warc.gz')), CHAIN_START);
    expect(damage).toBeNull();
    expect(records.length - 1).toBe((await again.status()).captures);
    await again.close();
  });

  it('does not fail what is acknowledged because the index cannot be written', async () => {
    const folder = join(folderForTest(), 'archive');
    let room = true;
    const disk: Disk = {
      ...realDisk,
      write: (path, chunks) => {
        if (!room && path.includes('index')) throw new OnrecordError('disk-full', 'The disk is full.');
        realDisk.write(path, chunks);
      },
    };
    const archive = await openEmbedded(folder, { how: 'write', disk, tailWords: 10 });
    await add(archive, 'a.txt', HARBOUR);
    room = false;
    await add(archive, 'b.txt', PENSIONS);
    expect(await holders(archive, PENSIONS)).toEqual(['d2']);
    await archive.close();
    const again = await open(folder);
    expect(await holders(again, HARBOUR)).toEqual(['d1']);
    expect(await holders(again, PENSIONS)).toEqual(['d2']);
  });

  it('leaves the captures as they were', async () => {
    const folder = join(folderForTest(), 'archive');
    let room = true;
    const disk: Disk = {
      ...realDisk,
      append: (path, end, chunks) => {
        if (room) return realDisk.append(path, end, chunks);
        // Half of it goes in before the disk is full.
        appendFileSync(path, chunks[0]!.subarray(0, 10));
        realDisk.cut(path, end);
        throw new OnrecordError('disk-full', 'The disk is full.');
      },
    };
    const archive = await open(folder, { how: 'write', disk });
    await add(archive, 'a.txt', HARBOUR);
    room = false;
    expect((await failure(add(archive, 'b.txt', PENSIONS))).code).toBe('disk-full');
    room = true;
    await add(archive, 'b.txt', PENSIONS);
    expect(Buffer.from(await archive.bytes('c2')).toString()).toBe(PENSIONS);
    expect((await archive.status()).captures).toBe(2);
  });
});

describe('settings.json', () => {
  const settings = async (content: string): Promise<Awaited<ReturnType<Archive['settings']>>> => {
    const folder = join(folderForTest(), 'archive');
    await written(folder, []);
    writeFileSync(join(folder, 'settings.json'), content);
    return (await open(folder)).settings();
  };

  it('is read as values', async () => {
    const read = await settings(
      '{"houseStyle": {"fillersMayBeDropped": true}, "aliases": [["Sergey Lavrov", "Lavrow"]], "languages": ["en", "zh-Hant"]}',
    );
    expect(read).toMatchObject({
      houseStyle: { fillersMayBeDropped: true, grammarMayBeMended: false },
      aliases: [['Sergey Lavrov', 'Lavrow']],
      languages: ['en', 'zh-Hant'],
    });
    expect(read.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['{\n  "languages": ["en"]\n  "aliases": []\n}', 3, 'not JSON'],
    ['{\n  "languages": ["en"]\n', 2, 'not JSON'],
    ['', 1, 'not JSON'],
    ['[]', 1, 'group'],
    ['{\n  "houseStile": {}\n}', 2, '"houseStile" is not known'],
    ['{\n  "houseStyle": {\n    "fillersMayBeDroped": true\n  }\n}', 3, '"fillersMayBeDroped" is not known'],
    ['{\n  "houseStyle": {\n    "grammarMayBeMended": "yes"\n  }\n}', 3, 'must be true or false'],
    ['{\n\n  "aliases": ["Lavrov"]\n}', 3, 'list of lists'],
    ['{\n\n\n  "languages": ["English!"]\n}', 4, 'language codes'],
  ])('that is wrong is said with its line: %j', async (content, line, what) => {
    const error = await failure(settings(content));
    expect(error.code).toBe('settings-unreadable');
    expect(error.message).toContain(`settings.json, line ${line}: `);
    expect(error.message).toContain(what);
  });
});

describe('network file systems', () => {
  const MOUNTS = [
    '22 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
    '30 22 0:40 / /mnt/desk\\040share rw - fuse.sshfs ann@desk:/ rw',
    '31 22 0:41 / /mnt/usb rw - fuseblk /dev/sdb1 rw',
    '32 30 0:42 / /mnt/desk\\040share/inner rw - fuse.mergerfs a:b rw',
  ].join('\n');
  it.each([
    ['a local disk', 0xef53, '/srv/archive', null],
    ['memory', 0x01021994, '/dev/shm', null],
    ['NFS', 0x6969, '/mnt/nfs', 'NFS'],
    ['SMB', 0xff534d42 | 0, '/mnt/smb', 'SMB'],
    ['SMB 2', 0xfe534d42, '/mnt/smb', 'SMB'],
    ['FUSE over ssh', 0x65735546, '/mnt/desk share/archive', 'sshfs'],
    ['FUSE on a stick', 0x65735546, '/mnt/usb/archive', null],
    ['FUSE within a network', 0x65735546, '/mnt/desk share/inner/archive', null],
  ])('are told from others: %s', (_, type, folder, expected) => {
    expect(networkOf(type, folder, MOUNTS)).toBe(expected);
  });
});

describe('close', () => {
  it('waits for the write under way', async () => {
    const folder = join(folderForTest(), 'archive');
    const archive = await openEmbedded(folder, { how: 'write' });
    const under = archive.capture([{ bytes: Buffer.from(HARBOUR), origin: 'a.txt', mediaType: null, at: AT }]);
    await archive.close();
    expect((await under)[0]).toMatchObject({ capture: 'c1' });
    expect((await (await open(folder)).status()).captures).toBe(1);
  });
});
