/**
 * Jobs touch the world only through the effects they are given: the archive, files, the clock, a signal that asks
 * to stop. main builds them once; tests build them from plain values.
 */
import type { Archive } from '#archive/index.js';
import { OnrecordError, type When, type WithProblems } from '#base/index.js';
import type { ExtractInput, Extracted } from '#extract/index.js';

/** What every job may have; most need the archive alone. */
export interface Effects {
  readonly archive: Archive;
  /** Asks to stop: work under way is finished as far as keeping what is done requires. */
  readonly signal?: AbortSignal;
}

/** What stands at a path. */
export interface FileEntry {
  /** As the user would say it. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes; 0 for a folder. */
  readonly size: number;
  /** The import path: the same file has the same one, wherever it is named from. */
  readonly origin: string;
  /** The same for two paths that lead to the same thing, so that a walk does not go in circles. */
  readonly identity: string;
}

/**
 * Reading of files. Every method throws OnrecordError `not-found` or `input-unreadable` with a sentence, and the
 * streams `stopped` when the user asks to stop while they wait for bytes.
 */
export interface Files {
  look(path: string): Promise<FileEntry>;
  /** All that stands in a folder, in no order; nothing if it is an archive, which is no source of texts. */
  entries(folder: string): Promise<readonly FileEntry[]>;
  read(path: string): Promise<Uint8Array>;
  /** A part of a file; shorter at its end. */
  part(path: string, offset: number, length: number): Promise<Uint8Array>;
  /** The bytes in pieces, for files that are too long to be read whole. */
  stream(path: string): AsyncIterable<Uint8Array>;
  /** Standard input in pieces. */
  standardInput(): AsyncIterable<Uint8Array>;
}

/** Cuts texts from bytes, as `extract` of the room extract does; may run elsewhere and give up after a deadline. */
export type Extractor = (input: ExtractInput) => Promise<WithProblems<readonly Extracted[]>>;

/** How far a long job is. */
export interface Progress {
  /** Texts or quotations done. */
  readonly done: number;
  /** Bytes read of all that are to be read; the total is 0 where it is not known. */
  readonly bytes: number;
  readonly totalBytes: number;
  /** Words of the texts held so far. */
  readonly words: number;
  /** Name of what is being read. */
  readonly current: string;
}

/** The moment it is, with its zone. */
export type Clock = () => When;

/** The user asked to stop; what is done is kept. */
export function stopped(): OnrecordError {
  return new OnrecordError('stopped', 'Stopped.', 'Run the same command again to go on where it stopped.');
}
