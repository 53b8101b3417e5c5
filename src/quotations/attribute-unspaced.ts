/**
 * Frames of languages without spaces. No general segmentation is attempted: a run of characters is cut at the words
 * of the cue table, longest first, and what is left between them is taken for a name where one can stand. Around
 * verbs of saying that is nearly always right, and nowhere else does it matter.
 *
 * Cost: O(length × longest word of the table).
 */
import type { Tongue } from './attribute-cues.js';
import type { Sentence, Token, TokenKind } from './attribute-frames.js';
import type { NameChunk } from './attribute-names.js';
import type { Phrase, Scene } from './attribute-phrases.js';

const LONGEST_WORD = 7;
const LONGEST_ASIDE = 60;
const LONGEST_CLAUSE = 40;
/** The commonest Chinese surnames. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔常汤張劉陳楊黃趙吳孫馬鄭許鄧韓馮葉蘇呂盧鐘譚陸賈鄒錢嚴湯羅謝',
);
const RUN = /[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ffー々〇·•‧・]/;
const HIRAGANA = /^[\u3040-\u309f]+$/;
const NUMBER = /\p{N}+/uy;
const LATIN =
  /[\p{Script=Latin}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Cyrillic}'’.&-]*(?: [\p{Script=Latin}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Cyrillic}'’.&-]*)*/uy;

/** Whether the table is of a language without spaces. */
export function isUnspaced(tongue: Tongue): boolean {
  return tongue.code === 'zh' || tongue.code === 'ja';
}

function isListed(word: string, tongue: Tongue): boolean {
  return (
    tongue.verbs.has(word) ||
    tongue.roles.has(word) ||
    tongue.bodies.has(word) ||
    tongue.links.has(word) ||
    tongue.fillers.has(word) ||
    tongue.times.has(word) ||
    tongue.pronouns.has(word) ||
    tongue.determiners.has(word) ||
    tongue.conjunctions.has(word) ||
    tongue.clauses.has(word) ||
    tongue.otherVerbs.has(word) ||
    tongue.passives.has(word) ||
    tongue.documents.has(word) ||
    tongue.speechNouns.has(word) ||
    tongue.notNames.has(word) ||
    word === '的' ||
    (tongue.code === 'ja' && (word === 'は' || word === 'が' || word === 'の'))
  );
}

/** Cuts a stretch into tokens; a run that no table knows has `capital`, as a name would have elsewhere. */
export function cutUnspaced(
  text: string,
  start: number,
  end: number,
  tokens: Token[],
  kindOf: (text: string) => TokenKind,
  tongue: Tongue,
): void {
  const put = (from: number, to: number, kind: TokenKind, capital: boolean): void => {
    tokens.push({
      kind,
      word: text.slice(from, to).toLowerCase(),
      capital,
      shouted: false,
      piece: -1,
      start: from,
      end: to,
    });
  };
  let unknown = -1;
  const flush = (to: number): void => {
    if (unknown < 0) return;
    let run = text.slice(unknown, to);
    // 王小明高兴地告诉: an adverb of two syllables with 地 belongs to the verb.
    const adverb = run.length >= 5 && run.endsWith('地') && tongue.verbs.has(text.slice(to, to + 2)) ? to - 3 : to;
    run = run.slice(0, run.length - (to - adverb));
    // 种粮大户王建军: behind a description the name begins at a surname.
    let cut = 0;
    if (tongue.code === 'zh' && run.length > 4 && !/[·•‧・]/.test(run)) {
      if (SURNAMES.has(run.at(-3)!)) cut = run.length - 3;
      else if (SURNAMES.has(run.at(-2)!)) cut = run.length - 2;
    }
    if (cut > 0) put(unknown, unknown + cut, 'word', false);
    put(unknown + cut, adverb, 'word', run.length >= 2 && !HIRAGANA.test(run));
    if (adverb < to) put(adverb, to, 'word', false);
    unknown = -1;
  };
  let i = start;
  while (i < end) {
    const character = text[i]!;
    if (RUN.test(character)) {
      let length = Math.min(LONGEST_WORD, end - i);
      while (length > 0 && !isListed(text.slice(i, i + length), tongue)) length--;
      if (length > 0) {
        flush(i);
        put(i, i + length, 'word', false);
        i += length;
      } else {
        if (unknown < 0) unknown = i;
        i++;
      }
      continue;
    }
    flush(i);
    NUMBER.lastIndex = LATIN.lastIndex = i;
    const run = NUMBER.exec(text) ?? LATIN.exec(text);
    if (run && i + run[0].length <= end) {
      put(i, i + run[0].length, /\p{N}/u.test(character) ? 'number' : 'word', !/\p{N}/u.test(character));
      i += run[0].length;
      continue;
    }
    if ('《》〈〉'.includes(character)) {
      i++;
      continue;
    }
    if (character === '（' || character === '(') {
      // 傑夫·諾特（Jeff Knott）說: what stands in brackets behind a name is passed over.
      const close = text.slice(i, Math.min(end, i + LONGEST_ASIDE)).search(/[）)]/);
      if (close > 0) {
        // 新华社海门4月2日电（记者李静）: behind the dateline the text begins.
        if ('电電讯訊'.includes(text[i - 1]!)) put(i, i + 1, 'comma', false);
        i += close + 1;
        continue;
      }
    }
    if (!/\s/.test(character)) put(i, i + 1, kindOf(character), false);
    // A space is a sign where there are none between words: 12日电 外交部发言人
    else if (tokens.at(-1)?.kind === 'word' && !/\p{N}/u.test(text[i + 1] ?? '')) put(i, i + 1, 'comma', false);
    i++;
  }
  flush(end);
}

