/**
 * A concordance as a table for spreadsheets and statistics, with its data dictionary beside it: CSV (RFC 4180) and
 * metadata as the W3C's CSV on the Web wants them, which say of every column what it holds, by which rule places were
 * counted, and what the archive covered. Texts that a spreadsheet would take for a formula get an apostrophe before
 * them, and the dictionary says so.
 */
import Papa from 'papaparse';
import type { FilteredFormula } from './trace-formula.js';

export interface FormulaTable {
  readonly csv: string;
  /** The data dictionary, JSON. */
  readonly dictionary: string;
}

type Row = FilteredFormula['rows'][number];

interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly about: string;
  readonly of: (row: Row, n: number, trace: FilteredFormula) => string | number | boolean | null;
}

const COLUMNS: readonly Column[] = [
  { name: 'n', type: 'integer', about: 'Number of the place, in the order of the table.', of: (_, n) => n },
  {
    name: 'day',
    type: 'string',
    about: 'When the text is from: said, else published; ISO 8601, as precise as it is known; empty: no date.',
    of: ({ day }) => day,
  },
  {
    name: 'date_basis',
    type: 'string',
    about: 'How the date became known: stated by the publisher, guessed, or corrected by a person.',
    of: ({ held }) => (held.said ?? held.published)?.basis ?? null,
  },
  {
    name: 'document',
    type: 'string',
    about: 'Reference of the text: `onrecord show` takes it.',
    of: ({ held }) => held.document,
  },
  {
    name: 'version',
    type: 'string',
    about: 'Reference of its wording: offsets count in it.',
    of: ({ held }) => held.version,
  },
  { name: 'title', type: 'string', about: 'Title of the text.', of: ({ held }) => held.title },
  { name: 'kind', type: 'string', about: 'Kind of document, from the closed list.', of: ({ held }) => held.kind },
  { name: 'body', type: 'string', about: 'The institution, else the source, as printed.', of: ({ held }) => held.body },
  {
    name: 'speaker',
    type: 'string',
    about: 'Who speaks at the place, as printed; empty: the text does not say.',
    of: ({ held }) => held.speaker,
  },
  { name: 'before', type: 'string', about: 'The held words just before.', of: ({ before }) => flat(before) },
  { name: 'words', type: 'string', about: 'The words at the place, as they stand.', of: ({ text }) => flat(text) },
  { name: 'after', type: 'string', about: 'The held words just behind.', of: ({ after }) => flat(after) },
  {
    name: 'reading',
    type: 'string',
    about: 'The wording: as asked for, or one of its variations, as it is written in its latest use.',
    of: ({ reading }, _, { readings }) => flat(readings[reading]?.text ?? ''),
  },
  {
    name: 'exact',
    type: 'boolean',
    about: 'The very words that were asked for, up to capitals and marks.',
    of: ({ reading }, _, { asked }) => asked !== null && reading === 0,
  },
  {
    name: 'longer_formula',
    type: 'string',
    about: 'The longer formula that the place is part of; empty: of none.',
    of: ({ longer }, _, { longer: formulas }) => (longer === null ? null : flat(formulas[longer]?.text ?? '')),
  },
  {
    name: 'near_copy',
    type: 'boolean',
    about: 'The text is a near-copy of an earlier one of the same day: not to be counted again.',
    of: ({ copy }) => copy,
  },
  {
    name: 'start',
    type: 'integer',
    about: 'First UTF-16 code unit of the words in the text of the version.',
    of: ({ held }) => held.start,
  },
  { name: 'end', type: 'integer', about: 'Code unit behind the last.', of: ({ held }) => held.end },
  { name: 'address', type: 'string', about: 'Where the text was published.', of: ({ held }) => held.address },
];

/** Names of the columns, for the docs. */
export const TABLE_COLUMNS: readonly string[] = COLUMNS.map(({ name }) => name);

/** The rows of a trace as CSV with the dictionary. `file` is the name that the CSV will have. */
export function formulaTable(trace: FilteredFormula, file: string): FormulaTable {
  const rows = trace.rows.map((row, i) => COLUMNS.map(({ of }) => of(row, i + 1, trace) ?? ''));
  const csv = `${Papa.unparse({ fields: [...TABLE_COLUMNS], data: rows }, { newline: '\r\n', escapeFormulae: true })}\r\n`;
  const dictionary = {
    '@context': 'http://www.w3.org/ns/csvw',
    url: file,
    'dc:title': `Uses of “${trace.phrase}”`,
    'dc:description':
      'Every held use of the formula and of its variations. First is never more than first held: see coverage. A cell that ' +
      'begins with =, +, - or @ has an apostrophe before it.',
    'onrecord:asked': { phrase: trace.phrase, sort: trace.sort, filter: trace.filter, language: trace.language },
    'onrecord:counts': { places: trace.places, texts: trace.texts, byThemselves: trace.alone },
    'onrecord:countingRule':
      'A text counts once, however often it holds the formula; near-copies of one day count once; a place counts for the ' +
      'longest wording that stands there.',
    'onrecord:coverage': trace.coverage,
    'onrecord:rules': trace.rules,
    'onrecord:capped': trace.capped,
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: COLUMNS.map(({ name, type, about }) => ({
        name,
        titles: name,
        datatype: type,
        'dc:description': about,
      })),
      primaryKey: 'n',
    },
  };
  return { csv, dictionary: `${JSON.stringify(dictionary, null, 2)}\n` };
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
