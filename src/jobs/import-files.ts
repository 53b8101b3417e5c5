/**
 * Takes files and folders into the archive. The bytes are kept first, untouched, and only then read: what is
 * captured is never lost, whatever its reading does. One bad file never stops the rest. Stopped and started again
 * it goes on: bytes that are held and read already are passed over without being read again.
 *
 * Batches bound both memory and what a stop can leave undone; while one batch is held by the archive, the next is
 * being read. Cost: one pass over the bytes, one hold per text.
 */
import type { CaptureReceipt } from '#archive/index.js';
import { OnrecordError, type Problem, type Reference, type WithProblems } from '#base/index.js';
import type { Extracted } from '#extract/index.js';
import { type Part, cutFile, readAll } from './cut-files.js';
import { type Clock, type Effects, type Extractor, type Files, type Progress, stopped } from './effects.js';
import { findFiles } from './find-files.js';
import { type ImportOutcome, type ImportRow, guessesIn, sentence } from './import-rows.js';
import { WatchedWords } from './watched-words.js';

/** What an import did. */
export interface ImportReport {
  readonly rows: readonly ImportRow[];
  /** Files that were found; more than were read if the import was stopped. */
  readonly files: number;
  readonly words: number;
  /** Records of web archives that are kept without being read, because they are no pages. */
  readonly unread: number;
  /** Why the import ended before its time: `stopped` by the user, or the archive failed; null if it went through. */
  readonly stop: OnrecordError | null;
}

export interface ImportEffects extends Effects {
  readonly files: Files;
  readonly clock: Clock;
  readonly extract: Extractor;
  readonly progress?: (progress: Progress) => void;
}

/** Texts and bytes of one batch: what a stop waits for at most, about half a second of work. */
const BATCH_TEXTS = 64;
const BATCH_BYTES = 4 * 2 ** 20;

/** Why no text is cut from what is kept and no page. */
const UNREAD = 'It is kept as it came; it is no page that has a text.';

interface Batch {
  readonly parts: Part[];
  bytes: number;
}

type Readable = Extract<Part, { bytes: Uint8Array }>;

/** A captured part and what is being cut from it; null for what is known already. */
interface Captured {
  readonly part: Readable;
  readonly receipt: CaptureReceipt;
  readonly cut: Promise<WithProblems<readonly Extracted[]>> | null;
}

/**
 * Imports the files under the paths; "-" is standard input. Rows are in the order of the files. Throws nothing that
 * a file is guilty of; failures of the archive are in `stop`, with the rows of all that was held before.
 */
export async function importFiles(
  input: { readonly paths: readonly string[] },
  effects: ImportEffects,
): Promise<ImportReport> {
  const { files, signal } = effects;
  const { EXTRACTOR } = await import('#extract/index.js');
  const watch = new WatchedWords((await effects.archive.settings()).watch);
  const named = input.paths.filter((path) => path !== '-');
  const { found, unreadable } = await findFiles(named, files);
  const rows: ImportRow[] = unreadable.map(({ path, error }) => refusal(path, error));
  const count = found.length + (named.length < input.paths.length ? 1 : 0);
  const totalBytes = found.reduce((sum, { size }) => sum + size, 0);
  let bytes = 0;
  let words = 0;
  let unread = 0;
  let under: { readonly rows: ImportRow[][]; readonly captured: readonly (Captured | null)[] } | null = null;
  let stop: OnrecordError | null = null;

  const settle = async (): Promise<void> => {
    if (under === null) return;
    const { rows: slots, captured } = under;
    under = null;
    words += await holdBatch(captured, slots, EXTRACTOR, watch, effects);
    rows.push(...slots.flat());
  };

  try {
    for await (const batch of gather(parts(found, named.length < input.paths.length, effects))) {
      if (signal?.aborted) {
        stop = stopped();
        break;
      }
      const begun = await captureBatch(batch, EXTRACTOR, effects);
      await settle();
      under = begun;
      bytes += batch.bytes;
      unread += batch.parts.filter((part) => 'bytes' in part && part.unread).length;
      effects.progress?.({ done: rows.length, bytes, totalBytes, words, current: batch.parts.at(-1)?.path ?? '' });
    }
    await settle();
    // Ctrl-C ends the other side of a pipe as well: what came may not have been all.
    if (signal?.aborted) stop = stopped();
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    stop = error.code === 'stopped' ? stopped() : error;
    if (error.code === 'stopped') await settle();
  }
  return { rows, files: count, words, unread, stop };
}

async function* parts(
  found: readonly Parameters<typeof cutFile>[0][],
  standardInput: boolean,
  { files, clock }: ImportEffects,
): AsyncGenerator<Part> {
  for (const file of found) yield* cutFile(file, files, clock);
  if (!standardInput) return;
  const path = 'standard input';
  try {
    const bytes = await readAll(files.standardInput(), 'Standard input');
    yield { path, origin: path, name: path, mediaType: null, bytes };
  } catch (error) {
    yield { path, error };
  }
}

async function* gather(all: AsyncIterable<Part>): AsyncGenerator<Batch> {
  let batch: Batch = { parts: [], bytes: 0 };
  for await (const part of all) {
    batch.parts.push(part);
    if ('bytes' in part) batch.bytes += part.bytes.length;
    if (batch.parts.length < BATCH_TEXTS && batch.bytes < BATCH_BYTES) continue;
    yield batch;
    batch = { parts: [], bytes: 0 };
  }
  if (batch.parts.length > 0) yield batch;
}

