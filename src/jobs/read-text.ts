/** A text that a job looks at: a file as it came, or one that is held. */
import type { Archive } from '#archive/index.js';
import { OnrecordError, type Problem, type Reference } from '#base/index.js';
import type { Document, DocumentFacts, Rendering, Version } from '#record/index.js';
import type { Side } from './compare-texts.js';
import type { Extractor } from './effects.js';
import { findVersion } from './find-document.js';

export interface ReadText {
  /** File name, or Reference of the Version. */
  readonly name: string;
  readonly facts: DocumentFacts;
  readonly rendering: Rendering;
  /** Null for a file. */
  readonly held: { readonly document: Document; readonly version: Version } | null;
  readonly problems: readonly Problem[];
}

/** Reads a text. Throws OnrecordError for one that is not held, or holds no text. */
export async function readText(
  side: Side,
  { archive, extract }: { readonly archive: Archive; readonly extract: Extractor },
): Promise<ReadText> {
  if ('held' in side) {
    const held = await findVersion(side.held, archive);
    const rendering = await archive.text(held.version.reference);
    return { name: held.version.reference, facts: held.document, rendering, held, problems: [] };
  }
  const { value, problems } = await extract(side);
  const [first] = value;
  if (!first) {
    const [problem] = problems;
    throw new OnrecordError('input-unreadable', `${side.name}: ${problem?.message ?? 'no text was found in it.'}`);
  }
  return {
    name: side.name,
    facts: first.facts,
    rendering: first.rendering,
    held: null,
    problems: [...problems, ...first.problems],
  };
}

/** The Reference of the document that a name of something held names, for filters and notes. */
export function referenceOf({ held }: ReadText): Reference | null {
  return held?.document.reference ?? null;
}
