import type { Span } from '#base/index.js';
import type { Block, Document, Turn, Version } from './nouns.js';

/** A place that may hold the words looked for. All spans are into the Version's text. */
export interface Candidate {
  readonly document: Document;
  readonly version: Version;
  /** The stretch of text that is returned, with where it starts in the Version's text. */
  readonly window: { readonly start: number; readonly text: string };
  /** Blocks and turns that overlap the window, whole. */
  readonly blocks: readonly Block[];
  readonly turns: readonly Turn[];
  /** Runs of words found, by fragment: the span they cover and how many words. */
  readonly hits: readonly (Span & { readonly fragment: number; readonly words: number })[];
  /** Sum over the distinct matched words of −log2 of their frequency in the archive. */
  readonly bits: number;
}
