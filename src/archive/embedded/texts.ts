/** The texts of versions as they were cut, decoded once and kept while they are looked at. */
import type { Rendering } from '#record/index.js';
import { FOLDING } from '#text/index.js';
import type { Database } from './database.js';
import { damaged } from './failures.js';
import { type Layout, readLayout } from './layout.js';
import { foldingOf } from './schema.js';
import { WordSpans } from './spans.js';
import type { WordIndex } from './word-index.js';

/** A version's text with its layout and the places of its words. */
export interface HeldText extends Layout {
  readonly text: string;
  readonly extractor: string;
  readonly spans: WordSpans;
}

/** Code units of text kept decoded. */
const KEPT = 16 * 2 ** 20;

export class Texts {
  readonly #database: Database;
  readonly #index: WordIndex;
  readonly #held = new Map<number, HeldText>();
  #size = 0;
  #ours: boolean | null = null;

  constructor(database: Database, index: WordIndex) {
    this.#database = database;
    this.#index = index;
  }

  /** The text of a version, by its row id. */
  of(version: number): HeldText {
    const known = this.#held.get(version);
    if (known) {
      this.#held.delete(version);
      this.#held.set(version, known);
      return known;
    }
    const row = this.#database
      .sql('SELECT extractor, language, text, layout, spans FROM texts WHERE version = ?')
      .get(version);
    if (!row) throw damaged(`The text of version row ${version} is missing.`, 'Bring the archive back from a copy.');
    const text = String(row['text']);
    const layout = readLayout(String(row['layout']));
    // Cut by other rules, and not cut anew by a writer yet.
    const packed = this.#isCutByOurRules()
      ? (row['spans'] as Uint8Array)
      : this.#index.cut(text, row['language'] as string | null, layout.blocks).spans;
    const held = { text, extractor: String(row['extractor']), spans: new WordSpans(packed), ...layout };
    this.#held.set(version, held);
    this.#size += text.length;
    for (const [oldest, { text: gone }] of this.#held) {
      if (this.#size <= KEPT || oldest === version) break;
      this.#held.delete(oldest);
      this.#size -= gone.length;
    }
    return held;
  }

  #isCutByOurRules(): boolean {
    return (this.#ours ??= foldingOf(this.#database) === FOLDING);
  }

  rendering(version: number): Rendering {
    const { text, extractor, blocks, turns, links } = this.of(version);
    return { extractor, text, blocks, turns, links };
  }

  forget(version?: number): void {
    if (version === undefined) {
      this.#ours = null;
      this.#held.clear();
      this.#size = 0;
    } else {
      this.#size -= this.#held.get(version)?.text.length ?? 0;
      this.#held.delete(version);
    }
  }
}
