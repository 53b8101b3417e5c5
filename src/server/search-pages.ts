/** The pages of searches: what was asked, by words or by the name of a kept search, and what changes those kept. */
import { OnrecordError } from '#base/index.js';
import { type DeskOptions, drawSearchPage, linkReferences, searchedWords } from '#report/index.js';
import type { Context, Hono } from 'hono';
import { ofInput, STATUS_OF } from './failures.js';
import { asked, countOf, filterIn, filterOf, formOf } from './sent.js';
import type { Service } from './service.js';

const SHOWN = 50;
const MOST_SHOWN = 1000;

export function mountSearch(
  app: Hono,
  service: Service,
  desk: (path: string, trouble?: OnrecordError) => Promise<DeskOptions>,
): void {
  app.get('/search', async (c) => {
    try {
      const found = await search(c, service);
      if (found === null)
        return c.html(drawSearchPage(null, await service.searches(), c.req.query(), await desk('/search')));
      const { cover: _, ...options } = await desk('/search');
      return c.html(linkReferences(drawSearchPage(found, [], c.req.query(), options)));
    } catch (error) {
      const trouble = ofInput(error);
      const page = drawSearchPage(null, await service.searches(), c.req.query(), await desk('/search', trouble));
      return c.html(page, STATUS_OF[trouble.code]);
    }
  });
  app.post('/search/keep', async (c) => {
    const form = await formOf(c);
    const { name } = await service.keepSearch({
      name: written(form['name']),
      words: written(form['words']),
      filter: filterIn(form),
    });
    return c.redirect(savedAt(name), 303);
  });
  app.post('/search/looked', async (c) => {
    const form = await formOf(c);
    const mark = Number(written(form['mark']));
    if (!Number.isInteger(mark) || mark < 0) throw new OnrecordError('bad-use', 'The form names no mark.');
    await service.lookedAtSearch({ name: written(form['name']), mark });
    return c.redirect(savedAt(written(form['name'])), 303);
  });
  app.post('/search/forget', async (c) => {
    await service.dropSearch({ name: written((await formOf(c))['name']) });
    return c.redirect('/search', 303);
  });
}

async function search(c: Context, service: Service): Promise<Awaited<ReturnType<Service['search']>> | null> {
  const saved = asked(c, 'saved');
  const limit = countOf(c, 'limit', SHOWN, MOST_SHOWN);
  if (saved !== null) return service.search({ saved, limit });
  const words = searchedWords(c.req.query());
  return words === '' ? null : service.search({ words, filter: filterOf(c), limit });
}

function savedAt(name: string): string {
  return `/search?saved=${encodeURIComponent(name)}`;
}

function written(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}
