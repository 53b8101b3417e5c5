export { checksum } from './checksum.js';
export { Dictionary } from './dictionary.js';
export { BREAK, ORDERED, type Segment, UNKNOWN, textAt } from './segment.js';
export { buildSegment, type Contents, mergeSegments } from './build.js';
export { decodeDictionary, decodeSegment, encodeDictionary, encodeSegment, IndexDamage } from './codec.js';
export { type CappedRun, Finder, type Found, type Wanted } from './finder.js';
export { type Place, placesFor } from './places.js';
export { type Sketch, containment, sketchOf } from './sketch.js';
export { type LongestRun, longestRuns } from './longest.js';
