/**
 * The tables of record.sqlite and how older ones become these. Rows hold what was captured, cut and corrected; the
 * index can be made anew from them. Each release's migrations stay here for good: an archive of any age opens.
 */
import { OnrecordError } from '#base/index.js';
import type { Database } from './database.js';

/** What brings an archive from each store version to the next; the first entry makes version 1 out of nothing. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE captures (
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    media_type TEXT,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    at TEXT NOT NULL,
    file INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL,
    parsed_by TEXT,
    refused TEXT,
    UNIQUE (origin, digest)
  );
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL,
    corrections TEXT,
    publisher_id TEXT,
    address TEXT,
    origin TEXT NOT NULL,
    source TEXT,
    kind TEXT NOT NULL,
    language TEXT,
    day TEXT,
    moment TEXT NOT NULL,
    words INTEGER NOT NULL,
    dropped INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX documents_by_publisher_id ON documents (publisher_id) WHERE publisher_id IS NOT NULL;
  CREATE INDEX documents_by_address ON documents (address) WHERE address IS NOT NULL;
  CREATE INDEX documents_by_origin ON documents (origin);
  CREATE INDEX documents_by_moment ON documents (moment, id);
  CREATE TABLE voices (
    document INTEGER NOT NULL REFERENCES documents,
    name TEXT NOT NULL,
    PRIMARY KEY (document, name)
  ) WITHOUT ROWID;
  CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    number INTEGER NOT NULL,
    capture INTEGER NOT NULL REFERENCES captures,
    captured TEXT NOT NULL,
    words INTEGER NOT NULL,
    digest TEXT NOT NULL,
    UNIQUE (document, number)
  );
  CREATE TABLE texts (
    version INTEGER PRIMARY KEY REFERENCES versions,
    extractor TEXT NOT NULL,
    language TEXT,
    text TEXT NOT NULL,
    layout TEXT NOT NULL,
    spans BLOB NOT NULL
  );
  CREATE TABLE rules (folding TEXT NOT NULL);
  CREATE TABLE people (id TEXT PRIMARY KEY, person TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    act TEXT NOT NULL,
    reference TEXT,
    detail TEXT NOT NULL
  );
  CREATE TABLE custody (file INTEGER NOT NULL, end INTEGER NOT NULL, link TEXT NOT NULL);
  `,
  `
  CREATE TABLE pairings (
    id INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    a INTEGER NOT NULL REFERENCES versions,
    a_start INTEGER NOT NULL,
    a_end INTEGER NOT NULL,
    a_text TEXT NOT NULL,
    b INTEGER REFERENCES versions,
    b_start INTEGER,
    b_end INTEGER,
    b_text TEXT,
    by TEXT NOT NULL,
    at TEXT NOT NULL
  );
  `,
  `
  ALTER TABLE captures ADD COLUMN provenance TEXT;
  CREATE TABLE entries (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT,
    file INTEGER,
    offset INTEGER,
    length INTEGER,
    crc INTEGER,
    capture INTEGER REFERENCES captures,
    version INTEGER REFERENCES versions
  );
  CREATE INDEX entries_by_capture ON entries (capture) WHERE capture IS NOT NULL;
  CREATE INDEX entries_by_version ON entries (version) WHERE version IS NOT NULL;
  CREATE TABLE tree (level INTEGER NOT NULL, n INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, n)) WITHOUT ROWID;
  CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, at TEXT NOT NULL, verifier TEXT NOT NULL, note TEXT NOT NULL);
  CREATE TABLE stamps (
    id INTEGER PRIMARY KEY,
    size INTEGER NOT NULL REFERENCES checkpoints,
    authority TEXT NOT NULL,
    at TEXT NOT NULL,
    token BLOB NOT NULL
  );
  `,
  // The same bytes may come from one address again after others: an edit that was taken back.
  `
  CREATE TABLE captures_anew (
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    media_type TEXT,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    at TEXT NOT NULL,
    file INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL,
    parsed_by TEXT,
    refused TEXT,
    provenance TEXT
  );
  INSERT INTO captures_anew (id, origin, media_type, digest, size, at, file, offset, length, parsed_by, refused, provenance)
    SELECT id, origin, media_type, digest, size, at, file, offset, length, parsed_by, refused, provenance FROM captures;
  DROP TABLE captures;
  ALTER TABLE captures_anew RENAME TO captures;
  CREATE INDEX captures_by_origin ON captures (origin, digest);
  `,
  `
  CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    plain TEXT NOT NULL UNIQUE,
    recipe TEXT NOT NULL,
    allow TEXT NOT NULL,
    state TEXT NOT NULL,
    since INTEGER NOT NULL,
    ended INTEGER
  );
  CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources,
    key TEXT NOT NULL,
    address TEXT,
    title TEXT,
    document INTEGER REFERENCES documents,
    updated TEXT,
    standing TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    UNIQUE (source, key)
  );
  CREATE INDEX items_by_document ON items (document) WHERE document IS NOT NULL;
  CREATE TABLE looks (
    key TEXT PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources,
    kind TEXT NOT NULL,
    item TEXT,
    address TEXT NOT NULL,
    host TEXT NOT NULL,
    due INTEGER NOT NULL,
    leased INTEGER,
    token INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  CREATE INDEX looks_by_due ON looks (due);
  CREATE INDEX looks_out ON looks (host) WHERE leased IS NOT NULL;
  CREATE TABLE polls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source INTEGER NOT NULL REFERENCES sources,
    item TEXT,
    address TEXT NOT NULL,
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    status INTEGER,
    capture INTEGER REFERENCES captures,
    detail TEXT NOT NULL
  );
  CREATE INDEX polls_by_source ON polls (source, item, id);
  CREATE TABLE happenings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES sources,
    item TEXT,
    title TEXT,
    address TEXT,
    at INTEGER NOT NULL,
    after INTEGER,
    before INTEGER NOT NULL,
    detail TEXT NOT NULL
  );
  CREATE TABLE marks (
    name TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    happening INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE sheets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    quotations INTEGER NOT NULL,
    open INTEGER NOT NULL,
    note TEXT NOT NULL,
    earlier INTEGER REFERENCES sheets,
    digest TEXT NOT NULL,
    content TEXT NOT NULL
  );
  CREATE INDEX sheets_by_earlier ON sheets (earlier) WHERE earlier IS NOT NULL;
  `,
  // What every question asks first: which texts are dropped, what is covered, who speaks.
  `
  CREATE INDEX documents_dropped ON documents (id) WHERE dropped = 1;
  CREATE INDEX documents_covered ON documents (dropped, source, day, language, words);
  CREATE INDEX voices_by_name ON voices (name, document);
  `,
  `
  CREATE TABLE searches (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    filter TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    mark INTEGER NOT NULL
  );
  CREATE TABLE searches_looked (
    search INTEGER NOT NULL REFERENCES searches,
    by TEXT NOT NULL,
    mark INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (search, by)
  ) WITHOUT ROWID;
  `,
  `
  ALTER TABLE sources ADD COLUMN paused INTEGER;
  CREATE INDEX sources_paused ON sources (id) WHERE paused IS NOT NULL;
  `,
];

/** The store version that this program writes. */
export const STORE_VERSION = MIGRATIONS.length;

