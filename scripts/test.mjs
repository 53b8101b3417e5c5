/** `npm test`: sets up, then runs all tests; words behind `--` go to vitest (`npm test -- test/text`). */
import { build, run, setUp, tool } from './set-up.mjs';

setUp();
build();
process.exitCode = await run([tool('vitest'), 'run', ...process.argv.slice(2)]);
