/** What the archive is put together from when it is opened. */
import type { Captures } from './captures.js';
import type { Database } from './database.js';
import type { Disk } from './disk.js';
import type { Filled } from './filling.js';
import type { WordIndex } from './word-index.js';

/** What an archive is made of; `folder` null: in memory. */
export interface Parts {
  readonly folder: string | null;
  readonly place: string;
  readonly disk: Disk;
  readonly database: Database;
  readonly captures: Captures;
  readonly index: WordIndex;
  /** The present instant, ISO 8601 UTC. */
  readonly now: () => string;
  /** Words of a piece when the index is made anew, where a test wants fewer. */
  readonly piece?: number | undefined;
  /** Is told how far that is. */
  readonly filled?: ((filled: Filled) => void) | undefined;
}
