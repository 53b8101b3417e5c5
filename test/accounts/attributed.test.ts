/** Whose words an account gives to the other side, by language and manner of speaking; and what gives none. */
import { describe, expect, it } from 'vitest';
import { compareAccounts } from '#accounts/index.js';
import { account } from './labelled.js';

/** The two sides and their people are named once at the head, as accounts do. */
const HEADS: Readonly<Record<string, readonly [string, string]>> = {
  en: [
    'Foreign Minister Anna Berg of Ordania met the Foreign Secretary of Belmark, Hugh Lane.',
    'Foreign Secretary Hugh Lane met Anna Berg, Foreign Minister of Ordania.',
  ],
  fr: [
    'La ministre des Affaires étrangères de l’Ordanie, Anna Berg, a rencontré son homologue du Belmark, M. Hugo Lane.',
    'Le ministre des Affaires étrangères, Hugo Lane, a rencontré Mme Anna Berg, ministre de l’Ordanie.',
  ],
  ru: [
    'Министр иностранных дел Ордании А.Берг встретилась с министром иностранных дел Бельмарка Г.Лейном.',
    'Министр иностранных дел Бельмарка Гуго Лейн встретился с министром иностранных дел Ордании А.Берг.',
  ],
  es: [
    'La ministra de Relaciones Exteriores de Ordania, Ana Berg, se reunió con su homólogo de Belmark, Hugo Lane.',
    'El ministro Hugo Lane se reunió con la ministra de Ordania, Ana Berg.',
  ],
  de: [
    'Außenministerin Anna Berg hat ihren belmärkischen Amtskollegen Hugo Lane getroffen.',
    'Außenminister Hugo Lane hat die ordanische Außenministerin Anna Berg getroffen.',
  ],
};
const NAMES: Readonly<Record<string, readonly [string, string]>> = { ru: ['Ордания', 'Бельмарк'] };

interface Row {
  readonly language: string;
  readonly text: string;
  /** Act and words given to the other side; null: none are. */
  readonly gives: readonly [act: string, words: string] | null;
}

const rows: readonly Row[] = [
  {
    language: 'en',
    text: 'Mr Lane reaffirmed that no new tariffs would follow.',
    gives: ['reaffirmed', 'that no new tariffs would follow'],
  },
  {
    language: 'en',
    text: 'Belmark reaffirmed that no new tariffs would follow.',
    gives: ['reaffirmed', 'that no new tariffs would follow'],
  },
  { language: 'en', text: 'The Belmark side undertook to open the gates.', gives: ['promised', 'to open the gates'] },
  {
    language: 'en',
    text: 'The Foreign Secretary expressed disappointment at the lack of progress.',
    gives: ['said', 'disappointment at the lack of progress'],
  },
  {
    language: 'en',
    text: 'Lane thanked the minister for her patience.',
    gives: ['thanked', 'the minister for her patience'],
  },
  {
    language: 'en',
    text: 'Mr Lane spoke last. He promised an answer before Easter.',
    gives: ['promised', 'an answer before Easter'],
  },
  { language: 'en', text: 'He promised an answer before Easter.', gives: null },
  { language: 'en', text: 'The Minister reaffirmed that the terminal stays open.', gives: null },
  { language: 'en', text: 'The Ministers agreed to meet again.', gives: null },
  { language: 'en', text: 'It was agreed that the Ministers would meet again.', gives: null },
  { language: 'en', text: 'Ms Berg and Mr Lane agreed to meet again.', gives: null },
  { language: 'en', text: 'The Belmark side was reminded of the unpaid bill.', gives: null },
  { language: 'en', text: 'Ms Berg spoke with Mr Lane and stressed the need for patience.', gives: null },
  { language: 'en', text: 'Ambassador Rasmus Thiel of Halvern promised to keep the list.', gives: null },
  {
    language: 'fr',
    text: 'M. Lane a confirmé que les portes seront ouvertes lundi.',
    gives: ['reaffirmed', 'que les portes seront ouvertes lundi'],
  },
  {
    language: 'fr',
    text: 'Le ministre s’est engagé à payer les arriérés.',
    gives: ['promised', 'à payer les arriérés'],
  },
  { language: 'fr', text: 'La ministre a rappelé la position de l’Ordanie.', gives: null },
  { language: 'fr', text: 'Les deux ministres sont convenus de se revoir.', gives: null },
  {
    language: 'ru',
    text: 'Г.Лейн подтвердил готовность открыть ворота.',
    gives: ['reaffirmed', 'готовность открыть ворота'],
  },
  {
    language: 'ru',
    text: 'Бельмаркская сторона пообещала ответить до Пасхи.',
    gives: ['promised', 'ответить до Пасхи'],
  },
  { language: 'ru', text: 'Стороны подтвердили готовность к диалогу.', gives: null },
  {
    language: 'es',
    text: 'El ministro Lane se comprometió a abrir las compuertas.',
    gives: ['promised', 'a abrir las compuertas'],
  },
  { language: 'es', text: 'Se acordó abrir las compuertas.', gives: null },
  {
    language: 'de',
    text: 'Lane sicherte zu, die Schleusen zu öffnen.',
    gives: ['promised', 'zu, die Schleusen zu öffnen'],
  },
  { language: 'de', text: 'Berg bekräftigte die Haltung Ordaniens.', gives: null },
];

