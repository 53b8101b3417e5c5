import { defineConfig } from 'vitest/config';

/** Rooms that touch files, network, threads or a screen: their tests run isolated from one another. */
const touching = [
  'capture',
  'archive',
  'jobs',
  'cli',
  'server',
  'mcp',
  'main',
  'desk',
  'casefile',
  'e2e',
  'quality',
].map((room) => `test/${room}/**/*.test.ts`);

const conditions = ['source', 'module', 'node', 'development|production'];
const resolve = { conditions };
const ssr = { resolve: { conditions, externalConditions: conditions } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: touching,
          pool: 'threads',
          // Safe because no room keeps module state, which test/architecture enforces.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'touching',
          include: touching,
          pool: 'forks',
          isolate: true,
          // It names its TypeScript by the condition `source`, which is ours; only the protocol's client loads it.
          server: { deps: { inline: [/eventsource-parser/, /modelcontextprotocol\/sdk\/dist\/esm\/client/] } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
