/** `onrecord accounts`: what two or more sides published of one meeting, side by side. */
import { type Side, compareAccounts, readWhole } from '#jobs/index.js';
import { drawAccountsPage, drawAccountsTerminal, viewAccounts } from '#report/index.js';
import { archiveBeside } from './beside-files.js';
import { type Options, printJson } from './options.js';
import type { World } from './world.js';

export interface AccountsOptions {
  readonly page?: string;
  readonly side?: readonly string[];
  readonly pair?: readonly string[];
  readonly unpair?: readonly string[];
}

/** Exit code: 0 both alike throughout, 1 something is told by one side only, differs, or is attributed. */
export async function accounts(
  named: readonly string[],
  given: AccountsOptions,
  options: Options,
  world: World,
): Promise<number> {
  const texts: (Side & { readonly named: string })[] = [];
  for (const one of named) texts.push({ ...(await meant(one, world)), named: one });
  const held = texts.find((side) => 'held' in side);
  const archive = await archiveBeside(held?.named, options, world);
  try {
    const compared = await compareAccounts(
      {
        texts,
        by: options.by,
        ...(given.side === undefined ? {} : { names: given.side }),
        ...(given.pair === undefined ? {} : { pair: given.pair }),
        ...(given.unpair === undefined ? {} : { unpair: given.unpair }),
      },
      { extract: world.extract, ...(archive === null ? {} : { archive }) },
    );
    const view = viewAccounts(compared);
    if (given.page !== undefined) await world.writeFile(given.page, drawAccountsPage(view));
    if (options.json) await printJson(world, ({ encodeAccounts }) => encodeAccounts(compared));
    else world.out(drawAccountsTerminal(view, { width: options.width, colour: options.colour }));
    if (given.page !== undefined && !options.json && !options.quiet) world.out(`\nThe page is in ${given.page}.\n`);
    return compared.encounter.rows.every(({ kind }) => kind === 'both alike') ? 0 : 1;
  } finally {
    await archive?.close();
  }
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
