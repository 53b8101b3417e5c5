/** `onrecord changes`: what changed in texts that are held, since somebody looked. */
import { listChanges } from '#jobs/index.js';
import { OnrecordError, parseWhen } from '#base/index.js';
import { drawChanges } from '#report/index.js';
import { type Options, paintFor, printJson, wholeNumber, withArchive } from './options.js';
import type { World } from './world.js';

export interface ChangesOptions {
  readonly look?: string;
  readonly looked?: boolean;
  readonly all?: boolean;
  readonly since?: string;
  readonly source?: string;
  readonly limit: string;
}

const MOST = 1_000_000;

/** Shows changes, those that touch most first. Exit code 1 if there are any. */
export async function changes(
  words: readonly string[],
  given: ChangesOptions,
  options: Options,
  world: World,
): Promise<number> {
  const limit = wholeNumber(given.limit, '--limit', 1, MOST);
  const since = given.since === undefined ? null : dayOf(given.since);
  const look = given.look?.trim() || options.by;
  return withArchive(world, options, false, async (archive) => {
    const source = given.source === undefined ? null : await archive.following.source(given.source);
    if (given.source !== undefined && source === null)
      throw new OnrecordError(
        'not-found',
        `Nothing that is followed is called “${given.source}”.`,
        'See onrecord sources.',
      );
    const search = words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ');
    const report = await listChanges(
      {
        look: given.all ? null : look,
        since,
        search: search === '' ? null : search,
        source: source?.reference ?? null,
        limit,
      },
      { archive, signal: world.signal },
    );
    if (options.json) await printJson(world, ({ encodeChanges }) => encodeChanges(report));
    else world.out(drawChanges(report, options));
    if (given.looked) await archive.following.keepMark(look, { ...report.mark, at: world.now() });
    else if (!options.json && !options.quiet && report.lines.length > 0)
      world.out(`\n${paintFor(options).dim(`${world.called} changes --looked remembers that you have seen them.`)}\n`);
    return report.lines.length > 0 ? 1 : 0;
  });
}

function dayOf(written: string): number {
  const when = parseWhen(written);
  const at =
    when && when.at.length >= 10
      ? Date.parse(when.at.length === 10 ? `${when.at}T00:00:00Z` : `${when.at}${when.zone ?? 'Z'}`)
      : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new OnrecordError('bad-use', `"${written}" is no day.`, 'Write it like --since 2025-07-10.');
}
