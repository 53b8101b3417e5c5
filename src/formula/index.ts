export { type Sentence, cutSentences } from './cut-sentences.js';
export { Bench } from './wording.js';
export { type NearWording, MARGIN, nearWordings } from './near-wordings.js';
export { LEAST_RUN, formulaWords, isFormula, isUnspaced } from './known-runs.js';
export { type AgedSentence, type EarlierWording, type Found, type Share, type Whose, ageOf, shareOf } from './age.js';
export { type HeldAt, type HeldText, heldAt, heldText } from './held-at.js';
export { type Series, type SeriesRule, seriesOf } from './series.js';
export { type AbsentFormula, absentFormulas } from './absent.js';
