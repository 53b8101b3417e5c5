/** `onrecord compare`: two texts word by word, or three and more versions in one apparatus. */
import { OnrecordError } from '#base/index.js';
import { type Side, compareTexts, compareVersions, readWhole } from '#jobs/index.js';
import {
  drawComparisonPage,
  drawComparisonTerminal,
  drawVersionsPage,
  drawVersionsTerminal,
  viewComparison,
  viewVersions,
} from '#report/index.js';
import { archiveBeside } from './beside-files.js';
import { type Options, printJson } from './options.js';
import type { Archive, World } from './world.js';

export interface CompareGiven {
  readonly page?: string;
  readonly all?: boolean;
}

/** Exit code: 0 nothing differs but what is folded, 1 something does. */
export async function compare(
  named: readonly string[],
  given: CompareGiven,
  options: Options,
  world: World,
): Promise<number> {
  if (named.length < 2)
    throw new OnrecordError('bad-use', 'One text alone cannot be compared.', 'Name two texts or more.');
  if (named.filter((name) => name === '-').length > 1)
    throw new OnrecordError('bad-use', 'Standard input can be one text only.', 'Write one of the texts to a file.');
  const { sides, archive } = await findSides(named, options, world);
  const effects = { extract: world.extract, ...(archive === null ? {} : { archive }) };
  try {
    const [a, b] = sides;
    return a !== undefined && b !== undefined && sides.length === 2
      ? await printTwo(await compareTexts({ a, b }, effects), given, options, world)
      : await printVersions(await compareVersions({ versions: sides }, effects), given, options, world);
  } finally {
    await archive?.close();
  }
}

/** The texts that are meant: files where they are there, since they can be seen, else what the archive holds. */
async function findSides(
  named: readonly string[],
  options: Options,
  world: World,
): Promise<{ readonly sides: readonly Side[]; readonly archive: Archive | null }> {
  const isFile = async (name: string): Promise<boolean> =>
    name === '-' ||
    (await world.files.look(name).then(
      () => true,
      () => false,
    ));
  const files = await Promise.all(named.map(isFile));
  const missing = named.find((_, i) => !files[i]);
  const archive = await archiveBeside(missing, options, world);
  try {
    const sides: Side[] = [];
    for (const [i, name] of named.entries()) {
      if (!files[i]) {
        sides.push({ held: name });
        continue;
      }
      const read = await readWhole(name, world.files);
      // Files of one name in two folders are told apart by their paths.
      const shared = named.some(
        (other, k) => k !== i && files[k] && other !== name && lastPart(other) === lastPart(name),
      );
      sides.push({ ...read, name: shared ? name : read.name, mediaType: null });
    }
    return { sides, archive };
  } catch (error) {
    await archive?.close();
    throw error;
  }
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

async function printTwo(
  comparison: Awaited<ReturnType<typeof compareTexts>>,
  { page, all = false }: CompareGiven,
  options: Options,
  world: World,
): Promise<number> {
  const view = viewComparison(comparison, { all });
  if (options.json) await printJson(world, ({ encodeComparison }) => encodeComparison(comparison));
  else world.out(drawComparisonTerminal(view, { width: options.width, colour: options.colour }));
  if (page !== undefined) await writePage(page, drawComparisonPage(view), options, world);
  return view.toLookAt > 0 ? 1 : 0;
}

async function printVersions(
  compared: Awaited<ReturnType<typeof compareVersions>>,
  { page, all = false }: CompareGiven,
  options: Options,
  world: World,
): Promise<number> {
  const view = viewVersions(compared, { all });
  if (options.json) await printJson(world, ({ encodeVersions }) => encodeVersions(compared));
  else world.out(drawVersionsTerminal(view, { width: options.width, colour: options.colour }));
  if (page !== undefined) await writePage(page, drawVersionsPage(view), options, world);
  return view.toLookAt > 0 ? 1 : 0;
}

async function writePage(path: string, html: string, options: Options, world: World): Promise<void> {
  await world.writeFile(path, html);
  if (!options.json && !options.quiet) world.out(`\nThe page is in ${path}.\n`);
}
