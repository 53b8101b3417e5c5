/** What an account states of the meeting itself, in the words of five languages. */
import { describe, expect, it } from 'vitest';
import { compareAccounts } from '#accounts/index.js';
import { account } from './labelled.js';

interface Row {
  readonly language: string;
  readonly text: string;
  readonly what: string;
  readonly said: string;
  readonly time?: string;
  readonly minutes?: number;
  readonly party?: number;
}

const rows: readonly Row[] = [
  {
    language: 'en',
    text: 'The talks, which began at 9.30, lasted a little over two hours.',
    what: 'begins',
    said: 'began at 9.30',
    time: '09:30',
  },
  {
    language: 'en',
    text: 'The meeting started at 3 p.m. in the old town hall.',
    what: 'begins',
    said: 'started at 3 p.m.',
    time: '15:00',
  },
  {
    language: 'en',
    text: 'Talks began at 10 and ended shortly after noon.',
    what: 'begins',
    said: 'began at 10',
    time: '10:00',
  },
  {
    language: 'en',
    text: 'Talks began at 10 and ended shortly after noon.',
    what: 'ends',
    said: 'ended shortly after noon',
    time: '12:00',
  },
  { language: 'en', text: 'The session concluded at 17:45.', what: 'ends', said: 'concluded at 17:45', time: '17:45' },
  {
    language: 'fr',
    text: 'La réunion, ouverte à 14 heures, s’est achevée peu avant 17 heures.',
    what: 'begins',
    said: 'ouverte à 14 heures',
    time: '14:00',
  },
  {
    language: 'fr',
    text: 'La réunion, ouverte à 14 heures, s’est achevée peu avant 17 heures.',
    what: 'ends',
    said: 'achevée peu avant 17 heures',
    time: '17:00',
  },
  {
    language: 'fr',
    text: 'Les entretiens ont débuté à 10 h 30.',
    what: 'begins',
    said: 'débuté à 10 h 30',
    time: '10:30',
  },
  {
    language: 'ru',
    text: 'Переговоры начались в 10 часов.',
    what: 'begins',
    said: 'начались в 10 часов',
    time: '10:00',
  },
  {
    language: 'ru',
    text: 'Встреча завершилась около 18.15.',
    what: 'ends',
    said: 'завершилась около 18.15',
    time: '18:15',
  },
  {
    language: 'es',
    text: 'El encuentro comenzó a las 10:30.',
    what: 'begins',
    said: 'comenzó a las 10:30',
    time: '10:30',
  },
  { language: 'de', text: 'Das Gespräch begann um 10 Uhr.', what: 'begins', said: 'begann um 10 Uhr', time: '10:00' },

  {
    language: 'en',
    text: 'The meeting was held in the library and lasted nearly an hour.',
    what: 'lasts',
    said: 'nearly an hour',
    minutes: 60,
  },
  {
    language: 'en',
    text: 'The call lasted twenty-five minutes.',
    what: 'lasts',
    said: 'twenty-five minutes',
    minutes: 25,
  },
  {
    language: 'en',
    text: 'The talks lasted an hour and a half.',
    what: 'lasts',
    said: 'an hour and a half',
    minutes: 90,
  },
  {
    language: 'en',
    text: 'They spoke for about half an hour.',
    what: 'lasts',
    said: 'about half an hour',
    minutes: 30,
  },
  {
    language: 'fr',
    text: 'L’entretien a duré une heure et demie.',
    what: 'lasts',
    said: 'une heure et demie',
    minutes: 90,
  },
  {
    language: 'fr',
    text: 'L’entretien a duré près d’une heure.',
    what: 'lasts',
    said: 'près d’une heure',
    minutes: 60,
  },
  {
    language: 'ru',
    text: 'Встреча продолжалась около трёх часов.',
    what: 'lasts',
    said: 'около трёх часов',
    minutes: 180,
  },
  { language: 'ru', text: 'Беседа длилась полтора часа.', what: 'lasts', said: 'полтора часа', minutes: 90 },
  {
    language: 'es',
    text: 'El encuentro se prolongó por más de dos horas.',
    what: 'lasts',
    said: 'por más de dos horas',
    minutes: 120,
  },
  {
    language: 'de',
    text: 'Das Gespräch dauerte rund zwei Stunden.',
    what: 'lasts',
    said: 'rund zwei Stunden',
    minutes: 120,
  },

  {
    language: 'en',
    text: 'The meeting was held at the request of the Ordanian side.',
    what: 'asked for by',
    said: 'at the request of the Ordanian side',
    party: 0,
  },
  {
    language: 'en',
    text: 'The call took place on the initiative of Belmark.',
    what: 'asked for by',
    said: 'on the initiative of Belmark',
    party: 1,
  },
  {
    language: 'fr',
    text: 'L’entretien a eu lieu à la demande de la partie belmarkaise.',
    what: 'asked for by',
    said: 'à la demande de la partie belmarkaise',
    party: 1,
  },
  {
    language: 'ru',
    text: 'Разговор состоялся по инициативе бельмаркской стороны.',
    what: 'asked for by',
    said: 'по инициативе бельмаркской стороны',
    party: 1,
  },
  {
    language: 'es',
    text: 'El encuentro se celebró a solicitud de Belmark.',
    what: 'asked for by',
    said: 'a solicitud de Belmark',
    party: 1,
  },
  {
    language: 'de',
    text: 'Das Gespräch fand auf Wunsch der belmärkischen Seite statt.',
    what: 'asked for by',
    said: 'auf Wunsch der belmärkischen Seite',
    party: 1,
  },

  { language: 'en', text: 'The Ministers spoke by telephone on Monday.', what: 'channel', said: 'telephone' },
  { language: 'ru', text: 'Состоялся телефонный разговор министров.', what: 'channel', said: 'телефонный' },
  {
    language: 'es',
    text: 'Los cancilleres mantuvieron una conversación telefónica.',
    what: 'channel',
    said: 'telefónica',
  },
  { language: 'en', text: 'The Ministers met at Port Sable on Monday.', what: 'place', said: 'Port Sable' },
  { language: 'fr', text: 'Les ministres se sont réunis à Saint-Aubin.', what: 'place', said: 'Saint-Aubin' },
];

