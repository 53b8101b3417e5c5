/**
 * Small words that carry much: what a judgment of differences looks for. A table for each language, of folded words
 * as `words` gives them; without a known language all tables together. Words that are also something harmless in the
 * same language are left out where they would alarm often ("may" the month stays, being a modal far more often).
 */
import { LEXICON, type LexiconTable } from './lexicon-words.js';

/** Questions about a folded word (some about two words joined by a space) in one language. */
export interface Lexicon {
  /** not, never, no; also contracted: "don't". */
  negation(word: string): boolean;
  modal(word: string): boolean;
  condition(word: string): boolean;
  /** all, some, most, only, almost. */
  quantity(word: string): boolean;
  month(word: string): boolean;
  /** Months, weekdays, today, yesterday. */
  date(word: string): boolean;
  /** Words said while thinking; one word, or two joined by a space. */
  filler(word: string): boolean;
  article(word: string): boolean;
  /** Articles, pronouns, prepositions, conjunctions: no names even at the head of a sentence. */
  functionWord(word: string): boolean;
  /** Two forms of one small word that agree with different nouns: this/these, is/are. */
  agrees(a: string, b: string): boolean;
  /** Two forms of one verb in different tenses; `sameStem` says that they share their stem. */
  otherTense(a: string, b: string, sameStem: boolean): boolean;
}

/** The lexicon of a language (BCP 47 subtag); of all languages that have one if it is null or unknown. */
export function lexiconOf(language: string | null): Lexicon {
  const key = language?.slice(0, 2).toLowerCase() ?? '';
  const own = Object.hasOwn(LEXICON, key) ? LEXICON[key] : undefined;
  const tables = own ? [own] : Object.values(LEXICON);
  const english = tables.includes(LEXICON['en']!);
  const slavic = key === 'ru' || key === 'uk' || !own;
  const set = (pick: (t: LexiconTable) => string): ReadonlySet<string> =>
    new Set(
      tables
        .flatMap((t) => pick(t).split(/\s+/))
        .filter(Boolean)
        .map(joined),
    );
  const negation = set((t) => t.negation);
  const modal = set((t) => t.modal);
  const condition = set((t) => t.condition);
  const quantity = set((t) => t.quantity);
  const months = set((t) => t.months);
  const days = set((t) => t.days);
  const filler = set((t) => t.filler);
  const article = set((t) => t.article);
  const functions = set((t) => `${t.article} ${t.functions} ${t.modal} ${t.negation} ${t.quantity} ${t.condition}`);
  const agreement = groups(tables.map((t) => t.agreement));
  const tense = groups(tables.map((t) => t.tense));
  const contracted = (word: string): boolean => english && word.endsWith("n't");
  return {
    negation: (word) => negation.has(word) || contracted(word),
    modal: (word) => modal.has(word) || (english && MODAL_CONTRACTED.test(word)),
    condition: (word) => condition.has(word),
    quantity: (word) => quantity.has(word),
    month: (word) => months.has(word),
    date: (word) => months.has(word) || days.has(word),
    filler: (word) => filler.has(word),
    article: (word) => article.has(word),
    functionWord: (word) => functions.has(word) || contracted(word),
    agrees: (a, b) => sharesGroup(agreement, a, b),
    otherTense: (a, b, sameStem) => {
      if (a === b) return false;
      if (sharesGroup(tense, a, b)) return !sharesGroup(agreement, a, b);
      if (!sameStem && !(english && regular(a, b))) return false;
      if (english && PAST_ENGLISH.test(a) !== PAST_ENGLISH.test(b)) return true;
      return (
        slavic &&
        sameStem &&
        ((PAST_SLAVIC.test(a) && PRESENT_SLAVIC.test(b)) || (PRESENT_SLAVIC.test(a) && PAST_SLAVIC.test(b)))
      );
    },
  };
}

const MODAL_CONTRACTED = /'(?:ll|d)$|^(?:won't|wouldn't|can't|couldn't|shouldn't|mustn't|mightn't|shan't|needn't)$/;
const PAST_ENGLISH = /ed$/;
const PAST_SLAVIC = /[аяеиіыу](?:л[аои]?|в)(?:с[ья])?$/;
/** Endings of the present and the infinitive; "законов" is a noun and no past. */
const PRESENT_SLAVIC = /(?:[еиаяую]ть?|[аіє]є|ти|[еи]м|[еи]шь?)(?:с[ья])?$/;

/** Past and present of a regular English verb: "step", "stepped". */
function regular(a: string, b: string): boolean {
  const [past, other] = PAST_ENGLISH.test(a) ? [a, b] : [b, a];
  if (!PAST_ENGLISH.test(past) || other.length < 3) return false;
  const base = past.slice(0, -2);
  const bare = other.replace(/(?:es|s|ing)$/, '');
  return (
    base === other ||
    `${base}e` === other ||
    base === bare ||
    base === bare + bare.at(-1) ||
    base.replace(/i$/, 'y') === other ||
    `${base}es` === other ||
    `${base}s` === other
  );
}

/** "you_know" in a table is two words. */
function joined(word: string): string {
  return word.replaceAll('_', ' ');
}

function groups(lists: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, number[]>();
  let n = 0;
  for (const list of lists) {
    for (const group of list.split('/')) {
      n++;
      for (const word of group.trim().split(/\s+/)) {
        if (word === '') continue;
        const known = map.get(word);
        if (known) known.push(n);
        else map.set(word, [n]);
      }
    }
  }
  return map;
}

function sharesGroup(map: ReadonlyMap<string, readonly number[]>, a: string, b: string): boolean {
  const x = map.get(a);
  const y = map.get(b);
  return x !== undefined && y !== undefined && x.some((n) => y.includes(n));
}
