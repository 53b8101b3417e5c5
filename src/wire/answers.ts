/** The other answers as JSON: what an archive holds, and what was done to it. */
import type { Problem } from '#base/index.js';
import {
  type Capture,
  type Coverage,
  type Document,
  type Provenance,
  type Rendering,
  type Version,
} from '#record/index.js';
import { z } from 'zod';
import {
  block,
  capture,
  coverage,
  type DeepReadonly,
  document,
  encodeCoverage,
  encodeDocument,
  encodeVersion,
  encodeWhen,
  link,
  problem,
  reference,
  turn,
  version,
  when,
} from './shapes.js';

const counted = z.object({
  source: z.string(),
  texts: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

const logged = z.object({
  at: when,
  by: z.string(),
  act: z.string(),
  reference: reference.nullable(),
  detail: z.string(),
});

export const statusShape = z.object({
  schema: z.literal('onrecord/status/1'),
  place: z.string().describe('where the archive is'),
  storeVersion: z.int(),
  coverage,
  captures: z.int(),
  captureBytes: z.int(),
  versions: z.int(),
  dropped: z.int(),
  people: z.int(),
  sources: z.array(counted),
  index: z.object({
    segments: z.int(),
    words: z.int(),
    distinctWords: z.int(),
    bytes: z.int(),
    parts: z
      .array(
        z.object({
          file: z.string().nullable().describe('null: texts that are not written as a segment yet'),
          words: z.int(),
          texts: z.int(),
          dropped: z.int().describe('texts in it that were dropped since'),
          bytes: z.int(),
          state: z.enum(['in memory', 'on disk', 'damaged', 'missing']),
        }),
      )
      .describe('the segments of the index, one file each'),
  }),
  log: z.array(logged).describe('what people did to the archive lately, newest first'),
});

export const repairShape = z.object({
  schema: z.literal('onrecord/repair/1'),
  files: z.int().describe('files of the index that were read'),
  faults: z
    .array(z.object({ file: z.string(), problem: z.string() }))
    .describe('files that could not be used, with what was wrong'),
  texts: z.int().describe('texts that were indexed anew'),
});

export const listShape = z.object({
  schema: z.literal('onrecord/list/1'),
  documents: z.array(document),
  more: z.boolean().describe('more are held than were asked for'),
  coverage,
});

export const textShape = z.object({
  schema: z.literal('onrecord/text/1'),
  document,
  version,
  capture,
  guesses: z.array(z.string()).describe('facts that are guesses, with their ground'),
  rendering: z.object({
    extractor: z.string().describe('name and version of the extractor'),
    text: z.string().describe('what all offsets count in'),
    blocks: z.array(block),
    turns: z.array(turn),
    links: z.array(link),
  }),
});

export const importShape = z.object({
  schema: z.literal('onrecord/import/1'),
  rows: z.array(
    z.object({
      path: z.string().describe('the file, with "#12" for line 12 of a .jsonl file'),
      outcome: z.enum(['read', 'needs a look', 'refused']),
      document: reference.nullable(),
      title: z.string().nullable(),
      detail: z.enum(['added', 'new version', 'unchanged']).nullable(),
      guesses: z.array(z.string()),
      watched: z
        .array(
          z.object({
            formula: z.string().describe('as the settings have it'),
            places: z.int().describe('places that hold it to the word'),
            varied: z.int().describe('places that hold it with other words in it'),
          }),
        )
        .optional()
        .describe('formulas of the setting "watch" that a new text uses'),
      reasons: z.array(z.string()).describe('why it needs a look or was refused, and what to do'),
    }),
  ),
  files: z.int().describe('files found'),
  words: z.int(),
  unread: z.int().optional().describe('records of web archives that are kept without being read: no pages'),
  stop: problem.nullable().describe('why the import ended before its time'),
});

type Given<Shape extends z.ZodType> = DeepReadonly<Omit<z.infer<Shape>, 'schema'>>;

/** Encodes what an archive holds as `onrecord/status/1`. */
export function encodeStatus(status: Given<typeof statusShape>): z.infer<typeof statusShape> {
  const { place, storeVersion, captures, captureBytes, versions, dropped, people, index } = status;
  return {
    schema: 'onrecord/status/1',
    place,
    storeVersion,
    coverage: encodeCoverage(status.coverage),
    captures,
    captureBytes,
    versions,
    dropped,
    people,
    sources: status.sources.map(({ source, texts, from, to }) => ({ source, texts, from, to })),
    index: {
      segments: index.segments,
      words: index.words,
      distinctWords: index.distinctWords,
      bytes: index.bytes,
      parts: index.parts.map(({ file, words, texts, dropped: gone, bytes, state }) => ({
        file,
        words,
        texts,
        dropped: gone,
        bytes,
        state,
      })),
    },
    log: status.log.map(({ at, by, act, reference: of, detail }) => ({
      at: encodeWhen(at),
      by,
      act,
      reference: of,
      detail,
    })),
  };
}

/** Encodes what a repair found and did as `onrecord/repair/1`. */
export function encodeRepair({ files, faults, texts }: Given<typeof repairShape>): z.infer<typeof repairShape> {
  return {
    schema: 'onrecord/repair/1',
    files,
    faults: faults.map(({ file, problem }) => ({ file, problem })),
    texts,
  };
}

/** Encodes a list of held texts as `onrecord/list/1`. */
export function encodeList(list: {
  readonly documents: readonly Document[];
  readonly more: boolean;
  readonly coverage: Coverage;
}): z.infer<typeof listShape> {
  return {
    schema: 'onrecord/list/1',
    documents: list.documents.map(encodeDocument),
    more: list.more,
    coverage: encodeCoverage(list.coverage),
  };
}

/** Encodes one wording of one held text, with all that is known of it, as `onrecord/text/1`. */
export function encodeText(shown: {
  readonly document: Document;
  readonly version: Version;
  readonly capture: Capture;
  readonly rendering: Rendering;
  readonly guesses: readonly string[];
}): z.infer<typeof textShape> {
  const { reference: own, origin, mediaType, digest, size, at, provenance } = shown.capture;
  const { extractor, text, blocks, turns, links } = shown.rendering;
  return {
    schema: 'onrecord/text/1',
    document: encodeDocument(shown.document),
    version: encodeVersion(shown.version),
    capture: {
      reference: own,
      origin,
      mediaType,
      digest,
      size,
      at: encodeWhen(at),
      ...(provenance ? { provenance: encodeProvenance(provenance) } : {}),
    },
    guesses: [...shown.guesses],
    rendering: {
      extractor,
      text,
      blocks: blocks.map(encodeBlock),
      turns: turns.map(({ start, end, kind, label, name, interpreted }) => ({
        start,
        end,
        kind,
        label,
        name,
        interpreted,
      })),
      links: links.map(({ start, end, address }) => ({ start, end, address })),
    },
  };
}

function encodeProvenance(given: Provenance): NonNullable<z.infer<typeof capture>['provenance']> {
  const { taken, file, record, software, operator } = given;
  return { taken, file, record, software, operator };
}

function encodeBlock({ start, end, kind, time }: Rendering['blocks'][number]): z.infer<typeof block> {
  return time === undefined ? { start, end, kind } : { start, end, kind, time: { from: time.from, to: time.to } };
}

/** Encodes what an import did as `onrecord/import/1`. */
export function encodeImport(
  report: Omit<Given<typeof importShape>, 'stop'> & { readonly stop: Problem | null },
): z.infer<typeof importShape> {
  return {
    schema: 'onrecord/import/1',
    rows: report.rows.map(({ path, outcome, document: of, title, detail, guesses, watched, reasons }) => ({
      path,
      outcome,
      document: of,
      title,
      detail,
      guesses: [...guesses],
      ...(watched ? { watched: watched.map(({ formula, places, varied }) => ({ formula, places, varied })) } : {}),
      reasons: [...reasons],
    })),
    files: report.files,
    words: report.words,
    ...(report.unread === undefined ? {} : { unread: report.unread }),
    stop: report.stop === null ? null : { code: report.stop.code, message: report.stop.message },
  };
}
