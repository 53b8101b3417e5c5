/**
 * The plain pages and the API of `onrecord serve`: decode a request, run one job, encode the answer. It keeps
 * nothing: drafts are confidential, so there is no page of a past check, no log of a text, and no cache.
 *
 * It listens on the loopback address, and that is no protection by itself: any page in the same browser can send
 * requests there. So the Host must name this machine (against DNS rebinding), what is sent must come from our own
 * pages or from no browser at all (Origin, Fetch Metadata), GET changes nothing, and answers may not be framed.
 */
import { OnrecordError, parseReference } from '#base/index.js';
import type { DraftCheck } from '#record/index.js';
import {
  COMPARE_FIELDS,
  type ComparedTexts,
  type ComparedVersions,
  coverageLine,
  DOOR_WORDS,
  doorLinks,
  drawCheckForm,
  drawCompareForm,
  drawComparisonPage,
  drawNotice,
  drawPage,
  drawVersionsPage,
  viewCheck,
  viewComparison,
  viewVersions,
} from '#report/index.js';
import {
  decodeCheckRequest,
  decodeCompareRequest,
  encodeCheck,
  encodeComparison,
  encodeProblem,
  encodeStatus,
  encodeVersions,
  type SentText,
} from '#wire/index.js';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { guard } from './guard.js';

/** Bytes as they were sent, with the name and media type that came with them. */
export interface Sent {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string | null;
}

/** A text to compare: as it was sent, or the name of one that is held. */
export type Compared = Sent | { readonly held: string };

/** The jobs behind the pages. Each may throw OnrecordError. */
export interface Service {
  checkDraft(draft: Sent): Promise<DraftCheck>;
  compareTexts(texts: {
    readonly a: Compared;
    readonly b: Compared;
  }): Promise<ComparedTexts & Parameters<typeof encodeComparison>[0]>;
  /** Three texts and more. */
  compareVersions(texts: {
    readonly versions: readonly Compared[];
  }): Promise<ComparedVersions & Parameters<typeof encodeVersions>[0]>;
  status(): Promise<Parameters<typeof encodeStatus>[0]>;
}

/** A page that was made before, such as the sheet of the case file; at "/" it stands in place of the form. */
export interface ReadyPage {
  readonly path: string;
  readonly html: string;
  readonly title?: string;
}

export interface AppOptions {
  readonly pages?: readonly ReadyPage[];
  /** The time as it is to be printed on a sheet. */
  readonly now?: () => string;
}

/** A draft of 10 MB is a thousand pages: what is longer is no draft. */
export const LONGEST_BODY = 10 * 2 ** 20;

const STATUS_OF: Readonly<Record<OnrecordError['code'], 400 | 404 | 413 | 422 | 500 | 503>> = {
  'bad-use': 400,
  'not-found': 404,
  'input-empty': 422,
  'input-binary': 422,
  'input-too-large': 413,
  'input-unreadable': 422,
  'input-encoding': 422,
  'archive-missing': 503,
  'archive-locked': 503,
  'archive-read-only': 503,
  'archive-newer': 503,
  'archive-damaged': 503,
  'archive-on-network': 503,
  'disk-full': 503,
  'disk-failed': 503,
  'settings-unreadable': 503,
  'address-in-use': 500,
  stopped: 503,
};

/** The routes over a service, ready to be listened with. */
export function createApp(service: Service, { pages = [], now }: AppOptions = {}): Hono {
  const app = new Hono();
  app.use(guard(refuse));
  app.use(bodyLimit({ maxSize: LONGEST_BODY, onError: (c) => refuse(c, tooLong()) }));
  app.onError((error, c) => refuse(c, error));
  app.notFound((c) => refuse(c, new OnrecordError('not-found', DOOR_WORDS.noPage, DOOR_WORDS.noPageHelp)));

  const cover = async (): Promise<string> => coverageLine((await service.status()).coverage);
  const ready = pages.map(({ path, title }) => ({ href: path, words: title ?? path }));
  const checkForm = async (c: Context, trouble?: OnrecordError): Promise<Response> => {
    const page = drawCheckForm({ cover: await cover(), pages: ready, ...troubled(trouble) });
    return c.html(page, trouble === undefined ? 200 : STATUS_OF[trouble.code]);
  };
  const compareForm = async (c: Context, trouble?: OnrecordError): Promise<Response> =>
    c.html(
      drawCompareForm({ cover: await cover(), ...troubled(trouble) }),
      trouble === undefined ? 200 : STATUS_OF[trouble.code],
    );

  for (const { path, html } of pages) app.get(path, (c) => c.html(html));
  app.get('/', (c) => checkForm(c));
  app.get('/check', (c) => checkForm(c));
  app.get('/compare', (c) => compareForm(c));

  app.post('/check', async (c) => {
    try {
      const check = await service.checkDraft(await draftOf(c));
      const view = viewCheck(check, now === undefined ? {} : { checkedAt: now() });
      return c.html(drawPage(view, { nav: doorLinks() }));
    } catch (error) {
      return checkForm(c, ofInput(error));
    }
  });

  app.post('/compare', async (c) => {
    try {
      const form = await formOf(c);
      const given = COMPARE_FIELDS.map(({ name, title }) => comparedOf(form[name], title));
      const [a, b] = given;
      if (!a || !b) throw new OnrecordError('input-empty', DOOR_WORDS.oneOfTwo);
      const versions = given.filter((text) => text !== null);
      const all = form['all'] !== undefined;
      const nav = doorLinks();
      return c.html(
        versions.length === 2
          ? drawComparisonPage(viewComparison(await service.compareTexts({ a, b }), { all }), { nav })
          : drawVersionsPage(viewVersions(await service.compareVersions({ versions }), { all }), { nav }),
      );
    } catch (error) {
      return compareForm(c, ofInput(error));
    }
  });

  app.get('/api/1/status', async (c) => c.json(encodeStatus(await service.status())));

  app.post('/api/1/check', async (c) => {
    const type = mediaTypeOf(c);
    const body = new Uint8Array(await c.req.arrayBuffer());
    const draft =
      type === 'application/json'
        ? asSent(decodeCheckRequest(new TextDecoder().decode(body)), DOOR_WORDS.pasted)
        : { bytes: body, name: DOOR_WORDS.pasted, mediaType: type };
    return c.json(encodeCheck(await service.checkDraft(draft)));
  });

  app.post('/api/1/compare', async (c) => {
    const { a, b, more } = decodeCompareRequest(await c.req.text());
    const versions = [a, b, ...more].map((text, i) => ('held' in text ? text : asSent(text, titleOf(i))));
    if (more.length > 0) return c.json(encodeVersions(await service.compareVersions({ versions })));
    return c.json(encodeComparison(await service.compareTexts({ a: versions[0]!, b: versions[1]! })));
  });

  for (const path of ['/api/1/check', '/api/1/compare'])
    app.all(path, (c) => {
      c.header('Allow', 'POST');
      return c.json(encodeProblem(405, 'bad-use', DOOR_WORDS.wrongMethod, ''), 405, PROBLEM);
    });
  return app;
}

