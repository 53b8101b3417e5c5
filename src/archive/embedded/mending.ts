/**
 * Finding damage in the files of the index, and taking what is damaged out of the manifest. Nothing is lost by that:
 * the index is made of the texts in the rows. A segment that is set aside leaves a gap, the versions that are in no
 * segment now; whoever opens the index cuts these anew from the rows, and the next writing closes the gap. So mending
 * may stop at any moment and goes on where it stopped.
 */
import { join } from 'node:path';
import { type Allocate, IndexDamage, type Segment } from '#index/index.js';
import type { Disk } from './disk.js';
import { type IndexWork, openFile, readWords } from './index-work.js';
import {
  MANIFEST,
  type Manifest,
  NOTHING,
  rangesOf,
  readManifest,
  type SegmentEntry,
  writeManifest,
} from './manifest.js';

/** Further than any generation that a reader of the lost manifest can have seen. */
const BEYOND = 1_000_000;

/** What the index tells of one segment. */
export interface SegmentStatus extends Omit<SegmentEntry, 'file'> {
  /** Null: the tail, which is in memory. */
  readonly file: string | null;
  /** Row ids of its versions; null if they cannot be read. */
  readonly versions: Uint32Array | null;
  readonly state: 'in memory' | 'on disk' | 'damaged' | 'missing';
}

/** A segment as its file tells, without reading all of it. */
export function statusOf(entry: SegmentEntry, folder: string, disk: Disk, allocate: Allocate): SegmentStatus {
  try {
    const opened = openFile(join(folder, entry.file), disk, allocate);
    opened?.close();
    return { ...entry, versions: opened?.segment.texts ?? null, state: opened ? 'on disk' : 'missing' };
  } catch (error) {
    if (!(error instanceof IndexDamage)) throw error;
    return { ...entry, versions: null, state: 'damaged' };
  }
}

/** A cold segment that fails, when it meets damage, with what is made of that. */
export function naming(segment: Segment, failure: (error: unknown) => unknown): Segment {
  const { cold } = segment;
  if (!cold) return segment;
  const failing =
    (bring: (low: number, high: number) => void) =>
    (low: number, high: number): void => {
      try {
        bring(low, high);
      } catch (error) {
        throw failure(error);
      }
    };
  return {
    ...segment,
    cold: {
      samples: cold.samples,
      ids: failing((low, high) => cold.ids(low, high)),
      suffixes: failing((low, high) => cold.suffixes(low, high)),
    },
  };
}

/** A file that cannot be used. */
export interface Fault {
  readonly file: string;
  /** "is damaged in …", "is missing". */
  readonly problem: string;
}

/** Reads every byte of the index; `each` is told what is being read. */
export async function examine(
  folder: string,
  disk: Disk,
  work: IndexWork,
  each: (file: string) => void,
): Promise<readonly Fault[]> {
  const bytes = disk.read(join(folder, MANIFEST));
  const manifest = bytes ? readManifest(bytes) : NOTHING;
  if (!manifest) return [{ file: MANIFEST, problem: 'is damaged' }];
  const faults: Fault[] = [];
  const look = async (file: string, read: () => Promise<unknown>): Promise<void> => {
    each(file);
    try {
      if ((await read()) === null) faults.push({ file, problem: 'is missing' });
    } catch (error) {
      if (!(error instanceof IndexDamage)) throw error;
      faults.push({ file, problem: error.message });
    }
  };
  for (const file of manifest.dictionary) await look(file, async () => readWords([join(folder, file)], disk));
  for (const { file } of manifest.segments) await look(file, () => work.read(join(folder, file)));
  return faults;
}

/**
 * Takes files out of the manifest, leaving gaps where segments were. Without its words or its manifest the whole index
 * is set aside. `held`: all versions that should be in the index, ascending.
 */
export async function setAside(
  folder: string,
  disk: Disk,
  work: IndexWork,
  files: readonly string[],
  held: readonly number[],
): Promise<void> {
  const bytes = disk.read(join(folder, MANIFEST));
  const manifest = bytes && readManifest(bytes);
  const next =
    !manifest || files.some((file) => file === MANIFEST || manifest.dictionary.includes(file))
      ? begunAnew(manifest, disk.list(folder))
      : withGaps(manifest, folder, disk, work, files, held);
  await work.write([{ path: join(folder, MANIFEST), chunks: [writeManifest(next)] }]);
}

function begunAnew(manifest: Manifest | null, names: readonly string[]): Manifest {
  const serial = Math.max(manifest?.serial ?? 0, ...names.map((name) => Number(/\d+/.exec(name)?.[0] ?? 0))) + 1;
  return { ...NOTHING, generation: Math.max(manifest?.generation ?? 0, serial) + BEYOND, serial };
}

function withGaps(
  manifest: Manifest,
  folder: string,
  disk: Disk,
  work: IndexWork,
  files: readonly string[],
  held: readonly number[],
): Manifest {
  const segments = manifest.segments.filter(({ file }) => !files.includes(file));
  const inFiles = new Set<number>();
  for (const { file } of segments) {
    const opened = openFile(join(folder, file), disk, work.allocate);
    opened?.close();
    for (const version of opened?.segment.texts ?? []) inFiles.add(version);
  }
  const gaps = rangesOf(held.filter((version) => version <= manifest.indexed && !inFiles.has(version)));
  return { ...manifest, segments, gaps, generation: manifest.generation + 1 };
}
