/**
 * People as newsrooms keep them: a table saved from a spreadsheet, a row for each office somebody holds or held.
 * The separator (comma, semicolon, tab) is found out; rows are numbered as the spreadsheet numbers them.
 */
import Papa from 'papaparse';
import type { Problem, WithProblems } from '#base/index.js';
import type { Mandate, Person } from '#record/index.js';
import { idOfName, mandateOf } from './mandates.js';

/** What a heading may be called, in lower case. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  id: ['id'],
  name: ['name', 'person'],
  aliases: ['aliases', 'alias', 'other names'],
  post: ['post', 'office', 'role', 'title'],
  body: ['body', 'organization', 'organisation', 'institution'],
  from: ['from', 'start', 'start_date', 'since'],
  to: ['to', 'end', 'end_date', 'until'],
};

interface Growing {
  readonly name: string;
  readonly aliases: Set<string>;
  readonly mandates: Mandate[];
}

/** The people of a CSV table whose first row names the columns; rows of the same id or name are one person. */
export function peopleOfTable(text: string): WithProblems<readonly Person[]> {
  const { data: rows } = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t', '|'] });
  const headings = (rows[0] ?? []).map((heading) => heading.trim().toLowerCase());
  const at = new Map(
    Object.entries(COLUMNS).map(([column, names]) => [column, headings.findIndex((h) => names.includes(h))]),
  );
  if (at.get('name') === -1)
    return { value: [], problems: [{ code: 'people-columns', where: 'row 1', message: 'there is no column "name".' }] };

  const people = new Map<string, Growing>();
  const problems: Problem[] = [];
  for (const [i, row] of rows.entries()) {
    if (i === 0 || row.every((cell) => cell.trim() === '')) continue;
    const cell = (column: string): string | null => row[at.get(column)!]?.trim() || null;
    const bad = (message: string): void => void problems.push({ code: 'people-row', where: `row ${i + 1}`, message });
    const name = cell('name');
    if (name === null) {
      bad('it names nobody: the column "name" is empty.');
      continue;
    }
    const mandate = cell('post') === null ? null : mandateOf(cell('post')!, cell('body'), cell('from'), cell('to'));
    if (typeof mandate === 'string') {
      bad(`${name}: ${mandate}.`);
      continue;
    }
    if (mandate === null && (cell('from') !== null || cell('to') !== null)) {
      bad(`${name}: there are days of an office, but the column "post" does not say which.`);
      continue;
    }
    const id = cell('id') ?? idOfName(name);
    const person = people.get(id) ?? { name, aliases: new Set<string>(), mandates: [] };
    people.set(id, person);
    for (const alias of (cell('aliases') ?? '').split(/[;|]/))
      if (alias.trim() !== '') person.aliases.add(alias.trim());
    if (mandate !== null) person.mandates.push(mandate);
  }
  const value = [...people].map(([id, { name, aliases, mandates }]) => ({ id, name, aliases: [...aliases], mandates }));
  return { value, problems };
}
