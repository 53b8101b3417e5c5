/**
 * Which language a text is in, guessed by eld from the first and middle words of its main text. Short texts and mixed
 * ones stay unknown: a wrong language costs more than none.
 */
import type { Marked, Rendering } from '#record/index.js';

/** Fewer letters than this say nothing reliable. */
const LEAST_LETTERS = 40;
const SAMPLE = 1_500;

export async function guessLanguage(rendering: Rendering): Promise<Marked<string> | null> {
  let sample = '';
  for (const { start, end, kind } of rendering.blocks) {
    if (kind === 'furniture' || kind === 'label' || kind === 'stage note') continue;
    sample += `${rendering.text.slice(start, Math.min(end, start + SAMPLE - sample.length))} `;
    if (sample.length >= SAMPLE) break;
  }
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters + han * 3 < LEAST_LETTERS) return null;
  const { eld } = await import('eld/small');
  const found = eld.detect(sample);
  return found.language !== '' && found.isReliable()
    ? { value: found.language, basis: 'guessed', ground: 'its words' }
    : null;
}

/** The subtag of a stated language: "en-GB" and "English" are "en"; null if it names none. */
export function languageOf(stated: string): string | null {
  const plain = stated.trim().toLowerCase();
  const m = /^([a-z]{2,3})(?:[-_][a-z0-9-]+)*$/.exec(plain);
  if (m) return m[1]!;
  return NAMES[plain] ?? null;
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
