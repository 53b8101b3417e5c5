/**
 * Sheets that were signed off: rows that are added and never changed. All that a sheet holds is one text, whose digest
 * stands in the signed log with who signed it and when; `onrecord verify` compares the two.
 */
import { OnrecordError, type Reference, sheetNumber, sheetReference, sourceReference, type When } from '#base/index.js';
import { digestOf } from '#custody/index.js';
import type { NewSheet, Sheet, SheetLine } from '#record/index.js';
import type { CustodyProblem } from '../custody-promise.js';
import type { DocumentStanding, Revision } from '../promise.js';
import type { Database, Row } from './database.js';

/** The act by which a sheet stands in the log. */
export const SIGNED = 'signed off';

/** Adds a sheet; `log` enters it and says when it was signed. Within the caller's transaction. */
export function keepSheet(
  database: Database,
  sheet: NewSheet,
  by: string,
  log: (reference: Reference, detail: string) => When,
): Sheet {
  const earlier = sheet.earlier === null ? null : existing(database, sheet.earlier);
  const content = JSON.stringify(sheet);
  const digest = digestOf(content);
  const { draft, checks } = sheet.check;
  const title = draft.title ?? draft.name;
  const next = Number(database.sql("SELECT seq FROM sqlite_sequence WHERE name = 'sheets'").get()?.['seq'] ?? 0) + 1;
  const at = log(sheetReference(next), `${title}, sha256:${digest}`);
  database
    .sql(
      `INSERT INTO sheets (id, title, by, at, quotations, open, note, earlier, digest, content)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(next, title, by, JSON.stringify(at), checks.length, sheet.open.length, sheet.note, earlier, digest, content);
  return { ...sheet, reference: sheetReference(next), by, at, digest, later: null };
}

/** The sheet of this Reference as it was signed; null if none is kept. */
export function sheetNamed(database: Database, reference: Reference): Sheet | null {
  const id = sheetNumber(reference);
  const row = id === null ? undefined : database.sql(`${ROWS} WHERE s.id = ?`).get(id);
  if (!row) return null;
  return {
    ...(JSON.parse(String(row['content'])) as NewSheet),
    reference: sheetReference(Number(row['id'])),
    by: String(row['by']),
    at: JSON.parse(String(row['at'])) as When,
    digest: String(row['digest']),
    later: named(row['later']),
  };
}

/** Sheets without what they hold, newest first. */
export function sheetsIn(database: Database, limit: number, before: Reference | null): SheetLine[] {
  const below = before === null ? Number.MAX_SAFE_INTEGER : existing(database, before);
  return database
    .sql(`${ROWS.replace('s.content, ', '')} WHERE s.id < ? ORDER BY s.id DESC LIMIT ?`)
    .all(below, limit)
    .map((row) => ({
      reference: sheetReference(Number(row['id'])),
      title: String(row['title']),
      by: String(row['by']),
      at: JSON.parse(String(row['at'])) as When,
      quotations: Number(row['quotations']),
      open: Number(row['open']),
      note: String(row['note']),
      earlier: named(row['earlier']),
      later: named(row['later']),
    }));
}

const ROWS = `SELECT s.id, s.title, s.by, s.at, s.quotations, s.open, s.note, s.earlier, s.content, s.digest,
  (SELECT max(l.id) FROM sheets l WHERE l.earlier = s.id) AS later FROM sheets s`;

function named(id: Row[string] | undefined): Reference | null {
  return id === null || id === undefined ? null : sheetReference(Number(id));
}

function existing(database: Database, reference: Reference): number {
  const id = sheetNumber(reference);
  if (id !== null && database.sql('SELECT id FROM sheets WHERE id = ?').get(id)) return id;
  throw new OnrecordError('not-found', `The archive holds no sheet ${reference}.`, 'See onrecord sheets.');
}

/** Sheets that are not what the log says was signed, and those that the log names and that are not there. */
export function* sheetProblems(database: Database): Generator<CustodyProblem> {
  const signed = new Map<Reference, { readonly entry: number; readonly by: string; readonly digest: string }>();
  for (const row of database
    .sql("SELECT n, content FROM entries WHERE kind = 'act' AND content LIKE ? ORDER BY n")
    .iterate(`%"act":"${SIGNED}"%`)) {
    const { reference, by, detail } = JSON.parse(String(row['content'])) as Readonly<
      Record<'reference' | 'by' | 'detail', string>
    >;
    const digest = /sha256:([0-9a-f]{64})$/.exec(detail)?.[1];
    if (digest !== undefined) signed.set(reference, { entry: Number(row['n']), by, digest });
  }
  for (const { id, by, content } of database.sql('SELECT id, by, content FROM sheets ORDER BY id').iterate()) {
    const reference = sheetReference(Number(id));
    const entry = signed.get(reference);
    signed.delete(reference);
    if (entry?.by !== by || entry?.digest !== digestOf(String(content)))
      yield problem(reference, entry?.entry ?? null, `The sheet ${reference} is not what the log says was signed.`);
  }
  for (const [reference, { entry }] of signed)
    yield problem(reference, entry, `The sheet ${reference} is in the log and no longer in the archive.`);
}

function problem(reference: Reference, entry: number | null, message: string): CustodyProblem {
  const remedy = 'Compare the archive with a copy.';
  return { fault: 'sheet differs', reference, entry, file: null, offset: null, message, remedy };
}

/** How documents stand at the Sources that list them. */
export function standingsOf(database: Database, ids: readonly (readonly [Reference, number])[]): DocumentStanding[] {
  return ids.flatMap(([document, id]) =>
    database
      .sql('SELECT source, standing FROM items WHERE document = ?')
      .all(id)
      .map((row) => {
        const { outcome, since } = JSON.parse(String(row['standing'])) as DocumentStanding;
        return { document, source: sourceReference(Number(row['source'])), outcome, since };
      }),
  );
}

/** The highest numbers of all that is only added to. */
export function revisionOf(database: Database): Revision {
  const last = (table: string): number =>
    Number(database.sql(`SELECT coalesce(max(id), 0) AS id FROM ${table}`).get()!['id']);
  return {
    captures: last('captures'),
    versions: last('versions'),
    acts: last('log'),
    polls: last('polls'),
    happenings: last('happenings'),
  };
}
