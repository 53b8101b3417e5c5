/**
 * Words that stand in the archive, but not in the draft's order or not at one place: reordered, and stitched from
 * two places with no mark. Tried only where no place holds the quotation as it is.
 */
import { overlaps } from '#base/index.js';
import type { FitSpace } from '#collate/index.js';
import type { Lexicon } from '#text/index.js';
import { matchedBits, neededBits } from './accept.js';
import { type Held, JOINED, type Leg, type Place, place, sentenceAt, spanOf } from './place.js';

/** A part of the quotation at the place where it stands. */
export interface Stitch {
  readonly place: Place;
  readonly leg: Leg;
}

/** Words of the writer between stitched parts, taken together, that count as the thread, not as a change. */
const THREAD = 3;
/** A stitched part holds at least this many words in a row, and then they must be rare. */
const STITCHED = 3;
/** Characters between two parts in windows of their own that still make one stretch. */
const NEAR = 60;
/** So many words in a row may be as rare as one place asks. */
const SEVERAL = 5;
/** So many words in a row need not be rare. */
const SURE = 7;
/** A run that stands alone in its text is a source and no formula from so many words, or if it is so much rarer for each word less. */
const FORMULA = 8;
const RARER = 16;
/** Source words that a reordered quotation may leave out: an article. */
const DROPPED = 1;
const ARTICLES: ReadonlySet<string> = new Set(
  'a an the le la les un une des der die das den dem ein eine el los las una'.split(' '),
);

/** The longest run of words of the place that stand in both in a row. */
function longestRun(p: Place): Leg | null {
  let best: Leg | null = null;
  let run: Leg | null = null;
  for (const pair of p.fit.pairs) {
    if (pair.kind !== 'same') {
      run = null;
      continue;
    }
    const next = { aEnd: pair.a + pair.an, bEnd: pair.b + pair.bn };
    if (run && pair.a === run.aEnd && pair.b === run.bEnd) run = { a: run.a, b: run.b, ...next };
    else run = { a: pair.a, b: pair.b, ...next };
    if (!best || run.aEnd - run.a > best.aEnd - best.a) best = run;
  }
  return best;
}

/**
 * All words of the quotation stand in one short stretch of the source, in another order. A stretch of a sentence: words
 * beyond the quotation's ends are never a change. A negation that stands elsewhere is more than an order.
 */
