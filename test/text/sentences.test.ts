import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from '#text/index.js';

/** A bar stands between two sentences. */
const rows: Record<string, string[]> = {
  en: [
    'It is over.| We go home.',
    'Mr. Smith met Dr. Jones.| They spoke.',
    'J. R. R. Smith arrived.| S. V. Lavrov did not.',
    'He lives in the U.S. and works there.',
    'The U.S. President spoke.',
    'He left the U.S.| The visit was short.',
    'It costs 5.25 dollars.| No. 5 is free.',
    'I was there at 5 p.m.| We left later.',
    '“It is over.”| He left.',
    '“Really?” he asked.| “Yes!” she said.',
    'Wait… that is wrong.| No...| It is right.',
    'He said (as always.)| Then he left.',
    'Smith et al. found it, e.g. Here.',
    'He asked: "Why?"| Nobody knew.',
    'See fig. 3 and art. 5 of the treaty.',
    'He came in 2014.| They came in 2015.',
    '1. The first point.| It has two parts.',
    'No sentence ends here, etc. and it goes on.',
    'Is it so?!| Yes.',
    'Lines may be\nwrapped by mail.',
    'Headline of the day\n|Text begins here.',
    'A paragraph\n\n|and another',
    'It was J. who did it.',
    'Visit example.com today.| Thanks.',
    'A new sentence.| [He] said so.',
  ],
  de: [
    'Am 10. Juli kam er.| Dann ging er.',
    'Das gilt z. B. für Dr. Müller.| Und für andere.',
    'Das gilt z.B. auch hier, d.h. überall.',
    '„Das ist so.“| Er ging.',
    'Er sagte: „Nein!“ und ging.',
    'Milch, Brot usw.| Die Liste ist lang.',
  ],
  fr: [
    'M. Dupont est venu.| Il est parti.',
    '« C’est fini. »| Il est parti.',
    '« Vraiment ? » demanda-t-il.',
    'Les pommes, poires, etc. sont mûres.',
    'Mme. Curie et le Dr. Petit.',
  ],
  ru: [
    'В 2014 г. Россия ответила.| Это было решение.',
    'С. В. Лавров прибыл.| Он выступил.',
    'С.В.Лавров прибыл.',
    'Это важно, т.е. необходимо, и т. д. и т. п.| Но не сегодня.',
    '«Да!» — сказал он.| «Нет».',
    'Цена 5 тыс. руб. за штуку.',
    'Они очистят фарватер от мин.| Премьер-министр согласен.',
    'Это заняло 20 мин. Премьер-министр ушёл.',
    '— Когда?| — Завтра.',
    'Это было в 2014 г.| В Москве шёл снег.',
    'Ул. Ленина, д. 5.| Он живёт там.',
  ],
  uk: [
    'У 2014 р. Україна відповіла.| Це було рішення.',
    'В. О. Зеленський прибув.| Він виступив.',
    'Це важливо, тобто необхідно, і т. д.| Але не сьогодні.',
  ],
  es: ['El Sr. García llegó.| ¿Por qué?| ¡No!', 'En EE. UU. no hay.| La ley cambió.', '«Es así».| Se fue.'],
  zh: ['会谈结束了。|双方没有达成协议！|为什么？', '他说：“我们不会走。”|然后离开。', '“为什么？”|他问。'],
};

describe.each(Object.entries(rows))('%s', (language, texts) => {
  test.each(texts.map((row) => [row]))('%s', (row) => {
    const text = row.replaceAll('|', '');
    const expected = row.split('|').map((piece) => piece.trim());
    expect(sentences(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

test('sentences tile all that is not white space, in order', () => {
  const piece = fc.constantFrom(
    'Mr',
    'Smith',
    '.',
    '!',
    '?',
    ' ',
    '\n',
    '\n\n',
    '”',
    '“',
    '5',
    'a',
    'Б',
    '。',
    '…',
    'г',
    '«',
    '»',
    '\u00a0',
    '-',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('en', 'ru', 'de', null), (pieces, language) => {
      const text = pieces.join('');
      let from = 0;
      for (const { start, end } of sentences(text, language)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(text.slice(from, start).trim()).toBe('');
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        expect(end).toBeGreaterThan(start);
        from = end;
      }
      expect(text.slice(from).trim()).toBe('');
    }),
  );
});
