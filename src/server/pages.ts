/**
 * The pages: every screen is drawn here from the same views as the terminal's, works without script, and has an
 * address that reproduces it, unless it shows words that were pasted. The script of the desk makes them live.
 */
import { dayOf, OnrecordError, parseReference } from '#base/index.js';
import {
  type Asked,
  type Assets,
  COMPARE_FIELDS,
  coverageLine,
  DESK_WORDS,
  type DeskOptions,
  DOOR_WORDS,
  doorLinks,
  drawAddedPage,
  drawAgeForm,
  drawAgePage,
  drawCheckForm,
  drawCompareForm,
  drawComparisonPage,
  drawFormulaForm,
  drawFormulaPage,
  drawPage,
  drawPeoplePage,
  drawPersonPage,
  drawQuotedPage,
  drawSayingsForm,
  drawSayingsPage,
  drawStartPage,
  drawTextPage,
  drawTextsPage,
  drawVersionsPage,
  linkReferences,
  viewAge,
  viewCheck,
  viewComparison,
  viewFormula,
  viewQuoted,
  viewSayings,
  viewVersions,
} from '#report/index.js';
import type { Context, Hono } from 'hono';
import { sortOf } from './api.js';
import { ofInput, STATUS_OF } from './failures.js';
import { mountFollowing } from './following-pages.js';
import {
  asked,
  comparedOf,
  countOf,
  draftOf,
  filesOf,
  filterOf,
  type Form,
  formOf,
  sentOrAsked,
  titleOf,
} from './sent.js';
import type { Compared, Service } from './service.js';
import { type MountReading, mountAccounts } from './accounts-pages.js';
import { mountSearch } from './search-pages.js';
import { mountSheets } from './sheet-pages.js';

/** A page that was made before, such as the sheet of the case file. */
export interface ReadyPage {
  readonly path: string;
  readonly html: string;
  readonly title?: string;
}

/** A file of the desk's bundle: "desk.js", "desk.css", a part or a font. */
export interface BundledFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PagesOptions {
  readonly pages?: readonly ReadyPage[];
  /** The time as it is to be printed on a sheet. */
  readonly now?: () => string;
  /** Stops of the tour on the start page. */
  readonly tour?: Parameters<typeof drawStartPage>[0]['tour'];
  /** The desk's bundle: pages load its script and style. Absent, the pages work without. */
  readonly bundle?: { readonly files: readonly BundledFile[]; readonly nonce: string };
}

/** Rows of the concordance on a page. */
const ROWS = 2000;
/** Texts named on the start page, and in the list. */
const LATEST = 12;
const LISTED = 2000;
/** Texts that are looked through for what a person said. */
const SAID = 200;

