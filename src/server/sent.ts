/** What comes in: forms, files, JSON bodies and queries, as the jobs take them. */
import { OnrecordError, parseReference } from '#base/index.js';
import { COMPARE_FIELDS, DOOR_WORDS } from '#report/index.js';
import type { ComparedRequest, SentText } from '#wire/index.js';
import type { Context } from 'hono';
import type { Compared, Filter, Sent } from './service.js';

export type Form = Readonly<Record<string, string | File | (string | File)[]>>;
type Field = Form[string] | undefined;

export async function formOf(c: Context): Promise<Form> {
  try {
    return await c.req.parseBody({ all: true });
  } catch (error) {
    throw new OnrecordError('bad-use', DOOR_WORDS.notForm, '', { cause: error });
  }
}

/** What a form sent, or what the address says in its place. */
export async function sentOrAsked(c: Context): Promise<Form> {
  return c.req.method === 'POST' ? formOf(c) : c.req.query();
}

/** Every file that was sent, in order; a browser sends an empty one where none was chosen. */
export async function filesOf(form: Form): Promise<Sent[]> {
  const files: Sent[] = [];
  for (const value of Object.values(form).flat()) {
    if (!(value instanceof File) || value.size === 0) continue;
    const mediaType = value.type === '' ? null : value.type;
    files.push({ bytes: new Uint8Array(await value.arrayBuffer()), name: value.name, mediaType });
  }
  return files;
}

/** The file if one was chosen, else what was pasted. */
export async function draftOf(c: Context): Promise<Sent> {
  const form = await formOf(c);
  const [file] = await filesOf(form);
  if (file) return file;
  const text = pasted(form['draft'], DOOR_WORDS.pasted);
  if (text === null) throw new OnrecordError('input-empty', DOOR_WORDS.noDraft);
  return text;
}

/** What a text is called that was sent without a name. */
export function titleOf(i: number): string {
  return COMPARE_FIELDS[i]?.title ?? DOOR_WORDS.pastedNth(i + 1);
}

/** A field with nothing but a reference or an address names a text that is held. */
export function comparedOf(value: Field, title: string): Compared | null {
  const named = typeof value === 'string' ? value.trim() : '';
  return parseReference(named) !== null || /^https?:\/\/\S+$/.test(named) ? { held: named } : pasted(value, title);
}

/** Text of a field; forms send line ends as CR LF (HTML standard, form submission). */
export function pasted(value: Field, name: string): Sent | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return asSent({ text: value.replaceAll('\r\n', '\n'), name: null }, name);
}

export function asSent({ text, name }: SentText, otherwise: string): Sent {
  return { bytes: new TextEncoder().encode(text), name: name ?? otherwise, mediaType: 'text/plain;charset=utf-8' };
}

export function asCompared(request: ComparedRequest, otherwise: string): Compared {
  return 'held' in request ? request : asSent(request, otherwise);
}

export function mediaTypeOf(c: Context): string {
  return (c.req.header('content-type') ?? 'text/plain').split(';')[0]!.trim().toLowerCase();
}

/** A parameter of the query, null where it is absent or empty. */
export function asked(c: Context, name: string): string | null {
  const value = c.req.query(name)?.trim() ?? '';
  return value === '' ? null : value;
}

/** A parameter that cannot be done without. Throws OnrecordError `bad-use`. */
export function needed(c: Context, name: string): string {
  const value = asked(c, name);
  if (value === null) throw new OnrecordError('bad-use', DOOR_WORDS.lacks(name), DOOR_WORDS.lacksHelp(name));
  return value;
}

const FILTERS = ['source', 'speaker', 'body', 'kind', 'language', 'from', 'to'] as const;

export function filterOf(c: Context): Filter {
  return filterIn(c.req.query());
}

/** The filters that a query or a form sets. */
export function filterIn(given: Readonly<Record<string, unknown>>): Filter {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = given[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    }),
  );
}

/** A whole number from 1 to `most`. Throws OnrecordError `bad-use`. */
export function countOf(c: Context, name: string, otherwise: number, most: number): number {
  const value = asked(c, name);
  if (value === null) return otherwise;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new OnrecordError('bad-use', DOOR_WORDS.wrongCount(name, value), DOOR_WORDS.wrongCountHelp(most));
  return count;
}
