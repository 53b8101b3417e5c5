/**
 * Subjects: who does what a word of saying says, found by walking left from it over adverbs and over what stands
 * between commas; and the subject that several verbs of a sentence share.
 *
 * Cost: each walk is bounded by a constant or by its sentence.
 */
import type { Token } from './attribute-frames.js';
import {
  type Phrase,
  type Scene,
  isKnownNoun,
  isTelling,
  phraseAfter,
  phraseBefore,
  weightOf,
} from './attribute-phrases.js';

/** Tokens that may stand between commas. */
const LONGEST_ASIDE = 45;

/** Smith and Jones: the phrase with the name before it that a conjunction joins; the phrase itself where none does. */
function joined(scene: Scene, phrase: Phrase, from: number): Phrase {
  const { tokens, tongue, chunkAt, chunks } = scene;
  if (!phrase.chunk || phrase.chunk.kind === 'body') return phrase;
  const and = tokens[phrase.from - 1];
  const other = phrase.from - 2 >= from ? chunks[chunkAt[phrase.from - 2]!] : undefined;
  if (!and || !JOINING.has(and.word) || !other || other.kind === 'body' || other.kind === 'title') return phrase;
  const led = tokens[other.from - 1];
  const governed =
    other.from > from &&
    led?.kind === 'word' &&
    (tongue.links.has(led.word) || tongue.verbs.has(led.word) || tongue.otherVerbs.has(led.word));
  if (governed || led?.kind === 'comma') return phrase;
  return { from: other.nameFrom, to: phrase.to, chunk: null, pronoun: null, head: phrase.to - 1 };
}

const JOINING = new Set(['and', 'und', 'et', 'y', 'e', 'и', 'та', 'й', 'en', 'och', 'i']);

