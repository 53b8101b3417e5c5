/** `onrecord age`: how every sentence of a text stands to all that is held before it. */
import { type Side, ageText, readWhole } from '#jobs/index.js';
import { drawAgePage, drawAgeTerminal, numeral, viewAge } from '#report/index.js';
import { type Options, printJson, withArchive } from './options.js';
import { progressLine } from './progress.js';
import type { World } from './world.js';

export interface AgeOptions {
  readonly against?: string;
  readonly date?: string;
  readonly body?: string;
  readonly speaker?: string;
  readonly language?: string;
  readonly page?: string;
}

/** Exit code: 0 every sentence is known as it stands and nothing is absent, 1 something is new, changed or absent. */
export async function age(named: string, given: AgeOptions, options: Options, world: World): Promise<number> {
  const text = await meant(named, world);
  const against = given.against === undefined ? null : await meant(given.against, world);
  return withArchive(world, options, false, async (archive) => {
    const line = progressLine(world, options);
    const aged = await ageText(
      {
        text,
        against,
        day: given.date ?? null,
        body: given.body ?? null,
        speaker: given.speaker ?? null,
        language: given.language ?? null,
      },
      {
        archive,
        extract: world.extract,
        signal: world.signal,
        progress: ({ done, total }) => line.draw(() => `Looking back: ${numeral(done)} of ${numeral(total)} sentences`),
      },
    );
    line.wipe();
    const view = viewAge(aged);
    if (given.page !== undefined) await world.writeFile(given.page, drawAgePage(view));
    if (options.json) await printJson(world, ({ encodeAge }) => encodeAge(aged));
    else world.out(drawAgeTerminal(view, { width: options.width, colour: options.colour }));
    if (given.page !== undefined && !options.json && !options.quiet) world.out(`\nThe page is in ${given.page}.\n`);
    return view.toLookAt ? 1 : 0;
  });
}

/** A file is meant before a text held: it can be seen. */
async function meant(named: string, world: World): Promise<Side> {
  if (named !== '-') {
    const isThere = await world.files.look(named).then(
      () => true,
      () => false,
    );
    if (!isThere) return { held: named };
  }
  return { ...(await readWhole(named, world.files)), mediaType: null };
}
