/**
 * Cuts files into what is captured one by one: a file whole, a .jsonl file line by line as it is read, so that
 * its length does not matter. What is too long is refused before it is read.
 */
import type { NewCapture } from '#archive/index.js';
import { OnrecordError, type When } from '#base/index.js';
import { cutWebArchive, isWebArchive } from './cut-web-archive.js';
import type { Clock, FileEntry, Files } from './effects.js';

/** Bytes to be captured, or why there are none. */
export type Part =
  | {
      readonly path: string;
      readonly origin: string;
      /** The name that tells the extractor what the bytes are. */
      readonly name: string;
      readonly mediaType: string | null;
      readonly bytes: Uint8Array;
      /** When it was captured, where that was not now. */
      readonly at?: When;
      /** The record of others that it came in. */
      readonly foreign?: NonNullable<NewCapture['foreign']>;
      /** It is kept and not read: no page. */
      readonly unread?: true;
      /** What is odd about it. */
      readonly remark?: string;
    }
  | { readonly path: string; readonly error: unknown };

/** What the extractor takes in one piece; asked late, because loading the parsers is most of a short command's time. */
async function mostBytes(): Promise<number> {
  return (await import('#extract/index.js')).MAX_BYTES;
}

const LINES = /\.(jsonl|ndjson)$/i;
const NEWLINE = 0x0a;

/** The parts of a file in order; never throws for what a file is. */
export async function* cutFile(file: FileEntry, files: Files, clock: Clock): AsyncGenerator<Part> {
  const { path, origin, name } = file;
  if (isWebArchive(name)) {
    yield* cutWebArchive(file, files, clock);
    return;
  }
  try {
    if (LINES.test(name)) {
      const most = await mostBytes();
      for await (const { number, bytes } of lines(files.stream(path), most)) {
        const part = { path: `${path}#${number}`, origin: `${origin}#${number}` };
        if (bytes === null) yield { ...part, error: tooLarge('This line', most) };
        else yield { ...part, name: `${name}#${number}`, mediaType: 'application/json', bytes };
      }
      return;
    }
    yield { path, origin, name, mediaType: null, bytes: await readFile(file, files) };
  } catch (error) {
    yield { path, error };
  }
}

/** A draft or a text to compare, whole; "-" is standard input. Throws OnrecordError `input-too-large` and its kin. */
export async function readWhole(
  path: string,
  files: Files,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  if (path === '-') return { bytes: await readAll(files.standardInput(), 'Standard input'), name: 'standard input' };
  const file = await files.look(path);
  if (file.kind === 'folder')
    throw new OnrecordError('input-unreadable', `${path} is a folder.`, 'Name one file in it.');
  return { bytes: await readFile(file, files), name: file.name };
}

/** A pipe (`<(…)`) has no length that could be known before. */
async function readFile({ path, name, kind, size }: FileEntry, files: Files): Promise<Uint8Array> {
  if (kind !== 'file') return readAll(files.stream(path), name);
  const most = await mostBytes();
  if (size > most) throw tooLarge(name, most, size);
  return files.read(path);
}

/** All of a stream. Throws OnrecordError `input-too-large` as soon as it is. */
export async function readAll(stream: AsyncIterable<Uint8Array>, what: string): Promise<Uint8Array> {
  const most = await mostBytes();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > most) throw tooLarge(what, most);
    pieces.push(piece);
  }
  return join(pieces, size);
}

/** Lines that hold anything, with their numbers from 1; `bytes` is null where a line is too long. */
async function* lines(
  stream: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<{ readonly number: number; readonly bytes: Uint8Array | null }> {
  let number = 1;
  let pieces: Uint8Array[] = [];
  let size = 0;
  const take = (): Uint8Array | null => {
    const bytes = size > most ? null : join(pieces, size);
    pieces = [];
    size = 0;
    return bytes;
  };
  const keep = (piece: Uint8Array): void => {
    size += piece.length;
    if (size <= most) pieces.push(piece);
    else pieces = [];
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      const bytes = take();
      if (bytes === null || !isBlank(bytes)) yield { number, bytes };
      number += 1;
      start = end + 1;
    }
    // A copy, because a stream may fill the same buffer again.
    if (start < chunk.length) keep(chunk.slice(start));
  }
  const bytes = take();
  if (bytes === null || !isBlank(bytes)) yield { number, bytes };
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Nothing but spaces, tabs, carriage returns or a byte order mark. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((b) => b === 0x20 || b === 0x09 || b === 0x0d || b === 0xef || b === 0xbb || b === 0xbf);
}

/** The refusal of more bytes than are taken in one piece. */
function tooLarge(what: string, most: number, size?: number): OnrecordError {
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  return new OnrecordError(
    'input-too-large',
    size === undefined
      ? `${what} is longer than the ${megabytes(most)} that are taken in one piece.`
      : `${what} is ${megabytes(size)} long; at most ${megabytes(most)} are taken in one piece.`,
    'Split it, or put many texts into one .jsonl file, one text on each line: that may be of any length.',
  );
}
