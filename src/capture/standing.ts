/**
 * Where a text of a place stands, look by look. To say that a text was removed is grave, and most that looks like it is
 * none: a site that answers 404 for an hour, a wall, a moved section, a clock that jumped. So only an answer that speaks
 * of this text counts as a miss; misses count only while the place is seen to be well (a witness: another text of it, or
 * its list, was read in between); many in a row are wanted, over a time that jumps of the clock do not make; and until
 * then the state is the last that was sure, with the doubt beside it. What was removed is told as an interval: after the
 * last look that saw it, before the first that missed it.
 *
 * Pure: time comes in, and every state is a value, so that what happens in ten thousand faulty looks can be tried.
 */
import type { HeldValidators, PollOutcome, Standing } from '#record/index.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What one look at a text found. */
export type Sighting =
  | {
      readonly found: 'present';
      readonly changed: boolean;
      readonly moved: boolean;
      readonly validators: HeldValidators | null;
    }
  | { readonly found: 'missing'; readonly how: NonNullable<Standing['missing']> }
  | { readonly found: 'nothing'; readonly outcome: 'blocked' | 'failing' | 'withheld by robots' | 'not checked' }
  /** Words that can hardly be those of this text; believed when they come again. */
  | { readonly found: 'doubtful'; readonly digest: string };

/** Looks that must miss a text in a row, and over what time, before it is called removed. */
const CALLED: Readonly<Record<NonNullable<Standing['missing']>, { readonly looks: number; readonly over: number }>> = {
  // 410 is said on purpose; even so a server may say it by mistake for an evening.
  gone: { looks: 3, over: DAY },
  'not found': { looks: 5, over: 2 * DAY },
  'not listed': { looks: 5, over: 2 * DAY },
};
/** Misses nearer to one another are one. */
const APART = 30 * MINUTE;
/** More than this between two looks counts as this: a clock that jumps ten years makes no time pass. */
const MOST_BETWEEN = DAY;

/** The standing of a text that was never looked at by itself. */
export function newStanding(now: number, seen: boolean): Standing {
  return {
    outcome: seen ? 'present-same' : 'not checked',
    since: now,
    lastLook: seen ? now : null,
    lastSeen: seen ? now : null,
    misses: 0,
    firstMiss: null,
    missing: null,
    doubted: 0,
    validators: null,
    doubtful: null,
  };
}

/** Whether a text is called removed. */
export function isRemoved({ outcome }: Standing): boolean {
  return outcome === 'gone' || outcome === 'absent';
}

/**
 * The standing after a look. `witness`: when something else of the place was last read well; null: never. RangeError for
 * a time that is no number.
 */
export function afterSighting(before: Standing, sighting: Sighting, now: number, witness: number | null): Standing {
  if (!Number.isFinite(now)) throw new RangeError('a look has a time');
  if (sighting.found === 'present') {
    const outcome: PollOutcome = sighting.moved ? 'moved' : sighting.changed ? 'present-changed' : 'present-same';
    return {
      outcome,
      since: outcome === before.outcome ? before.since : now,
      lastLook: now,
      lastSeen: now,
      misses: 0,
      firstMiss: null,
      missing: null,
      doubted: 0,
      validators: sighting.validators ?? before.validators,
      doubtful: null,
    };
  }
  if (sighting.found === 'doubtful')
    return { ...before, ...standingAs(before, 'failing', now), lastLook: now, doubtful: sighting.digest };
  if (sighting.found === 'nothing') return { ...before, ...standingAs(before, sighting.outcome, now), lastLook: now };
  return missed(before, sighting.how, now, witness);
}

function missed(
  before: Standing,
  how: NonNullable<Standing['missing']>,
  now: number,
  witness: number | null,
): Standing {
  if (isRemoved(before)) return { ...before, lastLook: now };
  // With a clock set back nothing can be said of the time between: the doubt begins anew.
  const setBack = now < Math.max(before.lastLook ?? now, before.firstMiss ?? now);
  const first = before.misses === 0 || before.missing === null || setBack;
  const passed = before.lastLook === null || first ? 0 : Math.min(MOST_BETWEEN, now - before.lastLook);
  // A look that comes at once after another says what that one said.
  if (!first && passed < APART) return { ...before, lastLook: now };
  // What was not there for two reasons was missing for the weaker one.
  const missing = first || before.missing === how ? how : 'not found';
  const firstMiss = first ? now : (before.firstMiss ?? now);
  // A witness from the future is one from a clock that has been set back since.
  const well = witness !== null && witness <= now && witness >= firstMiss;
  const next: Standing = {
    ...before,
    firstMiss,
    lastLook: now,
    misses: first ? 1 : before.misses + 1,
    missing,
    doubted: first ? 0 : before.doubted + passed,
    doubtful: null,
  };
  const { looks, over } = CALLED[missing];
  if (!well || next.misses < looks || next.doubted < over)
    return { ...next, ...standingAs(before, 'failing', now), misses: next.misses };
  return { ...next, outcome: missing === 'gone' ? 'gone' : 'absent', since: next.firstMiss ?? now };
}

/**
 * Between which two looks a text was taken away. Where the clock was set back between the two, the first is not known:
 * its time says nothing beside that of the second.
 */
export function removedBetween(
  { lastSeen }: Standing,
  { firstMiss }: Standing,
  now: number,
): { readonly after: number | null; readonly before: number } {
  const before = firstMiss ?? now;
  return { after: lastSeen !== null && lastSeen <= before ? lastSeen : null, before };
}

/** What was removed stays so through looks that see nothing. */
function standingAs(before: Standing, outcome: PollOutcome, now: number): Pick<Standing, 'outcome' | 'since'> {
  if (isRemoved(before) || outcome === before.outcome) return { outcome: before.outcome, since: before.since };
  return { outcome, since: now };
}

/** Edits come early: a text is looked at again when it is so old, and then when it is twice as old. */
const FIRST_LOOKS = [HOUR, 3 * HOUR, 9 * HOUR] as const;
const LONGEST_PAUSE = 60 * DAY;
/** How soon a text that was missed is looked at again, by the number of misses. */
const DOUBT_PAUSES = [HOUR, 5 * HOUR, 18 * HOUR, DAY, DAY] as const;
const FAILED_PAUSES = [HOUR, 6 * HOUR, DAY, 3 * DAY] as const;

/** When a text is to be looked at next. `firstSeen`: when it was first listed. */
export function nextLookAt(standing: Standing, firstSeen: number, now: number): number {
  if (isRemoved(standing)) return now + LONGEST_PAUSE / 2;
  if (standing.misses > 0) return now + DOUBT_PAUSES[Math.min(standing.misses, DOUBT_PAUSES.length) - 1]!;
  if (standing.doubtful !== null) return now + HOUR;
  if (!standing.outcome.startsWith('present') && standing.outcome !== 'moved') {
    const lasting = Math.max(0, now - standing.since);
    return now + (FAILED_PAUSES.find((pause) => pause > lasting) ?? FAILED_PAUSES.at(-1)!);
  }
  // What was first seen in the future was so by a clock that has been set back since.
  const begun = Math.min(firstSeen, now);
  const early = FIRST_LOOKS.find((at) => now - begun < at);
  return early === undefined ? now + Math.min(LONGEST_PAUSE, Math.max(HOUR, now - begun)) : begun + early;
}
