/**
 * Finds the files that a person means by naming files and folders: folders whole, in the order of their names
 * ("2.txt" before "10.txt"), without what the system and other programs leave lying about.
 */
import type { FileEntry, Files } from './effects.js';

/** Left behind by systems and office programs; nobody means them by naming a folder. */
const LITTER = /^(\.|~\$|Thumbs\.db$|desktop\.ini$|Icon\r$|__MACOSX$)/i;
/** Browsers save the furniture of "page.html" in a folder "page_files" beside it. */
const SAVED_PAGE = /\.x?html?$/i;

/** A path that could not be looked at. */
export interface Unreadable {
  readonly path: string;
  readonly error: unknown;
}

/** The files under the paths, each once, and the paths that could not be read. */
export async function findFiles(
  paths: readonly string[],
  files: Files,
): Promise<{ readonly found: readonly FileEntry[]; readonly unreadable: readonly Unreadable[] }> {
  const inOrder = new Intl.Collator('en', { numeric: true });
  const found: FileEntry[] = [];
  const unreadable: Unreadable[] = [];
  const seen = new Set<string>();
  const visit = async (entry: FileEntry): Promise<void> => {
    if (seen.has(entry.identity)) return;
    seen.add(entry.identity);
    if (entry.kind !== 'folder') {
      found.push(entry);
      return;
    }
    let entries: readonly FileEntry[];
    try {
      entries = await files.entries(entry.path);
    } catch (error) {
      unreadable.push({ path: entry.path, error });
      return;
    }
    const pages = new Set(
      entries.filter(({ name }) => SAVED_PAGE.test(name)).map(({ name }) => name.replace(SAVED_PAGE, '_files')),
    );
    const meant = entries.filter(
      // Pipes and devices are meant only where they are named themselves.
      ({ name, kind }) => kind !== 'other' && !LITTER.test(name) && !(kind === 'folder' && pages.has(name)),
    );
    for (const inner of meant.toSorted((a, b) => inOrder.compare(a.name, b.name) || (a.name < b.name ? -1 : 1)))
      await visit(inner);
  };
  for (const path of paths) {
    try {
      await visit(await files.look(path));
    } catch (error) {
      unreadable.push({ path, error });
    }
  }
  return { found, unreadable };
}
