/**
 * What a page states about itself: Open Graph and Dublin Core <meta>, JSON-LD (schema.org Article), <time datetime>,
 * <h1>, <title>, the canonical address. Of several clocks, the first named here that can be read is the day published.
 */
import type { Problem, When } from '#base/index.js';
import { readWhen } from './dates.js';
import type { Attributes } from './html-setter.js';
import { type Stated, state } from './stated.js';

const PUBLISHED = [
  'article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'date',
  'og:published_time',
];
const SITES = ['og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher', 'application-name'];
/** Words of a header block that a saved page may carry as <meta name="kind" content="readout">. */
const HEADER_WORDS = [
  'kind',
  'body',
  'said',
  'published',
  'occasion',
  'speaker',
  'source',
  'id',
  'corrects',
  'translation-of',
  'rights',
  'side',
];
const AUTHORS = ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author'];

export class HeadReader {
  readonly #given: string | null;
  readonly #meta = new Map<string, string>();
  /** What each <time> states, and what it shows. */
  readonly #times: [string, string][] = [];
  readonly #ld: Record<string, unknown>[] = [];
  #h1 = '';
  #title = '';
  #canonical: string | null = null;
  #language: string | null = null;
  #base: string | null = null;

  constructor(address: string | null) {
    this.#given = address;
  }

  get base(): string | null {
    return this.#base ?? this.#given ?? this.#canonical;
  }

  /** The best of the titles. */
  get title(): string | null {
    const ld = this.#ld.map(({ headline }) => headline).find((value) => typeof value === 'string');
    const page = this.#title;
    const social = this.#meta.get('og:title') ?? this.#meta.get('twitter:title') ?? '';
    return (
      [social, this.#h1, ld ?? '', unsuffixed(page)]
        .map((text) => text.replace(/\s+/g, ' ').trim())
        .find((text) => text !== '') ?? null
    );
  }

  /** Looks at one element; `content` gives its text when asked. */
  element(tag: string, attributes: Attributes, content: () => string): void {
    switch (tag) {
      case 'html':
        this.#language = attributes.get('lang') ?? attributes.get('xml:lang') ?? null;
        break;
      case 'meta': {
        const name = (
          attributes.get('property') ??
          attributes.get('name') ??
          attributes.get('itemprop') ??
          ''
        ).toLowerCase();
        const value = attributes.get('content')?.trim();
        if (name !== '' && value && !this.#meta.has(name)) this.#meta.set(name, value);
        break;
      }
      case 'base':
        this.#base ??= attributes.get('href') ?? null;
        break;
      case 'link':
        if (/\bcanonical\b/i.test(attributes.get('rel') ?? '')) this.#canonical ??= attributes.get('href') ?? null;
        break;
      case 'title':
        this.#title ||= content();
        break;
      case 'h1':
        this.#h1 ||= content();
        break;
      case 'time':
        if (attributes.has('datetime') && this.#times.length < 50)
          this.#times.push([attributes.get('datetime')!, content()]);
        break;
      case 'script':
        if (/ld\+json/i.test(attributes.get('type') ?? '')) this.#readLd(content());
        break;
      default:
        if (attributes.get('itemprop') === 'datePublished') {
          const value = attributes.get('content') ?? attributes.get('datetime') ?? content();
          if (!this.#meta.has('datepublished')) this.#meta.set('datepublished', value.trim());
        }
    }
  }

  /** All that was stated, in the words of a header. */
  stated(problems: Problem[]): Stated {
    const stated: Stated = { other: {} };
    for (const word of HEADER_WORDS) {
      const value = this.#meta.get(word);
      if (value !== undefined) state(stated, word, value, problems);
    }
    const { title } = this;
    if (title) stated.title = title;
    const published = stated.published ?? this.#published();
    if (published) stated.published = published;
    const address = this.#canonical ?? this.#meta.get('og:url');
    if (address && /^https?:\/\//i.test(address)) stated.address = address;
    const language = this.#language ?? this.#meta.get('og:locale') ?? this.#meta.get('dc.language');
    if (language) stated.language = language;
    const site =
      SITES.map((name) => this.#meta.get(name)).find((value) => value !== undefined) ??
      nameOf(this.#ld.map(({ publisher }) => publisher));
    if (site) stated.source ??= site;
    const author =
      nameOf(this.#ld.map(({ author: who }) => who)) ??
      AUTHORS.map((name) => this.#meta.get(name)).find((value) => value !== undefined && !/^https?:/.test(value));
    if (author) stated.other['author'] = author;
    return stated;
  }

  /** The first clock that can be read; one that knows more of the same day is preferred. */
  #published(): When | null {
    const written = [
      ...this.#ld.map(({ datePublished }) => datePublished),
      ...PUBLISHED.map((name) => this.#meta.get(name)),
      ...this.#times.flat(),
    ];
    let found: When | null = null;
    for (const value of written) {
      const when = typeof value === 'string' ? readWhen(value, 'stated') : null;
      if (!when) continue;
      if (found === null) found = when;
      else if (when.at.length > found.at.length && when.at.startsWith(found.at)) return when;
    }
    return found;
  }

  #readLd(text: string): void {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return;
    }
    const nodes: unknown[] = [value];
    for (let i = 0; i < nodes.length && i < 200; i++) {
      const node = nodes[i];
      if (Array.isArray(node)) nodes.push(...(node as unknown[]).slice(0, 100));
      else if (node !== null && typeof node === 'object') {
        const object = node as Record<string, unknown>;
        if (Array.isArray(object['@graph'])) nodes.push(...(object['@graph'] as unknown[]).slice(0, 100));
        const types = [object['@type']].flat().map(String);
        if (
          types.some((type) => /Article|Posting|Report|Statement|WebPage|Speech/.test(type)) &&
          (object['datePublished'] !== undefined || object['headline'] !== undefined)
        )
          this.#ld.push(object);
      }
    }
    this.#ld.sort((a, b) => Number(/WebPage/.test(String(a['@type']))) - Number(/WebPage/.test(String(b['@type']))));
  }
}

function nameOf(values: readonly unknown[]): string | null {
  for (const value of values.flat()) {
    const name =
      typeof value === 'string'
        ? value
        : value !== null && typeof value === 'object'
          ? (value as { name?: unknown }).name
          : null;
    if (typeof name === 'string' && name.trim() !== '') return name.trim();
  }
  return null;
}

/** "Remarks at … | Ministry" without the site's name. */
function unsuffixed(title: string): string {
  const m = /^(.{6,}?)\s+[|–—·•»]\s+[^|–—·•»]{2,60}$/u.exec(title.trim());
  return m ? m[1]! : title;
}
