/**
 * Sitemaps (sitemaps.org 0.9), their indexes, the news extension and the plain list of addresses, packed or not. A site
 * map says which addresses a site has and when it changed them, never what stands there. What is packed is unpacked up
 * to a limit that is counted, whatever the archive says of itself.
 */
import { gunzipSync } from 'node:zlib';
import type { When } from '#base/index.js';
import { decodeText, readClock } from '#extract/index.js';
import type { Recipe } from '#record/index.js';
import { keyOf } from './address-templates.js';
import { type Entry, withKeys } from './entries.js';
import { resolveAddress } from './markup-text.js';
import { nothing, type PlaceBytes, type PlaceReading } from './place.js';
import { readXml } from './xml-events.js';

/** sitemaps.org allows 50 MB and 50,000 addresses a file. */
const MOST_BYTES = 60_000_000;
const MOST_ADDRESSES = 60_000;

interface Line {
  address: string | null;
  changed: string | null;
  published: string | null;
  title: string | null;
  language: string | null;
}

/** Reads a sitemap or an index of sitemaps. `layout changed`: it is none. */
export function readSitemap(given: PlaceBytes, recipe: Recipe): PlaceReading {
  const bytes = unpacked(given.bytes);
  const text = bytes && decodeText(bytes, given.mediaType?.includes('gzip') ? null : given.mediaType);
  if (text === null) return notOne('The sitemap is no text, or unpacks to more than any sitemap holds.');
  const trimmed = text.trimStart();
  if (!trimmed.startsWith('<')) return readLines(trimmed, recipe);
  const lines: Line[] = [];
  const parts: Line[] = [];
  const root = readElements(text, lines, parts);
  if (root === null) return notOne('It is no sitemap: it has neither <urlset> nor <sitemapindex>.');
  const entries = lines.flatMap((line): Entry[] => {
    const address = resolveAddress(line.address, given.address);
    return address === null ? [] : [entryOf(line, address)];
  });
  const items = withKeys(entries.toSorted(newestFirst), recipe).filter(({ address }) => fits(address!, recipe));
  return {
    ...nothing(items.length + parts.length > 0 ? 'read' : 'empty'),
    items,
    parts: parts.flatMap(({ address, changed }) => {
      const whole = resolveAddress(address, given.address);
      return whole === null ? [] : [{ address: whole, changed: changed === null ? null : readClock(changed, {}) }];
    }),
  };
}

/** A sitemap lists all that a site has; only what the recipe's template fits are its texts. */
function fits(address: string, { item }: Recipe): boolean {
  return item === undefined || keyOf(address, item).fits;
}

const BARE: Entry = {
  address: null,
  title: null,
  published: null,
  updated: null,
  html: null,
  whole: false,
  speaker: null,
  language: null,
  edited: false,
  ids: [],
};

function entryOf({ changed, published, title, language }: Line, address: string): Entry {
  return {
    ...BARE,
    address,
    title: title?.trim() || null,
    published: published === null ? null : readClock(published, {}),
    updated: changed === null ? null : readClock(changed, {}),
    language: language?.slice(0, 2).toLowerCase() ?? null,
  };
}

function newestFirst(a: Entry, b: Entry): number {
  const when = (entry: Entry): string => momentOf(entry.published ?? entry.updated);
  return when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0;
}

function momentOf(when: When | null): string {
  return when?.at ?? '';
}

function readElements(xml: string, lines: Line[], parts: Line[]): string | null {
  let root: string | null = null;
  let line: Line | null = null;
  let text = '';
  readXml(xml, {
    open: ({ name }) => {
      text = '';
      if (name === 'urlset' || name === 'sitemapindex') root ??= name;
      if ((name === 'url' || name === 'sitemap') && lines.length + parts.length < MOST_ADDRESSES) {
        line = { address: null, changed: null, published: null, title: null, language: null };
        (name === 'url' ? lines : parts).push(line);
      }
    },
    text: (more) => void (text += more),
    close: ({ name, space }) => {
      const value = text.trim();
      text = '';
      if (line === null || value === '') return;
      if (name === 'loc' && space === 'plain') line.address ??= value;
      else if (name === 'lastmod') line.changed ??= value;
      else if (name === 'publication_date') line.published ??= value;
      else if (name === 'title' && space === 'news') line.title ??= value;
      else if (name === 'language' && space === 'news') line.language ??= value;
    },
  });
  return root;
}

/** A plain text file with an address a line. */
function readLines(text: string, recipe: Recipe): PlaceReading {
  const addresses = text.split('\n').flatMap((line) => resolveAddress(line, null) ?? []);
  if (addresses.length === 0) return notOne('It is no sitemap: no line of it is an address.');
  const entries = addresses.slice(0, MOST_ADDRESSES).map((address) => ({ ...BARE, address }));
  return { ...nothing('read'), items: withKeys(entries, recipe) };
}

function unpacked(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return null;
  }
}

function notOne(message: string): PlaceReading {
  return nothing('layout changed', [{ code: 'place-unreadable', message }]);
}
