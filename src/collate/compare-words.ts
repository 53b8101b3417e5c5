/**
 * The words of a text as a comparison of whole records sees them. A speaker's label is one word, the same for the
 * same speaker however it is printed ("FOREIGN MINISTER VARGA:", "Varga:"), and so is a stage note ("(Laughter.)"):
 * neither is spoken, so neither may stand against a spoken word. Cost: one pass; names are compared once each.
 */
import type { Block, Turn } from '#record/index.js';
import { type NamesContext, samePerson } from '#record/index.js';
import { words } from '#text/index.js';
import { type Interner, type Prepared, prepareWords } from './prepare.js';

/** What a word is: spoken, a label, a stage note. */
export const SPOKEN = 0;
export const LABEL = 1;
export const NOTE = 2;

/** A text to compare; its blocks and turns, where known, tell labels and stage notes from words. */
export interface ComparisonText {
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly turns?: readonly Turn[];
}

/** The words of one text, ready to be aligned with those of another that was read with the same Interner. */
export interface TextWords {
  readonly prepared: Prepared;
  readonly blocks: readonly Block[];
  readonly turns: readonly Turn[];
  /** SPOKEN, LABEL or NOTE for each word. */
  readonly marks: Uint8Array;
  /** Index of the turn that each word belongs to, a label and the notes around it with it; -1 for none. */
  readonly turnOf: Int32Array;
  /** Number of the voice behind each turn; see Voices. */
  readonly voices: Int32Array;
}

/** Nobody says who speaks. */
export const NO_VOICE = 0;
/** Somebody who asks and is not named: "QUESTION:", "Q". */
export const ASKING = 1;

/** Numbers for the speakers of one comparison, one for each person that the labels tell apart. */
export class Voices {
  readonly #names: string[][] = [];
  readonly #known = new Map<string, number>();
  readonly #people: NamesContext;

  constructor(people: NamesContext = { people: [], aliases: [], day: null }) {
    this.#people = people;
  }

  of({ kind, name, label }: Turn): number {
    if (name === null) return kind === 'question' && label !== null ? ASKING : NO_VOICE;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    let at = this.#names.findIndex((names) => names.some((other) => samePerson(name, other, this.#people) === 'same'));
    if (at < 0) at = this.#names.push([]) - 1;
    this.#names[at]!.push(name);
    this.#known.set(name, at + 2);
    return at + 2;
  }
}

/** Whether two turns are given to one speaker; unsure where one of them names nobody. */
export function sameVoice(
  x: number,
  xKind: Turn['kind'] | null,
  y: number,
  yKind: Turn['kind'] | null,
): 'same' | 'different' | 'unsure' {
  if (x === NO_VOICE || y === NO_VOICE) return 'unsure';
  if (x === y) return 'same';
  // A reporter who is named on one side only asks all the same.
  if ((x === ASKING || y === ASKING) && xKind === yKind) return 'unsure';
  return 'different';
}

const LABEL_KEY = '\u0001';
const NOTE_KEY = '\u0002';

/** Cuts a text into words, labels and stage notes; `joined` is left to `joinWords`. */
export function textWords(
  { text, blocks = [], turns = [] }: ComparisonText,
  interner: Interner,
  voices: Voices,
  language: string | null,
): TextWords {
  const all = words(text, { language });
  const voiceOf = Int32Array.from(turns, (turn) => voices.of(turn));
  const single = unspoken(text, blocks);
  if (single.length === 0) {
    const prepared = prepareWords(all, interner, language ?? 'en', false);
    const marks = new Uint8Array(prepared.count);
    return { prepared, blocks, turns, voices: voiceOf, marks, turnOf: turnsOf(prepared, turns, marks) };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  const folded: string[] = [];
  const marks: number[] = [];
  let i = 0;
  let t = 0;
  const spoken = (upTo: number): void => {
    for (; i < all.count && all.starts[i]! < upTo; i++) {
      starts.push(all.starts[i]!);
      ends.push(all.ends[i]!);
      folded.push(all.folded[i]!);
      marks.push(SPOKEN);
    }
  };
  for (const { start, end, mark } of single) {
    spoken(start);
    const inside: string[] = [];
    for (; i < all.count && all.starts[i]! < end; i++) inside.push(all.folded[i]!);
    let key = NOTE_KEY + inside.join(' ');
    if (mark === LABEL) {
      while (t < turns.length && turns[t]!.start < end) t++;
      const voice = t < turns.length ? voiceOf[t]! : NO_VOICE;
      key = LABEL_KEY + (voice === NO_VOICE ? inside.join(' ') : String(voice));
    }
    starts.push(start);
    ends.push(end);
    folded.push(key);
    marks.push(mark);
  }
  spoken(text.length);
  const prepared = prepareWords(
    { text, count: starts.length, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), folded },
    interner,
    language ?? 'en',
    false,
  );
  const marked = Uint8Array.from(marks);
  // Labels lie near to labels and notes to notes: one stem for all of a kind.
  for (let k = 0; k < marks.length; k++)
    if (marks[k] !== SPOKEN) prepared.stems[k] = interner.key(marks[k] === LABEL ? LABEL_KEY : NOTE_KEY);
  return { prepared, blocks, turns, voices: voiceOf, marks: marked, turnOf: turnsOf(prepared, turns, marked) };
}

/** Captions print what is heard besides words in brackets. */
const HEARD = /\[[^\][\n]{1,60}\]|\([^()\n]{1,60}\)/g;

/** Labels and stage notes, in order. */
function unspoken(text: string, blocks: readonly Block[]): { start: number; end: number; mark: number }[] {
  return blocks.flatMap(({ kind, start, end }) => {
    if (kind === 'label') return [{ start, end, mark: LABEL }];
    if (kind === 'stage note') return [{ start, end, mark: NOTE }];
    if (kind !== 'cue') return [];
    return Array.from(text.slice(start, end).matchAll(HEARD), ({ index, 0: note }) => ({
      start: start + index,
      end: start + index + note.length,
      mark: NOTE,
    }));
  });
}

function turnsOf({ starts, count }: Prepared, turns: readonly Turn[], marks: Uint8Array): Int32Array {
  const turnOf = new Int32Array(count).fill(-1);
  let t = 0;
  for (let i = 0; i < count; i++) {
    const place = starts[i]!;
    while (t < turns.length && turns[t]!.end <= place) t++;
    if (t < turns.length && (turns[t]!.start <= place || marks[i] === LABEL)) turnOf[i] = t;
    // A note between a label and its turn, or behind the last word of a turn.
    else if (marks[i] === NOTE && i > 0) turnOf[i] = turnOf[i - 1]!;
  }
  return turnOf;
}

/** Index of the first word that starts at or after `offset`. */
export function wordFrom({ starts, count }: Prepared, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
