/**
 * The scan for quotation marks. It believes that no single mark can be read alone: a mark has a shape, and it has
 * neighbours, and either may lie (a curly mark typed the wrong way round, an apostrophe, feet and inches). So the
 * scan decides nothing. It says of each mark what it costs to read it as opening, as closing, or as no quotation
 * mark at all, and leaves to the reader of the whole text to find the cheapest reading (trace/quotations-pairs).
 *
 * Cost: one pass, O(length of the text). Shapes and customs after Unicode 17, General Punctuation 6.2 "Quotation
 * Marks"; the flanking rule after CommonMark 0.31, 6.2. Deciding at once by a stack was rejected: one missing mark
 * then turns every later one of the paragraph inside out.
 */
import type { Span } from '#base/index.js';

/** Marks that may open and close each other. `corner` is 「」, `white corner` 『』. */
export type MarkFamily = 'double' | 'single' | 'guillemet' | 'single guillemet' | 'corner' | 'white corner';

/**
 * One mark as it stands. The three costs are 0 for a natural reading and about 9 for one that no careful reader
 * would make; they may be added up and compared.
 */
export interface Mark extends Span {
  readonly family: MarkFamily;
  /** The character; straight and doubled forms are `"` and `'`. */
  readonly shape: string;
  readonly asOpen: number;
  readonly asClose: number;
  readonly asNone: number;
}

/** Shape of a mark by itself: opening, closing, or either. */
type Turn = 'open' | 'close' | 'either';

const FAMILIES: ReadonlyMap<string, readonly [MarkFamily, Turn]> = new Map([
  ['"', ['double', 'either']],
  ['＂', ['double', 'either']],
  ['“', ['double', 'open']],
  ['”', ['double', 'close']],
  ['„', ['double', 'open']],
  ['‟', ['double', 'open']],
  ['〝', ['double', 'open']],
  ['〞', ['double', 'close']],
  ['〟', ['double', 'close']],
  ["'", ['single', 'either']],
  ['＇', ['single', 'either']],
  ['‘', ['single', 'open']],
  ['’', ['single', 'close']],
  ['‚', ['single', 'open']],
  ['‛', ['single', 'open']],
  ['`', ['single', 'open']],
  ['´', ['single', 'close']],
  ['«', ['guillemet', 'open']],
  ['»', ['guillemet', 'close']],
  ['‹', ['single guillemet', 'open']],
  ['›', ['single guillemet', 'close']],
  ['「', ['corner', 'open']],
  ['」', ['corner', 'close']],
  ['『', ['white corner', 'open']],
  ['』', ['white corner', 'close']],
]);

