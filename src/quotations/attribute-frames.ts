/**
 * The frame of a text: what is left of it when each quoted piece is looked at as one word. A quotation's speaker
 * stands in the frame, never inside the marks; so everything about attribution is read from frames.
 *
 * Cost: one pass over the text outside of quotations.
 */
import type { Span } from '#base/index.js';
import type { Tongue } from './attribute-cues.js';
import { cutUnspaced, isUnspaced } from './attribute-unspaced.js';

export type TokenKind = 'word' | 'number' | 'stop' | 'comma' | 'colon' | 'dash' | 'open' | 'close' | 'quote' | 'other';

/** A word, a number, a sign, or a whole quoted piece. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** Lower case, with ' for ’; the signs as they stand; "" for a quoted piece. */
  readonly word: string;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** Two letters or more, all of them capitals. */
  readonly shouted: boolean;
  /** Of a quoted piece: the number of its quotation, else −1. */
  readonly piece: number;
}

/** A run of tokens, [from, to). */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** A paragraph with its quoted pieces as single tokens, cut into sentences. */
export interface Frame extends Span {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** A quoted piece with its marks, as a frame sees it. */
export interface Piece extends Span {
  /** The number of the quotation that it belongs to. */
  readonly quotation: number;
  /** The last character inside the marks, for telling "…," from "…". */
  readonly last: string;
  /** The first character inside the marks. */
  readonly first: string;
}

const TOKEN =
  /\b[RDI]-\p{Lu}[\p{L}.]*|(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}@#$€£](?:[\p{L}\p{M}\p{N}_]|['’‑-](?=[\p{L}\p{N}])|(?<=\p{N})[.,](?=\p{N}))*|['’]s\b|\.{2,}|\S/gu;

/** Abbreviations whose full stop ends no sentence; lower case. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm maj rev hon pres st jr sr vs etc inc ltd corp co no vol jan feb mar apr jun jul
   aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd dept est fla calif ariz mass pa va ill mich minn wis tenn tex ga ala
   conn colo md mo mont neb nev okla ore wash wyo vt ky la del ind kan n.h n.j n.y n.c s.c d.c u.s u.k e.g i.e a.m p.m ph.d
   mme mlle mm me m bzw ca evtl ggf hr fr nr usw z.b d.h u.a dr.phil sog str
   г гг ул им проф акад тыс млн млрд руб т.е т.д т.п см напр р рр
   sr sra srta ud uds dña d ee.uu art pág núm`
    .trim()
    .split(/\s+/),
);

/** Tokens of the longest sentence; what goes on is read as another, so that no sentence costs its square. */
const LONGEST_SENTENCE = 300;
/** Tokens of the longest dateline. */
const LONGEST_DATELINE = 16;

/** al-Mansour, el-Sisi, d'Artagnan, bin-Saleh. */
const ARTICLED = /^(?:al|el|an|ad|as|ar|at|az|ul|bin|ibn|abu|ben|d|l)[-’']\p{Lu}/u;
const POSSESSIVE = /['’]s$/;
/** l'Élysée, qu'il, dell'Italia. */
const ELIDED = /^(?:l|d|qu|s|n|j|m|t|c|un|dell|all|nell|sull|dall|quest|lorsqu|puisqu)['’]\p{L}/iu;
const LETTERS = /^\p{L}/u;
const NUMBERS = /^[\p{N}$€£]/u;
const CAPITAL = /^\p{Lu}/u;
const SIMPLE = /^[a-z]+$/;
const APOSTROPHE = 0x2019;
const HYPHEN = 0x2d;
const SHOUTED = /^[\p{Lu}\p{N}&.-]{2,}$/u;

function kindOf(text: string): TokenKind {
  if (LETTERS.test(text) || text[0] === '@' || (text[0] === '#' && text.length > 1)) return 'word';
  if (NUMBERS.test(text)) return 'number';
  if (/^['’]s$/.test(text)) return 'word';
  switch (text) {
    case '.':
    case '!':
    case '?':
    case '…':
    case '。':
    case '！':
    case '？':
    case '．':
      return 'stop';
    case ',':
    case ';':
    case '，':
    case '、':
    case '；':
      return 'comma';
    case ':':
    case '：':
      return 'colon';
    case '–':
    case '—':
    case '-':
    case '―':
      return 'dash';
    case '(':
    case '[':
    case '（':
      return 'open';
    case ')':
    case ']':
    case '）':
      return 'close';
    default:
      return text.startsWith('..') ? 'stop' : 'other';
  }
}

/** The frame of `span` of `text`, in which `pieces` (in order, inside the span, with their marks) are quoted. */
export function frameOf(text: string, span: Span, pieces: readonly Piece[], tongue: Tongue): Frame {
  const unspaced = isUnspaced(tongue);
  const tokens: Token[] = [];
  const byToken = new Map<Token, Piece>();
  let at = span.start;
  for (let p = 0; p <= pieces.length; p++) {
    const piece = pieces[p];
    const end = piece ? Math.max(at, piece.start) : span.end;
    if (unspaced) cutUnspaced(text, at, end, tokens, kindOf, tongue);
    else cut(text, at, end, tokens, tongue.elides);
    if (!piece) break;
    const quote: Token = {
      kind: 'quote',
      word: '',
      capital: false,
      shouted: false,
      piece: piece.quotation,
      start: piece.start,
      end: piece.end,
    };
    byToken.set(quote, piece);
    tokens.push(quote);
    at = Math.max(at, piece.end);
  }
  return { start: span.start, end: span.end, tokens, sentences: sentencesOf(tokens, byToken, unspaced) };
}

function cut(text: string, start: number, end: number, tokens: Token[], elides: boolean): void {
  if (start >= end) return;
  const stretch = text.slice(start, end);
  let next = 0;
  for (const m of stretch.matchAll(TOKEN)) {
    if (m.index < next) continue;
    let written = m[0];
    let from = start + m.index;
    if (elides && ELIDED.test(written)) {
      const cutAt = /['’]/.exec(written)!.index + 1;
      tokens.push({ ...tokenOf(written.slice(0, cutAt), from), capital: false });
      written = written.slice(cutAt);
      from += cutAt;
    }
    // A possessive is a token of its own: "Trump's" is the name Trump and a sign that something is his.
    if (written.length > 2 && POSSESSIVE.test(written)) {
      written = written.slice(0, -2);
      tokens.push(tokenOf(written, from));
      tokens.push({ ...tokenOf("'s", from + written.length), capital: false });
      continue;
    }
    // An abbreviation keeps its full stop.
    const dot = m.index + m[0].length;
    if (stretch[dot] === '.' && LETTERS.test(written)) {
      const bare = written.toLowerCase();
      if (ABBREVIATIONS.has(bare) || (written.length === 1 && CAPITAL.test(written) && written !== 'I')) {
        next = dot + 1;
        tokens.push({ ...tokenOf(written, from), end: from + written.length + 1, word: `${bare}.` });
        continue;
      }
    }
    if (
      (written === "'" || written === '’') &&
      tokens.at(-1)?.end === from &&
      tokens.at(-1)!.word.endsWith('s') &&
      stretch[m.index + 1] === ' '
    ) {
      // The dockers' leader.
      tokens.push({ ...tokenOf("'s", from), end: from + 1 });
      continue;
    }
    tokens.push(tokenOf(written, from));
  }
}

function tokenOf(written: string, start: number): Token {
  const code = written.charCodeAt(0);
  const end = start + written.length;
  // Plain lower-case words are nearly all there is.
  if (code >= 97 && code <= 122 && written.charCodeAt(1) !== APOSTROPHE && written.charCodeAt(2) !== HYPHEN) {
    const word = SIMPLE.test(written) ? written : written.toLowerCase().replaceAll('’', "'");
    return { kind: 'word', word, capital: false, shouted: false, piece: -1, start, end };
  }
  const kind = kindOf(written);
  return {
    kind,
    word: kind === 'word' ? written.toLowerCase().replaceAll('’', "'") : written,
    capital: kind === 'word' && (CAPITAL.test(written) || ARTICLED.test(written)),
    shouted: written.length > 1 && SHOUTED.test(written),
    piece: -1,
    start,
    end,
  };
}

/** Sentences end at stops, and behind a quoted piece that itself ends with a full stop before a capital. */
function sentencesOf(
  tokens: readonly Token[],
  pieces: ReadonlyMap<Token, Piece>,
  unspaced: boolean,
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = dateline(tokens);
  if (from > 0) sentences.push({ from: 0, to: from });
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!;
    let ends = token.kind === 'stop' && token.word.length === 1 && token.word !== '…';
    const next = tokens[i + 1];
    if (token.kind === 'stop' && !ends) ends = next !== undefined && next.capital;
    if (
      token.kind === 'stop' &&
      next !== undefined &&
      (next.kind === 'stop' || next.kind === 'close' || next.kind === 'comma')
    )
      ends = false;
    if (token.kind === 'quote') {
      const piece = pieces.get(token)!;
      const full = '.。'.includes(piece.last) || '!?…！？'.includes(piece.last);
      ends =
        full && !unspaced && next !== undefined && (next.kind === 'quote' || next.capital || next.kind === 'number');
      // "…?" Smith asked. goes on; "…." Smith left. does not.
      if (ends && !'.。'.includes(piece.last) && next!.kind !== 'quote') ends = false;
    }
    if (ends || i === tokens.length - 1 || i - from >= LONGEST_SENTENCE) {
      sentences.push({ from, to: i + 1 });
      from = i + 1;
    }
  }
  return sentences;
}

/** Tokens of a dateline at the beginning, with its dash: WASHINGTON, July 3 (Reuters) — */
function dateline(tokens: readonly Token[]): number {
  let shouted = false;
  let inside = false;
  for (let i = 0; i < Math.min(tokens.length, LONGEST_DATELINE); i++) {
    const token = tokens[i]!;
    if (token.kind === 'dash') return i > 0 && shouted ? i + 1 : 0;
    if (token.kind === 'word' && !token.capital && !inside) return 0;
    if (token.kind === 'open') inside = true;
    if (token.kind === 'close') inside = false;
    if (token.kind === 'quote' || token.kind === 'stop' || token.kind === 'colon') return 0;
    shouted ||= token.shouted || token.kind === 'open';
  }
  return 0;
}

/** Capitals in so many of the longer words of a line show a headline. */
const HEADLINE = 0.75;

/** Headlines that capitalise every word make a name of everything. */
export function looksLikeHeadline(text: string, frame: Frame): boolean {
  if (frame.end - frame.start > 200 || frame.tokens[0]?.kind === 'dash') return false;
  if (/[.!?…,;]['"”“’‘»«]*\s*$/.test(text.slice(frame.end - 6, frame.end))) return false;
  let words = 0;
  let capitals = 0;
  for (const token of frame.tokens) {
    if (token.kind !== 'word' || token.word.length < 4) continue;
    words++;
    if (token.capital) capitals++;
  }
  return frame.sentences.length === 1 && words >= 4 && capitals >= HEADLINE * words;
}
