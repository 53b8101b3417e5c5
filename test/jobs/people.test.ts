import { describe, expect, it } from 'vitest';
import { readPeople } from '../../src/jobs/import-people.js';
import { bytesOf } from './files-in-memory.js';

const mandate = (post: string, body: string | null, from: string | null, to: string | null) => ({
  post,
  body,
  from,
  to,
});

describe('a table of people', () => {
  const rows: readonly (readonly [string, string, unknown, readonly string[]])[] = [
    [
      'rows of one name are one person, and columns stand in any order',
      'post,name,from,to,body,aliases\nMinister,Ilse Moreau,2024-07-08,,Foreign Office,Moreau|Mme Moreau\nTrade Minister,Ilse Moreau,2020,2024-07-07,,\n',
      [
        {
          id: 'ilse-moreau',
          name: 'Ilse Moreau',
          aliases: ['Moreau', 'Mme Moreau'],
          mandates: [
            mandate('Minister', 'Foreign Office', '2024-07-08', null),
            mandate('Trade Minister', null, '2020', '2024-07-07'),
          ],
        },
      ],
      [],
    ],
    [
      'semicolons, quotes, a byte order mark and empty rows',
      '\ufeffName;Aliases;Post\r\n"Лавров, Сергей";"Lavrov|Лавров";\r\n;;\r\n',
      [{ id: 'лавров-сергей', name: 'Лавров, Сергей', aliases: ['Lavrov', 'Лавров'], mandates: [] }],
      [],
    ],
    [
      'bad rows are named by their number and left out',
      'name,post,from,to\nA,Minister,2025-13,\n,Minister,,\nB,,2025,\nC,Envoy,2025-05,2024\nD,Envoy,2025,2025-03\n',
      [{ id: 'd', name: 'D', aliases: [], mandates: [mandate('Envoy', null, '2025', '2025-03')] }],
      [
        'row 2: A: the day "2025-13" under from is none; write it as 2025, 2025-07 or 2025-07-10.',
        'row 3: it names nobody: the column "name" is empty.',
        'row 4: B: there are days of an office, but the column "post" does not say which.',
        'row 5: C: it ends (2024) before it begins (2025-05).',
      ],
    ],
    ['a table without names', 'who,post\nA,B\n', [], ['row 1: there is no column "name".']],
  ];
  it.each(rows)('%s', (_, text, people, sentences) => {
    const { value, problems } = readPeople(bytesOf(text), 'people.csv');
    expect(value).toEqual(people);
    expect(problems.map(({ where, message }) => `${where}: ${message}`)).toEqual(sentences);
  });
});

describe('Popolo', () => {
  it('reads persons, organizations, posts and memberships', () => {
    const file = {
      persons: [
        { id: 'p1', name: 'Anselm Varga', other_names: [{ name: 'A. Varga' }, { name: 'Anselm Varga' }] },
        { name: 'No Id', memberships: [{ role: 'Envoy', start_date: '2025', end_date: null }] },
        { id: 'p3' },
      ],
      organizations: [{ id: 'o1', name: 'Ministry' }],
      posts: [{ id: 'post1', label: 'Minister', organization_id: 'o1' }],
      memberships: [
        { person_id: 'p1', post_id: 'post1', start_date: '2025-09-15' },
        { person_id: 'p1', organization_id: 'o1', role: 'deputy', end_date: '2025-09-14' },
        { person_id: 'p1', organization_id: 'o1' },
        { person_id: 'p9', post_id: 'post1' },
        { person_id: 'p1', post_id: 'none' },
        { person_id: 'p1', post_id: 'post1', start_date: 'soon' },
      ],
    };
    const { value, problems } = readPeople(bytesOf(JSON.stringify(file)), 'people.json');
    expect(value).toEqual([
      {
        id: 'p1',
        name: 'Anselm Varga',
        aliases: ['A. Varga'],
        mandates: [
          mandate('Minister', 'Ministry', '2025-09-15', null),
          mandate('deputy', 'Ministry', null, '2025-09-14'),
        ],
      },
      { id: 'no-id', name: 'No Id', aliases: [], mandates: [mandate('Envoy', null, '2025', null)] },
    ]);
    expect(problems.map(({ where, message }) => `${where}: ${message}`)).toEqual([
      'persons 3: it has no name.',
      'memberships 4: there is no person with the id "p9" in this file.',
      'memberships 5: Anselm Varga: there is no post with the id "none" in this file.',
      'memberships 6: Anselm Varga: the day "soon" under from is none; write it as 2025, 2025-07 or 2025-07-10.',
    ]);
  });
});

describe('a file of people that cannot be read', () => {
  const rows: readonly (readonly [string, Uint8Array, string])[] = [
    ['empty', new Uint8Array(), 'input-empty'],
    ['broken JSON', bytesOf('{"persons": ['), 'input-unreadable'],
    ['another encoding', Uint8Array.of(0x6e, 0xe0, 0x6d, 0x65), 'input-encoding'],
  ];
  it.each(rows)('%s', (_, bytes, code) => {
    expect(() => readPeople(bytes, 'people')).toThrow(expect.objectContaining({ code }) as Error);
  });
  it('UTF-16, as spreadsheets write it, is read', () => {
    const text = '\ufeffname\nÅse\n';
    const bytes = new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
    expect(readPeople(bytes, 'people.csv').value.map(({ name }) => name)).toEqual(['Åse']);
  });
});