export function mountPages(app: Hono, service: Service, { pages = [], now, tour = [], bundle }: PagesOptions): void {
  const served = bundle === undefined ? {} : { assets: assetsOf(bundle) };
  const nav = (path: string): DeskOptions => ({ nav: doorLinks(path), ...served });
  const cover = async (): Promise<string> => coverageLine((await service.status()).coverage);
  const ready = pages.map(({ path, title }) => ({ href: path, words: title ?? path }));
  const send = (c: Context, page: string, trouble?: OnrecordError): Response =>
    c.html(linkReferences(page), trouble === undefined ? 200 : STATUS_OF[trouble.code]);
  const desk = async (path: string, trouble?: OnrecordError): Promise<DeskOptions> => ({
    ...nav(path),
    cover: await cover(),
    ...(trouble !== undefined && { trouble: `${trouble.message} ${trouble.remedy}`.trim() }),
  });
  const everything = (c: Context): Asked => c.req.query();

  const reading: MountReading = (path, form, answer) => {
    const respond = async (c: Context): Promise<Response> => {
      try {
        const page = await answer(c);
        if (page !== null) return send(c, page);
      } catch (error) {
        const trouble = ofInput(error);
        return send(c, await form(c, await desk(path, trouble)), trouble);
      }
      return send(c, await form(c, await desk(path)));
    };
    app.get(path, respond);
    app.post(path, respond);
  };

  for (const { path, html } of pages) app.get(path, (c) => c.html(html));
  for (const { name, bytes } of bundle?.files ?? [])
    app.get(`${BUNDLE}/${name}`, (c) => {
      c.header('Content-Type', MEDIA_TYPES[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream');
      return c.body(new Uint8Array(bytes));
    });
  app.get('/', async (c) => {
    const { documents } = await service.list({ limit: LISTED });
    const latest = documents
      .slice(-LATEST)
      .toReversed()
      .map(({ reference, title, said, published }) => {
        const when = said ?? published;
        return { reference, title, day: when === null ? null : dayOf(when) };
      });
    const overview = await service.following.overview();
    const following = overview.followed === 0 ? null : overview;
    return send(c, drawStartPage({ tour, latest, canAdd: true, following }, await desk('/')));
  });

  reading(
    '/check',
    (_, options) => drawCheckForm({ ...options, pages: ready }),
    async (c) => {
      if (c.req.method !== 'POST') return null;
      const check = await service.checkDraft(await draftOf(c));
      const view = viewCheck(check, now === undefined ? {} : { checkedAt: now() });
      return drawPage(view, { ...nav('/check'), sign: check.draft.text });
    },
  );

  reading(
    '/compare',
    (_, options) => drawCompareForm(options),
    async (c) => {
      const form = await sentOrAsked(c);
      const given = COMPARE_FIELDS.map(({ name, title }) => comparedOf(form[name], title));
      if (c.req.method !== 'POST' && given.every((text) => text === null)) return null;
      const [a, b] = given;
      if (!a || !b) throw new OnrecordError('input-empty', DOOR_WORDS.oneOfTwo);
      const versions = given.filter((text) => text !== null);
      const all = form['all'] !== undefined;
      const { all: _, ...asked } = c.req.query();
      const href = `/compare?${new URLSearchParams({ ...asked, ...(all ? {} : { all: '1' }) }).toString()}`;
      const unfold = c.req.method === 'POST' ? null : { href, all };
      return versions.length === 2
        ? drawComparisonPage(viewComparison(await service.compareTexts({ a, b }), { all }), nav('/compare'), unfold)
        : drawVersionsPage(viewVersions(await service.compareVersions({ versions }), { all }), nav('/compare'));
    },
  );

  mountAccounts(app, service, reading, nav);

  reading(
    '/age',
    (c, options) => drawAgeForm(everything(c), options),
    async (c) => {
      const form = await sentOrAsked(c);
      const text = named(form['text'], titleOf(0));
      if (text === null && c.req.method !== 'POST') return null;
      if (text === null) throw new OnrecordError('input-empty', DOOR_WORDS.noText);
      const day = typeof form['date'] === 'string' && form['date'].trim() !== '' ? form['date'].trim() : null;
      return drawAgePage(
        viewAge(await service.age({ text, against: named(form['against'], titleOf(1)), day })),
        nav('/age'),
      );
    },
  );

  reading(
    '/formula',
    (c, options) => drawFormulaForm(everything(c), options),
    async (c) => {
      const phrase = asked(c, 'phrase');
      if (phrase === null) return null;
      const traced = await service.formula({
        phrase,
        filter: filterOf(c),
        sort: sortOf(c),
        exact: asked(c, 'exact') !== null,
        language: asked(c, 'language'),
      });
      return drawFormulaPage(viewFormula(traced, ROWS), nav('/formula'), { asked: everything(c) });
    },
  );

  reading(
    '/sayings',
    (c, options) => drawSayingsForm(everything(c), options),
    async (c) => {
      const of = asked(c, 'of');
      if (of !== null) return drawQuotedPage(viewQuoted(await service.quoted({ document: of })), nav('/sayings'));
      const words = asked(c, 'words');
      if (words === null) return null;
      const input = parseReference(words) === null ? { words } : { document: words };
      return drawSayingsPage(viewSayings(await service.sayings(input)), nav('/sayings'));
    },
  );

  mountSearch(app, service, desk);

  app.get('/texts', async (c) => {
    const listing = await service.list({ ...filterOf(c), limit: countOf(c, 'limit', LISTED, Infinity) });
    return send(c, drawTextsPage(listing, everything(c), nav('/texts')));
  });
  app.post('/texts', async (c) => {
    const files = await filesOf(await formOf(c));
    if (files.length === 0) throw new OnrecordError('input-empty', DOOR_WORDS.noFiles);
    const { rows, stop } = await service.add(files);
    return send(c, drawAddedPage(rows, await desk('/', stop ?? undefined)));
  });
  app.get('/texts/:ref', async (c) => {
    const [written, words, at] = [asked(c, 'at'), asked(c, 'words'), spanOf(asked(c, 'at'))];
    const shown = await service.show(c.req.param('ref'));
    const around = await service.around({ named: shown.version.reference, at, words });
    const trouble = written !== null && around.lit === null ? { trouble: DESK_WORDS.outside } : {};
    const view = { ...shown, ...around, searched: words, heat: asked(c, 'heat') !== null };
    return send(c, drawTextPage(view, { ...(await desk('/texts')), ...trouble }));
  });
  app.post('/texts/:ref', async (c) => {
    const form = await formOf(c);
    const [fact, value] = ['fact', 'value'].map((name) => (typeof form[name] === 'string' ? form[name] : ''));
    await service.set({ named: c.req.param('ref'), settings: [`${fact}=${value}`] });
    return c.redirect(`/texts/${encodeURIComponent(c.req.param('ref'))}`, 303);
  });

  mountFollowing(app, service.following, { options: desk, send });
  mountSheets(app, service, desk);

  app.get('/people/:id', async (c) => {
    const shown = await service.person({ named: c.req.param('id'), limit: SAID });
    const { cover: _, ...options } = await desk('/people');
    return send(c, drawPersonPage(shown, options));
  });
  app.get('/people', async (c) => send(c, drawPeoplePage(await service.people(), await desk('/people'))));
}

/** Words that an address names: "120-180", code units of the wording. */
function spanOf(at: string | null): { readonly start: number; readonly end: number } | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? [];
  return start === undefined ? null : { start: Number(start), end: Number(end) };
}

const BUNDLE = '/desk';
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

function assetsOf({ files, nonce }: NonNullable<PagesOptions['bundle']>): Assets {
  const named = (end: string): string[] =>
    files.flatMap(({ name }) => (name === `desk${end}` ? [`${BUNDLE}/${name}`] : []));
  return { styles: named('.css'), scripts: named('.js'), nonce };
}

/** A text that was pasted, or the name of one that is held. */
function named(value: Form[string] | undefined, title: string): Compared | null {
  return comparedOf(value, title);
}
