/**
 * The promise of the keep for what is followed: Sources, their texts, every look, and the queue of looks to come. One
 * look is written whole or not at all: what was found, where the texts stand since, and what is to be looked at next, so
 * that a process that dies between two steps has either not looked or has looked. Bytes and texts are kept before, by
 * capture and hold; a look that is done again finds them held.
 */
import type { Reference } from '#base/index.js';
import type { Document, Happening, Poll, Recipe, Source, SourceItem, SourceState, Standing } from '#record/index.js';

export interface Following {
  /**
   * Begins to follow. An address that is followed already has its recipe and state made anew; its name stays, because
   * its texts are known by it. Logged.
   */
  follow(source: NewSource, by: string): Promise<Source>;
  /** Ends following; what was kept stays. Logged. */
  unfollow(source: Reference, by: string): Promise<Source>;
  /** Hands out no looks of it from the moment on; null: again. Its looks stay in the queue. Logged. */
  pause(source: Reference, since: number | null, by: string): Promise<Source>;
  sources(): Promise<readonly Source[]>;
  /** The Source by Reference, address or name; null if none is followed. */
  source(named: string): Promise<Source | null>;

  /** Adds looks to the queue. One with the key of another replaces it only if it is due sooner. */
  queue(looks: readonly NewLook[]): Promise<void>;
  /**
   * Hands out looks that are due, the longest due first, at most one a host and none of a host that is out; each is out
   * until `until`, or until it is settled. The token goes up each time a look is handed out.
   */
  lease(wish: {
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    /** Only looks of this Source. */
    readonly source?: Reference;
  }): Promise<readonly Look[]>;
  /**
   * Takes back all looks that are out: whoever had them is gone, since one process writes at a time. Looks that are due
   * later than `latest` are due now: they were put there by a clock that has been set back since. Returns how many.
   */
  recallLooks(clock: { readonly now: number; readonly latest: number }): Promise<number>;
  /**
   * Writes what a look found, all of it or nothing. False: the look was handed out again in the meantime, or was
   * settled; nothing is written, and what the other writes counts.
   */
  settle(look: Look, found: LookFound): Promise<boolean>;
  /** When the next look is due that is not paused, and how many there are; null: none. */
  nextLook(source?: Reference): Promise<{ readonly due: number; readonly looks: number } | null>;

  /** How many texts of a Source are called removed, and how many were missed and not yet called so. */
  standings(source: Reference): Promise<{ readonly removed: number; readonly doubted: number }>;
  /** Texts of a Source by their keys; those that are not known are left out. */
  items(source: Reference, keys?: readonly string[]): Promise<readonly SourceItem[]>;
  /** Looks, newest first. */
  polls(wish: {
    readonly source?: Reference;
    readonly item?: string;
    readonly limit: number;
  }): Promise<readonly Poll[]>;

  /** New wordings held since a number of our own order, oldest first. Number 0 is the beginning. */
  revisions(wish: { readonly after: number; readonly limit: number }): Promise<readonly HeldRevision[]>;
  /** Texts that are held for the first time since a number of our own order. */
  newTexts(after: number): Promise<number>;
  /** The same, one by one, newest first. */
  firstHeld(wish: { readonly after: number; readonly limit: number }): Promise<readonly FirstHeld[]>;
  happenings(wish: { readonly after: number; readonly limit: number }): Promise<readonly Happening[]>;
  /** Up to where somebody has looked; null: never. */
  mark(name: string): Promise<Mark | null>;
  keepMark(name: string, mark: Mark): Promise<void>;
  /** The mark of all there is now. */
  present(): Promise<Pick<Mark, 'revision' | 'happening'>>;
}

export interface NewSource {
  readonly name: string;
  readonly address: string;
  readonly recipe: Recipe;
  readonly allow: readonly string[];
  readonly since: number;
  readonly state: SourceState;
}

/** A look to come: at a place, at a page of its list, or at one text. */
export interface NewLook {
  /** The same look has the same key. */
  readonly key: string;
  readonly source: Reference;
  readonly kind: 'place' | 'page' | 'text';
  /** Key of the text, of a look at a text. */
  readonly item: string | null;
  readonly address: string;
  readonly due: number;
}

/** A look that was handed out. */
export interface Look extends NewLook {
  /** Fencing token: what an older holder of this look says does not count (Kleppmann 2016). */
  readonly token: number;
  /** Times it was handed out and not settled. */
  readonly attempts: number;
}

/** What one look found. */
export interface LookFound {
  readonly poll: Omit<Poll, 'number' | 'source'>;
  /** What of the Source's state is otherwise since; a look at a text and one at the place may end at the same time. */
  readonly state: Partial<SourceState> | null;
  readonly items: readonly NewItem[];
  readonly happenings: readonly Omit<Happening, 'number' | 'source' | 'document'>[];
  /** When the same look is due again; null: never. */
  readonly again: number | null;
  readonly looks: readonly NewLook[];
}

/** A text as a look found it; replaces what was known of it. */
export interface NewItem {
  readonly key: string;
  readonly address: string | null;
  readonly title: string | null;
  readonly document: Reference | null;
  readonly updated: string | null;
  readonly standing: Standing;
}

/** A wording that came after another of the same text. */
export interface HeldRevision {
  /** Our own order. */
  readonly number: number;
  readonly document: Document;
  readonly before: Reference;
  readonly after: Reference;
  /** The Source that lists this text; null: it came by other ways. */
  readonly source: Reference | null;
}

/** A text that is held for the first time. */
export interface FirstHeld {
  /** Our own order. */
  readonly number: number;
  readonly document: Document;
  /** The Source that lists this text; null: it came by other ways. */
  readonly source: Reference | null;
}

/** Up to where somebody has looked. */
export interface Mark {
  readonly revision: number;
  readonly happening: number;
  readonly at: number;
}
