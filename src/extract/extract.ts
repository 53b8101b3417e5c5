/**
 * Bytes to texts. Never throws for odd input: a refusal is an empty list and a problem that says what is wrong and what
 * to do; oddness met on the way is listed with the text it was met in. Pure: the same bytes give the same texts.
 */
import type { Problem, WithProblems } from '#base/index.js';
import type { DocumentFacts, PageShape, Rendering } from '#record/index.js';
import { decode, encodingInside, encodingOfMediaType } from './decode.js';
import { gatherFacts } from './facts.js';
import { type Format, formatOfBytes, formatOfName, formatOfText } from './format.js';
import { type Galley, bind } from './galley.js';
import { takeHeader } from './header.js';
import { setPlainText } from './plain-text.js';
import { clip } from './stated.js';
import { divide } from './turns.js';

/** Goes up with every change that makes other text, blocks or turns of the same bytes. */
const VERSION = 1;
/** Name and version of this extractor; a Rendering's own is "FORMAT/VERSION". */
export const EXTRACTOR = `onrecord/${VERSION}`;
/** A single text above this is refused: the longest transcripts have a hundredth of it. */
export const MAX_BYTES = 100_000_000;

/** What is to be read: bytes with their name ("folder/file.txt", "texts.jsonl#12") and what is known of them. */
export interface ExtractInput {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string | null;
  readonly address?: string | null;
  /** Pages are read mark by mark, without a tree: for those that a tree cannot be had of in time. */
  readonly linear?: boolean;
  /** How the pages of the place are laid out, where a recipe says. */
  readonly shape?: PageShape | null;
  /** The bytes are the words themselves, without a page around them: no furniture is looked for. */
  readonly wordsOnly?: boolean;
}

/** One text with its facts, and what a person should look at. */
export interface Extracted {
  readonly facts: DocumentFacts;
  readonly rendering: Rendering;
  readonly problems: readonly Problem[];
}

type Result = WithProblems<readonly Extracted[]>;

/** Reads a file: one text, or all those of a JSON file. A refusal is an empty value and a problem with an error code. */
export async function extract(input: ExtractInput): Promise<Result> {
  try {
    return await read(input);
  } catch (error) {
    return refuse(
      'input-unreadable',
      `It could not be read (${clip(String(error), 120)}). Save it as plain text (.txt, UTF-8) and add that.`,
      input.name,
    );
  }
}

function refuse(
  code: 'input-empty' | 'input-binary' | 'input-unreadable' | 'input-encoding' | 'input-too-large',
  message: string,
  where: string,
): Result {
  return { value: [], problems: [{ code, message, where }] };
}

async function read(input: ExtractInput): Promise<Result> {
  const { bytes, name, mediaType } = input;
  const address = input.address ?? null;
  if (bytes.length === 0) return refuse('input-empty', 'The file is empty.', name);
  if (bytes.length > MAX_BYTES)
    return refuse(
      'input-too-large',
      `It has ${Math.ceil(bytes.length / 1e6)} MB; at most ${MAX_BYTES / 1e6} MB can be read as one text. Split it and add the parts.`,
      name,
    );
  const proved = formatOfBytes(bytes);
  if (proved !== null && typeof proved === 'object')
    return refuse('input-binary', `It is ${proved.foreign}, which cannot be read. ${proved.remedy}`, name);
  const said = formatOfName(name, mediaType);
  if (proved === 'docx' || proved === 'pdf') {
    const galley =
      proved === 'docx'
        ? await (await import('./docx.js')).setDocx(bytes)
        : await (await import('./pdf.js')).setPdf(bytes);
    return typeof galley === 'string' ? refuse('input-unreadable', galley, name) : finish([galley], name, address, []);
  }
  if (said === 'docx' || said === 'pdf')
    return refuse(
      'input-unreadable',
      `Its name says .${said}, but it is no such file, or a damaged one. Open and save it anew, or save its text as .txt.`,
      name,
    );
  const decoded = decode(bytes, encodingOfMediaType(mediaType) ?? encodingInside(bytes));
  if (decoded === 'binary')
    return refuse(
      'input-binary',
      'It is no text: it holds bytes that no text has. Save the text as .txt (UTF-8), .docx or .pdf and add that.',
      name,
    );
  if (decoded === 'encoding')
    return refuse('input-encoding', 'It is in UTF-32, which cannot be read. Save it as UTF-8 and add it again.', name);
  const format = formatOfText(decoded.text, said);
  if (format === 'json' || format === 'jsonl')
    return readJsonFile(decoded.text, format, name, address, decoded.problems);
  const galley = await setText(decoded.text, format, address, input);
  return finish(
    [{ ...galley, problems: [...decoded.problems, ...galley.problems] }],
    name,
    address,
    [],
    input.shape?.labels,
  );
}

