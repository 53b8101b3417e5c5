/**
 * Who is meant, and who was spoken of lately. Every figure of the cast has a weight that grows when it is named or
 * speaks and halves with every sentence (after Lappin and Leass 1994, "An algorithm for pronominal anaphora
 * resolution", with subjects above objects); a pronoun means the heaviest figure that fits it.
 */
import type { Span } from '#base/index.js';
import { type Certainty, type Person, identify, samePerson } from '#record/index.js';
import type { Cast, Figure } from './attribute-cast.js';
import type { Tongue } from './attribute-cues.js';
import type { Sentence } from './attribute-frames.js';
import type { Phrase, Scene } from './attribute-phrases.js';
import { chunksIn, isTelling } from './attribute-phrases.js';
import { mainSubject } from './attribute-subjects.js';

/** What is known beforehand. */
export interface Known {
  readonly people: readonly Person[];
  /** Groups of names that mean the same. */
  readonly aliases: readonly (readonly string[])[];
  readonly language: string | null;
  /** The day of the draft, ISO 8601; "on Thursday" is counted back from it. */
  readonly day: string | null;
}

/** A figure must weigh this much to be meant by a pronoun; below, nobody was spoken of lately. */
const LEAST_SALIENT = 0.2;
export const SPOKE = 4;
export const SUBJECT = 2.5;
export const MENTIONED = 1;
const FADES = 0.5;
const FORGOTTEN = 0.02;
/** A word of a description that somebody is known by weighs like being mentioned. */
const SHARED = 1.2;

/** Who speaks, and how sure it is that the words mean them. */
export interface Speaker {
  readonly figure: Figure;
  readonly certainty: Certainty;
}

/** Somebody who was spoken of last, and in which frame. */
export interface Recalled {
  readonly figure: Figure;
  readonly frame: number;
  /** Whether a word of saying told it. */
  readonly cued: boolean;
}

export class Memory {
  /** Who spoke last. */
  spoke: Recalled | null = null;
  /** Whom the last sentence read was about. */
  topic: Recalled | null = null;
  readonly #text: string;
  readonly #tongue: Tongue;
  readonly #cast: Cast;
  readonly #known: Known;
  readonly #salience = new Map<Figure, number>();

  constructor(text: string, tongue: Tongue, cast: Cast, known: Known) {
    this.#text = text;
    this.#tongue = tongue;
    this.#cast = cast;
    this.#known = known;
  }

  /** A sentence begins: what was said before it weighs less. */
  fade(): void {
    for (const [figure, weight] of this.#salience) {
      if (weight < FORGOTTEN) this.#salience.delete(figure);
      else this.#salience.set(figure, weight * FADES);
    }
  }

  /** A figure was named or spoke. */
  add(figure: Figure, weight: number): void {
    this.#salience.set(figure, (this.#salience.get(figure) ?? 0) + weight);
  }

