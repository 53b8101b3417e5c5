/** The JSON of what is followed: `onrecord/follow/1`, `watch/1`, `sources/1`, `source/1`, `changes/1`. Instants are ISO 8601, UTC. */
import {
  ATTENTION_FLAGS,
  type AttentionFlag,
  DIFFERENCE_CLASSES,
  type DifferenceClass,
  type Document,
  type Happening,
  HAPPENINGS,
  type HappeningKind,
  type Health,
  HEALTHS,
  type Poll,
  POLL_OUTCOMES,
  type Recipe,
  type Source,
  type SourceItem,
} from '#record/index.js';
import type { Change, DocumentFacts } from '#record/index.js';
import type { Reference, When } from '#base/index.js';
import { z } from 'zod';
import { encodeRecipe, recipeShape } from './recipe.js';
import { change, encodeChange, encodeWhenOrNull, problem, reference, when } from './shapes.js';

export const instant = z.string().describe('our own clock, ISO 8601, UTC');
const sourceName = z
  .string()
  .regex(/^s\d+$/)
  .describe('"s3" a source');
const outcome = z.enum(POLL_OUTCOMES).describe('what a look found; only gone and absent are removals');
const between = z
  .object({
    after: instant.nullable().describe('the last look that saw the former state; null: not known'),
    before: instant.describe('the first look that saw the new one'),
  })
  .describe('it happened after the one and before the other');

const listed = z.object({
  key: z.string().describe('our own stable key within the source'),
  address: z.string().nullable(),
  title: z.string().nullable(),
  published: when.nullable(),
});

export const followShape = z.object({
  schema: z.literal('onrecord/follow/1'),
  source: sourceName.nullable().describe('null: only a preview'),
  name: z.string(),
  address: z.string().describe('what is looked at; not always the address that was given'),
  why: z.string().describe('why it is followed in this way'),
  recipe: recipeShape,
  lists: z.int().describe('texts that it lists now'),
  older: z.boolean().describe('whether older texts can be walked back to'),
  rhythm: z
    .number()
    .nullable()
    .describe('minutes between two texts, by the dates that it lists or as declared; null: they do not say'),
  texts: z
    .array(
      listed.extend({
        words: z.int().nullable().describe('null: not read for the preview, or none'),
        opening: z.string().nullable(),
        problems: z.array(problem),
      }),
    )
    .describe('the first of them, as they would be held'),
  problems: z.array(problem),
  others: z
    .array(z.object({ address: z.string(), kind: z.string(), why: z.string() }))
    .describe('other ways to follow this address'),
});

export const watchShape = z.object({
  schema: z.literal('onrecord/watch/1'),
  looks: z.int(),
  fresh: z.int().describe('texts that were new'),
  changed: z.int().describe('texts that have new words'),
  troubled: z.int().describe('looks that could read nothing'),
  happenings: z.int().describe('removals, gaps and the like'),
  next: instant.nullable().describe('when the next look is due; null: nothing is followed'),
  log: z.array(
    z.object({
      at: instant,
      source: sourceName,
      item: z.string().nullable().describe('the text that was looked at; null: the place itself'),
      address: z.string(),
      outcome,
      detail: z.string(),
    }),
  ),
});

export const sourceFields = {
  source: sourceName,
  name: z.string(),
  address: z.string(),
  kind: z.string().describe('the kind of the place, by its recipe'),
  health: z.enum(HEALTHS),
  problem: z.string().nullable().describe('what is wrong, in a sentence'),
  since: instant.describe('since when it is followed'),
  lastLook: instant.nullable(),
  lastRead: instant.nullable().describe('when it was last read'),
  lastNew: instant.nullable().describe('when it last had something new'),
  next: instant.nullable().describe('when it is looked at next'),
  paused: instant.nullable().describe('since when a person lets it rest; null: it is looked at'),
  rhythm: z.number().nullable().describe('minutes between two texts, as learnt or declared; null: not known yet'),
  silence: z.number().nullable().describe('minutes of silence after which it is late; null: not known'),
  listed: z.int().describe('texts that it was seen to list'),
  held: z.int().describe('those that are held'),
  removed: z.int().describe('those that are called removed'),
  doubted: z.int().describe('those that were missed, and not often enough to call them removed'),
  gaps: z
    .array(z.object({ from: z.string(), to: z.string(), at: instant }))
    .describe('where entries may have been missed'),
};

export const sourcesShape = z.object({
  schema: z.literal('onrecord/sources/1'),
  now: instant,
  sources: z.array(z.object(sourceFields)).describe('what is wrong first'),
});

