import type { Reference, When } from '#base/index.js';
import type { ForeignBlock, HttpExchange } from '#custody/index.js';
import type {
  Candidate,
  Capture,
  Coverage,
  Document,
  DocumentFacts,
  HeldRun,
  HouseStyle,
  NearUse,
  NewSheet,
  Person,
  PollOutcome,
  Provenance,
  Rendering,
  SearchAnswer,
  Sheet,
  SheetLine,
  TextFilter,
  Uses,
} from '#record/index.js';
import type { Custody } from './custody-promise.js';
import type { Following } from './following.js';
import type { TakenUp } from './taken-up-promise.js';
import type { LitPlaces, SavedSearch, SearchWish } from './search-promise.js';

/**
 * The promise of the keep: what any archive does, whatever it is made of. One writer, many readers. Every method
 * may throw OnrecordError when the world fails (locked, read-only, disk full, damaged); nothing acknowledged is
 * ever lost. Nothing here judges.
 */
export interface Archive {
  /** Where it is, as a person would say it: a folder. */
  readonly place: string;
  /** What it proves of what it keeps. */
  readonly custody: Custody;

  /** Values of settings.json. */
  settings(): Promise<Settings>;
  coverage(filter?: ListFilter): Promise<Coverage>;

  /**
   * Keeps bytes, untouched: durable when it returns, before anything is parsed. Bytes already held from the same
   * origin are not kept twice. Receipts are in the order of the batch.
   */
  capture(batch: readonly NewCapture[]): Promise<readonly CaptureReceipt[]>;
  /**
   * Holds what was cut from captures: documents and versions, indexed and found at once. Receipts in order. All
   * texts of a capture come in one batch: their order tells those apart that state neither id nor address.
   */
  hold(batch: readonly NewText[]): Promise<readonly HoldReceipt[]>;
  /** Marks captures as parsed although no text came of them, so that they are not tried again by this extractor. */
  refuse(
    batch: readonly { readonly capture: Reference; readonly extractor: string; readonly reason: string }[],
  ): Promise<void>;

  /** Corrects facts of a Document; logged with who and when. Returns the Document as it is then. */
  correct(document: Reference, facts: Partial<DocumentFacts>, by: string): Promise<Document>;
  /** Hides a Document from answers; its bytes stay and the dropping is logged. */
  drop(document: Reference, by: string): Promise<Document>;
  /** Adds people or replaces those with the same id; logged. Returns how many were new and changed. */
  keepPeople(people: readonly Person[], by: string): Promise<{ readonly added: number; readonly changed: number }>;
  /**
   * Keeps what somebody decided about pairs of passages in accounts of one encounter; logged. Nothing is overwritten:
   * the later decision on a passage goes before the earlier.
   */
  keepPairings(pairings: readonly NewPairing[], by: string): Promise<void>;
  /** The decisions on passages of any Version of these Documents, oldest first. */
  pairings(documents: readonly Reference[]): Promise<readonly PassagePairing[]>;
  /**
   * Keeps a sheet for good; logged, with the digest of all that it holds. It never changes afterwards. OnrecordError
   * not-found if the earlier sheet that it names is not kept.
   */
  keepSheet(sheet: NewSheet, by: string): Promise<Sheet>;
  /** The sheet by its Reference, as it was signed; null if none is kept. */
  sheet(reference: Reference): Promise<Sheet | null>;
  /** Sheets, newest first; `before`: only those older than this one. */
  sheets(wish: { readonly limit: number; readonly before?: Reference }): Promise<readonly SheetLine[]>;
  /** How texts stand at the Sources that list them, as the last look found it; those that none lists are left out. */
  standings(documents: readonly Reference[]): Promise<readonly DocumentStanding[]>;
  /** Numbers that only grow: whoever finds one grown knows what kind of thing another process has written since. */
  revision(): Promise<Revision>;
  /** What was corrected, dropped or imported by people, newest first. */
  log(limit: number): Promise<readonly LogEntry[]>;

  people(): Promise<readonly Person[]>;
  /** Documents in order of said, else published, else captured; dropped ones are left out. */
  list(filter: ListFilter): Promise<readonly Document[]>;
  /** The Document by Reference, else by publisher's id, else by address or import path; null if none is held. */
  document(named: string): Promise<Document | null>;
  /** The text of a Version as the extractor cut it. */
  text(version: Reference): Promise<Rendering>;
  captureOf(reference: Reference): Promise<Capture>;
  /** The captured bytes, as they came. */
  bytes(capture: Reference): Promise<Uint8Array>;