const PROBLEM = { 'Content-Type': 'application/problem+json; charset=utf-8' } as const;

/** Answers a failure: as problem details under /api/, else as a page. Only an OnrecordError may say what happened. */
function refuse(c: Context, error: unknown, as?: 403 | 421): Response {
  const known = error instanceof OnrecordError ? error : null;
  const status = as ?? (known === null ? 500 : STATUS_OF[known.code]);
  const [what, remedy] = known === null ? [DOOR_WORDS.broken, DOOR_WORDS.brokenHelp] : [known.message, known.remedy];
  return c.req.path.startsWith('/api/')
    ? c.json(encodeProblem(status, known?.code ?? 'internal', what, remedy), status, PROBLEM)
    : c.html(drawNotice(what, remedy), status);
}

/** The failure as one of what was sent, to be shown above the form; others go on. */
function ofInput(error: unknown): OnrecordError {
  if (error instanceof OnrecordError && STATUS_OF[error.code] < 500) return error;
  throw error;
}

function troubled(trouble: OnrecordError | undefined): { readonly trouble?: string } {
  return trouble === undefined ? {} : { trouble: `${trouble.message} ${trouble.remedy}`.trim() };
}

function tooLong(): OnrecordError {
  return new OnrecordError('input-too-large', DOOR_WORDS.tooLong, DOOR_WORDS.tooLongHelp);
}

type Form = Readonly<Record<string, string | File>>;

async function formOf(c: Context): Promise<Form> {
  try {
    return await c.req.parseBody();
  } catch (error) {
    throw new OnrecordError('bad-use', DOOR_WORDS.notForm, '', { cause: error });
  }
}

/** The file if one was chosen, else what was pasted. */
async function draftOf(c: Context): Promise<Sent> {
  const form = await formOf(c);
  const file = form['file'];
  if (file instanceof File && file.size > 0)
    return {
      bytes: new Uint8Array(await file.arrayBuffer()),
      name: file.name,
      mediaType: file.type === '' ? null : file.type,
    };
  const text = pasted(form['draft'], DOOR_WORDS.pasted);
  if (text === null) throw new OnrecordError('input-empty', DOOR_WORDS.noDraft);
  return text;
}

/** What a text is called that was sent without a name. */
function titleOf(i: number): string {
  return COMPARE_FIELDS[i]?.title ?? DOOR_WORDS.pastedNth(i + 1);
}

/** A field with nothing but a reference or an address names a text that is held. */
function comparedOf(value: string | File | undefined, title: string): Compared | null {
  const named = typeof value === 'string' ? value.trim() : '';
  return parseReference(named) !== null || /^https?:\/\/\S+$/.test(named) ? { held: named } : pasted(value, title);
}

/** Text of a field; forms send line ends as CR LF (HTML standard, form submission). */
function pasted(value: string | File | undefined, name: string): Sent | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return asSent({ text: value.replaceAll('\r\n', '\n'), name: null }, name);
}

function asSent({ text, name }: SentText, otherwise: string): Sent {
  return { bytes: new TextEncoder().encode(text), name: name ?? otherwise, mediaType: 'text/plain;charset=utf-8' };
}

function mediaTypeOf(c: Context): string {
  return (c.req.header('content-type') ?? 'text/plain').split(';')[0]!.trim().toLowerCase();
}
