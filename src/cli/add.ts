/** `onrecord add`: takes texts into the archive and prints the import list. */
import { importFiles, type ImportReport } from '#jobs/index.js';
import { sayCoverage, numeral } from '#report/index.js';
import { type Options, printJson, withArchive } from './options.js';
import { drawImport } from './print-import.js';
import { progressLine, sayImport } from './progress.js';
import type { World } from './world.js';

/** Exit code: 0 all was read, 1 some texts need a look or were refused, 2 nothing could be read. */
export async function add(
  paths: readonly string[],
  { all = false }: { readonly all?: boolean },
  options: Options,
  world: World,
): Promise<number> {
  return withArchive(world, options, true, async (archive) => {
    const line = progressLine(world, options);
    const report = await importFiles(
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
    line.wipe();
    const coverage = await archive.coverage();
    const { rows, stop } = report;
    const ended = stop?.exitCode ?? exitCode(report);
    if (options.json) {
      await printJson(world, ({ encodeImport }) => encodeImport(report));
      return ended;
    }
    if (!options.quiet) world.out(drawImport(report, all, options));
    if (rows.length === 0 && stop === null) world.out('There is no file in it that could be read.\n');
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

function exitCode({ rows }: ImportReport): number {
  if (rows.every(({ outcome }) => outcome === 'refused')) return 2;
  return rows.every(({ outcome }) => outcome === 'read') ? 0 : 1;
}
