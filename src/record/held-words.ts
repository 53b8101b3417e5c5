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
  readonly places: number;
  readonly texts: number;
  /** The earliest and the latest; null if the words are not held. */
  readonly first: Use | null;
  readonly last: Use | null;
  /** The earliest by the body and by the voice that were asked for; null if there is none or none was asked for. */
  readonly ofBody: Use | null;
  readonly ofVoice: Use | null;
  /** Texts by day, in order; a day is as precise as it is known, null for texts without a date. */
  readonly days: readonly { readonly day: string | null; readonly texts: number }[];
  /** The places themselves, in order of time, as many as were asked for. `lead`: not a near-copy of an earlier text. */
  readonly listed: readonly (Use & { readonly lead: boolean })[];
}

/** A place that holds some of the words looked for. */
export interface NearUse extends Use {
  /** Runs of words that stand there, in order of the text. */
  readonly runs: readonly (Span & { readonly from: number; readonly words: number })[];
  /** Sum over the distinct matched words of −log2 of their frequency in the archive. */
  readonly bits: number;
}

/** A longest run of the words looked for that is held. */
export interface HeldRun {
  /** Number of its first word, and how many. */
  readonly from: number;
  readonly words: number;
  /** Sum over its words of −log2 of their frequency in the archive. */
  readonly bits: number;
  readonly texts: number;
  readonly first: { readonly document: Reference; readonly when: When | null };
}
