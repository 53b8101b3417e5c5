/**
 * The classes of quotations that the quality of a check is measured by, and their shares. Per class, never pooled:
 * a checker that is right on the many and wrong on one kind is wrong.
 */
import {
  ELLIPSES,
  addNegation,
  bracket,
  changeModal,
  changeName,
  changeNumber,
  dropNegation,
  editEnd,
  editWords,
  elide,
  FORM_EDITS,
  reorder,
} from './edits.js';
import {
  LONG,
  type Made,
  type Maker,
  type Supply,
  bracketedCapital,
  edited,
  finding,
  formed,
  from,
  idsAt,
  interrupted,
  joined,
  notHeld,
  questionAsAnswer,
  secondHand,
  shuffledWords,
  twoFarApart,
  twoOfTwoSpeakers,
  twoWithOneBetween,
  verbatim,
  wrongSpeaker,
} from './makers.js';
import { clean } from './cuts.js';

/** A quotation with the class that it was made for. */
export interface Case extends Made {
  readonly class: string;
}

const altered = finding('altered in words');
const marked = finding('exact with marked edits');
const stitched = finding('stitched');
const oneBetween = (least: number) => (supply: Supply) => twoWithOneBetween(supply, { least, most: 18 }, 5);

const edits = (count: number, least: number, most = 40): Maker =>
  edited({ least, most }, (printed, { ordinary, random }) => editWords(printed, count, ordinary, random), altered);

/** Name, share and maker of each class. The fewest words of an edited class are those that engine.md can promise. */
const CLASSES: readonly (readonly [name: string, weight: number, make: Maker])[] = [
  ['exact: sentence', 3, verbatim({ least: 7, most: 40, shape: 'sentence', role: 'speech' }, clean)],
  ['exact: part of a sentence', 3, verbatim({ least: 7, most: 40, shape: 'part', role: 'speech' }, clean)],
  ['exact: 5 or 6 words', 2, verbatim({ least: 5, most: 6, shape: 'part', role: 'speech' }, clean)],
  [
    'exact: answer',
    2,
    verbatim({ least: 7, most: 40, role: 'answer' }, (cut) => clean(cut) && !cut.printed.endsWith('?'), {
      context: { flag: 'in a question', set: false },
    }),
  ],
  [
    'exact: held in several texts',
    2,
    verbatim(
      { least: 7, most: 40 },
      (cut, supply) => cut.places.length > 1 && idsAt(supply, cut).length > 1 && clean(cut),
    ),
  ],
  [
    'exact: but another text differs',
    1,
    verbatim({ least: 12, most: 40 }, (cut) => !clean(cut), { statuses: ['exact', 'records disagree'] }),
  ],
  ['exact: interrupted at a comma', 1, interrupted(true)],
  ['exact: interrupted', 1, interrupted(false)],
  ...Object.keys(FORM_EDITS).map((way) => [`form: ${way}`, 1, formed(way)] as const),
  ['1 word edited', 1, edits(1, 12)],
  ['1 word edited, of 8 to 11', 1, edits(1, 8, 11)],
  ['2 words edited', 1, edits(2, 12)],
  ['3 words edited', 1, edits(3, 14)],
  ['4 words edited', 1, edits(4, 18)],
  ['5 words edited', 1, edits(5, 20)],
  ['6 words edited', 1, edits(6, 22)],
  [
    'first or last word edited',
    1,
    edited(LONG, (printed, { ordinary, random }) => editEnd(printed, ordinary, random), altered),
  ],
  [
    'number changed',
    2,
    edited(LONG, (printed, { random }) => changeNumber(printed, random), finding('altered in words', 'number')),
  ],
  [
    'negation dropped',
    2,
    edited(LONG, (printed, { random }) => dropNegation(printed, random), finding('altered in words', 'negation')),
  ],
  [
    'negation added',
    2,
    edited(LONG, (printed, { random }) => addNegation(printed, random), finding('altered in words', 'negation')),
  ],
  [
    'modal changed',
    2,
    edited(LONG, (printed, { random }) => changeModal(printed, random), finding('altered in words', 'modality')),
  ],
  [
    'name changed',
    2,
    edited(
      LONG,
      (printed, { knownNames, names, random }) => changeName(printed, knownNames, names, random),
      finding('altered in words', 'name', 'place'),
    ),
  ],
  ['brackets', 1, edited({ least: 8, most: 40 }, (printed, { random }) => bracket(printed, random), marked)],
  ['brackets: first letter', 1, bracketedCapital],
  ['ellipsis', 2, edited({ least: 14, most: 40 }, (printed, { random }) => elide(printed, random), marked)],
  [
    'ellipsis over a sentence',
    1,
    joined(
      oneBetween(6),
      (a, b, { random }) => a.printed.replace(/[.?!]$/, '') + random.pick(ELLIPSES) + b.printed,
      marked,
    ),
  ],
  [
    'stitched: same speaker',
    2,
    joined(
      (supply) => twoFarApart(supply, { least: 8, most: 18 }),
      (a, b) => `${a.printed} ${b.printed}`,
      stitched,
    ),
  ],
  ['stitched: a sentence left out', 1, joined(oneBetween(7), (a, b) => `${a.printed} ${b.printed}`, stitched)],
  [
    'stitched: two speakers',
    1,
    joined(twoOfTwoSpeakers, (a, b) => `${a.printed} ${b.printed}`, {
      wording: ['stitched'],
      statuses: ['wrong speaker', 'stitched'],
      attribution: [],
      attention: [],
    }),
  ],
  [
    'reordered',
    1,
    edited({ least: 14, most: 40 }, (printed, { random }) => reorder(printed, random), finding('reordered')),
  ],
  ['wrong speaker', 2, wrongSpeaker],
  ['question as answer', 1, questionAsAnswer],
  ['second-hand', 1, secondHand],
  ['not held: unheld text', 2, notHeld(0.6, ({ unheld }) => from(unheld, LONG))],
  ['not held: 6 to 11 words', 1, notHeld(0.55, ({ unheld }) => from(unheld, { least: 6, most: 11 }))],
  ['not held: words in disorder', 1, notHeld(0.6, shuffledWords)],
  ['not held: other subject', 1, notHeld(0.6, ({ elsewhere }) => from(elsewhere, LONG))],
];

/** The names of all classes, in the order in which they are reported. */
export const CLASS_NAMES: readonly string[] = CLASSES.map(([name]) => name);

/** About `count` cases over all classes by their shares; a class that the texts do not yield has fewer, or none. */
export function makeCases(supply: Supply, count: number): Case[] {
  const weights = CLASSES.reduce((sum, [, weight]) => sum + weight, 0);
  const cases: Case[] = [];
  for (const [name, weight, make] of CLASSES) {
    const wanted = Math.ceil((count * weight) / weights);
    for (let i = 0; i < wanted; i++) {
      const made = make(supply);
      if (made === null) break;
      cases.push({ class: name, ...made });
    }
  }
  return cases;
}
