/**
 * Names that a draft uses as places: capitals after "in", "at", "near". Small places stand in no list of the world's
 * cities; the draft itself tells them from people.
 */
import { foldWord } from '#text/index.js';

const AFTER =
  /(?<!\p{L})(?:in|at|near|outside|across|en|dans|bei|aus|nach|в|из|под|у|біля)\s+(\p{Lu}[\p{L}’-]+(?:[ -]\p{Lu}[\p{L}’-]+){0,2})(?!['’]s\b)/gu;

/** Folded words of the names of places in a draft. */
export function placesIn(draft: string): ReadonlySet<string> {
  const places = new Set<string>();
  for (const m of draft.matchAll(AFTER)) for (const word of m[1]!.split(/[ -]/)) places.add(foldWord(word));
  return places;
}
