/**
 * The facts of a document: what it states about itself, and guesses where it is silent, each marked as a guess with
 * its ground. A guess never overrides a statement.
 */
import type { Problem, When } from '#base/index.js';
import type { DocumentFacts, DocumentKind, Marked, Rendering } from '#record/index.js';
import { whenInLine, whenOfName } from './dates.js';
import type { Galley } from './galley.js';
import { kindOfTitle, kindOfWord } from './kinds.js';
import { guessLanguage, languageOf } from './language.js';
import { type Stated, clip } from './stated.js';

/** Lines at the head and at the end that may hold a date. */
const LINES_LOOKED_AT = 6;
const LONGEST_TITLE = 200;

export interface Gathered {
  readonly facts: DocumentFacts;
  readonly problems: readonly Problem[];
}

/** Gathers the facts of one text; `name` is the file's name. */
export async function gatherFacts(
  galley: Galley,
  rendering: Rendering,
  name: string,
  address: string | null,
): Promise<Gathered> {
  const problems: Problem[] = [];
  const stated: Stated = { ...galley.stated, other: { ...galley.stated.other } };
  const lines = openingLines(rendering);
  const title = titleOf(stated, rendering, lines, name);
  const language = await languageFact(stated, rendering, problems);
  const kind = kindFact(stated, rendering, title, galley, problems);
  const said = stated.said ?? null;
  const guessed = said === null && stated.published === undefined ? guessWhen(title, lines, name) : null;
  if (said === null && stated.published === undefined && guessed === null)
    problems.push({ code: 'date-missing', message: 'No date was found in it; set one, so that its age can be told.' });
  const facts: DocumentFacts = {
    title,
    id: stated.id ?? null,
    source: stated.source ?? null,
    body: stated.body ?? null,
    kind,
    said: said ?? guessed,
    published: stated.published ?? null,
    occasion: stated.occasion ?? null,
    speaker:
      stated.speaker === undefined
        ? (speakerOf(stated, title) ?? authorOf(stated, kind.value))
        : { value: stated.speaker, basis: 'stated' },
    language,
    address: stated.address ?? address,
    translationOf: stated.translationOf ?? null,
    corrects: stated.corrects ?? null,
    rights: stated.rights ?? null,
    other: stated.other,
  };
  return { facts, problems };
}

function openingLines(rendering: Rendering): string[] {
  const lines: string[] = [];
  for (const { start, end, kind } of rendering.blocks) {
    if (kind === 'furniture' || kind === 'label') continue;
    for (const line of rendering.text.slice(start, Math.min(end, start + 600)).split('\n'))
      if (line.trim() !== '') lines.push(line.trim());
    if (lines.length >= LINES_LOOKED_AT) break;
  }
  return lines.slice(0, LINES_LOOKED_AT);
}

function titleOf(stated: Stated, rendering: Rendering, lines: readonly string[], name: string): string {
  if (stated.title !== undefined) return stated.title.replace(/\s+/g, ' ').trim();
  const heading = rendering.blocks.find(({ kind }) => kind === 'heading');
  if (heading) return clip(rendering.text.slice(heading.start, heading.end), LONGEST_TITLE);
  const first = rendering.turns.length === 0 || rendering.turns[0]!.start > 200 ? lines[0] : undefined;
  if (first !== undefined && first.length <= LONGEST_TITLE && !/[.!?]$/.test(first)) return first;
  const file = name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z0-9]{1,8}(?:#\d+)?$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return file !== '' ? file : clip(first ?? 'untitled', LONGEST_TITLE);
}

async function languageFact(stated: Stated, rendering: Rendering, problems: Problem[]): Promise<Marked<string> | null> {
  const given = stated.language === undefined ? null : languageOf(stated.language);
  if (given) return { value: given, basis: 'stated' };
  const guessed = await guessLanguage(rendering);
  if (!guessed)
    problems.push({
      code: 'language-unknown',
      message: 'Its language could not be told; set it, so that its words are read by the right rules.',
    });
  return guessed;
}

function kindFact(
  stated: Stated,
  rendering: Rendering,
  title: string,
  galley: Galley,
  problems: Problem[],
): Marked<DocumentKind> {
  if (stated.kind !== undefined) {
    const value = kindOfWord(stated.kind);
    if (value) return { value, basis: 'stated' };
    stated.other['kind'] = stated.kind;
    problems.push({
      code: 'kind-unknown',
      message: `“${clip(stated.kind)}” is no kind of document that is known here; it stands as “other” until one is set.`,
      where: 'kind',
    });
    return { value: 'other', basis: 'guessed', ground: 'its kind is unknown' };
  }
  const guess = (value: DocumentKind, ground: string): Marked<DocumentKind> => ({ value, basis: 'guessed', ground });
  if (galley.kindGuess) return guess(galley.kindGuess.kind, galley.kindGuess.ground);
  if (galley.format === 'srt' || galley.format === 'vtt') return guess('captions', 'its format');
  const named = kindOfTitle(title);
  if (named && (named !== 'speech as delivered' || rendering.turns.length < 2)) return guess(named, 'its title');
  const labels = rendering.turns.filter(({ label }) => label !== null).length;
  if (labels >= 2) return guess('verbatim transcript', 'its speaker labels');
  return guess('other', 'nothing says what it is');
}

/** "Foreign Minister Anna Berg's remarks at …", "Speech by President N." */
function speakerOf(stated: Stated, title: string): Marked<string> | null {
  const name = String.raw`(?:\p{Lu}[\p{L}.’'-]+(?: (?:of|de|von|van|der|for|and|the) | )){0,6}\p{Lu}[\p{L}’'-]+`;
  const m =
    new RegExp(
      String.raw`^(${name})[’']s? (?:opening |closing |introductory |press )?(?:remarks|speech|statement|address|answers|interview|comments?)\b`,
      'u',
    ).exec(title) ??
    new RegExp(
      String.raw`\b(?:[Ss]peech|[Rr]emarks|[Aa]ddress|[Ss]tatement|[Ii]nterview) (?:by|of|with) (?:the )?(${name})`,
      'u',
    ).exec(title);
  return m && stated.speaker === undefined
    ? { value: m[1]!.replace(/[’']s$/, ''), basis: 'guessed', ground: 'its title' }
    : null;
}

/** Kinds of text that are the words of whoever signs them. */
const SIGNED: ReadonlySet<DocumentKind> = new Set([
  'speech as prepared',
  'speech as delivered',
  'statement',
  'letter',
  'post',
]);

function authorOf(stated: Stated, kind: DocumentKind): Marked<string> | null {
  const author = stated.other['author'];
  return author !== undefined && SIGNED.has(kind) ? { value: author, basis: 'guessed', ground: 'its author' } : null;
}

function guessWhen(title: string, lines: readonly string[], name: string): When | null {
  const named = whenOfName(name);
  if (named) return named;
  for (const line of [title, ...lines]) {
    const when = whenInLine(line);
    if (when) return when;
  }
  return null;
}
