/** What comes in by /api/1, and how a refusal goes out (RFC 9457, problem details). */
import { type ErrorCode, OnrecordError } from '#base/index.js';
import { z } from 'zod';

const draft = z.object({
  text: z.string().describe('the draft as plain text'),
  name: z.string().max(200).optional().describe('its name, for the sheet'),
});

export const checkRequestShape = draft;

const compared = draft
  .partial({ text: true })
  .extend({ held: z.string().optional().describe('in place of `text`: the reference, id or address of a text held') })
  .refine(({ text, held }) => (text === undefined) !== (held === undefined), 'it needs "text" or "held", and not both');

export const compareRequestShape = z.object({
  a: compared.describe('the first text'),
  b: compared.describe('the second text'),
  more: z.array(compared).optional().describe('further versions: the answer is then `onrecord/versions/1`'),
});

/** Text that was sent, with the name it is to go by. */
export interface SentText {
  readonly text: string;
  readonly name: string | null;
}

/** Decodes the JSON body of a request for a check. Throws OnrecordError `bad-use` that names the field. */
export function decodeCheckRequest(body: string): SentText {
  return sent(parsed(checkRequestShape, body));
}

/** A text to compare: sent, or named as one that is held. */
export type ComparedRequest = SentText | { readonly held: string };

/** Decodes the JSON body of a request for a comparison. Throws OnrecordError `bad-use` that names the field. */
export function decodeCompareRequest(body: string): {
  readonly a: ComparedRequest;
  readonly b: ComparedRequest;
  readonly more: readonly ComparedRequest[];
} {
  const { a, b, more = [] } = parsed(compareRequestShape, body);
  const side = ({ text, held, name }: typeof a): ComparedRequest =>
    held === undefined ? { text: text ?? '', name: name ?? null } : { held };
  return { a: side(a), b: side(b), more: more.map(side) };
}

function sent({ text, name }: z.infer<typeof draft>): SentText {
  return { text, name: name ?? null };
}

function parsed<Shape extends z.ZodType>(shape: Shape, body: string): z.infer<Shape> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new OnrecordError('bad-use', 'The body is not JSON.', 'Send {"text": "…"}, or plain text as text/plain.', {
      cause: error,
    });
  }
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? 'The body' : `The field "${issue.path.join('.')}"`;
  throw new OnrecordError(
    'bad-use',
    `${field} is not as it should be: ${issue?.message ?? 'wrong shape'}.`,
    'Send {"text": "…"}.',
  );
}

/** A refusal as `application/problem+json`. */
export interface ProblemJson {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode | 'internal';
}

/** Encodes a refusal: `title` says what is wrong, `detail` what to do. */
export function encodeProblem(status: number, code: ProblemJson['code'], title: string, detail: string): ProblemJson {
  return { type: 'about:blank', title, status, detail, code };
}
