import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mainText, readOne, refusal, utf8 } from './read.js';

/** Text as bytes of a single-byte encoding, by turning its decoder round. */
function encode(text: string, encoding: string): Uint8Array {
  const decoded = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  // Node's own decoder is not to be trusted here.
  const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  const table = encoding === 'windows-1252' ? decoded.slice(0, 128) + upper + decoded.slice(160) : decoded;
  return Uint8Array.from(text, (char) => {
    const at = table.indexOf(char);
    if (at < 0) throw new Error(`${encoding} has no ${char}`);
    return at;
  });
}

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const whole = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < whole.length; i++) view.setUint16(i * 2, whole.charCodeAt(i), little);
  return bytes;
}

const texts: Record<string, string> = {
  ru: 'Министр иностранных дел провёл встречу со своим коллегой. Стороны обсудили ход переговоров и условились продолжить диалог в ближайшее время.',
  'ru, capitals': 'ЗАЯВЛЕНИЕ МИНИСТРА ИНОСТРАННЫХ ДЕЛ ПО ИТОГАМ ПЕРЕГОВОРОВ В ПОРТ-СЕЙБЛЕ. ДОГОВОР ОСТАЁТСЯ В СИЛЕ.',
  'ru, short': 'Мы не уступим.',
  'ru with Latin names':
    'Посол Tomas Rehn сообщил агентству Sable News, что договор “ABC” остаётся в силе; подробности будут объявлены в четверг.',
  'ru with quotes': '«Мы не уступим», – заявил министр. «Договор остаётся в силе», – добавил он.',
  uk: 'Міністр закордонних справ провів зустріч зі своїм колегою. Сторони обговорили хід переговорів і домовилися продовжити діалог найближчим часом.',
  bg: 'Министърът на външните работи проведе среща със своя колега и двамата обсъдиха хода на преговорите.',
  en: 'The minister said: “We won’t yield – not now, not ever.” It cost £20 in the café.',
  'en, one quote': 'The minister said “no”.',
  fr: 'Le ministre a déclaré que la réunion s’était bien passée à Genève, où il a été reçu par ses collègues européens.',
  de: 'Der Außenminister erklärte, die Gespräche über den Vertrag seien „in guter Atmosphäre“ verlaufen; größere Änderungen lehnte er ab.',
  es: 'El señor ministro dijo ayer: «¿Qué más quieren? El año próximo firmaremos». La reunión duró más de dos horas.',
};

const readable: [string, string][] = [
  ...Object.keys(texts)
    .filter((name) => /^(?:ru|bg)/.test(name))
    .map((name): [string, string] => [name, 'windows-1251']),
  ['uk', 'windows-1251'],
  ...['ru', 'ru, capitals', 'ru, short'].map((name): [string, string] => [name, 'koi8-r']),
  ...['en', 'en, one quote', 'fr', 'de', 'es'].map((name): [string, string] => [name, 'windows-1252']),
];

