/**
 * How much weight a kind of document has as a record of what was said. Captions and machine transcripts are
 * witnesses of lower standing: they mis-hear, and never make two records disagree by themselves. A press report is
 * second-hand. A translation is a record of its own text; of the speaker's words it is only a witness.
 */
import type { When } from '#base/index.js';
import { compareWhen, dayOf } from '#base/index.js';
import type { Document, DocumentKind } from '#record/index.js';

export type Standing = 'record' | 'translation' | 'machine' | 'press';

const MACHINE: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['captions', 'machine transcript']);
const TRANSLATED: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['official translation', 'unofficial translation']);

export function standingOf(document: Document): Standing {
  const kind = document.kind.value;
  if (kind === 'press report') return 'press';
  if (MACHINE.has(kind)) return 'machine';
  if (TRANSLATED.has(kind) || document.translationOf !== null) return 'translation';
  return 'record';
}

/** When the words were said: as stated, else when they were published. */
export function saidWhen(document: Document): When | null {
  return document.said ?? document.published;
}

/**
 * Whether two documents are records of one occasion: the occasions they name are the same, or the same words were
 * said on one day. A document is of one occasion with itself.
 */
export function sameOccasion(a: Document, b: Document): boolean {
  if (a.reference === b.reference) return true;
  const x = a.said;
  const y = b.said;
  const days = x && y && x.at.length >= 10 && y.at.length >= 10 ? dayOf(x) === dayOf(y) : null;
  if (a.occasion && b.occasion) {
    if (plain(a.occasion) === plain(b.occasion)) return days !== false;
    return false;
  }
  if (days !== null) return days;
  const p = saidWhen(a);
  const q = saidWhen(b);
  return p !== null && q !== null && p.at.length >= 10 && q.at.length >= 10 && dayOf(p) === dayOf(q);
}

/** Earliest first; what is not dated comes last; ties by reference, so that the order is always the same. */
export function byDate(a: Document, b: Document): number {
  const x = saidWhen(a);
  const y = saidWhen(b);
  if (x && y) {
    const order = compareWhen(x, y);
    if (order !== 0) return order;
  } else if (x || y) return x ? -1 : 1;
  return Number(a.reference.slice(1)) - Number(b.reference.slice(1));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
