/** The age of a text: what every sentence is called, against a handful of texts held before it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#collate/index.js';
import { extract } from '#extract/index.js';
import { type TextAge, ageText } from '#jobs/index.js';
import { SENTENCE_AGES } from '#record/index.js';
import { aged, headed, holding, take } from './holding.js';

const A = { body: 'Ministry of Ordania', title: 'Statement' };
const B = { body: 'Foreign Office of Belmark', title: 'Remarks' };
const GATES = 'The Harrow gates remain closed to all vessels until the inspectors have finished their work.';

/** What is held, each with its day; the sentence; what its age is. */
interface Row {
  readonly name: string;
  readonly held: readonly (readonly [head: Readonly<Record<string, string>>, words: string])[];
  readonly head?: Readonly<Record<string, string>>;
  readonly sentence: string;
  readonly age: (typeof SENTENCE_AGES)[number];
  readonly times?: number;
  readonly figure?: boolean;
  readonly wording?: string | null;
}

const rows: readonly Row[] = [
  { name: 'nothing is held', held: [], sentence: GATES, age: 'first held', times: 0, wording: null },
  {
    name: 'something else is held',
    held: [[{ ...A, said: '2025-01-01' }, 'The herring was excellent this year.']],
    sentence: GATES,
    age: 'first held',
  },
  {
    name: 'the same words',
    held: [[{ ...A, said: '2025-01-01' }, GATES]],
    sentence: GATES,
    age: 'known, exact',
    times: 1,
    wording: 'exact',
  },
  {
    name: 'the same words in three texts, twice in one of them',
    held: [
      [{ ...A, said: '2025-01-01' }, `${GATES} Nobody was surprised. ${GATES}`],
      [{ ...A, said: '2025-01-02' }, GATES],
      [{ ...A, said: '2025-01-03' }, `To begin with: nothing.\n\n${GATES}`],
    ],
    sentence: GATES,
    age: 'known, exact',
    times: 3,
  },
  {
    name: 'the same words, but an earlier sentence goes on',
    held: [[{ ...A, said: '2025-01-01' }, GATES.replace('.', ' and the tide has turned.')]],
    sentence: GATES,
    age: 'known, with drop',
  },
  {
    name: 'the same words inside a sentence that begins earlier',
    held: [
      [
        { ...A, said: '2025-01-01' },
        `We say it again for everybody in this room: nobody doubts that ${GATES.replace('The', 'the')}`,
      ],
    ],
    sentence: GATES,
    age: 'known, with drop',
  },
  {
    name: 'words put in',
    held: [[{ ...A, said: '2025-01-01' }, GATES]],
    sentence: GATES.replace('closed', 'firmly closed'),
    age: 'known, with insert',
    times: 1,
    wording: 'altered in words',
  },
  {
    name: 'words left out',
    held: [[{ ...A, said: '2025-01-01' }, GATES]],
    sentence: GATES.replace(' all', ''),
    age: 'known, with drop',
  },
  {
    name: 'words exchanged',
    held: [[{ ...A, said: '2025-01-01' }, GATES]],
    sentence: GATES.replace('remain', 'stay'),
    age: 'known, with swap',
  },
  {
    name: 'a negation put in',
    held: [[{ ...A, said: '2025-01-01' }, 'We will accept the inspectors at the northern terminal.']],
    sentence: 'We will not accept the inspectors at the northern terminal.',
    age: 'known, with insert',
  },
  {
    name: 'other figures',
    held: [[{ ...A, said: '2025-01-01' }, 'In January 31 vessels passed the outer roads under escort.']],
    sentence: 'In February 28 vessels passed the outer roads under escort.',
    age: 'known, with swap',
    figure: true,
  },
  {
    name: 'other figures and another word',
    held: [[{ ...A, said: '2025-01-01' }, 'In January 31 vessels passed the outer roads under escort.']],
    sentence: 'In February 28 ships passed the outer roads under escort.',
    age: 'known, with swap',
    figure: false,
  },
  {
    name: 'capitals and marks',
    held: [[{ ...A, said: '2025-01-01' }, GATES]],
    sentence: GATES.replace('all vessels', 'All-Vessels'),
    age: 'known, exact',
    wording: 'altered in form only',
  },
  {
    name: 'another body said it',
    held: [[{ ...B, said: '2025-01-01' }, GATES]],
    sentence: GATES,
    age: 'first by this body',
    times: 1,
  },
  {
    name: 'this body said it, another speaker',
    held: [[{ ...A, said: '2025-01-01', speaker: 'Teodora Lisk' }, GATES]],
    head: { ...A, speaker: 'Anselm Varga' },
    sentence: GATES,
    age: 'first by this speaker',
  },
  {
    name: 'this body and this speaker, under another printed name',
    held: [[{ ...A, said: '2025-01-01', speaker: 'Mr Varga' }, GATES]],
    head: { ...A, speaker: 'Anselm Varga' },
    sentence: GATES,
    age: 'known, exact',
  },
  {
    name: 'nobody knows whose text it is',
    held: [[{ ...B, said: '2025-01-01' }, GATES]],
    head: {},
    sentence: GATES,
    age: 'known, exact',
  },
  { name: 'held later only', held: [[{ ...A, said: '2025-07-01' }, GATES]], sentence: GATES, age: 'first held' },
  {
    name: 'held of the same day, the hours unknown',
    held: [[{ ...A, said: '2025-06-30' }, GATES]],
    sentence: GATES,
    age: 'first held',
  },
  {
    name: 'held of the same day, hours before',
    held: [[{ ...A, said: '2025-06-30T09:00+02:00' }, GATES]],
    head: { ...A, said: '2025-06-30T11:00+02:00' },
    sentence: GATES,
    age: 'known, exact',
  },
  {
    name: 'near-copies of one day count once',
    held: [
      [{ ...A, said: '2025-01-01' }, `${GATES} Nobody was surprised by any of this, least of all the herring.`],
      [{ ...B, said: '2025-01-01' }, `${GATES} Nobody was surprised by any of this, and least of all the herring.`],
    ],
    sentence: GATES,
    age: 'known, exact',
    times: 1,
  },
  {
    name: 'the same words on two days count twice',
    held: [
      [{ ...A, said: '2025-01-01' }, `${GATES} Nobody was surprised by any of this, least of all the herring.`],
      [{ ...A, said: '2025-01-02' }, `${GATES} Nobody was surprised by any of this, and least of all the herring.`],
    ],
    sentence: GATES,
    age: 'known, exact',
    times: 2,
  },
  {
    name: 'Russian, another ending',
    held: [
      [
        { ...A, language: 'ru', said: '2025-01-01' },
        'Министерство с серьёзной озабоченностью отмечает, что ворота Харроу до сих пор не открыты.',
      ],
    ],
    head: { ...A, language: 'ru' },
    sentence: 'Министерство с серьёзной озабоченностью отметило, что ворота Харроу до сих пор не открыты.',
    age: 'known, with swap',
  },
  {
    name: 'Russian, a word put in',
    held: [
      [
        { ...A, language: 'ru', said: '2025-01-01' },
        'Ордания остаётся готовой к диалогу на основе взаимного уважения.',
      ],
    ],
    head: { ...A, language: 'ru' },
    sentence: 'Ордания остаётся готовой к серьёзному диалогу на основе взаимного уважения.',
    age: 'known, with insert',
  },
  {
    name: 'Chinese, the same words',
    held: [[{ ...A, language: 'zh', said: '2025-01-01' }, '双方就北部码头的检查问题交换了意见。会谈是坦率的。']],
    head: { ...A, language: 'zh' },
    sentence: '双方就北部码头的检查问题交换了意见。',
    age: 'known, exact',
  },
  {
    name: 'Chinese, words put in',
    held: [[{ ...A, language: 'zh', said: '2025-01-01' }, '双方就北部码头的检查问题交换了意见。会谈是坦率的。']],
    head: { ...A, language: 'zh' },
    sentence: '双方就北部码头的检查问题深入交换了意见。',
    age: 'known, with insert',
  },
  {
    name: 'German, a word left out',
    held: [
      [{ ...A, language: 'de', said: '2025-01-01' }, 'Niemand hat hier das letzte Wort, auch der Vermittler nicht.'],
    ],
    head: { ...A, language: 'de' },
    sentence: 'Niemand hat hier das letzte Wort, der Vermittler nicht.',
    age: 'known, with drop',
  },
  {
    name: 'German, an abbreviation ends no sentence',
    held: [
      [
        { ...A, language: 'de', said: '2025-01-01' },
        'Das gilt z. B. für die Fähren, die Schleusen und die Bojen im Sund.',
      ],
    ],
    head: { ...A, language: 'de' },
    sentence: 'Das gilt z. B. für die Fähren, die Schleusen und die Bojen im Sund.',
    age: 'known, exact',
  },
];

