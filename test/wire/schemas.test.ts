/**
 * Holds docs/ to the shapes that encode. `UPDATE_SCHEMAS=1 npx vitest run test/wire` writes the schemas, and the
 * example and fields of docs/check-json.md, anew.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { encodeCheck, faultIn, jsonSchema, openApi, type Route, ROUTES, SCHEMA_NAMES } from '#wire/index.js';
import { draftCheck } from '../report/fixtures.js';

const docs = join(dirname(fileURLToPath(import.meta.url)), '../../docs');
const update = process.env['UPDATE_SCHEMAS'] === '1' && !process.env['CI'];

/** The text of a file under docs/; with the update flag it is first written as it should be. */
function committed(file: string, should: string): string {
  const path = join(docs, file);
  if (update) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, should);
  }
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

interface Shape {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly propertyNames?: Shape;
  readonly additionalProperties?: Shape;
}

/** Shapes that occur in many places are named there and described once. */
const NAMED: Readonly<Record<string, string>> = {
  'start end': 'span',
  'start end text': 'words',
  'at precision zone basis': 'date',
  'class flags a b move': 'change',
};

const nameOf = (shape: Shape): string | undefined => NAMED[Object.keys(shape.properties ?? {}).join(' ')];
const bare = (shape: Shape): Shape => shape.anyOf?.find(({ type }) => type !== 'null') ?? shape;

/** One row per field, by its path; what stands in lists is written with []. Named shapes are gathered, not entered. */
function rows(shape: Shape, path: string, named: Map<string, Shape>): string[] {
  const inner = bare(shape);
  const one = bare(inner.items ?? inner);
  const name = nameOf(one);
  if (name !== undefined && path !== '') named.set(name, one);
  const names = one.enum ?? inner.propertyNames?.enum;
  const values = [...(names ?? []), ...(inner.const === undefined ? [] : [inner.const])]
    .map((value) => `\`${value}\``)
    .join(', ');
  const said = shape.description ?? inner.description ?? '';
  const type = typeOf(inner) + (shape.anyOf === undefined ? '' : ' or null');
  const own =
    path === '' ? [] : [`| \`${path}\` | ${type} | ${[said, values].filter((part) => part !== '').join(': ')} |`];
  if (name !== undefined && path !== '') return own;
  const below = Object.entries(one.properties ?? {}).flatMap(([field, of]) => {
    const optional = one.required?.includes(field) === true ? '' : '?';
    return rows(
      of,
      `${path === '' ? '' : `${path}${inner.items === undefined ? '' : '[]'}.`}${field}${optional}`,
      named,
    );
  });
  return [...own, ...below];
}

function typeOf(shape: Shape): string {
  if (shape.items !== undefined)
    return `list of ${typeOf(bare(shape.items)).replace(/(object|span|change|string|integer)$/, '$1s')}`;
  const name = nameOf(shape);
  if (name !== undefined) return name;
  if (shape.propertyNames !== undefined) return 'number by name';
  return [shape.type ?? 'string'].flat().join(' or ');
}

/** The tables of the document: all fields, then the shapes that occur in many places. */
function tables(shape: Shape): string {
  const head = ['| field | type | what it is |', '|---|---|---|'];
  const named = new Map<string, Shape>();
  const main = rows(shape, '', named);
  const shapes: string[] = [];
  for (const [name, each] of named) shapes.push('', `A **${name}**:`, '', ...head, ...rows(each, '', named));
  return [...head, ...main, ...shapes].join('\n');
}

const EXAMPLE = encodeCheck(
  draftCheck(
    'Varga said: “We will open the gates in March.”',
    [
      {
        quoted: 'We will open the gates in March.',
        status: 'altered in words',
        flags: ['conditional'],
        places: [
          {
            before: 'You ask for a day. ',
            text: 'We could open the gates in March',
            after: ', if the inspectors come first.',
            differing: [['will', 'could', 'replacement', ['modality']]],
            turnKind: 'answer',
            said: '2026-03-12',
          },
        ],
      },
    ],
    {
      draft: { name: 'draft.txt', title: null, text: 'Varga said: “We will open the gates in March.”', language: 'en' },
    },
  ),
);

