/**
 * Names in a draft, and who is who. A name is a run of capitalised words; what comes before the last title in it
 * ("Russian Foreign Minister") is not the name but tells of whom one may later say "the minister". Everybody who
 * is named stands in one cast, by the fullest form printed; "Mr Lavrov" and "Lavrov" are found there again.
 *
 * Cost: one pass over the frames.
 */
import type { Tongue } from './attribute-cues.js';
import { genderOfName } from './attribute-first-names.js';
import type { Frame, Token } from './attribute-frames.js';
import { isUnspaced, namesUnspaced } from './attribute-unspaced.js';

/** A run of capitalised words, tokens [from, to) of a frame. */
export interface NameChunk {
  readonly from: number;
  readonly to: number;
  /** The name without titles; equal to `to` where the run is a title only ("the Foreign Minister"). */
  readonly nameFrom: number;
  /** Where the name ends: before KC, MP and the like. */
  readonly nameTo: number;
  readonly kind: 'person' | 'body' | 'title' | 'unknown';
}

/** Words in names of bodies, in any language of the press. */
const BODY_NAMES = new Set(
  `news times post journal tribune herald gazette telegraph guardian today radio tv television press reuters inc ltd corp llc plc gmbh ag fc
   nations union states house palace kremlin pentagon street bank university college institute department ministry committee council commission agency
   party association federation foundation court police parliament congress senate bureau office center centre society league club trust fund
   network group company airlines airways industries systems international magazine bundestag bundesrat bundeswehr kommission regierung
   ministère gouvernement conseil commission parti assemblée sénat ministerio gobierno partido comisión tribunal consejo
   министерство мид кремль правительство госдума совет комитет партия тасс интерфакс уряд рада кабмін мзс міністерство crowd inquiry initiative project coalition alliance campaign`
    .trim()
    .split(/\s+/),
);

/** What a Secretary or Minister is of; not a name. */
const OFFICES = new Set(
  `state defense defence treasury commerce energy education labor labour interior agriculture homeland security health human services transportation
   veterans affairs justice war house senate foreign national intelligence finance trade economy housing urban development the and staff
   representatives commons lords parliament congress environment culture sport exchequer environmental protection budget management operations communications army navy air force`
    .trim()
    .split(/\s+/),
);

const SUFFIX = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv']);

/** How the words of a draft are written elsewhere in it, which tells names from capitals at the start of a sentence. */
export interface Spelling {
  /** Words that stand somewhere without a capital. */
  readonly small: ReadonlySet<string>;
  /** Words that stand with a capital where no sentence begins. */
  readonly large: ReadonlySet<string>;
}

/** How the words of these frames are written. */
export function spellingOf(frames: readonly Frame[]): Spelling {
  const small = new Set<string>();
  const large = new Set<string>();
  for (const frame of frames) {
    for (const { from, to } of frame.sentences) {
      for (let i = from; i < to; i++) {
        const token = frame.tokens[i]!;
        if (token.kind !== 'word') continue;
        if (!token.capital) small.add(token.word);
        else if (i > from && frame.tokens[i - 1]!.kind === 'word') large.add(token.word);
      }
    }
  }
  return { small, large };
}

