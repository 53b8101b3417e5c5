/**
 * One look at a place, or at a further page of its list: what it lists that was not known, which words it carries, what
 * it lists no more where it must, and whether entries may have been missed between this look and the last. Texts that
 * the place only names are put into the queue. All that was found is one value, to be written whole.
 */
import type { Look, LookFound, NewItem, NewLook } from '#archive/index.js';
import {
  afterLook,
  afterSighting,
  healthOf,
  isRemoved,
  newStanding,
  type PlaceItem,
  type PlaceReading,
  removedBetween,
  silenceOf,
} from '#capture/index.js';
import type { Reference } from '#base/index.js';
import { digestOf } from '#custody/index.js';
import type { HoldReceipt } from '#archive/index.js';
import type { PollOutcome, Source, SourceItem } from '#record/index.js';
import { type Asked, askAddress, asksWhole } from './ask-address.js';
import type { FollowEffects } from './follow-effects.js';
import { cutItem, momentOf } from './hold-item.js';
import { type Walk, readWalk, writeWalk } from './walk.js';

/** What a look brought, and what is to be written of it. */
export interface Looked {
  readonly found: LookFound;
  /** Texts that were new, and that have new words. */
  readonly fresh: number;
  readonly changed: number;
}

/** Pages that are walked back to fill a gap, at most. */
const MOST_PAGES = 50;
/** Of posts with numbers, whole blocks of so many are read again as they grow older. */
const BLOCK = 16;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** So soon is a block read again in which a post is missed. */
const DOUBTED_BLOCK = 12 * HOUR;
/** What one day costs of the pages that are walked back for a gap: it is tried for five days. */
const LATER = 10;
const LONGEST_BLOCK_PAUSE = 60 * 24 * HOUR;
/** Parts of a sitemap that are read at once, the latest changed first. */
const MOST_PARTS = 5;

/** Looks at a place or a page of its list. Throws `stopped` and what the archive throws. */
export async function lookAtPlace(look: Look, source: Source, effects: FollowEffects): Promise<Looked> {
  const { now, chance } = effects;
  const walk = look.kind === 'page' ? readWalk(look.item) : null;
  const validators = walk === null && !asksWhole(look) ? source.state.validators : null;
  const asked = await askAddress({ address: look.address, validators, source }, effects);
  const at = now();
  if (asked.answer !== 'bytes') return unread(look, source, asked, at, chance());
  const reading = await effects.readPlace(asked.given, source.recipe);
  const kept = await take(reading, asked.capture, source, effects, at);
  const isRead = reading.fitting === 'read' || reading.fitting === 'empty';
  if (!isRead)
    await effects.archive.refuse([
      { capture: asked.capture, extractor: 'onrecord/0', reason: reading.problems[0]?.message ?? reading.fitting },
    ]);
  const outcome: PollOutcome =
    reading.fitting === 'blocked'
      ? 'blocked'
      : !isRead
        ? 'failing'
        : kept.fresh.length + kept.changed > 0
          ? 'present-changed'
          : 'present-same';
  const first = source.state.lastRead === null;
  const gap = isRead ? gapIn(reading, kept, source, walk, first, at) : NO_GAP;
  const detail = detailOf(reading, kept, gap.problem);
  const poll = { item: null, address: look.address, at, outcome, status: asked.status, capture: asked.capture, detail };
  const happenings = [...kept.happenings, ...gap.happenings];
  if (walk !== null) {
    const missed = gap.filled ? source.state.missed.filter(({ to }) => to !== walk.gap) : source.state.missed;
    const state = missed.length === source.state.missed.length ? null : { missed };
    const found = { poll, state, items: kept.items, happenings, again: null, looks: [...kept.looks, ...gap.looks] };
    return { found, fresh: kept.added, changed: kept.changed };
  }
  const state = afterLook(
    source.state,
    {
      outcome,
      reading,
      fresh: first
        ? kept.listed.map(({ published }) => momentOf(published))
        : kept.fresh.map(({ published }) => momentOf(published)),
      validators: isRead ? asked.validators : null,
      problem: isRead ? (gap.problem ?? reading.problems[0]?.message ?? null) : detail,
      retryAfter: asked.retryAfter,
      missed: gap.missed,
    },
    at,
    chance(),
    source.recipe.rhythm,
  );
  if (!isRead && source.state.fitting !== reading.fitting)
    happenings.push(
      befell(
        reading.fitting === 'blocked' ? 'blocked' : 'layout changed',
        look.address,
        at,
        source.state.lastRead,
        detail,
      ),
    );
  else if (
    isRead &&
    source.state.fitting !== null &&
    source.state.fitting !== 'read' &&
    source.state.fitting !== 'empty'
  )
    happenings.push(befell('read again', look.address, at, source.state.lastRead, 'The place can be read again.'));
  happenings.push(...fellSilent(source, state, at));
  const looks = [...kept.looks, ...gap.looks, ...partsOf(reading, source, at)];
  const found = { poll, state: ofPlace(state), items: kept.items, happenings, again: state.due, looks };
  return { found, fresh: kept.added, changed: kept.changed };
}

