/**
 * Runs the queue of looks: what is due is handed out, one look a host at a time, looked at, and written whole. A look
 * that was begun and not written is begun again by whoever comes next; what it had kept by then is held and is not kept
 * twice. Nothing here waits for a clock but between one run of the queue and the next.
 */
import type { Look } from '#archive/index.js';
import { OnrecordError, type Reference } from '#base/index.js';
import type { PollOutcome, Source } from '#record/index.js';
import { stopped } from './effects.js';
import type { FollowEffects } from './follow-effects.js';
import { lookAtPlace, type Looked } from './look-at-place.js';
import { lookAtText } from './look-at-text.js';

/** One look as it is told. */
export interface LookLine {
  readonly at: number;
  readonly source: Reference;
  readonly name: string;
  /** Title or key of the text; null: the place. */
  readonly item: string | null;
  readonly address: string;
  readonly outcome: PollOutcome;
  readonly detail: string;
  readonly fresh: number;
  readonly changed: number;
  readonly happenings: readonly string[];
}

export interface WatchEffects extends FollowEffects {
  /** Told of each look when it is written. */
  readonly said?: (line: LookLine) => void;
  /** Asked before a look is begun: somebody else wants to write, and what is due may wait. */
  readonly enough?: () => boolean;
}

/** What one run of the queue did. */
export interface WatchReport {
  readonly looks: number;
  readonly fresh: number;
  readonly changed: number;
  /** Looks that found nothing to read: blocked, failing, withheld. */
  readonly troubled: number;
  readonly happenings: number;
  /** When the next look is due; null: nothing is followed. */
  readonly next: number | null;
  readonly stop: OnrecordError | null;
}

/** Hosts that are asked at once. */
const MOST_AT_ONCE = 8;
/** A look that takes longer than this was abandoned. */
const LEASE_MS = 15 * 60_000;
/** No look is put off for longer. */
const LATEST_MS = 61 * 24 * 3_600_000;

/**
 * Looks at all that is due, and at what that brings up, until nothing is due now. Stops cleanly when asked: looks under
 * way are given up and stay in the queue. Failures of the archive are in `stop`.
 */
export async function watchOnce(input: { readonly source?: Reference }, effects: WatchEffects): Promise<WatchReport> {
  const { following } = effects.archive;
  const under = new Set<Promise<void>>();
  const sum = { looks: 0, fresh: 0, changed: 0, troubled: 0, happenings: 0 };
  let stop: OnrecordError | null = null;
  // Whoever had looks out before is gone: one process writes at a time.
  const recall = (): Promise<number> => {
    const now = effects.now();
    return following.recallLooks({ now, latest: now + LATEST_MS });
  };
  await recall();
  const one = async (look: Look): Promise<void> => {
    try {
      const source = await following.source(look.source);
      if (source === null || source.ended !== null) return;
      const looked =
        look.kind === 'text' || source.recipe.kind === 'single page'
          ? await lookAtText(look, source, effects)
          : await lookAtPlace(look, source, effects);
      if (!(await following.settle(look, looked.found))) return;
      sum.looks++;
      sum.fresh += looked.fresh;
      sum.changed += looked.changed;
      sum.happenings += looked.found.happenings.length;
      if (!looked.found.poll.outcome.startsWith('present') && looked.found.poll.outcome !== 'moved') sum.troubled++;
      effects.said?.(lineOf(look, source, looked));
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      stop ??= error.code === 'stopped' ? stopped() : error;
    }
  };
  try {
    for (;;) {
      if (effects.signal?.aborted) stop ??= stopped();
      if (stop === null && under.size < MOST_AT_ONCE && effects.enough?.() !== true) {
        const now = effects.now();
        const looks = await following.lease({ now, until: now + LEASE_MS, limit: MOST_AT_ONCE - under.size, ...input });
        for (const look of looks) {
          const work: Promise<void> = one(look).finally(() => under.delete(work));
          under.add(work);
        }
      }
      if (under.size === 0) break;
      await Promise.race(under);
    }
  } finally {
    await Promise.allSettled(under);
  }
  // After a failure of the disk there may be nothing to write to.
  if (stop === null || stop.code === 'stopped') await recall();
  return { ...sum, next: (await following.nextLook(input.source))?.due ?? null, stop };
}

function lineOf(look: Look, { reference, name }: Source, { found, fresh, changed }: Looked): LookLine {
  const { poll, items, happenings } = found;
  const item = look.kind === 'text' ? (items[0]?.title ?? look.item) : null;
  return {
    at: poll.at,
    source: reference,
    name,
    item,
    address: poll.address,
    outcome: poll.outcome,
    detail: poll.detail,
    fresh,
    changed,
    happenings: happenings.map(({ kind, title }) => (title === null ? kind : `${kind}: ${title}`)),
  };
}
