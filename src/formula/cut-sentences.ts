/**
 * The sentences of a text's main text, with their words as the index has them. A sentence never runs over the end of
 * a paragraph, a label or a stage note; the cues of captions, which cut sentences anywhere, are read as one.
 */
import type { Span } from '#base/index.js';
import type { Block, BlockKind, Rendering, Turn } from '#record/index.js';
import { sentences, words } from '#text/index.js';

/** A sentence of a text. `start` and `end` count in the text. */
export interface Sentence extends Span {
  readonly text: string;
  /** Folded words, as `text.words` gives them. */
  readonly words: readonly string[];
  /** Where each word stands in `text`. */
  readonly places: readonly Span[];
  /** Who speaks, as printed; null where the text has no turns. */
  readonly speaker: string | null;
  readonly kind: BlockKind;
}

/** Blocks that hold no running words of the document. */
const APART: ReadonlySet<BlockKind> = new Set<BlockKind>(['furniture', 'label', 'stage note']);

/** The sentences of a Rendering, in order; those without a word are left out. */
export function cutSentences(
  rendering: Pick<Rendering, 'text' | 'blocks' | 'turns'>,
  language: string | null,
): Sentence[] {
  const { text, turns } = rendering;
  const all = words(text, { language });
  const found: Sentence[] = [];
  let word = 0;
  let turn = 0;
  for (const { start: low, end: high, kind } of stretches(rendering.blocks, text.length)) {
    for (const span of sentences(text.slice(low, high), language)) {
      const start = low + span.start;
      const end = low + span.end;
      while (word < all.count && all.starts[word]! < start) word++;
      const own: string[] = [];
      const places: Span[] = [];
      for (; word < all.count && all.starts[word]! < end; word++) {
        own.push(all.folded[word]!);
        places.push({ start: all.starts[word]! - start, end: Math.min(all.ends[word]!, end) - start });
      }
      if (own.length === 0) continue;
      while (turn < turns.length && turns[turn]!.end <= start) turn++;
      found.push({
        start,
        end,
        text: text.slice(start, end),
        words: own,
        places,
        speaker: speakerAt(turns[turn], start),
        kind,
      });
    }
  }
  return found;
}

function speakerAt(turn: Turn | undefined, at: number): string | null {
  return turn && turn.start <= at ? (turn.name ?? turn.label) : null;
}

/** The blocks that hold running words, cues that follow one another as one. */
function stretches(blocks: readonly Block[], length: number): (Span & { kind: BlockKind })[] {
  if (blocks.length === 0) return [{ start: 0, end: length, kind: 'paragraph' }];
  const found: { start: number; end: number; kind: BlockKind }[] = [];
  let before: BlockKind | null = null;
  for (const { start, end, kind } of blocks) {
    const last = found.at(-1);
    if (kind === 'cue' && before === 'cue' && last) last.end = end;
    else if (!APART.has(kind)) found.push({ start, end, kind });
    before = kind;
  }
  return found;
}
