/**
 * Where and when the draft says that words were said: "at a press conference in Port Sable on Thursday". Read from
 * the sentence of the tag: a preposition with a noun for an occasion, and the places and days that stand with it.
 *
 * Cost: linear in the sentence.
 */
import type { When } from '#base/index.js';
import type { Words } from '#record/index.js';
import type { Tongue } from './attribute-cues.js';
import { dayIn } from './attribute-days.js';
import type { Sentence } from './attribute-frames.js';
import type { Scene } from './attribute-phrases.js';

/** Nouns for occasions, in the languages of the cue tables. */
const OCCASIONS = new Set(
  `conference briefing statement interview speech rally meeting summit hearing testimony debate event ceremony forum call address
   tweet post letter email e-mail report session talks visit remarks release television radio panel congress inquiry trial parliament broadcast podcast
   press-conference appearance lecture sermon festival convention memo message editorial op-ed telegram facebook twitter instagram bluesky x linkedin weibo
   conférence point communiqué déclaration entretien discours meeting réunion sommet audition débat cérémonie lettre tweet message visite séance émission plateau antenne tribune
   pressekonferenz erklärung interview rede treffen sitzung gipfel anhörung debatte veranstaltung brief besuch mitteilung gespräch bundestag sendung podcast rundfunk statement
   rueda comunicado declaración declaraciones entrevista discurso reunión cumbre audiencia debate ceremonia carta visita sesión acto mitin conferencia programa
   пресс-конференции брифинге заявлении интервью выступлении речи встрече саммите слушаниях дебатах церемонии форуме письме эфире совещании заседании телеграм-канале посте сообщении
   пресконференції брифінгу заяві інтерв'ю виступі промові зустрічі саміті слуханнях дебатах церемонії форумі листі ефірі нараді засіданні зверненні телеграмі дописі повідомленні
   记者会 記者會 例行记者会 例行記者會 新闻发布会 發布會 发布会 声明 聲明 采访 採訪 演讲 演講 会议 會議 峰会 峰會 讲话 講話`
    .trim()
    .split(/\s+/),
);

const LONGEST = 12;
/** Words between a tag and its day, and its occasion. */
const NEAR = 7;
const FAR = 16;
/** Prepositions that lead to an occasion; "of" and the like only continue one. */
const LEADING = new Set(
  `at in during on via dans lors à au sur pendant en während bei beim auf in im am an per durante ante
 на в во у во время при під 在 于`
    .trim()
    .split(/\s+/),
);
const OF = new Set([
  'of',
  'de',
  'du',
  'des',
  'del',
  'der',
  'von',
  'with',
  'for',
  'the',
  "d'",
  'la',
  'le',
  'les',
  'el',
  'los',
  'las',
]);

interface Adjunct {
  readonly from: number;
  readonly to: number;
  readonly occasion: boolean;
  readonly time: boolean;
  readonly place: boolean;
}

/** The occasion named in a sentence and the day that it names; nulls where it names none. */
export function occasionIn(
  text: string,
  scene: Scene,
  sentence: Sentence,
  cue: Reach,
  quoted: number,
  day: string | null,
): { readonly occasion: Words | null; readonly when: When | null } {
  const adjuncts = adjunctsOf(scene, sentence).filter((one) => reaches(scene, one, cue, quoted));
  let best: { from: number; to: number; weight: number } | null = null;
  for (let i = 0; i < adjuncts.length; i++) {
    let j = i;
    while (
      j + 1 < adjuncts.length &&
      adjuncts[j + 1]!.from <=
        adjuncts[j]!.to + (scene.tokens[adjuncts[j]!.to]?.kind === 'comma' && adjuncts[j + 1]!.time ? 1 : 0)
    )
      j++;
    const run = adjuncts.slice(i, j + 1);
    const weight = (run.some((one) => one.occasion) ? 2 : 0) + (run.some((one) => one.time) ? 1 : 0);
    if (weight > (best?.weight ?? 0)) best = { from: run[0]!.from, to: run.at(-1)!.to, weight };
    i = j;
  }
  if (!best) return { occasion: null, when: null };
  const start = scene.tokens[best.from]!.start;
  const end = scene.tokens[best.to - 1]!.end;
  const words = text.slice(start, end);
  let when = dayIn(words, day);
  for (const one of adjuncts) {
    if (when) break;
    if (one.time) when = dayIn(text.slice(scene.tokens[one.from]!.start, scene.tokens[one.to - 1]!.end), day);
  }
  return { occasion: { start, end, text: words }, when };
}

/** What these lead to is another time than that of the words. */
const RELATIVE_TO = new Set(
  'after before following since until ahead prior despite nach vor seit bis après avant depuis tras después antes desde после до перед після'.split(
    ' ',
  ),
);

