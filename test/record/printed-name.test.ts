import { describe, expect, test } from 'vitest';
import { readName } from '#record/index.js';

describe('a printed name taken apart: names | office | of', () => {
  test.each([
    ['Mr Lavrov', 'lavrov | |'],
    ['Mr. Lavrov', 'lavrov | |'],
    ['Sergey Lavrov', 'sergi lavrov | |'],
    ['SERGEY LAVROV:', 'sergi lavrov | |'],
    ['Lavrov, Sergey', 'sergi lavrov | |'],
    ['LAVROV Sergey Viktorovich', 'sergi viktorovih lavrov | |'],
    ['С.В.Лавров', 's v lavrov | |'],
    ['С. В. Лавров', 's v lavrov | |'],
    ['г-н Лавров', 'lavrov | |'],
    ['Министр иностранных дел С.В.Лавров', 's v lavrov | minister foreign |'],
    ['Министр иностранных дел Российской Федерации С.В.Лавров', 's v lavrov | minister foreign | rosiskoi federasi'],
    ['SECRETARY RUBIO', 'rubio | secretary |'],
    ['Secretary of State Marco Rubio', 'marko rubio | secretary state |'],
    ['Marco Rubio, US Secretary of State', 'marko rubio | secretary state | us'],
    ['U.S. Secretary of State Marco Rubio', 'marko rubio | secretary state | us'],
    ['FOREIGN MINISTER LAVROV (through interpreter)', 'lavrov | foreign minister |'],
    ['Russian Foreign Minister Sergei Lavrov', 'sergi lavrov | foreign minister | rusan'],
    ["Russia's foreign minister, Sergei Lavrov,", 'sergi lavrov | foreign minister | rusa'],
    ['the foreign minister', '| foreign minister |'],
    ['Foreign Secretary', '| foreign secretary |'],
    ['PRIME MINISTER', '| prime minister |'],
    ['the Canadian prime minister', '| prime minister | kanadan'],
    ['New Zealand Prime Minister', '| prime minister | nev sealand'],
    ['President of the United States', '| president | united states'],
    ['President of the United States Donald Trump', 'donald trump | president | united states'],
    ['President Trump', 'trump | president |'],
    ['former President Donald J. Trump', 'donald i trump | former president |'],
    ['Minister of Foreign Affairs of Ordania Anselm Varga', 'anselm varga | minister foreign | ordana'],
    ['Ilse Moreau, Foreign Secretary of Belmark', 'ilse moreau | foreign secretary | belmark'],
    ['Foreign Ministry spokeswoman Maria Zakharova', 'mara saharova | foreign spokesman | ministri'],
    ['the foreign minister’s spokesman', '| foreign minister spokesman |'],
    ['Senator the Hon. Penny Wong', 'peni vong | senator |'],
    ['The Hon. Bob Hawke AC MP', 'bob havk | |'],
    ['Herr Dr. Müller', 'muler | |'],
    ['M. Macron', 'makron | |'],
    ['Mme Le Pen', 'le pen | |'],
    ['Bundeskanzlerin Angela Merkel', 'angela merkel | chancellor |'],
    ['la ministra Margarita Robles', 'margarita robles | minister |'],
    ['von der Leyen', 'len | |'],
    ['Xi Jinping', 'ksi inping | |'],
    ['外交部发言人毛宁', '毛宁 | foreign spokesman |'],
    ['习近平主席', '习近平 | president |'],
    ['Jean-Yves Le Drian', 'ean ives le dran | |'],
    ['пресс-секретарь Президента Дмитрий Песков', 'dmitri peskov | spokesman president |'],
  ])('%s', (printed, expected) => {
    const { names, office, of } = readName(printed);
    expect(
      [names, office, of]
        .map((words) => words.join(' '))
        .join(' | ')
        .replace(/ +/g, ' ')
        .trim(),
    ).toBe(expected);
  });
});

test.each([
  ['QUESTION', true],
  ['Q:', true],
  ['MODERATOR', true],
  ['a reporter', true],
  ['ВОПРОС', true],
  ['记者', true],
  ['Somebody', true],
  ['MR. QUESTER', false],
  ['the spokesman', false],
])('%s names nobody: %s', (printed, nobody) => {
  expect(readName(printed).nobody).toBe(nobody);
});

test.each([
  ['the Kremlin', true],
  ['Moscow', true],
  ['Foreign Office', true],
  ['the Federal Open Market Committee', true],
  ['the State Department', true],
  ['Lavrov', false],
  ['Mr West', false],
  ['Foreign Office spokesman', false],
])('%s may be an institution: %s', (printed, institution) => {
  expect(readName(printed).institution).toBe(institution);
});
