/**
 * The heavy work of the word index, in steps that any thread can do: each takes plain values and shared memory and
 * gives the same back. A building is prepared, its buckets are sorted by all threads that have nothing else to do,
 * and it is completed, which writes the file. `workHere` does them one after the other in the present thread.
 */
import {
  type Allocate,
  type Contents,
  type Dealt,
  dealOut,
  decodeDictionary,
  Dictionary,
  encodeDictionary,
  encodeSegment,
  finished,
  gather,
  type OpenedSegment,
  openSegment,
  type Segment,
  sortBuckets,
} from '#index/index.js';
import { type Disk, realDisk } from './disk.js';

/** What is to be made into one segment: texts in memory, or those of a file. */
export interface BuildOrder {
  /** Where it is to be written. */
  readonly path: string;
  readonly inputs: readonly (Contents | { readonly path: string })[];
  /** Versions that are left out, ascending. */
  readonly dropped: Uint32Array;
}

export interface Built {
  readonly segment: Segment;
  readonly bytes: number;
}

/** A file that is to be written whole and synced. */
export interface NewFile {
  readonly path: string;
  readonly chunks: readonly Uint8Array[];
}

/** Does the heavy work of an index: in this thread, or in others. Failures are those of the Disk, and IndexDamage. */
export interface IndexWork {
  /** Memory that all who do the work can reach. */
  readonly allocate: Allocate;
  /** Makes a segment and writes it; it is on disk, synced, when this is fulfilled. */
  build(order: BuildOrder): Promise<Built>;
  /** Brings a whole segment into memory; null if there is no such file. Asked again, the same memory comes back. */
  load(path: string): Promise<Segment | null>;
  /** Reads every byte of a segment and keeps nothing; null if there is no such file. */
  read(path: string): Promise<true | null>;
  /** Joins dictionaries that continue one another into one file. */
  joinWords(files: readonly string[], path: string): Promise<void>;
  /** Writes files in order, each synced before the next. */
  write(files: readonly NewFile[]): Promise<void>;
  /** Is told, of an index that is made anew, how many of how many texts are in it again. */
  readonly filled?: (filled: { readonly done: number; readonly total: number }) => void;
}

/** A segment in the making: its texts, and their places dealt into buckets. */
export interface Prepared {
  readonly contents: Contents;
  readonly dealt: Dealt;
}

/** Opens the segment in a file, cold; null if there is none. `close` lets go of the file. */
export function openFile(
  path: string,
  disk: Disk,
  allocate: Allocate,
): (OpenedSegment & { readonly bytes: number; readonly close: () => void }) | null {
  const file = disk.open(path);
  if (!file) return null;
  try {
    return Object.assign(
      openSegment((offset, length) => file.read(offset, length), file.size, allocate),
      {
        bytes: file.size,
        close: () => file.close(),
      },
    );
  } catch (error) {
    file.close();
    throw error;
  }
}

/** The whole segment in a file; null if there is none. */
export function loadFile(path: string, disk: Disk, allocate: Allocate): Segment | null {
  const opened = openFile(path, disk, allocate);
  try {
    return opened && opened.load();
  } finally {
    opened?.close();
  }
}

/** First step: the texts one behind the other, and their places dealt out. */
export function prepare({ inputs, dropped }: BuildOrder, disk: Disk, allocate: Allocate): Prepared {
  const gone = new Set(dropped);
  const all = inputs.map((input) => {
    if (!('path' in input)) return input;
    const segment = loadFile(input.path, disk, allocate);
    if (!segment) throw new Error(`${input.path} is gone`);
    return segment;
  });
  const contents = gather(all, (version) => gone.has(version), allocate);
  return { contents, dealt: dealOut(contents.ids, allocate) };
}

/** Second step: sorts buckets whose numbers `take` hands out. */
export function sortSome({ contents, dealt }: Prepared, take: () => number): void {
  sortBuckets(contents.ids, dealt, take);
}

/** Last step: the segment, written. */
export function complete({ contents, dealt }: Prepared, path: string, disk: Disk, allocate: Allocate): Built {
  const segment = finished(contents, dealt, allocate);
  const chunks = encodeSegment(segment);
  disk.write(path, chunks);
  return { segment, bytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0) };
}

/** Reads dictionaries that continue one another; null if one is missing. */
export function readWords(files: readonly string[], disk: Disk): Dictionary | null {
  const [first, ...more] = files;
  if (first === undefined) return new Dictionary();
  const base = disk.read(first);
  if (!base) return null;
  const dictionary = decodeDictionary(base);
  for (const path of more) {
    const file = disk.read(path);
    if (!file) return null;
    const added = decodeDictionary(file);
    for (let id = 1; id <= added.size; id++) dictionary.add(added.word(id));
  }
  return dictionary;
}

/** Joins dictionaries that continue one another. */
export function joinWords(files: readonly string[], path: string, disk: Disk): void {
  const whole = readWords(files, disk);
  if (!whole) throw new Error(`a part of ${path} is gone`);
  disk.write(path, encodeDictionary(whole));
}

/** All of it in the present thread, in memory that is its own. */
export function workHere(disk: Disk = realDisk): IndexWork {
  const allocate: Allocate = (bytes) => new ArrayBuffer(bytes);
  return {
    allocate,
    build: async (order) => {
      const prepared = prepare(order, disk, allocate);
      let next = 0;
      sortSome(prepared, () => next++);
      return complete(prepared, order.path, disk, allocate);
    },
    load: async (path) => loadFile(path, disk, allocate),
    read: async (path) => (loadFile(path, disk, allocate) ? true : null),
    joinWords: async (files, path) => joinWords(files, path, disk),
    write: async (files) => {
      for (const { path, chunks } of files) disk.write(path, chunks);
    },
  };
}
