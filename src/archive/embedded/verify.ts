/**
 * Reads everything that is kept and compares it, each with what it can be compared with: the bytes of every record
 * with its digests, its CRC and its leaf of the log; the chain; the rows with the records; the tree with its leaves;
 * every checkpoint with the tree and its signature; every token with its checkpoint; every text with its entry. Where a
 * file is not sound it is walked through from its start, so that what was moved, taken out or put in is named as that.
 * Where it was when it was stopped is left in a file, from which the next run goes on.
 */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { captureReference } from '#base/index.js';
import {
  CustodyDamage,
  digestOf,
  leafHash,
  openCheckpoint,
  type ReadRecord,
  readRecord,
  readToken,
  sameHash,
  textRoot,
} from '#custody/index.js';
import type { CustodyProblem, Verified, VerifyWish } from '../custody-promise.js';
import type { Captures } from './captures.js';
import { chainEnd } from './capturing.js';
import type { Database, Row } from './database.js';
import type { Disk } from './disk.js';
import { headOf, hex, type Log } from './log.js';
import { sheetProblems } from './sheets.js';
import { checkTree } from './verify-tree.js';
import type { Walked } from './walk-records.js';

export interface VerifyParts {
  readonly database: Database;
  readonly captures: Captures;
  readonly log: Log;
  readonly disk: Disk;
  /** Where the place is kept at which a run was stopped; null where nothing can be written. */
  readonly folder: string | null;
}

/** Where a run was stopped, and what it had found. */
interface Place {
  readonly next: number;
  readonly link: string | null;
  readonly last: string | null;
  readonly bytes: number;
  readonly problems: readonly CustodyProblem[];
}

/** Rows looked at between two looks at the signal. */
const ROWS = 500;
/** Clocks are set, and what was asked for together does not come in order. */
const HOUR_MS = 3_600_000;
const FROM_COPY = 'Bring the file back from a copy of the archive; onrecord verify says whether the copy is sound.';
const NOT_HERE = 'Compare the archive with a copy, and with checkpoints and proofs that others keep.';

export class Verification {
  readonly #parts: VerifyParts;
  readonly #problems: CustodyProblem[] = [];
  #bytes = 0;
  #link: string | null = null;
  #last: string | null = null;
  /** What lies in the file that is not sound, by leaf. */
  #walked: { readonly file: number; readonly byLeaf: Map<string, Found>; readonly unsound: Walked[] } | null = null;
  #window: { file: number; offset: number; bytes: Uint8Array } = { file: 0, offset: 0, bytes: new Uint8Array(0) };

  constructor(parts: VerifyParts) {
    this.#parts = parts;
  }

  async run({ anew = false, signal, progress }: VerifyWish): Promise<Verified> {
    const { database, log } = this.#parts;
    const size = log.size;
    const place = anew ? null : this.#placeLeft();
    const resumed = place && place.next <= size ? place.next : 0;
    if (place && resumed > 0) {
      this.#problems.push(...place.problems);
      this.#bytes = place.bytes;
      this.#link = place.link;
      this.#last = place.last;
    }
    const page = database.sql(
      `SELECT e.*, t.hash AS leaf, c.origin AS c_origin, c.digest AS c_digest, c.size AS c_size, c.file AS c_file,
         c.offset AS c_offset, c.length AS c_length, c.id AS c_id
       FROM entries e LEFT JOIN tree t ON t.level = 0 AND t.n = e.n LEFT JOIN captures c ON c.id = e.capture
       WHERE e.n >= ? ORDER BY e.n LIMIT ${ROWS}`,
    );
    let next = resumed;
    let stopped = false;
    while (next < size && !stopped) {
      const rows = page.all(next);
      if (rows.length === 0) break;
      for (const row of rows) {
        for (; next < Number(row['n']); next++) this.#missingEntry(next);
        this.#entry(row);
        next++;
      }
      progress?.({ entries: next, of: size, bytes: this.#bytes });
      await breath();
      stopped = signal?.aborted === true && next < size;
    }
    if (stopped) this.#leave(next);
    else {
      this.#endWalk();
      this.#files();
      for (const problem of checkTree(database, size)) this.#problems.push(problem);
      this.#rows();
      await breath();
      this.#texts();
      this.#problems.push(...sheetProblems(database));
      this.#leave(null);
    }
    const count = (sql: string): number => Number(database.sql(sql).get()!['n']);
    const head = stopped ? null : this.#checkpoints();
    return {
      captures: count(`SELECT count(*) AS n FROM entries WHERE kind = 'capture' AND n < ${next}`),
      entries: next,
      texts: stopped ? 0 : count('SELECT count(*) AS n FROM texts'),
      checkpoints: stopped ? 0 : count('SELECT count(*) AS n FROM checkpoints'),
      stamps: stopped ? 0 : count('SELECT count(*) AS n FROM stamps'),
      bytes: this.#bytes,
      head,
      problems: this.#problems,
      unfinished: this.#unfinished(),
      resumed,
      stopped,
    };
  }

  #say(
    fault: CustodyProblem['fault'],
    message: string,
    remedy: string,
    about: Partial<Omit<CustodyProblem, 'fault' | 'message' | 'remedy'>> = {},
  ): void {
    const nothing = { reference: null, entry: null, file: null, offset: null };
    this.#problems.push({ fault, message, remedy, ...nothing, ...about });
  }

  #missingEntry(entry: number): void {
    this.#say('log differs', `Entry ${entry} of the log has been taken out of the database.`, NOT_HERE, { entry });
  }

