/**
 * Whether what stands between two pieces only interrupts one quotation ("…," she said, "…") or divides two.
 * Believes the punctuation: a tag that ends with a full stop divides, a tag between two commas interrupts.
 */
import type { Frame } from './attribute-frames.js';
import type { Tongue } from './attribute-cues.js';

/** Words that a tag between two pieces may have; longer ones are sentences of the author's. */
const LONGEST_TAG = 45;

/** Whether the tokens between the quoted tokens `from` and `to` of a frame are a tag in the middle of a quotation. */
export function isInterruption(frame: Frame, from: number, to: number, text: string, tongue: Tongue): boolean {
  const { tokens } = frame;
  const between = tokens.slice(from + 1, to);
  if (between.length === 0 || between.length > LONGEST_TAG) return false;
  if (between.some((token) => token.kind === 'stop')) return false;
  const last = lastInside(text, tokens[from]!.start, tokens[from]!.end);
  const first = firstInside(text, tokens[to]!.start);
  const open = between[0]!;
  const close = between.at(-1)!;
  const continued =
    ',;，、–—-…:'.includes(last) || open.kind === 'comma' || open.kind === 'dash' || /[\p{L}\p{N})\]]/u.test(last);
  const goesOn = /\p{Ll}/u.test(first);
  const asked = '!?！？'.includes(last);
  if (!continued && !(asked && goesOn)) return false;
  const framed = (close.kind === 'comma' && close.word !== ';') || close.kind === 'dash';
  // A dash on both sides needs no verb: “We are” – he paused – “ready.”
  if (open.kind === 'dash' && close.kind === 'dash' && goesOn && between.length < 16) return true;
  if (!framed) return false;
  if (!(',，、–—-'.includes(last) || open.kind === 'comma' || open.kind === 'dash' || asked)) return false;

  let cues = 0;
  const inner = between.filter((token) => token.kind === 'word');
  for (let i = 0; i < inner.length; i++) {
    const word = inner[i]!.word;
    if (tongue.participles.has(word)) {
      const sense = tongue.verbs.get(word);
      // “…,” he said, adding, “…” are two.
      if (i >= inner.length - 2 && sense?.strong !== false) return false;
      continue;
    }
    if (tongue.verbs.get(word)?.strong) cues++;
    else if (cues === 0 && tongue.verbs.has(word)) cues++;
  }
  // “That,” Briggs allowed, “is the view.”: a short tag between commas, whatever its verb.
  if (
    cues === 0 &&
    goesOn &&
    tongue.code === 'en' &&
    inner.length <= 8 &&
    inner.at(-1)?.word.endsWith('ed') === true &&
    !/^(?:and|but|then)$/.test(inner[0]?.word ?? '')
  )
    return true;
  if (cues === 0)
    return (
      isAccording(
        inner.map((t) => t.word),
        tongue,
      ) ||
      hasAfter(
        inner.map((t) => t.word),
        tongue,
      )
    );
  return cues === 1 || goesOn;
}

function isAccording(words: readonly string[], tongue: Tongue): boolean {
  return (tongue.according.get(words[0] ?? '') ?? []).some((phrase) => phrase.every((word, i) => words[i] === word));
}

function hasAfter(words: readonly string[], tongue: Tongue): boolean {
  return words.some((word) => tongue.accordingAfter.has(word) || /-t-(?:il|elle|on|ils|elles)$/.test(word));
}

function lastInside(text: string, start: number, end: number): string {
  let i = end - 1;
  while (i > start && /[\s“”"„‟〝〞〟＂‘’'‚‛`´«»‹›「」『』]/.test(text[i]!)) i--;
  return text[i]!;
}

function firstInside(text: string, start: number): string {
  let i = start;
  while (i < text.length - 1 && /[\s“”"„‟〝〞〟＂‘’'‚‛`´«»‹›「」『』.…[(]/.test(text[i]!)) i++;
  return text[i]!;
}
