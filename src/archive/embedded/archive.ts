/**
 * The archive in one folder or in memory: captures as WARC files, rows in SQLite, the index beside them. Rows are the
 * truth. Every method looks first whether another process has written; writing takes the lock once and keeps it.
 */
import { documentReference, OnrecordError, type Reference, type When } from '#base/index.js';
import type {
  Capture,
  Coverage,
  Document,
  DocumentFacts,
  HeldRun,
  NewSheet,
  Person,
  Rendering,
  SearchAnswer,
  Sheet,
  SheetLine,
  TextFilter,
  Uses,
} from '#record/index.js';
import type { Custody } from '../custody-promise.js';
import type { Following } from '../following.js';
import type {
  Archive,
  ArchiveStatus,
  CaptureReceipt,
  DocumentStanding,
  HoldReceipt,
  ListFilter,
  LogEntry,
  NewCapture,
  NewPairing,
  NearUses,
  NearWish,
  NewText,
  PassagePairing,
  Publisher,
  Recalled,
  RecallRequest,
  Repaired,
  RepairWish,
  Revision,
  Scope,
  Settings,
  UsesWish,
} from '../promise.js';
import type { LitPlaces, SearchWish } from '../search-promise.js';
import { enterAct, actsIn, instantOf } from './acts.js';
import { captureIn, captureNamed, captureRow, placeIn } from './capture-rows.js';
import { captureBatch, chainEnd, type Keeping, logWhatWasBefore } from './capturing.js';
import { EmbeddedCustody } from './custody-keep.js';
import type { Database } from './database.js';
import { Documents, versionNamed } from './documents.js';
import { fillIndex, lackingIn, Patience, UNWRITTEN, WORTH_WRITING } from './filling.js';
import { readOnly } from './failures.js';
import { EmbeddedFollowing } from './following.js';
import { corrected, correctFacts, cutAnew, holdBatch, standingOf } from './holding.js';
import { keyIn } from './keys.js';
import { Kin } from './kin.js';
import { type Lock, takeLock } from './lock.js';
import { Log } from './log.js';
import { keepPairings, pairingsOf } from './pairings.js';
import type { Parts } from './parts.js';
import { keepPeople, peopleIn } from './people.js';
import { type Held, recall } from './recall.js';
import { repeatsOf } from './repeats.js';
import { repairIndex } from './repairing.js';
import { Roll } from './roll.js';
import { dropSearch, keepSearch, lookedAtSearch, savedSearches } from './saved-searches.js';
import { migrate } from './schema.js';
import { ScopeTest } from './scope.js';
import { answerSearch, placesIn, queriesOf } from './search.js';
import { settingsIn } from './settings.js';
import { keepSheet, revisionOf, sheetNamed, sheetsIn, SIGNED, standingsOf } from './sheets.js';
import { statusOf } from './status.js';
import { takenUpOf } from './taken-up.js';
import { Texts } from './texts.js';
import { latestOf, type Looked, longestOf, nearUsesOf, Rarity, usesOf } from './uses.js';
import type { Rows } from './word-index.js';

const NOTHING_LEFT_OUT: Scope = { before: null, except: [] };

