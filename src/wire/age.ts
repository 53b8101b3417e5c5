/** The age of a text as JSON: what `onrecord age --json` answers. */
import type { AgedSentence, AgedText, EarlierWording } from '#formula/index.js';
import { type Change, SENTENCE_AGES, type SentenceAge, WORDINGS } from '#record/index.js';
import { z } from 'zod';
import {
  daysShape,
  encodeDays,
  encodeHeldAt,
  encodeHeldText,
  encodeHeldTextOrNull,
  encodeNamed,
  heldAtShape,
  heldTextShape,
  namedShape,
} from './held-shapes.js';
import {
  change,
  coverage,
  encodeChange,
  encodeCoverage,
  encodeSpan,
  encodeWhenOrNull,
  offset,
  problem,
  reference,
  span,
  when,
} from './shapes.js';

const AGE_SCHEMA = 'onrecord/age/1';

const earlier = z.object({
  text: z.string().describe('the earlier wording, as it stands'),
  held: heldAtShape.describe('a place where it stands, the latest'),
  changes: z
    .array(change)
    .describe(
      'applying them to the sentence gives this text: `a` counts in the sentence’s text, `b` in this one, so a word that was put in since is an `omission` on the way back',
    ),
  times: z.int().describe('in how many texts this very wording is held before'),
  first: heldTextShape.describe('the earliest of them'),
  last: heldTextShape.describe('the latest of them'),
});

const sentence = z.object({
  n: z.int().min(1).describe('number in order'),
  start: offset.describe('into text.text'),
  end: offset.describe('into text.text'),
  text: z.string().describe('the sentence, as it stands there'),
  words: z.int().describe('its words'),
  speaker: z.string().nullable().describe('who speaks, as printed; null: the text has no turns'),
  age: z.enum(SENTENCE_AGES).describe('how it stands to all that is held before it'),
  wording: z
    .enum(WORDINGS)
    .nullable()
    .describe('how its words stand to the words that the age speaks of; null: none are held'),
  otherFigure: z.boolean().describe('the same sentence with other figures: all changed words are numbers or dates'),
  times: z
    .int()
    .describe(
      'in how many texts the words that the age speaks of are held before: these words, or the nearest wording',
    ),
  atLeast: z.boolean().describe('more texts may hold them: they are too many to look at all'),
  first: heldTextShape.nullable().describe('the earliest of them; null: first held'),
  last: heldTextShape.nullable().describe('the latest of them'),
  days: daysShape,
  nearest: earlier
    .nullable()
    .describe('the nearest earlier wording; null where these words are held as they stand, or nothing near is'),
  usual: earlier.nullable().describe('the most usual of the near wordings, where it is more usual than the nearest'),
  known: z
    .array(
      span.extend({
        words: z.int().describe('how many'),
        texts: z.int().describe('in how many texts they are held'),
        first: z
          .object({
            document: reference.describe('the text'),
            when: when.nullable().describe('its date'),
            speaker: z.string().nullable().describe('who speaks there, as printed'),
          })
          .describe('the earliest'),
      }),
    )
    .describe('of a sentence first held, runs of its words that are held; spans of its text'),
  fresh: z.array(span).describe('words that are new, as spans of its text'),
  freshWords: z.int().describe('how many'),
});

export const ageShape = z.object({
  schema: z.literal(AGE_SCHEMA),
  rules: z.string().describe('versions of the rules that decided'),
  text: z
    .object({
      name: z.string().describe('file name, or reference of the version'),
      reference: reference.nullable().describe('null: a file'),
      title: z.string().nullable().describe('its title'),
      language: z.string().nullable().describe('BCP 47 subtag'),
      body: z
        .string()
        .nullable()
        .describe('whose text it is; null: not known, and no age is then `first by this body`'),
      speaker: z.string().nullable().describe('who speaks where the text has no turns'),
      said: when.nullable().describe('when it was said'),
      published: when.nullable().describe('when it was published'),
      text: z.string().describe('the text as it was extracted: what offsets count in'),
    })
    .describe('the text that is aged'),
  before: when.nullable().describe('only texts surely earlier were looked at; null: all that are held'),
  coverage: coverage.describe('what was looked at; belongs beside every "first"'),
  tied: z.int().describe('texts left out because it is not known which came first'),
  copies: z.array(namedShape).describe('near-copies of this text, left out'),
  share: z
    .object({
      words: z.int().describe('words of the text'),
      fresh: z.int().describe('of them new'),
      share: z.number().min(0).max(1).describe('fresh of all'),
      basis: z.string().describe('what counts as new, in a sentence'),
    })
    .describe('how much is new'),
  counts: z.record(z.enum(SENTENCE_AGES), z.int()).describe('sentences by age'),
  sentences: z.array(sentence).describe('in order'),
  series: z
    .object({
      rule: z.enum(['stated series', 'publisher, kind and title']).describe('why they are one series'),
      name: z.string().describe('what they are called'),
      because: z.string().describe('the rule in a sentence'),
      texts: z.int().describe('earlier texts of it that were looked at'),
      previous: namedShape.describe('the one before'),
    })
    .nullable()
    .describe('the series that the text belongs to; null: none is held'),
  absent: z
    .array(
      z.object({
        text: z.string().describe('the formula, as the latest text of the series has it'),
        missing: z.array(span).describe('the words that this text lacks, as spans of it'),
        texts: z.int().describe('texts of the series that have it'),
        of: z.int().describe('texts of the series that were looked at'),
        first: heldTextShape.nullable().describe('the earliest text that holds it'),
        last: heldTextShape.nullable().describe('the latest before this one'),
      }),
    )
    .describe('formulas that nearly all earlier texts of the series have, and this one not'),
  redline: z
    .object({
      against: z.string().describe('the earlier text: reference of its version, or file name'),
      title: z.string().nullable().describe('its title'),
      words: z
        .object({
          a: z.int().describe('of the earlier text'),
          b: z.int().describe('of this one'),
          both: z.int().describe('in both at the same place'),
        })
        .describe('words'),
      differences: z
        .array(change)
        .describe('offsets of `a` count in the main text of the earlier text, of `b` in that of this one'),
    })
    .nullable()
    .describe('how the text differs from the one before it in its series, or from the one asked for'),
  problems: z.array(problem).describe('what was odd about reading the text'),
});

