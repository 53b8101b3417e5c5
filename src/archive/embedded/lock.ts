/**
 * One writer. The lock is the operating system's own, taken through SQLite on an empty file: it ends with the process
 * that holds it, however that ends, so no lock is ever stale and no process number is ever mistaken for another's.
 * Beside it a small file names the holder, for the sentence that others read. Rejected: a lock file with a process
 * number, which outlives a crash and lies when numbers are used again, as they are in containers.
 */
import { hostname } from 'node:os';
import { join } from 'node:path';
import { OnrecordError } from '#base/index.js';
import { type Database, openDatabase } from './database.js';
import type { Disk } from './disk.js';

/** Held until released. */
export interface Lock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** Takes the writer's lock of a folder. OnrecordError archive-locked, naming the holder, if another has it. */
export async function takeLock(folder: string, disk: Disk): Promise<Lock> {
  const named = join(folder, 'writer.json');
  let database: Database | undefined;
  try {
    database = await openDatabase(join(folder, 'writer.lock'), 'write');
    database.exec('PRAGMA busy_timeout = 200; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (!(error instanceof OnrecordError) || error.code !== 'archive-locked') throw error;
    throw locked(folder, holderOf(disk.read(named)), error);
  }
  const held = database;
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  try {
    disk.write(named, [new TextEncoder().encode(`${JSON.stringify(holder)}\n`)]);
  } catch (error) {
    held.close();
    throw error;
  }
  return {
    release: () => {
      try {
        disk.remove(named);
      } catch {
        // It only names who holds the lock; without the lock nobody reads it.
      } finally {
        held.close();
      }
    },
  };
}

function holderOf(file: ArrayBuffer | null): Holder | null {
  try {
    return file ? (JSON.parse(new TextDecoder().decode(file)) as Holder) : null;
  } catch {
    return null;
  }
}

function locked(folder: string, holder: Holder | null, cause: OnrecordError): OnrecordError {
  const who = !holder
    ? 'another process'
    : holder.pid === process.pid && holder.host === hostname()
      ? 'another part of this very process'
      : `process ${holder.pid} on ${holder.host}, since ${holder.since.slice(0, 16).replace('T', ' ')} UTC`;
  return new OnrecordError(
    'archive-locked',
    `The archive ${folder} is being written by ${who}.`,
    'Wait until it has finished, or stop it. Reading and checking work meanwhile.',
    { cause },
  );
}
