/** Sayings with their witnesses, and a text with who quotes it, as JSON: what `onrecord sayings --json` answers. */
import type { QuotedText, SayingsTrace } from '#formula/index.js';
import { z } from 'zod';
import {
  apparatusShape,
  encodeApparatus,
  encodeHeldAt,
  encodeHeldText,
  encodeNamed,
  heldAtShape,
  heldTextShape,
  namedShape,
} from './held-shapes.js';
import { coverage, encodeCoverage, offset, reference, span } from './shapes.js';

const SAYINGS_SCHEMA = 'onrecord/sayings/1';
const QUOTED_SCHEMA = 'onrecord/quoted/1';

const witness = z.object({
  held: heldAtShape.describe('the place'),
  day: z.string().nullable().describe('ISO 8601; null: no date'),
  text: z.string().describe('its words, without what a writer put between the pieces of a quotation'),
  reading: z.int().describe('which of the readings, from 0'),
  partial: z.boolean().describe('it has a part of the saying only'),
  standing: z
    .enum(['record', 'translation', 'machine', 'press'])
    .describe('what weight its kind has as a record of what was said'),
  quoted: z.boolean().describe('the words stand in quotation marks there'),
  speaker: z.string().nullable().describe('whom the text gives them to, as printed; of a record, who speaks'),
  copy: z.boolean().describe('in a near-copy of an earlier text'),
});

const saying = z.object({
  text: z.string().describe('the words as asked for, or as the text quotes them'),
  lemma: z.int().nullable().describe('which of the witnesses is the primary source, from 0; null: none is held'),
  witnesses: z.array(witness).describe('in order of time'),
  readings: z
    .array(
      z.object({
        text: z.string().describe('as one witness has it'),
        texts: z.int().describe('texts that have it, near-copies among them'),
        first: heldTextShape.describe('the earliest'),
        same: z.boolean().describe('it is the lemma’s own, up to form'),
        partial: z.boolean().describe('of a part of the saying only'),
      }),
    )
    .describe('the lemma’s first, then whole ones before parts, most texts first'),
  apparatus: apparatusShape,
  capped: z.boolean().describe('more may be held than were found'),
});

export const sayingsShape = z.object({
  schema: z.literal(SAYINGS_SCHEMA),
  rules: z.string().describe('versions of the rules that decided'),
  document: namedShape.nullable().describe('the text whose quotations were asked for; null: words were'),
  coverage: coverage.describe('what was looked at'),
  sayings: z.array(saying).describe('one for the words asked for; of a text, one for each quotation, in order'),
});

export const quotedShape = z.object({
  schema: z.literal(QUOTED_SCHEMA),
  rules: z.string().describe('versions of the rules that decided'),
  document: namedShape.describe('the text that is quoted'),
  version: reference.describe('its wording'),
  language: z.string().nullable().describe('BCP 47 subtag'),
  text: z.string().describe('the text as it was extracted: what offsets count in'),
  coverage: coverage.describe('what was looked at'),
  quoters: z
    .array(
      z.object({
        held: heldTextShape.describe('the text that quotes'),
        quotations: z
          .array(
            z.object({
              text: z.string().describe('the quotation, as it has it'),
              start: offset.describe('of the words quoted, into the text'),
              end: offset.describe('of the words quoted, into the text'),
              speaker: z.string().nullable().describe('whom it gives them to, as printed'),
            }),
          )
          .describe('in order'),
      }),
    )
    .describe('in order of time, near-copies once'),
  runs: z
    .array(span.extend({ by: z.array(z.int()).describe('which of the quoters, from 0') }))
    .describe('stretches of the text that the same texts quote'),
});

export type SayingsJson = z.infer<typeof sayingsShape>;
export type QuotedJson = z.infer<typeof quotedShape>;

/** Encodes sayings with their witnesses as `onrecord/sayings/1`. */
export function encodeSayings({ document, sayings, coverage: covered, rules }: SayingsTrace): SayingsJson {
  return {
    schema: SAYINGS_SCHEMA,
    rules,
    document: document && encodeNamed(document),
    coverage: encodeCoverage(covered),
    sayings: sayings.map((given) => ({
      text: given.text,
      lemma: given.lemma,
      witnesses: given.witnesses.map(({ held, day, text, reading, partial, standing, quoted, speaker, copy }) => ({
        held: encodeHeldAt(held),
        day,
        text,
        reading,
        partial,
        standing,
        quoted,
        speaker,
        copy,
      })),
      readings: given.readings.map(({ text, texts, first, same, partial }) => ({
        text,
        texts,
        first: encodeHeldText(first),
        same,
        partial,
      })),
      apparatus: encodeApparatus(given.apparatus),
      capped: given.capped,
    })),
  };
}

/** Encodes a text with who quotes it as `onrecord/quoted/1`. */
export function encodeQuoted(quoted: QuotedText): QuotedJson {
  return {
    schema: QUOTED_SCHEMA,
    rules: quoted.rules,
    document: encodeNamed(quoted.document),
    version: quoted.version,
    language: quoted.language,
    text: quoted.text,
    coverage: encodeCoverage(quoted.coverage),
    quoters: quoted.quoters.map(({ held, quotations }) => ({
      held: encodeHeldText(held),
      quotations: quotations.map(({ text, start, end, speaker }) => ({ text, start, end, speaker })),
    })),
    runs: quoted.runs.map(({ start, end, by }) => ({ start, end, by: [...by] })),
  };
}
