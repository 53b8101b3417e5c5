/** Searches as JSON: where words stand, and the searches that are kept. */
import type { When } from '#base/index.js';
import type { SearchAnswer, TextFilter } from '#record/index.js';
import { z } from 'zod';
import {
  coverage,
  document,
  encodeCoverage,
  encodeDocument,
  encodeWhen,
  offset,
  reference,
  textFilter,
  when,
} from './shapes.js';

const saved = z.object({
  name: z.string(),
  words: z.string().describe('what is searched for, a search in each line'),
  filter: z.object(textFilter.shape).describe('which of the texts held are searched'),
  by: z.string(),
  at: when,
  looked: z
    .object({ mark: z.int().describe('of what was held then'), at: when })
    .describe('when it was looked at last, else when it was kept'),
});

export const searchShape = z.object({
  schema: z.literal('onrecord/search/1'),
  words: z.string().describe('what was searched for, a search in each line'),
  saved: saved.nullable().optional().describe('the kept search, where one was asked for by its name'),
  hits: z.array(
    z.object({
      document,
      version: reference,
      before: z.string(),
      hit: z.string(),
      after: z.string(),
      start: offset.describe('into the text of the version'),
      end: offset.describe('into the text of the version'),
      speaker: z.string().nullable(),
      places: z.int().optional().describe('places of the words in this text'),
      lines: z.array(z.int()).optional().describe('the lines that this text holds, as indexes into `lines`'),
      new: z.boolean().optional().describe('of a kept search: taken in since it was looked at last'),
    }),
  ),
  documents: z.int().describe('documents that hold the words, beyond the hits shown too'),
  lines: z
    .array(
      z.object({
        words: z.string(),
        documents: z.int(),
        places: z.int(),
        first: z.string().nullable().describe('day of the first document, as precise as it is known'),
        last: z.string().nullable(),
      }),
    )
    .optional()
    .describe('what each line of the search found by itself'),
  newer: z.int().optional().describe('of a kept search: documents taken in since it was looked at last'),
  mark: z.int().optional().describe('of what is held now; a kept search is looked at up to a mark'),
  coverage,
});

export const searchesShape = z.object({
  schema: z.literal('onrecord/searches/1'),
  searches: z.array(
    saved.extend({
      documents: z.int().describe('documents that hold the words now'),
      newer: z.int().describe('of them those taken in since it was looked at last'),
    }),
  ),
});

export const keepSearchRequestShape = z.object({
  name: z.string().describe('what it is called; a search of that name is replaced'),
  words: z.string().describe('what is searched for, a search in each line'),
  filter: textFilter.optional(),
});

export const lookedRequestShape = z.object({
  name: z.string(),
  mark: z.int().min(0).describe('up to which it was seen: the `mark` of a search'),
});

export const dropSearchRequestShape = z.object({ name: z.string() });

interface Saved {
  readonly name: string;
  readonly words: string;
  readonly filter: TextFilter;
  readonly by: string;
  readonly at: When;
  readonly looked: { readonly mark: number; readonly at: When };
}

/** Encodes the places where words stand as `onrecord/search/1`. */
export function encodeSearch(
  query: string,
  answer: SearchAnswer & { readonly saved?: Saved | null },
): z.infer<typeof searchShape> {
  const ofSaved = answer.saved ?? null;
  return {
    schema: 'onrecord/search/1',
    words: query,
    ...(ofSaved && { saved: encodeSaved(ofSaved) }),
    hits: answer.hits.map(
      ({ document: of, version, before, hit, after, start, end, speaker, places, lines, isNew }) => ({
        document: encodeDocument(of),
        version,
        before,
        hit,
        after,
        start,
        end,
        speaker,
        places,
        lines: [...lines],
        ...(ofSaved && { new: isNew }),
      }),
    ),
    documents: answer.documents,
    lines: answer.lines.map(({ words, documents, places, first, last }) => ({ words, documents, places, first, last })),
    ...(ofSaved && { newer: answer.newer }),
    mark: answer.mark,
    coverage: encodeCoverage(answer.coverage),
  };
}

/** Encodes the searches that are kept, each with what it finds now, as `onrecord/searches/1`. */
export function encodeSearches(
  searches: readonly (Saved & { readonly documents: number; readonly newer: number })[],
): z.infer<typeof searchesShape> {
  return {
    schema: 'onrecord/searches/1',
    searches: searches.map((each) => ({ ...encodeSaved(each), documents: each.documents, newer: each.newer })),
  };
}

function encodeSaved({ name, words, filter: of, by, at, looked }: Saved): z.infer<typeof saved> {
  return {
    name,
    words,
    filter: { ...of },
    by,
    at: encodeWhen(at),
    looked: { mark: looked.mark, at: encodeWhen(looked.at) },
  };
}
