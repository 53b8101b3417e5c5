/** What an archive answers to a search, and the searches that people keep. */
import type { Reference, Span, When } from '#base/index.js';
import type { Coverage, Document } from '#record/index.js';
import type { ListFilter } from './promise.js';

/** The best place of a search in one document, in its newest wording. */
export interface SearchHit {
  readonly document: Document;
  readonly version: Reference;
  /** Text around the hit, and the spans of the words found within it. */
  readonly before: string;
  readonly hit: string;
  readonly after: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  /** Places of the words in this text. */
  readonly places: number;
  /** The lines that this text holds, as indexes into `lines`. */
  readonly lines: readonly number[];
  /** The wording was taken in after the mark that was named. */
  readonly isNew: boolean;
}

/** What one line of a search found. */
export interface SearchLine {
  readonly words: string;
  readonly documents: number;
  readonly places: number;
  /** Days of the first and the last document, as precise as they are known; null: none has a date. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Documents that hold a line, beyond the limit too. */
  readonly documents: number;
  readonly lines: readonly SearchLine[];
  /** Of the documents those whose newest wording was taken in after the mark; 0 where none was named. */
  readonly newer: number;
  /** What is held now. */
  readonly mark: number;
  readonly coverage: Coverage;
}

/** What else is wanted of a search. */
export interface SearchWish {
  /** Wordings taken in after this mark are new, and stand first. */
  readonly after?: number;
}

/** A search that is kept by its name. Names are compared without regard to case. */
export interface SavedSearch {
  readonly name: string;
  readonly words: string;
  readonly filter: ListFilter;
  readonly by: string;
  readonly at: When;
  /** When `who` was asked about looked last, else when it was saved; the mark of what was held then. */
  readonly looked: { readonly mark: number; readonly at: When };
}

/** Places of a search in one wording, in its order: each place as the spans of its words, in code units. */
export type LitPlaces = readonly (readonly Span[])[];
