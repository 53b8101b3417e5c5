/** `onrecord mcp`: the tools of an assistant, on standard input and output. Nothing else may be printed there. */
import { type Options, withArchive } from './options.js';
import type { World } from './world.js';

/** Answers until the assistant goes. */
export function mcp(options: Options, world: World): Promise<number> {
  return withArchive(world, options, false, async (archive) => {
    await world.talk(archive);
    return 0;
  });
}
