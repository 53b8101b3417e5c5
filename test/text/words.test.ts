import { expect, test } from 'vitest';
import { words } from '#text/index.js';

const rows: [string, string][] = [
  ['Hello, world!', 'hello world'],
  ['We don’t — really', "we don't really"],
  ['L’accord d’aujourd’hui', "l' accord d' aujourd'hui"],
  ['world-wide co\u00adoperation', 'world wide cooperation'],
  ['Straße Ёлка', 'strasse елка'],
  ['中国人 OK', '中 国 人 ok'],
  ["п’ять м'яч", "п'ять м'яч"],
  ['cafe\u0301 ﬁnd', 'café find'],
];
test.each(rows)('%s', (text, expected) => {
  expect(words(text).folded.join(' ')).toBe(expected);
});
