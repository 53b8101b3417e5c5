/**
 * Golden cases: a folder with one input and the picture of what is read from it. A new case gets its picture by
 * UPDATE_CASES=1, and is then read through by a person.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extract } from '#extract/index.js';
import { picture } from './read.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases');

describe('golden cases', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const input = readdirSync(join(folder, name)).find((file) => !file.startsWith('expected'))!;
    const bytes = new Uint8Array(readFileSync(join(folder, name, input)));
    const { value, problems } = await extract({ bytes, name: input, mediaType: null });
    const seen = [...problems.map(({ code, message }) => `refused: ${code}: ${message}\n`), ...value.map(picture)].join(
      '----\n',
    );
    const expected = join(folder, name, 'expected.txt');
    if (process.env['UPDATE_CASES'] && !existsSync(expected)) writeFileSync(expected, seen);
    expect(seen).toBe(readFileSync(expected, 'utf8'));
  });
});
