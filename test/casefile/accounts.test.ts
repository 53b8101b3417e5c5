/**
 * The encounters of the case file as a golden test: its documents are imported as a user would, the accounts are
 * compared by their addresses, and every row, clock entry and attributed word comes out as casefile/accounts.json says.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTransient } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { extract } from '#extract/index.js';
import { type ComparedAccounts, compareAccounts, importFiles, importPeople } from '#jobs/index.js';
import { filesOn } from '../../src/main/files.js';
import { root } from '../architecture/sources.js';

interface ExpectedRow {
  readonly kind: string;
  readonly a?: readonly string[];
  readonly b?: readonly string[];
}

interface Expected {
  readonly encounter: string;
  readonly texts: readonly string[];
  readonly sides: readonly string[];
  readonly previous: readonly (string | null)[];
  readonly labels: readonly (readonly string[])[];
  readonly stated: readonly { readonly side: string; readonly what: string; readonly text: string }[];
  readonly clock: readonly {
    readonly what: string;
    readonly side: string;
    readonly at: string;
    readonly from?: string;
    readonly to?: string;
  }[];
  readonly rows: readonly (ExpectedRow & {
    /** Why no rule here makes this row yet; `found` is what is made instead. */
    readonly missed?: string;
    readonly found?: readonly ExpectedRow[];
  })[];
  readonly attributed: readonly {
    readonly by: string;
    readonly to: string;
    readonly words: string;
    readonly carried: string;
    readonly earlier: readonly string[];
  }[];
}

const expected = JSON.parse(readFileSync(join(root, 'casefile/accounts.json'), 'utf8')) as readonly Expected[];

describe.each(expected)('$encounter', (wanted) => {
  let archive: Archive;
  let found: ComparedAccounts;
  /** File names without ending, by Reference of the Version. */
  const ids = new Map<string, string>();

  beforeAll(async () => {
    archive = await openTransient();
    const files = filesOn(process.stdin, { home: root });
    const clock = () => ({ at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' }) as const;
    const { stop } = await importFiles(
      { paths: [join(root, 'casefile/documents')] },
      { archive, files, clock, extract },
    );
    expect(stop).toBeNull();
    await importPeople({ path: join(root, 'casefile/people.json'), by: 'test' }, { archive, files });
    const addresses = new Map<string, string>();
    for (const document of await archive.list({}))
      for (const version of document.versions) {
        const { origin } = await archive.captureOf(version.capture);
        const id = document.id ?? origin.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');
        ids.set(version.reference, id);
        addresses.set(id, document.address ?? document.reference);
      }
    // Two wordings at one address are one text.
    const named = [...new Set(wanted.texts.map((id) => addresses.get(id)!))];
    found = await compareAccounts({ texts: named.map((held) => ({ held })), by: 'test' }, { archive, extract });
  });
  afterAll(() => archive.close());

  const named = (name: string): string => ids.get(name) ?? name;

  it('has the sides, with the account before', () => {
    expect(found.encounter.sides.map(({ name }) => name)).toEqual(wanted.sides);
    expect(found.encounter.sides.map(({ previous }) => previous && named(previous.account.name))).toEqual(
      wanted.previous,
    );
  });

  it('has the rows that a careful reader makes, but for those marked as missed', () => {
    const { rows, sides } = found.encounter;
    const text = (s: number, n: number): string => sides[s]!.units[n - 1]!.text;
    const shown = rows.map(({ kind, cells }) => ({
      kind,
      a: cells[0]!.map((n) => text(0, n)),
      b: cells[1]!.map((n) => text(1, n)),
    }));
    const short = ({ kind, a = [], b = [] }: ExpectedRow): string => `${kind}: ${a.join(' + ')} | ${b.join(' + ')}`;
    // Sentences are named by their first words.
    const abridged = shown.map(({ kind, a, b }) => {
      const cut = (s: 'a' | 'b', full: string): string =>
        wanted.rows.flatMap((row) => row[s] ?? []).find((head) => full.startsWith(head)) ?? full;
      return short({ kind, a: a.map((full) => cut('a', full)), b: b.map((full) => cut('b', full)) });
    });
    expect(abridged.toSorted()).toEqual(
      wanted.rows
        .flatMap((row) => row.found ?? [row])
        .map(short)
        .toSorted(),
    );
  });

  it('says whose words each account gives, and whether they are carried', () => {
    const { attributed, sides } = found.encounter;
    expect(
      attributed.map(({ by, to, words, carried, earlier }) => ({
        by: sides[by]!.name,
        to: sides[to]!.name,
        words: words.text,
        carried,
        earlier: earlier.map(({ account }) => named(account)),
      })),
    ).toEqual(wanted.attributed);
  });

  it('has the clock', () => {
    const { clock, sides } = found.encounter;
    expect(
      clock.map(({ what, side, when, changes }) => ({
        what,
        side: sides[side]!.name,
        at: when?.at.slice(0, 16),
        ...(what === 'edited'
          ? { from: changes.map(({ a }) => a.text).join(), to: changes.map(({ b }) => b.text).join() }
          : {}),
      })),
    ).toEqual(wanted.clock);
  });

  it('knows what is stated of the encounter, and how the talks are called', () => {
    const { stated, sides } = found.encounter;
    expect(stated.map(({ side, what, text }) => ({ side: sides[side]!.name, what, text })).toSorted(byWords)).toEqual(
      [...wanted.stated].toSorted(byWords),
    );
    expect(sides.map(({ labels }) => labels.map(({ label }) => label))).toEqual(wanted.labels);
  });
});

function byWords(x: { side: string; what: string }, y: { side: string; what: string }): number {
  return `${x.side} ${x.what}` < `${y.side} ${y.what}` ? -1 : 1;
}
