import { expect, test } from 'vitest';
import { nameKey, nearlyEqual } from '../../src/record/name-key.js';

test.each([
  'Lavrov Lawrow Lavroff Лавров LAVROV',
  'Zelensky Zelenskyy Zelenskiy Zelenskyi Selenskyj Zelenski Зеленский Зеленський',
  'Sergei Sergey Sergej Сергей',
  'Serhiy Serhii Serhij',
  'Peskov Peskow Песков',
  'Zakharova Sacharowa Захарова Zaharova',
  'Shoigu Schoigu Шойгу',
  'Gorbachev Gorbatschow Gorbatchev Горбачев Горбачёв',
  'Khrushchev Chruschtschow Хрущев Хрущёв',
  'Medvedev Medwedew Медведев',
  'Medinsky Medinskiy Medinskij Мединский',
  'Ryabkov Rjabkow Riabkov Рябков',
  'Nebenzya Nebenzia Nebensja Небензя',
  'Yermak Jermak Ermak Єрмак Ермак',
  'Yeltsin Jelzin Ельцин',
  'Putin Poutine Путин',
  'Lukashenko Lukaschenko Лукашенко',
  'Ushakov Uschakow Ушаков',
  'Yanukovych Janukowytsch Янукович',
  'Stoltenberg STOLTENBERG',
  'Müller Mueller Muller',
  'Erdoğan Erdogan',
  'Alexander Aleksander',
  'Viktor Victor',
  'Sánchez Sanchez',
])('%s meet', (row) => {
  const keys = row.split(' ').map((name) => [name, nameKey(name)]);
  expect(keys).toEqual(keys.map(([name]) => [name, keys[0]![1]]));
});

test.each([
  ['Lavrov', 'Larov'],
  ['Rubio', 'Rutte'],
  ['Macron', 'Merkel'],
  ['Brown', 'Braun'],
  ['Johnson', 'Jonson'],
  ['Turnbull', 'Trumbull'],
  ['Gillard', 'Hillard'],
  ['Keating', 'Whiting'],
])('%s and %s stay apart', (a, b) => {
  expect(nameKey(a)).not.toBe(nameKey(b));
});

test.each([
  ['lavrov', 'lavro', true],
  ['lavrov', 'lavorv', false],
  ['lavrov', 'labrov', true],
  ['bush', 'rush', false],
  ['varga', 'vargas', true],
  ['lee', 'lie', false],
])('a slip: %s, %s: %s', (a, b, near) => {
  expect(nearlyEqual(a, b)).toBe(near);
});
