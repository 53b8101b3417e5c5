/**
 * The index alone, over generated or real texts: built from plain text as an archive builds it, kept in files beside
 * other results of the bench, read again by the parts that search. Sizes are powers of ten of sentences.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import {
  BREAK,
  dealOut,
  decodeDictionary,
  Dictionary,
  encodeDictionary,
  encodeSegment,
  Finder,
  finished,
  FORMAT,
  openSegment,
  type Segment,
} from '#index/index.js';
import { FOLDING, Vocabulary, words } from '#text/index.js';
import { Generated, SENTENCES } from './generated.js';
import type { Random } from './random.js';
import { costOf, costOfAsync } from './results.js';
import { type Engine } from './locate.js';
import { inThreads, shared } from './thread.js';

/** Words at which a segment is closed; an archive closes its own at about as many. */
const SEGMENT_WORDS = 25_000_000;
/** Seed of all generated archives. */
export const ARCHIVE_SEED = 1;
/** Goes up when generated texts become others. */
const GENERATION = 1;

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

/**
 * Builds the index of texts, on all cores; `next` gives each text, null at the end, and its time is not counted. The
 * arrays are in memory that threads share.
 */
export async function buildEngine(
  next: () => string | null,
): Promise<{ readonly engine: Engine; readonly built: Built }> {
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
  const close = async (): Promise<void> => {
    if (texts.length === 0) return;
    const { ms, cpuMs, value } = await costOfAsync(() => segmentOf(ids.subarray(0, length), texts, starts));
    segments.push(value);
    build.ms += ms;
    build.cpuMs += cpuMs;
    [length, texts, starts] = [0, [], [0]];
  };
  // Texts are taken a few at a time, so that looking at the clock costs nothing.
  for (let batch: string[] = []; ; batch = []) {
    for (let text = next(); text !== null; text = batch.length < 64 ? next() : null) batch.push(text);
    if (batch.length === 0) break;
    const { ms, cpuMs } = costOf(() => {
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
    cut.ms += ms;
    cut.cpuMs += cpuMs;
    if (length >= SEGMENT_WORDS) await close();
  }
  await close();
  return {
    engine: { segments, dictionary, finder: new Finder(segments) },
    built: { texts: count, words: total, cut, build },
  };
}

/** Orders the places of one segment, the buckets shared among as many threads as there are cores. */
async function segmentOf(ids: Uint32Array, texts: readonly number[], starts: readonly number[]): Promise<Segment> {
  const held = new Uint32Array(shared(ids.byteLength));
  held.set(ids);
  const dealt = dealOut(held, shared);
  const next = new Int32Array(shared(4));
  await inThreads(Array.from({ length: availableParallelism() }, () => ({ work: 'sort', ids: held, dealt, next })));
  const [text, start] = [new Uint32Array(shared(texts.length * 4)), new Uint32Array(shared(starts.length * 4))];
  text.set(texts);
  start.set(starts);
  return finished({ ids: held, texts: text, starts: start }, dealt, shared);
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

const keyOf = (sentences: number): string =>
  `${GENERATION} ${ARCHIVE_SEED} ${sentences} ${FOLDING} ${FORMAT} ${SEGMENT_WORDS}`;
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
export async function openEngine(sentences: number): Promise<Engine> {
  const folder = engineFolder(sentences);
  const path = join(folder, 'kept.json');
  if (existsSync(path)) {
    const { key, segments: count } = JSON.parse(readFileSync(path, 'utf8')) as Kept;
    if (key === keyOf(sentences)) {
      try {
        const dictionary = decodeDictionary(bytesOf(join(folder, 'words.bin')));
        const segments = Array.from({ length: count }, (_, i) => readSegment(join(folder, `segment-${i}.bin`)));
        return { segments, dictionary, finder: new Finder(segments) };
      } catch (error) {
        console.error(`The kept index of ${sentences} sentences cannot be used (${(error as Error).message}).`);
      }
    }
  }
  const { engine } = await buildEngine(generatedTexts(sentences));
  keepEngine(engine, sentences);
  return engine;
}

function bytesOf(path: string): ArrayBuffer {
  return new Uint8Array(readFileSync(path)).buffer;
}

/** All of a segment, in memory that threads share. */
function readSegment(path: string): Segment {
  const file = openSync(path, 'r');
  try {
    const read = (offset: number, length: number): Uint8Array => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    };
    return openSegment(read, statSync(path).size, shared).load()!;
  } finally {
    closeSync(file);
  }
}

function writeChunks(path: string, chunks: readonly Uint8Array[]): number {
  const file = openSync(path, 'w');
  try {
    let total = 0;
    for (const chunk of chunks)
      for (let at = 0; at < chunk.length; at += 2 ** 28) total += writeSync(file, chunk.subarray(at, at + 2 ** 28));
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
