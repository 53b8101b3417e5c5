/** Which table of cues a text is read with. */
import type { Tongue } from './attribute-cues.js';
import { CHINESE, JAPANESE } from './attribute-cues-unspaced.js';
import { ENGLISH } from './attribute-cues-english.js';
import { GERMAN } from './attribute-cues-german.js';
import { DUTCH, SWEDISH } from './attribute-cues-northern.js';
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from './attribute-cues-romance.js';
import { POLISH, RUSSIAN, UKRAINIAN } from './attribute-cues-slavic.js';

const TONGUES: ReadonlyMap<string, Tongue> = new Map(
  [
    ENGLISH,
    FRENCH,
    GERMAN,
    RUSSIAN,
    UKRAINIAN,
    SPANISH,
    CHINESE,
    JAPANESE,
    ITALIAN,
    PORTUGUESE,
    POLISH,
    DUTCH,
    SWEDISH,
  ].map((tongue) => [tongue.code, tongue]),
);

/** The table for a language subtag; where that is null or unknown, for the language that the small words show. */
export function tongueOf(language: string | null, text: string): Tongue {
  const code = language?.slice(0, 2).toLowerCase();
  return (code !== undefined ? TONGUES.get(code) : undefined) ?? TONGUES.get(guess(text.slice(0, 6000))) ?? ENGLISH;
}

/** Small words that tell one language from the others, most telling ones only. */
const TELLING: readonly (readonly [string, RegExp])[] = [
  ['en', /\b(?:the|and|that|with|was|said)\b/gi],
  ['fr', /\b(?:les|des|est|une|dans|qui|pour|été)\b/gi],
  ['de', /\b(?:der|die|und|das|nicht|mit|ist|den)\b/gi],
  ['es', /\b(?:los|las|una|por|del|que|con|para)\b/gi],
  ['it', /\b(?:che|gli|della|per|sono|il|non|nel)\b/gi],
  ['pt', /\b(?:que|não|uma|dos|para|com|pelo|são)\b/gi],
  ['nl', /\b(?:het|een|van|niet|zijn|voor|dat|met)\b/gi],
  ['pl', /\b(?:jest|się|nie|że|na|przez|jak|oraz)\b/gi],
  ['sv', /\b(?:och|att|det|som|för|inte|är|med)\b/gi],
];

function guess(text: string): string {
  const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const kana = text.match(/[\u3040-\u30ff]/g)?.length ?? 0;
  if (kana > 20) return 'ja';
  if (han > 20) return 'zh';
  const cyrillic = text.match(/[а-яё]/gi)?.length ?? 0;
  if (cyrillic * 3 > text.length) return (text.match(/[іїєґ]/gi)?.length ?? 0) * 60 > cyrillic ? 'uk' : 'ru';
  let best = 'en';
  let most = 0;
  for (const [code, pattern] of TELLING) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > most) [best, most] = [code, count];
  }
  return best;
}
