/**
 * How much a text looks as if its bytes had been read in the right single-byte encoding. Cyrillic read rightly has
 * small letters in the order of their frequency and capitals at the heads of words; read as the other Cyrillic
 * encoding it swaps case and scrambles letters; read as Latin it is a run of accents. Letter frequencies of Russian
 * after Lyashevskaya and Sharov, Frequency dictionary of modern Russian (2009); Ukrainian and Bulgarian are near.
 */

/** Letters from the commonest to the rarest, with those of Ukrainian and Belarusian at their ranks. */
const BY_FREQUENCY = 'оеаинтсрвлкмдпуіяыьгзбчйхжїшюцєщэфґўёъ';
/** Commonest pairs of letters. */
const PAIRS = new Set(
  'ст но ен то на ов ни ра во ко ро пр по ре ер ть не ли ал го ан ор ос ет от ес та ва ол ла ом де ел ва ат ло ле ри ит ле ти ав до ис од ка ил ви та ми ся об ны ве ия ой ог ые их ий ая мо за'.split(
    ' ',
  ),
);

export function scoreReading(text: string): number {
  let score = 0;
  let before = '';
  let kindBefore = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const kind = kindOf(code);
    if (kind === CYRILLIC) {
      const small = char.toLowerCase();
      const rank = BY_FREQUENCY.indexOf(small);
      score += rank < 0 ? -1 : 1 - rank / 20;
      if (kindBefore === CYRILLIC) {
        const smallBefore = before.toLowerCase();
        if (PAIRS.has(smallBefore + small)) score += 1;
        if (before === smallBefore && char !== small) score -= 3;
      } else if (kindBefore === LATIN || kindBefore === ACCENTED) score -= 4;
    } else if (kind === ACCENTED) {
      score += 0.5;
      if (kindBefore === ACCENTED || kindBefore === CYRILLIC) score -= 3;
      else if (kindBefore === LATIN && before === before.toLowerCase() && char !== char.toLowerCase()) score -= 3;
      else if (kindBefore === LATIN) score += 1;
    } else if (kind === LATIN) {
      if (kindBefore === CYRILLIC) score -= 4;
    } else if (kind === ODD) score -= 3;
    before = char;
    kindBefore = kind;
  }
  return score;
}

const LATIN = 1;
const ACCENTED = 2;
const CYRILLIC = 3;
const ODD = 4;

function kindOf(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LATIN;
  if (code < 0x80) return 0;
  if (code >= 0x400 && code <= 0x4ff) return CYRILLIC;
  if ((code >= 0xc0 && code <= 0x17f && code !== 0xd7 && code !== 0xf7) || code === 0x192) return ACCENTED;
  // C1 controls, currency and fractions that no letter stands beside, the box drawings of KOI8-R.
  if (code < 0xa0 || (code >= 0x2300 && code <= 0x25ff) || '¤¦¬¯±²³µ¶¸¹¼½¾÷×≈≤≥√'.includes(String.fromCharCode(code)))
    return ODD;
  return 0;
}
