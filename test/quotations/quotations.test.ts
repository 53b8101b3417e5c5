import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute, findQuotations, readQuotations } from '../../src/quotations/index.js';
import { draftOf } from './attributed-cases.js';

const texts = (article: string, language: string | null = 'en'): readonly string[] =>
  findQuotations(draftOf(article), language).map((quotation) => quotation.text);

describe('what is quoted', () => {
  test.each<readonly [string, string, string | null, readonly string[]]>([
    ['nothing', 'Nobody said anything.', 'en', []],
    ['an empty draft', '', 'en', []],
    ['marks around nothing', 'He wrote “” and "…".', 'en', []],
    ['curly', 'He said “we are ready” today.', 'en', ['we are ready']],
    ['straight', 'He said "we are ready" today.', 'en', ['we are ready']],
    ['curly closed by a straight mark', 'He said “we are ready" today.', 'en', ['we are ready']],
    ['nested', '“He said ‘no’ twice,” she said.', 'en', ['He said ‘no’ twice,']],
    ['nested in the same marks', '“The “no” was clear,” she said.', 'en', ['The “no” was clear,']],
    ['British', '‘He said “no” twice,’ she said.', 'en', ['He said “no” twice,']],
    ['British with plurals', '‘The dogs’ bowls are empty,’ she said.', 'en', ['The dogs’ bowls are empty,']],
    ['interrupted', '“We are,” he said, “ready.”', 'en', ['We are, ready.']],
    ['interrupted, with the verb first', '“We are,” said Anna Roe, the mayor, “ready.”', 'en', ['We are, ready.']],
    ['not interrupted', '“We are ready.” He paused. “Now.”', 'en', ['We are ready.', 'Now.']],
    ['two said of one', 'He called it “frank” and “useful talk”.', 'en', ['frank', 'useful talk']],
    ['adding parts', '“We are,” he said, adding, “Ready.”', 'en', ['We are,', 'Ready.']],
    ['over paragraphs', '“A one.\n“B two.\n“C three,” he said.', 'en', ['A one.\n\nB two.\n\nC three,']],
    ['over paragraphs without marks', '“A one.\nB two.”', 'en', ['A one.\n\nB two.']],
    ['every paragraph closed', '“A one.”\n“B two.”', 'en', ['A one.', 'B two.']],
    ['a mark turned the wrong way', '“We are, “ he said, “ready.”', 'en', ['We are, ready.']],
    ['closed by a second opening mark', '“We are ready.“ He left.', 'en', ['We are ready.']],
    ['never closed', '“We are ready.\nHe left.', 'en', ['We are ready.']],
    ['block quotation', 'He wrote:\n> We are ready.\n> Now.\nHe left.', 'en', ['We are ready.\n\nNow.']],
    ['block with its own marks', 'He wrote:\n> “We are ready.”\nHe left.', 'en', ['We are ready.']],
    ['block with a signature', '> We are ready.\n> — Jane Roe', 'en', ['We are ready.']],
    ['furniture', '~ “Read more about it”\nHe said “we are ready”.', 'en', ['we are ready']],
    [
      'French with a tag inside',
      '« Nous sommes prêts, a dit Paul Roy, à partir. »',
      'fr',
      ['Nous sommes prêts à partir.'],
    ],
    ['Russian with a tag inside', '«Мы готовы, – сказал Лавров, – но не сегодня».', 'ru', ['Мы готовы, но не сегодня']],
    ['Russian with the tag at the end', '«Мы готовы к диалогу, – сказал он».', 'ru', ['Мы готовы к диалогу,']],
    [
      'Russian twins closed at once',
      '«Это компания «Рога и копыта», – сказал он.',
      'ru',
      ['Это компания «Рога и копыта'],
    ],
    ['Spanish with a tag inside', '«Esto —dijo Ana Paz— no es así».', 'es', ['Esto no es así']],
    ['Swiss', '«Wir sind bereit», sagte er.', 'de', ['Wir sind bereit']],
    ['German books', '»Wir sind ›bereit‹«, sagte er.', 'de', ['Wir sind ›bereit‹']],
    ['Chinese corners', '他說：「我們準備好了。」', 'zh', ['我們準備好了。']],
    ['Chinese curly, nested', '他说：“我们说‘好’。”', 'zh', ['我们说‘好’。']],
    ['Polish', '„Jesteśmy gotowi” – powiedział.', 'pl', ['Jesteśmy gotowi']],
    ['Swedish', '”Vi är redo”, säger hon.', 'sv', ['Vi är redo']],
    ['an unknown language', '“We are ready,” he said.', null, ['We are ready,']],
  ])('%s', (_, article, language, expected) => {
    expect(texts(article, language)).toEqual(expected);
  });

  test('a transcript inside the marks comes in turns, without its labels', () => {
    const draft = draftOf('He was pressed. “QUESTION: Is it over? MR. HALE (through interpreter): It is not. No.”');
    const [quotation] = findQuotations(draft, 'en');
    expect(quotation!.text).toBe('Is it over?\n\nIt is not. No.');
    expect(quotation!.turns.map((turn) => [turn.label, draft.text.slice(turn.start, turn.end)])).toEqual([
      ['QUESTION', 'Is it over?'],
      ['MR. HALE (through interpreter)', 'It is not. No.'],
    ]);
  });

  test('what is nested is noted with its place', () => {
    const draft = draftOf('“He said ‘no’ and ‘never’,” she said.');
    const [quotation] = findQuotations(draft, 'en');
    expect(quotation!.nested.map((span) => draft.text.slice(span.start, span.end))).toEqual(['no', 'never']);
  });

  test('marks that are never closed are told', () => {
    const { value, problems } = readQuotations(draftOf('“We are ready, he said.\nHe left.'), 'en');
    expect(value).toHaveLength(1);
    expect(problems.map((problem) => problem.code)).toEqual(['mark-never-closed']);
    expect(
      attribute(draftOf('“We are ready,” he said.'), [], { people: [], aliases: [], language: 'en', day: null }),
    ).toEqual([]);
  });
});

