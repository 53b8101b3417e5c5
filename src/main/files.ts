/** The effect of reading files: node:fs with sentences instead of error codes. */
import { constants, createReadStream } from 'node:fs';
import { access, lstat, mkdir, open, readFile, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { OnrecordError } from '#base/index.js';
import type { FileEntry, Files } from '#jobs/index.js';

/** A file that stands in every archive of the embedded engine and nowhere else. */
const ARCHIVE_MARK = 'writer.lock';

/**
 * Reads from the disk and from `input`. The import path of a file is its absolute path, or, under `home`, the path
 * from there with forward slashes: what comes with the product is the same wherever it is installed.
 */
export function filesOn(
  input: Readable,
  { home = null, signal }: { readonly home?: string | null; readonly signal?: AbortSignal } = {},
): Files {
  const entry = async (path: string): Promise<FileEntry> => {
    const found = await stat(path);
    const absolute = resolve(path);
    const inside = home !== null && absolute.startsWith(home) ? absolute.slice(home.length) : null;
    return {
      path,
      name: basename(absolute),
      kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
      size: found.isFile() ? found.size : 0,
      origin: inside === null ? absolute : inside.replaceAll('\\', '/').replace(/^\//, ''),
      identity: await realpath(path),
    };
  };
  return {
    look: (path) => entry(path).catch((error: unknown) => refuse(path, error)),
    entries: async (folder) => {
      const names = await readdir(folder).catch((error: unknown) => refuse(folder, error));
      const found: FileEntry[] = [];
      if (names.includes(ARCHIVE_MARK)) return found;
      for (const name of names) {
        const path = join(folder, name);
        try {
          found.push(await entry(path));
        } catch {
          // A link to nowhere is nothing; a file that may not be looked at is met again when it is read.
          const link = await lstat(path).catch(() => null);
          if (link?.isFile())
            found.push({ path, name, kind: 'file', size: link.size, origin: resolve(path), identity: resolve(path) });
        }
      }
      return found;
    },
    read: (path) => readFile(path).catch((error: unknown) => refuse(path, error)),
    part: (path, offset, length) => readPart(path, offset, length).catch((error: unknown) => refuse(path, error)),
    stream: (path) => sentenced(createReadStream(path, { highWaterMark: 2 ** 20 }), path, signal),
    standardInput: () => sentenced(input, 'standard input', signal),
  };
}

async function readPart(path: string, offset: number, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  } finally {
    await file.close();
  }
}

async function* sentenced(stream: Readable, path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const pieces = (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  let wake = (): void => {};
  // A read of a pipe that nobody writes to ends only with the process: it is left behind, not waited for.
  const stop = new Promise<never>((_, reject) => {
    wake = () => reject(new OnrecordError('stopped', 'Stopped.'));
    if (signal?.aborted) wake();
    signal?.addEventListener('abort', wake, { once: true });
  });
  stop.catch(() => {});
  try {
    for (;;) {
      const { done, value } = await Promise.race([pieces.next(), stop]);
      if (done) return;
      yield value;
    }
  } catch (error) {
    refuse(path, error);
  } finally {
    signal?.removeEventListener('abort', wake);
    stream.destroy();
  }
}

/** Whether files can be made in a folder. */
export function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Writes a file whole or not at all, and the folder that it stands in. Throws OnrecordError. */
export async function writeText(path: string, content: string | AsyncIterable<Uint8Array>): Promise<void> {
  const half = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(half, content);
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true }).catch(() => {});
    if (error instanceof OnrecordError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new OnrecordError('disk-full', `There is no room on the disk for ${path}.`, 'Make room and try again.', {
        cause: error,
      });
    const why = code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'you may not write there' : message;
    throw new OnrecordError('disk-failed', `${path} could not be written: ${why}.`, 'Name another file.', {
      cause: error,
    });
  }
}

/** Why a path could not be read, by the system's code (errno(3)). */
const WHY: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['There is no file or folder', 'Check how the name is written and in which folder you are.'],
  EACCES: ['You may not read', 'Ask for the right to read it, or copy it to where you may.'],
  EPERM: ['You may not read', 'Ask for the right to read it, or copy it to where you may.'],
  EISDIR: ['A folder stands where a file is wanted:', 'Name a file in it.'],
  ENOTDIR: ['A part of this path is a file and no folder:', 'Check how the path is written.'],
  ELOOP: ['This link leads round in a circle:', 'Name the file itself.'],
  ENAMETOOLONG: [
    'This name is too long for a file:',
    'If these are the words to check, give them on standard input: onrecord check -',
  ],
  EMFILE: ['Too many files are open at once to read', 'Close other programs and try again.'],
};

function refuse(path: string, error: unknown): never {
  if (error instanceof OnrecordError) throw error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  const [what, remedy] = WHY[code] ?? ['The disk gave an error on reading', `The system says: ${message}.`];
  throw new OnrecordError(code === 'ENOENT' ? 'not-found' : 'input-unreadable', `${what} ${path}.`, remedy, {
    cause: error,
  });
}
