/** The searches that people keep, by name, and what each of them had seen when they looked last. */
import { OnrecordError, type When } from '#base/index.js';
import type { ListFilter } from '../promise.js';
import type { SavedSearch } from '../search-promise.js';
import type { Database } from './database.js';

/** All of them by name, with where `who` stands; who never looked stands where the search was saved. */
export function savedSearches(database: Database, who: string): SavedSearch[] {
  return database
    .sql(
      `SELECT s.*, coalesce(l.mark, s.mark) AS seen, coalesce(l.at, s.at) AS seen_at
       FROM searches s LEFT JOIN searches_looked l ON l.search = s.id AND l.by = ? ORDER BY s.key`,
    )
    .all(who)
    .map((row) => ({
      name: String(row['name']),
      words: String(row['words']),
      filter: JSON.parse(String(row['filter'])) as ListFilter,
      by: String(row['by']),
      at: JSON.parse(String(row['at'])) as When,
      looked: { mark: Number(row['seen']), at: JSON.parse(String(row['seen_at'])) as When },
    }));
}

/** Keeps a search under a name, in place of one of that name. `at`: when, as the log has it. */
export function keepSearch(
  database: Database,
  { name, words, filter }: Pick<SavedSearch, 'name' | 'words' | 'filter'>,
  by: string,
  at: When,
): void {
  database.sql('DELETE FROM searches_looked WHERE search IN (SELECT id FROM searches WHERE key = ?)').run(keyOf(name));
  database
    .sql(
      `INSERT INTO searches (key, name, words, filter, by, at, mark) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET name = excluded.name, words = excluded.words, filter = excluded.filter,
         by = excluded.by, at = excluded.at, mark = excluded.mark`,
    )
    .run(keyOf(name), name, words, JSON.stringify(filter), by, JSON.stringify(at), markNow(database));
}

/** Notes that somebody has seen what a search finds up to a mark; OnrecordError not-found. */
export function lookedAtSearch(database: Database, name: string, by: string, mark: number, at: When): void {
  const id = idOf(database, name);
  database
    .sql(
      `INSERT INTO searches_looked (search, by, mark, at) VALUES (?, ?, ?, ?)
       ON CONFLICT (search, by) DO UPDATE SET mark = max(mark, excluded.mark), at = excluded.at`,
    )
    .run(id, by, Math.min(mark, markNow(database)), JSON.stringify(at));
}

/** Forgets a search; OnrecordError not-found. */
export function dropSearch(database: Database, name: string): void {
  const id = idOf(database, name);
  database.sql('DELETE FROM searches_looked WHERE search = ?').run(id);
  database.sql('DELETE FROM searches WHERE id = ?').run(id);
}

/** What is held now: the row of the newest version. */
export function markNow(database: Database): number {
  return Number(database.sql('SELECT coalesce(max(id), 0) AS mark FROM versions').get()!['mark']);
}

function idOf(database: Database, name: string): number {
  const row = database.sql('SELECT id FROM searches WHERE key = ?').get(keyOf(name));
  if (!row) throw new OnrecordError('not-found', `No search is kept as “${name}”.`, 'See onrecord search --saved.');
  return Number(row['id']);
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
