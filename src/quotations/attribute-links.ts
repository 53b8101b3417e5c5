/**
 * Which word of saying a quotation hangs on. In a sentence every cue is found with its subject; each quotation takes
 * the cue that lies nearest in the grammar: the tag that touches it, else the verb that leads to it, else the tag at
 * the end of the sentence. Each rule has a name, that stands with the finding.
 *
 * Cost: quotations × cues of one sentence.
 */
import type { Piece, Sentence, Token } from './attribute-frames.js';
import { isUnspaced } from './attribute-unspaced.js';
import { type Phrase, type Scene, chunksIn, isTelling, phraseBefore, weightOf } from './attribute-phrases.js';
import { mainSubject, subjectBefore } from './attribute-subjects.js';
import { TERMS } from './attribute-owners.js';
import { COPULAS } from './attribute-verdicts.js';
import type { Cue } from './attribute-cue.js';

/** A cue that a quotation hangs on, and by which rule. */
export interface Link {
  readonly cue: Cue;
  readonly rule: 'tag' | 'lead' | 'said earlier' | 'tag at the end' | 'according to' | 'noun' | 'label';
  readonly score: number;
}

/** How much a link of each rule is trusted, before distance takes its toll; tuned on press prose. */
const TAG = 100;
const LEAD = 95;
const EARLIER = 75;
const END_TAG = 50;
/** Tokens beyond which no cue reaches. */
const FAR = 64;
/** A link below this is no ground. */
const LEAST = 24;

/**
 * The link of the quoted token `q` of a sentence; null where nothing in the sentence claims it. `feeling`: the quoted
 * words say how somebody feels (`isFeeling`).
 */
