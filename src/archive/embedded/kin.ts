/**
 * What belongs together: who published what, and which documents are nearly the same text. Near-copies are of one day
 * (another transcription, an edited copy, the same release in two places) and share most of their runs of words, or
 * say that they correct one another. Texts of other days are never near-copies, however alike: an institution that
 * says the same every month has said it each time.
 */
import { containment, type Finder, type Sketch, sketchOf } from '#index/index.js';
import type { Publisher } from '../promise.js';
import type { Database } from './database.js';
import type { Documents } from './documents.js';
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

interface Published {
  readonly body: string | null;
  readonly source: string | null;
  readonly kind: string;
  readonly language: string | null;
  /** As given: an id, an address or a Reference. */
  readonly corrects: string | null;
}

export class Kin {
  readonly #database: Database;
  readonly #documents: Documents;
  readonly #roll: Roll;
  /** By version; the words of a version never change. */
  readonly #sketches = new Map<number, Sketch>();
  #published: ReadonlyMap<number, Published> | null = null;
  readonly #corrected = new Map<number, number | null>();

  constructor(database: Database, documents: Documents, roll: Roll) {
    this.#database = database;
    this.#documents = documents;
    this.#roll = roll;
  }

  /** Forgets what rows said. */
  forget(): void {
    this.#published = null;
    this.#corrected.clear();
  }

  /** Whether a document is of this body, or of this source where it names no body. */
  isOf(document: number, body: string): boolean {
    const published = this.#publishers().get(document);
    const named = published?.body ?? published?.source ?? null;
    return named !== null && plain(named) === plain(body);
  }

  /** Newest versions of the publisher's documents, the newest first. */
  of({ body, source, kind, language }: Publisher): number[] {
    const { newest, moments } = this.#roll;
    const found: number[] = [];
    const same = (a: string | null, b: string | null): boolean =>
      a === null ? b === null : b !== null && plain(a) === plain(b);
    for (const [document, published] of this.#publishers()) {
      const alike =
        (body !== null ? same(body, published.body) : same(source, published.source) && published.body === null) &&
        (kind === null || kind === published.kind) &&
        (language === null || published.language === null || language === published.language);
      if (alike && newest[document]! > 0) found.push(newest[document]!);
    }
    return found.sort((a, b) => moments[b]! - moments[a]! || b - a);
  }

  #publishers(): ReadonlyMap<number, Published> {
    this.#published ??= new Map(
      this.#database
        .sql(
          `SELECT id, source, kind, language, json_extract(facts, '$.body') AS body,
             json_extract(facts, '$.corrects') AS corrects, corrections FROM documents WHERE dropped = 0`,
        )
        .all()
        .map((row): [number, Published] => {
          const later =
            row['corrections'] === null ? {} : (JSON.parse(String(row['corrections'])) as Partial<Published>);
          const { source, kind, language, body, corrects } = row as unknown as Published;
          // Columns hold corrections already; body and what it corrects stand in the facts alone.
          return [
            Number(row['id']),
            {
              source,
              kind,
              language,
              body: later.body === undefined ? body : later.body,
              corrects: later.corrects === undefined ? corrects : later.corrects,
            },
          ];
        }),
    );
    return this.#published;
  }

  /** Row id of the document that this one says it corrects; null if it says none, or none is held. */
  #corrects(document: number): number | null {
    let corrected = this.#corrected.get(document);
    if (corrected === undefined) {
      const named = this.#publishers().get(document)?.corrects ?? null;
      corrected = named === null ? null : this.#documents.named(named);
      this.#corrected.set(document, corrected === document ? null : corrected);
    }
    return corrected;
  }

  /**
   * Of texts in order of time, one version for each document: 1 for each that is the first of its near-copies. All of
   * one sentence's texts are of few days each, so each is compared with those of its day only.
   */
  leads(finder: Finder, inTime: readonly Placed[]): Uint8Array {
    const leads = new Uint8Array(inTime.length).fill(1);
    const { moments, dated, documents } = this.#roll;
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
        if (leads[j] === 1 && dated[other.version] === 1 && this.#alike(finder, one, other)) leads[i] = 0;
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
    for (const [other, { corrects }] of this.#publishers())
      if (corrects !== null && other !== document && this.#corrects(other) === document && !found.includes(other))
        found.push(other);
    const corrected = this.#corrects(document);
    if (corrected !== null && !found.includes(corrected)) found.push(corrected);
    return found;
  }

  #alike(finder: Finder, a: Placed, b: Placed): boolean {
    const x = this.#sketch(finder, a);
    const y = this.#sketch(finder, b);
    if (Math.min(x.runs, y.runs) < LENGTH * Math.max(x.runs, y.runs)) return false;
    return containment(x, y) >= ALIKE;
  }

  #sketch(finder: Finder, { version, segment, text }: Placed): Sketch {
    let sketch = this.#sketches.get(version);
    if (!sketch) {
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