export class EmbeddedArchive implements Archive {
  readonly place: string;
  readonly custody: Custody;
  readonly following: Following;
  readonly #parts: Parts;
  readonly #database: Database;
  readonly #held: Held;
  readonly #kin: Kin;
  readonly #keeping: Keeping;
  #lock: Lock | null = null;
  #line: Promise<unknown> = Promise.resolve();
  /** SQLite's data_version when rows were last looked at; it moves when another connection writes. */
  #seen = -1;
  #rollIs: 'stale' | 'singly' | 'whole' = 'stale';
  #indexIsStale = true;
  /** The index was read since the lock was taken. */
  #indexIsOurs = false;
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.place = parts.place;
    this.#database = parts.database;
    this.#held = {
      index: parts.index,
      roll: new Roll(),
      documents: new Documents(parts.database),
      texts: new Texts(parts.database, parts.index),
    };
    this.#kin = new Kin(parts.database, this.#held.documents, this.#held.roll);
    const { folder, disk, database, captures, now } = parts;
    const log = folder === null ? null : new Log(database, () => keyIn(folder, disk), now);
    this.#keeping = { database, captures, documents: this.#held.documents, log };
    this.custody = new EmbeddedCustody({
      keeping: this.#keeping,
      disk,
      folder,
      look: () => this.#look(),
      write: (work) => this.#write(work),
      captureOf: (reference) => this.captureOf(reference),
    });
    this.following = new EmbeddedFollowing({
      database: parts.database,
      write: (work) => this.#write(async () => work()),
      look: () => this.#look(),
      document: (id) => this.#held.documents.byId(id),
      log: (by, act, detail) => void this.#log(by, act, null, detail),
    });
  }

  async settings(): Promise<Settings> {
    return settingsIn(this.#parts.folder, this.#parts.disk);
  }

  async coverage(filter: ListFilter = {}): Promise<Coverage> {
    this.#look();
    return this.#held.documents.coverage(filter);
  }

  async capture(batch: readonly NewCapture[]): Promise<readonly CaptureReceipt[]> {
    return this.#write(async () => captureBatch(this.#keeping, batch));
  }

  async hold(batch: readonly NewText[]): Promise<readonly HoldReceipt[]> {
    return this.#write(async () => {
      const { index, roll, documents, texts } = this.#held;
      await this.#fill();
      this.#readIndex();
      const written = holdBatch(this.#keeping, index, batch);
      for (const { receipt, document, version, number, moment, ids } of written) {
        documents.forget(document);
        if (ids) {
          index.add(version, ids);
          roll.add({
            version,
            document,
            number,
            words: receipt.words,
            moment,
            ...standingOf(this.#database, document),
          });
        } else texts.forget(version);
      }
      this.#kin.forget();
      // New facts may move a document in time, and with it all its versions.
      if (written.some(({ receipt }) => receipt.outcome !== 'added')) this.#rollIs = 'stale';
      if (index.wantsWriting) {
        this.#readRoll();
        await index.tend(this.#rows);
      }
      return written.map(({ receipt }) => receipt);
    });
  }

  async refuse(
    batch: readonly { readonly capture: Reference; readonly extractor: string; readonly reason: string }[],
  ): Promise<void> {
    return this.#write(async () =>
      this.#database.transaction(() => {
        for (const { capture, extractor, reason } of batch)
          this.#database
            .sql('UPDATE captures SET parsed_by = ?, refused = ? WHERE id = ?')
            .run(extractor, reason, Number(captureRow(this.#database, capture)['id']));
      }),
    );
  }

  async correct(document: Reference, facts: Partial<DocumentFacts>, by: string): Promise<Document> {
    return this.#write(async () => {
      const id = this.#existing(document);
      this.#database.transaction(() => {
        const detail = correctFacts(this.#database, id, corrected(facts));
        this.#log(by, 'corrected', documentReference(id), detail);
      });
      this.#forget(id);
      return this.#held.documents.byId(id)!;
    });
  }

  async drop(document: Reference, by: string): Promise<Document> {
    return this.#write(async () => {
      const id = this.#existing(document);
      const dropped = this.#held.documents.byId(id)!;
      this.#database.transaction(() => {
        this.#database.sql('UPDATE documents SET dropped = 1 WHERE id = ?').run(id);
        this.#log(by, 'dropped', documentReference(id), dropped.title);
      });
      this.#forget(id);
      return dropped;
    });
  }

  async keepPeople(
    people: readonly Person[],
    by: string,
  ): Promise<{ readonly added: number; readonly changed: number }> {
    return this.#write(async () =>
      this.#database.transaction(() => {
        const counts = keepPeople(this.#database, people);
        if (counts.added + counts.changed > 0)
          this.#log(by, 'people imported', null, `${counts.added} new, ${counts.changed} changed`);
        return counts;
      }),
    );
  }

  async keepPairings(pairings: readonly NewPairing[], by: string): Promise<void> {
    const log = (pairing: NewPairing, detail: string): When => this.#log(by, pairing.state, pairing.a.version, detail);
    return this.#write(async () => this.#database.transaction(() => keepPairings(this.#database, pairings, by, log)));
  }

  async pairings(documents: readonly Reference[]): Promise<readonly PassagePairing[]> {
    this.#look();
    return pairingsOf(this.#database, documents);
  }

  async keepSheet(sheet: NewSheet, by: string): Promise<Sheet> {
    const log = (reference: Reference, detail: string): When => this.#log(by, SIGNED, reference, detail);
    return this.#write(async () => this.#database.transaction(() => keepSheet(this.#database, sheet, by, log)));
  }

  async sheet(reference: Reference): Promise<Sheet | null> {
    this.#look();
    return sheetNamed(this.#database, reference);
  }

  async sheets({ limit, before }: { limit: number; before?: Reference }): Promise<readonly SheetLine[]> {
    this.#look();
    return sheetsIn(this.#database, limit, before ?? null);
  }

  async standings(documents: readonly Reference[]): Promise<readonly DocumentStanding[]> {
    this.#look();
    return standingsOf(
      this.#database,
      documents.flatMap((document) => {
        const id = this.#held.documents.named(document);
        return id === null ? [] : [[document, id] as const];
      }),
    );
  }

  async revision(): Promise<Revision> {
    if (this.#closed) throw new RangeError('the archive is closed');
    return revisionOf(this.#database);
  }

  async log(limit: number): Promise<readonly LogEntry[]> {
    this.#look();
    return actsIn(this.#database, limit);
  }

  async people(): Promise<readonly Person[]> {
    this.#look();
    return peopleIn(this.#database);
  }

  async list(filter: ListFilter): Promise<readonly Document[]> {
    this.#look();
    return this.#held.documents.passing(filter).map((id) => this.#held.documents.byId(id)!);
  }

  async document(named: string): Promise<Document | null> {
    this.#look();
    const id = this.#held.documents.named(named);
    return id === null ? null : this.#held.documents.byId(id);
  }

  async text(version: Reference): Promise<Rendering> {
    this.#look();
    return this.#held.texts.rendering(this.#version(version));
  }

  async captureOf(reference: Reference): Promise<Capture> {
    this.#look();
    return captureIn(captureNamed(this.#database, reference));
  }

  async bytes(capture: Reference): Promise<Uint8Array> {
    this.#look();
    const row = captureNamed(this.#database, capture);
    return this.#parts.captures.read(placeIn(row), String(row['digest']));
  }

  async recall(requests: readonly RecallRequest[], filter: TextFilter = {}): Promise<readonly Recalled[]> {
    await this.#lookAtIndex();
    if (this.#rollIs === 'stale') {
      this.#held.roll.loadSingly(this.#database);
      this.#rollIs = 'singly';
    }
    const passes = this.#held.documents.versionsOf(filter);
    return requests.map((request) => recall(this.#held, request, passes));
  }

  async search(words: string, filter: ListFilter, limit: number, wish: SearchWish = {}): Promise<SearchAnswer> {
    const queries = queriesOf(words);
    return answerSearch((await this.#looked(NOTHING_LEFT_OUT)).held, queries, filter, limit, wish);
  }

  async placesOf(words: string, version: Reference): Promise<LitPlaces> {
    const queries = queriesOf(words);
    await this.#lookAtIndex();
    return placesIn(this.#held, queries, this.#version(version));
  }

  readonly takenUp: Archive['takenUp'] = async (version, least) =>
    takenUpOf(await this.#looked(NOTHING_LEFT_OUT), this.#version(version), least);
  readonly savedSearches: Archive['savedSearches'] = async (who) => {
    this.#look();
    return savedSearches(this.#database, who);
  };

  readonly keepSearch: Archive['keepSearch'] = (kept, by) =>
    this.#logged(() =>
      keepSearch(this.#database, kept, by, this.#log(by, 'search kept', null, `${kept.name}: ${kept.words}`)),
    );

  readonly lookedAtSearch: Archive['lookedAtSearch'] = (name, by, mark) =>
    this.#logged(() => lookedAtSearch(this.#database, name, by, mark, instantOf(this.#parts.now())));

  readonly dropSearch: Archive['dropSearch'] = (name, by) =>
    this.#logged(() => {
      dropSearch(this.#database, name);
      this.#log(by, 'search removed', null, name);
    });

  /** Writes rows in one transaction, with their entries in the log. */
  #logged(work: () => void): Promise<void> {
    return this.#write(async () => this.#database.transaction(work));
  }

  /** The row of a version; OnrecordError not-found. */
  #version(reference: Reference): number {
    const found = versionNamed(this.#database, reference);
    if (found) return found.id;
    throw new OnrecordError('not-found', `The archive holds no ${reference}.`, 'See onrecord list.');
  }

  async uses(runs: readonly (readonly string[])[], scope: Scope, wish: UsesWish = {}): Promise<readonly Uses[]> {
    return usesOf(await this.#looked(scope), runs, wish);
  }

  async nearUses(runs: readonly (readonly string[])[], scope: Scope, wish: NearWish): Promise<readonly NearUses[]> {
    const looked = await this.#looked(scope);
    return runs.map((words) => nearUsesOf(looked, words, wish));
  }

  async longestMatches(
    lists: readonly (readonly string[])[],
    scope: Scope,
    least: number,
  ): Promise<readonly (readonly HeldRun[])[]> {
    const looked = await this.#looked(scope);
    return lists.map((words) => longestOf(looked, words, least));
  }

  readonly repeats: Archive['repeats'] = async (scope, wish) => repeatsOf(await this.#looked(scope), wish);
  async covers(scope: Scope): Promise<{ readonly coverage: Coverage; readonly tied: number }> {
    return (await this.#looked(scope)).scope.covers();
  }

  async calendar(filter: ListFilter): Promise<readonly { readonly day: string; readonly texts: number }[]> {
    this.#look();
    return this.#held.documents.calendar(filter);
  }

  async latest(publisher: Publisher, scope: Scope, limit: number): Promise<readonly Document[]> {
    return latestOf(await this.#looked(scope), publisher, limit);
  }

  async nearCopies(document: Reference): Promise<readonly Reference[]> {
    const { kin, held } = await this.#looked(NOTHING_LEFT_OUT);
    const version = held.roll.newest[this.#existing(document)]!;
    return kin.copiesOf(held.index.finder(), version).map(documentReference);
  }

  async voices(): Promise<readonly string[]> {
    this.#look();
    return this.#held.documents.allVoices();
  }

  /** Everything that looking for uses needs, as it is now. */
  async #looked(scope: Scope): Promise<Looked> {
    await this.#lookAtIndex();
    this.#readRoll();
    const { roll, documents, index } = this.#held;
    const test = new ScopeTest(roll, documents, scope);
    return { held: this.#held, kin: this.#kin, scope: test, rarity: new Rarity(index, test) };
  }

  async status(): Promise<ArchiveStatus> {
    this.#look();
    this.#readRoll();
    return statusOf(this.place, this.#database, this.#held);
  }

  async repair(wish: RepairWish = {}): Promise<Repaired> {
    return this.#write(async () => {
      this.#readRoll();
      const repaired = await repairIndex(this.#held.index, this.#database, this.#rows, wish, this.#parts.piece);
      this.#indexIsOurs = true;
      this.#indexIsStale = false;
      return repaired;
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#line.catch(() => undefined);
    this.#closed = true;
    try {
      // An index that was never read has nothing to write.
      if (this.#lock && !this.#indexIsStale) {
        this.#readRoll();
        await this.#held.index.write(this.#rows);
      }
      if (this.#lock) this.#keeping.log?.signAtEnd();
    } finally {
      this.#held.index.close();
      this.#database.close();
      this.#lock?.release();
    }
  }

  /** Sees to it that rows are read as they are now, whoever wrote them. */
  #look(): void {
    if (this.#closed) throw new RangeError('the archive is closed');
    const version = Number(this.#database.sql('PRAGMA data_version').get()!['data_version']);
    if (version === this.#seen) return;
    this.#seen = version;
    this.#held.documents.forget();
    this.#kin.forget();
    this.#held.texts.forget();
    this.#rollIs = 'stale';
    this.#indexIsStale = true;
  }

  /** The same for the index, which not every question needs. */
  #readIndex(): void {
    if (!this.#indexIsStale) return;
    this.#refreshIndex();
    this.#held.index.catchUp(this.#database);
    this.#indexIsStale = false;
  }

  #refreshIndex(): void {
    // Nobody else writes while the lock is held, and what this process writes it knows.
    if (!this.#indexIsOurs) this.#held.index.refresh();
    this.#indexIsOurs = this.#lock !== null;
  }

  #readRoll(): void {
    if (this.#rollIs === 'whole') return;
    this.#held.roll.load(this.#database);
    this.#rollIs = 'whole';
  }

  /** Rows and index as they are now. */
  async #lookAtIndex(): Promise<void> {
    this.#look();
    if (this.#indexIsStale && this.#parts.folder !== null) await this.#fillAsReader();
    this.#look();
    this.#readIndex();
  }

  /** Has what lacks in the index written, if it is much and this process may write; else it is cut into memory. */
  async #fillAsReader(): Promise<void> {
    if (!this.#lacksMuch() || this.#database.readOnly) return;
    for (const patience = new Patience(); ; await patience.wait())
      try {
        return await this.#alone(async () => {
          const hadLock = this.#lock !== null;
          await this.#beWriter();
          try {
            await this.#fill();
          } finally {
            // Who only reads keeps nobody from writing.
            if (!hadLock) this.#letGo();
          }
        });
      } catch (error) {
        if (!(error instanceof OnrecordError && UNWRITTEN.has(error.code))) throw error;
        this.#refreshIndex();
        if (!patience.isWorthIt(lackingIn(this.#held.index, this.#database))) return;
      }
  }

  /** Writes what lacks in the index, piece by piece, if it is much. Only a writer may. */
  async #fill(): Promise<void> {
    const { folder, piece, filled } = this.#parts;
    if (!this.#indexIsStale || folder === null || !this.#lacksMuch()) return;
    this.#readRoll();
    await fillIndex(this.#held.index, this.#database, this.#rows, { piece, progress: filled });
  }

  #lacksMuch(): boolean {
    this.#refreshIndex();
    return lackingIn(this.#held.index, this.#database).words >= Math.min(WORTH_WRITING, this.#parts.piece ?? Infinity);
  }

  /** Begins to bring the whole index into memory; waits only where very much of it must be made first. */
  async warm(): Promise<void> {
    await this.#lookAtIndex();
    void this.#held.index.warm();
  }

  /** Takes the writer's lock now, so that a long job does not fail in its middle. */
  readonly claim = (): Promise<void> => this.#write(async () => undefined);

  /** Does one write after the other, each with the lock and on what is there now. */
  #write<T>(work: () => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      await this.#beWriter();
      this.#look();
      return work();
    });
  }

  /** Does one thing after the other. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#line.then(work);
    this.#line = result.catch(() => undefined);
    return result;
  }

  #letGo(): void {
    this.#lock?.release();
    this.#lock = null;
    this.#indexIsOurs = false;
  }

  async #beWriter(): Promise<void> {
    const { folder, disk, captures, index } = this.#parts;
    if (this.#closed) throw new RangeError('the archive is closed');
    if (this.#lock || folder === null) return;
    if (this.#database.readOnly) throw readOnly(folder);
    const lock = await takeLock(folder, disk);
    try {
      migrate(this.#database, folder);
      captures.settle(chainEnd(this.#database));
      logWhatWasBefore(this.#keeping);
      cutAnew(this.#database, index);
      index.tidy();
    } catch (error) {
      lock.release();
      throw error;
    }
    this.#lock = lock;
    this.#indexIsStale = true;
  }

  /** What the index asks while it writes. */
  get #rows(): Rows {
    const { roll } = this.#held;
    return {
      dropped: (version) => roll.hidden[version] !== 0,
      digest: (version) =>
        String(this.#database.sql('SELECT digest FROM versions WHERE id = ?').get(version)!['digest']),
    };
  }

  #existing(reference: Reference): number {
    const id = this.#held.documents.named(reference);
    if (id === null) throw new OnrecordError('not-found', `The archive holds no ${reference}.`, 'See onrecord list.');
    return id;
  }

  #forget(document: number): void {
    this.#held.documents.forget(document);
    this.#kin.forget();
    this.#rollIs = 'stale';
  }

  #log(by: string, act: string, reference: Reference | null, detail: string): When {
    return enterAct(this.#keeping, this.#parts.now(), { by, act, reference, detail });
  }
}
