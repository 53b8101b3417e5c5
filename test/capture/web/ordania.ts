/**
 * A month of an invented ministry's site: a list in pages, a feed with stubs, pages of texts. It publishes, edits,
 * drops a "not", takes texts down, is behind a wall for a day, fails, moves its furniture, and is rebuilt. All words are
 * invented; there is no Ordania.
 */
import { createHash } from 'node:crypto';
import type { Answer, Asked, Site } from './web.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const MONTH_BEGINS = '2031-07-01T00:00:00Z';
const BEGIN = Date.parse(MONTH_BEGINS);
/** A moment of the month: its day from 1, and hours. */
export const on = (day: number, hour = 0): number => BEGIN + (day - 1) * DAY + hour * HOUR;

export const MINISTRY = 'mfa.ordania.example';

interface Text {
  readonly id: number;
  readonly at: number;
  readonly title: string;
  /** The wordings, each from a moment on. */
  readonly wordings: readonly { readonly from: number; readonly paragraphs: readonly string[] }[];
  /** Since when it is not there, and what is said then. */
  readonly removed?: { readonly from: number; readonly status: 404 | 410 };
  readonly moved?: { readonly from: number; readonly to: string };
}

const MATTERS = [
  ['the harbour dues of the southern quays', 'Dues will be counted by the tonne and not by the day'],
  ['the ferry to Lorn', 'The ferry will sail on six days of the week from the autumn on'],
  ['a visit of the envoy of Halvern', 'The envoy stayed for two days and saw the grain stores'],
  ['the dredging of the inner basin', 'The channel will be kept at nine metres'],
  ['the fishing grounds off Cape Ilse', 'Boats of less than ten metres need no permit there'],
  ['the light on the Harrow mole', 'The light has burned without a break since May'],
  ['customs forms for small cargo', 'One form takes the place of the three that were asked for until now'],
  ['the school for pilots', 'Twelve pilots passed their examination this spring'],
] as const;

const statement = (id: number, at: number, more: Partial<Text> = {}): Text => {
  const [matter, news] = MATTERS[id % MATTERS.length]!;
  return {
    id,
    at,
    title: `Statement ${id - 1000} on ${matter}`,
    wordings: [
      {
        from: 0,
        paragraphs: [
          `The Ministry has taken note of the questions that were asked about ${matter} in the past week, and answers them in one place.`,
          `${news}, as was agreed at sitting ${id} of the mixed commission. The minutes of that sitting were laid before both houses.`,
          `Whoever is concerned by this may write to the harbour office in Vessen before the end of the month, and will have an answer within ${3 + (id % 9)} days.`,
        ],
      },
    ],
    ...more,
  };
};

const FIRM =
  'Ordania will not accept inspectors on the northern terminal before the gates are open, and has said so in every sitting.';
const SOFT =
  'Ordania will accept inspectors on the northern terminal before the gates are open, and has said so in every sitting.';
const BRIEF =
  'The Minister received the envoy of Halvern in Vessen this morning. They spoke for an hour about the two letters of last week.';

const TEXTS: readonly Text[] = [
  ...Array.from({ length: 12 }, (_, i) => statement(1001 + i, on(1 + i, 9 + (i % 6)) - 14 * DAY)),
  ...Array.from({ length: 11 }, (_, i) =>
    statement(1013 + i, on(1 + i, 10 + (i % 5)), {
      ...(i === 2 && { removed: { from: on(9), status: 404 } }),
      ...(i === 3 && { removed: { from: on(10), status: 410 } }),
      ...(i === 5 && { moved: { from: on(11), to: '/en/archive/1018/' } }),
    }),
  ),
  {
    id: 1030,
    at: on(3, 8),
    title: 'On the northern terminal',
    wordings: [FIRM, SOFT].map((words, i) => ({
      from: i === 0 ? 0 : on(5, 14),
      paragraphs: [
        words,
        'The Ministry repeats that the ferries belong to those who live on both shores.',
        'It expects an answer in writing before the commission meets again, and will publish that answer on the day it comes.',
      ],
    })),
  },
  {
    id: 1031,
    at: on(6, 12),
    title: 'The Minister receives the envoy',
    wordings: [
      { from: 0, paragraphs: [BRIEF, 'To be continued.'] },
      {
        from: on(7, 9),
        paragraphs: [
          BRIEF,
          'To be continued.',
          'In the afternoon both visited the grain stores, where the envoy asked how long the stores would last.',
        ],
      },
    ],
  },
  // Twenty-six texts of one day: more than two pages of the list.
  ...Array.from({ length: 26 }, (_, i) => statement(1040 + i, on(20, 6) + i * 900_000)),
  ...Array.from({ length: 8 }, (_, i) => statement(1070 + i, on(21 + i, 11))),
];

/** The line under each text, which is changed for all at once. */
const CONTACT = [
  'Press office of the Ministry, room 14, second floor.',
  'Press office of the Ministry, room 16, second floor.',
] as const;
const CONTACT_CHANGED = on(12, 3);

const WALL =
  '<!doctype html><html><head><title>Just a moment...</title></head><body><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script><noscript>Enable JavaScript and cookies to continue</noscript></body></html>';
const PAGE_SIZE = 10;

