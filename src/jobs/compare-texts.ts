/**
 * Compares two texts, or three and more versions of one, from files or from the archive, as wholes: furniture of pages
 * is left aside. Who is known to the archive helps to tell whether two labels mean one speaker.
 */
import {
  type Apparatus,
  type Comparison,
  apparatusOf,
  compareTexts as collate,
  type ComparisonText,
} from '#collate/index.js';
import { dayOf, OnrecordError, type Span, type When } from '#base/index.js';
import type { Block, DocumentFacts, DocumentKind, Marked, NamesContext, Rendering, Turn } from '#record/index.js';
import type { Effects, Extractor } from './effects.js';
import { findVersion } from './find-document.js';

/** A text to compare: bytes as they came, or the name of one that is held. */
export type Side =
  | { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string | null }
  | { readonly held: string };

/** One of the texts compared, as it was read. */
export interface ComparedText {
  /** File name, or Reference of the Version. */
  readonly name: string;
  readonly title: string | null;
  /** The main text: what the offsets of the Changes count in. */
  readonly text: string;
  readonly language: string | null;
  /** What kind of record it is, which says by which rule it was edited. */
  readonly kind?: Marked<DocumentKind>;
  /** When it was said, else published. */
  readonly when?: When | null;
  readonly turns?: readonly Turn[];
}

export interface TextComparison extends Comparison {
  readonly a: ComparedText;
  readonly b: ComparedText;
}

/** Three and more versions, the first of them the one that the others are held against. */
export interface VersionsComparison {
  readonly versions: readonly ComparedText[];
  readonly apparatus: Apparatus;
  /** The first version against each of the others, in their order. */
  readonly comparisons: readonly Comparison[];
}

type CompareEffects = Partial<Effects> & { readonly extract: Extractor };

/** Compares `a`, the earlier text, with `b`. Throws OnrecordError for a side that holds no text or is not held. */
export async function compareTexts(
  input: { readonly a: Side; readonly b: Side },
  effects: CompareEffects,
): Promise<TextComparison> {
  const [a, b] = [await readSide(input.a, effects), await readSide(input.b, effects)];
  const comparison = collate(a, b, a.about.language ?? b.about.language, await knownTo(effects, a));
  return { ...comparison, a: a.about, b: b.about };
}

/** Collates three and more versions. Throws OnrecordError for one that holds no text or is not held. */
export async function compareVersions(
  input: { readonly versions: readonly Side[] },
  effects: CompareEffects,
): Promise<VersionsComparison> {
  const versions: ReadSide[] = [];
  for (const side of input.versions) versions.push(await readSide(side, effects));
  const [first, ...others] = versions;
  if (first === undefined || others.length === 0) throw new RangeError('Two versions at least are compared.');
  const language = versions.map(({ about }) => about.language).find((found) => found !== null) ?? null;
  const people = await knownTo(effects, first);
  return {
    versions: versions.map(({ about }) => about),
    apparatus: apparatusOf(versions, language, people),
    comparisons: others.map((other) => collate(first, other, language, people)),
  };
}

/** Who is known to the archive on the day of the text. */
async function knownTo({ archive }: CompareEffects, { about }: ReadSide): Promise<{ people?: NamesContext }> {
  if (!archive) return {};
  const { aliases } = await archive.settings();
  return { people: { people: await archive.people(), aliases, day: about.when ? dayOf(about.when) : null } };
}

interface ReadSide extends ComparisonText {
  readonly about: ComparedText;
  readonly blocks: readonly Block[];
  readonly turns: readonly Turn[];
}

async function readSide(side: Side, { archive, extract }: CompareEffects): Promise<ReadSide> {
  if ('held' in side) {
    if (!archive) throw new RangeError('A held text is compared only where there is an archive.');
    const { document, version } = await findVersion(side.held, archive);
    return readText(version.reference, document, await archive.text(version.reference));
  }
  const { value, problems } = await extract(side);
  const [first] = value;
  if (!first) {
    const [problem] = problems;
    throw new OnrecordError('input-unreadable', `${side.name}: ${problem?.message ?? 'no text was found in it.'}`);
  }
  if (value.length > 1)
    throw new OnrecordError(
      'input-unreadable',
      `${side.name} holds ${value.length} texts.`,
      'Add it to an archive and compare its texts by their references.',
    );
  return readText(side.name, first.facts, first.rendering);
}

function readText(
  name: string,
  { title, language, kind, said, published }: DocumentFacts,
  rendering: Rendering,
): ReadSide {
  const main = mainText(rendering);
  const { text, turns } = main;
  const about = { name, title, text, language: language?.value ?? null, kind, when: said ?? published, turns };
  return { ...main, about };
}

/** The text without the furniture of its page, its blocks and turns there; white space between blocks is kept. */
export function mainText({ text, blocks, turns }: Pick<Rendering, 'text' | 'blocks' | 'turns'>): {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly turns: readonly Turn[];
} {
  if (blocks.every(({ kind }) => kind !== 'furniture')) return { text, blocks, turns };
  const pieces: string[] = [];
  const kept: Block[] = [];
  // Where each kept block stands in the text and in what is left of it.
  const carried: { readonly from: number; readonly to: number; readonly at: number }[] = [];
  let at = 0;
  for (const block of blocks) {
    if (block.kind === 'furniture') continue;
    if (pieces.length > 0) {
      pieces.push('\n\n');
      at += 2;
    }
    const piece = text.slice(block.start, block.end);
    pieces.push(piece);
    carried.push({ from: block.start, to: block.end, at });
    kept.push({ ...block, start: at, end: at + piece.length });
    at += piece.length;
  }
  return { text: pieces.join(''), blocks: kept, turns: turns.flatMap((turn) => carry(turn, carried)) };
}

/** Where a span of the text without furniture stands in the whole text. */
export function spanInWhole({ text, blocks }: Pick<Rendering, 'text' | 'blocks'>, span: Span): Span {
  if (blocks.every(({ kind }) => kind !== 'furniture')) return span;
  const whole = (offset: number, isEnd: boolean): number => {
    let at = 0;
    for (const block of blocks) {
      if (block.kind === 'furniture') continue;
      const length = block.end - block.start;
      if (offset < at + length || (isEnd && offset === at + length)) return block.start + Math.max(0, offset - at);
      at += length + 2;
    }
    return text.length;
  };
  return { start: whole(span.start, false), end: whole(span.end, true) };
}

/** A turn where the text without furniture has it; none if nothing of it is left. */
function carry(turn: Turn, carried: readonly { from: number; to: number; at: number }[]): Turn[] {
  const inside = carried.filter(({ from, to }) => from < turn.end && to > turn.start);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = first.at + Math.max(0, turn.start - first.from);
  const end = last.at + Math.min(last.to, turn.end) - last.from;
  return end > start ? [{ ...turn, start, end }] : [];
}
