/** Packages that the bench measures Onrecord against: they stand in bench/peers/package.json, and nothing else needs them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './pm-transcripts.js';
import { say } from './results.js';

const FOLDER = join(projectRoot(), 'bench', 'peers');

/** A package of bench/peers, which is fetched if it is not there. */
export async function fetched(name: string): Promise<Record<string, unknown>> {
  if (!existsSync(join(FOLDER, 'node_modules', name))) {
    say('fetching the packages of bench/peers');
    mkdirSync(FOLDER, { recursive: true });
    const npm = process.env['npm_execpath'];
    const order = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...order]] : ['npm', order];
    if (spawnSync(command, args, { cwd: FOLDER, stdio: ['ignore', 2, 2], timeout: 180_000 }).status !== 0)
      throw new Error('its package could not be fetched');
  }
  const path = createRequire(join(FOLDER, 'package.json')).resolve(name);
  return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
}
