/**
 * Light stems: two forms of one word that grammar bends meet, two words do not. For comparing only. The inflected
 * languages by the Snowball stemmers (Porter 1980, Snowball 2001); English by its few endings, since Snowball's
 * English makes "investment" and "invest" one word, which to a reader of quotations they are not.
 */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as serbian } from '@orama/stemmers/serbian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';

const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  ar: arabic,
  bg: bulgarian,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
  ru: russian,
  sr: serbian,
  tr: turkish,
  uk: ukrainian,
};

/** The light stem of a folded word in a language (BCP 47 subtag); the word itself where no stemmer is known. */
export function stem(word: string, language: string): string {
  const key = language.slice(0, 2).toLowerCase();
  const stemmer = Object.hasOwn(STEMMERS, key) ? STEMMERS[key] : undefined;
  return stemmer === undefined || word.length < 3 || DIGIT.test(word) ? word : stemmer(word);
}

const DIGIT = /\p{Nd}/u;

function english(word: string): string {
  let w = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (w.length > 4 && w.endsWith('ies')) return `${w.slice(0, -3)}y`;
  if (w.length > 4 && /(?:s|x|z|ch|sh)es$/.test(w)) return w.slice(0, -2);
  if (w.length > 3 && w.endsWith('s') && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
  const ending = /(?:ed|ing)$/.exec(w)?.[0];
  if (ending && w.length - ending.length >= 3) {
    const base = w.slice(0, -ending.length);
    if (!/[aeiouy]/.test(base)) return w;
    if (/([bdgmnprt])\1$/.test(base)) return base.slice(0, -1);
    if (base.endsWith('i')) return `${base.slice(0, -1)}y`;
    return base.endsWith('e') ? base.slice(0, -1) : base;
  }
  return w.length > 4 && w.endsWith('e') ? w.slice(0, -1) : w;
}
