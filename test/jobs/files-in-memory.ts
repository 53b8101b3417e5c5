/** The effect of reading files, from a table of paths and contents. */
import { OnrecordError } from '#base/index.js';
import type { FileEntry, Files } from '#jobs/index.js';

export type Contents = Readonly<Record<string, string | Uint8Array | { readonly size: number } | Error>>;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Files by path ("texts/a.txt"); folders are where paths have slashes. A given size is that of a file never to be read. */
export function filesInMemory(contents: Contents, input: readonly string[] = []): Files & { readonly reads: string[] } {
  const reads: string[] = [];
  const paths = Object.keys(contents);
  const missing = (path: string): OnrecordError =>
    new OnrecordError('not-found', `There is no file or folder ${path}.`);
  const look = (path: string): FileEntry => {
    const name = path.split('/').at(-1)!;
    const base = { path, name, origin: `/home/ann/${path}`, identity: path };
    const held = contents[path];
    if (held === undefined) {
      if (path !== '.' && !paths.some((other) => other.startsWith(`${path}/`))) throw missing(path);
      return { ...base, kind: 'folder', size: 0 };
    }
    const size =
      held instanceof Error
        ? 1
        : typeof held === 'string'
          ? bytesOf(held).length
          : 'size' in held
            ? held.size
            : held.length;
    return { ...base, kind: 'file', size };
  };
  const read = (path: string): Uint8Array => {
    const held = contents[path];
    reads.push(path);
    if (held === undefined) throw missing(path);
    if (held instanceof Error) throw held;
    if (typeof held === 'string') return bytesOf(held);
    if (held instanceof Uint8Array) return held;
    throw new RangeError(`${path} was read, though it is too long to be`);
  };
  return {
    reads,
    look: async (path) => look(path),
    entries: async (folder) => {
      const inside = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
      return [...new Set(inside.map((path) => path.split('/')[0]!))]
        .toReversed()
        .map((name) => look(`${folder}/${name}`));
    },
    read: async (path) => read(path),
    part: async (path, offset, length) => read(path).subarray(offset, offset + length),
    stream: async function* stream(path) {
      const bytes = read(path);
      // Pieces that cut through lines and characters.
      for (let at = 0; at < bytes.length; at += 7) yield bytes.slice(at, at + 7);
    },
    standardInput: async function* standardInput() {
      for (const piece of input) yield bytesOf(piece);
    },
  };
}
