export { type Span, contains, overlaps } from './span.js';
export { type ErrorCode, type Problem, type WithProblems, ERROR_CODES, OnrecordError } from './problem.js';
export {
  type Basis,
  type Precision,
  type When,
  BASES,
  PRECISIONS,
  compareWhen,
  dayOf,
  parseWhen,
  writeWhen,
} from './when.js';
export {
  type Reference,
  type Referred,
  captureReference,
  documentReference,
  parseReference,
  sheetNumber,
  sheetReference,
  sourceNumber,
  sourceReference,
  versionReference,
} from './reference.js';
