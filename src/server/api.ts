/** /api/1: the routes of wire's table, each decoded, run as one job, and encoded. */
import { OnrecordError } from '#base/index.js';
import { DOOR_WORDS } from '#report/index.js';
import {
  decodeAccountsRequest,
  decodeAgeRequest,
  decodeCheckRequest,
  decodeCompareRequest,
  decodeDropRequest,
  decodeDropSearchRequest,
  decodeKeepSearchRequest,
  decodeLookedRequest,
  decodeSetRequest,
  decodeSignRequest,
  decodeStopRequest,
  encodeAccounts,
  encodeAge,
  encodeCheck,
  encodeComparison,
  encodeCorrected,
  encodeDrop,
  encodeFormula,
  encodeImport,
  encodeList,
  encodeProblem,
  encodeQuoted,
  encodeSayings,
  encodeSearch,
  encodeSearches,
  encodeSheet,
  encodeSheets,
  encodeStatus,
  encodeStop,
  encodeText,
  encodeVersions,
  ROUTES,
} from '#wire/index.js';
import type { Context, Hono } from 'hono';
import { PROBLEM } from './failures.js';
import { FOLLOWING_ANSWERS } from './following-api.js';
import { asCompared, asked, asSent, countOf, filesOf, filterOf, formOf, mediaTypeOf, needed, titleOf } from './sent.js';
import type { Live } from './live.js';
import type { Service } from './service.js';

/** Texts that a list names unless told, and places that a search shows. */
const LISTED = 1000;
const SHOWN = 50;
const MOST_SHOWN = 1000;
const MOST_LISTED = 1_000_000;
export const SORTS = ['date', 'left', 'right', 'speaker'] as const;

export type Answer = (c: Context, service: Service, live: Live) => Promise<object>;

