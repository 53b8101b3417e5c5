/**
 * Whom a draft gives as the speaker of each of its quotations. Believes what a copy editor believes: the tag beside
 * the quotation names the speaker; where there is none, whoever spoke last goes on until somebody else is named;
 * and where neither helps, nobody is named and none is guessed.
 *
 * Sentences are read in order with a memory of who was spoken of lately (after Lappin and Leass 1994: subjects weigh
 * more than objects, and all weights halve with every sentence), so that "he" and "the minister" find their names.
 * A trained model was rejected: its mistakes cannot be explained to the editor who sees them.
 *
 * Cost: linear in the length of the draft.
 */
import type { Span, When } from '#base/index.js';
import type { Attribution, Certainty, Quotation, Rendering, Words } from '#record/index.js';
import { Cast, type Figure, type Named } from './attribute-cast.js';
import { type Tongue, listed } from './attribute-cues.js';
import { type Frame, type Piece, type Sentence, type Token, looksLikeHeadline } from './attribute-frames.js';
import { type Link, linkOf } from './attribute-links.js';
import { type Known, MENTIONED, Memory, SPOKE, SUBJECT, type Speaker, describe } from './attribute-memory.js';
import { namesOf, spellingOf } from './attribute-names.js';
import { type Phrase, type Scene, chunksIn, isTelling, phraseAfter, sceneOf } from './attribute-phrases.js';
import { mainSubject } from './attribute-subjects.js';
import { tongueOf } from './attribute-tongues.js';
import type { Cue } from './attribute-cue.js';
import { cuesOf } from './attribute-verbs.js';
import { occasionIn } from './attribute-occasions.js';
import { isFeeling } from './attribute-verdicts.js';
import { isDistanced } from './kinds.js';
import { framesOf, isClosed, proseOf } from './frames.js';

/** How the speaker was found; for tests and for telling people why. */
type Ground =
  | Link['rule']
  | 'signature'
  | 'label inside'
  | 'goes on'
  | 'sentence before'
  | 'told after'
  | 'subject'
  | 'none';

/** An attribution with how it came about. */
interface Grounded {
  readonly attribution: Attribution;
  readonly ground: Ground;
  /** The words beside the quotation that name the speaker: a name, a pronoun, a description. */
  readonly mention: Span | null;
}

/**
 * The quotations with their attributions: speaker (in the fullest form that the draft prints), the place where that
 * form stands, the cue, how sure it is, the occasion and the day named with it. A quotation without ground keeps
 * `speaker: null` and certainty *unknown*. Kinds are looked at again: with a speaker a scare quote is a fragment.
 */
export function attribute(draft: Rendering, quotations: readonly Quotation[], known: Known): readonly Quotation[] {
  return grounded(draft, quotations, known).map((found, i) => {
    const quotation = quotations[i]!;
    const said =
      found.attribution.speaker !== null && !['goes on', 'sentence before', 'subject', 'label'].includes(found.ground);
    const kind =
      quotation.kind === 'scare' && said && !isDistanced(draft.text, quotation.start, quotation.end)
        ? 'fragment'
        : quotation.kind;
    const sure = found.attribution.certainty === 'sure' && isClosed(draft.text, quotation);
    const attribution: Attribution =
      found.attribution.certainty === 'sure' && !sure
        ? { ...found.attribution, certainty: 'likely' }
        : found.attribution;
    return { ...quotation, kind, attribution };
  });
}

/** The attributions of the quotations in their order, each with its ground. */
function grounded(draft: Rendering, quotations: readonly Quotation[], known: Known): readonly Grounded[] {
  const text = draft.text;
  const tongue = tongueOf(known.language, text);
  const blocks = proseOf(draft);
  const frames = framesOf(text, blocks, quotations, tongue);
  const spelling = spellingOf(frames);
  const named: Named[] = frames.map((frame, f) => ({
    frame,
    chunks: namesOf(frame, tongue, spelling),
    heading: blocks[f]!.kind === 'heading' || looksLikeHeadline(text, frame),
  }));
  const cast = new Cast(text, named, tongue);
  const read = named.map((one) => (one.heading ? headline(one.frame, cast) : one));
  const reader = new Reader(text, tongue, read, cast, quotations, known);
  named.forEach((_, f) => reader.read(f));
  return quotations.map((_, q) => reader.found.get(q) ?? NOBODY);
}

