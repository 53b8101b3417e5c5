/** The archive beside texts that may be files: needed where one is held, asked for where it was named, else left alone. */
import { OnrecordError } from '#base/index.js';
import type { Options } from './options.js';
import type { Archive, World } from './world.js';

/**
 * Opens the archive if a text that is no file must be held in it (`held`: its name), or if the user named the archive;
 * else null. An archive that was named and is not there is refused, whether it is needed or not.
 */
export async function archiveBeside(held: string | undefined, options: Options, world: World): Promise<Archive | null> {
  if (held === undefined && !options.chosen) return null;
  try {
    return await world.openArchive(options.folder, false);
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== 'archive-missing' || options.chosen) throw error;
    throw new OnrecordError(
      'not-found',
      `There is no file ${held}, and no archive in ${options.named} that could hold a text of that name.`,
      'Name a file, or the folder of an archive with --archive and a text that it holds.',
    );
  }
}
