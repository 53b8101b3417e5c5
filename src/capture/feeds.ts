/**
 * Feeds: RSS 0.9 to 2.0 and RDF, Atom 0.3 and 1.0 (RFC 4287), CDF, JSON Feed 1.0 and 1.1, with the paging of RFC 5005.
 * What publishers call a feed is often none by the letter; an entry that a person would see as one is taken, whatever is
 * wrong around it. The events come from a parser that forgives (xml-events.ts), so one pass reads all kinds and costs
 * the length alone. Rejected: strict parsers with a second, forgiving one behind them, which name one entry in two ways.
 */
import type { Problem, When } from '#base/index.js';
import { decodeText, readClock } from '#extract/index.js';
import type { Recipe } from '#record/index.js';
import { type Entry, withFalseClocksCoarse, withKeys } from './entries.js';
import { readJsonFeed } from './json-feeds.js';
import { resolveAddress, textOf } from './markup-text.js';
import { nothing, type PlaceBytes, type PlaceReading } from './place.js';
import { type XmlElement, readXml } from './xml-events.js';

/** What a feed says of itself and of one entry, while it is read. */
interface Fields {
  title: string | null;
  link: string | null;
  self: string | null;
  /** A guid that is an address. */
  permalink: string | null;
  id: string | null;
  published: string | null;
  updated: string | null;
  summary: string | null;
  content: string | null;
  author: string | null;
  language: string | null;
  next: string | null;
  base: string | null;
}

const FIELDS: Fields = {
  title: null,
  link: null,
  self: null,
  permalink: null,
  id: null,
  published: null,
  updated: null,
  summary: null,
  content: null,
  author: null,
  language: null,
  next: null,
  base: null,
};

const ROOTS = new Set(['rss', 'feed', 'rdf', 'channel']);
const ENTRIES = new Set(['item', 'entry']);
/** Elements with a life of their own: their titles and links are not those of what they stand in. */
const APART = new Set(['source', 'image', 'textinput', 'group', 'generator', 'cloud', 'skiphours', 'skipdays']);
/** Words of which element go into which field, in the order in which they are preferred. */
const DATES: Readonly<Record<string, 'published' | 'updated'>> = {
  pubdate: 'published',
  published: 'published',
  issued: 'published',
  created: 'published',
  date: 'published',
  available: 'published',
  updated: 'updated',
  modified: 'updated',
};
/** A summary of this many characters with paragraphs in it is more than a stub. */
const WHOLE = 1500;
/** Minutes of a period of the syndication module. */
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** Reads a feed. `layout changed`: it is none. */
export function readFeed(given: PlaceBytes, recipe: Recipe): PlaceReading {
  const text = decodeText(given.bytes, given.mediaType);
  if (text === null) return nothing('layout changed', [{ code: 'place-unreadable', message: 'The feed is no text.' }]);
  const trimmed = text.trimStart();
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return readJsonFeed(trimmed, given, recipe);
  return readXmlFeed(text, given, recipe);
}

function readXmlFeed(xml: string, given: PlaceBytes, recipe: Recipe): PlaceReading {
  const feed: Fields = { ...FIELDS };
  const entries: Fields[] = [];
  const reader = new FeedReader(feed, entries);
  readXml(xml, reader);
  if (!reader.isFeed)
    return nothing('layout changed', [
      { code: 'place-unreadable', message: 'It is no feed: it has neither <rss>, <feed> nor <rdf:RDF>.' },
    ]);
  const problems: Problem[] = [];
  const base = resolveAddress(feed.base, given.address) ?? given.address;
  const language = languageOf(feed.language) ?? recipe.language ?? null;
  const read = entries.flatMap((entry) => {
    const found = entryOf(entry, base, language, recipe);
    return found ? [found] : [];
  });
  if (read.length < entries.length)
    problems.push({
      code: 'entries-empty',
      message: `${entries.length - read.length} of ${entries.length} entries have neither title, link nor words.`,
    });
  const items = withKeys(withFalseClocksCoarse(read, problems), recipe);
  return {
    ...nothing(items.length > 0 ? 'read' : 'empty', problems),
    title: feed.title === null ? null : textOf(feed.title) || null,
    language,
    items,
    next: resolveAddress(feed.next, base),
    rest: reader.rest,
  };
}