function statedIn({ language, text }: Pick<Row, 'language' | 'text'>) {
  const given = { language: { value: language, basis: 'stated' }, other: { side: 'Ordania' } } as const;
  const other = { language: { value: language, basis: 'stated' }, other: { side: 'Belmark' } } as const;
  const sides = [account('a', text, given), account('b', 'Nothing to add here.', other)].map((one) => ({
    name: null,
    account: one,
    translations: [],
    wordings: [one],
    earlier: [],
  }));
  return compareAccounts({ sides, people: [], decisions: [] });
}

describe('what is stated of a meeting', () => {
  it.each(rows)('$language: $text → $what', ({ what, said, time, minutes, party, ...row }) => {
    const found = statedIn(row).stated.find((fact) => fact.side === 0 && fact.what === what);
    expect(found?.text).toBe(said);
    expect(found).toMatchObject({ time: time ?? null, minutes: minutes ?? null, party: party ?? null });
    expect(row.text.slice(found!.start, found!.end)).toBe(said);
  });

  const silent: readonly [string, string, string][] = [
    ['en', 'The Minister began with a story about 10 fishermen.', 'begins'],
    ['en', 'The Ministers discussed the vessels that have waited for four months.', 'lasts'],
    ['en', 'They noted that the closed gates hold back 14 ships.', 'ends'],
    ['en', 'They recalled their latest telephone conversation.', 'channel'],
    ['fr', 'Le ministre a ouvert un dossier de 14 pages.', 'begins'],
    ['ru', 'Министр начал с 3 вопросов.', 'begins'],
  ];
  it.each(silent)('%s: %s does not state when it %s', (language, text, what) => {
    expect(statedIn({ language, text }).stated.filter((fact) => fact.what === what)).toEqual([]);
  });
});

describe('the clock', () => {
  const said = { at: '2026-03-12', precision: 'day', zone: null, basis: 'stated' } as const;
  const at = (time: string) =>
    ({ at: `2026-03-12T${time}`, precision: 'minute', zone: '+01:00', basis: 'stated' }) as const;
  it('has stated hours, appearances and edits in order, each with its ground', () => {
    const a = account('a', 'The talks began at 10 and ended at 11.05.', {
      said,
      published: at('14:37'),
      other: { side: 'A-land' },
    });
    const first = account('b1', 'The sides agreed a date.', {
      said,
      published: at('18:02'),
      other: { side: 'B-land' },
    });
    const second = account('b2', 'The sides discussed a date.', {
      said,
      published: at('19:20'),
      other: { side: 'B-land' },
    });
    const { clock } = compareAccounts({
      sides: [
        { name: null, account: a, translations: [], wordings: [a], earlier: [] },
        { name: null, account: second, translations: [], wordings: [first, second], earlier: [] },
      ],
      people: [],
      decisions: [],
    });
    expect(clock.map(({ what, side, when, ground }) => [what, side, when?.at.slice(11), ground])).toEqual([
      ['begins', 0, '10:00', 'stated in the text'],
      ['ends', 0, '11:05', 'stated in the text'],
      ['appears', 0, '14:37', 'published'],
      ['appears', 1, '18:02', 'published'],
      ['edited', 1, '19:20', 'published'],
    ]);
    expect(clock.at(-1)!.changes.map(({ a: x, b: y }) => [x.text, y.text])).toEqual([['agreed', 'discussed']]);
  });
});
