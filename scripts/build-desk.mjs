/** Bundles src/desk into dist/desk: one script, its parts, one style sheet and the fonts; nothing from elsewhere. */
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  base: '/desk/',
  plugins: [svelte({ configFile: false, compilerOptions: { css: 'external' } })],
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  build: {
    outDir: join(root, 'dist/desk'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { desk: join(root, 'src/desk/entry.ts'), style: join(root, 'src/desk/desk.css') },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'part-[hash].js',
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith('.css')) ? 'desk.css' : 'font-[hash][extname]',
      },
    },
  },
});
