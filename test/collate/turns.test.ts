/** What a comparison says of whole turns: each row changes one press conference in one way. */
import { describe, expect, test } from 'vitest';
import { applyChanges, compareTexts } from '#collate/index.js';
import { record } from './given.js';

type Told = [string, ...string[]][];

const CONFERENCE: Told = [
  ['MR. LINDQVIST', 'Good morning, ladies and gentlemen. The ministers will each make a short statement.'],
  ['VARGA', 'Thank you, Jens. We sat together for nearly an hour. We spoke of the gates and of the crews.'],
  ['MOREAU', 'I came here with a list of inspectors and a timetable. There are seven names on the list.'],
  [
    'Q',
    'Will you accept inspectors at the northern terminal, and is it true that your own harbour master advised against it?',
  ],
  [
    'VARGA',
    'We could accept inspectors before the end of March, if the gates are opened first. Captain Petrik advises me on tides.',
  ],
  ['Q', 'So the date is firm?'],
  ['VARGA', 'A date is firm when two people are holding it.'],
  ['Q', 'Will the ferries sail in May?'],
  ['MOREAU', 'If the weather holds and the pilots come back from their strike.'],
];

const told = (change: (turns: Told) => void): Told => {
  const turns = CONFERENCE.map((turn): [string, ...string[]] => [...turn]);
  change(turns);
  return turns;
};

/** Differences that are not of form alone, and the remarks, each as one line. */
function summary(a: Told, b: Told): string[] {
  const [x, y] = [record(...a), record(...b)];
  const { changes, remarks } = compareTexts(x, y, 'en');
  expect(applyChanges(x.text, changes)).toBe(y.text);
  const clipped = (text: string): string => {
    const words = text.trim().split(/\s+/);
    return words.length > 9 ? `${words.slice(0, 4).join(' ')} … ${words.slice(-3).join(' ')}` : words.join(' ');
  };
  return [
    ...changes
      .filter((change) => change.class !== 'punctuation only')
      .map(({ class: kind, flags, move, a: from, b: to, within }) =>
        [
          `${kind}${move === undefined ? '' : ` ${move}`}${flags.length > 0 ? ` (${flags.join(', ')})` : ''}: ${clipped(from.text) || '∅'} → ${clipped(to.text) || '∅'}`,
          ...(within ?? []).map((inner) => `  ${inner.class}: ${inner.a.text} → ${inner.b.text}`),
        ].join('\n'),
      ),
    ...remarks.map(({ kind, missingIn, turn, part, answered, turns }) =>
      [
        `! ${kind} in ${missingIn}: ${turn.a}/${turn.b}`,
        part,
        answered === undefined ? '' : answered ? 'answered' : 'unanswered',
        turns ?? '',
      ]
        .filter(Boolean)
        .join(', '),
    ),
  ];
}

