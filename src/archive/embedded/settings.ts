/** settings.json of the archive's folder: written by people, so every fault is named with its line. */
import { join } from 'node:path';
import { OnrecordError } from '#base/index.js';
import { digestOf } from '#custody/index.js';
import { type HouseStyle, STRICTEST } from '#record/index.js';
import type { Settings } from '../promise.js';
import type { Disk } from './disk.js';

/** How pages are asked for where nothing is said: places where officials publish are untroubled by it. */
const USUAL_FETCHING: Settings['fetching'] = { contact: null, gap: 2 };
const LEAST_GAP = 0.5;
const MOST_GAP = 600;

/** The settings of an archive's folder; null, in memory, gives the defaults. As `readSettings` fails. */
export function settingsIn(folder: string | null, disk: Disk): Settings {
  if (folder === null) return readSettings(null, '');
  const path = join(folder, 'settings.json');
  const file = disk.read(path);
  return readSettings(file && new Uint8Array(file), path);
}

/** Reads the file's bytes; null, no file, gives the defaults. OnrecordError settings-unreadable names the line. */
function readSettings(file: Uint8Array | null, path: string): Settings {
  const digest = digestOf(file ?? '');
  if (!file) return { houseStyle: STRICTEST, aliases: [], languages: [], watch: [], fetching: USUAL_FETCHING, digest };
  const text = new TextDecoder().decode(file);
  const fail = (at: number, what: string): OnrecordError =>
    new OnrecordError(
      'settings-unreadable',
      `${path}, line ${text.slice(0, at).split('\n').length}: ${what}.`,
      'Mend the file, or move it away to work with the defaults.',
    );
  /** The offset of a key, so that a fault in its value can be placed. */
  const at = (key: string): number => Math.max(0, text.indexOf(JSON.stringify(key)));
  const known = (value: unknown, keys: readonly string[], what: string): Record<string, unknown> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw fail(at(what), `${what} must be a group in { }`);
    const stranger = Object.keys(value).find((key) => !keys.includes(key));
    if (stranger !== undefined)
      throw fail(at(stranger), `"${stranger}" is not known; there are ${keys.map((key) => `"${key}"`).join(', ')}`);
    return value as Record<string, unknown>;
  };

  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw fail(Math.min(Number(position ?? Infinity), text.trimEnd().length), 'this is not JSON');
  }
  const whole = known(parsed, ['houseStyle', 'aliases', 'languages', 'watch', 'fetching'], 'settings');
  const style = known(whole['houseStyle'] ?? {}, Object.keys(STRICTEST), 'houseStyle');
  for (const [key, value] of Object.entries(style))
    if (typeof value !== 'boolean') throw fail(at(key), `"${key}" must be true or false`);
  const aliases = whole['aliases'] ?? [];
  if (!isList(aliases) || !aliases.every((names) => isList(names) && names.every(isText)))
    throw fail(at('aliases'), '"aliases" must be a list of lists of names: [["Sergey Lavrov", "Sergei Lavrov"]]');
  const languages = whole['languages'] ?? [];
  if (
    !isList(languages) ||
    !languages.every((language) => isText(language) && /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(language))
  )
    throw fail(at('languages'), '"languages" must be a list of language codes: ["en", "ru"]');
  const watch = whole['watch'] ?? [];
  if (!isList(watch) || !watch.every(isText))
    throw fail(at('watch'), '"watch" must be a list of formulas: ["all options are on the table"]');
  const { contact = null, gap = USUAL_FETCHING.gap } = known(
    whole['fetching'] ?? {},
    Object.keys(USUAL_FETCHING),
    'fetching',
  );
  if (contact !== null && !isText(contact))
    throw fail(at('contact'), '"contact" must be an address or a mailbox: "desk@example.org"');
  if (typeof gap !== 'number' || !(gap >= LEAST_GAP && gap <= MOST_GAP))
    throw fail(at('gap'), `"gap" must be a number of seconds from ${LEAST_GAP} to ${MOST_GAP}`);
  return {
    houseStyle: { ...STRICTEST, ...(style as Partial<HouseStyle>) },
    aliases: aliases,
    languages: languages as readonly string[],
    watch,
    fetching: { contact, gap },
    digest,
  };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
