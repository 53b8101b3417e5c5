/**
 * Out as WARC and WACZ and in again, by us and by others: every payload keeps its digest; what others captured keeps
 * whose it was. Other programs are asked where they are on the machine: `warcio` and `wacz` of Python (the interpreter
 * is `python3`, or PYTHON), js-wacz where `npm ci` was run in bench/peers.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WARCParser, WARCRecord, WARCSerializer } from 'warcio';
import { openEmbedded } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { openWacz, zipEntries } from '#custody/index.js';
import { extract } from '#extract/index.js';
import { addAddresses, exportCaptures, type ImportReport, importFiles } from '#jobs/index.js';
import { projectRoot } from '../../bench/pm-transcripts.js';
import { straightTo } from '../capture/web/straight.js';
import { filesInMemory } from './files-in-memory.js';

const clock = () => ({ at: '2031-07-02T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' }) as const;
const WORDS = 'We could accept inspectors at the northern terminal before the end of March.';
const PAGE = `<!doctype html><html lang="en"><head><title>On the terminal</title></head><body><main><h1>On the terminal</h1><p>${WORDS}</p></main></body></html>`;
const PYTHON = process.env['PYTHON'] ?? 'python3';
const hasPython = (module: string): boolean => spawnSync(PYTHON, ['-c', `import ${module}`]).status === 0;
const JS_WACZ = join(projectRoot(), 'bench/peers/node_modules/.bin/js-wacz');

const folder = mkdtempSync(join(tmpdir(), 'onrecord-wacz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function exported(archive: Archive, form: 'warc' | 'wacz'): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const write = async (_: string, from: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const piece of from) pieces.push(piece.slice());
  };
  await exportCaptures({ form, path: `out.${form}`, named: [], software: 'Onrecord/test' }, { archive, clock, write });
  return Buffer.concat(pieces);
}

async function imported(
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly archive: Archive; readonly report: ImportReport }> {
  const archive = await openEmbedded(mkdtempSync(join(folder, 'in-')), { how: 'write' });
  const report = await importFiles(
    { paths: [name] },
    { archive, files: filesInMemory({ [name]: bytes }), clock, extract },
  );
  return { archive, report };
}

/** Origin and digest of each capture, with the words that were read from it. */
async function heldIn(archive: Archive): Promise<{ origin: string; digest: string; bytes: string }[]> {
  const captures = await archive.custody.captures({ references: [] });
  return Promise.all(
    captures.map(async ({ reference }) => {
      const { origin, digest } = await archive.captureOf(reference);
      return { origin, digest, bytes: digestOf(await archive.bytes(reference)) };
    }),
  );
}

let archive: Archive;
let warc: Buffer;
let wacz: Buffer;
beforeAll(async () => {
  archive = await openEmbedded(join(folder, 'archive'), { how: 'write' });
  const files = { 'a speech.txt': WORDS, 'ü.html': PAGE.replace('March', 'May'), 'data.json': `{"text": "${WORDS}"}` };
  await importFiles({ paths: Object.keys(files) }, { archive, files: filesInMemory(files), clock, extract });
  const site = {
    host: 'ministry.example',
    answer: ({ path }: { path: string }) =>
      path === '/old'
        ? { status: 301, headers: { location: '/päge?q=1%202' } }
        : { headers: { 'content-type': 'text/html; charset=utf-8', 'x-odd': 'a: b' }, body: PAGE },
  };
  const { fetch } = straightTo([site], () => Date.parse('2031-07-01T00:00:00Z'));
  await addAddresses(
    { addresses: ['https://ministry.example/old', 'https://ministry.example/plain'], allow: [], ignoreRobots: false },
    { archive, fetch, extract },
  );
  warc = await exported(archive, 'warc');
  wacz = await exported(archive, 'wacz');
});
afterAll(() => archive.close());

const asSource = (bytes: Uint8Array) => ({
  size: bytes.length,
  part: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
});

