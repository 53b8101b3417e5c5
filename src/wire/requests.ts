/** What comes in by /api/1, and how a refusal goes out (RFC 9457, problem details). */
import { type ErrorCode, OnrecordError } from '#base/index.js';
import { type Decided, DECISIONS, type Status, STATUSES, type TextFilter } from '#record/index.js';
import { z } from 'zod';
import { decodeFilter, textFilter } from './shapes.js';
import { dropSearchRequestShape, keepSearchRequestShape, lookedRequestShape } from './search.js';

const draft = z.object({
  text: z.string().describe('the draft as plain text'),
  name: z.string().max(200).optional().describe('its name, for the sheet'),
});

export const checkRequestShape = draft.extend({
  date: z.string().optional().describe('the day the draft was written, where it does not say'),
  language: z.string().optional().describe('BCP 47 subtag of the draft, where the text does not show it'),
  only: textFilter.optional().describe('which of the texts held are searched; all unless told'),
});

const compared = draft
  .partial({ text: true })
  .extend({ held: z.string().optional().describe('in place of `text`: the reference, id or address of a text held') })
  .refine(({ text, held }) => (text === undefined) !== (held === undefined), 'it needs "text" or "held", and not both');

export const compareRequestShape = z.object({
  a: compared.describe('the first text'),
  b: compared.describe('the second text'),
  more: z.array(compared).optional().describe('further versions: the answer is then `onrecord/versions/1`'),
});

export const ageRequestShape = draft
  .partial({ text: true })
  .extend({
    held: z.string().optional().describe('in place of `text`: the reference, id or address of a text held'),
    against: compared
      .optional()
      .describe('the text that the redline is drawn against; else the one before in its series'),
    date: z.string().optional().describe('its day where the text does not say: only texts surely earlier count'),
    body: z.string().optional().describe('the body that speaks, where the text does not say'),
    speaker: z.string().optional().describe('who speaks, where the text does not say'),
    language: z.string().optional().describe('BCP 47 subtag, where the text does not show it'),
  })
  .refine(({ text, held }) => (text === undefined) !== (held === undefined), 'it needs "text" or "held", and not both');

export const accountsRequestShape = z.object({
  texts: z.array(compared).min(2).describe('the accounts, in the order in which their sides are shown'),
  names: z.array(z.string()).optional().describe('names of the sides in order'),
  pair: z
    .array(z.string())
    .optional()
    .describe('sentences that treat one matter: "a3=b5"; kept where both texts are held'),
  unpair: z
    .array(z.string())
    .optional()
    .describe('sentences that do not: "a2=b3"; or "a2", which has no partner at all'),
});

export const setRequestShape = z.object({
  ref: z.string().describe('the reference, id, address or import path of a text'),
  settings: z.array(z.string()).min(1).describe('"name=value"; an empty value takes the fact away'),
});

export const dropRequestShape = z.object({
  ref: z.string().describe('the reference, id, address or import path of a text'),
});

export const signRequestShape = draft.extend({
  by: z.string().describe('who signs'),
  note: z.string().optional().describe('words to stand beside it'),
  earlier: z.string().optional().describe('the sheet that the new one takes the place of'),
  decisions: z
    .array(
      z.object({
        n: z.int().min(1).describe('number of the quotation'),
        decided: z.enum(DECISIONS),
        status: z
          .enum(STATUSES)
          .optional()
          .describe('the status that was seen; if it is another now, nothing is signed'),
        at: z.string().optional().describe('when it was decided, ISO 8601; else now'),
      }),
    )
    .optional(),
});

export const stopRequestShape = z.object({
  work: z.string().describe('the name that the work was given by `?work=…`'),
});

export const stopShape = z.object({
  schema: z.literal('onrecord/stop/1'),
  stopped: z.boolean().describe('false: there is no such work, or it has ended'),
});

/** Decodes which work is to stop; `bad-use` as below. */
export function decodeStopRequest(body: string): string {
  return parsed(stopRequestShape, body).work;
}

/** Encodes whether work was asked to stop as `onrecord/stop/1`. */
export function encodeStop(stopped: boolean): z.infer<typeof stopShape> {
  return { schema: 'onrecord/stop/1', stopped };
}

