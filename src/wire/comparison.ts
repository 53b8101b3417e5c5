/** Texts compared as JSON: two, by their differences; three and more, by the places where they differ. */
import type { Apparatus, Comparison, Difference, Moment, Remark } from '#collate/index.js';
import {
  ATTENTION_FLAGS,
  type Change,
  DIFFERENCE_CLASSES,
  type DifferenceClass,
  DOCUMENT_KINDS,
  type DocumentKind,
  type Turn,
} from '#record/index.js';
import { BASES } from '#base/index.js';
import { z } from 'zod';
import { change, encodeChange, encodeSpan, offset, span, turn } from './shapes.js';

const turnIndex = z.int().min(-1).describe('index into the turns of the text; -1: in none');

const compared = z.object({
  name: z.string(),
  title: z.string().nullable(),
  language: z.string().nullable(),
  text: z.string().describe('the text as it was extracted: what offsets count in'),
  kind: z
    .object({ value: z.enum(DOCUMENT_KINDS), basis: z.enum(BASES) })
    .optional()
    .describe('what kind of record it is, which says by which rule it was edited'),
  turns: z.array(turn).optional(),
});

const moment = z
  .object({ from: z.number(), to: z.number() })
  .describe('seconds from the beginning of the recording: of the cues that hold the words, or of the nearest');

const of = z
  .enum(['label', 'stage note'])
  .optional()
  .describe('it concerns who is printed as the speaker, or a stage note, and no spoken word');

const difference = change.extend({
  of,
  time: z.object({ a: moment.nullable(), b: moment.nullable() }).optional(),
  turn: z.object({ a: turnIndex, b: turnIndex }).optional(),
  within: z
    .array(change)
    .optional()
    .describe('of words that came from elsewhere: what differs between them there (`a`) and here (`b`)'),
});

const remark = z.object({
  kind: z.enum([
    'turn missing',
    'question missing',
    'answer missing',
    'part of a question missing',
    'turn moved',
    'speaker change',
  ]),
  missingIn: z
    .enum(['a', 'b'])
    .describe('which text lacks the words; of a move and of a change of speaker, the second'),
  turn: z.object({ a: turnIndex, b: turnIndex }),
  difference: z.int().min(-1).describe('index of the difference that shows it; -1: none'),
  part: z.enum(['first half', 'second half', 'part']).optional().describe('of a question: which part is missing'),
  answered: z.boolean().optional().describe('of a question: whether the other text has the answer behind it'),
  turns: z.int().optional().describe('of a move: how many turns stand elsewhere'),
});

const words = z
  .object({ a: z.int(), b: z.int(), both: z.int() })
  .describe('words of each text, and how many stand in both at the same place');

export const comparisonShape = z.object({
  schema: z.literal('onrecord/comparison/1'),
  a: compared.describe('the first text'),
  b: compared.describe('the second text'),
  words: words.nullable(),
  counts: z
    .record(z.enum(DIFFERENCE_CLASSES), z.int())
    .describe('differences by class; the two ends of a move are one'),
  differences: z.array(difference).describe('in the order of the texts'),
  remarks: z.array(remark).optional().describe('what concerns whole turns'),
});

const reading = z.object({
  versions: z.array(z.int().min(0)).describe('which versions have it, by their place in `versions`'),
  text: z.string().describe('as the first of these versions prints it; empty where they have nothing'),
  class: z
    .enum(DIFFERENCE_CLASSES)
    .nullable()
    .describe('how it stands to what the first version has; null: it is that'),
  flags: z.array(z.enum(ATTENTION_FLAGS)),
});

export const versionsShape = z.object({
  schema: z.literal('onrecord/versions/1'),
  versions: z.array(compared),
  segments: z
    .array(
      z.object({
        spans: z.array(span).describe('where each version has it; they tile every text'),
        readings: z.array(reading).describe('one where all agree, else two and more: the nodes of the variant graph'),
        of,
        times: z.array(moment.nullable()).optional(),
        turns: z.array(turnIndex),
      }),
    )
    .describe('in order; along one version they are its text'),
  transpositions: z
    .array(
      z.object({
        version: z.int(),
        segment: offset.describe('where the words stand in this version'),
        other: z.int(),
        otherSegment: offset.describe('where the other version has them'),
      }),
    )
    .describe('words that one version has where another has them elsewhere'),
  comparisons: z
    .array(z.object({ version: z.int(), words, differences: z.array(difference), remarks: z.array(remark) }))
    .describe('the first version against each of the others'),
});

