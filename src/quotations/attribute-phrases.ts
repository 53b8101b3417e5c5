/**
 * Who does it: the noun phrase that is the subject of a word of saying, read from the words around it. No grammar
 * is parsed; a subject is found as a hurried reader finds it, by walking from the verb over adverbs, over what
 * stands between commas, to the nearest name, pronoun or noun, and then to where its phrase begins.
 *
 * Cost: each walk is bounded by a constant.
 */
import type { Tongue } from './attribute-cues.js';
import type { Token } from './attribute-frames.js';
import type { NameChunk } from './attribute-names.js';

/** Tokens of one paragraph with their names and the table they are read with. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly chunks: readonly NameChunk[];
  /** For each token the index of its chunk, or −1. */
  readonly chunkAt: Int32Array;
  readonly tongue: Tongue;
}

/** A noun phrase, tokens [from, to). */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** The name that it is about; null for a pronoun or a description. */
  readonly chunk: NameChunk | null;
  /** The pronoun, lower case; null for others. */
  readonly pronoun: string | null;
  /** The token of its main noun. */
  readonly head: number;
}

/** Tokens that a phrase may have. */
const LONGEST_PHRASE = 16;
/** Nouns before these are described by what follows; before the others only people, bodies and papers are. */
const LINKING = new Set([
  'of',
  'for',
  'from',
  'de',
  'du',
  'des',
  'der',
  'del',
  'della',
  'van',
  'von',
  'at',
  'in',
  'with',
  'on',
  'to',
  'behind',
  'familiar',
  'close',
  'against',
  'within',
  'inside',
  "d'",
  'pour',
  'für',
  'aus',
  'im',
  'vom',
  'beim',
  'bei',
  'à',
  'en',
  'по',
  'в',
  'при',
  'из',
  'з',
  'у',
]);

/** One of the soldiers, einer der Anwälte, один из дипломатов. */
const COUNTED = new Set([
  'one',
  'some',
  'many',
  'several',
  'two',
  'three',
  'most',
  'others',
  'один',
  'одна',
  'двое',
  'одне',
  'einer',
  'eine',
  'eines',
  'uno',
  'una',
  'un',
  'une',
  'alguien',
  'someone',
  'somebody',
  "quelqu'un",
]);
const NEAR_TO = new Set(['familiar', 'close', 'briefed']);
/** Outside English only these tie a noun to the one before it when a subject is read forwards. */
const OWNING = new Set(['de', 'du', 'des', "d'", 'del', 'della', 'di', 'do', 'da', 'von', 'vom', 'van', 'der']);

/** Articles that tie a German noun to the one before it. */
const GENITIVE = new Set(['des', 'der', 'eines', 'einer']);

export function sceneOf(tokens: readonly Token[], chunks: readonly NameChunk[], tongue: Tongue): Scene {
  const chunkAt = new Int32Array(tokens.length).fill(-1);
  chunks.forEach((chunk, c) => chunkAt.fill(c, chunk.from, chunk.to));
  return { tokens, chunks, chunkAt, tongue };
}

/** The names that stand within tokens [from, to). */
export function chunksIn(scene: Scene, from: number, to: number): readonly NameChunk[] {
  const { chunks } = scene;
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chunks[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < chunks.length && chunks[end]!.to <= to) end++;
  return chunks.slice(low, end);
}

/** A noun for people, bodies or papers. */
export function isKnownNoun(word: string, tongue: Tongue): boolean {
  return (
    tongue.roles.has(word) ||
    tongue.bodies.has(word) ||
    tongue.documents.has(word) ||
    tongue.roleEnds.some((end) => word.length > end.length && word.endsWith(end)) ||
    tongue.bodyEnds.some((end) => word.length > end.length && word.endsWith(end))
  );
}

/** Whether a word can be a noun or stand before one. */
function isNounish(scene: Scene, i: number): boolean {
  const token = scene.tokens[i]!;
  if (token.kind === 'number') return true;
  if (token.kind !== 'word') return false;
  const { tongue } = scene;
  const { word } = token;
  if (isKnownNoun(word, tongue)) return true;
  if (
    word === "'s" ||
    tongue.determiners.has(word) ||
    tongue.links.has(word) ||
    tongue.conjunctions.has(word) ||
    tongue.clauses.has(word)
  )
    return false;
  if (
    tongue.relatives.has(word) ||
    tongue.pronouns.has(word) ||
    tongue.fillers.has(word) ||
    tongue.otherVerbs.has(word)
  )
    return false;
  if (tongue.times.has(word)) return false;
  if (tongue.verbs.has(word)) return tongue.speechNouns.has(word) && tongue.code === 'en';
  if (tongue.code === 'fr' && word.length > 6 && word.endsWith('ment')) return false;
  if ((tongue.code === 'es' || tongue.code === 'it' || tongue.code === 'pt') && word.endsWith('mente')) return false;
  if (
    tongue.code === 'en' &&
    word.endsWith('ly') &&
    !/^(?:family|daily|weekly|ally|early|elderly|assembly|italy)$/.test(word)
  )
    return false;
  return true;
}

