/**
 * Numbers by value: "five thousand", "5,000" and "5 тысяч" become the one word "5000".
 *
 * What this believes: a fold may join two spellings of one value and must never join two values. So words that mean
 * a number in one language and something else in another ("once", "cent", "seize") count only beside another numeral
 * of the same language; a number's language is that of all its words; "billion", which is 10^9 in English and 10^12
 * in French and German, stays a word; a row of numerals that does not compose ("two fifty") stays several words;
 * fractions and "half" stay words. Tables of forms were chosen over grammars: the forms are few and closed.
 */

/** count: adds its value · hundred, scale: multiply what stands before · ordinal: ends the number. */
export type NumeralRole = 'count' | 'hundred' | 'scale' | 'ordinal';

export interface Numeral {
  readonly value: number;
  readonly role: NumeralRole;
  /** Bits of the languages in which it is this numeral. */
  readonly languages: number;
  /** Whether it is a number with no other numeral beside it. */
  readonly alone: boolean;
}

export const ENGLISH = 1;
export const FRENCH = 2;
export const GERMAN = 4;
export const SPANISH = 8;
export const RUSSIAN = 16;
export const UKRAINIAN = 32;

/** Value, then the forms. A form with "?" counts only beside another numeral; "*" multiplies; "#" is an ordinal. */
const TABLES: readonly (readonly [languages: number, rows: string])[] = [
  [
    ENGLISH,
    `0 zero; 1 one; 2 two; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven; 12 twelve;
    13 thirteen; 14 fourteen; 15 fifteen; 16 sixteen; 17 seventeen; 18 eighteen; 19 nineteen; 20 twenty; 30 thirty;
    40 forty fourty; 50 fifty; 60 sixty; 70 seventy; 80 eighty; 90 ninety; 100 *hundred?; 1000 *thousand?;
    1000000 *million?; 1 #first; 2 #second; 3 #third; 4 #fourth; 5 #fifth; 6 #sixth; 7 #seventh; 8 #eighth; 9 #ninth;
    10 #tenth; 11 #eleventh; 12 #twelfth; 13 #thirteenth; 14 #fourteenth; 15 #fifteenth; 16 #sixteenth;
    17 #seventeenth; 18 #eighteenth; 19 #nineteenth; 20 #twentieth; 30 #thirtieth; 40 #fortieth; 50 #fiftieth;
    60 #sixtieth; 70 #seventieth; 80 #eightieth; 90 #ninetieth`,
  ],
  [
    FRENCH,
    `0 zéro; 2 deux; 3 trois; 4 quatre; 5 cinq; 6 six; 7 sept?; 8 huit; 9 neuf; 10 dix; 11 onze?; 12 douze; 13 treize;
    14 quatorze; 15 quinze; 16 seize?; 20 vingt vingts?; 30 trente; 40 quarante; 50 cinquante; 60 soixante;
    70 septante; 80 huitante octante; 90 nonante; 100 *cent? *cents?; 1000 *mille; 1000000 *million? *millions?;
    1000000000 *milliard? *milliards?`,
  ],
  [
    GERMAN,
    `0 null?; 2 zwei zwo; 3 drei; 4 vier; 5 fünf; 6 sechs; 7 sieben; 8 acht; 9 neun; 10 zehn; 11 elf?; 12 zwölf;
    13 dreizehn; 14 vierzehn; 15 fünfzehn; 16 sechzehn; 17 siebzehn; 18 achtzehn; 19 neunzehn; 20 zwanzig; 30 dreissig;
    40 vierzig; 50 fünfzig; 60 sechzig; 70 siebzig; 80 achtzig; 90 neunzig; 100 *hundert; 1000 *tausend;
    1000000 *million? *millionen?; 1000000000 *milliarde? *milliarden?`,
  ],
  [
    SPANISH,
    `0 cero; 2 dos; 3 tres; 4 cuatro; 5 cinco; 6 seis; 7 siete; 8 ocho; 9 nueve; 10 diez; 11 once?; 12 doce; 13 trece;
    14 catorce; 15 quince; 16 dieciséis; 17 diecisiete; 18 dieciocho; 19 diecinueve; 20 veinte; 21 veintiuno veintiún
    veintiuna; 22 veintidós; 23 veintitrés; 24 veinticuatro; 25 veinticinco; 26 veintiséis; 27 veintisiete;
    28 veintiocho; 29 veintinueve; 30 treinta; 40 cuarenta; 50 cincuenta; 60 sesenta; 70 setenta; 80 ochenta;
    90 noventa; 100 cien ciento; 200 doscientos doscientas; 300 trescientos trescientas; 400 cuatrocientos
    cuatrocientas; 500 quinientos quinientas; 600 seiscientos seiscientas; 700 setecientos setecientas; 800 ochocientos
    ochocientas; 900 novecientos novecientas; 1000 *mil?; 1000000 *millón? *millones?`,
  ],
  [
    RUSSIAN,
    `0 ноль? ноля? нуля?; 1 один? одна? одного? одной? одну?; 2 два две двух двум двумя; 3 три трех трем тремя;
    4 четыре четырех четырем четырьмя; 5 пять пяти пятью; 6 шесть шести шестью; 7 семь семи; 8 восемь восьми восемью
    восьмью; 9 девять девяти девятью; 10 десять десяти десятью; 11 одиннадцать одиннадцати; 12 двенадцать двенадцати;
    13 тринадцать тринадцати; 14 четырнадцать четырнадцати; 15 пятнадцать пятнадцати; 16 шестнадцать шестнадцати;
    17 семнадцать семнадцати; 18 восемнадцать восемнадцати; 19 девятнадцать девятнадцати; 20 двадцать двадцати
    двадцатью; 30 тридцать тридцати тридцатью; 40 сорок сорока; 50 пятьдесят пятидесяти; 60 шестьдесят шестидесяти;
    70 семьдесят семидесяти; 80 восемьдесят восьмидесяти; 90 девяносто девяноста; 100 сто ста; 200 двести двухсот
    двумстам; 300 триста трехсот тремстам; 400 четыреста четырехсот; 500 пятьсот пятисот; 600 шестьсот шестисот;
    700 семьсот семисот; 800 восемьсот восьмисот; 900 девятьсот девятисот; 1000 *тысяча? *тысячи? *тысяч? *тысячу?
    *тысячам? *тысячами? *тысячах? *тыс?; 1000000 *миллион? *миллиона? *миллионов? *миллиону? *миллионам? *миллионами?
    *млн?; 1000000000 *миллиард? *миллиарда? *миллиардов? *миллиардам? *миллиардами? *млрд?`,
  ],
  [
    UKRAINIAN,
    `0 нуль? нуля?; 1 один? одна? одного? одної? одну?; 2 два дві двох двом двома; 3 три трьох трьом трьома; 4 чотири
    чотирьох чотирьом чотирма; 5 п'ять п'яти п'ятьох п'ятьом; 6 шість шести шістьох шістьом; 7 сім семи сімох сімом;
    8 вісім восьми вісьмох вісьмом; 9 дев'ять дев'яти дев'ятьох; 10 десять десяти десятьох; 11 одинадцять одинадцяти;
    12 дванадцять дванадцяти; 13 тринадцять тринадцяти; 14 чотирнадцять чотирнадцяти; 15 п'ятнадцять п'ятнадцяти;
    16 шістнадцять шістнадцяти; 17 сімнадцять сімнадцяти; 18 вісімнадцять вісімнадцяти; 19 дев'ятнадцять
    дев'ятнадцяти; 20 двадцять двадцяти двадцятьох; 30 тридцять тридцяти тридцятьох; 40 сорок сорока; 50 п'ятдесят
    п'ятдесяти; 60 шістдесят шістдесяти; 70 сімдесят сімдесяти; 80 вісімдесят вісімдесяти; 90 дев'яносто; 100 сто ста;
    200 двісті двохсот; 300 триста трьохсот; 400 чотириста чотирьохсот; 500 п'ятсот п'ятисот; 600 шістсот шестисот;
    700 сімсот семисот; 800 вісімсот восьмисот; 900 дев'ятсот дев'ятисот; 1000 *тисяча? *тисячі? *тисяч? *тисячу?
    *тисячам? *тисячами? *тис?; 1000000 *мільйон? *мільйони? *мільйона? *мільйонів? *мільйонам? *млн?;
    1000000000 *мільярд? *мільярди? *мільярда? *мільярдів? *мільярдам? *млрд?`,
  ],
];

