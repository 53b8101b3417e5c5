/**
 * A browser for tests of pages, on any machine, without root and without packages of the system: the headless
 * Chromium that comes from npm, unpacked once under node_modules with the libraries and fonts it brings along.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

// The package unpacks into the temporary folder; the variable makes it unpack its libraries and fonts as well.
const UNPACK = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;

/** The folder with `chromium`, its libraries in `al2023/lib` and its fonts; complete as soon as it is there. */
function unpacked(): string {
  const home = join(cache, 'chromium-147.0.0');
  if (existsSync(home)) return home;
  mkdirSync(cache, { recursive: true });
  const stage = mkdtempSync(join(cache, 'chromium-'));
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: dirname(fileURLToPath(import.meta.url)),
      env: { ...process.env, TMPDIR: stage, VERCEL: '1' },
    });
    renameSync(stage, home);
  } catch (error) {
    // Another test file may have been quicker; its copy serves as well.
    if (!existsSync(home)) throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return home;
}

/** Why no browser can be started here, to skip page tests by name; null where one can. */
export const noBrowser =
  process.platform === 'linux' && process.arch === 'x64' ? null : 'the test browser is built for Linux on x64 only';

/** Starts a headless browser that asks nothing of the network by itself. The caller closes it. */
export function launchBrowser(): Promise<Browser> {
  const home = unpacked();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') }),
    },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