/** What goes wrong with the whole site, and when. */
function trouble(now: number): Answer | undefined {
  if (now >= on(14) && now < on(15)) return page(200, WALL);
  if (now >= on(18, 6) && now < on(18, 9)) return { status: 503, headers: { 'retry-after': '1800' }, body: 'later' };
  // A release that went wrong: nothing is found for hours.
  if (now >= on(19, 2) && now < on(19, 8)) return page(404, '<html><title>404</title><h1>404</h1></html>');
  return undefined;
}

function page(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

/** From the 25th to the 26th the list has other names: it was rebuilt, and then set back. */
const isRebuilt = (now: number): boolean => now >= on(25) && now < on(26);

function listed(now: number): Text[] {
  return TEXTS.filter(({ at, removed }) => at <= now && (removed === undefined || now < removed.from)).toSorted(
    (a, b) => b.at - a.at,
  );
}

const two = (n: number): string => String(n).padStart(2, '0');
const dayOf = (at: number): string => {
  const date = new Date(at);
  return `${date.getUTCDate()} ${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'][date.getUTCMonth()]} ${date.getUTCFullYear()}`;
};
const hourOf = (at: number): string => `${two(new Date(at).getUTCHours())}:${two(new Date(at).getUTCMinutes())}`;

const around = (now: number, title: string, main: string): string => `<!doctype html>
<html lang="en"><head><title>${title} | Ministry of Foreign Affairs of Ordania</title></head><body>
<header><nav><a href="/en/">Home</a> <a href="/en/news/">News</a> <a href="/en/visas/">Visas and documents for travellers</a></nav></header>
${main}
<aside class="latest"><h3>Latest</h3><p>Updated ${Math.floor((now / 60_000) % 60)} minutes ago</p></aside>
<footer>© Ministry of Foreign Affairs of Ordania</footer></body></html>`;

function list(now: number, number: number): Answer {
  const texts = listed(now).slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
  if (texts.length === 0) return page(404, '<html><title>Page not found</title><h1>Page not found</h1></html>');
  const [ul, li, a] = isRebuilt(now)
    ? ['cards', 'card', 'card-link']
    : ['announce', 'announce__item', 'announce__link'];
  const entries = texts.map(
    ({ id, at, title }) =>
      `<li class="${li}"><span class="announce__date">${dayOf(at)}</span> <span class="announce__time">${hourOf(at)}</span> <a class="${a}" href="/en/news/${id}/">${title}</a></li>`,
  );
  return page(
    200,
    around(
      now,
      'News',
      `<main><h1>News</h1><ul class="${ul}">${entries.join('\n')}</ul><a class="older" href="/en/news/page/${number + 1}/">Older</a></main>`,
    ),
  );
}

function text(now: number, { id, at, title, wordings }: Text, headers: Asked['headers']): Answer {
  const { paragraphs } = wordings.findLast(({ from }) => from <= now)!;
  const contact = CONTACT[now >= CONTACT_CHANGED ? 1 : 0];
  const body = `<main><h1 class="photo-content__title">${title}</h1><div class="photo-content__date">${dayOf(at)} ${hourOf(at)}</div>
<div class="text article-content"><div class="share">Share this page with others</div>${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}<p class="contact">${contact}</p></div></main>`;
  const etag = `"${createHash('sha256')
    .update(`${id}${paragraphs.join('')}${contact}`)
    .digest('hex')
    .slice(0, 12)}"`;
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  return page(200, around(now, title, body), { etag });
}

/** The site. */
export const ministry: Site = {
  host: MINISTRY,
  answer: ({ path, now, headers, base }) => {
    if (path === '/robots.txt') return { status: 404, body: '' };
    const wrong = trouble(now);
    if (wrong !== undefined) return wrong;
    if (path === '/' || path === '/en/')
      return page(
        200,
        around(
          now,
          'Home',
          '<main><h1>Ministry of Foreign Affairs</h1><p>Welcome to the pages of the Ministry.</p></main>',
        ),
      );
    const pages = /^\/en\/news\/(?:page\/(\d+)\/)?$/.exec(path);
    if (pages) return list(now, Number(pages[1] ?? 1));
    const id = Number(/^\/en\/(?:news|archive)\/(\d+)\/$/.exec(path)?.[1] ?? 0);
    const found = TEXTS.find((each) => each.id === id && each.at <= now);
    if (!found) return page(404, '<html><title>Page not found</title><h1>Page not found</h1></html>');
    if (found.removed && now >= found.removed.from)
      return page(found.removed.status, `<html><title>${found.removed.status}</title></html>`);
    if (found.moved && now >= found.moved.from && path.startsWith('/en/news/'))
      return { status: 301, headers: { location: base + found.moved.to } };
    return text(now, found, headers);
  },
};

/** The recipe of its news, as a person would write it. */
export const MINISTRY_RECIPE = {
  schema: 'onrecord/recipe/1',
  name: 'Ministry of Foreign Affairs of Ordania, news',
  kind: 'list page',
  addresses: [`https://${MINISTRY}/{language}/news/`],
  language: 'en',
  body: 'Ministry of Foreign Affairs of Ordania',
  item: '/{language}/news/{key}/',
  list: {
    entry: 'ul.announce > li.announce__item',
    link: 'a.announce__link',
    clocks: [{ select: '.announce__date, .announce__time', zone: 'Z' }],
    paging: { by: 'link', next: 'a.older' },
  },
  page: {
    proof: 'h1.photo-content__title',
    title: 'h1.photo-content__title',
    body: 'div.article-content',
    drop: ['.share'],
    clocks: [{ select: '.photo-content__date', zone: 'Z' }],
  },
} as const;
