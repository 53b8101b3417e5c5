/** `onrecord serve`: the pages in a browser. */
import { recipesIn } from './follow.js';
import { type Options, wholeNumber } from './options.js';
import type { Archive, Served, World } from './world.js';

export const PORT = 4321;

export interface ServeOptions {
  readonly port?: string;
  /** False with --no-watch. */
  readonly watch?: boolean;
}

/** Serves until Ctrl-C. */
export async function serve(given: ServeOptions, options: Options, world: World): Promise<number> {
  const port = given.port === undefined ? null : wholeNumber(given.port, '--port', 0, 65535);
  const { archive, transient } = await openOrEmpty(options, world);
  try {
    const served = await startServing(
      { archive, folder: options.folder, transient, port, pages: [], tour: [], watch: given.watch !== false },
      world,
    );
    world.out(`Ready at ${served.address}\nStop with Ctrl-C.\n`);
    await served.ended;
    return 0;
  } finally {
    await archive.close();
  }
}

export async function startServing(
  {
    port,
    ...input
  }: Omit<Parameters<World['serve']>[0], 'port' | 'strict' | 'recipes'> & { readonly port: number | null },
  world: World,
): Promise<Served> {
  const recipes = await recipesIn(world);
  return world.serve({ ...input, recipes, port: port ?? PORT, strict: port !== null && port !== 0 });
}

/** Comparing two pasted texts needs no archive: without one, the pages are served on an empty one. */
async function openOrEmpty(options: Options, world: World): Promise<{ archive: Archive; transient: boolean }> {
  const { folder, named, chosen } = options;
  const there = await world.files.look(folder).then(
    () => true,
    () => false,
  );
  if (there || chosen) return { archive: await world.openArchive(folder, false), transient: false };
  world.err(
    `There is no archive in ./${named} yet: two texts can be compared, and what is added on the pages makes it.\n`,
  );
  return { archive: await world.openTransient(), transient: true };
}