/** The noun phrase that ends before token `to`, beginning at or after `from`; null where none ends there. */
export function phraseBefore(scene: Scene, to: number, from: number): Phrase | null {
  const { tokens, tongue, chunkAt, chunks } = scene;
  const least = Math.max(from, to - LONGEST_PHRASE);
  let i = to - 1;
  if (i < from) return null;
  const last = tokens[i]!;
  if (last.kind === 'word' && tongue.pronouns.has(last.word) && chunkAt[i]! < 0) {
    return { from: i, to, chunk: null, pronoun: last.word, head: i };
  }
  if (PEOPLE.has(last.word) && last.kind === 'word' && chunkAt[i]! < 0)
    return { from: i, to, chunk: null, pronoun: null, head: i };
  for (;;) {
    if (i >= least && chunkAt[i]! >= 0) i = chunks[chunkAt[i]!]!.from - 1;
    else if (i >= least && isNounish(scene, i)) i--;
    else break;
    // What stands before the noun and belongs to it.
    while (i >= least) {
      const token = tokens[i]!;
      if (chunkAt[i]! >= 0) i = chunks[chunkAt[i]!]!.from - 1;
      else if (token.word === "'s" && i - 1 >= least) i--;
      else if (token.kind === 'word' && tongue.determiners.has(token.word)) {
        if (token.word === 'that') break;
        i--;
        if (tokens[i]?.word !== 'all' && tokens[i]?.word !== 'of' && tokens[i]?.kind !== 'number') break;
      } else if (isNounish(scene, i)) i--;
      else break;
    }
    // der Sprecher des Ministeriums
    if (
      tongue.capitalNouns &&
      i > least &&
      GENITIVE.has(tokens[i + 1]?.word ?? '') &&
      isKnownNoun(tokens[i]!.word, tongue)
    )
      continue;
    const link = tokens[i];
    if (i - 1 < least || link?.kind !== 'word' || !tongue.links.has(link.word) || !LINKING.has(link.word)) break;
    // A person familiar with the matter, sources close to the talks.
    if (NEAR_TO.has(tokens[i - 1]!.word) && i - 2 >= least) i--;
    const owner = i - 1;
    const { word } = tokens[owner]!;
    const strong = link.word === 'of' || link.word === 'for' || link.word === 'from';
    const several = COUNTED.has(word) && chunkAt[owner]! < 0;
    if (several) {
      i = owner - 1;
      break;
    }
    if (
      chunkAt[owner]! >= 0
        ? chunks[chunkAt[owner]!]!.kind === 'unknown' && !strong
        : !(isKnownNoun(word, tongue) || (strong && isNounish(scene, owner) && tokens[owner]!.kind === 'word'))
    )
      break;
    if (tongue.times.has(word)) break;
    i--;
  }
  const begin = i + 1;
  if (begin >= to) return null;
  // A bare article or number is no phrase.
  let nominal = false;
  for (let k = begin; k < to; k++) {
    if (chunkAt[k]! >= 0 || (/\p{L}/u.test(tokens[k]!.word) && !tongue.determiners.has(tokens[k]!.word)))
      nominal = true;
  }
  if (!nominal) {
    return null;
  }
  if (tongue.inflects && tokens[begin - 1]?.kind === 'word' && tongue.links.has(tokens[begin - 1]!.word)) {
    // В сообщении бывший министр юстиции называет: a second noun for a person is in the nominative.
    for (let k = to - 1; k > begin; k--)
      if (tongue.roles.has(tokens[k]!.word) && chunkAt[k]! < 0) return withHead(scene, k, to);
  }
  return withHead(scene, begin, to);
}

