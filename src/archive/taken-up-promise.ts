/** Which later texts have words of a text, as an archive answers it. */
import type { Reference, Span } from '#base/index.js';
import type { Coverage, Document } from '#record/index.js';

/** A run of words of a text, by where it stands in it, that stands in another text as well. */
export interface HeldRunAt extends Span {
  readonly words: number;
  /** Where it stands in the other text. */
  readonly there: Span;
}

/** Later texts that have runs of words of a text which no earlier text has. */
export interface TakenUp {
  /** In order of time. `lead`: not a near-copy of a text before it. */
  readonly texts: readonly {
    readonly document: Document;
    readonly version: Reference;
    readonly lead: boolean;
    readonly runs: readonly HeldRunAt[];
  }[];
  /** Words from which so many places begin that they were passed over. */
  readonly commonStarts: number;
  readonly coverage: Coverage;
}