interface Compared {
  readonly name: string;
  readonly text: string;
  readonly title?: string | null;
  readonly language?: string | null;
  readonly kind?: { readonly value: DocumentKind; readonly basis: (typeof BASES)[number] };
  readonly turns?: readonly Turn[];
}

/** Encodes two compared texts as `onrecord/comparison/1`. */
export function encodeComparison(comparison: {
  readonly a: Compared;
  readonly b: Compared;
  readonly changes: readonly (Change | Difference)[];
  readonly words?: Comparison['words'];
  readonly remarks?: readonly Remark[];
}): z.infer<typeof comparisonShape> {
  const counts = Object.fromEntries(DIFFERENCE_CLASSES.map((cls) => [cls, 0])) as Record<DifferenceClass, number>;
  const moves = new Set<number>();
  for (const each of comparison.changes) {
    if (each.move !== undefined) {
      if (moves.has(each.move)) continue;
      moves.add(each.move);
    }
    counts[each.class]++;
  }
  return {
    schema: 'onrecord/comparison/1',
    a: encodeCompared(comparison.a),
    b: encodeCompared(comparison.b),
    words: comparison.words === undefined ? null : encodeWords(comparison.words),
    counts,
    differences: comparison.changes.map(encodeDifference),
    ...(comparison.remarks === undefined ? {} : { remarks: comparison.remarks.map(encodeRemark) }),
  };
}

/** Encodes three and more versions as `onrecord/versions/1`. */
export function encodeVersions(compared: {
  readonly versions: readonly Compared[];
  readonly apparatus: Apparatus;
  readonly comparisons: readonly Comparison[];
}): z.infer<typeof versionsShape> {
  return {
    schema: 'onrecord/versions/1',
    versions: compared.versions.map(encodeCompared),
    segments: compared.apparatus.segments.map((segment) => ({
      spans: segment.spans.map(encodeSpan),
      readings: segment.readings.map(({ versions, text, class: kind, flags }) => ({
        versions: [...versions],
        text,
        class: kind,
        flags: [...flags],
      })),
      ...(segment.of === undefined ? {} : { of: segment.of }),
      ...(segment.times === undefined ? {} : { times: segment.times.map(encodeMoment) }),
      turns: [...segment.turns],
    })),
    transpositions: compared.apparatus.transpositions.map(({ version, segment, other, otherSegment }) => ({
      version,
      segment,
      other,
      otherSegment,
    })),
    comparisons: compared.comparisons.map((comparison, i) => ({
      version: i + 1,
      words: encodeWords(comparison.words),
      differences: comparison.changes.map(encodeDifference),
      remarks: comparison.remarks.map(encodeRemark),
    })),
  };
}

function encodeCompared({ name, text, title, language, kind, turns }: Compared): z.infer<typeof compared> {
  return {
    name,
    title: title ?? null,
    language: language ?? null,
    text,
    ...(kind === undefined ? {} : { kind: { value: kind.value, basis: kind.basis } }),
    ...(turns === undefined ? {} : { turns: turns.map(encodeTurn) }),
  };
}

function encodeTurn({ start, end, kind, label, name, interpreted }: Turn): z.infer<typeof turn> {
  return { start, end, kind, label, name, interpreted };
}

function encodeWords({ a, b, both }: Comparison['words']): z.infer<typeof words> {
  return { a, b, both };
}

function encodeMoment(given: Moment | null): z.infer<typeof moment> | null {
  return given === null ? null : { from: given.from, to: given.to };
}

function encodeDifference(given: Difference): z.infer<typeof difference> {
  const { of: concern, time, turn: stands, within } = given;
  return {
    ...encodeChange(given),
    ...(concern === undefined ? {} : { of: concern }),
    ...(time === undefined ? {} : { time: { a: encodeMoment(time.a), b: encodeMoment(time.b) } }),
    ...(stands === undefined ? {} : { turn: { a: stands.a, b: stands.b } }),
    ...(within === undefined ? {} : { within: within.map(encodeChange) }),
  };
}

function encodeRemark({
  kind,
  missingIn,
  turn: stands,
  difference: shows,
  part,
  answered,
  turns,
}: Remark): z.infer<typeof remark> {
  return {
    kind,
    missingIn,
    turn: { a: stands.a, b: stands.b },
    difference: shows,
    ...(part === undefined ? {} : { part }),
    ...(answered === undefined ? {} : { answered }),
    ...(turns === undefined ? {} : { turns }),
  };
}
