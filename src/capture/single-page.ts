/** One page as a place of its own: its only text is itself, and what is followed is how it changes. */
import { decodeText, Page } from '#extract/index.js';
import type { Recipe } from '#record/index.js';
import { saysNotFound } from './not-found.js';
import { keyOf } from './address-templates.js';
import { nothing, type PlaceBytes, type PlaceReading } from './place.js';

/** Reads a page that is followed by itself. Its words are cut by the extractor, as those of any page. */
export function readSinglePage(given: PlaceBytes, recipe: Recipe): PlaceReading {
  const html = isPage(given.mediaType) ? decodeText(given.bytes, given.mediaType) : null;
  const page = html === null ? null : Page.read(html, given.address);
  if (saysNotFound(given))
    return nothing('no such place', [{ code: 'says-not-found', message: 'The page says that there is no such page.' }]);
  if (page !== null && recipe.page?.proof !== undefined && page.first(recipe.page.proof) === null)
    return nothing('layout changed', [
      {
        code: 'layout-changed',
        message: `Nothing on the page is “${recipe.page.proof}”, which proves that it is the page.`,
      },
    ]);
  const heading = page?.first('h1') ?? page?.first('title') ?? null;
  const title = page && heading && page.text(heading);
  const { key, language } = keyOf(given.address, recipe.item);
  return {
    ...nothing('read'),
    title,
    items: [
      {
        key,
        address: given.address,
        title,
        published: null,
        updated: null,
        html: null,
        whole: false,
        speaker: null,
        language: language ?? recipe.language ?? null,
        edited: false,
        ids: [],
      },
    ],
  };
}

function isPage(mediaType: string | null): boolean {
  return mediaType === null || /html|xml|text\//i.test(mediaType);
}