async function setText(
  text: string,
  format: Format,
  address: string | null,
  { shape = null, wordsOnly = false, linear = false }: ExtractInput,
): Promise<Galley> {
  if (format === 'html') {
    const { setHtml } = await import('./html.js');
    const galley = setHtml(text, { mainOnly: wordsOnly, address, shape, linear });
    if (shape === null || linear) return galley;
    const { readShape } = await import('./shape.js');
    const { stated, problems } = readShape(text, address, shape);
    return {
      ...galley,
      stated: { ...galley.stated, ...stated, other: { ...galley.stated.other, ...stated.other } },
      problems: [...galley.problems, ...problems],
    };
  }
  if (format === 'srt' || format === 'vtt') {
    const { setCaptions } = await import('./captions.js');
    return setCaptions(text, format);
  }
  const problems: Problem[] = [];
  const { stated, body } = takeHeader(text, problems);
  if (format !== 'markdown') return { format: 'text', pieces: setPlainText(body), stated, problems };
  const { setMarkdown } = await import('./markdown.js');
  return { format, pieces: setMarkdown(body), stated, problems };
}

async function readJsonFile(
  text: string,
  format: 'json' | 'jsonl',
  name: string,
  address: string | null,
  problems: readonly Problem[],
): Promise<Result> {
  const { readJson } = await import('./json.js');
  const refused: Problem[] = [];
  const galleys: Galley[] = [];
  const values: [string, unknown][] = [];
  const lines = format === 'jsonl' ? text.split('\n') : [text];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const where = format === 'jsonl' ? `${name}#${i + 1}` : name;
    try {
      values.push([where, JSON.parse(line.replace(/^\ufeff/, ''))]);
    } catch (error) {
      refused.push({
        code: 'input-unreadable',
        message: `It is no valid JSON: it goes wrong ${placeOf(error)}. Mend it there and add it again.`,
        where,
      });
    }
  }
  for (const [where, value] of values) {
    const entries = readJson(value, address);
    for (const [i, entry] of entries.entries()) {
      if (typeof entry === 'string')
        refused.push({
          code: 'input-unreadable',
          message: entry,
          where: entries.length > 1 ? `${where}, entry ${i + 1}` : where,
        });
      else galleys.push({ ...entry, problems: [...problems, ...entry.problems] });
    }
  }
  if (values.length === 0 && refused.length === 0) return refuse('input-empty', 'The file is empty.', name);
  return finish(galleys, name, address, refused);
}

/** Where JSON.parse stumbled; engines word the rest of it as they please. */
function placeOf(error: unknown): string {
  const position = /position (\d+)/.exec(String(error))?.[1];
  return position === undefined ? 'at its end' : `at character ${Number(position) + 1}`;
}

async function finish(
  galleys: readonly Galley[],
  name: string,
  address: string | null,
  refused: readonly Problem[],
  labels?: PageShape['labels'],
): Promise<Result> {
  const value: Extracted[] = [];
  const problems: Problem[] = [...refused];
  for (const galley of galleys) {
    const { pieces, turns } = divide(galley.pieces, labels);
    if (!pieces.some(({ kind }) => kind !== 'furniture')) {
      problems.push(nothingIn(galley, pieces.length, name), ...galley.problems);
      continue;
    }
    const rendering = bind(pieces, turns, `${galley.format}/${VERSION}`);
    const { facts, problems: looks } = await gatherFacts(galley, rendering, name, address);
    value.push({ facts, rendering, problems: [...galley.problems, ...looks] });
  }
  return { value, problems };
}

function nothingIn(galley: Galley, pieces: number, name: string): Problem {
  const message =
    galley.format === 'html' && pieces > 0
      ? 'The page shows no text but menus and the like. If it builds its text by script, save it from the browser as a complete page or as text.'
      : 'It holds no words.';
  return { code: 'input-empty', message, where: name };
}
