/**
 * Traces one part of a quotation through its candidates: which wording is the best that is held, at which places,
 * and what else lies near. Knows nothing of speakers and dates.
 */
import type { FitSpace } from '#collate/index.js';
import type { Wording } from '#record/index.js';
import type { Lexicon } from '#text/index.js';
import { isAccepted, matchedBits } from './accept.js';
import { type Stitch, isShuffle, reorderedAt, stitched } from './compose.js';
import type { Part } from './parts.js';
import { type Held, type Place, distance, place, spanOf } from './place.js';

/** What the archive says of the words of a part; the same shape as archive's Recalled. */
export interface Rarity {
  readonly bits: readonly (readonly number[])[];
}

/** The finding on a part: the wording and the places that bear it out. */
export interface Traced {
  readonly part: Part;
  readonly wording: Wording;
  /** Places whose wording is the finding's, nearest first; for stitched words those of the longest part. */
  readonly places: readonly Place[];
  /** The parts of a stitched or shuffled quotation, in the order of the quotation. */
  readonly stitches: readonly Stitch[];
  /** Accepted places with another wording. */
  readonly others: readonly Place[];
  /** The nearest places where nothing is accepted, best first. */
  readonly nearest: readonly Place[];
}

/** Best wording first, where a quotation stands at one place. */
const BEST: readonly Wording[] = [
  'exact',
  'exact with marked edits',
  'altered in form only',
  'inflected',
  'reordered',
  'stitched',
  'altered in words',
];

/** Passages shown for words that are not held. */
const NEAREST = 3;
/** A passage that shares fewer words than this, or a smaller share of them, is no near one. */
const SHARED = 2;
const NEAR = 1 / 3;
/** So many words in a row are worth showing in any case. */
const IN_A_ROW = 5;

export function tracePart(
  part: Part,
  helds: readonly Held[],
  rarity: Rarity,
  archiveWords: number,
  space: FitSpace,
  lexicon: Lexicon,
): Traced {
  const { quoted } = part;
  const bits = spread(part, rarity);
  const places = distinct(helds.map((held) => place(quoted, held, space)));
  const accepted = places.filter((p) => isAccepted(p, bits, archiveWords)).sort(byWording);
  const first = accepted[0];
  const none = { part, stitches: [], others: [], nearest: [] };
  if (first && rank(first.wording) <= rank('inflected')) return { ...none, ...same(accepted, first) };

  const reordered = places.flatMap((p) => {
    const leg = p.edits > 0 || p.legs.length > 1 ? reorderedAt(p, lexicon) : null;
    return leg ? [{ ...p, legs: [leg], wording: 'reordered' as const }] : [];
  });
  if (reordered.length > 0) {
    const rarest = reordered.reduce((sum, p) => Math.max(sum, matchedBits(p, bits)), 0);
    const best = reordered.filter((p) => matchedBits(p, bits) === rarest);
    return {
      ...none,
      wording: 'reordered',
      places: best,
      others: accepted.filter((p) => !best.some((b) => b.held === p.held)),
    };
  }

  if (!first || first.edits > 0) {
    const parts = stitched(places, helds, bits, archiveWords, space, first !== undefined);
    // A join costs less than an edit, but not if one place is only a word away or holds all that the parts hold.
    const joined = parts?.reduce((sum, { leg }) => sum + leg.aEnd - leg.a, 0) ?? 0;
    if (parts && (!first || (first.edits > 1 && first.matched < joined))) {
      const main = parts.reduce((x, y) => (y.leg.aEnd - y.leg.a > x.leg.aEnd - x.leg.a ? y : x));
      return {
        ...none,
        wording: isShuffle(parts) ? 'reordered' : 'stitched',
        places: [main.place],
        stitches: parts,
        others: accepted.filter((p) => p !== main.place),
      };
    }
  }
  if (first) {
    const found = same(accepted, first);
    if (first.wording !== 'stitched') return { ...none, ...found };
    return { ...none, ...found, stitches: first.legs.map((leg) => ({ place: first, leg })) };
  }
  const nearest = places
    .filter((p) => p.matched >= SHARED && (p.matched >= NEAR * quoted.count || longestRow(p) >= IN_A_ROW))
    .sort((x, y) => matchedBits(y, bits) - matchedBits(x, bits) || distance(x) - distance(y))
    .slice(0, NEAREST);

  return { ...none, wording: 'not held', places: [], nearest };
}

function same(accepted: readonly Place[], first: Place): Pick<Traced, 'wording' | 'places' | 'others'> {
  const equal = (p: Place): boolean => p.wording === first.wording && p.edits === first.edits && p.bent === first.bent;
  return { wording: first.wording, places: accepted.filter(equal), others: accepted.filter((p) => !equal(p)) };
}

function rank(wording: Wording): number {
  return BEST.indexOf(wording);
}

function byWording(x: Place, y: Place): number {
  const wx = x.wording === 'stitched' ? rank('altered in words') : rank(x.wording);
  const wy = y.wording === 'stitched' ? rank('altered in words') : rank(y.wording);
  return wx - wy || distance(x) - distance(y) || x.edits - y.edits;
}

function longestRow(p: Place): number {
  let longest = 0;
  let row = 0;
  let next = -1;
  for (const pair of p.fit.pairs) {
    row = pair.kind !== 'same' ? 0 : pair.b === next ? row + pair.an : pair.an;
    next = pair.b + pair.bn;
    longest = Math.max(longest, row);
  }
  return longest;
}

/** Windows of one text may overlap: each place once. */
function distinct(places: readonly Place[]): Place[] {
  const seen = new Set<string>();
  return places.filter((p) => {
    if (p.legs.length === 0) return false;
    const { start, end } = spanOf(p);
    const key = `${p.held.candidate.version.reference} ${start} ${end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Rarity of each word of the part, in bits; words in brackets have none. */
function spread(part: Part, rarity: Rarity): Float64Array {
  const { words, gaps } = part.quoted;
  const flat = rarity.bits.flat();
  const out = new Float64Array(words.count);
  let k = 0;
  for (let i = 0; i < words.count; i++) if (!gaps.optional[i]) out[i] = flat[k++] ?? 0;
  return out;
}
