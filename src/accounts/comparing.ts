/**
 * What two paired sentences differ in. The word differences are those of the collation; beside them stand the few
 * things that an analyst reads first: another act (discussed, agreed), another word for the talks, a figure, a date,
 * a name, a not, an if, and matter that only one of them has. Nothing is said of which is right, and two sentences
 * are never called contradictory: a machine that sees two words does not see two meetings.
 */
import { Classifier, FitSpace, Interner, align, changesOf, prepare } from '#collate/index.js';
import type { Change } from '#record/index.js';
import type { Distinction, Unit } from './account.js';
import type { PlacedAct } from './acts.js';
import type { Feature, Told } from './features.js';
import type { Match, Rarity } from './matching.js';
import { type Read, wordsAt } from './reading.js';

/** Matter of so much weight on one side alone is a difference: about two words that are not rare, or one that is and more. */
const ALONE = 1.9;

/** A matter that two sentences share weighs so much, at least. */
const SHARED = 0.4;

/** What collations share; owned by whoever compares accounts. */
export class Bench {
  readonly interner: Interner = new Interner();
  readonly space: FitSpace = new FitSpace();
  readonly #classifiers = new Map<string, Classifier>();

  classifier(language: string | null): Classifier {
    const key = language ?? '';
    let made = this.#classifiers.get(key);
    if (!made) {
      made = new Classifier(language);
      this.#classifiers.set(key, made);
    }
    return made;
  }
}

/** What makes sentence a into sentence b; offsets count in the two accounts. None between two languages. */
export function changesBetween(a: Read, unitA: Unit, b: Read, unitB: Unit, bench: Bench): Change[] {
  if (!sameLanguage(a, b)) return [];
  const { language } = a;
  const x = prepare(unitA.text, bench.interner, { language });
  const y = prepare(unitB.text, bench.interner, { language });
  const found = changesOf(x, y, align(x, y, bench.space), bench.classifier(language), { whiteSpace: 'kept' });
  return found.map((change) => ({
    ...change,
    a: { start: change.a.start + unitA.start, end: change.a.end + unitA.start, text: change.a.text },
    b: { start: change.b.start + unitB.start, end: change.b.end + unitB.start, text: change.b.text },
  }));
}

export function sameLanguage(a: Read, b: Read): boolean {
  return (a.language ?? '').slice(0, 2) === (b.language ?? '').slice(0, 2);
}

/** Share of both sentences that stands word for word in the other from which on every word that differs counts. */
const CLOSE = 0.55;

/** Whether two sentences are so much the same that their word differences are what one wants to see. */
export function isClose(changes: readonly Change[], a: Unit, b: Unit): boolean {
  const changed = (side: 'a' | 'b'): number => changes.reduce((sum, change) => sum + change[side].text.length, 0);
  return changes.length > 0 && changed('a') < (1 - CLOSE) * a.text.length && changed('b') < (1 - CLOSE) * b.text.length;
}

/** Differences that are none of matter: form, filler, endings. */
const OF_FORM: ReadonlySet<Change['class']> = new Set(['punctuation only', 'filler only', 'grammar only']);

/** The first change of two close sentences that touches a word of matter that the other has not. */
function changedMatter(
  changes: readonly Change[],
  a: Told,
  leftA: readonly Feature[],
  b: Told,
  leftB: readonly Feature[],
): Distinction | null {
  const touches = (told: Told, left: readonly Feature[], words: Change['a']): boolean =>
    left.some(({ key, from, to }) => {
      const { starts, ends } = told.read;
      return !/^[xnd]:/.test(key) && starts[from]! < words.end && words.start < ends[to - 1]!;
    });
  const found = changes.find(
    (change) => !OF_FORM.has(change.class) && (touches(a, leftA, change.a) || touches(b, leftB, change.b)),
  );
  if (!found) return null;
  const side = ({ start, end, text }: Change['a']): Distinction['a'] =>
    text.trim() === '' ? null : { start, end, text };
  return { what: 'words', a: side(found.a), b: side(found.b) };
}

