import type { Reference, Span, When } from '#base/index.js';
import type {
  AttentionFlag,
  AttributionFinding,
  ContextFlag,
  DifferenceClass,
  DocumentKind,
  QuotationKind,
  RecordsFinding,
  Status,
  TurnKind,
  Wording,
} from './lists.js';
import type { Coverage, Link } from './nouns.js';

/** A span with the words that stand in it. */
export interface Words extends Span {
  readonly text: string;
}

/**
 * One typed difference; `a` is the draft or the earlier text, `b` the source or the later one. Replacing the span
 * of `a` by the text of `b`, for all changes from the last to the first, makes `a` into `b`.
 */
export interface Change {
  readonly class: DifferenceClass;
  readonly flags: readonly AttentionFlag[];
  readonly a: Words;
  readonly b: Words;
  /** Of a move: the same number on the change that takes the words away and the one that puts them back. */
  readonly move?: number;
}

export const CERTAINTIES = ['sure', 'likely', 'unknown'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Whom the draft gives as the speaker, and on what ground. Spans are into the draft. */
export interface Attribution {
  /** The name or description as printed: "Mr Lavrov", "the foreign minister"; null: nobody is named. */
  readonly speaker: string | null;
  /** Where that name stands. */
  readonly named: Span | null;
  /** The cue: "said", "according to", ":"; null where there is none. */
  readonly cue: Words | null;
  readonly certainty: Certainty;
  /** The occasion or day that the draft names for these words, as printed ("at the Port Sable meeting"). */
  readonly occasion: Words | null;
  /** The day or instant that these words name, where it could be worked out. */
  readonly when: When | null;
}

/** A part of a quotation that is judged by itself: text between labels inside one pair of marks. */
export interface QuotationTurn extends Span {
  readonly label: string;
}

/** An occurrence of quoted words in a draft. Offsets are UTF-16 code units into the draft's extracted text. */
export interface Quotation {
  /** Number in order of appearance, from 1. */
  readonly n: number;
  /** From the first quoted word to the last, without the outer marks. */
  readonly start: number;
  readonly end: number;
  /** The quoted words; pieces joined by one space, paragraphs by a blank line. */
  readonly text: string;
  /** The pieces in the draft that make up `text`, in order; more than one if it is interrupted or runs over paragraphs. */
  readonly pieces: readonly Span[];
  /** What stands between a piece and the next: "interruption" (… , X said, …), "paragraph"; one less than pieces. */
  readonly joins: readonly ('interruption' | 'paragraph')[];
  /** The speaker labels inside the marks with the words behind each; empty for nearly all. Spans into the draft. */
  readonly turns: readonly QuotationTurn[];
  /** Quotations inside this one. Spans into the draft, without their marks. */
  readonly nested: readonly Span[];
  /** Set as a block, with no marks of its own. */
  readonly block: boolean;
  readonly kind: QuotationKind;
  readonly attribution: Attribution;
}

/** Held words that a quotation was compared with. `start` and `end` are UTF-16 code units into the Version's text. */
export interface Reading {
  readonly reference: Reference;
  readonly document: Reference;
  readonly version: Reference;
  readonly capture: Reference;
  readonly title: string;
  readonly address: string | null;
  readonly said: When | null;
  readonly published: When | null;
  readonly kind: DocumentKind;
  readonly occasion: string | null;
  /** The institution that speaks or publishes, as printed. */
  readonly body: string | null;
  /** Who speaks at this place, as printed; null if the text does not say. */
  readonly speaker: string | null;
  readonly turnKind: TurnKind | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The held words just before and just after, for context. */
  readonly before: string;
  readonly after: string;
  /** Share of the quotation's words that stand at this place, 0 to 1; for ordering only, never for judging. */
  readonly score: number;
  /** Offsets of `a` into the quotation's text, of `b` into the Version's text. */
  readonly changes: readonly Change[];
  /** The part of the quotation's text that this reading stands for; the whole, but for stitched words and turns. */
  readonly covers: Span;
  /**
   * matched: the words that the status speaks of · also: the same words elsewhere · disagrees: another record of
   * the same words that differs · original: what the followed translation translates · nearest: shown for a
   * quotation that is not held.
   */
  readonly role: 'matched' | 'also' | 'disagrees' | 'original' | 'nearest';
}

/** What comparing one Quotation with the archive found. */
export interface Check {
  readonly quotation: Quotation;
  readonly status: Status;
  readonly wording: Wording;
  readonly attributionFinding: AttributionFinding;
  /** null: nothing is held, so there are no records to speak of. */
  readonly records: RecordsFinding | null;
  readonly flags: readonly ContextFlag[];
  /** Name of the rule that decided the status. */
  readonly rule: string;
  /** Whether an editor has something to look at, under the house style. */
  readonly look: boolean;
  /** Sentences for people that the three answers cannot carry, e.g. another quotation of the same words differs. */
  readonly notes: readonly string[];
  /** Numbers of other quotations of this draft that quote the same words differently. */
  readonly differsFrom: readonly number[];
  /**
   * In how many places of how many documents these words are held (the matched wording); the first of them by date,
   * and the one nearest to the day that the draft names, null where it names none.
   */
  readonly seen: {
    readonly places: number;
    readonly documents: number;
    readonly first: When | null;
    readonly nearest: When | null;
  };
  readonly readings: readonly Reading[];
}

/** The findings on a whole draft. */
export interface DraftCheck {
  /** Name of the draft: a file name, a title, "standard input". */
  readonly draft: {
    readonly name: string;
    readonly title: string | null;
    readonly text: string;
    readonly language: string | null;
  };
  /** Versions of the rules that decided: folding, marks, judgment. */
  readonly rules: string;
  readonly coverage: Coverage;
  readonly checks: readonly Check[];
  /** Addresses that the draft links to: sources that could be added. */
  readonly links: readonly Link[];
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}
