/** Cuts texts into the numbers of their words, with breaks where no words run on, and says where each word stands. */
import { BREAK, Dictionary } from '#index/index.js';
import type { Block } from '#record/index.js';
import { Vocabulary, words, type WordList } from '#text/index.js';
import { BREAK_AT, packSpans, WordSpans } from './spans.js';

/** A text cut into words for the index. */
export interface CutText {
  /** Word numbers with breaks, the last one a break. */
  readonly ids: Uint32Array;
  /** Packed places of the words in the text. */
  readonly spans: Uint8Array;
  /** Words of the main text. */
  readonly words: number;
}

/** Numbers words by a dictionary that it makes larger. */
export class Cutter {
  readonly dictionary: Dictionary;
  readonly #vocabulary = new Vocabulary();
  /** Dictionary number of each word of the vocabulary, 0 where not asked yet. */
  #numbers = new Uint32Array(1 << 12);

  constructor(dictionary = new Dictionary()) {
    this.dictionary = dictionary;
  }

  /** Cuts a text: labels, stage notes and furniture are held, but no words run across their edges. */
  cut(text: string, language: string | null, blocks: readonly Block[]): CutText {
    const list = words(text, { vocabulary: this.#vocabulary, language });
    const room = list.count + 2 * blocks.length + 1;
    const ids = new Uint32Array(room);
    const starts = new Uint32Array(room);
    const ends = new Uint32Array(room);
    let n = 0;
    let block = 0;
    let main = 0;
    for (let i = 0; i < list.count; i++) {
      let moved = false;
      let apart = false;
      while (block < blocks.length && blocks[block]!.end <= list.starts[i]!) {
        apart ||= standsApart(blocks[block]!);
        block++;
        moved = true;
      }
      const here = blocks[block];
      if (moved && n > 0 && (apart || (here && standsApart(here)))) {
        starts[n] = BREAK_AT;
        ids[n++] = BREAK;
      }
      if (here?.kind !== 'furniture') main++;
      starts[n] = list.starts[i]!;
      ends[n] = list.ends[i]!;
      ids[n++] = this.#numberOf(list, i);
    }
    starts[n] = BREAK_AT;
    ids[n++] = BREAK;
    return { ids: ids.slice(0, n), spans: packSpans(starts, ends, n), words: main };
  }

  /** Word numbers of a text that was cut before: breaks stand where they stood then. */
  again(text: string, language: string | null, packed: Uint8Array): Uint32Array {
    const list = words(text, { vocabulary: this.#vocabulary, language });
    const spans = new WordSpans(packed);
    const ids = new Uint32Array(spans.count);
    let i = 0;
    spans.visit(0, spans.count, (entry, start) => {
      ids[entry] = start === BREAK_AT ? BREAK : this.#numberOf(list, i++);
    });
    return ids;
  }

  #numberOf(list: WordList, i: number): number {
    const known = list.ids[i]!;
    if (known >= this.#numbers.length) {
      const wider = new Uint32Array(Math.max(known + 1, this.#numbers.length * 2));
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    return (this.#numbers[known] ||= this.dictionary.add(list.folded[i]!));
  }
}

/** Blocks that are no part of running speech. */
function standsApart({ kind }: Block): boolean {
  return kind === 'label' || kind === 'stage note' || kind === 'furniture';
}