/**
 * The distinctions of two units; `matches` are what they share, units by index. `changes` are given where the two are
 * close.
 */
export function distinctionsOf(
  a: Told,
  i: number,
  b: Told,
  j: number,
  matches: readonly Match[],
  rarity: Rarity,
  changes: readonly Change[] | null,
): Distinction[] {
  const out: Distinction[] = [];
  const opening = matches.some(({ a: feature }) => feature.key === 'x:opened');
  const act = actDistinction(a, i, b, j, opening);
  if (act) out.push(act);
  if (opening) {
    // Who asked for the meeting is told by one, or by both.
    const x = askedFor(a, i);
    const y = askedFor(b, j);
    if ((x === null) !== (y === null)) out.push({ what: 'words', a: x, b: y });
  }
  const labels = labelDistinction(a, i, b, j);
  if (labels) out.push(labels);
  const leftA = a.features[i]!.filter((feature) => !matches.some((match) => match.a === feature));
  const leftB = b.features[j]!.filter((feature) => !matches.some((match) => match.b === feature));
  for (const [what, prefix] of [
    ['number', 'n:'],
    ['date', 'd:'],
    ['name', 'p:'],
  ] as const) {
    // Who met where is told more or less fully by everybody.
    if (opening && what !== 'number') continue;
    const x = leftA.find(({ key }) => key.startsWith(prefix));
    const y = leftB.find(({ key }) => key.startsWith(prefix));
    // "One of the most", "the two countries", "First, …": no figure, unless the other has another.
    if (what === 'number' && (!x || !y) && isSmall(x ?? y)) continue;
    if (x || y) out.push({ what, a: x ? place(a, x) : null, b: y ? place(b, y) : null });
  }
  if (!opening && out.every(({ what }) => what !== 'date')) {
    // "Before the end of the month": a time by which, if the other has none.
    const x = wordLike(a, i, PERIOD);
    const y = wordLike(b, j, PERIOD);
    if ((x === null) !== (y === null)) out.push({ what: 'date', a: x, b: y });
  }
  for (const [what, test] of [
    ['negation', 'negation'],
    ['condition', 'condition'],
  ] as const) {
    const x = firstWord(a, i, test);
    const y = firstWord(b, j, test);
    if ((x === null) !== (y === null)) out.push({ what, a: x, b: y });
  }
  if (!opening || Math.max(weigh(leftA, rarity), weigh(leftB, rarity)) > 2 * ALONE) {
    // Sentences that share no matter (a person paired them) tell each its own.
    const least = matches.some(({ a: feature, weight }) => !feature.key.startsWith('a:') && weight >= SHARED)
      ? ALONE
      : 0;
    const x = heaviest(a, leftA, rarity, least);
    const y = heaviest(b, leftB, rarity, least);
    if (x || y) out.push({ what: 'words', a: x, b: y });
  }
  if (changes !== null && !opening && out.every(({ what }) => what !== 'act' && what !== 'words')) {
    const changed = changedMatter(changes, a, leftA, b, leftB);
    if (changed) out.push(changed);
  }
  return out;
}

function isSmall(feature: Feature | undefined): boolean {
  return feature !== undefined && Number.parseInt(feature.key.slice(2), 10) <= 2;
}

function place(told: Told, { from, to }: Feature): Distinction['a'] {
  return wordsAt(told.read, from, to);
}

function weigh(features: readonly Feature[], rarity: Rarity): number {
  return features.reduce((sum, feature) => sum + (isMatter(feature) ? rarity.of(feature) : 0), 0);
}

/** So many words may stand between two that are shown as one. */
const BETWEEN = 3;

