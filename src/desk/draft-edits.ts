/**
 * What an editor does to a quotation with one key: each edit as replacements in the draft's text, in the house's own
 * brackets and ellipses. Nothing is changed that the finding does not speak of; where an edit cannot be made without
 * judgement (words of two places, a quotation interrupted by its writer), there is none.
 */
import type { FindingView } from '#report/index.js';
import type { Check } from '#record/index.js';

/** Puts `insert` in place of the text from `from` to `to`; offsets are UTF-16 code units into the draft. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const OPENING = /["'“”„‟«»‹›‘’‚「『《]/u;
const CLOSING = /["'“”„«»‹›‘’」』》]/u;
/** Punctuation that a newspaper puts inside the marks and the source need not have. */
const TAIL = /[.,;:!?]$/u;

/** The source's words in place of the draft's. Null where there is no one source, or nothing to replace. */
export function useSourceWording({ quotation }: Check, finding: FindingView): readonly Replacement[] | null {
  const [part] = finding.parts;
  if (part === undefined || finding.parts.length !== 1 || quotation.pieces.length !== 1) return null;
  if (finding.rest.some(({ kind }) => kind === 'only a')) return null;
  const held = part.source.pairs
    .map(({ b }) => b)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const words = ended(held, quotation.text);
  return words === quotation.text.replaceAll(/\s+/g, ' ').trim() ? null : replacing(quotation, words);
}

/** What the draft left out as an ellipsis, what it put in or exchanged in brackets. */
export function markOmission({ quotation }: Check, finding: FindingView): readonly Replacement[] | null {
  const [part] = finding.parts;
  if (part === undefined || finding.parts.length !== 1 || quotation.pieces.length !== 1) return null;
  const { pairs } = part.source;
  if (pairs.every(({ kind }) => kind === 'same' || kind === 'marked' || kind === 'form')) return null;
  const last = pairs.findLastIndex(({ a }) => a.trim() !== '');
  const first = pairs.findIndex(({ a }) => a.trim() !== '');
  const words = pairs.map(({ kind, a, b }, i) => {
    if (kind === 'only b') return i < first || i > last || !/[\p{L}\p{N}]/u.test(b) ? '' : ' … ';
    if ((kind === 'only a' || kind === 'changed' || kind === 'moved') && /[\p{L}\p{N}]/u.test(a)) {
      const bare = a.trim();
      return a.replace(bare, () => `[${bare}]`);
    }
    return a;
  });
  const marked = words
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+([.,;:!?])/g, '$1')
    .trim();
  return replacing(quotation, ended(marked, quotation.text));
}

/** The marks taken away: the words stay as the writer's own. */
export function makeParaphrase({ quotation }: Check, text: string): readonly Replacement[] {
  return quotation.pieces.flatMap(({ start, end }) => [
    ...(OPENING.test(text[start - 1] ?? '') ? [{ from: start - 1, to: start, insert: '' }] : []),
    ...(CLOSING.test(text[end] ?? '') ? [{ from: end, to: end + 1, insert: '' }] : []),
  ]);
}

function replacing({ start, end }: Check['quotation'], insert: string): readonly Replacement[] {
  return [{ from: start, to: end, insert }];
}

/** Ends as the draft's words ended, where the source goes on or ends otherwise. */
function ended(words: string, draft: string): string {
  const tail = TAIL.exec(draft.trimEnd())?.[0] ?? '';
  return tail !== '' && !TAIL.test(words) ? words + tail : tail === ',' ? words.replace(TAIL, ',') : words;
}
