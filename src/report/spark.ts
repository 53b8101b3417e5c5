/** Counts in time as a row of blocks, for a terminal and for a line of a page. */
import { numeral } from './say-when.js';

const BLOCKS = '▁▂▃▄▅▆▇█';

/** One block for each value; a space for nothing. The highest is a full block. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(...values, 0);
  return values
    .map((value) =>
      value <= 0 ? ' ' : BLOCKS[Math.min(BLOCKS.length - 1, Math.ceil((value / most) * BLOCKS.length) - 1)]!,
    )
    .join('');
}

/** Texts by year or, of few years, by month, as a sparkline with its words; null for what one text makes no line of. */
export function sparkOfDays(
  days: readonly { readonly day: string | null; readonly texts: number }[],
): { readonly line: string; readonly words: string } | null {
  const dated = days.flatMap(({ day, texts }) => (day === null ? [] : [{ day, texts }]));
  if (dated.length < 2) return null;
  const [first, last] = [dated[0]!.day, dated.at(-1)!.day];
  const length =
    Number(last.slice(0, 4)) - Number(first.slice(0, 4)) >= 3 || dated.some(({ day }) => day.length < 7) ? 4 : 7;
  const sums = new Map<string, number>();
  for (const { day, texts } of dated) sums.set(day.slice(0, length), (sums.get(day.slice(0, length)) ?? 0) + texts);
  const values: number[] = [];
  const words: string[] = [];
  for (let period = first.slice(0, length); period <= last.slice(0, length); period = next(period)) {
    values.push(sums.get(period) ?? 0);
    words.push(`${period} ${numeral(sums.get(period) ?? 0)}`);
  }
  if (values.length < FEWEST || values.length > MOST) return null;
  return { line: sparkline(values), words: words.join(', ') };
}

/** Periods of a line. */
const FEWEST = 3;
const MOST = 40;

function next(period: string): string {
  const year = Number(period.slice(0, 4));
  if (period.length === 4) return String(year + 1);
  const month = Number(period.slice(5));
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}
