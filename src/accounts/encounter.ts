/** Accounts of one encounter, put side by side. */
import { FOLDING } from '#text/index.js';
import type { Person } from '#record/index.js';
import type {
  AccountText,
  ActUse,
  AttributedWords,
  Encounter,
  LabelUse,
  PairingDecision,
  SideAccount,
  SideTexts,
} from './account.js';
import { type PlacedAct, type PlacedLabel, actsOf, labelsOf } from './acts.js';
import { attributedWords } from './attributed.js';
import { type Cast, castOf } from './cast.js';
import { clockOf } from './clock.js';
import { Bench } from './comparing.js';
import { type Told, featuresOf } from './features.js';
import { Rarity } from './matching.js';
import { mentionsOf } from './mentions.js';
import { type Read, TableShelf, readAccount } from './reading.js';
import { compareAll, describe, rowsOf } from './rows.js';
import { sideName } from './sides.js';
import { statedFacts } from './stated.js';
import { topicsOf } from './topics.js';

/** Version of the rules of this room. */
export const ACCOUNT_RULES = 'accounts/1';
/** Sides whose units have letters, and columns that can be read. */
export const MOST_SIDES = 6;

export interface AccountsInput {
  /** Two to MOST_SIDES. */
  readonly sides: readonly SideTexts[];
  /** People known, with their offices; may be none. */
  readonly people: readonly Person[];
  /** What people decided about pairs of sentences, oldest first: a later decision on a sentence goes before an earlier. */
  readonly decisions: readonly PairingDecision[];
}

/**
 * Compares the accounts that two or more sides gave of one encounter. Pure: the same texts and decisions give the
 * same encounter. Cost: the product of the numbers of sentences, some milliseconds for accounts of ordinary length.
 * Throws RangeError for fewer than two sides or more than MOST_SIDES.
 */
export function compareAccounts({ sides, people, decisions }: AccountsInput): Encounter {
  if (sides.length < 2 || sides.length > MOST_SIDES)
    throw new RangeError(`accounts of 2 to ${MOST_SIDES} sides are compared, not of ${sides.length}`);
  const shelf = new TableShelf();
  const names = sides.map(sideName);
  const reads = sides.map(({ account }) => readAccount(account, shelf));
  const earlier = sides.map((side) => side.earlier.map((account) => readAccount(account, shelf)));
  const day = (sides[0]!.account.facts.said ?? sides[0]!.account.facts.published)?.at.slice(0, 10) ?? null;
  const cast = castOf(
    sides.map(({ account }, s) => ({
      name: names[s]!.name,
      body: account.facts.body ?? account.facts.source,
      reads: [reads[s]!, ...earlier[s]!],
    })),
    people,
    day,
  );
  const told = reads.map((read, s) => tell(read, cast, s));
  const toldEarlier = earlier.map((list, s) => list.map((read) => tell(read, cast, s)));
  const rarity = new Rarity();
  for (const one of told) rarity.add(one);
  const compared = compareAll(told, rarity);
  const raw = rowsOf(told, compared, decisions);
  const { topics, order, ofRow } = topicsOf(
    raw.map(({ cells }) => cells),
    told,
    rarity,
  );
  const rows = describe(
    order.map((r) => raw[r]!),
    order.map((r) => ofRow[r]!),
    told,
    compared,
    rarity,
    new Bench(),
  );
  const stated = told.flatMap((one) => one.stated);
  const attributed: AttributedWords[] = told.flatMap((one, by) =>
    told.flatMap((other, to) => {
      if (by === to) return [];
      const pairs = raw.flatMap(({ cells }) =>
        cells[by]!.flatMap((x) => cells[to]!.map((y): [number, number] => [x + 1, y + 1])),
      );
      return attributedWords(
        by,
        one,
        to,
        other,
        toldEarlier[to]!.map((account) => ({ told: account, name: account.read.account.name })),
        pairs,
        rarity,
      );
    }),
  );
  return {
    sides: sides.map((side, s) => sideAccount(side, s, names[s]!, told[s]!, toldEarlier[s]!)),
    stated,
    clock: clockOf(sides, stated),
    topics,
    rows,
    attributed,
    rules: `${ACCOUNT_RULES}, ${FOLDING}`,
  };
}

function tell(read: Read, cast: Cast, own: number): Told {
  const mentions = mentionsOf(read, cast, own);
  const acts = actsOf(read, mentions);
  const labels = labelsOf(read);
  return {
    read,
    mentions,
    acts,
    labels,
    stated: statedFacts(read, mentions, own),
    features: featuresOf(read, mentions, acts, labels, cast),
  };
}

function sideAccount(
  side: SideTexts,
  s: number,
  named: { name: string; basis: 'stated' | 'guessed' },
  told: Told,
  earlier: readonly Told[],
): SideAccount {
  const [last] = earlier;
  return {
    letter: 'abcdef'[s]!,
    ...named,
    account: side.account,
    units: told.read.units,
    words: told.read.size,
    labels: told.labels.map(bareLabel),
    acts: told.acts.map(bareAct),
    previous:
      last === undefined
        ? null
        : {
            account: last.read.account,
            words: last.read.size,
            labels: [...new Set(last.labels.map(({ label }) => label))],
            held: earlier.length,
          },
    translations: side.translations,
  };
}

function bareLabel({ label, unit, start, end, text }: PlacedLabel): LabelUse {
  return { label, unit, start, end, text };
}

function bareAct({ act, subject, unit, start, end, text }: PlacedAct): ActUse {
  return { act, subject, unit, start, end, text };
}

/** The sentences of an account with their numbers, as pairs are named by them. */
export function unitsIn(account: AccountText): Read['units'] {
  return readAccount(account, new TableShelf()).units;
}
