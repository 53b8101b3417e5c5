/**
 * The index alone, over generated or real texts: built from plain text as an archive builds it, kept in files beside
 * other results of the bench, read again by the parts that search. Sizes are powers of ten of sentences.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writevSync } from 'node:fs';
import { closeSync, openSync, readSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import {
  BREAK,
  buildSegment,
  decodeDictionary,
  decodeSegment,
  Dictionary,
  encodeDictionary,
  encodeSegment,
  Finder,
  type Place,
  placesFor,
  type Segment,
  UNKNOWN,
} from '#index/index.js';
import { FOLDING, Vocabulary, words } from '#text/index.js';
import { Generated, SENTENCES } from './generated.js';
import { Random } from './random.js';
import { costOf } from './results.js';

/** Words at which a segment is closed; an archive closes its own at about as many. */
const SEGMENT_WORDS = 25_000_000;
/** Seed of all generated archives. */
export const ARCHIVE_SEED = 1;
/** Goes up when generated texts become others. */
const GENERATION = 1;

export interface Engine {
  readonly segments: readonly Segment[];
  readonly dictionary: Dictionary;
  readonly finder: Finder;
}

/** What building took, by step; milliseconds of wall and processor time. */
export interface Built {
  readonly texts: number;
  readonly words: number;
  readonly cut: { readonly ms: number; readonly cpuMs: number };
  readonly build: { readonly ms: number; readonly cpuMs: number };
}

/** How many generated texts make so many sentences. */
export function textsFor(sentences: number): number {
  return Math.ceil(sentences / SENTENCES);
}

/** The folder that all parts share, so that what one built another reads; it may be removed at any time. */
export function benchFolder(): string {
  const folder = join(tmpdir(), `onrecord-bench-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Builds the index of texts; `next` gives each text, null at the end, and its time is not counted. */
export function buildEngine(next: () => string | null): { readonly engine: Engine; readonly built: Built } {
  const dictionary = new Dictionary();
  const vocabulary = new Vocabulary();
  let numbers = new Uint32Array(1 << 12);
  const segments: Segment[] = [];
  let ids = new Uint32Array(1 << 20);
  let starts: number[] = [0];
  let texts: number[] = [];
  let length = 0;
  let total = 0;
  let count = 0;
  const cut = { ms: 0, cpuMs: 0 };
  const build = { ms: 0, cpuMs: 0 };
  const add = (sum: { ms: number; cpuMs: number }, work: () => void): void => {
    const { ms, cpuMs } = costOf(work);
    sum.ms += ms;
    sum.cpuMs += cpuMs;
  };
  const close = (): void => {
    if (texts.length === 0) return;
    add(build, () => {
      segments.push(buildSegment(ids.slice(0, length), Uint32Array.from(texts), Uint32Array.from(starts)));
    });
    [length, texts, starts] = [0, [], [0]];
  };
  // Texts are taken a few at a time, so that looking at the clock costs nothing.
  for (let batch: string[] = []; ; batch = []) {
    for (let text = next(); text !== null; text = batch.length < 64 ? next() : null) batch.push(text);
    if (batch.length === 0) break;
    add(cut, () => {
      for (const text of batch) {
        const list = words(text, { vocabulary, language: 'en' });
        if (length + list.count + 1 > ids.length) {
          const wider = new Uint32Array(Math.max(ids.length * 2, length + list.count + 1));
          wider.set(ids.subarray(0, length));
          ids = wider;
        }
        for (let i = 0; i < list.count; i++) {
          const known = list.ids[i]!;
          if (known >= numbers.length) {
            const wider = new Uint32Array(Math.max(known + 1, numbers.length * 2));
            wider.set(numbers);
            numbers = wider;
          }
          ids[length++] = numbers[known] ||= dictionary.add(list.folded[i]!);
        }
        ids[length++] = BREAK;
        texts.push(count++);
        starts.push(length);
        total += list.count;
      }
    });
    if (length >= SEGMENT_WORDS) close();
  }
  close();
  return {
    engine: { segments, dictionary, finder: new Finder(segments) },
    built: { texts: count, words: total, cut, build },
  };
}

/** Gives the generated texts of an archive of so many sentences, one at each call. */
export function generatedTexts(sentences: number, seed = ARCHIVE_SEED): () => string | null {
  const texts = new Generated(seed);
  const count = textsFor(sentences);
  let number = 0;
  return () => (number < count ? texts.text(number++).text : null);
}

interface Kept {
  readonly key: string;
  readonly segments: number;
}

const keyOf = (sentences: number): string => `${GENERATION} ${ARCHIVE_SEED} ${sentences} ${FOLDING} ${SEGMENT_WORDS}`;
const engineFolder = (sentences: number): string => join(benchFolder(), `engine-${sentences}`);

/** Writes an engine as files. Returns their bytes. */
export function keepEngine({ segments, dictionary }: Engine, sentences: number): number {
  const folder = engineFolder(sentences);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}.new`, { recursive: true });
  let bytes = writeChunks(join(`${folder}.new`, 'words.bin'), encodeDictionary(dictionary));
  for (const [i, segment] of segments.entries())
    bytes += writeChunks(join(`${folder}.new`, `segment-${i}.bin`), encodeSegment(segment));
  const kept: Kept = { key: keyOf(sentences), segments: segments.length };
  writeFileSync(join(`${folder}.new`, 'kept.json'), JSON.stringify(kept));
  renameSync(`${folder}.new`, folder);
  return bytes;
}

