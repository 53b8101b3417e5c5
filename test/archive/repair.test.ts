/** Damage in the files of the index: noticed, named, and mended from the texts, whichever byte it is in. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbedded, realDisk } from '#archive/embedded/index.js';
import { OnrecordError } from '#base/index.js';
import { workHere } from '../../src/archive/embedded/index-work.js';
import { add, folderForTest, holders } from './given.js';

const TEXTS = 12;
const textOf = (n: number): string => `Here stands number ${n}q of all the texts, and we will accept inspectors.`;

/** A closed archive of several segments. */
async function made(): Promise<string> {
  const folder = join(folderForTest(), 'archive');
  const archive = await openEmbedded(folder, { how: 'write', tailWords: 40 });
  for (let n = 0; n < TEXTS; n++) await add(archive, `${n}.txt`, textOf(n));
  await archive.close();
  return folder;
}

async function findsAll(folder: string): Promise<void> {
  const archive = await openEmbedded(folder);
  for (let n = 0; n < TEXTS; n++) expect(await holders(archive, `number ${n}q of all`), `text ${n}`).toHaveLength(1);
  await archive.close();
}

describe('a damaged index', () => {
  it.each([
    ['segment', /^segment-/],
    ['words', /^words-/],
    ['manifest', /^manifest/],
  ])('is named and mended: %s', async (_, kind) => {
    const folder = await made();
    const name = readdirSync(join(folder, 'index')).find((file) => kind.test(file))!;
    const path = join(folder, 'index', name);
    const whole = readFileSync(path);
    for (let at = 5; at < whole.length; at += Math.ceil(whole.length / 5)) {
      const bytes = Buffer.from(readFileSync(path));
      bytes[at % bytes.length]! ^= 0x10;
      writeFileSync(path, bytes);
      const reader = await openEmbedded(folder);
      const met = await holders(reader, 'number 3q of all').catch((error: unknown) => error);
      // What a question does not touch it does not read; what it touches is noticed, or it is found.
      if (met instanceof OnrecordError) {
        expect(met.code).toBe('archive-damaged');
        expect(met.message).toContain(name);
        expect(met.remedy).toContain('onrecord repair');
      } else expect(met).toHaveLength(1);
      await reader.close();
      const writer = await openEmbedded(folder, { how: 'write' });
      const repaired = await writer.repair();
      if (kind.test('segment-')) expect(repaired.faults.map(({ file }) => file)).toEqual([name]);
      expect((await writer.repair()).faults).toEqual([]);
      await writer.close();
      await findsAll(folder);
      if (!readdirSync(join(folder, 'index')).includes(name)) break;
    }
  });

  it('is mended where a file is missing, or the whole folder', async () => {
    const folder = await made();
    const name = readdirSync(join(folder, 'index')).find((file) => file.startsWith('segment-'))!;
    rmSync(join(folder, 'index', name));
    const archive = await openEmbedded(folder, { how: 'write' }).catch((error: unknown) => error as OnrecordError);
    if (archive instanceof OnrecordError) throw archive;
    expect((await archive.status()).index.parts.find(({ file }) => file === name)?.state).toBe('missing');
    const repaired = await archive.repair();
    expect(repaired.faults).toEqual([{ file: name, problem: 'is missing' }]);
    expect(repaired.texts).toBeGreaterThan(0);
    expect((await archive.status()).index.parts.every(({ state }) => state !== 'missing')).toBe(true);
    await archive.close();
    await findsAll(folder);
    rmSync(join(folder, 'index'), { recursive: true });
    await findsAll(folder);
  });

  /** What an index of another format or other rules is to this program: files that its manifest does not name. */
  const makeForeign = (folder: string): void => {
    const path = join(folder, 'index/manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"format": \d+/, '"format": 1'));
  };

  it.each(['read', 'write'] as const)('of an older format is made anew piece by piece: %s', async (how) => {
    const folder = await made();
    makeForeign(folder);
    const told: { done: number; total: number }[] = [];
    const work = { ...workHere(), filled: (filled: { done: number; total: number }) => void told.push(filled) };
    const archive = await openEmbedded(folder, { how, piece: 30, work });
    expect(await holders(archive, 'nobody said this')).toEqual([]);
    expect(told.at(-1)).toEqual({ done: TEXTS, total: TEXTS });
    expect(told.length).toBeGreaterThan(3);
    const { segments, words, parts } = (await archive.status()).index;
    expect([segments > 3, words]).toEqual([true, TEXTS * 13]);
    expect(parts.every(({ words: n, state }) => n <= 60 && state === 'on disk')).toBe(true);
    for (let n = 0; n < TEXTS; n++) expect(await holders(archive, `number ${n}q of all`)).toHaveLength(1);
    // Who only asked has let go of the lock.
    const other = await openEmbedded(folder, { how: 'write' }).catch((error: OnrecordError) => error.code);
    if (how === 'write') expect(other).toBe('archive-locked');
    else await (other as Awaited<ReturnType<typeof openEmbedded>>).close();
    await archive.close();
    await findsAll(folder);
  });

  it('of an older format answers while another process makes it anew, and goes on behind what that had written', async () => {
    const folder = await made();
    makeForeign(folder);
    const writes: string[] = [];
    const disk = {
      ...realDisk,
      write: (path: string, chunks: readonly Uint8Array[]) => {
        if (path.includes('segment-') && writes.push(path) === 3)
          throw new OnrecordError('disk-full', 'No room.', 'Make room.');
        realDisk.write(path, chunks);
      },
    };
    const stopped = await openEmbedded(folder, { disk, how: 'write', piece: 30 });
    const reader = await openEmbedded(folder, { piece: 30 });
    for (const archive of [reader, stopped]) expect(await holders(archive, 'number 3q of all')).toHaveLength(1);
    const kept = readdirSync(join(folder, 'index')).filter((name) => name.startsWith('segment-'));
    expect(kept).toHaveLength(2);
    await reader.close();
    await stopped.close();
    const told: { done: number; total: number }[] = [];
    const again = await openEmbedded(folder, { piece: 30, work: { ...workHere(), filled: (f) => void told.push(f) } });
    await findsAll(folder);
    await again.close();
    expect(readdirSync(join(folder, 'index'))).toEqual(expect.arrayContaining(kept));
  });

  it('goes on where a stop left it', async () => {
    const folder = await made();
    const name = readdirSync(join(folder, 'index')).find((file) => file.startsWith('segment-'))!;
    rmSync(join(folder, 'index', name));
    const stop = new AbortController();
    const writer = await openEmbedded(folder, { how: 'write' });
    const progress = ({ doing }: { doing: string }): void => void (doing === 'reading' && stop.abort());
    await expect(writer.repair({ signal: stop.signal, progress })).rejects.toMatchObject({ code: 'stopped' });
    expect((await writer.repair()).faults).toHaveLength(1);
    await writer.close();
    await findsAll(folder);
  });

  it('of another record is passed over', async () => {
    const [one, other] = [await made(), join(folderForTest(), 'archive')];
    const archive = await openEmbedded(other, { how: 'write' });
    for (let n = 0; n < TEXTS + 2; n++) await add(archive, `${n}.txt`, `Another ${textOf(n + 50)}`);
    await archive.close();
    for (const name of readdirSync(join(other, 'index'))) rmSync(join(other, 'index', name));
    for (const name of readdirSync(join(one, 'index')))
      writeFileSync(join(other, 'index', name), readFileSync(join(one, 'index', name)));
    const reader = await openEmbedded(other);
    expect(await holders(reader, 'another here stands number 55q')).toHaveLength(1);
    await reader.close();
  });
});
