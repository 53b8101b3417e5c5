/**
 * A disk that fails at any one of its writes, for a moment or for a while, with nothing or with half of it written: what
 * was acknowledged is kept and found, what was not is refused in a sentence, reading goes on, and when the disk is well
 * again so is the archive.
 */
import { appendFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, openEmbedded, realDisk } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { OnrecordError } from '#base/index.js';
import { digestOf } from '#custody/index.js';
import { fileFailure } from '../../src/archive/embedded/failures.js';
import { Random } from '../../bench/random.js';
import { add, folderForTest, holders } from './given.js';
import { canMount, mount } from './mounting.js';

const LONG = process.env['ONRECORD_LONG_TESTS'] === '1';
const POINTS = LONG ? 240 : 16;
const TEXTS = 9;
/** Small disks, and times that each is filled. */
const DISKS = LONG ? 10 : 1;
const FILLED = LONG ? 20 : 6;

const CODES = { ENOSPC: 'disk-full', EIO: 'disk-failed', EROFS: 'archive-read-only' } as const;
interface Fault {
  readonly code: keyof typeof CODES;
  /** The write at which it begins, and how many fail. */
  readonly at: number;
  readonly lasts: number;
  /** Half of the bytes are in the file when it fails, and stay there. */
  readonly half: boolean;
}

/** The disk of this machine with a fault; counts its writes. */
function faultyDisk(fault: Fault | null): Disk & { readonly writes: () => number; readonly failed: () => number } {
  let writes = 0;
  let failed = 0;
  const through = (path: string, half: () => void, work: () => void): void => {
    const n = writes++;
    if (fault === null || n < fault.at || n >= fault.at + fault.lasts) return work();
    failed++;
    if (fault.half) half();
    throw fileFailure(Object.assign(new Error(fault.code), { code: fault.code }), path);
  };
  const nothing = (): void => {};
  return {
    ...realDisk,
    writes: () => writes,
    failed: () => failed,
    makeFolder: (path) => through(path, nothing, () => realDisk.makeFolder(path)),
    write: (path, chunks, mode) => through(path, nothing, () => realDisk.write(path, chunks, mode)),
    append: (path, end, chunks) =>
      through(
        path,
        () => {
          const all = Buffer.concat(chunks);
          appendFileSync(path, all.subarray(0, all.length >> 1));
        },
        () => realDisk.append(path, end, chunks),
      ),
    cut: (path, length) => through(path, nothing, () => realDisk.cut(path, length)),
    remove: (path) => through(path, nothing, () => realDisk.remove(path)),
  };
}

const wordsOf = (n: number): string => `Here stands number ${n}q of all, and the minister said so.`;

interface Done {
  readonly writes: number;
  readonly failed: number;
  readonly refusals: readonly string[];
}

/** Makes an archive and adds texts to it; what fails is done again. */
async function live(fault: Fault | null): Promise<Done> {
  const folder = join(folderForTest(), 'archive');
  const disk = faultyDisk(fault);
  const refusals: string[] = [];
  /** Whatever fails says so, and succeeds when the disk is well. */
  const insisting = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof OnrecordError) || attempt > 20) throw error;
        expect(error.message).toMatch(/\.$/);
        expect(error.remedy).toMatch(/\.$/);
        refusals.push(error.code);
      }
    }
  };
  const open = (): Promise<Archive> => openEmbedded(folder, { how: 'write', disk, tailWords: 40 });
  let archive = await insisting(open);
  const held: number[] = [];
  for (let n = 0; n < TEXTS; n++) {
    await insisting(() => add(archive, `${n}.txt`, wordsOf(n)));
    held.push(n);
    for (const each of held)
      expect(await holders(archive, `stands number ${each}q of`), `${each} while ${n}`).toHaveLength(1);
    if (n === 4) {
      await archive.close();
      archive = await insisting(open);
    }
  }
  await archive.close();
  const again = await openEmbedded(folder, { how: 'write' });
  for (const n of held) {
    expect(await holders(again, `stands number ${n}q of`)).toHaveLength(1);
    const bytes = await again.bytes(`c${n + 1}`);
    expect(digestOf(bytes)).toBe((await again.captureOf(`c${n + 1}`)).digest);
    expect(Buffer.from(bytes).toString()).toBe(wordsOf(n));
  }
  expect((await again.status()).captures).toBe(TEXTS);
  expect((await again.custody.verify({})).problems).toEqual([]);
  await again.close();
  return { writes: disk.writes(), failed: disk.failed(), refusals };
}

