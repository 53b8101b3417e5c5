/**
 * A search key under which the spellings of one name meet: Lavrov, Lawrow, Lavroff, Лавров; Sergei, Sergey, Сергей.
 * Cyrillic is written in Latin letters (after ISO 9 and BGN/PCGN, Russian and Ukrainian), then the habits of English,
 * German and French transliteration are folded together. For comparing only; a key is never shown.
 */

const LATIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'e', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l',
  м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i',
  ь: '', э: 'e', ю: 'u', я: 'a',
};

/** The key of one word of a name, lower-case Latin letters; scripts that are not known stay as they are. */
export function nameKey(word: string): string {
  let w = '';
  for (const letter of word.normalize('NFKD').toLowerCase().replace(/й/gu, 'й')) w += LATIN[letter] ?? letter;
  w = w.replace(/[^\p{L}]/gu, '').replace(/ß/g, 'ss').replace(/[øö]/g, 'o').replace(/æ/g, 'ae').replace(/ł/g, 'l').replace(/đ/g, 'd');
  return w
    .replace(/sch(?:tsch|ch)?|shch|tsch|stch/g, (m) => (m === 'tsch' ? 'ch' : 'sh'))
    .replace(/kh/g, 'h')
    .replace(/(?:ff|w|v)$/, 'v')
    .replace(/w/g, 'v')
    .replace(/ph/g, 'f')
    .replace(/tz|cz(?=$)/g, 'ts')
    .replace(/ck/g, 'k')
    .replace(/[yij]+u|iou/g, 'u')
    .replace(/[yij]+a/g, 'a')
    .replace(/[yij]+o/g, 'o')
    .replace(/^[yij]e/, 'e')
    .replace(/(?<=[aeou])[yij](?=e)/g, '')
    .replace(/(?:e[iyj]|[iyj]{1,3})(?=$|[^aeou])/g, 'i')
    .replace(/(.)\1/g, '$1');
}
