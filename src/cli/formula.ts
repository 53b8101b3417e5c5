/** `onrecord formula`: every use of a phrase and of its variations. */
import { basename } from 'node:path';
import { OnrecordError } from '#base/index.js';
import { formulaTable, traceFormula } from '#jobs/index.js';
import { drawFormulaPage, drawFormulaTerminal, viewFormula } from '#report/index.js';
import { type Filter, filterOf } from './look-up.js';
import { type Options, printJson, wholeNumber, withArchive } from './options.js';
import type { World } from './world.js';

export interface FormulaOptions extends Filter {
  readonly sort: string;
  readonly limit: string;
  readonly exact?: boolean;
  readonly page?: string;
  readonly csv?: string;
}

const SORTS = ['date', 'left', 'right', 'speaker'] as const;
/** Rows of the concordance on a page. */
const ON_PAGE = 2000;

/** Exit code 0: what is held, however much. */
export async function formula(phrase: string, given: FormulaOptions, options: Options, world: World): Promise<number> {
  const limit = wholeNumber(given.limit, '--limit', 0, 100_000);
  const sort = SORTS.find((known) => known === given.sort);
  if (sort === undefined)
    throw new OnrecordError('bad-use', `Nothing is sorted by "${given.sort}".`, `Choose one of ${SORTS.join(', ')}.`);
  return withArchive(world, options, false, async (archive) => {
    const traced = await traceFormula(
      { phrase, filter: filterOf(given), sort, exact: given.exact ?? false, language: given.language ?? null },
      { archive, signal: world.signal },
    );
    if (given.csv !== undefined) {
      const { csv, dictionary } = formulaTable(traced, basename(given.csv));
      await world.writeFile(given.csv, csv);
      await world.writeFile(`${given.csv}-metadata.json`, dictionary);
    }
    if (given.page !== undefined) await world.writeFile(given.page, drawFormulaPage(viewFormula(traced, ON_PAGE)));
    if (options.json) await printJson(world, ({ encodeFormula }) => encodeFormula(traced));
    else world.out(drawFormulaTerminal(viewFormula(traced, limit), { width: options.width, colour: options.colour }));
    if (!options.json && !options.quiet) {
      if (given.page !== undefined) world.out(`\nThe page is in ${given.page}.\n`);
      if (given.csv !== undefined)
        world.out(`\nThe table is in ${given.csv}, its data dictionary in ${given.csv}-metadata.json.\n`);
    }
    return 0;
  });
}
