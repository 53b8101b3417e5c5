/**
 * Makes an alignment of words presentable without making it wrong. Words left out or put in can often be shifted
 * along the text ("we are, [we are] running" or "[we are,] we are running"): they go where a sentence or clause
 * begins and ends (after Neil Fraser, Diff Strategies 2006: lossless semantic clean-up). And a lone "of" or "the" that
 * happens to stand in two wordings does not cut one replacement in two. Cost: linear in the pairs.
 */
import type { Lexicon } from '#text/index.js';
import { LABEL, SPOKEN, type TextWords } from './compare-words.js';
import type { Pair } from './pair.js';
import type { Prepared } from './prepare.js';

/** How far a gap may be shifted. */
const REACH = 40;
/** A word kept that is written otherwise in the two texts counts against a place. */
const OTHER_FORM = 1.5;

/** Shifts each gap that only one of the texts has to where its words begin and end best; `pairs` are changed. */
export function shiftGaps(a: TextWords, b: TextWords, pairs: Pair[]): void {
  for (let k = 0; k + 1 < pairs.length; k++) {
    const [x, y] = [pairs[k]!, pairs[k + 1]!];
    const inA = y.a - (x.a + x.an);
    const inB = y.b - (x.b + x.bn);
    if (inA > 0 === inB > 0) continue;
    if (inA > 0) shift(a, b, pairs, k, 'a', x.a + x.an, y.a);
    else shift(b, a, pairs, k, 'b', x.b + x.bn, y.b);
  }
}

/** Words [from, to) of `p` stand in no pair; pairs k and k + 1 enclose them. */
function shift(p: TextWords, q: TextWords, pairs: Pair[], k: number, side: 'a' | 'b', from: number, to: number): void {
  const { ids } = p.prepared;
  const at = (i: number): number => (side === 'a' ? pairs[i]!.a : pairs[i]!.b);
  const across = (i: number): number => (side === 'a' ? pairs[i]!.b : pairs[i]!.a);
  const isPlain = (i: number): boolean => pairs[i]?.kind === 'same' && pairs[i].an === 1 && pairs[i].bn === 1;
  // How many pairs before and behind the gap go on without a gap of their own.
  let back = 0;
  while (
    back < REACH &&
    isPlain(k - back) &&
    at(k - back) === from - 1 - back &&
    (back === 0 || across(k - back) === across(k - back + 1) - 1) &&
    ids[from - 1 - back] === ids[to - 1 - back] &&
    p.marks[from - 1 - back] === SPOKEN
  ) {
    back++;
  }
  let ahead = 0;
  while (
    ahead < REACH &&
    isPlain(k + 1 + ahead) &&
    at(k + 1 + ahead) === to + ahead &&
    (ahead === 0 || across(k + 1 + ahead) === across(k + ahead) + 1) &&
    ids[to + ahead] === ids[from + ahead] &&
    p.marks[to + ahead] === SPOKEN
  ) {
    ahead++;
  }
  if (back + ahead === 0) return;
  // Moved by s, the words of the pairs passed over are others of p; what they are written like may fit worse.
  let best = 0;
  let most = -Infinity;
  for (let s = -back; s <= ahead; s++) {
    let value = edge(p, from + s) + edge(p, to + s);
    for (let i = -back; i < ahead; i++) {
      const pair = k + 1 + i;
      const own = i < s ? from + i : to + i;
      if (!sameForm(p.prepared, own, q.prepared, across(pair))) value -= OTHER_FORM;
    }
    if (value > most || (value === most && Math.abs(s) < Math.abs(best))) {
      most = value;
      best = s;
    }
  }
  for (let i = Math.min(best, 0); i < Math.max(best, 0); i++) {
    const pair = k + 1 + i;
    const own = i < best ? from + i : to + i;
    pairs[pair] = side === 'a' ? { ...pairs[pair]!, a: own } : { ...pairs[pair]!, b: own };
  }
}

function sameForm(p: Prepared, i: number, q: Prepared, j: number): boolean {
  const length = p.ends[i]! - p.starts[i]!;
  return length === q.ends[j]! - q.starts[j]! && p.text.startsWith(q.text.slice(q.starts[j], q.ends[j]), p.starts[i]);
}

/** How well words begin, or end, between word i - 1 and word i. */
function edge({ prepared, marks }: TextWords, i: number): number {
  if (i === 0 || i === prepared.count || marks[i] === LABEL) return 5;
  const gap = prepared.text.slice(prepared.ends[i - 1], prepared.starts[i]);
  if (gap.length === 1) return gap === ' ' ? 0 : (MARKS.get(gap) ?? 0);
  if (gap.includes('\n')) return 5;
  let value = 0;
  for (const character of gap) value = Math.max(value, MARKS.get(character) ?? 0);
  return value;
}