export type AgeJson = z.infer<typeof ageShape>;

interface Redlined extends AgedText {
  readonly redline: {
    readonly a: { readonly name: string; readonly title?: string | null };
    readonly b: { readonly name: string };
    readonly words: { readonly a: number; readonly b: number; readonly both: number };
    readonly changes: readonly Change[];
  } | null;
}

/** Encodes the age of a text as `onrecord/age/1`. */
export function encodeAge(aged: Redlined): AgeJson {
  const { text, series, redline, share } = aged;
  const counts = Object.fromEntries(SENTENCE_AGES.map((age) => [age, 0])) as Record<SentenceAge, number>;
  for (const { age } of aged.sentences) counts[age]++;
  return {
    schema: AGE_SCHEMA,
    rules: aged.rules,
    text: {
      name: text.name,
      reference: text.reference,
      title: text.title,
      language: text.language,
      body: text.body,
      speaker: text.speaker,
      said: encodeWhenOrNull(text.said),
      published: encodeWhenOrNull(text.published),
      text: text.text,
    },
    before: encodeWhenOrNull(aged.before),
    coverage: encodeCoverage(aged.coverage),
    tied: aged.tied,
    copies: aged.copies.map(encodeNamed),
    share: { words: share.words, fresh: share.fresh, share: share.share, basis: share.basis },
    counts,
    sentences: aged.sentences.map(encodeSentence),
    series: series && {
      rule: series.rule,
      name: series.name,
      because: series.because,
      texts: series.texts,
      previous: encodeNamed(series.previous),
    },
    absent: aged.absent.map((formula) => ({
      text: formula.text,
      missing: formula.missing.map(encodeSpan),
      texts: formula.texts,
      of: formula.of,
      first: encodeHeldTextOrNull(formula.first),
      last: encodeHeldTextOrNull(formula.last),
    })),
    redline: redline && {
      against: redline.a.name,
      title: redline.a.title ?? null,
      words: { a: redline.words.a, b: redline.words.b, both: redline.words.both },
      differences: redline.changes.map(encodeChange),
    },
    problems: aged.problems.map(({ code, message }) => ({ code, message })),
  };
}

function encodeSentence(given: AgedSentence): z.infer<typeof sentence> {
  return {
    n: given.n,
    start: given.start,
    end: given.end,
    text: given.text,
    words: given.words,
    speaker: given.speaker,
    age: given.age,
    wording: given.wording,
    otherFigure: given.otherFigure,
    times: given.times,
    atLeast: given.atLeast,
    first: encodeHeldTextOrNull(given.first),
    last: encodeHeldTextOrNull(given.last),
    days: encodeDays(given.days),
    nearest: given.nearest && encodeEarlier(given.nearest),
    usual: given.usual && encodeEarlier(given.usual),
    known: given.known.map(({ start, end, words, texts, first }) => ({
      start,
      end,
      words,
      texts,
      first: { document: first.document, when: encodeWhenOrNull(first.when), speaker: first.speaker },
    })),
    fresh: given.fresh.map(encodeSpan),
    freshWords: given.freshWords,
  };
}

function encodeEarlier({ text, held, changes, times, first, last }: EarlierWording): z.infer<typeof earlier> {
  return {
    text,
    held: encodeHeldAt(held),
    changes: changes.map(encodeChange),
    times,
    first: encodeHeldText(first),
    last: encodeHeldText(last),
  };
}
