/** The rows of captures: which capture a reference means, and what the archive says of it. */
import { captureReference, OnrecordError, parseReference, type Reference, type When } from '#base/index.js';
import type { Capture, Provenance } from '#record/index.js';
import type { Kept } from './captures.js';
import type { Database, Row } from './database.js';
import { versionNamed } from './documents.js';

/** The row of the capture that a Reference names. RangeError if there is none: nothing is held without one. */
export function captureRow(database: Database, reference: Reference): Row {
  const referred = parseReference(reference);
  const row = referred?.thing === 'capture' ? rowOf(database, referred.capture) : undefined;
  if (!row) throw new RangeError(`there is no capture ${reference}`);
  return row;
}

/** The row of a capture, or of the newest capture of a document or version; OnrecordError not-found. */
export function captureNamed(database: Database, reference: Reference): Row {
  const referred = parseReference(reference);
  const version = referred && referred.thing !== 'capture' ? versionNamed(database, reference) : null;
  const row = version
    ? database.sql('SELECT c.* FROM captures c JOIN versions v ON v.capture = c.id WHERE v.id = ?').get(version.id)
    : referred?.thing === 'capture' && rowOf(database, referred.capture);
  if (!row) throw new OnrecordError('not-found', `The archive holds no capture ${reference}.`, 'See onrecord list.');
  return row;
}

const rowOf = (database: Database, id: number): Row | undefined =>
  database.sql('SELECT * FROM captures WHERE id = ?').get(id);

/** What its row says of a capture. */
export function captureIn(row: Row): Capture {
  return {
    reference: captureReference(Number(row['id'])),
    origin: String(row['origin']),
    mediaType: row['media_type'] as string | null,
    digest: String(row['digest']),
    size: Number(row['size']),
    at: JSON.parse(String(row['at'])) as When,
    ...(row['provenance'] === null ? {} : { provenance: JSON.parse(String(row['provenance'])) as Provenance }),
  };
}

/** Where its record lies. */
export function placeIn({ file, offset, length }: Row): Kept {
  return { file: Number(file), offset: Number(offset), length: Number(length) };
}
