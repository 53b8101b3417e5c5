/**
 * Whose words a noun announces: Smith's claim, a statement from the ministry, the words that Mr Rudd used.
 */
import type { Sentence } from './attribute-frames.js';
import { type Phrase, type Scene, phraseAfter, phraseBefore } from './attribute-phrases.js';

/** Used the term “…”, coined the phrase “…”: whoever used it. */
export const TERMS = new Set('term phrase word words expression slogan motto mantra line refrain'.split(' '));

const USING = new Set('used uses chose chooses spoke speaks picked'.split(' '));

/** The words (that) Mr Rudd used were “…”. */
export function userOf(scene: Scene, at: number, to: number): Phrase | null {
  const { tokens, tongue } = scene;
  if (tongue.code !== 'en' || !TERMS.has(tokens[at]!.word)) return null;
  const start = tokens[at + 1]?.word === 'that' ? at + 2 : at + 1;
  const subject = phraseAfter(scene, start, to);
  const verb = subject && subject.from === start ? tokens[subject.to] : undefined;
  return verb?.kind === 'word' && USING.has(verb.word) ? subject : null;
}

/** Whose statement: Smith's claim, his remark, a statement from the ministry. */
export function ownerOf(scene: Scene, at: number, sentence: Sentence): Phrase | null {
  const { tokens, tongue } = scene;
  for (let k = at - 1; k >= Math.max(sentence.from, at - 5); k--) {
    const token = tokens[k]!;
    if (token.word === "'s") {
      const owner = scene.chunkAt[k - 1];
      if (owner === undefined || owner < 0) return phraseBefore(scene, k, sentence.from);
      const chunk = scene.chunks[owner]!;
      return {
        from: chunk.from,
        to: chunk.to,
        chunk: chunk.kind === 'title' ? null : chunk,
        pronoun: null,
        head: chunk.to - 1,
      };
    }
    if (token.kind !== 'word') break;
    const own = POSSESSIVES.get(token.word);
    if (own) return { from: k, to: k + 1, chunk: null, pronoun: own, head: k };
    if (tongue.links.has(token.word) || tongue.verbs.has(token.word)) break;
  }
  const link = tokens[at + 1];
  if (
    link?.kind === 'word' &&
    (link.word === 'by' ||
      link.word === 'from' ||
      (link.word === 'of' && scene.chunkAt[at + 2]! >= 0) ||
      tongue.by.has(link.word))
  ) {
    return phraseAfter(scene, at + 2, sentence.to);
  }
  return null;
}

const POSSESSIVES = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['their', 'they'],
  ['its', 'it'],
]);
