/**
 * What a writer may do to words on their way into a draft, each as one function from printed words to printed words,
 * or null where these words do not lend themselves to it. Only words inside are touched, never the first or the last:
 * a quotation that begins later or ends sooner is the same words still.
 */
import { type Corpus, tokensOf } from './corpus.js';
import type { Random } from './random.js';

/** One word of printed words; `free` where it stands between blanks or simple marks and can be exchanged. */
interface PrintedWord {
  readonly word: string;
  readonly printed: string;
  readonly start: number;
  readonly end: number;
  readonly free: boolean;
}

function printedWords(printed: string): PrintedWord[] {
  return tokensOf(printed).map(({ word, start, end }) => ({
    word,
    printed: printed.slice(start, end),
    start,
    end,
    free:
      (start === 0 || /[ $]/.test(printed[start - 1]!)) &&
      (end === printed.length || /^[,;%]? |^[.?!]$/.test(printed.slice(end))),
  }));
}

/** Free words inside that answer to `suits`. */
function inside(
  printed: string,
  suits: (word: PrintedWord, i: number, all: readonly PrintedWord[]) => boolean,
): PrintedWord[] {
  const all = printedWords(printed);
  return all.filter((word, i) => i > 0 && i < all.length - 1 && word.free && suits(word, i, all));
}

const splice = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** Words to put in: common enough to be real, rare enough not to be glue; no numbers, names, negations or modals. */
export function ordinaryWords(corpus: Corpus): string[] {
  const { words, counts, capitals, size } = corpus;
  return words.filter(
    (word, n) =>
      /^[a-z]{4,11}$/.test(word) &&
      counts[n]! >= 12 &&
      counts[n]! <= size / 2000 &&
      capitals[n]! < counts[n]! / 4 &&
      !SPECIAL.has(word),
  );
}

/** Names: nearly always written with a capital, and often. */
export function names(corpus: Corpus): string[] {
  const { words, counts, capitals } = corpus;
  return words.filter(
    (word, n) =>
      /^[a-z]{4,}$/.test(word) &&
      counts[n]! >= 25 &&
      capitals[n]! > counts[n]! * 0.85 &&
      !/(?:an|ese|ish|ans)$/.test(word) &&
      !SPECIAL.has(word),
  );
}

