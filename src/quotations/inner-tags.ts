/**
 * Tags that stand inside the marks. Russian, Ukrainian and Polish custom encloses speech and tag together
 * («Мы готовы, – сказал министр, – но не сегодня»), French and Spanish let short ones stand («Nous voulons, a dit le
 * ministre, avancer»). The tag is the author's; the quotation is what stands around it.
 *
 * A tag is a stretch between two dashes, or two commas in French and Italian, or from a dash to the end, that holds a verb
 * of saying next to a name, a pronoun or a noun for a person. Cost: linear in the quotation.
 */
import type { Span } from '#base/index.js';
import type { Tongue } from './attribute-cues.js';
import type { Unit } from './frames.js';

/** Longer stretches between dashes are words of the speaker. */
const LONGEST = 160;

const BY_DASH: ReadonlySet<string> = new Set(['ru', 'uk', 'be', 'bg', 'pl', 'es', 'it', 'fr', 'pt']);
const BY_COMMA: ReadonlySet<string> = new Set(['fr', 'it']);

/** Cuts tags out of the pieces of `unit`. */
export function cutTags(text: string, unit: Unit, tongue: Tongue): void {
  if (unit.block || !BY_DASH.has(tongue.code)) return;
  const pieces: Span[] = [];
  const joins: Unit['joins'] = [];
  unit.pieces.forEach((piece, p) => {
    const tags = tagsIn(text, piece, tongue);
    let at = piece.start;
    for (let i = 0; i <= tags.length; i++) {
      const tag = tags[i];
      const kept = cutSpaces(text, at, tag ? tag.start : piece.end);
      if (kept) {
        if (pieces.length > 0) joins.push(at === piece.start && p > 0 ? unit.joins[p - 1]! : 'interruption');
        pieces.push(kept);
      }
      if (tag) at = tag.end;
    }
  });
  if (pieces.length <= unit.pieces.length && pieces.every((piece, i) => piece.end === unit.pieces[i]?.end)) return;
  if (pieces.length === 0) return;
  unit.pieces.splice(0, unit.pieces.length, ...pieces);
  unit.joins.splice(0, unit.joins.length, ...joins);
}

function tagsIn(text: string, piece: Span, tongue: Tongue): Span[] {
  const words = text.slice(piece.start, piece.end);
  const tags: Span[] = [];
  const bounds: { at: number; end: number; dash: boolean; stop: boolean }[] = [];
  for (const m of words.matchAll(/[,.!?…]?\s+[–—−-]+\s+|\s?—(?=\p{L})|(?<=[\p{L},.])—|,\s|[.!?]\s+(?=\p{Lu})/gu)) {
    const dash = /[–—−-]/.test(m[0]);
    if (!dash && !BY_COMMA.has(tongue.code)) continue;
    bounds.push({ at: m.index, end: m.index + m[0].length, dash, stop: !dash && m[0][0] !== ',' });
  }
  for (let i = 0; i < bounds.length; i++) {
    const open = bounds[i]!;
    if (open.stop) continue;
    let j = i + 1;
    while (j < bounds.length && bounds[j]!.dash !== open.dash) j++;
    // A tag in commas must be closed by a comma; one after a dash may run to the end of the marks.
    if (j >= bounds.length && !open.dash) continue;
    const end = bounds[j]?.at ?? words.length;
    if (end - open.end > LONGEST || !isTag(words.slice(open.end, end), tongue)) continue;
    // …, a assuré la présidente, Hélène Morvan, …: a bare name behind the tag belongs to it.
    const further = bounds[j + 1];
    if (!open.dash && further && !further.dash && NAME.test(words.slice(bounds[j]!.end, further.at))) j++;
    // The comma or stop before the dash is the speaker's, the rest of the sign is not.
    const start = open.at + (/[,.!?…]/.test(words[open.at]!) && open.dash ? 1 : 0);
    tags.push({ start: piece.start + start, end: piece.start + (bounds[j]?.end ?? words.length) });
    i = j;
  }
  return tags;
}

/** Nothing but a name. */
const NAME = /^\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}[\p{L}’'-]+|d[eu]|la|le|van|von)){0,4}$/u;

/** Whether a stretch is nothing but a verb of saying and its subject. */
function isTag(stretch: string, tongue: Tongue): boolean {
  const words = stretch.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  if (words.length === 0 || words.length > 22) return false;
  let verb = -1;
  for (let i = 0; i < Math.min(words.length, tongue.code === 'fr' ? 4 : 7) && verb < 0; i++) {
    const word = words[i]!.toLowerCase().replaceAll('’', "'");
    const bare = word.replace(/-(?:t-)?(?:il|elle|on|ils|elles|je)$/, '');
    if (tongue.verbs.get(word)?.strong || (bare !== word && (tongue.verbs.has(bare) || bare === 'a' || bare === 'ont')))
      verb = i;
  }
  if (verb < 0) return false;
  if (words.some((word) => /-(?:t-)?(?:il|elle|on|ils|elles)$/i.test(word))) return true;
  return words.some((word, i) => {
    if (i === verb) return words.length === 1 && tongue.dropsSubject;
    const low = word.toLowerCase();
    const named = /^\p{Lu}/u.test(word) && !tongue.notNames.has(low);
    const known =
      tongue.pronouns.get(low) !== undefined &&
      low !== 'я' &&
      low !== 'мы' &&
      low !== 'je' &&
      low !== 'nous' &&
      low !== 'yo';
    return named || known || tongue.roles.has(low) || tongue.bodies.has(low);
  });
}

function cutSpaces(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : null;
}
