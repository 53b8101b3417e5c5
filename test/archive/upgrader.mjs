/** A process that opens an archive of an earlier release for writing, adds to it, and is killed: node upgrader.mjs FOLDER. */
import { writeSync } from 'node:fs';
import { openEmbedded } from '../../dist/archive/embedded/index.js';

writeSync(1, 'begun\n');
const archive = await openEmbedded(process.argv[2], { how: 'write' });
writeSync(1, 'open\n');
await archive.close();
