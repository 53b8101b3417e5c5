/**
 * What a worker is asked of the index, and what it answers: plain values and shared memory, for messages between
 * threads. `indexTask` does it; failures come back as values, because errors lose their kind on the way.
 */
import { OnrecordError, type ErrorCode } from '#base/index.js';
import { IndexDamage, type Segment } from '#index/index.js';
import { realDisk } from './disk.js';
import {
  type BuildOrder,
  type Built,
  complete,
  joinWords,
  loadFile,
  type NewFile,
  prepare,
  type Prepared,
  sortSome,
} from './index-work.js';

export type IndexTask =
  | { readonly task: 'prepare'; readonly order: BuildOrder }
  /** Takes buckets by the shared counter for about so many milliseconds. */
  | { readonly task: 'sort'; readonly prepared: Prepared; readonly counter: Int32Array; readonly milliseconds: number }
  | { readonly task: 'complete'; readonly prepared: Prepared; readonly path: string }
  | { readonly task: 'load'; readonly path: string }
  | { readonly task: 'read'; readonly path: string }
  | { readonly task: 'join words'; readonly files: readonly string[]; readonly path: string }
  | { readonly task: 'write'; readonly files: readonly NewFile[] };

export type IndexAnswer =
  | { readonly prepared: Prepared }
  | { readonly built: Built }
  | { readonly segment: Segment | null }
  | { readonly done: boolean }
  | {
      readonly failed: {
        readonly kind: 'world' | 'damage' | 'fault';
        readonly code: string;
        readonly message: string;
        readonly remedy: string | undefined;
      };
    };

/** Memory that all threads of the process see. */
export function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}

/** Does one task in the present thread. Never throws. */
export function indexTask(asked: IndexTask): IndexAnswer {
  try {
    switch (asked.task) {
      case 'prepare':
        return { prepared: prepare(asked.order, realDisk, shared) };
      case 'sort': {
        const until = performance.now() + asked.milliseconds;
        sortSome(asked.prepared, () => (performance.now() > until ? Infinity : Atomics.add(asked.counter, 0, 1)));
        return { done: true };
      }
      case 'complete':
        return { built: complete(asked.prepared, asked.path, realDisk, shared) };
      case 'load':
        return { segment: loadFile(asked.path, realDisk, shared) };
      case 'read':
        return { done: loadFile(asked.path, realDisk, shared) !== null };
      case 'join words':
        joinWords(asked.files, asked.path, realDisk);
        return { done: true };
      case 'write':
        for (const { path, chunks } of asked.files) realDisk.write(path, chunks);
        return { done: true };
    }
  } catch (error) {
    return { failed: described(error) };
  }
}

/** What a failed answer stands for. */
export function failureOf({ failed }: Extract<IndexAnswer, { failed: unknown }>): Error {
  if (failed.kind === 'world') return new OnrecordError(failed.code as ErrorCode, failed.message, failed.remedy);
  return failed.kind === 'damage' ? new IndexDamage(failed.code, failed.message) : new Error(failed.message);
}

type Failed = Extract<IndexAnswer, { failed: unknown }>['failed'];

function described(error: unknown): Failed {
  if (error instanceof OnrecordError)
    return { kind: 'world', code: error.code, message: error.message, remedy: error.remedy };
  if (error instanceof IndexDamage)
    return { kind: 'damage', code: error.part, message: error.message, remedy: undefined };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'fault', code: '', message, remedy: undefined };
}