function entryOf(fields: Fields, base: string, language: string | null, recipe: Recipe): Entry | null {
  const own = resolveAddress(fields.base, base) ?? base;
  const address = resolveAddress(fields.link ?? fields.permalink ?? fields.self, own);
  const title = fields.title === null ? null : textOf(fields.title) || null;
  const content = fields.content?.trim() || null;
  const summary = fields.summary?.trim() || null;
  if (address === null && title === null && content === null && summary === null && fields.id === null) return null;
  const html = longest(content, summary);
  const whole =
    recipe.words === 'in the list' ||
    (recipe.words === undefined && (content !== null || (summary !== null && isWhole(summary))));
  return {
    address,
    title,
    published: readDate(fields.published) ?? readDate(fields.updated),
    updated: readDate(fields.updated),
    html,
    whole: html !== null && whole,
    speaker: fields.author === null ? null : textOf(fields.author) || null,
    language: languageOf(fields.language) ?? language,
    edited: false,
    ids: fields.id === null ? [] : [fields.id],
  };
}

function longest(content: string | null, summary: string | null): string | null {
  if (content === null || summary === null) return content ?? summary;
  return content.length >= summary.length ? content : summary;
}

function isWhole(summary: string): boolean {
  return summary.length >= WHOLE && /<\/?p\b|<br\b|\n\s*\n/i.test(summary);
}

function readDate(written: string | null): When | null {
  return written === null ? null : readClock(written.trim(), {});
}

function languageOf(written: string | null): string | null {
  const m = /^([a-z]{2,3})(?:[-_]|$)/i.exec(written?.trim() ?? '');
  return m ? m[1]!.toLowerCase() : null;
}

/** Gathers the fields of a feed from its elements. */
class FeedReader {
  isFeed = false;
  rest: number | null = null;
  readonly #feed: Fields;
  readonly #entries: Fields[];
  readonly #stack: XmlElement[] = [];
  #entry: Fields | null = null;
  #entryDepth = 0;
  /** Depth of an element whose content is passed over; 0: none is. */
  #apart = 0;
  /** Markup is being copied since this depth; 0: none is. */
  #markup = 0;
  #buffer = '';
  /** The same with its elements, from the first element inside on; null while there is none. */
  #inner: string | null = null;
  #period = 0;
  #frequency = 1;

  constructor(feed: Fields, entries: Fields[]) {
    this.#feed = feed;
    this.#entries = entries;
  }