describe('the age of a sentence', () => {
  it.each(rows)('$name: $age', async ({ held, head = A, sentence, age, times, figure, wording }) => {
    const archive = await holding(held.map(([facts, words]) => headed(facts, words)));
    const found = await aged(archive, headed({ said: '2025-06-30', ...head }, sentence));
    const [only, ...others] = found.sentences;
    expect(others.map(({ text }) => text)).toEqual([]);
    expect({
      age: only?.age,
      ...(times === undefined ? {} : { times: only?.times }),
      ...(wording === undefined ? {} : { wording: only?.wording }),
    }).toEqual({
      age,
      ...(times === undefined ? {} : { times }),
      ...(wording === undefined ? {} : { wording }),
    });
    if (figure !== undefined) expect(only?.otherFigure).toBe(figure);
    minds(found);
    await archive.close();
  });

  it('has a row for every age', () => {
    expect(new Set(rows.map(({ age }) => age))).toEqual(new Set(SENTENCE_AGES));
  });
});

/** What must be so of any answer. */
function minds({ text, sentences }: TextAge): void {
  let at = 0;
  for (const { start, end, text: words, nearest, usual, first, times, age, fresh, known } of sentences) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(text.text.slice(start, end)).toBe(words);
    at = end;
    for (const earlier of [nearest, usual])
      if (earlier) expect(applyChanges(words, earlier.changes)).toBe(earlier.text);
    expect(first === null).toBe(age === 'first held');
    expect(times === 0).toBe(age === 'first held');
    for (const span of [...fresh, ...known]) expect(words.slice(span.start, span.end)).not.toBe('');
  }
}

