import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OnrecordError, parseWhen } from '#base/index.js';
import { CONTEXT_FLAGS, type Document, STATUSES } from '#record/index.js';
import {
  decodeCheckRequest,
  decodeCompareRequest,
  decodeCheck,
  encodeCheck,
  encodeComparison,
  encodeCorrected,
  encodeDrop,
  encodeImport,
  encodeList,
  encodePeople,
  encodeProblem,
  encodeSearch,
  encodeSearches,
  encodeStatus,
  encodeText,
  faultIn,
  jsonSchema,
  type SchemaName,
} from '#wire/index.js';
import { viewCheck } from '#report/index.js';
import { changing, COVERAGE } from '../report/fixtures.js';
import { HARBOUR } from '../report/harbour.js';

const at = parseWhen('2026-03-12T11:42:05+01:00')!;

const SAVED = {
  name: 'Yes',
  words: 'yes',
  filter: { speaker: 'Varga' },
  by: 'anna',
  at,
  looked: { mark: 16, at },
};

const HELD: Document = {
  reference: 'd17',
  title: 'Press conference',
  id: 'pc-88',
  source: 'ordania.example',
  body: 'Ministry of Foreign Affairs',
  kind: { value: 'verbatim transcript', basis: 'guessed', ground: 'file name' },
  said: at,
  published: null,
  occasion: 'Port Sable',
  speaker: { value: 'Anselm Varga', basis: 'stated' },
  language: null,
  address: null,
  translationOf: null,
  corrects: null,
  rights: null,
  other: { 'X-Desk': 'north' },
  versions: [{ reference: 'd17v1', number: 1, capture: 'c9', captured: at, words: 812, digest: 'ab'.repeat(32) }],
};
const CAPTURE = {
  reference: 'c9',
  origin: 'in/a.html',
  mediaType: 'text/html',
  digest: 'cd'.repeat(32),
  size: 8_123,
  at,
};

/** What each encoder makes of full input; a schema must allow it and know every field of it. */
const ENCODED: readonly (readonly [SchemaName, object])[] = [
  ['check-1', encodeCheck(HARBOUR)],
  [
    'comparison-1',
    encodeComparison({
      a: { name: 'a.txt', text: 'one two three', title: null, language: 'en' },
      b: { name: 'b.txt', text: 'one too three' },
      words: { a: 3, b: 3, both: 2 },
      changes: changing('one two three', 'one too three', 0, [['two', 'too', 'replacement', ['number']]]),
    }),
  ],
  ['list-1', encodeList({ documents: [HELD], more: false, coverage: COVERAGE })],
  ['list-1', encodeList({ documents: [], more: false, coverage: { ...COVERAGE, only: { speaker: 'Varga' } } })],
  [
    'text-1',
    encodeText({
      document: HELD,
      version: HELD.versions[0]!,
      capture: CAPTURE,
      guesses: ['kind: file name'],
      rendering: {
        extractor: 'html/1',
        text: 'VARGA: Yes.',
        blocks: [
          { start: 0, end: 6, kind: 'label' },
          { start: 7, end: 11, kind: 'cue', time: { from: 1.5, to: 3 } },
        ],
        turns: [{ start: 7, end: 11, kind: 'speech', label: 'VARGA', name: 'VARGA', interpreted: false }],
        links: [{ start: 7, end: 10, address: 'https://ordania.example/' }],
      },
    }),
  ],
  [
    'search-1',
    encodeSearch('yes', {
      hits: [
        {
          document: HELD,
          version: 'd17v1',
          before: '',
          hit: 'Yes',
          after: '.',
          start: 7,
          end: 10,
          speaker: 'VARGA',
          places: 1,
          lines: [0],
          isNew: true,
        },
      ],
      documents: 1,
      lines: [{ words: 'yes', documents: 1, places: 1, first: '2026-03-12', last: '2026-03-12' }],
      newer: 1,
      mark: 17,
      saved: SAVED,
      coverage: COVERAGE,
    }),
  ],
  [
    'status-1',
    encodeStatus({
      place: './archive',
      storeVersion: 1,
      coverage: COVERAGE,
      captures: 9,
      captureBytes: 8_123,
      versions: 1,
      dropped: 0,
      people: 2,
      sources: [{ source: 'ordania.example', texts: 1, from: '2026-03-12', to: null }],
      index: { segments: 1, words: 812, distinctWords: 300, bytes: 6_500, parts: [] },
      log: [{ at, by: 'anna', act: 'set', reference: 'd17', detail: 'date=2026-03-12' }],
    }),
  ],
  ['searches-1', encodeSearches([{ ...SAVED, documents: 1, newer: 1 }])],
  ['document-1', encodeCorrected(HELD)],
  ['drop-1', encodeDrop({ reference: 'd17', title: 'Press conference' })],
  [
    'people-1',
    encodePeople({
      added: 1,
      changed: 0,
      unchanged: 0,
      people: [
        {
          id: 'varga',
          name: 'Anselm Varga',
          aliases: ['A. Varga'],
          mandates: [{ post: 'Minister', body: null, from: '2025-09-15', to: null }],
        },
      ],
      problems: [{ code: 'people-row', where: 'row 3', message: 'it names nobody.' }],
    }),
  ],
  [
    'import-1',
    encodeImport({
      rows: [
        {
          path: 'in/a.html',
          outcome: 'read',
          document: 'd17',
          title: 'Press conference',
          detail: 'added',
          guesses: [],
          reasons: [],
        },
        {
          path: 'in/b.exe',
          outcome: 'refused',
          document: null,
          title: null,
          detail: null,
          guesses: [],
          reasons: ['No text.'],
        },
      ],
      files: 2,
      words: 812,
      stop: { code: 'disk-full', message: 'The disk is full.' },
    }),
  ],
];

