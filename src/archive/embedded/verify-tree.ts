/** The tree against its leaves: every node is what its two make, none is missing and none too many. */
import { grown, sameHash } from '#custody/index.js';
import type { CustodyProblem } from '../custody-promise.js';
import type { Database } from './database.js';

const REMEDY = 'Bring record.sqlite back from a copy of the archive.';

/** What is wrong in the tree over `size` leaves; a few faults tell as much as all. */
export function checkTree(database: Database, size: number): readonly CustodyProblem[] {
  const problems: CustodyProblem[] = [];
  const say = (entry: number, message: string): void =>
    void problems.push({
      fault: 'log differs',
      reference: null,
      entry,
      file: 'record.sqlite',
      offset: null,
      message,
      remedy: REMEDY,
    });
  const get = database.sql('SELECT hash FROM tree WHERE level = ? AND n = ?');
  const hashAt = (level: number, n: number): Uint8Array | null =>
    (get.get(level, n)?.['hash'] as Uint8Array | undefined) ?? null;
  let nodes = 0;
  for (let n = 0; n < size && problems.length < 20; n++) {
    const leaf = hashAt(0, n);
    if (leaf === null) {
      say(n, `The leaf of entry ${n} is gone from the log.`);
      continue;
    }
    for (const node of grown(n, leaf, (level, at) => hashAt(level, at) ?? new Uint8Array(32))) {
      nodes++;
      const held = hashAt(node.level, node.n);
      if (held === null || !sameHash(held, node.hash))
        say(n, `The tree of the log is not what its entries make, at entry ${n}.`);
    }
  }
  const held = Number(database.sql('SELECT count(*) AS n FROM tree').get()!['n']);
  if (problems.length === 0 && held !== nodes) say(size, 'The tree of the log holds more than its entries make.');
  return problems;
}
