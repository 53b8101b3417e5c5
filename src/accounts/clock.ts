/** The clock of an encounter: when it began and ended as each side states it, when each text appeared and was edited. */
import { type When, compareWhen } from '#base/index.js';
import { compareTexts } from '#collate/index.js';
import type { AccountText, ClockEntry, SideTexts, StatedFact } from './account.js';

/** The entries in order of time; those that cannot be placed stand last. */
export function clockOf(sides: readonly SideTexts[], stated: readonly StatedFact[]): ClockEntry[] {
  const out: ClockEntry[] = [];
  sides.forEach((texts, side) => {
    const { account, wordings, translations } = texts;
    for (const fact of stated) {
      if (fact.side !== side || fact.time === null || (fact.what !== 'begins' && fact.what !== 'ends')) continue;
      const { start, end, text } = fact;
      out.push({
        what: fact.what,
        side,
        when: timed(account, fact.time),
        ground: 'stated in the text',
        account: account.name,
        stated: { start, end, text },
        changes: [],
      });
    }
    const [first, ...later] = wordings.length > 0 ? wordings : [account];
    out.push({ what: 'appears', side, ...appearance(first!), account: first!.name, stated: null, changes: [] });
    later.forEach((wording, k) => {
      const { changes } = compareTexts(wordings[k]!, wording, wording.facts.language?.value ?? null);
      out.push({ what: 'edited', side, ...appearance(wording), account: wording.name, stated: null, changes });
    });
    for (const translation of translations)
      out.push({
        what: 'translated',
        side,
        ...appearance(translation),
        account: translation.name,
        stated: null,
        changes: [],
      });
  });
  return out.sort((x, y) =>
    x.when === null ? (y.when === null ? 0 : 1) : y.when === null ? -1 : moment(x.when, y.when),
  );
}

/** Stated hours of the day are compared as written where no zone is known. */
function moment(x: When, y: When): number {
  const exact = compareWhen(x, y);
  if (exact !== 0 || x.zone === y.zone) return exact;
  return x.at < y.at ? -1 : x.at > y.at ? 1 : 0;
}

function appearance({ facts, captured }: AccountText): { when: When | null; ground: ClockEntry['ground'] } {
  return facts.published === null
    ? { when: captured, ground: 'captured' }
    : { when: facts.published, ground: 'published' };
}

/** An hour on the day of the encounter, in the zone that the text itself is dated in. */
function timed({ facts }: AccountText, time: string): When | null {
  const day = facts.said ?? facts.published;
  if (day === null || day.at.length < 10) return null;
  return {
    at: `${day.at.slice(0, 10)}T${time}`,
    precision: 'minute',
    zone: day.zone ?? facts.published?.zone ?? null,
    basis: 'stated',
  };
}
