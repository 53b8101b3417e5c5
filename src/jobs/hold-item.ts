/** What a place lists, as texts that are held: the words it carries itself, under the key that it has in its Source. */
import type { PlaceItem } from '#capture/index.js';
import { parseWhen, type Problem, type When } from '#base/index.js';
import type { Extracted } from '#extract/index.js';
import type { DocumentFacts, Source } from '#record/index.js';
import type { Extractor } from './effects.js';

/** Cuts the words that an entry of a place carries; null if it has none. */
export async function cutItem(
  item: PlaceItem,
  source: Source,
  extract: Extractor,
): Promise<{ readonly text: Extracted; readonly problems: readonly Problem[] } | null> {
  if (item.html === null) return null;
  const page = `<!doctype html><html><head><meta charset="utf-8"></head><body>${item.html}</body></html>`;
  const { value, problems } = await extract({
    bytes: new TextEncoder().encode(page),
    name: item.key,
    mediaType: 'text/html; charset=utf-8',
    address: item.address,
    shape: dropsOnly(source),
    wordsOnly: true,
  });
  const [text] = value;
  return text ? { text: { ...text, facts: factsOf(text.facts, item, source) }, problems } : null;
}

/** Of the shape of pages only labels and furniture hold for words that stand in a list. */
function dropsOnly({ recipe: { page } }: Source): { drop?: readonly string[]; labels?: never } | null {
  if (page === undefined) return null;
  return { ...(page.drop && { drop: page.drop }), ...(page.labels && { labels: page.labels as never }) };
}

/** The facts of a text, with what its place says of it over what it says of itself. */
export function factsOf(
  facts: DocumentFacts,
  item: Pick<PlaceItem, 'key' | 'title' | 'published' | 'address' | 'speaker' | 'language'>,
  { name, recipe }: Source,
): DocumentFacts {
  const language = item.language ?? recipe.language ?? null;
  return {
    ...facts,
    title: item.title ?? facts.title,
    id: item.key,
    source: name,
    body: recipe.body ?? facts.body,
    kind: recipe.documentKind === undefined ? facts.kind : { value: recipe.documentKind, basis: 'stated' },
    published: finer(facts.published, item.published),
    // A date that was only guessed says less than the one that the place states.
    said: facts.said?.basis === 'guessed' && item.published !== null ? null : facts.said,
    speaker: item.speaker === null ? facts.speaker : { value: item.speaker, basis: 'stated' },
    language:
      language === null || facts.language?.basis === 'stated' ? facts.language : { value: language, basis: 'stated' },
    address: item.address ?? facts.address,
  };
}

/** Of two clocks of one day the one that shows more; of two days that of the text itself. */
function finer(own: When | null, listed: When | null): When | null {
  if (own === null || own.basis === 'guessed') return listed ?? own;
  if (listed === null || !listed.at.startsWith(own.at.slice(0, 10))) return own;
  return listed.at.length > own.at.length ? listed : own;
}

/** Milliseconds since 1970 of a When; null if not even its day is known. A zone that nobody states is taken for UTC. */
export function momentOf(when: When | null): number | null {
  if (when === null || when.at.length < 10) return null;
  const at = parseWhen(when.at)?.at ?? '';
  const whole = at.length === 10 ? `${at}T12:00:00` : at.length === 16 ? `${at}:00` : at;
  const moment = Date.parse(whole + (when.zone ?? 'Z'));
  return Number.isNaN(moment) ? null : moment;
}
