/**
 * A ministry of works that publishes: a list of news in pages, a feed of the newest, an item for each release, one of
 * which is edited twice and one withdrawn. What stands there is a function of the virtual clock, so that a month can be
 * looked at in whatever order.
 */
import type { Answer, Asked, Site } from './web.js';

const DAY = 86_400_000;
export const MINISTRY = 'ministry.test';
export const MINISTRY_START = Date.parse('2025-07-01T06:00:00Z');

/** One release: when it appeared, and its wordings with the moments from which they stand. */
export interface Release {
  readonly id: number;
  readonly published: number;
  readonly title: string;
  readonly wordings: readonly { readonly from: number; readonly paragraphs: readonly string[] }[];
  /** When it was taken away; null if it stands. */
  readonly withdrawn: number | null;
}

const TOPICS = [
  'the harbour',
  'the northern line',
  'the ferry',
  'the old bridge',
  'water in the valley',
  'the winter road',
];

function releaseOf(n: number): Release {
  const id = 4100 + n * 3;
  const published = MINISTRY_START + n * 0.75 * DAY;
  const topic = TOPICS[n % TOPICS.length]!;
  const words = [
    `The Ministry of Works states that work on ${topic} will begin in week ${20 + n} and will not be delayed.`,
    `Residents were told of it on day ${n + 1}; ${40 + n} of them asked questions, and all were answered.`,
  ];
  const edited = words.map((paragraph) => paragraph.replace('will not be delayed', 'could be delayed'));
  const again = [...edited, 'The ministry adds that nobody will have to move.'];
  return {
    id,
    published,
    title: `Statement on ${topic} (${n + 1})`,
    wordings: [
      { from: published, paragraphs: words },
      ...(n % 10 === 2 ? [{ from: published + DAY, paragraphs: edited }] : []),
      ...(n % 10 === 2 ? [{ from: published + 3 * DAY, paragraphs: again }] : []),
      // Taken back to what was said at first.
      ...(n % 10 === 7
        ? [
            { from: published + 2 * DAY, paragraphs: edited },
            { from: published + 4 * DAY, paragraphs: words },
          ]
        : []),
    ],
    withdrawn: n % 13 === 4 ? published + 5 * DAY : null,
  };
}

/** All releases of two months, oldest first. */
export const RELEASES: readonly Release[] = Array.from({ length: 80 }, (_, n) => releaseOf(n));
const PAGE = 10;

/** The releases that stand at a moment, newest first. */
export function standing(now: number): Release[] {
  return RELEASES.filter(
    ({ published, withdrawn }) => published <= now && (withdrawn === null || withdrawn > now),
  ).reverse();
}

/** The wording that stands at a moment. */
export function wordingAt(
  { wordings }: Release,
  now: number,
): { readonly from: number; readonly paragraphs: readonly string[] } {
  return wordings.findLast(({ from }) => from <= now) ?? wordings[0]!;
}

const instant = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

const frame = (base: string, title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Ministry of Works</title>` +
  `<meta property="og:site_name" content="Ministry of Works">${head}</head><body>` +
  `<nav class="menu"><a href="${base}/">Home</a> <a href="${base}/news">News</a> <a href="${base}/contact">Contact</a></nav>` +
  `<main>${body}</main><footer>Ministry of Works. All rights reserved. Visits today: 1,204</footer></body></html>`;

function itemPage(release: Release, { base, now }: Asked): Answer {
  const { from, paragraphs } = wordingAt(release, now);
  const address = `${base}/news/${release.id}`;
  const head =
    `<link rel="canonical" href="${address}">` +
    `<meta property="article:published_time" content="${instant(release.published)}">` +
    `<meta property="article:modified_time" content="${instant(from)}">`;
  const body =
    `<article><h1>${release.title}</h1><time datetime="${instant(release.published)}">${instant(release.published).slice(0, 10)}</time>` +
    `${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')}</article>`;
  return page(frame(base, release.title, head, body), from);
}

function page(body: string, changed: number, type = 'text/html; charset=utf-8'): Answer {
  return {
    headers: {
      'content-type': type,
      'last-modified': new Date(changed).toUTCString(),
      etag: `"${changed.toString(36)}"`,
    },
    body,
  };
}

function listPage({ base, now, query }: Asked): Answer {
  const all = standing(now);
  const n = Math.max(1, Number(query.get('page') ?? 1));
  const rows = all.slice((n - 1) * PAGE, n * PAGE);
  const items = rows
    .map(
      ({ id, title, published }) =>
        `<li class="news__item"><span class="news__date">${instant(published).slice(0, 10)}</span> <a class="news__link" href="/news/${id}">${title}</a></li>`,
    )
    .join('');
  const older = all.length > n * PAGE ? `<a rel="next" href="/news?page=${n + 1}">Older</a>` : '';
  return page(frame(base, 'News', '', `<h1>News</h1><ul class="news">${items}</ul>${older}`), all[0]?.published ?? now);
}

function feed({ base, now }: Asked): Answer {
  const newest = standing(now).slice(0, PAGE);
  const items = newest.map((release) => {
    const [lead] = wordingAt(release, now).paragraphs;
    return `<item><title>${release.title}</title><link>${base}/news/${release.id}</link><guid>${base}/news/${release.id}</guid><pubDate>${new Date(release.published).toUTCString()}</pubDate><description>${lead}</description></item>`;
  });
  const xml = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Ministry of Works</title><link>${base}/</link><description>News</description><language>en</language>${items.join('')}</channel></rss>`;
  return page(xml, Math.max(...newest.map((release) => wordingAt(release, now).from)), 'application/rss+xml');
}

/** The site; conditional requests are answered as they should be. */
export const ministry: Site = {
  host: MINISTRY,
  answer: (asked) => {
    const { path, base } = asked;
    if (path === '/robots.txt')
      return {
        headers: { 'content-type': 'text/plain' },
        body: `User-agent: *\nDisallow: /internal/\nSitemap: ${base}/sitemap.xml\n`,
      };
    const id = /^\/news\/(\d+)$/.exec(path)?.[1];
    const release = RELEASES.find((one) => one.id === Number(id) && one.published <= asked.now);
    if (release && release.withdrawn !== null && release.withdrawn <= asked.now)
      return {
        status: 404,
        headers: { 'content-type': 'text/html' },
        body: frame(base, 'Not found', '', '<h1>Not found</h1>'),
      };
    const answer = release
      ? itemPage(release, asked)
      : path === '/news' || path === '/'
        ? listPage(asked)
        : path === '/feed.xml'
          ? feed(asked)
          : {
              status: 404,
              headers: { 'content-type': 'text/html' },
              body: frame(base, 'Not found', '', '<h1>Not found</h1>'),
            };
    if (
      answer &&
      'headers' in answer &&
      answer.headers?.['etag'] &&
      asked.headers['if-none-match'] === answer.headers['etag']
    )
      return { status: 304, headers: { etag: answer.headers['etag'] } };
    return answer;
  },
};
