/** Writing rows: what a batch of texts adds to the documents, versions and texts held. */
import { dayOf, documentReference, type Reference, versionReference, type When, writeWhen } from '#base/index.js';
import { digestOf } from '#custody/index.js';
import type { DocumentFacts, Rendering } from '#record/index.js';
import { FOLDING } from '#text/index.js';
import type { HoldReceipt, NewText } from '../promise.js';
import { captureRow } from './capture-rows.js';
import type { Keeping } from './capturing.js';
import type { Database, Row, Value } from './database.js';
import { COLUMNS, columnsOf, documentKey, factsOf } from './documents.js';
import { readLayout, writeLayout } from './layout.js';
import { foldingOf } from './schema.js';
import type { WordIndex } from './word-index.js';

/** What was written for one text; `ids` null if its words were held already. */
export interface Written {
  readonly receipt: HoldReceipt;
  readonly document: number;
  readonly version: number;
  readonly number: number;
  readonly moment: string;
  readonly ids: Uint32Array | null;
}

/** The main text of a Rendering: all blocks that are not furniture, a line each. */
export function mainText({ text, blocks }: Rendering): string {
  let main = '';
  for (const { kind, start, end } of blocks) if (kind !== 'furniture') main += `${text.slice(start, end)}\n`;
  return main;
}

/** Writes the rows of one text, within the caller's transaction. `nth` counts the texts of one capture from 1. */
function holdText(
  database: Database,
  index: WordIndex,
  { facts, rendering }: NewText,
  captured: Row,
  nth: number,
): Written {
  const at = JSON.parse(String(captured['at'])) as When;
  const origin = String(captured['origin']) + (nth === 1 ? '' : `, text ${nth}`);
  const digest = digestOf(mainText(rendering));
  const held = database
    .sql('SELECT id, facts, corrections, dropped FROM documents WHERE key = ?')
    .get(documentKey(facts, origin));
  const newest =
    held &&
    database
      .sql('SELECT id, number, digest, words FROM versions WHERE document = ? ORDER BY number DESC LIMIT 1')
      .get(Number(held['id']));
  const same =
    held &&
    (newest?.['digest'] === digest
      ? newest
      : database
          .sql('SELECT id, number, words FROM versions WHERE document = ? AND capture = ? AND digest = ?')
          .get(Number(held['id']), Number(captured['id']), digest));
  const outcome = !held ? 'added' : same ? 'unchanged' : 'new version';

  // A text that was captured before another one says nothing about what is known now.
  const current = !same || same['number'] === newest?.['number'];
  const document = held ? Number(held['id']) : insertDocument(database, facts, origin, at);
  if (held && current) updateFacts(database, document, facts, held['corrections'] as string | null, at);
  if (same) {
    if (current) mendLayout(database, Number(same['id']), rendering);
    if (current) keepVoices(database, document, facts, rendering);
    return {
      receipt: {
        outcome,
        document: documentReference(document),
        version: versionReference(document, Number(same['number'])),
        words: Number(same['words']),
      },
      document,
      version: Number(same['id']),
      number: Number(same['number']),
      moment: momentOf(database, document),
      ids: null,
    };
  }
  const number = Number(newest?.['number'] ?? 0) + 1;
  const language = facts.language?.value ?? null;
  const cut = index.cut(rendering.text, language, rendering.blocks);
  const version = database
    .sql('INSERT INTO versions (document, number, capture, captured, words, digest) VALUES (?, ?, ?, ?, ?, ?)')
    .run(document, number, captured['id']!, captured['at']!, cut.words, digest).lastInsertRowid;
  database
    .sql('INSERT INTO texts (version, extractor, language, text, layout, spans) VALUES (?, ?, ?, ?, ?, ?)')
    .run(version, rendering.extractor, language, rendering.text, writeLayout(rendering), cut.spans);
  database.sql('UPDATE documents SET words = ? WHERE id = ?').run(cut.words, document);
  keepVoices(database, document, facts, rendering);
  return {
    receipt: {
      outcome,
      document: documentReference(document),
      version: versionReference(document, number),
      words: cut.words,
    },
    document,
    version,
    number,
    moment: momentOf(database, document),
    ids: cut.ids,
  };
}

/** Writes the rows of a batch of texts, with their entries in the log, in one transaction. */
export function holdBatch({ database, log }: Keeping, index: WordIndex, batch: readonly NewText[]): readonly Written[] {
  const ofCapture = new Map<Reference, number>();
  return database.transaction(() =>
    batch.map((given) => {
      const { capture, rendering } = given;
      const { extractor, text } = rendering;
      const nth = (ofCapture.get(capture) ?? 0) + 1;
      ofCapture.set(capture, nth);
      const captured = captureRow(database, capture);
      const held = holdText(database, index, given, captured, nth);
      if (held.ids)
        log?.enterText({
          version: held.receipt.version,
          row: held.version,
          capture,
          digest: String(captured['digest']),
          extractor,
          text,
        });
      database
        .sql('UPDATE captures SET parsed_by = ?, refused = NULL WHERE id = ?')
        .run(extractor, Number(captured['id']));
      return held;
    }),
  );
}

/** What the roll must know of a document besides its versions. */
export function standingOf(
  database: Database,
  document: number,
): { readonly dated: boolean; readonly kind: string; readonly hidden: boolean } {
  const row = database.sql('SELECT day, kind, dropped FROM documents WHERE id = ?').get(document);
  const dated = (row?.['day'] ?? null) !== null;
  return { dated, kind: String(row?.['kind']), hidden: Number(row?.['dropped']) !== 0 };
}