/** Text that was sent, with the name it is to go by. */
export interface SentText {
  readonly text: string;
  readonly name: string | null;
}

/** Decodes the JSON body of a request for a check. Throws OnrecordError `bad-use` that names the field. */
export function decodeCheckRequest(body: string): SentText & {
  readonly day: string | null;
  readonly language: string | null;
  readonly filter: TextFilter;
} {
  const { date, language, only, ...draftSent } = parsed(checkRequestShape, body);
  return { ...sent(draftSent), day: date ?? null, language: language ?? null, filter: decodeFilter(only ?? {}) };
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
  return { a: side(a), b: side(b), more: more.map(side) };
}

/** Decodes a request for the age of a text; `bad-use` as above. */
export function decodeAgeRequest(body: string): {
  readonly text: ComparedRequest;
  readonly against: ComparedRequest | null;
  readonly day: string | null;
  readonly body: string | null;
  readonly speaker: string | null;
  readonly language: string | null;
} {
  const { against, date, body: institution, speaker, language, ...text } = parsed(ageRequestShape, body);
  return {
    text: side(text),
    against: against === undefined ? null : side(against),
    day: date ?? null,
    body: institution ?? null,
    speaker: speaker ?? null,
    language: language ?? null,
  };
}

/** Decodes a request to put accounts side by side; `bad-use` as above. */
export function decodeAccountsRequest(body: string): {
  readonly texts: readonly ComparedRequest[];
  readonly names?: readonly string[];
  readonly pair?: readonly string[];
  readonly unpair?: readonly string[];
} {
  const { texts, names, pair, unpair } = parsed(accountsRequestShape, body);
  return {
    texts: texts.map(side),
    ...(names !== undefined && { names }),
    ...(pair !== undefined && { pair }),
    ...(unpair !== undefined && { unpair }),
  };
}

/** Decodes facts to be corrected; `bad-use` as above. */
export function decodeSetRequest(body: string): { readonly named: string; readonly settings: readonly string[] } {
  const { ref, settings } = parsed(setRequestShape, body);
  return { named: ref, settings };
}

/** Decodes which text is to be dropped; `bad-use` as above. */
export function decodeDropRequest(body: string): string {
  return parsed(dropRequestShape, body).ref;
}

/** Decodes a search that is to be kept; `bad-use` as above. */
export function decodeKeepSearchRequest(body: string): {
  readonly name: string;
  readonly words: string;
  readonly filter: TextFilter;
} {
  const { name, words, filter = {} } = parsed(keepSearchRequestShape, body);
  return { name, words, filter: decodeFilter(filter) };
}

/** Decodes how far a kept search was seen; `bad-use` as above. */
export function decodeLookedRequest(body: string): { readonly name: string; readonly mark: number } {
  return parsed(lookedRequestShape, body);
}

/** Decodes which kept search is to be forgotten; `bad-use` as above. */
export function decodeDropSearchRequest(body: string): { readonly name: string } {
  return parsed(dropSearchRequestShape, body);
}

/** A draft to be signed off. */
export interface SentSheet {
  readonly draft: SentText;
  readonly by: string;
  readonly note: string;
  readonly earlier: string | null;
  readonly decisions: readonly {
    readonly n: number;
    readonly decided: Decided;
    readonly status: Status | null;
    readonly at: string | null;
  }[];
}

/** Decodes a draft that is to be signed off; `bad-use` as above. */
export function decodeSignRequest(body: string): SentSheet {
  const { by, note = '', earlier, decisions = [], ...rest } = parsed(signRequestShape, body);
  return {
    draft: sent(rest),
    by,
    note,
    earlier: earlier ?? null,
    decisions: decisions.map(({ n, decided, status, at }) => ({ n, decided, status: status ?? null, at: at ?? null })),
  };
}

function side({ text, held, name }: z.infer<typeof compared>): ComparedRequest {
  return held === undefined ? { text: text ?? '', name: name ?? null } : { held };
}

function sent({ text, name }: z.infer<typeof draft>): SentText {
  return { text, name: name ?? null };
}

export function parsed<Shape extends z.ZodType>(shape: Shape, body: string): z.infer<Shape> {
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
    'docs/openapi.json says what it takes.',
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