/** Whether a token can be part of a name where it stands. */
function mayBeName(
  tokens: readonly Token[],
  i: number,
  startsSentence: boolean,
  tongue: Tongue,
  spelling: Spelling,
): boolean {
  const token = tokens[i]!;
  if (token.kind !== 'word' || !token.capital) return false;
  const { word } = token;
  if (
    tongue.pronouns.has(word) ||
    tongue.determiners.has(word) ||
    tongue.conjunctions.has(word) ||
    tongue.clauses.has(word)
  )
    return false;
  if (tongue.according.has(word)) return false;
  if (
    tongue.relatives.has(word) ||
    (tongue.times.has(word) &&
      !(MONTHS_AND_NAMES.has(word) && genderOfName(tokens[i + 1]?.word ?? '') === null && tokens[i + 1]?.capital))
  )
    return false;
  if (tongue.links.has(word) || tongue.fillers.has(word)) return !startsSentence && (word === 'will' || word === 'may');
  if (!startsSentence) return word !== "i'm" && word !== "i've" && word !== "i'd" && word !== "i'll";
  const next = tokens[i + 1];
  if (tongue.otherVerbs.has(word) || tongue.participles.has(word)) return false;
  if (tongue.verbs.has(word)) return genderOfName(word) !== null && next?.capital === true;
  if (tongue.capitalNouns)
    return (
      !spelling.small.has(word) ||
      (spelling.large.has(word) && genderOfName(word) !== null) ||
      (next?.capital === true && isTitle(word, tongue))
    );
  if (spelling.small.has(word)) {
    return (
      next?.capital === true &&
      next.kind === 'word' &&
      (tongue.roles.has(word) || genderOfName(word) !== null || tongue.honorifics.has(word) || spelling.large.has(word))
    );
  }
  if (spelling.large.has(word)) return true;
  const bent = tongue.code === 'en' && /(?:ing|ly|ed)$/.test(word) && word.length > 4 && genderOfName(word) === null;
  return next?.capital === true ? !bent : tongue.code !== 'en' || (!bent && next?.kind !== 'comma');
}

/** Names of months that are surnames too. */
const MONTHS_AND_NAMES = new Set([
  'may',
  'august',
  'april',
  'june',
  'day',
  'week',
  'summer',
  'winter',
  'noon',
  'early',
]);

function isTitle(word: string, tongue: Tongue): boolean {
  return (
    tongue.roles.has(word) ||
    tongue.honorifics.has(word) ||
    ABBREVIATED.has(word) ||
    tongue.roleEnds.some((end) => end.length > 3 && word.length > end.length && word.endsWith(end))
  );
}

/** Titles as the press shortens them, and what they stand for. */
const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ['sen.', 'senator'],
  ['sens.', 'senator'],
  ['rep.', 'representative'],
  ['reps.', 'representative'],
  ['gov.', 'governor'],
  ['pres.', 'president'],
  ['gen.', 'general'],
  ['lt.', 'lieutenant'],
  ['col.', 'colonel'],
  ['sgt.', 'sergeant'],
  ['capt.', 'captain'],
  ['adm.', 'admiral'],
  ['maj.', 'major'],
  ['rev.', 'reverend'],
  ['prof.', 'professor'],
  ['cmdr.', 'commander'],
  ['ceo', 'executive'],
  ['pm', 'minister'],
  ['dr', 'doctor'],
  ['hon.', 'representative'],
  ['atty.', 'attorney'],
  ['sec.', 'secretary'],
  ['amb.', 'ambassador'],
]);

/** The word that a title is known by: "senator" for "Sen.", singular for plural. */
export function titleWord(word: string): string {
  return ABBREVIATED.get(word) ?? word;
}

/** Words of the longest name with its titles. */
const LONGEST_NAME = 12;

