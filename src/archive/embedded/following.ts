/** Rows of what is followed. Every method is one transaction of the writer, or one read. */
import {
  captureReference,
  documentReference,
  parseReference,
  type Reference,
  sourceNumber,
  sourceReference,
  versionReference,
} from '#base/index.js';
import { OnrecordError } from '#base/index.js';
import type { Document, Happening, Poll, Recipe, Source, SourceItem, SourceState, Standing } from '#record/index.js';
import type {
  FirstHeld,
  Following,
  HeldRevision,
  Look,
  LookFound,
  Mark,
  NewItem,
  NewLook,
  NewSource,
} from '../following.js';
import type { Database, Row } from './database.js';
import { canonicalAddress } from './documents.js';

/** What following needs of the archive it is part of. */
export interface Keep {
  readonly database: Database;
  /** Runs work as the writer. */
  write<T>(work: () => T): Promise<T>;
  /** Notices what other processes wrote. */
  look(): void;
  document(id: number): Document | null;
  log(by: string, act: string, detail: string): void;
}

export class EmbeddedFollowing implements Following {
  readonly #keep: Keep;
  readonly #database: Database;

  constructor(keep: Keep) {
    this.#keep = keep;
    this.#database = keep.database;
  }

  async follow({ name, address, recipe, allow, since, state }: NewSource, by: string): Promise<Source> {
    return this.#keep.write(() =>
      this.#database.transaction(() => {
        const plain = canonicalAddress(address);
        const held = this.#database.sql('SELECT id FROM sources WHERE plain = ?').get(plain);
        if (held)
          this.#database
            .sql(
              'UPDATE sources SET address = ?, recipe = ?, allow = ?, state = ?, ended = NULL, paused = NULL WHERE id = ?',
            )
            .run(address, JSON.stringify(recipe), JSON.stringify(allow), JSON.stringify(state), held['id']!);
        else
          this.#database
            .sql('INSERT INTO sources (name, address, plain, recipe, allow, state, since) VALUES (?, ?, ?, ?, ?, ?, ?)')
            .run(name, address, plain, JSON.stringify(recipe), JSON.stringify(allow), JSON.stringify(state), since);
        const id = Number(this.#database.sql('SELECT id FROM sources WHERE plain = ?').get(plain)!['id']);
        this.#keep.log(by, held ? 'followed anew' : 'followed', `${sourceReference(id)} ${name} ${address}`);
        return this.#byId(id)!;
      }),
    );
  }

  async unfollow(source: Reference, by: string): Promise<Source> {
    return this.#keep.write(() =>
      this.#database.transaction(() => {
        const found = this.#byId(this.#existing(source))!;
        const id = sourceNumber(found.reference)!;
        this.#database.sql('DELETE FROM looks WHERE source = ?').run(id);
        this.#database
          .sql('UPDATE sources SET ended = coalesce(ended, ?) WHERE id = ?')
          .run(found.state.lastLook ?? found.since, id);
        this.#keep.log(by, 'followed no more', `${found.reference} ${found.name} ${found.address}`);
        return this.#byId(id)!;
      }),
    );
  }

  async pause(source: Reference, since: number | null, by: string): Promise<Source> {
    return this.#keep.write(() =>
      this.#database.transaction(() => {
        const id = this.#existing(source);
        this.#database.sql('UPDATE sources SET paused = ? WHERE id = ?').run(since, id);
        const found = this.#byId(id)!;
        this.#keep.log(by, since === null ? 'resumed' : 'paused', `${found.reference} ${found.name} ${found.address}`);
        return found;
      }),
    );
  }

  async sources(): Promise<readonly Source[]> {
    this.#keep.look();
    return this.#database.sql(`${SOURCES} ORDER BY s.id`).all().map(sourceOf);
  }

  async source(named: string): Promise<Source | null> {
    this.#keep.look();
    const number = sourceNumber(named);
    if (number !== null) return this.#byId(number);
    const row = this.#database
      .sql('SELECT id FROM sources WHERE plain = ? OR name = ? COLLATE NOCASE ORDER BY id LIMIT 1')
      .get(canonicalAddress(named), named.trim());
    return row ? this.#byId(Number(row['id'])) : null;
  }

  #byId(id: number): Source | null {
    const row = this.#database.sql(`${SOURCES} WHERE s.id = ?`).get(id);
    return row ? sourceOf(row) : null;
  }

  #existing(source: Reference): number {
    const id = sourceNumber(source);
    if (id === null || !this.#byId(id))
      throw new OnrecordError('not-found', `No source ${source} is followed.`, 'See onrecord sources.');
    return id;
  }

  async queue(looks: readonly NewLook[]): Promise<void> {
    await this.#keep.write(() => this.#database.transaction(() => this.#queue(looks)));
  }

  #queue(looks: readonly NewLook[]): void {
    for (const { key, source, kind, item, address, due } of looks)
      this.#database
        .sql(
          `INSERT INTO looks (key, source, kind, item, address, host, due) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (key) DO UPDATE SET due = min(due, excluded.due), address = excluded.address`,
        )
        .run(key, sourceNumber(source), kind, item, address, hostOf(address), due);
  }

  async lease(wish: Parameters<Following['lease']>[0]): Promise<readonly Look[]> {
    const { now, until, limit, source } = wish;
    return this.#keep.write(() =>
      this.#database.transaction(() => {
        const only = source === undefined ? null : sourceNumber(source);
        const rows = this.#database
          .sql(
            `SELECT key, min(due) AS due FROM looks
             WHERE due <= ?1 AND (leased IS NULL OR leased <= ?1) AND (?2 IS NULL OR source = ?2)
               AND host NOT IN (SELECT host FROM looks WHERE leased > ?1)
               AND source NOT IN (SELECT id FROM sources WHERE paused IS NOT NULL)
             GROUP BY host ORDER BY due LIMIT ?3`,
          )
          .all(now, only, limit);
        return rows.map(({ key }) => {
          this.#database
            .sql('UPDATE looks SET leased = ?, token = token + 1, attempts = attempts + 1 WHERE key = ?')
            .run(until, key!);
          return lookOf(this.#database.sql('SELECT * FROM looks WHERE key = ?').get(key!)!);
        });
      }),
    );
  }

  async recallLooks({ now, latest }: Parameters<Following['recallLooks']>[0]): Promise<number> {
    return this.#keep.write(() => {
      this.#database.sql('UPDATE looks SET due = ? WHERE due > ?').run(now, latest);
      return this.#database.sql('UPDATE looks SET leased = NULL WHERE leased IS NOT NULL').run().changes;
    });
  }

  async settle(look: Look, found: LookFound): Promise<boolean> {
    return this.#keep.write(() =>
      this.#database.transaction(() => {
        const held = this.#database.sql('SELECT token, leased FROM looks WHERE key = ?').get(look.key);
        if (!held || Number(held['token']) !== look.token || held['leased'] === null) return false;
        const source = sourceNumber(look.source)!;
        this.#insertPoll(source, found.poll);
        if (found.state) this.#patchState(source, found.state);
        for (const item of found.items) this.#writeItem(source, item, found.poll.at);
        for (const { kind, item, title, address, at, between, detail } of found.happenings)
          this.#database
            .sql(
              `INSERT INTO happenings (kind, source, item, title, address, at, after, before, detail)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            )
            .run(kind, source, item, title, address, at, between.after, between.before, detail);
        if (found.again === null) this.#database.sql('DELETE FROM looks WHERE key = ?').run(look.key);
        else
          this.#database
            .sql('UPDATE looks SET due = ?, leased = NULL, attempts = 0 WHERE key = ?')
            .run(found.again, look.key);
        this.#queue(found.looks);
        return true;
      }),
    );
  }

  #patchState(source: number, patch: Partial<SourceState>): void {
    const held = this.#database.sql('SELECT state FROM sources WHERE id = ?').get(source)!;
    const state = { ...(JSON.parse(String(held['state'])) as SourceState), ...patch };
    this.#database.sql('UPDATE sources SET state = ? WHERE id = ?').run(JSON.stringify(state), source);
  }

  #insertPoll(source: number, { item, address, at, outcome, status, capture, detail }: LookFound['poll']): void {
    const referred = capture === null ? null : parseReference(capture);
    this.#database
      .sql(
        'INSERT INTO polls (source, item, address, at, outcome, status, capture, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(source, item, address, at, outcome, status, referred?.thing === 'capture' ? referred.capture : null, detail);
  }

  #writeItem(source: number, { key, address, title, document, updated, standing }: NewItem, at: number): void {
    const referred = document === null ? null : parseReference(document);
    this.#database
      .sql(
        `INSERT INTO items (source, key, address, title, document, updated, standing, first_seen)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (source, key) DO UPDATE SET address = excluded.address, title = excluded.title,
           document = coalesce(excluded.document, document), updated = excluded.updated, standing = excluded.standing`,
      )
      .run(
        source,
        key,
        address,
        title,
        referred?.thing === 'document' ? referred.document : null,
        updated,
        JSON.stringify(standing),
        at,
      );
  }

  async nextLook(source?: Reference): Promise<{ readonly due: number; readonly looks: number } | null> {
    this.#keep.look();
    const only = source === undefined ? null : sourceNumber(source);
    const row = this.#database
      .sql(`SELECT min(due) AS due, count(*) AS looks FROM looks
         WHERE (?1 IS NULL OR source = ?1) AND source NOT IN (SELECT id FROM sources WHERE paused IS NOT NULL)`)
      .get(only);
    return row && row['due'] !== null ? { due: Number(row['due']), looks: Number(row['looks']) } : null;
  }

  async standings(source: Reference): Promise<{ readonly removed: number; readonly doubted: number }> {
    this.#keep.look();
    const row = this.#database
      .sql(
        `SELECT total(removed) AS removed, total(NOT removed AND missed) AS doubted FROM (
           SELECT standing ->> 'outcome' IN ('gone', 'absent') AS removed, standing ->> 'misses' > 0 AS missed
           FROM items WHERE source = ?)`,
      )
      .get(sourceNumber(source))!;
    return { removed: Number(row['removed']), doubted: Number(row['doubted']) };
  }

  async items(source: Reference, keys?: readonly string[]): Promise<readonly SourceItem[]> {
    this.#keep.look();
    const id = sourceNumber(source)!;
    const rows =
      keys === undefined
        ? this.#database.sql('SELECT * FROM items WHERE source = ? ORDER BY id').all(id)
        : this.#database
            .sql('SELECT * FROM items WHERE source = ? AND key IN (SELECT value FROM json_each(?)) ORDER BY id')
            .all(id, JSON.stringify(keys));
    return rows.map((row) => ({
      source,
      key: String(row['key']),
      address: row['address'] as string | null,
      title: row['title'] as string | null,
      document: row['document'] === null ? null : documentReference(Number(row['document'])),
      firstSeen: Number(row['first_seen']),
      updated: row['updated'] as string | null,
      standing: JSON.parse(String(row['standing'])) as Standing,
    }));
  }

  async polls(wish: Parameters<Following['polls']>[0]): Promise<readonly Poll[]> {
    this.#keep.look();
    const only = wish.source === undefined ? null : sourceNumber(wish.source);
    return this.#database
      .sql(
        `SELECT * FROM polls WHERE (?1 IS NULL OR source = ?1) AND (?2 IS NULL OR item = ?2) ORDER BY id DESC LIMIT ?3`,
      )
      .all(only, wish.item ?? null, wish.limit)
      .map((row) => ({
        number: Number(row['id']),
        source: sourceReference(Number(row['source'])),
        item: row['item'] as string | null,
        address: String(row['address']),
        at: Number(row['at']),
        outcome: String(row['outcome']) as Poll['outcome'],
        status: row['status'] === null ? null : Number(row['status']),
        capture: row['capture'] === null ? null : captureReference(Number(row['capture'])),
        detail: String(row['detail']),
      }));
  }

  async revisions({ after, limit }: { readonly after: number; readonly limit: number }): Promise<HeldRevision[]> {
    this.#keep.look();
    return this.#database
      .sql(
        `SELECT v.id, v.document, v.number,
           (SELECT source FROM items i WHERE i.document = v.document ORDER BY i.id LIMIT 1) AS source
         FROM versions v JOIN documents d ON d.id = v.document
         WHERE v.id > ? AND v.number > 1 AND d.dropped = 0 ORDER BY v.id LIMIT ?`,
      )
      .all(after, limit)
      .map((row) => {
        const [document, number] = [Number(row['document']), Number(row['number'])];
        return {
          number: Number(row['id']),
          document: this.#keep.document(document)!,
          before: versionReference(document, number - 1),
          after: versionReference(document, number),
          source: row['source'] === null ? null : sourceReference(Number(row['source'])),
        };
      });
  }

  async happenings({ after, limit }: { readonly after: number; readonly limit: number }): Promise<Happening[]> {
    this.#keep.look();
    return this.#database
      .sql(
        `SELECT h.*, i.document FROM happenings h LEFT JOIN items i ON i.source = h.source AND i.key = h.item
         WHERE h.id > ? ORDER BY h.id LIMIT ?`,
      )
      .all(after, limit)
      .map((row) => ({
        number: Number(row['id']),
        kind: String(row['kind']) as Happening['kind'],
        source: sourceReference(Number(row['source'])),
        item: row['item'] as string | null,
        title: row['title'] as string | null,
        address: row['address'] as string | null,
        document: row['document'] === null ? null : documentReference(Number(row['document'])),
        at: Number(row['at']),
        between: { after: row['after'] === null ? null : Number(row['after']), before: Number(row['before']) },
        detail: String(row['detail']),
      }));
  }

  async newTexts(after: number): Promise<number> {
    this.#keep.look();
    const row = this.#database
      .sql(
        `SELECT count(*) AS n FROM versions v JOIN documents d ON d.id = v.document
         WHERE v.id > ? AND v.number = 1 AND d.dropped = 0`,
      )
      .get(after);
    return Number(row!['n']);
  }

  async firstHeld({ after, limit }: { readonly after: number; readonly limit: number }): Promise<FirstHeld[]> {
    this.#keep.look();
    return this.#database
      .sql(
        `SELECT v.id, v.document,
           (SELECT source FROM items i WHERE i.document = v.document ORDER BY i.id LIMIT 1) AS source
         FROM versions v JOIN documents d ON d.id = v.document
         WHERE v.id > ? AND v.number = 1 AND d.dropped = 0 ORDER BY v.id DESC LIMIT ?`,
      )
      .all(after, limit)
      .map((row) => ({
        number: Number(row['id']),
        document: this.#keep.document(Number(row['document']))!,
        source: row['source'] === null ? null : sourceReference(Number(row['source'])),
      }));
  }

  async mark(name: string): Promise<Mark | null> {
    this.#keep.look();
    const row = this.#database.sql('SELECT * FROM marks WHERE name = ?').get(name);
    return row
      ? { revision: Number(row['revision']), happening: Number(row['happening']), at: Number(row['at']) }
      : null;
  }

  async keepMark(name: string, { revision, happening, at }: Mark): Promise<void> {
    await this.#keep.write(() =>
      this.#database
        .sql(
          `INSERT INTO marks (name, revision, happening, at) VALUES (?, ?, ?, ?)
           ON CONFLICT (name) DO UPDATE SET revision = excluded.revision, happening = excluded.happening, at = excluded.at`,
        )
        .run(name, revision, happening, at),
    );
  }

  async present(): Promise<Pick<Mark, 'revision' | 'happening'>> {
    this.#keep.look();
    const last = (table: 'versions' | 'happenings'): number =>
      Number(this.#database.sql(`SELECT coalesce(max(id), 0) AS n FROM ${table}`).get()!['n']);
    return { revision: last('versions'), happening: last('happenings') };
  }
}

const SOURCES = `SELECT s.*, (SELECT count(*) FROM items i WHERE i.source = s.id) AS items,
  (SELECT count(*) FROM items i WHERE i.source = s.id AND i.document IS NOT NULL) AS held FROM sources s`;

function sourceOf(row: Row): Source {
  return {
    reference: sourceReference(Number(row['id'])),
    name: String(row['name']),
    address: String(row['address']),
    recipe: JSON.parse(String(row['recipe'])) as Recipe,
    allow: JSON.parse(String(row['allow'])) as string[],
    since: Number(row['since']),
    ended: row['ended'] === null ? null : Number(row['ended']),
    paused: row['paused'] === null ? null : Number(row['paused']),
    state: JSON.parse(String(row['state'])) as SourceState,
    items: Number(row['items']),
    held: Number(row['held']),
  };
}

function lookOf(row: Row): Look {
  return {
    key: String(row['key']),
    source: sourceReference(Number(row['source'])),
    kind: String(row['kind']) as Look['kind'],
    item: row['item'] as string | null,
    address: String(row['address']),
    due: Number(row['due']),
    token: Number(row['token']),
    attempts: Number(row['attempts']),
  };
}

/** One queue a host: of an address that is none, the address itself. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
