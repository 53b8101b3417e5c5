/** An archive of an earlier store, whose upgrade is killed at any moment: the next opening finishes it and loses nothing. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '#archive/embedded/index.js';
import { openDatabase } from '../../src/archive/embedded/database.js';
import { addAll, folderForTest, holders, makeOld } from './given.js';

const BUILT = existsSync(join(import.meta.dirname, '../../dist/archive/embedded/index.js'));
const UPGRADER = join(import.meta.dirname, 'upgrader.mjs');
const KILLS = process.env['ONRECORD_LONG_TESTS'] === '1' ? 100 : 4;
const TEXTS = 300;

/** Lets a process open the archive and kills it so many milliseconds after it began to; whether it was open by then. */
function killedUpgrade(folder: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [UPGRADER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (out === '') setTimeout(() => child.kill('SIGKILL'), after);
    out += text;
  });
  return new Promise((resolve) => void child.once('close', () => resolve(out.includes('open'))));
}

describe.skipIf(!BUILT)('an upgrade that is killed (needs dist: npm run build)', () => {
  it(`${KILLS} times is finished by who comes next`, { timeout: KILLS * 20_000 }, async () => {
    const old = join(folderForTest(), 'archive');
    const made = await openEmbedded(old, { how: 'write' });
    await addAll(
      made,
      Array.from(
        { length: TEXTS },
        (_, i) => [`${i}.txt`, `Here stands number ${i}q of all texts. ${'It goes on. '.repeat(i % 40)}`] as const,
      ),
    );
    await made.close();
    const database = await openDatabase(join(old, 'record.sqlite'), 'write');
    makeOld(database, 2);
    database.close();
    let cutShort = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const folder = join(folderForTest(), 'archive');
      cpSync(old, folder, { recursive: true });
      if (!(await killedUpgrade(folder, (kill * 13) % 140))) cutShort++;
      const archive = await openEmbedded(folder, { how: 'write' });
      const { captures, problems } = await archive.custody.verify({});
      expect([captures, problems]).toEqual([TEXTS, []]);
      for (const i of [0, 7, TEXTS - 1]) expect(await holders(archive, `stands number ${i}q of`)).toHaveLength(1);
      await archive.close();
    }
    expect(cutShort).toBeGreaterThan(0);
  });
});