/** The version of an opened database, 0 if nothing is in it yet. OnrecordError archive-newer if it is beyond us. */
export function storeVersion(database: Database, place: string): number {
  const version = Number(database.sql('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > STORE_VERSION)
    throw new OnrecordError(
      'archive-newer',
      `The archive ${place} was written by a newer Onrecord (store version ${version}; this one knows ${STORE_VERSION}).`,
      'Update Onrecord, then try again. Nothing was changed.',
    );
  return version;
}

/** The folding rules by which all texts held are cut into words; null where none is held yet. */
export function foldingOf(database: Database): string | null {
  return (database.sql('SELECT folding FROM rules').get()?.['folding'] as string | undefined) ?? null;
}

/** Brings the database to STORE_VERSION, one step at a time, each whole or not at all. */
export function migrate(database: Database, place: string): void {
  // A table that is made anew is dropped first, with all that refers to it (sqlite.org/lang_altertable.html, 7).
  database.exec('PRAGMA foreign_keys = OFF');
  for (let version = storeVersion(database, place); version < STORE_VERSION; version++)
    database.transaction(() => {
      database.exec(MIGRATIONS[version]!);
      database.exec(`PRAGMA user_version = ${version + 1}`);
    });
  database.exec('PRAGMA foreign_keys = ON');
}
