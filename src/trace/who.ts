/**
 * Whether the draft names the right speaker and occasion for held words. *Different* needs ground: a source that
 * does not say who speaks never makes a speaker wrong.
 */
import { type Span, dayOf } from '#base/index.js';
import {
  type Attribution,
  type KnownPeople,
  type Person,
  isBareOffice,
  readKnown,
  readName,
  samePerson,
} from '#record/index.js';
import { turnAt } from './context.js';
import type { Held } from './place.js';
import { saidWhen } from './standing.js';

export interface NamesKnown {
  readonly people: readonly Person[];
  readonly aliases: readonly (readonly string[])[];
  /** The same made ready once for many comparisons, by `knownPeople`. */
  readonly known?: KnownPeople | undefined;
}

export type SpeakerFit = 'same' | 'different' | 'unsure' | 'in a question';

/** Who speaks at a place, as printed: the label's name, else the document's speaker. */
export function speakerAt(held: Held, at: Span): string | null {
  const turn = turnAt(held, at);
  if (turn?.name) return turn.name;
  if (turn && turn.kind === 'question') return turn.label;
  return held.candidate.document.speaker?.value ?? null;
}

const ASKERS =
  /\b(?:reporters?|journalists?|correspondents?|question(?:er)?s?|interviewer|moderator|host|anchor|journaliste|periodista|reportero|Reporter(?:in)?|Journalist(?:in)?)\b|журналист|корреспондент|репортер|кореспондент|记者/iu;

/** A reporter without a name, or a label such as QUESTION. */
export function isAsker(named: string | null, { known }: Pick<NamesKnown, 'known'>): boolean {
  if (named === null) return false;
  return ASKERS.test(named) || (known ? readKnown(named, known) : readName(named)).nobody;
}

const DOCUMENTS =
  /\b(?:transcript|statement|communiqu[eé]|readout|record|report|memorandum|memo|bulletin|document|text|letter|post|tweet|declaration|release|draft|treaty|resolution|minutes|account|Erklärung|Bericht|déclaration|déclaración|comunicado)\b|(?<!\p{L})(?:заявлени|сообщени|коммюнике|документ|протокол|заява|повідомленн)/iu;

/** Whether the draft's speaker is the one who speaks at this place. */
export function fitsSpeaker(attribution: Attribution, held: Held, at: Span, known: NamesKnown): SpeakerFit {
  const named = attribution.speaker;
  const { document } = held.candidate;
  const turn = turnAt(held, at);
  if (turn?.kind === 'question' && !turn.name) {
    if (named === null) return 'unsure';
    if (DOCUMENTS.test(named)) return 'unsure';
    return isAsker(named, known) ? 'same' : 'in a question';
  }
  // A document, or a reporter without a name, is nobody whom the source could contradict.
  if (named === null || DOCUMENTS.test(named) || isAsker(named, known)) return 'unsure';
  const when = saidWhen(document);
  const about = { people: known.people, aliases: known.aliases, known: known.known, day: when ? dayOf(when) : null };
  const speaker = speakerAt(held, at);
  if (speaker !== null) {
    const verdict = samePerson(named, speaker, about);
    if (verdict !== 'unsure') return verdict;
    // A label that is an office alone is the speaker of the document's own line.
    const own = document.speaker?.value;
    if (own && own !== speaker && isBareOffice(speaker)) {
      const second = samePerson(named, own, about);
      if (second !== 'unsure') return second;
    }
  }
  for (const body of [document.body, document.source]) {
    if (body && sameBody(named, body, about)) return 'same';
  }
  return 'unsure';
}

/** Words that tell nothing of which body it is. */
const EMPTY = new Set(
  'the of and for a an in on de la le les des du der die das des und et y del el los united official'.split(' '),
);

function sameBody(named: string, body: string, about: Parameters<typeof samePerson>[2]): boolean {
  if (samePerson(named, body, about) === 'same') return true;
  const x = contentWords(named);
  const y = contentWords(body);
  return x.length > 0 && x.every((w) => y.includes(w));
}

function contentWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((w) => w.replace(/s$/, ''))
    .filter((w) => !EMPTY.has(w));
}

/** Days between what a record dates and what a draft calls the day: a record may be dated where it was night. */
const TOLERANCE = 1;
/** A text may be published some days after the words were said. */
const PUBLISHED_LATER = 3;

/**
 * Whether the draft names another occasion than the one for which the words are held: null where it names none, or
 * where the record does not say when and where it is from.
 */
export function fitsOccasion(attribution: Attribution, held: Held): boolean | null {
  const { document } = held.candidate;
  const claimed = attribution.when;
  if (claimed && claimed.at.length >= 7) {
    const length = Math.min(claimed.at.length, 10);
    const close = (record: string | undefined, later: number): boolean | null => {
      if (!record || record.length < length) return null;
      if (length < 10) return record.slice(0, length) === claimed.at;
      const days = daysBetween(claimed.at.slice(0, 10), record.slice(0, 10));
      return days >= -TOLERANCE && days <= later;
    };
    const said = close(document.said?.at, TOLERANCE);
    if (said !== null) return said;
    const published = close(document.published?.at, PUBLISHED_LATER);
    if (published !== null) return published;
  }
  return null;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
