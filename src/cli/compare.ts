/** `onrecord compare`: two texts, word by word. */
import { parseReference } from '#base/index.js';
import { type Side, compareTexts, readWhole } from '#jobs/index.js';
import { drawComparisonPage, drawComparisonTerminal, viewComparison } from '#report/index.js';
import { type Options, printJson } from './options.js';
import type { Archive, World } from './world.js';

/** Exit code: 0 the same words, 1 they differ. */
export async function compare(
  first: string,
  second: string,
  given: { readonly page?: string },
  options: Options,
  world: World,
): Promise<number> {
  const held = async (named: string): Promise<boolean> => {
    if (named === '-' || parseReference(named) === null) return false;
    // A file of that name is meant before a Reference: it can be seen.
    return world.files.look(named).then(
      () => false,
      () => true,
    );
  };
  const heldFirst = await held(first);
  const heldSecond = await held(second);
  const side = async (named: string, isHeld: boolean): Promise<Side> =>
    isHeld ? { held: named } : { ...(await readWhole(named, world.files)), mediaType: null };
  const a = await side(first, heldFirst);
  const b = await side(second, heldSecond);
  const archive: Archive | null = heldFirst || heldSecond ? await world.openArchive(options.folder, false) : null;
  try {
    const comparison = await compareTexts(
      { a, b },
      { extract: world.extract, ...(archive === null ? {} : { archive }) },
    );
    if (options.json) await printJson(world, ({ encodeComparison }) => encodeComparison(comparison));
    const view = viewComparison(comparison);
    if (given.page !== undefined) await world.writeFile(given.page, drawComparisonPage(view));
    if (!options.json) world.out(drawComparisonTerminal(view, { width: options.width, colour: options.colour }));
    return comparison.changes.some((change) => change.class !== 'punctuation only') ? 1 : 0;
  } finally {
    await archive?.close();
  }
}