  open(element: XmlElement): void {
    const depth = this.#stack.push(element);
    const { name, space, attributes } = element;
    if (ROOTS.has(name) && depth <= 3) this.isFeed = true;
    if (this.#markup > 0) {
      this.#inner = (this.#inner ?? escaped(this.#buffer)) + tagOf(element);
      return;
    }
    if (this.#apart > 0) return;
    if (ENTRIES.has(name) && space === 'plain') {
      // An entry that was never closed ends where the next begins.
      this.#entry = { ...FIELDS };
      this.#entryDepth = depth;
      this.#entries.push(this.#entry);
      const about = attributes['about'] ?? attributes['href'];
      if (about !== undefined && /^\w+:/.test(about)) this.#entry.permalink = about;
    } else if (APART.has(name) && depth > 1) {
      this.#apart = depth;
      return;
    }
    const target = this.#entry ?? this.#feed;
    const base = attributes['xml:base'];
    if (base !== undefined) target.base ??= base;
    const language = attributes['xml:lang'];
    if (language !== undefined) target.language ??= language;
    this.#buffer = '';
    this.#inner = null;
    if (name === 'link' && (space === 'plain' || space === 'xhtml')) this.#link(attributes, target);
    if (isMarkup(element)) this.#markup = depth;
  }

  text(text: string): void {
    if (this.#apart > 0) return;
    if (this.#inner === null) this.#buffer += text;
    else this.#inner += escaped(text);
  }

  close(element: XmlElement): void {
    const depth = this.#stack.length;
    this.#stack.pop();
    if (this.#markup > 0 && depth > this.#markup) {
      if (!VOID.has(element.name)) this.#inner += `</${element.name}>`;
      return;
    }
    if (this.#markup === depth) this.#markup = 0;
    if (this.#apart > 0) {
      if (depth === this.#apart) this.#apart = 0;
      return;
    }
    if (this.#entry && depth === this.#entryDepth) {
      this.#entry = null;
      this.#buffer = '';
      return;
    }
    this.#take(element, this.#inner ?? this.#buffer);
    this.#buffer = '';
    this.#inner = null;
  }

  #take({ name, space, attributes }: XmlElement, written: string): void {
    const target = this.#entry ?? this.#feed;
    const text = written.trim();
    if (space === 'sy') {
      if (name === 'updateperiod') this.#period = PERIODS[text.toLowerCase()] ?? 0;
      if (name === 'updatefrequency') this.#frequency = Math.max(1, Number(text) || 1);
      if (this.#period > 0) this.rest = Math.round(this.#period / this.#frequency);
      return;
    }
    if (text === '' || space === 'media' || space === 'news' || space === '') return;
    if (space === 'itunes' && name !== 'author') return;
    const date = DATES[name];
    if (date !== undefined) {
      target[date] ??= text;
      return;
    }
    switch (name) {
      case 'title':
        target.title ??= attributes['mode'] === 'base64' ? null : text;
        return;
      case 'link':
        if (attributes['href'] === undefined) target.link ??= text;
        return;
      case 'guid':
      case 'id':
      case 'identifier':
        target.id ??= text;
        if (name === 'guid' && attributes['ispermalink']?.toLowerCase() !== 'false' && /^https?:\/\//i.test(text))
          target.permalink = text;
        if (name === 'id' && /^https?:\/\//i.test(text)) target.permalink ??= text;
        return;
      case 'description':
      case 'summary':
      case 'tagline':
      case 'subtitle':
      case 'abstract':
        target.summary ??= text;
        return;
      case 'encoded':
      case 'content':
      case 'body':
      case 'div':
      case 'fullitem':
        if (attributes['src'] === undefined) target.content ??= text;
        return;
      case 'author':
      case 'creator':
      case 'name':
        target.author ??= text.replace(/^\S+@\S+\s*\(([^)]+)\)$/, '$1');
        return;
      case 'language':
        target.language ??= text;
        return;
      case 'ttl':
        if (this.#entry === null) this.rest = /^\d{1,6}$/.test(text) ? Number(text) : null;
        return;
      default:
    }
  }

  /** RFC 4287 section 4.2.7; of RFC 5005 `next` pages and `prev-archive` archives lead to what is older. */
  #link(attributes: Readonly<Record<string, string>>, target: Fields): void {
    const { href } = attributes;
    if (href === undefined || href.trim() === '') return;
    const relation = (attributes['rel'] ?? 'alternate').toLowerCase();
    if (relation === 'next' || relation === 'prev-archive') this.#feed.next ??= href;
    else if (relation === 'self') target.self ??= href;
    else if (relation === 'alternate') target.link ??= href;
  }
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'area', 'col', 'embed', 'source', 'track', 'base', 'meta']);
const TEXTS = new Set(
  'title summary content subtitle tagline description abstract encoded body fullitem rights div'.split(' '),
);

/** Whether elements inside are the markup of words: Atom's xhtml, and what RSS carries without hiding it. */
function isMarkup({ name, space }: XmlElement): boolean {
  return TEXTS.has(name) && (space === 'plain' || space === 'xhtml' || space === 'content' || space === 'dc');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function tagOf({ name, attributes }: XmlElement): string {
  const written = Object.entries(attributes)
    .filter(([key]) => !key.includes(':'))
    .map(([key, value]) => ` ${key}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`);
  return `<${name}${written.join('')}>`;
}
