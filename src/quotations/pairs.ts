/**
 * Which marks open and which close: the cheapest reading of a whole text. Each mark may open, close what is open,
 * or be no quotation mark; the scan (text/marks) says what each costs by itself, this file adds what it costs
 * beside the others: a „ closed by a straight ", a mark left open at the end of its paragraph, a quotation that
 * runs on into the next paragraph with or without a mark that opens it anew.
 *
 * Method: Viterbi search over the marks with the stack of open marks as state, pruned to the few cheapest stacks.
 * Cost: O(marks × BEAM). A stack machine that decides mark by mark was rejected: it cannot know that the odd mark
 * was the third one.
 */
import type { Span } from '#base/index.js';
import type { Mark } from '#text/index.js';

/** A stretch of text within which a quotation normally begins and ends. */
export interface Paragraph extends Span {
  /** Whether a quotation may run on from the paragraph before: no heading stands between. */
  readonly continues: boolean;
  /** Caption cues cut sentences anywhere: running on costs nothing. */
  readonly cue: boolean;
}

/** One quotation as the marks draw it. */
export interface Pair {
  readonly open: Mark;
  /** null: never closed. */
  close: Mark | null;
  /** What stands between the marks, one span a paragraph, not trimmed. */
  readonly segments: { start: number; end: number }[];
  readonly depth: number;
  readonly inner: Pair[];
}

/** Stacks that are followed at a time; text of one paragraph rarely needs more than five. */
const BEAM = 14;
/** A reading this much dearer than the best is given up. */
const HOPELESS = 9;
/** A mark that is never closed. */
const UNCLOSED = 4;
/** Inner marks given up when an outer one closes; Russian «ООО «Рога» closes both with one mark. */
const DROPPED = 3;
const DROPPED_TWIN = 1.6;
/** Running on into a paragraph that opens the marks anew, and into one that does not. */
const REOPENED = 0.2;
const NOT_REOPENED = 2.6;
/** The same family within itself, and a third and fourth level. */
const SAME_WITHIN = 1.8;
const GUILLEMET_WITHIN = 0.6;
const DEEP = [0, 0, 0.6, 2.5];
/** Nobody nests deeper. */
const DEEPEST = 4;

interface Open {
  readonly mark: number;
  readonly up: Open | null;
  readonly depth: number;
}

interface State {
  readonly stack: Open | null;
  readonly key: string;
  readonly cost: number;
  /** Carried over a paragraph's end, and not yet opened anew. */
  readonly waiting: boolean;
  /** Ran on into a paragraph without a mark: it will not be opened anew later. */
  readonly plain: boolean;
  readonly from: State | null;
  /** What was done: index of the mark, or −1 at a paragraph's end. */
  readonly mark: number;
  readonly act: 'none' | 'open' | 'close' | 'reopen' | 'carry' | 'drop' | 'start';
}

/** What closing `opener` by `closer` costs beyond the costs of the marks themselves. */
function mismatch(opener: string, closer: string): number {
  if (opener === '„') return closer === '„' ? 9 : closer === '"' ? 0.3 : 0;
  if (opener === '‚') return closer === '‚' ? 9 : closer === "'" ? 0.3 : 0;
  if (opener === '「' || opener === '『' || opener === '«' || opener === '»' || opener === '‹' || opener === '›')
    return 0;
  if (opener === '"' || opener === '＂' || opener === "'") return closer === opener ? 0 : 0.9;
  return closer === '"' || closer === "'" ? 0.8 : 0;
}

/**
 * Pairs the marks of the paragraphs given, in order; marks outside them are passed over. Returns the outermost
 * pairs and the double marks that found no partner.
 */
export function pairMarks(
  marks: readonly Mark[],
  paragraphs: readonly Paragraph[],
): { readonly pairs: readonly Pair[]; readonly strays: readonly Mark[] } {
  let states: State[] = [
    { stack: null, key: '', cost: 0, waiting: false, plain: false, from: null, mark: -1, act: 'start' },
  ];
  const pairs: Pair[] = [];
  const strays: Mark[] = [];
  const builder = new Builder(marks, pairs, strays);
  let next = 0;
  let flushed = 0;
  for (let p = 0; p < paragraphs.length; p++) {
    const paragraph = paragraphs[p]!;
    while (next < marks.length && marks[next]!.start < paragraph.start) next++;
    let first = true;
    while (next < marks.length && marks[next]!.end <= paragraph.end) {
      const mark = marks[next]!;
      const leads = first && mark.start - paragraph.start <= 2;
      states = step(states, marks, next, leads, paragraph.cue);
      first = false;
      next++;
    }
    if (first) states = states.map((s) => (s.waiting ? arrive(s, paragraph.cue) : s));
    const following = paragraphs[p + 1];
    states = close(states, marks, following?.continues ?? false);
    if (states.length === 1 && states[0]!.stack === null) {
      builder.build(states[0]!, paragraphs, flushed);
      flushed = p + 1;
      states = [{ stack: null, key: '', cost: 0, waiting: false, plain: false, from: null, mark: -1, act: 'start' }];
    }
  }
  if (flushed < paragraphs.length) builder.build(states[0]!, paragraphs, flushed);
  return { pairs, strays };
}

function arrive(state: State, cue: boolean): State {
  return { ...state, waiting: false, plain: !cue, cost: state.cost + (cue ? 0.1 : NOT_REOPENED) };
}

