/**
 * The one door to SQLite: the built-in node:sqlite where Node has a finished one, else the same API from a package.
 * Failures become OnrecordErrors here; every other file speaks SQL and nothing of drivers.
 */
import { OnrecordError } from '#base/index.js';
import { diskFull, readOnly } from './failures.js';

export type Value = string | number | null | Uint8Array;
export type Row = Record<string, Value>;

/** A prepared statement; parameters are taken by position. */
export interface Statement {
  run(...parameters: Value[]): { readonly changes: number; readonly lastInsertRowid: number };
  get(...parameters: Value[]): Row | undefined;
  all(...parameters: Value[]): Row[];
  iterate(...parameters: Value[]): IterableIterator<Row>;
}

export interface Database {
  /** True if nothing can be written through this connection. */
  readonly readOnly: boolean;
  exec(sql: string): void;
  /** The statement for this SQL, prepared once. */
  sql(text: string): Statement;
  /** All or nothing: rolls back if `work` throws. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** How a database is opened; immutable: the file lies where nothing can be written, not even beside it. */
export type Mode = 'write' | 'read' | 'immutable';

interface Connection {
  exec(sql: string): void;
  prepare(sql: string): unknown;
  close(): void;
}

type Driver = new (location: string, options: { readOnly: boolean; timeout: number }) => Connection;

/** How long a reader or writer waits for a moment's lock of another, in milliseconds. */
const PATIENCE = 5000;

/** Opens a database file, or one in memory if the path is ":memory:". */
export async function openDatabase(path: string, mode: Mode): Promise<Database> {
  const Driver = await driver();
  const location =
    mode === 'immutable' ? `file:${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}?immutable=1` : path;
  const connection = guarded(path, () => new Driver(location, { readOnly: mode !== 'write', timeout: PATIENCE }));
  return new Connected(path, connection, mode !== 'write');
}

async function driver(): Promise<Driver> {
  const [major = 0] = process.versions.node.split('.').map(Number);
  // @ts-expect-error The types of Node 20 do not know it.
  if (major >= 24) return ((await import('node:sqlite')) as { DatabaseSync: Driver }).DatabaseSync;
  return (await import('@photostructure/sqlite')).DatabaseSync;
}

class Connected implements Database {
  readonly readOnly: boolean;
  readonly #path: string;
  readonly #connection: Connection;
  readonly #statements = new Map<string, Statement>();

  constructor(path: string, connection: Connection, isReadOnly: boolean) {
    this.#path = path;
    this.#connection = connection;
    this.readOnly = isReadOnly;
  }

  exec(sql: string): void {
    guarded(this.#path, () => this.#connection.exec(sql));
  }

  sql(text: string): Statement {
    let statement = this.#statements.get(text);
    if (!statement) {
      const path = this.#path;
      const raw = guarded(path, () => this.#connection.prepare(text)) as Statement;
      statement = {
        run: (...parameters) => guarded(path, () => raw.run(...parameters)),
        get: (...parameters) => guarded(path, () => raw.get(...parameters)),
        all: (...parameters) => guarded(path, () => raw.all(...parameters)),
        iterate: (...parameters) => guarded(path, () => raw.iterate(...parameters)),
      };
      this.#statements.set(text, statement);
    }
    return statement;
  }

  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      try {
        this.exec('ROLLBACK');
      } catch {
        // A full disk has rolled back already.
      }
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    try {
      // The driver lets go of statements only when they are collected, so that closing alone may leave the WAL full.
      if (!this.readOnly) this.#connection.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Others are reading, or the disk is full: what is in the WAL is as safe there.
    }
    this.#connection.close();
  }
}

/** Runs a call of SQLite; its failures become OnrecordErrors. Result codes: sqlite.org/rescode.html. */
function guarded<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    const code = (error as { errcode?: number }).errcode;
    if (code === undefined) throw error;
    switch (code & 0xff) {
      case 5:
      case 6:
        throw new OnrecordError('archive-locked', `${path} is in use by another process.`, 'Try again in a moment.', {
          cause: error,
        });
      case 8:
      case 14:
        throw readOnly(path, error);
      case 13:
        throw diskFull(path, error);
      case 10:
        throw new OnrecordError(
          'disk-failed',
          `The disk failed while ${path} was read or written.`,
          'Check the disk.',
          {
            cause: error,
          },
        );
      case 11:
      case 26:
        throw new OnrecordError('archive-damaged', `${path} is damaged.`, 'Bring it back from a copy of the archive.', {
          cause: error,
        });
      default:
        throw error;
    }
  }
}
