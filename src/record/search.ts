/** What a search finds: places in texts, the best of each, and what each line of it counts. */
import type { Reference } from '#base/index.js';
import type { Coverage, Document } from './nouns.js';

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
