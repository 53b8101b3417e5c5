/** What people decided about pairs of passages: kept by the Versions they stand in, never changed, only added to. */
import { OnrecordError, parseReference, type Reference, versionReference, type When } from '#base/index.js';
import type { NewPairing, PassagePairing, PassagePlace } from '../promise.js';
import type { Database, Row } from './database.js';
import { versionNamed } from './documents.js';

/** Adds decisions; `log` enters each and says when it was made. OnrecordError not-found if a Version is not held. */
export function keepPairings(
  database: Database,
  pairings: readonly NewPairing[],
  by: string,
  log: (pairing: NewPairing, detail: string) => When,
): void {
  const id = ({ version }: PassagePlace): number => {
    const found = versionNamed(database, version);
    if (!found) throw new OnrecordError('not-found', `The archive holds no ${version}.`, 'See onrecord list.');
    return found.id;
  };
  for (const pairing of pairings) {
    const { state, a, b } = pairing;
    const at = log(pairing, b === null ? '' : `with ${b.version}`);
    database
      .sql(
        `INSERT INTO pairings (state, a, a_start, a_end, a_text, b, b_start, b_end, b_text, by, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        state,
        id(a),
        a.start,
        a.end,
        a.text,
        b && id(b),
        b && b.start,
        b && b.end,
        b && b.text,
        by,
        JSON.stringify(at),
      );
  }
}

/** The decisions on passages of any Version of these Documents, oldest first. */
export function pairingsOf(database: Database, documents: readonly Reference[]): PassagePairing[] {
  const wanted = new Set(
    documents.flatMap((named) => {
      const referred = parseReference(named);
      return referred && referred.thing !== 'capture' ? [referred.document] : [];
    }),
  );
  return database
    .sql(
      `SELECT p.*, va.document AS a_document, va.number AS a_number, vb.document AS b_document, vb.number AS b_number
       FROM pairings p JOIN versions va ON va.id = p.a LEFT JOIN versions vb ON vb.id = p.b ORDER BY p.id`,
    )
    .all()
    .filter(
      (row) => wanted.has(Number(row['a_document'])) || (row['b'] !== null && wanted.has(Number(row['b_document']))),
    )
    .map((row) => ({
      state: String(row['state']) as PassagePairing['state'],
      a: placeOf(row, 'a'),
      b: row['b'] === null ? null : placeOf(row, 'b'),
      by: String(row['by']),
      at: JSON.parse(String(row['at'])) as When,
    }));
}

function placeOf(row: Row, side: 'a' | 'b'): PassagePlace {
  return {
    version: versionReference(Number(row[`${side}_document`]), Number(row[`${side}_number`])),
    start: Number(row[`${side}_start`]),
    end: Number(row[`${side}_end`]),
    text: String(row[`${side}_text`]),
  };
}
