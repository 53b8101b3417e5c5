/**
 * The topics of an encounter: rows that speak of the same things, named by words of the accounts themselves, with
 * the place and the share of space that each side gives them. Rows are joined while groups share enough on the whole (average link; single link chains long texts into one topic);
 * a model of topics was rejected: two short texts do not feed one, and its topics have no names.
 */
import type { Topic } from './account.js';
import type { Feature, Told } from './features.js';
import type { Rarity } from './matching.js';

/** Weight of shared features that joins two rows into one topic. */
const JOINED = 1.15;
/** A word that no table knows as a matter joins rows half as much. */
const PLAIN = 0.5;
/** Weight that the rows of two groups share on the whole, if the groups are one topic. */
const ON_THE_WHOLE = 0.8;
/** Words of a topic's name, at most. */
const LONGEST = 3;

/** A word of the tables names a matter better than any other. */
const NAMED = 1.25;

/** Titles of what every account has. */
const OF_THE_MEETING: readonly (readonly [key: string, title: string])[] = [
  ['x:opened', 'the meeting'],
  ['x:tone', 'tone'],
  ['x:lasted', 'the meeting'],
  ['x:contact', 'further contacts'],
];

export interface TopicRows {
  readonly topics: readonly Topic[];
  /** Indices of the rows in the order in which they are read: topic by topic. */
  readonly order: readonly number[];
  /** For each row, as given, the index of its topic. */
  readonly ofRow: readonly number[];
}

/**
 * Joins rows into topics; `rows` give for each side the indices of units. Topics and rows are ordered by where the
 * sides come to them, so that both texts can be followed downwards.
 */
export function topicsOf(
  rows: readonly (readonly (readonly number[])[])[],
  told: readonly Told[],
  rarity: Rarity,
): TopicRows {
  const bags = rows.map((cells) => bagOf(cells, told));
  const titles = bags.map(meetingTitle);
  const likes = bags.map((bag, x) => Float64Array.from(bags, (other, y) => (y > x ? shared(bag, other, rarity) : 0)));
  const like = (x: number, y: number): number => (x < y ? likes[x]![y]! : likes[y]![x]!);
  const group = rows.map((_, r) => [r]);
  const join = (x: number, y: number): void => {
    const whole = [...group[x]!, ...group[y]!];
    for (const r of whole) group[r] = whole;
  };
  rows.forEach((_, x) => {
    const y = titles[x] === null ? -1 : titles.indexOf(titles[x]!);
    if (y >= 0 && y < x) join(y, x);
  });
  // The nearest rows first; two groups that share little on the whole stay apart, so that nothing chains through all.
  const near = rows.flatMap((_, x) =>
    rows.flatMap((_row, y) => (y > x && likes[x]![y]! >= JOINED ? [[x, y] as const] : [])),
  );
  for (const [x, y] of near.sort((p, q) => like(...q) - like(...p))) {
    const [one, other] = [group[x]!, group[y]!];
    if (one === other || titles[x] !== null || titles[y] !== null) continue;
    const whole = one.reduce((sum, r) => sum + other.reduce((part, t) => part + like(r, t), 0), 0);
    if (whole / (one.length * other.length) >= ON_THE_WHOLE) join(x, y);
  }
  // What would be called the same is the same topic.
  const titleOf = (ofTopic: readonly number[]): string =>
    titles[ofTopic[0]!] ??
    nameOf(
      ofTopic.map((r) => rows[r]!),
      told,
      rarity,
    );
  const called = new Map<string, number>();
  for (const ofTopic of new Set(group)) {
    const title = titleOf(ofTopic).toLowerCase();
    const known = called.get(title);
    if (known === undefined) called.set(title, ofTopic[0]!);
    else join(known, ofTopic[0]!);
  }
  const place = rows.map((cells) => placeOf(cells, told));
  const members = [...new Set(group)]
    .map((ofTopic) => [...ofTopic].sort((x, y) => place[x]! - place[y]!))
    .sort((x, y) => place[x[0]!]! - place[y[0]!]!);
  const topics = members.map(
    (ofTopic): Topic => ({
      title: titleOf(ofTopic),
      sides: told.map((_, s) => spaceOf(s, ofTopic, rows, told)),
    }),
  );
  // Place among the topics of each side, by where the side first comes to them.
  const firsts = members.map((ofTopic) => told.map((_, s) => Math.min(...ofTopic.flatMap((r) => rows[r]![s]!))));
  const ordered = topics.map((topic, t) => ({
    ...topic,
    sides: topic.sides.map(
      (side, s) => side && { ...side, order: 1 + firsts.filter((first) => first[s]! < firsts[t]![s]!).length },
    ),
  }));
  return {
    topics: ordered,
    order: members.flat(),
    ofRow: rows.map((_, r) => members.findIndex((ofTopic) => ofTopic.includes(r))),
  };
}

