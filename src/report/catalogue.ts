/**
 * All words that Onrecord puts on screens, in one place, so that they can be read through, held to the vocabulary
 * and one day translated. States of the record, never verdicts: nothing here says what is true, only what is held,
 * by whom, and how it differs. What a draft or a source says is never in here.
 */
import type {
  AttentionFlag,
  AttributionFinding,
  ContextFlag,
  Coverage,
  DifferenceClass,
  QuotationKind,
  Reading,
  RecordsFinding,
  Status,
  TextFilter,
  TurnKind,
} from '#record/index.js';
import { numeral, sayLanguages, saySpan } from './say-when.js';

/** Which colour goes with a mark; colour is never the only carrier. */
export type Tone = 'exact' | 'marked' | 'form' | 'altered' | 'stitched' | 'wrong' | 'second' | 'missing';

interface Sign {
  readonly mark: string;
  readonly tone: Tone;
  readonly words: string;
}

export const STATUS_SIGNS: Readonly<Record<Status, Sign>> = {
  'not held': { mark: '◌', tone: 'missing', words: 'not held' },
  'wrong speaker': { mark: '?', tone: 'wrong', words: 'wrong speaker' },
  'wrong occasion': { mark: '↻', tone: 'wrong', words: 'wrong occasion' },
  'altered in words': { mark: '≠', tone: 'altered', words: 'altered in words' },
  stitched: { mark: '++', tone: 'stitched', words: 'stitched' },
  reordered: { mark: '⇄', tone: 'stitched', words: 'reordered' },
  'records disagree': { mark: '⋔', tone: 'second', words: 'records disagree' },
  'second-hand only': { mark: '❝', tone: 'second', words: 'second-hand only' },
  'follows a translation': { mark: '⇌', tone: 'second', words: 'follows a translation' },
  inflected: { mark: '≈', tone: 'form', words: 'inflected' },
  'altered in form only': { mark: '~', tone: 'form', words: 'altered in form only' },
  'exact with marked edits': { mark: '[ ]', tone: 'marked', words: 'exact with marked edits' },
  exact: { mark: '✓', tone: 'exact', words: 'exact' },
};

/** One sentence for each status, for readers who meet the word for the first time. */
export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  'not held': 'These words stand in none of the texts searched.',
  'wrong speaker': 'The words are held, but somebody else speaks them.',
  'wrong occasion': 'The words are held, but from another occasion or day.',
  'altered in words': 'The words in the source differ.',
  stitched: 'The words stand in more than one place and are joined with no mark.',
  reordered: 'The words are all there, in another order.',
  'records disagree': 'Held records of these very words differ from each other.',
  'second-hand only': 'The words are held only as others report them.',
  'follows a translation': 'The words follow a translation; the original is in another language.',
  inflected: 'The same words, with other endings.',
  'altered in form only': 'The same words; only capitals, marks, dashes or the writing of numbers differ.',
  'exact with marked edits': 'The same words; brackets and ellipses mark every change.',
  exact: 'The same words.',
};

export const KIND_SIGNS: Readonly<Record<QuotationKind, { readonly mark: string; readonly words: string }>> = {
  direct: { mark: '“”', words: 'quotation' },
  fragment: { mark: '…', words: 'fragment' },
  scare: { mark: '‘’', words: 'words held at a distance' },
  title: { mark: '§', words: 'title' },
};

export const ATTENTION_WORDS: Readonly<Record<AttentionFlag, string>> = {
  negation: 'negation',
  number: 'number',
  name: 'name',
  place: 'place',
  date: 'date',
  modality: 'modality',
  condition: 'condition',
  tense: 'tense',
  'quantity word': 'quantity word',
};

/** Singular and plural, for counts by class. */
export const CLASS_WORDS: Readonly<Record<DifferenceClass, readonly [string, string]>> = {
  omission: ['omission', 'omissions'],
  addition: ['addition', 'additions'],
  replacement: ['replacement', 'replacements'],
  move: ['move', 'moves'],
  'speaker change': ['change of speaker', 'changes of speaker'],
  'filler only': ['filler only', 'fillers only'],
  'grammar only': ['grammar only', 'grammar only'],
  'punctuation only': ['in form only', 'in form only'],
  continuation: ['continuation', 'continuations'],
};

const TURN_WORDS: Readonly<Record<TurnKind, string>> = {
  speech: '',
  question: 'asking',
  answer: 'answering a question',
  interruption: 'interrupting',
  procedure: 'on procedure',
  narrative: '',
};

const CONTEXT_SENTENCES: Readonly<Record<ContextFlag, string>> = {
  'in a question': 'In the source these words stand in a question.',
  'speaker quoting another': 'In the source the speaker is quoting somebody else here.',
  negated: 'In the source a negation governs these words; it may stand just outside the marks.',
  conditional: 'In the source these words hang on a condition; it may stand just outside the marks.',
  'later corrected': 'A later record corrects the text that holds these words.',
};

