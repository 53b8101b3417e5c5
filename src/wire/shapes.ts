/**
 * The shapes that every answer is made of, each once: the same thing looks the same wherever it appears. Within a
 * version of a schema fields are only ever added. Field names and closed lists are those of the vocabulary.
 */
import { BASES, PRECISIONS, type When } from '#base/index.js';
import {
  ATTENTION_FLAGS,
  BLOCK_KINDS,
  type Change,
  type Coverage,
  DIFFERENCE_CLASSES,
  type Document,
  DOCUMENT_KINDS,
  type TextFilter,
  TURN_KINDS,
} from '#record/index.js';
import { z } from 'zod';

/** A shape's data as whoever encodes it may have it. */
export type DeepReadonly<T> = T extends readonly (infer Each)[]
  ? readonly DeepReadonly<Each>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export const offset = z.int().min(0);

export const span = z.object({
  start: offset.describe('first UTF-16 code unit'),
  end: offset.describe('code unit behind the last'),
});

export const words = span.extend({ text: z.string().describe('the words that stand there') });

export const when = z.object({
  at: z.string().describe('ISO 8601 to exactly the precision, without the zone: "2025", "2025-07-10T14:37"'),
  precision: z.enum(PRECISIONS).describe('how much of the date is known'),
  zone: z.string().nullable().describe('UTC offset such as "+03:00", or "Z"; null: zone unknown'),
  basis: z.enum(BASES).describe('stated by the publisher, guessed, or corrected by a person'),
});

export const change = z
  .object({
    class: z.enum(DIFFERENCE_CLASSES).describe('what kind of difference it is'),
    flags: z.array(z.enum(ATTENTION_FLAGS)).describe('what the difference touches; no claim that it matters'),
    a: words.describe('the draft or the earlier text'),
    b: words.describe('the source or the later text'),
    move: z
      .int()
      .optional()
      .describe('of a move: the same number on the change that takes the words away and the one that puts them back'),
  })
  .describe('replacing `a` by `b` for every change, last first, makes the first text into the second');

export const problem = z.object({
  code: z.string().describe('stable name'),
  message: z.string().describe('a sentence for people'),
});

export const link = span.extend({ address: z.string().describe('where it leads') });

/** Which of the texts held are asked for: in requests and in what was searched. */
export const textFilter = z.strictObject({
  source: z.string().optional().describe('only texts of this source'),
  speaker: z.string().optional().describe('only texts of this speaker'),
  body: z.string().optional().describe('only texts of this body'),
  kind: z.string().optional().describe('only this kind of document, such as "verbatim transcript" or "readout"'),
  language: z.string().optional().describe('only texts in this language, a BCP 47 subtag'),
  from: z.string().optional().describe('only texts from this day on, ISO 8601 of any precision'),
  to: z.string().optional().describe('only texts up to this day'),
});

/** Without what was not given. */
export function decodeFilter(given: z.infer<typeof textFilter>): TextFilter {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

export const coverage = z
  .object({
    texts: z.int().describe('documents searched'),
    words: z.int().describe('words searched'),
    sources: z.int().describe('places that published them'),
    speakers: z.int().describe('speakers as printed'),
    from: z.string().nullable().describe('first day said or published, ISO 8601'),
    to: z.string().nullable().describe('last day said or published, ISO 8601'),
    undated: z.int().describe('texts without a date'),
    languages: z
      .array(z.object({ language: z.string().describe('BCP 47 subtag'), texts: z.int().describe('texts in it') }))
      .describe('most texts first'),
    only: z.object(textFilter.shape).optional().describe('where only some of the texts held were asked for: which'),
  })
  .describe('what was searched; belongs beside every `not held`');

export const reference = z
  .string()
  .regex(/^(d\d+(v\d+)?|c\d+)$/)
  .describe('"d17" a document, "d17v2" its second version, "c9" a capture');

const marked = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    basis: z.enum(BASES),
    ground: z.string().optional().describe('why it was guessed, or who corrected it'),
  });

export const capture = z.object({
  reference,
  origin: z.string().describe('path or address that the bytes came from'),
  mediaType: z.string().nullable(),
  digest: z.string().describe('SHA-256 of the bytes, hexadecimal'),
  size: z.int().describe('bytes'),
  at: when.describe('when it was captured'),
  provenance: z
    .object({
      taken: z.string().describe('when it was taken in, ISO 8601 instant'),
      file: z.string().describe('the file it came in'),
      record: z.string().nullable().describe('its WARC-Record-ID there'),
      software: z.string().nullable(),
      operator: z.string().nullable(),
    })
    .optional()
    .describe('of what others captured'),
});

