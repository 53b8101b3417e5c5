/**
 * Light stems: forms of one word meet, different words do not.
 *
 * Only the endings of grammar are taken off (number, gender, case, person, tense), after the light stemmers of
 * Savoy (CLEF 2001 and after: "light" beats Snowball and Porter where words must stay apart). Snowball's stemmers were
 * rejected: they also take off what makes new words, so that Sicherheit meets sicher, organization meets organ,
 * and a quotation with another word would be called inflected; and they part кредит from кредита. What no ending
 * shows (ran, war, шёл) is not joined here. Cost: one regular expression or two for each distinct word.
 */

/** Languages with a stemmer that bend words so much that the words of a quotation seldom stand as they were said. */
const BENDING: ReadonlySet<string> = new Set(['ru', 'be', 'uk', 'de']);

/** Whether words of this language are to be looked for in all their forms. */
export function bendsWords(language: string): boolean {
  return BENDING.has(language.slice(0, 2).toLowerCase());
}

/** The light stem of a folded word; the word itself in languages without a stemmer and for words of under four letters. */
export function stem(folded: string, language: string): string {
  if (folded.length < 4 || folded.charCodeAt(0) < 0x3a) return folded;
  switch (language.slice(0, 2).toLowerCase()) {
    case 'en':
      return english(folded);
    case 'ru':
    case 'be':
      return russian(folded);
    case 'uk':
      return ukrainian(folded);
    case 'de':
      return german(folded);
    case 'fr':
      return french(folded);
    case 'es':
    case 'pt':
    case 'it':
      return romance(folded);
    default:
      return folded;
  }
}

const VOWEL = /[aeiouy]/;
/** Words whose -eed is no ending. */
const ENGLISH_EED = /^(?:n|f|s|w|d|h|r|sp|st|bl|br|gr|cr|ind|proc|exc|succ)eed$/;

