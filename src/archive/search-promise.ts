/** What an archive answers to a search, and the searches that people keep. */
import type { Span, When } from '#base/index.js';
import type { ListFilter } from './promise.js';

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
