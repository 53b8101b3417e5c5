export { type AllowedAddress, parseAllowed } from './address.js';
export { askAuthority } from './ask-authority.js';
export { type FetchEffects, onThisMachine } from './effects.js';
export {
  FETCH_LIMITS,
  type FetchLimits,
  type FetchRequest,
  type FetchSettings,
  type Fetcher,
  USUAL_GAP,
  createFetcher,
} from './fetcher.js';
export {
  type Exchange,
  type Failed,
  type FailureReason,
  type FetchOutcome,
  type Fetched,
  type GateReason,
  type Header,
  type NotModified,
  type Refused,
  type RobotsGround,
  type Timing,
  type Validators,
  headerOf,
} from './outcome.js';
export { readAddress, templateFault } from './address-templates.js';
export { type Fitting, type PlaceBytes, type PlaceItem, type PlaceReading, READINGS } from './place.js';
export { readPlace } from './read-place.js';
export { type Refusal, refusalIn } from './refusals.js';
export { type PlaceLook, afterLook, healthOf, newState, rhythmOf, silenceOf } from './rhythm.js';
export { type Sighting, afterSighting, isRemoved, newStanding, nextLookAt, removedBetween } from './standing.js';
export { isTorn } from './torn.js';
export { type Proposal, nameOf, proposalsFor, recipesFor } from './discovery.js';
