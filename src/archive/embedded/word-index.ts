/**
 * The index of all words held. The life of a segment:
 *
 * 1. A text is added: the rows that hold it are durable before it is acknowledged, and it is found at once, in the
 *    tail, which is in memory (tail.ts). The tail is no treasure: after a crash it is cut anew from the rows.
 * 2. When the tail is large, or the archive is closed, it leaves: a worker makes one segment of it and writes that
 *    under a passing name, synced, then by its own name; the words that are new go into a file beside it; the manifest
 *    that names both comes last (manifest.ts). Until then the leaving tail answers.
 * 3. When segments are many, a worker makes one of the smallest, without the texts dropped since; the manifest names
 *    it in their place, and their files go. Until then they answer. Nothing is ever changed in place.
 * 4. A process that opens the archive reads the manifest and the small parts of each segment, and answers by reading
 *    single blocks (cold); a server has workers bring the whole of them into memory that all threads share (warm).
 * 5. A segment that is damaged is named by the first search that meets the damage; `repair` sets it aside and cuts its
 *    texts anew into the tail, and from there see 1.
 *
 * No step holds the thread that answers for longer than a small text takes: the heavy ones are an IndexWork's.
 */
import { join } from 'node:path';
import { OnrecordError } from '#base/index.js';
import {
  Dictionary,
  encodeDictionary,
  Finder,
  type Forms,
  IndexDamage,
  type OpenedSegment,
  type Segment,
} from '#index/index.js';
import type { Block } from '#record/index.js';
import { FOLDING } from '#text/index.js';
import { Cutter, type CutText } from './cutting.js';
import type { Database } from './database.js';
import type { Disk } from './disk.js';
import { damaged } from './failures.js';
import { type IndexWork, type NewFile, openFile, readWords } from './index-work.js';
import { readLayout } from './layout.js';
import {
  MANIFEST,
  type Manifest,
  NOTHING,
  readManifest,
  type SegmentEntry,
  without,
  writeManifest,
} from './manifest.js';
import { examine, type Fault, naming, type SegmentStatus, setAside, statusOf } from './mending.js';
import { areScattered, choose, tailLimit } from './merging.js';
import { foldingOf } from './schema.js';
import { Tail } from './tail.js';
import { WordForms } from './word-forms.js';

/** A cold segment of which more than this share was looked at is brought in whole: that is faster than piecemeal. */
const LOOKED_INTO = 0.25;
/** Where texts come faster than they are written, whoever adds waits at so many times the usual tail. */
const CROWDED = 4;

/** A segment that the manifest names. */
interface Live {
  readonly entry: SegmentEntry;
  segment: Segment;
  /** While it is cold. */
  opened: (OpenedSegment & { readonly close: () => void }) | null;
}

/** What the index asks of the rows while it writes. */
export interface Rows {
  /** Whether a version is dropped. */
  dropped(version: number): boolean;
  /** SHA-256 of the main text of a version. */
  digest(version: number): string;
}

export class WordIndex {
  readonly #folder: string | null;
  readonly #disk: Disk;
  readonly #work: IndexWork;
  readonly #tailWords: number | null;
  #manifest = NOTHING;
  #cutter = new Cutter();
  /** Words of the dictionary that files hold. */
  #saved = 0;
  readonly #live = new Map<string, Live>();
  #leaving: Tail | null = null;
  #tail = new Tail();
  #finder: Finder | null = null;
  readonly #forms = new WordForms();
  #flushing: Promise<void> | null = null;
  #merging: Promise<void> | null = null;
  #publishing: Promise<unknown> = Promise.resolve();
  #warming = false;
  /** Whether it is known that the index was made of this record. */
  #trusted = false;
  #fault: Error | null = null;

  /** `folder` null: in memory only. `tailWords`: words at which the tail is written, where a test wants fewer. */
  constructor(folder: string | null, disk: Disk, work: IndexWork, tailWords: number | null = null) {
    this.#folder = folder;
    this.#disk = disk;
    this.#work = work;
    this.#tailWords = tailWords;
  }

  get dictionary(): Dictionary {
    return this.#cutter.dictionary;
  }

  /** Cuts a text, numbering its words. */
  cut(text: string, language: string | null, blocks: readonly Block[]): CutText {
    return this.#cutter.cut(text, language, blocks);
  }

