/** Repair: every byte of the index is read, what cannot be used is set aside, and what lacks is cut from the rows. */
import { OnrecordError } from '#base/index.js';
import type { IndexPart, Repaired, RepairWish } from '../promise.js';
import type { Database } from './database.js';
import type { Rows, WordIndex } from './word-index.js';

/** Words that are indexed before they are written: what is done then stays done. */
const AT_ONCE = 1_000_000;

/** Mends the index of a record. Only a writer may. OnrecordError stopped when the signal asks to stop. */
export async function repairIndex(
  index: WordIndex,
  database: Database,
  rows: Rows,
  { signal, progress }: RepairWish,
): Promise<Repaired> {
  const mindStop = (): void => {
    if (signal?.aborted)
      throw new OnrecordError('stopped', 'Stopped.', 'Run onrecord repair again to go on where it stopped.');
  };
  let files = 0;
  const faults = await index.examine((file) => {
    mindStop();
    files++;
    progress?.({ doing: 'reading', file });
  });
  const held = database
    .sql(
      `SELECT t.version FROM texts t JOIN versions v ON v.id = t.version JOIN documents d ON d.id = v.document
       WHERE d.dropped = 0 ORDER BY t.version`,
    )
    .all()
    .map(({ version }) => Number(version));
  const damaged = faults.map(({ file }) => file);
  if (damaged.length > 0) await index.setAside(damaged, held);
  else index.refresh();
  const indexed = new Set(index.segments().flatMap(({ versions }) => Array.from(versions ?? [])));
  const total = held.filter((version) => !indexed.has(version)).length;
  let texts = 0;
  for (;;) {
    mindStop();
    const added = index.catchUp(database, AT_ONCE);
    await index.write(rows);
    if (added === 0) return { files, faults, texts };
    texts += added;
    progress?.({ doing: 'indexing', done: texts, total });
  }
}

/** The segments of an index with what is dropped in each; `hidden` is 1 for a version that is dropped. */
export function indexParts(index: WordIndex, hidden: Uint8Array): IndexPart[] {
  return index.segments().map(({ file, words, texts, bytes, versions, state }) => {
    let dropped = 0;
    for (const version of versions ?? []) dropped += hidden[version]!;
    return { file, words, texts, dropped, bytes, state };
  });
}
