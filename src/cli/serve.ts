/** `onrecord serve`: the pages in a browser. */
import { OnrecordError } from '#base/index.js';
import { recipesIn } from './follow.js';
import { type Options, wholeNumber } from './options.js';
import type { Archive, Served, World } from './world.js';

export const PORT = 4321;

export interface ServeOptions {
  readonly port?: string;
  readonly host?: string;
  readonly name?: readonly string[];
  readonly token?: string;
  readonly tokenFile?: string;
  readonly newToken?: boolean;
  /** False with --no-watch. */
  readonly watch?: boolean;
}

/** Serves until Ctrl-C. */
export async function serve(given: ServeOptions, options: Options, world: World): Promise<number> {
  const port = given.port === undefined ? null : wholeNumber(given.port, '--port', 0, 65535);
  const access = await accessOf(given, world);
  const { archive, transient } = await openOrEmpty(options, world);
  try {
    const served = await startServing(
      { archive, folder: options.folder, transient, port, pages: [], tour: [], watch: given.watch !== false, access },
      world,
    );
    if (given.newToken === true && access !== null) world.out(`The token: ${access.token}\n`);
    if (access !== null && access.token !== null && given.host !== undefined)
      world.err(
        'Others can reach this address. What they send travels unencrypted unless a proxy with TLS stands before it.\n',
      );
    world.out(`Ready at ${served.address}\nStop with Ctrl-C.\n`);
    await served.ended;
    return 0;
  } finally {
    await archive.close();
  }
}

/** Where it is to be reached, and by which token. Throws OnrecordError `bad-use` for a token that is given twice. */
async function accessOf(given: ServeOptions, world: World): Promise<Parameters<World['serve']>[0]['access']> {
  const { host, name: names = [], token, tokenFile, newToken } = given;
  if ([token, tokenFile, newToken].filter((way) => way !== undefined).length > 1)
    throw new OnrecordError('bad-use', 'The token was given twice.', 'Use one of --token, --token-file, --new-token.');
  const made = newToken === true ? hex(world.chance(TOKEN_BYTES)) : null;
  const read = tokenFile === undefined ? null : new TextDecoder().decode(await world.files.read(tokenFile)).trim();
  const chosen = token ?? read ?? made;
  return host === undefined && chosen === null ? null : { host: host ?? '127.0.0.1', names, token: chosen };
}

const TOKEN_BYTES = 24;

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
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
