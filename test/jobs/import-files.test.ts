/** Imports into an archive that leaves nothing on disk, with the real extractor. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '#archive/index.js';
import { openTransient } from '#archive/embedded/index.js';
import { OnrecordError } from '#base/index.js';
import { extract } from '#extract/index.js';
import { type ImportReport, type Progress, importFiles, listTexts, showText } from '#jobs/index.js';
import { type Contents, bytesOf, filesInMemory } from './files-in-memory.js';

const clock = () => ({ at: '2025-07-12T10:00:00', precision: 'second', zone: 'Z', basis: 'stated' }) as const;
const statement = (title: string, words: string, more = ''): string =>
  `title: ${title}\nkind: statement\ndate: 2025-07-10\nlanguage: en\n${more}\n${words}\n`;
const line = (i: number): string =>
  `${JSON.stringify({ id: `n${i}`, title: `Note ${i}`, kind: 'statement', said: '2025-07-10', language: 'en', text: `Note number ${i} speaks of the harbour.` })}\n`;

describe('importFiles', () => {
  let archive: Archive;
  beforeEach(async () => {
    archive = await openTransient();
  });
  afterEach(() => archive.close());

  const run = (
    contents: Contents,
    paths: readonly string[],
    more: { input?: string[]; progress?: (p: Progress) => void; signal?: AbortSignal; extract?: typeof extract } = {},
  ): Promise<ImportReport> => {
    const { input = [], ...effects } = more;
    return importFiles({ paths }, { archive, files: filesInMemory(contents, input), clock, extract, ...effects });
  };
  const brief = ({ rows }: ImportReport) => rows.map(({ path, outcome, detail }) => [path, outcome, detail]);

  it('gives each file its row, in order, whatever the others are', async () => {
    const contents: Contents = {
      't/1-good.txt': statement('Good', 'The gates are open.'),
      't/2-undated.txt': 'kind: statement\nlanguage: en\n\nThe gates were open once, and nobody knows when.',
      't/3-empty.txt': '',
      't/4-picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
      't/5-forbidden.txt': new OnrecordError('input-unreadable', 'You may not read t/5-forbidden.txt.', 'Ask.'),
      't/6-huge.txt': { size: 200_000_000 },
      't/7-good.md': '# Another\n\nThe harbour is closed on 2025-07-11.',
      't/8-broken.json': '{"text": ',
    };
    const report = await run(contents, ['t']);
    expect(brief(report)).toEqual([
      ['t/1-good.txt', 'read', 'added'],
      ['t/2-undated.txt', 'needs a look', 'added'],
      ['t/3-empty.txt', 'refused', null],
      ['t/4-picture.png', 'refused', null],
      ['t/5-forbidden.txt', 'refused', null],
      ['t/6-huge.txt', 'refused', null],
      ['t/7-good.md', expect.stringMatching(/read|needs a look/), 'added'],
      ['t/8-broken.json', 'refused', null],
    ]);
    for (const { outcome, reasons } of report.rows)
      if (outcome === 'read') expect(reasons).toEqual([]);
      else expect(reasons.join(' ')).toMatch(/\S/);
    expect(report).toMatchObject({ files: 8, stop: null });
    expect(report.words).toBeGreaterThan(10);
    expect((await listTexts({}, { archive })).documents.length).toBe(3);
  });

  it('run again reads nothing that is held or was refused, and gives the same reasons', async () => {
    const contents: Contents = {
      't/a.txt': statement('A', 'Words of a.'),
      't/b.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    };
    const first = await run(contents, ['t']);
    const second = await run(contents, ['t'], {
      extract: () => {
        throw new RangeError('it was read again');
      },
    });
    expect(brief(second)).toEqual([
      ['t/a.txt', 'read', 'unchanged'],
      ['t/b.png', 'refused', null],
    ]);
    expect(second.rows[0]).toMatchObject({ document: first.rows[0]!.document, title: 'A' });
    expect(second.rows[1]!.reasons).toEqual(first.rows[1]!.reasons);
  });

  it('makes a new version of the same document where its words changed', async () => {
    const first = await run({ 'a.txt': statement('A', 'We are concerned.') }, ['a.txt']);
    const second = await run({ 'a.txt': statement('A', 'We are seriously concerned.') }, ['a.txt']);
    expect(second.rows).toEqual([
      expect.objectContaining({ detail: 'new version', document: first.rows[0]!.document }),
    ]);
    const { document, rendering } = await showText(first.rows[0]!.document!, { archive });
    expect(document.versions.length).toBe(2);
    expect(rendering.text).toContain('seriously');
    expect((await showText(`${document.reference}v1`, { archive })).rendering.text).not.toContain('seriously');
  });

  it('takes .jsonl line by line and .json with all its texts', async () => {
    const texts = [{ text: 'First text of the list.' }, { text: 'Second text of the list.' }, { body: 'no words' }];
    const report = await run({ 'n.jsonl': `${line(1)}not json\n${line(2)}`, 'list.json': JSON.stringify(texts) }, [
      'n.jsonl',
      'list.json',
    ]);
    expect(brief(report)).toEqual([
      ['n.jsonl#1', 'read', 'added'],
      ['n.jsonl#2', 'refused', null],
      ['n.jsonl#3', 'read', 'added'],
      ['list.json, text 1', 'needs a look', 'added'],
      ['list.json, text 2', 'needs a look', 'added'],
    ]);
    expect(report.rows[3]!.reasons.join(' ')).toMatch(/neither “text” nor “html”/);
    expect(new Set(report.rows.map(({ document }) => document)).size).toBe(5);
  });

  it('reads standard input', async () => {
    const report = await run({}, ['-'], { input: [statement('Typed', 'Words from a pipe.', 'id: typed-1\n')] });
    expect(report.rows).toEqual([expect.objectContaining({ path: 'standard input', title: 'Typed' })]);
  });

  it('tells of its progress', async () => {
    const told: Progress[] = [];
    await run({ 'n.jsonl': Array.from({ length: 200 }, (_, i) => line(i)).join('') }, ['n.jsonl'], {
      progress: (p) => told.push(p),
    });
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toMatchObject({ current: 'n.jsonl#200' });
    for (const [i, { done, bytes, totalBytes, words }] of told.entries()) {
      expect(bytes).toBeLessThanOrEqual(totalBytes);
      const before = told[i - 1];
      if (before)
        expect([done >= before.done, bytes >= before.bytes, words >= before.words]).toEqual([true, true, true]);
    }
  });

  it('stopped and started again it ends with the same texts, none twice and none lost', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => line(i)).join('');
    const stop = new AbortController();
    const half = await run({ 'n.jsonl': lines }, ['n.jsonl'], {
      signal: stop.signal,
      progress: ({ done }) => done >= 64 && stop.abort(),
    });
    expect(half.stop).toMatchObject({ code: 'stopped', remedy: expect.stringContaining('again') });
    expect(half.rows.length).toBeGreaterThanOrEqual(64);
    expect(half.rows.length).toBeLessThan(300);
    expect((await archive.coverage()).texts).toBe(half.rows.length);

    const rest = await run({ 'n.jsonl': lines }, ['n.jsonl']);
    expect(rest.stop).toBeNull();
    expect(rest.rows.length).toBe(300);
    expect(rest.rows.filter(({ detail }) => detail === 'unchanged').length).toBe(half.rows.length);
    expect((await archive.coverage()).texts).toBe(300);
  });

  it('ends with what was done where the archive fails, and says why', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => line(i)).join('');
    let holds = 0;
    const failing: Archive = new Proxy(archive, {
      get: (target, name) => {
        if (name === 'hold' && ++holds > 2) throw new OnrecordError('disk-full', 'The disk is full.', 'Make room.');
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const report = await importFiles(
      { paths: ['n.jsonl'] },
      { archive: failing, files: filesInMemory({ 'n.jsonl': lines }), clock, extract },
    );
    expect(report.stop).toMatchObject({ code: 'disk-full' });
    expect(report.rows.length).toBe(128);
    expect((await archive.coverage()).texts).toBe(128);
  });

  it('does not lose a text to one that cannot be read for ever', async () => {
    const report = await run({ 'a.txt': statement('A', 'Words.'), 'slow.txt': 'slow' }, ['a.txt', 'slow.txt'], {
      extract: async (input) =>
        input.name === 'slow.txt'
          ? {
              value: [],
              problems: [
                { code: 'input-unreadable', message: 'Reading it took longer than 60 seconds and was given up.' },
              ],
            }
          : extract(input),
    });
    expect(brief(report)).toEqual([
      ['a.txt', 'read', 'added'],
      ['slow.txt', 'refused', null],
    ]);
  });

  it('says that a dropped text stays dropped', async () => {
    const contents = { 'a.txt': statement('A', 'Words.') };
    const [row] = (await run(contents, ['a.txt'])).rows;
    await archive.drop(row!.document!, 'ann');
    const again = await run(contents, ['a.txt']);
    expect(again.rows[0]!.reasons.join(' ')).toMatch(/dropped/);
    expect((await archive.coverage()).texts).toBe(0);
  });

  it('reads bytes of another encoding', async () => {
    const utf16 = new Uint8Array(
      Uint16Array.from(`\ufeff${statement('Письмо', 'Мы готовы.')}`, (c) => c.charCodeAt(0)).buffer,
    );
    const report = await run({ 'a.txt': utf16, 'b.txt': bytesOf(statement('B', 'Plain.')) }, ['a.txt', 'b.txt']);
    expect(report.rows.map(({ title }) => title)).toEqual(['Письмо', 'B']);
  });
});
