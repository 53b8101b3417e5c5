/**
 * `npm run inspect`: types, lint, format and unused exports, without the tests. Every part runs, so that one look
 * shows all there is to mend. `--fix` mends what can be mended without thought.
 */
import { run, setUp, tool } from './set-up.mjs';

setUp();
const fix = process.argv.includes('--fix');
const parts = [
  ['lint', [tool('oxlint'), '--type-aware', '--deny-warnings', ...(fix ? ['--fix'] : [])]],
  ['format', [tool('@biomejs/biome', 'biome'), 'format', ...(fix ? ['--write'] : [])]],
  ['types', [tool('@typescript/native', 'tsc'), '-p', 'tsconfig.json']],
  ['components', [tool('svelte-check'), '--tsconfig', 'tsconfig.json', '--output', 'human', '--fail-on-warnings']],
];
const failed = [];
for (const [name, args] of parts) if ((await run(args)) !== 0) failed.push(name);
if (failed.length > 0)
  console.error(`\nTo mend: ${failed.join(', ')}. \`npm run fix\` repairs format and simple lint.`);
process.exitCode = failed.length > 0 ? 1 : 0;
