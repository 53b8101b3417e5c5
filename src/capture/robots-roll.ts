/**
 * What is known of each site's robots.txt, as a state machine without a clock: unknown → known for a while, or not
 * reachable → asked again later. RFC 9309: 2xx is read, 4xx and too many redirects mean that there are no rules, 5xx
 * and silence forbid everything; what was read is good for 24 hours, and longer only while it cannot be had anew.
 * 429 is no "unavailable": who asks us to come later is not asking us to come without rules.
 */
import { type RobotsRules, isAllowedByRobots, parseRobots } from './robots.js';

/** What came of asking for a robots.txt. */
export type RobotsAnswer =
  | { readonly came: 'text'; readonly text: string }
  /** There is none, as a status of 4xx says. */
  | { readonly came: 'none' }
  /** Nobody can say; `wait` is what the server asked for, in milliseconds. */
  | { readonly came: 'nothing'; readonly wait?: number };

/** What is to be done before a page of a site is fetched. */
export type RobotsVerdict =
  | { readonly kind: 'ask' }
  | { readonly kind: 'allowed'; readonly crawlDelay: number }
  | { readonly kind: 'no rules' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not reachable'; readonly until: number };

const HOUR = 3_600_000;
/** The RFC's limit for what was read. */
const GOOD_FOR = 24 * HOUR;
/** How soon a site that failed is asked again, and how long its last answer stands in. */
const AGAIN_AFTER = 10 * 60_000;
const STANDS_IN = 30 * 24 * HOUR;
/** Delays above this are slips of the pen: a page an hour. */
const LONGEST_DELAY = 60_000;

interface Entry {
  /** Null: no rules. */
  readonly rules: RobotsRules | null;
  readonly read: number;
  /** From when on it is asked for anew. */
  readonly until: number;
  /** Whether the last time nothing came. */
  readonly failed: boolean;
}

export class RobotsRoll {
  readonly #token: string;
  readonly #most: number;
  readonly #entries = new Map<string, Entry>();

  /** `most`: sites that are remembered at once. */
  constructor(token: string, most = 4096) {
    this.#token = token;
    this.#most = most;
  }

  /** What is known of `site` ("https://host:port") about a path with its query. */
  look(site: string, path: string, now: number): RobotsVerdict {
    const entry = this.#entries.get(site);
    // A clock that was set back leaves entries from the future: they are worth nothing.
    if (!entry || now >= entry.until || now < entry.read) return { kind: 'ask' };
    if (entry.failed && (entry.rules === null || now - entry.read > STANDS_IN))
      return { kind: 'not reachable', until: entry.until };
    if (entry.rules === null) return { kind: 'no rules' };
    if (!isAllowedByRobots(entry.rules, path)) return { kind: 'forbidden' };
    return { kind: 'allowed', crawlDelay: Math.min(LONGEST_DELAY, (entry.rules.crawlDelay ?? 0) * 1000) };
  }

  /** Takes note of an answer. */
  learn(site: string, answer: RobotsAnswer, now: number): void {
    const before = this.#entries.get(site);
    this.#entries.delete(site);
    this.#entries.set(site, entryOf(answer, before, this.#token, now));
    if (this.#entries.size > this.#most) this.#entries.delete(this.#entries.keys().next().value!);
  }

  /** Sitemaps that a site names; empty where its robots.txt is not known. */
  sitemaps(site: string): readonly string[] {
    return this.#entries.get(site)?.rules?.sitemaps ?? [];
  }
}

function entryOf(answer: RobotsAnswer, before: Entry | undefined, token: string, now: number): Entry {
  switch (answer.came) {
    case 'text':
      return { rules: parseRobots(answer.text, token), read: now, until: now + GOOD_FOR, failed: false };
    case 'none':
      return { rules: null, read: now, until: now + GOOD_FOR, failed: false };
    case 'nothing': {
      const until = now + Math.min(GOOD_FOR, Math.max(AGAIN_AFTER, answer.wait ?? 0));
      const known = before?.rules ?? null;
      return { rules: known, read: known === null ? now : before!.read, until, failed: true };
    }
  }
}
