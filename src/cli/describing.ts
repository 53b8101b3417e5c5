/** What the groups of commands are described with. */
import type { Command } from 'commander';
import type { Options } from './options.js';
import type { World } from './world.js';

export interface Describing {
  readonly program: Command;
  readonly world: World;
  /** Settles what a command was given, runs it, and keeps its exit code. */
  readonly run: (command: Command, work: (options: Options) => Promise<number>) => Promise<void>;
  /** Adds the options that say which texts count; that of their language may be called otherwise. */
  readonly filters: (command: Command, language?: string) => Command;
  /** Adds the option that says who does it. */
  readonly by: (command: Command) => Command;
  /** Gathers the values of an option that may be repeated. */
  readonly several: (value: string, before?: readonly string[]) => readonly string[];
}

export const EXIT_CODES = `Exit codes: 0 nothing to look at, 1 something to look at, 2 bad use or unreadable
input, 3 the archive or the disk failed, 130 stopped.`;
