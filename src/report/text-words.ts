/** Words of the page of one text. */
import { count } from './catalogue.js';

export const TEXT_WORDS = {
  words: 'These words',
  link: 'link that lights them',
  live: 'find them on the live page',
  states: {
    newest: '',
    same: 'The newest wording has them just so.',
    moved: 'The newest wording has the same words elsewhere.',
    changed: 'In the newest wording they read:',
    gone: 'The newest wording no longer has them.',
  },
  there: 'see them there',
  whatChanged: 'what was changed',
  copies: 'Who holds a copy',
  copiesHelp: 'Nearly the same text, of the same day or correcting it. Counts take them for one.',
  compare: 'compare',
  taken: 'Taken up later',
  takenBy: (texts: number): string => `${count(texts, 'text has', 'texts have')} words of this one`,
  takenHelp: (least: number): string =>
    `Runs of ${least} words and more that stand in no earlier text held. Who has them may have them from elsewhere.`,
  takenNone: (least: number): string => `No later text held has ${least} words in a row that are first held here.`,
  longest: (words: number): string => `${count(words, 'word', 'words')} in a row`,
  copy: 'near-copy',
  moreTexts: (n: number): string => count(n, 'more text', 'more texts'),
  searched: (coverage: string): string => `Searched ${coverage}.`,
  showHeat: 'Show in the text how often',
  hideHeat: 'Hide how often',
  heatHelp: 'Underlined: taken up later. The heavier the line, the more texts; the small number says how many.',
  everybody: 'Phrases that stand in thousands of places are left out.',
} as const;
