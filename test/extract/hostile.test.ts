/** Input that is built, or happens, to hang parsers: text comes out, nothing is thrown, and it takes no time to speak of. */
import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '#extract/index.js';
import { blocksOf, mainText, readOne, refusal, utf8 } from './read.js';

/** Milliseconds on a busy machine; each case takes a tenth of it on an idle one. */
const LONGEST = 6_000;
const WORDS = 'The treaty stands, and nobody will be moved from any part of it.';
const P = `<p>${WORDS}</p>`;
const many = (n: number, each: (i: number) => string): string => Array.from({ length: n }, (_, i) => each(i)).join('');

async function timed(text: string, name: string): Promise<{ ms: number; text: string }> {
  const start = performance.now();
  const { value } = await extract({ bytes: utf8(text), name, mediaType: null });
  return { ms: performance.now() - start, text: value.map(({ rendering }) => rendering.text).join('\n') };
}

describe('pages', () => {
  it('5,000 nested elements take less than a second', async () => {
    await timed(P, 'a.html');
    const { ms, text } = await timed('<div>'.repeat(5_000) + P, 'a.html');
    expect(text).toContain(WORDS);
    expect(ms).toBeLessThan(1_000);
  });
  it.each([
    ['nested 50,000 deep', '<div>'.repeat(50_000) + P],
    ['bold 5,000 deep', '<b>'.repeat(5_000) + P],
    ['fonts that are carried into each paragraph', many(400, (i) => `<font size=${i}>`) + '<p>x'.repeat(2_000) + P],
    ['links in bold in links', '<a><b>'.repeat(3_000) + P],
    ['tables in tables', '<table><tr><td>'.repeat(3_000) + P],
    ['open lists', '<ul><li>'.repeat(20_000) + P],
    ['drawings left open', '<svg><g>'.repeat(20_000) + P],
    ['quotations 20,000 deep', '<q>'.repeat(20_000) + P],
    ['forms and buttons', '<form><button>'.repeat(20_000) + P],
    ['paragraphs without number', '<p>x</p>'.repeat(30_000) + P],
    ['ends of nothing', '</p>'.repeat(50_000) + P],
    ['a million signs', '&'.repeat(1_000_000) + P],
    ['a million references', `<p>${'&#65;'.repeat(1_000_000)}</p>${P}`],
    ['60,000 attributes', `<div ${many(60_000, (i) => `a${i}="x" `)}>${P}`],
    ['a class name of a megabyte', `<div class="${'nav-bar foo-'.repeat(90_000)}">${P}`],
    ['bad JSON-LD', `<script type="application/ld+json">${'['.repeat(100_000)}</script>${P}`],
    ['line breaks', `<p>${'x<br>'.repeat(100_000)}</p>${P}`],
  ])('%s', async (_, page) => {
    const { ms, text } = await timed(page, 'a.html');
    expect(text).toContain(WORDS);
    expect(ms).toBeLessThan(LONGEST);
  });
});

describe('pages that only look deep', () => {
  it.each([
    ['drawings', '<svg>' + '<path d="M0 0"/><g><use href="#a"/></g>'.repeat(800) + '</svg>'],
    ['scripts', `<script>${'for(i=0;i<a.length;i++)if(x<b&&c<div)f();'.repeat(800)}</script>`],
    ['comments', '<!-- <div> -->'.repeat(800)],
    ['lists without ends', `<ul>${'<li>x'.repeat(800)}</ul>`],
  ])('%s', async (_, part) => {
    const one = await readOne(
      `<html><body><nav><a href="/">Home</a></nav>${part}<main>${P}${P}</main></body></html>`,
      'a.html',
    );
    expect(one.problems.map(({ code }) => code)).not.toContain('page-too-deep');
    expect(blocksOf(one)).toContain('furniture: Home');
  });
});

describe('texts', () => {
  it.each([
    ['ten million letters', 'a'.repeat(10_000_000), 'a.txt'],
    ['four million empty lines', `${'\n'.repeat(4_000_000)}x`, 'a.txt'],
    ['brackets', '((a))[b]('.repeat(100_000), 'a.txt'],
    ['colons', ':'.repeat(1_000_000), 'a.txt'],
    ['names without end', 'Anna Berg ('.repeat(200_000), 'a.txt'],
    ['hyphens at line ends', 'co-\n'.repeat(200_000), 'a.txt'],
    ['30,000 turns', 'JOURNALIST: why?\n\nPM: because.\n\n'.repeat(15_000), 'a.txt'],
    ['Markdown: quotations in quotations', `${'>'.repeat(50_000)} x`, 'a.md'],
    ['Markdown: brackets', '['.repeat(50_000), 'a.md'],
    ['Markdown: links left open', '[a]('.repeat(20_000), 'a.md'],
    ['Markdown: notes to nothing', '[^a] '.repeat(30_000), 'a.md'],
    ['Markdown: stars', '**a *b '.repeat(20_000), 'a.md'],
    ['Markdown: lists in lists', `${'- '.repeat(20_000)}x`, 'a.md'],
    ['captions', `WEBVTT\n\n${'00:00.000 --> 00:01.000\n<v A>hello\n\n'.repeat(20_000)}`, 'a.vtt'],
    ['chevrons', `1\n00:00:00,000 --> 00:00:01,000\n${'>> '.repeat(20_000)}x`, 'a.srt'],
  ])('%s', async (_, text, name) => {
    const { ms, text: read } = await timed(text, name);
    expect(read.length).toBeGreaterThan(0);
    expect(ms).toBeLessThan(LONGEST);
  });
  it('JSON nested without end is refused', async () => {
    expect(await refusal('['.repeat(1_000_000), 'a.json')).toMatch(/^input-unreadable/);
  });
});

