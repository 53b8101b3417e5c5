export { runCli } from './run.js';
export type { Archive, ExtraPage, Served, World } from './world.js';
