/**
 * A sheet: a checked draft as somebody signed it off. It holds what was found and decided then and is never changed;
 * whoever signs again makes a new sheet that names the earlier one.
 */
import type { Reference, When } from '#base/index.js';
import type { Change, Check, DraftCheck } from './findings.js';
import type { HouseRule, HouseStyle } from './house-style.js';
import type { AnchorState, Decided, FindingPart } from './lists.js';
import type { Coverage } from './nouns.js';

/** What a person decided about one quotation (PROV: an Activity of an Agent). */
export interface Decision {
  /** Number of the quotation in the draft. */
  readonly n: number;
  readonly decided: Decided;
  readonly by: string;
  readonly at: When;
  /** Of `accepted`: the rules of house style that cover the finding; none where it was the person's own judgment. */
  readonly rules: readonly HouseRule[];
}

/** What is signed off. */
export interface NewSheet {
  readonly check: DraftCheck;
  readonly decisions: readonly Decision[];
  /** Numbers of quotations to be looked at that nobody accepted. */
  readonly open: readonly number[];
  /** The house style of that day, and SHA-256 of the settings that held it. */
  readonly style: HouseStyle;
  readonly settings: string;
  /** The sheet that this one takes the place of. */
  readonly earlier: Reference | null;
  /** What the signer wrote beside it; may be empty. */
  readonly note: string;
}

/** A sheet that is kept. */
export interface Sheet extends NewSheet {
  /** "sh4" */
  readonly reference: Reference;
  readonly by: string;
  readonly at: When;
  /** SHA-256 of what is kept, as the log has it. */
  readonly digest: string;
  /** The sheet that takes its place since; null: none. */
  readonly later: Reference | null;
}

/** A sheet in a list. */
export interface SheetLine extends Pick<Sheet, 'reference' | 'by' | 'at' | 'earlier' | 'later' | 'note'> {
  readonly title: string;
  readonly quotations: number;
  readonly open: number;
}

/** Where the words of one reading of a sheet stand now (Web Annotation: a SpecificResource whose state is shown). */
export interface AnchorNow {
  /** The wording that was signed for, and the place of the words in it. */
  readonly version: Reference;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly state: AnchorState;
  /** The newest wording of the same document, and the words that stand there now; null where there are none. */
  readonly now: {
    readonly version: Reference;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  } | null;
  /** From the words then (`a`) to the words now (`b`); offsets count in the texts of the two wordings. */
  readonly changes: readonly Change[];
  /** Why it is `gone` or `source not reachable`, in a sentence; else empty. */
  readonly why: string;
}

/** One quotation of a sheet, as it would be found today. */
export interface QuotationNow {
  readonly n: number;
  readonly now: Check;
  /** What is otherwise; empty: all is as it was signed. */
  readonly stirred: readonly FindingPart[];
  readonly anchors: readonly AnchorNow[];
}

export interface SheetReview {
  readonly sheet: Sheet;
  readonly quotations: readonly QuotationNow[];
  /** Numbers of the quotations of which something is otherwise. */
  readonly stirred: readonly number[];
  readonly coverage: Coverage;
  /** The rules that decide today; findings may differ because these do. */
  readonly rules: string;
}

/** A sheet in a list, with how many of its quotations want a look; null: it was not reviewed. */
export interface ReviewedLine extends SheetLine {
  readonly stirred: number | null;
}