/** The noun phrase that begins at token `from`, ending at or before `to`. */
export function phraseAfter(scene: Scene, from: number, to: number): Phrase | null {
  const { tokens, tongue, chunkAt, chunks } = scene;
  let i = from;
  const first = tokens[i];
  if (!first || i >= to) return null;
  if (first.kind === 'word' && tongue.pronouns.has(first.word) && chunkAt[i]! < 0) {
    return { from: i, to: i + 1, chunk: null, pronoun: first.word, head: i };
  }
  const most = Math.min(to, from + LONGEST_PHRASE);
  let known = false;
  for (;;) {
    const begin = i;
    while (i < most) {
      const token = tokens[i]!;
      if (chunkAt[i]! >= 0) {
        i = Math.min(most, chunks[chunkAt[i]!]!.to);
        known = true;
        // A name ends its phrase, unless something is his, or it modifies a noun.
        if (i < most && (tokens[i]!.word === "'s" || (isNounish(scene, i) && isKnownNoun(tokens[i]!.word, tongue))))
          continue;
        if (i < most && chunkAt[i]! >= 0) continue;
        if (
          i < most &&
          tongue.code === 'en' &&
          tokens[i]!.kind === 'word' &&
          isNounish(scene, i) &&
          i + 1 < most &&
          isKnownNoun(tokens[i + 1]!.word, tongue)
        )
          continue;
        break;
      }
      // By dawn the sheriff: an article behind a noun begins another phrase.
      if (i > begin && token.kind === 'word' && opensAnother(scene, i)) break;
      const dated = i > begin && tongue.times.has(token.word) && tongue.determiners.has(tokens[i - 1]!.word);
      if (dated || token.word === "'s" || (token.kind === 'word' && tongue.determiners.has(token.word))) i++;
      else if (isNounish(scene, i) && !looksLikeVerb(scene, i, begin)) {
        known ||= token.kind === 'word' || /\p{L}/u.test(token.word);
        i++;
      } else break;
    }
    // What follows the last noun known for one is no part of the phrase.
    const noun = lastKnown(scene, begin, i);
    if (noun >= 0) i = noun + 1;
    if (i === begin) break;
    const link = tokens[i];
    if (i + 1 >= most || link?.kind !== 'word' || !tongue.links.has(link.word) || !LINKING.has(link.word)) break;
    const previous = tokens[i - 1]!;
    if (tongue.code !== 'en' && !OWNING.has(link.word)) break;
    if (chunkAt[i - 1]! >= 0 && !(link.word === 'of' || link.word === 'for')) break;
    if (chunkAt[i - 1]! < 0 && !isKnownNoun(previous.word, tongue)) break;
    const next = tokens[i + 1]!;
    if (tongue.times.has(next.word) || next.kind === 'number') break;
    if (!(chunkAt[i + 1]! >= 0 || tongue.determiners.has(next.word) || isNounish(scene, i + 1))) break;
    if (['in', 'on', 'at', 'to', 'with'].includes(link.word) && !isPerson(previous.word, tongue)) break;
    i++;
  }
  while (
    i > from &&
    tokens[i - 1]!.kind === 'word' &&
    (tongue.links.has(tokens[i - 1]!.word) ||
      tongue.determiners.has(tokens[i - 1]!.word) ||
      tokens[i - 1]!.word === "'s")
  ) {
    if (chunkAt[i - 1]! >= 0) break;
    i--;
  }
  if (i <= from || !known) return null;
  const phrase = withHead(scene, from, i);
  // The mayor of London, Sadiq Khan
  if (phrase.chunk) return phrase;
  const noun = i;
  while (
    i < most &&
    i < phrase.to + 4 &&
    tokens[i]!.kind === 'word' &&
    (isNounish(scene, i) || tongue.links.has(tokens[i]!.word) || tongue.determiners.has(tokens[i]!.word))
  )
    i++;
  if (tokens[i]?.kind === 'comma' && i + 1 < to && chunkAt[i + 1]! >= 0) {
    const chunk = chunks[chunkAt[i + 1]!]!;
    const after = tokens[chunk.to];
    const ends = !after || chunk.to >= to || ['comma', 'stop', 'colon', 'quote', 'dash'].includes(after.kind);
    const personal = chunk.kind === 'person' || (chunk.kind === 'unknown' && weightOf(scene, phrase) === 3);
    if (personal && chunk.from === i + 1 && ends)
      return { from, to: chunk.to, chunk, pronoun: null, head: chunk.to - 1 };
  }
  if (tongue.freeOrder && chunkAt[noun - 1]! < 0) {
    // un diputado veterano: adjectives behind the noun, if nothing else follows.
    let end = noun;
    while (
      end < most &&
      end < noun + 3 &&
      tokens[end]!.kind === 'word' &&
      !tokens[end]!.capital &&
      isNounish(scene, end)
    )
      end++;
    const after = tokens[end];
    if (
      end > noun &&
      (!after || end >= to || ['comma', 'stop', 'quote', 'colon', 'dash', 'open'].includes(after.kind))
    ) {
      return { ...phrase, to: end };
    }
  }
  return phrase;
}

