/**
 * Beginning to follow: what an address is, what would be taken from it, and the Source that comes of it. The preview is
 * fetched and read like every look and kept nowhere: a person who looks has not decided yet.
 */
import {
  type FetchOutcome,
  nameOf,
  newState,
  parseAllowed,
  type PlaceBytes,
  type PlaceItem,
  type PlaceReading,
  type Proposal,
  proposalsFor,
  rhythmOf,
  recipesFor,
} from '#capture/index.js';
import { OnrecordError, type Problem } from '#base/index.js';
import type { Extracted } from '#extract/index.js';
import type { PlaceKind, Recipe, Source } from '#record/index.js';
import type { FollowEffects } from './follow-effects.js';
import { mainText } from './compare-texts.js';
import { cutItem, factsOf, momentOf } from './hold-item.js';
import { recipeFault } from './recipes.js';
import { writeWalk } from './walk.js';

/** What following an address would take. */
export interface PlacePreview extends Proposal {
  readonly name: string;
  readonly reading: PlaceReading;
  /** Milliseconds between two texts, by the dates that it lists or as declared; null: they do not say. */
  readonly rhythm: number | null;
  /** The first texts, as they would be held. */
  readonly texts: readonly PreviewText[];
  /** Other ways to follow the same address. */
  readonly others: readonly Proposal[];
  /** The Source that follows it already; null: none. */
  readonly followed: Source | null;
}

/** One text as it would be held. */
export interface PreviewText {
  readonly item: PlaceItem;
  /** Null: no words were found; the problems say why. */
  readonly text: Extracted | null;
  /** Words of its main text, and how it begins; null where none were read. */
  readonly words: number | null;
  readonly opening: string | null;
  readonly problems: readonly Problem[];
}

export interface FollowRequest {
  readonly address: string;
  readonly name?: string | null;
  /** The recipe that a person named; else one is found. */
  readonly recipe?: Recipe | null;
  /** The recipes there are. */
  readonly recipes: readonly Recipe[];
  /** Only proposals of this kind. */
  readonly kind?: PlaceKind | null;
  /** Minutes in which something new is expected. */
  readonly every?: number | null;
  readonly allow: readonly string[];
}

/** Texts that a preview shows. */
const SHOWN = 3;

/** Finds out what an address is and what would be taken. Throws OnrecordError `not-found`, `input-unreadable`, `bad-use`. */
export async function previewPlace(request: FollowRequest, effects: FollowEffects): Promise<PlacePreview> {
  const { recipe, recipes, kind } = request;
  const address = addressOf(request.address);
  mindAllowed(request.allow);
  if (recipe) {
    const fault = recipeFault(recipe);
    if (fault !== null) throw new OnrecordError('bad-use', fault, 'docs/following.md says what a recipe holds.');
  }
  const given = await get(address, request, effects);
  const named = recipe
    ? [{ recipe, address, why: `The recipe “${recipe.name}” was named.` }]
    : [...recipesFor(given.address, recipes), ...recipesFor(address, recipes)].slice(0, 1);
  const found = [...named, ...(recipe ? [] : proposalsFor(given))].filter((each) => !kind || each.recipe.kind === kind);
  if (found.length === 0)
    throw new OnrecordError(
      'input-unreadable',
      kind ? `${address} is no ${kind}.` : `Nothing that could be followed was found at ${address}.`,
      'Name a feed, a page that lists texts, or a page of words; onrecord add keeps a file once.',
    );
  let failed: string | null = null;
  let blocked = false;
  for (const [i, proposal] of found.entries()) {
    const preview = await previewOf(
      proposal,
      proposal.address === given.address || proposal.address === address ? given : null,
      request,
      effects,
    );
    if (preview.reading.fitting === 'read' || (preview.reading.fitting === 'empty' && i === found.length - 1))
      return { ...preview, others: found.filter((other) => other !== proposal) };
    failed ??= preview.reading.problems[0]?.message ?? null;
    blocked ||= preview.reading.fitting === 'blocked';
    // What a person named or a recipe serves is not silently followed another way.
    if (i === 0 && named.length > 0 && (recipe || preview.reading.fitting !== 'layout changed')) break;
  }
  throw new OnrecordError(
    'input-unreadable',
    failed ?? `${address} lists nothing that could be followed.`,
    blocked
      ? 'Try at another time, or look in a browser what it asks for.'
      : recipe
        ? 'Compare the recipe with the page: the selectors may have other names by now.'
        : 'Follow it as another kind of place (--as "single page"), or write a recipe.',
  );
}