describe('a text and what is held', () => {
  it('leaves out the text itself, its near-copies and what was dropped', async () => {
    const archive = await holding([
      headed(
        { ...A, said: '2025-01-01' },
        `${GATES} The pilots were thanked, and the herring was praised by all sides.`,
      ),
      headed(
        { ...A, said: '2025-01-01' },
        `${GATES} The pilots were thanked, and the herring was praised by both sides.`,
      ),
      headed({ ...A, said: '2024-12-24' }, GATES),
    ]);
    const age = () => ageText({ text: { held: 'd1' } }, { archive, extract });
    expect((await age()).sentences[0]).toMatchObject({ age: 'known, exact', times: 1, first: { document: 'd3' } });
    expect((await age()).copies.map(({ reference }) => reference)).toEqual(['d2']);
    await archive.drop('d3', 'test');
    expect((await age()).sentences[0]).toMatchObject({ age: 'first held' });
    await archive.close();
  });

  it('counts a text once, whatever its versions', async () => {
    const archive = await holding([headed({ ...A, said: '2025-01-01' }, GATES)]);
    await take(archive, [headed({ ...A, said: '2025-01-01' }, `${GATES} It was raining.`)]);
    const found = await aged(archive, headed({ ...A, said: '2025-06-30' }, GATES));
    expect(found.sentences[0]).toMatchObject({ times: 1 });
    expect(found.coverage.texts).toBe(1);
    await archive.close();
  });

  it('says how many texts were left out because their order is not known', async () => {
    const archive = await holding([
      headed({ ...A, said: '2025-06-30' }, GATES),
      headed({ ...A, said: '2025-06' }, GATES),
      headed({ ...A, said: '2025-06-01' }, 'Something else.'),
    ]);
    const found = await aged(archive, headed({ ...A, said: '2025-06-30' }, GATES));
    expect(found.tied).toBe(2);
    expect(found.coverage.texts).toBe(1);
    await archive.close();
  });

  it('marks the words against the nearest wording and against the most usual one', async () => {
    const usual = 'Ordania is ready for a dialogue on the basis of mutual respect.';
    const archive = await holding([
      ...['2025-01-01', '2025-01-08', '2025-01-15'].map((said) => headed({ ...A, said }, usual)),
      headed({ ...A, said: '2025-02-01' }, usual.replace('a dialogue', 'a serious dialogue')),
    ]);
    const found = await aged(
      archive,
      headed({ ...A, said: '2025-06-30' }, usual.replace('is ready for a', 'remains ready for a serious')),
    );
    const [sentence] = found.sentences;
    expect(sentence?.nearest).toMatchObject({ times: 1, text: usual.replace('a dialogue', 'a serious dialogue') });
    expect(sentence?.usual).toMatchObject({ times: 3, text: usual });
    minds(found);
    await archive.close();
  });

  it('shows the old runs of a new sentence, and counts the other words as new', async () => {
    const old = 'the Aske Memorandum of 4 June 2021 provides for consultations within seventy-two hours';
    const archive = await holding([
      headed(
        { ...A, said: '2025-01-01' },
        `We recall with some patience that ${old} of anything at all that happens here.`,
      ),
    ]);
    const found = await aged(
      archive,
      headed(
        { ...A, said: '2025-06-30' },
        `Asked whether the herring would be served cold this time, the Minister laughed, looked out at the inner basin for a while, said that ${old}, and asked for the mustard, which nobody had thought of bringing.`,
      ),
    );
    const [sentence] = found.sentences;
    expect(sentence?.age).toBe('first held');
    expect(sentence?.known.map(({ start, end }) => sentence.text.slice(start, end))).toEqual([`that ${old}`]);
    expect(sentence?.freshWords).toBe(sentence!.words - sentence!.known[0]!.words);
    expect(found.share).toMatchObject({ words: sentence!.words, fresh: sentence!.freshWords });
    await archive.close();
  });

  it('names what a series always had and the text lacks, and draws the redline against the one before', async () => {
    const said = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01'];
    const archive = await holding([
      ...said.map((day, i) =>
        headed(
          { ...A, title: `On the Narrows, ${i + 1}`, said: day },
          `${GATES} Ordania is ready for talks with respect for territorial waters.`,
        ),
      ),
      headed({ ...B, title: 'On the Narrows, 9', said: '2025-04-02' }, 'Another body, another series.'),
    ]);
    const text = headed(
      { ...A, title: 'On the Narrows, 5', said: '2025-06-30' },
      `${GATES} Ordania is ready for talks.`,
    );
    const found = await aged(archive, text);
    expect(found.series).toMatchObject({ rule: 'publisher, kind and title', texts: 4, previous: { reference: 'd4' } });
    const [absent] = found.absent;
    expect(found.absent.length).toBe(1);
    expect(absent).toMatchObject({ texts: 4, of: 4, first: { document: 'd1' } });
    expect(absent!.missing.map(({ start, end }) => absent!.text.slice(start, end)).join(' ')).toBe(
      'with respect for territorial waters',
    );
    expect(found.redline?.a.name).toBe('d4v1');
    expect(applyChanges(found.redline!.a.text, found.redline!.changes)).toBe(found.redline!.b.text);
    const other = await aged(archive, text, { against: { held: 'd5' } });
    expect(other.redline?.a.name).toBe('d5v1');
    await archive.close();
  });

  it.each([
    ['no date', { day: 'tomorrow' }, 'bad-use'],
    ['no such text', { text: { held: 'd99' } }, 'not-found'],
  ])('refuses %s with a sentence', async (_, more, code) => {
    const archive = await holding([]);
    await expect(aged(archive, headed({}, 'Words.'), more)).rejects.toMatchObject({ code });
    await archive.close();
  });
});

