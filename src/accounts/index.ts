export {
  type AccountRow,
  type AccountText,
  type ActUse,
  type AttributedWords,
  type ClockEntry,
  type Distinction,
  type Encounter,
  type PairingDecision,
  type SideAccount,
  type SideTexts,
  type StatedFact,
  type Topic,
  type Unit,
} from './account.js';
export { MOST_SIDES, compareAccounts, unitsIn } from './encounter.js';
export { inCommonLanguage, inOrder, isRewording, isTranslation, sideName, sidesOf, speaksOf } from './sides.js';
