/**
 * Bundles the program into dist/main: one file for each command and what it alone needs, instead of six hundred that a
 * start would have to find and read one by one. The same code as in the other folders of dist, from the same sources.
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const workers = readdirSync(join(root, 'src/main/workers')).map((file) => `workers/${basename(file, '.ts')}`);
const source = (name) => join(root, 'src/main', `${name}.ts`);
const conditions = ['source', 'node', 'import', 'module', 'default'];

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  resolve: { conditions },
  // A binary of each system comes with the store's driver, which finds it beside itself.
  ssr: { noExternal: true, external: ['@photostructure/sqlite'], resolve: { conditions } },
  build: {
    ssr: true,
    outDir: join(root, 'dist/main'),
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'node20',
    minify: false,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      // No module of ours is imported for what it does when it is loaded, so a command loads only what it names.
      treeshake: { moduleSideEffects: [{ test: /^(?!.*node_modules).*\/src\/(?!main\/)/, sideEffects: false }] },
      input: Object.fromEntries(['onrecord', ...workers].map((name) => [name, source(name)])),
      output: {
        format: 'esm',
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        entryFileNames: '[name].js',
        chunkFileNames: 'part-[name]-[hash].js',
      },
    },
  },
});
