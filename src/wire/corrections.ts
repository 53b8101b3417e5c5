/** What people decided about an archive, as JSON: facts corrected, a text dropped, people taken in. */
import type { Problem } from '#base/index.js';
import type { Document, Person } from '#record/index.js';
import { z } from 'zod';
import { document, encodeDocument, problem, reference } from './shapes.js';

export const documentShape = z.object({
  schema: z.literal('onrecord/document/1'),
  document: document.describe('as it is after the correction'),
});

export const dropShape = z.object({
  schema: z.literal('onrecord/drop/1'),
  reference,
  title: z.string(),
});

const mandate = z.object({
  post: z.string(),
  body: z.string().nullable(),
  from: z.string().nullable().describe('first day, ISO 8601 of any precision; null: open'),
  to: z.string().nullable().describe('last day; null: open'),
});

export const peopleShape = z.object({
  schema: z.literal('onrecord/people/1'),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int().describe('people in the file who were held just so before'),
  people: z.array(
    z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()), mandates: z.array(mandate) }),
  ),
  problems: z
    .array(problem.extend({ where: z.string().optional().describe('the row, as a spreadsheet numbers it') }))
    .describe('rows that were left out, each with the reason'),
});

/** Encodes a Document whose facts were corrected as `onrecord/document/1`. */
export function encodeCorrected(corrected: Document): z.infer<typeof documentShape> {
  return { schema: 'onrecord/document/1', document: encodeDocument(corrected) };
}

/** Encodes a dropped text as `onrecord/drop/1`. */
export function encodeDrop(dropped: { readonly reference: string; readonly title: string }): z.infer<typeof dropShape> {
  return { schema: 'onrecord/drop/1', reference: dropped.reference, title: dropped.title };
}

/** Encodes what a people file brought as `onrecord/people/1`. */
export function encodePeople(report: {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
}): z.infer<typeof peopleShape> {
  const { added, changed, unchanged } = report;
  return {
    schema: 'onrecord/people/1',
    added,
    changed,
    unchanged,
    people: report.people.map(({ id, name, aliases, mandates }) => ({
      id,
      name,
      aliases: [...aliases],
      mandates: mandates.map(({ post, body, from, to }) => ({ post, body, from, to })),
    })),
    problems: report.problems.map(({ code, message, where }) => ({
      code,
      message,
      ...(where === undefined ? {} : { where }),
    })),
  };
}
