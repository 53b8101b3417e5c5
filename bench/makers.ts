/**
 * Makers of quotations: what is done to real words, and therefore what a checker must say of them. An expectation
 * rests on construction and on a search of all held texts, never on the product's own answer.
 */
import type { AttentionFlag, AttributionFinding, ContextFlag, Status, Wording } from '#record/index.js';
import { Corpus, type HeldText, tokensOf } from './corpus.js';
import { type Cut, type CutWanted, Cutter, clean } from './cuts.js';
import { bracketCapital, FORM_EDITS, names, ordinaryWords } from './edits.js';
import type { Random } from './random.js';

/** What the findings must be; where several are listed, any of them is right. */
export interface Expectation {
  readonly wording: readonly Wording[];
  readonly statuses: readonly Status[];
  /** Empty: not looked at. */
  readonly attribution: readonly AttributionFinding[];
  /** One of these must stand on a change of a matched reading. Empty: not looked at. */
  readonly attention: readonly AttentionFlag[];
  /** Must be set, or must not be set. */
  readonly context?: { readonly flag: ContextFlag; readonly set: boolean };
  /** Ids of texts; every group must be met by a matched reading. Empty for what is not held. */
  readonly places: readonly (readonly string[])[];
}

/** One quotation to be put into a draft. */
export interface Made {
  /** The quoted words without their marks; two pieces where the frame interrupts them. */
  readonly pieces: readonly string[];
  readonly shape: 'sentence' | 'part';
  /** Whom the draft names. */
  readonly claimed: string;
  /** The held words that it was made of, for the reader of a report. */
  readonly made: readonly string[];
  /** To call it exact would be the worst failure. */
  readonly changed: boolean;
  readonly expect: Expectation;
}

/** A press report that quotes words held nowhere else. */
export interface PressReport {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly text: string;
}

/** Everything the makers of cases draw from. */
export interface Supply {
  readonly held: Corpus;
  readonly cutter: Cutter;
  /** Real texts of the same speakers that are not held; null where there are none. */
  readonly unheld: Cutter | null;
  /** More of them, for press reports to quote: what a report quotes is held. */
  readonly reported: Cutter | null;
  /** Real texts on another subject, not held; null where there are none. */
  readonly elsewhere: Cutter | null;
  readonly random: Random;
  readonly ordinary: readonly string[];
  readonly names: readonly string[];
  readonly knownNames: ReadonlySet<string>;
  readonly speakers: readonly string[];
  /** Grows as second-hand cases are made. */
  readonly reports: PressReport[];
}

export type Maker = (supply: Supply) => Made | null;

export function supplyOf(
  held: Corpus,
  unheld: readonly HeldText[],
  elsewhere: readonly HeldText[],
  random: Random,
): Supply {
  const others = (texts: readonly HeldText[]): Cutter | null =>
    texts.length === 0 ? null : new Cutter(new Corpus(texts), random);
  const found = names(held);
  return {
    held,
    cutter: new Cutter(held, random),
    unheld: others(unheld.filter((_, i) => i % 3 !== 0)),
    reported: others(unheld.filter((_, i) => i % 3 === 0)),
    elsewhere: others(elsewhere),
    random,
    ordinary: ordinaryWords(held),
    names: found,
    knownNames: new Set(found),
    speakers: [...new Set(held.texts.flatMap(({ speaker }) => speaker ?? []))],
    reports: [],
  };
}

const wordsOf = (printed: string): string[] => tokensOf(printed).map(({ word }) => word);
export const idsAt = ({ held }: Supply, cut: Cut): string[] => [
  ...new Set(cut.places.map((at) => held.texts[held.textOf(at)]!.id)),
];

const EXACT: Pick<Expectation, 'wording' | 'statuses' | 'attribution' | 'attention'> = {
  wording: ['exact'],
  statuses: ['exact'],
  attribution: ['agrees'],
  attention: [],
};
export const finding = (wording: Wording, ...attention: AttentionFlag[]): typeof EXACT => ({
  wording: [wording],
  statuses: [wording],
  attribution: ['agrees'],
  attention,
});

