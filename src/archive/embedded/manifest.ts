/**
 * The manifest of the word index: which files are live, and how far they go. It is written last, when all that it
 * names is on disk and synced, and replaced whole; what it does not name does not count. So a process that dies at
 * any moment leaves the index as it was before or as it is after, never between.
 */
import { checksum, FORMAT } from '#index/index.js';
import { FOLDING } from '#text/index.js';

export const MANIFEST = 'manifest.json';

/** A live segment. */
export interface SegmentEntry {
  readonly file: string;
  readonly words: number;
  readonly texts: number;
  readonly bytes: number;
}

export interface Manifest {
  /** Goes up with each writing; a reader that sees another one reads anew. */
  readonly generation: number;
  /** Number of the next file, so that no name is used twice. */
  readonly serial: number;
  /** Format of the files, and the rules by which their words were cut. */
  readonly format: number;
  readonly folding: string;
  /** Versions up to this row are in the segments, but for the gaps. */
  readonly indexed: number;
  /** SHA-256 of the main text of that version: the record must hold the same, or it is another record. */
  readonly digest: string;
  /** First and last of versions up to `indexed` that are in no segment: theirs was damaged and set aside. */
  readonly gaps: readonly (readonly [first: number, last: number])[];
  /** The words in the order of their numbers: each file begins where the one before ends. */
  readonly dictionary: readonly string[];
  /** Distinct words in the dictionary. */
  readonly distinct: number;
  readonly segments: readonly SegmentEntry[];
}

/** Of an index that holds nothing yet. */
export const NOTHING: Manifest = {
  generation: 0,
  serial: 1,
  format: FORMAT,
  folding: FOLDING,
  indexed: 0,
  digest: '',
  gaps: [],
  dictionary: [],
  distinct: 0,
  segments: [],
};

/** The manifest in a file's bytes; null if it is none. One of another format or other rules names nothing live. */
export function readManifest(file: ArrayBuffer): Manifest | null {
  let read: (Partial<Manifest> & { readonly checksum?: number }) | null;
  try {
    read = JSON.parse(new TextDecoder().decode(file)) as typeof read;
  } catch {
    return null;
  }
  if (!read || typeof read.generation !== 'number') return null;
  const { checksum: expected, ...manifest } = read;
  if (read.format === FORMAT && read.folding === FOLDING)
    return Array.isArray(read.segments) && expected === sumOf(manifest) ? { ...NOTHING, ...manifest } : null;
  // What the checksums of other formats and rules are is for these to know: all but the generation is passed over.
  return { ...NOTHING, generation: read.generation, serial: Math.max(read.serial ?? 0, read.generation + 1) };
}

/** The bytes of a manifest. */
export function writeManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ ...manifest, checksum: sumOf(manifest) }, null, 1)}\n`);
}

/** XXH32 of a manifest as JSON without spaces. */
function sumOf(manifest: object): number {
  const json = new TextEncoder().encode(JSON.stringify(manifest));
  const bytes = new Uint8Array(Math.ceil(json.length / 4) * 4);
  bytes.set(json);
  return checksum(new Uint32Array(bytes.buffer));
}

/** Versions as ranges; they come in ascending order. */
export function rangesOf(versions: Iterable<number>): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const version of versions) {
    const last = ranges.at(-1);
    if (last && last[1] === version - 1) last[1] = version;
    else ranges.push([version, version]);
  }
  return ranges;
}

/** The ranges without some versions. */
export function without(
  ranges: Manifest['gaps'],
  gone: { has(version: number): boolean; readonly size: number },
): Manifest['gaps'] {
  if (ranges.length === 0 || gone.size === 0) return ranges;
  const left: number[] = [];
  for (const [first, last] of ranges) for (let v = first; v <= last; v++) if (!gone.has(v)) left.push(v);
  return rangesOf(left);
}
