/** Opening an archive: a folder on a disk of this machine, or nothing but memory. */
import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { OnrecordError } from '#base/index.js';
import type { Archive } from '../promise.js';
import { EmbeddedArchive } from './archive.js';
import { capturesIn, capturesInMemory } from './captures.js';
import { type Database, openDatabase } from './database.js';
import { type Disk, realDisk } from './disk.js';
import { readOnly } from './failures.js';
import { cutAnew } from './holding.js';
import { type IndexWork, workHere } from './index-work.js';
import { takeLock } from './lock.js';
import { refuseNetwork } from './network.js';
import { migrate, STORE_VERSION, storeVersion } from './schema.js';
import { WordIndex } from './word-index.js';

/** How an archive is opened. */
export interface OpenOptions {
  /**
   * write: makes the archive if there is none and takes the writer's lock at once. read, the default: no archive is
   * archive-missing, and the lock is taken only if something is written after all.
   */
  readonly how?: 'read' | 'write';
  /** The disk; another one is for tests. */
  readonly disk?: Disk;
  /** Who does the heavy work of the index: in other threads, or, if nobody is named, in this one. */
  readonly work?: IndexWork;
  /** Whether all segments are brought into memory at once, meanwhile answering from disk: for who stays open. */
  readonly warm?: boolean;
  /** Words that are added before the index writes a segment; fewer are for tests. */
  readonly tailWords?: number;
  /** Words of a piece when the index is made anew; fewer are for tests. */
  readonly piece?: number;
  /** The present instant, ISO 8601 UTC. */
  readonly now?: () => string;
}

/**
 * Opens the archive in a folder. OnrecordError archive-missing, archive-newer, archive-on-network, archive-damaged,
 * and for writing archive-locked, archive-read-only, disk-full.
 */
export async function openEmbedded(folder: string, options: OpenOptions = {}): Promise<Archive> {
  const { how = 'read', disk = realDisk, now = () => new Date().toISOString(), tailWords } = options;
  const work = options.work ?? workHere(disk);
  const path = join(folder, 'record.sqlite');
  if (disk.size(path) === null) {
    if (how === 'read')
      throw new OnrecordError(
        'archive-missing',
        `There is no archive in ${folder}.`,
        'Make one by adding texts: onrecord add PATH. Name another folder with --archive.',
      );
    if (disk.list(folder).some((name) => !name.startsWith('.') && name !== 'settings.json' && !OURS.has(name)))
      throw new OnrecordError(
        'bad-use',
        `The folder ${folder} is no archive, and other things are in it.`,
        'Name a new or empty folder with --archive.',
      );
    disk.makeFolder(folder);
    refuseNetwork(folder);
    disk.makeFolder(join(folder, 'captures'));
    disk.makeFolder(join(folder, 'index'));
    await begin(folder, path, disk);
  } else refuseNetwork(folder);
  const database = await connect(folder, path);
  try {
    if (storeVersion(database, folder) < STORE_VERSION) await upgrade(folder, database, disk);
    const archive = new EmbeddedArchive({
      folder,
      place: folder,
      disk,
      database,
      captures: capturesIn(join(folder, 'captures'), disk),
      index: new WordIndex(join(folder, 'index'), disk, work, tailWords),
      now,
      piece: options.piece,
      filled: work.filled,
    });
    if (how === 'write') await archive.claim();
    if (options.warm === true) await archive.warm();
    return archive;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** An archive with nothing on disk, gone when it is closed. */
export async function openTransient(): Promise<Archive> {
  const database = await openDatabase(':memory:', 'write');
  migrate(database, 'memory');
  const index = new WordIndex(null, realDisk, workHere());
  cutAnew(database, index);
  return new EmbeddedArchive({
    folder: null,
    place: 'memory',
    disk: realDisk,
    database,
    captures: capturesInMemory(),
    index,
    now: () => new Date().toISOString(),
  });
}

/** What an archive that was begun and never finished may have left. */
const OURS: ReadonlySet<string> = new Set([
  'captures',
  'index',
  'writer.lock',
  'writer.json',
  'record.sqlite-journal',
  'record.sqlite-wal',
  'record.sqlite-shm',
]);

async function begin(folder: string, path: string, disk: Disk): Promise<void> {
  const lock = await takeLock(folder, disk);
  try {
    const database = await openDatabase(path, 'write');
    try {
      database.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
      migrate(database, folder);
    } finally {
      database.close();
    }
  } finally {
    lock.release();
  }
}

/** A connection that can write if the folder can be written, else one that reads what is there. */
async function connect(folder: string, path: string): Promise<Database> {
  if (canWrite(folder) && canWrite(path)) {
    const database = await openDatabase(path, 'write');
    database.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA foreign_keys = ON');
    return database;
  }
  // Without its helper files SQLite takes the database for one that nobody writes, if no writes wait in the WAL.
  const waiting = sizeOf(`${path}-wal`) > 0;
  const database = await openDatabase(path, waiting ? 'read' : 'immutable');
  try {
    database.sql('SELECT count(*) FROM sqlite_master').get();
    return database;
  } catch (error) {
    database.close();
    if (error instanceof OnrecordError && error.code === 'archive-read-only')
      throw new OnrecordError(
        'archive-read-only',
        `The archive ${folder} is read-only, and what was last written to it has not been put in order.`,
        'Open it once where it can be written, for example with onrecord status.',
        { cause: error },
      );
    throw error;
  }
}

async function upgrade(folder: string, database: Database, disk: Disk): Promise<void> {
  if (database.readOnly) throw readOnly(folder);
  const lock = await takeLock(folder, disk);
  try {
    migrate(database, folder);
  } finally {
    lock.release();
  }
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
