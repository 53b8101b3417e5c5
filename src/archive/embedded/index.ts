export { type OpenOptions, openEmbedded, openTransient } from './open.js';
