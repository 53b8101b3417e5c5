/** A formula through time as JSON: what `onrecord formula --json` answers. */
import type { Carrier, FormulaTrace, LongerFormula, Silence } from '#formula/index.js';
import { z } from 'zod';
import {
  apparatusShape,
  encodeApparatus,
  encodeHeldAt,
  encodeHeldText,
  encodeHeldTextOrNull,
  heldAtShape,
  heldTextShape,
} from './held-shapes.js';
import { coverage, encodeCoverage } from './shapes.js';

const FORMULA_SCHEMA = 'onrecord/formula/1';

const counted = {
  places: z.int().describe('places'),
  texts: z.int().describe('texts, near-copies once'),
  first: heldTextShape.describe('the earliest text that holds it'),
  last: heldTextShape.describe('the latest'),
};

const reading = z.object({
  text: z.string().describe('as it is written in its latest use'),
  words: z.int().describe('its words'),
  ...counted,
});

const silence = z
  .object({
    from: z.string().describe('the day of the use before, ISO 8601'),
    to: z.string().describe('the day of the use behind, or the last day of which a text is held'),
    days: z.int().describe('from one to the other'),
    held: z.int().describe('texts held from between'),
  })
  .nullable();

const carrier = z.object({
  name: z.string().nullable().describe('as printed most often; null: the texts do not say'),
  names: z.array(z.string()).describe('other printed names of the same'),
  ...counted,
});

export const formulaShape = z.object({
  schema: z.literal(FORMULA_SCHEMA),
  rules: z.string().describe('versions of the rules that decided'),
  phrase: z.string().describe('what was asked for'),
  language: z.string().nullable().describe('BCP 47 subtag'),
  sort: z.enum(['date', 'left', 'right', 'speaker']).describe('the order of the rows'),
  filter: z.record(z.string(), z.string()).describe('which texts were looked at, where not all were'),
  coverage: coverage.describe('what was looked at; belongs beside "first", "never" and every silence'),
  places: z.int().describe('places of all readings; a place counts once, for the longest that stands there'),
  texts: z.int().describe('texts that hold any reading, near-copies once'),
  alone: z.int().describe('places of the very words that are part of no longer formula'),
  readings: z.array(reading).describe('the words as asked for, if they are held, then variations, most texts first'),
  apparatus: apparatusShape,
  longer: z
    .array(z.object({ text: z.string().describe('as it is written in its latest use'), ...counted }))
    .describe('longer formulas that hold the very words; their places are not counted again in shorter ones'),
  timeline: z
    .object({
      unit: z.enum(['year', 'month', 'day']).describe('length of a period'),
      periods: z
        .array(
          z.object({
            period: z.string().describe('ISO 8601'),
            texts: z.int().describe('texts that hold any reading'),
            exact: z.int().describe('of them, those that hold the very words'),
            held: z.int().describe('all texts held of the period'),
          }),
        )
        .describe('in order, without gaps'),
      undated: z.int().describe('texts without a date that hold it'),
    })
    .describe('texts that hold it per texts held'),
  first: heldTextShape.nullable().describe('first held use of any reading; null: none is held'),
  last: heldTextShape.nullable().describe('last held use'),
  silence: silence.describe('the longest time between two uses'),
  since: silence.describe('the time since the last use; null: a text of the last day held has it'),
  speakers: z.array(carrier).describe('who says it, most texts first; `first` is the first held use by each'),
  bodies: z.array(carrier).describe('in whose texts it stands, most texts first'),
  capped: z.boolean().describe('more variations may be held than were found'),
  rows: z
    .array(
      z.object({
        held: heldAtShape.describe('the place'),
        day: z.string().nullable().describe('ISO 8601; null: no date'),
        before: z.string().describe('the held words just before'),
        text: z.string().describe('the words, as they stand'),
        after: z.string().describe('the held words just behind'),
        reading: z.int().describe('which of the readings, from 0'),
        longer: z.int().nullable().describe('which of the longer formulas it is part of; null: of none'),
        copy: z.boolean().describe('in a near-copy of an earlier text: not counted again'),
      }),
    )
    .describe('the concordance'),
});

export type FormulaJson = z.infer<typeof formulaShape>;

/** Encodes a formula through time as `onrecord/formula/1`. */
export function encodeFormula(traced: FormulaTrace & { readonly filter: object }): FormulaJson {
  const counts = ({
    places,
    texts,
    first,
    last,
  }: Omit<LongerFormula, 'text'>): {
    places: number;
    texts: number;
    first: FormulaJson['readings'][number]['first'];
    last: FormulaJson['readings'][number]['last'];
  } => ({
    places,
    texts,
    first: encodeHeldText(first),
    last: encodeHeldText(last),
  });
  const quiet = (given: Silence | null): FormulaJson['silence'] =>
    given && { from: given.from, to: given.to, days: given.days, held: given.held };
  const carried = (given: Carrier): FormulaJson['speakers'][number] => ({
    name: given.name,
    names: [...given.names],
    ...counts(given),
  });
  const { timeline } = traced;
  return {
    schema: FORMULA_SCHEMA,
    rules: traced.rules,
    phrase: traced.phrase,
    language: traced.language,
    sort: traced.sort,
    filter: Object.fromEntries(Object.entries(traced.filter).map(([name, value]) => [name, String(value)])),
    coverage: encodeCoverage(traced.coverage),
    places: traced.places,
    texts: traced.texts,
    alone: traced.alone,
    readings: traced.readings.map((given) => ({ text: given.text, words: given.words, ...counts(given) })),
    apparatus: encodeApparatus(traced.apparatus),
    longer: traced.longer.map((given) => ({ text: given.text, ...counts(given) })),
    timeline: {
      unit: timeline.unit,
      periods: timeline.periods.map(({ period, texts, exact, held }) => ({ period, texts, exact, held })),
      undated: timeline.undated,
    },
    first: encodeHeldTextOrNull(traced.first),
    last: encodeHeldTextOrNull(traced.last),
    silence: quiet(traced.silence),
    since: quiet(traced.since),
    speakers: traced.speakers.map(carried),
    bodies: traced.bodies.map(carried),
    capped: traced.capped,
    rows: traced.rows.map(({ held, day, before, text, after, reading: n, longer, copy }) => ({
      held: encodeHeldAt(held),
      day,
      before,
      text,
      after,
      reading: n,
      longer,
      copy,
    })),
  };
}