function encounter(language: string, a: string, b = '') {
  const [headA, headB] = HEADS[language]!;
  const [nameA, nameB] = NAMES[language] ?? ['Ordania', 'Belmark'];
  const facts = (side: string) => ({ language: { value: language, basis: 'stated' }, other: { side } }) as const;
  const sides = [account('a', `${headA} ${a}`, facts(nameA)), account('b', `${headB} ${b}`.trim(), facts(nameB))];
  return compareAccounts({
    sides: sides.map((one) => ({ name: null, account: one, translations: [], wordings: [one], earlier: [] })),
    people: [],
    decisions: [],
  });
}

describe('words given to the other side', () => {
  it.each(rows)('$language: $text', ({ language, text, gives }) => {
    const found = encounter(language, text).attributed.filter(({ by }) => by === 0);
    expect(found.map(({ to, act, words }) => [to, act.act, words.text])).toEqual(gives === null ? [] : [[1, ...gives]]);
  });

  const carried: readonly [string, string, string, string][] = [
    [
      'present',
      'Mr Lane reaffirmed that no new tariffs would follow.',
      'The Foreign Secretary reaffirmed that no new tariffs would follow from the closure.',
      'the same words',
    ],
    [
      'worded differently',
      'Mr Lane promised to pay the arrears before the end of June.',
      'Mr Lane said that the debt would be repaid in June.',
      'other words',
    ],
    [
      'absent',
      'Mr Lane promised to pay the arrears before the end of June.',
      'Mr Lane raised the cases of two pilots.',
      'nothing',
    ],
    [
      'worded differently',
      'Mr Lane promised to release 14 vessels.',
      'Mr Lane said that 12 vessels would be released.',
      'another figure',
    ],
    [
      'absent',
      'Mr Lane promised to pay the arrears.',
      'Ms Berg asked for the debt to be paid.',
      'the words of the other',
    ],
  ];
  it.each(carried)('are %s: %s / %s (%s)', (state, a, b) => {
    const found = encounter('en', a, b).attributed.find(({ by }) => by === 0);
    expect(found?.carried).toBe(state);
  });

  it('are looked for in earlier accounts of that side, newest first', () => {
    const facts = (side: string, at: string) =>
      ({ said: { at, precision: 'day', zone: null, basis: 'stated' }, other: { side } }) as const;
    const a = account(
      'a',
      `${HEADS['en']![0]} Mr Lane reaffirmed that no new tariffs would follow.`,
      facts('Ordania', '2026-03-12'),
    );
    const b = account('b', HEADS['en']![1], facts('Belmark', '2026-03-12'));
    const older = (at: string, text: string) => account(at, `${HEADS['en']![1]} ${text}`, facts('Belmark', at));
    const { attributed } = compareAccounts({
      sides: [
        { name: null, account: a, translations: [], wordings: [a], earlier: [] },
        {
          name: null,
          account: b,
          translations: [],
          wordings: [b],
          earlier: [
            older('2026-02-19', 'She was told that no new tariffs would follow.'),
            older('2026-02-10', 'The weather was discussed.'),
            older('2026-02-03', 'Mr Lane reaffirmed that no new tariffs would follow.'),
          ],
        },
      ],
      people: [],
      decisions: [],
    });
    expect(attributed).toHaveLength(1);
    expect(attributed[0]!.carried).toBe('absent');
    expect(attributed[0]!.earlier.map(({ account: name }) => name)).toContain('2026-02-03');
    expect(attributed[0]!.earlier.map(({ account: name }) => name)).not.toContain('2026-02-10');
  });
});