export function linkOf(
  scene: Scene,
  sentence: Sentence,
  cues: readonly Cue[],
  q: number,
  piece: Piece,
  feeling: boolean,
): Link | null {
  const { tokens } = scene;
  let best: Link | null = null;
  const offer = (cue: Cue, rule: Link['rule'], score: number): void => {
    if (score >= LEAST && (!best || score > best.score)) best = { cue, rule, score };
  };
  const tagged = ',，!?！？—–-…'.includes(piece.last) || ['comma', 'dash'].includes(tokens[q + 1]?.kind ?? '');
  const opensSentence = q === sentence.from || onlySigns(tokens, sentence.from, q);
  const near = cues.filter((cue) => cue.end > q - FAR && cue.at < q + FAR);
  const led = near.some((cue) => cue.at < q && cue.strong && !cue.mute && cue.subject && q - cue.end <= 2);
  // Karsk accused Merrow of “using wheat”, an official said: the words are Karsk's.
  const within =
    !opensSentence &&
    /^\p{Ll}/u.test(piece.first) &&
    near.some(
      (cue) =>
        cue.kind === 'verb' &&
        cue.at < q &&
        cue.strong &&
        cue.subject &&
        q - cue.end <= 8 &&
        !tokens.slice(cue.end, q).some((token) => token.kind === 'comma' || token.kind === 'quote'),
    );
  // After he called it “great,” she said: “…”
  const opener = tokens[sentence.from];
  const dependent =
    opener?.kind === 'word' &&
    scene.tongue.clauses.has(opener.word) &&
    near.some((cue) => cue.at < q && cue.strong && cue.subject);
  const spoken = near.some((cue) => cue.at < q && !cue.mute && cue.subject && cue.kind !== 'noun');
  for (const cue of near) {
    const first = cue.subject && !cue.inverted ? Math.min(cue.subject.from, cue.at) : cue.at;
    if (cue.at > q) {
      const begin = first > q ? first : cue.at;
      const touches = first > q && onlySigns(tokens, q + 1, begin, scene);
      const quotesBetween = tokens.slice(q + 1, begin).some((token) => token.kind === 'quote');
      if (cue.kind === 'according') {
        offer(cue, 'according to', (touches ? TAG - 2 : 55 - 0.4 * (begin - q)) - (isPaper(scene, cue) ? 30 : 0));
      } else if (cue.kind !== 'noun' && cue.kind !== 'participle' && !cue.mute) {
        // 外相は「…」と述べた; Merz hat „…“ gesagt: the verb comes last.
        if (cue.subject && first < q && !cue.inverted && cue.at - q <= 3) offer(cue, 'tag', 80);
        // Smith said that it was “over”, Reuters reports: an agency's tag names nobody where somebody is named.
        const carried =
          spoken &&
          !opensSentence &&
          cue.subject &&
          REPORTS.has(tokens[cue.at]!.word) &&
          weightOf(scene, cue.subject) < 3;
        if (carried) offer(cue, 'tag at the end', LEAST);
        else if (touches)
          offer(
            cue,
            'tag',
            (tagged || opensSentence ? TAG : 42) -
              (cue.strong ? 0 : 12) -
              (led && !opensSentence ? 12 : 0) -
              (dependent && !opensSentence ? 40 : 0) -
              (within ? 34 : 0),
          );
        else if (cue.strong && first > q) {
          const signed = ['comma', 'dash'].includes(tokens[begin - 1]?.kind ?? '');
          offer(
            cue,
            'tag at the end',
            (signed ? END_TAG : 20) - 0.3 * (begin - q) - (quotesBetween ? 2 : 0) + (opensSentence ? 8 : 0),
          );
        } else if (cue.inverted && cue.subject && cue.strong) offer(cue, 'tag at the end', 38 - 0.5 * (cue.at - q));
      } else if (cue.kind === 'verb' && cue.mute && cue.subject === null) {
        continue;
      } else if (cue.kind === 'verb' && cue.subject && cue.inverted) offer(cue, 'tag', 50);
    } else {
      const behind = cue.inverted && cue.subject ? Math.max(cue.end, cue.subject.to) : cue.end;
      const from = behind > q ? cue.end : behind;
      // A cue nearer to the quotation takes the place of the one that leads to it.
      const last = !near.some((other) => other.at > cue.at && other.at < q && other.subject && other.kind !== 'noun');
      let distance = 0;
      let breaks = 0;
      let colons = 0;
      for (let k = from; k < q; k++) {
        const token = tokens[k]!;
        if (token.kind === 'quote') continue;
        distance++;
        if (token.kind === 'word' && scene.tongue.clauses.has(token.word) && token.word !== 'that') breaks++;
        if (token.kind === 'comma') breaks++;
        if (token.kind === 'colon') colons++;
      }
      const leads =
        distance <= 2 ||
        (last &&
          ((tokens[q - 1]?.kind === 'colon' && colons === 1) ||
            (tokens[q - 1]?.kind === 'comma' && distance <= 12 && cue.strong && breaks <= 1)));
      // According to Yahoo News, Smith said “…”: the nearer verb has the speaker.
      const reported =
        cue.kind === 'according' &&
        near.some(
          (other) => other.at > cue.at && other.at < q && other.strong && other.kind === 'verb' && other.subject?.chunk,
        );
      if (cue.kind === 'according')
        offer(
          cue,
          'according to',
          80 - (reported ? 30 : 0) - 0.4 * distance - 2 * breaks - (isPaper(scene, cue) ? 35 : 0),
        );
      else if (cue.kind === 'noun') {
        const next = tokens[cue.end];
        // Smith’s words were “…”
        const equated = next !== undefined && COPULAS.has(next.word) && q === cue.end + 1;
        const own =
          !next ||
          next.kind === 'quote' ||
          next.kind === 'colon' ||
          next.kind === 'comma' ||
          next.kind === 'dash' ||
          NOUN_LINKS.has(next.word);
        const verbs = tokens
          .slice(cue.end, q)
          .some((token) => token.kind === 'word' && scene.tongue.otherVerbs.has(token.word));
        // Ordania’s letter “was handed over”: what begins small behind the noun tells of it.
        const predicate = next?.kind === 'quote' && /^\p{Ll}/u.test(piece.first) && !TERMS.has(tokens[cue.at]!.word);
        if (equated) offer(cue, 'noun', 84);
        else if (own && predicate) offer(cue, 'noun', 48);
        else if (own && !(verbs && next?.word !== 'that'))
          offer(cue, 'noun', distance <= 3 || tokens[q - 1]?.kind === 'colon' ? 84 : 60 - 1.2 * distance - 4 * breaks);
      } else if (cue.strong)
        offer(
          cue,
          leads ? 'lead' : 'said earlier',
          leads ? LEAD - distance * 0.2 : EARLIER - 0.8 * distance - 3 * breaks,
        );
      else if (distance <= 1 || tokens[q - 1]?.word === 'as' || tokens[q - 1]?.kind === 'colon')
        offer(cue, 'lead', 70 - distance);
      else offer(cue, 'said earlier', 46 - 1.5 * distance - 5 * breaks);
    }
  }
  if (!best && tokens[q - 1]?.kind === 'colon') {
    const subject = labelBefore(scene, q - 1, sentence.from);
    if (subject) {
      const cue: Cue = { at: q - 1, end: q, kind: 'colon', strong: true, subject, inverted: false, mute: false };
      return { cue, rule: 'label', score: 60 };
    }
  }
  const copula = tokens[q - 1];
  if (!best && copula?.kind === 'word' && scene.tongue.code === 'en' && COPULAS.has(copula.word) && feeling) {
    const subject = subjectBefore(scene, q - 1, sentence.from);
    if (subject && subject !== 'shared' && weightOf(scene, subject) >= 2) {
      return {
        cue: { at: q - 1, end: q, kind: 'verb', strong: false, subject, inverted: false, mute: false },
        rule: 'said earlier',
        score: 40,
      };
    }
  }
  if (!best) {
    // Smith: Talks ‘went nowhere’
    let colon = sentence.from + 1;
    while (colon < q - 1 && colon - sentence.from < LONGEST_LABEL && tokens[colon]!.kind !== 'colon') colon++;
    const label = colon < q - 1 && tokens[colon]!.kind === 'colon' ? phraseBefore(scene, colon, sentence.from) : null;
    if (label && label.from === sentence.from && !label.pronoun && weightOf(scene, label) >= 2) {
      return {
        cue: { at: colon, end: colon + 1, kind: 'colon', strong: true, subject: label, inverted: false, mute: false },
        rule: 'label',
        score: 40,
      };
    }
  }
  return best;
}

