/**
 * All versions held, in columns: what recall must know of thousands of texts at once (of which document, hidden or
 * not, how old) without asking the database for each.
 */
import type { Database } from './database.js';

/** One entry for each version; versions are numbered by the rows' ids, from 1. */
export class Roll {
  /** Ids of the document of each version; 0: no such version. */
  documents: Uint32Array = new Uint32Array(1024);
  /** Number of the version within its document. */
  numbers: Uint32Array = new Uint32Array(1024);
  /** When it was said, else published, else captured, as digits YYYYMMDDhhmmss filled up with zeros. */
  moments: Float64Array = new Float64Array(1024);
  /** 1: the document is dropped. */
  hidden: Uint8Array = new Uint8Array(1024);
  /** Newest version of each document. */
  newest: Uint32Array = new Uint32Array(1024);
  /** Highest version id. */
  last = 0;

  /** Reads all versions anew. */
  load(database: Database): void {
    this.last = 0;
    this.documents.fill(0);
    this.newest.fill(0);
    const rows = database
      .sql(
        'SELECT v.id, v.document, v.number, d.moment, d.dropped FROM versions v JOIN documents d ON d.id = v.document ORDER BY v.id',
      )
      .all();
    for (const { id, document, number, moment, dropped } of rows)
      this.add(Number(id), Number(document), Number(number), String(moment), Number(dropped) !== 0);
  }

  add(version: number, document: number, number: number, moment: string, dropped: boolean): void {
    this.#reach(Math.max(version, document));
    this.documents[version] = document;
    this.numbers[version] = number;
    this.moments[version] = momentOf(moment);
    this.hidden[version] = dropped ? 1 : 0;
    const newest = this.newest[document]!;
    if (newest === 0 || this.numbers[newest]! < number) this.newest[document] = version;
    this.last = Math.max(this.last, version);
  }

  #reach(index: number): void {
    if (index < this.documents.length) return;
    const length = Math.max(index + 1, this.documents.length * 2);
    const { documents, numbers, moments, hidden, newest } = this;
    (this.documents = new Uint32Array(length)).set(documents);
    (this.numbers = new Uint32Array(length)).set(numbers);
    (this.moments = new Float64Array(length)).set(moments);
    (this.hidden = new Uint8Array(length)).set(hidden);
    (this.newest = new Uint32Array(length)).set(newest);
  }
}

function momentOf(written: string): number {
  return Number(written.slice(0, 19).replace(/\D/g, '').padEnd(14, '0'));
}
