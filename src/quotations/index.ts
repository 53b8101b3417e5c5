export { attribute } from './attribute.js';
export type { Known } from './attribute-memory.js';
export { findQuotations, readQuotations } from './quotations.js';
