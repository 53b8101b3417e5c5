/**
 * A draft that is itself held, an article already published and taken in, is no witness to its own quotations. It is
 * known by the author's words around the quotation, which no source has.
 */
import type { Candidate, Quotation } from '#record/index.js';
import { surface } from '#text/index.js';

/** Characters of the draft before and after a quotation that are looked for. */
const AROUND = 90;
/** Fewer are no proof. */
const LEAST = 30;

/** Whether a candidate is the draft itself: the draft's own words stand on both sides of the quotation there. */
export function isOwnText(candidate: Candidate, draft: string, quotation: Quotation): boolean {
  const before = surface(draft.slice(Math.max(0, quotation.start - AROUND), quotation.start));
  const after = surface(draft.slice(quotation.end, quotation.end + AROUND));
  if (before.length < LEAST || after.length < LEAST) return false;
  const window = surface(candidate.window.text);
  const at = window.indexOf(before);
  return at >= 0 && window.indexOf(after, at + before.length) >= 0;
}