export const sourceShape = z.object({
  schema: z.literal('onrecord/source/1'),
  now: instant,
  ...sourceFields,
  recipe: recipeShape,
  texts: z.array(
    z.object({
      key: z.string(),
      title: z.string().nullable(),
      address: z.string().nullable(),
      document: reference.nullable(),
      outcome,
      since: instant.describe('since when it stands so'),
      lastSeen: instant.nullable(),
      misses: z.int().describe('looks in a row that missed it'),
    }),
  ),
  looks: z
    .array(
      z.object({
        at: instant,
        item: z.string().nullable(),
        outcome,
        status: z.int().nullable(),
        capture: reference.nullable(),
        detail: z.string(),
      }),
    )
    .describe('newest first'),
});

const changedText = z.object({
  document: reference,
  title: z.string(),
  source: z.string().nullable(),
  address: z.string().nullable(),
  before: reference.describe('the wording before'),
  after: reference.describe('the wording now'),
  steps: z.int().describe('wordings from the one to the other'),
  between,
});

export const changesShape = z.object({
  schema: z.literal('onrecord/changes/1'),
  since: z
    .object({ look: z.string().nullable(), at: instant.nullable() })
    .describe('whose mark counts, and from when it is'),
  texts: z.int().describe('texts that have new words'),
  fresh: z.int().describe('texts held for the first time'),
  more: z.int().describe('lines beyond the limit'),
  mark: z
    .object({ revision: z.int(), happening: z.int() })
    .describe('up to where this answer goes: what POST /api/1/seen takes'),
  lines: z
    .array(
      z.union([
        z.object({
          kind: z.literal('edit'),
          rank: z.number().describe('for order only'),
          flags: z.array(z.enum(ATTENTION_FLAGS)),
          classes: z.partialRecord(z.enum(DIFFERENCE_CLASSES), z.int()).describe('differences by class'),
          reverted: z.boolean().describe('it was changed and changed back'),
          differences: z
            .array(change)
            .describe('those that touch most first; offsets into the main texts of the first text'),
          texts: z.array(changedText).describe('more than one: the same edit in all of them'),
        }),
        z.object({
          kind: z.enum(HAPPENINGS),
          rank: z.number().describe('for order only'),
          source: z.string().nullable(),
          happenings: z.array(
            z.object({
              item: z.string().nullable(),
              title: z.string().nullable(),
              address: z.string().nullable(),
              document: reference.nullable(),
              at: instant,
              between,
              detail: z.string(),
            }),
          ),
        }),
      ]),
    )
    .describe('what touches most first; nothing is left out'),
});

export const at = (moment: number): string => new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
export const atOrNull = (moment: number | null): string | null => (moment === null ? null : at(moment));

const minutes = (span: number | null): number | null => (span === null ? null : Math.round(span / 60_000));

/** Encodes a preview, and the Source if one came of it, as `onrecord/follow/1`. */
export function encodeFollow(
  preview: {
    readonly name: string;
    readonly address: string;
    readonly why: string;
    readonly recipe: Recipe;
    readonly rhythm: number | null;
    readonly reading: {
      readonly items: readonly unknown[];
      readonly next: string | null;
      readonly problems: readonly { readonly code: string; readonly message: string }[];
    };
    readonly texts: readonly {
      readonly item: {
        readonly key: string;
        readonly address: string | null;
        readonly title: string | null;
        readonly published: When | null;
      };
      readonly text: { readonly facts: DocumentFacts; readonly rendering: { readonly text: string } } | null;
      readonly opening: string | null;
      readonly words: number | null;
      readonly problems: readonly { readonly code: string; readonly message: string }[];
    }[];
    readonly others: readonly { readonly address: string; readonly recipe: Recipe; readonly why: string }[];
  },
  source: Source | null,
): z.infer<typeof followShape> {
  const plain = ({ code, message }: { readonly code: string; readonly message: string }) => ({ code, message });
  return {
    schema: 'onrecord/follow/1',
    source: source?.reference ?? null,
    name: preview.name,
    address: preview.address,
    why: preview.why,
    recipe: encodeRecipe(preview.recipe),
    lists: preview.reading.items.length,
    older: preview.reading.next !== null,
    rhythm: minutes(preview.rhythm),
    texts: preview.texts.map(({ item, text, opening, words, problems }) => ({
      key: item.key,
      address: item.address,
      title: text?.facts.title ?? item.title,
      published: encodeWhenOrNull(text?.facts.published ?? item.published),
      words,
      opening,
      problems: problems.map(plain),
    })),
    problems: preview.reading.problems.map(plain),
    others: preview.others.map(({ address, recipe, why }) => ({ address, kind: recipe.kind, why })),
  };
}

interface LookLine {
  readonly at: number;
  readonly source: Reference;
  readonly item: string | null;
  readonly address: string;
  readonly outcome: Poll['outcome'];
  readonly detail: string;
}

