export type { Clock, Effects, Extractor, FileEntry, Files, Progress } from './effects.js';
export { type Repaired, type RepairProgress, repairIndex } from './repair-index.js';
export { type ImportReport, importFiles } from './import-files.js';
export type { ImportRow } from './import-rows.js';
export { type AddressEffects, addAddresses, isAddress, readAllowed } from './add-addresses.js';
export { importPeople } from './import-people.js';
export { dropText, setFacts } from './set-facts.js';
export {
  type Listing,
  type ShownText,
  type Status,
  archiveStatus,
  listTexts,
  showText,
} from './look-up.js';
export { spanInWhole } from './compare-texts.js';
export { type PersonShown, showPerson } from './show-person.js';
export { type TextAround, readAround } from './read-around.js';
export { type Uptake, traceUptake } from './trace-uptake.js';
export {
  type Found,
  type SavedFound,
  type SavedSearch,
  type SearchInput,
  dropSearch,
  keepSearch,
  listSearches,
  lookedAtSearch,
  searchTexts,
} from './search-texts.js';
export {
  type Side,
  type TextComparison,
  type VersionsComparison,
  compareTexts,
  compareVersions,
} from './compare-texts.js';
export { type Passage, capturesOf, citeWords, showPassage } from './passages.js';
export { checkDraft } from './check-draft.js';
export { type JudgeElsewhere, type JudgeShare, judgeShare } from './judge-quotations.js';
export { type DecisionMade, type SignRequest, signCheck, signDraft } from './sign-draft.js';
export { SheetDesk, listSheets, reviewSheet } from './review-sheets.js';
export { readWhole } from './cut-files.js';
export { type AgeInput, type TextAge, AgeDesk, ageText } from './age-text.js';
export { type AccountsRequest, type ComparedAccounts, compareAccounts } from './compare-accounts.js';
export { type FilteredFormula, type FormulaInput, traceFormula } from './trace-formula.js';
export { type SayingsInput, traceSayings } from './trace-sayings.js';
export { traceQuoted } from './trace-quoted.js';
export type { QuotedText, SayingsTrace } from '#formula/index.js';
export { type FoundRepeat, type FoundRepeats, type RepeatsInput, findRepeats } from './find-repeats.js';
export { type FormulaTable, formulaTable } from './formula-table.js';
export { type ArchiveVerification, verifyArchive, verifyProof } from './verify-archive.js';
export { prove } from './prove.js';
export { type LogStamp, type StampEffects, stampLog } from './stamp-log.js';
export { type Exported, type ExportRequest, exportCaptures } from './export-captures.js';
export type { FollowEffects } from './follow-effects.js';
export { type FollowRequest, type PlacePreview, type PreviewText, followPlace, previewPlace } from './follow-place.js';
export { readRecipe } from './recipes.js';
export { type LookLine, type WatchEffects, type WatchReport, watchOnce } from './watch.js';
export {
  type ChangedText,
  type ChangeLine,
  type ChangesReport,
  type ChangesRequest,
  listChanges,
} from './list-changes.js';
export {
  type ListedSource,
  type SourceReport,
  type SourcesReport,
  listSources,
  lookSoon,
  pauseSource,
  showSource,
  unfollow,
} from './list-sources.js';
export {
  type FreshGroup,
  type FreshText,
  type MorningReport,
  type MorningRequest,
  openMorning,
} from './open-morning.js';
