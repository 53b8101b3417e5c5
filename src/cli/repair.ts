/** `onrecord repair`: mends the index from the texts held. */
import { type Repaired, type RepairProgress, repairIndex } from '#jobs/index.js';
import { numeral, safe } from '#report/index.js';
import { type Options, printJson, withArchive } from './options.js';
import { progressLine } from './progress.js';
import type { World } from './world.js';

/** Exit code: 0 nothing was wrong, 1 something was and is mended. */
export async function repair(options: Options, world: World): Promise<number> {
  return withArchive(world, options, false, async (archive) => {
    const line = progressLine(world, options);
    const repaired = await repairIndex(
      { progress: (progress) => line.draw(() => say(progress)) },
      { archive, signal: world.signal },
    );
    line.wipe();
    if (options.json) await printJson(world, ({ encodeRepair }) => encodeRepair(repaired));
    else world.out(draw(repaired));
    return repaired.faults.length > 0 || repaired.texts > 0 ? 1 : 0;
  });
}

function say(progress: RepairProgress): string {
  if (progress.doing === 'reading') return `Reading ${progress.file}`;
  return `${numeral(progress.done)} of ${numeral(progress.total)} texts indexed anew`;
}

function draw({ files, faults, texts }: Repaired): string {
  const lines = faults.map(({ file, problem }) => `index/${safe(file)} ${problem}.`);
  const read =
    files === 1 ? 'The one file of the index was read' : `All ${numeral(files)} files of the index were read`;
  if (faults.length === 0 && texts === 0) return `${read}: nothing is damaged.\n`;
  const indexed =
    texts === 0
      ? 'Nothing had to be indexed anew.'
      : `${numeral(texts)} ${texts === 1 ? 'text was' : 'texts were'} indexed anew from the texts held; nothing is missing.`;
  return `${[...lines, indexed].join('\n')}\n`;
}