/** Words for the percent sign that are one word. */
const PERCENT: ReadonlySet<string> = new Set(
  '% ٪ percent prozent процент процента проценты процентов процентам процентами відсоток відсотка відсотки відсотків'.split(
    ' ',
  ),
);

/** Words that make the percent sign together with the next one. */
export const PERCENT_PAIRS: ReadonlyMap<string, string> = new Map([
  ['cent', 'per pour'],
  ['ciento', 'por'],
  ['cento', 'per por'],
]);

/** "a hundred", "un million", "eine Million": one, but only before a numeral that multiplies. */
export const ARTICLES: ReadonlyMap<string, number> = new Map([
  ['a', ENGLISH],
  ['un', FRENCH | SPANISH],
  ['ein', GERMAN],
  ['eine', GERMAN],
  ['einer', GERMAN],
]);

/** "and", "et", "y" between the parts of one number. */
export const LINKS: ReadonlyMap<string, number> = new Map([
  ['and', ENGLISH],
  ['et', FRENCH],
  ['y', SPANISH],
]);

/** "vingt et un", "treinta y un": one, but only behind a link or tens. */
export const TRAILING_ONE: ReadonlyMap<string, number> = new Map([
  ['un', FRENCH | SPANISH],
  ['une', FRENCH],
  ['uno', SPANISH],
  ['una', SPANISH],
]);