  #entry(row: Row): void {
    const entry = Number(row['n']);
    const leaf = row['leaf'] as Uint8Array | null;
    if (row['content'] !== null) {
      if (leaf === null || !sameHash(leafHash(String(row['content'])), leaf))
        this.#say(
          'log differs',
          `Entry ${entry} of the log holds other words than were entered.`,
          'Bring record.sqlite back from a copy of the archive.',
          { entry },
        );
      return;
    }
    const [file, offset, length] = [Number(row['file']), Number(row['offset']), Number(row['length'])];
    const about = {
      entry,
      file: this.#parts.captures.nameOf(file),
      offset,
      reference: row['capture'] === null ? null : captureReference(Number(row['capture'])),
    };
    if (this.#walked && this.#walked.file !== file) this.#endWalk();
    let record: RecordFacts | null = null;
    if (this.#walked === null) {
      const bytes = this.#read(file, offset, length);
      const read = bytes && sound(bytes, length, Number(row['crc']));
      if (read && leaf && sameHash(leafHash(read.head), leaf)) record = factsOf(read);
      else this.#walk(file);
    }
    if (this.#walked) {
      const found = leaf && this.#walked.byLeaf.get(hex(leaf));
      if (found) {
        this.#walked.byLeaf.delete(hex(leaf));
        ({ record } = found);
        if (found.offset !== offset && !this.#isShifted(file, offset))
          this.#say(
            'record out of place',
            `${named(about)} lies at byte ${found.offset} of ${about.file} instead of ${offset}: records were moved, or something was taken out or put in before it.`,
            FROM_COPY,
            about,
          );
        else if (found.crc !== Number(row['crc']) && found.offset === offset)
          this.#say(
            'record damaged',
            `${named(about)}, at byte ${offset} of ${about.file}, was written otherwise than it lies there, though it reads the same.`,
            FROM_COPY,
            about,
          );
      } else this.#lost(about, file, offset, length);
    }
    this.#bytes += length;
    if (record) this.#compare(row, record, about);
    this.#link = record?.link ?? null;
  }

  /** Behind a record that was taken out or put in all others are shifted alike: said once, with the first. */
  #isShifted(file: number, offset: number): boolean {
    return this.#problems.some(
      ({ fault, file: of, offset: at }) =>
        (fault === 'record missing' || fault === 'record out of place') &&
        of === this.#parts.captures.nameOf(file) &&
        (at ?? 0) < offset,
    );
  }

  #lost(about: About, file: number, offset: number, length: number): void {
    const size = this.#parts.captures.size(file);
    if (size === null) {
      if (!this.#problems.some(({ fault, file: of }) => fault === 'file missing' && of === about.file))
        this.#say('file missing', `The file ${about.file} is gone, from ${named(about)} on.`, FROM_COPY, about);
      return;
    }
    const unsound = this.#walked!.unsound.find(
      (one) => one.offset < offset + length && one.offset + one.length > offset,
    );
    const cut = offset + length > size;
    if (unsound || cut)
      this.#say(
        'record damaged',
        `${named(about)}, at byte ${offset} of ${about.file}, ${cut && !unsound ? 'is cut off' : unsound!.damage}.`,
        FROM_COPY,
        about,
      );
    else
      this.#say(
        'record missing',
        `${named(about)}, at byte ${offset} of ${about.file}, is not there: it was taken out, or another was put in its place.`,
        FROM_COPY,
        about,
      );
  }

  #compare(row: Row, record: RecordFacts, about: About): void {
    if (this.#link !== null && record.previous !== this.#link)
      this.#say('chain broken', `${named(about)} does not name the record before it.`, NOT_HERE, about);
    const at = record.provenance?.taken ?? record.facts.at;
    if (this.#last !== null && Date.parse(at) < Date.parse(this.#last) - HOUR_MS)
      this.#say(
        'date out of order',
        `${named(about)} says that it was kept at ${at}, but stands in the log behind what was kept at ${this.#last}. The clock was wrong, or it was dated back.`,
        'Go by the order of the log, not by this date.',
        about,
      );
    this.#last = at;
    if (row['capture'] === null) return;
    const same =
      row['c_id'] !== null &&
      row['c_digest'] === record.digest &&
      Number(row['c_size']) === record.size &&
      row['c_origin'] === record.facts.origin &&
      ['file', 'offset', 'length'].every((place) => row[place] === row[`c_${place}`]);
    if (!same)
      this.#say(
        'row differs',
        `What the database says of ${named(about)} is not what its record says.`,
        'Bring record.sqlite back from a copy of the archive.',
        about,
      );
  }

  #read(file: number, offset: number, length: number): Uint8Array | null {
    const { captures } = this.#parts;
    const { bytes, offset: from } = this.#window;
    if (this.#window.file !== file || offset < from || offset + length > from + bytes.length) {
      if (captures.size(file) === null) return null;
      this.#window = { file, offset, bytes: captures.part(file, offset, Math.max(length, 4 * 2 ** 20)) };
    }
    const start = offset - this.#window.offset;
    return this.#window.bytes.subarray(start, start + length);
  }

  #walk(file: number): void {
    const byLeaf = new Map<string, Found>();
    const unsound: Walked[] = [];
    for (const one of this.#parts.captures.walk(file, null) ?? []) {
      if (one.record) byLeaf.set(hex(leafHash(one.record.head)), { ...one, record: factsOf(one.record) });
      else unsound.push(one);
    }
    this.#walked = { file, byLeaf, unsound };
  }

  /** What is left of a file that was walked through belongs to no entry. */
  #endWalk(): void {
    const walked = this.#walked;
    this.#walked = null;
    if (!walked) return;
    const end = chainEnd(this.#parts.database);
    const entered = this.#parts.database.sql(
      'SELECT 1 AS there FROM tree t JOIN entries e ON e.n = t.n WHERE t.level = 0 AND t.hash = ? AND e.file = ?',
    );
    for (const [leaf, { offset }] of walked.byLeaf) {
      if (walked.file === end.file && offset >= end.end) continue;
      if (entered.get(Uint8Array.from(Buffer.from(leaf, 'hex')), walked.file)) continue;
      const file = this.#parts.captures.nameOf(walked.file);
      this.#say('record unknown', `The record at byte ${offset} of ${file} is not in the log.`, FROM_COPY, {
        file,
        offset,
      });
    }
  }

  #files(): void {
    const { captures, database } = this.#parts;
    for (const name of captures.others(chainEnd(database).file))
      if (name.endsWith('.warc.gz') && !/^onrecord-\d{6}\.warc\.gz$/.test(name))
        this.#say(
          'file unknown',
          `The file ${name} in captures/ is none of ours; what it holds is not in the log.`,
          `If you want it, move it elsewhere and take it in: onrecord add ${name}`,
          { file: name },
        );
  }

  #unfinished(): number {
    const { file, end } = chainEnd(this.#parts.database);
    return file === 0 ? 0 : Math.max(0, (this.#parts.captures.size(file) ?? 0) - end);
  }

  #rows(): void {
    const { database } = this.#parts;
    const check = database.sql('PRAGMA quick_check(20)').all();
    if (check.length !== 1 || check[0]!['quick_check'] !== 'ok')
      this.#say(
        'database damaged',
        `The database is damaged: ${check.map((row) => String(Object.values(row)[0])).join('; ')}.`,
        'Bring record.sqlite back from a copy of the archive.',
        { file: 'record.sqlite' },
      );
    for (const { id } of database
      .sql('SELECT id FROM captures WHERE id NOT IN (SELECT capture FROM entries WHERE capture IS NOT NULL)')
      .all()) {
      const reference = captureReference(Number(id));
      this.#say('row not logged', `The database names ${reference}, which is not in the log.`, NOT_HERE, { reference });
    }
  }

  #texts(): void {
    const rows = this.#parts.database
      .sql(
        `SELECT v.document, v.number, t.text, c.digest, e.content, e.n FROM versions v
         LEFT JOIN texts t ON t.version = v.id LEFT JOIN captures c ON c.id = v.capture
         LEFT JOIN entries e ON e.version = v.id ORDER BY v.id`,
      )
      .iterate();
    for (const { document, number, text, digest, content, n } of rows) {
      const reference = `d${Number(document)}v${Number(number)}`;
      if (content === null) {
        this.#say('row not logged', `The text ${reference} is not in the log.`, NOT_HERE, { reference });
        continue;
      }
      const entry = JSON.parse(String(content)) as { readonly root: string; readonly digest: string };
      if (
        text === null ||
        hex(textRoot(String(text)).root) !== entry.root ||
        entry.digest !== `sha256:${String(digest)}`
      )
        this.#say(
          'text differs',
          `The text of ${reference} is not the one that was cut from its capture.`,
          'Bring record.sqlite back from a copy of the archive, or read the capture itself.',
          { reference, entry: Number(n) },
        );
    }
  }

  #checkpoints(): Verified['head'] {
    const { database, log } = this.#parts;
    let good: Verified['head'] = null;
    let before: string | null = null;
    for (const row of database.sql('SELECT * FROM checkpoints ORDER BY size').all()) {
      const head = headOf(row);
      const about = { entry: head.size };
      try {
        const checkpoint = openCheckpoint(head.note, head.verifier);
        const reached = checkpoint.size <= log.size;
        if (checkpoint.size !== head.size || !reached || !sameHash(checkpoint.root, this.#rootAt(checkpoint.size)))
          this.#say(
            'checkpoint differs',
            `The log is not the one that was signed at ${head.at}, when it had ${checkpoint.size} entries.`,
            NOT_HERE,
            about,
          );
        else {
          const stamps = this.#stamps(head.size, head.note);
          good = { ...head, stamps };
        }
        if (before !== null && checkpoint.at !== null && Date.parse(checkpoint.at) < Date.parse(before) - HOUR_MS)
          this.#say(
            'date out of order',
            `The checkpoint over ${head.size} entries says ${checkpoint.at}, but follows one of ${before}.`,
            'Go by the order of the log, not by this date.',
            about,
          );
        before = checkpoint.at;
      } catch (error) {
        if (!(error instanceof CustodyDamage)) throw error;
        this.#say(
          'signature wrong',
          `The checkpoint of ${head.at} over ${head.size} entries ${error.message}.`,
          NOT_HERE,
          about,
        );
      }
    }
    return good;
  }

  #rootAt(size: number): Uint8Array {
    try {
      return this.#parts.log.root(size);
    } catch (error) {
      if (error instanceof RangeError) return new Uint8Array(0);
      throw error;
    }
  }

  #stamps(size: number, note: string): { authority: string; at: string; token: Uint8Array }[] {
    const sound: { authority: string; at: string; token: Uint8Array }[] = [];
    for (const row of this.#parts.database.sql('SELECT * FROM stamps WHERE size = ? ORDER BY id').all(size)) {
      const stamp = { authority: String(row['authority']), at: String(row['at']), token: row['token'] as Uint8Array };
      try {
        const token = readToken(stamp.token, digestOf(note));
        if (token.at !== stamp.at) throw new CustodyDamage(`says ${token.at}`);
        sound.push(stamp);
      } catch (error) {
        if (!(error instanceof CustodyDamage)) throw error;
        this.#say(
          'token wrong',
          `The time token of ${stamp.authority}, ${stamp.at}, over ${size} entries ${error.message}.`,
          'Ask for another one: onrecord stamp.',
          { entry: size },
        );
      }
    }
    return sound;
  }

  #placeLeft(): Place | null {
    const { folder, disk } = this.#parts;
    const file = folder === null ? null : disk.read(join(folder, 'verify.json'));
    try {
      return file && (JSON.parse(new TextDecoder().decode(file)) as Place);
    } catch {
      return null;
    }
  }

  /** Leaves the place, or, at the end, nothing. */
  #leave(next: number | null): void {
    const { folder, disk } = this.#parts;
    if (folder === null) return;
    const path = join(folder, 'verify.json');
    if (next === null) {
      if (disk.size(path) !== null) disk.remove(path);
      return;
    }
    const place: Place = {
      next,
      link: this.#link,
      last: this.#last,
      bytes: this.#bytes,
      problems: this.#problems,
    };
    disk.write(path, [new TextEncoder().encode(JSON.stringify(place))]);
  }
}

type About = Pick<CustodyProblem, 'reference' | 'entry' | 'file' | 'offset'>;

function named({ reference, entry }: About): string {
  return reference === null ? `The record of entry ${entry}` : `The record of ${reference}`;
}

/** The record in these bytes, if they are to the bit what was written and all its digests agree. */
function sound(bytes: Uint8Array, length: number, crc: number): ReadRecord | null {
  if (bytes.length !== length || crc32(bytes) !== crc) return null;
  try {
    const record = readRecord(bytes);
    return record.end === length ? record : null;
  } catch (error) {
    if (error instanceof CustodyDamage) return null;
    throw error;
  }
}

/** What is compared of a record; its bytes are let go. */
type RecordFacts = Pick<ReadRecord, 'facts' | 'digest' | 'link' | 'previous' | 'provenance'> & {
  readonly size: number;
};
type Found = Omit<Walked, 'record'> & { readonly record: RecordFacts };

function factsOf({ facts, digest, link, previous, provenance, payload }: ReadRecord): RecordFacts {
  return { facts, digest, link, previous, provenance, size: payload.length };
}

/** Lets what waits have its turn, Ctrl-C among it. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
