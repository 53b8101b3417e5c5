import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { apparatusOf, compareTexts } from '#collate/index.js';
import { DOCUMENT_KINDS, type DocumentKind } from '#record/index.js';
import {
  type ComparedVersions,
  displayWidth,
  drawComparisonPage,
  drawComparisonTerminal,
  drawVersionsPage,
  drawVersionsTerminal,
  viewComparison,
  viewVersions,
} from '#report/index.js';
import { COMPARISON_STYLE, COMPARISON_STYLE_DIGEST } from '../../src/report/comparison-style.js';
import * as words from '../../src/report/comparison-words.js';
import { record } from '../collate/given.js';

type Told = [string, ...string[]][];

function compared(...told: readonly Told[]): ComparedVersions {
  const texts = told.map((turns) => record(...turns));
  return {
    versions: texts.map(({ text, turns = [] }, v) => ({ name: `version-${v}.txt`, text, turns })),
    apparatus: apparatusOf(texts, 'en'),
    comparisons: texts.slice(1).map((other) => compareTexts(texts[0]!, other, 'en')),
  };
}

const RUSH: Told = [
  ['VARGA', 'Well, there are eleven names on the list, and every one of them has worked on a quay.'],
  ['Q', 'Will the gates open in March, and who will pay for the pilots?'],
  ['VARGA', 'In March, if the weather holds.'],
];
const REPORT: Told = [
  ['Minister Varga', 'There are seven names on the list, and every one of them has worked on a quay.'],
  ['Q', 'Will the gates open in March?'],
  ['Minister Varga', 'In March.'],
];
const NOTES: Told = [
  ['VARGA', 'There are seven names on the list, and every one of them has worked on a boat.'],
  ['Q', 'Will the gates open in March, and who will pay for the pilots?'],
  ['VARGA', 'In March, if the weather holds.'],
];

