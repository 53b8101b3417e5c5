/** `onrecord watch`: runs the queue of looks, once or until Ctrl-C; `onrecord sources`: how all that is followed is. */
import { type LookLine, listSources, lookSoon, showSource, watchOnce, type WatchReport } from '#jobs/index.js';
import { OnrecordError } from '#base/index.js';
import { count, drawLook, drawSource, drawSources, isWell, sayDue, sayInstant, wrap } from '#report/index.js';
import { effectsOf } from './follow.js';
import { type Options, paintFor, printJson, wholeNumber, withArchive } from './options.js';
import { progressLine } from './progress.js';
import type { World } from './world.js';

export interface WatchOptions {
  readonly once?: boolean;
  readonly all?: boolean;
  /** Looks at the places at once, whenever they are due. */
  readonly now?: boolean;
}

/** So often somebody may have begun to follow something else. */
const LOOK_AROUND_MS = 60_000;
/** Another program writes: it is waited for. */
const LOCKED_MS = 5_000;

/**
 * Looks at what is due. With `--once` it ends when nothing is due any more, else when it is stopped. Between two runs the
 * archive is let go of, so that other commands can write.
 */
export async function watch(
  named: string | undefined,
  { once = false, all = false, now: atOnce = false }: WatchOptions,
  options: Options,
  world: World,
): Promise<number> {
  let told = false;
  let soon = atOnce;
  for (;;) {
    const log: LookLine[] = [];
    let report: WatchReport;
    try {
      report = await run(named, { all, now: soon }, log, options, world);
      soon = false;
    } catch (error) {
      if (once || !(error instanceof OnrecordError) || error.code !== 'archive-locked') throw error;
      if (!told) world.err(`${error.message} Waiting for it.\n`);
      told = true;
      await world.wait(LOCKED_MS);
      if (world.signal.aborted) return 130;
      continue;
    }
    told = false;
    if (report.stop && report.stop.code !== 'stopped') throw report.stop;
    if (options.json) await printJson(world, ({ encodeWatch }) => encodeWatch(report, log));
    else if (!options.quiet && (once || report.looks > 0)) world.out(summary(report, world.now(), options));
    if (report.stop) return 130;
    if (once) return report.changed + report.happenings + report.troubled > 0 ? 1 : 0;
    const now = world.now();
    await world.wait(Math.max(1000, Math.min(LOOK_AROUND_MS, (report.next ?? Infinity) - now)));
    if (world.signal.aborted) {
      if (!options.quiet && !options.json) world.out('Stopped. What was due stays in the queue.\n');
      return 130;
    }
  }
}

async function run(
  named: string | undefined,
  { all, now }: { readonly all: boolean; readonly now: boolean },
  log: LookLine[],
  options: Options,
  world: World,
): Promise<WatchReport> {
  return withArchive(world, options, false, async (archive) => {
    const following = await archive.following.sources();
    if (following.every(({ ended }) => ended !== null))
      throw new OnrecordError('bad-use', 'Nothing is followed.', `Begin with ${world.called} follow ADDRESS.`);
    const source = named === undefined ? null : await archive.following.source(named);
    if (named !== undefined && source === null)
      throw new OnrecordError('not-found', `Nothing that is followed is called “${named}”.`, 'See onrecord sources.');
    if (now)
      for (const { reference, ended, paused } of source === null ? following : [source])
        if (source !== null || (ended === null && paused === null))
          await lookSoon(reference, { archive, now: world.now });
    const line = progressLine(world, options);
    let looks = 0;
    let fresh = 0;
    const effects = await effectsOf(archive, world);
    const report = await watchOnce(source === null ? {} : { source: source.reference }, {
      ...effects,
      said: (look) => {
        log.push(look);
        looks++;
        fresh += look.fresh;
        const tells =
          look.fresh + look.changed + look.happenings.length > 0 || !/^present-same|moved/.test(look.outcome);
        if (!options.json && !options.quiet && (all || tells)) {
          line.wipe();
          world.out(drawLook(look, options));
        }
        line.draw(
          () => `Looking: ${count(looks, 'look', 'looks')}, ${count(fresh, 'new text', 'new texts')} · ${look.address}`,
        );
      },
    });
    line.wipe();
    return report;
  });
}

function summary(report: WatchReport, now: number, options: Options): string {
  const parts = [
    count(report.looks, 'look', 'looks'),
    count(report.fresh, 'new text', 'new texts'),
    count(report.changed, 'changed', 'changed'),
    ...(report.troubled > 0 ? [`${report.troubled} could not be looked at`] : []),
  ];
  const next = report.next === null ? '' : ` Next look ${sayDue(report.next, now)}, ${sayInstant(report.next)}.`;
  const lines = wrap(`${parts.join(', ')}.${next}`, options.width);
  return `${lines.map(paintFor(options).dim).join('\n')}\n`;
}

const MOST_LOOKS = 10_000;

/** Lists what is followed, or shows one Source. Exit code 1 where something is to look at. */
export async function sources(
  named: string | undefined,
  { limit }: { readonly limit: string },
  options: Options,
  world: World,
): Promise<number> {
  const looks = wholeNumber(limit, '--limit', 1, MOST_LOOKS);
  return withArchive(world, options, false, async (archive) => {
    const effects = { archive, now: world.now };
    if (named !== undefined) {
      const report = await showSource(named, looks, effects);
      if (options.json) await printJson(world, ({ encodeSource }) => encodeSource(report));
      else world.out(drawSource(report, options));
      return isWell(report.health) ? 0 : 1;
    }
    const report = await listSources(effects);
    if (options.json) await printJson(world, ({ encodeSources }) => encodeSources(report));
    else if (report.sources.length === 0)
      world.out(`Nothing is followed yet. Begin with ${world.called} follow ADDRESS.\n`);
    else world.out(drawSources(report, options));
    return report.sources.every(({ health }) => isWell(health)) ? 0 : 1;
  });
}
