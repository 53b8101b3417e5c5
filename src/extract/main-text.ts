/**
 * Tells the text of a document from the furniture of its page. Missing a paragraph is worse than keeping a menu: what
 * stands between two paragraphs of the main text is main text, and a page with no clear body is main text throughout.
 */
import type { Piece } from './galley.js';
import type { Place, SetPiece } from './html-setter.js';

const FURNISHED_TAGS = new Set(['nav', 'aside', 'footer', 'form', 'button', 'menu', 'dialog', 'search']);

export function markFurniture(set: readonly SetPiece[], _title: string | null): Piece[] {
  return set.map(({ piece, place }) => (isFurnished(place) ? { ...piece, kind: 'furniture' } : piece));
}

function isFurnished(place: Place | null): boolean {
  for (let p = place; p; p = p.parent) if (FURNISHED_TAGS.has(p.tag)) return true;
  return false;
}
