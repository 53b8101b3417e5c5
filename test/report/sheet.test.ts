/**
 * The sheet as it is drawn. `UPDATE_SHEETS=1 npx vitest run test/report` writes the expected sheets anew: look at
 * them before they are committed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '#record/index.js';
import {
  displayWidth,
  drawCheckForm,
  drawCompareForm,
  drawNotice,
  drawPage,
  drawTerminal,
  PAGE_POLICY,
  viewCheck,
} from '#report/index.js';
import { STYLE } from '../../src/report/page-style.js';
import { draftCheck, type Row } from './fixtures.js';
import { HARBOUR } from './harbour.js';

const view = viewCheck(HARBOUR, { checkedAt: '13 March 2026, 09:12' });
const update = process.env['UPDATE_SHEETS'] === '1' && !process.env['CI'];

function expected(name: string, drawn: string): string {
  const path = fileURLToPath(new URL(`expected/${name}`, import.meta.url));
  if (update) writeFileSync(path, drawn);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Words of drafts and sources that try to act. */
const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onclick='alert(1)",
  '</style><script>alert(1)</script>',
  '&lt;b&gt; &amp;',
  '<!-- -->',
  '\u001b[2J\u001b]8;;http://evil.example\u0007link\u001b]8;;\u0007',
  '\u202eevil\u202c',
  'javascript:alert(1)',
];

function hostileSheet(words: string) {
  const row: Row = {
    quoted: words,
    speaker: words,
    cue: words,
    status: 'altered in words',
    notes: [words],
    places: [
      {
        text: `could ${words}`,
        before: words,
        after: words,
        title: words,
        speaker: words,
        address: `javascript:${words}`,
        differing: [['', 'could ', 'omission']],
      },
      { text: words, role: 'disagrees', title: words, address: `https://a.example/${words}` },
      { text: words, role: 'also', title: words, speaker: words, address: words },
    ],
  };
  return viewCheck(
    draftCheck(words, [row], {
      draft: { name: words, title: words, text: words, language: 'en' },
      links: [{ start: 0, end: words.length, address: `javascript:${words}` }],
      problems: [{ code: 'x', message: words }],
      rules: words,
    }),
  );
}