/** A look that read nothing new: the same as before, or nothing at all. */
function unread(
  look: Look,
  source: Source,
  asked: Exclude<Asked, { answer: 'bytes' }>,
  at: number,
  chance: number,
): Looked {
  const same = asked.answer === 'same';
  const outcome: PollOutcome = same
    ? 'present-same'
    : asked.answer === 'nothing'
      ? asked.outcome
      : asked.how === 'gone'
        ? 'gone'
        : 'failing';
  const detail = same ? 'Not modified.' : asked.detail;
  const poll = { item: null, address: look.address, at, outcome, status: asked.status, capture: asked.capture, detail };
  if (look.kind === 'page')
    return {
      found: {
        poll,
        state: null,
        items: [],
        happenings: [],
        // A page that could not be read is tried again, not given up: entries hang on it.
        again: asked.answer === 'missing' ? null : at + 3 * HOUR,
        looks: [],
      },
      fresh: 0,
      changed: 0,
    };
  const state = afterLook(
    source.state,
    {
      outcome,
      reading: null,
      fresh: [],
      validators: null,
      problem: same ? source.state.problem : detail,
      retryAfter: asked.answer === 'nothing' ? asked.retryAfter : null,
      missed: [],
    },
    at,
    chance,
    source.recipe.rhythm,
  );
  const happenings =
    outcome === 'blocked' && source.state.outcome !== 'blocked'
      ? [befell('blocked', look.address, at, source.state.lastRead, detail)]
      : fellSilent(source, state, at);
  return {
    found: { poll, state: ofPlace(state), items: [], happenings, again: state.due, looks: [] },
    fresh: 0,
    changed: 0,
  };
}

/** What a look at the place says; what looks at its texts say is theirs. */
function ofPlace({ lastText: _text, misfits: _misfits, ...state }: Source['state']): LookFound['state'] {
  return state;
}

type Happens = LookFound['happenings'][number];

function befell(kind: Happens['kind'], address: string, at: number, after: number | null, detail: string): Happens {
  return { kind, item: null, title: null, address, at, between: { after, before: at }, detail };
}

/** A place is called late once for each silence: when a look finds it so, and it was not silent so long at the look before. */
function fellSilent(
  { state: before, recipe: { rhythm: declared }, address }: Source,
  state: Source['state'],
  at: number,
): Happens[] {
  if (healthOf(state, at, { declared, ended: false, paused: false }) !== 'late') return [];
  const silence = silenceOf(before, declared);
  if (silence !== null && (before.lastLook ?? 0) - (before.lastNew ?? Infinity) > silence) return [];
  return [befell('late', address, at, state.lastNew, 'It has nothing new for longer than is its way.')];
}