/** The subject of the verb at `verb`, looked for to its left within the sentence that begins at `from`. */
export function subjectBefore(scene: Scene, verb: number, from: number): Phrase | 'shared' | null {
  const { tokens, tongue, chunkAt, chunks } = scene;
  let j = skipFillers(scene, verb - 1, from);
  for (let turns = 0; turns < 6 && j >= from; turns++) {
    const token = tokens[j]!;
    if (token.kind === 'close') {
      const open = back(tokens, j, from, 'open');
      if (open < 0) return null;
      j = skipFillers(scene, open - 1, from);
      continue;
    }
    if (token.kind === 'dash') {
      const open = back(tokens, j, from, 'dash');
      if (open <= from) return null;
      j = open - 1;
      continue;
    }
    if (token.kind === 'comma') {
      const found = aside(scene, j, from);
      if (found || tokens[j - 1]?.kind !== 'close') return found;
      const open = back(tokens, j - 1, from, 'open');
      return open > from ? phraseBefore(scene, open, from) : null;
    }
    if (token.kind === 'quote') {
      // Smith, who called it “over,” said
      const comma = back(tokens, j, from, 'comma');
      const opener = tokens[comma + 1];
      return comma > from && opener && (tongue.relatives.has(opener.word) || tongue.determiners.has(opener.word))
        ? aside(scene, j, from)
        : null;
    }
    if (token.kind !== 'word' && token.kind !== 'number') return null;
    if (chunkAt[j]! < 0) {
      if (tongue.relatives.has(token.word) && token.word !== 'that') {
        const k = tokens[j - 1]?.kind === 'comma' ? j - 1 : j;
        return phraseBefore(scene, k, from) ?? 'shared';
      }
      if (token.word === 'that' && tongue.code === 'en') return phraseBefore(scene, j, from);
      if (tongue.conjunctions.has(token.word) || token.word === 'to') return 'shared';
    }
    let phrase = phraseBefore(scene, j + 1, from);
    if (!phrase) return null;
    // Smith in Ohio said; wie der Minister in Hannover erklärte: walk over what was only where or when.
    for (let k = 0, governed = phrase; k < 3 && isGoverned(scene, governed, from); k++) {
      const end = skipFillers(scene, governed.from - 2, from) + 1;
      const further = end > from ? phraseBefore(scene, end, from) : null;
      if (!further) break;
      governed = further;
      if (!isGoverned(scene, governed, from) && isTelling(scene, governed)) {
        phrase = governed;
        break;
      }
    }
    // A letter obtained by The Associated Press warns: the subject stands before the participle.
    const led = tokens[phrase.from - 1];
    if (
      led?.kind === 'word' &&
      tongue.by.has(led.word) &&
      phrase.from - 2 > from &&
      /(?:ed|en)$/.test(tokens[phrase.from - 2]!.word)
    ) {
      phrase = phraseBefore(scene, phrase.from - 2, from) ?? phrase;
    }
    // “…a person who attended the meeting said”: a phrase behind “who” and a verb belongs to the relative clause.
    if (!phrase.chunk && !phrase.pronoun) {
      const reach = isGoverned(scene, phrase, from) ? LONGEST_CLAUSE : 5;
      for (let k = phrase.from - 1; k >= Math.max(from, phrase.from - reach); k--) {
        const before = tokens[k]!;
        if (before.kind !== 'word') break;
        if ((before.word === 'who' || before.word === 'qui') && k > from) {
          // Jane Roe, 59, who runs the bar near the station said
          let end = k;
          while (end > from && ['comma', 'number'].includes(tokens[end - 1]!.kind)) end--;
          return phraseBefore(scene, end, from) ?? phrase;
        }
      }
    }
    return joined(scene, phrase, from);
  }
  return null;

  /** The phrase before what stands between commas and ends at `close`. */
  function aside(s: Scene, close: number, begin: number): Phrase | null {
    for (let k = close - 1; k >= Math.max(begin, close - LONGEST_ASIDE); k--) {
      if (s.tokens[k]!.kind !== 'comma') continue;
      // The mayor of London, Sadiq Khan, said
      const inner = chunkAt[k + 1]!;
      const apposed = inner >= 0 ? chunks[inner]! : null;
      if (apposed?.kind === 'person') {
        const behind = s.tokens[apposed.to];
        const of = behind?.word === 'of' ? chunks[chunkAt[apposed.to + 1] ?? -1] : undefined;
        if (apposed.to === close || behind?.kind === 'open' || of?.to === close) {
          return { from: k + 1, to: close, chunk: apposed, pronoun: null, head: apposed.to - 1 };
        }
      }
      let end = k;
      if (s.tokens[k - 1]?.kind === 'close') {
        const open = back(s.tokens, k - 1, begin, 'open');
        if (open > begin) end = open;
      }
      const phrase = phraseBefore(s, end, begin);
      if (!phrase) continue;
      const led = s.tokens[phrase.from - 1];
      const governed =
        phrase.from > begin &&
        led?.kind === 'word' &&
        (tongue.links.has(led.word) || tongue.verbs.has(led.word) || tongue.otherVerbs.has(led.word));
      if (governed && !tongue.clauses.has(led.word)) continue;
      if (!phrase.chunk && !phrase.pronoun) {
        // Tom Fitton, the president of Judicial Watch, a conservative group, said: it describes the name before it.
        const named = led?.kind === 'comma' ? chunkAt[phrase.from - 2]! : -1;
        if (named >= 0 && chunks[named]!.kind === 'person') continue;
        let known = false;
        for (let w = phrase.from; w < phrase.to; w++)
          known ||= isKnownNoun(s.tokens[w]!.word, tongue) || tongue.determiners.has(s.tokens[w]!.word);
        if (!known) continue;
      }
      return phrase;
    }
    return null;
  }
}

