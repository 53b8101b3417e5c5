/**
 * The web page of a public channel (t.me/s/NAME): posts with their numbers, whole words, the second of publication, and
 * the mark of an edit. Classes are matched by token, since random ones are strewn among them. Numbers run through, but
 * gaps are ordinary (albums, service posts, posts that never were); so this page says which numbers it covers, and only
 * a number that was seen and is missing where it was covered may have been taken away.
 *
 * A refusal answers 200 like all else: what proves the page is the channel's own head, never a word in its body, since a
 * post may quote anything.
 */
import type { Problem } from '#base/index.js';
import { decodeText, Page, type PageElement, readClock } from '#extract/index.js';
import type { Recipe } from '#record/index.js';
import { resolveAddress } from './markup-text.js';
import { nothing, type PlaceBytes, type PlaceItem, type PlaceReading } from './place.js';

const POST = '.tgme_widget_message[data-post]';
/** The quoted words of the post that is answered carry the class of words too. */
const WORDS = '.tgme_widget_message_text.js-message_text:not(.js-message_reply_text)';

/** Reads a channel's page. */
export function readChannel(given: PlaceBytes, recipe: Recipe): PlaceReading {
  const html = decodeText(given.bytes, given.mediaType);
  const page = html === null ? null : Page.read(html, given.address);
  if (page === null)
    return nothing('layout changed', [{ code: 'place-unreadable', message: 'The page cannot be read.' }]);
  const head = page.first('.tgme_channel_info, .tgme_channel_history');
  const posts = page.all(POST);
  if (head === null && posts.length === 0) return withoutPosts(page);
  const problems: Problem[] = [];
  const seen = new Set<number>();
  const items: PlaceItem[] = [];
  for (const post of posts) {
    const number = numberOf(page, post);
    if (number === null || seen.has(number)) continue;
    seen.add(number);
    items.push(itemOf(page, post, number, given.address, recipe));
    // An album is one post; the other numbers stand in links to its single pictures.
    for (const link of page.all('a[href*="?single"]', post)) {
      const single = /\/(\d+)\?single/.exec(page.attribute(link, 'href') ?? '')?.[1];
      if (single !== undefined) seen.add(Number(single));
    }
  }
  const numbers = items.map(({ key }) => Number(key));
  const from = Math.min(...numbers);
  const title = page.first('.tgme_channel_info_header_title');
  return {
    ...nothing(items.length > 0 ? 'read' : 'empty', problems),
    title: title && page.text(title),
    language: recipe.language ?? null,
    items: items.toSorted((a, b) => Number(b.key) - Number(a.key)),
    next: items.length > 0 ? olderThan(page, from, given.address) : null,
    covers: items.length > 0 ? { from, to: coveredTo(given.address, Math.max(...seen)) } : null,
    newest: !new URL(given.address).searchParams.has('before'),
  };
}

/** A page of what stands before a number covers all up to it, though the last of them may have been taken away. */
function coveredTo(address: string, highest: number): number {
  const before = Number(new URL(address).searchParams.get('before') ?? Number.NaN);
  return Number.isInteger(before) && before > highest ? before - 1 : highest;
}

/** The name of a channel that is none, or cannot be read on the web, leads to a landing page. */
function withoutPosts(page: Page): PlaceReading {
  const landing = page.first('.tgme_page');
  if (landing === null)
    return nothing('layout changed', [{ code: 'place-unreadable', message: 'The page is not that of a channel.' }]);
  const action = page.first('.tgme_page_action a, .tgme_action_button_new', landing);
  const exists = action !== null && /view|preview|join/i.test(page.text(action));
  return nothing('no such place', [
    {
      code: 'channel-closed',
      message: exists
        ? 'There is such a name, but its posts cannot be read on the web: a group, or a closed channel.'
        : 'There is no channel of this name.',
    },
  ]);
}

function numberOf(page: Page, post: PageElement): number | null {
  const m = /\/(\d+)$/.exec(page.attribute(post, 'data-post') ?? '');
  return m ? Number(m[1]) : null;
}

function itemOf(page: Page, post: PageElement, number: number, address: string, recipe: Recipe): PlaceItem {
  const name = (page.attribute(post, 'data-post') ?? '').split('/')[0]!;
  const date = page.first('a.tgme_widget_message_date time[datetime]', post);
  const isService = (page.attribute(post, 'class') ?? '').split(/\s+/).includes('service_message');
  // "Channel photo updated" is no word of anybody's; its number is taken all the same.
  const words = isService ? null : page.first(WORDS, post);
  const forwarded = page.first('.tgme_widget_message_forwarded_from_name', post);
  const signed = page.first('.tgme_widget_message_from_author', post);
  const meta = page.first('.tgme_widget_message_meta', post);
  const html = words === null ? null : page.markup(words);
  const text = words === null ? '' : page.text(words);
  const line = text === '' ? null : text.length <= 90 ? text : `${text.slice(0, 89)}…`;
  return {
    key: String(number),
    address: resolveAddress(`/${name}/${number}`, address),
    title: line,
    published: date === null ? null : readClock(page.attribute(date, 'datetime') ?? '', {}),
    updated: null,
    html: html === null ? null : `<p>${html}</p>`,
    whole: html !== null,
    // Whose words a forwarded post holds, its own line says; else they are the channel's or of who signed.
    speaker: forwarded ? page.text(forwarded) : signed ? page.text(signed) : null,
    language: recipe.language ?? null,
    edited: meta !== null && isEdited(page, meta),
    ids: [page.attribute(post, 'data-post') ?? ''],
  };
}

/** The mark of an edit is a word before the date; whatever its language, it is all that stands there besides. */
function isEdited(page: Page, meta: PageElement): boolean {
  const date = page.first('.tgme_widget_message_date', meta);
  const author = page.first('.tgme_widget_message_from_author', meta);
  const without = (text: string, element: PageElement | null): string =>
    element === null ? text : text.replace(page.text(element), '');
  return /\p{L}{3}/u.test(without(without(page.text(meta), date), author));
}

function olderThan(page: Page, from: number, address: string): string | null {
  const link = page.first('link[rel="prev"][href], a.tme_messages_more[data-before]');
  if (link === null || from <= 1) return null;
  const url = new URL(address);
  url.search = '';
  url.searchParams.set('before', String(from));
  return url.href;
}