/** What the entries of a reading came to. */
interface Taken {
  readonly listed: readonly PlaceItem[];
  readonly fresh: readonly PlaceItem[];
  /** Those of them whose words are held from the list itself; the others count when their pages are read. */
  readonly added: number;
  readonly known: number;
  readonly changed: number;
  readonly missing: number;
  readonly items: readonly NewItem[];
  readonly looks: readonly NewLook[];
  readonly happenings: Happens[];
}

async function take(
  reading: PlaceReading,
  capture: Reference,
  source: Source,
  effects: FollowEffects,
  at: number,
): Promise<Taken> {
  const { archive } = effects;
  const known = new Map<string, SourceItem>();
  const keys = reading.items.map(({ key }) => key);
  for (const item of await archive.following.items(source.reference, [...keys, ...coveredKeys(reading, source)]))
    known.set(item.key, item);
  const held = await holdWords(reading, capture, source, effects);
  const items: NewItem[] = [];
  const looks: NewLook[] = [];
  const happenings: Happens[] = [];
  const fresh: PlaceItem[] = [];
  let changed = 0;
  for (const item of reading.items) {
    const before = known.get(item.key);
    const receipt = held.get(item.key);
    if (!before) fresh.push(item);
    const isChanged = before !== undefined && receipt?.outcome === 'new version';
    if (isChanged) changed++;
    const updated = item.updated === null ? null : item.updated.at + (item.updated.zone ?? '');
    const inList = receipt !== undefined || item.address === null || carriesWords(source);
    const was = before?.standing ?? newStanding(at, inList);
    const standing = inList
      ? afterSighting(was, { found: 'present', changed: isChanged, moved: false, validators: null }, at, at)
      : was;
    if (before && isRemoved(before.standing) && !isRemoved(standing)) happenings.push(returned(item, before, at));
    if (item.edited && before && before.updated !== 'edited' && !isChanged)
      happenings.push({
        ...befell(
          'marked as edited',
          item.address ?? source.address,
          at,
          before.standing.lastSeen,
          'The place marks it as edited; its words are those that are held.',
        ),
        item: item.key,
        title: item.title,
      });
    items.push({
      key: item.key,
      address: before?.address ?? item.address,
      title: item.title ?? before?.title ?? null,
      document: receipt?.document ?? null,
      updated: item.edited ? 'edited' : (updated ?? before?.updated ?? null),
      standing,
    });
    if (inList || item.address === null) continue;
    const signalled = before !== undefined && updated !== null && updated !== before.updated;
    if (!before || signalled) looks.push(lookAtItem(item.key, before?.address ?? item.address, source, at));
  }
  const missing = coveredKeys(reading, source).flatMap((key) => known.get(key) ?? []);
  const doubted: number[] = [];
  for (const item of missing) {
    const standing = afterSighting(item.standing, { found: 'missing', how: 'not listed' }, at, at);
    items.push({ ...item, standing });
    if (!isRemoved(standing)) doubted.push(Number(item.key));
    if (isRemoved(standing) && !isRemoved(item.standing))
      happenings.push({
        kind: 'absent',
        item: item.key,
        title: item.title,
        address: item.address,
        at,
        between: removedBetween(item.standing, standing, at),
        detail: 'Its number is no longer among those around it.',
      });
  }
  looks.push(...blocksOf(reading, doubted, source, at));
  return {
    listed: reading.items,
    fresh,
    added: fresh.filter(({ key }) => held.get(key)?.outcome === 'added').length,
    known: reading.items.length - fresh.length,
    changed,
    missing: missing.length,
    items,
    looks,
    happenings,
  };
}

/** Whether what a place lists are the texts themselves, those without words too. */
export function carriesWords({ recipe: { kind, words } }: Source): boolean {
  return words === 'in the list' || kind === 'channel' || kind === 'wordpress';
}

function returned(item: PlaceItem, before: SourceItem, at: number): Happens {
  return {
    kind: 'back',
    item: item.key,
    title: item.title,
    address: item.address,
    at,
    between: { after: before.standing.lastLook, before: at },
    detail: 'It was called removed and stands again.',
  };
}

