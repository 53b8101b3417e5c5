/** The formulas of an archive as JSON: what `onrecord repeats --json` answers. */
import type { HeldText } from '#formula/index.js';
import type { Coverage } from '#record/index.js';
import { z } from 'zod';
import { encodeHeldText, heldTextShape } from './held-shapes.js';
import { coverage, encodeCoverage } from './shapes.js';

export const repeatsShape = z.object({
  schema: z.literal('onrecord/repeats/1'),
  rules: z.string().describe('versions of the rules'),
  words: z.int().describe('the fewest words of a run that was looked for'),
  texts: z.int().describe('the fewest texts'),
  repeats: z
    .array(
      z.object({
        text: z.string().describe('the words, as the earliest text prints them'),
        words: z.int().describe('how many'),
        places: z.int().describe('places'),
        texts: z.int().describe('texts, near-copies once'),
        first: heldTextShape.describe('the earliest text that holds them'),
        last: heldTextShape.describe('the latest'),
      }),
    )
    .describe('in most texts first'),
  coverage,
});

/** Encodes runs of words that repeat as `onrecord/repeats/1`. */
export function encodeRepeats(found: {
  readonly input: { readonly words: number; readonly texts: number };
  readonly repeats: readonly {
    readonly text: string;
    readonly words: number;
    readonly places: number;
    readonly texts: number;
    readonly first: HeldText;
    readonly last: HeldText;
  }[];
  readonly coverage: Coverage;
  readonly rules: string;
}): z.infer<typeof repeatsShape> {
  return {
    schema: 'onrecord/repeats/1',
    rules: found.rules,
    words: found.input.words,
    texts: found.input.texts,
    repeats: found.repeats.map(({ text, words, places, texts, first, last }) => ({
      text,
      words,
      places,
      texts,
      first: encodeHeldText(first),
      last: encodeHeldText(last),
    })),
    coverage: encodeCoverage(found.coverage),
  };
}
