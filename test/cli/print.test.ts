/** What the command line prints: in the width given, without colour unless asked, and never obeying what texts hold. */
import { describe, expect, it } from 'vitest';
import type { ImportReport, ImportRow, Listing, ShownText } from '#jobs/index.js';
import { displayWidth } from '#report/index.js';
import type { Options } from '../../src/cli/options.js';
import { drawImport } from '../../src/cli/print-import.js';
import { drawHits } from '../../src/cli/print-search.js';
import { drawListing, drawText } from '../../src/cli/print-texts.js';

const options = (width: number, colour = false): Options => ({
  folder: '/a',
  named: 'a',
  chosen: false,
  json: false,
  quiet: false,
  colour,
  width,
  by: 'ann',
});
type Document = Listing['documents'][number];
const coverage: Listing['coverage'] = {
  texts: 2,
  words: 100,
  sources: 1,
  speakers: 1,
  from: '2025-07-10',
  to: '2025-07-11',
  undated: 0,
  languages: [{ language: 'en', texts: 2 }],
};
const document = (n: number, title: string, more: Partial<Document> = {}): Document => ({
  reference: `d${n}`,
  title,
  id: null,
  source: null,
  body: null,
  kind: { value: 'verbatim transcript', basis: 'guessed', ground: 'title' },
  said: { at: '2025-07-10', precision: 'day', zone: null, basis: 'guessed' },
  published: null,
  occasion: null,
  speaker: null,
  language: null,
  address: null,
  translationOf: null,
  corrects: null,
  rights: null,
  other: {},
  versions: [],
  ...more,
});
const widest = (text: string): number => Math.max(...text.split('\n').map(displayWidth));

describe('the table of texts', () => {
  const documents = [
    document(1, 'A title that is a good deal longer than any table of eighty columns could ever hold in one line'),
    document(1234567, '外交部发言人就有关问题答记者问，并就两国关系今后的发展以及地区形势阐述了中方的原则立场'),
    document(3, 'An escape \u001b[31mred\u001b[0m and a line\nbreak', {
      said: null,
      kind: { value: 'other', basis: 'stated' },
    }),
  ];
  it.each([40, 60, 80, 120])('is at most %i columns wide', (width) => {
    const drawn = drawListing({ documents, more: false, coverage }, options(width));
    expect(widest(drawn)).toBeLessThanOrEqual(width);
    expect(drawn).not.toContain('\u001b');
    expect(drawn.split('\n').filter((line) => /^d\d/.test(line)).length).toBe(3);
  });
  it('marks guesses and says what the mark means', () => {
    const drawn = drawListing({ documents, more: false, coverage }, options(80));
    expect(drawn).toContain('2025-07-10?');
    expect(drawn).toContain('undated');
    expect(drawn).toContain('? marks a guess.');
  });
  it('says so where nothing is held, and where nothing fits', () => {
    expect(drawListing({ documents: [], more: false, coverage: { ...coverage, texts: 0 } }, options(80))).toContain(
      'onrecord add',
    );
    expect(drawListing({ documents: [], more: false, coverage }, options(80))).toMatch(/^No text fits/);
  });
});

describe('the import list', () => {
  const row = (more: Partial<ImportRow>): ImportRow => ({
    path: 'a.txt',
    outcome: 'read',
    document: 'd1',
    title: 'A text',
    detail: 'added',
    guesses: [],
    reasons: [],
    ...more,
  });
  const report = (rows: readonly ImportRow[]): ImportReport => ({
    rows,
    files: rows.length,
    unread: 0,
    words: 0,
    stop: null,
  });
  it('groups, and gives the reasons', () => {
    const rows = [
      row({ guesses: ['date said 2025-07-10 (file name)'] }),
      row({ path: 'b.txt', document: 'd2', detail: 'new version' }),
      row({ path: 'c.txt', detail: 'unchanged' }),
      row({ path: 'd.txt', outcome: 'needs a look', document: 'd4', reasons: ['No date was found.'] }),
      row({
        path: 'e.jpg',
        outcome: 'refused',
        document: null,
        title: null,
        detail: null,
        reasons: ['It is a picture.'],
      }),
    ];
    expect(drawImport(report(rows), false, options(80))).toBe(
      [
        'Read 2',
        '  d1  A text',
        '      a.txt',
        '      guessed: date said 2025-07-10 (file name)',
        '  d2  A text',
        '      b.txt (a new version)',
        '',
        'Held already 1',
        '',
        'Needs a look 1',
        '  d4  A text',
        '      d.txt',
        '      No date was found.',
        '',
        'Refused 1',
        '  e.jpg',
        '      It is a picture.',
        '',
      ].join('\n'),
    );
  });
  it('is cut where it is long, unless all is asked for', () => {
    const many = Array.from({ length: 432 }, (_, i) => row({ path: `${i}.txt` }));
    expect(drawImport(report(many), false, options(80))).toContain('and 412 more; --all shows them');
    expect(drawImport(report(many), true, options(80))).toContain('431.txt');
  });
  it('keeps to its width', () => {
    const long = row({ path: `${'very-'.repeat(40)}long.txt`, title: '长'.repeat(100), reasons: ['word '.repeat(60)] });
    for (const width of [40, 80])
      expect(widest(drawImport(report([long]), false, options(width)))).toBeLessThanOrEqual(width);
  });
});

