/** The options that every command takes, settled with the environment. */
import { resolve } from 'node:path';
import { OnrecordError } from '#base/index.js';
import type * as wire from '#wire/index.js';
import pc from 'picocolors';
import type { Archive, World } from './world.js';

export const DEFAULT_ARCHIVE = 'archive';
const DEFAULT_WIDTH = 80;
const NARROWEST = 40;
/** Lines longer than this are hard to follow on any screen. */
const WIDEST = 120;

export interface Options {
  /** The archive's folder, absolute. */
  readonly folder: string;
  /** The folder as the user would say it. */
  readonly named: string;
  /** Whether the user named the folder, by option or environment. */
  readonly chosen: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly colour: boolean;
  /** Columns that may be printed. */
  readonly width: number;
  /** Who corrects, drops and imports. */
  readonly by: string;
}

/** As commander gives them. */
export interface Given {
  readonly archive?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly colour?: boolean;
  readonly color?: boolean;
  readonly width?: string;
  readonly by?: string;
}

/** Throws OnrecordError `bad-use` for a width that is none. */
export function settle(given: Given, world: World): Options {
  const named = given.archive ?? (world.archiveFolder || DEFAULT_ARCHIVE);
  return {
    folder: resolve(named),
    named,
    chosen: given.archive !== undefined || Boolean(world.archiveFolder),
    json: given.json ?? false,
    quiet: given.quiet ?? false,
    colour: world.colour && given.colour !== false && given.color !== false,
    width:
      given.width === undefined
        ? Math.max(NARROWEST, Math.min(WIDEST, world.columns ?? DEFAULT_WIDTH))
        : wholeNumber(given.width, '--width', NARROWEST, 1000),
    by: given.by?.trim() || world.user,
  };
}

/** Reads a whole number of an option. Throws OnrecordError `bad-use` if it is none or out of bounds. */
export function wholeNumber(written: string, option: string, least: number, most: number): number {
  const n = /^\d+$/.test(written.trim()) ? Number(written) : Number.NaN;
  if (n >= least && n <= most) return n;
  throw new OnrecordError(
    'bad-use',
    `${option} wants a whole number from ${least} to ${most}, not "${written}".`,
    `Write it like ${option} ${Math.max(least, Math.min(most, 100))}.`,
  );
}

export type Paint = ReturnType<typeof pc.createColors>;

/** Colours that are none where none are wanted. */
export function paintFor({ colour }: Options): Paint {
  return pc.createColors(colour);
}

/** Opens the archive, does the work and lets go of it whatever happens. */
export async function withArchive<T>(
  world: World,
  { folder }: Options,
  create: boolean,
  work: (archive: Archive) => Promise<T>,
): Promise<T> {
  const archive = await world.openArchive(folder, create);
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

/** Prints a value as JSON, the same way for every command; the shapes are loaded only where they are asked for. */
export async function printJson(world: World, encode: (shapes: typeof wire) => unknown): Promise<void> {
  world.out(`${JSON.stringify(encode(await import('#wire/index.js')), null, 2)}\n`);
}