/** Whether two extractors are of one version: "html/3" reads as "onrecord/3" does. */
function isOfVersion(extractor: string, other: string): boolean {
  return extractor.split('/').at(-1) === other.split('/').at(-1);
}

/** Keeps the bytes and starts the reading of those that are new. Slots hold the rows of each part, in order. */
async function captureBatch(
  { parts: batch }: Batch,
  extractor: string,
  { archive, clock, extract }: ImportEffects,
): Promise<{ readonly rows: ImportRow[][]; readonly captured: readonly (Captured | null)[] }> {
  const readable = batch.filter((part) => 'bytes' in part);
  const at = clock();
  const receipts = await archive.capture(
    readable.map(({ bytes, origin, mediaType, at: captured = at, foreign }) => ({
      bytes,
      origin,
      mediaType,
      at: captured,
      ...(foreign ? { foreign } : {}),
    })),
  );
  const byPart = new Map(readable.map((part, i) => [part as Part, receipts[i]!]));
  const rows: ImportRow[][] = batch.map((part) => ('error' in part ? [refusal(part.path, part.error)] : []));
  const captured = batch.map((part): Captured | null => {
    const receipt = byPart.get(part);
    if (!receipt || !('bytes' in part)) return null;
    const done =
      part.unread || (receipt.known && receipt.parsedBy !== null && isOfVersion(receipt.parsedBy, extractor));
    return {
      part,
      receipt,
      cut: done ? null : extract({ bytes: part.bytes, name: part.name, mediaType: part.mediaType }),
    };
  });
  // A reading that fails is met where it is awaited; until then nobody listens.
  for (const one of captured) one?.cut?.catch(() => {});
  return { rows, captured };
}

/** A text that is to be held, and where its row belongs. */
interface NewRow {
  readonly slot: number;
  readonly part: Readable;
  readonly capture: Reference;
  readonly text: Extracted;
  /** Number among several texts of the same bytes. */
  readonly number: number | null;
  readonly problems: readonly Problem[];
}

/** Holds what was cut, and fills the slots. Returns the words that were held. */
async function holdBatch(
  captured: readonly (Captured | null)[],
  slots: ImportRow[][],
  extractor: string,
  watch: WatchedWords,
  { archive }: ImportEffects,
): Promise<number> {
  const texts: NewRow[] = [];
  const refused: { capture: Reference; extractor: string; reason: string }[] = [];
  for (const [slot, one] of captured.entries()) {
    if (one === null) continue;
    const { part, receipt, cut } = one;
    if (part.unread) {
      if (!receipt.known) refused.push({ capture: receipt.capture, extractor, reason: UNREAD });
      if (part.remark !== undefined) slots[slot]!.push(rowOf(part.path, 'needs a look', { reasons: [part.remark] }));
      continue;
    }
    if (cut === null) {
      slots[slot]!.push(...passedOver(part.path, receipt));
      continue;
    }
    const { value, problems } = await cut;
    if (value.length === 0) {
      const reasons = problems.map((problem) => sentence(problem, part.name));
      if (reasons.length === 0) reasons.push('No text was found in it.');
      refused.push({ capture: receipt.capture, extractor, reason: reasons.join('\n') });
      slots[slot]!.push(rowOf(part.path, 'refused', { reasons }));
      continue;
    }
    // What is wrong with the whole is said once, with its first text.
    for (const [i, text] of value.entries())
      texts.push({
        slot,
        part,
        capture: receipt.capture,
        text,
        number: value.length > 1 ? i + 1 : null,
        problems: [...(i === 0 ? problems : []), ...text.problems],
      });
  }
  const receipts = await archive.hold(
    texts.map(({ capture, text: { facts, rendering } }) => ({ capture, facts, rendering })),
  );
  if (refused.length > 0) await archive.refuse(refused);
  let words = 0;
  for (const [i, { slot, part, text, number, problems }] of texts.entries()) {
    const receipt = receipts[i]!;
    words += receipt.words;
    const reasons = problems.map((problem) => sentence(problem, part.name));
    slots[slot]!.push(
      rowOf(
        number === null ? part.path : `${part.path}, text ${number}`,
        reasons.length > 0 ? 'needs a look' : 'read',
        {
          document: receipt.document,
          title: text.facts.title,
          detail: receipt.outcome,
          guesses: guessesIn(text.facts),
          watched: watch.inNew(receipt, text),
          reasons,
        },
      ),
    );
  }
  return words;
}

/** Rows of bytes that are held and were read, or refused, before. */
function passedOver(path: string, { held, refused }: CaptureReceipt): ImportRow[] {
  if (refused !== null) return [rowOf(path, 'refused', { reasons: refused.split('\n') })];
  if (held.length === 0)
    return [rowOf(path, 'read', { detail: 'unchanged', reasons: ['It is held, but was dropped from answers.'] })];
  return held.map(({ document, title }) => rowOf(path, 'read', { document, title, detail: 'unchanged' }));
}

function rowOf(path: string, outcome: ImportOutcome, rest: Partial<ImportRow>): ImportRow {
  return { path, outcome, document: null, title: null, detail: null, guesses: [], reasons: [], ...rest };
}

function refusal(path: string, error: unknown): ImportRow {
  if (!(error instanceof OnrecordError) || error.code === 'stopped') throw error;
  return rowOf(path, 'refused', { reasons: [[error.message, error.remedy].filter(Boolean).join(' ')] });
}
