/** Words in their context on a terminal, what each line of a list found, and the searches that are kept. */
import { displayWidth, numeral, padded, safe, sayCoverage, saySpan, sayWhen, shortened, wrap } from '#report/index.js';
import type { Found, SavedFound } from '#jobs/index.js';
import { type Options, paintFor } from './options.js';
import { dayOfText, NOTHING_HELD } from './print-texts.js';

/** Words in their context, one place a line, the words found in one column. */
export function drawHits(words: string, found: Found, options: Options): string {
  const paint = paintFor(options);
  const { hits, documents, lines: asked, newer, saved, coverage } = found;
  if (coverage.texts === 0) return NOTHING_HELD;
  const table = asked.length > 1 ? `${drawLines(asked, options)}\n` : '';
  if (hits.length === 0) {
    const what = asked.length > 1 ? 'None of these stands in any' : `“${safe(words)}” stands in none`;
    return `${table}${wrap(`${what} of ${sayCoverage(coverage)}.`, options.width).join('\n')}\n`;
  }
  const heads = hits.map(({ version, document, isNew }) => {
    const head = options.width < 64 ? version : `${version}  ${dayOfText(document)}`;
    return saved === null ? head : `${isNew ? '+' : ' '} ${head}`;
  });
  const head = Math.max(...heads.map((text) => displayWidth(text)));
  const room = options.width - head - 2;
  const left = Math.floor(room * 0.4);
  const lines = hits.map(({ before, hit, after }, i) => {
    const found = safe(hit).trim();
    const [start, end] = [safe(before), safe(after)];
    const before_ = lastColumns(start, left - 1);
    // Without colour the hit stands in brackets: something must carry it.
    const lit = options.colour ? found : `[${found}]`;
    const used = left + displayWidth(lit);
    const behind = firstColumns(`${/^\s/.test(end) ? ' ' : ''}${end.trimStart()}`, Math.max(0, room - used));
    const gap = ' '.repeat(Math.max(0, left - displayWidth(before_)));
    return `${padded(heads[i]!, head)}  ${paint.dim(gap + before_)}${paint.bold(paint.yellow(lit))}${behind}`;
  });
  const total = hits.length === 1 ? '1 place' : `${numeral(hits.length)} places`;
  const texts = documents === 1 ? '1 text' : `${numeral(documents)} texts`;
  const limited = hits.length > 0 && new Set(hits.map(({ document }) => document.reference)).size < documents;
  const places = asked.reduce((sum, line) => sum + line.places, 0);
  const news =
    saved === null
      ? ''
      : ` ${newer === 0 ? 'None is' : `${numeral(newer)} (marked +) ${newer === 1 ? 'is' : 'are'}`} new since ${sayWhen(saved.looked.at)}.`;
  return `${table}${lines.join('\n')}\n\n${wrap(`${total} shown; the words stand in ${numeral(places)} places of ${texts}${limited ? ', --limit shows more' : ''}.${news} Searched ${sayCoverage(coverage)}.`, options.width).join('\n')}\n`;
}

/** As much of the end of a text as fits, cut at a word. */
function lastColumns(text: string, columns: number): string {
  let from = text.length;
  let width = 0;
  const characters = [...text];
  for (let i = characters.length - 1; i >= 0; i--) {
    width += displayWidth(characters[i]!);
    if (width > columns) break;
    from -= characters[i]!.length;
  }
  if (from === 0) return text;
  const cut = text.slice(from);
  const space = cut.search(/\s\S/);
  return space !== -1 && space < cut.length / 2 ? cut.slice(space + 1) : cut;
}

/** As much of the beginning of a text as fits, cut at a word. */
function firstColumns(text: string, columns: number): string {
  let to = 0;
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width > columns) break;
    to += character.length;
  }
  if (to === text.length) return text;
  const cut = text.slice(0, to);
  const space = cut.search(/\s\S*$/);
  return space > cut.length / 2 ? cut.slice(0, space) : cut;
}

/** What each line found by itself: texts, places, from when to when. */
function drawLines(lines: Found['lines'], options: Options): string {
  const head = ['texts', 'places', 'from – to', 'words'];
  const rows = lines.map(({ words, documents, places, first, last }) => [
    numeral(documents),
    numeral(places),
    first === null ? '–' : (saySpan(first, last) ?? '–'),
    safe(words),
  ]);
  const widths = [0, 1, 2].map((c) => Math.max(...[head, ...rows].map((row) => displayWidth(row[c]!))));
  const room = Math.max(12, options.width - widths.reduce((sum, width) => sum + width + 2, 0));
  const paint = paintFor(options);
  const line = ([texts, places, span, words]: readonly string[]): string =>
    `${texts!.padStart(widths[0]!)}  ${places!.padStart(widths[1]!)}  ${padded(span!, widths[2]!)}  ${shortened(words!, room)}`;
  return [paint.dim(line(head)), ...rows.map(line), ''].join('\n');
}

/** The searches that are kept, with what is new in each. */
export function drawSearches(searches: readonly SavedFound[], options: Options): string {
  if (searches.length === 0)
    return `${wrap('No search is kept. `onrecord search WORDS --save NAME` keeps one.', options.width).join('\n')}\n`;
  const paint = paintFor(options);
  return searches
    .map(({ name, words, filter, documents, newer, looked }) => {
      const [first = '', ...more] = words.split('\n');
      const what = [
        `${safe(first)}${more.length > 0 ? ` and ${numeral(more.length)} more` : ''}`,
        ...Object.entries(filter).map(([key, value]) => `${key} ${safe(String(value))}`),
      ].join(' · ');
      const counts = `${numeral(documents)} ${documents === 1 ? 'text' : 'texts'}, ${numeral(newer)} new since ${sayWhen(looked.at)}`;
      return [
        `${paint.bold(safe(name))}  ${newer > 0 ? paint.yellow(counts) : counts}`,
        ...wrap(what, options.width - 2).map((row) => `  ${paint.dim(row)}`),
        '',
      ].join('\n');
    })
    .join('\n');
}
