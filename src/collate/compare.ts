/** Compares two whole texts: every difference, classed; words put elsewhere; a text that goes on where the other ends. */
import type { Block, Change } from '#record/index.js';
import { align } from './align.js';
import { changesOf } from './changes.js';
import { Classifier } from './classify.js';
import { FitSpace } from './fit.js';
import { Interner, prepare } from './prepare.js';

/** A text to compare; its blocks, where known, tell the labels of speakers from words. */
export interface ComparisonText {
  readonly text: string;
  readonly blocks?: readonly Block[];
}

export interface Comparison {
  /** In order; applying them to `a` gives `b`, to the character. */
  readonly changes: readonly Change[];
  /** Words of each text, and how many stand in both at the same place. */
  readonly words: { readonly a: number; readonly b: number; readonly both: number };
}

/** Compares two texts in one language; `language` is a BCP 47 subtag. */
export function compareTexts(a: ComparisonText, b: ComparisonText, language: string | null = null): Comparison {
  const interner = new Interner();
  const pa = prepare(a.text, interner, { language });
  const pb = prepare(b.text, interner, { language });
  const pairs = align(pa, pb, new FitSpace());
  const changes = changesOf(pa, pb, pairs, new Classifier(language), { whiteSpace: 'kept', moves: true });
  const both = pairs.reduce((sum, p) => sum + (p.kind === 'same' ? p.an : 0), 0);
  const last = changes.at(-1);
  const continues =
    last?.class === 'addition' && last.a.end === a.text.length && pa.count > 0 && changes.every((c) => c === last || c.class === 'punctuation only');
  return {
    changes: changes.map((c) => {
      if (continues && c === last) return { ...c, class: 'continuation', flags: [] };
      return isLabel(a, c.a) && isLabel(b, c.b) ? { ...c, class: 'speaker change' } : c;
    }),
    words: { a: pa.count, b: pb.count, both },
  };
}

function isLabel(text: ComparisonText, span: { start: number; end: number }): boolean {
  return (
    span.end > span.start &&
    (text.blocks ?? []).some((k) => k.kind === 'label' && k.start <= span.start && span.end <= k.end)
  );
}