/** Target and digest of the payloads of a WARC, by warcio of npm, which reads them apart from us. */
async function readByWarcio(file: Uint8Array): Promise<string[]> {
  const seen: string[] = [];
  for await (const record of new WARCParser(Readable.toWeb(Readable.from([file])) as ReadableStream<Uint8Array>)) {
    if (record.warcType !== 'response' && record.warcType !== 'resource') continue;
    const payload = (await record.readFully(false)) ?? new Uint8Array();
    // Of what others captured only what they said of it is there.
    if (record.warcPayloadDigest !== null)
      expect(record.warcPayloadDigest, record.warcTargetURI ?? '').toBe(`sha256:${digestOf(payload)}`);
    seen.push(`${record.warcTargetURI} ${digestOf(payload)}`);
  }
  return seen.toSorted();
}

describe('out and in again', () => {
  it.each(['warc.gz', 'wacz'])('by .%s keeps every payload, every address and every text', async (form) => {
    const { archive: other, report } = await imported(`theirs.${form}`, form === 'wacz' ? wacz : warc);
    expect(report.rows.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    const held = await heldIn(archive);
    expect(held.length).toBe(5);
    expect(await heldIn(other)).toEqual(held);
    const texts = async (one: Archive): Promise<string[]> =>
      Promise.all((await one.list({})).map(async ({ versions }) => (await one.text(versions.at(-1)!.reference)).text));
    expect((await texts(other)).toSorted()).toEqual((await texts(archive)).toSorted());
    expect((await other.custody.verify({})).problems).toEqual([]);
    const [first] = await other.custody.captures({ references: [] });
    expect((await other.captureOf(first!.reference)).provenance).toMatchObject({
      software: expect.stringContaining('Onrecord/test'),
      record: expect.stringContaining('urn:uuid:'),
    });
    await other.close();
  });

  it('is read by another reader with the same digests, in the WACZ too', async () => {
    const held = await heldIn(archive);
    const seen = await readByWarcio(warc);
    expect(seen.map((line) => line.split(' ').at(-1))).toEqual(
      expect.arrayContaining(held.map(({ digest }) => digest)),
    );
    const { files, faults } = await openWacz(await zipEntries(asSource(wacz)));
    expect(faults).toEqual([]);
    const inside = await Promise.all(files.map(async ({ source }) => source.part(0, source.size)));
    expect((await Promise.all(inside.map(readByWarcio))).flat().toSorted()).toEqual(seen);
  });

  const check = (
    program: readonly string[],
    name: string,
    bytes: Uint8Array,
  ): { status: number | null; said: string } => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const { status, stdout, stderr } = spawnSync(PYTHON, [...program, path], { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  it.skipIf(!hasPython('warcio'))('is accepted by `warcio check` (needs warcio of Python)', () => {
    const { status, said } = check(['-m', 'warcio.cli', 'check', '-v'], 'checked.warc.gz', warc);
    expect(status, said).toBe(0);
    expect(said).toContain('digest pass');
    expect(said).not.toContain('digest failed');
  });
  it.skipIf(!hasPython('wacz'))('is accepted by `wacz validate` (needs wacz of Python)', () => {
    const { status, said } = check(['-m', 'wacz.main', 'validate', '-f'], 'checked.wacz', wacz);
    expect(status, said).toBe(0);
    expect(said).toMatch(/valid/i);
  });
  it.skipIf(!existsSync(JS_WACZ))(
    'is made a WACZ by js-wacz, which is taken in with the same digests (needs js-wacz)',
    async () => {
      const from = join(folder, 'for-js-wacz.warc.gz');
      const to = join(folder, 'theirs.wacz');
      writeFileSync(from, warc);
      const made = spawnSync(JS_WACZ, ['create', '--file', from, '--output', to], { encoding: 'utf8' });
      expect(made.status, made.stderr).toBe(0);
      const { archive: other, report } = await imported('theirs.wacz', readFileSync(to));
      // js-wacz 0.1.6 writes digests into its package that are not those of the files; that is said, and costs nothing.
      const said = report.rows.filter(({ outcome }) => outcome === 'refused').flatMap(({ reasons }) => reasons);
      expect(said.filter((reason) => !reason.includes('is not the file that datapackage.json names'))).toEqual([]);
      expect(await heldIn(other)).toEqual(await heldIn(archive));
      await other.close();
    },
  );
});

describe('what others captured', () => {
  type Given = {
    type: string;
    url: string;
    body: Uint8Array | string;
    http?: Record<string, string>;
    fields?: Record<string, string>;
  };
  const records: readonly Given[] = [
    {
      type: 'response',
      url: 'https://a.example/plain',
      body: PAGE,
      http: { 'Content-Type': 'text/html; charset=utf-8' },
    },
    {
      type: 'response',
      url: 'https://a.example/gzip',
      body: gzipSync(PAGE.replace('March', 'April')),
      http: { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' },
    },
    {
      type: 'response',
      url: 'https://a.example/br',
      body: brotliCompressSync(PAGE.replace('March', 'June')),
      http: { 'Content-Type': 'text/html', 'Content-Encoding': 'br' },
    },
    {
      type: 'response',
      url: 'https://a.example/chunked',
      body: `5\r\n<html\r\n${(PAGE.length - 20).toString(16)}\r\n>${'x'.repeat(PAGE.length - 21)}\r\n0\r\n\r\n`,
      http: { 'Content-Type': 'text/html', 'Transfer-Encoding': 'chunked' },
    },
    {
      type: 'response',
      url: 'https://a.example/picture.png',
      body: new Uint8Array([137, 80, 78, 71]),
      http: { 'Content-Type': 'image/png' },
    },
    {
      type: 'resource',
      url: 'file:///notes.txt',
      body: 'Notes: the minister said nothing on Tuesday.',
      fields: { 'Content-Type': 'text/plain' },
    },
  ];
  let file: Buffer;
  beforeAll(async () => {
    const pieces: Uint8Array[] = [];
    const put = async (record: WARCRecord): Promise<void> => {
      pieces.push(
        await WARCSerializer.serialize(record, { gzip: true, digest: { algo: 'sha-256', prefix: 'sha256:' } }),
      );
    };
    await put(
      WARCRecord.createWARCInfo(
        { filename: 'crawl.warc.gz', warcVersion: 'WARC/1.0' },
        { software: 'Crawler 7', operator: 'The Library' },
      ),
    );
    for (const { type, url, body, http, fields } of records) {
      const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
      await put(
        WARCRecord.create(
          {
            type: type as 'response',
            url,
            date: '2019-05-06T07:08:09Z',
            warcVersion: 'WARC/1.0',
            ...(http ? { httpHeaders: http, statusline: 'HTTP/1.1 200 OK' } : {}),
            ...(fields ? { warcHeaders: fields } : {}),
          },
          (async function* one() {
            yield bytes;
          })(),
        ),
      );
    }
    file = Buffer.concat(pieces);
  });

  it('keeps the day of their capture, their software, their operator, the file and the record', async () => {
    const { archive: other, report } = await imported('crawl.warc.gz', file);
    expect(report.rows.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    const captures = await other.custody.captures({ references: [] });
    expect(captures.map(({ origin }) => origin)).toEqual(records.map(({ url }) => url));
    for (const { reference } of captures) {
      const { provenance, at } = await other.captureOf(reference);
      expect(at.at).toBe('2019-05-06T07:08:09');
      expect(provenance).toMatchObject({
        taken: '2031-07-02T09:00:00Z',
        file: 'crawl.warc.gz',
        software: 'Crawler 7',
        operator: 'The Library',
        record: expect.stringMatching(/^urn:uuid:/),
      });
    }
    expect((await other.list({})).length).toBe(5);
    expect(digestOf(await other.bytes('c2'))).toBe(digestOf(Buffer.from(PAGE.replace('March', 'April'))));
    expect((await other.custody.verify({})).problems).toEqual([]);
    // Out again, another reader still finds their bodies as they sent them, codings and all.
    const again = await readByWarcio(await exported(other, 'warc'));
    expect(again).toEqual(await readByWarcio(file));
    await other.close();
  });

  it('loses no other record to one that is damaged', async () => {
    const starts: number[] = [];
    for (
      let at = file.indexOf(Buffer.from([0x1f, 0x8b, 0x08]));
      at >= 0;
      at = file.indexOf(Buffer.from([0x1f, 0x8b, 0x08]), at + 1)
    )
      starts.push(at);
    const torn = Buffer.from(file);
    // In the middle of the second page.
    torn.fill(0, starts[1]! + 60, starts[1]! + 90);
    const { archive: other, report } = await imported('crawl.warc.gz', torn);
    expect(report.rows.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThan(0);
    expect((await other.custody.captures({ references: [] })).length).toBe(records.length - 1);
    await other.close();
  });
});
