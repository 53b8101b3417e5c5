/**
 * What a place is like that officials publish in, as data: where its texts are listed, how one of them is laid out,
 * by which clock it is dated, which words are furniture. A recipe names shapes and holds no code, so a person can
 * write one, and one that no longer fits can be told from a place that is silent. Selectors are CSS (Selectors Level
 * 3 and what css-select reads of Level 4); patterns of addresses are templates in the manner of RFC 6570, level 1.
 */
import type { DocumentKind } from './lists.js';

export const PLACE_KINDS = ['feed', 'sitemap', 'list page', 'wordpress', 'channel', 'single page'] as const;
/** By which way a place tells what it publishes. */
export type PlaceKind = (typeof PLACE_KINDS)[number];

export const CLOCKS = ['said', 'published', 'updated'] as const;

/** Where a date stands and how it is written. */
export interface Clock {
  /** What it is the date of; "published" if left out. */
  readonly of?: (typeof CLOCKS)[number];
  /** Elements whose words, joined by a space, are the date. */
  readonly select: string;
  /** The attribute that holds it, in place of the words. */
  readonly attribute?: string;
  /** Which number comes first where all are numbers: 04/09/2012. */
  readonly order?: 'day first' | 'month first';
  /** The clock that the place goes by where none is written: an IANA name ("Europe/Kyiv") or an offset ("+03:00"). */
  readonly zone?: string;
  /** Only the day counts: the time of day is one that the site puts there by itself. */
  readonly precision?: 'day';
}

/** How one text of the place is laid out. */
export interface PageShape {
  /** What proves that this is such a page; without it the layout has changed or this is another page. */
  readonly proof?: string;
  readonly title?: string;
  /** The words of the text; what stands elsewhere is furniture. */
  readonly body?: string;
  /** Furniture inside the body. */
  readonly drop?: readonly string[];
  readonly clocks?: readonly Clock[];
  /** Where it was said. */
  readonly occasion?: string;
  /** Who speaks, or signs. */
  readonly speaker?: string;
  /** Words that open a turn in this place beside those that are known everywhere, as printed, without the colon. */
  readonly labels?: {
    readonly asks?: readonly string[];
    readonly answers?: readonly string[];
    readonly speaks?: readonly string[];
  };
}

/** How a page that lists texts is laid out, and how to come to older ones. */
export interface ListShape {
  readonly entry: string;
  /** The link to the text, within the entry; its first link if left out. */
  readonly link?: string;
  readonly title?: string;
  readonly clocks?: readonly Clock[];
  /** path: `/page/{n}`. query: `?page={n}`. link: the address stands in the page, `next` selects it. */
  readonly paging?:
    | { readonly by: 'number'; readonly address: string; readonly first: number }
    | { readonly by: 'link'; readonly next: string }
    | { readonly by: 'none' };
}

/** How a place is read. All but name, kind and addresses may be left out: the kind alone says much. */
export interface Recipe {
  readonly name: string;
  readonly about?: string;
  /** The day on which the shape was last seen to be so, ISO 8601. */
  readonly seen?: string;
  readonly kind: PlaceKind;
  /** Templates of the addresses that this recipe serves: "https://t.me/s/{name}". Empty: any, when a person names it. */
  readonly addresses: readonly string[];
  /** BCP 47 subtag; "{language}" of an address or an item goes before it. */
  readonly language?: string;
  /** The institution that speaks here, as it prints its name. */
  readonly body?: string;
  readonly documentKind?: DocumentKind;
  /** Template of the address of a text; its {key} is the stable key, its {language} the language. */
  readonly item?: string;
  /** Whether the place's own entries hold the words whole, so that pages of texts need not be fetched. */
  readonly words?: 'in the list' | 'on pages';
  readonly list?: ListShape;
  readonly page?: PageShape;
  /** How often something new is expected, in minutes; learnt from the place if left out. */
  readonly rhythm?: number;
  /** Least seconds between two requests to this host. */
  readonly gap?: number;
}
