/** Sheets that were signed off as JSON: what `onrecord sheets --json` and the routes under /api/1/sheets answer. */
import {
  ANCHOR_STATES,
  type AnchorNow,
  ATTRIBUTION_FINDINGS,
  CONTEXT_FLAGS,
  DECISIONS,
  type Decision,
  FINDING_PARTS,
  type QuotationNow,
  RECORDS_FINDINGS,
  type ReviewedLine,
  type SheetReview,
  STATUSES,
  WORDINGS,
} from '#record/index.js';
import { z } from 'zod';
import { checkShape, encodeCheck, encodeQuotation, quotationShape } from './check.js';
import { change, coverage, encodeChange, encodeCoverage, encodeWhen, offset, reference, when } from './shapes.js';

const own = z.string().regex(/^sh[1-9]\d*$/);
const names = {
  reference: own.describe('the sheet, such as "sh4"'),
  by: z.string().describe('who signed'),
  at: when.describe('when it was signed'),
  note: z.string().describe('what the signer wrote beside it'),
  earlier: own.nullable().describe('the sheet that it takes the place of'),
  later: own.nullable().describe('the sheet that takes its place since'),
};

const decision = z.object({
  n: z.int().min(1).describe('number of the quotation'),
  decided: z.enum(DECISIONS),
  by: z.string().describe('who decided'),
  at: when.describe('when'),
  rules: z
    .array(z.string())
    .describe('of `accepted`: the rules of house style that cover it; none: the person’s own judgment'),
});

const anchor = z.object({
  version: reference.describe('the wording that was signed for'),
  start: offset.describe('into its text'),
  end: offset.describe('into its text'),
  text: z.string().describe('the held words as they were signed for'),
  state: z.enum(ANCHOR_STATES).describe('how they stand now'),
  now: z
    .object({
      version: reference.describe('the newest wording'),
      start: offset.describe('into its text'),
      end: offset.describe('into its text'),
      text: z.string().describe('the words that stand there now'),
    })
    .nullable(),
  changes: z.array(change).describe('from the words then (`a`) to the words now (`b`), into the texts of the wordings'),
  why: z.string().describe('why they are gone or not reachable; else empty'),
});

const quotationNow = z.object({
  n: z.int().min(1).describe('number of the quotation'),
  stirred: z.array(z.enum(FINDING_PARTS)).describe('what is otherwise than it was signed; empty: nothing'),
  status: z.enum(STATUSES).describe('the status that it would have today'),
  wording: z.enum(WORDINGS),
  attributionFinding: z.enum(ATTRIBUTION_FINDINGS),
  records: z.enum(RECORDS_FINDINGS).nullable(),
  flags: z.array(z.enum(CONTEXT_FLAGS)),
  anchors: z.array(anchor).describe('the matched words, each with where it stands now'),
  finding: quotationShape.nullable().describe('today’s finding whole, where something is otherwise'),
});

export const sheetShape = z.object({
  schema: z.literal('onrecord/sheet/1'),
  ...names,
  digest: z.string().describe('SHA-256 of what is kept, as the signed log has it'),
  style: z.record(z.string(), z.boolean()).describe('the house style of that day'),
  settings: z.string().describe('SHA-256 of the settings of that day'),
  check: checkShape.describe('what was found when it was signed'),
  decisions: z.array(decision),
  open: z.array(z.int().min(1)).describe('numbers of quotations that were left open'),
  now: z
    .object({
      rules: z.string().describe('versions of the rules that decide today'),
      coverage,
      stirred: z.array(z.int().min(1)).describe('numbers of quotations that want a look'),
      quotations: z.array(quotationNow),
    })
    .describe('how it stands today; what was signed stays as it is'),
});

export const sheetsShape = z.object({
  schema: z.literal('onrecord/sheets/1'),
  sheets: z.array(
    z.object({
      ...names,
      title: z.string().describe('of the draft'),
      quotations: z.int(),
      open: z.int().describe('quotations that were left open'),
      stirred: z
        .int()
        .nullable()
        .describe('quotations that want a look today; null of a sheet whose place another has taken'),
    }),
  ),
  more: z.boolean().describe('older ones are kept'),
});

/** Encodes a sheet with how it stands today as `onrecord/sheet/1`. */
export function encodeSheet(review: SheetReview): z.infer<typeof sheetShape> {
  const { sheet } = review;
  return {
    schema: 'onrecord/sheet/1',
    reference: sheet.reference,
    by: sheet.by,
    at: encodeWhen(sheet.at),
    note: sheet.note,
    earlier: sheet.earlier,
    later: sheet.later,
    digest: sheet.digest,
    style: { ...sheet.style },
    settings: sheet.settings,
    check: encodeCheck(sheet.check),
    decisions: sheet.decisions.map(encodeDecision),
    open: [...sheet.open],
    now: {
      rules: review.rules,
      coverage: encodeCoverage(review.coverage),
      stirred: [...review.stirred],
      quotations: review.quotations.map(encodeNow),
    },
  };
}

function encodeDecision({ n, decided, by, at, rules }: Decision): z.infer<typeof decision> {
  return { n, decided, by, at: encodeWhen(at), rules: [...rules] };
}

function encodeNow({ n, now, stirred, anchors }: QuotationNow): z.infer<typeof quotationNow> {
  return {
    n,
    stirred: [...stirred],
    status: now.status,
    wording: now.wording,
    attributionFinding: now.attributionFinding,
    records: now.records,
    flags: [...now.flags],
    anchors: anchors.map(encodeAnchor),
    finding: stirred.length > 0 ? encodeQuotation(now) : null,
  };
}

function encodeAnchor({ version, start, end, text, state, now, changes, why }: AnchorNow): z.infer<typeof anchor> {
  return {
    version,
    start,
    end,
    text,
    state,
    now: now && { version: now.version, start: now.start, end: now.end, text: now.text },
    changes: changes.map(encodeChange),
    why,
  };
}

/** Encodes a list of sheets as `onrecord/sheets/1`. */
export function encodeSheets(list: {
  readonly sheets: readonly ReviewedLine[];
  readonly more: boolean;
}): z.infer<typeof sheetsShape> {
  return {
    schema: 'onrecord/sheets/1',
    sheets: list.sheets.map(({ reference: named, by, at, note, earlier, later, title, quotations, open, stirred }) => ({
      reference: named,
      by,
      at: encodeWhen(at),
      note,
      earlier,
      later,
      title,
      quotations,
      open,
      stirred,
    })),
    more: list.more,
  };
}
