import { describe, expect, it } from 'vitest';
import { writeWhen } from '#base/index.js';
import { readWhen } from '../../src/extract/dates.js';
import { kindOfTitle, kindOfWord } from '../../src/extract/kinds.js';
import { readOne } from './read.js';

describe('written dates', () => {
  it.each([
    ['2025-07-10', '2025-07-10'],
    ['2025-07', '2025-07'],
    ['2025', '2025'],
    ['2025-07-10T14:37+03:00', '2025-07-10T14:37+03:00'],
    ['2025-07-10 14:37:05', '2025-07-10T14:37:05'],
    ['2025-07-10T14:37:05.123Z', '2025-07-10T14:37:05Z'],
    ['2025/7/1', '2025-07-01'],
    ['10 July 2025', '2025-07-10'],
    ['July 10, 2025', '2025-07-10'],
    ['July 10th, 2025 at 2:05 p.m. EDT', '2025-07-10T14:05-04:00'],
    ['12 a.m., 1 January 2026', '2026-01-01'],
    ['Thu, 10 Jul 2025 14:37:00 +0300', '2025-07-10T14:37:00+03:00'],
    ['Thursday, 10 July 2025', '2025-07-10'],
    ['August 19, 2020, 09:00', '2020-08-19T09:00'],
    ['15–16 July 2025', '2025-07-15'],
    ['10.07.2025 14:37', '2025-07-10T14:37'],
    ['10.07.2025 (14:37)', '2025-07-10T14:37'],
    ['25/12/2024', '2024-12-25'],
    ['12/25/2024', '2024-12-25'],
    ['04/09/2012', '2012'],
    ['04/04/2012', '2012-04-04'],
    ['2 July 2026 - 20:15', '2026-07-02T20:15'],
    ['14:37, 10 July 2025', '2025-07-10T14:37'],
    ['12 августа 2026 года, 16:30', '2026-08-12T16:30'],
    ['10 июля 2025 г.', '2025-07-10'],
    ['2 липня 2026 року - 20:15', '2026-07-02T20:15'],
    ['16 mai 2022', '2022-05-16'],
    ['1er février 2024 à 18h30', '2024-02-01T18:30'],
    ['Mittwoch, 6. November 2024', '2024-11-06'],
    ['3. März 2024, 14:00 Uhr', '2024-03-03T14:00'],
    ['7 de octubre de 2025', '2025-10-07'],
    ['2031年5月3日', '2031-05-03'],
    ['July 2025', '2025-07'],
    ['10 July', null],
    ['yesterday', null],
    ['next Friday at noon', null],
    ['31 February 2025', null],
    ['in 1999 bridges', null],
    ['', null],
  ])('%s', (written, read) => {
    const when = readWhen(written, 'stated');
    expect(when && writeWhen(when)).toBe(read);
  });
});

describe('where a date is found', () => {
  it.each([
    ['2031-05-03-readout.txt', 'The ministers met.', 'said', '2031-05-03'],
    ['20310503_briefing.txt', 'The ministers met.', 'said', '2031-05-03'],
    ['a.txt', 'TRANSCRIPT OF A DOORSTOP, PORT SABLE, 3 MAY 2031\n\nPM: We met.', 'said', '2031-05-03'],
    ['a.txt', 'Statement\n\nPort Sable, 3 May 2031\n\nThe treaty stands.', 'said', '2031-05-03'],
    [
      'a.html',
      '<h1>Talks</h1><p class="date">3 May 2031 - 20:15</p><p>The ministers met in Port Sable and talked for an hour about the treaty.</p><p>They will meet again, as both of them said, before the summer is over.</p>',
      'said',
      '2031-05-03T20:15',
    ],
    ['a.html', '<meta name="dcterms.issued" content="2031-05-03"><p>The ministers met.</p>', 'published', '2031-05-03'],
    [
      'a.html',
      '<p>The ministers met.</p><time datetime="2031-05-03T14:00:00+03:00">3 May</time>',
      'published',
      '2031-05-03T14:00:00+03:00',
    ],
  ])('%s: %s', async (name, text, key, day) => {
    const { facts } = await readOne(text, name);
    const when = facts[key as 'said' | 'published'];
    expect(when && writeWhen(when)).toBe(day);
    expect(facts[key === 'said' ? 'published' : 'said']).toBeNull();
  });
  it.each([
    ['The treaty of 3 May 1999 stands, and nobody will be moved from any part of it.'],
    ['The ministers met on Thursday.'],
    ['Flight 20990131 landed.'],
  ])('is none: %s', async (text) => {
    const { facts, problems } = await readOne(text, 'a.txt');
    expect([facts.said, facts.published]).toEqual([null, null]);
    expect(problems.map(({ code }) => code)).toContain('date-missing');
  });
  it('a date that cannot be read is kept and reported', async () => {
    const { facts, problems } = await readOne('title: A\nsaid: one fine day\nlanguage: en\n\nWords.', 'a.txt');
    expect(facts.other).toEqual({ said: 'one fine day' });
    expect(problems.map(({ code }) => code)).toEqual(['date-unreadable', 'date-missing']);
  });
});

