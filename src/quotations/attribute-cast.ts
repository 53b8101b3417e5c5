/**
 * Everybody whom a draft names, by the fullest form printed, with the titles that the draft gives them. Whoever is
 * later called by surname, by title or by a pronoun is looked up here.
 */
import type { Span } from '#base/index.js';
import type { Gender, Tongue } from './attribute-cues.js';
import { genderOfName } from './attribute-first-names.js';
import type { Frame, Token } from './attribute-frames.js';
import { type NameChunk, titleWord } from './attribute-names.js';

/** Somebody or some body that the draft names. */
export interface Figure {
  /** The fullest form printed, without titles, and where it first stands. */
  name: string;
  span: Span;
  words: readonly string[];
  kind: 'person' | 'body' | 'unknown';
  gender: Gender;
  /** Titles and descriptions, lower case. */
  readonly titles: Set<string>;
  /** Those of the titles that are held of something named with them: "president of the Brady Campaign". */
  readonly elsewhere: Set<string>;
  /** How often the full form was met. */
  count: number;
}

/** A frame with its names. */
export interface Named {
  readonly frame: Frame;
  readonly chunks: readonly NameChunk[];
  /** Of a heading every word may have a capital; its names found nothing. */
  readonly heading: boolean;
}

/** Words of an appositive that may hold a title: "Smith, the former deputy foreign minister of". */
const APPOSITIVE = 9;

/** Nouns that name nobody's office. */
const COMMON = new Set(
  'man woman girl boy person people child official officials member members source sources one others supporter critic resident voter friend witness worker some many'.split(
    ' ',
  ),
);

const CYRILLIC_END =
  /(?:ого|его|ому|ему|ыми|ими|ами|ями|ском|ский|ская|ской|скую|ским|ий|ый|ой|ая|яя|ую|юю|ым|им|ою|ею|ей|ом|ем|єм|ам|ям|ах|ях|ові|еві|а|я|у|ю|е|є|и|ы|і|ї|ь|й|о)$/u;

