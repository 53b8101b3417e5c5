/** Damage in the files of the index: noticed, named, and mended from the texts, whichever byte it is in. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '#archive/embedded/index.js';
import { OnrecordError } from '#base/index.js';
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
