/** What the embedded archive proves: its log and its signed heads, what stands in it, and whether all is as it was kept. */
import { captureReference, OnrecordError, parseReference, type Reference, type When } from '#base/index.js';
import type { Capture, Version } from '#record/index.js';
import type {
  CaptureFilter,
  Continuation,
  Custody,
  Evidence,
  HeldCapture,
  HeldRecord,
  LoggedEntry,
  NewStamp,
  PollEntry,
  SignedHead,
  Stamp,
  Verified,
  VerifyWish,
} from '../custody-promise.js';
import type { Kept } from './captures.js';
import type { Keeping } from './capturing.js';
import type { Row } from './database.js';
import type { Disk } from './disk.js';
import { versionNamed } from './documents.js';
import { headOf, type Log } from './log.js';
import { Verification } from './verify.js';

/** What the archive lends to its custody. */
export interface Lent {
  readonly keeping: Keeping;
  readonly disk: Disk;
  readonly folder: string | null;
  /** Sees to it that rows are read as they are now. */
  readonly look: () => void;
  /** Does a write with the lock, one after the other. */
  readonly write: <T>(work: () => Promise<T>) => Promise<T>;
  readonly captureOf: (reference: Reference) => Promise<Capture>;
}

/** Code units of a text that go into the list of pages of an export. */
const PAGE_TEXT = 20_000;

export class EmbeddedCustody implements Custody {
  readonly #lent: Lent;

  constructor(lent: Lent) {
    this.#lent = lent;
  }

