/** The findings on a draft as JSON: what `onrecord check --json` and POST /api/1/check answer. */
import {
  ATTRIBUTION_FINDINGS,
  CERTAINTIES,
  type Change,
  type Check,
  CONTEXT_FLAGS,
  DOCUMENT_KINDS,
  type DraftCheck,
  type Quotation,
  QUOTATION_KINDS,
  type Reading,
  RECORDS_FINDINGS,
  type Status,
  STATUSES,
  TURN_KINDS,
  WORDINGS,
} from '#record/index.js';
import { z } from 'zod';
import {
  change,
  coverage,
  encodeChange,
  decodeCoverage,
  encodeCoverage,
  encodeSpan,
  encodeWhenOrNull,
  link,
  offset,
  problem,
  reference,
  span,
  when,
  words,
} from './shapes.js';

const CHECK_SCHEMA = 'onrecord/check/1';

const ROLES = ['matched', 'also', 'disagrees', 'original', 'nearest'] as const satisfies readonly Reading['role'][];
const JOINS = ['interruption', 'paragraph'] as const satisfies readonly Quotation['joins'][number][];

const attribution = z.object({
  speaker: z.string().nullable().describe('the name or description as the draft prints it; null: nobody is named'),
  cue: z.string().nullable().describe('the word that attributes: "said", "according to", ":"'),
  certainty: z.enum(CERTAINTIES).describe('how sure it is that the words are given to this speaker'),
  named: span.nullable().describe('where the name stands in the draft'),
  cueAt: span.nullable().describe('where the cue stands in the draft'),
  occasion: words.nullable().describe('the occasion or day that the draft names'),
  when: when.nullable().describe('the day that these words name, where it could be worked out'),
});

const readingShape = z.object({
  reference: reference.describe('what to give to `onrecord show`'),
  document: reference.describe('the document, such as "d17"'),
  version: reference.describe('its wording, such as "d17v2"'),
  capture: reference.describe('the bytes that it was cut from, such as "c9"'),
  title: z.string().describe('title of the document'),
  address: z.string().nullable().describe('where it was published'),
  said: when.nullable().describe('when it was said'),
  published: when.nullable().describe('when it was published'),
  kind: z.enum(DOCUMENT_KINDS).describe('kind of document'),
  occasion: z.string().nullable().describe('the occasion, as its publisher names it'),
  body: z.string().nullable().describe('the institution that speaks or publishes'),
  speaker: z.string().nullable().describe('who speaks at this place, as printed; null: the text does not say'),
  turnKind: z.enum(TURN_KINDS).nullable().describe('what part of a conversation the words stand in'),
  start: offset.describe('into the text of the version'),
  end: offset.describe('into the text of the version'),
  text: z.string().describe('the held words'),
  before: z.string().describe('the held words just before'),
  after: z.string().describe('the held words just after'),
  score: z.number().min(0).max(1).describe('share of the quotation’s words that stand here; for ordering only'),
  changes: z
    .array(change)
    .describe('offsets of `a` count in the text of the quotation, of `b` in the text of the version'),
  covers: span.describe('the part of the quotation’s text that this reading stands for'),
  role: z
    .enum(ROLES)
    .describe(
      'matched: the words that the status speaks of; also: the same words elsewhere; disagrees: another record that differs; original: what a followed translation translates; nearest: shown for a quotation that is not held',
    ),
});

export const quotationShape = z.object({
  n: z.int().min(1).describe('number in order of appearance'),
  text: z.string().describe('the quoted words; pieces joined by one space, paragraphs by a blank line'),
  start: offset.describe('first quoted word, without the outer marks, into draft.text'),
  end: offset.describe('behind the last quoted word, into draft.text'),
  attribution: attribution.describe('whom the draft gives as the speaker, and on what ground'),
  kind: z
    .enum(QUOTATION_KINDS)
    .describe('words of somebody; a word or two that anyone could have said; words held at a distance; a name'),
  status: z.enum(STATUSES).describe('the headline, by precedence'),
  wording: z.enum(WORDINGS).describe('the first answer'),
  attributionFinding: z.enum(ATTRIBUTION_FINDINGS).describe('the second answer'),
  records: z.enum(RECORDS_FINDINGS).nullable().describe('the third answer; null: no record of these words is held'),
  flags: z.array(z.enum(CONTEXT_FLAGS)).describe('what the surroundings of the held words change about them'),
  rule: z.string().describe('the rule that decided the status'),
  readings: z.array(readingShape).describe('held words that the quotation was compared with'),
  look: z.boolean().describe('whether an editor has something to look at, under the house style'),
  notes: z.array(z.string()).describe('sentences for people'),
  differsFrom: z
    .array(z.int())
    .describe('numbers of other quotations of this draft that have the same words differently'),
  seen: z
    .object({
      places: z.int().describe('places'),
      documents: z.int().describe('documents'),
      first: when.nullable().describe('the earliest of them that has a date'),
      nearest: when.nullable().describe('the one nearest to the day that the draft names; null if it names none'),
    })
    .describe('in how many places of how many documents the matched words are held'),
  pieces: z.array(span).describe('the pieces in the draft that make up the quotation'),
  joins: z.array(z.enum(JOINS)).describe('what stands between a piece and the next'),
  turns: z
    .array(span.extend({ label: z.string().describe('the label as printed') }))
    .describe('speaker labels inside the marks, with the words behind each'),
  nested: z.array(span).describe('quotations inside this one'),
  block: z.boolean().describe('set as a block, with no marks of its own'),
});

