/** Words of the screens that show ages, formulas and sayings; what the texts say is never in here. */
import type { SentenceAge } from '#record/index.js';
import { count, type Tone } from './catalogue.js';
import { numeral, sayDay } from './say-when.js';

/** A mark for each age, so that colour is never the only carrier. */
export const AGE_SIGNS: Readonly<
  Record<SentenceAge, { readonly mark: string; readonly tone: Tone; readonly words: string }>
> = {
  'first held': { mark: '●', tone: 'altered', words: 'first held' },
  'first by this body': { mark: '◐', tone: 'second', words: 'first by this body' },
  'first by this speaker': { mark: '◑', tone: 'second', words: 'first by this speaker' },
  'known, exact': { mark: '=', tone: 'missing', words: 'known, exact' },
  'known, with insert': { mark: '+', tone: 'exact', words: 'known, with insert' },
  'known, with drop': { mark: '−', tone: 'wrong', words: 'known, with drop' },
  'known, with swap': { mark: '≠', tone: 'form', words: 'known, with swap' },
};

/** "1st", "2nd", "41st". */
export function ordinal(n: number): string {
  const tens = n % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${numeral(n)}${ending}`;
}

const texts = (n: number): string => count(n, 'text', 'texts');

/** A stretch of days as one says it: "22 days", "10 years". */
export function sayDays(days: number): string {
  if (days < 92) return count(days, 'day', 'days');
  if (days < 730) return count(Math.round(days / 30.44), 'month', 'months');
  const years = Math.floor(days / 365.25);
  const months = Math.round((days - years * 365.25) / 30.44);
  return months === 0 || years >= 10
    ? count(years, 'year', 'years')
    : `${count(years, 'year', 'years')} and ${count(months, 'month', 'months')}`;
}

export const AGE_WORDS = {
  title: (name: string): string => `The age of ${name}`,
  age: 'The age of every sentence',
  sentences: (n: number): string => count(n, 'sentence', 'sentences'),
  share: (fresh: number, all: number): string =>
    `new: ${numeral(fresh)} of ${count(all, 'word', 'words')}, ${all === 0 ? 0 : Math.round((100 * fresh) / all)}%`,
  comparedBefore: (coverage: string, day: string): string =>
    `Compared with what is held from before ${day}: ${coverage}.`,
  comparedAll: (coverage: string): string =>
    `Compared with all that is held: ${coverage}. The text has no date; --date says from when it is.`,
  firstHelp: 'First held does not mean first said.',
  tied: (n: number): string =>
    `${texts(n)} of the same days ${n === 1 ? 'was' : 'were'} left out: which came first is not known.`,
  copies: (n: number, named: string): string =>
    `Left out as ${n === 1 ? 'a near-copy' : 'near-copies'} of this text: ${named}.`,
  noBody: 'Whose text this is is not known, so nothing is said of “first by this body”; --body names it.',
  nth: (n: number, since: string): string => `${ordinal(n)} time since ${since}`,
  manieth: (n: number): string => `said all the time: at least ${texts(n)} before`,
  once: (day: string): string => `2nd time; first on ${day}`,
  exactForm: 'written otherwise',
  formulaSince: (day: string, times: number): string => `this formula first held ${day}, in ${texts(times)}`,
  heldBy: (day: string, by: string | null): string =>
    by === null ? `first held ${day}` : `first held ${day}, from ${by}`,
  knownRun: (words: string, day: string | null, by: string | null): string => {
    const since = [day, by].filter((part) => part !== null).join(', ');
    return `“${words}”${since === '' ? '' : ` (${since})`}`;
  },
  heldTimes: (times: number): string => `in ${texts(times)}`,
  neverBefore: 'this wording never before',
  in: (coverage: string): string => `${coverage} searched`,
  otherFigure: 'same sentence, other figure',
  usual: (times: number): string => `against the most usual wording, held in ${texts(times)}`,
  nearest: 'nearest',
  runs: (n: number): string => `${count(n, 'run', 'runs')} of words held before, in grey`,
  runsTerminal: 'held before:',
  earlier: 'earlier',
  now: 'now',
  usualRow: 'usual',
  absent: 'Expected and absent',
  absentHelp: (n: number): string =>
    `Formulas that nearly all of the last ${texts(n)} of this series have, and this text has not. Struck out is what is missing.`,
  absentIn: (some: number, all: number): string => `in ${numeral(some)} of the last ${texts(all)}`,
  series: 'Series',
  seriesOf: (n: number): string => `${texts(n)} before this one.`,
  previous: 'The one before',
  noSeries: 'No earlier text of a series with this one is held, so nothing is said of what is absent.',
  fewInSeries: (n: number): string =>
    `Only ${texts(n)} of the series ${n === 1 ? 'is' : 'are'} held; a habit takes three.`,
  redline: (title: string): string => `Against ${title}`,
  redlineSame: 'No difference.',
  by: (texts_: string): string => `texts by ${texts_}`,
  rules: (rules: string): string => `Rules: ${rules}.`,
  legend: 'What the marks mean',
  toSentence: (n: number): string => `sentence ${n}`,
  oldest: 'In grey: what is held already. Dark: what is new.',
} as const;

export const FORMULA_WORDS = {
  title: (phrase: string): string => `“${phrase}”`,
  none: 'Neither these words nor words near them are held.',
  counts: (places: number, inTexts: number): string => `${count(places, 'place', 'places')} in ${texts(inTexts)}`,
  variations: (n: number): string => count(n, 'variation', 'variations'),
  alone: (n: number): string => (n === 0 ? 'always part of a longer formula' : `${numeral(n)} in no longer formula`),
  rule: 'A text counts once, however often it holds the formula; near-copies of one day count once; a place counts for the longest wording that stands there, and inside a longer formula it is not counted again.',
  first: 'first held use',
  last: 'last held use',
  silence: 'longest silence',
  revival: 'came back',
  since: 'since then',
  silenceOf: (days: number, from: string, to: string, held: number): string =>
    `${sayDays(days)}, from ${sayDay(from)} to ${sayDay(to)} (${texts(held)} held from between)`,
  sinceOf: (days: number, held: number): string => `not held for ${sayDays(days)} (${texts(held)} held from since)`,
  readings: 'Wording',
  readingsHelp: 'The words as asked for on top; below, what each variation has in their place.',
  longer: 'Longer formulas that hold it',
  longerHelp: 'Their places are counted here and not again above as “in no longer formula”.',
  timeline: 'In time',
  timelineHelp: (unit: string): string =>
    `Height and number: the share of the texts held that hold it, by ${unit}. Below: how many texts are held.`,
  leads: 'A bar leads to the sentences it was counted from.',
  sortBy: 'Sort by',
  sorts: { date: 'date', left: 'the words before', right: 'the words after', speaker: 'speaker' },
  undated: (n: number): string => `${texts(n)} without a date not shown.`,
  period: 'period',
  share: 'share',
  holding: 'hold it',
  held: 'held',
  ofHeld: (some: number, all: number): string => `${numeral(some)} of ${numeral(all)}`,
  asTable: 'As a table',
  speakers: 'Who says it',
  bodies: 'In whose texts',
  nobody: 'speaker not stated',
  noBody: 'body not stated',
  carrier: (n: number, first: string, last: string): string =>
    first === last ? `${texts(n)}, ${first}` : `${texts(n)}, first ${first}, last ${last}`,
  concordance: 'Concordance',
  concordanceOf: (shown: number, all: number): string =>
    shown === all ? count(all, 'place', 'places') : `${numeral(shown)} of ${count(all, 'place', 'places')}`,
  sorted: { date: 'in order of time', left: 'by the word before', right: 'by the word behind', speaker: 'by speaker' },
  copy: 'near-copy',
  capped: 'The words are common: more variations may be held than were found.',
  searched: (coverage: string): string => `Searched ${coverage}.`,
  more: (n: number): string => `${numeral(n)} more; --limit shows more, --csv all of them.`,
  omitted: '–',
  same: '·',
  asAsked: 'as asked',
} as const;

export const SAYING_WORDS = {
  title: 'What is in circulation',
  of: (title: string): string => `The quotations of ${title}`,
  quotedTitle: (title: string): string => `How “${title}” was quoted`,
  none: 'No text held has these words.',
  noQuotation: 'The text holds no direct quotation of four words or more.',
  lemma: 'Primary source',
  noLemma: 'No primary source is held: no record of these words, only reports of them.',
  witnesses: (n: number): string => count(n, 'witness', 'witnesses'),
  readings: (n: number): string => count(n, 'reading', 'readings'),
  allAlike: 'all read the same',
  partial: 'a part only',
  quotes: (speaker: string | null): string => (speaker === null ? 'quotes nobody by name' : `quotes ${speaker}`),
  says: (speaker: string | null): string => speaker ?? 'speaker not stated',
  copy: 'near-copy',
  standing: { record: 'record', translation: 'translation', machine: 'machine', press: 'press' },
  lem: 'lemma',
  reading: (n: number): string => `reading ${n + 1}`,
  quoters: (n: number): string => `quoted in ${texts(n)}`,
  noQuoter: 'No text held quotes it.',
  times: (n: number): string => count(n, 'text', 'texts'),
  darker: 'The darker a word, the more texts quote it; the small numbers say which, or ×5 how many.',
  darkerTerminal: 'In ‹ ›: quoted; the small number says by how many texts.',
  by: 'By whom',
  asQuoted: 'as quoted:',
  searched: (coverage: string): string => `Searched ${coverage}.`,
  notHeld: 'Not held here does not mean not said.',
  capped: 'The words are common: more witnesses may be held than were found.',
} as const;
