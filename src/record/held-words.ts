import type { Reference, Span, When } from '#base/index.js';
import type { TurnKind } from './lists.js';
import type { Document, Version } from './nouns.js';

/** A place in a held text where words stand, with its passage. `start` and `end` count in the Version's text. */
export interface Use extends Span {
  readonly document: Document;
  readonly version: Version;
  /** The paragraph, cue or heading around the place, long ones cut at a word; `start` counts in the Version's text. */
  readonly passage: { readonly start: number; readonly text: string };
  /** Who speaks there, as printed; null if the text does not say. */
  readonly speaker: string | null;
  readonly turnKind: TurnKind | null;
}

/** Every place that holds the same words in a row, near-copies of one text counted once. */
export interface Uses {
  /** False: the words stand in so many texts that not all were looked at; counts are the least there are. */
  readonly complete: boolean;
  readonly places: number;
  readonly texts: number;
  /** The texts of the earliest and the latest; null if the words are not held. */
  readonly first: Document | null;
  readonly last: Document | null;
  /** The earliest by the body and by the voice that were asked for; null if there is none or none was asked for. */
  readonly ofBody: Document | null;
  readonly ofVoice: Document | null;
  /** Texts by day, in order; a day is as precise as it is known, null for texts without a date. */
  readonly days: readonly { readonly day: string | null; readonly texts: number }[];
  /** The places themselves, in order of time or from the latest back. `lead`: not a near-copy of an earlier text. */
  readonly listed: readonly (Use & { readonly lead: boolean })[];
}

/** A place that holds some of the words looked for. */
export interface NearUse extends Use {
  /** Runs of words that stand there, in order of the text. `bits`: −log2 of the run's frequency in the archive. */
  readonly runs: readonly (Span & { readonly from: number; readonly words: number; readonly bits: number })[];
}

/** A longest run of the words looked for that is held. */
export interface HeldRun {
  /** Number of its first word, and how many. */
  readonly from: number;
  readonly words: number;
  /** −log2 of the frequency of each of its words in the archive. */
  readonly bits: readonly number[];
  readonly texts: number;
  /** The earliest text, and who speaks there, as printed. */
  readonly first: { readonly document: Reference; readonly when: When | null; readonly speaker: string | null };
}
