import type { Basis, Reference, Span, When } from '#base/index.js';
import type { DocumentKind, TurnKind } from './lists.js';

/** A value together with how it became known; a guess carries its ground. */
export interface Marked<T> {
  readonly value: T;
  readonly basis: Basis;
  /** Why it was guessed ("file name", "first lines of the text"), or who corrected it. */
  readonly ground?: string;
}

/** What a Document says about itself, or what was guessed about it. Names are kept as the source spells them. */
export interface DocumentFacts {
  readonly title: string;
  /** The publisher's own id within the source. */
  readonly id: string | null;
  /** The place that publishes: a site section, feed, channel, agency. */
  readonly source: string | null;
  /** The institution that speaks or publishes, as printed. */
  readonly body: string | null;
  readonly kind: Marked<DocumentKind>;
  readonly said: When | null;
  readonly published: When | null;
  readonly occasion: string | null;
  /** Whose words these are where the text has no labels, as printed. */
  readonly speaker: Marked<string> | null;
  /** BCP 47 language subtag: "en", "ru", "zh". */
  readonly language: Marked<string> | null;
  readonly address: string | null;
  /** Id, address or Reference of the Document that this one translates, as given. */
  readonly translationOf: string | null;
  /** Id, address or Reference of the Document that this one corrects, as given. */
  readonly corrects: string | null;
  readonly rights: string | null;
  /** Header words that we do not know, kept as they are. */
  readonly other: Readonly<Record<string, string>>;
}

export const BLOCK_KINDS = [
  'heading',
  'paragraph',
  'blockquote',
  'list item',
  'cue',
  'label',
  'stage note',
  'furniture',
] as const;
/**
 * label: a speaker's name that is printed before words and is none of them. stage note: "(Laughter.)", "(inaudible)".
 * furniture: visible text of the page that is not the text of the document.
 */
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A stretch of a Rendering. Blocks are in order and do not overlap; between them stands only white space. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Place in the recording in seconds, of captions. */
  readonly time?: { readonly from: number; readonly to: number };
}

/** One uninterrupted contribution (Akoma Ntoso speech, question, answer). Its span holds its words, not its label. */
export interface Turn extends Span {
  readonly kind: TurnKind;
  /** The label as printed, without its colon: "MR. X (through interpreter)"; null where the text has none. */
  readonly label: string | null;
  /** The name within the label as printed; null for "QUESTION", "Q" and the like. */
  readonly name: string | null;
  readonly interpreted: boolean;
}

/** A link found in a text: where its words stand and where it leads. */
export interface Link extends Span {
  readonly address: string;
}

/**
 * The text that one version of the extractor cut from a Capture (FRBR Manifestation). All offsets are UTF-16 code
 * units into `text`. The main text is all blocks that are not furniture.
 */
export interface Rendering {
  /** Name and version of the extractor, "html/1". */
  readonly extractor: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** In order, not overlapping; empty where the text has no turns. */
  readonly turns: readonly Turn[];
  readonly links: readonly Link[];
}

/** Where a capture that others made came from (PROV wasAttributedTo, wasDerivedFrom). */
export interface Provenance {
  /** When it was taken in, ISO 8601 instant with zone; the capture's own date is when they captured it. */
  readonly taken: string;
  /** The file it came in, by name. */
  readonly file: string;
  /** Its WARC-Record-ID there. */
  readonly record: string | null;
  /** Software and operator as that file states them. */
  readonly software: string | null;
  readonly operator: string | null;
}

/** What one fetch or upload brought, untouched (WARC record, PROV Entity). */
export interface Capture {
  readonly reference: Reference;
  /** Where the bytes came from: a path or an address. */
  readonly origin: string;
  readonly mediaType: string | null;
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly digest: string;
  readonly size: number;
  readonly at: When;
  /** Only of what others captured. */
  readonly provenance?: Provenance;
}

/** One wording of a Document, immutable (FRBR Expression). Number 1 is the first captured. */
export interface Version {
  readonly reference: Reference;
  readonly number: number;
  readonly capture: Reference;
  readonly captured: When;
  readonly words: number;
  /** SHA-256 of the main text, lower-case hexadecimal. */
  readonly digest: string;
}

/** The work (FRBR Work) with all its Versions, oldest first. The facts are those of the newest Version. */
export interface Document extends DocumentFacts {
  readonly reference: Reference;
  readonly versions: readonly Version[];
}

/** What the archive holds, and since when; printed beside every "new", "never" and "not held". */
export interface Coverage {
  readonly texts: number;
  readonly words: number;
  readonly sources: number;
  readonly speakers: number;
  /** First and last day said or published, ISO 8601; null where no text is dated. */
  readonly from: string | null;
  readonly to: string | null;
  readonly undated: number;
  /** Language subtag and number of texts, most first. */
  readonly languages: readonly { readonly language: string; readonly texts: number }[];
  /** Where only some of the texts held were asked for: which. */
  readonly only?: TextFilter;
}

/** Which of the texts held are asked for: those of which all that is given here is true. */
export interface TextFilter {
  readonly source?: string;
  readonly speaker?: string;
  /** Words of the name of the institution whose text it is, as printed. */
  readonly body?: string;
  readonly kind?: string;
  readonly language?: string;
  /** First and last day, ISO 8601 of any precision. */
  readonly from?: string;
  readonly to?: string;
}

/** A Person holds a Post in a Body from … to … (Popolo Membership). Days in ISO 8601 of any precision; null is open. */
export interface Mandate {
  readonly post: string;
  readonly body: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Somebody who speaks (Popolo Person). Aliases are search aids only. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mandates: readonly Mandate[];
}