const rows: readonly (readonly [string, (turns: Told) => void, readonly string[]])[] = [
  [
    'a turn is missing',
    (t) => t.splice(2, 1),
    ['omission (number): MOREAU: I came here … on the list. → ∅', '! turn missing in b: 2/-1'],
  ],
  [
    'an interpreter’s turn is put in',
    (t) => t.splice(2, 0, ['INTERPRETER', 'Merci, Jens. Nous avons parlé des écluses pendant près d’une heure.']),
    ['addition (name): ∅ → INTERPRETER: Merci, Jens. Nous … près d’une heure.', '! turn missing in a: -1/2'],
  ],
  [
    'a question is missing and its answer is not',
    (t) => t.splice(5, 1),
    ['omission: Q: So the date is firm? → ∅', '! question missing in b: 5/-1, answered'],
  ],
  [
    'an answer is missing and its question is not',
    (t) => t.splice(4, 1),
    [
      'omission (number, name, date, modality, condition): VARGA: We could accept … me on tides. → ∅',
      '! answer missing in b: 4/-1',
    ],
  ],
  [
    'the second half of a question is missing',
    (t) => (t[3]![1] = 'Will you accept inspectors at the northern terminal?'),
    ['omission: , and is it … advised against it → ∅', '! part of a question missing in b: 3/3, second half, answered'],
  ],
  [
    'the first half of a question is missing',
    (t) => (t[3]![1] = 'Is it true that your own harbour master advised against it?'),
    [
      'omission (modality): Will you accept inspectors at the northern terminal, and → ∅',
      '! part of a question missing in b: 3/3, first half, answered',
    ],
  ],
  [
    'a few words of a question are other words',
    (t) => (t[3]![1] = t[3]![1]!.replace('your own harbour master', 'somebody')),
    ['replacement: your own harbour master → somebody'],
  ],
  [
    'words are given to another',
    (t) => (t[8]![0] = 'VARGA'),
    ['speaker change: MOREAU: → VARGA:', '! speaker change in b: 8/8'],
  ],
  [
    'a label is lost, and with it who speaks',
    (t) => {
      t[1]!.push(t[2]![1]!);
      t.splice(2, 1);
    },
    ['speaker change: MOREAU: → ∅', '! speaker change in b: 2/1'],
  ],
  [
    'labels are printed otherwise',
    (t) => {
      for (const turn of t)
        turn[0] = { VARGA: 'Foreign Minister Varga', MOREAU: 'Ms. Moreau', Q: 'QUESTION' }[turn[0]] ?? turn[0];
    },
    [],
  ],
  [
    'one record hears an interruption',
    (t) =>
      t.splice(
        1,
        1,
        ['VARGA', 'Thank you, Jens. We sat together for nearly an hour.'],
        ['A VOICE', 'Speak up!'],
        ['VARGA', 'We spoke of the gates and of the crews.'],
      ),
    ['addition (name): ∅ → A VOICE: Speak up!', '! turn missing in a: -1/2'],
  ],
  [
    'an answer has other words altogether',
    (t) => (t[6]![1] = 'Nobody has told the press office anything about that so far.'),
    [
      'replacement (negation, number, quantity word): A date is firm … are holding it → Nobody has told the … that so far',
    ],
  ],
  [
    'a block stands elsewhere',
    (t) => t.push(...t.splice(5, 2)),
    [
      'move 1: Q: So the date … are holding it. → ∅',
      'move 1: ∅ → Q: So the date … are holding it.',
      '! turn moved in b: 5/7, 2',
    ],
  ],
  [
    'a block stands elsewhere with a word changed',
    (t) => {
      const [question, answer] = t.splice(5, 2);
      answer![1] = answer![1]!.replace('two', 'three');
      t.splice(1, 0, question!, answer!);
    },
    [
      'move 1 (number): ∅ → Q: So the date … are holding it.\n  replacement: two → three',
      'move 1: Q: So the date … are holding it. → ∅',
      '! turn moved in b: 5/1, 2',
    ],
  ],
  [
    'two sentences are swapped',
    (t) => (t[2]![1] = 'There are seven names on the list. I came here with a list of inspectors and a timetable.'),
    ['move 1: ∅ → There are seven names on the list.', 'move 1: There are seven names on the list. → ∅'],
  ],
];

describe('two records of one press conference', () => {
  test.each(rows)('%s', (_, change, expected) => {
    expect(summary(CONFERENCE, told(change))).toEqual(expected);
  });

  test('what is missing in the one is missing in the other, turned round', () => {
    for (const [, change] of rows) {
      const [there, back] = [
        compareTexts(record(...CONFERENCE), record(...told(change)), 'en'),
        compareTexts(record(...told(change)), record(...CONFERENCE), 'en'),
      ];
      const turned = (kinds: readonly string[]): string[] => kinds.map((kind) => (kind === 'a' ? 'b' : 'a')).toSorted();
      const missing = ({ remarks }: typeof there): string[] =>
        remarks.filter(({ kind }) => kind.endsWith('missing')).map(({ missingIn }) => missingIn);
      expect(missing(back).toSorted()).toEqual(turned(missing(there)));
    }
  });
});
