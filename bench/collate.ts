/**
 * How fast and how well texts are compared, on real transcripts, beside npm `diff` on the same words in the same run.
 *
 *     npm run bench -- collate [--transcripts ARCHIVE] [--seed N] [--examples FILE]
 *
 * - Two texts of 10,000 words, 1 to 30 % of the words changed: time, and words that differ beyond the least there can be
 *   (greedy O(ND), Myers 1986, as the oracle).
 * - Ten versions of 10,000 words in one apparatus.
 * - Planted changes in fifty texts, twenty of each kind in each: a "not" dropped, a number changed, a paragraph moved,
 *   two sentences swapped; found, and found as what they are, and nothing else. A text is one transcript after another
 *   until there is room for all.
 * - Texts of one day that are nearly copies: all collated, and the second made from the first.
 * - Two pasted texts of 10,000 words, from the start of the process to the findings, with no archive.
 *
 * Times are CPU times of this process, so that the load of the machine counts less; it is noted all the same. Writes
 * bench/results/collate.json.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  apparatusOf,
  alignClosely,
  applyChanges,
  compareTexts,
  type Difference,
  Interner,
  type Prepared,
  prepare,
  TableSpace,
} from '#collate/index.js';
import { diffArrays } from 'diff';
import type { HeldText } from './corpus.js';
import { table } from './grade.js';
import { ARCHIVE, projectRoot, transcriptsIn, withUnpacked } from './pm-transcripts.js';
import { Random } from './random.js';
import { heldText } from './trial.js';

const { values } = parseArgs({
  options: {
    transcripts: { type: 'string', default: ARCHIVE },
    seed: { type: 'string', default: '1' },
    examples: { type: 'string' },
  },
});

const WORDS = 10_000;
const RATES = [0.01, 0.05, 0.1, 0.2, 0.3];
const RUNS = 15;
/** Planted changes of each kind in a text, and words of a sentence or paragraph that is worth moving. */
const EACH = 20;
const WORTH = 8;
/** Texts with planted changes, and the characters of one at least. */
const TEXTS = 50;
const SIZE = 40_000;
/** Texts are nearly copies if they share so many of all their distinct words … */
const ALIKE = 0.4;
/** … or so many of the runs of five words of the shorter. */
const COPY = 0.5;
const RUN = 5;
const random = new Random(Number(values.seed));

const texts: HeldText[] = [];
await withUnpacked(values.transcripts, (folder) => {
  for (const transcript of transcriptsIn(folder, () => {})) texts.push(heldText(transcript));
  return Promise.resolve();
});
const load = loadavg()[0]!;
console.log(`${texts.length} texts; load of the machine: ${load.toFixed(1)} on ${cpus().length} cores\n`);

const pairs = twoTexts();
const many = versions();
const planted = plantedChanges();
const copies = nearCopies();
const pasted = pastedTexts();
mkdirSync(join(projectRoot(), 'bench', 'results'), { recursive: true });
writeFileSync(
  join(projectRoot(), 'bench', 'results', 'collate.json'),
  `${JSON.stringify({ seed: Number(values.seed), load, node: process.version, words: WORDS, pairs, versions: many, planted: planted.kinds, copies, pasted }, null, 2)}\n`,
);
if (values.examples !== undefined) writeFileSync(values.examples, planted.examples.join('\n'));

/** CPU milliseconds: the median of many runs behind as many that warm up. */
function cost(work: () => void, runs = RUNS): number {
  const found: number[] = [];
  for (let i = 0; i < 2 * runs; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    if (i >= runs) found.push((user + system) / 1000);
  }
  return found.toSorted((x, y) => x - y)[Math.floor(runs / 2)]!;
}

/** Words of running text, as printed, from texts picked at random. */
function prose(count: number): string[] {
  const out: string[] = [];
  while (out.length < count) out.push(...random.pick(texts).plain.split(/\s+/).filter(Boolean));
  return out.slice(0, count);
}

