/**
 * The optional head of a text file: lines `word: value` up to the first empty line, or front matter between two lines
 * of `---`. A transcript that opens with speaker labels has the same look, so a head needs words that we know.
 */
import type { Problem } from '#base/index.js';
import { type Stated, state, statedKey } from './stated.js';

export interface Headed {
  readonly stated: Stated;
  /** The text behind the head. */
  readonly body: string;
}

const LINE = /^([\p{L}][\p{L}\p{N} _-]{0,30}?)\s*:(?:\s+(.*))?$/u;
/** A head longer than this is no head. */
const MOST_LINES = 60;

/** Takes the head off a text whose lines end with "\n"; without one, the whole text is body. */
export function takeHeader(text: string, problems: Problem[]): Headed {
  const stated: Stated = { other: {} };
  const front = /^\s*---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const start = front ? 0 : text.search(/\S/);
  if (start < 0) return { stated, body: text };
  const lines = front ? front[1]!.split('\n') : headLines(text, start);
  const words: [string, string][] = [];
  for (const line of lines) {
    const m = LINE.exec(line);
    if (m) words.push([m[1]!, m[2] ?? '']);
    else if (words.length > 0 && /^\s+\S/.test(line)) words.at(-1)![1] += ` ${line.trim()}`;
    else if (!front) return { stated, body: text };
  }
  if (front ? words.length === 0 : !isHead(words)) return { stated, body: text };
  for (const [word, value] of words) state(stated, word, front ? unquote(value) : value, problems);
  return { stated, body: front ? text.slice(front[0].length) : text.slice(start + lines.join('\n').length) };
}

function isHead(words: readonly [string, string][]): boolean {
  // "SPEAKER: Order!" opens many a transcript of a parliament.
  const known = words.filter(([word]) => word !== 'SPEAKER' && statedKey(word) !== null);
  return known.length > 0 && (words.length >= 2 || known.length === words.length);
}

/** The lines from `start` to the first empty one; none if that is too far away. */
function headLines(text: string, start: number): string[] {
  const blank = /\n[ \t]*(?:\n|$)/.exec(text.slice(start, start + 20_000));
  const lines = blank ? text.slice(start, start + blank.index).split('\n') : [];
  return lines.length > MOST_LINES ? [] : lines;
}

function unquote(value: string): string {
  const m = /^\s*(["'])(.*)\1\s*$/.exec(value);
  return m ? m[2]! : value;
}
