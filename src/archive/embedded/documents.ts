/** Rows of documents and versions: which texts are the same document, what is known of them, what is held at all. */
import {
  captureReference,
  dayOf,
  documentReference,
  parseReference,
  type Reference,
  versionReference,
  type When,
} from '#base/index.js';
import type { Passes } from '#index/index.js';
import type { Coverage, Document, DocumentFacts, TextFilter, Version } from '#record/index.js';
import { words } from '#text/index.js';
import type { ListFilter } from '../promise.js';
import type { Database, Row, Value } from './database.js';

/**
 * What makes two texts the same document: the publisher's id within one source, else the canonical address, else the
 * path it was imported from. Likeness never does.
 */
export function documentKey(facts: DocumentFacts, origin: string): string {
  if (facts.id !== null) return JSON.stringify(['id', facts.source ?? origin.replace(/#[^#]*$/, ''), facts.id]);
  if (facts.address !== null) return JSON.stringify(['address', canonicalAddress(facts.address)]);
  return JSON.stringify(['origin', origin]);
}

/** Parameters of addresses that tell how a reader came, not where to. */
const OF_THE_WAY = /^(utm_.*|fbclid|gclid|mc_cid|mc_eid|igshid|yclid)$/;

/** An address without what does not decide which page it names (after RFC 3986, section 6). */
export function canonicalAddress(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(address);
  if (url.protocol === 'http:') url.protocol = 'https:';
  url.hash = '';
  for (const name of Array.from(url.searchParams.keys())) if (OF_THE_WAY.test(name)) url.searchParams.delete(name);
  return url.href.replace(/\/$/, '');
}

/** The facts as they stand: those of the newest version, with corrections over them. */
export function factsOf(row: Row): DocumentFacts {
  const facts = JSON.parse(String(row['facts'])) as DocumentFacts;
  return row['corrections'] === null
    ? facts
    : { ...facts, ...(JSON.parse(String(row['corrections'])) as Partial<DocumentFacts>) };
}

/** When the words were said, else published. */
export function whenOf(facts: DocumentFacts): When | null {
  return facts.said ?? facts.published;
}

/** The columns by which documents are found and sorted, in the order of COLUMNS. */
export function columnsOf(facts: DocumentFacts, captured: string): Value[] {
  const when = whenOf(facts);
  return [
    facts.id,
    facts.address === null ? null : canonicalAddress(facts.address),
    facts.source,
    facts.kind.value,
    facts.language?.value ?? null,
    when ? dayOf(when) : null,
    when?.at ?? captured,
  ];
}

export const COLUMNS = ['publisher_id', 'address', 'source', 'kind', 'language', 'day', 'moment'] as const;

/** Reads documents whole, each once until it changes. */
export class Documents {
  readonly #database: Database;
  readonly #cache = new Map<number, Document>();
  readonly #coverage = new Map<string, Coverage>();
  readonly #passing = new Map<string, Passes>();
  readonly #voices = new Map<number, ReadonlySet<string>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Forgets what was read: all of it, or one document. */
  forget(document?: number): void {
    this.#coverage.clear();
    this.#passing.clear();
    if (document === undefined) {
      this.#cache.clear();
      this.#voices.clear();
    } else {
      this.#cache.delete(document);
      this.#voices.delete(document);
    }
  }

  /** The folded words of the names of all who speak in a document, as printed. */
  voices(document: number): ReadonlySet<string> {
    let voices = this.#voices.get(document);
    if (!voices) {
      const names = this.#database.sql('SELECT name FROM voices WHERE document = ?').all(document);
      voices = new Set(names.flatMap(({ name }) => words(String(name)).folded));
      if (this.#voices.size >= CACHED) this.#voices.delete(this.#voices.keys().next().value!);
      this.#voices.set(document, voices);
    }
    return voices;
  }

  /** The document of a row id; null if there is none. Dropped ones too. */
  byId(id: number): Document | null {
    const cached = this.#cache.get(id);
    if (cached) return cached;
    const row = this.#database.sql('SELECT facts, corrections FROM documents WHERE id = ?').get(id);
    if (!row) return null;
    const versions = this.#database
      .sql('SELECT number, capture, captured, words, digest FROM versions WHERE document = ? ORDER BY number')
      .all(id)
      .map(
        (version): Version => ({
          reference: versionReference(id, Number(version['number'])),
          number: Number(version['number']),
          capture: captureReference(Number(version['capture'])),
          captured: JSON.parse(String(version['captured'])) as When,
          words: Number(version['words']),
          digest: String(version['digest']),
        }),
      );
    const document = { ...factsOf(row), reference: documentReference(id), versions };
    if (this.#cache.size >= CACHED) this.#cache.delete(this.#cache.keys().next().value!);
    this.#cache.set(id, document);
    return document;
  }

  /**
   * Row id of the document that a Reference, publisher's id, address or import path names, or the name of its file
   * without the ending where only one file is called so; dropped ones are not.
   */
  named(named: string): number | null {
    const referred = parseReference(named);
    if (referred && referred.thing !== 'capture') {
      const row = this.#database.sql('SELECT id FROM documents WHERE id = ? AND dropped = 0').get(referred.document);
      if (row) return Number(row['id']);
    }
    for (const [column, value] of [
      ['publisher_id', named],
      ['address', canonicalAddress(named)],
      ['origin', named],
    ] as const) {
      const row = this.#database
        .sql(`SELECT id FROM documents WHERE ${column} = ? AND dropped = 0 ORDER BY id LIMIT 1`)
        .get(value);
      if (row) return Number(row['id']);
    }
    if (!/^[\w.-]+$/.test(named)) return null;
    const files = this.#database
      .sql(`SELECT id FROM documents WHERE origin GLOB '*/' || ? || '.*' AND dropped = 0 LIMIT 2`)
      .all(named);
    return files.length === 1 ? Number(files[0]!['id']) : null;
  }

  /** Row ids of documents that pass a filter, in order of said, else published, else captured. */
  passing(filter: ListFilter): number[] {
    const { where, values } = this.#conditions(filter);
    const limit = filter.limit === undefined ? '' : ` LIMIT ${Math.max(0, Math.floor(filter.limit))}`;
    return this.#database
      .sql(`SELECT id FROM documents d WHERE ${where} ORDER BY moment, id${limit}`)
      .all(...values)
      .map(({ id }) => Number(id));
  }

  /** Which versions a search may answer with: those of documents that pass. Null: all held. Looked up once. */
  versionsOf(filter: TextFilter): Passes {
    const key = JSON.stringify(filter);
    let passes = this.#passing.get(key);
    if (passes === undefined) {
      passes = this.#bitsOf(filter);
      if (this.#passing.size >= FILTERS_KEPT) this.#passing.clear();
      this.#passing.set(key, passes);
    }
    return passes;
  }

  #bitsOf(filter: TextFilter): Passes {
    const all = Object.keys(filter).length === 0;
    const { where, values } = all ? { where: 'd.dropped = 1', values: [] } : this.#conditions(filter);
    const versions = this.#database
      .sql(`SELECT v.id FROM documents d JOIN versions v ON v.document = d.id WHERE ${where}`)
      .all(...values)
      .map(({ id }) => Number(id));
    if (all && versions.length === 0) return null;
    const named = new Uint8Array(versions.reduce((most, version) => Math.max(most, version), 0) + 1);
    for (const version of versions) named[version] = 1;
    return all ? (version) => named[version] !== 1 : (version) => named[version] === 1;
  }

  coverage(filter: ListFilter): Coverage {
    const key = JSON.stringify(filter);
    let coverage = this.#coverage.get(key);
    if (!coverage) {
      coverage = this.#count(filter, this.#conditions(filter));
      if (this.#coverage.size >= CACHED) this.#coverage.clear();
      this.#coverage.set(key, coverage);
    }
    return coverage;
  }

  /** What is covered by the documents of an earlier day than `day` and, besides, those of the given row ids. */
  coverageUpTo(filter: ListFilter, day: string, besides: readonly number[], except: readonly number[]): Coverage {
    const { where, values } = this.#conditions(filter);
    return this.#count(filter, {
      where: `${where} AND (${DAY_OR_CAPTURE} < ? OR d.id IN (SELECT value FROM json_each(?)))
        AND d.id NOT IN (SELECT value FROM json_each(?))`,
      values: [...values, day, JSON.stringify(besides), JSON.stringify(except)],
    });
  }

  /** What is covered by the documents that pass, but for those of the given row ids. */
  coverageBut(filter: ListFilter, except: readonly number[]): Coverage {
    if (except.length === 0) return this.coverage(filter);
    const { where, values } = this.#conditions(filter);
    return this.#count(filter, {
      where: `${where} AND d.id NOT IN (SELECT value FROM json_each(?))`,
      values: [...values, JSON.stringify(except)],
    });
  }

  /** Documents that pass, by day. */
  calendar(filter: ListFilter): { day: string; texts: number }[] {
    const { where, values } = this.#conditions(filter);
    return this.#database
      .sql(
        `SELECT day, count(*) AS texts FROM documents d WHERE ${where} AND day IS NOT NULL GROUP BY day ORDER BY day`,
      )
      .all(...values)
      .map(({ day, texts }) => ({ day: String(day), texts: Number(texts) }));
  }

  #count(
    filter: ListFilter,
    { where, values }: { readonly where: string; readonly values: readonly Value[] },
  ): Coverage {
    const { limit: _, ...only } = filter;
    const sum = this.#database
      .sql(
        `SELECT count(*) AS texts, coalesce(sum(words), 0) AS words, count(DISTINCT source) AS sources,
           min(day) AS first, max(day) AS last, count(*) - count(day) AS undated FROM documents d WHERE ${where}`,
      )
      .get(...values)!;
    const speakers = this.#database
      .sql(`SELECT count(DISTINCT name) AS n FROM voices v JOIN documents d ON d.id = v.document WHERE ${where}`)
      .get(...values)!;
    const languages = this.#database
      .sql(
        `SELECT language, count(*) AS texts FROM documents d WHERE ${where} AND language IS NOT NULL
         GROUP BY language ORDER BY texts DESC, language`,
      )
      .all(...values);
    return {
      texts: Number(sum['texts']),
      words: Number(sum['words']),
      sources: Number(sum['sources']),
      speakers: Number(speakers['n']),
      from: sum['first'] as string | null,
      to: sum['last'] as string | null,
      undated: Number(sum['undated']),
      languages: languages.map(({ language, texts }) => ({ language: String(language), texts: Number(texts) })),
      ...(Object.keys(only).length > 0 && { only }),
    };
  }

  #conditions({ source, speaker, body, kind, language, from, to }: ListFilter): { where: string; values: Value[] } {
    const conditions = ['d.dropped = 0'];
    const values: Value[] = [];
    for (const [column, value] of [
      ['source', source],
      ['kind', kind],
      ['language', language],
    ] as const)
      if (value !== undefined) {
        conditions.push(`d.${column} = ? COLLATE NOCASE`);
        values.push(value);
      }
    if (body !== undefined) {
      conditions.push(`${BODY} LIKE ? ESCAPE '\\'`);
      values.push(`%${body.replaceAll(/[\\%_]/g, '\\$&')}%`);
    }
    // Days are compared as far as both are known: 2010 is neither before nor after 2010-05.
    if (from !== undefined) {
      conditions.push('d.day >= substr(?, 1, length(d.day))');
      values.push(from);
    }
    if (to !== undefined) {
      conditions.push('substr(d.day, 1, length(?)) <= ?');
      values.push(to, to);
    }
    if (speaker !== undefined) {
      conditions.push('d.id IN (SELECT document FROM voices WHERE name IN (SELECT value FROM json_each(?)))');
      values.push(JSON.stringify(this.#voicesLike(speaker)));
    }
    return { where: conditions.join(' AND '), values };
  }

  /** Row ids of the documents in which somebody speaks by one of these names, as printed. */
  speakingIn(names: readonly string[]): ReadonlySet<number> {
    const rows = this.#database
      .sql('SELECT DISTINCT document FROM voices WHERE name IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify(names));
    return new Set(rows.map(({ document }) => Number(document)));
  }

  /** Names of all who speak in documents that are not dropped, as printed. */
  allVoices(): string[] {
    return this.#database
      .sql('SELECT DISTINCT name FROM voices v JOIN documents d ON d.id = v.document WHERE d.dropped = 0 ORDER BY name')
      .all()
      .map(({ name }) => String(name));
  }

  /** Names as printed that hold all words of the name asked for: "Lavrov" finds "FOREIGN MINISTER LAVROV". */
  #voicesLike(speaker: string): string[] {
    const wanted = words(speaker).folded;
    return this.#database
      .sql('SELECT DISTINCT name FROM voices')
      .all()
      .map(({ name }) => String(name))
      .filter((name) => {
        const held = new Set(words(name).folded);
        return wanted.length > 0 && wanted.every((word) => held.has(word));
      });
  }
}

const CACHED = 4096;
const FILTERS_KEPT = 16;
/** The body of a row of documents, as it stands after corrections. */
export const BODY = `CASE WHEN json_type(corrections, '$.body') IS NULL THEN json_extract(facts, '$.body')
  ELSE json_extract(corrections, '$.body') END`;
/** The day that a document goes by among others. */
const DAY_OR_CAPTURE = 'coalesce(d.day, substr(d.moment, 1, 10))';

/** The version that a Reference names, with its row id; a document's newest if it names a document. */
export function versionNamed(
  database: Database,
  reference: Reference,
): { readonly id: number; readonly document: number } | null {
  const referred = parseReference(reference);
  if (!referred || referred.thing === 'capture') return null;
  const row = database
    .sql('SELECT id FROM versions WHERE document = ? AND (? = 0 OR number = ?) ORDER BY number DESC LIMIT 1')
    .get(referred.document, referred.thing === 'version' ? 1 : 0, referred.thing === 'version' ? referred.version : 0);
  return row ? { id: Number(row['id']), document: referred.document } : null;
}
