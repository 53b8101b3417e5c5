/**
 * Question and answer inside one pair of marks, as a careless paste from a transcript leaves them:
 * “What did they offer? SECRETARY RUBIO: Well, …”. The labels are not words of anybody.
 *
 * A label is a name in capitals or a transcript's Q, A, QUESTION before a colon, at the beginning of the quotation
 * or after the end of a sentence. Names in ordinary letters count only where the same shape stands twice.
 */
import type { Span } from '#base/index.js';
import type { QuotationTurn } from '#record/index.js';
import type { Unit } from './frames.js';

const CAPITALS =
  /(?:^|(?<=[.!?…)\]"”’—–-]\s)|(?<=\n\s{0,8}))((?:Q|A|QUESTION|ANSWER|REPORTER|MODERATOR|Question|Answer|Reporter|Moderator|ВОПРОС|ОТВЕТ|Вопрос|Ответ|Питання|Відповідь|Frage|Antwort|Pregunta|Respuesta|问|答|記者|记者)|\p{Lu}[\p{Lu}\p{M}.'’-]+(?:,?\s(?:\p{Lu}[\p{Lu}\p{M}.'’-]*|de|von|van|of|OF|and)){0,6}(?:\s?\([^()\n]{1,40}\))?)\s?[:：]\s*/gu;
const ORDINARY = /(?:^|(?<=[.!?…]\s)|(?<=\n\s{0,8}))(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){0,4})\s?:\s+/gu;

/** Cuts the labels out of the pieces of `unit` and notes whose turn each part is. */
export function cutLabels(text: string, unit: Unit): void {
  if (unit.block && unit.pieces.length === 0) return;
  const labels: (Span & { label: string })[] = [];
  for (const piece of unit.pieces) {
    const words = text.slice(piece.start, piece.end);
    if (!/[:：]/.test(words)) continue;
    const before = labels.length;
    collect(words, piece.start, CAPITALS, labels);
    if (labels.length === before) {
      const ordinary: (Span & { label: string })[] = [];
      collect(words, piece.start, ORDINARY, ordinary);
      if (ordinary.length >= 2) labels.push(...ordinary);
    }
  }
  if (labels.length === 0) return;

  const pieces: Span[] = [];
  const joins: Unit['joins'] = [];
  const turns: QuotationTurn[] = [];
  let label: string | null = null;
  unit.pieces.forEach((piece, p) => {
    let at = piece.start;
    const inside = labels.filter((found) => found.start >= piece.start && found.end <= piece.end);
    for (let i = 0; i <= inside.length; i++) {
      const found = inside[i];
      let end = found ? found.start : piece.end;
      while (end > at && /\s/.test(text[end - 1]!)) end--;
      if (end > at) {
        if (pieces.length > 0) joins.push(at === piece.start && p > 0 ? unit.joins[p - 1]! : 'paragraph');
        pieces.push({ start: at, end });
        const last = turns.at(-1);
        if (last && last.label === (label ?? '') && !(i > 0)) turns[turns.length - 1] = { ...last, end };
        else turns.push({ start: at, end, label: label ?? '' });
      }
      if (found) {
        label = found.label;
        at = found.end;
      }
    }
  });
  if (pieces.length === 0) return;
  unit.pieces.splice(0, unit.pieces.length, ...pieces);
  unit.joins.splice(0, unit.joins.length, ...joins);
  unit.turns = turns;
}

function collect(words: string, offset: number, pattern: RegExp, into: (Span & { label: string })[]): void {
  for (const m of words.matchAll(pattern)) {
    const label = m[1]!.trim();
    if (/^(?:NOTE|UPDATE|BREAKING|WARNING|WATCH|READ|PS|P\.S\.|NB|TODAY|LIVE|FACT|NEWS|URGENT)$/.test(label)) continue;
    into.push({ start: offset + m.index, end: offset + m.index + m[0].length, label });
  }
}
