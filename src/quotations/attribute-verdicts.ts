/**
 * Words that show a speaker without a verb of saying: what somebody felt, who is quoted. Believes that a
 * feeling is known from him who has it ("was “horrified”"), while what somebody is may be anybody's word.
 *
 * Cost: each look is bounded by a constant.
 */
import type { Phrase, Scene } from './attribute-phrases.js';

/** Forms of "to be" and "to feel" that equate what stands before them with the quoted words. */
export const COPULAS: ReadonlySet<string> = new Set(
  'is was are were be been being feels felt feel remains remained'.split(' '),
);

const FEELING =
  /^(?:(?:very|so|quite|both|not|\p{L}+ly|\p{L}+ed and)\s)*(?:\p{L}{2,}ed|proud|happy|sad|sorry|angry|furious|confident|certain|sure|glad|grateful|hopeful|optimistic|pessimistic|upset|thankful|sick|afraid|ashamed|over the moon|heartbroken|livid|aware|keen)$/iu;
const LONGEST_FEELING = 50;

/** Whether quoted words say how somebody feels: “shocked and horrified”, “deeply proud”. */
export function isFeeling(words: string): boolean {
  return words.length < LONGEST_FEELING && FEELING.test(words.replace(/[.,]$/, ''));
}

/** «…», — цитирует Пескова РИА Новости: who is quoted stands before who quotes; null where only one is named. */
export function citedAt(scene: Scene, at: number): Phrase | null {
  const cited = scene.chunks[scene.chunkAt[at]!];
  if (!cited || cited.kind === 'title' || !(scene.chunkAt[cited.to]! >= 0)) return null;
  return { from: cited.from, to: cited.to, chunk: cited, pronoun: null, head: cited.to - 1 };
}
