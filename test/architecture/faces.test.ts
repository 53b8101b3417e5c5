/**
 * Pins each room's face: the names that its index.ts lists by hand. A face changes on purpose or not at all:
 * `UPDATE_FACES=1 npx vitest run test/architecture` writes faces.json anew.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { born, lineOf, parse, read, root, rooms } from './sources.js';

const SNAPSHOT = 'test/architecture/faces.json';
const update = process.env['UPDATE_FACES'] === '1' && !process.env['CI'];

/** The exported names of an index.ts, types marked as such; a fault for whatever hides names. */
function faceOf(source: ts.SourceFile): { names: string[]; faults: string[] } {
  const names: string[] = [];
  const faults: string[] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) continue;
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const { isTypeOnly, name } of statement.exportClause.elements)
        names.push(`${isTypeOnly || statement.isTypeOnly ? 'type ' : ''}${name.text}`);
    } else faults.push(`${source.fileName}:${lineOf(statement)} is no list of names; export { … } from './file.js'`);
  }
  return { names: names.toSorted(), faults };
}

const faces = [...born.map(({ room }) => room), 'archive/embedded', 'archive/cluster']
  .map((room) => ({ room, file: `src/${room}/index.ts` }))
  // A room that no other sees, as main, needs no face.
  .filter(({ room, file }) => existsSync(join(root, file)) || rooms.some(({ sees }) => sees.includes(room)));

if (update) {
  const lists = faces
    .filter(({ file }) => existsSync(join(root, file)))
    .map(({ room, file }) => [room, faceOf(parse(file)).names]);
  writeFileSync(join(root, SNAPSHOT), `${JSON.stringify(Object.fromEntries(lists), null, 2)}\n`);
}

describe('faces', () => {
  const pinned = (existsSync(join(root, SNAPSHOT)) ? JSON.parse(read(SNAPSHOT)) : {}) as Record<string, string[]>;
  it.each(faces)('$room shows the names pinned in faces.json', ({ room, file }) => {
    const { names, faults } = faceOf(parse(file));
    expect(faults).toEqual([]);
    expect(names, `if this change is meant: UPDATE_FACES=1 npx vitest run test/architecture`).toEqual(pinned[room]);
  });
  it('pins no room that is gone', () => {
    expect(Object.keys(pinned).filter((room) => !faces.some((face) => face.room === room))).toEqual([]);
  });
});
