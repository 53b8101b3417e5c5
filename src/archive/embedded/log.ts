/**
 * The log: every record of the captures, every text cut from them, everything that people did to the archive and every
 * poll is an entry, in the order in which they came, and the leaf of a Merkle tree whose head is signed from time to
 * time. Entries are never changed or taken away. A record's leaf is its head, read from its file; other entries hold
 * their own words. Written in the transaction of the rows that they are about, so that neither is there without the
 * other.
 */
import { OnrecordError } from '#base/index.js';
import {
  type Hash,
  type LogKey,
  consistencyPath,
  grown,
  inclusionPath,
  leafHash,
  rootOf,
  signCheckpoint,
  textRoot,
} from '#custody/index.js';
import type { Entered } from './captures.js';
import type { Database } from './database.js';

/**
 * What an entry is about. file: the head of a file of captures; capture; record: what stands beside a capture, such as
 * its request; text: a wording cut from a capture; act: what a person did; poll: somebody looked.
 */
export type EntryKind = 'file' | 'capture' | 'record' | 'text' | 'act' | 'poll';

/** An entry that holds its own words: fields in the order in which they are to stand. */
export interface WordEntry {
  readonly kind: 'text' | 'act' | 'poll';
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  /** ISO 8601 instant with zone. */
  readonly at: string;
}

/** A signed head of the log. */
export interface SignedHead {
  readonly size: number;
  readonly note: string;
  readonly verifier: string;
  readonly at: string;
}

/** Entries after which, and time after which, a checkpoint is signed at the next write. */
const OFTEN = 1000;
const HOUR_MS = 3_600_000;

export class Log {
  readonly #database: Database;
  readonly #key: () => LogKey;
  readonly #now: () => string;

  /** `key` is asked for when something is to be signed. */
  constructor(database: Database, key: () => LogKey, now: () => string) {
    this.#database = database;
    this.#key = key;
    this.#now = now;
  }

  get size(): number {
    return Number(this.#database.sql('SELECT coalesce(max(n) + 1, 0) AS size FROM entries').get()!['size']);
  }

  /** Enters records of the captures; `captures` are the rows of those that keep something, by the number of the input. */
  enterRecords(records: readonly Entered[], captures: readonly number[]): void {
    const insert = this.#database.sql(
      'INSERT INTO entries (n, kind, at, file, offset, length, crc, capture) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    let n = this.size;
    for (const { head, type, keeps, at, file, offset, length, crc } of records) {
      const kind = type === 'warcinfo' ? 'file' : keeps === null ? 'record' : 'capture';
      insert.run(n, kind, at, file, offset, length, crc, keeps === null ? null : captures[keeps]!);
      this.#grow(n++, leafHash(head));
    }
  }

  /** Enters what holds its own words, within the caller's transaction. Returns the number of the first. */
  enter(entries: readonly WordEntry[]): number {
    const insert = this.#database.sql('INSERT INTO entries (n, kind, at, content) VALUES (?, ?, ?, ?)');
    const first = this.size;
    for (const [i, { kind, fields, at }] of entries.entries()) {
      const content = JSON.stringify({ kind, ...fields, at });
      insert.run(first + i, kind, at, content);
      this.#grow(first + i, leafHash(content));
    }
    return first;
  }

  /** Enters the wording of a version, within the caller's transaction. */
  enterText(text: {
    readonly version: string;
    readonly row: number;
    readonly capture: string;
    readonly digest: string;
    readonly extractor: string;
    readonly text: string;
  }): void {
    const { version, row, capture, digest, extractor, text: words } = text;
    const { root, pieces } = textRoot(words);
    const fields = {
      version,
      capture,
      digest: `sha256:${digest}`,
      extractor,
      length: words.length,
      pieces,
      root: hex(root),
    };
    const n = this.enter([{ kind: 'text', fields, at: this.#now() }]);
    this.#database.sql('UPDATE entries SET version = ? WHERE n = ?').run(row, n);
  }

  #grow(n: number, leaf: Hash): void {
    const insert = this.#database.sql('INSERT INTO tree (level, n, hash) VALUES (?, ?, ?)');
    for (const node of grown(n, leaf, this.nodes)) insert.run(node.level, node.n, node.hash);
  }

  readonly nodes = (level: number, n: number): Hash => {
    const row = this.#database.sql('SELECT hash FROM tree WHERE level = ? AND n = ?').get(level, n);
    if (!row) throw new RangeError(`the log has no node ${n} of level ${level}`);
    return row['hash'] as Uint8Array;
  };

  root(size: number = this.size): Hash {
    return rootOf(size, this.nodes);
  }

  inclusion(n: number, size: number): readonly Hash[] {
    return inclusionPath(n, size, this.nodes);
  }

  consistency(earlier: number, size: number): readonly Hash[] {
    return consistencyPath(earlier, size, this.nodes);
  }

  /** The last head that was signed; null if none was. */
  head(): SignedHead | null {
    const row = this.#database.sql('SELECT size, note, verifier, at FROM checkpoints ORDER BY size DESC LIMIT 1').get();
    return row ? headOf(row) : null;
  }

  /** Signs the head of the log as it is, unless that was done. Null of an empty log. Within the caller's transaction. */
  sign(): SignedHead | null {
    const { size } = this;
    const last = this.head();
    if (size === 0 || last?.size === size) return last;
    const key = this.#key();
    const at = `${this.#now().slice(0, 19)}Z`;
    const note = signCheckpoint({ size, root: this.root(size), at }, key);
    this.#database
      .sql('INSERT INTO checkpoints (size, at, verifier, note) VALUES (?, ?, ?, ?)')
      .run(size, at, key.verifier, note);
    return { size, note, verifier: key.verifier, at };
  }

  /** Signs if the last checkpoint is far behind: by entries, or by time. Within the caller's transaction. */
  signIfDue(): void {
    const last = this.head();
    const behind = this.size - (last?.size ?? 0);
    if (behind >= OFTEN || (behind > 0 && last && Date.parse(this.#now()) - Date.parse(last.at) >= HOUR_MS))
      this.signIfItCan();
  }

  /** Signs what is not signed yet, in a transaction of its own. A full disk costs nothing: whoever writes next signs. */
  signAtEnd(): void {
    if (this.head()?.size === this.size) return;
    try {
      this.#database.transaction(() => this.signIfItCan());
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
    }
  }

  /** Signs, or leaves it to whoever writes next: nothing acknowledged hangs on it. */
  signIfItCan(): void {
    try {
      this.sign();
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
    }
  }
}

export function headOf(row: Readonly<Record<string, unknown>>): SignedHead {
  return {
    size: Number(row['size']),
    note: String(row['note']),
    verifier: String(row['verifier']),
    at: String(row['at']),
  };
}

export function hex(hash: Uint8Array): string {
  return Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength).toString('hex');
}
