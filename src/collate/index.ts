export { align } from './align.js';
export { type ChangesOptions, applyChanges, changesOf } from './changes.js';
export { Classifier } from './classify.js';
export { type Fit, type Gaps, FitSpace, fit } from './fit.js';
export { EDIT, type Pair } from './pair.js';
export { type PlacedWords, type Prepared, type PrepareOptions, Interner, prepare, prepareWords } from './prepare.js';
export { spellingKey } from './spelling.js';
export { type Comparison, type ComparisonText, compareTexts } from './compare.js';
