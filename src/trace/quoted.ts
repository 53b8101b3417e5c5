/**
 * A quotation as the judgment reads it: its words, and what its writer marked as changed. An ellipsis stands for any
 * words left out; a bracket for a few words of the source, its own words for none. A bracket inside a word ("[T]he",
 * "need[s]") marks that word as mended. "[sic]" is no word at all, nor is "(Laughter.)".
 */
import { type Span, contains } from '#base/index.js';
import { type Gaps, type Interner, type PlacedWords, type Prepared, prepareWords } from '#collate/index.js';
import { words } from '#text/index.js';

export interface Quoted {
  /** The words; `text` is the text of the part, offsets are into it. */
  readonly words: Prepared;
  readonly gaps: Gaps;
  /** 1: a bracket stands inside the word. */
  readonly mended: Uint8Array;
  /** Words that must be placed: those outside brackets. */
  readonly count: number;
  /** Runs of words between marks, folded: what the archive is asked for. */
  readonly fragments: readonly (readonly string[])[];
  /** Brackets and ellipses, with their marks, in order. */
  readonly edits: readonly Span[];
  /** Where pieces end: a comma or full stop before such a place may be the writer's. Offsets into the text. */
  readonly closings: readonly number[];
}

const ELLIPSIS = /[[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…+|\.(?:\s?\.){2,}|⋯+|\[\s*\]/g;
const BRACKET = /\[[^[\]]{1,400}\]/g;
/** Notes of what the hall did; all others may stand for words that are lacking, "(inaudible)", or that were translated. */
export const HALL =
  /^[[(（](?:\s*(?:and|some|more|loud|general|long|prolonged|laughter|laughs|laughing|chuckles|chuckling|applause|cheers|cheering|смех|смех в зале|смеётся|смеется|аплодисменты|в зале|сміх|сміється|оплески|rires?|applaudissements|Heiterkeit|Beifall|Lachen|lacht|risas?|aplausos|笑声?|掌声|鼓掌|掌聲)[\s.,]*)+[\])）]\.?$/iu;
const NOTE = /[(（][^()（）]{1,40}[)）]/gu;
const LETTER = /[\p{L}\p{N}]/u;

/** Reads the words and the editorial marks of a quotation or of a part of it. */
export function readQuoted(
  text: string,
  interner: Interner,
  language: string | null,
  closings: readonly number[] = [],
): Quoted {
  const ellipses: Span[] = [];
  for (const m of text.matchAll(ELLIPSIS)) ellipses.push({ start: m.index, end: m.index + m[0].length });
  const brackets: Span[] = [];
  const inside: Span[] = [];
  for (const m of text.matchAll(BRACKET)) {
    const span = { start: m.index, end: m.index + m[0].length };
    if (ellipses.some((e) => e.start === span.start)) continue;
    const glued = touches(text, span.start - 1) || touches(text, span.end);
    (glued ? inside : brackets).push(span);
  }
  for (const m of text.matchAll(NOTE)) {
    if (HALL.test(m[0])) brackets.push({ start: m.index, end: m.index + m[0].length });
  }
  brackets.sort((x, y) => x.start - y.start);
  const { list, mended } = joined(words(text, { language }), text, inside);
  const prepared = prepareWords(list, interner, languageOf(text, language ?? 'en'));
  const marks = new Uint8Array(prepared.count + 1);
  const optional = new Uint8Array(prepared.count);
  let b = 0;
  for (let i = 0; i < prepared.count; i++) {
    const place = { start: prepared.starts[i]!, end: prepared.ends[i]! };
    while (b < brackets.length && brackets[b]!.end <= place.start) b++;
    if (b < brackets.length && contains(brackets[b]!, place)) {
      optional[i] = 1;
      marks[i] = marks[i + 1] = 1;
    }
  }
  for (const e of ellipses) {
    let i = 0;
    while (i < prepared.count && prepared.starts[i]! < e.start) i++;
    marks[i] = 2;
  }
  const fragments: string[][] = [];
  let run: string[] = [];
  let count = 0;
  for (let i = 0; i < prepared.count; i++) {
    if ((marks[i] !== 0 || optional[i]) && run.length > 0) {
      fragments.push(run);
      run = [];
    }
    if (optional[i]) continue;
    run.push(prepared.folded[i]!);
    count++;
  }
  if (run.length > 0) fragments.push(run);
  const edits = [...ellipses, ...brackets, ...inside].sort((x, y) => x.start - y.start);
  return { words: prepared, gaps: { marks, optional }, mended, count, fragments, edits, closings };
}

/** Letters of a script that needs its own rules, whatever the language of the draft around it. */
const SCRIPTS: readonly (readonly [letters: RegExp, language: string, kin: string])[] = [
  [/[іїєґІЇЄҐ]/u, 'uk', 'uk ru be bg sr mk'],
  [/\p{sc=Cyrillic}/u, 'ru', 'uk ru be bg sr mk'],
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'ja', 'ja'],
  [/\p{sc=Han}/u, 'zh', 'zh ja'],
  [/\p{sc=Arabic}/u, 'ar', 'ar fa ur'],
  [/\p{sc=Hebrew}/u, 'he', 'he'],
  [/\p{sc=Greek}/u, 'el', 'el'],
];

/** The draft's language, or that of the script in which the quotation is written if the draft's is not. */
function languageOf(text: string, language: string): string {
  const found = SCRIPTS.find(([letters]) => letters.test(text));
  return found && !found[2].split(' ').includes(language.slice(0, 2)) ? found[1] : language;
}

function touches(text: string, at: number): boolean {
  return at >= 0 && at < text.length && LETTER.test(text[at]!);
}

/** The folded word that is left when the brackets inside it are taken away: "[O]ne" is the word "one". */
function whole(bracketed: string): string {
  return words(bracketed.replace(/[[\]]/g, '')).folded.join('');
}

/** Joins the parts of words that a bracket cuts apart. */
function joined(all: PlacedWords, text: string, inside: readonly Span[]): { list: PlacedWords; mended: Uint8Array } {
  if (inside.length === 0) return { list: all, mended: new Uint8Array(all.count) };
  const starts: number[] = [];
  const ends: number[] = [];
  const folded: string[] = [];
  const mended: number[] = [];
  for (let i = 0; i < all.count; i++) {
    const last = folded.length - 1;
    const gap = last >= 0 ? text.slice(ends[last], all.starts[i]) : '';
    if (gap === '[' || gap === ']') {
      ends[last] = all.ends[i]!;
      folded[last] = whole(text.slice(starts[last], all.ends[i]));
      mended[last] = 1;
    } else {
      starts.push(all.starts[i]!);
      ends.push(all.ends[i]!);
      folded.push(all.folded[i]!);
      mended.push(0);
    }
  }
  // The bracket that opens or closes such a word belongs to it.
  for (let i = 0; i < folded.length; i++) {
    if (!mended[i]) continue;
    if (text[starts[i]! - 1] === '[') starts[i]!--;
    if (text[ends[i]!] === ']') ends[i]!++;
  }
  return {
    list: { text, count: folded.length, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), folded },
    mended: Uint8Array.from(mended),
  };
}
