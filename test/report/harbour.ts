/** A draft about harbour talks, with its findings: every status, context flag, role and kind occurs. Invented. */
import type { DraftCheck } from '#record/index.js';
import { draftCheck, type Place } from './fixtures.js';

const TEXT = `Anselm Varga left the harbour talks on Thursday saying the two sides had held “a frank exchange on every open question”, and that “we will accept inspectors at the northern terminal before the end of March”. His counterpart, Foreign Secretary Ilse Moreau, was cooler.

“The resumption of ferry traffic and continued efforts on the missions are a matter of weeks,” her office wrote. Asked whether the offer was new, she said: “It is a new … approach, [but] I would not call it a plan.”

A spokesman had earlier called the reports “wholly invented”, according to the agency. One official put it more plainly: “They know where the door is.” Varga said the fleet of “five thousand” would wait, that “nobody is holding anybody hostage”, and that “the gates are not the point”.

“The first ferry,” he added, “could sail before Easter.” Moreau told parliament in February: “Neither side will regard the presence of an inspector as a concession.” At the press conference she spoke of “no movement on the quay before we have seen anything else”. In Russian the ministry deplores «недопустимых односторонних шагах бельмаркской стороны».

“We have waited four months and we cannot wait another four,” Varga said. “Is the northern terminal open today?” he asked. The “shadow pilots” of the tabloids sail on in “The Strait Review”. “QUESTION: Is it closed? MR. VARGA: It is the sea that is closed.” The statement calls the steps “not helpful in any way”. 外交部发言人说：“我们对此表示严重关切。”`;

const AGENCY = 'https://agency.example/2026/03/12/harbour?id=7&lang=en';

