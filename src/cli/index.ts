export { indexingLine } from './progress.js';
export { runCli } from './run.js';
export type { Archive, ReadyPage, Served, World } from './world.js';
