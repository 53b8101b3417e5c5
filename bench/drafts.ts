/**
 * Puts quotations into short articles as newspapers print them: who says it before, after or amid the words, by name,
 * by title and name, or as "he" behind a sentence that names him.
 */
import type { Case } from './classes.js';
import { titled } from './makers.js';
import type { Random } from './random.js';

/** A draft with its cases in order; `starts[i]` is where the first quoted word of case i stands in `text`. */
export interface GeneratedDraft {
  readonly text: string;
  readonly cases: readonly Case[];
  readonly starts: readonly number[];
}

interface Marks {
  readonly open: string;
  readonly close: string;
}

const MARKS: readonly Marks[] = [
  { open: '“', close: '”' },
  { open: '“', close: '”' },
  { open: '"', close: '"' },
];

const QUIET = [
  'The gallery had emptied by then, and the lights over the lower steps had already been put out.',
  'Copies were handed round the next morning with the usual notes for editors.',
  'Neither side was in any hurry to end the session before supper.',
  'The rest of the afternoon went by without incident.',
  'A division was called for, and then put off until the following week.',
];

/** Drafts of about `size` quotations each, classes mixed. */
export function makeDrafts(cases: readonly Case[], size: number, random: Random): GeneratedDraft[] {
  const mixed = random.shuffled(cases);
  const count = Math.max(1, Math.round(mixed.length / size));
  const shares = Array.from({ length: count }, (): Case[] => []);
  for (const [i, one] of mixed.entries()) shares[i % count]!.push(one);
  return shares.map((share) => makeDraft(share, random));
}

function makeDraft(cases: readonly Case[], random: Random): GeneratedDraft {
  const marks = random.pick(MARKS);
  const starts: number[] = [];
  let text = 'Words from the record\n\n';
  for (const [i, one] of cases.entries()) {
    if (i % 5 === 3) text += `${random.pick(QUIET)}\n\n`;
    const paragraph = framed(one, marks, random);
    const first = paragraph.indexOf(marks.open) + marks.open.length;
    starts.push(text.length + first);
    text += `${paragraph}\n\n`;
  }
  return { text: text.trimEnd() + '\n', cases, starts };
}

/** One paragraph with the quotation and whom it is attributed to. */
function framed({ pieces, shape, claimed }: Case, { open, close }: Marks, random: Random): string {
  const short = titled(claimed);
  const he = short.startsWith('Ms') ? 'she' : 'he';
  const [words = '', rest] = pieces;
  const before = ended(words, ',');
  const whole = ended(words, '.');
  if (rest !== undefined) {
    const amid = random.pick([`${short} said`, `said ${short}`, `${short} told the House`]);
    return `${open}${words.replace(/,$/, '')},${close} ${amid}, ${open}${ended(rest, '.')}${close}`;
  }
  const frames =
    shape === 'sentence'
      ? [
          `${open}${before}${close} ${short} said.`,
          `${open}${before}${close} said ${short}.`,
          `${open}${before}${close} ${claimed} told reporters.`,
          `${open}${before}${close} the Prime Minister, ${short}, said.`,
          `${short} said: ${open}${whole}${close}`,
          `${claimed} told the House: ${open}${whole}${close}`,
          `According to ${short}, ${open}${whole}${close}`,
          `${short} came back to the matter before supper. ${open}${before}${close} ${he} said.`,
        ]
      : [
          `${short} said that ${open}${words}${close}.`,
          `${claimed} said that ${open}${words}${close}.`,
          `${short} said it was ${open}${words}${close}.`,
          `${claimed} described it as ${open}${words}${close}.`,
          `${short} spoke of ${open}${words}${close} and would not be drawn further.`,
          `As ${short} put it, ${open}${whole}${close}`,
          `It was, ${short} said, a matter of ${open}${words}${close}.`,
          `${short} told the House that ${open}${words}${close} before the bells rang.`,
          `There was talk, in ${short}’s words, of ${open}${words}${close}.`,
          `The words ${short} used were ${open}${words}${close}, and the House took note.`,
        ];
  return random.pick(frames);
}

/** The words with this mark at the end in place of a full stop or of none; other end marks stay. */
function ended(words: string, mark: ',' | '.'): string {
  if (/[?!]$/.test(words)) return words;
  return words.replace(/[.,]?$/, mark);
}