describe('whatever is held', () => {
  const sentence = fc
    .array(
      fc.constantFrom(
        ...'gates vessels inspectors terminal not will may open closed Ordania Belmark 14 212 March with of the and no'.split(
          ' ',
        ),
      ),
      { minLength: 5, maxLength: 14 },
    )
    .map((words) => `We note ${words.join(' ')}.`);
  const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2025-03-${String(n).padStart(2, '0')}`);
  const dated = fc.tuple(day, text);

  it('adding a later text changes no age; an earlier copy makes all known; the changes lead to the nearest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(dated, { maxLength: 5 }), text, text, async (held, asked, later) => {
        const own = headed({ ...A, said: '2025-04-15' }, asked);
        const archive = await holding(held.map(([said, words]) => headed({ ...A, said }, words)));
        const before = await aged(archive, own);
        minds(before);
        await take(archive, [headed({ ...A, said: '2025-05-01' }, `${later} ${asked}`)], held.length);
        const after = await aged(archive, own);
        expect(after.sentences.map(({ age, times, first }) => [age, times, first?.document])).toEqual(
          before.sentences.map(({ age, times, first }) => [age, times, first?.document]),
        );
        await take(archive, [headed({ ...A, said: '2025-01-01' }, asked)], held.length + 1);
        const copied = await aged(archive, own);
        expect(copied.sentences.map(({ age, wording }) => `${age}, ${wording}`)).toEqual(
          asked.match(/We note/g)!.map(() => 'known, exact, exact'),
        );
        await archive.close();
      }),
      { numRuns: 25 },
    );
  });
});
