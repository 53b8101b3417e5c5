/** Compares two texts, from files or from the archive, as wholes: furniture of pages is left aside. */
import { type Comparison, compareTexts as collate } from '#collate/index.js';
import { OnrecordError } from '#base/index.js';
import type { Block, Rendering, Turn } from '#record/index.js';
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
}

export interface TextComparison extends Comparison {
  readonly a: ComparedText;
  readonly b: ComparedText;
}

/** Compares `a`, the earlier text, with `b`. Throws OnrecordError for a side that holds no text or is not held. */
export async function compareTexts(
  input: { readonly a: Side; readonly b: Side },
  effects: Partial<Effects> & { readonly extract: Extractor },
): Promise<TextComparison> {
  const a = await readSide(input.a, effects);
  const b = await readSide(input.b, effects);
  const language = a.about.language ?? b.about.language;
  const comparison = collate(
    { text: a.about.text, blocks: a.blocks },
    { text: b.about.text, blocks: b.blocks },
    language,
  );
  return { ...comparison, a: a.about, b: b.about };
}

interface ReadSide {
  readonly about: ComparedText;
  readonly blocks: readonly Block[];
}

async function readSide(
  side: Side,
  { archive, extract }: Partial<Effects> & { readonly extract: Extractor },
): Promise<ReadSide> {
  if ('held' in side) {
    if (!archive) throw new RangeError('A held text is compared only where there is an archive.');
    const { document, version } = await findVersion(side.held, archive);
    const main = mainText(await archive.text(version.reference));
    const { title, language } = document;
    return {
      about: { name: version.reference, title, text: main.text, language: language?.value ?? null },
      blocks: main.blocks,
    };
  }
  const { value, problems } = await extract(side);
  const [first] = value;
  if (!first) {
    const [problem] = problems;
    throw new OnrecordError('input-unreadable', `${side.name}: ${problem?.message ?? 'no text was found in it.'}`);
  }
  const main = mainText(first.rendering);
  const { title, language } = first.facts;
  return { about: { name: side.name, title, text: main.text, language: language?.value ?? null }, blocks: main.blocks };
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

/** A turn where the text without furniture has it; none if nothing of it is left. */
function carry(turn: Turn, carried: readonly { from: number; to: number; at: number }[]): Turn[] {
  const inside = carried.filter(({ from, to }) => from < turn.end && to > turn.start);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = first.at + Math.max(0, turn.start - first.from);
  const end = last.at + Math.min(last.to, turn.end) - last.from;
  return end > start ? [{ ...turn, start, end }] : [];
}
