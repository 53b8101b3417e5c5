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
  const turning = turningOf(p);
  if (isNegated(before, after, turning) || leavesOutNegation(p, turning)) flags.push('negated');
  // A condition is easily read over, inside the marks too; a negation inside them is plain to see.
  const { condition } = turning;
  if (condition.test(text.slice(within.start, within.end)) || condition.test(before) || condition.test(after)) {
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

/** What turns a clause round when it stands just before it, and what makes it conditional, by language. */
interface Turning {
  readonly denying: RegExp;
  readonly condition: RegExp;
}

const TURNING: Readonly<Record<string, Turning>> = {
  en: {
    denying:
      /\b(?:not|never|nor|neither|nobody|no one|cannot|without)\b|n['’]t\b|\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|disput(?:e|es|ed)) (?:that|the (?:claim|idea|suggestion|charge) that|any suggestion that|to)\b/giu,
    condition:
      /(?<!\bas )\bif\b|\bunless\b|\bprovid(?:ed|ing) (?:that|the|it|they|we|there|he|she|you|all|both|a|an)\b|\bassuming (?:that|the|it|they|we|there)\b|\b(?:as|so) long as\b|\bon (?:the )?condition\b|\bonly when\b|\bin case\b|\bin the event\b|\b(?:contingent|conditional) (?:up)?on\b|\bsubject to\b|(?:^|[,;–—]\s*)(?:should|were|had) (?:the|they|it|he|she|we|you|there|any)\b/iu,
  },
  fr: {
    denying: /\b(?:n['’e]\s?\p{L}+ (?:pas|jamais|plus|guère)|sans|ni|dément\p{L}*|nie que|refuse de)(?!\p{L})/giu,
    condition: /(?<!\p{L})(?:si|s['’](?=ils?\b)|à (?:la )?condition|pourvu que|à moins|en cas)(?!\p{L})/iu,
  },
  de: {
    denying: /\b(?:nicht|kein(?:e[nmrs]?)?|nie|niemals|niemand|ohne|bestreite\p{L}*|weder)(?!\p{L})/giu,
    condition:
      /(?<!\p{L})(?:wenn|falls|sofern|soweit|vorausgesetzt|es sei denn|solange|unter der Bedingung)(?!\p{L})/iu,
  },
  es: {
    denying: /\b(?:no|nunca|jamás|nadie|ni|sin|niega|negó|tampoco)(?!\p{L})/giu,
    condition: /(?<!\p{L})(?:si|siempre que|a menos que|a condición|en caso de)(?!\p{L})/iu,
  },
  ru: {
    denying: /(?<!\p{L})(?:не|никогда|никто|ни|без|отрица\p{L}*|опроверга\p{L}*)(?!\p{L})/giu,
    condition: /(?<!\p{L})(?:если|при условии|в случае|лишь бы)(?!\p{L})/iu,
  },
  uk: {
    denying: /(?<!\p{L})(?:не|ніколи|ніхто|ні|без|заперечу\p{L}*|спростову\p{L}*)(?!\p{L})/giu,
    condition: /(?<!\p{L})(?:якщо|якби|за умови|у разі|в разі)(?!\p{L})/iu,
  },
  zh: {
    denying: /[不没沒非未]|否认|从未/gu,
    condition: /如果|只要|除非|倘若|假如|若是|要是/u,
  },
};

function turningOf(p: Place): Turning {
  const language = p.quoted.words.language.slice(0, 2);
  return Object.hasOwn(TURNING, language) ? TURNING[language]! : TURNING['en']!;
}

/** A negation of the same sentence is left out at a mark inside the quotation, and governs the words behind it. */
function leavesOutNegation(p: Place, turning: Turning): boolean {
  const { pairs } = p.fit;
  const source = p.held.words;
  return pairs.some((pair, k) => {
    const last = pairs[k - 1];
    if (!last || last.b + last.bn >= pair.b || p.quoted.gaps.marks[pair.a] === 0) return false;
    const left = { start: source.ends[last.b + last.bn - 1]!, end: source.starts[pair.b]! };
    if (sentenceAt(p.held, left.start - 1) !== sentenceAt(p.held, left.end)) return false;
    return isNegated(source.text.slice(left.start, left.end), '', turning);
  });
}

/** Between the denying word and the quoted words no clause may end, and no more than this many words stand. */
const NEAR = 6;
const CLAUSE =
  /[,;:–—…，；：]|\b(?:but|although|though|because|mais|sondern|aber|weil|pero|sino|porque)\b|(?<!\p{L})(?:но|а|але|однако|что)(?!\p{L})/iu;
/** "not only", "no doubt": the words are there, the sense is not. */
const NO_DENIAL =
  /^\s*(?:only|just|merely|simply|least|surprisingly)\b|^\s*(?:nur|seulement|sólo|solo|только|лише)(?!\p{L})/iu;
const FALSE_BEFORE =
  /\b(?:(?:not|un)true|false|wrong|mistaken|incorrect|nonsense|absurd) (?:that|to (?:say|claim|suggest|think)(?: that)?)|\b(?:no one|nobody|never) (?:has |have )?(?:ever )?(?:said|says|claimed|claims|suggested|promised)\b[^.]{0,40}$|\bfar from\b[^,]{0,20}$/iu;
const FALSE_AFTER =
  /^[\s,]*(?:is|was|would be|are|were) (?:simply |just |plainly |quite |entirely )?(?:not true|not the case|untrue|false|wrong|nonsense|out of the question|not (?:our|my|the) (?:position|view|policy))/iu;

function isNegated(before: string, after: string, { denying }: Turning): boolean {
  if (FALSE_AFTER.test(after) || FALSE_BEFORE.test(before)) return true;
  let last: RegExpMatchArray | null = null;
  for (const m of before.matchAll(denying)) last = m;
  if (!last) return false;
  const between = before.slice(last.index! + last[0].length);
  if (CLAUSE.test(between) || NO_DENIAL.test(between)) return false;
  return (between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= NEAR;
}
