/** `onrecord repeats`: the runs of words that stand in most texts. */
import { dayOf } from '#base/index.js';
import { findRepeats, type FoundRepeats } from '#jobs/index.js';
import { numeral, padded, safe, sayCoverage, saySpan, wrap } from '#report/index.js';
import { type Filter, filterOf } from './look-up.js';
import { type Options, paintFor, printJson, wholeNumber, withArchive } from './options.js';
import type { World } from './world.js';

export interface RepeatsOptions extends Filter {
  readonly words: string;
  readonly texts: string;
  readonly limit: string;
}

/** The index orders words by so many that follow. */
const LONGEST = 32;

/** Exit code 0: what is held, however much. */
export async function repeats(given: RepeatsOptions, options: Options, world: World): Promise<number> {
  const input = {
    words: wholeNumber(given.words, '--words', 2, LONGEST),
    texts: wholeNumber(given.texts, '--texts', 2, 1_000_000),
    limit: wholeNumber(given.limit, '--limit', 1, 10_000),
    filter: filterOf(given),
  };
  return withArchive(world, options, false, async (archive) => {
    const found = await findRepeats(input, { archive, signal: world.signal });
    if (options.json) await printJson(world, ({ encodeRepeats }) => encodeRepeats(found));
    else world.out(drawRepeats(found, options));
    return 0;
  });
}

function dayOfText({ said, published }: FoundRepeats['repeats'][number]['first']): string | null {
  const when = said ?? published;
  return when && dayOf(when);
}

function drawRepeats({ repeats: found, input, coverage }: FoundRepeats, options: Options): string {
  const paint = paintFor(options);
  const searched = `Searched ${sayCoverage(coverage)}.`;
  if (found.length === 0) {
    const none = `No ${input.words} words in a row stand in ${numeral(input.texts)} texts. ${searched} --words and --texts ask for fewer.`;
    return `${wrap(none, options.width).join('\n')}\n`;
  }
  const counts = found.map(({ texts, places }) => `${numeral(texts)} texts, ${numeral(places)}×`);
  const column = Math.max(...counts.map(({ length }) => length));
  const lines = found.flatMap(({ text, first, last }, i) => {
    const days = saySpan(dayOfText(first), dayOfText(last));
    const from = `${days === null ? 'undated' : days}, first in ${first.document}`;
    const said = wrap(`“${safe(text.replace(/\s+/g, ' '))}”`, options.width - 2).map((line) => `  ${line}`);
    return [`${paint.bold(padded(counts[i]!, column))}  ${paint.dim(from)}`, ...said, ''];
  });
  const about = `Runs of ${input.words} words and more in ${numeral(input.texts)} texts and more; near-copies are counted once, and a part of a longer run is left out where the longer one stands in nearly as many. ${searched}`;
  return `${lines.join('\n')}\n${wrap(about, options.width).join('\n')}\n`;
}