/** Fields of a value that its schema does not describe, by path. */
function undescribed(value: unknown, shape: Record<string, unknown>, path = ''): string[] {
  const any = (shape['anyOf'] as Record<string, unknown>[] | undefined)?.find(({ type }) => type !== 'null') ?? shape;
  if (Array.isArray(value))
    return value.flatMap((each, i) => undescribed(each, any['items'] as Record<string, unknown>, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null || any['propertyNames'] !== undefined) return [];
  const known = any['properties'] as Record<string, Record<string, unknown>>;
  return Object.entries(value).flatMap(([name, field]) =>
    known[name] === undefined ? [`${path}.${name}`] : undescribed(field, known[name], `${path}.${name}`),
  );
}

describe.each(ENCODED)('%s', (name, encoded) => {
  it('is allowed by its schema', () => expect(faultIn(name, encoded)).toBeNull());
  it('has no field that the schema does not describe', () =>
    expect(undescribed(encoded, jsonSchema(name) as Record<string, unknown>)).toEqual([]));
  it('is plain JSON: written and read it is the same', () =>
    expect(JSON.parse(JSON.stringify(encoded))).toEqual(encoded));
  it('names its schema first', () =>
    expect(Object.entries(encoded)[0]).toEqual(['schema', `onrecord/${name.replace('-1', '/1')}`]));
});

describe('decodeCheck', () => {
  it('undoes encodeCheck', () => {
    const read = decodeCheck(encodeCheck(HARBOUR));
    expect(encodeCheck(read)).toEqual(encodeCheck(HARBOUR));
    // What is drawn from it is what is drawn from the findings themselves.
    expect(viewCheck(read)).toEqual(viewCheck(HARBOUR));
  });
});

describe('encodeCheck', () => {
  const encoded = encodeCheck(HARBOUR);
  it('cuts the quoted words out of the draft by its offsets', () => {
    for (const { text, start, end, pieces } of encoded.quotations) {
      expect(pieces.map((piece) => encoded.draft.text.slice(piece.start, piece.end)).join(' ')).toBe(text);
      expect(encoded.draft.text.slice(start, end).startsWith(text.slice(0, 5))).toBe(true);
    }
  });
  it('gives changes that make the quoted words into the held ones', () => {
    for (const { text, readings } of encoded.quotations)
      for (const { changes, covers, text: held, start, role } of readings) {
        if (role === 'nearest' || role === 'original') continue;
        let made = text.slice(covers.start, covers.end);
        for (const { a, b } of changes.toReversed())
          made = made.slice(0, a.start - covers.start) + b.text + made.slice(a.end - covers.start);
        expect(made.replace(/[.,。]$/, '')).toBe(held.replace(/[.,。]$/, ''));
        for (const { b } of changes) expect(held.slice(b.start - start, b.end - start)).toBe(b.text);
      }
  });
  it('counts what it lists', () => {
    const { counts, quotations } = encoded;
    expect(counts.quotations).toBe(quotations.length);
    expect(counts.toLookAt).toBe(quotations.filter(({ look }) => look).length);
    expect(Object.values(counts.kinds).reduce((sum, n) => sum + n)).toBe(quotations.length);
    expect(Object.keys(counts.statuses)).toEqual([...STATUSES]);
    expect(Object.values(counts.statuses).reduce((sum, n) => sum + n)).toBe(
      quotations.filter(({ kind, look }) => kind === 'direct' || look).length,
    );
  });
  it('meets every status and context flag in the fixture', () => {
    expect(STATUSES.filter((status) => !encoded.quotations.some((each) => each.status === status))).toEqual([]);
    expect(CONTEXT_FLAGS.filter((flag) => !encoded.quotations.some(({ flags }) => flags.includes(flag)))).toEqual([]);
  });
});

describe('encodeComparison', () => {
  it('counts the two ends of a move as one', () => {
    const ends = changing('x a', 'a x', 0, [
      ['x ', '', 'move', [], 1],
      ['', ' x', 'move', [], 1],
    ]);
    expect(
      encodeComparison({ a: { name: 'a', text: 'x a' }, b: { name: 'b', text: 'a x' }, changes: ends }).counts.move,
    ).toBe(1);
  });
});

describe('requests', () => {
  it('takes back what was sent', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string({ maxLength: 200 })), (text, name) => {
        const body = JSON.stringify(name === null ? { text } : { text, name });
        expect(decodeCheckRequest(body)).toEqual({ text, name, day: null, language: null, filter: {} });
        expect(decodeCompareRequest(`{"a":${body},"b":${body}}`).b).toEqual({ text, name });
      }),
    );
  });
  const bad: readonly (readonly [string, string])[] = [
    ['', 'The body is not JSON.'],
    ['[]', 'The body is not as it should be'],
    ['{}', 'The field "text"'],
    ['{"text": 7}', 'The field "text"'],
    ['{"text": "a", "name": {}}', 'The field "name"'],
  ];
  it.each(bad)('refuses %s with a sentence', (body, said) => {
    const refusal = (() => {
      try {
        return decodeCheckRequest(body);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(OnrecordError);
    expect((refusal as OnrecordError).code).toBe('bad-use');
    expect((refusal as OnrecordError).message).toContain(said);
  });
  it('writes a refusal as problem details', () => {
    expect(encodeProblem(413, 'input-too-large', 'Too long.', 'Send less.')).toEqual({
      type: 'about:blank',
      title: 'Too long.',
      status: 413,
      detail: 'Send less.',
      code: 'input-too-large',
    });
  });
});
