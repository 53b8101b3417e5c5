/** What an assistant may have done: reading alone. Nothing here fetches, keeps or changes anything. */
import type { AgeInput, Found, Passage, Side, Status, TextAge, TextComparison } from '#jobs/index.js';
import type { DraftCheck, TextFilter } from '#record/index.js';

/** The reading jobs, bound to an archive by main. Each may throw OnrecordError. */
export interface RecordReader {
  /** Nothing of the draft is kept. `day` null: today. */
  check(input: {
    readonly text: string;
    readonly day: string | null;
    readonly language: string | null;
    readonly filter: TextFilter;
  }): Promise<DraftCheck>;
  search(input: { readonly words: string; readonly filter: TextFilter; readonly limit: number }): Promise<Found>;
  show(input: { readonly named: string; readonly start: number | null; readonly length: number }): Promise<Passage>;
  cite(input: { readonly named: string; readonly words: string }): Promise<Passage>;
  age(input: AgeInput): Promise<TextAge>;
  compare(input: { readonly a: Side; readonly b: Side }): Promise<TextComparison>;
  status(): Promise<Status>;
  /** From which capture each of these versions was cut. */
  captures(versions: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
