/**
 * What the jobs of this room answer, before it is drawn or sent: the age of a text, a formula through time, sayings
 * with their witnesses, a text with who quotes it.
 */
import type { Problem, Reference, When } from '#base/index.js';
import type { Coverage, Document } from '#record/index.js';
import type { AbsentFormula } from './absent.js';
import type { AgedSentence, Share } from './age.js';
import type { Apparatus } from './apparatus.js';
import type { Carrier } from './carriers.js';
import type { ConcordanceRow, Sort } from './concordance.js';
import type { HeldText } from './held-at.js';
import type { QuotedRun } from './quoted-words.js';
import type { Witness } from './sayings.js';
import type { SeriesRule } from './series.js';
import type { Silence, Timeline } from './timeline.js';

/** A text that a finding names, as a whole. */
export type NamedText = Pick<Document, 'reference' | 'title' | 'said' | 'published'>;

/** What a finding says of a whole text. */
export function namedText({ reference, title, said, published }: Document): NamedText {
  return { reference, title, said, published };
}

/** The age of a text, sentence by sentence. */
export interface AgedText {
  readonly text: {
    readonly name: string;
    readonly reference: Reference | null;
    readonly title: string | null;
    readonly language: string | null;
    readonly body: string | null;
    readonly speaker: string | null;
    readonly said: When | null;
    readonly published: When | null;
    /** What the offsets of the sentences count in. */
    readonly text: string;
  };
  /** Only texts surely earlier than this were looked at; null: all that are held. */
  readonly before: When | null;
  readonly sentences: readonly AgedSentence[];
  readonly share: Share;
  readonly coverage: Coverage;
  /** Texts left out because it is not known which came first. */
  readonly tied: number;
  /** Near-copies of this text, left out. */
  readonly copies: readonly NamedText[];
  readonly series: (SeriesRule & { readonly texts: number; readonly previous: NamedText }) | null;
  /** Formulas of the series that the text lacks, with when they were first held. */
  readonly absent: readonly (AbsentFormula & { readonly first: HeldText | null; readonly last: HeldText | null })[];
  /** Versions of the rules that decided. */
  readonly rules: string;
  readonly problems: readonly Problem[];
}

/** A longer formula that holds the phrase; its places are counted there. */
export interface LongerFormula {
  readonly text: string;
  readonly places: number;
  readonly texts: number;
  readonly first: HeldText;
  readonly last: HeldText;
}

/** A wording of the formula; `text` as it is written in its latest use. */
export interface FormulaReading extends LongerFormula {
  readonly words: number;
}

/** A formula through time. */
export interface FormulaTrace {
  readonly phrase: string;
  readonly language: string | null;
  readonly sort: Sort;
  /** Uses of all readings; `alone`: to the word, and part of no longer formula. */
  readonly places: number;
  readonly texts: number;
  readonly alone: number;
  /** The first is the phrase as asked for, also where it is not held; then its variations, most texts first. */
  readonly readings: readonly FormulaReading[];
  /** Null where nothing is held: the words have no first use. */
  readonly asked: FormulaReading | null;
  readonly apparatus: Apparatus;
  readonly rows: readonly ConcordanceRow[];
  readonly longer: readonly LongerFormula[];
  readonly timeline: Timeline;
  readonly first: HeldText | null;
  readonly last: HeldText | null;
  readonly silence: Silence | null;
  /** Since the last use; null if a text of the last day held has it. */
  readonly since: Silence | null;
  readonly speakers: readonly Carrier[];
  readonly bodies: readonly Carrier[];
  readonly coverage: Coverage;
  /** More variations may be held than were found: a common run of words stands in too many places to look at all. */
  readonly capped: boolean;
  readonly rules: string;
}

/** A wording of a saying. */
export interface SayingReading {
  readonly text: string;
  /** Texts that have it, near-copies among them: each is a witness. */
  readonly texts: number;
  readonly first: HeldText;
  /** It is the lemma's own, up to form. */
  readonly same: boolean;
  readonly partial: boolean;
}

/** One saying. */
export interface Saying {
  /** The words as they were asked for, or as the text has them. */
  readonly text: string;
  /** Number of the witness that is the primary source; null: none is held. */
  readonly lemma: number | null;
  /** In order of time. */
  readonly witnesses: readonly Witness[];
  /** The lemma's first, then by the number of texts. */
  readonly readings: readonly SayingReading[];
  /** The readings laid under the lemma, or under the most usual whole reading. */
  readonly apparatus: Apparatus;
  readonly capped: boolean;
}

/** Sayings with their witnesses. */
export interface SayingsTrace {
  /** The text whose quotations were asked for; null: words were. */
  readonly document: NamedText | null;
  readonly sayings: readonly Saying[];
  readonly coverage: Coverage;
  readonly rules: string;
}

/** A text that quotes. */
export interface Quoter {
  readonly held: HeldText;
  /** Its quotations of the text, as it has them, and where they stand in the text. */
  readonly quotations: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly speaker: string | null;
  }[];
}

/** A text with who quotes it. */
export interface QuotedText {
  readonly document: NamedText;
  readonly version: Reference;
  readonly language: string | null;
  /** What the offsets count in. */
  readonly text: string;
  readonly blocks: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  /** In order of time. */
  readonly quoters: readonly Quoter[];
  /** Stretches that are quoted; the numbers are those of the quoters. */
  readonly runs: readonly QuotedRun[];
  readonly coverage: Coverage;
  readonly rules: string;
}
