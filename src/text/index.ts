export { FOLDING, type WordList, type WordOptions, words } from './words.js';
export { foldWord, Vocabulary } from './vocabulary.js';