const SPECIAL: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december madam messrs prime minister ministers government journalist question could would should
  might must shall will cannot never none nothing nobody neither nowhere hardly unless hundred thousand million billion
  dozen twenty thirty forty fifty sixty seventy eighty ninety thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen half quarter third fourth fifth every some many most much more less least fewer several really actually
  basically quite just well yeah deputy secretary senator senators governor premier premiers president treasurer
  chairman commissioner ambassador professor doctor chancellor opposition senate parliament cabinet commonwealth federal
  budget labor liberal coalition conference session chair title statement speech`
    .trim()
    .split(/\s+/),
);

/** Exactly `count` words put in, taken out or exchanged, anywhere inside. */
export function editWords(printed: string, count: number, pool: readonly string[], random: Random): string | null {
  const chosen = random
    .shuffled(inside(printed, () => true))
    .slice(0, count)
    .sort((a, b) => b.start - a.start);
  if (chosen.length < count) return null;
  let text = printed;
  for (const { word, start, end } of chosen) {
    const put = random.pick(pool);
    if (put.slice(0, 3) === word.slice(0, 3)) return null;
    const act = random.below(3);
    if (act === 0) text = splice(text, start, end, put);
    else if (act === 1) text = splice(text, end, end, ` ${put}`);
    else if (text[start - 1] === ' ') text = splice(text, start - 1, end, '');
    else return null;
  }
  const before = tokensOf(printed).map(({ word }) => word);
  const after = tokensOf(text).map(({ word }) => word);
  return distance(before, after) === count ? text : null;
}

/** The first or the last word exchanged. */
export function editEnd(printed: string, pool: readonly string[], random: Random): string | null {
  const all = printedWords(printed);
  const last = random.chance(0.5);
  const { word, start, end, printed: was } = (last ? all.at(-1) : all[0])!;
  const put = random.pick(pool);
  if (put.slice(0, 3) === word.slice(0, 3)) return null;
  return splice(printed, start, end, /^[A-Z]/.test(was) && !last ? put[0]!.toUpperCase() + put.slice(1) : put);
}

const NUMBER_WORDS: readonly (readonly string[])[] = [
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
  ['hundred', 'thousand', 'million', 'billion'],
  ['second', 'third', 'fourth', 'fifth'],
];

/** A word of a number: what stands beside it makes it another number. */
function isNumeral(word: string): boolean {
  return /\d|^(?:and|one|a|per|half)$/.test(word) || NUMBER_WORDS.some((list) => list.includes(word));
}

/** A number exchanged for another, in digits or in words. */
export function changeNumber(printed: string, random: Random): string | null {
  const found = inside(
    printed,
    ({ printed: word }) =>
      /^[1-9]\d{0,5}$/.test(word) || NUMBER_WORDS.some((list) => list.includes(word) && word !== 'second'),
  );
  if (found.length === 0) return null;
  const { printed: was, start, end } = random.pick(found);
  const list = NUMBER_WORDS.find((words) => words.includes(was));
  if (list) return splice(printed, start, end, random.pick(list.filter((word) => word !== was)));
  const at = random.below(was.length);
  const digit = random.pick('123456789'.split('').filter((one) => one !== was[at]));
  return splice(printed, start, end, splice(was, at, at + 1, digit));
}

const CONTRACTED: Readonly<Record<string, string>> = {
  "don't": 'do',
  "doesn't": 'does',
  "didn't": 'did',
  "can't": 'can',
  cannot: 'can',
  "won't": 'will',
  "isn't": 'is',
  "aren't": 'are',
  "wasn't": 'was',
  "weren't": 'were',
  "hasn't": 'has',
  "haven't": 'have',
  "wouldn't": 'would',
  "shouldn't": 'should',
  "couldn't": 'could',
};

/** "not", "never" or an "n't" taken out. */
export function dropNegation(printed: string, random: Random): string | null {
  const found = inside(printed, ({ word }) => word === 'not' || word === 'never' || word in CONTRACTED);
  if (found.length === 0) return null;
  const { word, start, end } = random.pick(found);
  const plain = CONTRACTED[word];
  if (plain !== undefined) return splice(printed, start, end, plain);
  return printed[start - 1] === ' ' ? splice(printed, start - 1, end, '') : null;
}

const AUXILIARY = /^(?:is|are|was|were|will|would|can|could|should|has|have|had|must|may|do|does|did)$/;

/** "not" put in behind an auxiliary verb. */
export function addNegation(printed: string, random: Random): string | null {
  const found = inside(
    printed,
    ({ word, printed: was, end }, i, all) =>
      AUXILIARY.test(word) &&
      was === word &&
      printed[end] === ' ' &&
      !/^(?:not|never|no|nothing|nobody|none|neither)$/.test(all[i + 1]!.word),
  );
  if (found.length === 0) return null;
  const { end } = random.pick(found);
  return splice(printed, end, end, ' not');
}

const MODALS: Readonly<Record<string, readonly string[]>> = {
  will: ['would', 'may', 'might', 'should', 'could'],
  would: ['will', 'might', 'should', 'must'],
  can: ['could', 'must', 'may', 'should'],
  could: ['can', 'will', 'must'],
  should: ['could', 'might', 'must', 'will'],
  must: ['should', 'may', 'could', 'might'],
  may: ['will', 'must', 'should'],
  might: ['will', 'must', 'should'],
};
const SUBJECT = /^(?:i|we|you|he|she|it|they|that|this|there|which|who|people|government|australia)$/;

/** A modal verb exchanged for another. */
export function changeModal(printed: string, random: Random): string | null {
  const found = inside(
    printed,
    ({ word, printed: was }, i, all) =>
      word in MODALS && was === word && (SUBJECT.test(all[i - 1]!.word) || /^(?:be|have|not)$/.test(all[i + 1]!.word)),
  );
  if (found.length === 0) return null;
  const { word, start, end } = random.pick(found);
  return splice(printed, start, end, random.pick(MODALS[word]!));
}

/** A name of a person or place exchanged for another. */
export function changeName(
  printed: string,
  known: ReadonlySet<string>,
  pool: readonly string[],
  random: Random,
): string | null {
  const found = inside(printed, ({ word, printed: was }) => known.has(word) && /^[A-Z][a-z]+$/.test(was));
  if (found.length === 0) return null;
  const { word, start, end } = random.pick(found);
  const put = random.pick(pool);
  if (put === word || put.slice(0, 3) === word.slice(0, 3)) return null;
  return splice(printed, start, end, put[0]!.toUpperCase() + put.slice(1));
}

const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  he: ['the minister', 'the ambassador', 'Mr Peters'],
  she: ['the minister', 'the ambassador', 'Mrs Peters'],
  they: ['the states', 'the unions', 'the employers'],
  them: ['the states', 'the unions', 'the employers'],
  it: ['the proposal', 'the agreement', 'the bill'],
  this: ['the proposal', 'the agreement', 'the bill'],
  these: ['these proposals', 'the new measures'],
};

/** Words put in or put for a pronoun, in brackets as the craft demands. */
export function bracket(printed: string, random: Random): string | null {
  const pronouns = inside(printed, ({ word, printed: was }) => word in STANDS_FOR && was === word);
  if (pronouns.length > 0 && random.chance(0.6)) {
    const { word, start, end } = random.pick(pronouns);
    return splice(printed, start, end, `[${random.pick(STANDS_FOR[word]!)}]`);
  }
  const nouns = inside(printed, ({ word, end }) => /^[a-z]{5,}$/.test(word) && printed[end] === ' ');
  if (nouns.length === 0) return null;
  const { end } = random.pick(nouns);
  const put = random.pick(['in Canberra', 'the levy', 'last week', 'sic', 'of 1987', 'as it then was']);
  return splice(printed, end, end, ` [${put}]`);
}

/** The first letter bent to the sentence around it, in brackets: "[W]e". */
export function bracketCapital(printed: string): string | null {
  const m = /^([A-Za-z])(?=[a-z])/.exec(printed);
  if (!m) return null;
  const first = m[1]!;
  const other = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
  return `[${other}]${printed.slice(1)}`;
}

export const ELLIPSES = [' … ', '… ', ' ... ', '... ', ' . . . ', ' [...] ', ' […] '] as const;

/** Two to eight words inside left out, with the marks that say so. */
export function elide(printed: string, random: Random): string | null {
  const all = printedWords(printed);
  const away = random.between(2, 8);
  if (all.length < away + 10) return null;
  const from = random.between(5, all.length - away - 5);
  const [left, right] = [all[from - 1]!, all[from + away]!];
  if (!left.free || !right.free) return null;
  // A number is not torn from its "million".
  if (NUMBER_WORDS[2]!.includes(right.word) || /\d$/.test(left.word)) return null;
  return printed.slice(0, left.end) + random.pick(ELLIPSES) + printed.slice(right.start);
}

/** Three to six words inside change places with the three to six behind them. */
export function reorder(printed: string, random: Random): string | null {
  const all = printedWords(printed);
  const [first, second] = [random.between(3, 6), random.between(3, 6)];
  if (all.length < first + second + 4) return null;
  const from = random.between(2, all.length - first - second - 2);
  const moved = all.slice(from, from + first + second);
  if (!moved.every(({ free, word }) => free && !/\d/.test(word) && !NUMBER_WORDS[2]!.includes(word))) return null;
  const [a, b] = [moved[0]!, moved[first]!];
  const [aEnd, bEnd] = [moved[first - 1]!.end, moved.at(-1)!.end];
  const start = printed.slice(0, a.start);
  return (
    start +
    printed.slice(b.start, bEnd) +
    printed.slice(aEnd, b.start) +
    printed.slice(a.start, aEnd) +
    printed.slice(bEnd)
  );
}

/** Same words, other form: one of the ways that are form and nothing else. The name says which. */
export const FORM_EDITS: Readonly<Record<string, (printed: string, random: Random) => string | null>> = {
  'capital letter': (printed, random) => {
    const found = inside(printed, ({ printed: word }) => /^[A-Za-z][a-z]{3,}$/.test(word));
    if (found.length === 0) return null;
    const { printed: was, start } = random.pick(found);
    const first = was[0]!;
    const other = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
    return splice(printed, start, start + 1, other);
  },
  comma: (printed, random) => {
    const commas = [...printed.matchAll(/,(?= [A-Za-z])/g)].map(({ index }) => index);
    if (commas.length > 0 && random.chance(0.7)) {
      const at = random.pick(commas);
      return splice(printed, at, at + 1, '');
    }
    const found = inside(printed, ({ word, end }) => printed[end] === ' ' && !/\d/.test(word));
    if (found.length === 0) return null;
    const { end } = random.pick(found);
    return splice(printed, end, end, ',');
  },
  'digits for words': (printed, random) => {
    const words = ['zero', 'one', ...NUMBER_WORDS[0]!];
    const found = inside(
      printed,
      ({ printed: was, start }, i, all) =>
        printed[start - 1] === ' ' &&
        (NUMBER_WORDS[0]!.includes(was) || /^(?:[2-9]|1[0-2])$/.test(was)) &&
        !isNumeral(all[i - 1]!.word) &&
        !isNumeral(all[i + 1]!.word),
    );
    if (found.length === 0) return null;
    const { printed: was, start, end } = random.pick(found);
    const value = words.indexOf(was);
    return splice(printed, start, end, value < 0 ? words[Number(was)]! : String(value));
  },
  'dash or hyphen': (printed, random) => {
    const dashes = [...printed.matchAll(/ [-–—] |(?<=[a-z])-(?=[a-z])/g)];
    if (dashes.length === 0) return null;
    const { 0: was, index } = random.pick(dashes);
    const put = was.length === 1 ? ' ' : random.pick([' - ', ' – ', ' — ', '—'].filter((dash) => dash !== was));
    return splice(printed, index, index + was.length, put);
  },
  apostrophe: (printed) => {
    const at = printed.search(/(?<=[a-z])['’](?=[a-z])/);
    return at < 0 ? null : splice(printed, at, at + 1, printed[at] === "'" ? '’' : "'");
  },
  'end mark': (printed) => (/[.?]$/.test(printed) ? `${printed.slice(0, -1)}!` : null),
};

/** Fewest words put in, taken out or exchanged that make `a` into `b` (Levenshtein, Wagner and Fischer 1974). */
export function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (const [i, word] of a.entries()) {
    const next = [i + 1];
    for (let k = 0; k < b.length; k++)
      next.push(Math.min(row[k]! + (b[k] === word ? 0 : 1), row[k + 1]! + 1, next[k]! + 1));
    row = next;
  }
  return row[b.length]!;
}
