/**
 * Bytes that are made to harm, read by the program's own worker threads: each comes to an end soon, with its text where
 * it has one; the thread that answers people goes on answering, and memory stays what it was.
 */
import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import type * as parsing from '../../src/main/parsing.js';
import { root } from '../architecture/sources.js';

const { parsePool } = (await import(join(root, 'dist/main/parsing.js'))) as typeof parsing;

const LONG = process.env['ONRECORD_LONG_TESTS'] === '1';
/** Milliseconds: on a machine by itself, and on one that runs all tests at once. */
const LAG_P99 = LONG ? 50 : 250;
/** Milliseconds of the processor, collecting of garbage beside the reading with it. */
const SLOWEST = 2_000;
const MOST_MEMORY = 400 * 2 ** 20;

const WORDS = 'The treaty stands, and nobody will be moved from any part of it.';
const P = `<p>${WORDS}</p>`;
const xml = (entities: string, body: string): string =>
  `<?xml version="1.0"?><!DOCTYPE html [${entities}]><html><body>${body}${P}</body></html>`;
const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

/** A zip with stored or deflated entries (APPNOTE 4.3), as small as it can be written. */
function zip(entries: readonly { name: string; bytes: Uint8Array; size?: number }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, size } of entries) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size ?? bytes.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size ?? bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += head.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
function processorSince(used: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(used);
  return Math.round((user + system) / 1000);
}
const zeroes = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_000_000, 0x20);

const rows: readonly [name: string, file: string, bytes: () => Uint8Array, text: boolean][] = [
  ['elements 50,000 deep', 'a.html', () => Buffer.from('<div>'.repeat(50_000) + P), true],
  ['bold 50,000 deep', 'a.html', () => Buffer.from('<b>'.repeat(50_000) + P), true],
  ['tables 20,000 deep', 'a.html', () => Buffer.from('<table><tr><td>'.repeat(20_000) + P), true],
  ['billion laughs', 'a.html', () => Buffer.from(xml(`<!ENTITY l0 "ha">${laughs}`, '<p>&l20;</p>')), true],
  [
    'quadratic blow-up',
    'a.html',
    () => Buffer.from(xml(`<!ENTITY a "${'a'.repeat(50_000)}">`, `<p>${'&a;'.repeat(50_000)}</p>`)),
    true,
  ],
  [
    'an outside entity',
    'a.html',
    () => Buffer.from(xml('<!ENTITY x SYSTEM "file:///etc/hostname">', '<p>&x;</p>')),
    true,
  ],
  ['five million references', 'a.html', () => Buffer.from(`${'&#65;'.repeat(5_000_000)}${P}`), true],
  ['a tag of 10 MB', 'a.html', () => Buffer.from(`<div ${'a=b '.repeat(2_500_000)}>${P}`), true],
  ['paragraphs without number', 'a.html', () => Buffer.from('<p>x'.repeat(LONG ? 1_000_000 : 100_000) + P), true],
  [
    'a document that unpacks to 400 MB',
    'a.docx',
    () => zip([{ name: 'word/document.xml', bytes: zeroes(400) }]),
    false,
  ],
  [
    'a document that lies about its length',
    'a.docx',
    () => zip([{ name: 'word/document.xml', bytes: zeroes(150), size: 100 }]),
    false,
  ],
  [
    'zips in zips',
    'a.docx',
    () =>
      zip([
        {
          name: 'word/document.xml',
          bytes: zip([{ name: 'word/document.xml', bytes: zip([{ name: 'a', bytes: zeroes(100) }]) }]),
        },
      ]),
    false,
  ],
  [
    'names that lead out of a zip',
    'a.docx',
    () =>
      zip([
        { name: '../../../../tmp/onrecord-was-here', bytes: Buffer.from('x') },
        { name: 'word/document.xml', bytes: Buffer.from('<x/>') },
      ]),
    false,
  ],
  [
    'a PDF that is none',
    'a.pdf',
    () => Buffer.from(`%PDF-1.7\n${'1 0 obj << /Kids [1 0 R] >> endobj\n'.repeat(50_000)}`),
    false,
  ],
];

describe('bytes that are made to harm', () => {
  let close: () => Promise<void> = async () => {};
  afterEach(() => close());

  it('are read soon, or refused in a sentence, while the program goes on', { timeout: 300_000 }, async () => {
    const pool = parsePool();
    close = () => pool.close();
    const table: Record<string, string | number | boolean>[] = [];
    const plain = { bytes: Buffer.from(WORDS), name: 'a.txt', mediaType: null };
    await pool.extract(plain);
    const lag = monitorEventLoopDelay({ resolution: 5 });
    for (const [name, file, make, hasText] of rows) {
      const bytes = make();
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
      const begun = performance.now();
      const used = process.cpuUsage();
      lag.enable();
      const { value, problems } = await pool.extract({ bytes, name: file, mediaType: null });
      lag.disable();
      clearInterval(watch);
      const text = value.map(({ rendering }) => rendering.text).join('\n');
      const row = {
        name,
        ms: Math.round(performance.now() - begun),
        processor: processorSince(used),
        memory: Math.round((most - before) / 2 ** 20),
        text: text.includes(WORDS),
      };
      table.push(row);
      expect.soft(row.text, name).toBe(hasText);
      if (!hasText) expect.soft(problems[0]?.message ?? '', name).toMatch(/[.]$/);
      expect.soft(text, name).not.toMatch(/haha|a{20}/);
      expect.soft(row.processor, name).toBeLessThan(SLOWEST);
      expect.soft(most - before, name).toBeLessThan(MOST_MEMORY);
    }
    const p99 = lag.percentile(99) / 1e6;
    if (LONG) console.table([...table, { name: 'lag p99', ms: Math.round(p99 * 10) / 10 }]);
    expect(p99).toBeLessThan(LAG_P99);
    expect((await pool.extract(plain)).value[0]?.rendering.text).toBe(WORDS);
  });

  it('are read without a tree where a tree takes too long', { timeout: 60_000 }, async () => {
    const pool = parsePool({ deadline: 20, last: 50_000 });
    close = () => pool.close();
    const page = `<html><body><nav>Home</nav>${P.repeat(20_000)}<p>And the end.</p></body></html>`;
    const { value } = await pool.extract({ bytes: Buffer.from(page), name: 'a.html', mediaType: null });
    expect(value[0]?.rendering.text).toMatch(/And the end\.$/);
    expect(value[0]?.problems.map(({ code }) => code)).toContain('page-too-deep');
  });

  it('and without a tree where a tree takes too much memory', { timeout: 60_000 }, async () => {
    const pool = parsePool({ deadline: 50_000, last: 50_000, megabytes: 80 });
    close = () => pool.close();
    const page = `<html><body>${'<i>a</i> '.repeat(250_000)}${P}</body></html>`;
    const { value } = await pool.extract({ bytes: Buffer.from(page), name: 'a.html', mediaType: null });
    expect(value[0]?.rendering.text).toContain(WORDS);
    expect(value[0]?.problems.map(({ code }) => code)).toContain('page-too-deep');
  });
});