/** The names of a frame, in order, not overlapping. */
export function namesOf(frame: Frame, tongue: Tongue, spelling: Spelling): readonly NameChunk[] {
  const { tokens } = frame;
  if (isUnspaced(tongue)) return namesUnspaced(tokens, tongue);
  const starts = new Set(frame.sentences.map((sentence) => sentence.from));
  const chunks: NameChunk[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const opens = starts.has(i) || tokens[i - 1]?.kind === 'colon' || (tokens[i - 1]?.kind === 'dash' && i < 3);
    if (!mayBeName(tokens, i, opens, tongue, spelling)) continue;
    let to = i + 1;
    for (;;) {
      const next = tokens[to];
      if (!next || to - i >= LONGEST_NAME) break;
      if (next.kind === 'word' && next.capital && !isBreak(next, tongue, tokens[to - 1]!)) {
        to++;
        continue;
      }
      // Ludwig van Beethoven, Marks & Spencer, Secretary of State, University of Michigan.
      const after = tokens[to + 1];
      if (
        next.kind === 'word' &&
        tongue.particles.has(next.word) &&
        after &&
        !isTitle(tokens[to - 1]!.word, tongue) &&
        !tongue.bodies.has(tokens[to - 1]!.word)
      ) {
        const further = tongue.particles.has(after.word) ? tokens[to + 2] : after;
        if (
          further?.kind === 'word' &&
          further.capital &&
          !isBreak(further, tongue, next) &&
          (tongue.code === 'en' || next.word !== 'y')
        ) {
          to += further === after ? 2 : 3;
          continue;
        }
      }
      if (next.word === '&' && after?.capital) {
        to += 2;
        continue;
      }
      if (tongue.code === 'en' && (next.word === 'of' || next.word === 'for' || next.word === 'on') && after) {
        const last = tokens[to - 1]!.word;
        const the = after.word === 'the' ? tokens[to + 2] : after;
        const joins =
          next.word === 'of'
            ? tongue.roles.has(last) || BODY_NAMES.has(last) || tongue.bodies.has(last) || last === 'speaker'
            : BODY_NAMES.has(last);
        if (joins && the?.capital && the.kind === 'word' && !tongue.times.has(the.word)) {
          to += the === after ? 2 : 3;
          continue;
        }
      }
      if (next.word === 'and' && after?.capital && OFFICES.has(tokens[to - 1]!.word) && OFFICES.has(after.word)) {
        to += 2;
        continue;
      }
      break;
    }
    const chunk = chunkOf(tokens, i, to, tongue);
    if (chunk) chunks.push(withoutLetters(tokens, chunk));
    i = to - 1;
  }
  return chunks;
}

/** Helena Strand KC: letters behind a name are no part of it. */
function withoutLetters(tokens: readonly Token[], chunk: NameChunk): NameChunk {
  let nameTo = chunk.to;
  while (nameTo - chunk.nameFrom > 2 && LETTERS_BEHIND.has(tokens[nameTo - 1]!.word)) nameTo--;
  return nameTo === chunk.to ? chunk : { ...chunk, nameTo, kind: 'person' };
}

const LETTERS_BEHIND = new Set([
  'kc',
  'qc',
  'mp',
  'mep',
  'msp',
  'obe',
  'cbe',
  'mbe',
  'phd',
  'md',
  'ceo',
  'mla',
  'td',
  'am',
  'esq',
]);

/** Capitalised words at which a run of names ends. */
function isBreak(token: Token, tongue: Tongue, before: Token): boolean {
  const { word } = token;
  if (word === 'i' || word === 'the') return true;
  if (tongue.times.has(word)) return !(MONTHS_AND_NAMES.has(word) && genderOfName(before.word) !== null);
  return tongue.pronouns.has(word) && !tongue.capitalNouns && tongue.code !== 'en';
}

