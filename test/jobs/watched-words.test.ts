import { describe, expect, test } from 'vitest';
import { WatchedWords } from '../../src/jobs/watched-words.js';

const watch = new WatchedWords(['all options are on the table', 'serious concern', 'five thousand containers', '…']);

describe('formulas watched for', () => {
  test.each([
    ['All options are “on the table”, he said.', [['all options are on the table', 1, 0]]],
    ['All options are still on the table. All options are on the table.', [['all options are on the table', 1, 1]]],
    ['Some options are on the shelf.', []],
    ['A serious, deep concern.', []],
    ['It is of Serious concern.', [['serious concern', 1, 0]]],
    ['5,000 containers wait.', [['five thousand containers', 1, 0]]],
  ])('%s', (text, uses) => {
    const found = watch.in(text, 'en', []);
    expect(found.map(({ formula, places, varied }) => [formula, places, varied])).toEqual(uses);
  });

  test('are not looked for in the furniture of a page', () => {
    const text = 'Serious concern\n\nNothing here.';
    expect(watch.in(text, 'en', [{ start: 0, end: 15, kind: 'furniture' }])).toEqual([]);
  });
});
