/**
 * The words of saying in a sentence and who says them: verbs before and behind their subjects, participles,
 * "according to", nouns for words with their owners. What is said is not looked at here; attribute-links does.
 *
 * Cost: linear in the sentence.
 */
import type { Cue } from './attribute-cue.js';
import type { Sentence, Token } from './attribute-frames.js';
import { isUnspaced, subjectUnspaced } from './attribute-unspaced.js';
import {
  type Phrase,
  type Scene,
  isKnownNoun,
  isTelling,
  phraseAfter,
  phraseBefore,
  weightOf,
} from './attribute-phrases.js';
import { subjectBehind } from './attribute-inversion.js';
import { TERMS, ownerOf, userOf } from './attribute-owners.js';
import { mainSubject, subjectBefore } from './attribute-subjects.js';
import { citedAt } from './attribute-verdicts.js';

/** Verbs behind which no subject can follow in English: told Smith. */
const NEVER_INVERTED = new Set(
  'told tells tell telling called calls calling described describes describing dubbed informed reminded assured urged'.split(
    ' ',
  ),
);

/** Verbs that name: without a person before them they are participles, "a plan called", "emails labeled". */
const NAMING = new Set(
  `called labeled labelled dubbed branded termed deemed rated described nicknamed titled entitled named marked
  classified billed`.split(/\s+/),
);

/** Verbs that follow their subject's words at the end of a clause as well: …, said Smith. */
const PLAIN = new Set('said says wrote writes added adds noted notes explained asked tweeted'.split(' '));

/** Small words that name a speaker only behind a sign: „…“, so der Minister; Pour Emmanuel Macron, « … ». */
const ONLY_AT_EDGES = new Set(['so', 'pour', 'para', 'per', 'aldus', 'für']);

/** The cues of a sentence, in order. */
export function cuesOf(scene: Scene, sentence: Sentence): readonly Cue[] {
  const { tokens, tongue, chunkAt } = scene;
  const { from, to } = sentence;
  const cues: Cue[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    const according = accordingAt(scene, i, to);
    if (according > 0) {
      const subject = phraseAfter(scene, i + according, to);
      if (subject) {
        cues.push({ at: i, end: i + according, kind: 'according', strong: true, subject, inverted: true, mute: false });
        i = subject.to - 1;
        continue;
      }
    }
    if (tongue.accordingAfter.has(token.word)) {
      const subject = phraseBefore(scene, i, from);
      if (subject)
        cues.push({ at: i, end: i + 1, kind: 'according', strong: true, subject, inverted: false, mute: false });
      continue;
    }
    if (chunkAt[i]! >= 0 && scene.chunks[chunkAt[i]!]!.to - scene.chunks[chunkAt[i]!]!.from > 1) continue;
    const sense =
      tongue.verbs.get(token.word) ??
      (tongue.code === 'fr' ? tongue.verbs.get(token.word.replace(CLITIC, '')) : undefined);
    if (sense && !isNoun(scene, i, from)) {
      const cue = verbCue(scene, i, sentence, cues);
      if (cue) cues.push(cue);
      continue;
    }
    if (!sense && chunkAt[i]! < 0 && !token.capital && (tongue.freeOrder || token.word.endsWith('ed'))) {
      const cue = unknownVerb(scene, i, sentence);
      if (cue) {
        cues.push(cue);
        continue;
      }
    }
    if (tongue.speechNouns.has(token.word)) {
      const user = userOf(scene, i, to);
      if (user) {
        cues.push({
          at: user.to,
          end: user.to + 1,
          kind: 'verb',
          strong: true,
          subject: user,
          inverted: false,
          mute: false,
        });
        i = user.to;
        continue;
      }
      const subject =
        ownerOf(scene, i, sentence) ??
        (TERMS.has(token.word) && tokens[i + 1]?.kind === 'quote'
          ? (lastSubject(cues, false) ?? mainSubject(scene, from, i))
          : null);
      if (subject) cues.push({ at: i, end: i + 1, kind: 'noun', strong: false, subject, inverted: false, mute: false });
    }
  }
  return cues;
}

