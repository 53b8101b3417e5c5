/** `onrecord sheets`: drafts that were signed off, and whether anything has come to stand otherwise since. */
import { listSheets, reviewSheet } from '#jobs/index.js';
import { drawSheetPage, drawSheetsTerminal, drawSheetTerminal, viewSheet, viewSheets } from '#report/index.js';
import { type Options, printJson, wholeNumber, withArchive } from './options.js';
import type { World } from './world.js';

export interface SheetsOptions {
  readonly page?: string;
  readonly limit: string;
}

const MOST = 100_000;

/** Lists sheets, or shows one. Exit code 1 if any wants a look. */
export async function sheets(
  named: string | undefined,
  given: SheetsOptions,
  options: Options,
  world: World,
): Promise<number> {
  const limit = wholeNumber(given.limit, '--limit', 1, MOST);
  return withArchive(world, options, false, async (archive) => {
    const effects = { archive, signal: world.signal };
    if (named === undefined) {
      const list = await listSheets({ limit }, effects);
      if (options.json) await printJson(world, ({ encodeSheets }) => encodeSheets(list));
      else world.out(drawSheetsTerminal(viewSheets(list.sheets), options));
      return list.sheets.some(({ stirred }) => (stirred ?? 0) > 0) ? 1 : 0;
    }
    const review = await reviewSheet(named, effects);
    const view = viewSheet(review);
    if (given.page !== undefined) await world.writeFile(given.page, drawSheetPage(view));
    if (options.json) await printJson(world, ({ encodeSheet }) => encodeSheet(review));
    else world.out(drawSheetTerminal(view, options));
    if (given.page !== undefined && !options.json && !options.quiet) world.out(`\nThe page is in ${given.page}.\n`);
    return view.numbers.length > 0 ? 1 : 0;
  });
}
