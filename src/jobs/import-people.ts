/**
 * Takes people, their names and their offices into the archive, from a Popolo file or a table. Good rows are kept,
 * each bad one is answered with a sentence that names it.
 */
import { OnrecordError, type Problem, type WithProblems } from '#base/index.js';
import type { Person } from '#record/index.js';
import type { Effects, Files } from './effects.js';
import { readAll } from './cut-files.js';
import { peopleOfPopolo } from './read-popolo.js';
import { peopleOfTable } from './read-people-table.js';

/** What came of a people file. */
export interface PeopleReport {
  readonly added: number;
  readonly changed: number;
  /** People in the file who were held just so before. */
  readonly unchanged: number;
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
}

/**
 * Imports the people of one file: Popolo JSON, or CSV with the columns name, aliases, post, body, from, to. Throws
 * OnrecordError `input-unreadable` and its kin if there are no people to be had from it.
 */
export async function importPeople(
  input: { readonly path: string; readonly by: string },
  { archive, files }: Effects & { readonly files: Files },
): Promise<PeopleReport> {
  const bytes =
    input.path === '-' ? await readAll(files.standardInput(), 'Standard input') : await files.read(input.path);
  const { value: people, problems } = readPeople(bytes, input.path);
  if (people.length === 0) {
    const why = problems.map(({ where, message }) => (where ? `${where}: ${message}` : message));
    throw new OnrecordError(
      'input-unreadable',
      `No people were found in ${input.path}.${why.length > 0 ? ` ${why.slice(0, 5).join(' ')}` : ''}`,
      'Give Popolo JSON, or a CSV table whose first row names the columns: name, aliases, post, body, from, to.',
    );
  }
  const { added, changed } = await archive.keepPeople(people, input.by);
  return { added, changed, unchanged: people.length - added - changed, people, problems };
}

/** The people that the bytes of a file name; the problems name the rows that were left out. */
export function readPeople(bytes: Uint8Array, path: string): WithProblems<readonly Person[]> {
  if (bytes.length === 0) throw new OnrecordError('input-empty', `${path} is empty.`, 'Give a file with people in it.');
  const text = textOf(bytes, path);
  return /^\s*[[{]/.test(text) ? peopleOfPopolo(text, path) : peopleOfTable(text);
}

function textOf(bytes: Uint8Array, path: string): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OnrecordError(
      'input-encoding',
      `${path} is not written in UTF-8, so that names would come out wrong.`,
      'Save it as UTF-8 (in a spreadsheet: "CSV UTF-8") and import it again.',
      { cause },
    );
  }
}