function chunkOf(tokens: readonly Token[], from: number, to: number, tongue: Tongue): NameChunk | null {
  const last = tokens[to - 1]!.word;
  const length = to - from;
  const word = (i: number): string => tokens[i]!.word;
  if (length === 1) {
    if (tongue.notNames.has(last)) return null;
    if (isTitle(last, tongue) && genderOfName(last) === null)
      return { from, to, nameFrom: to, nameTo: to, kind: 'title' };
    const body = BODY_NAMES.has(last) || tongue.bodies.has(last) || endsAs(last, tongue.bodyEnds);
    if (tongue.capitalNouns && !body && endsAs(last, tongue.roleEnds))
      return { from, to, nameFrom: to, nameTo: to, kind: 'title' };
    return {
      from,
      to,
      nameFrom: from,
      nameTo: to,
      kind: body || (tokens[from]!.shouted && last.length < 7) ? 'body' : 'unknown',
    };
  }
  // The last title splits the run: what follows it is the name.
  let nameFrom = from;
  for (let i = to - 2; i >= from; i--) {
    if (!isTitle(word(i), tongue)) continue;
    if (genderOfName(word(i)) !== null && i === from && !tongue.honorifics.has(word(i))) continue;
    let start = i + 1;
    if (word(start) === 'of' || word(start) === 'for') {
      start++;
      while (start < to && OFFICES.has(word(start))) start++;
      // Mayor of London Sadiq Khan: of an unknown office the last two words are the name.
      if (start < to && word(start - 1) === 'of') start = to - start >= 3 ? to - 2 : to;
    }
    nameFrom = start;
    break;
  }
  if (nameFrom >= to) return { from, to, nameFrom: to, nameTo: to, kind: 'title' };
  // РФ Сергей Шойгу, France Emmanuel Macron: a given name within the run begins the name.
  for (let i = nameFrom + 1; i < to - 1; i++) {
    if (isGivenName(word(nameFrom), tongue) || !isGivenName(word(i), tongue)) continue;
    nameFrom = i;
    break;
  }
  // президента России Остапа Ковальчука; der Meteorologe Timo Brandt: of three the last two, unless one is a patronymic.
  if (
    to - nameFrom === 3 &&
    (tongue.inflects || tongue.capitalNouns) &&
    !isGivenName(word(nameFrom), tongue) &&
    !/(?:вич|вн|ьич)/.test(word(nameFrom + 1)) &&
    !tongue.particles.has(word(nameFrom + 1))
  )
    nameFrom++;
  if (
    length > 2 &&
    tokens[nameFrom]!.shouted &&
    word(nameFrom).length < 5 &&
    to - nameFrom > 2 &&
    !tokens[nameFrom + 1]!.shouted
  )
    nameFrom++;
  if (nameFrom > from) {
    const rest = to - nameFrom;
    if (BODY_NAMES.has(last) || tongue.bodies.has(last)) return { from, to, nameFrom: from, nameTo: to, kind: 'body' };
    return { from, to, nameFrom, nameTo: to, kind: rest >= 1 ? 'person' : 'unknown' };
  }
  if (tongue.code === 'en' && tokens[from - 1]?.word === 'the' && genderOfName(word(from)) === null) {
    return isTitle(last, tongue)
      ? { from, to, nameFrom: to, nameTo: to, kind: 'title' }
      : { from, to, nameFrom: from, nameTo: to, kind: 'body' };
  }
  while (nameFrom < to - 1 && tongue.notNames.has(word(nameFrom))) nameFrom++;
  const gendered = genderOfName(word(nameFrom)) !== null;
  if (isTitle(last, tongue) && !(gendered && to - nameFrom === 2))
    return { from, to, nameFrom: to, nameTo: to, kind: 'title' };
  const bodily = [...Array(to - from).keys()].some(
    (k) => BODY_NAMES.has(word(from + k)) || tongue.bodies.has(word(from + k)) || word(from + k) === '&',
  );
  if (bodily && !(gendered && !BODY_NAMES.has(last))) return { from, to, nameFrom: from, nameTo: to, kind: 'body' };
  if (to - nameFrom > 1 && SUFFIX.has(last) && to - nameFrom === 2)
    return { from, to, nameFrom, nameTo: to, kind: 'unknown' };
  if (tongue.capitalNouns && !gendered) return { from, to, nameFrom, nameTo: to, kind: 'unknown' };
  return { from, to, nameFrom, nameTo: to, kind: to - nameFrom >= 2 && to - nameFrom <= 4 ? 'person' : 'unknown' };
}

function endsAs(word: string, ends: readonly string[]): boolean {
  return ends.some((end) => word.endsWith(end));
}

/** Whether a word is a known given name, in any case of it. */
function isGivenName(word: string, tongue: Tongue): boolean {
  if (genderOfName(word) !== null) return true;
  if (!tongue.inflects) return false;
  const stem = word.slice(0, -1);
  return [stem, `${stem}й`, `${stem}ь`, `${stem}а`, `${stem}я`, word.slice(0, -2)].some(
    (form) => genderOfName(form) !== null,
  );
}