/** A draft of twenty-one quotations in which every status, kind, role and context flag occurs. */
export const HARBOUR: DraftCheck = draftCheck(
  TEXT,
  [
    {
      quoted: 'a frank exchange on every open question',
      status: 'exact',
      cue: 'saying',
      seen: [3, 3, '2026-03-12'],
      records: 'agree',
      places: [
        {
          before: 'Good afternoon. We have had ',
          text: 'a frank exchange on every open question',
          after: ', as one does when the clock has stopped.',
        },
        {
          text: 'a frank exchange on every open question',
          role: 'also',
          document: 18,
          title: 'Press conference, official record',
          kind: 'official report',
          address: 'https://ordania.example/record/88',
        },
      ],
    },
    {
      quoted: 'we will accept inspectors at the northern terminal before the end of March',
      status: 'altered in words',
      flags: ['conditional'],
      cue: 'saying',
      records: 'disagree',
      differsFrom: [9],
      notes: ['The condition stands in the transcript and not in the official record.'],
      places: [
        {
          before:
            'QUESTION: And the inspectors? FOREIGN MINISTER VARGA: No, listen. I said it to the Foreign Secretary and I say it here, in front of all of you and of the harbour master, who has been kind enough to stop the clock for us: ',
          text: 'we could accept inspectors at the northern terminal before the end of March',
          after:
            ', if the gates are opened first. That is the order of things, and it is not we who have turned it round.',
          differing: [['will', 'could', 'replacement', ['modality']]],
          turnKind: 'answer',
          said: '2026-03-12T11:42+01:00',
          address: 'https://ordania.example/press/2026-03-12',
        },
        {
          text: 'we can accept inspectors at the northern terminal before the end of April',
          differing: [
            ['will', 'can', 'replacement', ['modality']],
            ['March', 'April', 'replacement', ['date']],
          ],
          role: 'disagrees',
          document: 18,
          title: 'Press conference, official record',
          kind: 'official report',
          speaker: 'Anselm Varga',
        },
      ],
    },
    {
      quoted: 'The resumption of ferry traffic and continued efforts on the missions are a matter of weeks,',
      status: 'stitched',
      speaker: 'her office',
      cue: 'wrote',
      places: [
        {
          of: 'The resumption of ferry traffic',
          before: 'Ties between the societies, which could be promoted by ',
          text: 'the resumption of ferry traffic',
          after: '.',
          differing: [['The', 'the', 'punctuation only']],
          document: 21,
          title: 'Readout of the meeting',
          kind: 'readout',
          speaker: null,
          published: '2026-03-12T14:37+01:00',
          said: null,
        },
        {
          of: 'continued efforts on the missions',
          before: 'They also stressed ',
          text: 'continued efforts on the missions',
          after: ' and on the telephone line.',
          document: 21,
          title: 'Readout of the meeting',
          kind: 'readout',
          speaker: null,
          published: '2026-03-12T14:37+01:00',
          said: null,
        },
      ],
    },
    {
      quoted: 'It is a new … approach, [but] I would not call it a plan.',
      status: 'exact with marked edits',
      speaker: 'Moreau',
      places: [
        {
          before: 'Yes. ',
          text: 'It is a new and, let me be fair, a different approach, and I would not call it a plan',
          after: '. Plans have dates.',
          speaker: 'FOREIGN SECRETARY MOREAU',
          turnKind: 'answer',
          differing: [
            ['…', 'and, let me be fair, a different', 'replacement'],
            ['[but]', 'and', 'replacement'],
          ],
        },
      ],
    },
    {
      quoted: 'wholly invented',
      status: 'second-hand only',
      attributionFinding: 'second-hand only',
      speaker: 'A spokesman',
      cue: 'called',
      seen: [4, 4, '2026-03-09'],
      places: [
        {
          before: 'The port administration called it ',
          text: 'wholly invented',
          after: ' on Monday, the agency said.',
          document: 30,
          title: 'Second shipment reported at the terminal',
          kind: 'press report',
          speaker: null,
          turnKind: 'narrative',
          published: '2026-03-09',
          said: null,
          address: AGENCY,
        },
        ...[31, 32, 33, 34].map(
          (document): Place => ({
            text: 'wholly invented',
            role: 'also',
            document,
            kind: 'press report',
            speaker: null,
            title: `Evening bulletin ${document}`,
            published: '2026-03-10',
            said: null,
          }),
        ),
      ],
    },
    {
      quoted: 'They know where the door is.',
      status: 'not held',
      attributionFinding: 'unknown',
      speaker: 'One official',
      cue: 'put it',
      places: [
        {
          role: 'nearest',
          score: 0.33,
          before: 'He was shown to the office and told to ask ',
          text: 'where the harbour master is',
          after: ' before the boats go out.',
          differing: [
            ['They know ', '', 'omission'],
            ['door', 'harbour master', 'replacement'],
          ],
          document: 40,
          title: 'Bulletin of the observation group',
          kind: 'bulletin',
          speaker: null,
          guessed: true,
        },
        {
          role: 'nearest',
          score: 0.17,
          text: 'the door of the terminal',
          document: 41,
          title: 'Evening note',
          kind: 'other',
          speaker: null,
          said: null,
        },
      ],
    },
    {
      quoted: 'five thousand',
      kind: 'fragment',
      status: 'altered in form only',
      seen: [412, 31, '2019-05-03'],
      places: [{ text: '5,000', differing: [['five thousand', '5,000', 'punctuation only', ['number']]] }],
    },
    {
      quoted: 'nobody is holding anybody hostage',
      status: 'wrong speaker',
      attributionFinding: 'wrong speaker',
      places: [
        {
          before: 'But then, ',
          text: 'nobody is holding anybody hostage',
          after: ', but nobody is buying a ticket either.',
          speaker: 'MR BRANDT',
          said: '2026-02-24',
          title: 'Daily briefing',
          document: 50,
        },
      ],
    },
    {
      quoted: 'the gates are not the point',
      status: 'exact',
      flags: ['speaker quoting another', 'negated'],
      differsFrom: [2],
      look: false,
      places: [
        {
          before: 'The Foreign Secretary told me that ',
          text: 'the gates are not the point',
          after: '. I do not agree.',
        },
      ],
    },
    {
      quoted: 'The first ferry, could sail before Easter.',
      pieces: ['The first ferry,', 'could sail before Easter.'],
      status: 'reordered',
      cue: 'added',
      places: [
        {
          before: 'God willing, ',
          text: 'Before Easter the first ferry could sail',
          after: '.',
          differing: [
            ['', 'Before Easter ', 'move', [], 1],
            ['The', 'the', 'punctuation only'],
            [',', '', 'punctuation only'],
            [' before Easter', '', 'move', [], 1],
          ],
        },
      ],
    },
    {
      quoted: 'Neither side will regard the presence of an inspector as a concession.',
      status: 'wrong occasion',
      attributionFinding: 'wrong occasion',
      speaker: 'Moreau',
      cue: 'told parliament',
      occasion: 'told parliament in February',
      places: [
        {
          text: 'Neither side will regard the presence of an inspector as a concession',
          after: ', nor the opening of a gate as a reward.',
          speaker: 'Moreau',
          title: 'Joint statement',
          kind: 'joint statement',
          document: 60,
        },
      ],
    },
    {
      quoted: 'no movement on the quay before we have seen anything else',
      status: 'altered in words',
      speaker: 'Moreau',
      cue: 'spoke of',
      places: [
        {
          before: 'What I would call the test is ',
          text: 'the movement on the quay, on all of its berths and on both of its cranes, that we need to see before anything else',
          after: '.',
          speaker: 'FOREIGN SECRETARY MOREAU',
          differing: [
            ['no', 'the', 'replacement', ['negation']],
            [
              '',
              ', on all of its berths and on both of its cranes, that we need to see',
              'omission',
              ['quantity word'],
            ],
            ['we have seen ', '', 'addition', ['tense']],
          ],
        },
      ],
    },
    {
      quoted: 'недопустимых односторонних шагах бельмаркской стороны',
      status: 'inflected',
      speaker: 'the ministry',
      cue: 'deplores',
      places: [
        {
          before: 'Мы видим ',
          text: 'недопустимые односторонние шаги бельмаркской стороны',
          after: ' в проливе.',
          document: 70,
          title: 'О ситуации в проливах',
          kind: 'statement',
          speaker: null,
          differing: [
            ['недопустимых', 'недопустимые', 'grammar only'],
            ['односторонних', 'односторонние', 'grammar only'],
            ['шагах', 'шаги', 'grammar only'],
          ],
        },
      ],
    },
    {
      quoted: 'We have waited four months and we cannot wait another four,',
      status: 'records disagree',
      records: 'disagree',
      flags: ['later corrected'],
      places: [
        {
          before: 'I told her that ',
          text: 'we have waited four months and we cannot wait another four',
          after: '.',
          differing: [['We', 'we', 'punctuation only']],
        },
        {
          text: 'we have waited for months and we cannot wait any longer',
          role: 'disagrees',
          document: 19,
          kind: 'rush draft',
          title: 'Press conference, rush draft',
          differing: [
            ['We', 'we', 'punctuation only'],
            ['four', 'for', 'replacement', ['number']],
            ['another four', 'any longer', 'replacement', ['number']],
          ],
        },
      ],
    },
    {
      quoted: 'Is the northern terminal open today?',
      status: 'exact',
      flags: ['in a question'],
      look: true,
      places: [
        {
          before: 'QUESTION: Minister, ',
          text: 'is the northern terminal open today?',
          after: ' FOREIGN MINISTER VARGA: It is open every day of the year.',
          differing: [['Is', 'is', 'punctuation only']],
          speaker: null,
          turnKind: 'question',
        },
      ],
    },
    { quoted: 'shadow pilots', kind: 'scare', status: 'not held', attributionFinding: 'unknown', speaker: null },
    { quoted: 'The Strait Review', kind: 'title', status: 'not held', attributionFinding: 'unknown', speaker: null },
    {
      quoted: 'QUESTION: Is it closed? MR. VARGA: It is the sea that is closed.',
      labels: ['QUESTION', 'MR. VARGA'],
      status: 'altered in form only',
      places: [
        { of: 'Is it closed?', text: 'Is it closed?', speaker: null, turnKind: 'question' },
        {
          of: 'It is the sea that is closed.',
          before: 'It is open every day of the year. ',
          text: 'It is the sea that is “closed”',
          after: '.',
          turnKind: 'answer',
          differing: [['closed', '“closed”', 'punctuation only']],
        },
      ],
    },
    {
      quoted: 'not helpful in any way',
      status: 'follows a translation',
      records: 'follows a translation',
      speaker: 'The statement',
      cue: 'calls',
      places: [
        {
          text: 'not helpful in any way',
          kind: 'official translation',
          title: 'On the situation in the Sable Narrows',
          document: 72,
          speaker: null,
        },
        {
          text: 'никоим образом не способствуют',
          before: 'Эти шаги ',
          after: ' решению.',
          role: 'original',
          kind: 'statement',
          title: 'О ситуации в проливах',
          document: 70,
          speaker: null,
        },
      ],
    },
    {
      quoted: '我们对此表示严重关切。',
      status: 'altered in words',
      speaker: '外交部发言人',
      cue: '说',
      places: [
        {
          before: '他说，',
          text: '我们对此表示强烈关切和坚决反对',
          after: '。',
          document: 80,
          title: '例行记者会',
          speaker: '发言人',
          differing: [
            ['严重', '强烈', 'replacement'],
            ['', '和坚决反对', 'omission'],
          ],
        },
      ],
    },
  ],
  {
    links: [
      { start: TEXT.indexOf('the agency'), end: TEXT.indexOf('the agency') + 10, address: AGENCY },
      { start: 0, end: 0, address: 'https://ordania.example/press/2026-03-12' },
    ],
    problems: [
      {
        code: 'marks-never-closed',
        message:
          'A quotation mark opened in paragraph 4 is never closed; its words were taken to the end of the paragraph.',
      },
    ],
  },
);