describe('docs/schema', () => {
  it.each(SCHEMA_NAMES)('%s is what the shape says', (name) => {
    const should = `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
    expect(committed(`schema/${name}.json`, should), 'UPDATE_SCHEMAS=1 npx vitest run test/wire').toBe(should);
  });
  it('holds no schema that is gone', () => {
    expect(readdirSync(join(docs, 'schema')).toSorted()).toEqual(SCHEMA_NAMES.map((name) => `${name}.json`).toSorted());
  });
});

describe('docs/check-json.md', () => {
  it('has the example and every field of the schema', () => {
    const file = readFileSync(join(docs, 'check-json.md'), 'utf8');
    const table = tables(jsonSchema('check-1'));
    expect(table.split('\n').filter((row) => row.endsWith('|  |'))).toEqual([]);
    const example = `\`\`\`json\n${JSON.stringify(EXAMPLE, null, 2)}\n\`\`\``;
    const part = (name: string, body: string, text: string): string =>
      text.replace(
        new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- end -->`),
        () => `<!-- ${name} -->\n${body}\n<!-- end -->`,
      );
    const should = part('fields', table, part('example', example, file));
    expect(committed('check-json.md', should), 'UPDATE_SCHEMAS=1 npx vitest run test/wire').toBe(should);
    expect(file).toContain('<!-- fields -->');
  });
  it('shows an example that the schema allows', () => {
    expect(faultIn('check-1', EXAMPLE)).toBeNull();
  });
});

describe.each([
  ['age-json.md', ['age-1']],
  ['formula-json.md', ['formula-1']],
  ['sayings-json.md', ['sayings-1', 'quoted-1']],
] as const)('docs/%s', (name, schemas) => {
  it('has every field of its schemas, each with its words', () => {
    let should = readFileSync(join(docs, name), 'utf8');
    for (const schema of schemas) {
      const table = tables(jsonSchema(schema));
      expect(table.split('\n').filter((row) => row.endsWith('|  |'))).toEqual([]);
      expect(should).toContain(`<!-- fields ${schema} -->`);
      should = should.replace(
        new RegExp(`<!-- fields ${schema} -->[\\s\\S]*?<!-- end -->`),
        () => `<!-- fields ${schema} -->\n${table}\n<!-- end -->`,
      );
    }
    expect(committed(name, should), 'UPDATE_SCHEMAS=1 npx vitest run test/wire').toBe(should);
  });
});

describe('the API', () => {
  it('is written down as OpenAPI', () => {
    const { version } = JSON.parse(readFileSync(join(docs, '../package.json'), 'utf8')) as { version: string };
    const should = `${JSON.stringify(openApi(version), null, 2)}\n`;
    expect(committed('openapi.json', should)).toBe(should);
  });
  it('is written down for people, route by route', () => {
    const path = join(docs, 'api.md');
    const written = readFileSync(path, 'utf8');
    const should = written.replace(
      /(<!-- routes -->\n)[^]*?(<!-- end of routes -->)/,
      (_, from: string, to: string) => `${from}${ROUTES.map(routeInWords).join('\n')}\n${to}`,
    );
    expect(committed('api.md', should)).toBe(should);
    for (const { path: route } of ROUTES) expect(should).toContain(`\`${route}\``);
  });
  it('names schemas that are there, and each route once', () => {
    for (const { body, answer } of ROUTES)
      for (const name of [...answer, ...(body === undefined ? [] : [body])]) expect(SCHEMA_NAMES).toContain(name);
    expect(new Set(ROUTES.map(({ method, path }) => `${method} ${path}`)).size).toBe(ROUTES.length);
  });
});

function routeInWords({ method, path, summary, query = {}, body, form, bytes, answer }: Route): string {
  const link = (name: string): string => `[${name}](schema/${name}.json)`;
  const takes = [
    ...(body === undefined ? [] : [`JSON: ${link(body)}`]),
    ...(bytes ? ['or the bytes of a file with its media type'] : []),
    ...(form === undefined ? [] : ['a form with files']),
  ];
  return [
    `### ${method.toUpperCase()} \`${path}\``,
    '',
    summary,
    '',
    ...Object.entries(query).map(
      ([name, means]) => `- \`${name.replace('!', '')}\`${name.endsWith('!') ? ' (needed)' : ''}: ${means}`,
    ),
    ...(takes.length > 0 ? [`- takes ${takes.join(', ')}`] : []),
    `- answers ${answer.map(link).join(' or ')}`,
    '',
  ].join('\n');
}
