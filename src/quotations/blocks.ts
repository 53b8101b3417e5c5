/**
 * Block quotations: words set off from the text, with or without marks of their own. A block whose words are wholly
 * enclosed by marks is an ordinary quotation; a block of ordinary prose with its own tags is none; anything else
 * in a blockquote is quoted as it stands, and what is in marks there is nested.
 */
import type { Span } from '#base/index.js';
import type { Block } from '#record/index.js';
import type { Tongue } from './attribute-cues.js';
import type { Pair } from './pairs.js';
import { type Unit, trimmed } from './frames.js';

/** A block is enclosed by marks if they leave out no more than this share of it. */
const ENCLOSED = 0.8;

/** A last line that names who is quoted: — Jane Roe (@roe) July 3, 2025. */
const SIGNATURE = /(?:^|\n|\s)[—–―-]{1,2}\s?(?=\p{Lu}|@)[^\n]{2,120}$/u;

export interface Blocks {
  readonly units: readonly Unit[];
  /** The pairs that no block quotation has swallowed. */
  readonly pairs: readonly Pair[];
}

/** The block quotations among `blocks`. */
export function blockQuotations(
  text: string,
  blocks: readonly Block[],
  pairs: readonly Pair[],
  tongue: Tongue,
): Blocks {
  const units: Unit[] = [];
  const swallowed = new Set<Pair>();
  let open: { pieces: Span[]; nested: Span[] } | null = null;
  const flush = (): void => {
    if (open)
      units.push({
        pieces: open.pieces,
        joins: open.pieces.slice(1).map(() => 'paragraph'),
        nested: open.nested,
        turns: [],
        block: true,
      });
    open = null;
  };
  let next = 0;
  for (const block of blocks) {
    while (next < pairs.length && pairs[next]!.segments.at(-1)!.end <= block.start) next++;
    if (block.kind !== 'blockquote') {
      flush();
      continue;
    }
    const inside: Pair[] = [];
    for (let p = next; p < pairs.length && pairs[p]!.open.start < block.end; p++) inside.push(pairs[p]!);
    const span = withoutSignature(text, block);
    if (span === null) {
      flush();
      continue;
    }
    const covered = inside.reduce((sum, pair) => sum + pair.segments.reduce((s, g) => s + overlap(g, span), 0), 0);
    if (covered >= ENCLOSED * (span.end - span.start) || (inside.length > 0 && isProse(text, block, inside, tongue))) {
      flush();
      continue;
    }
    open ??= { pieces: [], nested: [] };
    open.pieces.push(span);
    for (const pair of inside) {
      swallowed.add(pair);
      for (const segment of pair.segments) {
        const nested = trimmed(text, segment);
        if (nested) open.nested.push(nested);
      }
    }
    if (span.end < block.end - 1) flush();
  }
  flush();
  return { units, pairs: swallowed.size > 0 ? pairs.filter((pair) => !swallowed.has(pair)) : pairs };
}

function withoutSignature(text: string, block: Span): Span | null {
  const words = text.slice(block.start, block.end);
  const m = SIGNATURE.exec(words.length > 200 ? words.slice(-200) : words);
  const cut = m ? block.end - (words.length > 200 ? 200 : words.length) + m.index : block.end;
  return trimmed(text, { start: block.start, end: cut });
}

/** Whether marked words in the block carry tags of their own: then it is the draft's own prose, only indented. */
function isProse(text: string, block: Span, inside: readonly Pair[], tongue: Tongue): boolean {
  const last = inside.at(-1)!;
  const after = text.slice(last.segments.at(-1)!.end, block.end).slice(0, 60).toLowerCase();
  const words = after.match(/[\p{L}'’-]+/gu) ?? [];
  return words.slice(0, 5).some((word) => tongue.verbs.get(word)?.strong === true);
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
