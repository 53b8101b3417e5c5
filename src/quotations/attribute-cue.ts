import type { Phrase } from './attribute-phrases.js';

/** A word of saying and who says it. */
export interface Cue {
  /** Tokens [at, end). */
  readonly at: number;
  readonly end: number;
  readonly kind: 'verb' | 'participle' | 'according' | 'noun' | 'colon';
  readonly strong: boolean;
  readonly subject: Phrase | null;
  /** The subject stands behind the verb: said Smith. */
  readonly inverted: boolean;
  /** In the passive with nobody named: "was called". It keeps other cues away, and names nobody. */
  readonly mute: boolean;
}
