export { type AccountsJson, ACCOUNTS_SCHEMA, encodeAccounts } from './accounts.js';
export { encodeAge } from './age.js';
export { type CheckJson, decodeCheck, encodeCheck } from './check.js';
export { encodeComparison, encodeVersions } from './comparison.js';
export {
  encodeImport,
  encodeList,
  encodeRepair,
  encodeStatus,
  encodeText,
} from './answers.js';
export { encodeExport, encodeProofCheck, encodeStamp, encodeVerification } from './custody.js';
export { encodeFormula } from './formula.js';
export { encodeRepeats } from './repeats.js';
export { encodeQuoted, encodeSayings } from './sayings.js';
export { encodeCorrected, encodeDrop, encodePeople } from './corrections.js';
export {
  type ComparedRequest,
  type ProblemJson,
  type SentSheet,
  type SentText,
  decodeAccountsRequest,
  decodeAgeRequest,
  decodeCheckRequest,
  decodeCompareRequest,
  decodeDropRequest,
  decodeDropSearchRequest,
  decodeKeepSearchRequest,
  decodeLookedRequest,
  decodeSetRequest,
  decodeSignRequest,
  decodeStopRequest,
  encodeProblem,
  encodeStop,
} from './requests.js';
export { type SchemaName, SCHEMA_NAMES, faultIn, jsonSchema } from './schemas.js';
export { decodeFilter } from './shapes.js';
export { encodeSearch, encodeSearches } from './search.js';
export { encodeSheet, encodeSheets } from './sheets.js';
export { encodePassage } from './passage.js';
export { type ToolInput, type ToolName, TOOL_NAMES, decodeToolCall, toolSchema } from './tool-calls.js';
export { type Route, ROUTES, openApi } from './routes.js';
export { decodeRecipe, encodeRecipe } from './recipe.js';
export { RECIPE_FIELDS, type RecipeField, recipeFields, recipeOfFields, writeRecipe } from './recipe-form.js';
export { encodeMorning } from './morning.js';
export {
  type FollowOrder,
  type SourceAct,
  decodeFollowRequest,
  decodeSeenRequest,
  decodeSourceRequest,
  encodeSeen,
  SOURCE_ACTS,
} from './following-requests.js';
export { encodeChanges, encodeFollow, encodeSource, encodeSources, encodeWatch } from './following.js';