/** “…,” an angry Hollande retaliated: beside a quotation any past tense may be a tag. */
function unknownVerb(scene: Scene, at: number, { from, to }: Sentence): Cue | null {
  const { tokens, tongue } = scene;
  const base = { at, end: at + 1, kind: 'verb', strong: false, mute: false } as const;
  const { word } = tokens[at]!;
  if (
    tongue.links.has(word) ||
    tongue.clauses.has(word) ||
    tongue.conjunctions.has(word) ||
    tongue.determiners.has(word) ||
    tongue.pronouns.has(word) ||
    tongue.fillers.has(word)
  )
    return null;
  if (nextToQuote(tokens, at, from, tongue.freeOrder ? tongue.fillers : undefined)) {
    const signed = tongue.code === 'en' || tokens[at - 1]!.kind !== 'quote';
    const subject = signed ? phraseAfter(scene, at + 1, to) : null;
    return subject &&
      subject.from === at + 1 &&
      (subject.chunk || weightOf(scene, subject) > 1) &&
      (tongue.code === 'en' || ends(tokens, subject.to, to) || ends(tokens, subject.to + 1, to))
      ? { ...base, subject, inverted: true }
      : null;
  }
  if (tongue.code !== 'en') return null;
  const subject = phraseBefore(scene, at, from);
  if (!subject || !isTelling(scene, subject) || !nextToQuote(tokens, subject.from, from)) return null;
  return { ...base, subject, inverted: false };
}

function accordingAt(scene: Scene, at: number, to: number): number {
  const { tokens, tongue } = scene;
  if (ONLY_AT_EDGES.has(tokens[at]!.word)) {
    const before = tokens[at - 1];
    const next = tokens[at + 1];
    const named = next !== undefined && (scene.chunkAt[at + 1]! >= 0 || tongue.determiners.has(next.word));
    if (!named || (before && before.kind === 'word')) return 0;
    if (tokens[at]!.word === 'für' && before?.kind === 'quote') return 0;
  }
  for (const words of tongue.according.get(tokens[at]!.word) ?? []) {
    if (at + words.length < to && words.every((word, k) => tokens[at + k]!.word === word)) return words.length;
  }
  return 0;
}

/** "his claim", "the report": forms of verbs that are nouns here. */
function isNoun(scene: Scene, at: number, from: number): boolean {
  const { tokens, tongue } = scene;
  const { word, capital } = tokens[at]!;
  const before = at > from ? tokens[at - 1]! : null;
  if (capital && at > from && before?.kind !== 'quote' && !tongue.capitalNouns && tongue.code === 'en') return true;
  if (!before || before.kind !== 'word') return false;
  const after = tokens[at + 1];
  if (
    before.word === "'s" &&
    after?.kind === 'word' &&
    (tongue.speechNouns.has(after.word) || isKnownNoun(after.word, tongue))
  )
    return true;
  if (before.word === "'s") return tongue.speechNouns.has(word) || tongue.documents.has(word) || tongue.roles.has(word);
  if (tongue.code !== 'en') {
    if (tongue.capitalNouns || !(tongue.speechNouns.has(word) || tongue.documents.has(word))) return false;
    return tongue.determiners.has(before.word) || tongue.links.has(before.word);
  }
  if (tongue.determiners.has(before.word) && before.word !== 'all' && before.word !== 'that') return true;
  if (!tongue.speechNouns.has(word) && !tongue.documents.has(word) && !tongue.roles.has(word)) return false;
  if (tongue.links.has(before.word) && before.word !== 'to') return true;
  // An adjective before it, behind an article: "a short statement".
  const further = at - 2 >= from ? tokens[at - 2]! : null;
  return (
    further?.kind === 'word' &&
    (tongue.determiners.has(further.word) || further.word === "'s") &&
    !tongue.roles.has(before.word) &&
    scene.chunkAt[at - 1]! < 0
  );
}

