/**
 * A sheet that was signed off, as it is to be seen: what was signed on one page, and beside it what has come to stand
 * otherwise since. Terminal and page are drawn from this view.
 */
import type { Reference } from '#base/index.js';
import type { AnchorNow, AnchorState, Decision, ReviewedLine, Sheet, SheetReview } from '#record/index.js';
import { sayCoverage, type Tone } from './catalogue.js';
import { type CheckView, type FindingView, viewCheck } from './check-view.js';
import { type Pair, pairUp } from './comparison.js';
import { sayWhen } from './say-when.js';
import { DECISION_WORDS, SHEET_WORDS as SAY } from './sheet-words.js';

/** A quotation as it was signed: one row of the sheet. */
export interface SheetRow {
  readonly n: number;
  readonly mark: string;
  readonly tone: Tone;
  readonly title: string;
  /** What the surroundings of the held words change about them: "conditional". */
  readonly context: readonly string[];
  readonly quotation: string;
  /** The held words that it was traced to, each a link to the words. */
  readonly anchors: readonly { readonly version: Reference; readonly start: number; readonly end: number }[];
  /** "accepted, house rule: form may differ · Jo Renn, 13 March 2026, 09:12 UTC"; null: nothing was decided. */
  readonly decided: { readonly what: string; readonly who: string } | null;
  readonly open: boolean;
  /** The status of today where something is otherwise; null: all is as it was signed. */
  readonly now: { readonly mark: string; readonly tone: Tone; readonly words: string } | null;
}

/** Words at their source, then and now. */
export interface AnchorView {
  readonly state: AnchorState;
  readonly says: string;
  readonly signed: Reference;
  readonly newest: Reference | null;
  /** Words then (`a`) against words now (`b`); null where they are the same or nothing is there. */
  readonly pairs: readonly Pair[] | null;
  readonly at: { readonly start: number; readonly end: number } | null;
}

/** A quotation that has come to stand otherwise. */
export interface StirredView {
  readonly signed: FindingView;
  readonly today: FindingView;
  readonly what: string;
  readonly anchors: readonly AnchorView[];
}

export interface SheetView {
  readonly reference: Reference;
  readonly title: string;
  readonly signed: string;
  readonly note: string;
  readonly earlier: Reference | null;
  readonly later: Reference | null;
  /** What was found when it was signed. */
  readonly check: CheckView;
  readonly rows: readonly SheetRow[];
  readonly stirred: readonly StirredView[];
  readonly numbers: readonly number[];
  readonly open: readonly string[];
  /** What is held today. */
  readonly coverage: string;
  readonly rules: string;
  readonly digest: string;
}

/** Makes the view of a reviewed sheet. */
export function viewSheet(review: SheetReview): SheetView {
  const { sheet, quotations } = review;
  const then = viewCheck(sheet.check);
  const now = viewCheck({
    ...sheet.check,
    coverage: review.coverage,
    rules: review.rules,
    checks: quotations.map((each) => each.now),
  });
  const [before, today] = [byNumber(then), byNumber(now)];
  const flags = new Map(sheet.check.checks.map((each) => [each.quotation.n, each.flags]));
  const stirred = quotations.filter((each) => each.stirred.length > 0);
  return {
    reference: sheet.reference,
    title: then.title,
    signed: SAY.signedBy(sheet.by, sayWhen(sheet.at)),
    note: sheet.note,
    earlier: sheet.earlier,
    later: sheet.later,
    check: then,
    rows: quotations.map(({ n, stirred: parts, anchors }) => {
      const finding = before.get(n)!;
      const found = today.get(n)!;
      return {
        n,
        mark: finding.mark,
        tone: finding.tone,
        title: finding.title,
        context: flags.get(n)!,
        quotation: finding.quotation,
        anchors: anchors.map(({ version, start, end }) => ({ version, start, end })),
        decided: decidedOn(n, sheet),
        open: sheet.open.includes(n),
        now:
          parts.length === 0 ? null : { mark: found.mark, tone: found.tone, words: nowWords(finding, found, anchors) },
      };
    }),
    stirred: stirred.map(({ n, stirred: parts, anchors }) => ({
      signed: before.get(n)!,
      today: today.get(n)!,
      what: SAY.otherwise(parts),
      anchors: once(anchors.filter(({ state }) => state !== 'same').map(viewAnchor)),
    })),
    numbers: stirred.map(({ n }) => n),
    open: sheet.open.map((n) =>
      SAY.openItem(
        n,
        before.get(n)!.title,
        sheet.decisions.filter((each) => each.n === n).map(({ decided }) => decided),
      ),
    ),
    coverage: sayCoverage(review.coverage),
    rules: SAY.rulesThen(sheet.check.rules, review.rules),
    digest: sheet.digest,
  };
}

/** Two places of one text that befell the same are said once. */
function once(anchors: readonly AnchorView[]): readonly AnchorView[] {
  return anchors.filter(
    ({ says, signed, pairs }, i) =>
      pairs !== null || anchors.findIndex((other) => other.says === says && other.signed === signed) === i,
  );
}

function byNumber({ findings, apart }: CheckView): Map<number, FindingView> {
  return new Map([...findings, ...apart].map((finding) => [finding.n, finding]));
}

/** The status of today where it is another; else what became of the words. */
function nowWords(then: FindingView, now: FindingView, anchors: readonly AnchorNow[]): string {
  if (then.status !== now.status) return now.title;
  const state = anchors.find((each) => each.state !== 'same' && each.state !== 'same words, moved')?.state;
  return state ?? now.title;
}

function decidedOn(n: number, { decisions }: Sheet): SheetRow['decided'] {
  const made = decisions.filter((each) => each.n === n);
  const last = made.at(-1);
  if (last === undefined) return null;
  return { what: made.map(decisionWords).join('; '), who: `${last.by}, ${sayWhen(last.at)}` };
}

function decisionWords({ decided, rules }: Decision): string {
  if (decided !== 'accepted') return DECISION_WORDS[decided];
  return `${DECISION_WORDS.accepted}, ${rules.length > 0 ? SAY.byRule(rules) : SAY.ownJudgment}`;
}

function viewAnchor({ version, start, text, state, now, changes, why }: AnchorNow): AnchorView {
  const differs = now !== null && now.text !== text;
  return {
    state,
    says: `${SAY.wordsNow(state)}${why === '' ? '' : ` ${why}`}`,
    signed: version,
    newest: now?.version ?? null,
    pairs: differs ? pairUp({ text, start }, { text: now.text, start: now.start }, changes) : null,
    at: now && { start: now.start, end: now.end },
  };
}

/** A sheet in the list. */
export interface SheetLineView {
  readonly reference: Reference;
  readonly title: string;
  readonly by: string;
  readonly at: string;
  readonly note: string;
  readonly quotations: number;
  readonly open: number;
  /** "2 quotations want a look", "All as it was signed", or that another has taken its place. */
  readonly today: string;
  readonly look: boolean;
  readonly later: Reference | null;
}

/** Makes the view of a list of sheets. */
export function viewSheets(sheets: readonly ReviewedLine[]): readonly SheetLineView[] {
  return sheets.map(({ reference, title, by, at, note, quotations, open, stirred, later }) => ({
    reference,
    title,
    by,
    at: sayWhen(at),
    note,
    quotations,
    open,
    today: stirred === null ? SAY.replaced : stirred === 0 ? SAY.asSigned : SAY.stirred(stirred),
    look: stirred !== null && stirred > 0,
    later,
  }));
}
