/**
 * What the surroundings of held words change about them: flags that a reader of the quotation alone cannot see.
 * Each looks only outside the quoted words; what the quotation itself says needs no warning.
 */
import type { Span } from '#base/index.js';
import type { ContextFlag, Turn } from '#record/index.js';
import { scanMarks } from '#text/index.js';
import { type Held, type Place, sentenceAt, spanOf } from './place.js';

/** The turn at a place of the Version's text, if the text has turns. */
export function turnAt(held: Held, at: Span): Turn | null {
  return held.candidate.turns.find((t) => t.start <= at.start && at.start < t.end) ?? null;
}

/** What the draft itself shows of the surroundings, and so needs no flag. */
export interface Shown {
  /** The quotation prints the label of the turn: a question is shown as one. */
  readonly asQuestion: boolean;
  /** The quotation keeps inner quotation marks. */
  readonly nested: boolean;
}

/** Flags that can be read off the window around a place. */
export function contextFlags(p: Place, shown: Shown): ContextFlag[] {
  const flags: ContextFlag[] = [];
  const at = spanOf(p);
  const turn = turnAt(p.held, at);
  if (turn?.kind === 'question' && !shown.asQuestion) flags.push('in a question');
  const { start, text } = p.held.candidate.window;
  const within = { start: at.start - start, end: at.end - start };
  if (!isPress(p) && !shown.nested && quotesAnother(p, within)) flags.push('speaker quoting another');
  const first = p.held.sentences[sentenceAt(p.held, within.start)];
  const last = p.held.sentences[sentenceAt(p.held, within.end - 1)];
  if (!first || !last) return flags;
  const before = text.slice(Math.max(first.start, turn ? turn.start - start : 0), within.start);
  const after = text.slice(within.end, last.end);
  if (isNegated(before, after)) flags.push('negated');
  // A condition is easily read over, inside the marks too; a negation inside them is plain to see.
  if (CONDITION.test(text.slice(within.start, within.end)) || CONDITION.test(before) || CONDITION.test(after)) {
    flags.push('conditional');
  }
  return flags;
}

function isPress(p: Place): boolean {
  return p.held.candidate.document.kind.value === 'press report';
}

/** The held words stand within quotation marks of their own source. */
function quotesAnother(p: Place, within: Span): boolean {
  const { text } = p.held.candidate.window;
  // Marks pair up within a paragraph: only the paragraphs that hold the words are scanned.
  const from = text.lastIndexOf('\n', within.start - 1) + 1;
  const stop = text.indexOf('\n', within.end);
  const paragraph = text.slice(from, stop < 0 ? text.length : stop);
  const start = within.start - from;
  const end = within.end - from;
  return pairsIn(paragraph, p.quoted.words.language).some((pair) => pair.start <= start && end <= pair.end);
}

/** The stretches between marks that pair up in a paragraph, by the simplest reading: each mark as its shape says. */
function pairsIn(paragraph: string, language: string): Span[] {
  const pairs: Span[] = [];
  const open: { family: string; end: number }[] = [];
  for (const mark of scanMarks(paragraph, language)) {
    if (mark.asNone < mark.asOpen && mark.asNone < mark.asClose) continue;
    const top = open[open.length - 1];
    if (top && top.family === mark.family && mark.asClose <= mark.asOpen) {
      pairs.push({ start: top.end, end: mark.start });
      open.pop();
    } else if (mark.asOpen <= mark.asClose) open.push({ family: mark.family, end: mark.end });
  }
  return pairs;
}

/** Words that turn a clause round when they stand just before it; by script, since one sentence is in one language. */
const DENYING =
  /(?:\b(?:not|never|nor|neither|nobody|no one|nothing|cannot|without|n['’]t|(?:deny|denies|denied|denying|reject|rejects|rejected|refuse|refuses|refused|dispute|disputes|disputed) (?:that|the claim that|the idea that|any suggestion that|to))|\b(?:ne|n['’])\s?\p{L}+ (?:pas|jamais|plus)|\b(?:nicht|kein\p{L}*|nie|niemals|bestreite\p{L}*)|\b(?:no|nunca|jamás|niega|negó)|(?<![\p{L}])(?:не|нет|никогда|отрица\p{L}*|ні|немає|ніколи|заперечу\p{L}*)|[不没沒非未]|否认)(?![\p{L}])/giu;
/** Between the denying word and the quoted words no clause may end, and no more than this many words stand. */
const NEAR = 6;
const CLAUSE = /[,;:–—…]|\b(?:but|although|though|because|mais|sondern|aber|pero|sino)\b|(?<!\p{L})(?:но|а|але|однако)(?!\p{L})|[，；：]/iu;
const FALSE_BEFORE =
  /\b(?:(?:not|un)true|false|wrong|mistaken|incorrect|nonsense|absurd) (?:that|to (?:say|claim|suggest|think)(?: that)?)|\b(?:no one|nobody|i never|we never|i have never|we have never) (?:ever )?(?:said|says|claimed|claims|suggested|promised)\b[^.]{0,40}$|\bfar from\b[^,]{0,20}$/iu;
const FALSE_AFTER = /^[\s,]*(?:is|was|would be|are|were) (?:simply |just |plainly |quite |entirely )?(?:not true|not the case|untrue|false|wrong|nonsense|out of the question|not (?:our|my|the) (?:position|view|policy))/iu;

function isNegated(before: string, after: string): boolean {
  if (FALSE_AFTER.test(after)) return true;
  if (FALSE_BEFORE.test(before)) return true;
  let last: RegExpMatchArray | null = null;
  for (const m of before.matchAll(DENYING)) last = m;
  if (!last) return false;
  const between = before.slice(last.index! + last[0].length);
  if (CLAUSE.test(between)) return false;
  if (/^\s*only\b/i.test(between)) return false;
  return (between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= NEAR;
}

const CONDITION =
  /(?:\b(?:if|unless|provided|providing|assuming|as long as|so long as|on condition that|only when|in case|in the event|should (?:the|they|it|he|she|we|you)|were (?:the|they|it|he|she|we) to|had (?:the|they|it|we|he|she)|contingent on|subject to|conditional on)|\b(?:si|à condition|pourvu que|à moins)|\b(?:wenn|falls|sofern|soweit|vorausgesetzt|es sei denn|solange)|\b(?:si|siempre que|a menos que|a condición)|(?<!\p{L})(?:если|если бы|при условии|якщо|за умови)|如果|只要|除非|若|倘若|假如)(?![\p{L}])/iu;