function verbCue(scene: Scene, at: number, sentence: Sentence, earlier: readonly Cue[]): Cue | null {
  const { tokens, tongue } = scene;
  const { from, to } = sentence;
  const token = tokens[at]!;
  const sense = tongue.verbs.get(token.word) ?? tongue.verbs.get(token.word.replace(CLITIC, ''))!;
  const base = { at, end: at + 1, strong: sense.strong, inverted: false, mute: false } as const;
  const before = at > from ? tokens[at - 1]! : null;
  if (isUnspaced(tongue)) {
    const subject = subjectUnspaced(scene, at, sentence) ?? lastSubject(earlier, false);
    return { ...base, kind: 'verb', subject };
  }
  const clitic = cliticAt(scene, at);
  if (clitic) return { ...base, kind: 'verb', subject: clitic, strong: true, inverted: true };
  const auxiliary = before?.kind === 'word' && (tongue.fillers.has(before.word) || tongue.passives.has(before.word));
  const participle = tongue.participles.has(token.word) && !auxiliary;

  if (!participle && isPassive(scene, at, from)) {
    // was quoted as saying, was heard saying: the participle behind speaks for it.
    const agent = byAgent(scene, at, to);
    if (agent) return { ...base, kind: 'verb', subject: agent, inverted: true };
    // In the July 10 bulletin, it was reported that
    if (tokens[from]!.word === 'in' && tongue.code === 'en') {
      const paper = phraseAfter(scene, from + 1, at);
      if (paper && (tongue.documents.has(tokens[paper.head]!.word) || tongue.bodies.has(tokens[paper.head]!.word))) {
        return { ...base, kind: 'verb', subject: paper };
      }
    }
    return sense.asks || NAMING.has(token.word) || sense.strong
      ? { ...base, kind: 'verb', subject: null, mute: true }
      : null;
  }
  if (participle) {
    if (at === from && tongue.code === 'en' && ['comma', 'colon', 'quote'].includes(tokens[at + 1]?.kind ?? ''))
      return { ...base, kind: 'participle', subject: null };
    return { ...base, kind: 'participle', subject: participleSubject(scene, at, from, earlier) };
  }
  if (
    sense.asks &&
    (before === null ||
      (before.kind === 'word' && (tongue.clauses.has(before.word) || tongue.conjunctions.has(before.word))) ||
      before.kind === 'comma')
  ) {
    // Asked about it, when asked about it: a participle that names nobody.
    const behind = nextToQuote(tokens, at, from) ? phraseAfter(scene, at + 1, to) : null;
    return behind ? { ...base, kind: 'verb', subject: behind, inverted: true } : null;
  }
  const touching = nextToQuote(tokens, at, from);
  const cited = sense.quotes && tongue.inflects && touching ? citedAt(scene, at + 1) : null;
  if (cited) return { ...base, kind: 'verb', subject: cited, inverted: true };
  if (tongue.capitalNouns && !/te[nt]?$/.test(token.word) && auxiliaryBefore(tokens, at, from)) {
    // Stoiber hatte die Rolle der Vorsitzenden betont: the participle comes last, the subject stands by its auxiliary.
    const subject = mainSubject(scene, from, at);
    if (subject) return { ...base, kind: 'verb', subject };
  }
  if ((touching && !NEVER_INVERTED.has(token.word)) || (tongue.freeOrder && !auxiliary)) {
    const behind = subjectBehind(scene, at, to);
    const ahead = tongue.freeOrder && !touching ? subjectBefore(scene, at, from) : null;
    if (behind && prefersBehind(scene, at, behind, ahead))
      return { ...base, kind: 'verb', subject: behind, inverted: true };
  }
  if (before?.kind === 'comma' && PLAIN.has(token.word)) {
    const behind = phraseAfter(scene, at + 1, to);
    const quoted = tokens.slice(from, at).some((other) => other.kind === 'quote');
    const ahead = quoted ? null : subjectBefore(scene, at, from);
    const mute = ahead === null || (ahead !== 'shared' && !isTelling(scene, ahead));
    if (behind && mute && !behind.pronoun && isTelling(scene, behind) && ends(tokens, behind.to, to))
      return { ...base, kind: 'verb', subject: behind, inverted: true };
  }
  const able = before?.word === 'to' && at - 4 >= from && tongue.passives.has(tokens[at - 3]!.word); // was right to call
  const subject = subjectBefore(scene, able ? at - 3 : at, from);
  if (subject === 'shared') {
    if (!sense.strong && before?.word === 'to') return null;
    return {
      ...base,
      kind: 'verb',
      subject:
        lastSubject(earlier, before?.word === 'to' || tokens[at - 2]?.word === 'to') ?? mainSubject(scene, from, at),
    };
  }
  if (subject && !isTelling(scene, subject)) {
    // A verb that may as well be a noun or a participle needs a subject that can speak.
    if (tongue.code === 'en' && !/(?:ed|said|told|wrote|found)$/.test(token.word)) return null;
    if (!sense.strong) return null;
    // Smith in a statement on behalf of his colleagues warned
    const led = tokens[subject.from - 1];
    const main = led?.kind === 'word' && tongue.links.has(led.word) ? mainSubject(scene, from, subject.from - 1) : null;
    if (main && weightOf(scene, main) === 3) return { ...base, kind: 'verb', subject: main };
  }
  if (subject && sense.plain && !agrees(scene, at, subject)) return null;
  if (subject && NAMING.has(token.word) && !subject.pronoun && !canName(scene, subject)) {
    const agent = byAgent(scene, at, to);
    return { ...base, kind: 'verb', subject: agent, inverted: true, mute: agent === null };
  }
  if (subject) return { ...base, kind: 'verb', subject };
  const behind = at === from || tongue.freeOrder || touching ? subjectBehind(scene, at, to) : null;
  if (behind) return { ...base, kind: 'verb', subject: behind, inverted: true };
  if (tongue.dropsSubject) return { ...base, kind: 'verb', subject: null };
  if (before?.kind === 'comma') {
    const shared = lastSubject(earlier, false) ?? mainSubject(scene, from, at);
    if (shared) return { ...base, kind: 'verb', subject: shared, strong: false };
  }
  return null;
}

