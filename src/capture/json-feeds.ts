/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). What is of the wrong type is passed over, and the entry stays. */
import type { Problem } from '#base/index.js';
import { readClock } from '#extract/index.js';
import type { Recipe } from '#record/index.js';
import { type Entry, withFalseClocksCoarse, withKeys } from './entries.js';
import { markupOf, resolveAddress, textOf } from './markup-text.js';
import { nothing, type PlaceBytes, type PlaceReading } from './place.js';

type Json = Readonly<Record<string, unknown>>;

/** Reads a JSON Feed; `layout changed` if it is none. */
export function readJsonFeed(text: string, given: PlaceBytes, recipe: Recipe): PlaceReading {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return notOne('It is no feed: its JSON cannot be read.');
  }
  if (!isObject(feed) || !(String(feed['version']).includes('jsonfeed') || Array.isArray(feed['items'])))
    return notOne('It is JSON, but no JSON Feed: it has no “items”.');
  const problems: Problem[] = [];
  const language = stringIn(feed, 'language')?.slice(0, 2).toLowerCase() ?? recipe.language ?? null;
  const listed = Array.isArray(feed['items']) ? (feed['items'] as unknown[]).filter(isObject) : [];
  const items = withKeys(
    withFalseClocksCoarse(
      listed.map((item) => entryOf(item, given.address, language)),
      problems,
    ),
    recipe,
  );
  return {
    ...nothing(items.length > 0 ? 'read' : 'empty', problems),
    title: stringIn(feed, 'title'),
    language,
    items,
    next: resolveAddress(stringIn(feed, 'next_url'), given.address),
  };
}

function entryOf(item: Json, base: string, language: string | null): Entry {
  const html = stringIn(item, 'content_html');
  const text = stringIn(item, 'content_text');
  const summary = stringIn(item, 'summary');
  const [author] = Array.isArray(item['authors']) ? (item['authors'] as unknown[]) : [item['author']];
  const id = item['id'];
  const title = stringIn(item, 'title');
  const published = stringIn(item, 'date_published');
  const updated = stringIn(item, 'date_modified');
  return {
    address: resolveAddress(stringIn(item, 'url') ?? (typeof id === 'string' ? id : null), base),
    title: title === null ? null : textOf(title),
    published: published === null ? null : readClock(published, {}),
    updated: updated === null ? null : readClock(updated, {}),
    html: html ?? (text === null ? (summary === null ? null : markupOf(summary)) : markupOf(text)),
    whole: html !== null || text !== null,
    speaker: isObject(author) ? stringIn(author, 'name') : null,
    language: stringIn(item, 'language')?.slice(0, 2).toLowerCase() ?? language,
    edited: false,
    ids: typeof id === 'string' || typeof id === 'number' ? [String(id)] : [],
  };
}

function notOne(message: string): PlaceReading {
  return nothing('layout changed', [{ code: 'place-unreadable', message }]);
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function stringIn(object: Json, name: string): string | null {
  const value = object[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
