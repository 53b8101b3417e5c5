/**
 * The formulas of an archive: runs of words that stand in most texts, each as long as it is, with how often, since when
 * and until when. Counted as `formula` counts: near-copies once, page furniture not at all.
 */
import type { Archive, ListFilter, Scope } from '#archive/index.js';
import { type HeldText, heldText } from '#formula/index.js';
import type { Coverage } from '#record/index.js';
import { FOLDING } from '#text/index.js';

export interface RepeatsInput {
  /** Fewest words of a run, and fewest texts that have it. */
  readonly words: number;
  readonly texts: number;
  readonly filter: ListFilter;
  readonly limit: number;
}

/** Words that are said again and again. */
export interface FoundRepeat {
  /** As the earliest text prints them. */
  readonly text: string;
  readonly words: number;
  readonly places: number;
  readonly texts: number;
  readonly first: HeldText;
  readonly last: HeldText;
}

export interface FoundRepeats {
  readonly input: RepeatsInput;
  readonly repeats: readonly FoundRepeat[];
  readonly coverage: Coverage;
  readonly rules: string;
}

const RULES = 'repeats/1';

/** Finds the runs of words that stand in most texts, most first. */
export async function findRepeats(
  input: RepeatsInput,
  { archive, signal }: { readonly archive: Archive; readonly signal?: AbortSignal },
): Promise<FoundRepeats> {
  const scope: Scope = { before: null, except: [], filter: input.filter };
  const found = await archive.repeats(scope, input);
  signal?.throwIfAborted();
  const uses = await archive.uses(
    found.map(({ words }) => words),
    scope,
    { list: 1 },
  );
  const { coverage } = await archive.covers(scope);
  const repeats = found.flatMap(({ words }, i): FoundRepeat[] => {
    const { first, last, listed, places, texts } = uses[i]!;
    const [use] = listed;
    if (!first || !last || !use || texts < input.texts) return [];
    const { passage, start, end } = use;
    return [
      {
        text: passage.text.slice(start - passage.start, end - passage.start),
        words: words.length,
        places,
        texts,
        first: heldText(first),
        last: heldText(last),
      },
    ];
  });
  return {
    input,
    repeats: repeats.toSorted((a, b) => b.texts - a.texts || b.words - a.words).slice(0, input.limit),
    coverage,
    rules: `${RULES}, ${FOLDING}`,
  };
}
