/** The JSON of a recipe, as people write it: `onrecord/recipe/1`. */
import { CLOCKS, DOCUMENT_KINDS, PLACE_KINDS, type Recipe } from '#record/index.js';
import { z } from 'zod';

const selector = z.string().min(1);

const clock = z.strictObject({
  of: z.enum(CLOCKS).optional().describe('what it is the date of; published if left out'),
  select: selector.describe('CSS selector of the elements whose words are the date'),
  attribute: z.string().optional().describe('the attribute that holds the date, in place of the words'),
  order: z.enum(['day first', 'month first']).optional().describe('which number comes first where all are numbers'),
  zone: z.string().optional().describe('the clock of the place where it writes none: Europe/Kyiv or +03:00'),
  precision: z.literal('day').optional().describe('only the day counts'),
});

const words = z.array(z.string().min(1));

export const recipeShape = z.strictObject({
  schema: z.literal('onrecord/recipe/1'),
  name: z.string().min(1).max(200).describe('what the place is called'),
  about: z.string().optional().describe('for people: what it is and what is odd about it'),
  seen: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional()
    .describe('the day on which the shape was last seen to be so'),
  kind: z.enum(PLACE_KINDS).describe('by which way the place tells what it publishes'),
  addresses: z
    .array(z.string().min(1))
    .describe('templates of the addresses that it serves, like https://t.me/s/{name}; empty: any that a person names'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .describe('language of the texts'),
  body: z.string().optional().describe('the institution that speaks here, as it prints its name'),
  documentKind: z.enum(DOCUMENT_KINDS).optional().describe('what kind its texts are'),
  item: z
    .string()
    .optional()
    .describe('template of the address of a text: {key} is its stable key, {language} its language'),
  words: z.enum(['in the list', 'on pages']).optional().describe('where the words of the texts stand'),
  list: z
    .strictObject({
      entry: selector.describe('CSS selector of one entry of the list'),
      link: selector.optional().describe('the link to the text within it; its first link if left out'),
      title: selector.optional(),
      clocks: z.array(clock).optional(),
      paging: z
        .discriminatedUnion('by', [
          z.strictObject({
            by: z.literal('number'),
            address: z.string().describe('like /news/page/{n} or ?page={n}'),
            first: z.int().min(0).describe('the number of the first page'),
          }),
          z.strictObject({ by: z.literal('link'), next: selector.describe('the link to the page with older entries') }),
          z.strictObject({ by: z.literal('none') }),
        ])
        .optional(),
    })
    .optional()
    .describe('how a page that lists texts is laid out'),
  page: z
    .strictObject({
      proof: selector
        .optional()
        .describe('what proves that this is a page of a text; without it the layout has changed'),
      title: selector.optional(),
      body: selector.optional().describe('the words of the text; all else is furniture'),
      drop: z.array(selector).optional().describe('furniture inside the body'),
      clocks: z.array(clock).optional(),
      occasion: selector.optional().describe('where it was said'),
      speaker: selector.optional().describe('who speaks, or signs'),
      labels: z
        .strictObject({
          asks: words.optional().describe('labels of those who ask'),
          answers: words.optional().describe('labels of those who answer'),
          speaks: words.optional().describe('labels that are names'),
        })
        .optional()
        .describe('words that open a turn here, beside those that are known everywhere'),
    })
    .optional()
    .describe('how the page of one text is laid out'),
  rhythm: z.number().min(1).optional().describe('minutes in which something new is expected; learnt if left out'),
  gap: z.number().min(0).max(3600).optional().describe('least seconds between two requests to the host'),
});

/** Reads a recipe; a string says what is wrong with it. */
export function decodeRecipe(value: unknown): Recipe | string {
  const result = recipeShape.safeParse(value);
  if (result.success) {
    const { schema: _, ...recipe } = result.data;
    return recipe as Recipe;
  }
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') ?? '';
  return `${where === '' ? 'the recipe' : `“${where}”`}: ${issue?.message ?? 'wrong shape'}`;
}

/** Writes a recipe as a person may edit it. */
export function encodeRecipe(recipe: Recipe): z.infer<typeof recipeShape> {
  return { schema: 'onrecord/recipe/1', ...structuredClone(recipe) } as z.infer<typeof recipeShape>;
}