/** Left out, exchanged or put in, a third each, by words of the text. */
function changed(words: readonly string[], rate: number): string[] {
  return words.flatMap((word) => {
    if (random.fraction() >= rate) return [word];
    const other = random.pick(words);
    const how = random.fraction();
    return how < 1 / 3 ? [] : how < 2 / 3 ? [other] : [word, other];
  });
}

/** The same share of words, in stretches of twenty words each left out, put in elsewhere, or exchanged. */
function changedInBlocks(words: readonly string[], rate: number): string[] {
  const size = 20;
  const out: string[] = [];
  for (let i = 0; i < words.length; i += size) {
    const block = words.slice(i, i + size);
    if (random.fraction() >= rate) out.push(...block);
    else if (random.fraction() < 0.5) out.push(...prose(size));
  }
  return out;
}

interface PairResult {
  readonly change: string;
  readonly rate: number;
  readonly alignMs: number;
  readonly wholeMs: number;
  readonly diffMs: number;
  readonly ratio: number;
  readonly differ: number;
  readonly least: number;
}

function twoTexts(): PairResult[] {
  const results: PairResult[] = [];
  const words = prose(WORDS);
  const space = new TableSpace();
  for (const [change, make] of [
    ['words', changed],
    ['blocks', changedInBlocks],
  ] as const) {
    for (const rate of RATES) {
      const [x, y] = [words.join(' '), make(words, rate).join(' ')];
      const interner = new Interner();
      const [a, b] = [prepare(x, interner, { language: 'en' }), prepare(y, interner, { language: 'en' })];
      const alignMs = cost(() => void alignClosely(a, b, space));
      const wholeMs = cost(() => void compareTexts({ text: x }, { text: y }, 'en'));
      const [p, q] = [[...a.ids], [...b.ids]];
      const diffMs = cost(() => void diffArrays(p, q), 1);
      const same = alignClosely(a, b, space).reduce(
        (sum, pair) => sum + (pair.kind === 'same' && pair.an === 1 && pair.bn === 1 ? 1 : 0),
        0,
      );
      results.push({
        change,
        rate,
        alignMs,
        wholeMs,
        diffMs,
        ratio: diffMs / alignMs,
        differ: a.count + b.count - 2 * same,
        least: leastDiffering(a, b),
      });
    }
  }
  console.log(`Two texts of ${WORDS} words (ms of CPU time)\n`);
  console.log(
    table(
      ['changed', 'rate', 'aligned', 'words to findings', 'npm diff', 'ratio', 'differ', 'least', 'above'],
      results.map(({ change, rate, alignMs, wholeMs, diffMs, ratio, differ, least }) => [
        change,
        `${rate * 100} %`,
        alignMs.toFixed(1),
        wholeMs.toFixed(0),
        diffMs.toFixed(0),
        `${ratio.toFixed(0)}×`,
        String(differ),
        String(least),
        `${((differ / least - 1) * 100).toFixed(2)} %`,
      ]),
    ),
  );
  return results;
}

/** The least number of words left out and put in (Myers 1986, the distance alone). */
function leastDiffering({ ids: x, count: m }: Prepared, { ids: y, count: n }: Prepared): number {
  const most = m + n;
  const reach = new Int32Array(2 * most + 2);
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      let i =
        k === -d || (k !== d && reach[most + k - 1]! < reach[most + k + 1]!)
          ? reach[most + k + 1]!
          : reach[most + k - 1]! + 1;
      while (i < m && i - k < n && x[i] === y[i - k]) i++;
      reach[most + k] = i;
      if (i >= m && i - k >= n) return d;
    }
  }
  return most;
}

function versions(): { readonly ms: number; readonly versions: number; readonly segments: number } {
  const count = 10;
  const made = [prose(WORDS)];
  while (made.length < count) made.push(changed(random.pick(made), 0.05));
  const given = made.map((words) => ({ text: words.join(' ') }));
  const ms = cost(() => void apparatusOf(given, 'en'), 5);
  const { segments } = apparatusOf(given, 'en');
  given.forEach(({ text }, v) => {
    if (segments.map(({ spans }) => text.slice(spans[v]!.start, spans[v]!.end)).join('') !== text)
      throw new Error(`Version ${v} is not its path.`);
  });
  console.log(
    `\n${count} versions of ${WORDS} words, 5 % changed from one to the next: ${ms.toFixed(0)} ms, ${segments.length} segments\n`,
  );
  return { ms, versions: count, segments: segments.length };
}

