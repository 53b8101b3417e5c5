/**
 * What kind of document a text is: from the word that its header gives, or guessed from its title, format and turns.
 * The closed list is record's; this file only knows other words for its entries.
 */
import { DOCUMENT_KINDS, type DocumentKind } from '#record/index.js';

/** Other words for the kinds; the first pattern that fits wins, so the narrower stand first. */
const WORDS: readonly [RegExp, DocumentKind][] = [
  [
    /joint (?:statement|declaration|communiqu)|совместное заявление|совместная декларация|спільна заява|déclaration (?:commune|conjointe)|gemeinsame erklärung|declaración conjunta|联合声明|联合公报/i,
    'joint statement',
  ],
  [
    /read-?out|summary of (?:the |a )?(?:call|meeting|conversation)|telephone conversation|phone call with|call with|about (?:a |the )?meeting|о (?:встрече|телефонном разговоре|беседе)|про (?:зустріч|телефонну розмову)/i,
    'readout',
  ],
  [/machine[- ](?:made )?transcript|auto(?:matic)?(?:ally generated)? transcript/i, 'machine transcript'],
  [/corrected transcript/i, 'corrected transcript'],
  [/rush|draft transcript|uncorrected/i, 'rush draft'],
  [/unofficial translation|неофициальный перевод/i, 'unofficial translation'],
  [/official translation|courtesy translation/i, 'official translation'],
  [
    /press (?:conference|briefing)|news conference|media (?:availability|conference)|doorstop|transcript|стенограмма|пресс-конференци|прес-конференці|conférence de presse|pressekonferenz|rueda de prensa|记者会|答记者问/i,
    'verbatim transcript',
  ],
  [/interview|интервью|інтерв/i, 'interview'],
  [/prepared (?:remarks|for delivery)|as prepared|check against delivery/i, 'speech as prepared'],
  [/as delivered|speech|address\b|remarks|выступлени|виступ|rede\b|discours|discurso|讲话/i, 'speech as delivered'],
  [/hansard|official report|verbatim record/i, 'official report'],
  [/minutes|протокол/i, 'minutes'],
  [/bulletin|daily summary|сводка|зведення/i, 'bulletin'],
  [/inserted/i, 'inserted, not spoken'],
  [/captions?|subtitles?/i, 'captions'],
  [/tweet|\bpost\b|telegram/i, 'post'],
  [/letter|письмо|лист\b/i, 'letter'],
  [/press report|news (?:report|story|article)|newspaper|press article|^article$|^report$|agency/i, 'press report'],
  [/release|communiqu|сообщение для|пресс-релиз|прес-реліз/i, 'release'],
  [/statement|declaration|заявлени|заява|erklärung|déclaration|declaración|声明/i, 'statement'],
];

/** Kinds that a title may betray: of the others a title says too little. */
const OF_TITLES: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'joint statement',
  'readout',
  'verbatim transcript',
  'interview',
  'speech as delivered',
  'statement',
  'bulletin',
  'minutes',
  'letter',
]);

/** The kind that a header or field names; null if the word is none we know. */
export function kindOfWord(word: string): DocumentKind | null {
  const plain = word.trim().toLowerCase();
  return DOCUMENT_KINDS.find((kind) => kind === plain) ?? WORDS.find(([mark]) => mark.test(plain))?.[1] ?? null;
}

/** The kind that a title betrays; null if it betrays none. */
export function kindOfTitle(title: string): DocumentKind | null {
  return WORDS.find(([mark, kind]) => OF_TITLES.has(kind) && mark.test(title))?.[1] ?? null;
}