/** N’appréciant guère la réponse, … */
const PRESENT_PARTICIPLE = /^(?:[snlmd]')?\p{Ll}{3,}ant$/u;
/** Tokens of a relative clause between its pronoun and its last noun. */
const LONGEST_CLAUSE = 16;

/** The first nominal of the clause that ends before `to`: the subject that a later verb shares. */
export function mainSubject(scene: Scene, from: number, to: number): Phrase | null {
  const { tokens, tongue, chunkAt } = scene;
  let second: Phrase | null = null;
  let i = from;
  const first = tokens[i];
  // In Ohio, … / After the vote, … / Speaking to reporters, …: the subject comes behind the comma.
  const adverbial =
    first?.kind === 'word' &&
    chunkAt[i]! < 0 &&
    (tongue.links.has(first.word) ||
      tongue.clauses.has(first.word) ||
      tongue.participles.has(first.word) ||
      (tongue.code === 'en' && /(?:ing|ed)$/.test(first.word)) ||
      (tongue.code === 'fr' &&
        PRESENT_PARTICIPLE.test(/^[snlmd]'$/.test(first.word) ? (tokens[i + 1]?.word ?? '') : first.word)));
  if (adverbial && !tongue.capitalNouns) {
    for (let k = i; k < to; k++) {
      if (tokens[k]!.kind === 'comma' || tokens[k]!.kind === 'quote') {
        i = k + 1;
        break;
      }
    }
  }
  for (; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    const led = tokens[i - 1];
    if (i > from && led?.kind === 'word' && (tongue.links.has(led.word) || tongue.by.has(led.word))) {
      const governed = phraseAfter(scene, i, to);
      if (governed) i = endOfGoverned(scene, i, governed.to) - 1;
      continue;
    }
    if (
      !(
        chunkAt[i]! >= 0 ||
        tongue.pronouns.has(token.word) ||
        tongue.determiners.has(token.word) ||
        isKnownNoun(token.word, tongue)
      )
    )
      continue;
    const phrase = phraseAfter(scene, i, to);
    if (!phrase || !isTelling(scene, phrase)) continue;
    // Ames, Iowa, on Sunday
    const place =
      adverbial &&
      phrase.chunk?.kind === 'unknown' &&
      led?.kind === 'comma' &&
      tokens[phrase.to]?.kind === 'comma' &&
      chunkAt[i - 2]! >= 0;
    if (!place && (!tongue.capitalNouns || weightOf(scene, phrase) > 1)) return phrase;
    if (!place) second ??= phrase;
    i = Math.max(i, phrase.to - 1);
  }
  return second;
}

/** By dawn the office had: an article with no preposition before it begins another phrase. */
function endOfGoverned({ tokens, tongue }: Scene, from: number, to: number): number {
  for (let k = from + 1; k < to; k++) {
    if (tongue.determiners.has(tokens[k]!.word) && !tongue.links.has(tokens[k - 1]!.word)) return k;
  }
  return to;
}

/** Whether a preposition stands before a phrase. */
function isGoverned(scene: Scene, phrase: Phrase, from: number): boolean {
  const led = scene.tokens[phrase.from - 1];
  return phrase.from > from && led?.kind === 'word' && scene.tongue.links.has(led.word);
}

function skipFillers(scene: Scene, at: number, from: number): number {
  const { tokens, tongue, chunkAt } = scene;
  let j = at;
  while (j >= from) {
    const token = tokens[j]!;
    if (
      token.kind === 'number' &&
      j > from &&
      (tongue.times.has(tokens[j - 1]!.word) || tongue.times.has(tokens[j + 1]?.word ?? ''))
    )
      j--;
    else if (token.kind !== 'word') break;
    else if (chunkAt[j]! >= 0) break;
    else if (tongue.times.has(token.word) || (tongue.fillers.has(token.word) && !tongue.pronouns.has(token.word))) j--;
    else if (
      (tongue.links.has(token.word) || tongue.determiners.has(token.word)) &&
      tongue.times.has(tokens[j + 1]?.word ?? '')
    )
      j--;
    else if (tongue.code === 'en' && /[^aeiou]ly$/.test(token.word) && !isKnownNoun(token.word, tongue)) j--;
    else break;
  }
  return j;
}

function back(tokens: readonly Token[], at: number, from: number, kind: Token['kind']): number {
  for (let k = at - 1; k >= Math.max(from, at - LONGEST_ASIDE); k--) if (tokens[k]!.kind === kind) return k;
  return -1;
}
