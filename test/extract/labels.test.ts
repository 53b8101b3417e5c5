import { describe, expect, it } from 'vitest';
import { readOne, turnsOf } from './read.js';

/** Name of the shape, file name, text, the turns that stand in it. */
const rows: [string, string, string, string[]][] = [
  [
    'capitals, with a title',
    'a.txt',
    'SECRETARY HALE: We will not yield.\n\nQUESTION: Why not?\n\nSECRETARY HALE: Because we gave our word.\n\nAnd we keep it.',
    [
      'speech · SECRETARY HALE · SECRETARY HALE · We will not yield.',
      'question · QUESTION · – · Why not?',
      'answer · SECRETARY HALE · SECRETARY HALE · Because we gave our word. And we keep it.',
    ],
  ],
  [
    'one sure label alone',
    'a.txt',
    'PRIME MINISTER BERG: We shall stay.',
    ['speech · PRIME MINISTER BERG · PRIME MINISTER BERG · We shall stay.'],
  ],
  [
    'Q: and A:',
    'a.txt',
    'Q: Will you go?\n\nA: I will.\n\nQ: When?\n\nA: Soon.',
    [
      'question · Q · – · Will you go?',
      'answer · A · – · I will.',
      'question · Q · – · When?',
      'answer · A · – · Soon.',
    ],
  ],
  [
    'Q. and A.',
    'a.txt',
    'Q. Will you go?\n\nA. I will.\n\nQ. When?\n\nA. Soon.',
    [
      'question · Q · – · Will you go?',
      'answer · A · – · I will.',
      'question · Q · – · When?',
      'answer · A · – · Soon.',
    ],
  ],
  [
    'Q. and P. M.',
    'a.txt',
    'Q. Will you go?\n\nP. M. No, where did you read that?\n\nQ. In the press.\n\nP. M, Yes, but I never said it.\n\nQ. No?\n\nP.M. No.',
    [
      'question · Q · – · Will you go?',
      'answer · P. M. · P. M. · No, where did you read that?',
      'question · Q · – · In the press.',
      'answer · P. M · P. M · Yes, but I never said it.',
      'question · Q · – · No?',
      'answer · P.M. · P.M. · No.',
    ],
  ],
  [
    'P. M. as scanners leave it',
    'a.txt',
    "Q Is that so?\n\nP. M.-I am disturbed.\n\nQ What will you say?\n\nP. M. cont. We shall go on.\n\nQ And then?\n\nP. M. '. ell, that is a question.",
    [
      'question · Q · – · Is that so?',
      'answer · P. M. · P. M. · I am disturbed.',
      'question · Q · – · What will you say?',
      'answer · P. M. · P. M. · We shall go on.',
      'question · Q · – · And then?',
      'answer · P. M. · P. M. · ell, that is a question.',
    ],
  ],
  [
    'PM that is no label',
    'a.txt',
    'PM Modi met the press.\n\nQUESTION: What of the talks?\n\nMS ORLO: They went well.\n\nPM Modi left at noon.',
    [
      'question · QUESTION · – · What of the talks?',
      'answer · MS ORLO · MS ORLO · They went well. PM Modi left at noon.',
    ],
  ],
  ['a P and a point that is no label', 'a.txt', 'P. FOR MEDIA FRIDAY\n\nIt is an honour to be here today.', []],
  [
    'Prime Minister and a semicolon',
    'a.txt',
    'Question: Can you give us a pledge?\n\nPrime Minister; Well, we have said that we will.\n\nQuestion: When?\n\nPrime Minister: Soon.',
    [
      'question · Question · – · Can you give us a pledge?',
      'answer · Prime Minister · Prime Minister · Well, we have said that we will.',
      'question · Question · – · When?',
      'answer · Prime Minister · Prime Minister · Soon.',
    ],
  ],
  [
    'an office that is asked, whatever ran into its turns',
    'a.txt',
    'Q. One?\n\nP. M. Yes. And what of that?\n\nQ. Two?\n\nP. M. No. And do you think it can be avoided?\n\nQ. Three?\n\nP. M. That is all.',
    [
      'question · Q · – · One?',
      'answer · P. M. · P. M. · Yes. And what of that?',
      'question · Q · – · Two?',
      'answer · P. M. · P. M. · No. And do you think it can be avoided?',
      'question · Q · – · Three?',
      'answer · P. M. · P. M. · That is all.',
    ],
  ],
  [
    'Q and PM with no mark',
    'a.txt',
    'Q This is designed to cover everything.\n\nPM Well, that is going too far.\n\nQ Could I ask how many?\n\nPM Fifteen to eighteen.',
    [
      'question · Q · – · This is designed to cover everything.',
      'answer · PM · PM · Well, that is going too far.',
      'question · Q · – · Could I ask how many?',
      'answer · PM · PM · Fifteen to eighteen.',
    ],
  ],
  [
    'Q and a gap, no colon',
    'a.txt',
    'THE PRESIDENT:  Thank you all.\n\nQ    Mr. President, will you sign it?\n\nTHE PRESIDENT:  I will.\n\nQ\tWhen?',
    [
      'speech · THE PRESIDENT · THE PRESIDENT · Thank you all.',
      'question · Q · – · Mr. President, will you sign it?',
      'answer · THE PRESIDENT · THE PRESIDENT · I will.',
      'question · Q · – · When?',
    ],
  ],
  [
    'numbered questions',
    'a.txt',
    'QUESTION 1: Who?\n\nMS ORLO: We.\n\nQUESTION 2: When?\n\nMS ORLO: Now.',
    [
      'question · QUESTION 1 · – · Who?',
      'answer · MS ORLO · MS ORLO · We.',
      'question · QUESTION 2 · – · When?',
      'answer · MS ORLO · MS ORLO · Now.',
    ],
  ],
  [
    'through an interpreter, in the label and behind it',
    'a.txt',
    'MR. SATO (through interpreter): We agree.\n\nMR TANN: (Via interpreter) So do we.\n\nMS. REY (as interpreted.): And we.',
    [
      'speech · MR. SATO (through interpreter) · MR. SATO · interpreted · We agree.',
      'speech · MR TANN · MR TANN · interpreted · So do we.',
      'speech · MS. REY (as interpreted.) · MS. REY · interpreted · And we.',
    ],
  ],
  [
    'bold in Markdown, colon inside and outside',
    'a.md',
    '**Anna Berg:** We agree.\n\n**Question** (retranslated from French): On what?\n\n**Anna Berg**: On all of it.',
    [
      'speech · Anna Berg · Anna Berg · We agree.',
      'question · Question (retranslated from French) · – · interpreted · On what?',
      'answer · Anna Berg · Anna Berg · On all of it.',
    ],
  ],
  [
    'strong, as a paragraph of its own',
    'a.html',
    '<p><strong>PRIME MINISTER:</strong></p><p>We agree.</p><p>With all of it.</p><p><strong>JOURNALIST:</strong></p><p>On what?</p>',
    ['speech · PRIME MINISTER · PRIME MINISTER · We agree. With all of it.', 'question · JOURNALIST · – · On what?'],
  ],
  [
    'alone on its line',
    'a.html',
    '<p>HARDACRE:</p><p>You gave your word.</p><p>PM:</p><p>And kept it.</p><p>HARDACRE:</p><p>Did you?</p>',
    [
      'speech · HARDACRE · HARDACRE · You gave your word.',
      'speech · PM · PM · And kept it.',
      'speech · HARDACRE · HARDACRE · Did you?',
    ],
  ],
  [
    'a bold role without any mark',
    'a.html',
    '<p><b>PRIME MINISTER</b></p><p>We agree.</p><p><b>JOURNALIST</b></p><p>On what?</p><p><b>PRIME MINISTER</b></p><p>On all.</p>',
    [
      'speech · PRIME MINISTER · PRIME MINISTER · We agree.',
      'question · JOURNALIST · – · On what?',
      'answer · PRIME MINISTER · PRIME MINISTER · On all.',
    ],
  ],
  [
    'bold name, italic note, bold colon',
    'a.html',
    '<p><b>President of Norland Tomas Rehn:</b> Friends, good day.</p><p><b>Question</b> <i>(retranslated)</i><b>:</b> Will you meet?</p><p><b>Tomas Rehn:</b> We will.</p>',
    [
      'speech · President of Norland Tomas Rehn · President of Norland Tomas Rehn · Friends, good day.',
      'question · Question (retranslated) · – · interpreted · Will you meet?',
      'answer · Tomas Rehn · Tomas Rehn · We will.',
    ],
  ],
  [
    'plain names that recur',
    'a.txt',
    'Anna Berg: We met in May.\n\nTomas Rehn: And in June.\n\nAnna Berg: In June as well.\n\nTomas Rehn: Yes.',
    [
      'speech · Anna Berg · Anna Berg · We met in May.',
      'speech · Tomas Rehn · Tomas Rehn · And in June.',
      'speech · Anna Berg · Anna Berg · In June as well.',
      'speech · Tomas Rehn · Tomas Rehn · Yes.',
    ],
  ],
  [
    'initials, Russian',
    'a.txt',
    'А.В.Горский: Добрый день.\n\nВопрос: Когда встреча?\n\nА.В.Горский (перевод с английского): Завтра.\n\nРеплика: Наконец-то.',
    [
      'speech · А.В.Горский · А.В.Горский · Добрый день.',
      'question · Вопрос · – · Когда встреча?',
      'answer · А.В.Горский (перевод с английского) · А.В.Горский · interpreted · Завтра.',
      'interruption · Реплика · – · Наконец-то.',
    ],
  ],
  [
    'question and answer, Russian',
    'a.txt',
    'Вопрос: Когда?\n\nОтвет: Завтра.',
    ['question · Вопрос · – · Когда?', 'answer · Ответ · – · Завтра.'],
  ],
  [
    'Ukrainian',
    'a.txt',
    'Запитання: Коли зустріч?\n\nВідповідь: Завтра.',
    ['question · Запитання · – · Коли зустріч?', 'answer · Відповідь · – · Завтра.'],
  ],
  [
    'French, with a space before the colon',
    'a.txt',
    'Question : Quand ?\n\nLA MINISTRE : Demain.\n\nJOURNALISTE : Sûr ?',
    [
      'question · Question · – · Quand ?',
      'answer · LA MINISTRE · LA MINISTRE · Demain.',
      'question · JOURNALISTE · – · Sûr ?',
    ],
  ],
  [
    'German, with the name of who asks',
    'a.txt',
    'Frage JENSEN: Wann?\n\nStS WEBER: Morgen.\n\nZusatzfrage JENSEN: Sicher?\n\nKLEIN (AA): Ja.\n\nStS WEBER: Ja.',
    [
      'question · Frage JENSEN · JENSEN · Wann?',
      'answer · StS WEBER · StS WEBER · Morgen.',
      'question · Zusatzfrage JENSEN · JENSEN · Sicher?',
      'answer · KLEIN (AA) · KLEIN · Ja.',
      'answer · StS WEBER · StS WEBER · Ja.',
    ],
  ],
  [
    'Spanish',
    'a.txt',
    'Pregunta: ¿Cuándo?\n\nRespuesta: Mañana.',
    ['question · Pregunta · – · ¿Cuándo?', 'answer · Respuesta · – · Mañana.'],
  ],
  [
    'Chinese',
    'a.txt',
    '北方通讯社记者：会谈何时举行？\n\n发言人：明天。\n\n记者：在哪里？\n\n答：在首都。',
    [
      'question · 北方通讯社记者 · 北方通讯社记者 · 会谈何时举行？',
      'answer · 发言人 · 发言人 · 明天。',
      'question · 记者 · – · 在哪里？',
      'answer · 答 · – · 在首都。',
    ],
  ],
  [
    'capitals and a point',
    'a.txt',
    'CHAIR POLLARD. Good afternoon.\n\nNINA ROSS. Thank you. Is it done?\n\nCHAIR POLLARD. It is.\n\nNINA ROSS. Thank you.',
    [
      'speech · CHAIR POLLARD · CHAIR POLLARD · Good afternoon.',
      'speech · NINA ROSS · NINA ROSS · Thank you. Is it done?',
      'speech · CHAIR POLLARD · CHAIR POLLARD · It is.',
      'speech · NINA ROSS · NINA ROSS · Thank you.',
    ],
  ],
  [
    'Question. The President.',
    'a.txt',
    'Q. Will you sign?\n\nThe President. I will.\n\nQ. When?\n\nThe President. Today.',
    [
      'question · Q · – · Will you sign?',
      'answer · The President · The President · I will.',
      'question · Q · – · When?',
      'answer · The President · The President · Today.',
    ],
  ],
  [
    'in brackets',
    'a.txt',
    '[Interviewer] Will you stay?\n\nMs Orlo: I will.\n\n[Interviewer] How long?\n\nMs Orlo: A year.',
    [
      'question · Interviewer · – · Will you stay?',
      'answer · Ms Orlo · Ms Orlo · I will.',
      'question · Interviewer · – · How long?',
      'answer · Ms Orlo · Ms Orlo · A year.',
    ],
  ],
  [
    'name with its time',
    'a.txt',
    'Anna Berg (00:12):\n\nWe met.\n\nTomas Rehn (01:02):\n\nWe did.',
    ['speech · Anna Berg (00:12) · Anna Berg · We met.', 'speech · Tomas Rehn (01:02) · Tomas Rehn · We did.'],
  ],
  [
    'surname in capitals behind a title',
    'a.txt',
    'Mr HOWE: I move the motion.\n\nDr van der BERG: I second it.',
    ['speech · Mr HOWE · Mr HOWE · I move the motion.', 'speech · Dr van der BERG · Dr van der BERG · I second it.'],
  ],
  [
    'name and office in one label',
    'a.txt',
    'PETER ORLO – CHIEF EXECUTIVE: Welcome.\n\nANNA BERG MP, MINISTER FOR TRADE: Thank you.\n\nJOURNALIST: Is it done?',
    [
      'speech · PETER ORLO – CHIEF EXECUTIVE · PETER ORLO · Welcome.',
      'speech · ANNA BERG MP, MINISTER FOR TRADE · ANNA BERG MP · Thank you.',
      'question · JOURNALIST · – · Is it done?',
    ],
  ],
  [
    'continued overleaf',
    'a.txt',
    'JOURNALIST: Why?\n\nPM: Because.\n\nPM cont: And so on.',
    ['question · JOURNALIST · – · Why?', 'answer · PM · PM · Because.', 'answer · PM cont · PM · And so on.'],
  ],
  [
    'garbled by a scanner',
    'a.txt',
    'JOURNAIZT: Why?\n\nPRIME MINISTER: Because.\n\nQUESTI ON: Really?\n\nPRIME MINISTER; Yes.',
    [
      'question · JOURNAIZT · – · Why?',
      'answer · PRIME MINISTER · PRIME MINISTER · Because.',
      'question · QUESTI ON · – · Really?',
      'answer · PRIME MINISTER · PRIME MINISTER · Yes.',
    ],
  ],
  [
    'behind a line break in one paragraph',
    'a.html',
    '<p>PM: We agree.<br>JOURNALIST: On what?<br>PM: On all of it.</p>',
    ['speech · PM · PM · We agree.', 'question · JOURNALIST · – · On what?', 'answer · PM · PM · On all of it.'],
  ],
  [
    'in wrapped lines',
    'a.txt',
    [
      'TRANSCRIPT OF AN INTERVIEW WITH THE PRIME MINISTER, PORT SABLE, 3 MAY',
      'REID: The treaty was signed nine years ago, and there are people who say',
      'that nobody has looked at it since. Is that fair?',
      'PM: It is not fair at all. We have looked at it every single year, and in',
      'each of these years we have said so in the House.',
      'REID: And will you look at it again before the summer, or is it going to',
      'wait until the next election?',
      'PM: Before the summer.',
    ].join('\n'),
    [
      'question · REID · REID · The treaty was signed nine years ago, and there are people who say that nobody has looked at it since. Is that fair?',
      'answer · PM · PM · It is not fair at all. We have looked at it every single year, and in each of these years we have said so in the House.',
      'question · REID · REID · And will you look at it again before the summer, or is it going to wait until the next election?',
      'answer · PM · PM · Before the summer.',
    ],
  ],
  [
    'a moderator',
    'a.txt',
    'MODERATOR: First question.\n\nQUESTION: Why?\n\nMINISTER BERG: Because.',
    [
      'procedure · MODERATOR · – · First question.',
      'question · QUESTION · – · Why?',
      'answer · MINISTER BERG · MINISTER BERG · Because.',
    ],
  ],
  [
    'captions',
    'a.srt',
    '1\n00:00:01,000 --> 00:00:02,000\n>> ANNA BERG: We will\n\n2\n00:00:02,000 --> 00:00:04,000\nnot yield. >> Why?\n',
    ['speech · ANNA BERG · ANNA BERG · We will not yield.', 'speech · – · – · Why?'],
  ],
];

