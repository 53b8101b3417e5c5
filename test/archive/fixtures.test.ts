/** Archives of earlier releases open, answer, and can be written to; a copy is opened, the fixture never changes. */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '#archive/embedded/index.js';
import { add, folderForTest, holders, looking } from './given.js';

const FIXTURES = join(import.meta.dirname, 'fixtures');
/** Named by a release, or by the version of the store where that has changed since. */
const RELEASES = readdirSync(FIXTURES).filter((name) => /^(\d+\.\d+\.\d+|store-\d+)$/.test(name));

describe.each(RELEASES)('the archive of %s', (release) => {
  const copy = (): string => {
    const folder = join(folderForTest(), 'archive');
    cpSync(join(FIXTURES, release), folder, { recursive: true });
    return folder;
  };

  it.each([
    ['could accept inspectors at the northern terminal', 'harbour'],
    ['will accept inspectors at the northern terminal', 'harbour'],
    ['proposed to lower the pensions of widows', 'pensions'],
    ['noch vor dem Ende des Monats', 'hafen'],
    ['инспекторов на северный терминал', 'порт'],
    ['允许检查人员进入北方码头', '港口'],
  ])('finds %s', async (words, title) => {
    const archive = await openEmbedded(copy());
    const [found] = await archive.recall([looking(words)]);
    expect(found!.candidates[0]!.document.title).toBe(title);
    expect(found!.exact.documents).toBe(1);
    await archive.close();
  });

  it('keeps versions, facts, bytes, what was dropped, and who did it', async () => {
    const archive = await openEmbedded(copy());
    const harbour = await archive.document('harbour.txt');
    expect(harbour!.versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(harbour!.speaker?.value).toBe('Vela Orlin');
    expect(Buffer.from(await archive.bytes('c1')).toString()).toContain('We will accept inspectors');
    expect(await holders(archive, 'was dropped before the release')).toEqual([]);
    expect((await archive.log(10)).map(({ act, by }) => [act, by])).toContainEqual(['dropped', 'fixture']);
    expect((await archive.coverage()).texts).toBe(5);
    await archive.close();
  });

  it('takes new texts', async () => {
    const folder = copy();
    const archive = await openEmbedded(folder, { how: 'write' });
    await add(archive, 'new.txt', 'And it goes on in the next release.');
    expect((await archive.repair()).faults).toEqual([]);
    await archive.close();
    const again = await openEmbedded(folder);
    expect(await holders(again, 'it goes on in the next release')).toHaveLength(1);
    expect(await holders(again, 'northern terminal before the end')).toHaveLength(1);
    await again.close();
  });
});

it('there is a fixture for every release', () => {
  expect(RELEASES).toContain('0.1.0');
});
