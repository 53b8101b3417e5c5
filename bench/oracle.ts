/**
 * The engine against oracles that share no code with it, on a hundred thousand generated sentences:
 *
 * - the word edit distance to every place of the archive, by bit-parallel dynamic programming over all its words (Myers
 *   1999, whole words in place of letters): no place may be nearer than the nearest that the engine returns;
 * - the number of places that hold words exactly, by reading all words;
 * - the least number of differing words of two texts (Myers 1986) against the alignment.
 *
 * `check` takes the answers as functions, so that a test can hand it wrong ones and see them found out.
 */
import { alignClosely, Interner, prepareWords, TableSpace } from '#collate/index.js';
import { BREAK, type Place } from '#index/index.js';
import { drawRun, openEngine } from './engine.js';
import { type Engine, locate } from './locate.js';
import { Random } from './random.js';
import { circumstances, say, writeResults } from './results.js';
import { editedTrial, nearness } from './trials.js';

export interface OracleClass {
  readonly class: string;
  readonly count: number;
  /** Answers that the oracle could not better. */
  readonly agreed: number;
}

/** What is asked of the engine; the defaults are the engine itself. */
export interface Asked {
  readonly locate: (engine: Engine, ids: Uint32Array) => readonly Place[];
  readonly count: (engine: Engine, ids: Uint32Array) => number;
  /** Words that stand in only one of two texts, by an alignment. */
  readonly differing: (a: Uint32Array, b: Uint32Array) => number;
}

export const ENGINE: Asked = {
  locate: (engine, ids) => locate(engine, ids, new Uint16Array(ids.length)),
  count: ({ finder }, ids) => finder.exact(ids),
  differing: (a, b) => {
    const interner = new Interner();
    const prepared = [a, b].map((ids) => {
      const folded = Array.from(ids, (id) => `w${id}`);
      const starts = Uint32Array.from(folded, (_, i) => i * 12);
      const ends = Uint32Array.from(folded, (word, i) => i * 12 + word.length);
      return prepareWords({ text: '', count: folded.length, folded, starts, ends }, interner, 'en', false);
    });
    const pairs = alignClosely(prepared[0]!, prepared[1]!, new TableSpace());
    const same = pairs.reduce((sum, { kind, an, bn }) => sum + (kind === 'same' && an === 1 && bn === 1 ? 1 : 0), 0);
    return a.length + b.length - 2 * same;
  },
};

/** Words, edits, and how many of each are asked for. */
const CLASSES = [
  [20, 0],
  [20, 2],
  [20, 4],
  [20, 6],
  [12, 2],
  [8, 1],
] as const;

export function check(engine: Engine, count: number, seed: number, asked: Asked = ENGINE): OracleClass[] {
  const random = new Random(seed);
  const results: OracleClass[] = CLASSES.map(([length, edits]) => {
    let agreed = 0;
    for (let i = 0; i < count; i++) {
      const { ids } = editedTrial(engine, length, edits, random);
      const nearest = Math.min(...asked.locate(engine, ids).map((place) => distanceAt(engine, ids, place)));
      if (nearest <= nearestOfAll(engine, ids)) agreed++;
    }
    return { class: `nearest place: ${length} words, ${edits} edits`, count, agreed };
  });
  let agreed = 0;
  for (let i = 0; i < count; i++) {
    const { ids } = drawRun(engine, random.between(1, 12), random);
    if (asked.count(engine, ids) === countOfAll(engine, ids)) agreed++;
  }
  results.push({ class: 'places that hold words exactly', count, agreed });
  agreed = 0;
  for (let i = 0; i < count; i++) {
    const { ids: a } = drawRun(engine, 300, random);
    const b = Uint32Array.from(
      [...a].flatMap((id) => {
        if (!random.chance(0.15)) return [id];
        const other = drawRun(engine, 1, random).ids[0]!;
        return random.pick([[], [other], [id, other]]);
      }),
    );
    const least = leastDiffering(a, b);
    // T12 allows one in a hundred above the least.
    if (asked.differing(a, b) <= Math.max(least + 1, least * 1.01)) agreed++;
  }
  results.push({ class: 'differing words of two texts, at most 1 % above the least', count, agreed });
  return results;
}

const BESIDE = 24;

function distanceAt({ segments }: Engine, ids: Uint32Array, { segment, start, end }: Place): number {
  const held = segments[segment]!.ids;
  return nearness(ids, held.subarray(Math.max(0, start - BESIDE), Math.min(held.length, end + BESIDE)));
}

/** The word edit distance to the nearest place of all; up to 32 words. */
export function nearestOfAll({ segments, dictionary }: Engine, ids: Uint32Array): number {
  const m = ids.length;
  if (m > 31) throw new RangeError('At most 31 words.');
  const masks = new Int32Array(dictionary.size + 1);
  for (const [i, id] of ids.entries()) masks[id]! |= 1 << i;
  const last = 1 << (m - 1);
  let best = m;
  for (const { ids: held } of segments) {
    let plus = -1;
    let minus = 0;
    let score = m;
    for (let at = 0; at < held.length; at++) {
      const id = held[at]!;
      if (id === BREAK) {
        [plus, minus, score] = [-1, 0, m];
        continue;
      }
      const equal = masks[id]!;
      const x = equal | minus;
      const d = ((((equal & plus) + plus) | 0) ^ plus) | equal;
      let horizontalPlus = minus | ~(d | plus);
      let horizontalMinus = plus & d;
      if (horizontalPlus & last) score++;
      else if (horizontalMinus & last) score--;
      horizontalPlus <<= 1;
      horizontalMinus <<= 1;
      plus = horizontalMinus | ~(x | horizontalPlus);
      minus = horizontalPlus & x;
      if (score < best) best = score;
    }
  }
  return best;
}

/** Places that hold these words in a row, by reading all words. */
function countOfAll({ segments }: Engine, ids: Uint32Array): number {
  let count = 0;
  for (const { ids: held } of segments)
    for (let at = held.indexOf(ids[0]!); at >= 0; at = held.indexOf(ids[0]!, at + 1)) {
      let i = 1;
      while (i < ids.length && held[at + i] === ids[i]) i++;
      if (i === ids.length) count++;
    }
  return count;
}

/** The least number of words left out and put in. */
export function leastDiffering(x: Uint32Array, y: Uint32Array): number {
  const most = x.length + y.length;
  const reach = new Int32Array(2 * most + 2);
  for (let d = 0; d <= most; d++)
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[most + k - 1]! < reach[most + k + 1]!);
      let i = down ? reach[most + k + 1]! : reach[most + k - 1]! + 1;
      while (i < x.length && i - k < y.length && x[i] === y[i - k]) i++;
      reach[most + k] = i;
      if (i >= x.length && i - k >= y.length) return d;
    }
  return most;
}

export async function run(): Promise<void> {
  const about = circumstances('npm run bench -- oracle');
  const engine = await openEngine(1e5);
  const classes = check(engine, 150, 21);
  for (const { class: name, count, agreed } of classes) say(`${name}: ${agreed} of ${count}`);
  writeResults('oracle', { ...about, seed: 21, sentences: 1e5, words: engine.finder.words, classes });
  if (classes.some(({ count, agreed }) => agreed < count * 0.99)) process.exitCode = 1;
}