async function previewOf(
  proposal: Proposal,
  given: PlaceBytes | null,
  request: FollowRequest,
  effects: FollowEffects,
): Promise<PlacePreview> {
  const recipe: Recipe = { ...proposal.recipe, ...(request.every ? { rhythm: request.every } : {}) };
  const bytes = given ?? (await get(proposal.address, request, effects));
  const reading = await effects.readPlace(bytes, recipe);
  const name = request.name?.trim() || nameFor(recipe, reading, proposal.address, Boolean(request.recipe));
  const followed = await effects.archive.following.source(proposal.address);
  const texts: PreviewText[] = [];
  const source = { name, recipe } as Source;
  for (const item of reading.items.slice(0, SHOWN)) {
    if (item.html !== null && item.whole) {
      const cut = await cutItem(item, source, effects.extract);
      texts.push(shown(item, cut?.text ?? null, cut?.problems ?? []));
    } else if (texts.length === 0 && item.address !== null && recipe.words !== 'in the list') {
      texts.push(await textAt(item, bytes, source, request, effects));
    } else texts.push(shown(item, null, []));
  }
  const rhythm = rhythmOf({ gaps: gapsOf(reading) }, recipe.rhythm);
  return { ...proposal, recipe, name, reading, rhythm, texts, others: [], followed };
}

/** Milliseconds between the texts that a place lists, newest first. */
function gapsOf({ items }: PlaceReading): number[] {
  const times = items.flatMap(({ published }) => momentOf(published) ?? []).toSorted((a, b) => b - a);
  return times.slice(1).map((time, i) => times[i]! - time);
}

async function textAt(
  item: PlaceItem,
  listed: PlaceBytes,
  source: Source,
  request: FollowRequest,
  effects: FollowEffects,
): Promise<PreviewText> {
  try {
    const page = source.recipe.kind === 'single page' ? listed : await get(item.address!, request, effects);
    const { value, problems } = await effects.extract({
      bytes: page.bytes,
      name: item.address!,
      mediaType: page.mediaType,
      address: page.address,
      shape: source.recipe.page ?? null,
    });
    const [text] = value;
    return shown(item, text ? { ...text, facts: factsOf(text.facts, item, source) } : null, text?.problems ?? problems);
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code === 'stopped') throw error;
    return shown(item, null, [{ code: error.code, message: error.message }]);
  }
}

/** Characters of its beginning that are shown. */
const OPENING = 300;

function shown(item: PlaceItem, text: Extracted | null, problems: readonly Problem[]): PreviewText {
  if (text === null) return { item, text, words: null, opening: null, problems };
  const main = mainText(text.rendering).text;
  return { item, text, words: main.match(/[\p{L}\p{N}]+/gu)?.length ?? 0, opening: openingOf(text), problems };
}

/** How a text begins, behind its title and the date under it. */
function openingOf({ rendering: { text, blocks } }: Extracted): string {
  const parts = blocks
    .filter(({ kind }) => kind !== 'furniture' && kind !== 'heading' && kind !== 'label')
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
  const first = parts.findIndex((words) => words.length >= SENTENCE);
  const whole = parts.slice(Math.max(0, first)).join(' ');
  return whole.length <= OPENING ? whole : `${whole.slice(0, OPENING).replace(/\s\S*$/, '')} …`;
}

