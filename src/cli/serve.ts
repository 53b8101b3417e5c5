/** `onrecord serve`: the pages in a browser. */
import { type Options, wholeNumber } from './options.js';
import type { Archive, ReadyPage, Served, World } from './world.js';

export const PORT = 4321;

export interface ServeOptions {
  readonly port?: string;
}

/** Serves until Ctrl-C. */
export async function serve(given: ServeOptions, options: Options, world: World): Promise<number> {
  const port = given.port === undefined ? null : wholeNumber(given.port, '--port', 0, 65535);
  // Comparing two pasted texts needs no archive: without one, the pages are served on an empty one.
  const archive = await openOrEmpty(options, world);
  try {
    const served = await startServing(archive, port, [], world);
    world.out(`Ready at ${served.address}\nStop with Ctrl-C.\n`);
    await served.ended;
    return 0;
  } finally {
    await archive.close();
  }
}

export function startServing(
  archive: Archive,
  port: number | null,
  pages: readonly ReadyPage[],
  world: World,
): Promise<Served> {
  return world.serve({ archive, port: port ?? PORT, strict: port !== null && port !== 0, pages });
}

async function openOrEmpty({ folder, named, chosen }: Options, world: World): Promise<Archive> {
  const there = await world.files.look(folder).then(
    () => true,
    () => false,
  );
  if (there || chosen) return world.openArchive(folder, false);
  world.err(`There is no archive in ./${named} yet: drafts find no sources, but two texts can be compared.\n`);
  return world.openTransient();
}