describe('words in their context', () => {
  const hit = (before: string, found: string, after: string) => ({
    document: document(1, 'T'),
    version: 'd1v1',
    before,
    hit: found,
    after,
    start: 0,
    end: 1,
    speaker: null,
    places: 1,
    lines: [0],
    isNew: false,
  });
  const lines = [{ words: 'roadmap', documents: 1, places: 3, first: null, last: null }];
  const rest = { lines, newer: 0, mark: 1, saved: null, coverage };
  const hits = [
    hit('', 'roadmap', ' at the beginning'),
    hit(
      'there are many words before it, more than the line can hold, and a ',
      'roadmap',
      ', and many behind it, so that they are cut at the end of the line',
    ),
    hit('我们需要一个', '路线图', '，然后才能继续谈判下去，这是我们一贯的立场，也是唯一的办法'),
  ];
  it.each([40, 80, 120])('stand one below the other in %i columns', (width) => {
    const drawn = drawHits('roadmap', { ...rest, hits, documents: 1 }, options(width));
    expect(widest(drawn)).toBeLessThanOrEqual(width);
    const columns = drawn
      .split('\n')
      .filter((line) => line.includes('['))
      .map((line) => displayWidth(line.slice(0, line.indexOf('['))));
    expect(columns.length).toBe(3);
    expect(new Set(columns).size).toBe(1);
  });
  it('say what was searched where there is none', () => {
    expect(drawHits('zeppelin', { ...rest, hits: [], documents: 0 }, options(80))).toMatch(
      /^“zeppelin” stands in none of 2 texts/,
    );
  });
});

describe('a text', () => {
  const text = 'Menu\nA heading\nMR. X:\nHello \u001b]0;owned\u0007 there.\n(Laughter.)';
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const shown: ShownText = {
    document: document(7, 'A heading', {
      other: { 'registry-no': '12' },
      versions: [
        {
          reference: 'd7v1',
          number: 1,
          capture: 'c1',
          captured: { at: '2025-07-11T10:00', precision: 'minute', zone: 'Z', basis: 'stated' },
          words: 4,
          digest: '',
        },
      ],
    }),
    version: {
      reference: 'd7v1',
      number: 1,
      capture: 'c1',
      captured: { at: '2025-07-11T10:00', precision: 'minute', zone: 'Z', basis: 'stated' },
      words: 4,
      digest: '',
    },
    capture: {
      reference: 'c1',
      origin: '/texts/a.txt',
      mediaType: null,
      digest: '',
      size: 1,
      at: { at: '2025', precision: 'year', zone: null, basis: 'stated' },
    },
    rendering: {
      extractor: 'text/1',
      text,
      blocks: [
        { kind: 'furniture', ...at('Menu') },
        { kind: 'heading', ...at('A heading') },
        { kind: 'label', ...at('MR. X:') },
        { kind: 'paragraph', ...at('Hello \u001b]0;owned\u0007 there.') },
        { kind: 'stage note', ...at('(Laughter.)') },
      ],
      turns: [],
      links: [],
    },
    guesses: [],
  };
  it('shows facts with their grounds, versions and words, and no furniture unless asked', () => {
    expect(drawText(shown, {}, options(80))).toBe(
      [
        'd7  A heading',
        'said         10 July 2025 (a guess)',
        'kind         verbatim transcript (a guess: title)',
        'registry-no  12',
        '',
        'd7v1  captured 11 July 2025, 10:00 UTC, 4 words',
        'from /texts/a.txt',
        '',
        'A heading',
        '',
        'MR. X:',
        'Hello ␛]0;owned␇ there.',
        '',
        '(Laughter.)',
        '',
      ].join('\n'),
    );
    expect(drawText(shown, { furniture: true }, options(80))).toContain('\nMenu\n');
    expect(drawText(shown, { facts: true }, options(80))).not.toContain('Hello');
  });
});