/** The sentence for a context flag; what it means depends on where the held words stand. */
export function sayContext(flag: ContextFlag, reading: Reading | undefined): string {
  return flag === 'in a question' && reading?.turnKind === 'question'
    ? 'In the source this is the question, not the answer.'
    : CONTEXT_SENTENCES[flag];
}

/** What the second answer of a check needs to have said; null where the sheet shows it anyway. */
export function sayAttribution(
  finding: AttributionFinding,
  draft: { readonly speaker: string | null; readonly occasion: string | null },
  source: { readonly speaker: string | null; readonly when: string | null } | null,
): string | null {
  switch (finding) {
    case 'wrong speaker':
      return draft.speaker === null
        ? 'In the source another speaks these words.'
        : `The draft gives these words to ${draft.speaker}; in the source ${source?.speaker ?? 'another'} speaks them.`;
    case 'wrong occasion':
      return `The draft places these words ${draft.occasion === null ? 'elsewhere' : `“${draft.occasion}”`}; they are held from ${source?.when ?? 'another occasion'}.`;
    case 'second-hand only':
      return 'Held only as others report these words; no text of the speaker’s own side holds them.';
    case 'unknown':
      if (source === null) return null;
      if (draft.speaker === null) return 'The draft names nobody as the speaker.';
      return source.speaker === null ? 'The source does not say who speaks.' : null;
    default:
      return null;
  }
}

/** What the third answer of a check needs to have said. */
export function sayRecords(finding: RecordsFinding | null, original: boolean): string | null {
  if (finding === 'disagree') return 'Records disagree at these words.';
  return finding === 'follows a translation'
    ? `The draft follows a translation; the original is ${original ? 'shown below it' : 'not held at this place'}.`
    : null;
}

/** Who speaks, and in what part of a conversation. */
export function saySpeaker(speaker: string | null, turn: TurnKind | null): string {
  const part = turn === null ? '' : TURN_WORDS[turn];
  if (speaker === null) {
    if (turn === 'question') return 'a question';
    if (turn === 'narrative') return 'narrative, nobody speaks';
    return part === '' ? 'speaker not stated' : `speaker not stated, ${part}`;
  }
  return part === '' ? speaker : `${speaker}, ${part}`;
}

/** "1 text", "22,814 texts". */
export function count(n: number, one: string, many: string): string {
  return `${numeral(n)} ${n === 1 ? one : many}`;
}

/** What was searched, in one sentence without a full stop: it stands beside every "not held". */
export function sayCoverage(coverage: Coverage): string {
  const only = coverage.only === undefined ? null : sayOnly(coverage.only);
  if (coverage.texts === 0) return only === null ? WORDS.nothingSearched : WORDS.noneSearched(only);
  const sources = coverage.sources > 0 ? ` from ${count(coverage.sources, 'source', 'sources')}` : '';
  const parts = [`${count(coverage.texts, 'text', 'texts')}${sources}`];
  const span = saySpan(coverage.from, coverage.to);
  if (span !== null) parts.push(span);
  const languages = sayLanguages(coverage.languages.map(({ language }) => language));
  if (languages !== null) parts.push(`in ${languages}`);
  const undated = coverage.undated > 0 ? ` (${numeral(coverage.undated)} undated)` : '';
  return `${parts.join(', ')}${undated}${only === null ? '' : WORDS.onlySearched(only)}`;
}

/** Which texts were asked for: "with Rubio speaking, from 2024 on". */
function sayOnly({ source, speaker, body, kind, language, from, to }: TextFilter): string {
  const parts = [
    ...(speaker === undefined ? [] : [`with ${speaker} speaking`]),
    ...(source === undefined ? [] : [`of the source ${source}`]),
    ...(body === undefined ? [] : [`of the body ${body}`]),
    ...(kind === undefined ? [] : [`of the kind ${kind}`]),
    ...(language === undefined ? [] : [`in ${sayLanguages([language]) ?? language}`]),
    ...(from === undefined ? [] : [`from ${from} on`]),
    ...(to === undefined ? [] : [`up to ${to}`]),
  ];
  return parts.join(', ');
}

/** The same as a short line for the head of a page: "214 texts · 16 speakers · 2025 · en". */
export function coverageLine(coverage: Coverage): string {
  const years = [coverage.from?.slice(0, 4), coverage.to?.slice(0, 4)].filter((year) => year !== undefined);
  return [
    count(coverage.texts, 'text', 'texts'),
    ...(coverage.speakers > 0 ? [count(coverage.speakers, 'speaker', 'speakers')] : []),
    ...(years.length > 0 ? [[...new Set(years)].join('–')] : []),
    ...(coverage.languages.length > 0 ? [coverage.languages.map(({ language }) => language).join(' ')] : []),
  ].join(' · ');
}

