/** Sheets that were signed off, as they are drawn and encoded. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseWhen } from '#base/index.js';
import { type Check, type QuotationNow, type Sheet, type SheetReview, STRICTEST } from '#record/index.js';
import {
  drawSheetPage,
  drawSheetsPage,
  drawSheetsTerminal,
  drawSheetTerminal,
  displayWidth,
  viewSheet,
  viewSheets,
} from '#report/index.js';
import { encodeSheet, encodeSheets, faultIn } from '#wire/index.js';
import { SHEET_STYLE } from '../../src/report/sheet-style.js';
import { HARBOUR } from './harbour.js';

const at = parseWhen('2026-03-13T09:12:00Z')!;
const sheet: Sheet = {
  check: HARBOUR,
  decisions: [
    { n: 2, decided: 'accepted', by: 'Jo Renn', at, rules: ['formMayDiffer'] },
    { n: 3, decided: 'to ask', by: 'Jo <b>Renn</b>', at, rules: [] },
  ],
  open: [3, 5],
  style: STRICTEST,
  settings: 'none',
  earlier: 'sh1',
  note: '<script>alert(1)</script> \u202enote',
  reference: 'sh2',
  by: 'Jo Renn',
  at,
  digest: 'ab'.repeat(32),
  later: null,
};

/** As it was signed, but for what `changed` makes of one quotation. */
function reviewed(changed: (check: Check) => Partial<QuotationNow> = () => ({}), only = 2): SheetReview {
  const quotations = HARBOUR.checks.map((check): QuotationNow => {
    const same: QuotationNow = { n: check.quotation.n, now: check, stirred: [], anchors: [] };
    return check.quotation.n === only ? { ...same, ...changed(check) } : same;
  });
  return {
    sheet,
    quotations,
    stirred: quotations.filter(({ stirred }) => stirred.length > 0).map(({ n }) => n),
    coverage: HARBOUR.coverage,
    rules: HARBOUR.rules,
  };
}

const stirred = reviewed((check) => ({
  now: { ...check, status: 'not held', wording: 'not held', readings: [] },
  stirred: ['status', 'wording', 'source'],
  anchors: [
    {
      version: 'd3v1',
      start: 10,
      end: 25,
      text: 'we could accept',
      state: 'words changed',
      now: { version: 'd3v2', start: 12, end: 26, text: 'we will accept' },
      changes: [
        {
          class: 'replacement',
          flags: ['modality'],
          a: { start: 13, end: 18, text: 'could' },
          b: { start: 15, end: 19, text: 'will' },
        },
      ],
      why: '',
    },
  ],
}));

describe('a sheet that was signed off', () => {
  it('says who signed, what was decided, and what is open', () => {
    const page = drawSheetPage(viewSheet(reviewed()));
    for (const words of [
      'Signed off by Jo Renn, 13 March 2026, 09:12 UTC',
      'accepted, house rule: form may differ',
      'reporter to be asked',
      'All as it was signed.',
      'takes the place of <a href="/sheets/sh1">sh1</a>',
      'sha256:abab',
      'Not held here does not mean not said.',
    ])
      expect(page).toContain(words);
    expect(page.match(/<tr id="r\d+"|<tr class="stirred" id="r\d+"/g)).toHaveLength(HARBOUR.checks.length);
  });

  it('shows what has changed since, then beside now, and leaves the row as it was signed', () => {
    const view = viewSheet(stirred);
    const page = drawSheetPage(view);
    expect(page).toContain('Since it was signed, quotation 2 has come to stand otherwise.');
    expect(page).toContain('now: not held');
    expect(page).toMatch(/<del><span class="vh"> deleted: <\/span>could<\/del>/);
    expect(page).toMatch(/<ins><span class="vh"> inserted: <\/span>will<\/ins>/);
    expect(view.rows[1]!.title).toBe(viewSheet(reviewed()).rows[1]!.title);
    expect(view.rows.filter(({ now }) => now !== null).map(({ n }) => n)).toEqual([2]);
  });

  it('lets no word of others act', () => {
    const page = drawSheetPage(viewSheet(reviewed()));
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('\u202e');
    expect(page).not.toContain('<b>Renn</b>');
    expect(drawSheetTerminal(viewSheet(reviewed()))).not.toContain('\u202e');
  });

  it.each([40, 80, 120])('fits a terminal of %i columns', (width) => {
    const drawn = drawSheetTerminal(viewSheet(stirred), { width });
    for (const line of drawn.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
    expect(drawn).toContain('not held');
  });

  it('brings the style of its page by its digest', () => {
    const digest = `sha256-${createHash('sha256').update(SHEET_STYLE).digest('base64')}`;
    expect(drawSheetPage(viewSheet(reviewed())), 'SHEET_STYLE_DIGEST must be this').toContain(digest);
  });

  it('is encoded as its schema says, with the finding of today where something is otherwise', () => {
    const json = encodeSheet(stirred);
    expect(faultIn('sheet-1', JSON.parse(JSON.stringify(json)))).toBeNull();
    expect(json.now.stirred).toEqual([2]);
    expect(json.now.quotations.filter(({ finding }) => finding !== null).map(({ n }) => n)).toEqual([2]);
  });
});

describe('the list of sheets', () => {
  const line = { reference: 'sh2', by: 'Jo', at, note: '', earlier: null, title: 'Talks', quotations: 14, open: 1 };
  const lines = [
    { ...line, later: null, stirred: 2 },
    { ...line, reference: 'sh1', later: 'sh2', stirred: null },
    { ...line, reference: 'sh3', later: null, stirred: 0 },
  ];
  it('marks those that want a look', () => {
    const page = drawSheetsPage(viewSheets(lines), '/sheets?before=sh1');
    expect(page).toContain('2 quotations want a look');
    expect(page).toContain('All as it was signed');
    expect(page).toContain('href="/sheets?before=sh1"');
    expect(page.match(/class="look"/g)).toHaveLength(1);
    const drawn = drawSheetsTerminal(viewSheets(lines), { width: 40 });
    expect(drawn.match(/^!/gm)).toHaveLength(1);
    for (const row of drawn.split('\n')) expect(displayWidth(row), row).toBeLessThanOrEqual(40);
  });
  it('says that there are none', () => {
    expect(drawSheetsPage([], null)).toContain('Nothing was signed off yet.');
  });
  it('is encoded as its schema says', () => {
    expect(faultIn('sheets-1', JSON.parse(JSON.stringify(encodeSheets({ sheets: lines, more: false }))))).toBeNull();
  });
});
