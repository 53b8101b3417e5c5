/** What comes in by /api/1 about what is followed. */
import { OnrecordError } from '#base/index.js';
import { PLACE_KINDS, type PlaceKind, type Recipe } from '#record/index.js';
import { z } from 'zod';
import { decodeRecipe, recipeShape } from './recipe.js';
import { parsed } from './requests.js';

export const followRequestShape = z.object({
  address: z.string().describe('where texts are published'),
  keep: z.boolean().optional().describe('true: it is followed from now on; else only shown'),
  name: z.string().max(200).optional().describe('what the source is called'),
  kind: z.enum(PLACE_KINDS).optional().describe('follow it as this kind of place'),
  recipe: recipeShape.optional().describe('read the place by this recipe'),
  every: z.number().min(1).optional().describe('minutes in which something new is expected; else that is learnt'),
  pages: z.int().min(0).max(10_000).optional().describe('take older texts from so many further pages of its list'),
  allow: z.array(z.string()).optional().describe('places inside a network that are opened by name, "host:port"'),
});

export const SOURCE_ACTS = ['look', 'pause', 'resume', 'remove'] as const;
/** What a person may do with a Source. remove: it is followed no more; what was kept stays. */
export type SourceAct = (typeof SOURCE_ACTS)[number];

export const sourceRequestShape = z.object({
  ref: z.string().describe('the reference (s3), name or address of a source'),
  act: z.enum(SOURCE_ACTS).describe('look at it now, let it rest, look again from now on, or follow it no more'),
});

export const seenRequestShape = z.object({
  look: z.string().optional().describe('whose look it was; else that of the person at this machine'),
  mark: z.object({ revision: z.int().min(0), happening: z.int().min(0) }).describe('`mark` of the changes seen'),
});

/** A place that somebody wants to follow, or to see. */
export interface FollowOrder {
  readonly address: string;
  readonly keep: boolean;
  readonly name: string | null;
  readonly kind: PlaceKind | null;
  readonly recipe: Recipe | null;
  readonly every: number | null;
  readonly pages: number;
  readonly allow: readonly string[];
}

/** Decodes a request to follow, or to see what would be taken. Throws OnrecordError `bad-use` that names the field. */
export function decodeFollowRequest(body: string): FollowOrder {
  const { address, keep, name, kind, recipe, every, pages, allow } = parsed(followRequestShape, body);
  const decoded = recipe === undefined ? null : decodeRecipe(recipe);
  if (typeof decoded === 'string')
    throw new OnrecordError('bad-use', `The recipe is not as it should be: ${decoded}.`, 'docs/following.md says how.');
  return {
    address,
    keep: keep ?? false,
    name: name ?? null,
    kind: kind ?? null,
    recipe: decoded,
    every: every ?? null,
    pages: pages ?? 0,
    allow: allow ?? [],
  };
}

/** Decodes what is to be done with a Source; `bad-use` as above. */
export function decodeSourceRequest(body: string): { readonly named: string; readonly act: SourceAct } {
  const { ref, act } = parsed(sourceRequestShape, body);
  return { named: ref, act };
}

/** Decodes up to where somebody has looked; `bad-use` as above. */
export function decodeSeenRequest(body: string): {
  readonly look: string | null;
  readonly mark: { readonly revision: number; readonly happening: number };
} {
  const { look, mark } = parsed(seenRequestShape, body);
  return { look: look ?? null, mark };
}

export const seenShape = z.object({
  schema: z.literal('onrecord/seen/1'),
  look: z.string(),
});

/** Encodes whose look was kept, as `onrecord/seen/1`. */
export function encodeSeen(look: string): z.infer<typeof seenShape> {
  return { schema: 'onrecord/seen/1', look };
}