/** Plurals, possessives, -ed and -ing; "e" at the end, and the letter doubled before an ending, fall everywhere. */
function english(word: string): string {
  let bare = word.replace(/'s$|'$/, '');
  if (/[^aeiou]ies$/.test(bare) && bare.length > 4) bare = `${bare.slice(0, -3)}y`;
  else if (/(?:[sxz]|[cs]h)es$/.test(bare)) bare = bare.slice(0, -2);
  else if (/[^su'i]s$/.test(bare)) bare = bare.slice(0, -1);
  const [, base, ending] = /^(.+?)(ed|ing)$/.exec(bare) ?? [];
  if (
    base !== undefined &&
    base.length > 2 &&
    VOWEL.test(base) &&
    !ENGLISH_EED.test(bare) &&
    !/(?:th|[^aeiou]r)$/.test(base)
  ) {
    bare = /([^aeiouls])\1$/.test(base) ? base.slice(0, -1) : base;
    if (bare.endsWith('i') && ending === 'ed') bare = `${bare.slice(0, -1)}y`;
  }
  return bare.length > 3 && bare.endsWith('e') ? bare.replace(/e+$/, '') : bare;
}

/** Nouns in -ал, -ел, -ат, -ет, -ит, -ут …, whose last letters look like endings of verbs. */
const RUSSIAN_NOUNS =
  /(?:генерал|капитал|материал|журнал|канал|финал|персонал|арсенал|потенциал|терминал|сигнал|скандал|филиал|идеал|мемориал|квартал|интервал|предел|раздел|отдел|удел|передел|обвал|провал|подвал|металл|кредит|лимит|дефицит|профицит|визит|аудит|транзит|бандит|гранит|магнит|депозит|институт|маршрут|дебют|статут|бюджет|сюжет|результат)$/;

/** Endings of nouns and adjectives, longest first. */
const RUSSIAN_NAMES =
  /(?:иями|ьями|ями|ами|иях|ьях|иям|ьям|ыми|ими|его|ого|ему|ому|ией|ьей|иев|ьев|ием|ьем|ев|ов|ях|ах|ям|ам|ем|ом|ее|ие|ые|ое|ей|ий|ый|ой|им|ым|их|ых|ую|юю|ая|яя|ою|ею|ия|ью|ию|ии|ье|ьи|ья|а|е|и|й|о|у|ы|ь|ю|я)$/;
/** Endings of verbs: past, infinitive, and those of the present that are no noun's. */
const RUSSIAN_VERBS =
  /(?:(?:ова|ева|ыва|ива|[аяеиуы])(?:л|ла|ло|ли|ть)|(?:[аяеу])(?:ет|ют|ем|ете|ешь|ю)|уют|ует|уем|ил|ит|ят|ишь|ите|ешь|(?<=[жш])ет|(?<=[жшщч])ат)$/;
const RUSSIAN_FLEETING = /([^аеёиоуыэюя])[ое]([кц])$/;

function russian(word: string): string {
  const whole = word.length > 5 ? word.replace(/с[яь]$/, '') : word;
  let bare = whole;
  const name = whole.replace(RUSSIAN_NAMES, '');
  if (RUSSIAN_NOUNS.test(whole)) bare = whole;
  else if (RUSSIAN_NOUNS.test(name)) bare = name;
  else {
    const verb = whole.replace(RUSSIAN_VERBS, '');
    bare = verb !== whole && longEnough(verb, SLAVIC_VOWEL) ? verb : longEnough(name, SLAVIC_VOWEL) ? name : whole;
  }
  if (bare.length > 4) bare = bare.replace(RUSSIAN_FLEETING, '$1$2');
  return bare.replace(/ь$/, '');
}

const SLAVIC_VOWEL = /[аеиоуыэюяіїє]/;

function longEnough(bare: string, vowel: RegExp): boolean {
  return bare.length > 2 && vowel.test(bare);
}

const UKRAINIAN_NAMES =
  /(?:ями|ами|ими|ого|ому|ією|єю|ією|ію|ією|ям|ам|ях|ах|ою|ею|ові|еві|єві|ів|їв|ей|єм|ем|ом|ий|ій|їй|их|іх|їх|им|ім|їм|ої|ії|єї|ія|ую|юю|ую|ая|а|е|и|і|ї|й|о|у|ь|ю|я|є)$/;
const UKRAINIAN_VERBS =
  /(?:(?:юва|ува|ова|[аяеиіу])(?:в|ла|ло|ли|ти|ть)|(?:[аяеіу])(?:є|ють|ємо|єте|єш|ю)|ують|ює|ує|уємо|[иую]ть|ить|ять|ать|ють|имо|ите|иш|емо|ете|еш)$/;

function ukrainian(word: string): string {
  const whole = word.length > 5 ? word.replace(/с[яь]$/, '') : word;
  const abstract = whole.replace(/(?:ість|ості|істю|остей|остям|остями|остях)$/, 'іст');
  if (abstract !== whole && abstract.length > 5) return abstract;
  const verb = whole.replace(UKRAINIAN_VERBS, '');
  const name = whole.replace(UKRAINIAN_NAMES, '');
  let bare = verb !== whole && longEnough(verb, SLAVIC_VOWEL) ? verb : longEnough(name, SLAVIC_VOWEL) ? name : whole;
  // A closed syllable turns о and е into і: сторона, сторін; an і behind softens г, к, х: безпека, безпеці.
  if (bare === whole) bare = bare.replace(/і([^аеиоуюяіїє]+)$/, 'о$1');
  if (bare.length > 4) bare = bare.replace(/([^аеиоуюяіїє])[ое]([кц])$/, '$1$2');
  return bare.replace(/ц$/, 'к').replace(/(?<=.{3})з$/, 'г');
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u' };
/** Neuters with a plural in -er; in other nouns -er is no ending (Wahl, Wähler). */
const GERMAN_PLURALS =
  /(?:länd|häus|büch|männ|völk|wört|räd|dörf|güt|ämt|wäld|bänd|wänd|häupt|bild|kind|feld|geld|glied|licht|kleid|lied)ern?$/;

function german(word: string): string {
  let bare = word;
  if (GERMAN_PLURALS.test(bare)) bare = bare.replace(/ern?$/, '');
  bare = bare.replace(/[äöü]/g, (letter) => UMLAUTS[letter]!);
  if (bare.length > 6)
    bare = bare.replace(/nisse[ns]?$/, 'nis').replace(/(?<=isch|lich|ig|bar|sam|haft|los|voll|er)er$/, '');
  if (bare.length > 5) bare = bare.replace(/(?:em|ens?|es)$/, '');
  if (bare.length > 3) bare = bare.replace(/e$|(?<=[bdfghklmnrt])s$|(?<=[lr])n$/, '');
  return bare.length > 4 ? bare.replace(/(?<!s)te?$|(?<=[^s])st$/, '') : bare;
}

/** Number and gender; of the verbs the endings that no noun has. */
function french(word: string): string {
  let bare = word
    .replace(/aux$/, 'al')
    .replace(/(?<=.{3})[sx]$/, '')
    .replace(/ière$/, 'ier');
  if (bare.length > 4)
    bare = bare.replace(/(?:aient|ait|ai|iez|èrent|ez|(?<!i)er)$/, '').replace(/(?<=.{3})(?:ée|é|e)$/, '');
  return bare.length > 4 ? bare.replace(/([lnt])\1$/, '$1') : bare;
}

/** Number and gender of nouns and adjectives in Spanish, Portuguese, Italian; no verbs. */
function romance(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0302]/g, '')
    .normalize('NFC');
  if (plain.length < 4) return plain;
  return plain
    .replace(/(?:ces)$/, 'z')
    .replace(/(?:es|os|as|s)$/, '')
    .replace(/[aeio]$/, '');
}