/** Cuts all texts anew if their words were found by other rules than the present ones. */
export function cutAnew(database: Database, index: WordIndex): void {
  const held = foldingOf(database);
  if (held === FOLDING) return;
  database.transaction(() => {
    for (const { version } of database.sql('SELECT version FROM texts').all()) {
      const { text, language, layout } = database
        .sql('SELECT text, language, layout FROM texts WHERE version = ?')
        .get(version!)!;
      const { spans } = index.cut(String(text), language as string | null, readLayout(String(layout)).blocks);
      database.sql('UPDATE texts SET spans = ? WHERE version = ?').run(spans, version!);
    }
    database.sql('DELETE FROM rules').run();
    database.sql('INSERT INTO rules (folding) VALUES (?)').run(FOLDING);
  });
}

/** Puts corrections over a document's facts; they stay whatever later versions say. Returns what was corrected. */
export function correctFacts(database: Database, document: number, corrections: Partial<DocumentFacts>): string {
  const row = database.sql('SELECT facts, corrections, moment FROM documents WHERE id = ?').get(document)!;
  const before = factsOf(row);
  const all = {
    ...(row['corrections'] === null ? {} : (JSON.parse(String(row['corrections'])) as Partial<DocumentFacts>)),
    ...corrections,
  };
  database.sql('UPDATE documents SET corrections = ? WHERE id = ?').run(JSON.stringify(all), document);
  const after = { ...before, ...corrections };
  writeColumns(database, document, after, capturedAt(database, document));
  database.sql('DELETE FROM voices WHERE document = ? AND name = ?').run(document, before.speaker?.value ?? '');
  if (after.speaker) insertVoice(database, document, after.speaker.value);
  return Object.keys(corrections)
    .map(
      (fact) => `${fact}: ${shown(before[fact as keyof DocumentFacts])} → ${shown(after[fact as keyof DocumentFacts])}`,
    )
    .join('; ');
}

function shown(fact: DocumentFacts[keyof DocumentFacts]): string {
  if (fact === null || fact === undefined) return 'nothing';
  if (typeof fact === 'string') return fact;
  if ('at' in fact && 'precision' in fact) return writeWhen(fact as When);
  if ('value' in fact) return fact['value'];
  return JSON.stringify(fact);
}

function insertDocument(database: Database, facts: DocumentFacts, origin: string, captured: When): number {
  return database
    .sql(
      `INSERT INTO documents (key, facts, origin, words, ${COLUMNS.join(', ')}) VALUES (?, ?, ?, 0${', ?'.repeat(COLUMNS.length)})`,
    )
    .run(documentKey(facts, origin), JSON.stringify(facts), origin, ...columnsOf(facts, captured.at)).lastInsertRowid;
}

function updateFacts(
  database: Database,
  document: number,
  facts: DocumentFacts,
  corrections: string | null,
  at: When,
): void {
  database.sql('UPDATE documents SET facts = ? WHERE id = ?').run(JSON.stringify(facts), document);
  const standing = corrections === null ? facts : { ...facts, ...(JSON.parse(corrections) as Partial<DocumentFacts>) };
  writeColumns(database, document, standing, at.at);
}

function writeColumns(database: Database, document: number, facts: DocumentFacts, captured: string): void {
  const set = COLUMNS.map((column) => `${column} = ?`).join(', ');
  const values: Value[] = [...columnsOf(facts, captured), document];
  database.sql(`UPDATE documents SET ${set} WHERE id = ?`).run(...values);
}

/** A better extractor may find the same characters differently laid out; the words stay where they are. */
function mendLayout(database: Database, version: number, rendering: Rendering): void {
  const held = database.sql('SELECT extractor, text FROM texts WHERE version = ?').get(version);
  if (held && held['extractor'] !== rendering.extractor && held['text'] === rendering.text)
    database
      .sql('UPDATE texts SET extractor = ?, layout = ? WHERE version = ?')
      .run(rendering.extractor, writeLayout(rendering), version);
}

function keepVoices(database: Database, document: number, facts: DocumentFacts, { turns }: Rendering): void {
  const names = new Set(turns.flatMap(({ name }) => (name === null ? [] : [name])));
  if (facts.speaker) names.add(facts.speaker.value);
  for (const name of names) insertVoice(database, document, name);
}

function insertVoice(database: Database, document: number, name: string): void {
  database.sql('INSERT OR IGNORE INTO voices (document, name) VALUES (?, ?)').run(document, name);
}

function momentOf(database: Database, document: number): string {
  return String(database.sql('SELECT moment FROM documents WHERE id = ?').get(document)!['moment']);
}

function capturedAt(database: Database, document: number): string {
  const row = database.sql('SELECT captured FROM versions WHERE document = ? ORDER BY number LIMIT 1').get(document);
  return row
    ? (JSON.parse(String(row['captured'])) as When).at
    : dayOf({ at: '0000', precision: 'year', zone: null, basis: 'guessed' });
}

/** The facts, each marked as corrected. */
export function corrected(facts: Partial<DocumentFacts>): Partial<DocumentFacts> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'object' && fact !== null && 'basis' in fact ? { ...fact, basis: 'corrected' } : fact,
    ]),
  );
}
