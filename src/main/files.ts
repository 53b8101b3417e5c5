/** The effect of reading files: node:fs with sentences instead of error codes. */
import { createReadStream } from 'node:fs';
import { lstat, readFile, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { OnrecordError } from '#base/index.js';
import type { FileEntry, Files } from '#jobs/index.js';

/**
 * Reads from the disk and from `input`. The import path of a file is its absolute path, or, under `home`, the path
 * from there with forward slashes: what comes with the product is the same wherever it is installed.
 */
export function filesOn(input: AsyncIterable<Uint8Array>, home: string | null = null): Files {
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
    stream: (path) => sentenced(createReadStream(path, { highWaterMark: 2 ** 20 }), path),
    standardInput: () => sentenced(input, 'standard input'),
  };
}

async function* sentenced(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    refuse(path, error);
  }
}

/** Why a path could not be read or written, by the system's code (errno(3)). */
const WHY: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['There is no file or folder', 'Check how the name is written and in which folder you are.'],
  EACCES: ['You may not read', 'Ask for the right to read it, or copy it to where you may.'],
  EPERM: ['You may not read', 'Ask for the right to read it, or copy it to where you may.'],
  EISDIR: ['A folder stands where a file is wanted:', 'Name a file in it.'],
  ENOTDIR: ['A part of this path is a file and no folder:', 'Check how the path is written.'],
  ELOOP: ['This link leads round in a circle:', 'Name the file itself.'],
  ENAMETOOLONG: ['This name is too long for a file:', 'If these are the words to check, give them on standard input: onrecord check -'],
  EMFILE: ['Too many files are open at once to read', 'Close other programs and try again.'],
};

function refuse(path: string, error: unknown): never {
  if (error instanceof OnrecordError) throw error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  const [what, remedy] = WHY[code] ?? ['The disk gave an error on reading', `The system says: ${message}.`];
  throw new OnrecordError(code === 'ENOENT' ? 'not-found' : 'input-unreadable', `${what} ${path}.`, remedy, { cause: error });
}