function step(states: readonly State[], marks: readonly Mark[], at: number, leads: boolean, cue: boolean): State[] {
  const mark = marks[at]!;
  const out: State[] = [];
  for (const before of states) {
    let state = before;
    if (state.waiting) {
      const held = marks[state.stack!.mark]!;
      if (leads && !state.plain && held.family === mark.family && mark.asOpen < 4) {
        out.push({
          ...state,
          waiting: false,
          cost: state.cost + mark.asOpen + REOPENED,
          from: state,
          mark: at,
          act: 'reopen',
        });
      }
      state = arrive(state, cue);
    }
    out.push({ ...state, cost: state.cost + mark.asNone, from: state, mark: at, act: 'none' });
    const depth = state.stack?.depth ?? 0;
    if (mark.asOpen < 9 && depth < DEEPEST) {
      let cost = state.cost + mark.asOpen + DEEP[Math.min(depth, 3)]!;
      if (state.stack && marks[state.stack.mark]!.family === mark.family) {
        cost += mark.family === 'guillemet' ? GUILLEMET_WITHIN : SAME_WITHIN;
      }
      const stack = { mark: at, up: state.stack, depth: depth + 1 };
      out.push({
        stack,
        key: state.key + mark.shape,
        cost,
        waiting: false,
        plain: false,
        from: state,
        mark: at,
        act: 'open',
      });
    }
    if (mark.asClose >= 9) continue;
    let dropped = 0;
    for (let open = state.stack, levels = 1; open; open = open.up, levels++) {
      const opener = marks[open.mark]!;
      if (opener.family === mark.family) {
        const cost = state.cost + mark.asClose + mismatch(opener.shape, mark.shape) + dropped;
        out.push({
          stack: open.up,
          key: state.key.slice(0, state.key.length - levels),
          cost,
          waiting: false,
          plain: false,
          from: state,
          mark: at,
          act: 'close',
        });
      }
      dropped += opener.family === 'guillemet' && mark.family === 'guillemet' ? DROPPED_TWIN : DROPPED;
    }
  }
  return prune(out);
}

/** The end of a paragraph: what is open is given up, or carried on. */
function close(states: readonly State[], marks: readonly Mark[], mayCarry: boolean): State[] {
  const out: State[] = [];
  for (const state of states) {
    if (!state.stack) {
      out.push(state);
      continue;
    }
    let bottom = state.stack;
    let inner = 0;
    while (bottom.up) {
      inner += UNCLOSED;
      bottom = bottom.up;
    }
    out.push({
      stack: null,
      key: '',
      cost: state.cost + inner + UNCLOSED,
      waiting: false,
      plain: false,
      from: state,
      mark: -1,
      act: 'drop',
    });
    if (mayCarry) {
      const key = marks[bottom.mark]!.shape;
      out.push({
        stack: bottom,
        key,
        cost: state.cost + inner,
        waiting: true,
        plain: state.plain,
        from: state,
        mark: -1,
        act: 'carry',
      });
    }
  }
  return prune(out);
}

function prune(states: readonly State[]): State[] {
  const best = new Map<string, State>();
  let least = Infinity;
  for (const state of states) {
    const key = state.waiting ? `${state.key}${state.plain ? '~' : '+'}` : state.key;
    const held = best.get(key);
    if (!held || state.cost < held.cost) best.set(key, state);
    if (state.cost < least) least = state.cost;
  }
  return [...best.values()]
    .filter((state) => state.cost <= least + HOPELESS)
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, BEAM);
}

/** Draws the pairs from the states that were gone through. */
class Builder {
  readonly #marks: readonly Mark[];
  readonly #pairs: Pair[];
  readonly #strays: Mark[];

  constructor(marks: readonly Mark[], pairs: Pair[], strays: Mark[]) {
    this.#marks = marks;
    this.#pairs = pairs;
    this.#strays = strays;
  }

  build(last: State, paragraphs: readonly Paragraph[], firstParagraph: number): void {
    const acts: State[] = [];
    for (let state: State | null = last; state && state.act !== 'start'; state = state.from) acts.push(state);
    acts.reverse();
    let paragraph = firstParagraph;
    const stack: Pair[] = [];
    const goTo = (at: number): void => {
      while (paragraph + 1 < paragraphs.length && paragraphs[paragraph]!.end <= at) paragraph++;
    };
    for (const state of acts) {
      if (state.act === 'drop' || state.act === 'carry') {
        for (const pair of stack) pair.segments.at(-1)!.end = paragraphs[paragraph]!.end;
        stack.length = state.act === 'carry' ? 1 : 0;
        if (state.act === 'drop') continue;
        const { start } = paragraphs[++paragraph]!;
        stack[0]!.segments.push({ start, end: start });
        continue;
      }
      const mark = this.#marks[state.mark]!;
      goTo(mark.start);
      if (state.act === 'none') {
        if (mark.family === 'double' && mark.asNone >= 4) this.#strays.push(mark);
      } else if (state.act === 'reopen') {
        stack[0]!.segments.at(-1)!.start = mark.end;
        stack[0]!.segments.at(-1)!.end = mark.end;
      } else if (state.act === 'open') {
        const pair: Pair = {
          open: mark,
          close: null,
          segments: [{ start: mark.end, end: mark.end }],
          depth: stack.length,
          inner: [],
        };
        if (stack.length > 0) stack.at(-1)!.inner.push(pair);
        else this.#pairs.push(pair);
        stack.push(pair);
      } else {
        const levels = state.stack ? state.stack.depth : 0;
        for (const pair of stack.splice(levels)) {
          pair.segments.at(-1)!.end = mark.start;
          if (pair.depth === levels) pair.close = mark;
        }
      }
    }
  }
}
