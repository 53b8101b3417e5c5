/** What was decided about quotations of a draft that is being edited: by their words, because numbers change. */
import type { Check, Decided as Kind, Status } from '#record/index.js';

export interface Decided {
  readonly decided: Kind;
  /** ISO 8601. */
  readonly at: string;
  /** The status that was decided about; null: the words were changed by the decision itself. */
  readonly status: Status | null;
}

/** The words of a quotation as they are known by. */
export function flat(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

/** The decisions as they are signed: of quotations that still stand in the draft, under their numbers of now. */
export function decisionsFor(
  checks: readonly Check[],
  decisions: Readonly<Record<string, Decided>>,
): readonly { readonly n: number; readonly decided: Kind; readonly at: string; readonly status?: Status }[] {
  return checks.flatMap(({ quotation, status: found }) => {
    const made = decisions[flat(quotation.text)];
    if (made === undefined) return [];
    const { decided, at, status } = made;
    // The record has moved on since: what was decided is not about this finding.
    if (status !== null && status !== found) return [];
    return [{ n: quotation.n, decided, at, ...(status !== null && { status }) }];
  });
}
