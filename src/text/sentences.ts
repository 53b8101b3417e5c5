/**
 * Sentences of a text, as a reader would cut them. A paragraph at a time: no sentence runs over a line break. A stop
 * ends a sentence unless it belongs to an abbreviation, an initial or a number; closing marks behind it belong to the
 * sentence. Linear in the length of the text. Intl.Segmenter was rejected: on Node 20 it is quadratic in the length
 * of a string, and it knows no abbreviations.
 */
import type { Span } from '#base/index.js';

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof sen rep gov gen col lt sgt capt adm hon rev st jr sr vs etc inc ltd co corp no nos vol fig art sec ch pp ed al approx dept est ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k u.n e.g i.e a.m p.m ph.d d.c ' +
    'bzw ca evtl ggf inkl nr hr fr abs str usw z.b d.h u.a z.t o.ä m.e ' +
    'm mme mlle mm cf av bd env p.ex ' +
    'sra srta dra ud uds vd ee.uu art ' +
    'г гг им ул д стр рис т.е т.д т.п т.к др см напр руб коп млн млрд тыс акад проф гр чл ' +
    'р рр ім вул буд с грн тис ін напр див'
  ).split(' '),
);

const END = /[.!?…。！？]+["'”’»“„)\]」』）]*/gu;
const CLOSERS = /^["'”’»“)\]」』）]*/u;

/** Spans of the sentences of `text` in order, without the white space between them. */
export function sentences(text: string, _language?: string): Span[] {
  const out: Span[] = [];
  let from = 0;
  for (let at = text.indexOf('\n'); ; at = text.indexOf('\n', from)) {
    const end = at < 0 ? text.length : at;
    if (end > from) cutParagraph(text, from, end, out);
    if (at < 0) break;
    from = end + 1;
  }
  return out;
}

function cutParagraph(text: string, from: number, to: number, out: Span[]): void {
  const paragraph = text.slice(from, to);
  let start = 0;
  END.lastIndex = 0;
  for (let m = END.exec(paragraph); m; m = END.exec(paragraph)) {
    const end = m.index + m[0].length;
    if (end < paragraph.length && !ends(paragraph, m.index, end, m[0])) continue;
    push(paragraph, from, start, end, out);
    start = end;
  }
  push(paragraph, from, start, paragraph.length, out);
}

function push(paragraph: string, from: number, start: number, end: number, out: Span[]): void {
  let a = start;
  let b = end;
  while (a < b && /\s/.test(paragraph[a]!)) a++;
  while (b > a && /\s/.test(paragraph[b - 1]!)) b--;
  if (b > a) out.push({ start: from + a, end: from + b });
}

function ends(paragraph: string, stop: number, end: number, marks: string): boolean {
  if (/[。！？]/u.test(marks)) return true;
  const next = paragraph.slice(end, end + 12);
  if (!/^\s/.test(next)) return false;
  const first = next.trimStart().replace(CLOSERS, '').replace(/^[“„«"'‘(\[¿¡–—-]+\s*/u, '');
  if (first === '') return true;
  if (/^[!?]/.test(marks)) return !/^\p{Ll}/u.test(first);
  if (/^…/.test(marks) || /^\.{2,}/.test(marks)) return /^\p{Lu}/u.test(first);
  const word = /[\p{L}\p{N}.’']*$/u.exec(paragraph.slice(Math.max(0, stop - 24), stop))?.[0] ?? '';
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return /^(?:The|We|He|She|It|They|I|You|This|That|There|But|And|In|On|At)\b/u.test(first) && word.length > 1;
  if (ABBREVIATIONS.has(word.toLowerCase())) return false;
  if (/^\d{1,3}$/.test(word) && /^\p{Ll}/u.test(first)) return false;
  return !/^\p{Ll}/u.test(first);
}
