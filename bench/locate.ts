/** The index alone, asked as an archive asks it: from words to the places that they may come from. */
import { type Dictionary, type Finder, locate as locateIn, type Place, type Segment, UNKNOWN } from '#index/index.js';

export interface Engine {
  readonly segments: readonly Segment[];
  readonly dictionary: Dictionary;
  readonly finder: Finder;
}

/** Places up to which a seed is followed, search by search, as `jobs/check-draft.ts` asks for them. */
const CAPS = [48, 256, 2048] as const;
const LIMITS = [24, 32, 48] as const;
/** A place that holds so much of what was looked for needs no wider search. */
const CONCLUSIVE = 0.6;

/** Where words come from, as `archive.recall` finds it: wider searches only while nothing conclusive is found. */
export function locate({ finder }: Engine, ids: Uint32Array, fragments: Uint16Array): Place[] {
  const bits = new Float64Array(ids.length);
  let sum = 0;
  for (let i = 0; i < ids.length; i++) sum += bits[i] = finder.bits(ids[i]!);
  const wanted = { ids, fragments, bits };
  for (let search = 0; ; search++) {
    const { places, capped } = locateIn(finder, wanted, CAPS[search]!, LIMITS[search]!, () => false);
    if (search === CAPS.length - 1 || !capped || (places[0]?.bits ?? 0) >= CONCLUSIVE * sum) return places;
  }
}

/** Numbers of words as a quotation brings them: as strings. */
export function idsOf({ dictionary }: Engine, folded: readonly string[]): Uint32Array {
  return Uint32Array.from(folded, (word) => dictionary.idOf(word) || UNKNOWN);
}
