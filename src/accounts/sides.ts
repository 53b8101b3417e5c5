/** Which texts are of one side: later wordings of one account, and the same account in another language. */
import { compareWhen } from '#base/index.js';
import { words } from '#text/index.js';
import type { AccountText, SideTexts } from './account.js';
import { namesPlace, placeKeys, placeWords } from './cast.js';

/** Groups texts by side, in the order in which the sides first appear. The newest wording of each is compared. */
export function sidesOf(texts: readonly AccountText[]): SideTexts[] {
  const groups: AccountText[][] = [];
  for (const text of texts) {
    const group = groups.find((known) => known.some((other) => isRewording(other, text) || isTranslation(other, text)));
    if (group) group.push(text);
    else groups.push([text]);
  }
  return inCommonLanguage(groups.map(sideOf));
}

function sideOf(texts: readonly AccountText[]): SideTexts {
  const [first] = texts;
  const wordings = inOrder(texts.filter((text) => text === first || !isTranslation(first!, text)));
  const account = wordings.at(-1)!;
  return { name: null, account, wordings, translations: texts.filter((text) => !wordings.includes(text)), earlier: [] };
}

/** Wordings in order of appearance. Sorting keeps the order given among those that cannot be told. */
export function inOrder(wordings: readonly AccountText[]): AccountText[] {
  return [...wordings].sort((x, y) => {
    const [a, b] = [x.facts.published ?? x.captured, y.facts.published ?? y.captured];
    return a === null || b === null ? 0 : compareWhen(a, b);
  });
}

/** Sides that hold a text in the language that most sides have are compared in it. */
export function inCommonLanguage(sides: readonly SideTexts[]): SideTexts[] {
  const languages = sides.map(({ account, translations }) => [...new Set([account, ...translations].map(languageOf))]);
  const count = (language: string): number => languages.filter((held) => held.includes(language)).length;
  const [common] = [...new Set(languages.flat())]
    .filter((language) => language !== '')
    .sort((x, y) => count(y) - count(x) || languages.flat().indexOf(x) - languages.flat().indexOf(y));
  if (common === undefined) return [...sides];
  return sides.map((side) => {
    if (languageOf(side.account) === common) return side;
    const text = side.translations.find((translation) => languageOf(translation) === common);
    if (!text) return side;
    return {
      ...side,
      account: text,
      translations: [side.account, ...side.translations.filter((other) => other !== text)],
    };
  });
}

function languageOf({ facts }: AccountText): string {
  return (facts.language?.value ?? '').slice(0, 2);
}

function names(text: AccountText, named: string | null): boolean {
  if (named === null) return false;
  const bare = text.name.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,8}$/i, '');
  const reference = text.version?.replace(/v\d+$/, '') ?? null;
  return [text.facts.id, text.facts.address, text.name, bare, text.version, reference].includes(named);
}

/** One corrects the other, or both stand at one address in one language. */
export function isRewording(a: AccountText, b: AccountText): boolean {
  if (names(a, b.facts.corrects) || names(b, a.facts.corrects)) return true;
  return a.facts.address !== null && a.facts.address === b.facts.address && languageOf(a) === languageOf(b);
}

/** One says that it translates the other, or one body published both that day in two languages. */
export function isTranslation(a: AccountText, b: AccountText): boolean {
  if (names(a, b.facts.translationOf) || names(b, a.facts.translationOf)) return true;
  const day = ({ facts }: AccountText): string => (facts.said ?? facts.published)?.at.slice(0, 10) ?? '';
  return (
    languageOf(a) !== languageOf(b) &&
    a.facts.body !== null &&
    a.facts.body === b.facts.body &&
    day(a) !== '' &&
    day(a) === day(b)
  );
}

/** What a side is called: by who asked, by its text, by what its body's name says beyond "Ministry of …", else its body. */
export function sideName({ name, account }: SideTexts): {
  readonly name: string;
  readonly basis: 'stated' | 'guessed';
} {
  const stated = name ?? account.facts.other['side'] ?? null;
  if (stated !== null && stated.trim() !== '') return { name: stated.trim(), basis: 'stated' };
  const { body, source, title } = account.facts;
  const institution = body ?? source;
  if (institution !== null) return { name: placeIn(institution) ?? institution, basis: 'guessed' };
  return { name: account.name || title, basis: 'guessed' };
}

/** "Ordania" of "Ministry of Foreign Affairs of Ordania": the last words that may be a place, behind "of". */
function placeIn(institution: string): string | null {
  const behind =
    /(?:\bof|\bde|\bdu|\bdes|\bder|\bvon|\bdel|d['’]|l['’])\s?(?:the |la |l['’]|le )?((?:\p{Lu}[\p{L}’'-]*\s?)+)$/u.exec(
      institution.trim(),
    );
  const last = behind?.[1]?.trim() ?? null;
  if (last === null) return null;
  const kept = last.split(/\s+/).filter((word) => placeWords(word).length > 0);
  return kept.length > 0 ? kept.join(' ') : null;
}

/** Whether an account, or its title, names the side that is called so or published by such a body. */
export function speaksOf({ text, facts }: AccountText, name: string, body: string | null): boolean {
  const keys = placeKeys(name, body);
  return words(`${facts.title}\n${text}`).folded.some((word) => namesPlace(word.replace(/'s$/, ''), keys));
}
