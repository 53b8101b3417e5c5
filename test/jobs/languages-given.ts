/** Held words and quotations of them in languages with troubles of their own. Invented. */
import type { AttentionFlag, Wording } from '#record/index.js';

export interface LanguageCase {
  readonly name: string;
  readonly language: string;
  readonly held: string;
  readonly quoted: string;
  readonly wording: Wording;
  /** Pairs of what the draft and what the source has, as they are shown. */
  readonly changes?: readonly (readonly [draft: string, held: string])[];
  readonly attention?: readonly AttentionFlag[];
}

const RU =
  'Мы осуждаем недопустимые односторонние шаги бельмаркской стороны, которые заводят переговоры в глубокий тупик. Порт примет пять тысяч контейнеров. Решение вступит в силу в марте.';
const UK =
  'Ми засуджуємо неприпустимі односторонні кроки бельмаркської сторони, які заводять перемовини в глухий кут. Порт прийме п’ять тисяч контейнерів.';
const DE =
  'Die Hafenbehörde verlangt die Wiederherstellung des freien Warenverkehrs an der Landesgrenze. Der Sicherheitsrat hat die Verlängerung des Donaudampfschifffahrtsabkommens beschlossen. Fünftausend Container warten im Nordhafen auf ihre Abfertigung.';
const ZH =
  '我们对贝尔马克方面的单方面行动表示严重关切，并敦促其立即恢复港口通航。双方将在三月底之前举行第二轮磋商。港口积压了5000个集装箱。';
const JA =
  '港湾当局は来週までに北ターミナルを再開する方針を決定しました。ミサイルの発射は断じて容認できません。関係国と緊密に連携してまいります。';
const AR =
  'أكّدت الوزارة أنّ الميناء سيستقبل ٥٠٠٠ حاوية قبل نهاية شهر مارس المقبل. ولن نقبل بأيّ خطوة أحادية تعرقل حركة السفن في المضيق الشمالي.';

export const CASES: readonly LanguageCase[] = [
  {
    name: 'Russian, bent into the sentence around it',
    language: 'ru',
    held: RU,
    quoted: 'недопустимых односторонних шагов бельмаркской стороны',
    wording: 'inflected',
    changes: [['недопустимых односторонних шагов', 'недопустимые односторонние шаги']],
  },
  {
    name: 'Russian, every word bent',
    language: 'ru',
    held: RU,
    quoted: 'недопустимым односторонним шагам бельмаркских сторон',
    wording: 'inflected',
  },
  {
    name: 'Russian, number by value',
    language: 'ru',
    held: RU,
    quoted: 'Порт примет 5000 контейнеров',
    wording: 'altered in form only',
  },
  {
    name: 'Russian, another word is no inflection',
    language: 'ru',
    held: RU,
    quoted:
      'осуждаем недопустимые односторонние меры бельмаркской стороны, которые заводят переговоры в глубокий тупик',
    wording: 'altered in words',
    changes: [['меры', 'шаги']],
  },
  {
    name: 'Ukrainian, bent into the sentence around it',
    language: 'uk',
    held: UK,
    quoted: 'неприпустимих односторонніх кроків бельмаркської сторони',
    wording: 'inflected',
  },
  {
    name: 'Ukrainian, number by value',
    language: 'uk',
    held: UK,
    quoted: 'Порт прийме 5 тисяч контейнерів',
    wording: 'altered in form only',
  },
  {
    name: 'German, endings of case',
    language: 'de',
    held: DE,
    quoted: 'Hafenbehörden verlangen die Wiederherstellung des freien Warenverkehrs an der Landesgrenze',
    wording: 'inflected',
    changes: [['Hafenbehörden verlangen', 'Hafenbehörde verlangt']],
  },
  {
    name: 'German, a genitive more',
    language: 'de',
    held: DE,
    quoted: 'Verlängerung des Donaudampfschifffahrtsabkommen',
    wording: 'inflected',
  },
  {
    name: 'German, a compound with hyphens',
    language: 'de',
    held: DE,
    quoted: 'Der Sicherheits-Rat hat die Verlängerung des Donau-Dampfschifffahrts-Abkommens beschlossen',
    wording: 'altered in form only',
  },
  {
    name: 'German, number by value',
    language: 'de',
    held: DE,
    quoted: '5000 Container warten im Nordhafen auf ihre Abfertigung',
    wording: 'altered in form only',
  },
  {
    name: 'Chinese, to the character',
    language: 'zh',
    held: ZH,
    quoted: '对贝尔马克方面的单方面行动表示严重关切',
    wording: 'exact',
  },
  {
    name: 'Chinese, another word',
    language: 'zh',
    held: ZH,
    quoted: '我们对贝尔马克方面的单方面行动表示强烈关切，并敦促其立即恢复港口通航',
    wording: 'altered in words',
    changes: [['强烈', '严重']],
  },
  {
    name: 'Chinese, one character of a word',
    language: 'zh',
    held: ZH,
    quoted: '双方将在五月底之前举行第二轮磋商',
    wording: 'altered in words',
    changes: [['五', '三']],
    attention: ['number'],
  },
  {
    name: 'Chinese, wide digits are form',
    language: 'zh',
    held: ZH,
    quoted: '港口积压了５０００个集装箱',
    wording: 'altered in form only',
  },
  {
    name: 'Japanese, to the character',
    language: 'ja',
    held: JA,
    quoted: '来週までに北ターミナルを再開する方針を決定しました',
    wording: 'exact',
  },
  {
    name: 'Japanese, another word, shown whole',
    language: 'ja',
    held: JA,
    quoted: 'ロケットの発射は断じて容認できません',
    wording: 'altered in words',
    changes: [['ロケット', 'ミサイル']],
  },
  {
    name: 'Japanese, a negation lost',
    language: 'ja',
    held: JA,
    quoted: 'ミサイルの発射は断じて容認できます',
    wording: 'altered in words',
    attention: ['negation'],
  },
  {
    name: 'Arabic, short vowels and tatweel are form',
    language: 'ar',
    held: AR,
    quoted: 'ولن نقبل بأي خطوة أحاديـــة تعرقل حركة السفن',
    wording: 'altered in form only',
  },
  {
    name: 'Arabic, the digits of the West are form',
    language: 'ar',
    held: AR,
    quoted: 'الميناء سيستقبل 5000 حاوية قبل نهاية شهر مارس المقبل',
    wording: 'altered in form only',
  },
  {
    name: 'Arabic, another number is none',
    language: 'ar',
    held: AR,
    quoted: 'الميناء سيستقبل ٦٠٠٠ حاوية قبل نهاية شهر مارس المقبل',
    wording: 'altered in words',
    attention: ['number'],
  },
];
