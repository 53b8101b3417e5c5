/**
 * A search key under which the spellings of one name meet: Lavrov, Lawrow, Lavroff, Лавров; Zelenskyy, Selenskyj,
 * Зеленський; Sergei, Sergey, Sergej, Сергей.
 *
 * Cyrillic goes to Latin letters after BGN/PCGN (Russian and Ukrainian); then the habits of the English, German and
 * French transliterations and of ISO 9 fall together: z with s, y with j with i, v with w, ch with tsch with kh, sh
 * with sch with zh. A soundex was rejected: it also joins what no habit of writing joins. For comparing only; a key
 * is never shown.
 */

const LETTERS: ReadonlyMap<string, string> = new Map(
  (
    'а a б b в v г g ґ g д d е e ё e є e ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ' +
    'ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya ј j љ l њ n ћ c ' +
    'ß ss ø o æ ae œ oe ł l đ d ð d þ th ı i č ch š sh ž zh'
  )
    .match(/\S+ \S+/g)!
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
);

/** The key of one word of a name; letters of scripts that are neither Latin nor Cyrillic stay as they are. */
export function nameKey(word: string): string {
  let plain = '';
  for (const letter of word.normalize('NFC').toLowerCase()) plain += LETTERS.get(letter) ?? letter;
  let key = plain.normalize('NFKD').replace(/[^\p{L}]/gu, '');
  if (key.length > 4) key = key.replace(/(?<=[^aeiou])e$/, '');
  return key
    .replace(/schtsch|shch|chtch|stch/g, '2')
    .replace(/tsch|tch/g, '3')
    .replace(/sch|sh|zh/g, '2')
    .replace(/ch|kh/g, '3')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ck|c(?![eiy])|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/ts|tz|cz|z|c/g, 's')
    .replace(/ff$|w/g, 'v')
    .replace(/ou/g, 'u')
    .replace(/([aou])e/g, '$1')
    .replace(/[yj]/g, 'i')
    .replace(/i+(?=[aeu])/g, '')
    .replace(/ei|i+/g, 'i')
    .replace(/[23]/g, (digit) => (digit === '2' ? 'sh' : 'h'))
    .replace(/(?<=h)[eo](?=v$)/, 'e')
    .replace(/(.)\1+/g, '$1');
}

/** Whether two keys differ by one letter added, dropped or changed: a slip of the pen, no ground for two people. */
export function nearlyEqual(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [x, y] = [a.slice(from), b.slice(from)];
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1);
}
