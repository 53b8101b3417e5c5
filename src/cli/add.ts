/** `onrecord add`: takes texts into the archive and prints the import list. */
import { addAddresses, importFiles, type ImportReport, isAddress, readAllowed } from '#jobs/index.js';
import { sayCoverage, numeral } from '#report/index.js';
import { type Options, printJson, withArchive } from './options.js';
import { drawImport } from './print-import.js';
import { progressLine, sayImport } from './progress.js';
import type { World } from './world.js';

export interface AddOptions {
  readonly all?: boolean;
  readonly allowAddress?: readonly string[];
  readonly ignoreRobots?: boolean;
}

/** Exit code: 0 all was read, 1 some texts need a look or were refused, 2 nothing could be read. */
export async function add(
  named: readonly string[],
  { all = false, allowAddress = [], ignoreRobots = false }: AddOptions,
  options: Options,
  world: World,
): Promise<number> {
  const addresses = named.filter(isAddress);
  const paths = named.filter((path) => !isAddress(path));
  const allow = readAllowed(allowAddress);
  return withArchive(world, options, true, async (archive) => {
    const line = progressLine(world, options);
    const files: ImportReport = await importFiles(
      { paths },
      {
        archive,
        files: world.files,
        clock: world.clock,
        extract: world.extract,
        signal: world.signal,
        progress: (progress) => line.draw((seconds) => sayImport(progress, seconds)),
      },
    );
    let pages: Awaited<ReturnType<typeof addAddresses>> = { rows: [], words: 0, stop: null };
    if (addresses.length > 0 && files.stop === null)
      pages = await addAddresses(
        { addresses, allow, ignoreRobots },
        {
          archive,
          extract: world.extract,
          signal: world.signal,
          fetch: await world.fetcher((await archive.settings()).fetching),
          asking: (address) => line.draw(() => `Asking for ${address} …`),
        },
      );
    const report: ImportReport = {
      rows: [...files.rows, ...pages.rows],
      files: files.files + addresses.length,
      words: files.words + pages.words,
      unread: files.unread,
      stop: files.stop ?? pages.stop,
    };
    line.wipe();
    const coverage = await archive.coverage();
    const { rows, stop } = report;
    const ended = stop?.exitCode ?? exitCode(report);
    if (options.json) {
      await printJson(world, ({ encodeImport }) => encodeImport(report));
      return ended;
    }
    if (!options.quiet) world.out(drawImport(report, all, options));
    if (rows.length === 0 && report.unread === 0 && stop === null)
      world.out('There is no file in it that could be read.\n');
    if (report.unread > 0 && !options.quiet)
      world.out(`\n${numeral(report.unread)} records that are no pages are kept as they came, without being read.\n`);
    if (stop !== null) {
      const rest = stop.code === 'stopped' ? ` ${numeral(rows.length)} texts are done. ` : ' ';
      world.err(`\n${stop.message}${rest}${stop.remedy}\n`);
    }
    if (!options.quiet) {
      const correctable = rows.find(({ guesses }) => guesses.length > 0);
      world.out(`\nHeld now: ${sayCoverage(coverage)}.\n`);
      if (correctable?.document)
        world.out(
          `Guesses are corrected like this: onrecord set ${correctable.document} date=2025-07-10 speaker="…"\n`,
        );
    }
    return ended;
  });
}

function exitCode({ rows, unread }: ImportReport): number {
  if (unread === 0 && rows.every(({ outcome }) => outcome === 'refused')) return 2;
  return rows.every(({ outcome }) => outcome === 'read') ? 0 : 1;
}
