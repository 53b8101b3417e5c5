/** Accounts of one encounter as JSON: what `onrecord accounts --json` answers. */
import type {
  AccountRow,
  ActUse,
  AttributedWords,
  ClockEntry,
  Distinction,
  Encounter,
  SideAccount,
  StatedFact,
  Topic,
} from '#accounts/index.js';
import { CARRIED, type Coverage, ROW_KINDS, type Words } from '#record/index.js';
import { z } from 'zod';
import { change, coverage, encodeChange, encodeCoverage, encodeWhenOrNull, when, words } from './shapes.js';

export const ACCOUNTS_SCHEMA = 'onrecord/accounts/1';

const GROUNDS = [
  'same word',
  'word family',
  'synonym',
  'name',
  'number',
  'date',
  'act',
  'matter of the meeting',
] as const satisfies readonly AccountRow['pairings'][number]['links'][number]['ground'][];
const DISTINCTIONS = [
  'act',
  'label',
  'number',
  'date',
  'name',
  'negation',
  'condition',
  'words',
] as const satisfies readonly Distinction['what'][];
const STATED = [
  'begins',
  'ends',
  'lasts',
  'asked for by',
  'channel',
  'place',
] as const satisfies readonly StatedFact['what'][];
const MOMENTS = ['begins', 'ends', 'appears', 'translated', 'edited'] as const satisfies readonly ClockEntry['what'][];
const CLOCK_GROUNDS = [
  'stated in the text',
  'published',
  'captured',
] as const satisfies readonly ClockEntry['ground'][];
const BASES = ['stated', 'guessed'] as const satisfies readonly SideAccount['basis'][];

const letter = z.enum(['a', 'b', 'c', 'd', 'e', 'f']).describe('a side');
const unitName = z
  .string()
  .regex(/^[a-f][1-9]\d*$/)
  .describe('a sentence: its side and its number, as --pair takes it');

const unitWords = words.extend({ unit: unitName });

const link = z.object({
  ground: z.enum(GROUNDS).describe('on what ground the two are taken for the same'),
  a: words,
  b: words,
  weight: z.number().describe('how much it counted; rare words more. For ordering'),
});

const distinction = z.object({
  what: z.enum(DISTINCTIONS),
  a: words.nullable().describe('null: that side has none'),
  b: words.nullable(),
});

const act = unitWords.extend({
  act: z.string().describe('what kind of act it is: "discussed", "agreed", "reaffirmed"'),
  subject: z
    .union([letter, z.literal('joint')])
    .nullable()
    .describe('who acts: a side, several together, or null: not told'),
});

const label = unitWords.extend({ label: z.string().describe('the label in English: "frank", "constructive"') });

const text = z.object({
  name: z.string().describe('a reference ("d40v1") or a file name'),
  title: z.string(),
  language: z.string().nullable(),
  address: z.string().nullable(),
  said: when.nullable(),
  published: when.nullable(),
});

const side = z.object({
  side: letter,
  name: z.string(),
  basis: z.enum(BASES).describe('whether its text, or who asked, states the name'),
  account: text.extend({ text: z.string().describe('what offsets into this account count in') }),
  words: z.int().describe('words of its sentences'),
  units: z.array(unitWords).describe('its sentences'),
  previous: text
    .extend({
      words: z.int(),
      labels: z.array(z.string()),
      held: z.int().describe('how many earlier accounts of this pair are held'),
    })
    .nullable()
    .describe('its account before this one of the same pair'),
  translations: z.array(text).describe('the same account in other languages'),
  labels: z.array(label).describe('how it calls the talks'),
  acts: z.array(act).describe('what it says the parties did'),
});

const stated = unitWords.extend({
  side: letter,
  what: z.enum(STATED),
  time: z.string().nullable().describe('of begins and ends, "10:00"'),
  minutes: z.number().nullable().describe('of lasts, as near as the words allow'),
  party: letter.nullable().describe('of asked for by: the side named'),
});

const clockEntry = z.object({
  what: z.enum(MOMENTS),
  side: letter,
  when: when.nullable(),
  ground: z.enum(CLOCK_GROUNDS).describe('what `when` rests on'),
  account: z.string().describe('name of the wording'),
  stated: words.nullable().describe('the words that state it'),
  changes: z.array(change).describe('of an edit: what makes the wording before into this one'),
});

