export { type ExtractInput, type Extracted, EXTRACTOR, MAX_BYTES, extract } from './extract.js';
export { type PageElement, Page, selectorFault } from './page.js';
export { readClock } from './clocks.js';
export { decodeText } from './decode.js';
