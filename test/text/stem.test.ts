import { describe, expect, test } from 'vitest';
import { stem } from '#text/index.js';

/** Forms in a row are forms of one word; the words of different rows are different words. */
const rows: Record<string, string[]> = {
  ru: [
    'переговоры переговоров переговорам переговорами переговорах',
    'президент президента президенту президентом президенте президенты президентов',
    'санкции санкций санкциям санкциями санкциях санкцию',
    'безопасность безопасности безопасностью',
    'безопасный безопасная безопасного безопасных безопасными',
    'страна страны стране страну страной стран странам странами',
    'странный странная странного',
    'сторона стороны стороне сторону стороной сторон сторонами',
    'россия россии россию россией',
    'российский российская российского российских российскими российскую',
    'украина украины украине украину украиной',
    'министр министра министру министром министры министров',
    'министерство министерства министерству министерством',
    'совет совета совету советом советы советов',
    'комитет комитета комитетом комитеты',
    'бюджет бюджета бюджетом',
    'кредит кредита кредитов',
    'кандидат кандидата кандидатов кандидатом',
    'генерал генерала генералу генералом генералы генералов',
    'результат результата результаты результатов',
    'институт института институтов',
    'рынок рынка рынку рынком рынки рынков',
    'урок урока уроки уроков',
    'решение решения решению решением решений решениями',
    'решать решает решают решал решала решали',
    'правительство правительства правительству правительством',
    'говорить говорит говорят говорил говорила говорили говорим',
    'сказать сказал сказала сказали',
    'делать делает делают делал делаем',
    'требовать требует требуют требовал требовали',
    'договор договора договору договором договоры',
    'военный военная военного военных военными',
    'область области областью областей областями',
    'предел предела пределом пределы пределов',
    'предать предал предали',
  ],
  uk: [
    'переговори переговорів переговорам переговорами переговорах',
    'президент президента президенту президентом президентові',
    'безпека безпеки безпеці безпеку безпекою',
    'країна країни країні країну країною країн країнами',
    'україна україни україні україну україною',
    'український українська українського українських українською',
    'сторона сторони стороні сторону стороною сторін сторонами',
    'угода угоди угоді угоду угодою угод угодами',
    'незалежність незалежності незалежністю',
    'говорити говорить говорять говорив говорила говорили',
    'рішення рішенням рішеннями',
    'уряд уряду урядом урядові',
    'війна війни війні війну війною',
  ],
  de: [
    'verhandlung verhandlungen',
    'regierung regierungen',
    'regieren regiert',
    'land landes lande länder ländern',
    'staat staates staaten',
    'sicherheit sicherheiten',
    'sicher sichere sicheren sicherer sicheres',
    'minister ministers ministern',
    'vertrag vertrags vertrages verträge verträgen',
    'krieg kriege kriegen krieges',
    'russisch russische russischen russischer russisches',
  ],
  fr: [
    'négociation négociations',
    'accord accords',
    'général généraux générale générales',
    'président présidente présidents',
    'gouvernement gouvernements',
    'important importante importants importantes',
  ],
  es: [
    'acuerdo acuerdos',
    'presidente presidenta presidentes',
    'nación naciones',
    'ruso rusa rusos rusas',
    'luz luces',
  ],
  en: [
    'agreement agreements',
    "nation nations nation's",
    'country countries',
    'stop stops stopped stopping',
    'agree agrees agreed agreeing',
    'invest invests invested investing',
    'investment investments',
    'organize organizes organized organizing',
    'organ organs',
    'announce announced announces announcing',
    'process processes processed',
    'try tries tried trying',
    'sing sings singing',
    'business businesses',
    'status',
    'this',
    'during',
    'something',
    'need needs needed',
  ],
};

describe.each(Object.entries(rows))('%s', (language, groups) => {
  test.each(groups.map((row) => [row]))('%s', (row) => {
    const stems = new Set(row.split(' ').map((word) => stem(word, language)));
    expect([...stems]).toHaveLength(1);
  });

  test('different words stay apart', () => {
    const owners = new Map<string, string>();
    for (const row of groups) {
      const first = row.split(' ')[0]!;
      for (const word of row.split(' ')) {
        const key = stem(word, language);
        expect([word, owners.get(key) ?? first]).toEqual([word, first]);
        owners.set(key, first);
      }
    }
  });
});
