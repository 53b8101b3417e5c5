export { FOLDING, type WordList, type WordOptions, words } from './words.js';
export { foldWord, Vocabulary } from './vocabulary.js';
export { type Mark, type MarkFamily, scanMarks } from './marks.js';
export { type Lexicon, lexiconOf } from './lexicon.js';
export { sentences } from './sentences.js';
export { bendsWords, stem } from './stem.js';
export { type FoldedText, type PositionMap, surface, surfaceWithPositions } from './surface.js';
export { type QueryFault, readSearch, type SearchClause, type SearchPhrase, type SearchQuery } from './search-query.js';
