/** Words of the screens that compare records; what the records say is never in here. */
import type { RemarkKind } from '#collate/index.js';
import type { AttentionFlag, DifferenceClass, DocumentKind } from '#record/index.js';
import { ATTENTION_WORDS, CLASS_WORDS, count } from './catalogue.js';
import { numeral } from './say-when.js';

/** By which rule records of each kind are edited, so that a reader knows what to expect of a difference. */
export const EDITING_RULES: Readonly<Record<DocumentKind, string>> = {
  'verbatim transcript': 'every word as spoken; false starts may go',
  'official report': 'repetitions go, meaning stays',
  'speech as prepared': 'written before it was given; the speaker may have left it',
  'speech as delivered': 'as it was given; slips of the tongue may be mended',
  statement: 'issued in writing; nobody need have spoken it',
  release: 'written by a press office; the words quoted in it were approved',
  letter: 'written and sent; nobody spoke it',
  post: 'written by whoever holds the account; may be edited or taken away later',
  interview: 'questions and answers shortened for print, often approved by who was asked',
  bulletin: 'figures as known on the day; later issues correct them',
  'rush draft': 'typed while people speak, not compared with the sound',
  'corrected transcript': 'compared with the sound; false starts go, nothing else',
  'inserted, not spoken': 'handed in for the record; not spoken there',
  minutes: 'a summary of what was said, seldom the words',
  readout: 'one side’s own summary of a meeting',
  'joint statement': 'agreed between the sides, word by word',
  'press report': 'what a reporter chose of what was said',
  captions: 'what is heard, shortened to fit a screen; names and sound-alikes slip',
  'machine transcript': 'what a machine heard; names and sound-alikes slip',
  'official translation': 'a translation that its publisher stands behind; the original decides',
  'unofficial translation': 'somebody else’s translation; the original decides',
  other: 'no editing rule is known',
};

/** Seconds of a recording as a player shows them: "0:41", "1:02:07". */
export function sayMoment(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** What a difference touches: "negation, number". */
export function sayFlags(flags: readonly AttentionFlag[]): string {
  return flags.map((flag) => ATTENTION_WORDS[flag]).join(', ');
}

/** "3 omissions", as counts go. */
export function countClass(n: number, kind: DifferenceClass): string {
  return count(n, ...CLASS_WORDS[kind]);
}

/** What a remark speaks of, as its sentence needs it. */
export interface RemarkWords {
  readonly kind: RemarkKind;
  /** "first", "second", or the letter of a version. */
  readonly missingIn: string;
  readonly others: string;
  readonly part: 'first half' | 'second half' | 'part';
  readonly answered: boolean;
  readonly turns: number;
  /** Who speaks, as printed; null where nobody is named. */
  readonly speaker: string | null;
  readonly otherSpeaker: string | null;
  readonly interpreted: boolean;
}

/** The sentence for a remark. */
export function sayRemark(words: RemarkWords): string {
  const { kind, missingIn, others, part, answered, turns, speaker, otherSpeaker, interpreted } = words;
  const then = answered ? `; the answer there then answers something else` : '';
  const of = speaker === null ? '' : ` of ${speaker}`;
  switch (kind) {
    case 'part of a question missing':
      return part === 'part'
        ? `A part of the question is missing in ${missingIn}${then}.`
        : `The question’s ${part} is missing in ${missingIn}${then}.`;
    case 'question missing':
      return `The question is missing in ${missingIn}${then}.`;
    case 'answer missing':
      return `The answer${of} is missing in ${missingIn}; the question stays.`;
    case 'turn missing':
      return interpreted
        ? `A turn${of}, through an interpreter, is missing in ${missingIn}.`
        : `A turn${of} is missing in ${missingIn}.`;
    case 'turn moved':
      return turns > 1
        ? `${numeral(turns)} turns stand elsewhere in ${missingIn}.`
        : `A turn${of} stands elsewhere in ${missingIn}.`;
    case 'speaker change':
      return `${capital(others)} has ${speaker ?? 'another'} say these words, ${missingIn} ${otherSpeaker ?? 'another'}.`;
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const COMPARISON_WORDS = {
  sameMeant: 'The two texts differ only in what is folded below.',
  firstText: 'the first text',
  secondText: 'the second text',
  guessedKind: (kind: string): string => `${kind}, guessed`,
  folded: 'Folded',
  unfold: 'show these in the text',
  foldAgain: 'fold form and fillers',
  foldedHelp: 'What changes no word that was meant; not marked in the text.',
  foldedHow: '--all shows them',
  stageNotes: (n: number): string => count(n, 'stage note', 'stage notes'),
  labels: (n: number): string => count(n, 'label printed otherwise', 'labels printed otherwise'),
  remarks: 'Turns',
  at: (moment: string): string => `at ${moment}`,
  movedTo: (n: number): string => `moved, see ${n}`,
  speaker: 'speaker',
  stageNote: 'stage note',
  label: 'label',
  inMove: 'changed on the way:',
  languages: (first: string, second: string): string =>
    `The texts are in different languages, ${first} and ${second}: a comparison of words says little.`,
  answering: (speaker: string): string => `${speaker}, answering`,
  noTurn: 'outside the turns',
  ends: 'Both texts end here.',
  // Three and more versions.
  versions: (n: number): string => `${numeral(n)} versions compared`,
  versionsSame: 'All versions are the same, word for word.',
  versionsSameForm: 'All versions have the same words; they differ in form only.',
  places: (n: number): string => count(n, 'place where they differ', 'places where they differ'),
  placesHead: 'Places',
  version: (letter: string): string => `version ${letter}`,
  wordsOf: (n: number): string => count(n, 'word', 'words'),
  omitted: 'not there',
  lemma: 'first version',
  sameAs: (letter: string): string => `as ${letter}`,
  toPlace: (n: number): string => `place ${n}`,
  standsAt: (n: number): string => `stands at ${n}`,
  differing: (letter: string, n: number): string => `${letter} differs in ${numeral(n)}`,
  moreTexts: 'More texts',
  nthText: (n: string): string => `${n} text`,
} as const;
