/** Sites that refuse in the clothes of an answer, and files of other kinds: one path each. */
import type { Answer, Asked, Site } from './web.js';

const html = (body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
});

/** Challenge pages, shaped as they are met, with the status they are met with. */
export const WALLS: Readonly<Record<string, (asked: Asked) => Answer>> = {
  '/cloudflare': () =>
    html(
      '<!doctype html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex"></head><body><div class="main-wrapper"><noscript>Enable JavaScript and cookies to continue</noscript></div><script>(function(){window._cf_chl_opt={cvId:"3"};var a=document.createElement("script");a.src="/cdn-cgi/challenge-platform/h/b/orchestrate";document.head.appendChild(a)})();</script></body></html>',
    ),
  '/cloudflare-403': (asked) => ({ ...(WALLS['/cloudflare']!(asked) as object), status: 403 }),
  '/akamai': () =>
    html(
      '<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>You do not have permission to access this page on this server.<p>Reference&#32;&#35;18.5e5cdead.1751373200.2a9c</p><p>https://errors.edgesuite.net/18.5e5cdead</p></body></html>',
    ),
  '/script-only': () =>
    html(
      '<html><head><script>window["bobcmn"]="10111";document.cookie="x=1";location.reload();</script></head><body></body></html>',
    ),
  '/wait': () => html('<html><head><title></title></head><body><p>Data processing... Please, wait.</p></body></html>'),
  '/maintenance': () =>
    html(
      '<html><head><title>Technical Difficulties</title></head><body><h1>We are experiencing technical difficulties</h1></body></html>',
    ),
  '/cookie-loop': () => ({ status: 302, headers: { location: '/cookie-loop', 'set-cookie': 'seen=1; path=/' } }),
};

/** Statuses that say no. */
export const STATUSES = [401, 403, 404, 410, 429, 451, 500, 503] as const;

/** A post that talks about a challenge page, and is none. */
export const QUOTES_A_WALL = `<!doctype html><html lang="en"><head><title>Why our readers saw a wall</title></head><body><article><h1>Why our readers saw a wall</h1>${Array.from(
  { length: 12 },
  (_, i) =>
    `<p>On day ${i + 1} some readers of this ministry's pages were shown a page with the title “Just a moment...” and the words “Enable JavaScript and cookies to continue”, because a service in front of the pages took them for programs.</p>`,
).join('')}<pre>window._cf_chl_opt and /cdn-cgi/challenge-platform/</pre></article></body></html>`;

export const refusing: Site = {
  host: 'refusing.test',
  answer: (asked) => {
    const { path } = asked;
    if (path === '/robots.txt') return { status: 404 };
    const status = /^\/status\/(\d{3})$/.exec(path)?.[1];
    if (status)
      return html(
        `<title>${status}</title><p>No.</p>`,
        Number(status),
        status === '429' ? { 'retry-after': '120' } : {},
      );
    if (path === '/quotes-a-wall') return html(QUOTES_A_WALL);
    return WALLS[path]?.(asked) ?? html('no such page', 404);
  },
};
