/**
 * The key that signs the log's checkpoints: made when it is first needed, in a file of the archive's folder that only
 * its owner may read. It guards against strangers, not against whoever holds the folder.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CustodyDamage, keyOfPem, keyOfSeed, type LogKey } from '#custody/index.js';
import type { Disk } from './disk.js';
import { damaged } from './failures.js';

/** Read and written by its owner alone. */
const OWNERS_ONLY = 0o600;

/** What makes the key of a folder available: the one that is there, or a new one. */
export function keyIn(folder: string, disk: Disk): LogKey {
  const path = join(folder, 'keys', 'log.pem');
  const held = disk.read(path);
  if (held !== null) {
    try {
      return keyOfPem(new TextDecoder().decode(held));
    } catch (error) {
      if (!(error instanceof CustodyDamage)) throw error;
      throw damaged(
        `The file ${path} ${error.message}.`,
        'Bring it back from a copy of the archive. If there is none, take it away: the log goes on under a new key, and what was signed before stays provable.',
        error,
      );
    }
  }
  const key = keyOfSeed(randomBytes(32));
  disk.makeFolder(join(folder, 'keys'));
  const file = (name: string, text: string, mode?: number): void =>
    disk.write(join(folder, 'keys', name), [new TextEncoder().encode(text)], mode);
  file('log.pem', key.pem, OWNERS_ONLY);
  file('log.pub', `${key.verifier}\n`);
  return key;
}