  /**
   * Finds where words come from. For each request the best places, most words first; all windows are cut so that
   * the fragments stand in them with at least RECALL_MARGIN words on both sides where the text has them. Texts that the
   * filter leaves out, and dropped ones, take up nothing of a request's cap and are not counted.
   */
  recall(requests: readonly RecallRequest[], filter?: TextFilter): Promise<readonly Recalled[]>;
  /**
   * Keyword search in the language of text.readSearch, a search in each line; a line that is at fault throws
   * OnrecordError bad-use. Best first, and new before all else. With a speaker only what that speaker says.
   */
  search(words: string, filter: ListFilter, limit: number, wish?: SearchWish): Promise<SearchAnswer>;
  /** All places of a search in one Version. */
  placesOf(words: string, version: Reference): Promise<LitPlaces>;
  /** Later texts that have runs of at least `least` words (at most 32) of a Version which no earlier text has. */
  takenUp(version: Reference, least: number): Promise<TakenUp>;
  /** The searches that are kept, by name, with where `who` stands. */
  savedSearches(who: string): Promise<readonly SavedSearch[]>;
  /** Keeps a search under a name, in place of one of that name; logged. */
  keepSearch(search: Pick<SavedSearch, 'name' | 'words' | 'filter'>, by: string): Promise<void>;
  /** Notes that `by` has seen what a search finds up to a mark. OnrecordError not-found. */
  lookedAtSearch(name: string, by: string, mark: number): Promise<void>;
  /** Forgets a search; logged. OnrecordError not-found. */
  dropSearch(name: string, by: string): Promise<void>;

  /**
   * Every place that holds each of these runs of folded words (text.words), word for word, in the main text of texts
   * that count. Of versions of one document the newest that holds them speaks, and near-copies count once.
   */
  uses(runs: readonly (readonly string[])[], scope: Scope, wish?: UsesWish): Promise<readonly Uses[]>;
  /**
   * The places that hold most of the words of each run, best first, in texts that count; of those with the same words
   * around them the latest. `capped`: a seed stood in more places than the cap.
   */
  nearUses(runs: readonly (readonly string[])[], scope: Scope, wish: NearWish): Promise<readonly NearUses[]>;
  /** For each list of words its longest runs of at least `least` words that are held in texts that count. */
  longestMatches(
    lists: readonly (readonly string[])[],
    scope: Scope,
    least: number,
  ): Promise<readonly (readonly HeldRun[])[]>;
  /**
   * The runs of words that stand in most texts that count, each as long as it is, most first: some more than are asked
   * for, because near-copies are counted here as texts.
   */
  repeats(scope: Scope, wish: RepeatsWish): Promise<readonly HeldRepeat[]>;
  /** What the texts that count cover, and how many do not count because nobody can say that they are earlier. */
  covers(scope: Scope): Promise<{ readonly coverage: Coverage; readonly tied: number }>;
  /** Texts held by day, in order; a day is as precise as it is known. */
  calendar(filter: ListFilter): Promise<readonly { readonly day: string; readonly texts: number }[]>;
  /** Texts of one publisher that count, the newest first. */
  latest(publisher: Publisher, scope: Scope, limit: number): Promise<readonly Document[]>;
  /** Documents that hold nearly the same words as one that is held, of the same day or one correcting the other. */
  nearCopies(document: Reference): Promise<readonly Reference[]>;
  /** Names of all who speak, as printed, in order of the alphabet. */
  voices(): Promise<readonly string[]>;

  /** What is followed, and the queue of looks. */
  readonly following: Following;

  status(): Promise<ArchiveStatus>;
  /**
   * Reads every byte of the index and makes what is damaged, or lacking, anew from the texts held. Stopped at any
   * moment it goes on when it is asked again. OnrecordError stopped when the signal asks to stop.
   */
  repair(wish?: RepairWish): Promise<Repaired>;
  /** Lets go of locks and files; waits for writes under way. */
  close(): Promise<void>;
}

export type { Candidate };

/** Words of context that recall returns on each side of a hit, at least. */
export const RECALL_MARGIN = 60;