/** The tokens of a tag, [from, to). */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/** Whether an adjunct belongs to a tag: near it, with no other quotation and no clause between them. */
function reaches(scene: Scene, one: Adjunct, cue: Reach, quoted: number): boolean {
  const { tokens, tongue } = scene;
  // After their call on July 3, he announced: the day is that of the call.
  for (let k = one.from - 1; k >= Math.max(0, one.from - LONGEST); k--) {
    const { kind, word } = tokens[k]!;
    if (kind !== 'word' || (k < cue.to && k >= cue.from)) break;
    if (RELATIVE_TO.has(word) || (tongue.clauses.has(word) && word !== 'that')) return false;
  }
  const from = Math.min(one.to, cue.to);
  const to = Math.max(one.from, cue.from);
  let words = 0;
  for (let k = from; k < to; k++) {
    const token = tokens[k]!;
    if (token.kind === 'quote' && token.piece !== quoted) return false;
    if (token.kind === 'stop' || token.kind === 'colon') return false;
    if (token.kind !== 'word') continue;
    words++;
    if (tongue.clauses.has(token.word) && !one.occasion) return false;
    if (tongue.clauses.has(token.word) && k > cue.to) return false;
  }
  return words <= (one.occasion ? FAR : NEAR);
}

function adjunctsOf(scene: Scene, sentence: Sentence): readonly Adjunct[] {
  const { tokens, tongue } = scene;
  const adjuncts: Adjunct[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]!;
    // "Today" with a capital is a programme.
    const named = token.capital && i > sentence.from && (token.word === 'today' || token.word === 'tonight');
    if (named) continue;
    const bare = isTime(token.word, tongue) || (token.kind === 'number' && isTime(tokens[i + 1]?.word ?? '', tongue));
    const leads = token.kind === 'word' && LEADING.has(token.word);
    if (!leads && !bare) continue;
    const adjunct = adjunctAt(scene, i, sentence.to, leads);
    if (!adjunct) continue;
    // A month alone is when something is to be, not when it was said.
    if (!leads && adjunct.to - adjunct.from === 1 && dayIn(token.word, '2000-01-01') === null) continue;
    if (
      adjunct.occasion ||
      (adjunct.time && isTelling(scene, adjunct)) ||
      (adjunct.place && adjuncts.at(-1)?.to === adjunct.from)
    )
      adjuncts.push(adjunct);
    i = adjunct.to - 1;
  }
  return adjuncts;
}

/** A day, or a stretch of time that is told from others: on Thursday, 12 March, last week; not "later". */
function isTelling(scene: Scene, { from, to }: Reach): boolean {
  let number = false;
  for (let k = from; k < to; k++) {
    const { word, kind } = scene.tokens[k]!;
    if (kind === 'number') number = true;
    else if (word.length > 3 && !VAGUE.has(word) && isTime(word, scene.tongue)) return true;
  }
  return number;
}

const VAGUE = new Set([
  'later',
  'earlier',
  'time',
  'hours',
  'minutes',
  'days',
  'weeks',
  'months',
  'years',
  'last',
  'next',
  'this',
  'late',
  'early',
  'noon',
  'past',
  'weekend',
  'ago',
]);

function isTime(word: string, tongue: Tongue): boolean {
  return tongue.times.has(word) || tongue.times.has(word.replace(/\.$/, ''));
}

function adjunctAt(scene: Scene, at: number, to: number, leads: boolean): Adjunct | null {
  const { tokens, tongue, chunkAt } = scene;
  let end = leads ? at + 1 : at;
  let occasion = false;
  let time = false;
  let place = false;
  while (end < Math.min(to, at + LONGEST)) {
    const token = tokens[end]!;
    if (token.kind === 'number') {
      end++;
      continue;
    }
    if (token.kind === 'comma' && time && /^\d{4}$/.test(tokens[end + 1]?.word ?? '')) {
      end += 2;
      continue;
    }
    if (token.kind !== 'word') break;
    const { word } = token;
    if (tongue.relatives.has(word) && !OF.has(word) && !(tongue.capitalNouns && tongue.determiners.has(word))) break;
    if (word === "'s" || tongue.determiners.has(word) || OF.has(word)) {
      end++;
      continue;
    }
    if (OCCASIONS.has(word)) occasion = true;
    else if (isTime(word, tongue)) time = true;
    else if (
      tongue.links.has(word) ||
      tongue.clauses.has(word) ||
      tongue.conjunctions.has(word) ||
      tongue.pronouns.has(word) ||
      tongue.relatives.has(word)
    )
      break;
    else if (
      (tongue.verbs.has(word) || tongue.otherVerbs.has(word) || tongue.fillers.has(word)) &&
      !OCCASIONS.has(tokens[end + 1]?.word ?? '')
    )
      break;
    else if (chunkAt[end]! >= 0) place = true;
    else if (occasion && !token.capital) break;
    end++;
    if (
      !leads &&
      !isTime(tokens[end]?.word ?? '', tongue) &&
      tokens[end]?.kind !== 'number' &&
      tokens[end]?.kind !== 'comma'
    )
      break;
  }
  while (
    end > at &&
    (tokens[end - 1]!.word === "'s" || OF.has(tokens[end - 1]!.word) || tongue.determiners.has(tokens[end - 1]!.word))
  )
    end--;
  if (end <= at + (leads ? 1 : 0)) return null;
  return { from: at, to: end, occasion, time, place };
}
