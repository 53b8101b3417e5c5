/** What a look at a place brings: its entries, where older ones are, and how well it fitted what was expected of it. */
import type { Problem, When } from '#base/index.js';
import type { Recipe } from '#record/index.js';

/** One entry of a place: a post, a line of a list, an item of a feed. */
export interface PlaceItem {
  /** Our own stable key within the Source: from the address where the recipe says how, else the address itself. */
  readonly key: string;
  readonly address: string | null;
  readonly title: string | null;
  readonly published: When | null;
  /** The publisher's edit signal: when it says that it changed this. */
  readonly updated: When | null;
  /** The markup of the words that the place itself carries; null where it carries none. */
  readonly html: string | null;
  /** Whether `html` is the whole text and no stub. */
  readonly whole: boolean;
  /** Whose words these are, as printed. */
  readonly speaker: string | null;
  readonly language: string | null;
  /** The publisher marks it as edited, without saying when. */
  readonly edited: boolean;
  /** The publisher's own ids, as evidence: guid, post id. */
  readonly ids: readonly string[];
}

/** What was handed to a reader of places. */
export interface PlaceBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  /** The address that answered, after redirects. */
  readonly address: string;
  /** Headers of the answer, names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
}

export const READINGS = ['read', 'empty', 'layout changed', 'blocked', 'no such place'] as const;
/**
 * read: entries were found. empty: it is the place, and it lists nothing. layout changed: something answered that
 * does not fit the recipe. blocked: a refusal in the clothes of a page. no such place: the host says it has none.
 */
export type Fitting = (typeof READINGS)[number];

export interface PlaceReading {
  readonly fitting: Fitting;
  /** The place's own name, where it says one. */
  readonly title: string | null;
  readonly language: string | null;
  /** Newest first, as far as the place orders them so. */
  readonly items: readonly PlaceItem[];
  /** Where older entries are; null: nowhere, or it does not say. */
  readonly next: string | null;
  /** Further lists that this one only names: the parts of a sitemap index. */
  readonly parts: readonly { readonly address: string; readonly changed: When | null }[];
  /** Of a place with numbered entries: this look showed every entry that exists from … to …. */
  readonly covers: { readonly from: number; readonly to: number } | null;
  /** Nothing newer stands there than what this look showed. */
  readonly newest: boolean;
  /** How long the publisher says that one need not come again, in minutes. */
  readonly rest: number | null;
  readonly problems: readonly Problem[];
}

/** A reader of one kind of place. Pure: the same bytes give the same reading. */
export type PlaceReader = (given: PlaceBytes, recipe: Recipe) => PlaceReading;

/** A reading that found nothing. */
export function nothing(fitting: Fitting, problems: readonly Problem[] = []): PlaceReading {
  return {
    fitting,
    title: null,
    language: null,
    items: [],
    next: null,
    parts: [],
    covers: null,
    newest: false,
    rest: null,
    problems,
  };
}
