/** Files that were sent to the desk, as an import reads files. Their import path is the name under "desk/". */
import { OnrecordError } from '#base/index.js';
import type { FileEntry, Files } from '#jobs/index.js';

/** A file of a name that was sent twice is the later one. */
export function sentFiles(sent: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Files {
  const byName = new Map(sent.map(({ name, bytes }) => [name, bytes]));
  const found = (path: string): Uint8Array => {
    const bytes = byName.get(path);
    if (bytes === undefined) throw new OnrecordError('not-found', `No file ${path} was sent.`);
    return bytes;
  };
  return {
    look: (path) =>
      Promise.resolve<FileEntry>({
        path,
        name: path.split('/').at(-1)!,
        kind: 'file',
        size: found(path).length,
        origin: `desk/${path}`,
        identity: path,
      }),
    entries: () => Promise.resolve([]),
    read: (path) => Promise.resolve(found(path)),
    part: (path, offset, length) => Promise.resolve(found(path).subarray(offset, offset + length)),
    stream: async function* (path) {
      yield await Promise.resolve(found(path));
    },
    standardInput: async function* () {},
  };
}
