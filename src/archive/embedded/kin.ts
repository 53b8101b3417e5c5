/**
 * What belongs together: who published what, and which documents are nearly the same text. Near-copies are of one day
 * (another transcription, an edited copy, the same release in two places) and share most of their runs of words, or
 * say that they correct one another. Texts of other days are never near-copies, however alike: an institution that
 * says the same every month has said it each time.
 */
import { BREAK, bringText, containment, type Finder, type Sketch, sketchOf } from '#index/index.js';
import type { Publisher } from '../promise.js';
import type { Database } from './database.js';
import { BODY, type Documents } from './documents.js';
import type { Roll } from './roll.js';

/** Share of the shorter text's runs of four words that stand in the longer one. */
const ALIKE = 0.5;
/** A text less than this share as long as another is an excerpt, not a copy. */
const LENGTH = 0.4;
/** Texts of one day that one is compared with. */
const MOST_OF_A_DAY = 64;
const DAY = 1e6;

/** Where a version stands in the index. */
export interface Placed {
  readonly version: number;
  readonly segment: number;
  readonly text: number;
}

/** Of the earliest texts that hold words, so many are asked one by one whose they are; then all at once. */
const ASKED_SINGLY = 48;

export class Kin {
  readonly #database: Database;
  readonly #documents: Documents;
  readonly #roll: Roll;
  /** By version; the words of a version never change. */
  readonly #sketches = new Map<number, Sketch>();
  readonly #furnished = new Map<number, boolean>();
  /** Documents in which somebody speaks, by the printed names. */
  readonly #speaking = new Map<string, ReadonlySet<number>>();
  /** Which document each that says so corrects. */
  #corrected: ReadonlyMap<number, number> | null = null;

  constructor(database: Database, documents: Documents, roll: Roll) {
    this.#database = database;
    this.#documents = documents;
    this.#roll = roll;
  }

  /** Forgets what rows said. */
  forget(): void {
    this.#corrected = null;
    this.#speaking.clear();
  }

  /** The first of some documents that is of this body, or of this source where it names no body; −1 if none is. */
  firstOf(body: string, documents: readonly number[]): number {
    const wanted = plain(body);
    for (let i = 0; i < Math.min(ASKED_SINGLY, documents.length); i++) {
      const held = this.#documents.byId(documents[i]!);
      if (plain(held?.body ?? held?.source ?? '') === wanted) return i;
    }
    if (documents.length <= ASKED_SINGLY) return -1;
    const named = new Map<number, string>();
    for (const { id, body: own, source } of this.#database
      .sql(`SELECT id, source, ${BODY} AS body FROM documents WHERE id IN (SELECT value FROM json_each(?))`)
      .iterate(JSON.stringify(documents)))
      named.set(Number(id), String(own ?? source ?? ''));
    return documents.findIndex((document) => plain(named.get(document) ?? '') === wanted);
  }

  /** Newest versions of the publisher's documents up to a moment as rows have it, the newest first. */
  *of({ body, source, kind, language }: Publisher, upTo: string): Generator<number> {
    const rows = this.#database
      .sql(
        `SELECT id, source, language, ${BODY} AS body FROM documents
         WHERE dropped = 0 AND moment <= ? AND (? IS NULL OR kind = ?) ORDER BY moment DESC, id DESC`,
      )
      .iterate(upTo, kind, kind);
    const same = (a: string | null, b: unknown): boolean =>
      a === null ? b === null : typeof b === 'string' && plain(a) === plain(b);
    for (const row of rows) {
      const alike = body !== null ? same(body, row['body']) : row['body'] === null && same(source, row['source']);
      const spoken = language === null || row['language'] === null || language === row['language'];
      if (alike && spoken) yield this.#roll.newest[Number(row['id'])]!;
    }
  }

