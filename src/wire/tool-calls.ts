/**
 * What an assistant may ask for by the Model Context Protocol: the inputs of the tools, as shapes with the words by
 * which an assistant learns to use them. A field that is not known is refused, so that a slip is noticed.
 */
import { OnrecordError } from '#base/index.js';
import { z } from 'zod';
import { textFilter } from './shapes.js';

/** A text that an assistant sends; longer ones are for `onrecord check`. */
const LONGEST_TEXT = 200_000;
const MOST_HITS = 50;
const MOST_SHOWN = 20_000;

const held = z.string().min(1).max(2000);
const ref = held.describe('a reference ("d17", or "d17v2" for one wording), the publisher’s id, or the address');
const day = z.string().describe('ISO 8601, of any precision: "2025", "2025-07", "2025-07-10"');
const language = z.string().max(35).describe('BCP 47 subtag ("en", "ru"); found out where it is left out');
const text = z.string().min(1).max(LONGEST_TEXT);

const side = z
  .strictObject({
    text: text.optional().describe('the text itself'),
    held: held.optional().describe('in place of `text`: reference, id or address of a text that is held'),
  })
  .refine((given) => (given.text === undefined) !== (given.held === undefined), 'it needs "text" or "held", not both');

const SHAPES = {
  check: z.strictObject({
    text: text.describe(
      'a draft as plain text. Quotations are found by their quotation marks; name the speaker in the sentence as a writer would (The minister, Jane Doe, said: “…”), since who said it is checked too',
    ),
    date: day.optional().describe('the day the draft was written, which "on Thursday" is reckoned from; else today'),
    language: language.optional(),
    only: textFilter.optional().describe('which of the texts held are searched: a speaker, a source, days; else all'),
  }),
  search: z.strictObject({
    words: z
      .string()
      .min(1)
      .max(10_000)
      .describe(
        'words that must all stand in a text. "two words" in double quotes are a phrase, reform* any ending, ' +
          'truce OR ceasefire either, inspectors NEAR/5 terminal with at most five words between, -ferry must be absent. ' +
          'Each line is a search by itself: a list of phrases gets the counts of each',
      ),
    speaker: z.string().optional().describe('only what this person says'),
    body: z.string().optional().describe('only texts of this institution'),
    source: z.string().optional().describe('only texts of this source'),
    kind: z.string().optional().describe('only this kind of document, such as "verbatim transcript" or "readout"'),
    language: language.optional().describe('only texts in this language, a BCP 47 subtag'),
    from: day.optional().describe('only texts from this day on, ISO 8601 of any precision'),
    to: day.optional().describe('only texts up to this day'),
    limit: z.int().min(1).max(MOST_HITS).optional().describe('at most so many places; 10 unless told'),
  }),
  show: z.strictObject({
    ref,
    start: z
      .int()
      .min(0)
      .optional()
      .describe('the first character wanted; the beginning unless told. Answers say where the next part starts'),
    length: z.int().min(1).max(MOST_SHOWN).optional().describe('at most so many characters; 4000 unless told'),
  }),
  cite: z.strictObject({
    ref,
    words: z
      .string()
      .min(1)
      .max(5000)
      .describe('the exact words as they stand in that text, without quotation marks round them'),
  }),
  age: z
    .strictObject({
      text: text.optional().describe('the text itself'),
      held: held.optional().describe('in place of `text`: reference, id or address of a text that is held'),
      date: day.optional().describe('its day where the text does not say: only texts surely earlier count'),
      body: z.string().optional().describe('whose text it is, where it does not say'),
      speaker: z.string().optional().describe('who speaks, where it does not say'),
      language: language.optional(),
    })
    .refine((given) => (given.text === undefined) !== (given.held === undefined), 'give "text" or "held", not both'),
  compare: z.strictObject({
    a: side.describe('the first or earlier text'),
    b: side.describe('the second or later text'),
    all: z
      .boolean()
      .optional()
      .describe('list fillers, endings and differences of form one by one too; else they are only counted'),
  }),
  status: z.strictObject({}),
} as const;

export type ToolName = keyof typeof SHAPES;
export type ToolInput<Name extends ToolName> = z.infer<(typeof SHAPES)[Name]>;

export const TOOL_NAMES = Object.keys(SHAPES) as readonly ToolName[];

/** The input of a tool as JSON Schema (draft 2020-12). */
export function toolSchema(name: ToolName): Record<string, unknown> {
  return z.toJSONSchema(SHAPES[name], { io: 'input' });
}

/** Decodes what an assistant gave a tool. Throws OnrecordError `bad-use` that names the field. */
export function decodeToolCall<Name extends ToolName>(name: Name, given: unknown): ToolInput<Name> {
  const result = SHAPES[name].safeParse(given ?? {});
  if (result.success) return result.data as ToolInput<Name>;
  const [issue] = result.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? 'The input' : `The field "${issue.path.join('.')}"`;
  throw new OnrecordError(
    'bad-use',
    `${field} is not as it should be: ${issue?.message ?? 'wrong shape'}.`,
    `The input schema of the tool "${name}" says what it takes.`,
  );
}