  get #log(): Log {
    const { log } = this.#lent.keeping;
    if (log === null)
      throw new OnrecordError(
        'bad-use',
        'What is only held in memory has no log.',
        'Take the texts into an archive first: onrecord add PATH.',
      );
    return log;
  }

  async checkpoint(): Promise<SignedHead | null> {
    const { keeping, look, write } = this.#lent;
    look();
    if (keeping.log === null) return null;
    const { log } = keeping;
    const last = log.head();
    if (!last || last.size !== log.size) {
      // Asking for the lock builds the log of an archive that was begun before there was one.
      await write(async () => keeping.database.transaction(() => log.sign()));
    }
    const head = log.head();
    return head && { ...head, stamps: this.#stamps(head.size) };
  }

  #stamps(size: number): readonly Stamp[] {
    return this.#lent.keeping.database
      .sql('SELECT authority, at, token FROM stamps WHERE size = ? ORDER BY id')
      .all(size)
      .map(({ authority, at, token }) => ({
        authority: String(authority),
        at: String(at),
        token: token as Uint8Array,
      }));
  }

  async enterPolls(polls: readonly PollEntry[]): Promise<number> {
    const { keeping, write } = this.#lent;
    const log = this.#log;
    return write(async () =>
      keeping.database.transaction(() => {
        const first = log.enter(polls.map(({ at, fields }) => ({ kind: 'poll', at, fields })));
        log.signIfDue();
        return first;
      }),
    );
  }

  async evidence(capture: Reference, version: Reference | null): Promise<Evidence> {
    const { keeping, captureOf } = this.#lent;
    const head = await this.checkpoint();
    const log = this.#log;
    const held = await captureOf(capture);
    const number = Number(held.reference.slice(1));
    const recordRow = keeping.database.sql("SELECT * FROM entries WHERE capture = ? AND kind = 'capture'").get(number);
    if (!recordRow || !head) throw notLogged(capture);
    const found = version === null ? null : this.#version(version);
    const textRow = found && keeping.database.sql('SELECT * FROM entries WHERE version = ?').get(found.row);
    if (found && !textRow) throw notLogged(version!);
    // The first head that an authority has stamped says most of when it was; else the present one.
    const last = Math.max(Number(recordRow['n']), Number(textRow?.['n'] ?? 0));
    const stamped = keeping.database
      .sql(`SELECT * FROM checkpoints WHERE size > ? AND size IN (SELECT size FROM stamps) ORDER BY size LIMIT 1`)
      .get(last);
    const chosen = stamped ? { ...headOf(stamped), stamps: this.#stamps(Number(stamped['size'])) } : head;
    const logged = (row: Row, content: string): LoggedEntry => ({
      n: Number(row['n']),
      content,
      path: log.inclusion(Number(row['n']), chosen.size),
    });
    const record = keeping.captures.record(placeOf(recordRow));
    return {
      capture: held,
      record: logged(recordRow, new TextDecoder().decode(record.head)),
      text: found && textRow ? { ...logged(textRow, String(textRow['content'])), version: found.version } : null,
      head: chosen,
    };
  }

  /** A Version with its row. */
  #version(reference: Reference): { readonly row: number; readonly version: Version } | null {
    const { database, documents } = this.#lent.keeping;
    const found = versionNamed(database, reference);
    const { versions = [] } = (found && documents.byId(found.document)) ?? {};
    const version = versions.find((one) => one.reference === reference);
    return found && version ? { row: found.id, version } : null;
  }

  async sinceThen({ log: name, size }: { readonly log: string; readonly size: number }): Promise<Continuation | null> {
    const head = await this.checkpoint();
    const log = this.#log;
    const known = this.#lent.keeping.database
      .sql('SELECT verifier FROM checkpoints')
      .all()
      .some(({ verifier }) => String(verifier).startsWith(`${name}+`));
    if (!head || !known || size < 1 || size > head.size) return null;
    return { head, root: log.root(size), path: log.consistency(size, head.size) };
  }

  async keepStamp({ size, authority, at, token }: NewStamp): Promise<void> {
    const { keeping, write } = this.#lent;
    await write(async () =>
      keeping.database.transaction(
        () =>
          void keeping.database
            .sql('INSERT INTO stamps (size, authority, at, token) VALUES (?, ?, ?, ?)')
            .run(size, authority, at, token),
      ),
    );
  }

  async verify(wish: VerifyWish): Promise<Verified> {
    const { keeping, disk, folder, look, write } = this.#lent;
    look();
    const log = this.#log;
    const { database, captures } = keeping;
    if (log.size === 0 && !database.readOnly) await write(async () => undefined);
    return new Verification({ database, captures, log, disk, folder: database.readOnly ? null : folder }).run(wish);
  }

  async captures(filter: CaptureFilter): Promise<readonly HeldCapture[]> {
    const { keeping, look } = this.#lent;
    look();
    const { database } = keeping;
    const wanted = filter.references?.length ? this.#named(filter.references) : null;
    const cut = database.sql(
      `SELECT d.source, d.facts, substr(t.text, 1, ${PAGE_TEXT}) AS text FROM versions v
       JOIN documents d ON d.id = v.document JOIN texts t ON t.version = v.id WHERE v.capture = ? ORDER BY v.id`,
    );
    const found: HeldCapture[] = [];
    for (const row of database.sql('SELECT * FROM captures ORDER BY id').all()) {
      const id = Number(row['id']);
      if (wanted && !wanted.has(id)) continue;
      const at = JSON.parse(String(row['at'])) as When;
      const day = at.at.slice(0, 10);
      if (filter.from !== undefined && day < filter.from.slice(0, 10)) continue;
      if (filter.to !== undefined && day.slice(0, filter.to.length) > filter.to.slice(0, 10)) continue;
      const [text] = cut.all(id);
      if (filter.source !== undefined && text?.['source'] !== filter.source) continue;
      found.push({
        reference: captureReference(id),
        origin: String(row['origin']),
        mediaType: row['media_type'] as string | null,
        digest: String(row['digest']),
        size: Number(row['size']),
        at,
        title: text ? ((JSON.parse(String(text['facts'])) as { readonly title: string }).title ?? null) : null,
        text: text ? String(text['text']) : null,
      });
    }
    return found;
  }

  #named(references: readonly Reference[]): ReadonlySet<number> {
    const { database } = this.#lent.keeping;
    const ids = new Set<number>();
    for (const reference of references) {
      const referred = parseReference(reference);
      const rows =
        referred?.thing === 'capture'
          ? database.sql('SELECT id FROM captures WHERE id = ?').all(referred.capture)
          : referred?.thing === 'version'
            ? database
                .sql('SELECT capture AS id FROM versions WHERE document = ? AND number = ?')
                .all(referred.document, referred.version)
            : referred
              ? database.sql('SELECT capture AS id FROM versions WHERE document = ?').all(referred.document)
              : [];
      if (rows.length === 0)
        throw new OnrecordError('not-found', `The archive holds no ${reference}.`, 'See onrecord list.');
      for (const { id } of rows) ids.add(Number(id));
    }
    return ids;
  }

  async records(capture: Reference): Promise<readonly HeldRecord[]> {
    const { keeping, look } = this.#lent;
    look();
    const { database, captures } = keeping;
    const number = Number(capture.slice(1));
    const own = database.sql("SELECT * FROM entries WHERE capture = ? AND kind = 'capture'").get(number);
    if (!own) throw notLogged(capture);
    const held = (row: Row): HeldRecord => ({
      packed: captures.packed(placeOf(row))!,
      record: captures.record(placeOf(row)),
      isCapture: row['capture'] !== null,
    });
    const itself = held(own);
    const id = itself.record.fields.get('WARC-Record-ID') ?? '';
    const beside: HeldRecord[] = [];
    const following = database.sql("SELECT * FROM entries WHERE n > ? AND kind IN ('record', 'capture') ORDER BY n");
    for (const row of following.iterate(Number(own['n']))) {
      if (row['kind'] === 'capture') break;
      const one = held(row);
      if (one.record.fields.get('WARC-Concurrent-To') !== id) break;
      beside.push(one);
    }
    return [itself, ...beside];
  }
}

function placeOf(row: Row): Kept {
  return { file: Number(row['file']), offset: Number(row['offset']), length: Number(row['length']) };
}

function notLogged(reference: Reference): OnrecordError {
  return new OnrecordError(
    'archive-damaged',
    `${reference} is not in the log of the archive.`,
    'Run onrecord verify; it names what is wrong.',
  );
}