/** What is shorter than this is a date or a byline. */
const SENTENCE = 30;

/** A recipe for one place names it, and one that a person named; one for many places leaves that to the place. */
function nameFor(recipe: Recipe, { title }: PlaceReading, address: string, named: boolean): string {
  const isOfOne =
    recipe.addresses.length > 0 ? !recipe.addresses.some((template) => template.includes('{name}')) : named;
  if (isOfOne) return recipe.name;
  if (!title || title.length > 80) return nameOf(address);
  // “News” names no place.
  return /\s/.test(title) ? title : `${title}, ${new URL(address).host}`;
}

/** Makes the Source of a preview, with its first look due now. `pages`: how many further pages of its list are walked back. */
export async function followPlace(
  {
    preview,
    pages,
    allow,
    by,
  }: { readonly preview: PlacePreview; readonly pages: number; readonly allow: readonly string[]; readonly by: string },
  { archive, now }: Pick<FollowEffects, 'archive' | 'now'>,
): Promise<Source> {
  const { name, address, recipe, reading } = preview;
  const at = now();
  const sources = await archive.following.sources();
  const taken = sources.some((other) => other.name === name && other.address !== address);
  const source = await archive.following.follow(
    { name: taken ? `${name} (${nameOf(address)})` : name, address, recipe, allow, since: at, state: newState(at) },
    by,
  );
  const { reference } = source;
  await archive.following.queue([
    { key: `place ${reference}`, source: reference, kind: 'place', item: null, address, due: at },
    ...(pages > 0 && reading.next !== null
      ? [
          {
            key: `page ${reference} ${reading.next}`,
            source: reference,
            kind: 'page' as const,
            item: writeWalk({ left: pages - 1, down: null, gap: null, shown: null, block: false }),
            address: reading.next,
            due: at,
          },
        ]
      : []),
  ]);
  return source;
}

async function get(
  address: string,
  { allow }: Pick<FollowRequest, 'allow'>,
  effects: FollowEffects,
): Promise<PlaceBytes> {
  const outcome: FetchOutcome = await effects.fetch({
    address,
    allow: allow.flatMap((written) => parseAllowed(written) ?? []),
    ...(effects.signal === undefined ? {} : { signal: effects.signal }),
  });
  if (outcome.outcome === 'refused' || outcome.outcome === 'failed')
    throw new OnrecordError('not-found', outcome.message, outcome.remedy);
  const { status } = outcome.exchange;
  if (outcome.outcome === 'not modified' || status < 200 || status >= 300)
    throw new OnrecordError(
      'not-found',
      `${address} answers ${status}.`,
      status === 404
        ? 'Look at the address in a browser: it may have moved.'
        : 'Try again later, or another address of the place.',
    );
  return {
    bytes: outcome.decoded,
    mediaType: outcome.mediaType,
    address: outcome.address,
    headers: Object.fromEntries(outcome.exchange.headers.map(([name, value]) => [name.toLowerCase(), value])),
  };
}

/** The address as a URL; "t.me/s/name" is one too. */
function addressOf(written: string): string {
  const whole = /^https?:\/\//i.test(written.trim()) ? written.trim() : `https://${written.trim()}`;
  if (!URL.canParse(whole) || !/[.:]/.test(new URL(whole).host))
    throw new OnrecordError(
      'bad-use',
      `“${written}” is no address of a page.`,
      'Write it like https://www.example.org/news.',
    );
  return new URL(whole).href;
}

function mindAllowed(allow: readonly string[]): void {
  const odd = allow.find((written) => parseAllowed(written) === null);
  if (odd !== undefined)
    throw new OnrecordError(
      'bad-use',
      `“${odd}” is no place to allow.`,
      'Write --allow-address host:port, like 127.0.0.1:8080.',
    );
}
