/** What the parties of an account do, in its own words, and how it calls the talks. */
import type { ActUse, LabelUse } from './account.js';
import type { Mention } from './mentions.js';
import { ACT_NAMES, LABEL_NAMES, type Read, wordsAt } from './reading.js';

/** An act with the words it stands in. */
export interface PlacedAct extends ActUse {
  readonly group: string;
  /** Words of the verb. */
  readonly from: number;
  readonly to: number;
  /** The mention that is its subject; null: not told. */
  readonly mention: Mention | null;
  readonly passive: boolean;
}

/** A label with the words it stands in. */
export interface PlacedLabel extends LabelUse {
  readonly from: number;
  readonly to: number;
}

/** Acts that several do together where nobody is named: "it was agreed". */
const TOGETHER_ACTS = new Set(['discussed', 'agreed']);
const AUXILIARY =
  /^(?:was|were|been|being|is|are|be|été|est|sont|fut|wurde|wurden|wird|werden|worden|был|была|было|были)$/u;
const ITS_OWN_PASSIVE = /(?:ен|ена|ено|ены|ан|ана|ано|аны|ят|ята|ято|яты|лись|лось|лась|ется|ются)$/u;

/** The named acts of each unit, in order. */
export function actsOf(read: Read, mentions: readonly Mention[]): PlacedAct[] {
  const out: PlacedAct[] = [];
  let lastSubject: Mention | null = null;
  read.units.forEach((unit, u) => {
    const { from, to } = read.ranges[u]!;
    const here = mentions.filter((mention) => mention.from >= from && mention.from < to);
    let carried: Mention | null = null;
    for (const hit of read.tables.acts.find(read.words, from, to)) {
      if (here.some((mention) => hit.from >= mention.from && hit.from < mention.to)) continue;
      const { act, group } = ACT_NAMES[hit.row]!;
      const passive = isPassive(
        read,
        hit.from,
        from,
        here.some((mention) => mention.to <= hit.from),
      );
      // A country at the beginning is the subject; further on it is often an adjective.
      const able = here.filter(
        (mention, m) => mention.to <= hit.from && (!mention.weak || m === 0 || isPronoun(mention)),
      );
      const before: Mention | undefined = able.findLast((mention) => !isOblique(read, mention, from)) ?? able.at(-1);
      const mention: Mention | null =
        before ?? (passive || carried !== null || !dropsSubjects(read) ? carried : lastSubject);
      const together = mention !== null && isPaired(read, mention, here);
      const subject = passive
        ? TOGETHER_ACTS.has(group)
          ? 'joint'
          : null
        : together
          ? 'joint'
          : (mention?.party ?? null);
      out.push({
        ...wordsAt(read, hit.from, hit.to),
        act,
        group,
        unit: unit.n,
        subject,
        mention: passive ? null : mention,
        passive,
        from: hit.from,
        to: hit.to,
      });
      carried = mention;
    }
    lastSubject = here[0] ?? lastSubject;
  });
  return out;
}

/** "Minister Osk and Secretary Harte concluded": another party stands before it, joined by "and". */
function isPaired(read: Read, mention: Mention, here: readonly Mention[]): boolean {
  const before = here[here.indexOf(mention) - 1];
  if (!before || mention.from - before.to > 4 || before.party === mention.party) return false;
  return read.words.slice(before.to, mention.from).some((word) => /^(?:and|et|y|e|и|und)$/.test(word));
}

/** "Spoke with Anselm Varga and accepted": who stands behind a preposition is not the one who acts. */
function isOblique(read: Read, mention: Mention, first: number): boolean {
  let k = mention.from - 1;
  while (k >= first && ARTICLE.test(read.words[k]!)) k--;
  return k >= first && PREPOSITION.test(read.words[k]!);
}

const ARTICLE =
  /^(?:the|his|her|its|their|le|la|les|l'|son|sa|el|los|las|su|der|dem|den|die|das|seine[mnr]?|ihre[mnr]?)$/u;
const PREPOSITION =
  /^(?:with|to|by|of|for|from|between|at|avec|à|au|aux|par|de|du|d'|pour|entre|с|со|к|ко|от|между|у|con|a|al|por|para|del|mit|von|vom|zu|zum|zur|an|für|bei|zwischen)$/u;

function isPronoun(mention: Mention): boolean {
  return mention.weak && mention.to - mention.from === 1;
}

/** Verbs of Spanish and, often, Russian need no subject beside them. */
function dropsSubjects({ language }: Read): boolean {
  return language?.startsWith('es') === true;
}

function isPassive(read: Read, verb: number, first: number, named: boolean): boolean {
  const word = read.words[verb]!;
  const language = read.language?.slice(0, 2);
  if (language === 'ru') return ITS_OWN_PASSIVE.test(word);
  if (language === 'es') return verb > first && read.words[verb - 1] === 'se' && !named;
  for (let k = verb - 1; k >= Math.max(first, verb - 3); k--) {
    const before = read.words[k]!;
    if (/^(?:s'|se)$/.test(before)) return false;
    if (AUXILIARY.test(before)) {
      // "est convenu", "sont convenus" are active.
      if (language === 'fr' && /^(?:est|sont)$/.test(before)) return /^(?:prévu|décidé|saisi)/.test(word);
      return language !== 'en' || /(?:ed|en|ught|told|said|made)$/.test(word);
    }
  }
  if (language === 'de') {
    const { to } = read.ranges.find((range) => verb >= range.from && verb < range.to)!;
    return read.words.slice(first, to).some((other) => /^(?:wurden?|worden)$/.test(other));
  }
  return false;
}

/** So many words away a label still describes the talks. */
const NEAR = 7;

/** The labels of each unit that stand near a word for the talks. */
export function labelsOf(read: Read): PlacedLabel[] {
  return read.units.flatMap((unit, u) => {
    const { from, to } = read.ranges[u]!;
    const talks = read.tables.talks.find(read.words, from, to);
    if (talks.length === 0) return [];
    return read.tables.labels
      .find(read.words, from, to)
      .filter((hit) => talks.some((talk) => Math.abs(talk.from - hit.from) <= NEAR))
      .map((hit) => ({
        ...wordsAt(read, hit.from, hit.to),
        label: LABEL_NAMES[hit.row]!,
        unit: unit.n,
        from: hit.from,
        to: hit.to,
      }));
  });
}
