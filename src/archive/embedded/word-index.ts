/**
 * The index of all words held: immutable segments on disk, named by a manifest, and a tail in memory of what they do
 * not hold yet. The tail is no treasure: it is cut anew from the texts after a crash, and so is everything else here.
 * Small additions make small segments in memory, joined as they come to equal size, so that adding costs the
 * logarithm of the tail and not its length. The tail is written when it is large, or when the archive is closed.
 */
import { join } from 'node:path';
import {
  BREAK,
  buildSegment,
  type Contents,
  decodeDictionary,
  decodeSegment,
  Dictionary,
  encodeDictionary,
  encodeSegment,
  Finder,
  FORMAT,
  IndexDamage,
  mergeSegments,
  type Segment,
} from '#index/index.js';
import { type Block } from '#record/index.js';
import { FOLDING, Vocabulary, words, type WordList } from '#text/index.js';
import type { Database } from './database.js';
import type { Disk } from './disk.js';
import { damaged } from './failures.js';
import { readLayout } from './layout.js';
import { foldingOf } from './schema.js';
import { BREAK_AT, packSpans, WordSpans } from './spans.js';

/** Words of the tail at which it is written as a segment: what a crash makes the next opening cut anew. */
const TAIL_WORDS = 16_000_000;
/** More segments than this are merged, the smallest first. */
const MOST_SEGMENTS = 8;
/** No segment is merged beyond this; positions have 27 bits. */
const LARGEST = 64_000_000;

interface Manifest {
  /** Goes up with each writing; a reader that sees another one reads anew. */
  readonly generation: number;
  /** Format of the segments. */
  readonly format: number;
  readonly folding: string;
  /** Versions up to this row are in the segments. */
  readonly indexed: number;
  readonly dictionary: string;
  /** Distinct words in the dictionary. */
  readonly distinct: number;
  readonly segments: readonly { readonly file: string; readonly words: number; readonly texts: number }[];
}

const NOTHING: Manifest = {
  generation: 0,
  format: FORMAT,
  folding: FOLDING,
  indexed: 0,
  dictionary: '',
  distinct: 0,
  segments: [],
};

/** A text cut into words for the index. */
export interface CutText {
  /** Word numbers with breaks, the last one a break. */
  readonly ids: Uint32Array;
  /** Packed places of the words in the text. */
  readonly spans: Uint8Array;
  /** Words of the main text. */
  readonly words: number;
}

export class WordIndex {
  readonly #folder: string | null;
  readonly #disk: Disk;
  readonly #tailWords: number;
  #manifest = NOTHING;
  #dictionary = new Dictionary();
  #vocabulary = new Vocabulary();
  /** Dictionary number of each word of the vocabulary, 0 where not asked yet. */
  #numbers = new Uint32Array(1 << 12);
  readonly #written = new Map<string, Segment>();
  #tail = new Tail();
  #finder: Finder | null = null;

  /** `folder` null: in memory only. `tailWords`: words at which the tail is written. */
  constructor(folder: string | null, disk: Disk, tailWords = TAIL_WORDS) {
    this.#folder = folder;
    this.#disk = disk;
    this.#tailWords = tailWords;
  }