/** The unknown runs that can be names: behind a title, or where a clause begins; of fitting length. */
export function namesUnspaced(tokens: readonly Token[], tongue: Tongue): readonly NameChunk[] {
  const chunks: NameChunk[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!token.capital) continue;
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    const titled = before?.kind === 'word' && tongue.roles.has(before.word);
    const followed =
      after?.kind === 'word' &&
      (tongue.roles.has(after.word) || tongue.verbs.has(after.word) || after.word === 'は' || after.word === 'が');
    const leads =
      !before ||
      before.kind !== 'word' ||
      tongue.conjunctions.has(before.word) ||
      tongue.bodies.has(before.word) ||
      tongue.notNames.has(before.word) ||
      tongue.fillers.has(before.word);
    // 行政院長周明哲: what stands before a title that is followed by a name belongs to the title.
    if (after?.kind === 'word' && tongue.roles.has(after.word) && tokens[i + 2]?.capital) continue;
    const long = /[·•‧・]/.test(token.word) ? 18 : 7;
    if ((titled || followed || leads) && token.word.length <= long)
      chunks.push({ from: i, to: i + 1, nameFrom: i, nameTo: i + 1, kind: titled ? 'person' : 'unknown' });
  }
  return chunks;
}

/**
 * The subject of the verb at `verb`: the first noun of its clause, without what was done on which day and where;
 * in Japanese the noun before は or が. Null where the clause has none.
 */
export function subjectUnspaced(scene: Scene, verb: number, sentence: Sentence): Phrase | null {
  const { tokens, tongue } = scene;
  if (tongue.code === 'ja') {
    for (let k = sentence.from; k < verb; k++) {
      if ((tokens[k]!.word === 'は' || tokens[k]!.word === 'が') && k > sentence.from) {
        const phrase = nounsFrom(scene, clauseStart(tokens, k, sentence.from), k);
        if (phrase) return phrase;
      }
    }
    return null;
  }
  let end = verb;
  for (let clauses = 0; clauses < 3 && end > sentence.from; clauses++) {
    const begin = clauseStart(tokens, end, sentence.from);
    const phrase = nounsFrom(scene, begin, end);
    if (phrase) return phrase;
    // “…，”在记者会上，毛宁说: a clause without a noun borrows that of the clause before, unless a quotation parts them.
    if (begin === sentence.from || tokens[begin - 1]!.kind !== 'comma') return null;
    end = begin - 1;
  }
  return null;
}

function clauseStart(tokens: readonly Token[], at: number, from: number): number {
  let k = at;
  while (k > from && at - k < LONGEST_CLAUSE && ['word', 'number', 'open', 'close'].includes(tokens[k - 1]!.kind)) k--;
  return k;
}

function nounsFrom(scene: Scene, begin: number, end: number): Phrase | null {
  const { tokens, tongue, chunkAt, chunks } = scene;
  let from = -1;
  let head = -1;
  for (let k = begin; k < end; k++) {
    const token = tokens[k]!;
    const noun =
      chunkAt[k]! >= 0 ||
      tongue.roles.has(token.word) ||
      tongue.bodies.has(token.word) ||
      tongue.pronouns.has(token.word) ||
      tongue.notNames.has(token.word) ||
      tongue.documents.has(token.word) ||
      (token.capital && from >= 0);
    if (noun) {
      if (from < 0) from = k;
      if (chunkAt[k]! >= 0 || !token.capital) head = k;
      if (tongue.pronouns.has(token.word)) {
        // 他的妻子: the pronoun is only whose she is.
        if (tokens[k + 1]?.word === '的') {
          head = -1;
          continue;
        }
        break;
      }
    } else if (from >= 0 && token.word !== '的' && token.word !== 'の') break;
    else if (from < 0 && tongue.links.has(token.word)) {
      // 在…上 / 对…: its noun is not the subject; go on behind the next adverb or name.
      while (
        k + 1 < end &&
        tokens[k + 1]!.kind === 'word' &&
        chunkAt[k + 1]! < 0 &&
        !tongue.pronouns.has(tokens[k + 1]!.word)
      )
        k++;
    }
  }
  if (head < 0) return null;
  const pronoun = tongue.pronouns.has(tokens[head]!.word) ? tokens[head]!.word : null;
  if (pronoun) return { from: head, to: head + 1, chunk: null, pronoun, head };
  let named = -1;
  for (let k = from; k <= head; k++) if (chunkAt[k]! >= 0) named = k;
  const follows = named >= 0 && (named === head || tongue.roles.has(tokens[head]!.word));
  return { from, to: head + 1, chunk: follows ? chunks[chunkAt[named]!]! : null, pronoun: null, head };
}