const MARKS = /[“”"„‟〝〞〟＂'‘’‚‛`´＇«»‹›「」『』]|,,(?=[^\s,])/g;

/** Two of these side by side are one double mark. */
const DOUBLED: ReadonlyMap<string, string> = new Map([
  ["'", '"'],
  ['`', '“'],
  ['‘', '“'],
  ['’', '”'],
  ['´', '”'],
]);

/** Longest value of an attribute in markup. */
const LONGEST_VALUE = 300;

/** Languages that quote ”thus”. */
const SAME_BOTH_ENDS: ReadonlySet<string> = new Set(['sv', 'fi', 'nb', 'nn', 'no']);
/** Languages that close with the mark by which English opens. */
const CLOSE_WITH_HIGH_SIX: ReadonlySet<string> = new Set([
  'de',
  'cs',
  'sk',
  'sl',
  'bg',
  'lt',
  'lv',
  'et',
  'is',
  'sr',
  'hr',
  'mk',
  'ka',
  'ru',
  'uk',
  'be',
  'sq',
]);

/** Words that begin with an apostrophe where letters were left out. */
const CLIPPED: ReadonlySet<string> = new Set(
  'em til tis twas cause bout n cuz round neath gainst twere twill cos nuff ere im ave ello s t k m'.split(' '),
);

/** What stands beside a mark. */
type Side = 'line' | 'edge' | 'word' | 'digit' | 'stop' | 'opener' | 'dash' | 'colon' | 'unspaced';

const EDGES = /\s|[\u200b\ufeff\u2060]/;
const STOPS = '.,!?…;)]}%>*_–—';
const UNSPACED = /[\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

function sideOf(character: string): Side {
  if (character === '' || character === '\n' || character === '\r') return 'line';
  if (EDGES.test(character)) return 'edge';
  if (character >= '0' && character <= '9') return 'digit';
  if (character === ':') return 'colon';
  if (character === '–' || character === '—' || character === '-') return 'dash';
  if ('([{/|<#*_~$£€@+¿¡'.includes(character)) return 'opener';
  if (STOPS.includes(character)) return 'stop';
  if (UNSPACED.test(character)) return 'unspaced';
  return DIGIT.test(character) ? 'digit' : 'word';
}

/**
 * All characters of `text` that may be quotation marks, in order, with what each reading of them costs. `language`
 * is a BCP 47 language subtag or null; it only weighs customs, no mark is unknown in any language. Two straight
 * apostrophes or two grave accents side by side are one double mark (the typewriter's and TeX's “ ”).
 */
export function scanMarks(text: string, language: string | null): readonly Mark[] {
  const tongue = language?.slice(0, 2).toLowerCase() ?? '';
  const inward = pointsInward(text);
  const marks: Mark[] = [];
  let next = 0;
  for (const found of text.matchAll(MARKS)) {
    const start = found.index;
    if (start < next) continue;
    let shape = found[0];
    let end = start + 1;
    if (shape === '‘' && text[end] === '’' && text[end + 1] !== '’') {
      // ‘’thus’’: an empty pair quotes nothing, it is a double mark of two keys.
      end++;
      shape = '“';
    } else if (DOUBLED.has(shape) && text[end] === shape && text[end + 1] !== shape) {
      end++;
      shape = DOUBLED.get(shape)!;
    } else if (shape === ',,') {
      end++;
      shape = '„';
    }
    next = end;
    const call = text[start - 1] === '(' && /[\p{L}\p{N}_]/u.test(text[start - 2] ?? '');
    if (shape === '"' && (text[start - 1] === '=' || call)) {
      // Of markup and code: name="value", print("value") quote nothing.
      const close = text.indexOf('"', end);
      if (close > 0 && close - end < LONGEST_VALUE) {
        next = close + 1;
        continue;
      }
    }
    const before = neighbour(text, start, -1);
    const after = neighbour(text, end - 1, 1);
    marks.push(weigh(text, start, end, shape, before, after, tongue, inward));
  }
  return marks;
}

/** Whether this text sets its guillemets »thus«: more marks that point inward stand at the outside of words. */
function pointsInward(text: string): boolean {
  let inward = 0;
  for (let at = text.indexOf('»'); at >= 0; at = text.indexOf('»', at + 1)) {
    const before = sideOf(text[at - 1] ?? '');
    const after = sideOf(text[at + 1] ?? '');
    if ((before === 'edge' || before === 'line') && after === 'word') inward++;
    else if (after !== 'word') inward--;
  }
  return inward > 0;
}

/** The character beside a mark, looking through other marks that touch it. */
function neighbour(text: string, at: number, step: -1 | 1): string {
  let i = at + step;
  for (let seen = 0; seen < 4 && i >= 0 && i < text.length && FAMILIES.has(text[i]!); seen++) i += step;
  return text[i] ?? '';
}

function weigh(
  text: string,
  start: number,
  end: number,
  shape: string,
  before: string,
  after: string,
  tongue: string,
  inward: boolean,
): Mark {
  const [family, drawn] = FAMILIES.get(shape)!;
  let turn = drawn;
  if (inward && (shape === '»' || shape === '«')) turn = shape === '»' ? 'open' : 'close';
  if (inward && (shape === '›' || shape === '‹')) turn = shape === '›' ? 'open' : 'close';
  const left = sideOf(before);
  const right = sideOf(after);

  if (family === 'corner' || family === 'white corner') {
    return { start, end, family, shape, asOpen: turn === 'open' ? 0 : 9, asClose: turn === 'close' ? 0 : 9, asNone: 5 };
  }

  let asOpen = openCost(left, right, before, text, end);
  let asClose = closeCost(left, right);
  if (family === 'guillemet' || family === 'single guillemet') {
    // French sets spaces inside, so that neighbours say little and the shape nearly all.
    asOpen = asOpen * 0.25 + (turn === 'open' ? 0 : 5);
    asClose = asClose * 0.25 + (turn === 'close' ? 0 : 5);
    return { start, end, family, shape, asOpen, asClose, asNone: 5 };
  }
  const low = shape === '„' || shape === '‚' || shape === '〝';
  if (turn === 'open') asClose += low ? 6 : CLOSE_WITH_HIGH_SIX.has(tongue) ? 0 : 2.5;
  if (turn === 'close') asOpen += SAME_BOTH_ENDS.has(tongue) ? 0 : 3;

  if (family === 'double') {
    let asNone = 4.5;
    if (shape === '"') {
      // Inches and seconds: 6'2", 40°26'46", a 5" gun; Ukrainian об"єкт.
      if (left === 'digit' && inMeasure(text, start)) {
        asNone = 0.3;
        asClose += 1;
      } else if (left === 'digit' && end - start === 1) asNone = 1.8;
      else if (left === 'word' && right === 'word') asNone = 1.2;
    }
    return { start, end, family, shape, asOpen, asClose, asNone };
  }
  return { start, end, family, shape, ...weighSingle(text, start, end, shape, left, right, before, asOpen, asClose) };
}

function openCost(left: Side, right: Side, before: string, text: string, end: number): number {
  let cost = 0;
  if (left === 'word' || left === 'digit') cost += 3;
  else if (left === 'stop') cost += before === '.' || before === ',' ? 1.2 : 1;
  else if (left === 'colon') cost += 0.3;
  else if (left === 'dash') cost += 0.1;
  if (right === 'edge') cost += 2.2;
  else if (right === 'line') cost += 5;
  else if (right === 'stop' && !text.startsWith('…', end) && !text.startsWith('..', end)) cost += 3;
  else if (right === 'colon') cost += 3;
  return cost;
}

function closeCost(left: Side, right: Side): number {
  let cost = 0;
  if (left === 'edge') cost += right === 'line' ? 0.8 : 2.2;
  else if (left === 'line') cost += 4;
  else if (left === 'opener') cost += 3;
  else if (left === 'dash') cost += 0.2;
  else if (left === 'colon') cost += 1.5;
  if (right === 'word' || right === 'digit') cost += 2.4;
  return cost;
}

/** Single marks are apostrophes first: within words always, after an s often, before clipped words and decades. */
function weighSingle(
  text: string,
  start: number,
  end: number,
  shape: string,
  left: Side,
  right: Side,
  before: string,
  asOpen: number,
  asClose: number,
): Pick<Mark, 'asOpen' | 'asClose' | 'asNone'> {
  const apostrophe = shape === '’' || shape === "'";
  const letterBefore = start > 0 && LETTER.test(text[start - 1]!);
  const letterAfter = LETTER.test(text[end] ?? '');
  const free = left === 'edge' || left === 'line';
  if (shape === '`' || shape === '´')
    return { asOpen: asOpen + 0.5, asClose: asClose + 0.5, asNone: letterBefore && letterAfter ? 0 : 1.5 };
  if (left === 'unspaced' || right === 'unspaced') return { asOpen, asClose, asNone: 4 };
  // The e.v.’s, “Smith”’s.
  if (apostrophe && !free && /^s\b/.test(text.slice(end, end + 2)) && left !== 'opener' && left !== 'dash')
    return { asOpen: 9, asClose: 5, asNone: 0.2 };
  if (letterBefore && letterAfter) return { asOpen: 9, asClose: 5, asNone: shape === '‘' ? 0.3 : 0 };
  if ((left === 'digit' || left === 'word') && right === 'digit') return { asOpen: 9, asClose: 6, asNone: 0 };
  if (left === 'digit' && right === 'word' && text[start - 1] === before) return { asOpen: 9, asClose: 4, asNone: 0 };
  if (left === 'digit' && apostrophe)
    return { asOpen: 9, asClose: asClose + 0.4, asNone: inMeasure(text, start) ? 0 : 0.8 };
  if (
    /[nN]/.test(text[start - 1] ?? '') &&
    apostrophe &&
    (text[start - 2] === '’' || text[start - 2] === "'" || text[start - 2] === '‘') &&
    right === 'edge'
  ) {
    // rock ’n’ roll
    return { asOpen: 9, asClose: asClose + 2, asNone: 0 };
  }
  if (left === 'word' && letterBefore && apostrophe) {
    // dogs’, Strauss’, goin’: an apostrophe unless an open mark waits for it.
    const last = text[start - 1]!;
    const clipped =
      /[sSxXzZ]/.test(last) || /\bin$/i.test(text.slice(Math.max(0, start - 2), start)) || isIn(text, start);
    return { asOpen: 9, asClose: asClose + 0.9, asNone: clipped ? 1.1 : 2.4 };
  }
  if (free && (right === 'edge' || right === 'line')) return { asOpen, asClose, asNone: 2 };
  if (free || left === 'opener' || left === 'dash') {
    const clipped = right === 'digit' ? /^\d0s|^\d\d\b/.test(text.slice(end, end + 4)) : CLIPPED.has(wordAt(text, end));
    if (clipped) return { asOpen: asOpen + 0.6, asClose, asNone: shape === '‘' ? 0.5 : 0 };
    return { asOpen, asClose, asNone: shape === '’' ? 1.2 : shape === "'" ? 2.2 : 3.2 };
  }
  return { asOpen, asClose, asNone: 3.5 };
}

/** Words in -in’ for -ing. */
function isIn(text: string, start: number): boolean {
  return text[start - 1] === 'n' && text[start - 2] === 'i' && LETTER.test(text[start - 3] ?? '');
}

/** Whether the mark behind a digit at `start` belongs to feet and inches or minutes and seconds. */
function inMeasure(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (/\d\s?['’′°]\s?\d{1,2}(?:[.,]\d+|½|¼|¾)?$/.test(before)) return true;
  return /\d$/.test(before) && /^['’]\s?\d{1,2}(?:["”″]|\b)/.test(text.slice(start, start + 6));
}

function wordAt(text: string, start: number): string {
  let end = start;
  while (end < text.length && end < start + 8 && LETTER.test(text[end]!)) end++;
  return text.slice(start, end).toLowerCase();
}