describe('labels of speakers', () => {
  it.each(rows)('%s', async (_, name, text, turns) => {
    expect(turnsOf(await readOne(text, name))).toEqual(turns);
  });
});

describe('what looks like a label and is none', () => {
  it.each([
    ['The minister said: we will not yield.\n\nThe minister said: we will not go.'],
    ['Note: all figures are rounded.\n\nSource: https://example.org/a\n\nNote: more to come.'],
    ['Subject: Trade\n\nTime: 12:30\n\nPlace: Port Sable\n\nThe talks went on.'],
    ['Moscow: a city of many bridges.\n\nThe talks went on there.'],
    ['Education: more schools.\n\nHealth: more nurses.\n\nDefence: more ships.'],
    ['MEDIA CONTACT: 555 0100\n\nEMBARGO: noon\n\nTOPICS: Trade; fish.'],
    ['There are three points. First: the treaty. Second: the fish.'],
    ['Q is a letter of the alphabet.\n\nIt comes before R.'],
    ['A. The treaty\n\nB. The fish\n\nC. The bridges'],
    ['Mr. Speaker, I rise to speak.\n\nMr. Speaker, I sit down.'],
    ['We need three things: peace, bread and fish.\n\nWe need them now: today.'],
    ['他说：“我们同意。”\n\n他说：“明天见。”'],
    ['Ladies and gentlemen: welcome.\n\nLadies and gentlemen: goodbye.'],
    ['Dr. H. V. Evans, Minister.\n\nMr. E. J. Holm, Minister.\n\nDr. H. V. Evans again.\n\nMr. E. J. Holm again.'],
    ['HALL SAID: it is over.\n\nHALL SAID: it is not.'],
  ])('%s', async (text) => {
    expect(turnsOf(await readOne(text, 'a.txt'))).toEqual([]);
  });
});
