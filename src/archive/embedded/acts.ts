/** The acts of people on the archive: who did what to which text, and when. Only ever appended to. */
import type { Reference, When } from '#base/index.js';
import type { LogEntry } from '../promise.js';
import type { Keeping } from './capturing.js';
import type { Database } from './database.js';

/** Writes an act down at the instant `now` (ISO 8601, UTC), in the signed log as well; returns its moment. */
export function enterAct(
  { database, log }: Keeping,
  now: string,
  {
    act,
    reference,
    by,
    detail,
  }: { readonly act: string; readonly reference: Reference | null; readonly by: string; readonly detail: string },
): When {
  const at = instantOf(now);
  database
    .sql('INSERT INTO log (at, by, act, reference, detail) VALUES (?, ?, ?, ?, ?)')
    .run(JSON.stringify(at), by, act, reference, detail);
  log?.enter([{ kind: 'act', fields: { act, reference, by, detail }, at: now }]);
  return at;
}

/** An instant, ISO 8601 in UTC, to the second. */
export function instantOf(now: string): When {
  return { at: now.slice(0, 19), precision: 'second', zone: 'Z', basis: 'stated' };
}

/** The last `limit` acts, the newest first. */
export function actsIn(database: Database, limit: number): LogEntry[] {
  return database
    .sql('SELECT at, by, act, reference, detail FROM log ORDER BY id DESC LIMIT ?')
    .all(limit)
    .map(({ at, by, act, reference, detail }) => ({
      at: JSON.parse(String(at)) as When,
      by: String(by),
      act: String(act),
      reference: reference as string | null,
      detail: String(detail),
    }));
}
