/** What an archive holds and how its index lies, counted from the rows. */
import type { ArchiveStatus } from '../promise.js';
import type { Database } from './database.js';
import type { Held } from './recall.js';
import { indexParts } from './repairing.js';
import { STORE_VERSION } from './schema.js';

/** The status of the archive at `place`; the roll must be whole. */
export function statusOf(place: string, database: Database, { documents, index, roll }: Held): ArchiveStatus {
  const one = (sql: string): number => Number(database.sql(sql).get()!['n']);
  return {
    place,
    storeVersion: STORE_VERSION,
    coverage: documents.coverage({}),
    captures: one('SELECT count(*) AS n FROM captures'),
    captureBytes: one('SELECT coalesce(sum(size), 0) AS n FROM captures'),
    versions: one('SELECT count(*) AS n FROM versions'),
    dropped: one('SELECT count(*) AS n FROM documents WHERE dropped = 1'),
    people: one('SELECT count(*) AS n FROM people'),
    sources: database
      .sql(
        `SELECT coalesce(source, '') AS source, count(*) AS texts, min(day) AS first, max(day) AS last
         FROM documents WHERE dropped = 0 GROUP BY 1 ORDER BY texts DESC, 1`,
      )
      .all()
      .map((row) => ({
        source: String(row['source']),
        texts: Number(row['texts']),
        from: row['first'] as string | null,
        to: row['last'] as string | null,
      })),
    index: { ...index.summary(), parts: indexParts(index, roll.hidden) },
  };
}
