/** Words of the screens that tell what is followed. States of places and texts, never why somebody did what. */
import type { HappeningKind, Health, PlaceKind, PollOutcome } from '#record/index.js';
import { sayDay } from './say-when.js';

export const KIND_NAMES: Readonly<Record<PlaceKind, string>> = {
  feed: 'feed',
  sitemap: 'sitemap',
  'list page': 'list of texts',
  wordpress: 'WordPress site',
  channel: 'channel',
  'single page': 'single page',
};

export const HEALTH_SIGNS: Readonly<Record<Health, string>> = {
  'on time': '✓',
  'not looked at yet': '·',
  late: '!',
  empty: '!',
  'layout changed': '!',
  blocked: '×',
  failing: '×',
  'withheld by robots': '×',
  paused: '‖',
  ended: '–',
};

/** Whether nothing of a place wants a look. */
export function isWell(health: Health): boolean {
  return health === 'on time' || health === 'not looked at yet' || health === 'paused' || health === 'ended';
}

export const OUTCOME_WORDS: Readonly<Record<PollOutcome, string>> = {
  'present-same': 'stands',
  'present-changed': 'changed',
  moved: 'moved',
  gone: 'gone',
  absent: 'absent',
  blocked: 'blocked',
  failing: 'could not look',
  'withheld by robots': 'withheld',
  'not checked': 'not looked at',
};

/** Singular and plural of what befell. */
export const HAPPENING_WORDS: Readonly<Record<HappeningKind, readonly [one: string, many: string]>> = {
  gone: ['text is gone', 'texts are gone'],
  absent: ['text is absent', 'texts are absent'],
  back: ['text stands again', 'texts stand again'],
  moved: ['text has moved', 'texts have moved'],
  'marked as edited': ['text is marked as edited', 'texts are marked as edited'],
  gap: ['gap: entries may have been missed', 'gaps: entries may have been missed'],
  'gap filled': ['gap was filled', 'gaps were filled'],
  'layout changed': ['the layout changed', 'the layout changed'],
  blocked: ['the place was blocked', 'the place was blocked'],
  late: ['the place is late', 'the place is late'],
  'read again': ['the place can be read again', 'the place can be read again'],
};

/** A moment of our own clock: "5 July 2031, 14:02 UTC". */
export function sayInstant(moment: number): string {
  const written = new Date(moment).toISOString();
  return `${sayDay(written.slice(0, 10))}, ${written.slice(11, 16)} UTC`;
}

/** The same without the year where both are of one year, for intervals. */
export function sayInterval({ after, before }: { readonly after: number | null; readonly before: number }): string {
  if (after === null) return `by ${sayInstant(before)}`;
  const [from, to] = [sayInstant(after), sayInstant(before)];
  const [day, hour] = to.split(', ');
  if (from.startsWith(`${day}, `)) return `${day}, between ${from.slice(-9, -4)} and ${hour}`;
  const year = ` ${new Date(before).getUTCFullYear()}`;
  const short = from.includes(year) ? from.replace(`${year},`, ',').replace(' UTC', '') : from;
  return `between ${short} and ${to}`;
}

const STEPS: readonly (readonly [size: number, one: string, many: string])[] = [
  [86_400_000, 'day', 'days'],
  [3_600_000, 'hour', 'hours'],
  [60_000, 'minute', 'minutes'],
];

/** A stretch of time in its largest unit: "3 hours", "under a minute". */
export function sayStretch(milliseconds: number): string {
  const size = Math.abs(milliseconds);
  for (const [step, one, many] of STEPS) {
    const n = Math.round(size / step);
    if (size >= step * 0.95) return `${n} ${n === 1 ? one : many}`;
  }
  return 'under a minute';
}

/** The same behind "every": "3 hours", "day". */
export function sayRhythm(milliseconds: number): string {
  return sayStretch(milliseconds).replace(/^1 /, '');
}

export function sayAgo(moment: number | null, now: number): string {
  if (moment === null) return 'never';
  return moment > now ? 'ahead of this clock' : `${sayStretch(now - moment)} ago`;
}

export function sayDue(moment: number | null, now: number): string {
  if (moment === null) return 'not planned';
  return moment <= now ? 'due now' : `in ${sayStretch(moment - now)}`;
}