export interface Settings {
  readonly houseStyle: HouseStyle;
  /** Names of the same person that no people file holds: each list is one person. Search aids only. */
  readonly aliases: readonly (readonly string[])[];
  /** Languages of the drafts and texts, most likely first; empty: found out per text. */
  readonly languages: readonly string[];
  /** Formulas that texts are looked through for as they are taken in. */
  readonly watch: readonly string[];
  /** How pages are asked for. */
  readonly fetching: {
    /** An address or mailbox where the owner of a site reaches who asks; null for none. */
    readonly contact: string | null;
    /** Seconds between two requests to a host, at least. */
    readonly gap: number;
  };
  /** SHA-256 of settings.json as read, or of nothing. */
  readonly digest: string;
}

export interface NewCapture {
  readonly bytes: Uint8Array;
  /** Path or address; for a part of a file "folder/texts.jsonl#12". */
  readonly origin: string;
  readonly mediaType: string | null;
  /** When it was captured. */
  readonly at: When;
  /** The HTTP exchange that brought it: `bytes` is its body with content codings off; it is kept as it came. */
  readonly exchange?: HttpExchange;
  /** Exchanges that led to it by redirects, first to last. */
  readonly redirects?: readonly HttpExchange[];
  /** The record of others that `bytes` were read from, kept to the byte. */
  readonly foreign?: ForeignBlock & { readonly provenance: Provenance; readonly beside?: readonly ForeignBlock[] };
}

export interface CaptureReceipt {
  readonly capture: Reference;
  readonly digest: string;
  /** These bytes were already held from this origin. */
  readonly known: boolean;
  /** Extractor that has already cut texts from it or refused it; null: not parsed yet. */
  readonly parsedBy: string | null;
  /** Documents held from it already, dropped ones left out; empty unless `known`. */
  readonly held: readonly { readonly document: Reference; readonly title: string }[];
  /** Why nothing was cut from it, as `refuse` was told; null if it was not refused. */
  readonly refused: string | null;
}

/** What the extractor cut from a capture, to be held. */
export interface NewText {
  readonly capture: Reference;
  readonly facts: DocumentFacts;
  readonly rendering: Rendering;
}

export interface HoldReceipt {
  readonly outcome: 'added' | 'new version' | 'unchanged';
  readonly document: Reference;
  readonly version: Reference;
  /** Words of the main text. */
  readonly words: number;
}

export interface ListFilter extends TextFilter {
  readonly limit?: number;
}

