/** Reading in worker threads: what is slow or breaks costs its own file and nothing else. */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type * as parsing from '../../src/main/parsing.js';
import { root } from '../architecture/sources.js';

// Workers are started from a file, and only the built one can be.
const { parsePool } = (await import(join(root, 'dist/main/parsing.js'))) as typeof parsing;

const text = (words: string) => ({ bytes: new TextEncoder().encode(words), name: 'a.txt', mediaType: null });

describe('parsePool', () => {
  let close: () => Promise<void> = async () => {};
  afterEach(() => close());

  it('reads many texts, each answer to its own question', async () => {
    const pool = parsePool();
    close = () => pool.close();
    const read = await Promise.all(Array.from({ length: 50 }, (_, i) => pool.extract(text(`Text number ${i}.`))));
    expect(read.map(({ value }) => value[0]?.rendering.text)).toEqual(
      Array.from({ length: 50 }, (_, i) => `Text number ${i}.`),
    );
  });
  it('gives up what takes too long, and goes on', async () => {
    const pool = parsePool({ deadline: 5, last: 5 });
    close = () => pool.close();
    const slow = await pool.extract(text('word '.repeat(2_000_000)));
    expect(slow.value).toEqual([]);
    expect(slow.problems[0]?.message).toMatch(/took longer/);
    // Whatever the pace of this machine, a refusal is an answer and the queue moves.
    const after = await Promise.all([pool.extract(text('One.')), pool.extract(text('Two.'))]);
    expect(after.length).toBe(2);
  });
  it('refuses what extract refuses', async () => {
    const pool = parsePool();
    close = () => pool.close();
    expect((await pool.extract(text(''))).problems[0]?.code).toBe('input-empty');
  });
});
