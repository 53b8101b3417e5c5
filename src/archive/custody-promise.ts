import type { Reference } from '#base/index.js';
import type { ReadRecord } from '#custody/index.js';
import type { Capture, Version } from '#record/index.js';

/**
 * What the keep proves: its log, the signed heads of it, and whether all that is there is what was kept. Methods may
 * throw OnrecordError like those of the archive.
 */
export interface Custody {
  /** The head of the log, signed now unless it is; null where nothing is logged. */
  checkpoint(): Promise<SignedHead | null>;
  /** Enters what was looked at and what came of it; durable when it returns. Returns the number of the first. */
  enterPolls(polls: readonly PollEntry[]): Promise<number>;
  /** What shows that a capture, and a wording cut from it, stand in the log under a signed head. */
  evidence(capture: Reference, version: Reference | null): Promise<Evidence>;
  /** What shows that the log of an earlier head is the beginning of the present one; null if that head is not ours. */
  sinceThen(earlier: { readonly log: string; readonly size: number }): Promise<Continuation | null>;
  /** Keeps a time token over a checkpoint. */
  keepStamp(stamp: NewStamp): Promise<void>;
  /** Reads everything that is kept and compares it: files, log, checkpoints, tokens, rows. */
  verify(wish: VerifyWish): Promise<Verified>;
  /** Captures in the order in which they were kept, for export. */
  captures(filter: CaptureFilter): Promise<readonly HeldCapture[]>;
  /** The records of a capture as they lie in their file: what led to it, itself, what stands beside it. */
  records(capture: Reference): Promise<readonly HeldRecord[]>;
}

/** A signed head of the log. */
export interface SignedHead {
  readonly size: number;
  /** The checkpoint (C2SP tlog-checkpoint). */
  readonly note: string;
  /** The key that signed it (C2SP verifier key). */
  readonly verifier: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly stamps: readonly Stamp[];
}

/** An RFC 3161 time token over the SHA-256 of a checkpoint. */
export interface Stamp {
  readonly authority: string;
  /** The time in the token, ISO 8601 instant. */
  readonly at: string;
  readonly token: Uint8Array;
}

export interface NewStamp extends Stamp {
  /** Size of the log in the checkpoint. */
  readonly size: number;
}

/** Somebody looked, and this is what came of it. Fields stand in the entry in this order. */
export interface PollEntry {
  /** ISO 8601 instant with zone. */
  readonly at: string;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

/** An entry of the log with its path to a head. */
export interface LoggedEntry {
  readonly n: number;
  /** What its leaf holds: the head of a record, or an entry's own words. */
  readonly content: string;
  readonly path: readonly Uint8Array[];
}

export interface Evidence {
  readonly capture: Capture;
  readonly record: LoggedEntry;
  /** Null where no version was asked for. */
  readonly text: (LoggedEntry & { readonly version: Version }) | null;
  readonly head: SignedHead;
}

export interface Continuation {
  readonly head: SignedHead;
  /** The root that our log had at that size. */
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

export const CUSTODY_FAULTS = [
  'record damaged',
  'record missing',
  'record out of place',
  'record unknown',
  'file missing',
  'file unknown',
  'chain broken',
  'log differs',
  'checkpoint differs',
  'signature wrong',
  'token wrong',
  'row differs',
  'row not logged',
  'text differs',
  'sheet differs',
  'date out of order',
  'database damaged',
] as const;
export type CustodyFault = (typeof CUSTODY_FAULTS)[number];

/** One thing that is not as it was kept. */
export interface CustodyProblem {
  readonly fault: CustodyFault;
  /** What it is about: a capture, a version, a document. */
  readonly reference: Reference | null;
  /** Number of the log's entry. */
  readonly entry: number | null;
  readonly file: string | null;
  readonly offset: number | null;
  /** What is wrong and what to do: sentences for people. */
  readonly message: string;
  readonly remedy: string;
}

export interface VerifyWish {
  /** Begins at the beginning, even if an earlier run was stopped. */
  readonly anew?: boolean;
  readonly signal?: AbortSignal;
  readonly progress?: (done: { readonly entries: number; readonly of: number; readonly bytes: number }) => void;
}

export interface Verified {
  readonly captures: number;
  readonly entries: number;
  readonly texts: number;
  readonly checkpoints: number;
  readonly stamps: number;
  /** Bytes of files read. */
  readonly bytes: number;
  /** The last signed head that was found right; null where none is. */
  readonly head: SignedHead | null;
  readonly problems: readonly CustodyProblem[];
  /** Bytes at the end of the last file that were never acknowledged; the next writer cuts them off. */
  readonly unfinished: number;
  /** Entries that an earlier, stopped run had looked at; 0 for a run from the beginning. */
  readonly resumed: number;
  /** Stopped before its end. */
  readonly stopped: boolean;
}

export interface CaptureFilter {
  /** Captures, or documents and versions, of which all captures are meant; empty: all. */
  readonly references?: readonly Reference[];
  readonly source?: string;
  /** First and last day captured, ISO 8601 of any precision. */
  readonly from?: string;
  readonly to?: string;
}

/** A capture with what was cut from it. */
export interface HeldCapture extends Capture {
  readonly title: string | null;
  /** The start of the text, or all of it. */
  readonly text: string | null;
}

export interface HeldRecord {
  /** The record as it lies in its file, one gzip member. */
  readonly packed: Uint8Array;
  readonly record: ReadRecord;
  /** Whether it is the capture itself. */
  readonly isCapture: boolean;
}
