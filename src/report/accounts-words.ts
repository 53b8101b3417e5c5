/** Words of the screens that show accounts of one encounter; what the accounts say is never in here. */
import { count } from './catalogue.js';
import { numeral } from './say-when.js';

/** "An", "a": names of sides begin with any letter, so sentences here never need an article before them. */
export const ACCOUNT_WORDS = {
  notMentioned: 'not mentioned',
  nearest: 'nearest',
  countAsMentioned: 'count as mentioned?',
  only: (side: string): string => `only ${side}`,
  alike: 'both alike',
  different: 'both, different',
  allAlike: 'alike',
  allDifferent: 'different',
  attributedAbsent: 'attributed, not carried',
  attributedCarried: 'attributed, carried',
  length: 'length in words',
  lastTime: 'last time',
  words: (n: number): string => count(n, 'word', 'words'),
  noEarlier: 'no earlier account of this pair is held',
  notAskedEarlier: 'earlier accounts were not looked for',
  earlierHeld: (n: number): string => `${count(n, 'earlier account', 'earlier accounts')} of this pair held`,
  asStatedBy: (sides: string): string => `as stated by ${sides}`,
  notMentionedBy: (sides: string): string => `not mentioned by ${sides}`,
  clock: 'The clock',
  stated: 'What each states of the meeting',
  topics: 'Topics, in the order and space each gives them',
  ladder: 'Order of topics',
  share: (percent: number): string => `${percent}%`,
  rows: 'Row by row',
  keyApart: 'differs',
  keyShared: 'in both',
  keyOnly: 'word for word only here',
  accounts: 'The accounts',
  attributed: 'Words given to the other side',
  attributedHelp:
    'What one account says that the other side said, promised or asked, and whether that side’s own account carries it. Absent is a state of the text: it does not mean that it was not said.',
  noneAttributed: 'Neither account gives words to the other side.',
  says: (by: string, speaker: string): string => `${by}: ${speaker}`,
  ownAccount: (side: string): string => `${side}’s own account`,
  absent: 'absent',
  present: 'present',
  worded: 'worded differently',
  presentIn: (days: string): string => `present in its accounts of ${days}`,
  wordedIn: (days: string): string => `worded differently in its accounts of ${days}`,
  nearestThere: 'nearest there',
  labels: 'How each calls the talks',
  noLabel: 'no word for the tone',
  acts: 'What each says was done',
  actsHelp: 'Verbs of the parties, counted in the account; not a count of what happened.',
  differs: 'differs',
  why: 'paired by',
  pairedBy: (who: string, when: string | null): string =>
    `paired by ${who}${when === null ? ', not kept' : `, ${when}`}`,
  partedBy: (who: string, when: string | null): string =>
    `set apart by ${who}${when === null ? ', not kept' : `, ${when}`}`,
  repair: 'To pair or part sentences yourself:',
  repairCommand: (pair: string): string => `onrecord accounts … --pair ${pair}`,
  unpairCommand: (unit: string): string => `--unpair ${unit}`,
  otherLanguage: 'The accounts are in different languages: matters are compared, words are not.',
  kept: 'Your decisions are kept in the archive, with your name and the time.',
  notKept: 'Your decisions count here only: they are kept where both accounts are held.',
  held: (coverage: string): string => `Held: ${coverage}.`,
  rules: (rules: string): string =>
    `Rules: ${rules}. Sentences are paired by what they speak of; what they say of it is never judged.`,
  guessedSide: (side: string): string => `${side} is called so by a guess; --side names the sides.`,
  also: 'also in',
  differences: (n: number): string => count(n, 'difference', 'differences'),
  editedTo: (unit: string, at: string | null, before: string, after: string): string =>
    `${unit} edited${at === null ? '' : ` at ${at}`}: “${before}” → “${after}”`,
  formOnly: 'in form only',
  title: (sides: string): string => `Accounts: ${sides}`,
  toRows: 'To the rows',
  side: 'side',
  topic: 'topic',
  order: 'order',
  space: 'share of its words',
  insteadOf: (before: string, after: string): string => `“${before}” → “${after}”`,
  empty: 'nothing',
} as const;

/** What is stated of a meeting, and when. */
export const STATED_WORDS = {
  begins: 'began',
  ends: 'ended',
  lasts: 'length',
  'asked for by': 'asked for',
  channel: 'channel',
  place: 'place',
} as const;

/** Moments of the clock. */
export const MOMENT_WORDS = {
  begins: 'talks begin',
  ends: 'talks end',
  appears: 'account',
  translated: 'translation',
  edited: 'edited',
} as const;

export const CLOCK_GROUND_WORDS = {
  'stated in the text': 'as it states',
  published: 'published',
  captured: 'first captured',
} as const;

/** What two sentences differ in. */
export const DISTINCTION_WORDS = {
  act: 'act',
  label: 'tone',
  number: 'number',
  date: 'date',
  name: 'name',
  negation: 'negation',
  condition: 'condition',
  words: 'words',
  /** Words that one side alone has. */
  alone: 'told by one only',
} as const;

/** On what ground words were taken for the same. */
export const GROUND_WORDS = {
  'same word': 'same word',
  'word family': 'one family',
  synonym: 'synonym',
  name: 'name',
  number: 'number',
  date: 'date',
  act: 'act',
  'matter of the meeting': 'of the meeting itself',
} as const;

/** "212 : 141 words". */
export function lengths(words: readonly number[]): string {
  return words.map(numeral).join(' : ');
}