  /** Row id of the document that this one says it corrects; null if it says none, or none is held. */
  #corrects(document: number): number | null {
    if (!this.#corrected) {
      const corrected = new Map<number, number>();
      const rows = this.#database
        .sql(
          `SELECT id FROM documents WHERE dropped = 0 AND (facts LIKE '%"corrects":"%' OR corrections LIKE '%"corrects":"%')`,
        )
        .all();
      for (const { id } of rows) {
        const named = this.#documents.byId(Number(id))?.corrects ?? null;
        const other = named === null ? null : this.#documents.named(named);
        if (other !== null && other !== Number(id)) corrected.set(Number(id), other);
      }
      this.#corrected = corrected;
    }
    return this.#corrected.get(document) ?? null;
  }

  /** Row ids of the documents in which somebody speaks by one of these names. */
  speakingIn(names: readonly string[]): ReadonlySet<number> {
    const key = JSON.stringify(names);
    let speaking = this.#speaking.get(key);
    if (!speaking) {
      speaking = this.#documents.speakingIn(names);
      this.#speaking.set(key, speaking);
    }
    return speaking;
  }

  /** Whether a version has words that are furniture of its page. */
  hasFurniture(finder: Finder, { version, segment, text }: Placed): boolean {
    let known = this.#furnished.get(version);
    if (known === undefined) {
      bringText(finder.segments[segment]!, text);
      const { ids, starts } = finder.segments[segment]!;
      let words = 0;
      for (let i = starts[text]!; i < starts[text + 1]!; i++) if (ids[i] !== BREAK) words++;
      known = words > this.#roll.words[version]!;
      this.#furnished.set(version, known);
    }
    return known;
  }

  /**
   * Of texts in order of time, one version for each document: 1 for each that stands for its near-copies, the first of them. All of
   * one sentence's texts are of few days each, so each is compared with those of its day only.
   */
  leads(finder: Finder, inTime: readonly Placed[]): Uint8Array {
    const leads = new Uint8Array(inTime.length).fill(1);
    const { moments, dated, heard, documents } = this.#roll;
    const seen = new Set<number>();
    let from = 0;
    for (let i = 0; i < inTime.length; i++) {
      const one = inTime[i]!;
      const day = Math.floor(moments[one.version]! / DAY);
      while (Math.floor(moments[inTime[from]!.version]! / DAY) !== day) from++;
      const corrected = this.#corrects(documents[one.version]!);
      if (corrected !== null && seen.has(corrected)) leads[i] = 0;
      seen.add(documents[one.version]!);
      if (dated[one.version] === 0) continue;
      for (let j = Math.max(from, i - MOST_OF_A_DAY); j < i && leads[i] === 1; j++) {
        const other = inTime[j]!;
        if (leads[j] !== 1 || dated[other.version] !== 1 || !this.#alike(finder, one, other)) continue;
        // What a machine heard stands back behind what a person wrote down.
        leads[heard[other.version]! > heard[one.version]! ? j : i] = 0;
      }
    }
    return leads;
  }

  /** Near-copies of a version among the newest versions of all documents. */
  copiesOf(finder: Finder, version: number): number[] {
    const { newest, moments, dated, documents, hidden } = this.#roll;
    const own = placedOf(finder, version);
    const document = documents[version]!;
    const day = Math.floor(moments[version]! / DAY);
    const found: number[] = [];
    for (let other = 1; other < newest.length; other++) {
      const candidate = newest[other]!;
      if (candidate === 0 || other === document || hidden[candidate] !== 0) continue;
      const sameDay = dated[version] === 1 && dated[candidate] === 1 && Math.floor(moments[candidate]! / DAY) === day;
      const placed = sameDay && own ? placedOf(finder, candidate) : null;
      if (own && placed && this.#alike(finder, own, placed)) found.push(other);
    }
    const corrected = this.#corrects(document);
    for (const [other, named] of this.#corrected ?? [])
      if (named === document && !found.includes(other)) found.push(other);
    if (corrected !== null && !found.includes(corrected)) found.push(corrected);
    return found;
  }

  #alike(finder: Finder, a: Placed, b: Placed): boolean {
    const { words } = this.#roll;
    const [short, long] = [words[a.version]!, words[b.version]!].sort((m, n) => m - n) as [number, number];
    if (short < LENGTH * long) return false;
    const x = this.#sketch(finder, a);
    const y = this.#sketch(finder, b);
    return containment(x, y) >= ALIKE;
  }

  #sketch(finder: Finder, { version, segment, text }: Placed): Sketch {
    let sketch = this.#sketches.get(version);
    if (!sketch) {
      bringText(finder.segments[segment]!, text);
      const { ids, starts } = finder.segments[segment]!;
      sketch = sketchOf(ids, starts[text]!, starts[text + 1]!);
      this.#sketches.set(version, sketch);
    }
    return sketch;
  }
}

/** Where a version stands in the index; null if it is not in it. */
export function placedOf(finder: Finder, version: number): Placed | null {
  for (const [segment, { texts }] of finder.segments.entries()) {
    let low = 0;
    let high = texts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (texts[middle]! < version) low = middle + 1;
      else high = middle;
    }
    if (texts[low] === version) return { version, segment, text: low };
  }
  return null;
}

/** A name without what does not tell two apart. */
function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
