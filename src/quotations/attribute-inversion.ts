/**
 * Subjects behind their verb: said Smith; сообщила в прошлом месяце Линдсей Гей; hieß es in der Erklärung.
 *
 * Cost: each walk is bounded by a constant.
 */
import { type Phrase, type Scene, phraseAfter, weightOf } from './attribute-phrases.js';

/** Tokens of place and time that may stand between a verb and its subject. */
const LONGEST_ADJUNCT = 9;

/** The person named behind a verb and what stands between of place and time; null where nothing stands between. */
function behindAdjuncts(scene: Scene, from: number, to: number): Phrase | null {
  const { tokens, tongue, chunkAt } = scene;
  if (!tongue.links.has(tokens[from]!.word) && !tongue.times.has(tokens[from]!.word)) return null;
  for (let k = from; k < Math.min(to, from + LONGEST_ADJUNCT); k++) {
    const token = tokens[k]!;
    if (token.kind !== 'word' && token.kind !== 'number') return null;
    if (tongue.clauses.has(token.word) || tongue.verbs.has(token.word)) return null;
    const led = tokens[k - 1]!;
    if (k === from || tongue.links.has(led.word)) continue;
    const opens =
      chunkAt[k]! >= 0 ||
      tongue.roles.has(token.word) ||
      (tongue.determiners.has(token.word) && !tongue.links.has(led.word));
    if (!opens || tongue.times.has(token.word)) continue;
    const phrase = phraseAfter(scene, k, to);
    if (
      phrase &&
      weightOf(scene, phrase) >= 2 &&
      (phrase.chunk?.kind === 'person' || weightOf(scene, phrase) === 3 || chunkAt[k]! < 0)
    )
      return phrase;
  }
  return null;
}

/** The subject behind the verb at `at`; null where none stands there. */
export function subjectBehind(scene: Scene, at: number, to: number): Phrase | null {
  const { tokens, tongue } = scene;
  let i = at + 1;
  while (i < to && tokens[i]!.kind === 'word' && tongue.fillers.has(tokens[i]!.word) && scene.chunkAt[i]! < 0) i++;
  if (
    i < to &&
    tokens[i]!.kind === 'word' &&
    tongue.verbs.has(tokens[i]!.word) &&
    tongue.freeOrder &&
    scene.chunkAt[i]! < 0
  )
    i++;
  const next = tokens[i];
  if (!next || i >= to || next.kind !== 'word') return null;
  if (tongue.inflects && tongue.links.has(next.word) && /^(?:в|во|у|на)$/.test(next.word)) {
    // сообщили в МИД: the place speaks.
    const place = phraseAfter(scene, i + 1, to);
    const speaks =
      place &&
      !place.pronoun &&
      (place.chunk?.kind === 'body' || tongue.bodies.has(tokens[place.head]!.word) || tokens[i + 1]!.capital);
    if (speaks && !tongue.times.has(tokens[i + 1]!.word)) return place;
  }
  if (
    tongue.freeOrder &&
    (tongue.links.has(next.word) || tongue.times.has(next.word) || tongue.determiners.has(next.word) || !next.capital)
  ) {
    // сообщила в прошлом месяце Линдсей Гей; écrit samedi le Monde: walk over where and when.
    const further = behindAdjuncts(scene, i, to);
    if (further) return further;
  }
  if (tongue.links.has(next.word) || tongue.times.has(next.word) || tongue.clauses.has(next.word)) return null;
  const phrase = phraseAfter(scene, i, to);
  if (!phrase || phrase.pronoun === 'it') return null;
  if (phrase.pronoun === 'es' && tongue.code === 'de') {
    // hieß es in der Erklärung: the paper speaks, or the body behind "aus" and "bei".
    const link = tokens[phrase.to];
    return link && phrase.to < to && tongue.links.has(link.word) ? phraseAfter(scene, phrase.to + 1, to) : null;
  }
  return phrase;
}