  /** Version ids up to this one are searched. */
  get last(): number {
    return Math.max(this.#manifest.indexed, this.#tail.last);
  }

  /** What is in the files and the tail; before anything is looked for, what the manifest says. */
  summary(): {
    readonly segments: number;
    readonly words: number;
    readonly distinctWords: number;
    readonly bytes: number;
  } {
    const manifest = this.#manifest.generation === 0 && this.#folder !== null ? this.#readManifest() : this.#manifest;
    const { segments, distinct } = manifest;
    return {
      segments: segments.length + this.#tail.segments,
      words: segments.reduce((sum, { words: n }) => sum + n, this.#tail.words),
      distinctWords: Math.max(distinct, this.#dictionary.size),
      bytes: this.#folder === null ? 0 : this.#sizeOf(this.#folder),
    };
  }

  #sizeOf(folder: string): number {
    return this.#disk.list(folder).reduce((sum, name) => sum + (this.#disk.size(join(folder, name)) ?? 0), 0);
  }

  get dictionary(): Dictionary {
    return this.#dictionary;
  }

  /** Reads the manifest and what it names, if it has changed. True if it had. */
  refresh(): boolean {
    if (this.#folder === null) return false;
    for (let attempt = 0; ; attempt++) {
      const manifest = this.#readManifest();
      if (manifest.generation === this.#manifest.generation) return false;
      // Made by other rules or in another format: all is cut anew from the texts.
      const ours = manifest.folding === FOLDING && manifest.format === FORMAT;
      const usable = ours ? manifest : { ...NOTHING, generation: manifest.generation };
      try {
        this.#load(usable);
        return true;
      } catch (error) {
        // Between the manifest and its files a writer may have put newer ones in their place.
        if (!(error instanceof Gone) || attempt === 3)
          throw error instanceof Gone ? this.#damaged(error.file, 'is missing') : error;
      }
    }
  }

  /** Cuts a text: labels, stage notes and furniture are held, but no words run across their edges. */
  cut(text: string, language: string | null, blocks: readonly Block[]): CutText {
    const list = words(text, { vocabulary: this.#vocabulary, language });
    const room = list.count + 2 * blocks.length + 1;
    const ids = new Uint32Array(room);
    const starts = new Uint32Array(room);
    const ends = new Uint32Array(room);
    let n = 0;
    let block = 0;
    let main = 0;
    for (let i = 0; i < list.count; i++) {
      let moved = false;
      let apart = false;
      while (block < blocks.length && blocks[block]!.end <= list.starts[i]!) {
        apart ||= standsApart(blocks[block]!);
        block++;
        moved = true;
      }
      const here = blocks[block];
      if (moved && n > 0 && (apart || (here && standsApart(here)))) {
        starts[n] = BREAK_AT;
        ids[n++] = BREAK;
      }
      if (here?.kind !== 'furniture') main++;
      starts[n] = list.starts[i]!;
      ends[n] = list.ends[i]!;
      ids[n++] = this.#numberOf(list, i);
    }
    starts[n] = BREAK_AT;
    ids[n++] = BREAK;
    return { ids: ids.slice(0, n), spans: packSpans(starts, ends, n), words: main };
  }

  /** Makes a version's words findable. Versions come in order of their ids. */
  add(version: number, ids: Uint32Array): void {
    this.#tail.add(version, ids);
    this.#finder = null;
  }

  /** Adds the texts in the rows that are not in the index yet: what another process added, or a crash left. */
  catchUp(database: Database): void {
    const rows = database
      .sql('SELECT version, language, text, layout, spans FROM texts WHERE version > ? ORDER BY version')
      .iterate(this.last);
    const ours = foldingOf(database) === FOLDING;
    for (const { version, language, text, layout, spans } of rows) {
      const cut = ours
        ? this.#recall(String(text), language as string | null, spans as Uint8Array)
        : this.cut(String(text), language as string | null, readLayout(String(layout)).blocks).ids;
      this.add(Number(version), cut);
    }
  }

  finder(): Finder {
    this.#finder ??= new Finder([...this.#written.values(), ...this.#tail.build()]);
    return this.#finder;
  }

  /** Numbers of folded words; `unknown` for those that are not held. */
  idsOf(folded: readonly string[], unknown: number): Uint32Array {
    return Uint32Array.from(folded, (word) => this.#dictionary.idOf(word) || unknown);
  }

  get wantsWriting(): boolean {
    return this.#folder !== null && this.#tail.words >= this.#tailWords;
  }

  /** Writes the tail as a segment, merges if there are too many, and names it all in a new manifest. */
  write(dropped: (version: number) => boolean): void {
    const folder = this.#folder;
    if (folder === null || (this.#tail.words === 0 && this.#manifest.indexed >= this.#tail.last)) return;
    const generation = this.#manifest.generation + 1;
    const added = this.#tail.whole();
    const segments = new Map(this.#written);
    if (added.suffixes.length > 0) segments.set(`segment-${generation}.bin`, added);
    mergeSmallest(segments, generation, dropped);
    this.#disk.makeFolder(folder);
    const dictionary = `words-${generation}.bin`;
    this.#disk.write(join(folder, dictionary), encodeDictionary(this.#dictionary));
    for (const [file, segment] of segments)
      if (!this.#written.has(file)) this.#disk.write(join(folder, file), encodeSegment(segment));
    const manifest: Manifest = {
      generation,
      format: FORMAT,
      folding: FOLDING,
      indexed: this.last,
      dictionary,
      distinct: this.#dictionary.size,
      segments: [...segments].map(([file, { suffixes, texts }]) => ({
        file,
        words: suffixes.length,
        texts: texts.length,
      })),
    };
    this.#disk.write(join(folder, 'manifest.json'), [new TextEncoder().encode(JSON.stringify(manifest, null, 1))]);
    this.#manifest = manifest;
    this.#written.clear();
    for (const [file, segment] of segments) this.#written.set(file, segment);
    this.#tail = new Tail();
    this.#finder = null;
    this.tidy();
  }

  /** Removes files that the manifest does not name: replaced, or left by a crash. Only a writer may. */
  tidy(): void {
    if (this.#folder === null) return;
    const { dictionary, segments } = this.#readManifest();
    const named = new Set(['manifest.json', dictionary, ...segments.map(({ file }) => file)]);
    for (const name of this.#disk.list(this.#folder)) if (!named.has(name)) this.#disk.remove(join(this.#folder, name));
  }

  #readManifest(): Manifest {
    const file = this.#disk.read(join(this.#folder!, 'manifest.json'));
    if (!file) return NOTHING;
    try {
      return JSON.parse(new TextDecoder().decode(file)) as Manifest;
    } catch {
      throw this.#damaged('manifest.json', 'is damaged');
    }
  }

  #load(manifest: Manifest): void {
    const read = (name: string): ArrayBuffer => {
      const bytes = this.#disk.read(join(this.#folder!, name));
      if (!bytes) throw new Gone(name);
      return bytes;
    };
    const segments = new Map<string, Segment>();
    let file = manifest.dictionary;
    try {
      const dictionary = file === '' ? new Dictionary() : decodeDictionary(read(file));
      for (const named of manifest.segments) {
        ({ file } = named);
        segments.set(file, this.#written.get(file) ?? decodeSegment(read(file)));
      }
      this.#dictionary = dictionary;
    } catch (error) {
      if (error instanceof IndexDamage) throw this.#damaged(file, error.message);
      throw error;
    }
    this.#manifest = manifest;
    this.#written.clear();
    for (const [name, segment] of segments) this.#written.set(name, segment);
    this.#vocabulary = new Vocabulary();
    this.#numbers = new Uint32Array(1 << 12);
    this.#tail = new Tail();
    this.#finder = null;
  }

  #damaged(file: string, what: string): Error {
    return damaged(
      `${join(this.#folder!, file)} ${what}.`,
      `The index can be made anew from the texts: remove the folder ${this.#folder!} and start again.`,
    );
  }

  #numberOf(list: WordList, i: number): number {
    const known = list.ids[i]!;
    if (known >= this.#numbers.length) {
      const wider = new Uint32Array(Math.max(known + 1, this.#numbers.length * 2));
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    return (this.#numbers[known] ||= this.#dictionary.add(list.folded[i]!));
  }

  /** Word numbers of a text that was cut before: breaks stand where they stood then. */
  #recall(text: string, language: string | null, packed: Uint8Array): Uint32Array {
    const list = words(text, { vocabulary: this.#vocabulary, language });
    const spans = new WordSpans(packed);
    const ids = new Uint32Array(spans.count);
    let i = 0;
    spans.visit(0, spans.count, (entry, start) => {
      ids[entry] = start === BREAK_AT ? BREAK : this.#numberOf(list, i++);
    });
    return ids;
  }
}

/** A file that the manifest names is not there. */
class Gone extends Error {
  readonly file: string;
  constructor(file: string) {
    super(file);
    this.file = file;
  }
}

/** Blocks that are no part of running speech. */
function standsApart({ kind }: Block): boolean {
  return kind === 'label' || kind === 'stage note' || kind === 'furniture';
}

/** What was added since the segments were written. */
class Tail {
  words = 0;
  last = 0;
  #built: Segment[] = [];
  #ids = new Uint32Array(1 << 12);
  #length = 0;
  #texts: number[] = [];
  #starts: number[] = [0];

  get segments(): number {
    return this.#built.length + (this.#texts.length > 0 ? 1 : 0);
  }

  add(version: number, ids: Uint32Array): void {
    if (this.#length + ids.length > this.#ids.length) {
      const wider = new Uint32Array(Math.max(this.#ids.length * 2, this.#length + ids.length));
      wider.set(this.#ids.subarray(0, this.#length));
      this.#ids = wider;
    }
    this.#ids.set(ids, this.#length);
    this.#length += ids.length;
    this.#texts.push(version);
    this.#starts.push(this.#length);
    for (const id of ids) if (id !== BREAK) this.words++;
    this.last = version;
  }

  /** The segments of the tail, the newest texts included; each at least twice as long as the next. */
  build(): readonly Segment[] {
    const pending = this.#pending();
    if (!pending) return this.#built;
    this.#built.push(buildSegment(pending.ids, pending.texts, pending.starts));
    for (let n = this.#built.length; n > 1; n = this.#built.length) {
      if (this.#built[n - 2]!.ids.length >= 2 * this.#built[n - 1]!.ids.length) break;
      this.#built.push(mergeSegments(this.#built.splice(n - 2, 2), () => false));
    }
    return this.#built;
  }

  /** All of the tail as one segment. */
  whole(): Segment {
    const pending = this.#pending();
    if (pending && this.#built.length === 0) this.#built = [buildSegment(pending.ids, pending.texts, pending.starts)];
    else if (pending || this.#built.length !== 1)
      this.#built = [mergeSegments(pending ? [...this.#built, pending] : this.#built, () => false)];
    return this.#built[0]!;
  }

  /** The texts that are in no segment yet, which are then no more pending. */
  #pending(): Contents | null {
    if (this.#texts.length === 0) return null;
    const pending = {
      ids: this.#ids.slice(0, this.#length),
      texts: Uint32Array.from(this.#texts),
      starts: Uint32Array.from(this.#starts),
    };
    this.#length = 0;
    this.#texts = [];
    this.#starts = [0];
    return pending;
  }
}

/** Merges the smallest segments until few enough are left, taking each next one that is no larger than those before. */
function mergeSmallest(
  segments: Map<string, Segment>,
  generation: number,
  dropped: (version: number) => boolean,
): void {
  if (segments.size <= MOST_SEGMENTS) return;
  const bySize = [...segments].toSorted(([, a], [, b]) => a.ids.length - b.ids.length);
  let sum = 0;
  let take = 0;
  for (const [, { ids }] of bySize) {
    if (take >= 2 && (ids.length > sum || sum + ids.length > LARGEST) && segments.size - take < MOST_SEGMENTS) break;
    sum += ids.length;
    take++;
  }
  const chosen = bySize.slice(0, take).toSorted(([, a], [, b]) => a.texts[0]! - b.texts[0]!);
  for (const [file] of chosen) segments.delete(file);
  segments.set(
    `segment-${generation}-merged.bin`,
    mergeSegments(
      chosen.map(([, segment]) => segment),
      dropped,
    ),
  );
}