describe('drawTerminal', () => {
  it.each([80, 60])('draws the expected sheet at %i columns', (width) => {
    const drawn = drawTerminal(view, { width });
    expect(drawn, 'UPDATE_SHEETS=1 npx vitest run test/report').toBe(expected(`harbour-${width}.txt`, drawn));
  });
  it.each([40, 60, 80, 100, 240])('keeps within %i columns', (width) => {
    for (const line of drawTerminal(view, { width }).split('\n'))
      expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });
  it('says the same in colour, and resets every colour', () => {
    const coloured = drawTerminal(view, { colour: true });
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(drawTerminal(view));
    expect(coloured).toContain('\u001b[');
    for (const line of coloured.split('\n')) {
      // oxlint-disable-next-line no-control-regex
      const codes = [...line.matchAll(/\u001b\[([\d;]*)m/g)].map(([, code]) => code!);
      expect(codes.length % 2, line).toBe(0);
    }
  });
  it.each(HOSTILE)('neutralises %j', (words) => {
    const drawn = drawTerminal(hostileSheet(words));
    // oxlint-disable-next-line no-control-regex
    expect(drawn).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
  it('names every status that occurs, in words', () => {
    const drawn = drawTerminal(view);
    for (const status of STATUSES) expect(drawn).toContain(status);
  });
  it('isolates right-to-left words, set over each other with marks in the text', () => {
    const row: Row = {
      quoted: 'אנחנו נפתח את השער',
      status: 'altered in words',
      places: [{ text: 'אנחנו נסגור את השער', differing: [['נפתח', 'נסגור', 'replacement']] }],
    };
    const drawn = drawTerminal(viewCheck(draftCheck('Varga said: “אנחנו נפתח את השער”', [row])));
    expect(drawn).toContain('\u2068אנחנו [-נפתח-] את השער\u2069');
    expect(drawn).toContain('\u2068אנחנו {+נסגור+} את השער\u2069');
  });
  it('folds long stretches that are the same', () => {
    const long = 'It was the same word for word all along the line. '.repeat(12).trim();
    const row: Row = {
      quoted: `We will. ${long}`,
      status: 'altered in words',
      places: [{ text: `We could. ${long}`, differing: [['will', 'could', 'replacement']] }],
    };
    const drawn = drawTerminal(viewCheck(draftCheck(`Varga said: “We will. ${long}”`, [row])));
    expect(drawn).toMatch(/\(\d+ lines the same\)/);
    expect(drawn.split('\n').length).toBeLessThan(24);
  });
  it('helps where no quotation was found', () => {
    expect(drawTerminal(viewCheck(draftCheck('Nothing quoted.', [])))).toContain(
      'No quotation found\nThe draft holds no words in quotation marks',
    );
  });
});

type Node = Tree.Node;
function all(node: Node, found: Tree.Element[] = []): Tree.Element[] {
  if ('tagName' in node) found.push(node);
  if ('childNodes' in node) for (const child of node.childNodes) all(child, found);
  return found;
}
const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

const PAGES: readonly (readonly [string, string])[] = [
  ['the sheet', drawPage(view, { nav: [{ href: '/check', words: 'Check a draft', current: true }] })],
  ['an empty sheet', drawPage(viewCheck(draftCheck('Nothing quoted.', [])))],
  [
    'the form for a draft',
    drawCheckForm({
      cover: '214 texts',
      trouble: 'There was no draft.',
      pages: [{ href: '/casefile', words: 'The case file' }],
    }),
  ],
  ['the form for two texts', drawCompareForm()],
  ['a notice', drawNotice('There is no such page.', 'Go back.')],
  ...HOSTILE.map((words) => [`a sheet of ${JSON.stringify(words)}`, drawPage(hostileSheet(words))] as const),
];

describe.each(PAGES)('%s as a page', (_, page) => {
  const errors: string[] = [];
  const elements = all(parse(page, { onParseError: ({ code }) => errors.push(code), sourceCodeLocationInfo: true }));
  it('is well-formed HTML', () => expect(errors).toEqual([]));
  it('has no id twice, and every link within the page leads somewhere', () => {
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    const targets = elements.flatMap((element) => /^#(.+)$/.exec(attribute(element, 'href') ?? '')?.[1] ?? []);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });
  it('runs nothing and loads nothing', () => {
    for (const element of elements) {
      expect(['script', 'img', 'iframe', 'link', 'object', 'embed', 'base', 'svg']).not.toContain(element.tagName);
      for (const { name, value } of element.attrs) {
        expect(name).not.toMatch(/^on|^style$|^src/);
        if (name === 'href' || name === 'action') expect(value).toMatch(/^(https?:\/\/|#|\/)/);
      }
    }
  });
  it('allows its own style by digest and nothing else', () => {
    expect(page).toContain(`content="${PAGE_POLICY.replaceAll("'", '&#39;')}"`);
    const digest = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
    expect(PAGE_POLICY, 'STYLE_DIGEST in src/report/page-style.ts must be this').toContain(`style-src '${digest}'`);
    expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
    expect(page).toContain(`<style>${STYLE}</style>`);
  });
});

describe('drawPage', () => {
  const page = drawPage(view);
  it('leads from each number in the draft to its finding and back', () => {
    for (const { quotation } of HARBOUR.checks) {
      expect(page).toContain(`href="#f${quotation.n}"`);
      expect(page).toContain(`id="f${quotation.n}"`);
      expect(page).toContain(`href="#q${quotation.n}"`);
    }
  });
  it('marks differences with real elements and says them to those who listen', () => {
    expect(page).toContain('<del><span class="vh"> deleted: </span>will</del>');
    expect(page).toContain('<ins><span class="vh"> inserted: </span>could</ins>');
  });
  it('links only to addresses of the web, and says nothing to where they lead', () => {
    const links = all(parse(page)).filter((element) => attribute(element, 'href')?.startsWith('http'));
    expect(links.map((link) => attribute(link, 'href'))).toContain(
      'https://agency.example/2026/03/12/harbour?id=7&lang=en',
    );
    for (const link of links) expect(attribute(link, 'rel')).toBe('noreferrer noopener');
  });
  it('has a table to sign, with every quotation that is not set apart', () => {
    const rows = all(parse(page)).filter(({ tagName }) => tagName === 'tr');
    expect(rows).toHaveLength(1 + view.findings.length);
  });
});
