import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '#record/index.js';
import { decodeRecipe, recipeFields, recipeOfFields, writeRecipe } from '#wire/index.js';
import { root } from '../architecture/sources.js';

const folder = join(root, 'recipes');
const recipeOf = (file: string): Recipe => decodeRecipe(JSON.parse(readFileSync(join(folder, file), 'utf8'))) as Recipe;
const KEPT = { name: '', kind: '' };

describe('a recipe as the fields of a form', () => {
  it.each(readdirSync(folder))('%s comes back as it was', (file) => {
    const recipe = recipeOf(file);
    expect(recipeOfFields(writeRecipe(recipe), KEPT, recipeFields(recipe))).toEqual(recipe);
  });
  it('is made of fields alone', () => {
    const fields = {
      entry: 'ul.notices > li',
      entryDate: '.date',
      entryOrder: 'day first',
      older: 'a.older',
      text: 'div.words',
      drop: ' .share \r\n\r\n.menu',
      every: '360',
      zone: '',
    };
    expect(recipeOfFields('', { name: 'Harbour', kind: 'list page' }, fields)).toEqual({
      name: 'Harbour',
      kind: 'list page',
      addresses: [],
      rhythm: 360,
      list: {
        entry: 'ul.notices > li',
        clocks: [{ select: '.date', order: 'day first' }],
        paging: { by: 'link', next: 'a.older' },
      },
      page: { body: 'div.words', drop: ['.share', '.menu'] },
    });
  });
  it('loses what is emptied, and with it what came to hold nothing', () => {
    const recipe = recipeOf('agency-topic.json');
    const emptied = Object.fromEntries(Object.keys(recipeFields(recipe)).map((name) => [name, '']));
    const left = recipeOfFields(writeRecipe(recipe), KEPT, { ...emptied, entry: 'li' }) as Recipe;
    // The form does not show that there are no further pages: that stays.
    expect(left.list).toEqual({ entry: 'li', paging: { by: 'none' } });
    expect(left.page).toBeUndefined();
  });
  it.each([
    ['{', {}, /no valid JSON/],
    ['', { every: 'often' }, /rhythm/],
    ['', { language: 'English' }, /language/],
    ['', { drop: '.x', entryDate: '.date' }, /list\.entry/],
  ])('says what is wrong: %s %o', (base, fields, fault) => {
    expect(recipeOfFields(base, { name: 'x', kind: 'list page' }, fields)).toMatch(fault);
  });
});
