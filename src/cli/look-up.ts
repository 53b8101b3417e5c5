/** `onrecord list`, `show` and `status`: questions to the archive without a draft. */
import { archiveStatus, listTexts, showText } from '#jobs/index.js';
import { type Options, printJson, wholeNumber, withArchive } from './options.js';
import { drawListing, drawStatus, drawText } from './print-texts.js';
import type { World } from './world.js';

export type Filter = Omit<Parameters<typeof listTexts>[0], 'limit'>;

const FILTERS = ['source', 'speaker', 'body', 'kind', 'language', 'from', 'to'] as const;
const MOST = 10_000_000;
const LOGGED = 5;

export function filterOf(given: Filter): Filter {
  return Object.fromEntries(FILTERS.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])));
}

export async function list(
  given: Filter & { readonly limit: string },
  options: Options,
  world: World,
): Promise<number> {
  const filter = { ...filterOf(given), limit: wholeNumber(given.limit, '--limit', 1, MOST) };
  return withArchive(world, options, false, async (archive) => {
    const listing = await listTexts(filter, { archive });
    if (options.json) await printJson(world, ({ encodeList }) => encodeList(listing));
    else world.out(drawListing(listing, options));
    return 0;
  });
}

export async function show(
  named: string,
  given: { readonly furniture?: boolean; readonly facts?: boolean },
  options: Options,
  world: World,
): Promise<number> {
  return withArchive(world, options, false, async (archive) => {
    const shown = await showText(named, { archive });
    if (options.json) await printJson(world, ({ encodeText }) => encodeText(shown));
    else world.out(drawText(shown, given, options));
    return 0;
  });
}

export async function status(options: Options, world: World): Promise<number> {
  return withArchive(world, options, false, async (archive) => {
    const answer = await archiveStatus({ logged: LOGGED }, { archive });
    if (options.json) await printJson(world, ({ encodeStatus }) => encodeStatus(answer));
    else world.out(drawStatus(answer, options));
    return 0;
  });
}
