/**
 * The formulas that somebody watches for, against each text as it is taken in: its words are read past all of them at
 * once. A use is the formula to the word, or most of its words in order with little between.
 */
import type { HoldReceipt, NewText } from '#archive/index.js';
import { WatchTable, type WatchedRun } from '#index/index.js';
import type { Block } from '#record/index.js';
import { Vocabulary, words } from '#text/index.js';

/** A formula in a text. */
export interface WatchedUse {
  readonly formula: string;
  /** Places that hold it to the word, and places that hold it with other words in it. */
  readonly places: number;
  readonly varied: number;
}

/** Of a varied use, the share of the formula's words, and the most words between those that agree. */
const SHARE = 0.75;
const BETWEEN = 4;

/** Formulas that are watched for; owns the words that it has met. */
export class WatchedWords {
  readonly #formulas: readonly string[];
  readonly #lengths: readonly number[];
  readonly #vocabulary = new Vocabulary();
  readonly #table: WatchTable;

  /** Formulas without words are left out. */
  constructor(formulas: readonly string[]) {
    const folded = formulas.map((formula) => ({ formula, ids: this.#idsOf(formula, null).ids }));
    const kept = folded.filter(({ ids }) => ids.length > 0);
    this.#formulas = kept.map(({ formula }) => formula);
    this.#lengths = kept.map(({ ids }) => ids.length);
    this.#table = new WatchTable(kept.map(({ ids }) => ids));
  }

  /** The formulas of a text that was held just now; none if it was held already. */
  inNew({ outcome }: HoldReceipt, { facts, rendering }: Pick<NewText, 'facts' | 'rendering'>): WatchedUse[] {
    return outcome === 'unchanged' ? [] : this.in(rendering.text, facts.language?.value ?? null, rendering.blocks);
  }

  /** The formulas that the main text holds. */
  in(text: string, language: string | null, blocks: readonly Block[]): WatchedUse[] {
    if (this.#formulas.length === 0) return [];
    const { ids, starts } = this.#idsOf(text, language);
    const isMain = (run: WatchedRun): boolean => {
      const at = starts[run.position]!;
      return !blocks.some(({ kind, start, end }) => kind === 'furniture' && start <= at && at < end);
    };
    const byFormula = new Map<number, WatchedRun[]>();
    for (const run of this.#table.runsIn(ids)) {
      if (!isMain(run)) continue;
      const runs = byFormula.get(run.watch);
      if (runs) runs.push(run);
      else byFormula.set(run.watch, [run]);
    }
    const uses: WatchedUse[] = [];
    for (const [watch, runs] of [...byFormula].toSorted(([a], [b]) => a - b)) {
      const length = this.#lengths[watch]!;
      const places = runs.filter((run) => run.length === length).length;
      const varied = variedUses(
        runs.filter((run) => run.length < length),
        length,
      );
      if (places + varied > 0) uses.push({ formula: this.#formulas[watch]!, places, varied });
    }
    return uses;
  }

  /** Numbers of words from 1: 0 is a break to whoever compares them. */
  #idsOf(text: string, language: string | null): { ids: Uint32Array; starts: Uint32Array } {
    const { ids, starts } = words(text, { vocabulary: this.#vocabulary, language });
    return { ids: ids.map((id) => id + 1), starts };
  }
}

/** How often runs of one formula, in order of position, make most of it together. */
function variedUses(runs: readonly WatchedRun[], length: number): number {
  let uses = 0;
  let matched = 0;
  let last: WatchedRun | null = null;
  const close = (): void => {
    if (matched >= SHARE * length) uses++;
    matched = 0;
  };
  for (const run of runs) {
    const follows =
      last !== null &&
      run.from >= last.from + last.length &&
      run.position >= last.position + last.length &&
      run.position - (last.position + last.length) <= BETWEEN;
    if (!follows) close();
    matched += run.length;
    last = run;
  }
  close();
  return uses;
}
