/**
 * The documents under test: whatever a reader of the code could meet by name stands in README.md or docs/. Names
 * are looked for in backticks, as `not held`; commands as `onrecord check`, options as `--against` in any code.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#base/index.js';
import * as record from '#record/index.js';
import { filesUnder, parse, read, root, sourcesOf, walk } from './sources.js';

const documents = [
  'README.md',
  ...filesUnder('docs').filter((file) => file.endsWith('.md') && !file.startsWith('docs/adr/')),
]
  .filter((file) => existsSync(join(root, file)))
  .map(read)
  .join('\n');

/** First arguments of calls to methods of these names, where they are string literals. */
function firstArguments(room: string, methods: readonly string[]): string[] {
  const found: string[] = [];
  for (const file of sourcesOf(room)) {
    walk(parse(file), (node) => {
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
      const { expression } = node;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
      const [first] = node.arguments ?? [];
      if (methods.includes(name) && first && ts.isStringLiteralLike(first)) found.push(first.text);
    });
  }
  return [...new Set(found)];
}

function membersOf(room: string, type: string): string[] {
  const found: string[] = [];
  for (const file of sourcesOf(room)) {
    walk(parse(file), (node) => {
      if (ts.isInterfaceDeclaration(node) && node.name.text === type)
        found.push(...node.members.flatMap(({ name }) => (name ? [name.getText()] : [])));
    });
  }
  return found;
}

const isList = (value: unknown): value is readonly string[] => Array.isArray(value) && typeof value[0] === 'string';
const quoted = (name: string): boolean => documents.includes(`\`${name}\``);
const mentioned = (name: string): boolean =>
  new RegExp(`(?<![a-z-])${name.replaceAll(/[^a-z0-9 ]/gi, '[$&]')}(?![a-z-])`, 'i').test(documents);

/** What must be documented: the room it comes from, its names, and how they are looked for. */
const lists: readonly {
  room: string;
  what: string;
  names: () => readonly string[];
  holds: (name: string) => boolean;
}[] = [
  { room: 'base', what: 'error code', names: () => Object.keys(ERROR_CODES), holds: quoted },
  ...Object.entries<unknown>({ ...record }).flatMap(([list, names]) =>
    isList(names) ? [{ room: 'record', what: `word of ${list}`, names: () => names, holds: quoted }] : [],
  ),
  { room: 'record', what: 'setting of house style', names: () => Object.keys(record.STRICTEST), holds: quoted },
  { room: 'archive', what: 'setting', names: () => membersOf('archive', 'Settings'), holds: quoted },
  {
    room: 'cli',
    what: 'command',
    names: () => firstArguments('cli', ['command']).map((command) => `onrecord ${command.split(' ')[0]}`),
    holds: mentioned,
  },
  {
    room: 'cli',
    what: 'option',
    names: () =>
      firstArguments('cli', ['option', 'requiredOption', 'Option', 'version']).flatMap(
        (option) => option.match(/--[\w-]+/g) ?? [],
      ),
    holds: mentioned,
  },
  {
    room: 'server',
    what: 'route',
    names: () =>
      firstArguments('server', ['get', 'post', 'put', 'patch', 'delete', 'all']).filter((at) => at.startsWith('/')),
    holds: mentioned,
  },
  {
    room: 'main',
    what: 'environment variable',
    names: () => [...new Set(filesUnder('src').flatMap((file) => read(file).match(/\bONRECORD_[A-Z_]+\b/g) ?? []))],
    holds: mentioned,
  },
];

describe.each(lists.filter(({ room }) => existsSync(join(root, 'src', room))))('docs: $what', ({ names, holds }) => {
  it('names each that the code knows', () => {
    const known = names();
    expect(known, 'the list itself was not found in the code').not.toEqual([]);
    expect(
      known.filter((name) => !holds(name)),
      'to be named in README.md or docs/',
    ).toEqual([]);
  });
});
