/**
 * The routes of /api/1, as one table: the server answers these and no others, and docs/openapi.json is written from
 * it. Within version 1 routes and fields are only ever added.
 */
import type { SchemaName } from './schemas.js';

export interface Route {
  readonly method: 'get' | 'post';
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string;
  /** One sentence in the words of the vocabulary. */
  readonly summary: string;
  /** Parameters of the query: name and what it means; those that end in "!" are needed. */
  readonly query?: Readonly<Record<string, string>>;
  /** Schema of the JSON body; `files` where files are sent as a form, `draft` where plain text and files serve too. */
  readonly body?: SchemaName;
  readonly form?: 'files';
  /** Any bytes that `onrecord check` reads may be sent in place of the JSON, with their media type. */
  readonly bytes?: true;
  /** The schema of the answer, or of the answers. */
  readonly answer: readonly SchemaName[];
}

const FILTER = {
  source: 'only texts of this source',
  speaker: 'only texts in which this person speaks; of a search and a formula only what that person says',
  body: 'only texts of this body',
  kind: 'only texts of this kind of document',
  language: 'only texts in this language, a BCP 47 subtag',
  from: 'only texts from this day on, ISO 8601 of any precision',
  to: 'only texts up to this day',
} as const;

const REF = 'a reference ("d17", "d17v2"), an id, an address or an import path';

const SOURCE = 'the reference ("s3"), name or address of a source';

/** Long work is told of at /api/events under this name, and stopped by it. */
const WORK =
  'a name of your own, 8 to 64 letters and digits: progress comes at `/api/events`, and `/api/1/stop` stops it';

export const ROUTES: readonly Route[] = [
  { method: 'get', path: '/api/1/status', summary: 'What the archive holds.', answer: ['status-1'] },
  {
    method: 'post',
    path: '/api/1/check',
    summary: 'Finds every quotation of a draft, traces each to the held words, and says what differs.',
    query: { ...FILTER, work: WORK },
    body: 'check-request-1',
    bytes: true,
    answer: ['check-1'],
  },
  {
    method: 'post',
    path: '/api/1/compare',
    summary: 'Compares two records of one occasion; with `more`, any number.',
    body: 'compare-request-1',
    answer: ['comparison-1', 'versions-1'],
  },
  {
    method: 'post',
    path: '/api/1/accounts',
    summary: 'Puts the accounts of one encounter side by side.',
    body: 'accounts-request-1',
    answer: ['accounts-1'],
  },
  {
    method: 'post',
    path: '/api/1/age',
    summary: 'How every sentence of a text stands to all that is held before it.',
    body: 'age-request-1',
    answer: ['age-1'],
  },
  {
    method: 'get',
    path: '/api/1/formula',
    summary: 'Every use of a phrase and of its variations.',
    query: {
      'phrase!': 'the words of the formula',
      sort: '`date`, `left`, `right` or `speaker`',
      exact: 'any value: only these words, no variations',
      ...FILTER,
    },
    answer: ['formula-1'],
  },
  {
    method: 'get',
    path: '/api/1/sayings',
    summary: 'All versions of a quotation in circulation; of words, or of every quotation of a text.',
    query: { words: 'the words', document: `in place of words: ${REF}`, language: 'language of the words' },
    answer: ['sayings-1'],
  },
  {
    method: 'get',
    path: '/api/1/quoted',
    summary: 'How much of a text was quoted, and by whom.',
    query: { 'document!': REF },
    answer: ['quoted-1'],
  },
  {
    method: 'get',
    path: '/api/1/search',
    summary: 'Where words stand, each with what is before and behind it; best first.',
    query: {
      words: 'what is looked for, a search in each line: see search.md',
      saved: 'in place of words: the name of a kept search',
      limit: 'at most so many places (50, at most 1,000)',
      ...FILTER,
    },
    answer: ['search-1'],
  },
  {
    method: 'get',
    path: '/api/1/searches',
    summary: 'The searches that are kept, each with what it finds now and how much of that is new.',
    answer: ['searches-1'],
  },
  {
    method: 'post',
    path: '/api/1/searches',
    summary: 'Keeps a search under a name; logged.',
    body: 'keep-search-request-1',
    answer: ['searches-1'],
  },
  {
    method: 'post',
    path: '/api/1/searches/looked',
    summary: 'Notes that a kept search was looked at.',
    body: 'looked-request-1',
    answer: ['searches-1'],
  },
  {
    method: 'post',
    path: '/api/1/searches/drop',
    summary: 'Forgets a kept search; logged.',
    body: 'drop-search-request-1',
    answer: ['searches-1'],
  },
  {
    method: 'get',
    path: '/api/1/texts',
    summary: 'The texts held, in order of date.',
    query: { limit: 'at most so many (1,000)', ...FILTER },
    answer: ['list-1'],
  },
  {
    method: 'post',
    path: '/api/1/texts',
    summary: 'Takes files into the archive, as `onrecord add` does.',
    query: { work: WORK },
    form: 'files',
    answer: ['import-1'],
  },
  {
    method: 'get',
    path: '/api/1/text',
    summary: 'One wording of one text, with all that is known of it.',
    query: { 'ref!': REF },
    answer: ['text-1'],
  },
  {
    method: 'post',
    path: '/api/1/set',
    summary: 'Corrects what is known about a text; logged.',
    body: 'set-request-1',
    answer: ['document-1'],
  },
  {
    method: 'post',
    path: '/api/1/drop',
    summary: 'Hides a text from all answers; logged.',
    body: 'drop-request-1',
    answer: ['drop-1'],
  },
  {
    method: 'post',
    path: '/api/1/follow',
    summary: 'What following a place would take; with `keep`, it is followed from now on.',
    body: 'follow-request-1',
    answer: ['follow-1'],
  },
  {
    method: 'get',
    path: '/api/1/sources',
    summary: 'All that is followed and how it is, what is wrong first.',
    answer: ['sources-1'],
  },
  {
    method: 'get',
    path: '/api/1/source',
    summary: 'One source with where its texts stand and its last looks.',
    query: { 'ref!': SOURCE, limit: 'at most so many looks (50, at most 1,000)' },
    answer: ['source-1'],
  },
  {
    method: 'post',
    path: '/api/1/source',
    summary: 'Looks at a source now, lets it rest, looks again from now on, or follows it no more; logged.',
    body: 'source-request-1',
    answer: ['source-1'],
  },
  {
    method: 'get',
    path: '/api/1/changes',
    summary: 'What changed in texts that are held since somebody looked, what touches most first.',
    query: {
      words: 'only changes with these words; in double quotes they are a phrase',
      look: 'whose look counts; else that of the person at this machine',
      all: 'any value: all changes there ever were',
      since: 'changes seen since this day',
      source: `only of this source: ${SOURCE}`,
      limit: 'at most so many lines (100, at most 1,000)',
    },
    answer: ['changes-1'],
  },
  {
    method: 'post',
    path: '/api/1/seen',
    summary: 'Remembers up to where somebody has seen the changes.',
    body: 'seen-request-1',
    answer: ['seen-1'],
  },
  {
    method: 'get',
    path: '/api/1/morning',
    summary: 'New texts with what is new in them, changes, and the sources that something is wrong with.',
    query: { look: 'whose look counts; else that of the person at this machine', all: 'any value: all there ever was' },
    answer: ['morning-1'],
  },
  {
    method: 'post',
    path: '/api/1/stop',
    summary: 'Asks work to stop that was given a name; what is done is kept.',
    body: 'stop-request-1',
    answer: ['stop-1'],
  },
  {
    method: 'post',
    path: '/api/1/sheets',
    summary: 'Signs a draft off: keeps its text, the findings and what was decided, for good; logged.',
    body: 'sign-request-1',
    answer: ['sheet-1'],
  },
  {
    method: 'get',
    path: '/api/1/sheets',
    summary: 'The sheets that were signed off, newest first, each held against the archive as it is now.',
    query: { limit: 'at most so many (50, at most 500)', before: 'only those older than this one ("sh9")' },
    answer: ['sheets-1'],
  },
  {
    method: 'get',
    path: '/api/1/sheet',
    summary: 'One sheet as it was signed, beside what would be found today.',
    query: { 'ref!': 'its reference, "sh4"' },
    answer: ['sheet-1'],
  },
];