/** A zip of one entry, packed; `claims` is the size it states. */
function zip(name: string, content: Uint8Array, claims = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const label = Buffer.from(name);
  const crc = Buffer.alloc(4);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  crc.copy(local, 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claims, 22);
  local.writeUInt16LE(label.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claims, 24);
  central.writeUInt16LE(label.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + label.length, 12);
  end.writeUInt32LE(local.length + label.length + packed.length, 16);
  return Buffer.concat([local, label, packed, central, label, end]);
}

describe('Word files', () => {
  it('a bomb is refused by its ratio', async () => {
    expect(await refusal(zip('word/document.xml', new Uint8Array(50_000_000)), 'a.docx')).toMatch(
      /^input-unreadable: .*packed more tightly/,
    );
  });
  it('a bomb is refused by its size', async () => {
    expect(await refusal(zip('word/document.xml', new Uint8Array(1_000), 2_000_000_000), 'a.docx')).toMatch(
      /^input-unreadable: .*100 MB/,
    );
  });
  it('a bomb that lies about its size is refused', async () => {
    expect(await refusal(zip('word/document.xml', new Uint8Array(50_000_000), 1_000), 'a.docx')).toMatch(
      /^input-unreadable: .*damaged/,
    );
  });
  it('a Word file without a document is refused', async () => {
    expect(await refusal(zip('word/document.xml', utf8('<a/>')), 'a.docx')).toMatch(/^input-/);
  });
});

describe('whatever comes', () => {
  const names = ['a.txt', 'a.md', 'a.html', 'a.srt', 'a.vtt', 'a.json', 'a.jsonl', 'a.docx', 'a.pdf', 'a'];
  const scraps = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="nav">',
    '<b>',
    '</b>',
    '<br>',
    '<!--',
    '-->',
    '&amp;',
    '<a href="https://x.example/">',
    '</a>',
    '<q>',
    '<sup>',
    '<table><tr><td>',
    '<pre>\n',
    'QUESTION: ',
    'Anna Berg: ',
    '>> ',
    '(Laughter.) ',
    '[inaudible] ',
    '**x** ',
    '# ',
    '> ',
    '- ',
    '\n',
    '\n\n',
    'title: x\n',
    '---\n',
    '1\n00:00:01,000 --> 00:00:02,000\n',
    'WEBVTT\n\n',
    '{"text":',
    '"',
    '}',
    'word ',
    'The minister said so. ',
    '“',
    '”',
    'é',
    '日本',
    '\u0000',
    '\ufffd',
    ' ',
    '\t',
  );
  it('a text or a refusal comes out, its blocks in order, its turns inside, its links on words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(scraps, { maxLength: 40 }), fc.constantFrom(...names), async (parts, name) => {
        const { value, problems } = await extract({ bytes: utf8(parts.join('')), name, mediaType: null });
        expect(value.length + problems.length).toBeGreaterThan(0);
        for (const { rendering } of value) {
          const { text, blocks, turns, links } = rendering;
          let at = 0;
          for (const { start, end } of blocks) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
            at = end;
          }
          expect(text.length).toBe(at);
          let last = 0;
          for (const { start, end } of turns) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
          for (const { start, end, address } of links) {
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end).trim()).not.toBe('');
            expect(address).toMatch(/^https?:/);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
  it('no word of plain text is lost', async () => {
    const word = fc.stringMatching(/^[a-zé]{1,12}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 20 }), async (lines) => {
        const text = lines.join('\n');
        fc.pre(text.trim() !== '');
        const one = await readOne(text, 'a.txt');
        expect(mainText(one).split(/\s+/)).toEqual(text.trim().split(/\s+/));
      }),
      { numRuns: 200 },
    );
  });
  it('the same bytes give the same text', async () => {
    const page = `<html><body><main><h1>Talks</h1>${P}${P}</main><footer>x</footer></body></html>`;
    expect(await readOne(page, 'a.html')).toEqual(await readOne(page, 'a.html'));
  });
});