/** Whether a clause ends at a token. */
function ends(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at];
  return (
    !token ||
    at >= to ||
    token.kind === 'comma' ||
    token.kind === 'stop' ||
    token.kind === 'open' ||
    token.kind === 'dash'
  );
}

/** Whether the subject of a naming verb is somebody who can name: a name or a noun for people or bodies. */
function canName(scene: Scene, phrase: Phrase): boolean {
  const { word } = scene.tokens[phrase.head]!;
  return (
    phrase.chunk !== null ||
    scene.chunkAt[phrase.head]! >= 0 ||
    scene.tongue.roles.has(word) ||
    scene.tongue.bodies.has(word)
  );
}

/** Whether a bare verb form fits its subject: they say, officials say, Smith will say; not "the terror attack". */
function agrees(scene: Scene, at: number, subject: Phrase): boolean {
  const { tokens, tongue } = scene;
  if (subject.to < at) {
    for (let k = subject.to; k < at; k++) if (MODALS.has(tokens[k]!.word)) return true;
  }
  if (subject.pronoun) return subject.pronoun !== 'he' && subject.pronoun !== 'she' && subject.pronoun !== 'it';
  const { word } = tokens[subject.head]!;
  if (/^(?:police|people|media|staff)$/.test(word)) return true;
  if (!subject.chunk)
    return /s$|men$|women$|percent|some|many|others/.test(word) || !tongue.determiners.has(tokens[subject.from]!.word);
  for (let k = subject.from; k < subject.to; k++) if (tokens[k]!.word === 'and') return true;
  return word.endsWith('s') && subject.chunk.kind !== 'person';
}

const MODALS = new Set(
  "will would can could may might must shall should did does do to 'd 'll didn't doesn't don't won't wouldn't couldn't can't not".split(
    ' ',
  ),
);

const CLITIC = /-(?:t-)?(il|elle|on|ils|elles)$/;

/** French pronouns that cling to the verb: a-t-il déclaré, déclare-t-elle. */
function cliticAt(scene: Scene, at: number): Phrase | null {
  if (scene.tongue.code !== 'fr') return null;
  for (const k of [at, at - 1, at - 2]) {
    const token = scene.tokens[k];
    if (token?.kind !== 'word') return null;
    const m = CLITIC.exec(token.word);
    if (m) return m[1] === 'on' ? null : { from: k, to: k + 1, chunk: null, pronoun: m[1]!, head: k };
    if (k < at && !scene.tongue.fillers.has(token.word) && !token.word.endsWith('ment')) return null;
  }
  return null;
}

const HAVE = new Set(['hat', 'hatte', 'haben', 'hatten', 'habe', 'hätte', 'hätten']);

/** Whether a German auxiliary stands before a participle in its clause. */
function auxiliaryBefore(tokens: readonly Token[], at: number, from: number): boolean {
  for (let k = at - 1; k >= from && tokens[k]!.kind !== 'comma'; k--) if (HAVE.has(tokens[k]!.word)) return true;
  return false;
}

/** Where the verb may stand first: whether the noun behind it is its subject, and not the one before it. */
function prefersBehind(scene: Scene, at: number, behind: Phrase, ahead: Phrase | 'shared' | null): boolean {
  if (ahead === null || ahead === 'shared') return true;
  const led = scene.tokens[ahead.from - 1];
  if (led?.kind === 'word' && scene.tongue.links.has(led.word)) return true;
  const x = weightOf(scene, ahead);
  const y = weightOf(scene, behind);
  if (x === y) return ahead.to < at;
  return y > x;
}

function lastSubject(earlier: readonly Cue[], infinitive: boolean): Phrase | null {
  for (let k = earlier.length - 1; k >= 0; k--) {
    const cue = earlier[k]!;
    if (
      cue.subject &&
      (cue.kind === 'verb' || (infinitive && cue.kind === 'noun') || (!infinitive && cue.kind === 'participle'))
    )
      return cue.subject;
  }
  return null;
}