/** The API as OpenAPI 3.1; schemas are named by their files beside it. */
export function openApi(version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of ROUTES) (paths[route.path] ??= {})[route.method] = operation(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Onrecord',
      version,
      summary: 'Keeps the record of what officials say, and checks words against it.',
      description:
        'Served by `onrecord serve` on this machine. Every answer names its schema; within version 1 fields are only added.',
    },
    servers: [{ url: 'http://localhost:4321' }],
    paths,
  };
}

function operation({ method, path, summary, query = {}, body, form, bytes, answer }: Route): object {
  const schemas = answer.map((name) => ({ $ref: `schema/${name}.json` }));
  const content = {
    ...(body !== undefined && { 'application/json': { schema: { $ref: `schema/${body}.json` } } }),
    ...(bytes && { '*/*': {} }),
    ...(form !== undefined && {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } },
        },
      },
    }),
  };
  return {
    operationId: `${method}-${path.split('/').slice(3).join('-')}`,
    summary,
    ...(Object.keys(query).length > 0 && {
      parameters: Object.entries(query).map(([name, description]) => ({
        name: name.replace('!', ''),
        in: 'query',
        required: name.endsWith('!'),
        description,
        schema: { type: 'string' },
      })),
    }),
    ...(Object.keys(content).length > 0 && { requestBody: { required: true, content } }),
    responses: {
      200: {
        description: 'The answer.',
        content: { 'application/json': { schema: schemas.length === 1 ? schemas[0] : { oneOf: schemas } } },
      },
      default: {
        description: 'What is wrong (`title`) and what to do (`detail`), by RFC 9457.',
        content: { 'application/problem+json': { schema: { type: 'object' } } },
      },
    },
  };
}
