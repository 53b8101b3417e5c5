/** Words of sheets that were signed off, and of the list of them. */
import type { AnchorState, Decided, FindingPart, HouseRule } from '#record/index.js';
import { count, enumerate } from './catalogue.js';

export const DECISION_WORDS: Readonly<Record<Decided, string>> = {
  accepted: 'accepted',
  'to ask': 'reporter to be asked',
  'source wording used': 'source wording used',
  'omission marked': 'omission marked',
};

/** A rule of house style, as it stands behind a decision. */
export const RULE_WORDS: Readonly<Record<HouseRule, string>> = {
  fillersMayBeDropped: 'fillers may be dropped',
  grammarMayBeMended: 'grammar may be mended',
  formMayDiffer: 'form may differ',
  mayBeInflected: 'words may be inflected',
  secondHandMayStand: 'second-hand words may stand',
  translationMayStand: 'a translation may stand',
};

export const ANCHOR_WORDS: Readonly<Record<AnchorState, string>> = {
  same: 'stand as they did',
  'same words, moved': 'stand as they did, at another place',
  'words changed': 'were changed at the source',
  gone: 'are gone',
  'source not reachable': 'cannot be read at their source',
};

const PART_WORDS: Readonly<Record<FindingPart, string>> = {
  status: 'another status',
  wording: 'the wording',
  attribution: 'who said it',
  records: 'what the records say',
  context: 'what stands around it',
  source: 'the words at the source',
};

export const SHEET_WORDS = {
  sheets: 'Sheets',
  sheetsHelp: 'Drafts that were signed off. Each is held against the archive as it is now.',
  none: 'Nothing was signed off yet. A checked draft is signed off on its page.',
  signedBy: (by: string, at: string): string => `Signed off by ${by}, ${at}`,
  asSigned: 'All as it was signed',
  stirred: (n: number): string => `${count(n, 'quotation wants', 'quotations want')} a look`,
  stirredSince: (numbers: readonly number[]): string =>
    numbers.length === 1
      ? `Since it was signed, quotation ${numbers[0]} has come to stand otherwise.`
      : `Since it was signed, quotations ${enumerate(numbers)} have come to stand otherwise.`,
  checkedAgain: (coverage: string): string => `Held against the archive just now: ${coverage}.`,
  superseded: (later: string): string => `Another sheet has taken its place: ${later}.`,
  replaced: 'replaced',
  earlier: 'takes the place of',
  changes: 'What has changed since',
  otherwise: (parts: readonly FindingPart[]): string => enumerate(parts.map((part) => PART_WORDS[part])),
  signedAs: 'then',
  today: 'now',
  sourceThen: 'source then',
  sourceNow: 'source now',
  wordsNow: (state: AnchorState): string => `The words signed for ${ANCHOR_WORDS[state]}.`,
  finding: 'The finding of today',
  open: 'Open items',
  nothingOpen: 'None.',
  isOpen: 'open',
  openItem: (n: number, status: string, decided: readonly Decided[]): string => {
    const state = decided.includes('to ask')
      ? 'the reporter is to be asked'
      : decided.length > 0
        ? 'still to be looked at'
        : 'nobody has decided';
    return `${n}: ${status}, ${state}`;
  },
  columns: ['No.', 'As it was signed', 'Words', 'Source', 'Decided', 'Now'],
  unchanged: 'the same',
  byRule: (rules: readonly HouseRule[]): string => `house rule: ${rules.map((rule) => RULE_WORDS[rule]).join(', ')}`,
  ownJudgment: 'by own judgment',
  note: 'Note',
  draft: 'The draft as it was signed',
  kept: (digest: string): string => `Kept for good, and logged as ${digest}.`,
  rulesThen: (then: string, now: string): string =>
    then === now ? `Rules: ${then}.` : `Rules then: ${then}. Rules now: ${now}; they can be what makes a difference.`,
  coverageThen: (coverage: string): string => `Searched when it was signed: ${coverage}.`,
  listColumns: ['Signed', 'Draft', 'By', 'Quotations', 'Open', 'Today', 'Sheet'],
  older: 'Older sheets',
  signTitle: 'Sign off',
  signHelp:
    'Keeps a sheet for good: this text of the draft, each finding, what was decided and what is open. It gets an address, and is held against the archive from then on.',
  by: 'Who signs',
  noteLabel: 'Note (may stay empty)',
  signButton: 'Sign off and keep',
} as const;
