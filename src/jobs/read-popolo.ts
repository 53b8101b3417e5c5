/**
 * People as civic data keeps them: Popolo (popoloproject.com/specs), a file with persons, organizations, posts and
 * memberships, or persons alone that hold their memberships themselves. What Popolo allows and we do not need is
 * passed over; what it forbids is answered with the place where it stands.
 */
import { OnrecordError, type Problem, type WithProblems } from '#base/index.js';
import type { Mandate, Person } from '#record/index.js';
import { idOfName, mandateOf } from './mandates.js';

type Row = Readonly<Record<string, unknown>>;

/** The people of a Popolo file. Throws OnrecordError `input-unreadable` if it is no JSON. */
export function peopleOfPopolo(text: string, path: string): WithProblems<readonly Person[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new OnrecordError(
      'input-unreadable',
      `${path} begins like JSON but is not: ${(cause as Error).message}.`,
      'Mend the file at that place and import it again.',
      { cause },
    );
  }
  const file: Row = Array.isArray(parsed) ? { persons: parsed as unknown[] } : (parsed as Row);
  const problems: Problem[] = [];
  const bad = (where: string, message: string): void => void problems.push({ code: 'people-row', where, message });

  const organizations = new Map(rows(file['organizations']).map((row) => [row['id'], words(row, 'name')]));
  const posts = new Map(rows(file['posts']).map((row) => [row['id'], row]));
  const people = new Map<string, { readonly person: Person; readonly mandates: Mandate[] }>();

  const addMembership = (row: Row, where: string, mandates: Mandate[], whose: string): void => {
    const post = posts.get(row['post_id']);
    if (row['post_id'] !== undefined && row['post_id'] !== null && !post) {
      bad(where, `${whose}: there is no post with the id "${idOf(row['post_id'])}" in this file.`);
      return;
    }
    const organization = row['organization_id'] ?? post?.['organization_id'];
    const body = organizations.get(organization) ?? null;
    const name = (post && (words(post, 'label') ?? words(post, 'role'))) ?? words(row, 'role') ?? words(row, 'label');
    // Plain membership (of a parliament, a party) is no office: nobody is called by it.
    if (name === null) return;
    const mandate = mandateOf(name, body, day(row, 'start_date'), day(row, 'end_date'));
    if (typeof mandate === 'string') bad(where, `${whose}: ${mandate}.`);
    else mandates.push(mandate);
  };

  for (const [i, row] of rows(file['persons'] ?? file['people']).entries()) {
    const where = `persons ${i + 1}`;
    const name = words(row, 'name');
    if (name === null) {
      bad(where, 'it has no name.');
      continue;
    }
    const id = row['id'] === undefined || row['id'] === null ? idOfName(name) : idOf(row['id']);
    const aliases = new Set<string>();
    for (const other of rows(row['other_names'])) {
      const alias = words(other, 'name');
      if (alias !== null) aliases.add(alias);
    }
    aliases.delete(name);
    const mandates: Mandate[] = [];
    people.set(id, { person: { id, name, aliases: [...aliases], mandates }, mandates });
    for (const [k, membership] of rows(row['memberships']).entries())
      addMembership(membership, `${where}, memberships ${k + 1}`, mandates, name);
  }
  for (const [i, row] of rows(file['memberships']).entries()) {
    const where = `memberships ${i + 1}`;
    const held = people.get(idOf(row['person_id']));
    if (held) addMembership(row, where, held.mandates, held.person.name);
    else bad(where, `there is no person with the id "${idOf(row['person_id'])}" in this file.`);
  }
  return { value: [...people.values()].map(({ person }) => person), problems };
}

function rows(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : [];
}

function words(row: Row, key: string): string | null {
  const value = row[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function day(row: Row, key: string): string | null {
  const value = row[key];
  return value === undefined || value === null || value === '' ? null : idOf(value);
}

/** Ids and days are strings in Popolo; numbers are met as well. */
function idOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
