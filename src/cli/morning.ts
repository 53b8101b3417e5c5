/** `onrecord morning`: what came, what changed, and what does not answer, since somebody looked. */
import { openMorning } from '#jobs/index.js';
import { drawMorning } from '#report/index.js';
import { type Options, printJson, withArchive } from './options.js';
import type { World } from './world.js';

export interface MorningOptions {
  readonly look?: string;
  readonly looked?: boolean;
  readonly all?: boolean;
}

/** Texts and lines that are shown. */
const SHOWN = { texts: 40, changes: 20 } as const;

/** Shows the morning desk. Exit code 1 where there is something to look at. */
export async function morning(given: MorningOptions, options: Options, world: World): Promise<number> {
  const look = given.look?.trim() || options.by;
  return withArchive(world, options, false, async (archive) => {
    const { extract, now, signal } = world;
    const report = await openMorning({ look: given.all ? null : look, ...SHOWN }, { archive, extract, now, signal });
    if (options.json) await printJson(world, ({ encodeMorning }) => encodeMorning(report));
    else world.out(drawMorning(report, options));
    if (given.looked) await archive.following.keepMark(look, { ...report.changes.mark, at: now() });
    return report.groups.length + report.changes.lines.length + report.troubled.length > 0 ? 1 : 0;
  });
}
