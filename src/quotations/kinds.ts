/**
 * What kind of quotation it is: words of somebody (direct), a word or two that anyone could have said (fragment),
 * a word held at arm's length (scare), or a name (title).
 *
 * Believes length, capitals and the words beside the marks. When in doubt it is direct: a quotation that is looked
 * up in vain costs an editor a glance, one that is passed over may cost a correction.
 */
import type { QuotationKind } from '#record/index.js';
import type { Tongue } from './attribute-cues.js';
import type { Frame, Token } from './attribute-frames.js';

/** More words than these are never a fragment. */
const FRAGMENT = 3;
/** More words than these are never held at arm's length. */
const SCARE = 5;
/** Words of saying further off belong to something else. */
const NEAR = 7;

/** Nouns whose names are set in marks; English, and below what other languages set between noun and marks. */
const NAMED = new Set(
  `heading film movie documentary book novel memoir song album single play musical opera show series sitcom programme program podcast
  magazine newspaper journal tabloid daily weekly article essay poem painting exhibition exhibit game video videogame episode report headline
  headlined titled entitled ship yacht vessel operation ballad anthem hymn hit comedy drama thriller blockbuster soundtrack track
  bestseller biography autobiography trilogy sequel website blog column app campaign tour ad commercial spot
  film livre roman chanson journal magazine émission série pièce ouvrage intitulé intitulée quotidien hebdomadaire opération documentaire
  ausstellung oper gemälde dokumentation doku thriller krimi kampagne initiative bündnis gruppe band projekt werk buch roman lied zeitung zeitschrift magazin sendung serie titel stück operation aktion partei verein schiff firma
  libro película novela canción diario periódico revista serie titulado titulada operación obra programa
  фильм книга роман песня газета газете газеты журнал журнале журнала сериал партия партии компания компании концерн концерна
  операция операции канал телеканал телеканала телеканалу телеканале агентство агентства издание издания издании корабль программа
  программе передаче проект проекта клуб клуба фонд фонда комплекс комплекса ооо оао пао зао ао завод завода банк банка холдинг
  группа группы группировка группировки движение движения стадион аэропорт аэропорту имени радио поезд орден
  фільм книга роман пісня газета газеті газети журнал серіал партія партії компанія компанії операція операції канал телеканал телеканалу агентство агентства
  видання проєкт проєкту клуб фонд фонду комплекс тов пат завод банк група рух радіо орден
  电影 小说 歌曲 报纸 行动 节目`
    .trim()
    .split(/\s+/),
);

/** Nouns that are followed by nothing but a name, whatever its capitals. */
const HEADED = new Set(['heading', 'headline', 'headlined', 'titled', 'entitled']);

/** Behind the marks: the “Today” show. */
const NAMED_AFTER = new Set(
  'show film movie series programme program podcast magazine newspaper album song tour app website host anchor star author column video ad segment campaign'.split(
    ' ',
  ),
);

/** Words that small titles keep small. */
const SMALL = new Set(
  'a an the and or but nor for of in on at to by from with as into over under is it vs via per upon than de la le du des et van von der und y el los del'.split(
    ' ',
  ),
);

const DISTANCE = new Set(
  'so-called self-styled supposed alleged proverbial sogenannte sogenannten sogenannter soi-disant prétendu llamado llamada llamados так называемый называемая называемые называемых называемой называемого називаний звані звана 所谓 所謂'.split(
    ' ',
  ),
);

/**
 * The kind of the quotation that stands as token `at` of `frame`; `words` are its words without marks.
 */
export function kindOf(
  words: string,
  frame: Frame,
  at: number,
  block: boolean,
  heading: boolean,
  tongue: Tongue,
): QuotationKind {
  if (block) return 'direct';
  const count = countOf(words, tongue);
  const { tokens } = frame;
  const before = wordsBefore(tokens, at, 3);
  const next = tokens[at + 1];

  const distance = before.some((word) => DISTANCE.has(word));
  if (distance && count <= SCARE + 1) return 'scare';
  if (POLLED.test(words) && (VOTING.has(next?.word ?? '') || VOTING.has(before[0] ?? ''))) return 'scare';
  if (isTitle(words, count, before, next, tokens[at - 1], heading, tongue)) return 'title';
  if (count > SCARE) return 'direct';

  const cued = isCued(tokens, at, words, tongue);
  if (count > FRAGMENT) {
    const attributive =
      !cued &&
      next?.kind === 'word' &&
      !next.capital &&
      !tongue.verbs.has(next.word) &&
      /^\p{Ll}/u.test(words) &&
      !/[.,!?]$/.test(words);
    return attributive && tokens[at - 1]?.kind === 'word' ? 'scare' : 'direct';
  }
  // Words in the marks of a headline are nearly always somebody's.
  if (!cued) return !isSentence(words) ? (heading ? 'fragment' : 'scare') : count < FRAGMENT ? 'fragment' : 'direct';
  return count === FRAGMENT && /^\p{Lu}/u.test(words) && !/^\p{Lu}\p{L}*\s\p{Lu}/u.test(words) ? 'direct' : 'fragment';
}

/** Answers that are cast and not said: a “no” vote, voted “yes”. */
const POLLED = /^(?:yes|no|aye|nay|leave|remain|oui|non|ja|nein|sí)[.,]?$/i;
const VOTING = new Set(
  'vote votes voted voting voters side camp campaign ballot answer resounding stimmen gestimmt stimmten voté voter votar votado'.split(
    ' ',
  ),
);

