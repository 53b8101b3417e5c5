/** Repair: every byte of the index is read, what cannot be used is set aside, and what lacks is cut from the rows. */
import type { IndexPart, Repaired, RepairWish } from '../promise.js';
import type { Database } from './database.js';
import { fillIndex, mindStop, PIECE } from './filling.js';
import type { Rows, WordIndex } from './word-index.js';

/** Mends the index of a record. Only a writer may. OnrecordError stopped when the signal asks to stop. */
export async function repairIndex(
  index: WordIndex,
  database: Database,
  rows: Rows,
  { signal, progress }: RepairWish,
  piece: number = PIECE,
): Promise<Repaired> {
  let files = 0;
  const faults = await index.examine((file) => {
    mindStop(signal);
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
  const texts = await fillIndex(index, database, rows, {
    piece,
    signal,
    progress: ({ done, total }) => void (total > 0 && progress?.({ doing: 'indexing', done, total })),
  });
  return { files, faults, texts };
}

/** The segments of an index with what is dropped in each; `hidden` is 1 for a version that is dropped. */
export function indexParts(index: WordIndex, hidden: Uint8Array): IndexPart[] {
  return index.segments().map(({ file, words, texts, bytes, versions, state }) => {
    let dropped = 0;
    for (const version of versions ?? []) dropped += hidden[version]!;
    return { file, words, texts, dropped, bytes, state };
  });
}
