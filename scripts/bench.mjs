/**
 * `npm run bench` runs every part of the bench, `npm run bench -- PART …` one of them; bench/README.md says what each
 * does. dist/ and the programs of bench/ are built first, beside the package's own package.json, because it says where
 * #room/index.js leads. Each part is a process of its own, so that none pays for the memory of another.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, root, run, setUp, tool } from './set-up.mjs';

/** In the order in which all of them run. What one has built the next ones read. */
const ALL = [
  'build',
  'find',
  'oracle',
  'real',
  'archive',
  'doors',
  'peers',
  'collate',
  'feeds',
  'custody',
  'languages',
  'quality',
  'table',
];
const ALONE = ['pm-transcripts', 'speed', 'smoke', 'soak'];
/** Starts itself again as a writer to be killed, so it is a program of its own. */
const OWN = new Set(['soak']);

const [name, ...rest] = process.argv.slice(2);
if (name !== undefined && !ALL.includes(name) && !ALONE.includes(name)) {
  console.error(`Name one of: ${[...ALL, ...ALONE].join(', ')}. What each does stands in bench/README.md.`);
  process.exit(2);
}
setUp();
build();
const order = [tool('typescript', 'tsc'), '-p', 'bench/tsconfig.build.json', '--noCheck'];
if (spawnSync(process.execPath, order, { cwd: root, stdio: ['ignore', 2, 2] }).status !== 0) process.exit(1);
const parts = name === undefined ? ALL : [name];
for (const [i, part] of parts.entries()) {
  if (parts.length > 1) console.error(`\n${part} (${i + 1} of ${parts.length})`);
  const [file, ...words] = OWN.has(part) ? [`${part}.js`] : ['main.js', part];
  const code = await run(['--expose-gc', '--no-warnings', join('bench', '.built', file), ...words, ...rest]);
  if (code === 130 || code === 143) process.exit(code);
  if (code !== 0) process.exitCode = 1;
  if (code !== 0 && parts.length > 1) console.error(`${part} ended with ${code}; the others go on.`);
}