type Kind = 'a "not" dropped' | 'a number changed' | 'a paragraph moved' | 'two sentences swapped';

interface Planted {
  readonly kind: Kind;
  /** The words that differ, as the first text prints them. */
  readonly words: string;
  /** Of a swap: the other sentence, which may be the one that is said to have moved. */
  readonly or?: string;
}

function plantedChanges(): { readonly kinds: readonly object[]; readonly examples: string[] } {
  const found = new Map<Kind, { planted: number; found: number; ms: number }>();
  const examples: string[] = [];
  let extra = 0;
  let used = 0;
  const supply = random.shuffled(texts).values();
  while (used < TEXTS) {
    const parts: string[] = [];
    let made: ReturnType<typeof plant> = null;
    let id = '';
    while (made === null) {
      const next = supply.next();
      if (next.done === true) throw new Error('There are too few transcripts to plant changes in.');
      parts.push(next.value.plain);
      id = id === '' ? next.value.id : `${id}+${next.value.id}`;
      if (parts.join('\n\n').length > SIZE) made = plant(parts.join('\n\n'));
    }
    used++;
    const { changes } = compareTexts({ text: made.a }, { text: made.b }, 'en');
    if (applyChanges(made.a, changes) !== made.b)
      throw new Error(`Text ${id}: the differences do not make the second text.`);
    const explained = new Set<Difference>();
    for (const each of made.planted) {
      const row = found.get(each.kind) ?? { planted: 0, found: 0, ms: 0 };
      const own = changes.filter((change) => !explained.has(change) && shows(change, each, changes));
      row.planted++;
      if (own.length > 0) row.found++;
      else examples.push(`${id}: ${each.kind} not found: ${each.words}`);
      for (const change of own.slice(
        0,
        each.kind === 'a paragraph moved' || each.kind === 'two sentences swapped' ? 2 : 1,
      ))
        explained.add(change);
      found.set(each.kind, row);
    }
    for (const change of changes) {
      if (
        explained.has(change) ||
        change.class === 'punctuation only' ||
        (change.move !== undefined && [...explained].some(({ move }) => move === change.move))
      )
        continue;
      extra++;
      examples.push(
        `${id}: unexplained ${change.class}: ${JSON.stringify(change.a.text.slice(0, 120))} → ${JSON.stringify(change.b.text.slice(0, 120))}`,
      );
    }
  }
  const kinds = [...found].map(([kind, { planted, found: right }]) => ({
    kind,
    planted,
    found: right,
    recall: right / planted,
  }));
  const all = kinds.reduce((sum, { planted }) => sum + planted, 0);
  const right = kinds.reduce((sum, row) => sum + row.found, 0);
  const precision = right / (right + extra);
  const recall = right / all;
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(
    `Planted changes in ${used} texts: precision ${precision.toFixed(4)} (${extra} differences unexplained), recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}\n`,
  );
  console.log(
    table(
      ['planted', 'times', 'found as such'],
      kinds.map(({ kind, planted, found: n, recall: share }) => [
        kind,
        String(planted),
        `${n} (${(share * 100).toFixed(1)} %)`,
      ]),
    ),
  );
  return { kinds: [...kinds, { texts: used, unexplained: extra, precision, recall, f1 }], examples };
}

