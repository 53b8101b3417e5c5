/** Reads the invented encounters of test/accounts/encounters and measures what was found against their labels. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AccountText, type Encounter, compareAccounts, sidesOf } from '#accounts/index.js';
import type { DocumentFacts, RowKind } from '#record/index.js';
import { root } from '../architecture/sources.js';

const FOLDER = 'test/accounts/encounters';

export type Label = 'alike' | 'different' | 'only';

export interface Labelled {
  readonly name: string;
  readonly about: string;
  readonly heldOut: boolean;
  readonly texts: readonly AccountText[];
  /** For each side its sentences. */
  readonly sentences: readonly (readonly string[])[];
  readonly rows: readonly { readonly kind: Label; readonly a: readonly number[]; readonly b: readonly number[] }[];
  readonly attributed: readonly { readonly unit: string; readonly carried: string }[];
}

export function facts(given: Partial<DocumentFacts>): DocumentFacts {
  return {
    title: 'Readout',
    id: null,
    source: null,
    body: null,
    kind: { value: 'readout', basis: 'stated' },
    said: null,
    published: null,
    occasion: null,
    speaker: null,
    language: { value: 'en', basis: 'stated' },
    address: null,
    translationOf: null,
    corrects: null,
    rights: null,
    other: {},
    ...given,
  };
}

/** A text with a paragraph for each blank line. */
export function account(name: string, text: string, given: Partial<DocumentFacts> = {}): AccountText {
  const blocks: { kind: 'paragraph'; start: number; end: number }[] = [];
  for (const match of text.matchAll(/[^\n](?:.|\n(?!\n))*/g))
    blocks.push({ kind: 'paragraph', start: match.index, end: match.index + match[0].trimEnd().length });
  return { name, version: null, facts: facts(given), text, blocks, captured: null };
}

export function labelledEncounters(): Labelled[] {
  return readdirSync(join(root, FOLDER))
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => read(file.replace('.txt', ''), readFileSync(join(root, FOLDER, file), 'utf8')));
}

