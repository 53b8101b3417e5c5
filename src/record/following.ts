/**
 * What is followed: Sources with their recipes, the texts that each was seen to list, and what every look found. Times
 * are our own clock's milliseconds since 1970 (UTC); what publishers say of time is a When and stands with the texts.
 */
import type { Reference } from '#base/index.js';
import type { PollOutcome } from './lists.js';
import type { Recipe } from './recipe.js';

/** What tells one wording of an address from the next, saved only together with the wording that it belongs to. */
export interface HeldValidators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The address that gave them. */
  readonly address: string | null;
  /** SHA-256 of the bytes that came with them. */
  readonly digest: string;
}

export const HEALTHS = [
  'on time',
  'not looked at yet',
  'late',
  'empty',
  'layout changed',
  'blocked',
  'failing',
  'withheld by robots',
  'paused',
  'ended',
] as const;
/** How a Source is, in one word. late: silent for longer than is its way. empty: it answers, and lists nothing. */
export type Health = (typeof HEALTHS)[number];

/** What is known of a Source as a place, written whole after each look. */
export interface SourceState {
  /** Of the last look; null: never looked. */
  readonly outcome: PollOutcome | null;
  /** Whether what answered was a place as the recipe says; null: no answer was read yet. */
  readonly fitting: 'read' | 'empty' | 'layout changed' | 'blocked' | 'no such place' | null;
  /** Since when outcome and fitting are as they are. */
  readonly since: number;
  readonly lastLook: number | null;
  /** When it was last read, and last had something new. */
  readonly lastRead: number | null;
  readonly lastNew: number | null;
  /** When any text of it was last seen on its own page: what shows that the pages of the place are well. */
  readonly lastText: number | null;
  /** Looks in a row that read nothing. */
  readonly failures: number;
  /** Texts in a row whose pages did not fit the recipe. */
  readonly misfits: number;
  readonly due: number;
  /** Milliseconds between one text and the next, newest first, as far as they are known. */
  readonly gaps: readonly number[];
  readonly validators: HeldValidators | null;
  /** Of a place with numbered entries: the highest number seen. */
  readonly highest: number | null;
  /** Numbers or times between which entries may have been missed and could not be fetched since. */
  readonly missed: readonly { readonly from: string; readonly to: string; readonly at: number }[];
  /** What is wrong, in a sentence; null: nothing. */
  readonly problem: string | null;
}

/** A place that publishes and that is followed (PROV Agent). */
export interface Source {
  /** "s3" */
  readonly reference: Reference;
  readonly name: string;
  readonly address: string;
  readonly recipe: Recipe;
  /** Addresses "host:port" that a person opened by name for this Source, though they are private. */
  readonly allow: readonly string[];
  /** When following began and ended. */
  readonly since: number;
  readonly ended: number | null;
  /** Since when a person wants it not to be looked at; null: it is looked at. */
  readonly paused: number | null;
  readonly state: SourceState;
  /** Texts it was seen to list, and those that are held. */
  readonly items: number;
  readonly held: number;
}

/** Where one text of a Source stands: what the last looks found, never more than they found. */
export interface Standing {
  readonly outcome: PollOutcome;
  /** Since when it is so: of a removal the first look that missed it. */
  readonly since: number;
  readonly lastLook: number | null;
  readonly lastSeen: number | null;
  /** Looks that found it missing, one after the other, and not yet enough to call it removed. */
  readonly misses: number;
  readonly firstMiss: number | null;
  /** How the first of them was missing. */
  readonly missing: 'gone' | 'not found' | 'not listed' | null;
  /** Time that passed between those looks, with jumps of the clock left out, in milliseconds. */
  readonly doubted: number;
  readonly validators: HeldValidators | null;
  /** Digest of words that differ so much that they are believed only when they come again. */
  readonly doubtful: string | null;
}

/** One text that a Source was seen to list. */
export interface SourceItem {
  readonly source: Reference;
  readonly key: string;
  readonly address: string | null;
  readonly title: string | null;
  /** Null: its words are not held, or it has none. */
  readonly document: Reference | null;
  readonly firstSeen: number;
  /** The publisher's edit signal as last seen. */
  readonly updated: string | null;
  readonly standing: Standing;
}

/** One look at a place or a text: also the one that found nothing. */
export interface Poll {
  /** Runs on: our own order, whatever the clock does. */
  readonly number: number;
  readonly source: Reference;
  /** Key of the text that was looked at; null: the place itself. */
  readonly item: string | null;
  readonly address: string;
  readonly at: number;
  readonly outcome: PollOutcome;
  /** HTTP status; null: no answer came. */
  readonly status: number | null;
  readonly capture: Reference | null;
  /** What was found, in a sentence. */
  readonly detail: string;
}

export const HAPPENINGS = [
  'gone',
  'absent',
  'back',
  'moved',
  'marked as edited',
  'gap',
  'gap filled',
  'layout changed',
  'blocked',
  'late',
  'read again',
] as const;
/** What befell a Source or a text of it besides new words. back: it was removed and stands again. */
export type HappeningKind = (typeof HAPPENINGS)[number];

/** A change of standing, with the interval in which it happened: after the one look and before the other. */
export interface Happening {
  readonly number: number;
  readonly kind: HappeningKind;
  readonly source: Reference;
  readonly item: string | null;
  readonly title: string | null;
  readonly address: string | null;
  readonly document: Reference | null;
  /** When it was noticed. */
  readonly at: number;
  readonly between: { readonly after: number | null; readonly before: number };
  readonly detail: string;
}