/** A text of paragraphs with twenty changes of each kind, each in a sentence or paragraph of its own; null if there is no room. */
function plant(plain: string): { readonly a: string; readonly b: string; readonly planted: readonly Planted[] } | null {
  // "Thank you." once: a paragraph that stands twice could have moved anywhere.
  const paragraphs = [
    ...new Set(plain.split(/\n\n+/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())),
  ].filter((paragraph) => paragraph !== '');
  if (paragraphs.length < 6 * EACH) return null;
  const sentences = (paragraph: string): string[] => paragraph.match(/[^.?!]+[.?!]+["”’]?\s*/g) ?? [];
  const planted: Planted[] = [];
  const out: (string | null)[] = [...paragraphs];
  const free = new Set(random.shuffled(paragraphs.map((_, i) => i)));
  const count = (words: string): number => words.split(/\s+/).filter(Boolean).length;
  const take = (
    kind: Kind,
    make: (paragraph: string) => { readonly text: string; readonly planted: Planted } | null,
  ): boolean => {
    let done = 0;
    for (const i of free) {
      if (done === EACH) break;
      const made = make(paragraphs[i]!);
      if (made === null) continue;
      out[i] = made.text;
      planted.push(made.planted);
      free.delete(i);
      done++;
    }
    return done === EACH && kind !== undefined;
  };
  const ok =
    take('a "not" dropped', (paragraph) => {
      const at = / not (?=[a-z])/.exec(paragraph);
      return at === null
        ? null
        : {
            text: paragraph.slice(0, at.index) + paragraph.slice(at.index + 4),
            planted: { kind: 'a "not" dropped', words: 'not' },
          };
    }) &&
    take('a number changed', (paragraph) => {
      const at = /(?<![\d.,$-])\b[1-9]\d{0,2}\b(?![\d.,/:-]\d)/.exec(paragraph);
      return at === null
        ? null
        : {
            text: paragraph.slice(0, at.index) + String(Number(at[0]) + 3) + paragraph.slice(at.index + at[0].length),
            planted: { kind: 'a number changed', words: at[0] },
          };
    }) &&
    take('two sentences swapped', (paragraph) => {
      const [first, second, ...rest] = sentences(paragraph);
      if (first === undefined || second === undefined || sentences(paragraph).join('') !== paragraph) return null;
      if (count(first) < WORTH || count(second) < WORTH) return null;
      return {
        text: `${second.trim()} ${first.trim()} ${rest.join('')}`.trim(),
        planted: { kind: 'two sentences swapped', words: first.trim(), or: second.trim() },
      };
    });
  if (!ok) return null;
  // Paragraphs are moved last, whole ones to between others.
  const movable = [...free].filter((i) => count(paragraphs[i]!) >= WORTH).slice(0, EACH);
  if (movable.length < EACH) return null;
  const moved = new Set(movable);
  const left = out.map((text, i) => ({ text: text!, i })).filter(({ i }) => !moved.has(i));
  for (const i of movable) {
    // At least three paragraphs from where it stood.
    const places = left.map((_, at) => at).filter((at) => Math.abs((left[at]!.i < 0 ? i : left[at]!.i) - i) > 3);
    left.splice(random.pick(places), 0, { text: paragraphs[i]!, i: -1 });
    planted.push({ kind: 'a paragraph moved', words: paragraphs[i]! });
  }
  return { a: paragraphs.join('\n\n'), b: left.map(({ text }) => text).join('\n\n'), planted };
}

function shows(change: Difference, { kind, words, or }: Planted, all: readonly Difference[]): boolean {
  switch (kind) {
    case 'a "not" dropped':
      return change.class === 'omission' && change.flags.includes('negation') && change.a.text.trim() === 'not';
    case 'a number changed':
      // "2 million" is one number.
      return (
        change.class === 'replacement' &&
        change.flags.includes('number') &&
        new RegExp(`^${words}(?:[- ]\\p{L}+)?$`, 'u').test(change.a.text)
      );
    default:
      return (
        change.move !== undefined &&
        all.filter(({ move }) => move === change.move).length === 2 &&
        [words, ...(or === undefined ? [] : [or])].some((text) => nearlyAll(change.a.text || change.b.text, text))
      );
  }
}

/** Whether two stretches are the same but for a word or a mark at the ends. */
function nearlyAll(x: string, y: string): boolean {
  const flat = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const [p, q] = [flat(x), flat(y)];
  return (p.includes(q) || q.includes(p)) && Math.min(p.length, q.length) >= 0.8 * Math.max(p.length, q.length);
}

interface NearCopies {
  /** Pairs that share words, runs, either; and of those, to the character the same. */
  readonly byWords: number;
  readonly byRuns: number;
  readonly pairs: number;
  readonly identical: number;
  readonly ms: number;
  readonly moves: number;
  readonly both: number;
}

function nearCopies(): NearCopies {
  const byDay = new Map<string, HeldText[]>();
  for (const text of texts) if (text.day !== null) byDay.set(text.day, [...(byDay.get(text.day) ?? []), text]);
  const found: [HeldText, HeldText][] = [];
  let [byWords, byRuns, identical] = [0, 0, 0];
  for (const day of byDay.values()) {
    if (day.length < 2) continue;
    const words = day.map(({ plain }) => runsOf(plain, 1));
    const runs = day.map(({ plain }) => runsOf(plain, RUN));
    for (let i = 0; i < day.length; i++) {
      for (let j = i + 1; j < day.length; j++) {
        const [w, r] = [shared(words[i]!, words[j]!), shared(runs[i]!, runs[j]!)];
        const alike = w > 0 && w >= ALIKE * (words[i]!.size + words[j]!.size - w);
        const copy = r > 0 && r >= COPY * Math.min(runs[i]!.size, runs[j]!.size);
        if (alike) byWords++;
        if (copy) byRuns++;
        if (!alike && !copy) continue;
        found.push([day[i]!, day[j]!]);
        if (day[i]!.plain === day[j]!.plain) identical++;
      }
    }
  }
  let moves = 0;
  let both = 0;
  let all = 0;
  const before = process.cpuUsage();
  for (const [x, y] of found) {
    const { changes, words } = compareTexts({ text: x.plain }, { text: y.plain }, 'en');
    if (applyChanges(x.plain, changes) !== y.plain)
      throw new Error(`${x.id} and ${y.id}: the differences do not make the second text.`);
    moves += new Set(changes.flatMap(({ move }) => (move === undefined ? [] : [move]))).size;
    both += words.both;
    all += Math.min(words.a, words.b);
  }
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000 / found.length;
  console.log(
    `\nPairs of texts of one day that are nearly copies: ${byWords} by words, ${byRuns} by runs of words, ${found.length} by either, of them ${identical} the same to the character. ` +
      `All collated: ${ms.toFixed(1)} ms each; ${((100 * both) / all).toFixed(1)} % of the words of the shorter stand in both; ${moves} moves\n`,
  );
  return { byWords, byRuns, pairs: found.length, identical, ms, moves, both: both / all };
}

function shared(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  let both = 0;
  for (const run of x) if (y.has(run)) both++;
  return both;
}

function runsOf(plain: string, length: number): Set<string> {
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + length <= words.length; i++) runs.add(words.slice(i, i + length).join(' '));
  return runs;
}

/** Seconds from the start of the program to its findings, on two files of prose and no archive. */
function pastedTexts(): { readonly ms: number; readonly differences: number } {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-collate-'));
  try {
    const words = prose(WORDS);
    const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
    writeFileSync(a, words.join(' '));
    writeFileSync(b, changed(words, 0.1).join(' '));
    const program = join(projectRoot(), 'dist', 'main', 'onrecord.js');
    const order = [program, 'compare', a, b, '--json', '--archive', join(folder, 'archive')];
    const found: number[] = [];
    let differences = 0;
    for (let i = 0; i < 5; i++) {
      const before = performance.now();
      const { stdout } = spawnSync(process.execPath, order, { encoding: 'utf8', maxBuffer: 2 ** 28 });
      found.push(performance.now() - before);
      differences = (JSON.parse(stdout) as { differences: unknown[] }).differences.length;
    }
    const ms = found.toSorted((x, y) => x - y)[2]!;
    console.log(
      `Two files of ${WORDS} words, no archive: ${ms.toFixed(0)} ms from process start to ${differences} differences\n`,
    );
    return { ms, differences };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
