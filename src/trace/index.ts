export { type Evidence, type Judgment, type Setting, Judge, RULES, relatedNames } from './judge.js';
export { isOwnText } from './own-text.js';
export { placesIn } from './places.js';
export { judgeDraft } from './judge-draft.js';
export { type Standing, standingOf } from './standing.js';
