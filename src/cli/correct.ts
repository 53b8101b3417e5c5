/** `onrecord set`, `drop` and `people import`: what people decide about the archive, logged with who did it. */
import { dropText, importPeople, setFacts } from '#jobs/index.js';
import { count, safe, wrap } from '#report/index.js';
import { type Options, paintFor, printJson, withArchive } from './options.js';
import { drawFacts } from './print-texts.js';
import type { World } from './world.js';

export async function set(named: string, settings: readonly string[], options: Options, world: World): Promise<number> {
  return withArchive(world, options, false, async (archive) => {
    const document = await setFacts({ named, settings, by: options.by }, { archive });
    if (options.json) await printJson(world, ({ encodeCorrected }) => encodeCorrected(document));
    else if (!options.quiet)
      world.out(`${drawFacts(document, options)}\n\nCorrected, and logged as done by ${options.by}.\n`);
    return 0;
  });
}

export async function drop(named: string, options: Options, world: World): Promise<number> {
  return withArchive(world, options, false, async (archive) => {
    const { reference, title } = await dropText({ named, by: options.by }, { archive });
    if (options.json) await printJson(world, ({ encodeDrop }) => encodeDrop({ reference, title }));
    else if (!options.quiet)
      world.out(`Dropped ${reference}, “${safe(title)}”: it stands in no answer any more. Its bytes are kept.\n`);
    return 0;
  });
}

/** Exit code 1 if some rows were left out. */
export async function importPeopleFile(path: string, options: Options, world: World): Promise<number> {
  return withArchive(world, options, true, async (archive) => {
    const report = await importPeople({ path, by: options.by }, { archive, files: world.files });
    const { people, added, changed, unchanged, problems } = report;
    if (options.json) await printJson(world, ({ encodePeople }) => encodePeople(report));
    else if (!options.quiet) {
      const offices = people.reduce((sum, { mandates }) => sum + mandates.length, 0);
      const paint = paintFor(options);
      world.out(
        `${count(people.length, 'person', 'people')} with ${count(offices, 'office', 'offices')}: ` +
          `${added} added, ${changed} changed, ${unchanged} as before.\n`,
      );
      if (problems.length > 0) {
        world.out(`\n${paint.bold(paint.yellow('Left out'))} ${problems.length}\n`);
        for (const { where, message } of problems)
          world.out(
            `${wrap(safe(`${where ?? ''}: ${message}`), options.width - 2)
              .map((line) => `  ${line}`)
              .join('\n')}\n`,
          );
      }
    }
    return problems.length > 0 ? 1 : 0;
  });
}