  /** Reads the manifest and what it names, if another process has changed it. OnrecordError archive-damaged. */
  refresh(): void {
    if (this.#folder === null) return;
    for (let attempt = 0; ; attempt++) {
      const manifest = this.#readManifest();
      if (manifest.generation === this.#manifest.generation) return;
      const gone = this.#open(manifest);
      if (gone === null) return;
      // Between the manifest and its files a writer may have put newer ones in their place.
      if (attempt === 3) throw this.#damaged(gone, 'is missing');
    }
  }

  /** Makes a version's words findable. */
  add(version: number, ids: Uint32Array): void {
    this.#tail.add(version, ids);
    this.#finder = null;
  }

  /**
   * Brings the index in step with the record: texts in the rows that the index lacks are cut and added, whether
   * another process held them, a crash left them, or their segment was set aside. An index of another record is
   * passed over as if there were none. `most`: words after which it stops. Returns how many texts were added.
   */
  catchUp(database: Database, most = Infinity): number {
    this.#trust(database);
    const ours = foldingOf(database) === FOLDING;
    const columns = 'version, language, text, layout, spans';
    let texts = 0;
    let added = 0;
    const take = (rows: Iterable<Record<string, unknown>>): void => {
      for (const { version, language, text, layout, spans } of rows) {
        if (this.#tail.versions.has(Number(version)) || this.#leaving?.versions.has(Number(version))) continue;
        if (added >= most) return;
        const ids = ours
          ? this.#cutter.again(String(text), language as string | null, spans as Uint8Array)
          : this.cut(String(text), language as string | null, readLayout(String(layout)).blocks).ids;
        this.add(Number(version), ids);
        added += ids.length;
        texts++;
      }
    };
    const gap = database.sql(`SELECT ${columns} FROM texts WHERE version BETWEEN ? AND ? ORDER BY version`);
    for (const [first, last] of this.covered(database).gaps) take(gap.iterate(first, last));
    take(database.sql(`SELECT ${columns} FROM texts WHERE version > ? ORDER BY version`).iterate(this.#last));
    return texts;
  }

  /** Up to which version texts are in segments or in memory, and which of those before are not. */
  covered(database: Database): Pick<Manifest, 'gaps' | 'generation'> & { readonly last: number } {
    this.#trust(database);
    const { gaps, generation } = this.#manifest;
    return { generation, last: this.#last, gaps: without(gaps, this.#tail.versions) };
  }

  /** Words that are not written yet. */
  get waiting(): number {
    return this.#tail.words;
  }

  /** Lets go of segments in memory that can be read from their files, where it was not asked to keep them. */
  cool(): void {
    if (this.#warming || this.#folder === null) return;
    for (const [file, live] of this.#live)
      if (live.opened === null) {
        const opened = openFile(join(this.#folder, file), this.#disk, this.#work.allocate);
        if (opened) this.#live.set(file, { ...live, opened, segment: this.#named(opened.segment, file) });
      }
    this.#finder = null;
  }

  /** Searches all that is held, as it is now. */
  finder(): Finder {
    if (!this.#warming)
      for (const live of this.#live.values())
        if (live.opened && live.opened.loaded > LOOKED_INTO) this.#bringIn(live, live.opened);
    this.#finder ??= new Finder([
      ...[...this.#live.values()].map(({ segment }) => segment),
      ...(this.#leaving?.build() ?? []),
      ...this.#tail.build(),
    ]);
    return this.#finder;
  }

  /** Brings all segments into memory now: for what looks at every word. */
  whole(): Finder {
    for (const live of this.#live.values()) if (live.opened) this.#bringIn(live, live.opened);
    return this.finder();
  }

  /** Has the work bring all segments into memory; meanwhile they answer cold. */
  async warm(): Promise<void> {
    this.#warming = true;
    for (const live of this.#live.values()) {
      if (this.#folder === null || live.opened === null) continue;
      const segment = await this.#work.load(join(this.#folder, live.entry.file)).catch(() => null);
      // One that is damaged stays cold: whoever meets the damage is told.
      if (segment && this.#live.get(live.entry.file) === live) this.#warm(live, segment);
    }
  }

  /** The forms of words that are held, by the light stems of a language. */
  forms(language: string): Forms {
    return this.#forms.of(this.dictionary, language);
  }

  /** Numbers of folded words; `unknown` for those that are not held. */
  idsOf(folded: readonly string[], unknown: number): Uint32Array {
    return Uint32Array.from(folded, (word) => this.dictionary.idOf(word) || unknown);
  }

  /** Whether the tail has grown so large that it should be written. */
  get wantsWriting(): boolean {
    return this.#folder !== null && this.#tail.words >= this.#limit;
  }

  /** Starts what is due, and waits only where texts come faster than they can be written. Only a writer may. */
  async tend(rows: Rows): Promise<void> {
    if (this.#folder === null) return;
    if (this.wantsWriting && !this.#flushing) void this.#flush(rows);
    this.#merging ??= this.#mergeAll(rows).finally(() => {
      this.#merging = null;
    });
    while (this.#flushing && this.#tail.words > CROWDED * this.#limit) await this.#flushing;
  }

  /** Writes all that is not written yet, and waits for it and for merges. Only a writer may. */
  async write(rows: Rows): Promise<void> {
    while (this.#flushing) await this.#flushing;
    if (this.#folder !== null && this.#tail.words > 0) await this.#flush(rows);
    while (this.#merging) await this.#merging;
    await this.#mergeAll(rows);
    await this.#publishing;
    if (this.#fault) throw this.#fault;
  }

  /** Removes files that the manifest does not name: replaced, or left by a crash. Only a writer may, before it works. */
  tidy(): void {
    if (this.#folder === null) return;
    const file = this.#disk.read(join(this.#folder, MANIFEST));
    const manifest = file ? readManifest(file) : NOTHING;
    // With a manifest that is damaged nobody knows what is named.
    if (!manifest) return;
    const { dictionary, segments } = manifest;
    const named = new Set([MANIFEST, ...dictionary, ...segments.map(({ file }) => file)]);
    for (const name of this.#disk.list(this.#folder)) if (!named.has(name)) this.#disk.remove(join(this.#folder, name));
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
    const tails = this.#tails();
    return {
      segments: tails.reduce((sum, tail) => sum + tail.segments, segments.length),
      words: [...segments, ...tails].reduce((sum, { words: n }) => sum + n, 0),
      distinctWords: Math.max(distinct, this.dictionary.size),
      bytes: this.#folder === null ? 0 : this.#sizeOf(this.#folder),
    };
  }

  /** Each segment as it is, from the files alone where they were not opened. */
  segments(): SegmentStatus[] {
    const folder = this.#folder;
    const written = folder === null ? [] : this.#readManifest().segments;
    return [
      ...written.map((entry) => {
        const live = this.#live.get(entry.file);
        return live
          ? {
              ...entry,
              versions: live.segment.texts,
              state: live.opened ? ('on disk' as const) : ('in memory' as const),
            }
          : statusOf(entry, folder!, this.#disk, this.#work.allocate);
      }),
      ...this.#tails().map(({ words, versions }) => ({
        file: null,
        words,
        texts: versions.size,
        bytes: 0,
        versions: Uint32Array.from(versions),
        state: 'in memory' as const,
      })),
    ];
  }

  /** Reads every byte of the index: the files that cannot be used, and why. */
  async examine(each: (file: string) => void): Promise<readonly Fault[]> {
    return this.#folder === null ? [] : examine(this.#folder, this.#disk, this.#work, each);
  }

  /**
   * Takes files that cannot be used out of the manifest; `catchUp` then adds what they held. Only a writer may.
   * `held`: all versions that should be in the index.
   */
  async setAside(files: readonly string[], held: readonly number[]): Promise<void> {
    await setAside(this.#folder!, this.#disk, this.#work, files, held);
    this.#manifest = NOTHING;
    this.refresh();
    this.tidy();
  }

  /** Lets go of files. */
  close(): void {
    for (const { opened } of this.#live.values()) opened?.close();
    this.#live.clear();
    this.#finder = null;
  }

  get #limit(): number {
    if (this.#tailWords !== null) return this.#tailWords;
    return tailLimit(this.#manifest.segments.reduce((sum, { words }) => sum + words, 0));
  }

  /** Versions beyond this row are not in the index yet. */
  get #last(): number {
    return Math.max(this.#manifest.indexed, this.#leaving?.last ?? 0, this.#tail.last);
  }

  #tails(): Tail[] {
    return [this.#leaving, this.#tail].filter((tail) => tail !== null && tail.versions.size > 0) as Tail[];
  }

  /** Begins anew if the record is not the one that the index was made of. */
  #trust(database: Database): void {
    const { indexed, digest } = this.#manifest;
    const isOf = (): boolean =>
      database.sql('SELECT digest FROM versions WHERE id = ?').get(indexed)?.['digest'] === digest;
    if (!this.#trusted && indexed > 0 && !isOf()) this.#begin({ ...NOTHING, ...this.#next() });
    this.#trusted = true;
  }

  #bringIn(live: Live, opened: OpenedSegment): void {
    try {
      this.#warm(live, opened.load()!);
    } catch (error) {
      throw this.#asFailure(error, live.entry.file);
    }
  }

  #warm(live: Live, segment: Segment): void {
    live.opened?.close();
    live.opened = null;
    live.segment = segment;
    this.#finder = null;
  }

  /** Begins with what a manifest names; a name of a file that is not there, or null. */
  #open(manifest: Manifest): string | null {
    const folder = this.#folder!;
    const live = new Map<string, Live>();
    let file = '';
    try {
      const words = readWords(
        manifest.dictionary.map((name) => join(folder, (file = name))),
        this.#disk,
      );
      if (!words) return file;
      for (const entry of manifest.segments) {
        ({ file } = entry);
        const known = this.#live.get(file);
        const opened = known ? null : openFile(join(folder, file), this.#disk, this.#work.allocate);
        if (!known && !opened) return file;
        live.set(file, known ?? { entry, segment: this.#named(opened!.segment, file), opened });
      }
      this.#begin(manifest, words, live);
    } catch (error) {
      throw this.#asFailure(error, file);
    }
    if (this.#warming) void this.warm();
    return null;
  }

  #begin(manifest: Manifest, words = new Dictionary(), live: ReadonlyMap<string, Live> = new Map()): void {
    for (const [file, { opened }] of this.#live) if (!live.has(file)) opened?.close();
    this.#live.clear();
    for (const [file, one] of live) this.#live.set(file, one);
    this.#manifest = manifest;
    this.#saved = words.size;
    this.#cutter = new Cutter(words);
    this.#leaving = null;
    this.#tail = new Tail();
    this.#finder = null;
    this.#trusted = false;
  }

  #named(segment: Segment, file: string): Segment {
    return naming(segment, (error) => this.#asFailure(error, file));
  }

  #asFailure(error: unknown, file: string): unknown {
    return error instanceof IndexDamage ? this.#damaged(file, error.message) : error;
  }

  #flush(rows: Rows): Promise<void> {
    const leaving = this.#tail;
    this.#leaving = leaving;
    this.#tail = new Tail();
    this.#flushing = this.#leave(leaving, rows)
      .catch((error: unknown) => {
        // The rows are written; what the segments lack is kept in memory, and cut from the rows again if need be.
        this.#tail = new Tail([...leaving.build(), ...this.#tail.build()]);
        this.#leaving = null;
        this.#finder = null;
        this.#note(error);
      })
      .finally(() => {
        this.#flushing = null;
      });
    return this.#flushing;
  }

  async #leave(leaving: Tail, rows: Rows): Promise<void> {
    const folder = this.#folder!;
    this.#disk.makeFolder(folder);
    const { serial } = this.#next();
    this.#manifest = { ...this.#manifest, serial: serial + 1 };
    const added = new Dictionary();
    const all = this.dictionary;
    const distinct = all.size;
    for (let id = this.#saved + 1; id <= distinct; id++) added.add(all.word(id));
    const file = `segment-${serial}.bin`;
    const words = `words-${serial}.bin`;
    const { segment, bytes } = await this.#work.build({
      path: join(folder, file),
      inputs: leaving.contents(),
      dropped: Uint32Array.from(leaving.versions).filter((version) => rows.dropped(version)),
    });
    const isNew = added.size > 0;
    const entry = { file, words: segment.suffixes.length, texts: segment.texts.length, bytes };
    await this.#publish(
      (manifest) => ({
        ...manifest,
        indexed: Math.max(manifest.indexed, leaving.last),
        digest: leaving.last > manifest.indexed ? rows.digest(leaving.last) : manifest.digest,
        gaps: without(manifest.gaps, leaving.versions),
        dictionary: isNew ? [...manifest.dictionary, words] : manifest.dictionary,
        distinct,
        segments: [...manifest.segments, entry],
      }),
      () => {
        this.#saved = distinct;
        this.#live.set(file, { entry, segment, opened: null });
        this.#leaving = null;
      },
      isNew ? [{ path: join(folder, words), chunks: encodeDictionary(added) }] : [],
    );
  }

  /** Merges what the sizes ask for, one group after the other. */
  async #mergeAll(rows: Rows): Promise<void> {
    try {
      for (;;) {
        const { segments, dictionary } = this.#manifest;
        const group = choose(
          segments.map(({ file, words }) => ({ file, words, dropped: this.#droppedIn(file, rows) })),
        );
        if (group.length > 0) await this.#join(group, rows);
        else if (areScattered(dictionary.map((file) => this.#disk.size(join(this.#folder!, file)) ?? 0)))
          await this.#joinWords();
        else return;
      }
    } catch (error) {
      this.#note(error);
    }
  }

  /** Share of a segment's texts that are dropped. */
  #droppedIn(file: string, rows: Rows): number {
    const { texts } = this.#live.get(file)!.segment;
    let dropped = 0;
    for (let t = 0; t < texts.length; t++) if (rows.dropped(texts[t]!)) dropped++;
    return texts.length === 0 ? 0 : dropped / texts.length;
  }

  async #join(files: readonly string[], rows: Rows): Promise<void> {
    const folder = this.#folder!;
    const { serial } = this.#next();
    this.#manifest = { ...this.#manifest, serial: serial + 1 };
    const file = `segment-${serial}.bin`;
    const parts = files.map((name) => this.#live.get(name)!);
    const dropped = parts.flatMap(({ segment }) => Array.from(segment.texts).filter((v) => rows.dropped(v)));
    const { segment, bytes } = await this.#work.build({
      path: join(folder, file),
      inputs: parts.map(({ segment: { ids, texts, starts }, opened, entry }) =>
        opened ? { path: join(folder, entry.file) } : { ids, texts, starts },
      ),
      dropped: Uint32Array.from(dropped.toSorted((a, b) => a - b)),
    });
    const entry = { file, words: segment.suffixes.length, texts: segment.texts.length, bytes };
    await this.#publish(
      (manifest) => ({
        ...manifest,
        segments: [
          ...(entry.texts > 0 ? [entry] : []),
          ...manifest.segments.filter((one) => !files.includes(one.file)),
        ],
      }),
      () => {
        for (const name of files) {
          this.#live.get(name)?.opened?.close();
          this.#live.delete(name);
        }
        if (entry.texts > 0) this.#live.set(file, { entry, segment, opened: null });
      },
    );
    for (const name of files) this.#disk.remove(join(folder, name));
    if (entry.texts === 0) this.#disk.remove(join(folder, file));
  }

  async #joinWords(): Promise<void> {
    const folder = this.#folder!;
    const { dictionary } = this.#manifest;
    const { serial } = this.#next();
    this.#manifest = { ...this.#manifest, serial: serial + 1 };
    const file = `words-${serial}.bin`;
    await this.#work.joinWords(
      dictionary.map((name) => join(folder, name)),
      join(folder, file),
    );
    await this.#publish(
      (manifest) => ({ ...manifest, dictionary: [file, ...manifest.dictionary.slice(dictionary.length)] }),
      () => undefined,
    );
    for (const name of dictionary) this.#disk.remove(join(folder, name));
  }

  /**
   * Writes a manifest that is changed from the one before it, after the files that it names; then, in one step with
   * it, `swap` puts what it names in the place of what it replaces.
   */
  #publish(change: (manifest: Manifest) => Manifest, swap: () => void, files: readonly NewFile[] = []): Promise<void> {
    const before = this.#publishing;
    const publish = async (): Promise<void> => {
      await before;
      await this.#work.write(files);
      const { generation } = this.#next();
      const next = { ...change(this.#manifest), generation };
      await this.#work.write([this.#fileOf(next)]);
      // Numbers of files may have been given out meanwhile.
      this.#manifest = { ...next, serial: this.#manifest.serial };
      swap();
      this.#finder = null;
    };
    const published = publish();
    this.#publishing = published.catch(() => undefined);
    return published;
  }

  #fileOf(manifest: Manifest): NewFile {
    return { path: join(this.#folder!, MANIFEST), chunks: [writeManifest(manifest)] };
  }

  #next(): Pick<Manifest, 'generation' | 'serial'> {
    return { generation: this.#manifest.generation + 1, serial: this.#manifest.serial };
  }

  /** What went wrong in the background: a full disk costs nothing, and the next writing tries again. */
  #note(error: unknown): void {
    const harmless = error instanceof OnrecordError || error instanceof IndexDamage;
    if (!harmless && error instanceof Error) this.#fault ??= error;
  }

  #sizeOf(folder: string): number {
    return this.#disk.list(folder).reduce((sum, name) => sum + (this.#disk.size(join(folder, name)) ?? 0), 0);
  }

  #readManifest(): Manifest {
    const file = this.#disk.read(join(this.#folder!, MANIFEST));
    if (!file) return NOTHING;
    const manifest = readManifest(file);
    if (!manifest) throw this.#damaged(MANIFEST, 'is damaged');
    return manifest;
  }

  #damaged(file: string, what: string): Error {
    return damaged(
      `${join(this.#folder!, file)} ${what}.`,
      'Nothing that was captured is lost: onrecord repair makes what is damaged anew from the texts.',
    );
  }
}
