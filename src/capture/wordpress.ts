/**
 * The posts of a WordPress site by its interface (developer.wordpress.org/rest-api, wp/v2): whole words, ids that last,
 * the minute of publication and of the last edit in UTC. Pages go by number, the headers say how many there are; past
 * the end the answer is 400 with a code, which is an end and no failure. Ids have gaps that mean nothing (drafts).
 */
import type { Problem } from '#base/index.js';
import { decodeText, readClock } from '#extract/index.js';
import type { Recipe } from '#record/index.js';
import type { Entry } from './entries.js';
import { resolveAddress, textOf } from './markup-text.js';
import { nothing, type PlaceBytes, type PlaceItem, type PlaceReading } from './place.js';

type Json = Readonly<Record<string, unknown>>;

/** Reads a page of posts. `layout changed`: it is none. */
export function readWordPress(given: PlaceBytes, recipe: Recipe): PlaceReading {
  const text = decodeText(given.bytes, given.mediaType);
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return notOne('The interface answers with something that is no JSON.');
  }
  if (isObject(value) && value['code'] === 'rest_post_invalid_page_number') return nothing('empty');
  if (isObject(value) && typeof value['code'] === 'string') return notOne(`The interface refuses: ${wordsOf(value)}`);
  if (!Array.isArray(value)) return notOne('The interface answers with no list of posts.');
  const posts = (value as unknown[]).filter(isObject).filter(({ id, link }) => id !== undefined && link !== undefined);
  if (posts.length === 0 && value.length > 0) return notOne('The interface lists things that are no posts.');
  const problems: Problem[] = [];
  const closed = posts.filter(({ content }) => isObject(content) && content['protected'] === true).length;
  if (closed > 0)
    problems.push({
      code: 'words-closed',
      message: `${closed} of ${posts.length} posts show their words only to members.`,
    });
  const items = posts.map((post): PlaceItem => ({ ...entryOf(post, given.address), key: String(post['id']) }));
  return {
    ...nothing(items.length > 0 ? 'read' : 'empty', problems),
    language: recipe.language ?? null,
    items: items.map((item) => ({ ...item, language: item.language ?? recipe.language ?? null })),
    next: nextPage(given),
  };
}

function entryOf(post: Json, base: string): Entry {
  const html = rendered(post['content']);
  return {
    address: resolveAddress(typeof post['link'] === 'string' ? post['link'] : null, base),
    title: textOf(rendered(post['title']) ?? '') || null,
    published: dateOf(post, 'date'),
    updated: dateOf(post, 'modified'),
    html: html === '' ? null : html,
    whole: html !== null && html !== '',
    speaker: null,
    language: null,
    edited: false,
    ids: [String(post['id']), ...(rendered(post['guid']) === null ? [] : [rendered(post['guid'])!])],
  };
}

/** The instant in UTC, else the clock of the site, whose zone nobody states. */
function dateOf(post: Json, name: 'date' | 'modified'): Entry['published'] {
  const utc = post[`${name}_gmt`];
  if (typeof utc === 'string' && utc !== '') return readClock(utc.endsWith('Z') ? utc : `${utc}Z`, {});
  const local = post[name];
  return typeof local === 'string' ? readClock(local, {}) : null;
}

function nextPage({ address, headers }: PlaceBytes): string | null {
  const pages = Number(headers['x-wp-totalpages'] ?? 0);
  const url = new URL(address);
  const page = Number(url.searchParams.get('page') ?? 1);
  if (!(page < pages)) return null;
  url.searchParams.set('page', String(page + 1));
  return url.href;
}

function wordsOf({ message, code }: Json): string {
  return typeof message === 'string' ? textOf(message) : String(code);
}

function rendered(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value['rendered'] === 'string' ? value['rendered'] : null;
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function notOne(message: string): PlaceReading {
  return nothing('layout changed', [{ code: 'place-unreadable', message }]);
}
