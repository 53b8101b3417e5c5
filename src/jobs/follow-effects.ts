/** What following touches: the archive, the network through the one gate, the reading of what came, clock and chance. */
import type { FetchOutcome, FetchRequest, PlaceBytes, PlaceReading } from '#capture/index.js';
import type { Recipe } from '#record/index.js';
import type { Effects, Extractor } from './effects.js';

export interface FollowEffects extends Effects {
  /** Fetches one address, politely: robots, gaps, one request a host at a time. */
  readonly fetch: (request: FetchRequest) => Promise<FetchOutcome>;
  /** Reads what a place answered; elsewhere, with a deadline, since the bytes are anybody's. */
  readonly readPlace: (given: PlaceBytes, recipe: Recipe) => Promise<PlaceReading>;
  readonly extract: Extractor;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1, so that not all come at once. */
  readonly chance: () => number;
}