/** Words as they are held. */
export function verbatim(
  wanted: CutWanted,
  suits: (cut: Cut, supply: Supply) => boolean,
  more: Partial<Expectation> = {},
): Maker {
  return (supply) => {
    const cut = supply.cutter.draw(wanted, (one) => suits(one, supply));
    if (cut === null) return null;
    return {
      pieces: [cut.printed],
      shape: cut.shape,
      claimed: cut.speaker,
      made: [cut.printed],
      changed: false,
      expect: { ...EXACT, places: [idsAt(supply, cut)], ...more },
    };
  };
}

/** Held words to which something was done; what comes out is first proven to stand nowhere. */
export function edited(
  wanted: CutWanted,
  edit: (printed: string, supply: Supply) => string | null,
  answer: typeof EXACT,
): Maker {
  return (supply) => {
    for (let i = 0; i < 400; i++) {
      // Most sentences hold no number or negation: look for one before the costly search for likenesses.
      let put = '';
      const cut = supply.cutter.draw(wanted, (one) => {
        put = edit(one.printed, supply) ?? '';
        return put !== '' && put !== one.printed && clean(one);
      });
      if (cut === null) return null;
      if (supply.held.places(wordsOf(put), 1).length > 0) continue;
      return {
        pieces: [put],
        shape: cut.shape,
        claimed: cut.speaker,
        made: [cut.printed],
        changed: true,
        expect: { ...answer, places: [idsAt(supply, cut)] },
      };
    }
    return null;
  };
}

/** The printed words without what is not compared: white space as it is, a comma or full stop at the end. */
export function compared(printed: string): string {
  return printed.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/[.,]$/, '');
}

/** Same words, other form, by one way; held nowhere in that form. */
export function formed(way: string): Maker {
  return (supply) => {
    for (let i = 0; i < 50; i++) {
      let put = '';
      const wanted: CutWanted = { least: 6, most: 40, ...(way === 'end mark' ? { shape: 'sentence' } : {}) };
      const cut = supply.cutter.draw(wanted, (one) => {
        put = FORM_EDITS[way]!(one.printed, supply.random) ?? '';
        return put !== '' && clean(one);
      });
      if (cut === null) return null;
      const { held } = supply;
      // What is searched is the printed form at each place that holds the words, with the mark behind it.
      const forms = cut.places.map((from) => {
        const { plain } = held.texts[held.textOf(from)]!;
        const end = held.endOf(from + cut.words.length - 1) + (/[.,?!]$/.test(put) ? 1 : 0);
        return compared(plain.slice(held.startOf(from), end));
      });
      if (forms.includes(compared(put))) continue;
      return {
        pieces: [put],
        shape: cut.shape,
        claimed: cut.speaker,
        made: [cut.printed],
        changed: true,
        expect: { ...finding('altered in form only'), places: [idsAt(supply, cut)] },
      };
    }
    return null;
  };
}

/** Two cuts of the same speaker that stand far apart, or in different texts. */
export function twoFarApart({ cutter, held, random }: Supply, wanted: CutWanted): readonly [Cut, Cut] | null {
  for (let i = 0; i < 200; i++) {
    const first = cutter.draw(wanted);
    if (first === null) return null;
    const shaped = { ...wanted, shape: first.shape };
    const sameText = random.chance(0.6);
    for (let k = 0; k < 40; k++) {
      const text = sameText ? first.text : random.below(held.texts.length);
      const second = cutter.drawFrom(text, shaped, (cut) => clean(cut) && cut.speaker === first.speaker);
      if (second === null || Math.abs(second.span.from - first.span.from) < 100) continue;
      return [first, second];
    }
  }
  return null;
}

/** Two sentences of one paragraph with one sentence of at least `between` words left out between them. */
export function twoWithOneBetween(
  { cutter, held, random }: Supply,
  wanted: CutWanted,
  least: number,
): readonly [Cut, Cut] | null {
  for (let i = 0; i < 4000; i++) {
    const text = random.below(held.texts.length);
    const sentences = cutter.sentences(text).filter(({ role }) => role !== 'question');
    if (sentences.length < 3) continue;
    const at = random.below(sentences.length - 2);
    const [a, between, b] = [sentences[at]!, sentences[at + 1]!, sentences[at + 2]!];
    const gap = tokensOf(between.printed).length;
    if (between.start - a.end > 2 || b.start - between.end > 2 || a.role !== b.role || gap < least || gap > 30)
      continue;
    const [first, second] = [
      cutter.cut(a, { ...wanted, shape: 'sentence' }),
      cutter.cut(b, { ...wanted, shape: 'sentence' }),
    ];
    if (first && second && clean(first) && clean(second)) return [first, second];
  }
  return null;
}