/** Whether a determiner behind a noun begins a phrase of its own. */
function opensAnother(scene: Scene, i: number): boolean {
  const { tokens, tongue } = scene;
  const { word } = tokens[i]!;
  const before = tokens[i - 1]!;
  if (tongue.code !== 'en' || !(word === 'the' || word === 'a' || word === 'an')) return false;
  return before.kind === 'word' && before.word !== "'s" && !tongue.determiners.has(before.word);
}

/** A past tense behind a noun: "the scandal tarnished". */
function looksLikeVerb(scene: Scene, i: number, begin: number): boolean {
  if (scene.tongue.code !== 'en' || i === begin) return false;
  const { word } = scene.tokens[i]!;
  if (!word.endsWith('ed') || word.length < 5) return false;
  const before = scene.tokens[i - 1]!;
  return !(
    scene.tongue.determiners.has(before.word) ||
    before.word === "'s" ||
    before.kind === 'number' ||
    before.word.endsWith('ly')
  );
}

/** The last name or known noun of a stretch; −1 where it has none. */
function lastKnown(scene: Scene, from: number, to: number): number {
  for (let k = to - 1; k >= from; k--) {
    if (
      scene.chunkAt[k]! >= 0 ||
      (scene.tokens[k]!.kind === 'word' && isKnownNoun(scene.tokens[k]!.word, scene.tongue))
    )
      return k;
  }
  return -1;
}

/** Whether a phrase is about a name, a pronoun, or a noun for people, bodies or papers. */
export function isTelling(scene: Scene, phrase: Phrase): boolean {
  if (scene.tongue.capitalNouns) return weightOf(scene, phrase) > 0;
  if (phrase.chunk || phrase.pronoun) return true;
  const { word } = scene.tokens[phrase.head]!;
  return (
    scene.chunkAt[phrase.head]! >= 0 ||
    isKnownNoun(word, scene.tongue) ||
    PEOPLE.has(word) ||
    /^\p{N}.*\p{L}/u.test(word)
  );
}

/**
 * How likely a phrase is to speak: 3 people and pronouns, 2 bodies and papers, 1 names of unknown things, 0 others.
 * Where every noun has a capital, one with an article is no name.
 */
export function weightOf(scene: Scene, phrase: Phrase): number {
  const { tokens, tongue, chunkAt } = scene;
  if (phrase.pronoun || phrase.chunk?.kind === 'person') return 3;
  const { word } = tokens[phrase.head]!;
  if (
    tongue.roles.has(word) ||
    tongue.roleEnds.some((end) => word.length > end.length && word.endsWith(end)) ||
    PEOPLE.has(word)
  )
    return 3;
  if (phrase.chunk?.kind === 'body' || isKnownNoun(word, tongue)) return 2;
  if (!phrase.chunk && chunkAt[phrase.head]! < 0) return 0;
  if (!tongue.capitalNouns) return 2;
  const before = tokens[phrase.chunk ? phrase.chunk.from - 1 : phrase.from - 1];
  return before?.kind === 'word' && (tongue.determiners.has(before.word) || tongue.links.has(before.word))
    ? 0
    : tongue.determiners.has(tokens[phrase.from]!.word)
      ? 0
      : 2;
}

const PEOPLE = new Set([
  'one',
  'some',
  'many',
  'others',
  'another',
  'several',
  'two',
  'both',
  'few',
  'most',
  'those',
  'percent',
]);

function isPerson(word: string, tongue: Tongue): boolean {
  return tongue.roles.has(word) || tongue.roleEnds.some((end) => word.endsWith(end));
}

/** The phrase with the name that it is about: the last name before the first link, if it ends there. */
function withHead(scene: Scene, from: number, to: number): Phrase {
  const { tokens, chunkAt, chunks, tongue } = scene;
  let end = from;
  while (end < to && !(chunkAt[end]! < 0 && tokens[end]!.kind === 'word' && tongue.links.has(tokens[end]!.word))) end++;
  if (end === from) end = to;
  // министр иностранных дел: where nouns follow in the genitive the first is the main one.
  let head = end - 1;
  if (tongue.inflects && chunkAt[head]! < 0) {
    for (let k = from; k < end; k++) {
      if (tokens[k]!.kind !== 'word' || !isKnownNoun(tokens[k]!.word, tongue)) continue;
      head = k;
      break;
    }
  }
  const at = chunkAt[end - 1]!;
  const chunk = at >= 0 ? chunks[at]! : null;
  return { from, to, chunk: chunk?.kind === 'title' ? null : chunk, pronoun: null, head };
}
