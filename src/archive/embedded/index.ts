export { type Disk, realDisk } from './disk.js';
export { networkOf } from './network.js';
export { type OpenOptions, openEmbedded, openTransient } from './open.js';
