#!/usr/bin/env node
/**
 * The program: reads the environment, picks the engine, builds the effects and opens the door of the command line.
 * What a command does not need is not loaded.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { OnrecordError } from '#base/index.js';
import { type World, indexingLine, runCli } from '#cli/index.js';
import type { indexPool } from './indexing.js';
import { clock } from './clock.js';
import { filesOn, isWritable, writeText } from './files.js';
import { judgingThread } from './judging.js';
import { parsePool } from './parsing.js';

const HOME = fileURLToPath(new URL('../..', import.meta.url));
/** After this long somebody who pressed Ctrl-C wants to know why nothing happens. */
const PATIENCE_MS = 1500;

/** Commands that read a text before they do anything else. */
const READING: ReadonlySet<string> = new Set(['check', 'serve', 'casefile']);

const { env, stdin, stdout, stderr } = process;
const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { version: string };
const stop = new AbortController();

function onSignal(): void {
  // Somebody who asks twice means at once.
  if (stop.signal.aborted) process.exit(130);
  stop.abort();
  setTimeout(() => stderr.write('\nFinishing what is under way; Ctrl-C again stops at once.\n'), PATIENCE_MS).unref();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

/** Waits, until the user asks to stop at the longest. */
function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (stop.signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      stop.signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    stop.signal.addEventListener('abort', end, { once: true });
  });
}

/** Writing to a pipe that was closed (`onrecord list | head`) is no failure: the rest is not wanted. */
function writer(stream: NodeJS.WriteStream): (text: string) => void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return (text) => void (stream.writable && stream.write(text));
}

function user(): string {
  const named = env['USER'] || env['LOGNAME'] || env['USERNAME'];
  if (named) return named;
  try {
    return userInfo().username;
  } catch {
    // A container may run as a number that has no name.
    return 'unknown';
  }
}

/** no-color.org and force-color.org; a terminal that can colour otherwise. */
function wantsColour(): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0';
  return stdout.isTTY && env['TERM'] !== 'dumb';
}

/** Columns of a terminal, null where there is none; one that does not know its size is taken for the usual. */
function columnsOf(stream: NodeJS.WriteStream): number | null {
  return stream.isTTY ? stream.columns || 80 : null;
}

const parsing = parsePool();
const started: { index: ReturnType<typeof indexPool> | null } = { index: null };

const world: World = {
  files: filesOn(stdin, { signal: stop.signal }),
  ownFiles: filesOn(stdin, { home: HOME, signal: stop.signal }),
  clock,
  extract: parsing.extract,
  signal: stop.signal,
  user: user(),
  archiveFolder: env['ONRECORD_ARCHIVE'],
  colour: wantsColour(),
  columns: columnsOf(stdout),
  progressColumns: env['TERM'] === 'dumb' ? null : columnsOf(stderr),
  called: env['npm_lifecycle_event'] === undefined ? 'onrecord' : 'npx onrecord',
  recipes: join(HOME, 'recipes'),
  caseFile: join(HOME, 'casefile'),
  version,
  temporaryFolder: tmpdir(),
  out: writer(stdout),
  err: writer(stderr),
  elapsed: () => performance.now(),
  openArchive: async (folder, create) => {
    const { openEmbedded } = await import('#archive/embedded/index.js');
    const { indexPool: start } = await import('./indexing.js');
    started.index ??= start(undefined, indexingLine(world));
    return openEmbedded(folder, { how: create ? 'write' : 'read', work: started.index.work });
  },
  judgeElsewhere: judgingThread,
  openTransient: async () => {
    const { openTransient } = await import('#archive/embedded/index.js');
    return openTransient();
  },
  readPlace: parsing.readPlace,
  now: () => Date.now(),
  jitter: Math.random,
  wait,
  fetcher: async ({ contact, gap }) => {
    const { createFetcher, onThisMachine } = await import('#capture/index.js');
    const fetcher = createFetcher({ version, contact, authorities: [], gap: gap * 1000 }, onThisMachine());
    return (request) => fetcher.get(request);
  },
  writable: isWritable,
  writeFile: writeText,
  askTime: async (address, query, allow) => {
    const { askAuthority, onThisMachine, parseAllowed } = await import('#capture/index.js');
    const places = allow.map((written) => {
      const place = parseAllowed(written);
      if (place) return place;
      throw new OnrecordError(
        'bad-use',
        `--allow-address wants a host and a port, not "${written}".`,
        'Write it like --allow-address 127.0.0.1:8080.',
      );
    });
    return askAuthority(address, query, places, onThisMachine(), stop.signal);
  },
  chance: (bytes) => randomBytes(bytes),
  talk: async (archive) => {
    const { answerStreams } = await import('#mcp/index.js');
    const { doorOn } = await import('./talking.js');
    await answerStreams(
      doorOn(() => archive, world),
      { input: stdin, output: stdout, signal: stop.signal },
    );
  },
  serve: async (input) => {
    const { serve } = await import('./serving.js');
    const { openInThreads } = await import('./keeping.js');
    const { indexPool: start } = await import('./indexing.js');
    const { work } = (started.index ??= start(undefined, indexingLine(world)));
    const openArchive: World['openArchive'] = (folder, create) =>
      openInThreads(folder, create ? 'write' : 'read', work);
    // Whoever gave an archive closes it; the one that answers is read beside it, in threads of its own.
    const archive = input.transient ? input.archive : await openArchive(input.folder, false);
    const served = await serve({ ...input, archive }, { ...world, home: HOME, openArchive });
    return {
      ...served,
      ended: served.ended.then(() => (archive === input.archive ? undefined : archive.close())),
    };
  },
};

const words = process.argv.slice(2);
// What reads texts of others needs the thread for that; it starts while the archive is opened.
if (words.some((word) => READING.has(word))) parsing.warm();
process.exitCode = await runCli(words, world);
await parsing.close();
await started.index?.close();
// A read that was left behind would keep the process.
if (stop.signal.aborted) process.exit(process.exitCode);