describe('kinds', () => {
  test.each([
    ['direct', 'He said “we are ready to talk”.'],
    ['direct', 'He said “We are ready.”'],
    ['fragment', 'He called it “frank”.'],
    ['fragment', '“Yes,” he said.'],
    ['scare', 'The “new” office was empty.'],
    ['scare', 'The so-called “dark fleet” sailed.'],
    ['title', 'Her book, “The Long Quay,” sold well.'],
    ['title', 'They watched “Meet the Press” on Sunday.'],
    ['title', 'It was named “Operation Northern Lantern”.'],
    ['direct', 'He shouted “Long live the Republic and its people!”'],
  ])('%s: %s', (kind, article) => {
    expect(findQuotations(draftOf(article), 'en').map((quotation) => quotation.kind)).toEqual([kind]);
  });
});

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '«',
    '»',
    '„',
    '「',
    '」',
    '``',
    "''",
    ' ',
    '\n',
    '. ',
    ', ',
    ' he said, ',
    ' said Anna Roe. ',
    'Word',
    'word ',
    'Q: ',
    'MR. X: ',
    '— ',
    '> ',
    '# ',
    '5',
    "6'2",
    '1990s',
    'сказал ',
    '他说：',
    'a-t-il dit ',
    '(',
    ')',
    '[',
    ']',
    '…',
    'don’t ',
  );
  const articles = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
  const languages = fc.constantFrom('en', 'fr', 'de', 'ru', 'uk', 'es', 'zh', 'ja', 'it', 'pl', 'nl', 'sv', null);

  test('quotations stand in order, their pieces do not overlap, and their words are those of the draft', () => {
    fc.assert(
      fc.property(articles, languages, (article, language) => {
        const draft = draftOf(article);
        const found = attribute(draft, findQuotations(draft, language), {
          people: [],
          aliases: [],
          language,
          day: '2026-03-18',
        });
        let start = -1;
        found.forEach((quotation, i) => {
          expect(quotation.n).toBe(i + 1);
          expect(quotation.start).toBeGreaterThan(start);
          start = quotation.start;
          expect(quotation.joins).toHaveLength(quotation.pieces.length - 1);
          expect(quotation.start).toBe(quotation.pieces[0]!.start);
          expect(quotation.end).toBe(quotation.pieces.at(-1)!.end);
          let end = quotation.start;
          let words = '';
          quotation.pieces.forEach((piece, p) => {
            expect(piece.start).toBeGreaterThanOrEqual(end);
            expect(piece.end).toBeGreaterThan(piece.start);
            end = piece.end;
            if (p > 0) words += quotation.joins[p - 1] === 'paragraph' ? '\n\n' : ' ';
            words += draft.text.slice(piece.start, piece.end);
          });
          expect(quotation.text).toBe(words);
          expect(quotation.text).toBe(quotation.text.trim());
          const { speaker, named, cue, certainty, occasion } = quotation.attribution;
          if (speaker === null) expect([named, certainty]).toEqual([null, 'unknown']);
          else expect(draft.text.slice(named!.start, named!.end)).toBe(speaker);
          if (cue) expect(draft.text.slice(cue.start, cue.end)).toBe(cue.text);
          if (occasion) expect(draft.text.slice(occasion.start, occasion.end)).toBe(occasion.text);
        });
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['marks only', '"'.repeat(100_000)],
    ['opening marks', '“a '.repeat(50_000)],
    ['tags', '“a,” he said, '.repeat(15_000)],
    ['names', 'Anna Roe '.repeat(30_000)],
    ['labels', `“${'MR. HALE: yes. '.repeat(15_000)}”`],
  ])('time grows with the length alone: %s', (_, text) => {
    const draft = draftOf(text);
    const before = performance.now();
    attribute(draft, findQuotations(draft, 'en'), { people: [], aliases: [], language: 'en', day: null });
    // A square would take minutes; the bound is wide for slow and busy machines.
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});