describe('single-byte encodings', () => {
  it.each(readable)('%s in %s', async (name, encoding) => {
    const one = await readOne(encode(texts[name]!, encoding), 'a.txt');
    expect(mainText(one)).toBe(texts[name]);
    const guess = one.problems.find(({ code }) => code === 'encoding-guessed');
    expect(guess?.message).toContain('a guess');
    // Letters alike in two encodings leave only the text to judge by.
    if (!/short|one quote/.test(name)) expect(guess?.message).toContain(encoding);
  });

  it('what a page states is no guess', async () => {
    for (const encoding of ['windows-1251', 'koi8-r', 'windows-1252', 'iso-8859-2']) {
      const words =
        encoding === 'windows-1252' ? texts['fr']! : encoding === 'iso-8859-2' ? 'Příští týden' : texts['ru']!;
      const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${encoding}"></head><body><p>${words}</p></body></html>`;
      const one = await readOne(encode(page, encoding), 'a.html');
      expect(mainText(one)).toBe(words.replace(/[’]/g, '’'));
      expect(one.problems.map(({ code }) => code)).not.toContain('encoding-guessed');
    }
  });

  it('what the sender states counts before the look', async () => {
    const one = await readOne(encode('Мы', 'koi8-r'), 'a.txt', 'text/plain; charset=KOI8-R');
    expect(mainText(one)).toBe('Мы');
  });

  it('a page that says UTF-8 and is not is guessed', async () => {
    const page = `<html><head><meta charset="utf-8"></head><body><p>${texts['ru']}</p></body></html>`;
    const one = await readOne(encode(page, 'windows-1251'), 'a.html');
    expect(mainText(one)).toBe(texts['ru']);
  });

  it('sentences of a news text are told apart, whatever their order', async () => {
    const sentences = texts['ru']!.split(/(?<=\.) /).concat(
      texts['ru, short']!,
      'Встреча прошла в столице.',
      'Подробностей пока нет.',
      'Он ответил отказом.',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(sentences, { minLength: 1 }),
        fc.constantFrom('windows-1251', 'koi8-r'),
        async (some, encoding) => {
          const words = some.join(' ');
          expect(mainText(await readOne(encode(words.replaceAll('ё', 'е'), encoding), 'a.txt'))).toBe(
            words.replaceAll('ё', 'е'),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('Unicode encodings', () => {
  it.each([
    ['UTF-8', utf8(texts['ru']!)],
    ['UTF-8 with a mark', utf8(`\ufeff${texts['ru']}`)],
    ['UTF-16 LE with a mark', utf16(texts['ru']!, true, true)],
    ['UTF-16 BE with a mark', utf16(texts['ru']!, false, true)],
    ['UTF-16 LE without a mark', utf16(texts['ru']!, true, false)],
    ['UTF-16 BE without a mark', utf16(texts['ru']!, false, false)],
  ])('%s', async (_, bytes) => {
    const one = await readOne(bytes, 'a.txt');
    expect(mainText(one)).toBe(texts['ru']);
    expect(one.problems.map(({ code }) => code)).not.toContain('encoding-guessed');
  });
  it.each([
    ['LE', true],
    ['BE', false],
  ])('UTF-16 %s of an English text without a mark', async (_, little) => {
    expect(mainText(await readOne(utf16(texts['en']!, little, false), 'a.txt'))).toBe(texts['en']);
  });
  it('a byte lost on the way is shown and reported', async () => {
    const bytes = utf8(texts['ru']!.repeat(3));
    const one = await readOne(
      bytes.filter((_, i) => i !== 40),
      'a.txt',
    );
    expect(one.problems.map(({ code }) => code)).toContain('text-damaged');
    expect(mainText(one)).toContain('условились продолжить диалог');
  });
  it('soft hyphens and joints of no width are no part of a wording', async () => {
    expect(mainText(await readOne('co\u00adop\u200ber\u2060ation', 'a.txt'))).toBe('cooperation');
  });
});

describe('what is no text', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 255);
  it.each<[string, Uint8Array, string, RegExp]>([
    ['empty', new Uint8Array(), 'a.txt', /^input-empty: .*empty/],
    ['white space', utf8(' \n\t\n '), 'a.txt', /^input-empty: .*no words/],
    ['noise', noise, 'a.txt', /^input-binary: .*[Ss]ave/],
    ['zeros', new Uint8Array(3000), 'a.txt', /^input-binary/],
    ['a program', utf8('\u007fELF\u0002\u0001'), 'a.txt', /^input-binary: It is a program/],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      'a.txt',
      /^input-binary: It is a PNG picture.*OCR/,
    ],
    ['an old Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'a.doc', /^input-binary: .*\.docx/],
    ['rich text', utf8('{\\rtf1 Hello}'), 'a.rtf', /^input-binary: .*Rich Text/],
    ['a gzip', Uint8Array.from([0x1f, 0x8b, 8, 0]), 'a.gz', /^input-binary: .*Unpack/],
    ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), 'a.txt', /^input-encoding: .*UTF-8/],
    ['a Word file in name only', utf8('Hello'), 'a.docx', /^input-unreadable: .*docx/],
    ['a PDF in name only', utf8('Hello'), 'a.pdf', /^input-unreadable: .*pdf/],
    ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'a.zip', /^input-binary: .*zip/],
    ['captions without any', utf8('WEBVTT\n\n'), 'a.vtt', /^input-(?:empty|unreadable)/],
  ])('%s', async (_, bytes, name, sentence) => {
    expect(await refusal(bytes, name)).toMatch(sentence);
  });
  it('too large', async () => {
    expect(await refusal(new Uint8Array(200_000_000), 'a.txt')).toMatch(/^input-too-large: .*200 MB.*[Ss]plit/);
  });
});