describe('a disk that fails', () => {
  it(`at any of ${POINTS} points loses nothing that was acknowledged`, { timeout: 3_600_000 }, async () => {
    const { writes } = await live(null);
    expect(writes).toBeGreaterThan(20);
    const codes = Object.keys(CODES) as (keyof typeof CODES)[];
    let refused = 0;
    for (let i = 0; i < POINTS; i++) {
      const fault: Fault = {
        code: codes[i % codes.length]!,
        at: Math.floor((i * writes) / POINTS),
        lasts: i % 2 === 0 ? 1 : 7,
        half: i % 4 > 1,
      };
      try {
        const { failed, refusals } = await live(fault);
        expect(failed).toBeGreaterThan(0);
        expect(new Set(refusals).size).toBeLessThanOrEqual(1);
        if (refusals.length > 0) expect(refusals[0]).toBe(CODES[fault.code]);
        refused += refusals.length;
      } catch (error) {
        throw new Error(`with ${JSON.stringify(fault)}`, { cause: error });
      }
    }
    expect(refused).toBeGreaterThan(POINTS / 2);
  });
});

describe('a small disk', () => {
  it.skipIf(!canMount).each(Array.from({ length: DISKS }, (_, i) => i))(
    `of 64 MB, filled at ${FILLED} points, loses nothing that was acknowledged (needs the right to mount; seed %i)`,
    { timeout: 3_600_000 },
    async (seed) => {
      const random = new Random(64 + seed);
      const place = folderForTest();
      mount(['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs'], place);
      const folder = join(place, 'archive');
      const ballast = join(place, 'ballast');
      let archive = await openEmbedded(folder, { how: 'write', tailWords: 2000 });
      const held: number[] = [];
      const textOf = (n: number): string =>
        `Here stands number ${n}q of all. ${Array.from({ length: 150 }, (_, k) => `${n}x${(k * 7919 + n) % 10_007}`).join(' ')}`;
      for (let n = 0, filled = 0; filled < FILLED; n++) {
        const { bsize, bavail } = statfsSync(place);
        if (n % 4 === 0) writeFileSync(ballast, Buffer.alloc(Math.max(0, bsize * bavail - random.below(120_000))));
        try {
          await add(archive, `${n}.txt`, textOf(n));
          held.push(n);
        } catch (error) {
          if (!(error instanceof OnrecordError)) throw error;
          expect(error.code).toBe('disk-full');
          expect(error.message).toMatch(/\.$/);
          filled++;
          // Reading goes on while nothing can be written.
          for (const each of held.slice(-3))
            expect(await holders(archive, `stands number ${each}q of`)).toHaveLength(1);
          if (filled % 3 === 0) {
            await archive.close();
            const reader = await openEmbedded(folder);
            for (const each of held.slice(-3))
              expect(await holders(reader, `stands number ${each}q of`)).toHaveLength(1);
            await reader.close();
            rmSync(ballast);
            archive = await openEmbedded(folder, { how: 'write', tailWords: 2000 });
          } else rmSync(ballast);
          await add(archive, `${n}.txt`, textOf(n));
          held.push(n);
        }
      }
      rmSync(ballast, { force: true });
      await archive.close();
      const again = await openEmbedded(folder, { how: 'write' });
      for (const n of held) expect(await holders(again, `stands number ${n}q of`), String(n)).toHaveLength(1);
      const { problems, captures } = await again.custody.verify({});
      expect(problems).toEqual([]);
      expect(captures).toBe(held.length);
      await again.close();
    },
  );
});
