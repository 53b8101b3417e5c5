export { type CheckView, type FindingView, type ViewOptions, viewCheck } from './check-view.js';
export { type TerminalOptions, drawTerminal } from './terminal-check.js';
export { type ComparedTexts, type ComparisonOptions, type ComparisonView, viewComparison } from './comparison-view.js';
export { drawComparisonTerminal } from './terminal-comparison.js';
export { drawComparisonPage } from './page-comparison.js';
export { SERVED_POLICY } from './served-policy.js';
export { type ComparedVersions, type VersionsView, viewVersions } from './versions-view.js';
export { drawVersionsTerminal } from './versions-terminal.js';
export { drawVersionsPage } from './versions-page.js';
export { drawFindingBody, drawPage } from './page-check.js';
export { COMPARE_FIELDS, drawCheckForm, drawCompareForm, drawEntry, drawNotice } from './page-doors.js';
export { type Assets, type FrameOptions, type PageLink, PAGE_POLICY } from './page-frame.js';
export { displayWidth, isolate, padded, safe, shortened, wrap } from './display-text.js';
export { count, coverageLine, DOOR_WORDS, sayCoverage } from './catalogue.js';
export { numeral, sayDay, sayLanguages, saySpan, sayWhen } from './say-when.js';
export { type AccountsView, type ComparedEncounter, viewAccounts } from './accounts-view.js';
export { drawAccountsTerminal } from './accounts-terminal.js';
export { ACCOUNT_FIELDS } from './accounts-desk.js';
export { drawNotePage, viewNote } from './accounts-note.js';
export { drawAccountsPage } from './accounts-page.js';
export { type AgeView, type RedlinedAge, viewAge } from './age-view.js';
export { drawAgeTerminal } from './age-terminal.js';
export { drawAgePage } from './age-page.js';
export { type FormulaView, viewFormula } from './formula-view.js';
export { drawFormulaTerminal } from './formula-terminal.js';
export { drawFormulaPage } from './formula-page.js';
export { viewQuoted, viewSayings } from './sayings-view.js';
export { drawQuotedTerminal, drawSayingsTerminal } from './sayings-terminal.js';
export { drawQuotedPage, drawSayingsPage } from './sayings-page.js';
export { DESK_WORDS } from './desk-words.js';
export type { Asked } from './desk-forms.js';
export { doorLinks, linkReferences, textLink } from './desk-links.js';
export {
  type DeskOptions,
  drawAccountsForm,
  drawAddedPage,
  drawAgeForm,
  drawFormulaForm,
  drawPeoplePage,
  drawSayingsForm,
  drawStartPage,
} from './desk-pages.js';
export { drawPersonPage } from './person-page.js';
export { drawTextPage } from './text-page.js';
export { drawTextsPage } from './texts-page.js';
export { drawSearchPage, searchedWords, searchLink } from './search-page.js';
export { drawLook, drawPreview, drawSource, drawSources } from './following-terminal.js';
export { drawChanges } from './changes-terminal.js';
export { drawChangesPage } from './changes-page.js';
export { drawFollowPage, type FollowFields, type FollowView } from './follow-page.js';
export { drawMorningPage } from './morning-page.js';
export { drawMorning } from './morning-terminal.js';
export { drawSourcePage, drawSourcesPage } from './sources-page.js';
export { isWell, sayDue, sayInstant } from './following-words.js';
export { type SheetView, viewSheet, viewSheets } from './sheet-view.js';
export { drawSheetPage, drawSheetsPage, sheetLink } from './sheet-page.js';
export { drawSheetsTerminal, drawSheetTerminal } from './sheet-terminal.js';