/** In how many places words are held, beyond the one shown. */
export function saySeen(places: number, documents: number, first: string | null, nearest: string | null): string {
  const where = `${count(places, 'place', 'places')} of ${count(documents, 'text', 'texts')}`;
  const dates = [
    ...(first === null ? [] : [`first on ${first}`]),
    ...(nearest === null ? [] : [`nearest to the date named on ${nearest}`]),
  ];
  return `Held in ${[where, ...dates].join(', ')}.`;
}

/** Numbers of quotations as one would say them: "3, 7 and 12". */
export function enumerate(items: readonly (number | string)[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Everything else that stands on a sheet, a page or a form. */
export const WORDS = {
  product: 'Onrecord',
  nothingSearched: 'no text: the archive is empty',
  noneSearched: (only: string): string => `no text: none is held ${only}`,
  onlySearched: (only: string): string => `, only those ${only}`,
  searched: (coverage: string): string => `Searched ${coverage}.`,
  notHeld: 'Not held here does not mean not said.',
  toLookAt: (n: number): string => (n === 0 ? 'Nothing to look at' : `${numeral(n)} to look at`),
  noQuotation: 'No quotation found',
  noQuotationHelp:
    'The draft holds no words in quotation marks and no block quotation. If it should, see whether its text came through whole.',
  remarks: (n: number): string => count(n, 'with a remark', 'with a remark'),
  apart: 'Set apart',
  apartHelp: 'Fragments, words held at a distance and titles are shown where they occur and raise no alarm.',
  findings: 'Findings',
  draft: 'Draft',
  draftRow: 'draft',
  sourceRow: (i: number | null): string => (i === null ? 'source' : `source ${i}`),
  bothRow: 'both',
  before: 'before',
  after: 'after',
  otherRecord: (i: number): string => `record ${i}`,
  original: 'original',
  nearest: 'nearest',
  nearestHead: 'Nearest passages',
  noNearest: 'No passage comes near.',
  shares: (percent: number): string => `${percent}% of the words stand there`,
  notThere: (places: number): string =>
    places === 1 ? 'not in the source' : places === 2 ? 'in neither source' : 'in none of the sources',
  moved: 'moved',
  form: 'form only',
  markedEdit: 'marked in the draft',
  samePlain: (lines: number): string => `(${count(lines, 'line', 'lines')} the same)`,
  draftNames: (speaker: string | null, cue: string | null): string =>
    speaker === null ? 'Draft: nobody named' : `Draft: ${speaker}${cue === null ? '' : ` (${cue})`}`,
  likely: 'likely',
  sourceNames: (speaker: string): string => `Source: ${speaker}`,
  undated: 'undated',
  guessed: 'guessed',
  published: 'published',
  also: 'also',
  further: (n: number): string => `and ${count(n, 'more place', 'more places')}`,
  differsFrom: (numbers: string, many: boolean): string =>
    `${many ? 'Quotations' : 'Quotation'} ${numbers} of this draft ${many ? 'have' : 'has'} the same words differently.`,
  paragraph: (n: number): string => `paragraph ${n}`,
  rule: (rule: string): string => `rule: ${rule}`,
  rules: (rules: string): string => `Rules: ${rules}.`,
  inserted: 'inserted:',
  deleted: 'deleted:',
  formOnly: 'form only:',
  markedOnly: 'marked edit:',
  shared: 'shared words:',
  end: 'end of change',
  links: 'Sources that the draft links to',
  linksHelp: 'Save a page as a file, then add it:',
  linksCommand: 'onrecord add FILE',
  problems: 'Worth knowing about this draft',
  coverage: 'Coverage',
  signOff: 'Sign-off',
  signOffColumns: ['No.', 'Status', 'Words', 'Source', 'Decision', 'By', 'Time'],
  signOffLines: ['Checked by', 'Date and time', 'Open items'],
  checkedAt: (at: string): string => `checked ${at}`,
  quotations: (n: number): string => (n === 0 ? 'no quotations' : count(n, 'quotation', 'quotations')),
  toFinding: (n: number, status: string): string => `quotation ${n}, ${status}: to the finding`,
  toDraft: (n: number): string => `quotation ${n}: to its place in the draft`,
  empty: 'nothing',
  compare: 'Two texts compared',
  compareSame: 'The two texts are the same, word for word.',
  compareSameForm: 'The two texts have the same words; they differ in form only.',
  differences: (n: number): string => count(n, 'difference', 'differences'),
  formFolded: (n: number): string => `${numeral(n)} in form only`,
  formFoldedHelp: 'Capitals, marks, dashes and the writing of numbers; not marked in the text.',
  unchanged: (words: string): string => `… ${words} the same …`,
  words: (n: number): string => count(n, 'word', 'words'),
  first: 'first',
  second: 'second',
  moreOf: (n: number): string => `and ${numeral(n)} more`,
  redline: 'The second text, with what the first had struck out',
  differencesHead: 'Differences',
  toDifference: (n: number): string => `difference ${n}`,
  toRedline: (n: number): string => `difference ${n}: to its place in the text`,
  otherEnd: (n: number): string => `other end: ${n}`,
  legend: 'What the marks mean',
  legendDeleted: 'in the draft and not in the source',
  legendInserted: 'in the source and not in the draft',
  legendGap: 'the draft leaves out words here',
  skip: 'To the findings',
} as const;

/** Words of the pages that `onrecord serve` shows before and besides a sheet. */
export const DOOR_WORDS = {
  home: 'Check a draft',
  homeHelp:
    'Paste the draft, or choose its file. Every quotation is traced to the exact words in the texts held, and what differs is shown.',
  keepsNothing: 'Nothing of the draft is kept.',
  keepsSigned: 'Nothing of the draft is kept, unless you sign it off.',
  draftLabel: 'The draft',
  fileLabel: 'or a file: .txt, .md, .html or .docx, up to 10 MB',
  checkButton: 'Check',
  compareTitle: 'Compare two texts',
  compareHelp:
    'Paste two texts, or write the reference or address of one that is held. The differences between the first and the second are marked and sorted by class.',
  firstLabel: 'First text',
  secondLabel: 'Second text',
  thirdLabel: 'Third text',
  fourthLabel: 'Fourth text',
  moreTexts: 'More texts: each gets a column',
  compareAll: 'show fillers, endings, stage notes and form too',
  compareButton: 'Compare',
  pasted: 'pasted draft',
  pastedFirst: 'first text',
  pastedSecond: 'second text',
  pastedThird: 'third text',
  pastedFourth: 'fourth text',
  pastedNth: (n: number): string => `text ${n}`,
  noDraft: 'There was no draft. Paste its text into the field, or choose its file.',
  oneOfTwo: 'Both fields need a text.',
  onlyHeld: 'Pairs are kept for texts that are held; these are not.',
  tooLong: 'This is longer than 10 MB.',
  tooLongHelp: 'A draft is far shorter. Send the text alone, without pictures.',
  noToken: 'This server wants a token.',
  noTokenHelp: 'Send it with each request: Authorization: Bearer …',
  enter: 'Enter',
  enterHelp: 'Others can reach this server, so it asks for its token. Whoever started it has it.',
  tokenLabel: 'Token',
  wrongToken: 'This is not the token.',
  tooManyListen: 'Too many windows listen to what happens.',
  tooManyListenHelp: 'Close some; all else works as before.',
  noPage: 'There is no such page.',
  noPageHelp: 'The links above lead to all there are.',
  notForm: 'What was sent could not be read as a form.',
  wrongMethod: (allowed: readonly string[]): string => `This address takes ${allowed.join(' and ')} only.`,
  lacks: (name: string): string => `The address lacks “${name}”.`,
  lacksHelp: (name: string): string => `Add ?${name}=… to it.`,
  wrongCount: (name: string, value: string): string => `“${value}” is no number for “${name}”.`,
  wrongCountHelp: (most: number): string => `Give a whole number from 1 to ${numeral(most)}.`,
  wrongSort: (value: string): string => `Nothing is sorted by “${value}”.`,
  wrongSortHelp: (sorts: string): string => `Choose one of ${sorts}.`,
  wrongAct: (value: string): string => `Nothing is done with a source that is called “${value}”.`,
  wrongActHelp: (acts: string): string => `It is one of ${acts}.`,
  wrongRecipe: (fault: string): string => `The recipe is not as it should be: ${fault}.`,
  wrongRecipeHelp: 'Mend the field, or empty it; docs/following.md says what each holds.',
  noDay: (value: string): string => `“${value}” is no day.`,
  noDayHelp: 'Write it like 2025-07-10.',
  noFiles: 'No file was sent.',
  noText: 'There was no text. Paste it into the field, or write the reference of one that is held.',
  tooManyBytes: 'These files are longer than 200 MB together.',
  tooManyHelp: 'Send them in parts, or give the folder to `onrecord add`.',
  wrongHost: 'This page answers only on this machine.',
  wrongHostHelp: 'Open it by the address that was printed when it was started, such as http://localhost:4321/.',
  wrongOrigin: 'This was sent by another site, so it was not looked at.',
  wrongOriginHelp: 'Send it from the page itself, or from a program on this machine.',
  broken: 'Something broke that should not have.',
  brokenHelp: 'Nothing was kept or changed. Try again; if it breaks again, report what you did.',
} as const;
