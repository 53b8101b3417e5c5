/** Shapes that age, formula and sayings share: held texts as findings name them, texts by day, readings in columns. */
import type { Apparatus, HeldAt, HeldText, NamedText } from '#formula/index.js';
import { DOCUMENT_KINDS } from '#record/index.js';
import { z } from 'zod';
import { encodeWhenOrNull, offset, reference, when } from './shapes.js';

/** Values of a shape as those have them who only read. */
export type Read<T> = T extends readonly (infer Each)[]
  ? readonly Read<Each>[]
  : T extends object
    ? { readonly [Key in keyof T]: Read<T[Key]> }
    : T;

export const heldTextShape = z.object({
  document: reference.describe('the held text, such as "d17"'),
  title: z.string().describe('its title'),
  address: z.string().nullable().describe('where it was published'),
  kind: z.enum(DOCUMENT_KINDS).describe('kind of document'),
  body: z.string().nullable().describe('the body, else the source, as printed'),
  said: when.nullable().describe('when it was said'),
  published: when.nullable().describe('when it was published'),
});

export const heldAtShape = heldTextShape.extend({
  version: reference.describe('its wording, such as "d17v2"'),
  speaker: z.string().nullable().describe('who speaks at the place, as printed; null: the text does not say'),
  start: offset.describe('into the text of the version'),
  end: offset.describe('into the text of the version'),
});

export const namedShape = z.object({
  reference: reference.describe('what to give to `onrecord show`'),
  title: z.string().describe('its title'),
  said: when.nullable().describe('when it was said'),
  published: when.nullable().describe('when it was published'),
});

export const daysShape = z
  .array(
    z.object({
      day: z.string().nullable().describe('ISO 8601, as precise as it is known; null: no date'),
      texts: z.int().describe('texts of that day, near-copies once'),
    }),
  )
  .describe('the texts that hold the words, by day, in order');

export const apparatusShape = z
  .object({
    columns: z
      .array(
        z.object({
          kind: z.enum(['lemma', 'insert']).describe('a word of the lemma, or what readings have between two of them'),
          text: z.string().describe('the word; empty for an insert'),
        }),
      )
      .describe('from left to right'),
    rows: z
      .array(
        z.array(
          z
            .object({
              text: z.string().describe('what the reading has there'),
              same: z.boolean().describe('the lemma’s own word, up to form'),
            })
            .nullable()
            .describe('null: nothing stands there'),
        ),
      )
      .describe('for each reading, in their order, a cell for each column'),
  })
  .describe('the readings laid under the lemma, column by column');

export function encodeHeldText(given: HeldText): z.infer<typeof heldTextShape> {
  const { document, title, address, kind, body, said, published } = given;
  return { document, title, address, kind, body, said: encodeWhenOrNull(said), published: encodeWhenOrNull(published) };
}

export function encodeHeldTextOrNull(given: HeldText | null): z.infer<typeof heldTextShape> | null {
  return given === null ? null : encodeHeldText(given);
}

export function encodeHeldAt(given: HeldAt): z.infer<typeof heldAtShape> {
  const { version, speaker, start, end } = given;
  return { ...encodeHeldText(given), version, speaker, start, end };
}

export function encodeNamed({ reference: own, title, said, published }: NamedText): z.infer<typeof namedShape> {
  return { reference: own, title, said: encodeWhenOrNull(said), published: encodeWhenOrNull(published) };
}

export function encodeDays(days: Read<z.infer<typeof daysShape>>): z.infer<typeof daysShape> {
  return days.map(({ day, texts }) => ({ day, texts }));
}

export function encodeApparatus({ columns, rows }: Apparatus): z.infer<typeof apparatusShape> {
  return {
    columns: columns.map(({ kind, text }) => ({ kind, text })),
    rows: rows.map((row) => row.map((cell) => cell && { text: cell.text, same: cell.same })),
  };
}
