import { digitValue } from './characters.js';

/** A number in digits: where it ends, and its value as "5000" or "5.25". */
export interface Literal {
  readonly end: number;
  readonly folded: string;
}

/** Languages that write "1.250,5" or "1 250,5" where English writes "1,250.5". */
const CONTINENTAL: ReadonlySet<string> = new Set(
  'az be bg ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk ky lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tg tk tr uk uz vi'.split(
    ' ',
  ),
);

export function writesDecimalComma(language: string | null | undefined): boolean {
  return language !== null && language !== undefined && CONTINENTAL.has(language.slice(0, 2).toLowerCase());
}

/** Longest number read, in characters; numbers beyond are taken for what they are, rows of digits. */
const REACH = 64;

/** Groups of three behind 1 to 3 digits, all with one separator, then perhaps decimals behind another. */
const GROUPED =
  /^([1-9]\d{0,2})(?:([,.'\u2019\u066c\u00a0\u2007\u2009\u202f ])(\d{3})(?!\d))((?:\2\d{3}(?!\d))*)(?!\2\d)(?:([,.\u066b])(\d+)(?![.,]?\d))?/u;
const DECIMAL = /^(\d+)[.,\u066b](\d+)(?![.,]?\d)/u;

/**
 * Reads the number whose digits begin at `start`, with groups of thousands and decimals. What a comma or full stop
 * before three digits means depends on the language: without one, "5,000" is 5000 and "5.000" stays as it is, since
 * a decimal and a group of thousands must never be taken for each other.
 */
export function readDigits(text: string, start: number, continental: boolean): Literal {
  const near = asciiDigits(text.slice(start, start + REACH));
  const grouped = GROUPED.exec(near);
  if (grouped && isGrouping(grouped[2]!, grouped[4] !== '', grouped[5], continental)) {
    const [all, first, separator, second, rest, , decimals] = grouped;
    const whole = first! + second! + rest!.replaceAll(separator!, '');
    return { end: start + all.length, folded: decimals === undefined ? whole : `${whole}.${decimals}` };
  }
  const decimal = DECIMAL.exec(near);
  if (decimal) return { end: start + decimal[0].length, folded: `${decimal[1]!}.${decimal[2]!}` };
  const plain = /^\d+/.exec(near)![0];
  return { end: start + plain.length, folded: plain };
}

function isGrouping(
  separator: string,
  several: boolean,
  decimalMark: string | undefined,
  continental: boolean,
): boolean {
  if (decimalMark === separator) return false;
  if (separator === ' ') return continental;
  if (separator === ',') return several || !continental || decimalMark !== undefined;
  if (separator === '.') return several || continental || decimalMark === ',';
  return true;
}

function asciiDigits(text: string): string {
  let plain = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x660 || digitValue(code) < 0) continue;
    plain += text.slice(from, i) + digitValue(code);
    from = i + 1;
  }
  return from === 0 ? text : plain + text.slice(from);
}