const ANSWERS: Readonly<Record<string, Answer>> = {
  'get /api/1/status': async (_, service) => encodeStatus(await service.status()),
  'post /api/1/check': async (c, service, live) => {
    // A check that nobody waits for any more is no use.
    const check = (draft: Parameters<Service['checkDraft']>[0]): ReturnType<Service['checkDraft']> =>
      live.work(asked(c, 'work'), (work) => service.checkDraft(draft, work), c.req.raw.signal);
    const type = mediaTypeOf(c);
    const body = new Uint8Array(await c.req.arrayBuffer());
    if (type !== 'application/json')
      return encodeCheck(await check({ bytes: body, name: DOOR_WORDS.pasted, mediaType: type, filter: filterOf(c) }));
    const { day, language, filter, ...sent } = decodeCheckRequest(new TextDecoder().decode(body));
    const only = { ...filterOf(c), ...filter };
    return encodeCheck(await check({ ...asSent(sent, DOOR_WORDS.pasted), day, language, filter: only }));
  },
  'post /api/1/compare': async (c, service) => {
    const { a, b, more } = decodeCompareRequest(await c.req.text());
    const versions = [a, b, ...more].map((text, i) => asCompared(text, titleOf(i)));
    return more.length > 0
      ? encodeVersions(await service.compareVersions({ versions }))
      : encodeComparison(await service.compareTexts({ a: versions[0]!, b: versions[1]! }));
  },
  'post /api/1/accounts': async (c, service) => {
    const request = decodeAccountsRequest(await c.req.text());
    const texts = request.texts.map((text, i) => asCompared(text, titleOf(i)));
    return encodeAccounts(await service.accounts({ ...request, texts }));
  },
  'post /api/1/age': async (c, service) => {
    const { text, against, ...rest } = decodeAgeRequest(await c.req.text());
    return encodeAge(
      await service.age({
        ...rest,
        text: asCompared(text, titleOf(0)),
        against: against === null ? null : asCompared(against, titleOf(1)),
      }),
    );
  },
  'get /api/1/formula': async (c, service) =>
    encodeFormula(
      await service.formula({
        phrase: needed(c, 'phrase'),
        filter: filterOf(c),
        sort: sortOf(c),
        exact: asked(c, 'exact') !== null,
        language: asked(c, 'language'),
      }),
    ),
  'get /api/1/sayings': async (c, service) => {
    const document = asked(c, 'document');
    return encodeSayings(
      await service.sayings(
        document === null ? { words: needed(c, 'words'), language: asked(c, 'language') } : { document },
      ),
    );
  },
  'get /api/1/quoted': async (c, service) => encodeQuoted(await service.quoted({ document: needed(c, 'document') })),
  'get /api/1/search': async (c, service) => {
    const saved = asked(c, 'saved');
    const limit = countOf(c, 'limit', SHOWN, MOST_SHOWN);
    if (saved === null) {
      const words = needed(c, 'words');
      return encodeSearch(words, await service.search({ words, filter: filterOf(c), limit }));
    }
    const found = await service.search({ saved, limit });
    return encodeSearch(found.saved?.words ?? '', found);
  },
  'get /api/1/searches': async (_, service) => encodeSearches(await service.searches()),
  'post /api/1/searches': async (c, service) => {
    await service.keepSearch(decodeKeepSearchRequest(await c.req.text()));
    return encodeSearches(await service.searches());
  },
  'post /api/1/searches/looked': async (c, service) => {
    await service.lookedAtSearch(decodeLookedRequest(await c.req.text()));
    return encodeSearches(await service.searches());
  },
  'post /api/1/searches/drop': async (c, service) => {
    await service.dropSearch(decodeDropSearchRequest(await c.req.text()));
    return encodeSearches(await service.searches());
  },
  'get /api/1/texts': async (c, service) =>
    encodeList(await service.list({ ...filterOf(c), limit: countOf(c, 'limit', LISTED, MOST_LISTED) })),
  'post /api/1/texts': async (c, service, live) => {
    const files = await filesOf(await formOf(c));
    if (files.length === 0) throw new OnrecordError('input-empty', DOOR_WORDS.noFiles);
    return encodeImport(await live.work(asked(c, 'work'), (work) => service.add(files, work)));
  },
  'get /api/1/text': async (c, service) => encodeText(await service.show(needed(c, 'ref'))),
  'post /api/1/set': async (c, service) => encodeCorrected(await service.set(decodeSetRequest(await c.req.text()))),
  'post /api/1/stop': async (c, _, live) => encodeStop(live.stop(decodeStopRequest(await c.req.text()))),
  'post /api/1/sheets': async (c, service) => {
    const { draft, ...rest } = decodeSignRequest(await c.req.text());
    return encodeSheet(await service.sheet(await service.sign({ ...rest, draft: asSent(draft, DOOR_WORDS.pasted) })));
  },
  'get /api/1/sheets': async (c, service) => encodeSheets(await service.sheets(sheetsWish(c))),
  'get /api/1/sheet': async (c, service) => encodeSheet(await service.sheet(needed(c, 'ref'))),
  'post /api/1/drop': async (c, service) => encodeDrop(await service.drop(decodeDropRequest(await c.req.text()))),
  ...FOLLOWING_ANSWERS,
};

/** Sheets that a list names unless told, and at most: each of them is held against the archive. */
export const SHEETS = 50;
const MOST_SHEETS = 500;

/** Which sheets are asked for. Throws OnrecordError `bad-use`. */
export function sheetsWish(c: Context): { readonly limit: number; readonly before?: string } {
  const before = asked(c, 'before');
  return { limit: countOf(c, 'limit', SHEETS, MOST_SHEETS), ...(before !== null && { before }) };
}

/** How a concordance is to be sorted. Throws OnrecordError `bad-use`. */
export function sortOf(c: Context): (typeof SORTS)[number] {
  const given = asked(c, 'sort') ?? 'date';
  const sort = SORTS.find((known) => known === given);
  if (sort === undefined)
    throw new OnrecordError('bad-use', DOOR_WORDS.wrongSort(given), DOOR_WORDS.wrongSortHelp(SORTS.join(', ')));
  return sort;
}

/** Mounts the routes of the table. */
export function mountApi(app: Hono, service: Service, live: Live): void {
  for (const { method, path } of ROUTES) {
    const answer = ANSWERS[`${method} ${path}`];
    if (answer === undefined) throw new RangeError(`No answer to ${method} ${path}.`);
    app.on(method.toUpperCase(), path, async (c) => c.json(await answer(c, service, live)));
  }
  for (const path of new Set(ROUTES.map((route) => route.path))) {
    const allowed = ROUTES.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    app.all(path, (c) => {
      c.header('Allow', allowed.join(', '));
      return c.json(encodeProblem(405, 'bad-use', DOOR_WORDS.wrongMethod(allowed), ''), 405, PROBLEM);
    });
  }
}
