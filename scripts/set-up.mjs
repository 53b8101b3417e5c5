/**
 * Makes the project ready to run: the right Node, the packages of the lock file, and dist/ built from src/.
 * Only Node's own modules are used, because this runs before anything is installed. Doing it again costs little:
 * packages are installed only when the lock file names one that is not there.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const path = (...parts) => join(root, ...parts);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function needNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Onrecord needs Node 20.19 or newer; this is Node ${process.versions.node}. Install a newer one from nodejs.org and try again.`,
  );
}

/** True unless every package that the lock file requires stands in node_modules in that very version. */
function packagesAreStale() {
  const held = path('node_modules', '.package-lock.json');
  if (!existsSync(held)) return true;
  const wanted = JSON.parse(readFileSync(path('package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(held, 'utf8')).packages;
  return Object.entries(wanted).some(([name, entry]) => {
    if (name === '') return false;
    // Optional packages are mostly binaries for other systems: right to be absent, wrong to be another version.
    const found = there[name];
    return found ? found.version !== entry.version : !entry.optional && !entry.devOptional;
  });
}

function install() {
  console.error('Fetching the packages that Onrecord needs (first time only, about half a minute) …');
  // npm names its own program when it runs a script; started without npm, the one on the path serves.
  const npm = process.env.npm_execpath;
  const order = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...order]] : ['npm', order];
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (done.error || done.status !== 0)
    stop('The packages could not be fetched. Check the network (and the npm that came with Node), then try again.');
}

/** Names of all files under a folder, from that folder on. */
function filesUnder(folder) {
  const base = path(folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(base, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** The pages' live parts are bundled for browsers by build-desk.mjs, and run nowhere else. */
const ofDesk = (file) => file.startsWith('desk/') || file.startsWith('desk\\');

/** Writes dist/ from src/: TypeScript as JavaScript, other files as they are, and nothing whose source is gone. */
export function build() {
  const sources = filesUnder('src');
  const inputs = [
    'tsconfig.json',
    'tsconfig.build.json',
    'scripts/build-desk.mjs',
    'scripts/build-program.mjs',
    ...sources.map((file) => join('src', file)),
  ];
  const state = inputs.map((file) => `${file} ${statSync(path(file)).mtimeMs}`).join('\n');
  const stamp = path('dist', '.built');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;

  // Types are the business of `npm run check`; here they would only slow down a start.
  const order = [tool('typescript', 'tsc'), '-p', 'tsconfig.build.json', '--noCheck'];
  const done = spawnSync(process.execPath, order, { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) stop('Building dist/ from src/ failed; the compiler says why above.');
  const kept = new Set();
  for (const file of sources) {
    if (ofDesk(file)) continue;
    if (file.endsWith('.ts')) {
      kept.add(file.replace(/\.ts$/, '.js')).add(file.replace(/\.ts$/, '.js.map'));
    } else {
      kept.add(file);
      mkdirSync(dirname(path('dist', file)), { recursive: true });
      copyFileSync(path('src', file), path('dist', file));
    }
  }
  for (const file of filesUnder('dist')) if (!kept.has(file)) rmSync(path('dist', file), { force: true });
  const bundled = spawnSync(process.execPath, [path('scripts/build-desk.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (bundled.status !== 0) stop('Bundling src/desk for browsers failed; the bundler says why above.');
  const program = spawnSync(process.execPath, [path('scripts/build-program.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (program.status !== 0) stop('Bundling the program failed; the bundler says why above.');
  writeFileSync(stamp, state);
}

export function setUp() {
  needNode();
  if (packagesAreStale()) install();
}

/** The program inside an installed package that package.json names as its command. */
export function tool(name, command = name) {
  const folder = path('node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a Node program in the foreground until it ends, and gives its exit code. Ctrl-C is the program's to answer. */
export function run(args, options = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
  // The terminal sends Ctrl-C to the whole group; a signal sent to this process alone is passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Could not start ${args[0]}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  setUp();
  if (process.argv.includes('--build')) build();
}
