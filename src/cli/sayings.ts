/** `onrecord sayings`: all versions of a quotation in circulation; and how much of a text was quoted, and by whom. */
import { OnrecordError, parseReference } from '#base/index.js';
import { traceQuoted, traceSayings } from '#jobs/index.js';
import {
  drawQuotedPage,
  drawQuotedTerminal,
  drawSayingsPage,
  drawSayingsTerminal,
  viewQuoted,
  viewSayings,
} from '#report/index.js';
import { type Options, printJson, withArchive } from './options.js';
import type { World } from './world.js';

export interface SayingsOptions {
  readonly of?: string;
  readonly language?: string;
  readonly page?: string;
}

/** Exit code: 0 all witnesses read the same, 1 some read otherwise; with --of always 0. */
export async function sayings(
  words: readonly string[],
  given: SayingsOptions,
  options: Options,
  world: World,
): Promise<number> {
  const asked = words.join(' ').trim();
  if ((asked === '') === (given.of === undefined))
    throw new OnrecordError(
      'bad-use',
      given.of === undefined ? 'Which saying?' : 'Words and --of ask for two different things.',
      'Give the words in quotes, or a reference; or a speech: onrecord sayings --of d17.',
    );
  const drawing = { width: options.width, colour: options.colour };
  return withArchive(world, options, false, async (archive) => {
    const effects = { archive, signal: world.signal };
    if (given.of !== undefined) {
      const quoted = await traceQuoted({ document: given.of }, effects);
      const view = viewQuoted(quoted);
      if (given.page !== undefined) await world.writeFile(given.page, drawQuotedPage(view));
      if (options.json) await printJson(world, ({ encodeQuoted }) => encodeQuoted(quoted));
      else world.out(drawQuotedTerminal(view, drawing));
      sayPage(given.page, options, world);
      return 0;
    }
    // A reference names a text; so does whatever else a text is held by, if it is one word.
    const isText = parseReference(asked) !== null || (!/\s/.test(asked) && (await archive.document(asked)) !== null);
    const traced = await traceSayings(
      isText ? { document: asked } : { words: asked, language: given.language ?? null },
      effects,
    );
    const view = viewSayings(traced);
    if (given.page !== undefined) await world.writeFile(given.page, drawSayingsPage(view));
    if (options.json) await printJson(world, ({ encodeSayings }) => encodeSayings(traced));
    else world.out(drawSayingsTerminal(view, drawing));
    sayPage(given.page, options, world);
    return view.toLookAt ? 1 : 0;
  });
}

function sayPage(page: string | undefined, options: Options, world: World): void {
  if (page !== undefined && !options.json && !options.quiet) world.out(`\nThe page is in ${page}.\n`);
}
