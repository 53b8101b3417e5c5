export { type Sentence, cutSentences } from './cut-sentences.js';
export { Bench } from './wording.js';
export { type NearWording, nearMargin, nearWordings } from './near-wordings.js';
export { LEAST_RUN, formulaWords, isFormula, isUnspaced } from './known-runs.js';
export { type AgedSentence, type EarlierWording, type Found, type Share, type Whose, ageOf, shareOf } from './age.js';
export { type HeldAt, type HeldText, heldAt, heldText } from './held-at.js';
export { type Series, type SeriesRule, seriesOf } from './series.js';
export { type AbsentFormula, absentFormulas } from './absent.js';
export {
  type Variation,
  FEWEST_VARIED,
  VARIATION_MARGIN,
  WITNESS_MARGIN,
  variationAt,
  witnessedAt,
} from './variations.js';
export { type Apparatus, type Cell, type Column, layUnder } from './apparatus.js';
export { type Extension, longerFormulas, surround } from './longer-formulas.js';
export {
  type OnDay,
  type Period,
  type Silence,
  type Timeline,
  longestSilence,
  silenceSince,
  timelineOf,
} from './timeline.js';
export { type Carrier, carriersOf } from './carriers.js';
export { type ConcordanceRow, type Sort, SORTS, contextOf, sortRows } from './concordance.js';
export { type Standing, type Witness, primarySource } from './sayings.js';
export { type QuotedRun, QuotableText } from './quoted-words.js';
export {
  type AgedText,
  type FormulaReading,
  type FormulaTrace,
  type LongerFormula,
  type NamedText,
  type QuotedText,
  type Quoter,
  type Saying,
  type SayingReading,
  type SayingsTrace,
  namedText,
} from './traces.js';
