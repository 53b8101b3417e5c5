/** The people of the archive, as they were imported: one row for each, whole. */
import type { Person } from '#record/index.js';
import type { Database } from './database.js';

/** Writes people over those of the same id, and counts what was new and what differs; inside a transaction. */
export function keepPeople(
  database: Database,
  people: readonly Person[],
): { readonly added: number; readonly changed: number } {
  let added = 0;
  let changed = 0;
  for (const person of people) {
    const json = JSON.stringify(person);
    const held = database.sql('SELECT person FROM people WHERE id = ?').get(person.id);
    if (!held) added++;
    else if (held['person'] !== json) changed++;
    database
      .sql('INSERT INTO people (id, person) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET person = excluded.person')
      .run(person.id, json);
  }
  return { added, changed };
}

/** All of them, by id. */
export function peopleIn(database: Database): Person[] {
  return database
    .sql('SELECT person FROM people ORDER BY id')
    .all()
    .map(({ person }) => JSON.parse(String(person)) as Person);
}