describe('kinds', () => {
  it.each([
    ['summary/readout', 'readout'],
    ['Readout', 'readout'],
    ['verbatim transcript', 'verbatim transcript'],
    ['Transcript', 'verbatim transcript'],
    ['Press Conference', 'verbatim transcript'],
    ['machine transcript', 'machine transcript'],
    ['Media Release', 'release'],
    ['press release', 'release'],
    ['tweet', 'post'],
    ['Speech', 'speech as delivered'],
    ['as prepared', 'speech as prepared'],
    ['Joint Statement', 'joint statement'],
    ['Press Statement', 'statement'],
    ['Interview', 'interview'],
    ['rush draft', 'rush draft'],
    ['article', 'press report'],
    ['unofficial translation', 'unofficial translation'],
    ['Index', null],
  ])('the word %s', (word, kind) => expect(kindOfWord(word)).toBe(kind));
  it.each([
    ['Readout of President Hale’s Call with Prime Minister Berg', 'readout'],
    ['Telephone conversation with Prime Minister Anna Berg', 'readout'],
    ['О телефонном разговоре министра с государственным секретарём', 'readout'],
    ['Joint statement by the ministers of Norland and Westmark', 'joint statement'],
    ['Department Press Briefing – July 10, 2031', 'verbatim transcript'],
    ['2031年5月3日外交部发言人柳青主持例行记者会', 'verbatim transcript'],
    ['Interview with Sable News', 'interview'],
    ['Address at the opening of the bridge', 'speech as delivered'],
    ['Talks at Port Sable', null],
  ])('the title %s', (title, kind) => expect(kindOfTitle(title)).toBe(kind));
  it('an unknown word is kept, guessed as other, and reported', async () => {
    const { facts, problems } = await readOne(
      'title: A\nkind: scroll\nsaid: 2031-05-03\nlanguage: en\n\nWords.',
      'a.txt',
    );
    expect(facts.kind).toEqual({ value: 'other', basis: 'guessed', ground: 'its kind is unknown' });
    expect(facts.other).toEqual({ kind: 'scroll' });
    expect(problems.map(({ code }) => code)).toEqual(['kind-unknown']);
  });
});

describe('languages', () => {
  it.each([
    ['en', 'The minister said that the treaty stands and that the talks will go on in June.'],
    ['fr', 'Le ministre a déclaré que le traité reste en vigueur et que les pourparlers se poursuivront en juin.'],
    ['de', 'Der Minister erklärte, der Vertrag bleibe in Kraft und die Gespräche würden im Juni fortgesetzt.'],
    ['es', 'El ministro dijo que el tratado sigue en vigor y que las conversaciones continuarán en junio.'],
    ['it', 'Il ministro ha detto che il trattato resta in vigore e che i colloqui proseguiranno nel mese di giugno.'],
    ['pl', 'Minister powiedział, że traktat pozostaje w mocy i że rozmowy będą kontynuowane w czerwcu.'],
    ['ru', 'Министр заявил, что договор остаётся в силе и что переговоры будут продолжены в июне.'],
    ['uk', 'Міністр заявив, що договір залишається чинним і що переговори триватимуть у червні. Її зустріли.'],
    ['bg', 'Министърът заяви, че договорът остава в сила и че преговорите ще продължат през юни.'],
    ['zh', '部长表示，条约继续有效，会谈将于六月继续进行。双方同意保持沟通。'],
    ['ja', '大臣は条約が引き続き有効であり、会談は六月に続けられると述べた。'],
    ['ko', '장관은 조약이 여전히 유효하며 회담은 유월에 계속될 것이라고 말했다.'],
    ['ar', 'قال الوزير إن المعاهدة لا تزال سارية وإن المحادثات ستستمر في شهر يونيو المقبل.'],
  ])('%s', async (language, text) => {
    const { facts } = await readOne(text, 'a.txt');
    expect(facts.language).toEqual({ value: language, basis: 'guessed', ground: 'its words' });
  });
  it('a few words are no ground', async () => {
    const { facts, problems } = await readOne('The treaty.', 'a.txt');
    expect(facts.language).toBeNull();
    expect(problems.map(({ code }) => code)).toContain('language-unknown');
  });
  it.each([
    ['English', 'en'],
    ['en-GB', 'en'],
    ['русский', 'ru'],
  ])('%s is stated', async (stated, language) => {
    const { facts } = await readOne(
      `title: A\nlanguage: ${stated}\n\nMots français et rien d’autre dans ce texte.`,
      'a.txt',
    );
    expect(facts.language).toEqual({ value: language, basis: 'stated' });
  });
});

