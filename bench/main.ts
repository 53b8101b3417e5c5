/**
 * One part of the bench: `node bench/.built/main.js PART …`, which `npm run bench -- PART …` starts. Parts that are
 * programs by themselves read their own options.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [part = '', ...rest] = process.argv.slice(2);
const file = join(import.meta.dirname, `${part}.js`);
// Programs find their own options where they expect them.
process.argv = [process.argv[0]!, file, ...rest];
const { run } = (await import(pathToFileURL(file).href)) as { run?: (words: readonly string[]) => unknown };
await run?.(rest);