const REPORTS = new Set(
  `reports reported сообщает сообщают сообщил сообщила сообщили передает передаёт передают пишет пишут повідомляє
  повідомляють передає пише rapporte rapportent berichtet berichten berichtete informa informó reporta reportó`.split(
    /\s+/,
  ),
);

/** Tokens of a name or description before the colon of a headline. */
const LONGEST_LABEL = 5;

/** According to the transcript: the paper carries the words of somebody else, if anybody is named. */
function isPaper(scene: Scene, cue: Cue): boolean {
  return cue.subject !== null && cue.subject.chunk === null && PAPERS.has(scene.tokens[cue.subject.head]!.word);
}

const PAPERS = new Set('transcript transcripts recording video tape audio text record footage copy'.split(' '));

/** Whose words a colon announces: the name before it, if that is all there is, else the subject of the sentence. */
function labelBefore(scene: Scene, colon: number, from: number): Phrase | null {
  const label = phraseBefore(scene, colon, from);
  const alone = label && (label.from === from || !['word', 'number'].includes(scene.tokens[label.from - 1]!.kind));
  if (label && alone && isTelling(scene, label)) return label;
  const subject = mainSubject(scene, from, colon);
  if (subject) return subject;
  // Here’s Clinton in December: “…”
  const chunk = chunksIn(scene, from, colon).find((other) => other.kind !== 'title');
  return chunk ? { from: chunk.from, to: chunk.to, chunk, pronoun: null, head: chunk.to - 1 } : null;
}

/** What leads from a noun of speech to the words: his claim that, her call for a, the threat to. */
const NOUN_LINKS = new Set(['that', 'of', 'for', 'to', 'about', 'from', 'by', 'the', 'a', 'an', 'on']);

/** Whether between two tokens stand only commas, dashes and adverbs. */
function onlySigns(tokens: readonly Token[], from: number, to: number, scene?: Scene): boolean {
  for (let k = from; k < to; k++) {
    const token = tokens[k]!;
    if (token.kind === 'comma' || token.kind === 'dash' || token.kind === 'other' || token.kind === 'stop') continue;
    if (scene && isUnspaced(scene.tongue) && token.kind !== 'quote') continue;
    if (scene && token.kind === 'word' && (scene.tongue.fillers.has(token.word) || token.word === 'as')) continue;
    return false;
  }
  return true;
}
