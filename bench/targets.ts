/**
 * The targets T1 to T17 and what the parts of the bench measured for each, as one table. A row is *met*, *within twice*
 * its target, or *missed*; a figure that no part has written yet is *not measured*.
 */
import type { BuildResult } from './build.js';
import type { ColdResult, AddingResult, JudgedResult, ServerResult } from './archive.js';
import type { FoundClass, LocateRate, RepeatsResult } from './find.js';
import type { ClassResult } from './grade.js';
import type { LanguageResult } from './languages.js';
import type { PeerResult } from './peers.js';
import { readResults, type Spread } from './results.js';

export interface TargetRow {
  readonly target: string;
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly state: 'met' | 'within twice' | 'missed' | 'not measured';
  /** Beside the best comparable, measured in the same job. */
  readonly peer: string;
}

/** One figure held against its target: `most` it may be, or the `least`. */
export interface Figure {
  readonly value: number;
  readonly most?: number;
  readonly least?: number;
}

interface FindSize {
  readonly sentences: number;
  readonly indexMegabytes: number;
  readonly classes: readonly FoundClass[];
  readonly age: Spread;
  readonly rate: LocateRate;
  readonly repeats: RepeatsResult;
}

interface ArchiveSize {
  readonly sentences: number;
  /** What a part that was stopped did not come to is not there. */
  readonly cold?: ColdResult;
  readonly server?: ServerResult;
  readonly adding?: AddingResult;
  readonly rate?: { readonly perSecond: number; readonly cpuMs: number };
  readonly judged?: JudgedResult;
}

const MILLION = 1e6;
const TEN = 1e7;