describe('titles and speakers', () => {
  it.each([
    ['a.txt', 'Talks at Port Sable\n\nThe ministers met.', 'Talks at Port Sable'],
    ['a.txt', 'By Anna Reid, Port Sable\n\nThe ministers met.', 'a'],
    ['the-talks_of_may.txt', 'The ministers met. They talked.', 'the talks of may'],
    ['a.md', '# The *talks*\n\nThe ministers met.', 'The talks'],
    ['a.html', '<title>The talks | Ministry of External Affairs</title><p>The ministers met.</p>', 'The talks'],
    [
      'a.html',
      '<title>x</title><meta property="og:title" content="The&nbsp;talks"><h1>Other</h1><p>The ministers met.</p>',
      'The talks',
    ],
    ['talks.txt', 'PM: We met.\n\nJOURNALIST: Who?', 'talks'],
  ])('%s %s', async (name, text, title) => expect((await readOne(text, name)).facts.title).toBe(title));
  it.each([
    ['Foreign Minister Anna Berg’s remarks at the Port Sable conference', 'Foreign Minister Anna Berg'],
    ['Speech by President Tomas Rehn', 'President Tomas Rehn'],
    ['Remarks of Anna Berg at the bridge', 'Anna Berg'],
    ['Talks at Port Sable', null],
  ])('%s', async (title, speaker) => {
    const { facts } = await readOne(`title: ${title}\nlanguage: en\n\nWords and words.`, 'a.txt');
    expect(facts.speaker?.value ?? null).toBe(speaker);
    if (facts.speaker) expect(facts.speaker.basis).toBe('guessed');
  });
});

describe('heads of text files', () => {
  it.each([
    ['one known word', 'title: A\n\nWords.', { title: 'A' }],
    ['known and unknown words', 'title: A\nside: Norland\n\nWords.', { title: 'A', other: { side: 'Norland' } }],
    ['a value that runs on', 'title: A long\n  title\n\nWords.', { title: 'A long title' }],
    [
      'front matter',
      '---\ntitle: "A: b"\nurl: https://x.example/a\n---\nWords.',
      { title: 'A: b', address: 'https://x.example/a' },
    ],
    ['capitals', 'TITLE: A\nDATE: 2031-05-03\n\nWords.', { title: 'A' }],
    ['windows line ends', 'title: A\r\nid: 7\r\n\r\nWords.', { title: 'A', id: '7' }],
  ])('%s', async (_, text, facts) => {
    const one = await readOne(text, 'a.txt');
    expect(one.facts).toMatchObject(facts);
    expect(one.rendering.text).toBe('Words.');
  });
  it.each([
    ['QUESTION: Why?\nMINISTER BERG: Because.\n\nQUESTION: Why?'],
    ['Note: nothing.\nPlace: here.\n\nWords.'],
    ['A first line.\ntitle: B\n\nWords.'],
  ])('is none: %s', async (text) => {
    const { facts, rendering } = await readOne(text, 'a.txt');
    expect(rendering.text.startsWith(text.slice(0, 4))).toBe(true);
    expect(facts.other).toEqual({});
  });
});
