/** Writing captures: bytes into their file, then rows and entries of the log in one transaction, then the receipt. */
import { captureReference, documentReference, type When } from '#base/index.js';
import { type CustodyFacts, digestOf } from '#custody/index.js';
import type { CaptureReceipt, NewCapture } from '../promise.js';
import { type Captures, EMPTY_CHAIN, type ChainEnd, type Entered } from './captures.js';
import type { Database } from './database.js';
import type { Documents } from './documents.js';
import { damaged } from './failures.js';
import type { Log } from './log.js';

/** What capturing writes to; `log` null: nothing is proven of what is only in memory. */
export interface Keeping {
  readonly database: Database;
  readonly captures: Captures;
  readonly documents: Documents;
  readonly log: Log | null;
}

interface Fresh {
  readonly digest: string;
  readonly capture: NewCapture;
}

/**
 * Keeps what is not held yet. What came from the web is held if it is what its address gave last: the same bytes after
 * others are an edit that was taken back. Receipts in the order of the batch.
 */
export async function captureBatch(keeping: Keeping, batch: readonly NewCapture[]): Promise<readonly CaptureReceipt[]> {
  const { database } = keeping;
  const held = database.sql(
    'SELECT id, digest, parsed_by, refused FROM captures WHERE origin = ? AND digest = ? ORDER BY id DESC LIMIT 1',
  );
  const last = database.sql(
    'SELECT id, digest, parsed_by, refused FROM captures WHERE origin = ? ORDER BY id DESC LIMIT 1',
  );
  const fresh = new Map<string, Fresh>();
  const digests = batch.map((capture) => {
    const { origin } = capture;
    const digest = digestOf(capture.bytes);
    const known = capture.exchange ? last.get(origin)?.['digest'] === digest : held.get(origin, digest) !== undefined;
    const key = `${digest} ${origin}`;
    if (!known && !fresh.has(key)) fresh.set(key, { digest, capture });
    return digest;
  });
  if (fresh.size > 0) await append(keeping, [...fresh.values()]);
  return batch.map(({ origin }, i) => {
    const row = held.get(origin, digests[i]!)!;
    // Of two alike in one batch the second is known.
    const isKnown = !fresh.delete(`${digests[i]!} ${origin}`);
    return {
      capture: captureReference(Number(row['id'])),
      digest: digests[i]!,
      known: isKnown,
      parsedBy: row['parsed_by'] as string | null,
      held: isKnown ? heldFrom(keeping, Number(row['id'])) : [],
      refused: row['refused'] as string | null,
    };
  });
}

function heldFrom({ database, documents }: Keeping, capture: number): CaptureReceipt['held'] {
  return database
    .sql(
      `SELECT DISTINCT d.id FROM versions v JOIN documents d ON d.id = v.document
       WHERE v.capture = ? AND d.dropped = 0 ORDER BY d.id`,
    )
    .all(capture)
    .map(({ id }) => ({ document: documentReference(Number(id)), title: documents.byId(Number(id))!.title }));
}

async function append({ database, captures, log }: Keeping, fresh: readonly Fresh[]): Promise<void> {
  const from = chainEnd(database);
  const { kept, entered, end } = await captures.append(
    from,
    fresh.map(({ digest, capture: { origin, mediaType, at, bytes, exchange, redirects, foreign } }) => ({
      digest,
      facts: { origin, mediaType, at: instantOf(at) } satisfies CustodyFacts,
      payload: bytes,
      ...(exchange ? { exchange } : {}),
      ...(redirects ? { redirects } : {}),
      ...(foreign ? { foreign } : {}),
    })),
  );
  try {
    database.transaction(() => {
      const insert = database.sql(
        'INSERT INTO captures (origin, media_type, digest, size, at, file, offset, length, provenance) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      );
      const ids = fresh.map(({ digest, capture }, i) => {
        const { file, offset, length } = kept[i]!;
        const { origin, mediaType, at, bytes, foreign } = capture;
        const provenance = foreign ? JSON.stringify(foreign.provenance) : null;
        const row = [origin, mediaType, digest, bytes.length, JSON.stringify(at), file, offset, length, provenance];
        return insert.run(...row).lastInsertRowid;
      });
      writeEnd(database, end);
      log?.enterRecords(entered, ids);
      log?.signIfDue();
    });
  } catch (error) {
    captures.settle(from);
    throw error;
  }
}

/** Where the chain of captures ends, as the rows say. */
export function chainEnd(database: Database): ChainEnd {
  const row = database.sql('SELECT file, end, link FROM custody').get();
  return row ? { file: Number(row['file']), end: Number(row['end']), link: String(row['link']) } : EMPTY_CHAIN;
}

function writeEnd(database: Database, end: ChainEnd): void {
  database.sql('DELETE FROM custody').run();
  database.sql('INSERT INTO custody (file, end, link) VALUES (?, ?, ?)').run(end.file, end.end, end.link);
}

/** An instant as WARC wants it; what is not known is filled up with the start of the day. */
function instantOf({ at, zone }: When): string {
  const whole = `${at}${'0000-01-01T00:00:00'.slice(at.length)}`;
  return zone === null || zone === 'Z' ? `${whole}Z` : new Date(whole + zone).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Builds the log of an archive that was begun before there was one: over its records, then its texts, in their order. */
export function logWhatWasBefore({ database, captures, log }: Keeping): void {
  const end = chainEnd(database);
  if (log === null || end.file === 0 || log.size > 0) return;
  const rows = new Map<string, number>();
  for (const { id, file, offset } of database.sql('SELECT id, file, offset FROM captures').all())
    rows.set(`${Number(file)}:${Number(offset)}`, Number(id));
  database.transaction(() => {
    for (let file = 1; file <= end.file; file++)
      for (const { record, damage, ...place } of captures.walk(file, file === end.file ? end.end : null) ?? []) {
        if (record === null)
          throw damaged(
            `${captures.nameOf(file)} is damaged: what lies at byte ${place.offset} ${damage}.`,
            'Bring the file back from a copy of the archive.',
          );
        const row = rows.get(`${file}:${place.offset}`);
        const { head, type, facts } = record;
        const one: Entered = { file, ...place, head, type, at: facts.at, keeps: row === undefined ? null : 0 };
        log.enterRecords([one], row === undefined ? [] : [row]);
      }
    for (const row of database
      .sql(
        `SELECT v.id, v.document, v.number, v.capture, c.digest, t.extractor, t.text
         FROM versions v JOIN captures c ON c.id = v.capture JOIN texts t ON t.version = v.id ORDER BY v.id`,
      )
      .all())
      log.enterText({
        version: `d${Number(row['document'])}v${Number(row['number'])}`,
        row: Number(row['id']),
        capture: captureReference(Number(row['capture'])),
        digest: String(row['digest']),
        extractor: String(row['extractor']),
        text: String(row['text']),
      });
  });
}