const pairing = z.object({
  a: unitName,
  b: unitName,
  score: z.number().min(0).max(1).describe('share of the shorter sentence that stands in the other; for ordering'),
  why: z.array(link).describe('on what ground the two were paired, what counts most first'),
  distinctions: z.array(distinction).describe('what differs, of what is tracked'),
  changes: z.array(change).describe('what makes the one sentence into the other; empty between two languages'),
});

const cell = z.array(unitWords).describe('empty: not mentioned');

const row = z.object({
  kind: z.enum(ROW_KINDS).describe('with more than two sides *both* means all who mention it'),
  topic: z.int().min(0).describe('index into topics'),
  a: cell,
  b: cell,
  c: cell.optional(),
  d: cell.optional(),
  e: cell.optional(),
  f: cell.optional(),
  why: z.array(link).describe('on what ground the sentences stand in one row; empty where only one side has it'),
  pairings: z.array(pairing).describe('each two sentences of the row from two sides'),
  nearest: z
    .array(z.object({ side: letter, unit: unitName, words, why: z.array(link) }))
    .describe('for empty cells: the nearest sentence, not counted as mentioned'),
  decided: z
    .object({ by: z.string(), at: when.nullable().describe('null: not kept') })
    .nullable()
    .describe('by whom and when; null: by rule'),
});

const topic = z.object({
  title: z.string().describe('words of the accounts'),
  sides: z.array(
    z
      .object({
        side: letter,
        order: z.int().min(1).describe('place among the topics of this side'),
        words: z.int(),
        share: z.number().min(0).max(1).describe('of the words of this side'),
      })
      .nullable(),
  ),
});

const attributed = z.object({
  by: letter.describe('whose account attributes the words'),
  to: letter.describe('to whom'),
  unit: unitName,
  speaker: words.describe('who is named'),
  act,
  words,
  carried: z.enum(CARRIED).describe('whether the other side’s own account of this encounter carries them'),
  own: unitWords
    .extend({ why: z.array(link) })
    .nullable()
    .describe('where it does, or comes nearest'),
  earlier: z
    .array(z.object({ account: z.string(), said: when.nullable(), carried: z.enum(CARRIED), words }))
    .describe('earlier accounts of that side that carry them, newest first'),
});

export const accountsShape = z.object({
  schema: z.literal(ACCOUNTS_SCHEMA).describe('which schema this follows'),
  rules: z.string().describe('version of the rules that decided'),
  sides: z.array(side),
  counts: z.record(z.enum(ROW_KINDS), z.int()).describe('rows by kind'),
  stated: z.array(stated).describe('what each account states of the encounter itself'),
  clock: z.array(clockEntry).describe('in order of time'),
  topics: z.array(topic),
  rows: z.array(row),
  attributed: z.array(attributed),
  coverage: coverage.nullable().describe('what the archive holds; null: none was asked'),
});

/** Accounts of one encounter as `onrecord/accounts/1`. */
export type AccountsJson = z.infer<typeof accountsShape>;

type Letter = z.infer<typeof letter>;
const LETTERS: readonly Letter[] = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Encodes an encounter. The result is plain JSON data, in the order of the schema. */
export function encodeAccounts({
  encounter,
  coverage: held,
}: {
  readonly encounter: Encounter;
  readonly coverage: Coverage | null;
}): AccountsJson {
  const { sides, rows } = encounter;
  const unit = (s: number, n: number): z.infer<typeof unitWords> => ({
    ...bare(sides[s]!.units[n - 1]!),
    unit: `${LETTERS[s]!}${n}`,
  });
  return {
    schema: ACCOUNTS_SCHEMA,
    rules: encounter.rules,
    sides: sides.map(encodeSide),
    counts: Object.fromEntries(
      ROW_KINDS.map((kind) => [kind, rows.filter((each) => each.kind === kind).length]),
    ) as AccountsJson['counts'],
    stated: encounter.stated.map((fact) => ({
      ...bare(fact),
      unit: `${LETTERS[fact.side]!}${fact.unit}`,
      side: LETTERS[fact.side]!,
      what: fact.what,
      time: fact.time,
      minutes: fact.minutes,
      party: fact.party === null ? null : LETTERS[fact.party]!,
    })),
    clock: encounter.clock.map((entry) => ({
      what: entry.what,
      side: LETTERS[entry.side]!,
      when: encodeWhenOrNull(entry.when),
      ground: entry.ground,
      account: entry.account,
      stated: entry.stated && bare(entry.stated),
      changes: entry.changes.map(encodeChange),
    })),
    topics: encounter.topics.map(encodeTopic),
    rows: rows.map((each) => encodeRow(each, unit)),
    attributed: encounter.attributed.map((each) => encodeAttributed(each, unit)),
    coverage: held && encodeCoverage(held),
  };
}

