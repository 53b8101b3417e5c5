/**
 * The token of a server that others can reach: sent by programs with each request (Bearer, RFC 6750), by a browser once
 * in a form and from then on as a cookie that no script can read and no other site can send (SameSite=Strict). The
 * cookie is not the token but a digest of it, so that who reads a browser's cookies does not have what programs send.
 *
 * Tokens are compared by their digests in constant time: how long a refusal takes says nothing of how much was right.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { OnrecordError } from '#base/index.js';
import { DOOR_WORDS, drawEntry } from '#report/index.js';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { refuse } from './failures.js';
import { formOf } from './sent.js';

/** Characters of a token, at least: 96 bits where it is made by chance in base64. */
export const SHORTEST_TOKEN = 16;
const COOKIE = 'onrecord';
export const ENTRY = '/enter';

/** Throws OnrecordError `bad-use` for a token that could be guessed or cannot be sent in a header. */
export function mindToken(token: string): void {
  if (!/^[\x21-\x7e]*$/.test(token) || token.length < SHORTEST_TOKEN)
    throw new OnrecordError(
      'bad-use',
      `A token has at least ${SHORTEST_TOKEN} characters, letters and digits without spaces.`,
      'Have one made: onrecord serve --new-token.',
    );
}

/** Lets through who has the token, by header or cookie; others get the form, or a refusal. */
export function demand(token: string): MiddlewareHandler {
  const bearer = digest(`bearer ${token}`);
  const cookie = Buffer.from(cookieOf(token));
  return async (c, next) => {
    const sent = /^bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const kept = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(c.req.header('cookie') ?? '')?.[1];
    if (
      (sent !== undefined && timingSafeEqual(digest(`bearer ${sent}`), bearer)) ||
      (kept !== undefined && timingSafeEqual(digest(kept), digest(cookie))) ||
      (c.req.path === ENTRY && c.req.method === 'POST')
    )
      return next();
    c.header('WWW-Authenticate', 'Bearer realm="Onrecord"');
    if (c.req.path.startsWith('/api/') || c.req.path === '/mcp')
      return refuse(c, new OnrecordError('bad-use', DOOR_WORDS.noToken, DOOR_WORDS.noTokenHelp), 401);
    return c.html(drawEntry(wayTo(c.req.path), false), 401);
  };
}

/** The form leads on to where somebody wanted to go. */
export function mountEntry(app: Hono, token: string): void {
  app.post(ENTRY, async (c: Context) => {
    const form = await formOf(c);
    const words = (name: string): string => (typeof form[name] === 'string' ? form[name].trim() : '');
    const way = wayTo(words('way'));
    if (!timingSafeEqual(digest(words('token')), digest(token))) return c.html(drawEntry(way, true), 401);
    c.header('Set-Cookie', `${COOKIE}=${cookieOf(token)}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${MONTH}`);
    return c.redirect(way, 303);
  });
}

const MONTH = 30 * 24 * 3600;

/** A path of this server and nothing else: "//elsewhere" is another one. */
function wayTo(path: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/';
}

function cookieOf(token: string): string {
  return createHash('sha256').update(`cookie ${token}`).digest('hex');
}

function digest(words: string | Uint8Array): Buffer {
  return createHash('sha256').update(words).digest();
}
