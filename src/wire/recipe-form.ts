/**
 * A recipe as the fields of a form and back. What the form does not show of a recipe (further clocks, where it was last
 * seen so) stays as it was: the fields are laid over the recipe that they were made from.
 */
import type { Recipe } from '#record/index.js';
import { decodeRecipe, encodeRecipe } from './recipe.js';

type Path = readonly (string | number)[];

/** Fields by name: where each stands in a recipe, and how it is written. */
const FIELDS: Readonly<Record<RecipeField, { readonly path: Path; readonly as?: 'number' | 'lines' }>> = {
  language: { path: ['language'] },
  body: { path: ['body'] },
  documentKind: { path: ['documentKind'] },
  every: { path: ['rhythm'], as: 'number' },
  gap: { path: ['gap'], as: 'number' },
  item: { path: ['item'] },
  words: { path: ['words'] },
  entry: { path: ['list', 'entry'] },
  link: { path: ['list', 'link'] },
  entryTitle: { path: ['list', 'title'] },
  entryDate: { path: ['list', 'clocks', 0, 'select'] },
  entryOrder: { path: ['list', 'clocks', 0, 'order'] },
  entryZone: { path: ['list', 'clocks', 0, 'zone'] },
  older: { path: ['list', 'paging', 'next'] },
  olderAddress: { path: ['list', 'paging', 'address'] },
  proof: { path: ['page', 'proof'] },
  title: { path: ['page', 'title'] },
  text: { path: ['page', 'body'] },
  drop: { path: ['page', 'drop'], as: 'lines' },
  date: { path: ['page', 'clocks', 0, 'select'] },
  order: { path: ['page', 'clocks', 0, 'order'] },
  zone: { path: ['page', 'clocks', 0, 'zone'] },
  speaker: { path: ['page', 'speaker'] },
  occasion: { path: ['page', 'occasion'] },
  asks: { path: ['page', 'labels', 'asks'], as: 'lines' },
  answers: { path: ['page', 'labels', 'answers'], as: 'lines' },
};

export const RECIPE_FIELDS = [
  'language',
  'body',
  'documentKind',
  'every',
  'gap',
  'item',
  'words',
  'entry',
  'link',
  'entryTitle',
  'entryDate',
  'entryOrder',
  'entryZone',
  'older',
  'olderAddress',
  'proof',
  'title',
  'text',
  'drop',
  'date',
  'order',
  'zone',
  'speaker',
  'occasion',
  'asks',
  'answers',
] as const;
/** A field of the form for recipes. */
export type RecipeField = (typeof RECIPE_FIELDS)[number];

/** The values of the fields for a recipe; what it leaves out is empty. Lines of a list end with "\n". */
export function recipeFields(recipe: Recipe): Record<RecipeField, string> {
  const whole: unknown = recipe;
  const values = RECIPE_FIELDS.map((name): [RecipeField, string] => {
    let value = whole;
    for (const step of FIELDS[name].path) value = (value as Record<string | number, unknown> | undefined)?.[step];
    const written = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return [name, Array.isArray(value) ? value.join('\n') : written];
  });
  return Object.fromEntries(values) as Record<RecipeField, string>;
}

/**
 * The recipe of the fields, laid over `base`: a recipe as JSON text, or of the kind alone where that is empty. Fields
 * that are absent leave what stands there, empty ones take it away. A string says what is wrong.
 */
export function recipeOfFields(
  base: string,
  { name, kind }: { readonly name: string; readonly kind: string },
  fields: Readonly<Record<string, string | undefined>>,
): Recipe | string {
  let whole: Record<string | number, unknown>;
  try {
    whole = base.trim() === '' ? { addresses: [] } : (JSON.parse(base) as Record<string, unknown>);
  } catch (error) {
    return `the recipe is no valid JSON: ${(error as Error).message}`;
  }
  Object.assign(whole, { schema: 'onrecord/recipe/1', ...(name !== '' && { name }), ...(kind !== '' && { kind }) });
  for (const field of RECIPE_FIELDS) {
    const written = fields[field]?.replaceAll('\r\n', '\n').trim();
    if (written === undefined) continue;
    const { path, as } = FIELDS[field];
    put(
      whole,
      path,
      written === '' ? undefined : as === 'number' ? Number(written) : as === 'lines' ? lines(written) : written,
    );
  }
  settle(whole);
  return decodeRecipe(whole);
}

/** A recipe as the text of a file. */
export function writeRecipe(recipe: Recipe): string {
  return `${JSON.stringify(encodeRecipe(recipe), null, 2)}\n`;
}

function lines(written: string): string[] {
  return written.split('\n').flatMap((line) => line.trim() || []);
}

function put(whole: Record<string | number, unknown>, path: Path, value: unknown): void {
  let at = whole;
  for (const [i, step] of path.slice(0, -1).entries()) {
    if (at[step] === undefined) {
      if (value === undefined) return;
      at[step] = typeof path[i + 1] === 'number' ? [] : {};
    }
    at = at[step] as typeof at;
  }
  const last = path.at(-1)!;
  if (value === undefined) delete at[last];
  else at[last] = value;
}

/** Takes away what came to hold nothing, and says by which way a list goes on. */
function settle(whole: Record<string | number, unknown>): void {
  for (const part of ['list', 'page'] as const) {
    const shape = whole[part] as Record<string, unknown> | undefined;
    if (shape === undefined) continue;
    const clocks = shape['clocks'] as { readonly select?: string }[] | undefined;
    if (clocks) shape['clocks'] = clocks.filter(({ select }) => select !== undefined);
    const paging = shape['paging'] as Record<string, unknown> | undefined;
    if (paging) {
      if (paging['next'] !== undefined) shape['paging'] = { by: 'link', next: paging['next'] };
      else if (paging['address'] !== undefined) shape['paging'] = { by: 'number', first: 1, ...paging };
      else if (paging['by'] !== 'none') delete shape['paging'];
    }
    for (const [name, value] of Object.entries(shape))
      if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) delete shape[name];
    if (Object.keys(shape).length === 0) delete whole[part];
  }
}