export const version = z.object({
  reference,
  number: z.int().min(1).describe('1 is the first captured'),
  capture: reference,
  captured: when,
  words: z.int(),
  digest: z.string().describe('SHA-256 of the main text, hexadecimal'),
});

export const document = z.object({
  reference,
  title: z.string(),
  id: z.string().nullable().describe('the publisher’s own id'),
  source: z.string().nullable(),
  body: z.string().nullable(),
  kind: marked(z.enum(DOCUMENT_KINDS)),
  said: when.nullable(),
  published: when.nullable(),
  occasion: z.string().nullable(),
  speaker: marked(z.string()).nullable(),
  language: marked(z.string()).nullable(),
  address: z.string().nullable(),
  translationOf: z.string().nullable(),
  corrects: z.string().nullable(),
  rights: z.string().nullable(),
  other: z.record(z.string(), z.string()).describe('header words that are not known, kept as they are'),
  versions: z.array(version).describe('oldest first'),
});

export const block = span.extend({
  kind: z.enum(BLOCK_KINDS),
  time: z.object({ from: z.number(), to: z.number() }).optional().describe('place in the recording in seconds'),
});

export const turn = span.extend({
  kind: z.enum(TURN_KINDS),
  label: z.string().nullable().describe('the label as printed, without its colon'),
  name: z.string().nullable().describe('the name within the label, as printed'),
  interpreted: z.boolean(),
});

export function encodeWhen(given: When): z.infer<typeof when> {
  const { at, precision, zone, basis } = given;
  return { at, precision, zone, basis };
}

export function encodeWhenOrNull(given: When | null): z.infer<typeof when> | null {
  return given === null ? null : encodeWhen(given);
}

export function encodeSpan({ start, end }: { readonly start: number; readonly end: number }): z.infer<typeof span> {
  return { start, end };
}

export function encodeChange(given: Change): z.infer<typeof change> {
  const side = ({ start, end, text }: Change['a']): z.infer<typeof words> => ({ start, end, text });
  return {
    class: given.class,
    flags: [...given.flags],
    a: side(given.a),
    b: side(given.b),
    ...(given.move === undefined ? {} : { move: given.move }),
  };
}

export function encodeCoverage(given: DeepReadonly<z.infer<typeof coverage>>): z.infer<typeof coverage> {
  const { texts, words: total, sources, speakers, from, to, undated } = given;
  return {
    texts,
    words: total,
    sources,
    speakers,
    from,
    to,
    undated,
    languages: given.languages.map(({ language, texts: n }) => ({ language, texts: n })),
    ...(given.only !== undefined && { only: given.only }),
  };
}

/** What `encodeCoverage` encoded. */
export function decodeCoverage({ only, ...rest }: z.infer<typeof coverage>): Coverage {
  return { ...rest, ...(only !== undefined && { only: decodeFilter(only) }) };
}

/** A held document with its versions. */
export function encodeDocument(given: Document): z.infer<typeof document> {
  const { reference: own, title, id, source, body, occasion, address, translationOf, corrects, rights } = given;
  return {
    reference: own,
    title,
    id,
    source,
    body,
    kind: encodeMarked(given.kind),
    said: encodeWhenOrNull(given.said),
    published: encodeWhenOrNull(given.published),
    occasion,
    speaker: given.speaker === null ? null : encodeMarked(given.speaker),
    language: given.language === null ? null : encodeMarked(given.language),
    address,
    translationOf,
    corrects,
    rights,
    other: { ...given.other },
    versions: given.versions.map(encodeVersion),
  };
}

export function encodeVersion(given: Document['versions'][number]): z.infer<typeof version> {
  const { reference: own, number, capture: from, captured, words: total, digest } = given;
  return { reference: own, number, capture: from, captured: encodeWhen(captured), words: total, digest };
}

type Held<T> = { readonly value: T; readonly basis: When['basis']; readonly ground?: string };

function encodeMarked<T>({ value, basis, ground }: Held<T>): { value: T; basis: When['basis']; ground?: string } {
  return { value, basis, ...(ground === undefined ? {} : { ground }) };
}
