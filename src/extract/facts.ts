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
const LONGEST_DATELINE = 160;
const SHORT_DATELINE = 40;
/** Blocks before and behind the title of a page that may hold its date. */
const BESIDE_TITLE = 8;
/** A text of a JSON file without a title is called by its first words. */
const FIRST_WORDS = 80;

/** Lines that stand over a text and are no title: who wrote it, or only when. */
function isByline(line: string): boolean {
  return BYLINE.test(line) || (line.length <= SHORT_DATELINE && /^\P{L}*\d/u.test(line) && whenInLine(line) !== null);
}

const BYLINE = /^(?:by|von|par|por|от|автор:?) /i;

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
  const title = titleOf(stated, rendering, lines, name, galley.format);
  const language = await languageFact(stated, rendering, problems);
  const kind = kindFact(stated, rendering, title, galley, problems);
  const dated = stated.said !== undefined || stated.published !== undefined;
  const said = stated.said ?? (dated ? null : guessSaid(title, lines, name));
  const published = stated.published ?? (dated || said !== null ? null : guessPublished(rendering));
  if (said === null && published === null)
    problems.push({ code: 'date-missing', message: 'No date was found in it; set one, so that its age can be told.' });
  const facts: DocumentFacts = {
    title,
    id: stated.id ?? null,
    source: stated.source ?? null,
    body: stated.body ?? null,
    kind,
    said,
    published,
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
    if (kind === 'furniture' || kind === 'label' || kind === 'cue') continue;
    for (const line of rendering.text.slice(start, Math.min(end, start + 600)).split('\n'))
      if (line.trim() !== '') lines.push(line.trim());
    if (lines.length >= LINES_LOOKED_AT) break;
  }
  return lines.slice(0, LINES_LOOKED_AT);
}

function titleOf(stated: Stated, rendering: Rendering, lines: readonly string[], name: string, format: string): string {
  if (stated.title !== undefined) return stated.title.replace(/\s+/g, ' ').trim();
  const heading = rendering.blocks.find(({ kind }) => kind === 'heading');
  if (heading) return clip(rendering.text.slice(heading.start, heading.end), LONGEST_TITLE);
  const first = rendering.turns.length === 0 || rendering.turns[0]!.start > 200 ? lines[0] : undefined;
  if (first !== undefined && first.length <= LONGEST_TITLE && !/[.!?]$/.test(first) && !isByline(first)) return first;
  if (format === 'json' && lines[0] !== undefined) return clip(lines[0], FIRST_WORDS);
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

/** Kinds that a text with questions in it is not, and that one with several speakers is not, whatever its title. */
const SPOKEN_BY_ONE: ReadonlySet<DocumentKind> = new Set([
  'speech as delivered',
  'statement',
  'readout',
  'letter',
  'joint statement',
]);
const SPEECHES: ReadonlySet<DocumentKind> = new Set(['speech as delivered']);
const NOTHING: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['other']);

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
  const labels = rendering.turns.filter(({ label }) => label !== null).length;
  const asked = rendering.turns.some(({ kind }) => kind === 'question') && labels >= 2;
  if (named !== null && !(asked ? SPOKEN_BY_ONE : labels >= 2 ? SPEECHES : NOTHING).has(named))
    return guess(named, 'its title');
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

/** The day in the file's name, in the title, or in one of the first lines that is no sentence ("Port Sable, 3 May 2031"). */
function guessSaid(title: string, lines: readonly string[], name: string): When | null {
  const inName = whenOfName(name);
  if (inName) return inName;
  for (const line of [title, ...lines]) {
    const when =
      line.length <= LONGEST_DATELINE && (line.length <= SHORT_DATELINE || !/[.!?]["”»]?$/.test(line))
        ? whenInLine(line)
        : null;
    if (when) return when;
  }
  return null;
}

/** The day that stands beside the title of a page, outside its text. */
function guessPublished({ text, blocks }: Rendering): When | null {
  const heading = blocks.findIndex(({ kind }) => kind === 'heading');
  const first = heading >= 0 ? heading : blocks.findIndex(({ kind }) => kind !== 'furniture');
  for (const { start, end, kind } of blocks.slice(Math.max(0, first - BESIDE_TITLE), first + BESIDE_TITLE)) {
    const when = kind === 'furniture' && end - start <= LONGEST_DATELINE ? whenInLine(text.slice(start, end)) : null;
    if (when) return when;
  }
  return null;
}