/** How far down the texts a row stands, 0 to 1: the mean of the sides that have it. */
function placeOf(cells: readonly (readonly number[])[], told: readonly Told[]): number {
  const places = cells.flatMap((units, s) => (units.length === 0 ? [] : [units[0]! / told[s]!.read.units.length]));
  return places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length);
}

function bagOf(cells: readonly (readonly number[])[], told: readonly Told[]): Map<string, Feature> {
  const bag = new Map<string, Feature>();
  cells.forEach((units, s) => {
    for (const unit of units) for (const feature of told[s]!.features[unit]!) bag.set(nameOfMatter(feature), feature);
  });
  return bag;
}

/** Rows of the meeting itself are a topic of their own, unless they speak of matters as well. */
function meetingTitle(bag: ReadonlyMap<string, Feature>): string | null {
  const own = OF_THE_MEETING.find(([key]) => bag.has(key));
  if (!own) return null;
  const matters = [...bag.values()].filter(({ key, base }) => !/^[xa]:/.test(key) && base >= 1).length;
  return own[0] === 'x:opened' || matters <= 4 ? own[1] : null;
}

function shared(a: ReadonlyMap<string, Feature>, b: ReadonlyMap<string, Feature>, rarity: Rarity): number {
  let sum = 0;
  for (const [key, feature] of a)
    if (b.has(key) && !/^[xda]:/.test(key)) sum += rarity.of(feature) * (key.startsWith('s:') ? PLAIN : 1);
  return sum;
}

function spaceOf(
  s: number,
  ofTopic: readonly number[],
  rows: readonly (readonly (readonly number[])[])[],
  told: readonly Told[],
): Topic['sides'][number] {
  const units = ofTopic.flatMap((r) => rows[r]![s]!);
  if (units.length === 0) return null;
  const { ranges, size } = told[s]!.read;
  const words = units.reduce((sum, unit) => sum + ranges[unit]!.to - ranges[unit]!.from, 0);
  return { order: 0, words, share: size === 0 ? 0 : words / size };
}

/** The run of up to three content words that says most, best where both sides have it; as the first text prints it. */
function nameOf(rows: readonly (readonly (readonly number[])[])[], told: readonly Told[], rarity: Rarity): string {
  const counts = new Map<string, number>();
  const runs: { text: string; keys: string[]; weight: number; words: number }[] = [];
  rows.forEach((cells) =>
    cells.forEach((units, s) => {
      const { read, features } = told[s]!;
      for (const unit of units) {
        const own = [...features[unit]!]
          .filter(({ key, base }) => !/^[xnda]:/.test(key) && base >= 0.5)
          .sort((x, y) => x.from - y.from);
        for (const key of new Set(own.map(nameOfMatter))) counts.set(key, (counts.get(key) ?? 0) + 1);
        for (let i = 0; i < own.length; i++) {
          let weight = 0;
          const keys: string[] = [];
          for (let k = i; k < Math.min(own.length, i + LONGEST); k++) {
            const gap =
              k === i ? '' : read.account.text.slice(read.ends[own[k - 1]!.to - 1], read.starts[own[k]!.from]);
            if (k > i && !/^[\s\u00a0-]$/u.test(gap)) break;
            weight += rarity.of(own[k]!) * (own[k]!.matter === null ? 1 : NAMED);
            keys.push(nameOfMatter(own[k]!));
            const printed = read.account.text.slice(read.starts[own[i]!.from], read.ends[own[k]!.to - 1]);
            // A capital that only the beginning of the sentence gives is none of the topic's.
            const text =
              own[i]!.from === read.ranges[unit]!.from && own[i]!.ground !== 'name'
                ? printed.charAt(0).toLowerCase() + printed.slice(1)
                : printed;
            runs.push({ text, keys: [...keys], weight, words: k - i + 1 });
          }
        }
      }
    }),
  );
  let best = '';
  let most = 0;
  for (const { text, keys, weight, words } of runs) {
    const often = keys.reduce((sum, key) => sum + counts.get(key)!, 0) / keys.length;
    // Two words name more than one, and a third little more.
    const worth = (weight / words) * often * (words === 1 ? 1 : words === 2 ? 1.35 : 1.3);
    if (worth > most) [best, most] = [text, worth];
  }
  return best === '' ? beginning(rows[0]!, told) : best;
}

/** The first words of a row that has nothing to be called by: "Yes." */
function beginning(cells: readonly (readonly number[])[], told: readonly Told[]): string {
  const s = cells.findIndex((units) => units.length > 0);
  const text = told[s]!.read.units[cells[s]![0]!]!.text;
  return /^\s*(?:\S+\s*){1,4}/u.exec(text)?.[0].trim() ?? text;
}

function nameOfMatter({ key, matter }: Feature): string {
  return matter === null ? key : `m:${matter}`;
}
