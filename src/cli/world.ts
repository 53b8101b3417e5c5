/** What the command line needs of the world; main builds it once, tests build it from plain values. */
import type {
  AddressEffects,
  Clock,
  Effects,
  Extractor,
  Files,
  FollowEffects,
  FollowRequest,
  JudgeElsewhere,
} from '#jobs/index.js';

export type Archive = Effects['archive'];

/** A page that is being served. */
export interface Served {
  /** The address of its first page, with the port that was taken. */
  readonly address: string;
  /** Fulfilled when it has stopped. */
  readonly ended: Promise<void>;
}

/** A page that was made before; at "/" it stands in place of the form. */
export interface ReadyPage {
  readonly path: string;
  readonly html: string;
  readonly title: string;
}

/** A stop of the tour on the start page. */
export interface TourStop {
  readonly href: string;
  readonly title: string;
  readonly help: string;
}

export interface World {
  readonly files: Files;
  /** Like `files`, for what comes with the product: import paths are the same on every machine. */
  readonly ownFiles: Files;
  readonly clock: Clock;
  readonly extract: Extractor;
  /** Asks to stop: Ctrl-C. */
  readonly signal: AbortSignal;
  /** Who is at work, where --by does not say. */
  readonly user: string;
  /** ONRECORD_ARCHIVE. */
  readonly archiveFolder: string | undefined;
  /** Colour as the environment wishes it (NO_COLOR, FORCE_COLOR, TERM=dumb, no terminal). */
  readonly colour: boolean;
  /** Columns of the terminal; null where there is none. */
  readonly columns: number | null;
  /** Columns in which progress can be drawn; null where standard error is no terminal. */
  readonly progressColumns: number | null;
  /** How the user calls the program: "onrecord", or "npx onrecord" where it runs from a copy of the project. */
  readonly called: string;
  /** Where the recipes stand that come with the product. */
  readonly recipes: string;
  /** Where the case file stands. */
  readonly caseFile: string;
  readonly version: string;

  out(text: string): void;
  err(text: string): void;
  /** Milliseconds since some moment, for rates. */
  elapsed(): number;
  /** With `create` it is made if it is not there, else that is archive-missing. */
  openArchive(folder: string, create: boolean): Promise<Archive>;
  openTransient(): Promise<Archive>;
  /** A thread that judges against the archive of a folder; it starts when it is asked. */
  judgeElsewhere(folder: string): JudgeElsewhere;
  /** The way out to the web, as polite as the archive's settings wish. */
  fetcher(settings: { readonly contact: string | null; readonly gap: number }): Promise<AddressEffects['fetch']>;
  /** Reads what a place answered, with a deadline. */
  readonly readPlace: FollowEffects['readPlace'];
  /** Milliseconds since 1970, and a number from 0 to 1 so that not all come at once. */
  readonly now: () => number;
  readonly jitter: () => number;
  /** Waits, but not longer than until the user asks to stop. */
  wait(milliseconds: number): Promise<void>;
  /** Whether a folder can be written to, or made. */
  writable(folder: string): Promise<boolean>;
  /** A folder for things that need not stay. */
  readonly temporaryFolder: string;
  writeFile(path: string, content: string | AsyncIterable<Uint8Array>): Promise<void>;
  /** Sends a query to a time authority; `allow`: places in a network of one's own that may be asked, "host:port". */
  askTime(address: string, query: Uint8Array, allow: readonly string[]): Promise<Uint8Array>;
  /** So many bytes of chance. */
  chance(bytes: number): Uint8Array;
  /** Answers an assistant on standard input and output until the input ends or the signal asks to stop. */
  talk(archive: Archive): Promise<void>;
  /** Serves on this machine until the signal asks to stop: at `port` or the next that is free, unless `strict`. */
  serve(input: {
    readonly archive: Archive;
    /** Where what is added on the pages is kept. */
    readonly folder: string;
    /** There is no archive in that folder yet; the first writing makes it. */
    readonly transient: boolean;
    readonly port: number;
    readonly strict: boolean;
    /** Where it is reached, and the token that whoever comes must have; null: on this machine only, and nobody is asked. */
    readonly access: { readonly host: string; readonly names: readonly string[]; readonly token: string | null } | null;
    readonly pages: readonly ReadyPage[];
    readonly tour: readonly TourStop[];
    /** The recipes that come with the product. */
    readonly recipes: FollowRequest['recipes'];
    /** Whether what is followed is looked at while it serves. */
    readonly watch: boolean;
  }): Promise<Served>;
}
