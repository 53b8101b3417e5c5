/**
 * The documented JSON shape of texts: one object, an array of them, or {documents: […]}. Keys are those of the facts,
 * and `text` or `html`. A value of the wrong type is named and left out; unknown keys are kept.
 */
import type { Problem } from '#base/index.js';
import { type Galley, piece } from './galley.js';
import { setHtml } from './html.js';
import { setPlainText } from './plain-text.js';
import { type Stated, state, statedKey } from './stated.js';

/** One text of a JSON file; a string is why it is refused. */
export type Entry = Galley | string;

/** Reads a parsed JSON value; each entry is one text or the sentence that refuses it. */
export function readJson(value: unknown, address: string | null): Entry[] {
  const documents = listOf(value);
  if (documents === null) return ['It holds no texts: an object with “text” or “html” is wanted, or a list of them.'];
  return documents.map((document) => readObject(document, address));
}

function listOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  if (value === null || typeof value !== 'object') return null;
  const { documents } = value as { documents?: unknown };
  return Array.isArray(documents) ? (documents as unknown[]) : [value];
}

function readObject(value: unknown, address: string | null): Entry {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return 'An entry is no object; an object with “text” or “html” is wanted.';
  const problems: Problem[] = [];
  const stated: Stated = { other: {} };
  const { text, html, ...rest } = value as Record<string, unknown>;
  for (const [key, given] of Object.entries(rest)) {
    if (given === null || given === undefined) continue;
    if (typeof given === 'string' || (typeof given === 'number' && (key === 'id' || statedKey(key) === null)))
      state(stated, key, String(given), problems);
    else if (statedKey(key) !== null)
      problems.push({
        code: 'key-unreadable',
        message: `“${key}” is ${nameType(given)} and should be a string; it was left out.`,
        where: key,
      });
  }
  const words = typeof html === 'string' ? html : text;
  if (typeof words !== 'string') {
    const key = html !== undefined ? 'html' : text !== undefined ? 'text' : null;
    return key === null
      ? 'It has neither “text” nor “html”: put the words under one of them.'
      : `“${key}” is ${nameType(html ?? text)} and should be a string.`;
  }
  if (typeof html === 'string') {
    const page = setHtml(html, { mainOnly: true, address: stated.address ?? address });
    return {
      format: 'json',
      pieces: page.pieces,
      stated: withPage(stated, page.stated),
      problems: [...problems, ...page.problems],
    };
  }
  const pieces = setPlainText(words.replace(/\r\n?/g, '\n'));
  return {
    format: 'json',
    pieces: pieces.length > 0 ? pieces : words.trim() === '' ? [] : [piece('paragraph', words.trim())],
    stated,
    problems,
  };
}

/** What the JSON states counts; what the page in it states fills the gaps. */
function withPage(stated: Stated, page: Stated): Stated {
  return { ...page, ...stated, other: { ...page.other, ...stated.other } };
}

function nameType(value: unknown): string {
  return Array.isArray(value)
    ? 'a list'
    : value === null
      ? 'null'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`;
}