export function joined(
  two: (supply: Supply) => readonly [Cut, Cut] | null,
  join: (a: Cut, b: Cut, supply: Supply) => string,
  answer: typeof EXACT,
): Maker {
  return (supply) => {
    for (let i = 0; i < 50; i++) {
      const pair = two(supply);
      if (pair === null) return null;
      const [a, b] = pair;
      const put = join(a, b, supply);
      if (supply.held.places(wordsOf(put), 1).length > 0) continue;
      return {
        pieces: [put],
        shape: b.shape,
        claimed: a.speaker,
        made: [a.printed, b.printed],
        changed: true,
        expect: { ...answer, places: [idsAt(supply, a), idsAt(supply, b)] },
      };
    }
    return null;
  };
}

/** All who are known to have said these words, or nearly these. */
function speakersOf({ held }: Supply, cut: Cut): Set<string> {
  const texts = [...cut.places.map((at) => held.textOf(at)), ...held.near(cut.words, 0.6).map(({ text }) => text)];
  return new Set(texts.flatMap((text) => held.texts[text]!.speaker ?? []));
}

const NOT_HELD: Omit<Expectation, 'places'> = {
  wording: ['not held'],
  statuses: ['not held'],
  attribution: [],
  attention: [],
};

/** Words held nowhere, nor anything that shares more than `share` of them in order. */
export function notHeld(
  share: number,
  words: (
    supply: Supply,
  ) => { readonly printed: string; readonly shape: Made['shape']; readonly speaker: string | null } | null,
): Maker {
  return (supply) => {
    for (let i = 0; i < 200; i++) {
      const found = words(supply);
      if (found === null) return null;
      const { printed, shape, speaker } = found;
      if (supply.held.closest(wordsOf(printed)) > share) continue;
      return {
        pieces: [printed],
        shape,
        claimed: speaker !== null && supply.speakers.includes(speaker) ? speaker : supply.random.pick(supply.speakers),
        made: [],
        changed: true,
        expect: { ...NOT_HELD, places: [] },
      };
    }
    return null;
  };
}

export const from = (
  cutter: Cutter | null,
  wanted: CutWanted,
): { printed: string; shape: Made['shape']; speaker: string | null } | null => cutter?.draw(wanted, () => true) ?? null;

export const LONG: CutWanted = { least: 12, most: 40 };

/** The words of three sentences in disorder. */
export function shuffledWords({
  cutter,
  random,
}: Supply): { printed: string; shape: Made['shape']; speaker: string | null } | null {
  const cuts = [1, 2, 3].map(() => cutter.draw({ least: 8, most: 30 }, () => true));
  if (cuts.includes(null)) return null;
  const bag = random.shuffled(cuts.flatMap((cut) => cut!.words)).slice(0, random.between(12, 30));
  const printed = bag.join(' ');
  return { printed: `${printed[0]!.toUpperCase()}${printed.slice(1)}.`, shape: 'sentence', speaker: cuts[0]!.speaker };
}

/** Words of an unheld text that a press report, made for the purpose and held, quotes. */
export function secondHand(supply: Supply): Made | null {
  const { reported, held, random, reports } = supply;
  for (let i = 0; i < 200; i++) {
    const cut = reported?.draw({ least: 8, most: 40 }, () => true) ?? null;
    if (cut === null) return null;
    if (held.near(cut.words, 0.5).length > 0) continue;
    const number = reports.length + 1;
    const family = cut.speaker.split(' ').at(-1)!;
    const words = cut.shape === 'sentence' ? cut.printed.replace(/\.$/, ',') : `${cut.printed},`;
    reports.push({
      id: `report-${number}`,
      title: `Notes from the gallery, ${number}`,
      published: `2018-0${random.between(1, 9)}-1${random.between(0, 9)}`,
      text: [
        `There was little room left in the gallery when the sitting opened, and less patience on either side of it.`,
        cut.shape === 'sentence'
          ? `“${words}” ${titled(cut.speaker)} told those who had stayed on.`
          : `${titled(cut.speaker)} spoke to those who had stayed on of “${words}” and left by the side door.`,
        `Nobody from the office of ${titled(cut.speaker)} would add to the account, and ${family} himself was not to be found.`,
      ].join('\n\n'),
    });
    return {
      pieces: [cut.printed],
      shape: cut.shape,
      claimed: cut.speaker,
      made: [cut.printed],
      changed: false,
      expect: {
        wording: ['exact'],
        statuses: ['second-hand only'],
        attribution: ['second-hand only'],
        attention: [],
        places: [[`report-${number}`]],
      },
    };
  }
  return null;
}

