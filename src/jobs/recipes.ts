/** Recipes that people write: whether one can be read, in sentences that say where it is wrong. */
import { templateFault } from '#capture/index.js';
import { OnrecordError } from '#base/index.js';
import { selectorFault } from '#extract/index.js';
import type { Clock, Recipe } from '#record/index.js';
import { decodeRecipe } from '#wire/index.js';

/** Reads a recipe from the bytes of a file. Throws OnrecordError `input-unreadable` with what is wrong and where. */
export function readRecipe(bytes: Uint8Array, name: string): Recipe {
  const remedy = 'docs/following.md says what a recipe holds, docs/schema/recipe-1.json says it for programs.';
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new OnrecordError('input-unreadable', `${name} is no valid JSON: ${(error as Error).message}.`, remedy);
  }
  const recipe = decodeRecipe(value);
  if (typeof recipe === 'string') throw new OnrecordError('input-unreadable', `${name}: ${recipe}`, remedy);
  const fault = recipeFault(recipe);
  if (fault !== null) throw new OnrecordError('input-unreadable', `${name}: ${fault}`, remedy);
  return recipe;
}

/** What is wrong with the selectors, templates and zones of a recipe; null: nothing. */
export function recipeFault({ addresses, item, list, page, kind }: Recipe): string | null {
  for (const template of [...addresses, ...(item === undefined ? [] : [item])]) {
    const fault = templateFault(template);
    if (fault !== null) return fault;
  }
  if (kind === 'list page' && list === undefined)
    return 'A recipe of a list page says in “list” where its entries stand.';
  const clocks: readonly Clock[] = [...(list?.clocks ?? []), ...(page?.clocks ?? [])];
  const selectors = [
    list?.entry,
    list?.link,
    list?.title,
    list?.paging?.by === 'link' ? list.paging.next : undefined,
    page?.proof,
    page?.title,
    page?.body,
    page?.occasion,
    page?.speaker,
    ...(page?.drop ?? []),
    ...clocks.map(({ select }) => select),
  ];
  for (const selector of selectors) {
    const fault = selector === undefined ? null : selectorFault(selector);
    if (fault !== null) return `“${selector}” is no selector: ${fault}.`;
  }
  const zone = clocks.map((clock) => clock.zone).find((named) => named !== undefined && !isZone(named));
  if (zone !== undefined) return `“${zone}” is no zone: write it like Europe/Kyiv or +03:00.`;
  if (list?.paging?.by === 'number' && !list.paging.address.includes('{n}'))
    return `“${list.paging.address}” has no {n} where the number of the page stands.`;
  return null;
}

function isZone(zone: string): boolean {
  if (/^(?:Z|[+-]\d{2}:\d{2})$/.test(zone)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
