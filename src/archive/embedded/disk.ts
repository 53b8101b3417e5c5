/**
 * What the archive asks of the file system, in few words: so that a test can put a full or failing disk in its place,
 * and so that the order of writes that makes the archive survive a crash stands in one file.
 */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { fileFailure } from './failures.js';

/** Failures come as OnrecordErrors where they are the disk's; a file that is not there gives null. */
export interface Disk {
  makeFolder(path: string): void;
  /** Names in a folder; none if there is no such folder. */
  list(folder: string): readonly string[];
  /** Whole file, in a buffer of its own. */
  read(path: string): ArrayBuffer | null;
  /** Part of a file; shorter at its end. */
  readPart(path: string, offset: number, length: number): Uint8Array | null;
  /** Opens a file to be read in parts, also after it is removed; null if it is not there. */
  open(path: string): OpenFile | null;
  size(path: string): number | null;
  /** Writes a file so that it is there whole or not at all, also after loss of power. `mode`: who may read and write it. */
  write(path: string, chunks: readonly Uint8Array[], mode?: number): void;
  /** Writes at the end of a file whose length is `end`, and syncs. If that fails the file is as it was. */
  append(path: string, end: number, chunks: readonly Uint8Array[]): void;
  /** Cuts a file to a length. */
  cut(path: string, length: number): void;
  remove(path: string): void;
}

/** A file that is open for reading. */
export interface OpenFile {
  readonly size: number;
  /** Part of it, shorter at its end; a small part stands in memory that the next reading uses again. */
  read(offset: number, length: number): Uint8Array;
  close(): void;
}

/** Reads and writes of more than this fail on some systems. */
const MOST_AT_ONCE = 1 << 28;

/** Readings up to this use the same memory again. */
const SMALL = 1 << 13;

/** The disk of this machine. */
export const realDisk: Disk = {
  makeFolder: (path) => guarded(path, () => void mkdirSync(path, { recursive: true })),
  list: (folder) => ifThere(folder, () => readdirSync(folder)) ?? [],
  read: (path) =>
    ifThere(path, () =>
      opened(path, 'r', (file) => {
        const bytes = new Uint8Array(fstatSync(file).size);
        fill(file, bytes, 0);
        return bytes.buffer;
      }),
    ),
  readPart: (path, offset, length) =>
    ifThere(path, () =>
      opened(path, 'r', (file) => {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, fill(file, bytes, offset));
      }),
    ),
  open: (path) =>
    ifThere(path, () => {
      const file = openSync(path, 'r');
      const small = new Uint8Array(SMALL);
      return {
        size: fstatSync(file).size,
        read: (offset, length) => {
          const bytes = length <= SMALL ? small.subarray(0, length) : new Uint8Array(length);
          return bytes.subarray(
            0,
            guarded(path, () => fill(file, bytes, offset)),
          );
        },
        close: () => closeSync(file),
      };
    }),
  // Not by opening it: to close a file lets go of all locks that the process holds on it (POSIX fcntl).
  size: (path) => ifThere(path, () => statSync(path).size),
  write: (path, chunks, mode) =>
    guarded(path, () => {
      const passing = `${path}.new`;
      try {
        // What was left behind would keep its own mode.
        if (mode !== undefined) rmSync(passing, { force: true });
        const written = (file: number): void => {
          pour(file, chunks, 0);
          fsyncSync(file);
        };
        opened(passing, 'w', written, mode);
        renameSync(passing, path);
      } catch (error) {
        rmSync(passing, { force: true });
        throw error;
      }
      syncFolder(dirname(path));
    }),
  append: (path, end, chunks) =>
    guarded(path, () =>
      opened(path, end === 0 ? 'w' : 'r+', (file) => {
        try {
          pour(file, chunks, end);
          fsyncSync(file);
        } catch (error) {
          ftruncateSync(file, end);
          throw error;
        }
        if (end === 0) syncFolder(dirname(path));
      }),
    ),
  cut: (path, length) =>
    guarded(path, () =>
      opened(path, 'r+', (file) => {
        ftruncateSync(file, length);
        fsyncSync(file);
      }),
    ),
  remove: (path) => guarded(path, () => rmSync(path, { force: true })),
};

function opened<T>(path: string, flags: string, work: (file: number) => T, mode?: number): T {
  const file = openSync(path, flags, mode);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}

function fill(file: number, bytes: Uint8Array, offset: number): number {
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(file, bytes, done, Math.min(MOST_AT_ONCE, bytes.length - done), offset + done);
    if (read === 0) break;
    done += read;
  }
  return done;
}

function pour(file: number, chunks: readonly Uint8Array[], start: number): void {
  let at = start;
  for (const chunk of chunks)
    for (let done = 0; done < chunk.length; ) {
      const written = writeSync(file, chunk, done, Math.min(MOST_AT_ONCE, chunk.length - done), at);
      done += written;
      at += written;
    }
}

/** Without this a new name may be lost with the power. Windows has no such thing and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  opened(folder, 'r', (file) => fsyncSync(file));
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileFailure(error, path);
  }
}

function ifThere<T>(path: string, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fileFailure(error, path);
  }
}