  /** Whom a phrase means. */
  resolve(scene: Scene, phrase: Phrase, sentence: Sentence): Speaker | null {
    const { tokens } = scene;
    if (phrase.pronoun) {
      const figure = this.#antecedent(scene, phrase, sentence);
      return figure ? { figure, certainty: 'likely' } : null;
    }
    const span = { start: tokens[phrase.from]!.start, end: tokens[phrase.to - 1]!.end };
    if (phrase.chunk) {
      const figure = this.#cast.figureOf(tokens, phrase.chunk);
      if (figure) return { figure, certainty: 'sure' };
      const name = { start: tokens[phrase.chunk.nameFrom]!.start, end: tokens[phrase.chunk.nameTo - 1]!.end };
      return { figure: describe(this.#text.slice(name.start, name.end), name, 'unknown', null), certainty: 'sure' };
    }
    const words: string[] = [];
    for (let k = phrase.from; k < phrase.to; k++) {
      const token = tokens[k]!;
      if (token.kind === 'word' && this.#tongue.links.has(token.word) && k > phrase.from) break;
      if (token.kind === 'word') words.push(token.word);
    }
    const first = words[0] ?? '';
    const definite =
      first === 'the' ||
      (tokens[phrase.from]!.capital && !this.#tongue.determiners.has(first)) ||
      DEFINITE.has(first) ||
      (this.#tongue.inflects && words.length === 1);
    if (definite) {
      const titles = words.filter((word) => !this.#tongue.determiners.has(word));
      const figure = this.#titled(titles, span.start);
      const meant =
        figure ??
        this.#inOffice(this.#text.slice(span.start, span.end)) ??
        (ANYBODY.has(titles.at(-1) ?? '') && !words.includes("'s") ? this.#foremost(titles.at(-1)!) : null);
      if (meant) return { figure: meant, certainty: 'likely' };
    }
    const head = words.at(-1) ?? '';
    const several =
      phrase.head === phrase.to - 1 &&
      scene.chunkAt[phrase.head]! >= 0 &&
      words.some((word) => this.#tongue.conjunctions.has(word));
    const plural = several || /[^s]s$/.test(head) || head === 'people' || head === 'police';
    const paper = this.#tongue.documents.has(head);
    const gender = this.#tongue.femaleRoles.has(head) ? 'f' : plural && !paper ? 'p' : paper ? 'n' : null;
    const kind = this.#tongue.bodies.has(head) || paper ? 'body' : 'person';
    return { figure: describe(this.#text.slice(span.start, span.end), span, kind, gender), certainty: 'sure' };
  }

  /** The figure who held the office that a description names, by the people known beforehand. */
  #inOffice(described: string): Figure | null {
    const { people, aliases, day } = this.#known;
    if (people.length === 0) return null;
    const person = identify(described, { people, aliases, day });
    if (!person) return null;
    return (
      this.#cast.figures.find(
        (figure) => figure.kind !== 'body' && samePerson(person.name, figure.name, { people, aliases, day }) === 'same',
      ) ?? null
    );
  }

  /** Who bears a title that the draft mentions without a name: the one of whom most of it is true and who was spoken of last. */
  #titled(words: readonly string[], at: number): Figure | null {
    const bearers = this.#cast.bearers(words);
    let best: Figure | null = null;
    let most = 0;
    for (const { figure, shared } of bearers) {
      const salience = this.#salience.get(figure) ?? 0;
      if (salience === 0 && shared < words.length && (bearers.length > 1 || figure.span.start > at)) continue;
      const weight = salience + SHARED * shared;
      if (weight > most) [best, most] = [figure, weight];
    }
    return best;
  }

  /** The person spoken of most lately, whom a general word takes up again: the lawmaker, el mandatario, дипломат. */
  #foremost(word: string): Figure | null {
    const gender = this.#tongue.femaleRoles.has(word) ? 'f' : null;
    let best: Figure | null = null;
    let most = MENTIONED;
    for (const [figure, weight] of this.#salience) {
      if (
        figure.kind === 'body' ||
        figure.count === 0 ||
        (gender && figure.gender !== null && figure.gender !== gender)
      )
        continue;
      if (weight > most) [best, most] = [figure, weight];
    }
    return best;
  }

  #antecedent(scene: Scene, phrase: Phrase, sentence: Sentence): Figure | null {
    const { tokens } = scene;
    const gender = this.#tongue.pronouns.get(phrase.pronoun!) ?? null;
    if (phrase.pronoun === 'i' || phrase.pronoun === 'we') return null;
    const weights = new Map(this.#salience);
    // Names before the pronoun in the sentence itself; its subject is the likeliest.
    const main = mainSubject(scene, sentence.from, phrase.from);
    const subject =
      main && !main.pronoun && !main.chunk && isTelling(scene, main)
        ? this.resolve(scene, main, { from: sentence.from, to: main.from })
        : null;
    if (subject) weights.set(subject.figure, (weights.get(subject.figure) ?? 0) + 2 * SPOKE);
    let order = subject ? 1 : 0;
    let nearest: Figure | null = null;
    for (const chunk of chunksIn(scene, sentence.from, phrase.from)) {
      const figure = this.#cast.figureOf(tokens, chunk);
      if (!figure) continue;
      const led = tokens[chunk.from - 1];
      const owner =
        tokens[chunk.to]?.word === "'s" ||
        (led?.kind === 'word' && (this.#tongue.by.has(led.word) || this.#tongue.links.has(led.word)));
      weights.set(
        figure,
        (weights.get(figure) ?? 0) + (order === 0 && !owner ? 2 * SPOKE : owner ? MENTIONED : SUBJECT / 2),
      );
      if (fits(figure, gender) > 0) nearest = figure;
      order++;
    }
    // "his" is most often he who was named last.
    if (nearest && OWN.has(tokens[phrase.from]!.word)) return nearest;
    if (this.topic && this.topic.figure.count > 0)
      weights.set(this.topic.figure, (weights.get(this.topic.figure) ?? 0) + SUBJECT);
    let best: Figure | null = null;
    let most = LEAST_SALIENT;
    for (const [figure, weight] of weights) {
      const fit = fits(figure, gender);
      if (fit * weight > most) {
        most = fit * weight;
        best = figure;
      }
    }
    if (best && best.gender === null && (gender === 'm' || gender === 'f') && best.kind !== 'body')
      best.gender = gender;
    return best;
  }
}

const OWN = new Set(['his', 'her', 'their', 'its']);
/** Words that take up again somebody just named. */
const ANYBODY = new Set(
  `lawmaker politician legislator diplomat nominee candidate contender billionaire businessman mogul tycoon
   magistrat élu élue responsable dirigeant dirigeante intéressé politiker politikerin mandatario mandataria dirigente funcionario funcionaria político política
   политик политика чиновник дипломат парламентарий политикиня посадовець дипломатка`
    .trim()
    .split(/\s+/),
);
const DEFINITE = new Set(['der', 'die', 'das', 'le', 'la', "l'", 'el', 'il', 'lo']);

/** NSW Health, GOP Leadership: no person's name begins so. */
const INITIALS = /^\p{Lu}{3,}\s\p{Lu}\p{Ll}/u;

/** 1 where a pronoun of this gender may mean the figure, less where it is not known, 0 where it cannot. */
function fits(figure: Figure, gender: string | null): number {
  if (gender === null) return 1;
  if (gender === 'p') return figure.gender === 'p' ? 1 : figure.kind === 'body' && figure.gender !== 'n' ? 0.7 : 0;
  if (gender === 'n') return figure.kind === 'body' ? 1 : 0;
  if (figure.kind === 'body' || figure.gender === 'p') return 0;
  if (INITIALS.test(figure.name)) return 0;
  if (figure.gender === null) return figure.kind !== 'person' ? 0.4 : figure.count > 0 ? 0.6 : 0.35;
  return figure.gender === gender ? 1 : 0;
}

/** A figure that the cast does not know: a description, a label. */
export function describe(name: string, span: Span, kind: Figure['kind'], gender: Figure['gender']): Figure {
  return {
    name,
    span,
    words: name.toLowerCase().split(/\s+/),
    kind,
    gender,
    titles: new Set(),
    elsewhere: new Set(),
    count: 0,
  };
}
