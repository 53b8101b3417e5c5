/** The project's own sources as the architecture tests read them: rooms.json, files, syntax trees. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A row of rooms.json. */
export interface Room {
  readonly n: number;
  readonly room: string;
  readonly owns: string;
  /** What is printed when somebody trips over this room's rules. */
  readonly sentence: string;
  readonly sees: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly seesTypes?: readonly string[];
  /** Folders inside other rooms that this room may enter by their own index. */
  readonly opens?: readonly string[];
  /** Sub-folders with an index of their own; files above them do not reach into them. */
  readonly engines?: readonly string[];
  /** Other sub-folders. */
  readonly folders?: readonly string[];
  readonly touches: Readonly<Record<'packages' | 'builtins' | 'globals', Readonly<Record<string, string>>>>;
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const rooms: readonly Room[] = (JSON.parse(read('rooms.json')) as { rooms: Room[] }).rooms;

/** The rooms that have been born: their folder stands under src/. */
export const born = rooms.filter(({ room }) => existsSync(join(root, 'src', room)));

/** All files under a folder, as paths from the project's root with forward slashes, in order. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

export const sourcesOf = (room: string): string[] => filesUnder(`src/${room}`).filter((file) => file.endsWith('.ts'));

export const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2023, true);

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export const lineOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** One import, re-export, dynamic import or import of a type. */
export interface Import {
  readonly from: string;
  readonly line: number;
  readonly typesOnly: boolean;
  /** `import 'x'`: imported for what it does. */
  readonly bare: boolean;
}

export function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typesOnly: boolean, bare = false): void => {
    if (node && ts.isStringLiteralLike(node)) found.push({ from: node.text, line: lineOf(node), typesOnly, bare });
  };
  walk(source, (node) => {
    if (ts.isImportDeclaration(node)) {
      const { importClause } = node;
      add(node.moduleSpecifier, importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword, !importClause);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
  });
  return found;
}
