/** Holds src/ to rooms.json: who may see whom, what each room may touch, and the house style of files. */
import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import {
  born,
  filesUnder,
  type Import,
  importsOf,
  lineOf,
  parse,
  read,
  type Room,
  rooms,
  root,
  sourcesOf,
  walk,
} from './sources.js';

const LONGEST_FILE = 600;
const PURE_BELOW = 6;
const IMPURE = new Set(
  'process fetch console performance crypto globalThis navigator Buffer require XMLHttpRequest WebSocket setTimeout setInterval setImmediate'.split(
    ' ',
  ),
);
const byName = new Map(rooms.map((room) => [room.room, room]));
const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

/** Why this import is not allowed in this file of this room; null if it is. */
export function importFault(room: Room, file: string, { from, typesOnly, bare }: Import): string | null {
  if (bare) return `imports ${from} for its side effect`;
  if (from.startsWith('.')) {
    const target = posix.join(posix.dirname(file), from);
    if (!target.startsWith(`src/${room.room}/`)) return `reaches out of its room by ${from}; use #room/index.js`;
    const engine = room.engines?.find((folder) => target.startsWith(`src/${folder}/`));
    return engine && !file.startsWith(`src/${engine}/`) ? `reaches into ${engine}, which only main may name` : null;
  }
  if (from.startsWith('#')) {
    const [, target = ''] = /^#(.+)\/index\.js$/.exec(from) ?? [];
    if (room.sees.includes(target) || room.opens?.includes(target)) return null;
    if (room.seesTypes?.includes(target))
      return typesOnly ? null : `imports more than types from ${from} (import type)`;
    return byName.has(target) ? `does not see ${target}` : `imports ${from}, which is no room's entry`;
  }
  if (from.startsWith('node:')) return from in room.touches.builtins ? null : `may not use ${from}`;
  return packageOf(from) in room.touches.packages ? null : `may not use the package ${packageOf(from)}`;
}

/** The expression under `as` and `satisfies`. */
const unwrapped = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? unwrapped(node.expression) : node;

/** What keeps a file from being free of state, and, below 6, of clock, chance, network and machine. */
export function faultsOf(room: Room, source: ts.SourceFile): string[] {
  const faults: string[] = [];
  const fault = (node: ts.Node, what: string): void => void faults.push(`${source.fileName}:${lineOf(node)} ${what}`);
  for (const found of importsOf(source)) {
    const what = importFault(room, source.fileName, found);
    if (what) faults.push(`${source.fileName}:${found.line} ${what}`);
  }
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    if (!(statement.declarationList.flags & ts.NodeFlags.Const)) fault(statement, 'keeps state in a top-level let');
    for (const { initializer } of statement.declarationList.declarations) {
      const value = initializer && unwrapped(initializer);
      const empty =
        value &&
        ((ts.isNewExpression(value) &&
          /^(Weak)?(Map|Set)$/.test(value.expression.getText()) &&
          !value.arguments?.length) ||
          (ts.isArrayLiteralExpression(value) && value.elements.length === 0));
      if (empty) fault(statement, 'keeps an empty collection at top level: a cache that no caller owns');
    }
  }
  if (room.n >= PURE_BELOW) return faults;
  const declared = new Set<string>();
  walk(source, (node) => {
    const named =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node);
    if (named && node.name) declared.add(node.name.getText());
  });
  walk(source, (node) => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      fault(node, 'asks the clock: new Date()');
    if (ts.isCallExpression(node) && /^(Date|Date\.now|Math\.random)$/.test(node.expression.getText()))
      fault(node, `asks the clock or chance: ${node.getText()}`);
    if (!ts.isIdentifier(node) || !IMPURE.has(node.text) || declared.has(node.text)) return;
    const { parent } = node;
    const isName =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      ((ts.isPropertyAssignment(parent) || ts.isTypeElement(parent) || ts.isClassElement(parent)) &&
        parent.name === node);
    if (!isName && !(node.text in room.touches.globals)) fault(node, `uses ${node.text}`);
  });
  return faults;
}

const cite = (room: Room, faults: string[]): string => `${faults.join('\n')}\n${room.room}: ${room.sentence}`;

