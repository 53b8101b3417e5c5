/** The jobs behind the pages and the API, bound to an archive by main. Each may throw OnrecordError. */
import type {
  AgeInput,
  ComparedAccounts,
  FilteredFormula,
  FormulaInput,
  Found,
  ImportReport,
  Listing,
  PersonShown,
  QuotedText,
  SavedFound,
  SavedSearch,
  SayingsInput,
  SayingsTrace,
  ShownText,
  SignRequest,
  Status,
  TextAge,
  TextAround,
  TextComparison,
  Uptake,
  VersionsComparison,
} from '#jobs/index.js';
import type { Work } from './live.js';
import type { FollowingService } from './following.js';
import type { Document, DraftCheck, Person, ReviewedLine, SheetReview, TextFilter } from '#record/index.js';

/** Bytes as they were sent, with the name and media type that came with them. */
export interface Sent {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string | null;
}

/** A text to read: as it was sent, or the name of one that is held. */
export type Compared = Sent | { readonly held: string };

/** Which of the texts held are asked for. */
export type Filter = Parameters<Service['list']>[0];

/** A search in each line of the words. */
export interface WordsSearched {
  readonly words: string;
  readonly filter: NonNullable<FormulaInput['filter']>;
  readonly limit: number;
}

/** The highest numbers of what was written: captures, versions, acts of persons, looks, and what befell texts. */
export type Revision = Readonly<Record<'captures' | 'versions' | 'acts' | 'polls' | 'happenings', number>>;

export interface Service {
  readonly following: FollowingService;
  checkDraft(
    draft: Sent & {
      readonly day?: string | null;
      readonly language?: string | null;
      readonly filter?: TextFilter;
    },
    work?: Work,
  ): Promise<DraftCheck>;
  compareTexts(texts: { readonly a: Compared; readonly b: Compared }): Promise<TextComparison>;
  /** Three texts and more. */
  compareVersions(texts: { readonly versions: readonly Compared[] }): Promise<VersionsComparison>;
  accounts(request: {
    readonly texts: readonly Compared[];
    readonly names?: readonly string[];
    readonly pair?: readonly string[];
    readonly unpair?: readonly string[];
  }): Promise<ComparedAccounts>;
  age(input: AgeInput): Promise<TextAge>;
  formula(input: FormulaInput): Promise<FilteredFormula>;
  sayings(input: SayingsInput): Promise<SayingsTrace>;
  quoted(input: { readonly document: string }): Promise<QuotedText>;
  list(filter: NonNullable<FormulaInput['filter']>): Promise<Listing>;
  show(named: string): Promise<ShownText>;
  search(input: WordsSearched | { readonly saved: string; readonly limit: number }): Promise<Found>;
  /** What stands around the words of one wording: what is lit, copies, who took words up. */
  around(input: {
    readonly named: string;
    readonly at: { readonly start: number; readonly end: number } | null;
    readonly words: string | null;
  }): Promise<TextAround>;
  uptake(input: { readonly document: string }): Promise<Uptake>;
  searches(): Promise<readonly SavedFound[]>;
  /** Sheets newest first; `before`: only those older than this one. */
  sheets(wish: { readonly limit: number; readonly before?: string }): Promise<{
    readonly sheets: readonly ReviewedLine[];
    readonly more: boolean;
  }>;
  sheet(reference: string): Promise<SheetReview>;
  /** Numbers that only grow, by what is written. */
  revision(): Promise<Revision>;
  people(): Promise<readonly Person[]>;
  /** Everything a person said, newest first. */
  person(input: { readonly named: string; readonly limit: number }): Promise<PersonShown>;
  status(): Promise<Status>;

  /** What changes the archive. */
  keepSearch(input: Omit<WordsSearched, 'limit'> & { readonly name: string }): Promise<SavedSearch>;
  lookedAtSearch(input: { readonly name: string; readonly mark: number }): Promise<void>;
  dropSearch(input: { readonly name: string }): Promise<void>;
  add(files: readonly Sent[], work?: Work): Promise<ImportReport>;
  set(input: { readonly named: string; readonly settings: readonly string[] }): Promise<Document>;
  /** Signs a draft off; returns the reference of the sheet. */
  sign(request: SignRequest): Promise<string>;
  drop(named: string): Promise<{ readonly reference: string; readonly title: string }>;
}
