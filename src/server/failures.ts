/** How a failure goes out: as problem details under /api/ and at /mcp (RFC 9457), else as a page. */
import { OnrecordError } from '#base/index.js';
import { DOOR_WORDS, drawNotice } from '#report/index.js';
import { encodeProblem } from '#wire/index.js';
import type { Context } from 'hono';

export const STATUS_OF: Readonly<Record<OnrecordError['code'], 400 | 404 | 413 | 422 | 500 | 503>> = {
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

export const PROBLEM = { 'Content-Type': 'application/problem+json; charset=utf-8' } as const;

/** Answers a failure. Only an OnrecordError may say what happened. */
export function refuse(c: Context, error: unknown, as?: 401 | 403 | 421): Response {
  const known = error instanceof OnrecordError ? error : null;
  const status = as ?? (known === null ? 500 : STATUS_OF[known.code]);
  const [what, remedy] = known === null ? [DOOR_WORDS.broken, DOOR_WORDS.brokenHelp] : [known.message, known.remedy];
  return c.req.path.startsWith('/api/') || c.req.path === '/mcp'
    ? c.json(encodeProblem(status, known?.code ?? 'internal', what, remedy), status, PROBLEM)
    : c.html(drawNotice(what, remedy), status);
}

/** The failure as one of what was sent, to be shown above the form; others go on. */
export function ofInput(error: unknown): OnrecordError {
  if (error instanceof OnrecordError && STATUS_OF[error.code] < 500) return error;
  throw error;
}