const MARKS: ReadonlyMap<string, number> = new Map(
  [
    ['.?!…。？！؟', 4],
    [';:–—；：', 3],
    [',()[]、，،«»“”„', 2],
  ].flatMap(([marks, value]) => Array.from(marks as string, (mark): [string, number] => [mark, value as number])),
);

/** Words between two replacements that may be taken into them, at most. */
const ISLAND = 2;
/** Words that differ on both sides of an island, for each word of it. */
const FLANKS = 4;

/** Takes out words of grammar that stand alone between two replacements and would cut them apart. */
export function joinReplacements(a: TextWords, b: TextWords, pairs: readonly Pair[], lexicon: Lexicon): Pair[] {
  const kept: Pair[] = [];
  for (let k = 0; k < pairs.length; ) {
    let end = k + 1;
    while (end < pairs.length && follows(pairs[end - 1]!, pairs[end]!)) end++;
    const before = kept.at(-1);
    const island = end - k <= ISLAND && before !== undefined && end < pairs.length;
    const flanks = island ? replaced(before, pairs[k]!) + replaced(pairs[end - 1]!, pairs[end]!) : 0;
    if (
      !island ||
      flanks <= FLANKS * (end - k) ||
      !pairs.slice(k, end).every((pair) => isGlue(a, pair, lexicon)) ||
      endsSentence(a, before.a, pairs[end]!.a) ||
      endsSentence(b, before.b, pairs[end]!.b)
    ) {
      kept.push(...pairs.slice(k, end));
    }
    k = end;
  }
  return kept;
}

/** Words of an island that nothing but sameness of wording explains. */
const STRONG = 4;
/** What a word of grammar counts beside another word. */
const GLUE = 0.4;
/** An island of so many words, glue counted less, is no chance. */
const WEIGHTY = 2;
/** Words that both texts must have between two strong islands, for the few they share to be chance. */
const ZONE = 5;
/** Share of the shorter side's words; below it, what is shared is chance. */
const CHANCE = 0.34;

/**
 * Takes out scattered pairs where one text has other sentences in the place of some of the other: a "the" here and a
 * "Press" there are no sign that the rest was altered word by word.
 */
export function dropChance(
  a: TextWords,
  pairs: readonly Pair[],
  stretch: { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number },
  lexicon: Lexicon,
): Pair[] {
  const kept: Pair[] = [];
  let zone: Pair[] = [];
  let [fromA, fromB] = [stretch.a0, stretch.b0];
  const close = (toA: number, toB: number): void => {
    const [inA, inB] = [toA - fromA, toB - fromB];
    if (Math.min(inA, inB) < ZONE || zone.length >= CHANCE * Math.min(inA, inB)) kept.push(...zone);
    zone = [];
  };
  for (let k = 0; k < pairs.length; ) {
    let end = k + 1;
    while (end < pairs.length && follows(pairs[end - 1]!, pairs[end]!)) end++;
    const island = pairs.slice(k, end);
    const last = island.at(-1)!;
    let weight = 0;
    for (const pair of island) weight += a.marks[pair.a] !== SPOKEN ? STRONG : isGlue(a, pair, lexicon) ? GLUE : 1;
    if (island.length >= STRONG || weight >= WEIGHTY) {
      close(island[0]!.a, island[0]!.b);
      kept.push(...island);
      [fromA, fromB] = [last.a + last.an, last.b + last.bn];
    } else zone.push(...island);
    k = end;
  }
  close(stretch.a1, stretch.b1);
  return kept;
}

function follows(x: Pair, y: Pair): boolean {
  return y.a === x.a + x.an && y.b === x.b + x.bn;
}

/** Words between two pairs, of the text that has more; far below nothing if one of the texts has none. */
function replaced(x: Pair, y: Pair): number {
  const inA = y.a - x.a - x.an;
  const inB = y.b - x.b - x.bn;
  return inA > 0 && inB > 0 ? Math.max(inA, inB) : -Infinity;
}

function isGlue(a: TextWords, pair: Pair, lexicon: Lexicon): boolean {
  return pair.kind === 'same' && a.marks[pair.a] === SPOKEN && lexicon.functionWord(a.prepared.folded[pair.a]!);
}

/** Whether a sentence or paragraph ends between words i and j. */
function endsSentence({ prepared }: TextWords, i: number, j: number): boolean {
  for (let k = i; k < j; k++)
    if (/[.?!…。？！\n]/.test(prepared.text.slice(prepared.ends[k], prepared.starts[k + 1]))) return true;
  return false;
}
