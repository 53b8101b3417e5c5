export { type Disk, realDisk } from './disk.js';
export { failureOf, type IndexAnswer, indexTask, type IndexTask, shared } from './index-task.js';
export { type IndexWork } from './index-work.js';
export { networkOf } from './network.js';
export { type OpenOptions, openEmbedded, openTransient } from './open.js';
