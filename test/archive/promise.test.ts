import { join } from 'node:path';
import { openEmbedded, openTransient } from '#archive/embedded/index.js';
import { folderForTest } from './given.js';
import { promiseSuite } from './promise-suite.js';

promiseSuite('in memory', openTransient);
promiseSuite('in a folder', () => openEmbedded(join(folderForTest(), 'archive'), { how: 'write' }));
