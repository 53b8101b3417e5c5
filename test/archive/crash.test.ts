/** Killed at any moment, an archive has lost nothing that it acknowledged and holds nothing that is torn. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '#archive/embedded/index.js';
import { CHAIN_START, digestOf, readChain } from '#custody/index.js';
import { add, folderForTest, holders, looking } from './given.js';

const WRITER = join(import.meta.dirname, 'writer.mjs');
const BUILT = existsSync(join(import.meta.dirname, '../../dist/archive/embedded/index.js'));
/** `npm run test:long` kills more often; `KILLS=50` so often. */
const KILLS = Number(process.env['KILLS'] ?? (process.env['ONRECORD_LONG_TESTS'] === '1' ? 1000 : 8));

/** Lets a writer add texts from number `first` and kills it `after` ms from its first acknowledgement. */
function killedWriter(folder: string, first: number, after: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [WRITER, folder, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (out === '') setTimeout(() => child.kill('SIGKILL'), after);
    out += text;
  });
  return new Promise((resolve, reject) => {
    child.once('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(err));
      // The last line may have been cut off by the kill; a line is printed whole or the kill was in between.
      else resolve(out.split('\n').slice(0, -1));
    });
  });
}

describe.skipIf(!BUILT)('a writer that is killed (needs dist: npm run build)', () => {
  it(
    `${KILLS} times has lost nothing that was acknowledged`,
    async () => {
      const folder = join(folderForTest(), 'archive');
      const captured: string[] = [];
      const held: string[] = [];
      for (let round = 0; round < KILLS; round++) {
        const lines = await killedWriter(folder, round * 100_000, (round * 37) % 260);
        captured.push(...lines.filter((line) => line.startsWith('c')));
        held.push(...lines.filter((line) => line.endsWith('q')));
        // Some rounds are looked at by a reader, some are followed by the next writer at once.
        if (round % 3 !== 1) continue;
        const reader = await openEmbedded(folder);
        for (const number of held.slice(-20))
          expect(await holders(reader, `stands number ${number} of`)).toHaveLength(1);
        await reader.close();
      }
      // On a busy machine a round may end with little done; with nothing done at all, nothing would be tested.
      expect(held.length).toBeGreaterThan(KILLS / 2);
      const archive = await openEmbedded(folder, { how: 'write' });
      try {
        for (const number of held) expect(await holders(archive, `stands number ${number} of`), number).toHaveLength(1);
        for (const capture of captured) {
          const { digest, origin } = await archive.captureOf(capture);
          const bytes = await archive.bytes(capture);
          expect(digestOf(bytes)).toBe(digest);
          expect(Buffer.from(bytes).toString()).toContain(`number ${origin.replace('.txt', 'q')}`);
        }
        await add(archive, 'after.txt', 'And it goes on.');
        const status = await archive.status();
        const [all] = await archive.recall([looking('of all the texts')]);
        expect(all!.exact.documents).toBe(status.versions - 1);
      } finally {
        await archive.close();
      }
      let link = CHAIN_START;
      for (const name of readdirSync(join(folder, 'captures')).toSorted()) {
        const chain = readChain(readFileSync(join(folder, 'captures', name)), link);
        expect(chain.damage).toBeNull();
        ({ link } = chain);
      }
      expect(readdirSync(join(folder, 'index')).filter((name) => name.endsWith('.new'))).toEqual([]);
    },
    KILLS * 15_000,
  );
});
