/** The jobs behind the pages and the API of what is followed, bound to an archive by main. Each may throw OnrecordError. */
import type { ChangesReport, MorningReport, PlacePreview, SourceReport, SourcesReport } from '#jobs/index.js';
import type { Source } from '#record/index.js';
import type { FollowOrder, SourceAct } from '#wire/index.js';

/** What is asked of the changes. */
export interface ChangesAsked {
  /** Whose look counts; null: that of the person at this machine. */
  readonly look: string | null;
  readonly all: boolean;
  /** Milliseconds since 1970. */
  readonly since: number | null;
  readonly words: string | null;
  readonly source: string | null;
  readonly limit: number;
}

/** The watch of the server itself. */
export interface WatchState {
  readonly on: boolean;
  /** Why it could not look, in a sentence; null: it could. */
  readonly trouble: string | null;
}

export interface FollowingService {
  readonly watching: WatchState;
  /** Whose look counts where nobody is named. */
  readonly looker: string;
  /** How many places are followed, and how many texts came since the looker looked. */
  overview(): Promise<{ readonly followed: number; readonly fresh: number }>;
  /** What following a place would take; with `keep` also the Source that came of it. */
  follow(order: FollowOrder): Promise<{ readonly preview: PlacePreview; readonly source: Source | null }>;
  sources(): Promise<SourcesReport>;
  source(named: string, limit: number): Promise<SourceReport>;
  act(named: string, act: SourceAct): Promise<Source>;
  changes(asked: ChangesAsked): Promise<ChangesReport>;
  /** Remembers up to where somebody has looked; gives whose look it was. */
  looked(look: string | null, mark: ChangesReport['mark']): Promise<string>;
  morning(asked: { readonly look: string | null; readonly all: boolean }): Promise<MorningReport>;
}