/** What one sentence has alone, if together it is too much to be manner of speaking: the words where most of it stands. */
function heaviest(told: Told, features: readonly Feature[], rarity: Rarity, least: number): Distinction['a'] {
  const own = features.filter(isMatter).sort((x, y) => x.from - y.from);
  if (own.length === 0 || weigh(own, rarity) < least) return null;
  let best = { from: 0, to: 0, weight: 0 };
  let here = best;
  // Furniture between them is shown, but begins and ends nothing.
  for (const feature of own.filter(({ base }) => base >= 0.5)) {
    const weight = rarity.of(feature);
    here =
      here.weight > 0 && feature.from - here.to <= BETWEEN
        ? { from: here.from, to: feature.to, weight: here.weight + weight }
        : { from: feature.from, to: feature.to, weight };
    if (here.weight > best.weight) best = here;
  }
  if (best.weight === 0) return place(told, own[0]!);
  const next = own.find(({ from }) => from === best.to);
  return wordsAt(told.read, best.from, next?.to ?? best.to);
}

/** Figures, days, names and acts are told by themselves. */
function isMatter({ key }: Feature): boolean {
  return !/^[xndpa]:/.test(key);
}

const PERIOD =
  /^(?:months?|weeks?|mois|semaines?|месяц\p{L}*|недел\p{L}*|mes|meses|semanas?|monats?|monate[ns]?|wochen?)$/u;

function wordLike(told: Told, unit: number, pattern: RegExp): Distinction['a'] {
  const { read } = told;
  const { from, to } = read.ranges[unit]!;
  for (let k = from; k < to; k++) if (pattern.test(read.words[k]!)) return wordsAt(read, k, k + 1);
  return null;
}

function firstWord(told: Told, unit: number, test: 'negation' | 'condition'): Distinction['a'] {
  const { read } = told;
  const { from, to } = read.ranges[unit]!;
  // A French "s'" is rarely "si".
  for (let k = from; k < to; k++)
    if (
      read.words[k]!.length > 2 - Number(test === 'negation') &&
      !read.words[k]!.endsWith("'") &&
      read.tables.lexicon[test](read.words[k]!)
    )
      return wordsAt(read, k, k + 1);
  return null;
}

/** What is done at every meeting. */
const EVERYBODYS = new Set(['discussed', 'agreed', 'stated']);

function askedFor(told: Told, unit: number): Distinction['a'] {
  const fact = told.stated.find((one) => one.what === 'asked for by' && one.unit === unit + 1);
  return fact ? { start: fact.start, end: fact.end, text: fact.text } : null;
}

/** Both name acts, and none of one is of a kind with any of the other; in an opening also what only one says was done. */
function actDistinction(a: Told, i: number, b: Told, j: number, opening: boolean): Distinction | null {
  const of = (told: Told, unit: number): readonly PlacedAct[] => told.acts.filter((act) => act.unit === unit + 1);
  const x = of(a, i);
  const y = of(b, j);
  if (opening) {
    const own = (acts: readonly PlacedAct[]): PlacedAct | undefined => acts.find(({ group }) => !EVERYBODYS.has(group));
    const [p, q] = [own(x), own(y)];
    if (!p !== !q)
      return { what: 'act', a: p ? wordsAt(a.read, p.from, p.to) : null, b: q ? wordsAt(b.read, q.from, q.to) : null };
  }
  if (x.length === 0 || y.length === 0 || x.some((act) => y.some(({ group }) => group === act.group))) return null;
  return { what: 'act', a: wordsAt(a.read, x[0]!.from, x[0]!.to), b: wordsAt(b.read, y[0]!.from, y[0]!.to) };
}

function labelDistinction(a: Told, i: number, b: Told, j: number): Distinction | null {
  const x = a.labels.filter(({ unit }) => unit === i + 1);
  const y = b.labels.filter(({ unit }) => unit === j + 1);
  const onlyX = x.find(({ label }) => !y.some((other) => other.label === label));
  const onlyY = y.find(({ label }) => !x.some((other) => other.label === label));
  if (!onlyX && !onlyY) return null;
  return {
    what: 'label',
    a: onlyX ? wordsAt(a.read, onlyX.from, onlyX.to) : null,
    b: onlyY ? wordsAt(b.read, onlyY.from, onlyY.to) : null,
  };
}
