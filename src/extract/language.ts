/**
 * Which language a text is in. A script that one language has, and the commonest words of a few, decide at once; eld
 * (n-grams of sixty languages, slow to load) is asked about the rest. Short texts and mixed ones stay unknown: a wrong
 * language costs more than none.
 */
import type { Marked, Rendering } from '#record/index.js';

/** Fewer letters than this say nothing reliable. */
const LEAST_LETTERS = 40;
const SAMPLE = 2_000;
/** Share of a text's words that are among the commonest of its language, and how far ahead of the next it must be. */
const COMMON_SHARE = 0.2;
const AHEAD = 2;

/** The commonest words that few other languages share. */
const COMMON: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to that is was for it with as his on be at by had not are but from have they which you were their we this our will has'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'de la le et les des est en que une pour qui dans il du sur pas au nous avec ce sont cette ont mais vous aux être je plus'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es wir dass werden aus hat sie nach bei'.split(
      ' ',
    ),
  ),
  es: new Set(
    'de la que el en y los del se las por un para con no una su al lo como más pero sus ha nos está este también es'.split(
      ' ',
    ),
  ),
};

/** Scripts with one language of note. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];

export async function guessLanguage(rendering: Rendering): Promise<Marked<string> | null> {
  const sample = sampleOf(rendering);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const heavy = sample.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (letters + heavy * 3 < LEAST_LETTERS) return null;
  const value = ofScript(sample, letters) ?? ofCommonWords(sample) ?? (await ofParts(sample));
  return value === null ? null : { value, basis: 'guessed', ground: 'its words' };
}

function sampleOf(rendering: Rendering): string {
  let sample = '';
  for (const { start, end, kind } of rendering.blocks) {
    if (kind === 'furniture' || kind === 'label' || kind === 'stage note') continue;
    sample += `${rendering.text.slice(start, Math.min(end, start + SAMPLE - sample.length))} `;
    if (sample.length >= SAMPLE) break;
  }
  return sample;
}

function ofScript(sample: string, letters: number): string | null {
  for (const [script, language] of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    // Japanese mixes its own script with Chinese characters.
    if (share > (language === 'ja' ? 0.15 : 0.5)) return language;
  }
  const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic < letters * 0.6) return null;
  const count = (marks: RegExp): number => sample.match(marks)?.length ?? 0;
  const [ukrainian, russian, others] = [count(/[іїєґ]/gi), count(/[ыэёъ]/gi), count(/[ўјљњћђџѓќѕәғқңөұүһ]/gi)];
  if (others > 0 || ukrainian + russian < cyrillic / 100) return null;
  if (russian > ukrainian * 5 && count(/ы/gi) > 0) return 'ru';
  return ukrainian > russian * 5 && count(/[їєґ]/gi) > 0 ? 'uk' : null;
}

function ofCommonWords(sample: string): string | null {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const shares = Object.entries(COMMON)
    .map(([language, common]) => ({ language, share: words.filter((word) => common.has(word)).length / words.length }))
    .toSorted((a, b) => b.share - a.share);
  const [first, second] = shares;
  return words.length >= 12 && first!.share >= COMMON_SHARE && first!.share >= second!.share * AHEAD
    ? first!.language
    : null;
}

async function ofParts(sample: string): Promise<string | null> {
  const { eld } = await import('eld/small');
  const found = eld.detect(sample);
  return found.language !== '' && found.isReliable() ? found.language : null;
}

/** The subtag of a stated language: "en-GB" and "English" are "en"; null if it names none. */
export function languageOf(stated: string): string | null {
  const plain = stated.trim().toLowerCase();
  const m = /^([a-z]{2,3})(?:[-_][a-z0-9-]+)*$/.exec(plain);
  return m ? m[1]! : (NAMES[plain] ?? null);
}

const NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  russian: 'ru',
  ukrainian: 'uk',
  french: 'fr',
  german: 'de',
  spanish: 'es',
  chinese: 'zh',
  arabic: 'ar',
  portuguese: 'pt',
  italian: 'it',
  polish: 'pl',
  turkish: 'tr',
  japanese: 'ja',
  русский: 'ru',
  українська: 'uk',
  français: 'fr',
  deutsch: 'de',
  español: 'es',
  中文: 'zh',
};
