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

/**
 * Whether an editor has something to look at: a status that the style does not tolerate. `classes` are the classes
 * of the differences found at the matched place.
 */
export function wantsLook(style: HouseStyle, status: Status, classes: readonly DifferenceClass[]): boolean {
  switch (status) {
    case 'exact':
    case 'exact with marked edits':
      return false;
    case 'altered in form only':
      return !style.formMayDiffer;
    case 'inflected':
      return !style.mayBeInflected;
    case 'second-hand only':
      return !style.secondHandMayStand;
    case 'follows a translation':
      return !style.translationMayStand;
    case 'altered in words':
      return (
        classes.length === 0 ||
        !classes.every(
          (c) =>
            c === 'punctuation only' ||
            (c === 'filler only' && style.fillersMayBeDropped) ||
            (c === 'grammar only' && style.grammarMayBeMended),
        )
      );
    default:
      return true;
  }
}
