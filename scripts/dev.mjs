/** `npm run dev`: serves the pages and the API on ./archive, and starts again whenever a source file is saved. */
import { spawn } from 'node:child_process';
import { build, root, run, setUp, tool } from './set-up.mjs';

setUp();
build();
const compiler = spawn(
  process.execPath,
  [tool('typescript', 'tsc'), '-p', 'tsconfig.build.json', '--noCheck', '--watch', '--preserveWatchOutput'],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
process.exitCode = await run([
  '--watch',
  '--watch-preserve-output',
  'dist/main/onrecord.js',
  'serve',
  ...process.argv.slice(2),
]);
compiler.kill();
