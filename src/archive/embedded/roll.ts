/**
 * All versions held, in columns: what recall must know of thousands of texts at once (of which document, hidden or
 * not, how old) without asking the database for each.
 */
import type { Database, Row } from './database.js';

/** What is known of a version when it is entered. */
export interface RollEntry {
  readonly version: number;
  readonly document: number;
  readonly number: number;
  readonly words: number;
  readonly moment: string;
  readonly dated: boolean;
  readonly kind: string;
  readonly hidden: boolean;
}

const ROWS = `SELECT v.id, v.document, v.number, v.words, d.moment, d.day, d.kind, d.dropped
  FROM versions v JOIN documents d ON d.id = v.document`;

/** One entry for each version; versions are numbered by the rows' ids, from 1. */
export class Roll {
  /** Ids of the document of each version; 0: no such version. */
  documents: Uint32Array = new Uint32Array(1024);
  /** Number of the version within its document. */
  numbers: Uint32Array = new Uint32Array(1024);
  /** When it was said, else published, else captured, as digits YYYYMMDDhhmmss filled up with zeros. */
  moments: Float64Array = new Float64Array(1024);
  /** 1: said or published on a day that is known; else the moment is that of the capture. */
  dated: Uint8Array = new Uint8Array(1024);
  /** 1: cut by a machine from a recording, which mis-hears. */
  heard: Uint8Array = new Uint8Array(1024);
  /** Words of the main text. */
  words: Uint32Array = new Uint32Array(1024);
  /** 1: the document is dropped. */
  hidden: Uint8Array = new Uint8Array(1024);
  /** Newest version of each document. */
  newest: Uint32Array = new Uint32Array(1024);
  /** Highest version id. */
  last = 0;

  /** Where versions come from while only those that are asked about are entered; null: all are. */
  #singly: Database | null = null;

  /** Reads all versions anew. */
  load(database: Database): void {
    this.#clear(null);
    for (const row of database.sql(`${ROWS} ORDER BY v.id`).iterate()) this.#enter(row);
  }

  /**
   * From now on versions are entered when `see` asks for them, one by one: for a process that asks a question or two
   * of a large archive. `newest` and `last` say nothing meanwhile.
   */
  loadSingly(database: Database): void {
    this.#clear(database);
  }

  /** Sees to it that a version is entered. */
  see(version: number): void {
    if (this.#singly === null || (this.documents[version] ?? 0) !== 0) return;
    const row = this.#singly.sql(`${ROWS} WHERE v.id = ?`).get(version);
    if (row) this.#enter(row);
  }

  #clear(singly: Database | null): void {
    this.#singly = singly;
    this.last = 0;
    this.documents.fill(0);
    this.newest.fill(0);
  }

  #enter({ id, document, number, words, moment, day, kind, dropped }: Row): void {
    this.add({
      version: Number(id),
      document: Number(document),
      number: Number(number),
      words: Number(words),
      moment: String(moment),
      dated: day !== null,
      kind: String(kind),
      hidden: Number(dropped) !== 0,
    });
  }

  add({ version, document, number, words, moment, dated, kind, hidden }: RollEntry): void {
    this.#reach(Math.max(version, document));
    this.documents[version] = document;
    this.numbers[version] = number;
    this.moments[version] = momentOf(moment);
    this.dated[version] = dated ? 1 : 0;
    this.heard[version] = kind === 'captions' || kind === 'machine transcript' ? 1 : 0;
    this.words[version] = words;
    this.hidden[version] = hidden ? 1 : 0;
    const newest = this.newest[document]!;
    if (newest === 0 || this.numbers[newest]! < number) this.newest[document] = version;
    this.last = Math.max(this.last, version);
  }

  #reach(index: number): void {
    if (index < this.documents.length) return;
    const length = Math.max(index + 1, this.documents.length * 2);
    const { documents, numbers, moments, dated, heard, words, hidden, newest } = this;
    (this.documents = new Uint32Array(length)).set(documents);
    (this.numbers = new Uint32Array(length)).set(numbers);
    (this.moments = new Float64Array(length)).set(moments);
    (this.dated = new Uint8Array(length)).set(dated);
    (this.heard = new Uint8Array(length)).set(heard);
    (this.words = new Uint32Array(length)).set(words);
    (this.hidden = new Uint8Array(length)).set(hidden);
    (this.newest = new Uint32Array(length)).set(newest);
  }
}

function momentOf(written: string): number {
  return Number(written.slice(0, 19).replace(/\D/g, '').padEnd(14, '0'));
}
