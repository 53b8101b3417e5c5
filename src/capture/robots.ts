/**
 * robots.txt as the Robots Exclusion Protocol has it (RFC 9309): the groups that name us, else those for everybody; of
 * the rules that match the longest decides, and of two alike the one that allows. Lines are read as generously as the
 * largest crawlers read them (missing colons, common misspellings), because their owners test with those. Crawl-delay
 * stands in no standard and is heeded all the same. A match costs a walk over the path for each rule: stars are
 * matched leftmost, which for a pattern of stars alone is always enough.
 */

/** What a robots.txt says to us. */
export interface RobotsRules {
  readonly rules: readonly RobotsRule[];
  /** Seconds between two requests; null where none is stated. */
  readonly crawlDelay: number | null;
  /** Addresses of sitemaps, as written. */
  readonly sitemaps: readonly string[];
}

interface RobotsRule {
  readonly allow: boolean;
  /** Runs between the stars. */
  readonly runs: readonly string[];
  readonly anchored: boolean;
  /** Octets of the pattern: the longer goes first. */
  readonly length: number;
}

/** Bytes that are read: what the RFC asks of a crawler at least (500 KiB). */
export const ROBOTS_BYTES = 512_000;

const LINE = /^\s*([a-z][a-z -]*?)\s*(?::|\s(?=\S+$))\s*(.*?)\s*$/i;
const AGENT = /^user[ -]?agents?$/;
const DISALLOW = /^(?:dis+al+ow|diasllow|disallaw)$/;

/** Reads a robots.txt for a crawler of this product token. Never throws. */
export function parseRobots(text: string, token: string): RobotsRules {
  const own: RobotsRule[] = [];
  const everybodys: RobotsRule[] = [];
  const delays: { own: number | null; everybodys: number | null } = { own: null, everybodys: null };
  const sitemaps: string[] = [];
  let named = false;
  let isOwn = false;
  let isEverybodys = false;
  let inRules = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const comment = line.indexOf('#');
    const m = LINE.exec(comment < 0 ? line : line.slice(0, comment));
    if (!m) continue;
    const key = m[1]!.toLowerCase();
    const value = m[2]!;
    if (AGENT.test(key)) {
      // Rules end the list of those they are for.
      if (inRules) [isOwn, isEverybodys, inRules] = [false, false, false];
      if (/^\*(?:\s|$)/.test(value)) isEverybodys = true;
      else if (/^[a-z_-]*/i.exec(value)![0].toLowerCase() === token.toLowerCase()) named = isOwn = true;
    } else if (key === 'allow' || DISALLOW.test(key)) {
      inRules = true;
      const rule = value === '' ? null : ruleOf(key === 'allow', value);
      if (rule && isOwn) own.push(rule);
      if (rule && isEverybodys) everybodys.push(rule);
    } else if (key === 'crawl-delay') {
      inRules = true;
      const delay = Number(value);
      if (!(delay >= 0) || value === '') continue;
      if (isOwn) delays.own ??= delay;
      if (isEverybodys) delays.everybodys ??= delay;
    } else if (key === 'sitemap' && value !== '') sitemaps.push(value);
  }
  return { rules: named ? own : everybodys, crawlDelay: named ? delays.own : delays.everybodys, sitemaps };
}

/** Whether a path with its query ("/page?a=1") may be fetched. */
export function isAllowedByRobots({ rules }: RobotsRules, path: string): boolean {
  const wanted = normal(path);
  if (wanted === '/robots.txt') return true;
  let best: RobotsRule | null = null;
  for (const rule of rules)
    if (
      (best === null || rule.length > best.length || (rule.length === best.length && rule.allow)) &&
      matches(rule, wanted)
    )
      best = rule;
  return best?.allow ?? true;
}

function ruleOf(allow: boolean, written: string): RobotsRule {
  const pattern = normal(written.startsWith('/') || written.startsWith('*') ? written : `/${written}`);
  const anchored = pattern.endsWith('$');
  const runs = (anchored ? pattern.slice(0, -1) : pattern).split(/\*+/);
  return { allow, runs, anchored, length: pattern.length };
}

function matches({ runs, anchored }: RobotsRule, path: string): boolean {
  const first = runs[0]!;
  const last = runs.length - 1;
  if (!path.startsWith(first)) return false;
  if (last === 0) return !anchored || path.length === first.length;
  let at = first.length;
  for (let i = 1; i < last; i++) {
    const found = path.indexOf(runs[i]!, at);
    if (found < 0) return false;
    at = found + runs[i]!.length;
  }
  const end = runs[last]!;
  return anchored ? path.length - end.length >= at && path.endsWith(end) : path.indexOf(end, at) >= 0;
}

const UNRESERVED = /[A-Za-z0-9._~-]/;

/** Octets as the RFC compares them: what needs no escape is written out, what needs one is %XX in capitals. */
function normal(written: string): string {
  const encoded = written.replace(/[^\x21-\x7e]+/g, (run) =>
    encodeURIComponent(run.replace(/[\ud800-\udfff]/gu, '\ufffd')),
  );
  return encoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => {
    const character = String.fromCharCode(parseInt(hex, 16));
    return UNRESERVED.test(character) ? character : `%${hex.toUpperCase()}`;
  });
}