function isPassive(scene: Scene, at: number, from: number): boolean {
  const { tokens, tongue } = scene;
  if (tongue.passives.size === 0) return false;
  const { word } = tokens[at]!;
  if (
    tongue.code === 'en' &&
    (!/(?:ed|en|told|wrote|quoted|said|read|put|sung|seen|heard|known|thought)$/.test(word) || word.endsWith('ing'))
  )
    return false;
  for (let k = at - 1; k >= Math.max(from, at - 4); k--) {
    const token = tokens[k]!;
    if (token.kind !== 'word') return false;
    if (tongue.passives.has(token.word)) return true;
    if (!tongue.fillers.has(token.word) && !token.word.endsWith('ly')) return false;
  }
  return false;
}

function byAgent(scene: Scene, at: number, to: number): Phrase | null {
  const { tokens, tongue } = scene;
  for (let k = at + 1; k < Math.min(to, at + 9); k++) {
    const token = tokens[k]!;
    if (token.kind === 'word' && tongue.by.has(token.word)) return phraseAfter(scene, k + 1, to);
    if (token.kind === 'stop') return null;
  }
  return null;
}

/** adding, calling it: the subject is that of the verb before, unless a noun stands just before it. */
function participleSubject(scene: Scene, at: number, from: number, earlier: readonly Cue[]): Phrase | null {
  const { tokens, tongue } = scene;
  const before = at > from ? tokens[at - 1]! : null;
  if (before?.kind === 'word' && (before.word === 'as' || before.word === 'having') && tongue.code === 'en') {
    // quoted Smith as saying; Smith was quoted as saying
    const as = before.word === 'as' ? at - 1 : at - 2;
    for (let k = as - 1; k >= Math.max(from, as - 14); k--) {
      if (
        !tongue.verbs.get(tokens[k]!.word)?.quotes &&
        !['reported', 'described', 'heard', 'saying'].includes(tokens[k]!.word)
      )
        continue;
      if (isPassive(scene, k, from) || k === as - 1) {
        const subject = subjectBefore(scene, k, from);
        if (subject && subject !== 'shared') return subject;
      }
      const object = phraseAfter(scene, k + 1, as);
      if (object) return object;
    }
  }
  if (before?.kind === 'word' && ['of', 'for'].includes(before.word)) {
    // accused Smith of saying; criticised him for calling
    const object = phraseBefore(scene, at - 1, from);
    // Smith was accused of calling it
    const passive = tongue.verbs.has(tokens[at - 2]?.word ?? '') && isPassive(scene, at - 2, from);
    const accused = passive && subjectBefore(scene, at - 2, from);
    if (accused && accused !== 'shared') return accused;
    if (object?.chunk && object.chunk.kind !== 'title') return object;
  }
  if (
    before &&
    (scene.chunkAt[at - 1]! >= 0 || before.kind === 'word') &&
    !tongue.clauses.has(before.word) &&
    !tongue.conjunctions.has(before.word) &&
    !tongue.links.has(before.word)
  ) {
    const noun = phraseBefore(scene, at, from);
    // A statement saying, a sign reading: the paper's author says it, if one is named.
    const paper = noun && !noun.chunk && tongue.documents.has(tokens[at - 1]!.word);
    const issued = paper && ISSUING.has(tokens[noun.from - 1]?.word ?? '');
    const author = issued ? (lastSubject(earlier, false) ?? mainSubject(scene, from, noun.from)) : null;
    if (author) return author;
    if (noun && !noun.pronoun && isTelling(scene, noun)) return noun;
  }
  const shared = lastSubject(earlier, false);
  if (shared) return shared;
  if (at - from <= 2) return mainSubject(scene, from, sentenceEnd(scene, at));
  return mainSubject(scene, from, at);
}

/** Whoever issues a paper speaks in it; whoever finds one does not. */
const ISSUING = new Set(
  'issue issued issuing release released releasing publish published posted posting post sent send sending put tweeted wrote write writing signed sign filed file shared circulated distributed emailed delivered read'.split(
    ' ',
  ),
);

function sentenceEnd(scene: Scene, at: number): number {
  let i = at;
  while (i < scene.tokens.length && scene.tokens[i]!.kind !== 'stop') i++;
  return i;
}

/** Whether a token stands behind a quotation, with nothing but signs and the words `skipped` between. */
function nextToQuote(tokens: readonly Token[], at: number, from: number, skipped?: ReadonlySet<string>): boolean {
  let k = at - 1;
  while (k >= from && tokens[k]!.kind === 'word' && skipped?.has(tokens[k]!.word)) k--;
  while (k >= from && (tokens[k]!.kind === 'comma' || tokens[k]!.kind === 'dash' || tokens[k]!.kind === 'stop')) k--;
  return k >= from && tokens[k]!.kind === 'quote';
}
