/**
 * The torture set of feeds: small files in test/capture/feeds, written for this project, each with what a person would
 * read in it (expected.json). Only what an expectation names is asked for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './pm-transcripts.js';

/** What is expected of an entry; a key that is not there is not asked for. */
export interface ExpectedEntry {
  readonly title?: string | null;
  readonly address?: string | null;
  readonly published?: string | null;
  readonly updated?: string | null;
  readonly zone?: string;
  /** Words that stand in its text. */
  readonly words?: string;
  readonly speaker?: string;
  readonly language?: string;
}

export interface FeedCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly title?: string;
  readonly entries: readonly ExpectedEntry[];
}

/** What a program read in a feed. */
export interface ReadFeed {
  readonly title?: string | null;
  readonly entries: readonly Readonly<Partial<Record<keyof ExpectedEntry, string | null>>>[];
}

/** All files of the set, in the order of their names. */
export function feedCases(): FeedCase[] {
  const folder = join(projectRoot(), 'test/capture/feeds');
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
    string,
    Pick<FeedCase, 'title' | 'entries'> & { readonly mediaType?: string }
  >;
  return readdirSync(folder)
    .filter((name) => name !== 'expected.json')
    .toSorted()
    .map((name) => ({
      ...expected[name]!,
      mediaType: expected[name]!.mediaType ?? 'application/rss+xml',
      name,
      bytes: readFileSync(join(folder, name)),
    }));
}

/** What is otherwise than expected, for people; null: nothing. `keys`: the fields that are asked for. */
export function faultIn(
  { title, entries }: FeedCase,
  read: ReadFeed | null,
  keys: readonly (keyof ExpectedEntry)[],
): string | null {
  if (read === null) return 'it was refused';
  if (title !== undefined && read.title !== undefined && read.title !== title) return `its title is ${read.title}`;
  if (read.entries.length !== entries.length) return `${read.entries.length} entries in place of ${entries.length}`;
  for (const [i, entry] of entries.entries())
    for (const key of keys) {
      const wanted = entry[key];
      const got = read.entries[i]![key] ?? null;
      if (wanted === undefined) continue;
      const isRight = key === 'words' ? got?.includes(wanted!) : got === wanted;
      if (!isRight) return `${key} of entry ${i + 1} is “${got}” in place of “${wanted}”`;
    }
  return null;
}