/** All rows, from what stands in bench/results. */
export function targetRows(): TargetRow[] {
  const build = readResults<{ sizes: BuildResult[] }>('build');
  const find = readResults<{ sizes: FindSize[] }>('find');
  const archive = readResults<{ sizes: ArchiveSize[] }>('archive');
  const collate = readResults<CollateResult>('collate');
  const quality = readResults<{ classes: ClassResult[] }>('quality');
  const languages = readResults<LanguageResult>('languages');
  const peers = readResults<{ sentences: number; peers: PeerResult[] }>('peers');
  const found = (size: number): FindSize | undefined => find?.sizes.find(({ sentences }) => sentences === size);
  const kept = (size: number): ArchiveSize | undefined => archive?.sizes.find(({ sentences }) => sentences === size);
  const built = (size: number): BuildResult | undefined => build?.sizes.find(({ sentences }) => sentences === size);
  const classes = (size: number, ...names: string[]): FoundClass[] =>
    found(size)?.classes.filter(({ class: name }) => names.includes(name)) ?? [];
  const four = [1, 2, 3, 4].map((edits) => `20 words, ${edits} edits`);
  const speedOf = (name: string): number | null => peers?.peers.find((one) => one.name === name)?.ms?.p50 ?? null;
  const own = speedOf('Onrecord, the index');
  const ratio = (name: string): string => {
    const theirs = speedOf(name);
    return theirs === null || own === null ? '' : `${name} ${ms(theirs)} (${Math.round(theirs / own)}×)`;
  };

  const rows: TargetRow[] = [];
  const row = (
    target: string,
    what: string,
    wanted: string,
    figures: readonly Figure[] | null,
    measured: string,
    peer = '',
  ): void => {
    const none = figures === null || figures.length === 0;
    rows.push({
      target,
      what,
      wanted,
      measured: none ? '–' : measured,
      state: none ? 'not measured' : stateOf(figures),
      peer,
    });
  };
  const finding = (size: number, names: readonly string[], p50: number, p99: number, share: number) => {
    const own = classes(size, ...names);
    const figures = own.flatMap((one) => [
      { value: one.ms.p50, most: p50 },
      { value: one.ms.p99, most: p99 },
      { value: one.share, least: share },
    ]);
    const measured =
      own.length === 0
        ? ''
        : `p50 ${ms(worst(own.map((one) => one.ms.p50))!)}, p99 ${ms(worst(own.map((one) => one.ms.p99))!)}, found ${percent(Math.min(...own.map((one) => one.share)))} (processor ${ms(worst(own.map(({ cpuMs }) => cpuMs))!)})`;
    return { figures, measured };
  };

  const t1 = finding(MILLION, four, 0.15, 1, 0.999);
  row(
    'T1',
    '20 words, 1 to 4 edits, 10^6 sentences (the worst of the four)',
    'p50 ≤ 0.15 ms, p99 ≤ 1 ms, ≥ 99.9 %',
    t1.figures,
    t1.measured,
    ['PostgreSQL GIN, 3-gram fingerprints', 'SQLite FTS5, six rarest words', 'approx-string-match, scan']
      .map(ratio)
      .filter((text) => text !== '')
      .join('; ')
      .concat(peers && own !== null ? `; the index ${ms(own)}; ${count(peers.sentences)} sentences` : ''),
  );
  const t2 = finding(TEN, four, 0.3, 1, 0.998);
  const size = found(TEN);
  row(
    'T2',
    'the same, 10^7 sentences',
    'p50 ≤ 0.3 ms, p99 ≤ 1 ms, ≥ 99.8 %, ≤ 1.7 GB',
    size ? [...t2.figures, { value: size.indexMegabytes, most: 1.7e9 / 2 ** 20 }] : null,
    `${t2.measured}, ${size ? gigabytes(size.indexMegabytes) : ''}`,
  );
  const twelve = classes(TEN, '12 words, 2 edits')[0];
  const eight = classes(TEN, '8 words, 1 edit')[0];
  row(
    'T3',
    '12 words 2 edits; 8 words 1 edit; 10^7',
    '≥ 99.5 %; ≥ 97.5 %; p50 ≤ 0.4 ms',
    twelve && eight
      ? [
          { value: twelve.share, least: 0.995 },
          { value: eight.share, least: 0.975 },
          { value: twelve.ms.p50, most: 0.4 },
          { value: eight.ms.p50, most: 0.4 },
        ]
      : null,
    twelve && eight
      ? `${percent(twelve.share)}, p50 ${ms(twelve.ms.p50)}; ${percent(eight.share)}, p50 ${ms(eight.ms.p50)}`
      : '',
  );
  const located = found(TEN)?.rate.perSecond;
  const judged = kept(TEN)?.rate?.perSecond;
  row(
    'T4',
    'quotations a second at 10^7, both cores: located and aligned; with judgment (at 10^6)',
    '≥ 8,000; ≥ 3,000',
    located === undefined && judged === undefined
      ? null
      : [
          ...(located === undefined ? [] : [{ value: located, least: 8000 }]),
          ...(judged === undefined ? [] : [{ value: judged, least: 3000 }]),
        ],
    `${count(located)}; ${count(judged)} (${count(kept(MILLION)?.rate?.perSecond)}, ${ms(kept(MILLION)?.rate?.cpuMs)} of one processor each)`,
  );
  for (const n of [TEN, MILLION]) {
    const own = kept(n)?.server;
    row(
      'T5',
      `HTTP round trip for one quotation, ${power(n)}`,
      'p50 ≤ 3 ms',
      own ? [{ value: own.ms.p50, most: 3 }] : null,
      own
        ? `p50 ${ms(own.ms.p50)}, p99 ${ms(own.ms.p99)} (processor ${ms(own.cpuMs)}); server holds ${own.ownMegabytes} MiB`
        : '',
    );
  }
  for (const n of [TEN, MILLION]) {
    const cold = kept(n)?.cold;
    row(
      'T6',
      `cold start, ${power(n)}: first correct answer (the program from start to end)`,
      '≤ 150 ms, ≤ 200 MB',
      cold
        ? [
            { value: cold.ms.p50, most: 150 },
            { value: (cold.peakMegabytes * 2 ** 20) / 1e6, most: 200 },
          ]
        : null,
      cold
        ? `p50 ${cold.ms.p50.toFixed(0)} ms (processor ${ms(cold.cpuMs)}), ${Math.round((cold.peakMegabytes * 2 ** 20) / 1e6)} MB`
        : '',
    );
  }
  for (const n of [TEN, MILLION]) {
    const own = kept(n)?.adding;
    row(
      'T7',
      `new text of 1,000 words found after add, ${power(n)}; survives kill −9`,
      '≤ 5 ms',
      own
        ? [
            { value: own.searchableMs.p50, most: 5 },
            { value: own.found / own.added, least: 1 },
            { value: own.survived / own.kills, least: 1 },
          ]
        : null,
      own
        ? `p50 ${ms(own.searchableMs.p50)} (durable add ${ms(own.addMs.p50)}; processor ${ms(own.cpuMs)}), ${own.survived} of ${own.kills} survived`
        : '',
    );
  }
  const [small, large] = [built(MILLION), built(TEN)];
  const fts = peers?.peers.find(({ name }) => name === 'SQLite FTS5, six rarest words');
  const gin = peers?.peers.find(({ name }) => name === 'PostgreSQL GIN, 3-gram fingerprints');
  row(
    'T8',
    'build from plain text, words/s at 10^6; 10^7',
    '≥ 3 M; ≥ 2 M',
    small && large
      ? [
          { value: small.wordsPerSecond, least: 3e6 },
          { value: large.wordsPerSecond, least: 2e6 },
        ]
      : null,
    small && large
      ? [small, large]
          .map(
            (one) =>
              `${million(one.wordsPerSecond)} (${million(one.words / one.cpuSeconds)} a second of one processor)`,
          )
          .join('; ')
      : '',
    small
      ? [fts, gin]
          .flatMap((peer) =>
            peer?.wordsPerSecond
              ? [
                  `${peer.name.split(',')[0]!} ${million(peer.wordsPerSecond)} (${(small.wordsPerSecond / peer.wordsPerSecond).toFixed(1)}×)`,
                ]
              : [],
          )
          .join('; ')
      : '',
  );
  row(
    'T9',
    'bytes a word at 10^7: on disk; in memory',
    '≤ 6.7; ≤ 8.2',
    large
      ? [
          { value: large.bytesPerWordOnDisk, most: 6.7 },
          { value: large.bytesPerWordInMemory, most: 8.2 },
        ]
      : null,
    large ? `${large.bytesPerWordOnDisk}; ${large.bytesPerWordInMemory}` : '',
    [fts, gin]
      .flatMap((peer) => (peer?.bytesPerWord ? [`${peer.name.split(',')[0]!} ${peer.bytesPerWord.toFixed(1)}`] : []))
      .join('; '),
  );
  const [ageSmall, ageLarge] = [found(MILLION)?.age, found(TEN)?.age];
  row(
    'T10',
    'age of a text of 1,000 words at 10^6; 10^7',
    '≤ 5 ms; ≤ 15 ms',
    ageSmall && ageLarge
      ? [
          { value: ageSmall.p50, most: 5 },
          { value: ageLarge.p50, most: 15 },
        ]
      : null,
    ageSmall && ageLarge ? `p50 ${ms(ageSmall.p50)}; ${ms(ageLarge.p50)}` : '',
  );
  const [repeatsSmall, repeatsLarge] = [found(MILLION)?.repeats, found(TEN)?.repeats];
  const sim = peers?.peers.find(({ name }) => name === 'sim_text, runs of eight words');
  row(
    'T11',
    'all repeats of 8 words and more at 10^6; 10^7',
    '≤ 2 s; ≤ 30 s',
    repeatsSmall && repeatsLarge
      ? [
          { value: repeatsSmall.seconds, most: 2 },
          { value: repeatsLarge.seconds, most: 30 },
        ]
      : null,
    repeatsSmall && repeatsLarge ? `${repeatsSmall.seconds} s; ${repeatsLarge.seconds} s` : '',
    sim?.seconds && repeatsSmall
      ? `sim_text ${sim.seconds} s (${(sim.seconds / repeatsSmall.seconds).toFixed(1)}×)`
      : '',
  );
  const pairs = collate?.pairs ?? [];
  const slowest = pairs.length === 0 ? null : Math.max(...pairs.map(({ alignMs }) => alignMs));
  const above = pairs.length === 0 ? null : Math.max(...pairs.map(({ differ, least }) => differ / least - 1));
  const ratios = pairs.map((pair) => pair.diffMs / pair.alignMs);
  row(
    'T12',
    'collate 10,000 × 10,000 words, up to 30 % changed (the worst of ten)',
    '≤ 10 ms, ≤ 1 % above the least',
    slowest === null
      ? null
      : [
          { value: slowest, most: 10 },
          { value: above!, most: 0.01 },
        ],
    slowest === null ? '' : `${slowest.toFixed(1)} ms, ${(above! * 100).toFixed(2)} % above`,
    pairs.length === 0 ? '' : `npm diff ${Math.round(Math.min(...ratios))}× to ${Math.round(Math.max(...ratios))}×`,
  );
  row(
    'T13',
    '10 versions of 10,000 words into one apparatus',
    '≤ 300 ms',
    collate?.versions ? [{ value: collate.versions.ms, most: 300 }] : null,
    collate?.versions ? `${collate.versions.ms.toFixed(0)} ms` : '',
  );
  const falseExact = (quality?.classes ?? []).reduce((sum, one) => sum + one.falseExact, 0);
  const changedReal = (quality?.classes ?? []).filter(({ class: name }) => !UNCHANGED.test(name));
  const generatedFalse = [MILLION, TEN].reduce((sum, n) => sum + falselyExact(kept(n)), 0);
  row(
    'T14',
    'changed quotations called exact: real texts; languages; generated',
    '0',
    quality ? [{ value: falseExact + (languages?.falseExact ?? 0) + generatedFalse, most: 0 }] : null,
    `${falseExact} of ${count(changedReal.reduce((sum, one) => sum + one.count, 0))}; ${languages ? `${languages.falseExact} of ${count(languages.changed)}` : '–'}; ${archive ? generatedFalse : '–'}`,
  );
  const flagged = (quality?.classes ?? []).filter(({ class: name }) => FLAGGED.test(name));
  const realFlags = flagged.map((one) => ({
    name: one.class,
    share: 1 - (one.faults.attention + one.faults.quotation) / one.count,
    count: one.count,
  }));
  row(
    'T15',
    'number, negation, name, modal edits flagged: real English; seven languages (all; the worst class)',
    '≥ 99.5 % of ≥ 2,000 in ≥ 5 languages',
    languages && realFlags.length > 0
      ? [
          ...realFlags.map(({ share }) => ({ value: share, least: 0.995 })),
          ...languages.classes.map((one) => ({ value: one.flagged / one.count, least: 0.995 })),
        ]
      : null,
    languages && realFlags.length > 0
      ? `${percent(Math.min(...realFlags.map(({ share }) => share)))} of ${count(realFlags.reduce((sum, one) => sum + one.count, 0))}; ${percent(languages.flagged / languages.changed)} of ${count(languages.changed)}, worst ${percent(Math.min(...languages.classes.map((one) => one.flagged / one.count)))}`
      : '',
  );
  const unrelated = (quality?.classes ?? []).filter(({ class: name }) => /^not held: (?!6 to)/.test(name));
  const unrelatedReal = {
    count: sumOf(unrelated, (one) => one.count),
    wrong: sumOf(unrelated, (one) => one.faults.wording),
  };
  const notHeld = (n: number): { count: number; right: number } | null => {
    const own = kept(n)?.judged?.classes.find(({ class: name }) => name === 'not held');
    return own ? { count: own.count, right: own.got['not held'] ?? 0 } : null;
  };
  const [aloneSmall, aloneLarge] = [notHeld(MILLION), notHeld(TEN)];
  row(
    'T16',
    'unrelated quotations (12 words and more) not held: real; 10^6; 10^7',
    '≥ 99.9 %',
    [
      { count: unrelatedReal.count, right: unrelatedReal.count - unrelatedReal.wrong },
      ...[aloneSmall, aloneLarge].flatMap((own) => own ?? []),
    ].flatMap((own) => (own.count > 0 ? [{ value: own.right / own.count, least: 0.999 }] : [])),
    [
      unrelatedReal.count > 0 ? `${unrelatedReal.count - unrelatedReal.wrong} of ${unrelatedReal.count}` : '–',
      ...[aloneSmall, aloneLarge].map((own) => (own ? `${own.right} of ${own.count}` : '–')),
    ].join('; '),
  );
  const placed = (n: number): number | null => {
    const own = kept(n)?.judged?.classes.filter(({ class: name }) => name === 'abridged' || name === 'stitched');
    return own?.length ? Math.min(...own.map((one) => one.placed / one.count)) : null;
  };
  const indexPlaced = (n: number): number | null => {
    const own = classes(n, 'abridged', 'stitched');
    return own.length > 0 ? Math.min(...own.map(({ share }) => share)) : null;
  };
  const [placedSmall, placedLarge] = [placed(MILLION), placed(TEN)];
  row(
    'T17',
    'abridged or stitched: every fragment placed by a check at 10^6; 10^7 (the worse; by the index alone in brackets)',
    '≥ 99 %; ≥ 97 %',
    [
      { value: placedSmall ?? indexPlaced(MILLION), least: 0.99 },
      { value: placedLarge ?? indexPlaced(TEN), least: 0.97 },
    ].flatMap(({ value, least }) => (value === null ? [] : [{ value, least }])),
    `${percent(placedSmall)} (${percent(indexPlaced(MILLION))}); ${percent(placedLarge)} (${percent(indexPlaced(TEN))})`,
  );
  return rows;
}