describe('rooms.json', () => {
  it('lists every folder of src/, and every file of src/ stands in a room', () => {
    const entries = existsSync(join(root, 'src')) ? readdirSync(join(root, 'src')) : [];
    expect(entries.filter((entry) => !byName.has(entry))).toEqual([]);
  });
  it.each(rooms)('$room sees only rooms with a lower number', ({ n, sees, seesTypes = [] }) => {
    expect([...sees, ...seesTypes].filter((other) => !((byName.get(other)?.n ?? n) < n))).toEqual([]);
  });
  it('gives each package to one room, and each stands in package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
    const named = rooms.flatMap(({ touches }) => Object.keys(touches.packages));
    const typesOnly = named.filter((name) => `@types/${name}` in devDependencies! && !(name in dependencies!));
    expect(named.toSorted()).toEqual([...Object.keys(dependencies!), ...typesOnly].toSorted());
  });
});

describe.each(born)('$room', (room) => {
  const files = sourcesOf(room.room);
  it('keeps to its rules', () => {
    const faults = files.flatMap((file) => faultsOf(room, parse(file)));
    expect(faults, cite(room, faults)).toEqual([]);
  });
  it.skipIf(born.length < rooms.length)('uses all that rooms.json allows it', () => {
    const used = new Set(files.flatMap((file) => importsOf(parse(file)).map(({ from }) => from)));
    const packages = new Set([...used].map(packageOf));
    const { touches } = room;
    const idle = Object.keys(touches.packages).filter((name) => !packages.has(name));
    idle.push(...Object.keys(touches.builtins).filter((name) => !used.has(name)));
    expect(idle, `take these away from ${room.room} in rooms.json`).toEqual([]);
  });
  it('keeps its files flat, short and named by the field', () => {
    const folders = new Set([
      `src/${room.room}`,
      ...[...(room.engines ?? []), ...(room.folders ?? [])].map((name) => `src/${name}`),
    ]);
    const faults: string[] = [];
    for (const file of filesUnder(`src/${room.room}`)) {
      const lines = read(file).split('\n').length - 1;
      if (lines > LONGEST_FILE) faults.push(`${file} has ${lines} lines; ${LONGEST_FILE} is the end`);
      if (!folders.has(posix.dirname(file))) faults.push(`${file} lies too deep`);
      if (!/^[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+$/.test(posix.basename(file))) faults.push(`${file} is not in kebab-case`);
      if (/(^|-)(utils?|manager|helpers?|misc|common)[.-]/.test(posix.basename(file)))
        faults.push(`${file} names nothing`);
    }
    expect(faults, cite(room, faults)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const trace = byName.get('trace')!;
  const rows: [string, string | null][] = [
    [`import { words } from '#text/index.js';`, null],
    [`import { words } from '#text/words.js';`, `imports #text/words.js, which is no room's entry`],
    [`import { open } from '#archive/index.js';`, 'does not see archive'],
    [`import { open } from '#extract/index.js';`, 'does not see extract'],
    [
      `const open = await import('#archive/embedded/index.js');`,
      `imports #archive/embedded/index.js, which is no room's entry`,
    ],
    [
      `type Open = import('../archive/promise.js').Archive;`,
      'reaches out of its room by ../archive/promise.js; use #room/index.js',
    ],
    [`import { readFileSync } from 'node:fs';`, 'may not use node:fs'],
    [`import parse from '@scope/pack/sub';`, 'may not use the package @scope/pack'],
    [`import './judge.js';`, 'imports ./judge.js for its side effect'],
    [`let seen = 0;`, 'keeps state in a top-level let'],
    [`const seen = new Map<string, number>();`, 'keeps an empty collection at top level: a cache that no caller owns'],
    [`const seen = new Map([['a', 1]]);`, null],
    [`function f() { let n = 0; return n; }`, null],
    [`const at = () => Date.now();`, 'asks the clock or chance: Date.now()'],
    [`const at = () => new Date();`, 'asks the clock: new Date()'],
    [`const at = () => new Date(0);`, null],
    [`const n = () => Math.random();`, 'asks the clock or chance: Math.random()'],
    [`const f = () => process.env;`, 'uses process'],
    [`const f = (process: string) => process.length;`, null],
    [`const f = (x: { fetch: number }) => x.fetch;`, null],
  ];
  it.each(rows)('%s', (text, fault) => {
    const source = ts.createSourceFile('src/trace/case.ts', text, ts.ScriptTarget.ES2023, true);
    expect(faultsOf(trace, source)).toEqual(fault === null ? [] : [`src/trace/case.ts:1 ${fault}`]);
  });
  it('lets a room that sees types import types only', () => {
    const report = byName.get('report')!;
    const from = (text: string): string[] =>
      faultsOf(report, ts.createSourceFile('src/report/case.ts', text, ts.ScriptTarget.ES2023, true));
    expect(from(`import type { Rarity } from '#trace/index.js';`)).toEqual([]);
    expect(from(`import { judge } from '#trace/index.js';`)).toHaveLength(1);
  });
});
