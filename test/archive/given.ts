/** Texts and facts as they come to the archive, in as few words as a test needs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Archive, HoldReceipt, RecallRequest } from '#archive/index.js';
import { parseWhen, type Reference, type When } from '#base/index.js';
import type { Block, BlockKind, DocumentFacts, Rendering, Turn } from '#record/index.js';
import { words } from '#text/index.js';
import type { Database } from '../../src/archive/embedded/database.js';

export const AT: When = { at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' };

export type SomeFacts = Partial<Omit<DocumentFacts, 'said' | 'published' | 'kind' | 'speaker' | 'language'>> & {
  readonly said?: string;
  readonly published?: string;
  readonly kind?: DocumentFacts['kind']['value'];
  readonly speaker?: string;
  readonly language?: string;
};

/** Facts stated by the publisher. */
export function facts({ said, published, kind, speaker, language, ...rest }: SomeFacts = {}): DocumentFacts {
  const stated = <T>(value: T): { value: T; basis: 'stated' } => ({ value, basis: 'stated' });
  return {
    title: 'Statement',
    id: null,
    source: null,
    body: null,
    occasion: null,
    address: null,
    translationOf: null,
    corrects: null,
    rights: null,
    other: {},
    ...rest,
    said: said === undefined ? null : parseWhen(said),
    published: published === undefined ? null : parseWhen(published),
    kind: stated(kind ?? 'statement'),
    speaker: speaker === undefined ? null : stated(speaker),
    language: stated(language ?? 'en'),
  };
}

/** A Rendering of one block a line; "label: ", "note: " and "furniture: " before a line say what it is. */
export function rendering(written: string, extractor = 'test/1'): Rendering {
  const kinds: Record<string, BlockKind> = { label: 'label', note: 'stage note', furniture: 'furniture' };
  let text = '';
  const blocks: Block[] = [];
  const turns: Turn[] = [];
  for (const line of written.split('\n')) {
    const [, prefix = '', rest = line] = /^(label|note|furniture): (.*)$/.exec(line) ?? [];
    if (text !== '') text += '\n';
    const block: Block = { kind: kinds[prefix] ?? 'paragraph', start: text.length, end: text.length + rest.length };
    const label = blocks.at(-1)?.kind === 'label' ? text.slice(blocks.at(-1)!.start, blocks.at(-1)!.end) : null;
    text += rest;
    blocks.push(block);
    if (label !== null)
      turns.push({ kind: 'speech', label, name: label, interpreted: false, start: block.start, end: block.end });
  }
  return { extractor, text, blocks, turns, links: [] };
}

/** Captures and holds one text; the bytes are the text as written. */
export async function add(archive: Archive, origin: string, written: string, some?: SomeFacts): Promise<HoldReceipt> {
  return (await addAll(archive, [[origin, written, some]]))[0]!;
}

/** The same for many, as one batch. */
export async function addAll(
  archive: Archive,
  texts: readonly (readonly [origin: string, written: string, facts?: SomeFacts | undefined])[],
): Promise<readonly HoldReceipt[]> {
  const receipts = await archive.capture(
    texts.map(([origin, written]) => ({ bytes: Buffer.from(written), origin, mediaType: 'text/plain', at: AT })),
  );
  return archive.hold(
    texts.map(([, written, some], i) => ({
      capture: receipts[i]!.capture,
      facts: facts(some),
      rendering: rendering(written),
    })),
  );
}

/** A request for the words of these fragments. */
export function looking(...fragments: readonly string[]): RecallRequest {
  return { fragments: fragments.map((fragment) => words(fragment).folded), cap: 48, limit: 10 };
}

/** The documents that hold words to the word, in the order in which recall gives them. */
export async function holders(archive: Archive, quoted: string): Promise<readonly Reference[]> {
  const [recalled] = await archive.recall([looking(quoted)]);
  const folded = words(quoted).folded.join(' ');
  return recalled!.candidates
    .filter(({ window }) => ` ${words(window.text).folded.join(' ')} `.includes(` ${folded} `))
    .map(({ document }) => document.reference);
}

/** A folder that is gone after the test. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What takes a store of each version back to the one before. */
const UNDONE: Readonly<Record<number, string>> = {
  2: 'DROP TABLE pairings',
  3: 'DROP TABLE stamps; DROP TABLE checkpoints; DROP TABLE tree; DROP TABLE entries; ALTER TABLE captures DROP COLUMN provenance',
  4: 'DROP INDEX captures_by_origin',
  5: 'DROP TABLE marks; DROP TABLE happenings; DROP TABLE polls; DROP TABLE looks; DROP TABLE items; DROP TABLE sources',
  6: 'DROP TABLE sheets',
  7: 'DROP INDEX voices_by_name; DROP INDEX documents_covered; DROP INDEX documents_dropped',
  8: 'DROP TABLE searches_looked; DROP TABLE searches',
  9: 'DROP INDEX sources_paused; ALTER TABLE sources DROP COLUMN paused',
};

/** Makes a store what it was before later versions. */
export function makeOld(database: Database, version: number): void {
  for (let newer = Math.max(...Object.keys(UNDONE).map(Number)); newer > version; newer--)
    database.exec(UNDONE[newer]!);
  database.exec(`PRAGMA user_version = ${version}`);
}

export const HARBOUR = 'We will accept inspectors at the northern terminal before the end of the month.';
export const PENSIONS = 'Nobody in this house has ever proposed to lower the pensions of widows and orphans.';

/** A text of many different words: "n1 n2 n3 …" spelt out, so that any stretch of it stands nowhere else. */
export function longText(from: number, count: number): string {
  return Array.from({ length: count }, (_, i) => `w${(from + i).toString(36)}x`).join(' ');
}
