/**
 * A small world that knows what is true: a ministry with a list and a page for each text, and a public channel. Texts
 * are published, edited, taken down and sometimes put back at moments that a seed draws. What a place answers by itself
 * is the truth; faults come on top (faults.ts). All words are invented.
 */
import { Random } from '../../../bench/random.js';
import type { Answer, Site } from '../../capture/web/web.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const BEGIN = Date.parse('2031-07-01T00:00:00Z');

export const MINISTRY = 'ministry.example';
export const CHANNEL = 't.me';
export const CHANNEL_NAME = 'harbour_office';

/** One text, and all that befalls it. */
export interface TrueText {
  readonly place: 'ministry' | 'channel';
  readonly key: string;
  readonly published: number;
  /** Its wordings, each from a moment on. */
  readonly wordings: readonly { readonly from: number; readonly words: string }[];
  /** Taken down from … up to …; never put back: Infinity. */
  readonly removed: { readonly from: number; readonly to: number; readonly how: Removal } | null;
}

const REMOVALS = [404, 410, 'soft', 'home', 'not listed'] as const;
/** How a place shows that a text was taken down. */
export type Removal = (typeof REMOVALS)[number];

export interface World {
  readonly texts: readonly TrueText[];
  readonly sites: readonly Site[];
  /** When nothing befalls anything any more. */
  readonly settled: number;
  isThere(text: TrueText, at: number): boolean;
}

const MATTERS = ['the harbour dues', 'the ferry to Lorn', 'the light on the mole', 'the school for pilots'] as const;

function wordsOf(key: string, wording: number): string {
  const n = Number(key);
  const matter = MATTERS[n % MATTERS.length]!;
  const sentences = Array.from(
    { length: 8 },
    (_, i) =>
      `In paragraph ${i + 1} of notice ${n} the office says of ${matter} that sitting ${n * 31 + i} agreed on ${3 + ((n + i) % 9)} days.`,
  );
  if (wording > 0) sentences[wording % 8] = `Edit ${wording} of notice ${n}: the office no longer agrees to any of it.`;
  return sentences.join(' ');
}

/** The world of a seed: so many days in which things befall so many texts at each place. */
export function worldOf(seed: number, days = 60, count = 14): World {
  const random = new Random(seed);
  const texts = (['ministry', 'channel'] as const).flatMap((place) =>
    Array.from({ length: count }, (_, i): TrueText => {
      const key = String((place === 'ministry' ? 1001 : 11) + i);
      const published = BEGIN - 20 * DAY + Math.floor((i / count) * (days + 10) * DAY);
      const first = Math.max(published, BEGIN);
      const wordings = [{ from: 0, words: wordsOf(key, 0) }];
      if (random.chance(0.3)) wordings.push({ from: first + random.between(1, 20) * DAY, words: wordsOf(key, 1) });
      const from = first + random.between(36, 600) * HOUR;
      // A channel shows that a post is gone by those around it: of its first and its last nothing can be said.
      const mayGo = from < BEGIN + days * DAY && (place === 'ministry' || (i > 0 && i < count - 2));
      const returns = random.chance(0.2) && place === 'ministry';
      const removed =
        mayGo && random.chance(0.4)
          ? {
              from,
              to: returns ? from + random.between(40, 60) * DAY : Infinity,
              how: place === 'channel' ? ('not listed' as const) : random.pick(REMOVALS.slice(0, 4)),
            }
          : null;
      return { place, key, published, wordings, removed };
    }),
  );
  const isThere = ({ published, removed }: TrueText, at: number): boolean =>
    at >= published && (removed === null || at < removed.from || at >= removed.to);
  return {
    texts,
    isThere,
    settled: BEGIN + (days + 70) * DAY,
    sites: [ministryOf(texts, isThere), channelOf(texts, isThere)],
  };
}

type IsThere = World['isThere'];