export function reorderedAt(p: Place, lexicon: Lexicon): Leg | null {
  const { words, gaps, count } = p.quoted;
  if (count < 3 || p.fit.pairs.length === 0) return null;
  // Words that all stand here in the quotation's own order are not reordered, whatever was left out between them.
  if (p.matched >= count) return null;
  const placed = new Set(p.fit.pairs.filter((q) => q.kind === 'same').map((q) => q.a));
  const moved = (i: number): boolean => i >= 0 && i < words.count && !gaps.optional[i] && !placed.has(i);
  const alone = (i: number): boolean => !(moved(i - 1) || moved(i + 1));
  if (words.folded.some((w, i) => moved(i) && alone(i) && lexicon.negation(w))) return null;
  const sentences = /[.!?。！？]\s/u.test(words.text);
  const wanted = new Map<number, number>();
  for (let i = 0; i < words.count; i++)
    if (!gaps.optional[i]) wanted.set(words.ids[i]!, (wanted.get(words.ids[i]!) ?? 0) + 1);
  const source = p.held.words;
  const anchor = longestRun(p);
  if (!anchor) return null;
  const width = count + DROPPED;
  // A window of the source as wide as the quotation, sliding over the anchor; the one that ends first.
  for (let from = Math.max(0, anchor.bEnd - width); from <= anchor.b; from++) {
    const to = Math.min(source.count, from + width);
    const have = new Map<number, number>();
    let found = 0;
    let first = -1;
    let last = -1;
    for (let j = from; j < to; j++) {
      const id = source.ids[j]!;
      const n = (have.get(id) ?? 0) + 1;
      if (n > (wanted.get(id) ?? 0)) continue;
      have.set(id, n);
      found++;
      if (first < 0) first = j;
      last = j;
    }
    const extra = (j: number): boolean => !wanted.has(source.ids[j]!) && !ARTICLES.has(source.folded[j]!);
    if (found !== count || last - first + 1 > width) continue;
    if (range(first, last + 1).some(extra)) continue;
    const [start, end] = [source.starts[first]!, source.starts[last]!];
    if (sentences || sentenceAt(p.held, start) === sentenceAt(p.held, end))
      return { a: 0, aEnd: words.count, b: first, bEnd: last + 1 };
  }
  return null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

/**
 * The quotation cut in two or three parts that each stand somewhere word for word; null if they do not. The longest
 * run of words at any place comes first, the words before and after it are looked for at all places.
 */
export function stitched(
  places: readonly Place[],
  helds: readonly Held[],
  rarity: Float64Array,
  archiveWords: number,
  space: FitSpace,
  /** One place holds enough of the words: parts from elsewhere must then be longer. */
  isHeld: boolean,
): Stitch[] | null {
  let best: Place | null = null;
  let run: Leg | null = null;
  for (const p of places) {
    const r = longestRun(p);
    if (r && (!run || r.aEnd - r.a > run.aEnd - run.a)) {
      run = r;
      best = p;
    }
  }
  if (!best || !run || run.aEnd - run.a < STITCHED) return null;
  const { quoted } = best;
  const needed = neededBits(archiveWords);
  const isPart = (p: Place, leg: Leg, anchor: Held | null): boolean => {
    const words = leg.aEnd - leg.a;
    if (words >= SURE && !isHeld) return true;
    const bits = matchedBits(p, rarity, leg.a, leg.aEnd);
    // In one text of some thousand words a run need be less rare than in the whole archive.
    if (anchor && sameVersion(p.held, anchor))
      return words >= STITCHED && bits >= neededBits(p.held.candidate.version.words);
    if (isHeld) return words > SEVERAL && bits >= needed;
    return words >= SEVERAL ? bits >= needed : words >= STITCHED && bits >= needed + 6;
  };
  const several = run.aEnd - run.a >= SEVERAL;
  if (!isPart(best, run, null) && !(several && isPart(best, run, best.held))) return null;
  const parts: Stitch[] = [{ place: best, leg: run }];
  const look = (from: number, to: number, joinAtEnd: boolean): boolean => {
    if (to - from <= THREAD && quoted.words.count - (to - from) >= 2 * STITCHED && parts.length > 1) return true;
    let found: Stitch | null = null;
    for (const held of helds) {
      const p = place(quoted, held, space, from, to);
      const leg = longestRun(p);
      if (!leg) continue;
      // Words left over may only stand at the join.
      const outer = joinAtEnd ? leg.a - from : to - leg.aEnd;
      const inner = joinAtEnd ? to - leg.aEnd : leg.a - from;
      if (outer > 0 || inner > THREAD || !isPart(p, leg, best.held)) continue;
      const nearer = found === null || leg.aEnd - leg.a > found.leg.aEnd - found.leg.a || sameVersion(held, best.held);
      if (nearer && (found === null || leg.aEnd - leg.a >= found.leg.aEnd - found.leg.a)) found = { place: p, leg };
    }
    if (!found) return false;
    if (joinAtEnd) parts.unshift(found);
    else parts.push(found);
    return true;
  };
  const before = run.a;
  const after = quoted.words.count - run.aEnd;
  if (before === 0 && after === 0) return null;
  // The longer side first: what is left on the other may then be thread.
  const sides = before >= after ? ['before', 'after'] : ['after', 'before'];
  for (const side of sides) {
    if (side === 'before' && before > 0 && !look(0, run.a, true)) return null;
    if (side === 'after' && after > 0 && !look(run.aEnd, quoted.words.count, false)) return null;
  }
  const joined = parts.reduce((sum, { leg }) => sum + leg.aEnd - leg.a, 0);
  if (parts.length < 2 || quoted.words.count - joined > THREAD) return null;
  if (isOneStretch(parts) || shareWords(parts)) return null;
  // From two texts, each part must be no chance by itself: of five words in a row most are chance.
  const oneText = parts.every((s) => sameVersion(s.place.held, best.held));
  const isTelling = ({ place: p, leg }: Stitch): boolean => {
    const words = leg.aEnd - leg.a;
    if (words >= FORMULA) return true;
    return words >= SEVERAL && matchedBits(p, rarity, leg.a, leg.aEnd) >= needed + RARER * (FORMULA - words);
  };
  return oneText || parts.every(isTelling) ? parts : null;
}

/** The parts follow one another in one sentence, near enough that words between them were changed, not places joined. */
function isOneStretch(parts: readonly Stitch[]): boolean {
  return parts.every((s, k) => {
    const last = parts[k - 1];
    if (!last) return true;
    if (!sameVersion(s.place.held, last.place.held)) return false;
    const gap = { start: spanOf(last.place, last.leg).end, end: spanOf(s.place, s.leg).start };
    const { window } = s.place.held.candidate;
    if (gap.start < window.start) return gap.end >= gap.start && gap.end - gap.start <= NEAR;
    const between = window.text.slice(gap.start - window.start, gap.end - window.start);
    return (
      gap.start <= gap.end &&
      !/[.!?。！？]\s/u.test(between) &&
      (between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < JOINED
    );
  });
}

/** Two parts stand for the same words of one text, which says them once. */
function shareWords(parts: readonly Stitch[]): boolean {
  return parts.some((s, k) =>
    parts
      .slice(0, k)
      .some((t) => sameVersion(s.place.held, t.place.held) && overlaps(spanOf(s.place, s.leg), spanOf(t.place, t.leg))),
  );
}

function sameVersion(a: Held, b: Held): boolean {
  return a.candidate.version.reference === b.candidate.version.reference;
}

/** Whether stitched parts stand close together in one text, only in another order. */
export function isShuffle(parts: readonly Stitch[]): boolean {
  const first = parts[0]!;
  if (!parts.every((s) => sameVersion(s.place.held, first.place.held))) return false;
  const spans = parts.map((s) => spanOf(s.place, s.leg));
  const inOrder = spans.every((s, k) => k === 0 || spans[k - 1]!.end <= s.start);
  if (inOrder) return false;
  const start = Math.min(...spans.map((s) => s.start));
  const end = Math.max(...spans.map((s) => s.end));
  const length = spans.reduce((sum, s) => sum + s.end - s.start, 0);
  return end - start <= length * 1.5 + 20;
}
