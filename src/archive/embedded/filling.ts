/**
 * Cutting what the index lacks from the rows, in bounded memory: after an update that changed the format of the files
 * or the rules of folding all that is held, after a repair what was damaged. Pieces of the archive become segments one
 * after the other; each that is written stays written, so that whoever goes on after a kill begins behind it. A piece
 * is as large as a segment that is merged no more. After each half a million words others have their turn.
 */
import { OnrecordError } from '#base/index.js';
import type { Database } from './database.js';
import type { Rows, WordIndex } from './word-index.js';

/** Words of a piece; fewer are for tests. */
export const PIECE = 20_000_000;
/** Words that are cut at one go. */
const STEP = 500_000;
/** Lacking words from which they are written before a question is answered: fewer are cut within a second or two. */
export const WORTH_WRITING = 2_000_000;

/** Words that a reader cuts into memory rather than wait for whoever writes them. */
const MOST_IN_MEMORY = 32_000_000;
/** While waiting, how often is looked, and how often nothing may have changed. */
const LOOK_MS = 500;
const MOST_IDLE = 120;

/** How far the cutting is, in texts. */
export interface Filled {
  readonly done: number;
  readonly total: number;
}

export interface FillWish {
  readonly piece?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((filled: Filled) => void) | undefined;
}

/** What of the rows is in no segment and not in memory either. `generation` goes up whenever files are written. */
export function lackingIn(
  index: WordIndex,
  database: Database,
): { readonly texts: number; readonly words: number; readonly generation: number } {
  const { last, gaps, generation } = index.covered(database);
  let texts = 0;
  let words = 0;
  for (const [first, end] of [...gaps, [last + 1, Number.MAX_SAFE_INTEGER] as const]) {
    const row = database
      .sql('SELECT count(*) AS texts, coalesce(sum(words), 0) AS words FROM versions WHERE id BETWEEN ? AND ?')
      .get(first, end)!;
    texts += Number(row['texts']);
    words += Number(row['words']);
  }
  return { texts, words, generation };
}

/** Cuts and writes all that lacks. Returns how many texts were cut. Only a writer may. OnrecordError stopped. */
export async function fillIndex(
  index: WordIndex,
  database: Database,
  rows: Rows,
  { piece = PIECE, signal, progress }: FillWish = {},
): Promise<number> {
  const total = lackingIn(index, database).texts;
  let done = 0;
  for (;;) {
    mindStop(signal);
    const added = index.catchUp(database, Math.min(STEP, piece));
    done += added;
    if (added === 0 || index.waiting >= piece) {
      await index.write(rows);
      // A full disk: what cannot be written is left to whoever cuts it into memory.
      if (index.waiting > 0) return done;
      index.cool();
    }
    progress?.({ done, total });
    if (added === 0) return done;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Failures of writing an index that a reader can do without: what lacks is cut into memory, and written another time. */
export const UNWRITTEN: ReadonlySet<string> = new Set(['archive-locked', 'archive-read-only', 'disk-full']);

/** Waiting while another process writes what lacks: as long as it comes on, and what lacks is too much for memory. */
export class Patience {
  #generation = -1;
  #idle = 0;

  isWorthIt({ words, generation }: { readonly words: number; readonly generation: number }): boolean {
    this.#idle = generation === this.#generation ? this.#idle + 1 : 0;
    this.#generation = generation;
    return words > MOST_IN_MEMORY && this.#idle < MOST_IDLE;
  }

  wait(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

export function mindStop(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new OnrecordError('stopped', 'Stopped.', 'Run onrecord repair again to go on where it stopped.');
}
