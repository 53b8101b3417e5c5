import { describe, expect, it } from 'vitest';
import { cutFile } from '../../src/jobs/cut-files.js';
import { findFiles } from '../../src/jobs/find-files.js';
import { OnrecordError, type When } from '#base/index.js';
import { readWhole } from '#jobs/index.js';
import { type Contents, filesInMemory } from './files-in-memory.js';

const found: readonly (readonly [string, Contents, readonly string[], readonly string[]])[] = [
  ['a file', { 'a.txt': 'a' }, ['a.txt'], ['a.txt']],
  [
    'a folder in the order of numbers',
    { 't/10.txt': '', 't/9.txt': '', 't/b/1.txt': '' },
    ['t'],
    ['t/9.txt', 't/10.txt', 't/b/1.txt'],
  ],
  ['what is named twice once', { 't/a.txt': '' }, ['t/a.txt', 't'], ['t/a.txt']],
  [
    'none of what systems leave lying about',
    {
      't/.DS_Store': '',
      't/.git/HEAD': '',
      't/Thumbs.db': '',
      't/desktop.ini': '',
      't/~$draft.docx': '',
      't/__MACOSX/x': '',
      't/a.txt': '',
    },
    ['t'],
    ['t/a.txt'],
  ],
  ['a hidden file that is named', { 't/.notes.txt': '' }, ['t/.notes.txt'], ['t/.notes.txt']],
  [
    'a saved page without its furniture',
    { 't/page.html': '', 't/page_files/ad.js': '', 't/other_files/b.txt': '' },
    ['t'],
    ['t/other_files/b.txt', 't/page.html'],
  ],
];

describe('findFiles finds', () => {
  it.each(found)('%s', async (_, contents, paths, expected) => {
    const { found: files, unreadable } = await findFiles(paths, filesInMemory(contents));
    expect(files.map(({ path }) => path)).toEqual(expected);
    expect(unreadable).toEqual([]);
  });
  it('names what is not there, and finds the rest', async () => {
    const { found: files, unreadable } = await findFiles(['gone.txt', 'a.txt'], filesInMemory({ 'a.txt': '' }));
    expect(files.map(({ path }) => path)).toEqual(['a.txt']);
    expect(unreadable.map(({ path, error }) => [path, (error as OnrecordError).code])).toEqual([
      ['gone.txt', 'not-found'],
    ]);
  });
});

const NOW = (): When => ({ at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' });

describe('cutFile', () => {
  const cut = async (name: string, contents: Contents): Promise<unknown[]> => {
    const files = filesInMemory(contents);
    const parts: unknown[] = [];
    for await (const part of cutFile(await files.look(name), files, NOW))
      parts.push(
        'error' in part
          ? [part.path, (part.error as OnrecordError).code]
          : [part.path, part.origin, new TextDecoder().decode(part.bytes)],
      );
    return parts;
  };
  it('cuts .jsonl into lines with their numbers, passing over empty ones', async () => {
    const text = '\ufeff{"text":"Пять слов"}\r\n\n  \n{"text":"two"}\n{"text":"last"}';
    expect(await cut('t.jsonl', { 't.jsonl': text })).toEqual([
      ['t.jsonl#1', '/home/ann/t.jsonl#1', '{"text":"Пять слов"}\r'],
      ['t.jsonl#4', '/home/ann/t.jsonl#4', '{"text":"two"}'],
      ['t.jsonl#5', '/home/ann/t.jsonl#5', '{"text":"last"}'],
    ]);
  });
  it('takes any other file whole', async () => {
    expect(await cut('t.json', { 't.json': '[\n1]' })).toEqual([['t.json', '/home/ann/t.json', '[\n1]']]);
  });
  it('refuses what is too long without reading it', async () => {
    expect(await cut('t.txt', { 't.txt': { size: 200_000_000 } })).toEqual([['t.txt', 'input-too-large']]);
  });
  it('gives the failure of reading as a part', async () => {
    expect(await cut('t.txt', { 't.txt': new OnrecordError('input-unreadable', 'No.') })).toEqual([
      ['t.txt', 'input-unreadable'],
    ]);
  });
});

describe('readWhole', () => {
  const rows: readonly (readonly [string, Contents, string])[] = [
    ['gone.txt', {}, 'not-found'],
    ['t', { 't/a.txt': '' }, 'input-unreadable'],
    ['big.txt', { 'big.txt': { size: 200_000_000 } }, 'input-too-large'],
  ];
  it.each(rows)('refuses %s', async (path, contents, code) => {
    await expect(readWhole(path, filesInMemory(contents))).rejects.toMatchObject({ code });
  });
  it('reads standard input in all its pieces', async () => {
    const { bytes, name } = await readWhole('-', filesInMemory({}, ['one ', 'two']));
    expect([name, new TextDecoder().decode(bytes)]).toEqual(['standard input', 'one two']);
  });
});
