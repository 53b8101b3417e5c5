export { type ExtractInput, type Extracted, EXTRACTOR, MAX_BYTES, extract } from './extract.js';
