/** Words of the search page and of what it lights in a text. */
import { count } from './catalogue.js';
import { numeral, saySpan } from './say-when.js';

export const SEARCH_WORDS = {
  search: 'Search',
  label: 'Words, or a phrase in double quotes',
  list: 'Many at once: one a line',
  listLabel: 'Each line is a search by itself, and is counted',
  button: 'Search',
  howTo: 'How to ask',
  how: [
    ['inspectors terminal', 'both words, anywhere in a text'],
    ['"frank exchange"', 'these words in a row'],
    ['reform*', 'any ending: reform, reforms, reformed'],
    ['truce OR ceasefire', 'either'],
    ['inspectors NEAR/5 terminal', 'at most five words between them, in either order, in one turn'],
    ['talks -ferry', 'texts that have talks, and no ferry'],
  ],
  kept: 'Kept searches',
  keptCounts: (texts: number, newer: number, since: string): string =>
    `${count(texts, 'text', 'texts')} · ${newer === 0 ? 'none new' : `${numeral(newer)} new`} since ${since}`,
  andMore: (n: number): string => ` and ${count(n, 'more line', 'more lines')}`,
  keep: 'Keep this search',
  nameLabel: 'Its name',
  keepButton: 'Keep',
  keepHelp: 'It is kept in the archive, and shows what came in since you looked.',
  looked: (newer: number, since: string): string =>
    newer === 0
      ? `Nothing is new since ${since}.`
      : `${count(newer, 'text', 'texts')} new since ${since}, first below.`,
  lookedButton: 'I have seen these',
  forget: 'Forget this search',
  isNew: 'new',
  none: 'These words are held nowhere.',
  noneHelp: (coverage: string): string => `Searched: ${coverage}. That does not mean that they were not said.`,
  shown: (n: number, texts: number, places: number): string =>
    n < texts
      ? `${count(places, 'place', 'places')} in ${count(texts, 'text', 'texts')}; the ${numeral(n)} best texts are shown.`
      : `${count(places, 'place', 'places')} in ${count(texts, 'text', 'texts')}.`,
  places: (n: number): string => count(n, 'place', 'places'),
  columns: ['Words', 'Texts', 'Places', 'From – to'],
  span: (first: string | null, last: string | null): string => (first === null ? '–' : (saySpan(first, last) ?? '–')),
  holds: (lines: readonly number[]): string =>
    `${lines.length === 1 ? 'line' : 'lines'} ${lines.map((line) => line + 1).join(', ')}`,
  lineNumber: 'Line',
  more: 'Show more',
  lit: (nth: number | null, all: number): string =>
    nth === null ? `${count(all, 'place', 'places')} lit in this text` : `place ${numeral(nth)} of ${numeral(all)}`,
  notHere: 'These words stand nowhere in this wording.',
  previous: 'previous',
  next: 'next',
  back: 'all texts',
} as const;
