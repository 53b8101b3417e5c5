/**
 * What an address is, as a place to follow: from what answered there and what that says of itself. Every answer is a
 * proposal with its reason, best first; a person chooses. A recipe that serves the address goes before all; then what
 * the bytes are; a page is taken for the list it shows, for the feed it names, or, if it is a text, for itself.
 */
import { decodeText, Page } from '#extract/index.js';
import type { PlaceKind, Recipe } from '#record/index.js';
import { readAddress } from './address-templates.js';
import { readFeed } from './feeds.js';
import { shapeOf } from './list-pages.js';
import { resolveAddress } from './markup-text.js';
import type { PlaceBytes } from './place.js';
import { readSitemap } from './sitemaps.js';

/** One way to follow an address. */
export interface Proposal {
  readonly recipe: Recipe;
  /** The address that would be looked at; not always the one that was given. */
  readonly address: string;
  /** Why, in a sentence. */
  readonly why: string;
}

/** Prose of this many characters in paragraphs makes a page a text. */
const TEXT_PROSE = 1500;
const FEED_TYPES = /application\/(?:rss|atom|feed|rdf)\+(?:xml|json)|application\/json/i;

/** The recipes that serve an address, in their order. */
export function recipesFor(address: string, recipes: readonly Recipe[]): Proposal[] {
  return recipes
    .filter(({ addresses }) => addresses.some((template) => readAddress(template, address) !== null))
    .map((recipe) => ({ recipe, address, why: `The recipe “${recipe.name}” is for this address.` }));
}

/** All ways to follow what answered, best first; empty if it can only be kept once. */
export function proposalsFor(given: PlaceBytes): Proposal[] {
  const bare = (kind: PlaceKind): Recipe => ({ name: nameOf(given.address), kind, addresses: [] });
  const start = decodeText(given.bytes, given.mediaType)?.trimStart() ?? '';
  if (!/^<(?:!doctype html|html)\b/i.test(start)) {
    if (readFeed(given, bare('feed')).fitting !== 'layout changed')
      return [{ recipe: bare('feed'), address: given.address, why: 'It is a feed.' }];
    if (readSitemap(given, bare('sitemap')).fitting === 'read')
      return [{ recipe: bare('sitemap'), address: given.address, why: 'It is a sitemap.' }];
    if (/\/wp-json\/wp\/v2\/|rest_route=/.test(given.address) && start.startsWith('['))
      return [{ recipe: bare('wordpress'), address: given.address, why: 'It is the interface of a WordPress site.' }];
  }
  const page = Page.read(start, given.address);
  if (page === null || !/html/i.test(given.mediaType ?? 'html')) return [];
  const isText = readsAsText(page);
  const found: Proposal[] = [];
  if (page.first('.tgme_channel_info, .tgme_channel_history'))
    return [
      {
        recipe: { ...bare('channel'), words: 'in the list' },
        address: given.address,
        why: 'It is the page of a channel.',
      },
    ];
  const list = shapeOf(page);
  const asList: Proposal | null = list && {
    recipe: { ...bare('list page'), list },
    address: given.address,
    why: `The page lists ${page.all(list.entry).length} texts (“${list.entry}”).`,
  };
  const asItself: Proposal = {
    recipe: bare('single page'),
    address: given.address,
    why: isText ? 'The page is one text.' : 'The page can be followed by itself.',
  };
  if (isText) found.push(asItself);
  const posts = wordPressOf(page, given);
  if (posts !== null)
    found.push({
      recipe: { ...bare('wordpress'), words: 'in the list' },
      address: posts,
      why: 'The page is of a WordPress site, whose interface gives the words whole.',
    });
  for (const address of feedsOf(page)) found.push({ recipe: bare('feed'), address, why: 'The page names this feed.' });
  if (asList) found.push(asList);
  if (!isText) found.push(asItself);
  return found;
}

/** One article, much prose, and it says that it is one. */
function readsAsText(page: Page): boolean {
  const prose = page.all('p').reduce((sum, element) => {
    const text = page.text(element);
    return text.length > 80 ? sum + text.length : sum;
  }, 0);
  if (prose < TEXT_PROSE) return false;
  const type = page.first('meta[property="og:type"]');
  const isArticle = type !== null && /article/i.test(page.attribute(type, 'content') ?? '');
  return (
    isArticle ||
    page.all('article').length === 1 ||
    page.first('meta[property="article:published_time"], time[itemprop="datePublished"]') !== null
  );
}

/** Feeds that the page names, those of comments left out. */
function feedsOf(page: Page): string[] {
  const addresses = page.all('link[rel~="alternate"][type][href]').flatMap((link) => {
    if (!FEED_TYPES.test(page.attribute(link, 'type') ?? '')) return [];
    const address = page.link(link);
    const isOther = /comment|oembed|wp-json/i.test(`${page.attribute(link, 'title') ?? ''} ${address ?? ''}`);
    return address === null || isOther ? [] : [address];
  });
  return [...new Set(addresses)].slice(0, 4);
}

/** The posts of a WordPress site: its Link header or element with rel https://api.w.org/. */
function wordPressOf(page: Page, { headers, address }: PlaceBytes): string | null {
  const link = page.first('link[rel="https://api.w.org/"][href]');
  const root =
    (link && page.link(link)) ??
    resolveAddress(/<([^>]+)>;\s*rel="https:\/\/api\.w\.org\/"/.exec(headers['link'] ?? '')?.[1] ?? null, address);
  if (root === null) return null;
  return root.includes('?') ? `${root}wp/v2/posts&per_page=50` : `${root.replace(/\/?$/, '/')}wp/v2/posts?per_page=50`;
}

/** A name for a place that nobody has named yet. */
export function nameOf(address: string): string {
  const url = new URL(address);
  const path = url.pathname.replace(/\/(?:index\.\w+)?$/, '');
  return `${url.host.replace(/^www\./, '')}${path.length <= 1 ? '' : path}`;
}
