/** A part of one wording as JSON: what the tools `show` and `cite` answer. */
import type { Document, Turn, Version } from '#record/index.js';
import { z } from 'zod';
import { document, encodeDocument, encodeVersion, offset, reference, turn, version } from './shapes.js';

const NEWEST = ['newest', 'same', 'gone'] as const;

export const passageShape = z.object({
  schema: z.literal('onrecord/passage/1'),
  document,
  version,
  capture: reference.describe('the bytes that it was cut from'),
  start: offset.describe('first UTF-16 code unit, into the text of the version'),
  end: offset.describe('code unit behind the last'),
  length: z.int().describe('of the whole text'),
  text: z.string().describe('the held words, as they stand'),
  before: z.string().describe('the held words just before'),
  after: z.string().describe('the held words just after'),
  turns: z.array(turn).describe('the turns that reach into the passage: who speaks there'),
  places: z.int().min(1).describe('in how many places of this wording the same words stand; this is the first'),
  now: z
    .enum(NEWEST)
    .describe('this wording is the newest; else whether the newest has the same words, or they are gone'),
  path: z.string().describe('address of the words on the pages of `onrecord serve`, with the words lit'),
  live: z
    .string()
    .nullable()
    .describe('address of the publisher with a text fragment that lights the words; the live page may have changed'),
});

export interface EncodedPassage {
  readonly document: Document;
  readonly version: Version;
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly turns: readonly Turn[];
  readonly places: number;
  readonly now: (typeof NEWEST)[number];
  readonly path: string;
  readonly live: string | null;
}

/** Encodes a part of a held text as `onrecord/passage/1`. */
export function encodePassage(given: EncodedPassage): z.infer<typeof passageShape> {
  const { start, end, length, text, before, after, places, now, path, live } = given;
  return {
    schema: 'onrecord/passage/1',
    document: encodeDocument(given.document),
    version: encodeVersion(given.version),
    capture: given.version.capture,
    start,
    end,
    length,
    text,
    before,
    after,
    turns: given.turns.map(({ start: from, end: to, kind, label, name, interpreted }) => ({
      start: from,
      end: to,
      kind,
      label,
      name,
      interpreted,
    })),
    places,
    now,
    path,
    live,
  };
}