export const checkShape = z.object({
  schema: z.literal(CHECK_SCHEMA).describe('which schema this follows'),
  rules: z.string().describe('versions of the rules that decided'),
  draft: z
    .object({
      name: z.string().describe('file name, or what stands for it'),
      title: z.string().nullable().describe('its own title'),
      language: z.string().nullable().describe('BCP 47 subtag'),
      text: z.string().describe('the text as it was extracted: what offsets into the draft count in'),
    })
    .describe('the draft as it was read'),
  coverage,
  counts: z
    .object({
      quotations: z.int().describe('all quotations'),
      toLookAt: z.int().describe('those whose `look` is true'),
      statuses: z
        .record(z.enum(STATUSES), z.int())
        .describe('quotations by status, without fragments, scare quotes and titles that need no look'),
      kinds: z.record(z.enum(QUOTATION_KINDS), z.int()).describe('all quotations by kind'),
    })
    .describe('what the strip at the top of the sheet says'),
  quotations: z.array(quotationShape).describe('in order of appearance'),
  links: z.array(link).describe('addresses that the draft links to: sources that could be added'),
  problems: z.array(problem).describe('what is odd about the draft'),
});

/** The findings on a draft as `onrecord/check/1`. */
export type CheckJson = z.infer<typeof checkShape>;

/** Encodes the findings on a draft. The result is plain JSON data, in the order of the schema. */
export function encodeCheck(check: DraftCheck): CheckJson {
  const { draft, checks } = check;
  const toLookAt = checks.filter(({ look }) => look).length;
  const counted = checks.filter(({ quotation, look }) => quotation.kind === 'direct' || look);
  return {
    schema: CHECK_SCHEMA,
    rules: check.rules,
    draft: { name: draft.name, title: draft.title, language: draft.language, text: draft.text },
    coverage: encodeCoverage(check.coverage),
    counts: {
      quotations: checks.length,
      toLookAt,
      statuses: tally<Status>(
        STATUSES,
        counted.map(({ status }) => status),
      ),
      kinds: tally(
        QUOTATION_KINDS,
        checks.map(({ quotation }) => quotation.kind),
      ),
    },
    quotations: checks.map(encodeQuotation),
    links: check.links.map(({ start, end, address }) => ({ start, end, address })),
    problems: check.problems.map(({ code, message }) => ({ code, message })),
  };
}

function tally<T extends string>(names: readonly T[], found: readonly T[]): Record<T, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<T, number>;
  for (const name of found) counts[name]++;
  return counts;
}

/** One finding, with all that it was compared with. */
export function encodeQuotation(check: Check): z.infer<typeof quotationShape> {
  const { quotation } = check;
  const { cue, named, occasion } = quotation.attribution;
  return {
    n: quotation.n,
    text: quotation.text,
    start: quotation.start,
    end: quotation.end,
    attribution: {
      speaker: quotation.attribution.speaker,
      cue: cue === null ? null : cue.text,
      certainty: quotation.attribution.certainty,
      named: named === null ? null : encodeSpan(named),
      cueAt: cue === null ? null : encodeSpan(cue),
      occasion: occasion === null ? null : { ...encodeSpan(occasion), text: occasion.text },
      when: encodeWhenOrNull(quotation.attribution.when),
    },
    kind: quotation.kind,
    status: check.status,
    wording: check.wording,
    attributionFinding: check.attributionFinding,
    records: check.records,
    flags: [...check.flags],
    rule: check.rule,
    readings: check.readings.map(encodeReading),
    look: check.look,
    notes: [...check.notes],
    differsFrom: [...check.differsFrom],
    seen: {
      places: check.seen.places,
      documents: check.seen.documents,
      first: encodeWhenOrNull(check.seen.first),
      nearest: encodeWhenOrNull(check.seen.nearest),
    },
    pieces: quotation.pieces.map(encodeSpan),
    joins: [...quotation.joins],
    turns: quotation.turns.map((each) => ({ ...encodeSpan(each), label: each.label })),
    nested: quotation.nested.map(encodeSpan),
    block: quotation.block,
  };
}

function encodeReading(reading: Reading): z.infer<typeof readingShape> {
  return {
    reference: reading.reference,
    document: reading.document,
    version: reading.version,
    capture: reading.capture,
    title: reading.title,
    address: reading.address,
    said: encodeWhenOrNull(reading.said),
    published: encodeWhenOrNull(reading.published),
    kind: reading.kind,
    occasion: reading.occasion,
    body: reading.body,
    speaker: reading.speaker,
    turnKind: reading.turnKind,
    start: reading.start,
    end: reading.end,
    text: reading.text,
    before: reading.before,
    after: reading.after,
    score: reading.score,
    changes: reading.changes.map(encodeChange),
    covers: encodeSpan(reading.covers),
    role: reading.role,
  };
}

/** The findings that `encodeCheck` encoded: for readers of our own answers, which are not looked at again. */
export function decodeCheck(json: CheckJson): DraftCheck {
  const { draft, rules, coverage: covered, links, problems } = json;
  return {
    draft: { name: draft.name, title: draft.title, text: draft.text, language: draft.language },
    rules,
    coverage: decodeCoverage(covered),
    links,
    problems,
    checks: json.quotations.map((each): Check => {
      const { n, text, start, end, kind, pieces, joins, turns, nested, block, readings, ...found } = each;
      const { attribution: given, ...answers } = found;
      const { cue, cueAt, ...attributed } = given;
      return {
        ...answers,
        quotation: {
          n,
          text,
          start,
          end,
          kind,
          pieces,
          joins,
          turns,
          nested,
          block,
          attribution: { ...attributed, cue: cue === null || cueAt === null ? null : { ...cueAt, text: cue } },
        },
        readings: readings.map((reading): Reading => ({ ...reading, changes: reading.changes.map(decodeChange) })),
      };
    }),
  };
}

function decodeChange({ move, ...given }: z.infer<typeof change>): Change {
  return move === undefined ? given : { ...given, move };
}