/** The name as a newspaper prints it. */
export function titled(name: string): string {
  const [given = '', family = ''] = [name.split(' ')[0], name.split(' ').at(-1)];
  return `${given === 'Julia' ? 'Ms' : 'Mr'} ${family}`;
}

export const interrupted =
  (atComma: boolean): Maker =>
  (supply) => {
    let cutAt = 0;
    let words: ReturnType<typeof tokensOf> = [];
    const cut = supply.cutter.draw({ least: 12, most: 40, shape: 'sentence' }, (one) => {
      words = tokensOf(one.printed);
      const places = words
        .map((_, i) => i)
        .slice(4, -4)
        .filter((i) => {
          const between = one.printed.slice(words[i - 1]!.end, words[i]!.start);
          return between === (atComma ? ', ' : ' ');
        });
      if (places.length === 0) return false;
      cutAt = supply.random.pick(places);
      return clean(one);
    });
    if (cut === null) return null;
    return {
      pieces: [cut.printed.slice(0, words[cutAt - 1]!.end), cut.printed.slice(words[cutAt]!.start)],
      shape: 'sentence',
      claimed: cut.speaker,
      made: [cut.printed],
      changed: false,
      expect: { ...EXACT, places: [idsAt(supply, cut)] },
    };
  };

/** The first letter in brackets: "[W]e". */
export const bracketedCapital: Maker = (supply) => {
  const cut = supply.cutter.draw({ least: 8, most: 40 }, (one) => /^[A-Za-z][a-z]/.test(one.printed) && clean(one));
  if (cut === null) return null;
  return {
    pieces: [bracketCapital(cut.printed)!],
    shape: cut.shape,
    claimed: cut.speaker,
    made: [cut.printed],
    changed: true,
    expect: { ...finding('exact with marked edits'), places: [idsAt(supply, cut)] },
  };
};

/** Sentences of two speakers, to be printed as one. */
export function twoOfTwoSpeakers({ cutter }: Supply): readonly [Cut, Cut] | null {
  const wanted: CutWanted = { least: 8, most: 18, shape: 'sentence' };
  const first = cutter.draw(wanted);
  if (first === null) return null;
  const second = cutter.draw(wanted, (cut) => cut.speaker !== first.speaker && clean(cut));
  return second === null ? null : [first, second];
}

/** Held words in the mouth of somebody who is not known to have said them, nor anything like them. */
export const wrongSpeaker: Maker = (supply) => {
  const cut = supply.cutter.draw({ least: 8, most: 40 });
  if (cut === null) return null;
  const said = speakersOf(supply, cut);
  const others = supply.speakers.filter((speaker) => !said.has(speaker));
  if (others.length === 0) return null;
  return {
    pieces: [cut.printed],
    shape: cut.shape,
    claimed: supply.random.pick(others),
    made: [cut.printed],
    changed: false,
    expect: {
      wording: ['exact'],
      statuses: ['wrong speaker'],
      attribution: ['wrong speaker'],
      attention: [],
      places: [idsAt(supply, cut)],
    },
  };
};

/** A reporter's question given as the words of the one who was asked. */
export const questionAsAnswer: Maker = (supply) => {
  const cut = supply.cutter.draw(
    { least: 8, most: 40, role: 'question' },
    (one) => one.places.length === 1 && clean(one),
  );
  if (cut === null) return null;
  return {
    pieces: [cut.printed],
    shape: cut.shape,
    claimed: cut.speaker,
    made: [cut.printed],
    changed: false,
    expect: {
      wording: ['exact'],
      statuses: ['wrong speaker'],
      attribution: ['wrong speaker'],
      attention: [],
      context: { flag: 'in a question', set: true },
      places: [idsAt(supply, cut)],
    },
  };
};