function bare({ start, end, text: said }: Words): z.infer<typeof words> {
  return { start, end, text: said };
}

function encodeText({ name, facts }: SideAccount['account']): z.infer<typeof text> {
  return {
    name,
    title: facts.title,
    language: facts.language?.value ?? null,
    address: facts.address,
    said: encodeWhenOrNull(facts.said),
    published: encodeWhenOrNull(facts.published),
  };
}

function encodeSide(given: SideAccount, s: number): z.infer<typeof side> {
  const own = LETTERS[s]!;
  const { previous } = given;
  return {
    side: own,
    name: given.name,
    basis: given.basis,
    account: { ...encodeText(given.account), text: given.account.text },
    words: given.words,
    units: given.units.map((each) => ({ ...bare(each), unit: `${own}${each.n}` })),
    previous: previous && {
      ...encodeText(previous.account),
      words: previous.words,
      labels: [...previous.labels],
      held: previous.held,
    },
    translations: given.translations.map(encodeText),
    labels: given.labels.map((each) => ({ ...bare(each), unit: `${own}${each.unit}`, label: each.label })),
    acts: given.acts.map((each) => encodeAct(each, s)),
  };
}

function encodeAct(each: ActUse, s: number): z.infer<typeof act> {
  return {
    ...bare(each),
    unit: `${LETTERS[s]!}${each.unit}`,
    act: each.act,
    subject: typeof each.subject === 'number' ? LETTERS[each.subject]! : each.subject,
  };
}

function encodeTopic({ title, sides }: Topic): z.infer<typeof topic> {
  return {
    title,
    sides: sides.map(
      (each, s) =>
        each && {
          side: LETTERS[s]!,
          order: each.order,
          words: each.words,
          share: Math.round(each.share * 1000) / 1000,
        },
    ),
  };
}

type Links = AccountRow['pairings'][number]['links'];

function encodeLinks(links: Links): z.infer<typeof link>[] {
  return links.map(({ ground, a, b, weight }) => ({ ground, a: bare(a), b: bare(b), weight }));
}

function encodeRow(each: AccountRow, unit: (s: number, n: number) => z.infer<typeof unitWords>): z.infer<typeof row> {
  const cells = each.cells.map((units, s) => units.map((n) => unit(s, n)));
  const named = Object.fromEntries(cells.map((units, s) => [LETTERS[s]!, units]));
  return {
    kind: each.kind,
    topic: each.topic,
    ...named,
    a: cells[0]!,
    b: cells[1]!,
    why: encodeLinks(each.pairings.flatMap(({ links }) => links)),
    pairings: each.pairings.map(({ sides: [s, t], units: [x, y], score, links, distinctions, changes }) => ({
      a: `${LETTERS[s]!}${x}`,
      b: `${LETTERS[t]!}${y}`,
      score,
      why: encodeLinks(links),
      distinctions: distinctions.map(({ what, a, b }) => ({ what, a: a && bare(a), b: b && bare(b) })),
      changes: changes.map(encodeChange),
    })),
    nearest: each.nearest.map((near) => ({
      side: LETTERS[near.side]!,
      unit: `${LETTERS[near.side]!}${near.unit}`,
      words: bare(near.words),
      why: encodeLinks(near.links),
    })),
    decided: each.decided && { by: each.decided.by, at: encodeWhenOrNull(each.decided.at) },
  };
}

function encodeAttributed(
  each: AttributedWords,
  unit: (s: number, n: number) => z.infer<typeof unitWords>,
): z.infer<typeof attributed> {
  return {
    by: LETTERS[each.by]!,
    to: LETTERS[each.to]!,
    unit: `${LETTERS[each.by]!}${each.unit}`,
    speaker: bare(each.speaker),
    act: encodeAct(each.act, each.by),
    words: bare(each.words),
    carried: each.carried,
    own: each.own && { ...unit(each.to, each.own.unit), why: encodeLinks(each.own.links) },
    earlier: each.earlier.map(({ account, said, carried, words: there }) => ({
      account,
      said: encodeWhenOrNull(said),
      carried,
      words: bare(there),
    })),
  };
}