/** Keys of entries that the reading must have shown if they stood, and did not show. */
function coveredKeys({ covers, newest, items }: PlaceReading, { state }: Source): string[] {
  if (covers === null) return [];
  const shown = new Set(items.map(({ key }) => key));
  const keys: string[] = [];
  // What was the last of all may have been taken away as well.
  const to = newest ? Math.max(covers.to, state.highest ?? 0) : covers.to;
  for (let number = covers.from; number <= to; number++) if (!shown.has(String(number))) keys.push(String(number));
  return keys;
}

async function holdWords(
  reading: PlaceReading,
  capture: Reference,
  source: Source,
  { archive, extract }: FollowEffects,
): Promise<Map<string, HoldReceipt>> {
  const carried = reading.items.filter(({ html, whole }) => html !== null && whole);
  const cut = await Promise.all(carried.map((item) => cutItem(item, source, extract)));
  const texts = carried.flatMap((item, i) => (cut[i] ? [{ item, text: cut[i].text }] : []));
  if (texts.length === 0) return new Map();
  const receipts = await archive.hold(texts.map(({ text: { facts, rendering } }) => ({ capture, facts, rendering })));
  return new Map(texts.map(({ item }, i) => [item.key, receipts[i]!]));
}

/** The look at one text, by its key. */
export function lookAtItem(key: string, address: string, source: Source, due: number): NewLook {
  return { key: `text ${source.reference} ${key}`, source: source.reference, kind: 'text', item: key, address, due };
}

/**
 * Posts are edited and taken away after they have left the first page: blocks of them are read again as they grow older,
 * and soon where one of them is missed. Every block that ends in what was shown is due, however fast posts come.
 */
function blocksOf(reading: PlaceReading, doubted: readonly number[], source: Source, at: number): NewLook[] {
  const { covers } = reading;
  if (covers === null || source.recipe.kind !== 'channel') return [];
  const looks: NewLook[] = [];
  for (let end = Math.floor(covers.to / BLOCK) * BLOCK; end >= covers.from; end -= BLOCK) {
    const item = reading.items.find(({ key }) => Number(key) <= end);
    const age = at - (momentOf(item?.published ?? null) ?? at);
    looks.push({
      key: `block ${source.reference} ${end}`,
      source: source.reference,
      kind: 'page',
      item: writeWalk({ left: 0, down: null, gap: null, shown: null, block: true }),
      address: before(end + 1, source),
      due:
        at +
        (doubted.some((number) => number > end - BLOCK && number <= end)
          ? DOUBTED_BLOCK
          : Math.min(LONGEST_BLOCK_PAUSE, Math.max(6 * HOUR, age))),
    });
  }
  return looks;
}

/** The address of a channel's posts before a number. */
function before(number: number, { address }: Source): string {
  const url = new URL(address);
  url.searchParams.set('before', String(number));
  return url.href;
}

interface Gap {
  readonly problem: string | null;
  readonly happenings: readonly Happens[];
  readonly looks: readonly NewLook[];
  readonly missed: Source['state']['missed'];
  readonly filled: boolean;
}

const NO_GAP: Gap = { problem: null, happenings: [], looks: [], missed: [], filled: false };

/**
 * Whether entries may have been missed: with numbers, those between the highest known and the lowest shown; without, all
 * of a list that shows nothing known. The next page is asked for what is older, until what is known is met.
 */