/** Encodes a run of the queue as `onrecord/watch/1`. */
export function encodeWatch(
  report: {
    readonly looks: number;
    readonly fresh: number;
    readonly changed: number;
    readonly troubled: number;
    readonly happenings: number;
    readonly next: number | null;
  },
  log: readonly LookLine[],
): z.infer<typeof watchShape> {
  const { looks, fresh, changed, troubled, happenings, next } = report;
  return {
    schema: 'onrecord/watch/1',
    looks,
    fresh,
    changed,
    troubled,
    happenings,
    next: atOrNull(next),
    log: log.map(({ at: moment, source, item, address, outcome: found, detail }) => ({
      at: at(moment),
      source,
      item,
      address,
      outcome: found,
      detail,
    })),
  };
}

export interface Listed {
  readonly source: Source;
  readonly health: Health;
  readonly rhythm: number | null;
  readonly silence: number | null;
  readonly removed: number;
  readonly doubted: number;
  readonly next: number | null;
}

export function encodeListed({ source, health, rhythm, silence, removed, doubted, next }: Listed) {
  const { state } = source;
  return {
    source: source.reference,
    name: source.name,
    address: source.address,
    kind: source.recipe.kind,
    health,
    problem: state.problem,
    since: at(source.since),
    lastLook: atOrNull(state.lastLook),
    lastRead: atOrNull(state.lastRead),
    lastNew: atOrNull(state.lastNew),
    next: atOrNull(next),
    paused: atOrNull(source.paused),
    rhythm: minutes(rhythm),
    silence: minutes(silence),
    listed: source.items,
    held: source.held,
    removed,
    doubted,
    gaps: state.missed.map(({ from, to, at: moment }) => ({ from, to, at: at(moment) })),
  };
}

/** Encodes what is followed as `onrecord/sources/1`. */
export function encodeSources({
  sources,
  now,
}: {
  readonly sources: readonly Listed[];
  readonly now: number;
}): z.infer<typeof sourcesShape> {
  return { schema: 'onrecord/sources/1', now: at(now), sources: sources.map(encodeListed) };
}

/** Encodes one Source with its texts and looks as `onrecord/source/1`. */
export function encodeSource(
  report: Listed & { readonly items: readonly SourceItem[]; readonly polls: readonly Poll[]; readonly now: number },
): z.infer<typeof sourceShape> {
  return {
    schema: 'onrecord/source/1',
    now: at(report.now),
    ...encodeListed(report),
    recipe: encodeRecipe(report.source.recipe),
    texts: report.items.map(({ key, title, address, document, standing }) => ({
      key,
      title,
      address,
      document,
      outcome: standing.outcome,
      since: at(standing.since),
      lastSeen: atOrNull(standing.lastSeen),
      misses: standing.misses,
    })),
    looks: report.polls.map(({ at: moment, item, outcome: found, status, capture, detail }) => ({
      at: at(moment),
      item,
      outcome: found,
      status,
      capture,
      detail,
    })),
  };
}

interface Text {
  readonly document: Document;
  readonly before: Reference;
  readonly after: Reference;
  readonly steps: number;
  readonly between: { readonly after: number | null; readonly before: number };
}

type Line =
  | {
      readonly kind: 'edit';
      readonly rank: number;
      readonly flags: readonly AttentionFlag[];
      readonly classes: Readonly<Partial<Record<DifferenceClass, number>>>;
      readonly reverted: boolean;
      readonly differences: readonly Change[];
      readonly texts: readonly Text[];
    }
  | {
      readonly kind: HappeningKind;
      readonly rank: number;
      readonly source: Source | null;
      readonly happenings: readonly Happening[];
    };

/** Encodes changes as `onrecord/changes/1`. */
export function encodeChanges(report: {
  readonly lines: readonly Line[];
  readonly more: number;
  readonly texts: number;
  readonly fresh: number;
  readonly since: { readonly look: string | null; readonly at: number | null };
  readonly mark: { readonly revision: number; readonly happening: number };
}): z.infer<typeof changesShape> {
  const interval = ({ after, before }: Text['between']) => ({ after: atOrNull(after), before: at(before) });
  return {
    schema: 'onrecord/changes/1',
    since: { look: report.since.look, at: atOrNull(report.since.at) },
    texts: report.texts,
    fresh: report.fresh,
    more: report.more,
    mark: { ...report.mark },
    lines: report.lines.map((line) =>
      line.kind === 'edit'
        ? {
            kind: line.kind,
            rank: line.rank,
            flags: [...line.flags],
            classes: { ...line.classes },
            reverted: line.reverted,
            differences: line.differences.map(encodeChange),
            texts: line.texts.map(({ document, before, after, steps, between: span }) => ({
              document: document.reference,
              title: document.title,
              source: document.source,
              address: document.address,
              before,
              after,
              steps,
              between: interval(span),
            })),
          }
        : {
            kind: line.kind,
            rank: line.rank,
            source: line.source?.name ?? null,
            happenings: line.happenings.map(
              ({ item, title, address, document, at: moment, between: span, detail }) => ({
                item,
                title,
                address,
                document,
                at: at(moment),
                between: interval(span),
                detail,
              }),
            ),
          },
    ),
  };
}
