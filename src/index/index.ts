export { checksum } from './checksum.js';
export { Dictionary } from './dictionary.js';
export { type Allocate, BREAK, bringText, ORDERED, type Segment, UNKNOWN, textAt } from './segment.js';
export {
  buildSegment,
  type Contents,
  type Dealt,
  dealOut,
  finished,
  gather,
  mergeSegments,
  sortBuckets,
} from './build.js';
export {
  decodeDictionary,
  decodeSegment,
  encodeDictionary,
  encodeSegment,
  FORMAT,
  IndexDamage,
  type OpenedSegment,
  openSegment,
} from './codec.js';
export { type ReadPart } from './cold.js';
export { type CappedRun, Finder, type Found, type Passes, type Wanted } from './finder.js';
export { Forms, formRuns } from './forms.js';
export { type Located, locate, type Place, placesFor } from './places.js';
export { nearChains, type NearTerm, type Slot, type TermPlace, visitPhrase } from './near.js';
export { type Repeat, type RepeatWish, visitRepeats } from './repeats.js';
export { type SharedRun, visitShared } from './shared.js';
export { type Sketch, containment, sketchOf } from './sketch.js';
export { type LongestRun, longestRuns } from './longest.js';
export { WatchTable, type WatchedRun } from './watches.js';