function read(name: string, source: string): Labelled {
  const lines = source.split('\n');
  const about = lines[0]!.replace(/^# /, '');
  const heads = lines.flatMap((line, i) => (/^side [ab]: /.test(line) ? [i] : []));
  const end = lines.findIndex((line) => /^(alike|different|only|attributed) /.test(line));
  const sides = heads.map((head, h) => {
    const [side = '', body = '', language = '', day = ''] = lines[head]!.replace(/^side [ab]: /, '').split(' · ');
    const rows = lines.slice(head + 1, heads[h + 1] ?? end);
    const text = rows
      .join('\n')
      .trim()
      .replace(/([^\n])\n(?!\n)/g, '$1 ');
    const said = { at: day, precision: 'day', zone: null, basis: 'stated' } as const;
    return {
      text: account(`${name}-${'ab'[h]}.txt`, text, {
        title: about,
        body,
        said,
        published: said,
        language: { value: language, basis: 'stated' },
        other: { side },
      }),
      sentences: rows.filter((row) => row.trim() !== ''),
    };
  });
  const labels = lines.slice(end).filter((line) => line.trim() !== '');
  const numbers = (words: readonly string[], side: string): number[] =>
    words.filter((word) => new RegExp(`^${side}\\d+$`).test(word)).map((word) => Number(word.slice(1)));
  return {
    name,
    about,
    heldOut: /held-out/.test(about),
    texts: sides.map(({ text }) => text),
    sentences: sides.map(({ sentences }) => sentences),
    rows: labels
      .filter((line) => !line.startsWith('attributed'))
      .flatMap((line) => {
        const [kind = '', ...words] = line.split(' ');
        if (kind === 'only')
          return words.map((word) => ({ kind: 'only' as const, a: numbers([word], 'a'), b: numbers([word], 'b') }));
        return [{ kind: kind as Label, a: numbers(words, 'a'), b: numbers(words, 'b') }];
      }),
    attributed: labels
      .filter((line) => line.startsWith('attributed'))
      .map((line) => {
        const [, unit = '', carried = ''] = line.split(' ');
        return { unit, carried: carried === 'worded' ? 'worded differently' : carried };
      }),
  };
}

export function encounterOf({ texts }: Pick<Labelled, 'texts'>): Encounter {
  return compareAccounts({ sides: sidesOf(texts), people: [], decisions: [] });
}

export interface Tally {
  /** Links of sentences: in the labels, found, both. */
  links: number;
  found: number;
  both: number;
  /** Sentences by the kind of their row: labelled as, and found so too. */
  kinds: Record<Label, { labelled: number; found: number; both: number }>;
  /** Words given to the other side. */
  attributed: { labelled: number; found: number; both: number; carried: number };
}

export function emptyTally(): Tally {
  const none = () => ({ labelled: 0, found: 0, both: 0 });
  return {
    links: 0,
    found: 0,
    both: 0,
    kinds: { alike: none(), different: none(), only: none() },
    attributed: { ...none(), carried: 0 },
  };
}

function labelOf(kind: RowKind): Label {
  return kind === 'both alike' ? 'alike' : kind === 'both, different' ? 'different' : 'only';
}

/** What was missed and what was found too much, in words. */
export function measure(labelled: Labelled, encounter: Encounter, tally: Tally): string[] {
  const faults: string[] = [];
  const links = (rows: readonly { a: readonly number[]; b: readonly number[] }[]): Set<string> =>
    new Set(rows.flatMap(({ a, b }) => a.flatMap((x) => b.map((y) => `a${x}=b${y}`))));
  const foundRows = encounter.rows.map(({ kind, cells }) => ({ kind: labelOf(kind), a: cells[0]!, b: cells[1]! }));
  const wanted = links(labelled.rows);
  const got = links(foundRows);
  tally.links += wanted.size;
  tally.found += got.size;
  for (const link of got) if (wanted.has(link)) tally.both++;
  for (const link of wanted) if (!got.has(link)) faults.push(`missed ${link}`);
  for (const link of got) if (!wanted.has(link)) faults.push(`wrong ${link}`);
  const kindOf = (rows: readonly { kind: Label; a: readonly number[]; b: readonly number[] }[]): Map<string, Label> =>
    new Map(
      rows.flatMap(({ kind, a, b }) => [
        ...a.map((n): [string, Label] => [`a${n}`, kind]),
        ...b.map((n): [string, Label] => [`b${n}`, kind]),
      ]),
    );
  const wantedKinds = kindOf(labelled.rows);
  const gotKinds = kindOf(foundRows);
  for (const [unit, kind] of wantedKinds) {
    const found = gotKinds.get(unit);
    tally.kinds[kind].labelled++;
    if (found === undefined) {
      faults.push(`no ${unit}`);
      continue;
    }
    tally.kinds[found].found++;
    if (found === kind) tally.kinds[kind].both++;
    else if (found !== 'only' && kind !== 'only') faults.push(`${unit} ${found}, labelled ${kind}`);
  }
  const given = encounter.attributed.map(({ by, unit, carried, speaker, act, words }) => ({
    unit: `${'ab'[by]}${unit}`,
    carried,
    text: `${speaker.text} | ${act.text} | ${words.text}`,
  }));
  tally.attributed.labelled += labelled.attributed.length;
  tally.attributed.found += given.length;
  for (const { unit, carried } of labelled.attributed) {
    const match = given.find((one) => one.unit === unit);
    if (!match) faults.push(`attributed ${unit} missed`);
    else {
      tally.attributed.both++;
      if (match.carried === carried) tally.attributed.carried++;
      else faults.push(`attributed ${unit} ${match.carried}, labelled ${carried}`);
    }
  }
  for (const { unit, text } of given)
    if (!labelled.attributed.some((one) => one.unit === unit)) faults.push(`attributed ${unit} too much: ${text}`);
  return faults;
}
