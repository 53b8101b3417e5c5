import type { DifferenceClass, Status } from './lists.js';

/**
 * What a newsroom tolerates without a mark. House style never changes a status, only what counts as *to look at*.
 * Kept in the archive's settings.json under "houseStyle".
 */
export interface HouseStyle {
  /** "um", "you know", "I mean" and repetitions may be dropped. */
  readonly fillersMayBeDropped: boolean;
  /** Agreement, articles and endings may be mended. */
  readonly grammarMayBeMended: boolean;
  /** Capitals, marks, dashes, digits for words may differ. */
  readonly formMayDiffer: boolean;
  /** Words of an inflected language may be bent to the sentence. */
  readonly mayBeInflected: boolean;
  /** Words held only in press reports need no look. */
  readonly secondHandMayStand: boolean;
  /** The words of an official translation may stand for the original. */
  readonly translationMayStand: boolean;
}

/** The default: nothing is tolerated but capitals, marks and dashes shown as such; everything else wants a look. */
export const STRICTEST: HouseStyle = {
  fillersMayBeDropped: false,
  grammarMayBeMended: false,
  formMayDiffer: false,
  mayBeInflected: false,
  secondHandMayStand: false,
  translationMayStand: false,
};

/** The name of a rule of house style. */
export type HouseRule = keyof HouseStyle;

/**
 * The rules under which a finding may stand without a mark, each of which must allow it; none where it needs no rule.
 * Null: no rule covers it. `classes` are the classes of the differences found at the matched place.
 */
export function houseRules(status: Status, classes: readonly DifferenceClass[]): readonly HouseRule[] | null {
  switch (status) {
    case 'exact':
    case 'exact with marked edits':
      return [];
    case 'altered in form only':
      return ['formMayDiffer'];
    case 'inflected':
      return ['mayBeInflected'];
    case 'second-hand only':
      return ['secondHandMayStand'];
    case 'follows a translation':
      return ['translationMayStand'];
    case 'altered in words': {
      const slight = new Set<DifferenceClass>(['punctuation only', 'filler only', 'grammar only']);
      if (classes.length === 0 || !classes.every((c) => slight.has(c))) return null;
      const rules: HouseRule[] = [];
      if (classes.includes('filler only')) rules.push('fillersMayBeDropped');
      if (classes.includes('grammar only')) rules.push('grammarMayBeMended');
      return rules;
    }
    default:
      return null;
  }
}

/** Whether an editor has something to look at: a finding that the style does not tolerate. */
export function wantsLook(style: HouseStyle, status: Status, classes: readonly DifferenceClass[]): boolean {
  const rules = houseRules(status, classes);
  return rules === null || !rules.every((rule) => style[rule]);
}
