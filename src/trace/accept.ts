/**
 * Whether a placing is more than chance. Altered and unrelated words are far apart for long quotations and close for
 * short ones, so a short one is accepted by the rarity of the words that match, never by their share alone. The
 * numbers are measured: of 5,000 unrelated sentences of 20 words the nearest passage in 3.7 M words differs in 10
 * words or more, of 12 words in 4, of 8 words in 1. In 34 M words of the same speakers as the quotation's, no altered
 * one of 12 words and more, up to six edits in 22, was less near than 0.72, and no unrelated one nearer than 0.67.
 */
import type { Place } from './place.js';

/** How near the place must be, by length of the quotation; straight lines between. */
const SHARES: readonly (readonly [words: number, share: number])[] = [
  [4, 3 / 4],
  [8, 7 / 8],
  [12, 3 / 4],
  [20, 7 / 10],
];
/** Under this many words only words that stand as they are are a finding. */
const FEWEST = 4;
/** A place that is less near than this must be rarer by so many bits; below the least nothing helps. */
const RARE = 25;
const LEAST = 7 / 10;
/** Beyond the first, a word left out without a mark takes away so much of what a changed word takes away. */
const LEFT_OUT = 0.5;
/** Of fewer words than this, each lacking one must be made up for by so many bits: short frames repeat with any filling. */
const SHORT = 8;
const FRAME = 5;
/**
 * Small words line up by chance: each new run of words has some sixty places to choose from, which is worth six bits
 * that it must earn back.
 */
const BREAK = 6;
/** Words skipped without a mark leave more places still to choose from. */
const SKIP = 10;
/** Words of a leg that tells anything. */
const SHORT_LEG = 5;
/** Bits beyond what singles out one place in an archive of this size. */
const MARGIN = 10;

/** How near, 0 to 1, a place of `words` words must be for an altered quotation. */
function neededNearness(words: number): number {
  const first = SHARES[0]!;
  if (words <= first[0]) return first[1];
  for (let k = 1; k < SHARES.length; k++) {
    const [from, low] = SHARES[k - 1]!;
    const [to, high] = SHARES[k]!;
    if (words <= to) return low + ((high - low) * (words - from)) / (to - from);
  }
  return SHARES[SHARES.length - 1]![1];
}

/** Bits that matched words must bring in an archive of `words` words. */
export function neededBits(words: number): number {
  return Math.log2(Math.max(words, 2)) + MARGIN;
}

/** The rarity of the words of [a, aEnd) that stand at a place, in bits, each distinct word once. */
export function matchedBits(place: Place, rarity: Float64Array, a = 0, aEnd = Number.POSITIVE_INFINITY): number {
  const { words } = place.quoted;
  const seen = new Set<number>();
  let bits = 0;
  for (const pair of place.fit.pairs) {
    if (pair.kind === 'other' || pair.a < a || pair.a >= aEnd) continue;
    for (let i = pair.a; i < pair.a + pair.an; i++) {
      if (seen.has(words.ids[i]!)) continue;
      seen.add(words.ids[i]!);
      bits += rarity[i]!;
    }
  }
  return bits;
}

/** Whether the place may be taken for the source of the words. */
export function isAccepted(place: Place, rarity: Float64Array, archiveWords: number): boolean {
  const { count } = place.quoted;
  if (place.legs.length === 0 || count === 0) return false;
  if (place.edits === 0 && place.legs.length === 1)
    return place.bent === 0 || count >= FEWEST || (place.wording === 'inflected' && count >= 2);
  if (count < FEWEST) return false;
  const near = nearness(place);
  if (near < LEAST) return false;
  const evidence = matchedBits(place, rarity) - BREAK * (runsOf(place) - 1) - SKIP * (place.legs.length - 1);
  const frame = FRAME * Math.max(0, SHORT - count);
  return evidence >= neededBits(archiveWords) + frame + (near < neededNearness(count) ? RARE : 0);
}

/**
 * Share of the quotation's words that stand here, less what stands here besides. Words exchanged for as many others
 * count once; of unrelated sentences of one speaker it is the words between the common ones that are many.
 */
function nearness(place: Place): number {
  const { count } = place.quoted;
  const words = standing(place);
  return words / (count + LEFT_OUT * Math.max(0, place.edits - (count - words) - 1));
}

/**
 * Words that stand here. Where words of the source were skipped and others of the quotation do not stand here at all,
 * a short leg beside the longest is as good as chance.
 */
function standing({ quoted, legs, fit, matched, bent }: Place): number {
  if (legs.length === 1 || matched + bent >= quoted.count) return matched + bent;
  const longest = legs.reduce((x, y) => (y.aEnd - y.a > x.aEnd - x.a ? y : x));
  const telling = legs.filter((leg) => leg === longest || leg.aEnd - leg.a >= SHORT_LEG);
  let words = 0;
  for (const { kind, a, an } of fit.pairs)
    if (kind !== 'other' && telling.some((leg) => leg.a <= a && a < leg.aEnd)) words += an;
  return words;
}

/** How many runs of words in a row the place is made of. */
function runsOf(place: Place): number {
  let runs = 0;
  let a = -1;
  let b = -1;
  for (const pair of place.fit.pairs) {
    if (pair.kind === 'other') continue;
    if (pair.a !== a || pair.b !== b) runs++;
    a = pair.a + pair.an;
    b = pair.b + pair.bn;
  }
  return runs;
}