/** The numeral that a folded word is; null for other words and for numbers in digits. */
export function numeral(word: string): Numeral | null {
  const known = NUMERALS.get(word);
  if (known) return known;
  if (word.length < 9 || !(word.includes('hundert') || word.includes('tausend'))) return null;
  const value = germanValue(word);
  return value === null ? null : { value, role: 'count', languages: GERMAN, alone: true };
}

export function isPercent(word: string): boolean {
  return PERCENT.has(word);
}

/** 1 for a word that numbers or percents may be made of, which are then looked for around it; else 0. */
export function countsKind(word: string): number {
  return PERCENT.has(word) || word === 'cento' || numeral(word) !== null ? 1 : 0;
}

function readTables(): ReadonlyMap<string, Numeral> {
  const all = new Map<string, Numeral>();
  for (const [languages, rows] of TABLES) {
    for (const row of rows.split(';')) {
      const [value, ...forms] = row.trim().split(/\s+/);
      for (const written of forms) {
        const form = written.replace(/^[*#]|\?$/g, '');
        const role = written.startsWith('#')
          ? 'ordinal'
          : !written.startsWith('*')
            ? 'count'
            : value === '100'
              ? 'hundred'
              : 'scale';
        const alone = !written.endsWith('?');
        const other = all.get(form);
        all.set(form, {
          value: Number(value),
          role,
          languages: languages | (other?.languages ?? 0),
          alone: alone || (other?.alone ?? false),
        });
      }
    }
  }
  for (const [value, word] of germanBelowHundred()) {
    if (!all.has(word)) all.set(word, { value, role: 'count', languages: GERMAN, alone: true });
  }
  return all;
}

const GERMAN_UNITS = ' ein zwei drei vier fünf sechs sieben acht neun'.split(' ');
const GERMAN_TENS = '  zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');
const GERMAN_TEENS = 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(' ');

/** 21 … 99, written as one word. */
function* germanBelowHundred(): Generator<[number, string]> {
  for (let ten = 2; ten <= 9; ten++) {
    for (let unit = 1; unit <= 9; unit++) yield [ten * 10 + unit, `${GERMAN_UNITS[unit]}und${GERMAN_TENS[ten]}`];
  }
}

/** Value of "zweihundertfünfzigtausend" and the like; null if the word is no such compound. */
function germanValue(word: string): number | null {
  const [, thousands, rest] = /^(.*)tausend(?:und)?(.*)$/u.exec(word) ?? [null, null, word];
  if (thousands === null) return germanBelowThousand(rest);
  const high = thousands === '' ? 1 : germanBelowThousand(thousands);
  const low = rest === '' ? 0 : germanBelowThousand(rest);
  return high === null || low === null ? null : high * 1000 + low;
}

function germanBelowThousand(word: string): number | null {
  const [, hundreds, rest] = /^(.*)hundert(?:und)?(.*)$/u.exec(word) ?? [null, null, word];
  const high = hundreds === null ? 0 : hundreds === '' ? 1 : GERMAN_UNITS.indexOf(hundreds);
  if (high < 0) return null;
  if (rest === '') return hundreds === null ? null : high * 100;
  const unit = rest === 'eins' ? 1 : GERMAN_UNITS.indexOf(rest);
  if (unit > 0) return high * 100 + unit;
  const teen = GERMAN_TEENS.indexOf(rest);
  if (teen >= 0) return high * 100 + 10 + teen;
  const ten = GERMAN_TENS.indexOf(rest);
  if (ten > 0) return high * 100 + ten * 10;
  const [, one, tens] = /^(.+)und(.+)$/u.exec(rest) ?? [];
  if (one === undefined || tens === undefined) return null;
  const [u, t] = [GERMAN_UNITS.indexOf(one), GERMAN_TENS.indexOf(tens)];
  return u > 0 && t > 1 ? high * 100 + t * 10 + u : null;
}

const NUMERALS: ReadonlyMap<string, Numeral> = readTables();
