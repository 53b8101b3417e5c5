import { describe, expect, test } from 'vitest';
import { lexiconOf, stem, words } from '#text/index.js';
import { LEXICON } from '../../src/text/lexicon-words.js';

/** Words that must be, and words that must not be, of a kind. */
const rows: Record<string, [kind: string, are: string, areNot: string][]> = {
  en: [
    ['negation', "not never no nor without cannot don't won't isn't", 'agreement note now'],
    ['modal', "will would can could may might must shall should ought need we'll he'd can't", 'agree is'],
    ['condition', 'if unless provided until', 'when agreement'],
    ['quantity', 'all some most few only almost half majority', 'agreement the'],
    ['month', 'march december sept', 'monday agreement'],
    ['date', 'monday december today', 'agreement'],
    ['filler', 'um uh erm well', 'agreement not'],
    ['article', 'a an the', 'this agreement'],
    ['functionWord', 'the he because although which', 'agreement lavrov'],
  ],
  fr: [
    ['negation', "ne n' pas jamais aucun sans", 'accord oui'],
    ['modal', 'peut pourrait doit devrait faut', 'accord est'],
    ['condition', "si s' sauf", 'accord'],
    ['quantity', 'tous plusieurs seulement moitié tiers', 'accord'],
    ['date', 'mars lundi', 'accord'],
    ['functionWord', "le l' qu' nous toutefois", 'accord'],
  ],
  de: [
    ['negation', 'nicht kein keine nie ohne weder', 'vertrag'],
    ['modal', 'kann könnte muss soll darf wird würde', 'vertrag ist'],
    ['condition', 'wenn falls sofern ausser', 'vertrag'],
    ['quantity', 'alle einige nur hälfte drittel', 'vertrag'],
    ['date', 'märz montag', 'vertrag'],
    ['functionWord', 'der sich jedoch dass', 'vertrag'],
  ],
  ru: [
    ['negation', 'не ни нет никогда никто без нельзя', 'договор'],
    ['modal', 'может могут должен надо будет бы придется', 'договор'],
    ['condition', 'если пока иначе', 'договор'],
    ['quantity', 'все некоторые большинство только лишь половина', 'договор'],
    ['date', 'марта понедельник пятницу', 'договор'],
    ['functionWord', 'который поэтому этого мы', 'договор'],
  ],
  uk: [
    ['negation', 'не ні ніколи жоден без', 'договір'],
    ['modal', 'може повинен треба буде би мусить', 'договір'],
    ['condition', 'якщо якби поки', 'договір'],
    ['quantity', 'усі деякі більшість лише половина', 'договір'],
    ['date', "березня понеділок п'ятницю", 'договір'],
  ],
  es: [
    ['negation', 'no nunca ni sin ningún', 'acuerdo'],
    ['modal', 'puede debe podría deberá', 'acuerdo es'],
    ['condition', 'si salvo', 'acuerdo'],
    ['quantity', 'todos algunos mayoría solo mitad', 'acuerdo'],
    ['date', 'marzo lunes', 'acuerdo'],
  ],
  zh: [
    ['negation', '不 没 未 无', '协'],
    ['modal', '会 能 可 必', '协'],
  ],
};

describe.each(Object.entries(rows))('%s', (language, kinds) => {
  const lexicon = lexiconOf(language);
  test.each(kinds)('%s', (kind, are, areNot) => {
    const is = lexicon[kind as 'negation'];
    expect(are.split(' ').filter((word) => !is(word))).toEqual([]);
    expect(areNot.split(' ').filter((word) => is(word))).toEqual([]);
  });
});

test.each([
  ['en', 'is', 'are'],
  ['en', 'this', 'these'],
  ['en', "don't", "doesn't"],
  ['de', 'kann', 'können'],
  ['fr', 'le', 'les'],
  ['ru', 'был', 'была'],
  ['uk', 'в', 'у'],
  ['es', 'está', 'están'],
])('%s: %s and %s agree with different nouns', (language, a, b) => {
  expect(lexiconOf(language).agrees(a, b)).toBe(true);
  expect(lexiconOf(language).otherTense(a, b, false)).toBe(false);
});

test.each([
  ['en', 'is', 'was', true],
  ['en', 'says', 'said', true],
  ['en', 'stop', 'stopped', true],
  ['en', 'announces', 'announced', true],
  ['en', 'carry', 'carried', true],
  ['en', 'walks', 'walk', false],
  ['en', 'agreement', 'agreements', false],
  ['fr', 'est', 'était', true],
  ['de', 'hat', 'hatte', true],
  ['es', 'dice', 'dijo', true],
  ['ru', 'говорит', 'говорил', true],
  ['ru', 'требуют', 'требовали', true],
  ['ru', 'закон', 'законов', false],
  ['ru', 'переговоры', 'переговоров', false],
  ['ru', 'был', 'была', false],
  ['uk', 'говорить', 'говорив', true],
  ['uk', 'переговори', 'переговорів', false],
])('%s: %s and %s differ by tense: %s', (language, a, b, differ) => {
  const sameStem = stem(a, language) === stem(b, language);
  expect(lexiconOf(language).otherTense(a, b, sameStem)).toBe(differ);
  expect(lexiconOf(language).otherTense(b, a, sameStem)).toBe(differ);
});

test.each(Object.entries(LEXICON))('%s: every word of the tables is as `words` folds it', (_, table) => {
  const unreachable = Object.values(table as unknown as Record<string, string>)
    .flatMap((list) => list.split(/[\s/]+/))
    .map((word) => word.replaceAll('_', ' '))
    .filter(
      (word) =>
        word !== '' &&
        words(word.endsWith("'") ? `${word}a` : word).folded.join(' ') !== (word.endsWith("'") ? `${word} a` : word),
    );
  expect(unreachable).toEqual([]);
});
