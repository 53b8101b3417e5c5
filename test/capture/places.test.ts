/**
 * Each recipe on pages of its shape, written for this test. `UPDATE_PLACES=1` writes what is read as the expectation,
 * to be looked through; a recipe without pages is a fault.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeWhen } from '#base/index.js';
import { readPlace } from '#capture/index.js';
import { extract } from '#extract/index.js';
import { readRecipe } from '#jobs/index.js';
import type { Recipe } from '#record/index.js';

const here = dirname(fileURLToPath(import.meta.url));
const recipes = join(here, '../../recipes');
const update = process.env['UPDATE_PLACES'] === '1' && !process.env['CI'];
const names = readdirSync(recipes).map((file) => file.replace(/\.json$/, ''));

const recipeOf = (name: string): Recipe => readRecipe(readFileSync(join(recipes, `${name}.json`)), name);
/** An address that the recipe serves. */
const addressOf = ({ addresses }: Recipe): string =>
  (addresses[0] ?? 'https://harbour.example/feed')
    .replace('{name}', 'Ordania_MFA')
    .replaceAll(/\{(\w+)\}/g, (_, part: string) => (part === 'rest' ? 'spokesman' : 'ferries'));

async function read(name: string): Promise<object> {
  const recipe = recipeOf(name);
  const folder = join(here, 'places', name);
  const file = readdirSync(folder).find((entry) => entry.startsWith('list.'))!;
  const mediaType = { html: 'text/html', xml: 'application/xml', json: 'application/json' }[file.slice(5)] ?? null;
  const address = name === 'wordpress-posts' ? 'https://blog.example/wp-json/wp/v2/posts' : addressOf(recipe);
  const headers = { 'x-wp-totalpages': '3' };
  const reading = readPlace({ bytes: readFileSync(join(folder, file)), mediaType, address, headers }, recipe);
  const items = reading.items.map(({ published, updated, ...item }) => ({
    ...item,
    published: published && writeWhen(published),
    updated: updated && writeWhen(updated),
  }));
  const list = { ...reading, items };
  if (!existsSync(join(folder, 'item.html'))) return { list };
  const { value, problems } = await extract({
    bytes: readFileSync(join(folder, 'item.html')),
    name: 'item.html',
    mediaType: 'text/html',
    address: reading.items[0]?.address ?? address,
    shape: recipe.page ?? null,
  });
  const { facts, rendering, problems: own } = value[0]!;
  const main = rendering.blocks.flatMap(({ kind, start, end }) =>
    kind === 'furniture' ? [] : [`${kind}: ${rendering.text.slice(start, end)}`],
  );
  const { title, said, published, occasion } = facts;
  const turns = rendering.turns.map(
    ({ kind, label, start, end }) => `${kind} ${label}: ${rendering.text.slice(start, end).slice(0, 30)}`,
  );
  return {
    list,
    item: { title, said: said && writeWhen(said), published: published && writeWhen(published), occasion, main, turns },
    problems: [...problems, ...own].map(({ code }) => code),
  };
}

describe.each(names)('the recipe %s', (name) => {
  it('reads pages of its shape', async () => {
    const path = join(here, 'places', name, 'expected.json');
    const found = JSON.parse(JSON.stringify(await read(name))) as object;
    if (update) writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });
  it('tells a page of another layout, and one that refuses, from its own', () => {
    const recipe = recipeOf(name);
    const given = (html: string) => ({
      bytes: new TextEncoder().encode(html),
      mediaType: 'text/html',
      address: 'https://elsewhere.example/',
      headers: {},
    });
    const other = given(
      '<!doctype html><html><body><h1>We have moved</h1><div class="new"><p>Words of another page altogether, and not a list.</p></div></body></html>',
    );
    expect(readPlace(other, recipe).fitting).toBe('layout changed');
    const wall = given(
      '<!doctype html><html><head><title>Just a moment...</title></head><body><script src="/cdn-cgi/challenge-platform/x"></script></body></html>',
    );
    expect(readPlace(wall, recipe).fitting).toBe('blocked');
  });
});