function html(status: number, title: string, main: string): Answer {
  const body = `<!doctype html><html lang="en"><head><title>${title}</title></head><body><header><nav><a href="/">Home</a> <a href="/news/">News of the office</a></nav></header><main>${main}</main><footer>The harbour office, Vessen</footer></body></html>`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

const wordingAt = ({ wordings }: TrueText, at: number): string => wordings.findLast(({ from }) => from <= at)!.words;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function ministryOf(texts: readonly TrueText[], isThere: IsThere): Site {
  const own = texts.filter(({ place }) => place === 'ministry');
  return {
    host: MINISTRY,
    answer: ({ path, now, headers, base }) => {
      if (path === '/')
        return html(200, 'The harbour office', '<h1>The harbour office</h1><p>Welcome to its pages.</p>');
      if (path === '/news/') {
        const entries = own
          .filter((text) => isThere(text, now))
          .toSorted((a, b) => b.published - a.published)
          .map(
            ({ key, published }) =>
              `<li class="entry"><time datetime="${dayOf(published)}">${dayOf(published)}</time> <a href="/news/${key}/">Notice ${key} of the harbour office</a></li>`,
          );
        return html(200, 'News', `<h1>News</h1><ul class="list">${entries.join('\n')}</ul>`);
      }
      const key = /^\/news\/(\d+)\/$/.exec(path)?.[1];
      const text = own.find((each) => each.key === key && each.published <= now);
      if (!text) return html(404, 'Page not found', '<h1>Page not found</h1>');
      if (!isThere(text, now)) return REMOVED[text.removed!.how](base);
      const words = wordingAt(text, now);
      const etag = `"${key}-${text.wordings.findIndex((each) => each.words === words)}"`;
      if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
      const page = html(
        200,
        `Notice ${key}`,
        `<h1 class="head">Notice ${key} of the harbour office</h1><div class="words"><p>${words}</p></div>`,
      );
      return { ...page, headers: { 'content-type': 'text/html; charset=utf-8', etag } };
    },
  };
}

/** What stands where a text was taken down. */
export const REMOVED: Readonly<Record<Removal, (base: string) => Answer>> = {
  404: () => html(404, 'Page not found', '<h1>Page not found</h1>'),
  410: () => html(410, 'Gone', '<h1>Gone</h1>'),
  soft: () => html(200, 'Page not found', '<h1>Page not found</h1><p>Try the search.</p>'),
  home: (base) => ({ status: 302, headers: { location: `${base}/` } }),
  'not listed': () => html(404, 'Page not found', '<h1>Page not found</h1>'),
};

/** Posts that a page of the channel shows. */
const SHOWN = 16;

function channelOf(texts: readonly TrueText[], isThere: IsThere): Site {
  const own = texts.filter(({ place }) => place === 'channel');
  return {
    host: CHANNEL,
    answer: ({ path, now, query }) => {
      if (path !== `/s/${CHANNEL_NAME}`) return html(200, 'Telegram', '<div class="tgme_page"><h1>Telegram</h1></div>');
      const before = Number(query.get('before') ?? Infinity);
      const posts = own
        .filter((text) => isThere(text, now) && Number(text.key) < before)
        .slice(-SHOWN)
        .map(
          (text) =>
            `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message js-widget_message" data-post="${CHANNEL_NAME}/${text.key}"><div class="tgme_widget_message_text js-message_text">${wordingAt(text, now)}</div><div class="tgme_widget_message_info"><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/${CHANNEL_NAME}/${text.key}"><time datetime="${new Date(text.published).toISOString()}">then</time></a></span></div></div></div>`,
        );
      const body = `<!DOCTYPE html><html><head><title>Harbour Office – Telegram</title></head><body><div class="tgme_channel_info"><div class="tgme_channel_info_header_title"><span>Harbour Office</span></div></div><section class="tgme_channel_history">${posts.join('\n')}</section></body></html>`;
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
    },
  };
}

export const RECIPE = {
  schema: 'onrecord/recipe/1',
  name: 'Harbour office, news',
  kind: 'list page',
  addresses: [`https://${MINISTRY}/news/`],
  language: 'en',
  item: '/news/{key}/',
  list: {
    entry: 'ul.list > li.entry',
    link: 'a',
    clocks: [{ select: 'time', attribute: 'datetime', zone: 'Z' }],
    paging: { by: 'none' },
  },
  page: { proof: 'h1.head', title: 'h1.head', body: 'div.words' },
} as const;

export const CHANNEL_RECIPE = {
  schema: 'onrecord/recipe/1',
  name: 'Harbour office, channel',
  kind: 'channel',
  addresses: ['https://t.me/s/{name}'],
  documentKind: 'post',
  words: 'in the list',
} as const;