/** A passage of a Version by its offsets and words (Web Annotation TextPositionSelector and TextQuoteSelector). */
export interface PassagePlace {
  readonly version: Reference;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A decision on two passages: that they treat one matter, or not; `b` null: that `a` has no partner at all. */
export interface NewPairing {
  readonly state: 'paired' | 'apart';
  readonly a: PassagePlace;
  readonly b: PassagePlace | null;
}

/** A decision that is kept: a confirmed or rejected Tie of two passages, with who made it and when. */
export interface PassagePairing extends NewPairing {
  readonly by: string;
  readonly at: When;
}

/** How a text stands at a Source. */
export interface DocumentStanding {
  readonly document: Reference;
  readonly source: Reference;
  readonly outcome: PollOutcome;
  /** Since when it is so, milliseconds since 1970. */
  readonly since: number;
}

/** The highest numbers of what was written, 0 where nothing was. */
export interface Revision {
  readonly captures: number;
  readonly versions: number;
  /** Corrections, droppings, people, sheets, sources: what persons did. */
  readonly acts: number;
  readonly polls: number;
  readonly happenings: number;
}

export interface LogEntry {
  readonly at: When;
  readonly by: string;
  readonly act: string;
  readonly reference: Reference | null;
  readonly detail: string;
}

/** One thing looked for: the fragments of one quotation, in order, each a run of folded words (text.words). */
export interface RecallRequest {
  readonly fragments: readonly (readonly string[])[];
  /** A language: where the words do not stand as they are, they are looked for in all forms that it bends them to. */
  readonly forms?: string | null;
  /** Places up to which a seed is followed: 48, then 256, then 2,048. */
  readonly cap: number;
  /** Most candidates that come back. */
  readonly limit: number;
  /** Among places that are equally good, those of this speaker (a search key: the surname, folded) and day come first. */
  readonly prefer?: { readonly speaker?: string | null; readonly day?: string | null };
}

export interface Recalled {
  readonly candidates: readonly Candidate[];
  /** −log2 frequency of each word of each fragment in the archive; words not held have that of one occurrence. */
  readonly bits: readonly (readonly number[])[];
  /**
   * Places and documents that hold the longest fragment to the word, the first of them by date, and the one nearest to
   * the preferred day.
   */
  readonly exact: {
    readonly places: number;
    readonly documents: number;
    readonly first: When | null;
    readonly nearest: When | null;
  };
  /** A seed stood in more places than the cap: asking again with a larger one may find more. */
  readonly capped: boolean;
}

/** Which of the texts held count. */
export interface Scope {
  /** Only those that are surely earlier: said, else published, else captured. Null: whenever they are from. */
  readonly before: When | null;
  /** Documents that do not count. */
  readonly except: readonly Reference[];
  readonly filter?: ListFilter;
}

export interface UsesWish {
  /** Whose earliest use is wanted besides: a body's name as printed, and a voice by all names it is printed as. */
  readonly body?: string | null;
  readonly voice?: readonly string[] | null;
  /** Only places where the words are a sentence by themselves, from its first word to its last. */
  readonly whole?: boolean;
  /** Places that come back one by one, at most; else none. */
  readonly list?: number;
  /** Whether they are listed from the latest back. */
  readonly latestFirst?: boolean;
}

export interface RepeatsWish {
  /** Fewest words of a run, 1 to 32; fewest texts. */
  readonly words: number;
  readonly texts: number;
  readonly limit: number;
}

/** A run of folded words that repeats. */
export interface HeldRepeat {
  readonly words: readonly string[];
  readonly texts: number;
  readonly places: number;
}

export interface NearWish {
  /** Places up to which a seed is followed. */
  readonly cap: number;
  /** Most places that come back for a run. */
  readonly limit: number;
  /** Only places with a run of so many words, or with runs that are rarer together, by so many bits, than chance. */
  readonly run: number;
  readonly beyondChance: number;
  /** Places with the same words come back too, all of them. */
  readonly all?: boolean;
}

export interface NearUses {
  readonly places: readonly NearUse[];
  /** Bits that words must have to be no work of chance: log2 of the words held. */
  readonly chance: number;
  readonly capped: boolean;
}

/** Whose texts: the body, else the source, as printed; with both null the texts that name neither. */
export interface Publisher {
  readonly body: string | null;
  readonly source: string | null;
  /** Null: of whatever kind. */
  readonly kind: string | null;
  readonly language: string | null;
}

export interface ArchiveStatus {
  readonly place: string;
  readonly storeVersion: number;
  readonly coverage: Coverage;
  readonly captures: number;
  readonly captureBytes: number;
  readonly versions: number;
  readonly dropped: number;
  readonly people: number;
  readonly sources: readonly {
    readonly source: string;
    readonly texts: number;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly index: {
    readonly segments: number;
    readonly words: number;
    readonly distinctWords: number;
    readonly bytes: number;
    readonly parts: readonly IndexPart[];
  };
}

/** A segment of the index, or what is in none yet. */
export interface IndexPart {
  /** Null: texts that are not written as a segment yet; the next process that opens the archive adds them anew. */
  readonly file: string | null;
  readonly words: number;
  readonly texts: number;
  /** Texts in it that are dropped since; they are left out when it is next merged. */
  readonly dropped: number;
  readonly bytes: number;
  readonly state: IndexPartState;
}

export const INDEX_PART_STATES = ['in memory', 'on disk', 'damaged', 'missing'] as const;
export type IndexPartState = (typeof INDEX_PART_STATES)[number];

export interface RepairWish {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: RepairProgress) => void;
}

export type RepairProgress =
  | { readonly doing: 'reading'; readonly file: string }
  | { readonly doing: 'indexing'; readonly done: number; readonly total: number };

/** What a repair found and did. */
export interface Repaired {
  /** Files of the index that were read. */
  readonly files: number;
  /** What could not be used, with what was wrong: "is damaged in …", "is missing". */
  readonly faults: readonly { readonly file: string; readonly problem: string }[];
  /** Texts that were indexed anew. */
  readonly texts: number;
}