/** The engine of an archive of so many sentences: read if it was kept, else built and kept. */
export function openEngine(sentences: number): Engine {
  const folder = engineFolder(sentences);
  const path = join(folder, 'kept.json');
  if (existsSync(path)) {
    const { key, segments: count } = JSON.parse(readFileSync(path, 'utf8')) as Kept;
    if (key === keyOf(sentences)) {
      try {
        const dictionary = decodeDictionary(bytesOf(join(folder, 'words.bin')));
        const segments = Array.from({ length: count }, (_, i) =>
          decodeSegment(bytesOf(join(folder, `segment-${i}.bin`))),
        );
        return { segments, dictionary, finder: new Finder(segments) };
      } catch (error) {
        console.error(`The kept index of ${sentences} sentences cannot be used (${(error as Error).message}).`);
      }
    }
  }
  const { engine } = buildEngine(generatedTexts(sentences));
  keepEngine(engine, sentences);
  return engine;
}

function bytesOf(path: string): ArrayBuffer {
  const file = openSync(path, 'r');
  try {
    const { size } = statSync(path);
    const bytes = new Uint8Array(size);
    // One read takes 2 GiB at most.
    for (let at = 0; at < size; ) at += readInto(file, bytes, at);
    return bytes.buffer;
  } finally {
    closeSync(file);
  }
}

function readInto(file: number, bytes: Uint8Array, at: number): number {
  const read = readSync(file, bytes, at, Math.min(bytes.length - at, 2 ** 28), at);
  if (read === 0) throw new Error('the file ends too soon');
  return read;
}

function writeChunks(path: string, chunks: readonly Uint8Array[]): number {
  const file = openSync(path, 'w');
  try {
    let total = 0;
    for (const chunk of chunks)
      for (let at = 0; at < chunk.length; at += 2 ** 28) total += writevSync(file, [chunk.subarray(at, at + 2 ** 28)]);
    return total;
  } finally {
    closeSync(file);
  }
}

/** Bytes that a segment holds in memory: all its arrays. */
export function bytesInMemory(segment: Segment): number {
  return Object.values(segment).reduce(
    (sum: number, part: unknown) => sum + (ArrayBuffer.isView(part) ? part.byteLength : 0),
    0,
  );
}

/** Places up to which a seed is followed, search by search, as `jobs/check-draft.ts` asks for them. */
const CAPS = [48, 256, 2048] as const;
const LIMITS = [24, 32, 48] as const;
/** A place that holds so much of what was looked for needs no wider search. */
const CONCLUSIVE = 0.6;

/** Where words come from, as `archive.recall` finds it: wider searches only while nothing conclusive is found. */
export function locate({ finder }: Engine, ids: Uint32Array, fragments: Uint16Array): Place[] {
  const bits = new Float64Array(ids.length);
  let sum = 0;
  for (let i = 0; i < ids.length; i++) sum += bits[i] = finder.bits(ids[i]!);
  const wanted = { ids, fragments, bits };
  for (let search = 0; ; search++) {
    const found = finder.seeds(wanted, CAPS[search]!);
    const places = placesFor(finder, found, wanted, LIMITS[search]!, () => false);
    if (search === CAPS.length - 1 || found.capped.length === 0 || (places[0]?.bits ?? 0) >= CONCLUSIVE * sum)
      return places;
  }
}

/** Numbers of words as a quotation brings them: as strings. */
export function idsOf({ dictionary }: Engine, folded: readonly string[]): Uint32Array {
  return Uint32Array.from(folded, (word) => dictionary.idOf(word) || UNKNOWN);
}

/** A run of words by chance that stands within one text, as its position in a segment. */
export function drawRun(
  { segments }: Engine,
  length: number,
  random: Random,
): { readonly segment: number; readonly position: number; readonly ids: Uint32Array } {
  const total = segments.reduce((sum, { ids }) => sum + ids.length, 0);
  for (;;) {
    let at = random.below(total);
    let segment = 0;
    while (at >= segments[segment]!.ids.length) at -= segments[segment++]!.ids.length;
    const ids = segments[segment]!.ids.subarray(at, at + length);
    if (ids.length === length && !ids.includes(BREAK)) return { segment, position: at, ids: ids.slice() };
  }
}
