/** The rows of an import list: what became of each text, in words. */
import { type Problem, type Reference, dayOf } from '#base/index.js';
import type { HoldReceipt } from '#archive/index.js';
import type { DocumentFacts } from '#record/index.js';
import type { WatchedUse } from './watched-words.js';

export const IMPORT_OUTCOMES = ['read', 'needs a look', 'refused'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What became of one text. */
export interface ImportRow {
  /** The file, with "#12" for line 12 of a .jsonl file, as the user named it. */
  readonly path: string;
  readonly outcome: ImportOutcome;
  /** Null where it was refused. */
  readonly document: Reference | null;
  readonly title: string | null;
  readonly detail: HoldReceipt['outcome'] | null;
  /** Facts that were guessed, with the ground: "date 2025-07-10 (file name)". */
  readonly guesses: readonly string[];
  /** Formulas of settings.json's "watch" that a newly held text uses. */
  readonly watched?: readonly WatchedUse[];
  /** Why it needs a look or was refused, and what to do. */
  readonly reasons: readonly string[];
}

/** The guessed facts in words, each with its ground where one is known. */
export function guessesIn(facts: DocumentFacts): string[] {
  const guesses: string[] = [];
  const add = (name: string, value: string, ground?: string): void =>
    void guesses.push(`${name} ${value}${ground ? ` (${ground})` : ''}`);
  if (facts.said?.basis === 'guessed') add('date said', dayOf(facts.said));
  if (facts.published?.basis === 'guessed') add('date published', dayOf(facts.published));
  for (const name of ['speaker', 'kind', 'language'] as const) {
    const fact = facts[name];
    if (fact?.basis === 'guessed') add(name, fact.value, fact.ground);
  }
  return guesses;
}

/** A problem in words; where it is is said unless the row says so already. */
export function sentence({ message, where }: Problem, name: string): string {
  return where === undefined || where === name ? message : `${where}: ${message}`;
}
