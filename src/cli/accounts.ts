/** `onrecord accounts`: what two or more sides published of one meeting, side by side. */
import { OnrecordError } from '#base/index.js';
import { type Side, compareAccounts, readWhole } from '#jobs/index.js';
import { drawAccountsPage, drawAccountsTerminal, viewAccounts } from '#report/index.js';
import { type Options, printJson } from './options.js';
import type { Archive, World } from './world.js';

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
  const archive = await archiveFor(texts, options, world);
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

/** The archive, if a text is held in it or the user named one: it knows earlier accounts and who holds which office. */
async function archiveFor(
  texts: readonly (Side & { readonly named: string })[],
  options: Options,
  world: World,
): Promise<Archive | null> {
  const held = texts.filter((side) => 'held' in side);
  if (held.length === 0 && !options.chosen) return null;
  try {
    return await world.openArchive(options.folder, false);
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== 'archive-missing' || options.chosen) throw error;
    throw new OnrecordError(
      'not-found',
      `There is no file ${held[0]!.named}, and no archive in ./${options.named} that could hold a text of that name.`,
      'Name a file, or an archive with --archive.',
    );
  }
}