/** What stays of a name in all its cases. */
export function stemOfName(word: string, tongue: Tongue): string {
  const plain = word.replace(/'s$/, '');
  if (!tongue.inflects)
    return tongue.capitalNouns && plain.length > 4 && plain.endsWith('s') ? plain.slice(0, -1) : plain;
  const stem = plain.replace(CYRILLIC_END, '');
  return stem.length >= 3 ? stem : plain;
}

export class Cast {
  readonly figures: Figure[] = [];
  readonly #tongue: Tongue;
  readonly #byLast = new Map<string, Figure[]>();
  readonly #byFirst = new Map<string, Figure[]>();
  readonly #byName = new Map<string, Figure>();

  readonly #byTitle = new Map<string, Figure[]>();

  constructor(text: string, frames: readonly Named[], tongue: Tongue) {
    this.#tongue = tongue;
    for (const long of [true, false]) {
      for (const { frame, chunks, heading } of frames) {
        if (heading) continue;
        for (const chunk of chunks) {
          if (chunk.kind === 'title') continue;
          const length = chunk.nameTo - chunk.nameFrom;
          if (length > 1 === long || chunk.kind === 'body') this.#enter(text, frame.tokens, chunk);
        }
      }
    }
    for (const figure of this.figures)
      if (figure.kind !== 'body') for (const title of figure.titles) push(this.#byTitle, title, figure);
  }

  /** The figure that a chunk names; gender where the chunk tells it. Null for a title only. */
  figureOf(tokens: readonly Token[], chunk: NameChunk): Figure | null {
    if (chunk.kind === 'title') return null;
    const words = this.#keys(tokens, chunk);
    const exact = this.#byName.get(words.join(' '));
    if (exact && words.length > 1) return exact;
    return this.#lookUp(words, this.#honorific(tokens, chunk)) ?? exact ?? null;
  }

  /** The names of the cast among tokens, for headlines, where a capital tells nothing. */
  namesIn(tokens: readonly Token[]): readonly NameChunk[] {
    const chunks: NameChunk[] = [];
    for (let i = 0; i < tokens.length; i++) {
      if (tokens[i]!.kind !== 'word' || !tokens[i]!.capital) continue;
      for (let length = Math.min(5, tokens.length - i); length >= 1; length--) {
        const words: string[] = [];
        for (let k = i; k < i + length; k++) words.push(stemOfName(tokens[k]!.word, this.#tongue));
        const figure =
          this.#byName.get(words.join(' ')) ?? (length === 1 ? this.#byLast.get(words[0]!)?.[0] : undefined);
        if (!figure || (length === 1 && figure.kind === 'unknown' && figure.count < 2)) continue;
        chunks.push({ from: i, to: i + length, nameFrom: i, nameTo: i + length, kind: figure.kind });
        i += length - 1;
        break;
      }
    }
    return chunks;
  }

  /** Those in the cast who bear the last of these title words, each with how many of the words they bear. */
  bearers(words: readonly string[]): readonly { readonly figure: Figure; readonly shared: number }[] {
    const keys = words.map(titleWord);
    const head = keys.at(-1);
    if (head === undefined || COMMON.has(head)) return [];
    if (!this.#tongue.roles.has(head) && !this.#tongue.roleEnds.some((end) => end.length > 3 && head.endsWith(end)))
      return [];
    const all = this.#byTitle.get(head) ?? [];
    const direct = all.filter((figure) => !figure.elsewhere.has(head));
    return (direct.length > 0 ? direct : all).map((figure) => ({
      figure,
      shared: keys.reduce((count, key) => count + (figure.titles.has(key) ? 1 : 0), 0),
    }));
  }

  #enter(text: string, tokens: readonly Token[], chunk: NameChunk): void {
    const printed = wordsOf(tokens, chunk);
    const words = this.#keys(tokens, chunk);
    const key = words.join(' ');
    const span = { start: tokens[chunk.nameFrom]!.start, end: tokens[chunk.nameTo - 1]!.end };
    let figure = this.#byName.get(key);
    const gender = this.#honorific(tokens, chunk) ?? genderOfName(printed[0]!);
    if (!figure && words.length === 1) figure = this.#lookUp(words, gender) ?? undefined;
    // Hillary Rodham Clinton is Hillary Clinton.
    if (!figure && words.length === 3) figure = this.#byName.get(`${words[0]} ${words[2]}`);
    if (!figure && words.length === 2) {
      figure = this.#byLast.get(words[1]!)?.find((other) => other.words.length === 3 && other.words[0] === words[0]);
    }
    if (!figure) {
      figure = {
        name: text.slice(span.start, span.end),
        span,
        words,
        kind: chunk.kind === 'title' ? 'unknown' : chunk.kind,
        gender,
        titles: new Set(),
        elsewhere: new Set(),
        count: 0,
      };
      this.figures.push(figure);
      this.#byName.set(key, figure);
      if (figure.kind !== 'body') {
        push(this.#byLast, words.at(-1)!, figure);
        if (words.length > 1) push(this.#byFirst, words[0]!, figure);
      }
    } else if (
      this.#tongue.inflects &&
      words.length === figure.words.length &&
      span.end - span.start < figure.name.length
    ) {
      // The shortest form is the nominative.
      figure.name = text.slice(span.start, span.end);
      figure.span = span;
    }
    if (words.length > 1 || figure.words.length === 1) figure.count++;
    figure.gender ??= gender;
    this.#entitle(tokens, chunk, figure);
  }

  /** The words of a name as they are compared: stems, without "de" and "van". */
  #keys(tokens: readonly Token[], chunk: NameChunk): string[] {
    const words = wordsOf(tokens, chunk);
    const bare = words.filter((word) => !this.#tongue.particles.has(word));
    return (bare.length > 0 ? bare : words).map((word) => stemOfName(word, this.#tongue));
  }

  #honorific(tokens: readonly Token[], chunk: NameChunk): Gender {
    for (let i = chunk.from; i < chunk.nameFrom; i++) {
      const { word } = tokens[i]!;
      const gender = this.#tongue.honorifics.get(word) ?? (this.#tongue.femaleRoles.has(word) ? 'f' : null);
      if (gender) return gender;
    }
    return null;
  }

  #lookUp(words: readonly string[], gender: Gender): Figure | null {
    const last = words.at(-1)!;
    const fits = (figure: Figure): boolean => gender === null || figure.gender === null || figure.gender === gender;
    const found = (this.#byLast.get(last) ?? []).filter(
      (figure) => fits(figure) && (words.length === 1 || shares(words, figure.words)),
    );
    const named = found.length > 0 ? found : words.length === 1 ? (this.#byFirst.get(last) ?? []) : [];
    let best: Figure | null = null;
    for (const figure of named) {
      if (
        !best ||
        (figure.words.length > best.words.length && best.words.length === 1) ||
        (figure.count > best.count && figure.words.length > 1)
      )
        best = figure;
    }
    return best;
  }

  /** Titles before the name, and in an appositive behind it. */
  #entitle(tokens: readonly Token[], chunk: NameChunk, figure: Figure): void {
    const tongue = this.#tongue;
    const isRole = (word: string): boolean =>
      tongue.roles.has(word) || tongue.roleEnds.some((end) => end.length > 3 && word.endsWith(end));
    for (let i = chunk.from; i < chunk.nameFrom; i++) figure.titles.add(titleWord(tokens[i]!.word));
    for (let i = chunk.from - 1; i >= Math.max(0, chunk.from - 4); i--) {
      const { word, kind } = tokens[i]!;
      if (kind !== 'word' || tongue.determiners.has(word) || tongue.links.has(word) || tongue.verbs.has(word)) break;
      if (i === chunk.from - 1 && !isRole(word)) break;
      figure.titles.add(titleWord(word));
    }
    if (tokens[chunk.to]?.kind !== 'comma') return;
    const first = tokens[chunk.to + 1];
    const owned = tokens[chunk.to + 2]?.word === "'s";
    if (!first || !(tongue.determiners.has(first.word) || isRole(first.word) || first.word === 'former' || owned))
      return;
    const words: string[] = [];
    for (let i = chunk.to + (owned ? 3 : 1); i < Math.min(tokens.length, chunk.to + APPOSITIVE); i++) {
      const token = tokens[i]!;
      // Replying to Smith, the mayor said: the subject of a verb is no apposition.
      if (
        tongue.code === 'en' &&
        words.length > 1 &&
        tongue.verbs.get(token.word)?.strong &&
        /(?:ed|said|told|wrote)$/.test(token.word)
      )
        return;
      if (token.kind !== 'word' || tongue.links.has(token.word) || tongue.relatives.has(token.word)) break;
      words.push(token.word);
    }
    const of = tokens[chunk.to + (owned ? 3 : 1) + words.length]?.word === 'of';
    if (words.some(isRole)) {
      for (const word of words) {
        const title = titleWord(word);
        if (tongue.determiners.has(word)) continue;
        if (of && !figure.titles.has(title) && title === 'president') figure.elsewhere.add(title);
        figure.titles.add(title);
      }
    }
    if (words.some((word) => tongue.femaleRoles.has(word))) figure.gender ??= 'f';
  }
}

function wordsOf(tokens: readonly Token[], chunk: NameChunk): string[] {
  const words: string[] = [];
  for (let i = chunk.nameFrom; i < chunk.nameTo; i++) {
    const { word } = tokens[i]!;
    if (/[·•‧・]/.test(word)) words.push(...word.split(/[·•‧・]/));
    else words.push(word);
  }
  return words;
}

function shares(words: readonly string[], others: readonly string[]): boolean {
  return words[0] === others[0] || (words[0]!.length <= 2 && others[0]!.startsWith(words[0]![0]!));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
