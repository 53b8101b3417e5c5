/** `onrecord follow`, `unfollow`, `pause` and `resume`: what an address is, what would be taken from it, and the Source that comes of it. */
import {
  type FollowRequest,
  followPlace,
  pauseSource,
  previewPlace,
  readRecipe,
  showSource,
  unfollow as end,
} from '#jobs/index.js';
import { OnrecordError } from '#base/index.js';
import { drawPreview, safe, wrap } from '#report/index.js';
import { type Options, paintFor, printJson, wholeNumber, withArchive } from './options.js';
import type { Archive, World } from './world.js';

export interface FollowOptions {
  readonly recipe?: string;
  readonly preview?: boolean;
  readonly as?: string;
  readonly name?: string;
  readonly every?: string;
  readonly pages: string;
  readonly allowAddress?: readonly string[];
}

const MOST_PAGES = 10_000;
/** A year in minutes. */
const LONGEST_RHYTHM = 525_600;

/** Follows an address, or shows what following it would take. */
export async function follow(address: string, given: FollowOptions, options: Options, world: World): Promise<number> {
  const recipes = await recipesIn(world);
  const request: FollowRequest = {
    address,
    name: given.name ?? null,
    recipe: given.recipe === undefined ? null : readRecipe(await world.files.read(given.recipe), given.recipe),
    recipes,
    kind: kindOf(given.as),
    every: given.every === undefined ? null : wholeNumber(given.every, '--every', 1, LONGEST_RHYTHM),
    allow: given.allowAddress ?? [],
  };
  const pages = wholeNumber(given.pages, '--pages', 0, MOST_PAGES);
  const work = async (archive: Archive): Promise<number> => {
    const preview = await previewPlace(request, await effectsOf(archive, world));
    const by = options.by;
    const source = given.preview
      ? null
      : await followPlace({ preview, pages, allow: request.allow, by }, { archive, now: world.now });
    if (options.json) {
      await printJson(world, ({ encodeFollow }) => encodeFollow(preview, source));
      return 0;
    }
    if (!options.quiet) world.out(drawPreview(preview, options));
    const paint = paintFor(options);
    if (source === null) world.out(`\n${paint.dim('Nothing was kept: this was a preview.')}\n`);
    else {
      const named = wrap(`Followed as ${source.reference}: ${safe(source.name)}.`, options.width);
      world.out(
        `\n${named.map(paint.bold).join('\n')}\n${paint.dim(`${world.called} watch looks at it from now on.`)}\n`,
      );
    }
    return 0;
  };
  if (!given.preview) return withArchive(world, options, true, work);
  const transient = await world.openTransient();
  try {
    return await work(transient);
  } finally {
    await transient.close();
  }
}

/** Ends following a Source. */
export async function unfollow(named: string, options: Options, world: World): Promise<number> {
  return withArchive(world, options, false, async (archive) => {
    const source = await end(named, options.by, { archive });
    if (options.json)
      await printJson(world, () => ({ schema: 'onrecord/unfollow/1', source: source.reference, name: source.name }));
    else world.out(`${source.reference} ${safe(source.name)} is followed no more. What was kept stays.\n`);
    return 0;
  });
}

/** Lets a Source rest, or looks at it again. */
export async function rest(named: string, paused: boolean, options: Options, world: World): Promise<number> {
  return withArchive(world, options, false, async (archive) => {
    const source = await pauseSource({ named, paused, by: options.by }, { archive, now: world.now });
    if (options.json) {
      const report = await showSource(source.reference, 1, { archive, now: world.now });
      await printJson(world, ({ encodeSource }) => encodeSource(report));
    } else {
      const what = paused ? 'is not looked at until you resume it' : 'is looked at again';
      world.out(`${source.reference} ${safe(source.name)} ${what}.\n`);
    }
    return 0;
  });
}

/** What looking at places needs of the world. */
export async function effectsOf(archive: Archive, world: World) {
  return {
    archive,
    fetch: await world.fetcher((await archive.settings()).fetching),
    readPlace: world.readPlace,
    extract: world.extract,
    now: world.now,
    chance: world.jitter,
    signal: world.signal,
  };
}

/** The recipes that come with the product. One that cannot be read is a fault of ours and stops nothing. */
export async function recipesIn(world: World): Promise<FollowRequest['recipes']> {
  const entries = await world.ownFiles.entries(world.recipes);
  const files = entries.filter(({ name }) => name.endsWith('.json')).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(files.map(async ({ path, name }) => readRecipe(await world.ownFiles.read(path), name)));
}

const KINDS = ['feed', 'sitemap', 'list page', 'wordpress', 'channel', 'single page'] as const;

function kindOf(written: string | undefined): (FollowRequest['kind'] & {}) | null {
  if (written === undefined) return null;
  const kind = KINDS.find((known) => known === written.trim().toLowerCase());
  if (kind) return kind;
  throw new OnrecordError('bad-use', `There is no kind of place "${written}".`, `The kinds are: ${KINDS.join(', ')}.`);
}
