/** What people ask of an archive without a draft in hand: which texts, this text, how much. */
import type { ArchiveStatus, ListFilter, LogEntry } from '#archive/index.js';
import { OnrecordError, parseWhen } from '#base/index.js';
import {
  type Capture,
  type Coverage,
  DOCUMENT_KINDS,
  type Document,
  type Rendering,
  type Version,
} from '#record/index.js';
import type { Effects } from './effects.js';
import { findVersion } from './find-document.js';
import { guessesIn } from './import-rows.js';

/** Texts in order of date, with what the whole archive covers. */
export interface Listing {
  readonly documents: readonly Document[];
  /** More are held than the limit let through. */
  readonly more: boolean;
  readonly coverage: Coverage;
}

/** Lists the texts that the filter lets through. Throws OnrecordError `bad-use` for a filter that can match nothing. */
export async function listTexts(filter: ListFilter, { archive }: Effects): Promise<Listing> {
  mindFilter(filter);
  const limit = filter.limit ?? Infinity;
  const documents = await archive.list(limit === Infinity ? filter : { ...filter, limit: limit + 1 });
  return { documents: documents.slice(0, limit), more: documents.length > limit, coverage: await archive.coverage() };
}

/** One wording of one text, with all that is known of it. */
export interface ShownText {
  readonly document: Document;
  readonly version: Version;
  readonly capture: Capture;
  readonly rendering: Rendering;
  /** The facts that are guesses, with their ground. */
  readonly guesses: readonly string[];
}

/** Shows the text that `named` names: Reference of a Document or Version, id, address or path. */
export async function showText(named: string, { archive }: Effects): Promise<ShownText> {
  const { document, version } = await findVersion(named, archive);
  const [capture, rendering] = await Promise.all([archive.captureOf(version.capture), archive.text(version.reference)]);
  return { document, version, capture, rendering, guesses: guessesIn(document) };
}

/** What the archive holds, and what people did to it lately, newest first. */
export type Status = ArchiveStatus & { readonly log: readonly LogEntry[] };

/** Says what the archive holds, and the last `logged` things that people did to it. */
export async function archiveStatus(input: { readonly logged: number }, { archive }: Effects): Promise<Status> {
  const [status, log] = await Promise.all([archive.status(), archive.log(input.logged)]);
  return { ...status, log };
}

export function mindFilter({ kind, from, to }: ListFilter): void {
  if (kind !== undefined && !DOCUMENT_KINDS.some((known) => known === kind))
    throw new OnrecordError(
      'bad-use',
      `There is no kind of document "${kind}".`,
      `The kinds are: ${DOCUMENT_KINDS.join(', ')}.`,
    );
  for (const day of [from, to])
    if (day !== undefined && !parseWhen(day))
      throw new OnrecordError('bad-use', `"${day}" is no date.`, 'Write 2025, 2025-07 or 2025-07-10.');
}
