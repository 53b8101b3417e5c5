export {
  type AttentionFlag,
  type AttributionFinding,
  type Carried,
  type ContextFlag,
  type DifferenceClass,
  type DocumentKind,
  type QuotationKind,
  type RecordsFinding,
  type RowKind,
  type SentenceAge,
  type Status,
  type TurnKind,
  type Wording,
  ATTENTION_FLAGS,
  ATTRIBUTION_FINDINGS,
  CARRIED,
  CONTEXT_FLAGS,
  DIFFERENCE_CLASSES,
  DOCUMENT_KINDS,
  QUOTATION_KINDS,
  RECORDS_FINDINGS,
  ROW_KINDS,
  SENTENCE_AGES,
  STATUSES,
  TURN_KINDS,
  WORDINGS,
} from './lists.js';
export {
  type Block,
  type BlockKind,
  type Capture,
  type Coverage,
  type Document,
  type DocumentFacts,
  type Link,
  type Mandate,
  type Marked,
  type Person,
  type Rendering,
  type Turn,
  type Version,
  BLOCK_KINDS,
} from './nouns.js';
export {
  type Attribution,
  type Certainty,
  type Change,
  type Check,
  type DraftCheck,
  type Quotation,
  type QuotationTurn,
  type Reading,
  type Words,
  CERTAINTIES,
} from './findings.js';
export { type Candidate } from './candidate.js';
export type { HeldRun, NearUse, Use, Uses } from './held-words.js';
export { type HouseStyle, STRICTEST, wantsLook } from './house-style.js';
export {
  type KnownPeople,
  type NamesContext,
  identify,
  knownPeople,
  personHolding,
  samePerson,
} from './names.js';
export { type PrintedName, isBareOffice, readName } from './printed-name.js';
export { nameKey } from './name-key.js';
