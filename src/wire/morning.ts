/** The JSON of the morning desk: `onrecord/morning/1`. */
import type { Reference } from '#base/index.js';
import type { AgedSentence } from '#formula/index.js';
import { type Coverage, type Document, SENTENCE_AGES } from '#record/index.js';
import { z } from 'zod';
import { at, changesShape, encodeChanges, encodeListed, instant, type Listed, sourceFields } from './following.js';
import { coverage, encodeCoverage, encodeWhenOrNull, reference, span, when } from './shapes.js';

const named = z.object({ document: reference, title: z.string(), source: z.string().nullable() });

export const morningShape = z.object({
  schema: z.literal('onrecord/morning/1'),
  now: instant,
  coverage,
  new: z
    .array(
      z.object({
        occasion: z.string().nullable().describe('what the texts were said at; null: one text by itself'),
        texts: z.array(
          named.extend({
            said: when.nullable(),
            published: when.nullable(),
            copies: z.array(named).describe('the same text, nearly word for word, of others'),
            sentences: z
              .array(
                z.object({
                  n: z.int(),
                  age: z.enum(SENTENCE_AGES),
                  text: z.string(),
                  fresh: z.array(span).describe('words that are new, offsets in this sentence'),
                }),
              )
              .nullable()
              .describe('the sentences that are not known to the word; null: not read here'),
            of: z.int().nullable().describe('sentences in all'),
            watched: z.array(z.object({ formula: z.string(), places: z.int(), varied: z.int() })),
          }),
        ),
      }),
    )
    .describe(
      'texts held for the first time: those with a watched formula, with something new, and the others; newest first',
    ),
  more: z.int().describe('new texts beyond those that are named'),
  changes: changesShape,
  troubled: z.array(z.object(sourceFields)).describe('sources that something is wrong with, the gravest first'),
  followed: z.int(),
});

interface Fresh {
  readonly document: Document;
  readonly copies: readonly Document[];
  readonly sentences: readonly AgedSentence[] | null;
  readonly watched: readonly { readonly formula: string; readonly places: number; readonly varied: number }[];
}

/** Encodes the morning desk as `onrecord/morning/1`. */
export function encodeMorning(report: {
  readonly now: number;
  readonly coverage: Coverage;
  readonly changes: Parameters<typeof encodeChanges>[0];
  readonly groups: readonly { readonly occasion: string | null; readonly texts: readonly Fresh[] }[];
  readonly moreTexts: number;
  readonly troubled: readonly Listed[];
  readonly followed: number;
}): z.infer<typeof morningShape> {
  return {
    schema: 'onrecord/morning/1',
    now: at(report.now),
    coverage: encodeCoverage(report.coverage),
    new: report.groups.map(({ occasion, texts }) => ({ occasion, texts: texts.map(encodeFresh) })),
    more: report.moreTexts,
    changes: encodeChanges(report.changes),
    troubled: report.troubled.map(encodeListed),
    followed: report.followed,
  };
}

function encodeFresh({ document, copies, sentences, watched }: Fresh) {
  return {
    ...name(document),
    said: encodeWhenOrNull(document.said),
    published: encodeWhenOrNull(document.published),
    copies: copies.map(name),
    sentences:
      sentences
        ?.filter(({ age }) => age !== 'known, exact')
        .map(({ n, age, text, fresh }) => ({ n, age, text, fresh: fresh.map(({ start, end }) => ({ start, end })) })) ??
      null,
    of: sentences?.length ?? null,
    watched: watched.map(({ formula, places, varied }) => ({ formula, places, varied })),
  };
}

function name({ reference: document, title, source }: Document): {
  document: Reference;
  title: string;
  source: string | null;
} {
  return { document, title, source };
}