/** Whether the author keeps away from the words [start, end): the so-called “…”, a “no” vote. */
export function isDistanced(text: string, start: number, end: number): boolean {
  if (POLLED.test(text.slice(start, end))) {
    const ahead = text
      .slice(Math.max(0, start - 20), start)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.at(-1);
    const behind = text
      .slice(end, end + 20)
      .toLowerCase()
      .match(/\p{L}+/u)?.[0];
    if (VOTING.has(ahead ?? '') || VOTING.has(behind ?? '')) return true;
  }
  const words =
    text
      .slice(Math.max(0, start - 40), start)
      .toLowerCase()
      .match(/[\p{L}-]+/gu) ?? [];
  return (
    words.slice(-2).some((word) => DISTANCE.has(word)) || /所谓|所謂/.test(text.slice(Math.max(0, start - 5), start))
  );
}

/** Words; characters of scripts without spaces count half. */
function countOf(words: string, tongue: Tongue): number {
  const han = words.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
  const rest =
    words.replace(/[\u3040-\u30ff\u3400-\u9fff]/g, ' ').match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return rest + Math.ceil(han / (tongue.code === 'zh' || tongue.code === 'ja' ? 1.6 : 1));
}

function wordsBefore(tokens: readonly Token[], at: number, count: number): string[] {
  const words: string[] = [];
  for (let i = at - 1; i >= 0 && words.length < count; i--) {
    const token = tokens[i]!;
    if (token.kind === 'stop' || token.kind === 'quote') break;
    if (token.kind === 'word') words.push(token.word);
  }
  return words;
}

function isTitle(
  words: string,
  count: number,
  before: readonly string[],
  next: Token | undefined,
  previous: Token | undefined,
  heading: boolean,
  tongue: Tongue,
): boolean {
  const bare = words.replace(/[.,!?…]+$/, '');
  const names = bare.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  const first = names[0];
  if (!first || !/\p{L}/u.test(bare) || !/^[\p{Lu}\p{N}]/u.test(first) || /[.;]\s/.test(bare) || count > 14)
    return false;
  if (/^operation\s\p{Lu}/iu.test(bare)) return true;
  const noun =
    before[0] !== undefined && (previous?.kind === 'word' || previous?.kind === 'comma') && NAMED.has(before[0]);
  const behind = next?.kind === 'word' && NAMED_AFTER.has(next.word);
  const capitals = names.filter((name) => /^[\p{Lu}\p{N}]/u.test(name)).length;
  const large = names.every((name, i) => /^[\p{Lu}\p{N}]/u.test(name) || (i > 0 && SMALL.has(name.toLowerCase())));
  if (tongue.code === 'en') {
    if (noun && HEADED.has(before[0]!)) return !/[.!?]$/.test(words);
    if (noun || behind) return large || (count <= 4 && !/[,!?]$/.test(words) && capitals * 2 >= names.length);
    // In a headline every word may have a capital.
    if (!large || heading) return false;
    // Two or more capitals; a lone capitalised word may be anything.
    return (
      capitals >= 2 &&
      !(capitals === 2 && names.length === 2 && /[!?]$/.test(words)) &&
      !/^(?:I|I'm|I’m|We|He|She)$/.test(first)
    );
  }
  if (noun) return count <= 8 && !/[.!?…]$/.test(words);
  if (tongue.code === 'ru' || tongue.code === 'uk') {
    return (
      count <= 3 &&
      !/[.,!?…]$/.test(words) &&
      next?.kind !== 'dash' &&
      next?.kind !== 'comma' &&
      previous?.kind === 'word' &&
      !tongue.verbs.has(previous.word)
    );
  }
  return large && capitals >= 2 && !tongue.capitalNouns;
}

/** Whether the words are a sentence by themselves: a capital at the start and a stop at the end. */
function isSentence(words: string): boolean {
  return /^\p{Lu}/u.test(words) && /[.!?…]$/.test(words) && /\s/.test(words);
}

/** Whether a word of saying stands close by: in the few words before, or in a tag behind. */
function isCued(tokens: readonly Token[], at: number, words: string, tongue: Tongue): boolean {
  let seen = 0;
  for (let i = at - 1; i >= 0 && seen < NEAR; i--) {
    const token = tokens[i]!;
    if (token.kind === 'stop') break;
    if (token.kind === 'colon' && i === at - 1) return true;
    if (token.kind !== 'word') continue;
    seen++;
    if (tongue.verbs.has(token.word) && (tongue.verbs.get(token.word)!.strong || seen <= 3)) return true;
    if (seen <= 4 && tongue.speechNouns.has(token.word)) return true;
  }
  const tagged = /[,!?]$/.test(words) || tokens[at + 1]?.kind === 'comma' || tokens[at + 1]?.kind === 'dash';
  seen = 0;
  for (let i = at + 1; i < tokens.length && seen < NEAR + 3; i++) {
    const token = tokens[i]!;
    if (token.kind === 'stop' || token.kind === 'quote') break;
    if (token.kind !== 'word') continue;
    seen++;
    if (
      tongue.verbs.get(token.word)?.strong &&
      (tagged || seen <= 2 || i + 1 >= tokens.length - 1 || tokens[i + 1]?.kind === 'stop')
    )
      return true;
  }
  return false;
}
