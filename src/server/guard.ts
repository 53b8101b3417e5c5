/** Who may ask, and what an answer may do: the headers of every request and every answer. */
import { OnrecordError } from '#base/index.js';
import { DOOR_WORDS, SERVED_POLICY } from '#report/index.js';
import type { Context, MiddlewareHandler } from 'hono';

/** Names of this machine as browsers write them in a Host header. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host name or address is this machine and nothing else. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase()) || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  // Not no-referrer: browsers then send "Origin: null" with a form, and our own could not be told from others.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** What pages may do; with the desk's bundle also run its script, and nothing from anywhere else. */
function policyOf(nonce: string | null): string {
  const pages = `${SERVED_POLICY}; frame-ancestors 'none'`;
  if (nonce === null) return pages;
  return `${pages.replace('style-src ', `style-src 'self' 'nonce-${nonce}' `)}; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'`;
}

/** Under which names a server is reached that others may reach. */
export interface Reached {
  /** The address that is listened on: "192.168.1.4", or "0.0.0.0" for all. */
  readonly host: string;
  /** Names besides, such as that of a proxy before it. */
  readonly names: readonly string[];
}

/**
 * Whether a Host header may name this server. A page that rebinds its name to our address (DNS rebinding) comes by that
 * name, so an address in numbers is safe where any of the machine's is listened on, and a name only if it was given.
 */
export function isOurs(host: string, reached: Reached | null): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (isLoopback(name)) return true;
  if (reached === null) return false;
  const bare = name.replace(/^\[|\]$/g, '');
  if ([reached.host, ...reached.names].some((ours) => ours.toLowerCase() === bare)) return true;
  const any = reached.host === '0.0.0.0' || reached.host === '::';
  return any && (/^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[\da-f:.]+\]$/.test(name));
}

/** Lets a request through that names this machine and, unless it only reads, was sent by our own page or by no browser. */
export function guard(
  refuse: (c: Context, error: OnrecordError, as: 403 | 421) => Response,
  nonce: string | null = null,
  reached: Reached | null = null,
): MiddlewareHandler {
  const headers = { ...HEADERS, 'Content-Security-Policy': policyOf(nonce) };
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (!isOurs(host, reached))
      c.res = refuse(c, new OnrecordError('bad-use', DOOR_WORDS.wrongHost, DOOR_WORDS.wrongHostHelp), 421);
    else if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isForeign(c, host))
      c.res = refuse(c, new OnrecordError('bad-use', DOOR_WORDS.wrongOrigin, DOOR_WORDS.wrongOriginHelp), 403);
    else await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}

/** Sent by a page of another origin: Origin says so, or, where a browser leaves it out, Fetch Metadata. */
function isForeign(c: Context, host: string): boolean {
  const origin = c.req.header('origin');
  // A proxy that speaks TLS before us leaves the host as it is.
  if (origin !== undefined) return origin !== `http://${host}` && origin !== `https://${host}`;
  const site = c.req.header('sec-fetch-site');
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
