/** `npm start`: sets up, then opens the case file, prints its sheet and serves the page until Ctrl-C. */
import { build, run, setUp } from './set-up.mjs';

setUp();
build();
process.exitCode = await run(['dist/main/onrecord.js', 'casefile', ...process.argv.slice(2)]);
