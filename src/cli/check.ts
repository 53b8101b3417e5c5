/** `onrecord check`: traces every quotation of a draft to its source. */
import { OnrecordError, parseWhen } from '#base/index.js';
import { checkDraft, type DecisionMade, type JudgeElsewhere, readWhole, signCheck } from '#jobs/index.js';
import { drawPage, drawTerminal, numeral, viewCheck } from '#report/index.js';
import { type Filter, filterOf } from './look-up.js';
import { type Options, paintFor, printJson, wholeNumber } from './options.js';
import { progressLine, sayImport } from './progress.js';
import type { Archive, World } from './world.js';

export interface CheckOptions extends Omit<Filter, 'language'> {
  readonly against?: readonly string[];
  readonly page?: string;
  readonly date?: string;
  /** Of the draft. */
  readonly language?: string;
  /** Of the texts held. */
  readonly heldLanguage?: string;
  /** Who signs the draft off; absent: nothing is kept. */
  readonly sign?: string;
  readonly note?: string;
  readonly earlier?: string;
  readonly accept?: readonly string[];
  readonly ask?: readonly string[];
}

/** Exit code: 0 nothing to look at, 1 something. */
export async function check(draft: string, given: CheckOptions, options: Options, world: World): Promise<number> {
  const decisions = decisionsOf(given);
  // The draft is read before the archive is opened: what is wrong with it is said first.
  const { bytes, name } = await readWhole(draft, world.files);
  const archive = given.against
    ? await openAgainst(given.against, options, world)
    : await world.openArchive(options.folder, false);
  try {
    const shared = given.against ? {} : { elsewhere: world.judgeElsewhere(archive.place) };
    const found = await traceDraft(archive, { bytes, name }, given, options, world, shared);
    const code = await printCheck(found, given, options, world);
    if (given.sign === undefined) return code;
    const { note = '', earlier = null } = given;
    const { reference, open } = await signCheck(
      found,
      { by: given.sign, note, earlier, decisions },
      { archive, clock: world.clock },
    );
    if (!options.json && !options.quiet)
      world.out(
        `\nSigned off as ${reference}, ${open.length === 0 ? 'nothing open' : `open: ${open.join(', ')}`}. See ${world.called} sheets ${reference}.\n`,
      );
    return open.length > 0 ? 1 : 0;
  } finally {
    await archive.close();
  }
}

/** What the options decide; they mean nothing where nothing is signed. */
function decisionsOf({ sign, against, note, earlier, accept = [], ask = [] }: CheckOptions): DecisionMade[] {
  if (sign === undefined && (accept.length > 0 || ask.length > 0 || note !== undefined || earlier !== undefined))
    throw new OnrecordError('bad-use', '--accept, --ask, --note and --earlier go with --sign.', 'Add --sign NAME.');
  if (sign !== undefined && against !== undefined)
    throw new OnrecordError(
      'bad-use',
      'A sheet is kept in an archive, and --against uses none.',
      'Add the texts first: onrecord add PATH.',
    );
  const numbered = (list: readonly string[], option: string, decided: DecisionMade['decided']): DecisionMade[] =>
    list.map((n) => ({ n: wholeNumber(n, option, 1, MOST_QUOTATIONS), decided }));
  return [...numbered(accept, '--accept', 'accepted'), ...numbered(ask, '--ask', 'to ask')];
}

const MOST_QUOTATIONS = 100_000;

type Traced = Awaited<ReturnType<typeof checkDraft>>;

/** Checks a draft against an open archive. */
export async function traceDraft(
  archive: Archive,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  given: CheckOptions,
  options: Options,
  world: World,
  shared: { readonly elsewhere?: JudgeElsewhere } = {},
): Promise<Traced> {
  if (given.date !== undefined && parseWhen(given.date) === null)
    throw new OnrecordError('bad-use', `"${given.date}" is no date.`, 'Write it like --date 2025-07-10.');
  const { language: _, heldLanguage, ...rest } = given;
  const line = progressLine(world, options);
  const found = await checkDraft(
    {
      bytes,
      name,
      mediaType: null,
      language: given.language ?? null,
      day: given.date ?? null,
      filter: filterOf({ ...rest, ...(heldLanguage !== undefined && { language: heldLanguage }) }),
    },
    {
      archive,
      ...shared,
      extract: world.extract,
      day: world.clock().at.slice(0, 10),
      signal: world.signal,
      progress: ({ done }) => line.draw(() => `Checking: ${numeral(done)} quotations`),
    },
  );
  line.wipe();
  return found;
}

/** Prints the sheet and writes the page. Exit code: 0 nothing to look at, 1 something. */
export async function printCheck(traced: Traced, given: CheckOptions, options: Options, world: World): Promise<number> {
  const view = viewCheck(traced);
  if (given.page !== undefined) await world.writeFile(given.page, drawPage(view));
  if (options.json) await printJson(world, ({ encodeCheck }) => encodeCheck(traced));
  else world.out(drawTerminal(view, { width: options.width, colour: options.colour }));
  if (given.page !== undefined && !options.json && !options.quiet) world.out(`\nThe page is in ${given.page}.\n`);
  return view.toLookAt > 0 ? 1 : 0;
}

/** An archive of these files alone, that nothing of stays. Says which of them could not be used. */
async function openAgainst(paths: readonly string[], options: Options, world: World): Promise<Archive> {
  // What cuts texts is heavy, and a check against an archive cuts none here.
  const { importFiles } = await import('#jobs/index.js');
  const archive = await world.openTransient();
  const line = progressLine(world, options);
  const { rows, stop } = await importFiles(
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
  if (stop !== null) throw stop;
  const paint = paintFor(options);
  for (const { path, outcome, reasons } of rows)
    if (outcome === 'refused') world.err(`${paint.yellow('Not used:')} ${path}. ${reasons.join(' ')}\n`);
  if (!rows.some(({ outcome }) => outcome !== 'refused')) {
    await archive.close();
    throw new OnrecordError(
      'input-unreadable',
      'None of the files after --against could be read.',
      'Name files or folders with texts in them.',
    );
  }
  return archive;
}
