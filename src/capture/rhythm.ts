/**
 * When a place is looked at next, and whether its silence is longer than is its way. The rhythm is learnt from the times
 * between its texts, or declared by the recipe. What the publisher wishes (ttl, Retry-After, Cache-Control) is heeded
 * between two bounds: nobody is asked every minute because a feed says so, and none is forgotten for a month.
 */
import type { Health, PollOutcome, SourceState } from '#record/index.js';
import type { Fitting, PlaceReading } from './place.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Bounds of the time between two looks at a place. */
const SOONEST = 10 * MINUTE;
const LATEST = DAY;
/** Where nothing is known of its rhythm. */
const USUAL = HOUR;
/** Looks between one text and the next, so that its time is known well enough. */
const LOOKS_BETWEEN = 4;
const KNOWN_GAPS = 30;
/** So much longer than the middle of all silences, and than the longest, may one be before it is an alarm. */
const LONGER_THAN_MIDDLE = 6;
const LONGER_THAN_LONGEST = 1.5;
const SHORTEST_ALARM = 6 * HOUR;
/** Fewer silences than this tell no rhythm. */
const LEAST_GAPS = 4;
const JITTER = 0.1;
const MOST_MISSED = 50;
/** A host is left alone so long at most because it asks for it. */
const LONGEST_REST = 7 * DAY;

/** The state of a place before the first look. */
export function newState(now: number): SourceState {
  return {
    outcome: null,
    fitting: null,
    since: now,
    lastLook: null,
    lastRead: null,
    lastNew: null,
    lastText: null,
    failures: 0,
    misfits: 0,
    due: now,
    gaps: [],
    validators: null,
    highest: null,
    missed: [],
    problem: null,
  };
}

/** What one look at a place found, as far as its state goes. */
export interface PlaceLook {
  readonly outcome: PollOutcome;
  /** Null: no answer was read: not modified, blocked, failing. */
  readonly reading: (Pick<PlaceReading, 'covers' | 'rest'> & { readonly fitting: Fitting }) | null;
  /** Entries that were not known before, and when they were published, or null. */
  readonly fresh: readonly (number | null)[];
  readonly validators: SourceState['validators'];
  readonly problem: string | null;
  /** Milliseconds that the host asks us to wait. */
  readonly retryAfter: number | null;
  /** Entries that may have been missed. */
  readonly missed: SourceState['missed'];
}

/** The state after a look. `chance`: from 0 to 1, for the jitter. `declared`: minutes, by the recipe. */
export function afterLook(
  before: SourceState,
  look: PlaceLook,
  now: number,
  chance: number,
  declared: number | undefined,
): SourceState {
  const isRead = look.outcome.startsWith('present') || look.outcome === 'moved';
  const fits = isRead && (look.reading === null || look.reading.fitting === 'read' || look.reading.fitting === 'empty');
  const fitting = look.reading?.fitting ?? (isRead ? before.fitting : null);
  const failures = fits ? 0 : before.failures + 1;
  const gaps = [...gapsOf(look.fresh), ...newGap(before, look, now), ...before.gaps].slice(0, KNOWN_GAPS);
  const state: SourceState = {
    outcome: look.outcome,
    fitting,
    since: look.outcome === before.outcome && fitting === before.fitting ? before.since : now,
    lastLook: now,
    lastRead: fits ? now : before.lastRead,
    // What was new in the future was so by a clock that has been set back since.
    lastNew: look.fresh.length > 0 ? now : before.lastNew === null ? null : Math.min(before.lastNew, now),
    lastText: before.lastText,
    failures,
    misfits: before.misfits,
    due: now,
    gaps,
    validators: isRead ? (look.validators ?? before.validators) : before.validators,
    highest: look.reading?.covers ? Math.max(before.highest ?? 0, look.reading.covers.to) : before.highest,
    missed: [...look.missed, ...before.missed].slice(0, MOST_MISSED),
    problem: look.problem,
  };
  return { ...state, due: now + pauseOf(state, look, chance, declared) };
}

/** Times between the entries of one reading that state their time; newest first. */
function gapsOf(fresh: readonly (number | null)[]): number[] {
  const times = fresh.filter((time) => time !== null).toSorted((a, b) => b - a);
  return times.slice(1).map((time, i) => times[i]! - time);
}

/** The time since something was last new, where entries say nothing of theirs. */
function newGap(before: SourceState, look: PlaceLook, now: number): number[] {
  const { lastLook, lastNew } = before;
  if (look.fresh.length === 0 || lastNew === null || lastLook === null) return [];
  // While nobody looked, or the clock was set, no rhythm was heard.
  return lastNew <= lastLook && lastLook <= now && now - lastLook <= LONGEST_REST + DAY ? [now - lastNew] : [];
}

/** The middle of the times between two texts; null: too few are known. */
export function rhythmOf({ gaps }: Pick<SourceState, 'gaps'>, declared: number | undefined): number | null {
  if (declared !== undefined) return declared * MINUTE;
  if (gaps.length < LEAST_GAPS) return null;
  return gaps.toSorted((a, b) => a - b)[gaps.length >> 1]!;
}

function pauseOf(state: SourceState, look: PlaceLook, chance: number, declared: number | undefined): number {
  const rhythm = rhythmOf(state, declared);
  const own = rhythm === null ? USUAL : rhythm / LOOKS_BETWEEN;
  const wished = look.reading?.rest ? look.reading.rest * MINUTE : 0;
  const steady = clamp(Math.max(own, Math.min(wished, LATEST)));
  const backedOff =
    state.failures === 0 ? steady : clamp(Math.max(steady, SOONEST * 2 ** Math.min(state.failures, 10)));
  const spread = backedOff * (1 + JITTER * (2 * chance - 1));
  return Math.round(Math.max(spread, Math.min(look.retryAfter ?? 0, LONGEST_REST)));
}

function clamp(pause: number): number {
  return Math.min(LATEST, Math.max(SOONEST, pause));
}

/** How long a place may be silent before that is worth an alarm; null: its rhythm is not known. */
export function silenceOf(state: Pick<SourceState, 'gaps'>, declared: number | undefined): number | null {
  const rhythm = rhythmOf(state, declared);
  if (rhythm === null) return null;
  const longest = Math.max(0, ...state.gaps);
  return Math.max(
    SHORTEST_ALARM,
    LONGER_THAN_MIDDLE * rhythm,
    declared === undefined ? LONGER_THAN_LONGEST * longest : 0,
  );
}

/** How a place is, in one word: what is wrong goes before silence, silence before all is well. */
export function healthOf(
  state: SourceState,
  now: number,
  {
    declared,
    ended,
    paused,
  }: { readonly declared: number | undefined; readonly ended: boolean; readonly paused: boolean },
): Health {
  if (ended) return 'ended';
  if (paused) return 'paused';
  if (state.lastLook === null) return 'not looked at yet';
  if (state.outcome === 'blocked' || state.fitting === 'blocked') return 'blocked';
  if (state.outcome === 'withheld by robots') return 'withheld by robots';
  if (state.fitting === 'layout changed' || state.fitting === 'no such place') return 'layout changed';
  if (state.outcome === 'failing' || state.outcome === 'gone' || state.outcome === 'absent') return 'failing';
  if (state.fitting === 'empty') return 'empty';
  const silence = silenceOf(state, declared);
  if (silence !== null && state.lastNew !== null && now - state.lastNew > silence) return 'late';
  return 'on time';
}