const NOBODY: Grounded = {
  attribution: { speaker: null, named: null, cue: null, certainty: 'unknown', occasion: null, when: null },
  ground: 'none',
  mention: null,
};

const NOWHERE = { occasion: null, when: null } as const;

/** Reads the frames in order and remembers who was spoken of. */
class Reader {
  readonly found = new Map<number, Grounded>();
  readonly #text: string;
  readonly #tongue: Tongue;
  readonly #frames: readonly Named[];
  readonly #cast: Cast;
  readonly #quotations: readonly Quotation[];
  readonly #memory: Memory;
  readonly #day: string | null;

  constructor(
    text: string,
    tongue: Tongue,
    frames: readonly Named[],
    cast: Cast,
    quotations: readonly Quotation[],
    known: Known,
  ) {
    this.#memory = new Memory(text, tongue, cast, known);
    this.#day = known.day;
    this.#text = text;
    this.#tongue = tongue;
    this.#frames = frames;
    this.#cast = cast;
    this.#quotations = quotations;
  }

  read(f: number): void {
    const { frame, chunks, heading } = this.#frames[f]!;
    const scene = sceneOf(frame.tokens, chunks, this.#tongue);
    for (const sentence of frame.sentences) this.#readSentence(f, scene, sentence, heading);
  }

  #readSentence(f: number, scene: Scene, sentence: Sentence, heading: boolean): void {
    const { tokens } = scene;
    this.#memory.fade();
    const cues = cuesOf(scene, sentence);
    const speakers = new Map<Cue, Speaker | null>();
    for (const cue of cues) speakers.set(cue, cue.subject ? this.#memory.resolve(scene, cue.subject, sentence) : null);
    let attributed: Figure | null = null;
    for (let i = sentence.from; i < sentence.to; i++) {
      const q = tokens[i]!.piece;
      if (q < 0) continue;
      const done = this.found.get(q);
      if (done && done.attribution.speaker !== null) {
        attributed = null;
        continue;
      }
      const result = this.#attributeOne(f, scene, sentence, cues, speakers, i, q, heading);
      if (!result) continue;
      this.found.set(q, result.grounded);
      if (result.figure) attributed = result.figure;
    }
    if (heading) return;
    this.#remember(f, scene, sentence, cues, speakers, attributed);
  }

  #attributeOne(
    f: number,
    scene: Scene,
    sentence: Sentence,
    cues: readonly Cue[],
    speakers: ReadonlyMap<Cue, Speaker | null>,
    i: number,
    q: number,
    heading: boolean,
  ): { grounded: Grounded; figure: Figure | null } | null {
    const { tokens } = scene;
    const quotation = this.#quotations[q]!;
    const piece = pieceOf(this.#text, tokens[i]!);
    if (quotation.kind === 'title') return null;
    const inside = this.#labelInside(quotation);
    if (inside) return this.#settle(inside, null, 'label inside', 'sure', null);
    const link = linkOf(scene, sentence, cues, i, piece, isFeeling(quotation.text));
    if (link && (link.score >= 60 || !this.#signed(f, scene, i, sentence))) {
      if (link.cue.mute) return null;
      let speaker = speakers.get(link.cue);
      if (speaker === undefined && link.cue.subject) speaker = this.#memory.resolve(scene, link.cue.subject, sentence);
      if (speaker) {
        const phrase = link.cue.subject!;
        const mention = { start: tokens[phrase.from]!.start, end: tokens[phrase.to - 1]!.end };
        const sure = speaker.certainty === 'sure' && link.score >= 55;
        const { occasion, when } = heading
          ? NOWHERE
          : occasionIn(this.#text, scene, sentence, reachOf(link.cue), q, this.#day);
        return this.#settle(
          speaker.figure,
          this.#cueWords(tokens, link.cue),
          link.rule,
          sure ? 'sure' : 'likely',
          mention,
          occasion,
          when,
        );
      }
      if (link.cue.subject) return null;
      if (link.cue.kind === 'participle' && link.cue.at !== sentence.from) return null;
      // A verb without a subject: whoever was spoken of goes on.
      const last = this.#memory.topic?.figure ?? this.#memory.spoke?.figure;
      if (last) return this.#settle(last, this.#cueWords(tokens, link.cue), link.rule, 'likely', null);
    }
    const signature = this.#signed(f, scene, i, sentence);
    if (signature) {
      const mention = { start: tokens[signature.phrase.from]?.start ?? 0, end: 0 };
      return this.#settle(signature.figure, null, 'signature', 'sure', signature.span ?? mention);
    }
    if (heading) return null;
    const told = this.#toldAfter(scene, sentence, i);
    if (told) return told;
    return this.#inherit(f, scene, sentence, i, quotation);
  }

  /** “…” That is what Smith said. / „…“ Das erklärte Merz. / «…» Об этом заявил Песков. */
  #toldAfter(scene: Scene, sentence: Sentence, i: number): { grounded: Grounded; figure: Figure | null } | null {
    const { tokens } = scene;
    if (i < sentence.to - 2) return null;
    let from = sentence.to;
    if (!POINTING.has(tokens[from]?.word ?? '')) return null;
    let to = from;
    while (to < tokens.length && tokens[to]!.kind !== 'stop' && tokens[to]!.kind !== 'quote') to++;
    const next = { from, to };
    for (const cue of cuesOf(scene, next)) {
      if (!cue.subject || !cue.strong || cue.at - from > 4) continue;
      const speaker = this.#memory.resolve(scene, cue.subject, next);
      if (!speaker) continue;
      from = tokens[cue.subject.from]!.start;
      return this.#settle(speaker.figure, this.#cueWords(tokens, cue), 'told after', 'likely', {
        start: from,
        end: tokens[cue.subject.to - 1]!.end,
      });
    }
    return null;
  }

  /** A quotation with no cue of its own: who spoke, or who was spoken of, goes on. */
  #inherit(
    f: number,
    scene: Scene,
    sentence: Sentence,
    i: number,
    quotation: Quotation,
  ): { grounded: Grounded; figure: Figure | null } | null {
    const { tokens } = scene;
    const alone = tokens
      .slice(sentence.from, sentence.to)
      .every((token) => token.kind !== 'word' && token.kind !== 'number');
    const opens = i === sentence.from;
    const long = quotation.kind === 'direct';
    const topic = this.#memory.topic;
    const spoke = this.#memory.spoke;
    const first = sentence.from === 0;
    if (alone || (opens && long) || quotation.block) {
      if (topic && (topic.frame === f || (first && topic.frame === f - 1))) {
        if (
          topic.frame === f ||
          topic.cued ||
          this.#endsWithColon(f - 1) ||
          (topic.figure.kind === 'person' && (spoke?.frame ?? -9) < f - 1)
        ) {
          return this.#settle(
            topic.figure,
            null,
            topic.frame === f && spoke?.figure === topic.figure ? 'goes on' : 'sentence before',
            'likely',
            null,
          );
        }
      }
      if (spoke && f - spoke.frame <= 2) return this.#settle(spoke.figure, null, 'goes on', 'likely', null);
      if (topic && topic.frame === f - 1) return this.#settle(topic.figure, null, 'sentence before', 'likely', null);
      return null;
    }
    if (this.#tongue.code === 'de' && spoke?.frame === f) {
      // Für die „…“ dürfe es keine Zustimmung geben: the subjunctive says that he still speaks.
      const reported = tokens.slice(sentence.from, sentence.to).some((token) => REPORTED.has(token.word));
      if (reported) return this.#settle(spoke.figure, null, 'said earlier', 'likely', null);
    }
    if (!long) return null;
    // Marsh dedicated it to “anyone …”: a person who is the subject of the sentence.
    const own = mainSubject(scene, sentence.from, i);
    const subject =
      own && own.pronoun === null ? this.#memory.resolve(scene, own, { from: sentence.from, to: own.from }) : null;
    if (subject && subject.figure.kind === 'person' && subject.figure !== spoke?.figure) {
      return this.#settle(subject.figure, null, 'subject', 'likely', {
        start: tokens[own!.from]!.start,
        end: tokens[own!.to - 1]!.end,
      });
    }
    if (spoke && (spoke.frame === f || (first && spoke.frame === f - 1)) && (!topic || topic.figure === spoke.figure)) {
      return this.#settle(spoke.figure, null, 'goes on', 'likely', null);
    }
    return null;
  }

  #endsWithColon(f: number): boolean {
    return this.#frames[f]?.frame.tokens.at(-1)?.kind === 'colon';
  }

  #settle(
    figure: Figure,
    cue: Words | null,
    ground: Ground,
    certainty: Certainty,
    mention: Span | null,
    occasion: Words | null = null,
    when: When | null = null,
  ): { grounded: Grounded; figure: Figure } {
    return {
      grounded: {
        attribution: { speaker: figure.name, named: figure.span, cue, certainty, occasion, when },
        ground,
        mention,
      },
      figure,
    };
  }

  #cueWords(tokens: readonly Token[], cue: Cue): Words {
    const start = tokens[cue.at]!.start;
    const end = tokens[cue.end - 1]!.end;
    return { start, end, text: this.#text.slice(start, end) };
  }

  /** The speaker that a transcript's label inside the marks names. */
  #labelInside(quotation: Quotation): Figure | null {
    const label = quotation.turns[0]?.label;
    if (
      !label ||
      /^(?:q|a|question|answer|reporter|moderator|вопрос|ответ|питання|відповідь|frage|antwort|pregunta|respuesta|问|答|記者|记者)$/i.test(
        label,
      )
    )
      return null;
    const words =
      label
        .toLowerCase()
        .replace(/\(.*\)/, '')
        .match(/[\p{L}'’.-]+/gu) ?? [];
    const last = words.at(-1);
    if (!last) return null;
    const figure = this.#cast.figures.find((other) => other.words.at(-1) === last && other.kind !== 'body');
    if (figure) return figure;
    const at = this.#text.indexOf(
      label,
      quotation.start - label.length - 60 < 0 ? 0 : quotation.start - label.length - 60,
    );
    return describe(label, { start: Math.max(0, at), end: Math.max(0, at) + label.length }, 'person', null);
  }

  /** A dash and a name behind the quotation, or as the next paragraph: — Jane Roe. */
  #signed(
    f: number,
    scene: Scene,
    i: number,
    sentence: Sentence,
  ): { figure: Figure; phrase: Phrase; span: Span } | null {
    const { tokens } = scene;
    const next = tokens[i + 1];
    let at = scene;
    let from = i + 2;
    let to = sentence.to;
    if (!next) {
      const after = this.#frames[f + 1];
      if (!after || after.frame.tokens[0]?.kind !== 'dash') return null;
      at = sceneOf(after.frame.tokens, after.chunks, this.#tongue);
      from = 1;
      to = after.frame.tokens.length;
      if (to > 24) return null;
    } else if (next.kind !== 'dash' && !(next.kind === 'colon' && this.#frames[f]!.heading)) return null;
    const phrase = phraseAfter(at, from, to);
    if (!phrase?.chunk) return null;
    const following = at.tokens[phrase.to];
    if (
      following &&
      following.kind === 'word' &&
      !this.#tongue.links.has(following.word) &&
      !this.#tongue.times.has(following.word)
    )
      return null;
    if (following?.kind === 'dash') return null;
    const speaker = this.#memory.resolve(at, phrase, { from, to });
    if (!speaker) return null;
    return {
      figure: speaker.figure,
      phrase,
      span: { start: at.tokens[phrase.from]!.start, end: at.tokens[phrase.to - 1]!.end },
    };
  }

  /** Who was spoken of in the sentence just read, for those that follow. */
  #remember(
    f: number,
    scene: Scene,
    sentence: Sentence,
    cues: readonly Cue[],
    speakers: ReadonlyMap<Cue, Speaker | null>,
    attributed: Figure | null,
  ): void {
    const { tokens } = scene;
    for (const chunk of chunksIn(scene, sentence.from, sentence.to)) {
      const figure = this.#cast.figureOf(tokens, chunk);
      if (figure) this.#memory.add(figure, tokens[chunk.to]?.word === "'s" ? MENTIONED * 0.7 : MENTIONED);
    }
    const main = mainSubject(scene, sentence.from, sentence.to);
    const subject =
      main && isTelling(scene, main) ? this.#memory.resolve(scene, main, { from: sentence.from, to: main.from }) : null;
    if (subject) this.#memory.add(subject.figure, SUBJECT);
    let cued: Figure | null = attributed;
    if (!cued) {
      for (const cue of cues) {
        const speaker = speakers.get(cue);
        if (speaker && cue.strong && cue.kind !== 'noun' && !isPutting(tokens, cue)) {
          cued = speaker.figure;
          break;
        }
      }
    }
    if (cued) this.#memory.add(cued, SPOKE);
    // Smith asked Jones about it. “…,” he said: it is Jones who answers.
    for (const cue of cues) {
      if (cue.mute || !cue.subject || !this.#tongue.verbs.get(tokens[cue.at]!.word)?.asks) continue;
      const asked = phraseAfter(scene, cue.end, sentence.to);
      const answerer = asked?.chunk ? this.#cast.figureOf(tokens, asked.chunk) : null;
      if (answerer && answerer !== cued) this.#memory.add(answerer, SPOKE + SUBJECT);
    }
    if (attributed) this.#memory.spoke = { figure: attributed, frame: f, cued: true };
    else if (cued) this.#memory.spoke = { figure: cued, frame: f, cued: true };
    const topic = cued ?? (subject && subject.figure.kind !== 'body' ? subject.figure : null);
    const words = tokens.slice(sentence.from, sentence.to).some((token) => token.kind === 'word');
    if (topic) this.#memory.topic = { figure: topic, frame: f, cued: cued !== null };
    else if (words) this.#memory.topic = null;
  }
}

/** The German subjunctive of reported speech. */
const REPORTED = new Set(
  'sei seien habe dürfe könne müsse solle wolle werde wisse gebe gehe komme brauche bleibe stehe mache lasse führe'.split(
    ' ',
  ),
);

/** The agency added 40 names to its list: nothing is said. */
function isPutting(tokens: readonly Token[], cue: Cue): boolean {
  if (!/^adds?(?:ed)?$/.test(tokens[cue.at]!.word)) return false;
  const next = tokens[cue.end];
  return next !== undefined && (next.kind === 'number' || next.word === 'a' || next.word === 'an');
}

/** Words that point back to what was just quoted. */
const POINTING = listed("that this so das dies dieses об про такое так таку c'est así eso esto");
/** The tokens of a tag: its verb and who says it. */
function reachOf(cue: Cue): { readonly from: number; readonly to: number } {
  const subject = cue.subject;
  return { from: Math.min(cue.at, subject?.from ?? cue.at), to: Math.max(cue.end, subject?.to ?? cue.end) };
}

const MARK_OR_SPACE = /[\s“”"„‟〝〞〟＂‘’'‚‛`´«»‹›「」『』]/;

/** A quoted token as the links look at it. */
function pieceOf(text: string, token: Token): Piece {
  let start = token.start;
  let end = token.end;
  while (start < end - 1 && MARK_OR_SPACE.test(text[start]!)) start++;
  while (end > start + 1 && MARK_OR_SPACE.test(text[end - 1]!)) end--;
  return { start: token.start, end: token.end, quotation: token.piece, first: text[start]!, last: text[end - 1]! };
}

/** A headline with the names that the text below it knows; all other capitals are taken for none. */
function headline(frame: Frame, cast: Cast): Named {
  const chunks = cast.namesIn(frame.tokens);
  const capital = new Uint8Array(frame.tokens.length);
  for (const chunk of chunks) capital.fill(1, chunk.from, chunk.to);
  const tokens = frame.tokens.map((token, i) => (token.capital && !capital[i] ? { ...token, capital: false } : token));
  return { frame: { ...frame, tokens }, chunks, heading: true };
}
