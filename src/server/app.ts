/**
 * The pages and the API of `onrecord serve`: decode a request, run one job, encode the answer. It keeps nothing of a
 * draft: drafts are confidential, so there is no page of a past check, no log of a text, and no cache.
 *
 * It listens on the loopback address unless told otherwise, and then whoever asks must have a token (entry.ts). The
 * loopback address is no protection by itself: any page in the same browser can send
 * requests there. So the Host must name this machine (against DNS rebinding), what is sent must come from our own
 * pages or from no browser at all (Origin, Fetch Metadata), GET changes nothing, and answers may not be framed.
 */
import { OnrecordError } from '#base/index.js';
import { DOOR_WORDS } from '#report/index.js';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { mountApi } from './api.js';
import { refuse } from './failures.js';
import { demand, mountEntry } from './entry.js';
import { guard, type Reached } from './guard.js';
import { Live } from './live.js';
import { mountPages, type PagesOptions } from './pages.js';
import type { Service } from './service.js';

export interface AppOptions extends PagesOptions {
  /** Where others may reach it, and the token that they must have; absent: on this machine only, and nobody is asked. */
  readonly access?: { readonly reached: Reached | null; readonly token: string };
  /** Who tells pages what happens; whoever gives it closes it. */
  readonly live?: Live;
  /** Answers what assistants ask at /mcp; absent, there is no such address. */
  readonly mcp?: (request: Request) => Promise<Response>;
}

/** A draft of 10 MB is a thousand pages: what is longer is no draft. */
export const LONGEST_BODY = 10 * 2 ** 20;
/** Files to be added may be longer; more at once go by `onrecord add`. */
export const LONGEST_FILES = 200 * 2 ** 20;

const TAKES_FILES = new Set(['/texts', '/api/1/texts']);

/** The stream of what happens, for the pages that are open. */
function mountEvents(app: Hono, live: Live): void {
  app.get('/api/events', async (c) => {
    const stream = await live.listen();
    if (stream === null) throw new OnrecordError('bad-use', DOOR_WORDS.tooManyListen, DOOR_WORDS.tooManyListenHelp);
    return c.body(stream, 200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  });
}

/** The routes over a service, ready to be listened with. */
export function createApp(service: Service, options: AppOptions = {}): Hono {
  const app = new Hono();
  const tooLong = (): OnrecordError => new OnrecordError('input-too-large', DOOR_WORDS.tooLong, DOOR_WORDS.tooLongHelp);
  const draftLimit = bodyLimit({ maxSize: LONGEST_BODY, onError: (c) => refuse(c, tooLong()) });
  const filesLimit = bodyLimit({
    maxSize: LONGEST_FILES,
    onError: (c) => refuse(c, new OnrecordError('input-too-large', DOOR_WORDS.tooManyBytes, DOOR_WORDS.tooManyHelp)),
  });
  const { access } = options;
  app.use(guard(refuse, options.bundle?.nonce ?? null, access?.reached ?? null));
  if (access !== undefined) app.use(demand(access.token));
  app.use((c, next) => (TAKES_FILES.has(c.req.path) ? filesLimit(c, next) : draftLimit(c, next)));
  app.onError((error, c) => refuse(c, error));
  app.notFound((c) => refuse(c, new OnrecordError('not-found', DOOR_WORDS.noPage, DOOR_WORDS.noPageHelp)));
  const live = options.live ?? new Live({ revision: () => service.revision() });
  mountEvents(app, live);
  mountApi(app, service, live);
  const { mcp } = options;
  if (mcp !== undefined) app.all('/mcp', (c) => mcp(c.req.raw));
  if (access !== undefined) mountEntry(app, access.token);
  mountPages(app, service, options);
  return app;
}