describe('versions side by side', () => {
  const view = viewVersions(compared(RUSH, REPORT, NOTES));
  it('has a cell for each version at each place, and says who has the same', () => {
    expect(view.places.map(({ cells, flags }) => [cells.map(({ text, as }) => as ?? text), flags])).toEqual([
      [['eleven', 'seven', 'B'], ['number']],
      [['quay.', 'A', 'boat.'], []],
      [['and who will pay for the pilots?', '', 'A'], ['modality']],
      [['if the weather holds.', '', 'A'], ['condition']],
    ]);
    expect(view.versions.map(({ letter, differs }) => [letter, differs])).toEqual([
      ['A', 0],
      ['B', 3],
      ['C', 2],
    ]);
    expect(view.folded.map(({ title }) => title)).toEqual([
      '1 filler only',
      '2 labels printed otherwise',
      '3 in form only',
    ]);
  });
  it('says of whole turns what is missing in which version, with its place', () => {
    expect(view.remarks).toEqual([
      { sentence: 'The question’s second half is missing in B; the answer there then answers something else.', n: 3 },
    ]);
  });
  it('shows everything if asked, and looks at no more for it', () => {
    const all = viewVersions(compared(RUSH, REPORT, NOTES), { all: true });
    expect(all.places).toHaveLength(view.places.length + 6);
    expect([all.folded, all.toLookAt]).toEqual([[], view.toLookAt]);
  });

  const widths: readonly (readonly [string, ComparedVersions, number])[] = [
    ['three at 80 columns', compared(RUSH, REPORT, NOTES), 80],
    ['three at 40 columns', compared(RUSH, REPORT, NOTES), 40],
    ['seven at 80 columns', compared(RUSH, REPORT, NOTES, RUSH, REPORT, NOTES, RUSH), 80],
    [
      'Chinese',
      compared(
        [['', '名单上有十一个名字。门是关着的。']],
        [['', '名单上有七个名字。门是关着的。']],
        [['', '名单上有七个名字。门是开着的。']],
      ),
      60,
    ],
    [
      'Hebrew',
      compared([['', 'יש אחד עשר שמות ברשימה']], [['', 'יש שבעה שמות ברשימה']], [['', 'אין שמות ברשימה']]),
      60,
    ],
  ];
  it.each(widths)('%s: no line is wider than asked for, no reading is lost', (_, versions, width) => {
    const drawn = drawVersionsTerminal(viewVersions(versions), { width });
    for (const line of drawn.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    const flat = (text: string): string => text.replace(/[\s\u2068\u2069]+/g, '');
    for (const { cells } of viewVersions(versions).places)
      for (const { text } of cells) for (const word of text.split(' ')) expect(flat(drawn)).toContain(flat(word));
  });
  it('has a column for each version while there is room, else each reading once', () => {
    const three = drawVersionsTerminal(viewVersions(compared(RUSH, REPORT, NOTES)), { width: 80 });
    expect(three).toMatch(/^A eleven +B seven +C = B$/m);
    const seven = drawVersionsTerminal(viewVersions(compared(RUSH, REPORT, NOTES, RUSH, REPORT, NOTES, RUSH)), {
      width: 80,
    });
    expect(seven).toMatch(/^A D G +eleven\nB C E F +seven$/m);
  });
  it('draws a page with a column for each version and a row for each place', () => {
    const page = drawVersionsPage(view);
    for (const { n } of view.places) expect(page).toContain(`id="f${n}"`);
    for (const { letter } of view.versions) expect(page).toContain(`<td data-v="${letter}"`);
    expect(page).toContain('<a href="#f3">place 3</a>');
  });
  it.each([
    [['one two', 'one two', 'one two'], 'All versions are the same, word for word.'],
    [['one two', 'One, two', 'one  two'], 'All versions have the same words; they differ in form only.'],
  ])('%j', (texts, verdict) => {
    const drawn = viewVersions(compared(...texts.map((text): Told => [['', text]])));
    expect(drawn.verdict).toBe(verdict);
    expect(drawVersionsTerminal(drawn)).toContain(verdict);
    expect(drawn.toLookAt).toBe(0);
  });

  it('passes nothing on that would act in a browser or a terminal', () => {
    const hostile: Told = [['<b>VARGA</b>', '<script>alert(1)</script> \u001b[2J \u202eseven\u202c names']];
    const given = compared(RUSH, hostile, NOTES);
    for (const page of [
      drawVersionsPage(viewVersions(given)),
      drawComparisonPage(viewComparison({ a: given.versions[0]!, b: given.versions[1]!, ...given.comparisons[0]! })),
    ]) {
      for (const acting of ['<script', '<b>VARGA', '\u001b', '\u202e']) expect(page).not.toContain(acting);
    }
    const drawn = drawVersionsTerminal(viewVersions(given));
    for (const acting of ['\u001b', '\u202e']) expect(drawn).not.toContain(acting);
  });
});

describe('two records, turn by turn', () => {
  const [a, b] = [record(...RUSH), record(...REPORT)];
  const given = { a: { name: 'rush.txt', ...a }, b: { name: 'report.html', ...b }, ...compareTexts(a, b, 'en') };
  it('names the speaker above the words, numbers what differs, and says what is folded', () => {
    const drawn = drawComparisonTerminal(viewComparison(given), { width: 80 });
    expect(drawn.replace(/\s+/g, ' ')).toContain(
      'Folded: 1 filler only · 2 labels printed otherwise · 1 in form only (--all shows them)',
    );
    expect(drawn).toContain(
      '! The question’s second half is missing in the second text; the answer there\n  then answers something else. (2)',
    );
    expect(drawn).toMatch(/^Minister Varga, answering$/m);
    expect(drawn).toMatch(/\^+ 1: number$/m);
    for (const line of drawn.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
  it('marks a move at both ends, and what changed on the way', () => {
    const [first, second] = [
      'The gates stay closed for now, as the minister said on Monday.',
      'The ferries will sail again in May, weather permitting and crews willing.',
    ];
    const [x, y] = [record(['', `${first} ${second}`]), record(['', `${second.replace('May', 'June')} ${first}`])];
    const view = viewComparison({ a: { name: 'a', ...x }, b: { name: 'b', ...y }, ...compareTexts(x, y, 'en') });
    expect(view.counts).toEqual(['1 move']);
    expect(view.differences.map(({ n, other }) => [n, other])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(view.differences.flatMap(({ within }) => within)).toEqual([{ a: 'May', b: 'June' }]);
    expect(drawComparisonPage(view)).toContain('changed on the way:');
  });
  it('says that two languages are compared', () => {
    const view = viewComparison({
      a: { name: 'a', text: 'one', language: 'en' },
      b: { name: 'b', text: 'один', language: 'ru' },
      changes: [],
    });
    expect(view.notes).toEqual([
      'The texts are in different languages, English and Russian: a comparison of words says little.',
    ]);
  });
});

describe('words of comparisons', () => {
  it('know an editing rule for every kind of document', () => {
    for (const kind of DOCUMENT_KINDS) expect(words.EDITING_RULES[kind]).toMatch(/\S/);
    const known = (kind: DocumentKind): string =>
      viewComparison({
        a: { name: 'a', text: '', kind: { value: kind, basis: 'stated' } },
        b: { name: 'b', text: '' },
        changes: [],
      }).sides.a.rule;
    expect(known('official report')).toBe('repetitions go, meaning stays');
    // Of what is no known kind nothing is said.
    expect(known('other')).toBe('');
  });
  it.each([
    [0.4, '0:00'],
    [59.12, '0:59'],
    [3725, '1:02:05'],
  ])('%d seconds are %s', (seconds, said) => expect(words.sayMoment(seconds)).toBe(said));
  it('bring the style of their pages by its digest', () => {
    const digest = `sha256-${createHash('sha256').update(COMPARISON_STYLE).digest('base64')}`;
    expect(COMPARISON_STYLE_DIGEST, 'COMPARISON_STYLE_DIGEST in src/report/comparison-style.ts must be this').toBe(
      digest,
    );
  });
});
