/**
 * Six weeks of an invented ministry's public channel, as its web page shows it: a post each six hours, numbers that were
 * never posts, edits early and late, posts taken away from the first page and from far behind it and from the very end,
 * eighty posts in one hour, and a day on which older posts cannot be had. All words are invented.
 */
import type { Answer, Site } from './web.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const CHANNEL = 't.me';
export const CHANNEL_BEGINS = '2031-09-01T00:00:00Z';
const BEGIN = Date.parse(CHANNEL_BEGINS);
/** A moment of the six weeks: its day from 1, and hours. */
export const onDay = (day: number, hour = 0): number => BEGIN + (day - 1) * DAY + hour * HOUR;

export interface Post {
  readonly number: number;
  readonly at: number;
  /** The words from a moment on, and whether the page marks the post as edited from then on. */
  readonly wordings: readonly { readonly from: number; readonly words: string; readonly marked: boolean }[];
  readonly gone: number | null;
}

const PAGE = 20;
const PIERS = ['north', 'south', 'east', 'west', 'old', 'new', 'long'] as const;

function post(number: number, at: number): Post {
  const pier = PIERS[number % PIERS.length]!;
  const words = `Notice ${number}: the ${pier} pier will not be open to cargo on day ${number % 28}, says the harbour master.`;
  const opened = words.replace('will not be', 'will be');
  const edited: Post['wordings'] =
    number === 24
      ? [{ from: at + 2 * HOUR, words: opened, marked: true }]
      : number === 30
        ? [{ from: at + 9 * DAY, words: words.replace('cargo', 'passengers'), marked: true }]
        : number === 33
          ? [{ from: at + 9 * HOUR, words, marked: true }]
          : [];
  const gone = number === 40 ? at + 10 * HOUR : number === 43 ? at + 9 * DAY : number === QUIET ? at + 8 * HOUR : null;
  return { number, at, wordings: [{ from: 0, words, marked: false }, ...edited], gone };
}

/** The last post before the channel says nothing for four days. */
export const QUIET = 72;
const posted = (first: number, last: number, from: number, pause: number): Post[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)
    // Numbers that were never posts.
    .filter((number) => number % 17 !== 5)
    .map((number) => post(number, from + (number - first) * pause));

/** All posts, oldest first. */
export const POSTS: readonly Post[] = [
  ...posted(1, QUIET, onDay(1), 6 * HOUR),
  ...posted(QUIET + 1, 100, onDay(23), 6 * HOUR),
  // Eighty in an hour: more than four pages.
  ...posted(101, 180, onDay(30), 45_000),
  ...posted(181, 200, onDay(30, 6), 6 * HOUR),
  // Forty in an hour, on a day on which the page leads to no older ones.
  ...posted(201, 240, onDay(36), 90_000),
  ...posted(241, 260, onDay(36, 6), 6 * HOUR),
];
const NO_OLDER = [onDay(36), onDay(37)] as const;

function markup({ number, at, wordings }: Post, now: number): string {
  const { words, marked } = wordings.findLast(({ from }) => from <= now)!;
  const time = new Date(at).toISOString().replace('.000Z', '+00:00');
  return `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message js-widget_message" data-post="Ordania_Port/${number}"><div class="tgme_widget_message_bubble">
<div class="tgme_widget_message_text js-message_text" dir="auto">${words}</div><div class="tgme_widget_message_footer"><div class="tgme_widget_message_info"><span class="tgme_widget_message_views">${((now / 60_000) % 997) | 0}</span><span class="tgme_widget_message_meta">${marked ? 'edited ' : ''}<a class="tgme_widget_message_date" href="https://t.me/Ordania_Port/${number}"><time datetime="${time}" class="time">09:00</time></a></span></div></div></div></div></div>`;
}

/** The site. */
export const channel: Site = {
  host: CHANNEL,
  answer: ({ path, query, now }): Answer => {
    if (path === '/robots.txt') return { status: 404, body: '' };
    if (path !== '/s/Ordania_Port') return { status: 404, body: '' };
    const below = Number(query.get('before') ?? Infinity);
    const closed = now >= NO_OLDER[0] && now < NO_OLDER[1];
    const standing = POSTS.filter(
      ({ number, at, gone }) => at <= now && (gone === null || now < gone) && number < (closed ? Infinity : below),
    );
    const shown = standing.slice(-PAGE);
    const first = shown[0]?.number ?? 0;
    const older =
      standing.length > shown.length && !closed
        ? `<a class="tme_messages_more js-messages_more" data-before="${first}" href="/s/Ordania_Port?before=${first}"></a>`
        : '';
    return {
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: `<!DOCTYPE html><html><head><title>Port of Ordania</title></head><body><div class="tgme_channel_info"><div class="tgme_channel_info_header"><div class="tgme_channel_info_header_title"><span dir="auto">Port of Ordania</span></div></div></div><section class="tgme_channel_history js-message_history">${older}${shown.map((one) => markup(one, now)).join('\n')}</section></body></html>`,
    };
  },
};
