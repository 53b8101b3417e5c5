/** The JSON Schemas of the docs, made from the shapes that encode: what is documented is what is sent. */
import { z } from 'zod';
import { accountsShape } from './accounts.js';
import { ageShape } from './age.js';
import { importShape, listShape, repairShape, statusShape, textShape } from './answers.js';
import { checkShape } from './check.js';
import { comparisonShape, versionsShape } from './comparison.js';
import { exportShape, proofCheckShape, proofShape, stampShape, verifyShape } from './custody.js';
import { documentShape, dropShape, peopleShape } from './corrections.js';
import { changesShape, followShape, sourceShape, sourcesShape, watchShape } from './following.js';
import { followRequestShape, seenRequestShape, seenShape, sourceRequestShape } from './following-requests.js';
import { formulaShape } from './formula.js';
import { morningShape } from './morning.js';
import { repeatsShape } from './repeats.js';
import {
  accountsRequestShape,
  ageRequestShape,
  checkRequestShape,
  compareRequestShape,
  dropRequestShape,
  setRequestShape,
  signRequestShape,
  stopRequestShape,
  stopShape,
} from './requests.js';
import { passageShape } from './passage.js';
import { recipeShape } from './recipe.js';
import {
  dropSearchRequestShape,
  keepSearchRequestShape,
  lookedRequestShape,
  searchesShape,
  searchShape,
} from './search.js';
import { sheetShape, sheetsShape } from './sheets.js';
import { quotedShape, sayingsShape } from './sayings.js';

const SHAPES = {
  'accounts-1': accountsShape,
  'age-1': ageShape,
  'changes-1': changesShape,
  'check-1': checkShape,
  'comparison-1': comparisonShape,
  'document-1': documentShape,
  'drop-1': dropShape,
  'export-1': exportShape,
  'follow-1': followShape,
  'formula-1': formulaShape,
  'import-1': importShape,
  'list-1': listShape,
  'morning-1': morningShape,
  'passage-1': passageShape,
  'people-1': peopleShape,
  'proof-1': proofShape,
  'proof-check-1': proofCheckShape,
  'quoted-1': quotedShape,
  'recipe-1': recipeShape,
  'repair-1': repairShape,
  'repeats-1': repeatsShape,
  'sayings-1': sayingsShape,
  'search-1': searchShape,
  'searches-1': searchesShape,
  'seen-1': seenShape,
  'sheet-1': sheetShape,
  'sheets-1': sheetsShape,
  'source-1': sourceShape,
  'sources-1': sourcesShape,
  'stamp-1': stampShape,
  'status-1': statusShape,
  'stop-1': stopShape,
  'text-1': textShape,
  'verify-1': verifyShape,
  'versions-1': versionsShape,
  'watch-1': watchShape,
  'accounts-request-1': accountsRequestShape,
  'age-request-1': ageRequestShape,
  'check-request-1': checkRequestShape,
  'compare-request-1': compareRequestShape,
  'drop-request-1': dropRequestShape,
  'drop-search-request-1': dropSearchRequestShape,
  'follow-request-1': followRequestShape,
  'keep-search-request-1': keepSearchRequestShape,
  'looked-request-1': lookedRequestShape,
  'seen-request-1': seenRequestShape,
  'set-request-1': setRequestShape,
  'source-request-1': sourceRequestShape,
  'sign-request-1': signRequestShape,
  'stop-request-1': stopRequestShape,
} as const;

export type SchemaName = keyof typeof SHAPES;
export const SCHEMA_NAMES = Object.keys(SHAPES) as readonly SchemaName[];

/** The JSON Schema (draft 2020-12) of a shape. Fields may be added within a version, so unknown ones are allowed. */
export function jsonSchema(name: SchemaName): object {
  return { title: `onrecord/${name.replace(/-(\d+)$/, '/$1')}`, ...z.toJSONSchema(SHAPES[name], { io: 'input' }) };
}

/** Whether a value has a shape; the first fault with its place in words, or null. For tests and readers of JSON. */
export function faultIn(name: SchemaName, value: unknown): string | null {
  const result = SHAPES[name].safeParse(value);
  if (result.success) return null;
  const [issue] = result.error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong shape'}`;
}
