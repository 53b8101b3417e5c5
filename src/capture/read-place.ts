/**
 * Reads a place by its recipe. The skeleton of the place is looked for first; only an answer that does not show it is
 * asked whether it is a refusal, so that a post which quotes a challenge page is a post.
 */
import { decodeText, Page } from '#extract/index.js';
import type { PlaceKind, Recipe } from '#record/index.js';
import { readChannel } from './channel.js';
import { readFeed } from './feeds.js';
import { readListPage } from './list-pages.js';
import { nothing, type PlaceBytes, type PlaceReader, type PlaceReading } from './place.js';
import { refusalIn } from './refusals.js';
import { readSinglePage } from './single-page.js';
import { readSitemap } from './sitemaps.js';
import { withoutTornEnd } from './torn.js';
import { readWordPress } from './wordpress.js';

const READERS: Readonly<Record<PlaceKind, PlaceReader>> = {
  feed: readFeed,
  sitemap: readSitemap,
  'list page': readListPage,
  wordpress: readWordPress,
  channel: readChannel,
  'single page': readSinglePage,
};

/** Reads what a place answered. Never throws for what the place sent. */
export function readPlace(given: PlaceBytes, recipe: Recipe): PlaceReading {
  const reading = withoutTornEnd(READERS[recipe.kind](given, recipe), given, recipe.kind);
  const doubtful = reading.fitting === 'layout changed' || (recipe.kind === 'single page' && !recipe.page?.proof);
  const refusal = doubtful ? refusalIn(given, shownBy(given)) : null;
  return refusal === null ? reading : nothing('blocked', [{ code: 'blocked', message: refusal.message }]);
}

/** The words that a page shows; none of what is no page. */
function shownBy({ bytes, mediaType, address }: PlaceBytes): string {
  const html = decodeText(bytes, mediaType);
  const page = html === null ? null : Page.read(html, address);
  const body = page?.first('body');
  return page && body ? page.text(body) : '';
}
