/**
 * Calls from one thread to another over a message port: names, arguments and answers as values, errors by their kind,
 * because the error classes of one thread are strangers to another. What is shared memory stays shared.
 */
import type { MessagePort } from 'node:worker_threads';
import { type ErrorCode, OnrecordError } from '#base/index.js';
import { IndexDamage } from '#index/index.js';

/** Whose methods are called: each gives a promise of a value that can be sent. */
export type Callable = object;

interface Call {
  readonly id: number;
  readonly method: string;
  readonly values: readonly unknown[];
}

type Answer =
  | { readonly id: number; readonly value: unknown }
  | {
      readonly id: number;
      readonly failed: {
        readonly kind: 'world' | 'misuse' | 'damage' | 'fault';
        readonly code: string;
        readonly message: string;
        readonly remedy: string;
      };
    };

type Methods = Record<string, (...values: unknown[]) => Promise<unknown>>;

/** Answers calls that come over a port with the methods of `target`, or of a part of it ("part.method"), in the order in which they end. */
export function answerCalls(port: MessagePort, target: Callable): void {
  const answer = async ({ id, method, values }: Call): Promise<void> => {
    try {
      const [name = '', part] = method.split('.').toReversed();
      const owner = (part === undefined ? target : (target as Record<string, object>)[part]) as Methods;
      port.postMessage({ id, value: await owner[name]!(...values) } satisfies Answer, []);
    } catch (error) {
      port.postMessage({ id, failed: described(error) } satisfies Answer, []);
    }
  };
  port.on('message', (call: Call) => void answer(call));
}

/** Calls the methods of these names at the other end of a port. After `end` all that wait are refused. */
export class Caller {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #next = 1;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size === 0) port.unref();
      if ('failed' in answer) waiting?.reject(failureOf(answer.failed));
      else waiting?.resolve(answer.value);
    });
    port.unref();
  }

  /** Calls that are not answered yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  call(method: string, values: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#port.ref();
      this.#port.postMessage({ id, method, values } satisfies Call, []);
    });
  }

  end(why: Error): void {
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
    this.#port.unref();
  }
}

type Failed = Extract<Answer, { failed: unknown }>['failed'];

function described(error: unknown): Failed {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof OnrecordError) return { kind: 'world', code: error.code, message, remedy: error.remedy };
  if (error instanceof RangeError) return { kind: 'misuse', code: '', message, remedy: '' };
  if (error instanceof IndexDamage) return { kind: 'damage', code: error.part, message, remedy: '' };
  return { kind: 'fault', code: '', message: error instanceof Error ? (error.stack ?? message) : message, remedy: '' };
}

function failureOf({ kind, code, message, remedy }: Failed): Error {
  switch (kind) {
    case 'world':
      return new OnrecordError(code as ErrorCode, message, remedy);
    case 'misuse':
      return new RangeError(message);
    case 'damage':
      return new IndexDamage(code, message);
    case 'fault':
      return new Error(message);
  }
}
