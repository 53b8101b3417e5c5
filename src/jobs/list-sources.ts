/** The places that are followed, and how each is: what it had last, when it is looked at next, and what is wrong with it. */
import { healthOf, rhythmOf, silenceOf } from '#capture/index.js';
import { OnrecordError } from '#base/index.js';
import type { Health, Poll, Source, SourceItem } from '#record/index.js';
import type { Effects } from './effects.js';
import { carriesWords, lookAtItem } from './look-at-place.js';

export interface ListedSource {
  readonly source: Source;
  readonly health: Health;
  /** Milliseconds between two texts, as learnt or declared; null: not known yet. */
  readonly rhythm: number | null;
  /** After so long a silence it is late; null: not known. */
  readonly silence: number | null;
  /** Texts by the standing that they have. */
  readonly removed: number;
  readonly doubted: number;
  /** Looks that wait in the queue. */
  readonly waiting: number;
  /** When the next look is due, of whatever kind. */
  readonly next: number | null;
}

export interface SourcesReport {
  readonly sources: readonly ListedSource[];
  readonly now: number;
}

/** One Source with its texts and its last looks. */
export interface SourceReport extends ListedSource {
  readonly items: readonly SourceItem[];
  readonly polls: readonly Poll[];
  readonly now: number;
}

type SourcesEffects = Effects & { readonly now: () => number };

/** Lists all that is followed, what is wrong first. */
export async function listSources({ archive, now }: SourcesEffects): Promise<SourcesReport> {
  const at = now();
  const sources: ListedSource[] = [];
  for (const source of await archive.following.sources()) sources.push(await listed(source, archive, at));
  const rank = ({ health }: ListedSource): number => ORDER.indexOf(health);
  return { sources: sources.toSorted((a, b) => rank(a) - rank(b)), now: at };
}

const ORDER: readonly Health[] = [
  'layout changed',
  'blocked',
  'failing',
  'withheld by robots',
  'empty',
  'late',
  'not looked at yet',
  'on time',
  'paused',
  'ended',
];

/** One Source by Reference, address or name. OnrecordError `not-found` if it is not followed. */
export async function showSource(
  named: string,
  limit: number,
  { archive, now }: SourcesEffects,
): Promise<SourceReport> {
  const source = await followed(named, archive);
  const at = now();
  const [about, items, polls] = await Promise.all([
    listed(source, archive, at),
    archive.following.items(source.reference),
    archive.following.polls({ source: source.reference, limit }),
  ]);
  return { ...about, items, polls, now: at };
}

/** Ends following. OnrecordError `not-found` if it is not followed. */
export async function unfollow(named: string, by: string, { archive }: Effects): Promise<Source> {
  return archive.following.unfollow((await followed(named, archive)).reference, by);
}

/** Lets a Source rest, or looks at it again from now on. OnrecordError `not-found` if it is not followed. */
export async function pauseSource(
  { named, paused, by }: { readonly named: string; readonly paused: boolean; readonly by: string },
  { archive, now }: SourcesEffects,
): Promise<Source> {
  return archive.following.pause((await followed(named, archive)).reference, paused ? now() : null, by);
}

/** Texts of a place that are looked at with it when somebody asks for it. */
const LATEST = 20;

/** Makes the looks at a place and at the latest of its texts due now. OnrecordError `not-found` if it is not followed, `bad-use` if it is no more. */
export async function lookSoon(named: string, { archive, now }: SourcesEffects): Promise<Source> {
  const source = await followed(named, archive);
  const { reference, address, ended, paused } = source;
  if (ended !== null || paused !== null)
    throw new OnrecordError(
      'bad-use',
      `${source.name} is ${ended === null ? 'paused' : 'followed no more'}.`,
      ended === null ? 'Let it go on first.' : 'Follow it again first.',
    );
  const due = now();
  const texts = (await archive.following.items(reference))
    .filter((item) => item.address !== null && item.standing.lastLook !== null)
    .slice(-LATEST);
  await archive.following.queue([
    { key: `place ${reference}`, source: reference, kind: 'place', item: null, address, due },
    ...(carriesWords(source) ? [] : texts.map((item) => lookAtItem(item.key, item.address!, source, due))),
  ]);
  return source;
}

async function followed(named: string, archive: Effects['archive']): Promise<Source> {
  const source = await archive.following.source(named);
  if (source !== null) return source;
  throw new OnrecordError('not-found', `Nothing that is followed is called “${named}”.`, 'See onrecord sources.');
}

async function listed(source: Source, archive: Effects['archive'], now: number): Promise<ListedSource> {
  const declared = source.recipe.rhythm;
  const { removed, doubted } = await archive.following.standings(source.reference);
  const next = await archive.following.nextLook(source.reference);
  return {
    source,
    health: healthOf(source.state, now, {
      declared,
      ended: source.ended !== null,
      paused: source.paused !== null,
    }),
    rhythm: rhythmOf(source.state, declared),
    silence: silenceOf(source.state, declared),
    removed,
    doubted,
    waiting: next?.looks ?? 0,
    next: next?.due ?? null,
  };
}
