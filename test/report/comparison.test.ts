import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '#collate/index.js';
import { drawComparisonPage, drawComparisonTerminal, viewComparison } from '#report/index.js';
// The layer under all views; its rules are what keep a changed quotation from being drawn as exact.
import { pairUp } from '../../src/report/comparison.js';
import { changing, type Differing } from './fixtures.js';

const summary = (a: string, b: string, rows: readonly Differing[]): string[] =>
  pairUp({ text: a, start: 0 }, { text: b, start: 9 }, changing(a, b, 9, rows)).map(({ kind, a: x, b: y }) =>
    kind === 'same' ? x : `${kind}: ${x}|${y}`,
  );

describe('pairUp', () => {
  const rows: readonly (readonly [string, string, string, readonly Differing[], readonly string[]])[] = [
    [
      'a replaced word',
      'we will go',
      'we could go',
      [['will', 'could', 'replacement']],
      ['we ', 'changed: will|could', ' go'],
    ],
    ['a word left out', 'we go', 'we all go', [['', 'all ', 'omission']], ['we ', 'only b: |all ', 'go']],
    ['a word put in', 'we all go', 'we go', [['all ', '', 'addition']], ['we ', 'only a: all |', 'go']],
    ['a bracket', 'we [Ordania] go', 'we go', [['[Ordania] ', '', 'addition']], ['we ', 'marked: [Ordania] |', 'go']],
    ['an ellipsis', 'we … go', 'we all go', [['…', 'all', 'replacement']], ['we ', 'marked: …|all', ' go']],
    [
      'an ellipsis in brackets',
      'we [...] go',
      'we all go',
      [['[...]', 'all', 'replacement']],
      ['we ', 'marked: [...]|all', ' go'],
    ],
    ['form', 'We go', 'we go', [['We', 'we', 'punctuation only']], ['form: We|we', ' go']],
    [
      'a move',
      'now go',
      'go now',
      [
        ['now ', '', 'move', [], 1],
        ['', ' now', 'move', [], 1],
      ],
      ['moved: now |', 'go', 'moved: | now'],
    ],
    ['no change at all', 'we go.', 'we  go', [], ['we go.']],
    ['a difference that no change speaks of', 'we will go', 'we could go', [], ['changed: we will go|we could go']],
    ['a capital that no change speaks of', 'We go', 'we go', [], ['form: We go|we go']],
  ];
  it.each(rows)('%s', (_, a, b, differing, expected) => expect(summary(a, b, differing)).toEqual(expected));

  const text = fc
    .array(fc.constantFrom('we', 'not', 'will', 'go', 'on', '5,000', '…', '[x]', 'Go,', 'on.'), { maxLength: 14 })
    .map((w) => w.join(' '));
  it('tiles both texts, whatever the changes are', () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (a, b, told) => {
        const changes = told ? compareTexts({ text: a }, { text: b }).changes : [];
        const pairs = pairUp({ text: a, start: 0 }, { text: b, start: 0 }, changes);
        expect(pairs.map((pair) => pair.a).join('')).toBe(a);
        expect(pairs.map((pair) => pair.b).join('')).toBe(b);
        // What is called the same is the same, up to white space and a final mark.
        for (const pair of pairs)
          if (pair.kind === 'same')
            expect(pair.a.replace(/\s+/g, ' ').trim().replace(/[.,]$/, '').trim()).toBe(
              pair.b.replace(/\s+/g, ' ').trim().replace(/[.,]$/, '').trim(),
            );
      }),
    );
  });
});

const FIRST = `The sides held a frank exchange on all open questions.

They agreed to continue the dialogue in March. The gates stay closed for now, as the minister said. ${'Nothing else was said about the harbour. '.repeat(8)}

The ferries will sail in May.`;
const SECOND = FIRST.replace('frank', 'substantive and frank')
  .replace('to continue', 'not to continue')
  .replace('March', 'April')
  .replace('May.', 'May')
  .replace('said.', 'said!');

describe('viewComparison', () => {
  const view = viewComparison({
    a: { name: 'a.txt', text: FIRST },
    b: { name: 'b.txt', text: SECOND },
    changes: compareTexts({ text: FIRST }, { text: SECOND }, 'en').changes,
  });
  it('counts by class and folds what differs in form only', () => {
    expect(view.verdict).toBe('3 differences');
    expect(view.counts.join(' · ')).toBe('2 additions · 1 replacement');
    expect(view.formOnly).toBe(2);
    expect(view.differences.map(({ n, flags }) => [n, flags])).toEqual([
      [1, []],
      [2, ['negation']],
      [3, ['date']],
    ]);
  });
  it('redlines the second text, whole', () => {
    const runs = view.paragraphs.flat();
    const second = runs.filter(({ kind }) => kind !== 'deleted').map(({ text }) => text);
    expect(second.join('').replace(/\s/g, '')).toBe(SECOND.replace(/\s/g, ''));
    expect(view.paragraphs).toHaveLength(3);
  });
  it('draws in a terminal what differs, with unchanged text left out', () => {
    const drawn = drawComparisonTerminal(view, { width: 60 });
    expect(drawn).toContain('first    all open questions. They agreed ··· to continue the');
    expect(drawn).toContain('second   all open questions. They agreed not to continue the');
    expect(drawn).toContain('^^^ 2: negation');
    expect(drawn).toMatch(/… \d+ words the same …/);
    for (const line of drawn.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });
  it('draws a page with each difference marked and numbered', () => {
    const page = drawComparisonPage(view);
    for (const n of [1, 2, 3]) {
      expect(page).toContain(`id="q${n}"`);
      expect(page).toContain(`id="f${n}"`);
    }
    expect(page).toContain('<ins><span class="vh"> inserted: </span>not</ins> ');
  });
  const same: readonly (readonly [string, string, string])[] = [
    ['one two', 'one two', 'The two texts are the same, word for word.'],
    ['one two', 'one  two', 'The two texts are the same, word for word.'],
    ['one, two', 'One two', 'The two texts have the same words; they differ in form only.'],
    ['', '', 'The two texts are the same, word for word.'],
  ];
  it.each(same)('%j and %j', (a, b, verdict) => {
    const { changes } = compareTexts({ text: a }, { text: b });
    const drawn = viewComparison({ a: { name: 'a', text: a }, b: { name: 'b', text: b }, changes });
    expect(drawn.verdict).toBe(verdict);
    expect(drawn.differences).toEqual([]);
    expect(drawComparisonTerminal(drawn)).toContain(verdict);
  });
  it('skips no changed word in its hunks', () => {
    const words = fc.array(fc.constantFrom('the', 'gates', 'open', 'now', 'not', 'in', 'May', 'sea'), {
      maxLength: 90,
    });
    fc.assert(
      fc.property(words, words, (x, y) => {
        const [a, b] = [x.join(' '), y.join(' ')];
        const { changes } = compareTexts({ text: a }, { text: b });
        const { hunks, tail } = viewComparison(
          { a: { name: 'a', text: a }, b: { name: 'b', text: b }, changes },
          { all: true },
        );
        const shown = hunks.flatMap(({ pairs }) => pairs);
        const count = (text: string): number => text.match(/[^\s…]+/g)?.length ?? 0;
        const only = (side: 'a' | 'b'): number => shown.reduce((sum, pair) => sum + count(pair[side]), 0);
        const skipped = hunks.reduce((sum, hunk) => sum + hunk.skipped, 0) + tail;
        expect([only('a') + skipped, only('b') + skipped]).toEqual([x.length, y.length]);
      }),
    );
  });
});