interface CollateResult {
  /** Null where only a part of it was run. */
  readonly pairs:
    | readonly {
        readonly alignMs: number;
        readonly diffMs: number;
        readonly differ: number;
        readonly least: number;
      }[]
    | null;
  readonly versions: { readonly ms: number } | null;
}

const UNCHANGED = /^(?:exact:|wrong speaker|question as answer|second-hand)/;
const FLAGGED = /^(?:number|negation|modal|name)/;

function falselyExact(size: ArchiveSize | undefined): number {
  return sumOf(size?.judged?.classes ?? [], ({ class: name, got }) => (name === 'exact' ? 0 : (got['exact'] ?? 0)));
}

/** How figures stand to their targets; of shares near one it is the part that is wrong that may be doubled. */
export function stateOf(figures: readonly Figure[]): TargetRow['state'] {
  const missed = figures.filter(
    ({ value, most, least }) => (most !== undefined && value > most) || (least !== undefined && value < least),
  );
  if (missed.length === 0) return 'met';
  const twice = missed.every(({ value, most, least }) =>
    most === undefined ? (least! <= 1 ? 1 - value <= 2 * (1 - least!) + 1e-9 : value >= least! / 2) : value <= 2 * most,
  );
  return twice ? 'within twice' : 'missed';
}

function sumOf<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((sum, one) => sum + of(one), 0);
}

const worst = (list: readonly number[]): number | null => (list.length === 0 ? null : Math.max(...list));
const ms = (value: number | undefined): string =>
  value === undefined ? '–' : `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
const percent = (share: number | null): string =>
  share === null ? '–' : `${(share * 100).toFixed(share === 1 ? 0 : 2)} %`;
const count = (value: number | undefined): string => (value === undefined ? '–' : value.toLocaleString('en-US'));
const million = (value: number): string => `${(value / 1e6).toFixed(2)} M`;
const gigabytes = (megabytes: number): string => `${((megabytes * 2 ** 20) / 1e9).toFixed(2)} GB`;
const power = (n: number): string => `10^${Math.log10(n)}`;
