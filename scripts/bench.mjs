/**
 * `npm run bench -- NAME …`: builds dist/ and the programs of bench/, then runs one of them (bench/README.md lists
 * them). They are built beside the package's own package.json, because it says where #room/index.js leads.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, root, run, setUp, tool } from './set-up.mjs';

const [name, ...rest] = process.argv.slice(2);
const names = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts') && existsSync(join(root, 'bench', file)))
  .map((file) => file.slice(0, -'.ts'.length));
if (name === undefined || !names.includes(name)) {
  console.error(`Name one of: ${names.join(', ')}. What each does stands in bench/README.md.`);
  process.exit(2);
}
setUp();
build();
const order = [tool('typescript', 'tsc'), '-p', 'bench/tsconfig.build.json', '--noCheck'];
if (spawnSync(process.execPath, order, { cwd: root, stdio: ['ignore', 2, 2] }).status !== 0) process.exit(1);
process.exitCode = await run(['--expose-gc', join('bench', '.built', `${name}.js`), ...rest]);