function gapIn(reading: PlaceReading, kept: Taken, source: Source, walk: Walk | null, first: boolean, at: number): Gap {
  if (walk?.block) return NO_GAP;
  const shown = digestOf(reading.items.map(({ key }) => key).join('\n')).slice(0, 16);
  const down = walk === null ? source.state.highest : walk.down;
  const meets =
    reading.items.length === 0 ||
    (reading.covers === null || down === null ? kept.known > 0 : reading.covers.from <= down + 1);
  const wanted = walk === null ? (first ? 0 : MOST_PAGES) : walk.left;
  const stops = walk?.gap === null && walk.down === null ? reading.items.length === 0 : meets;
  if (walk === null && (first || meets)) return NO_GAP;
  if (walk !== null && stops) return walk.gap === null ? NO_GAP : filledGap(walk, source, at);
  if (walk?.shown === shown)
    return {
      ...NO_GAP,
      problem: 'The next page is the same as the one before: its paging leads nowhere.',
      ...(walk.gap === null ? {} : openGap(source, at)),
    };
  const gap = walk === null ? new Date(at).toISOString() : walk.gap;
  const missed =
    walk === null
      ? [
          {
            from: down === null ? new Date(source.state.lastRead ?? source.since).toISOString() : String(down),
            to: gap!,
            at,
          },
        ]
      : [];
  if (reading.next === null || wanted <= 0) {
    const open = walk === null || walk.gap !== null ? openGap(source, at) : {};
    // Posts before a number can be asked for by that number, on another day if not now.
    if (source.recipe.kind !== 'channel' || reading.covers === null || wanted <= 0 || gap === null)
      return { ...NO_GAP, missed, ...open };
    const address = before(reading.covers.from, source);
    const later: NewLook = {
      key: `page ${source.reference} ${address}`,
      source: source.reference,
      kind: 'page',
      item: writeWalk({ left: wanted - LATER, down: walk === null ? down : walk.down, gap, shown: null, block: false }),
      address,
      due: at + DAY,
    };
    return { ...NO_GAP, missed, looks: [later], ...(walk === null ? open : {}) };
  }
  const next: NewLook = {
    key: `page ${source.reference} ${reading.next}`,
    source: source.reference,
    kind: 'page',
    item: writeWalk({ left: wanted - 1, down: walk === null ? down : walk.down, gap, shown, block: false }),
    address: reading.next,
    due: at,
  };
  return { ...NO_GAP, missed, looks: [next] };
}

function openGap(source: Source, at: number): Pick<Gap, 'happenings' | 'problem'> {
  const detail = 'Nothing that was known before is listed any more: entries between may have been missed.';
  return { happenings: [befell('gap', source.address, at, source.state.lastRead, detail)], problem: detail };
}

function filledGap(walk: Walk, source: Source, at: number): Gap {
  const since = source.state.missed.find(({ to }) => to === walk.gap);
  const detail = 'Older pages were read until known entries: what was missed is held.';
  return { ...NO_GAP, filled: true, happenings: [befell('gap filled', source.address, at, since?.at ?? null, detail)] };
}

/** The parts of an index that have changed since it was last read. */
function partsOf(reading: PlaceReading, source: Source, at: number): NewLook[] {
  const since = source.state.lastRead;
  return reading.parts
    .toSorted((a, b) => (momentOf(b.changed) ?? 0) - (momentOf(a.changed) ?? 0))
    .filter(({ changed }) => since === null || changed === null || (momentOf(changed) ?? at) >= since - 2 * 24 * HOUR)
    .slice(0, MOST_PARTS)
    .map(({ address }) => ({
      key: `page ${source.reference} ${address}`,
      source: source.reference,
      kind: 'page',
      item: writeWalk({ left: 0, down: null, gap: null, shown: null, block: true }),
      address,
      due: at,
    }));
}

function detailOf(reading: PlaceReading, kept: Taken, problem: string | null): string {
  if (reading.fitting !== 'read')
    return reading.problems[0]?.message ?? (reading.fitting === 'empty' ? 'It lists nothing.' : reading.fitting);
  const parts = [`${kept.listed.length} listed`];
  if (kept.fresh.length > 0) parts.push(`${kept.fresh.length} new`);
  if (kept.changed > 0) parts.push(`${kept.changed} changed`);
  if (kept.missing > 0) parts.push(`${kept.missing} not listed any more`);
  return `${parts.join(', ')}.${problem === null ? '' : ` ${problem}`}`;
}
