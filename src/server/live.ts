/**
 * What happens, told to the pages that are open: that the archive has changed, whoever changed it, and how far long
 * work is (server-sent events, HTML standard 9.2). One timer asks the archive for its revision while anybody listens;
 * nothing is kept for those who do not, because whoever comes back is told the revision first.
 *
 * Bounded: so many listeners, and one who does not read is let go. Nothing is changed by listening.
 */
import type { Revision } from './service.js';

/** Long work as the jobs see it: how it is stopped, and whom it tells how far it is. */
export interface Work {
  readonly signal: AbortSignal;
  readonly progress: (far: { readonly done: number; readonly total: number; readonly current: string }) => void;
}

export interface LiveOptions {
  readonly revision: () => Promise<Revision>;
  /** Milliseconds between two looks at the archive. */
  readonly every?: number;
  readonly most?: number;
}

const EVERY_MS = 1000;
/** Windows on one machine, and some more. */
const MOST = 64;
/** Events that wait for a listener before it is let go. */
const BACKLOG = 100;
/** Looks between two signs of life, so that a connection that died is noticed. */
const SIGN_OF_LIFE = 15;
const WORK_ID = /^[\w-]{8,64}$/;

export class Live {
  readonly #options: LiveOptions;
  readonly #listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  readonly #works = new Map<string, AbortController>();
  #seen: Revision | null = null;
  #timer: NodeJS.Timeout | null = null;
  #looks = 0;
  #closed = false;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  /** A stream of events for one page; null: there are too many. */
  async listen(): Promise<ReadableStream<Uint8Array> | null> {
    if (this.#closed || this.#listeners.size >= (this.#options.most ?? MOST)) return null;
    this.#seen ??= await this.#options.revision();
    const seen = this.#seen;
    let mine: ReadableStreamDefaultController<Uint8Array>;
    return new ReadableStream({
      start: (controller) => {
        mine = controller;
        this.#listeners.add(controller);
        controller.enqueue(written('revision', seen));
        this.#wait();
      },
      cancel: () => {
        this.#listeners.delete(mine);
      },
    });
  }

  /** Runs long work under a name that pages know it by; it is stopped by `stop`, or by `left`. */
  async work<T>(id: string | null, run: (work: Work) => Promise<T>, left?: AbortSignal): Promise<T> {
    const stop = new AbortController();
    const known = id !== null && WORK_ID.test(id) && !this.#works.has(id) ? id : null;
    if (known !== null) this.#works.set(known, stop);
    try {
      return await run({
        signal: left === undefined ? stop.signal : AbortSignal.any([stop.signal, left]),
        progress: (far) => known !== null && this.#tell('work', { work: known, ...far }),
      });
    } finally {
      if (known !== null) this.#works.delete(known);
    }
  }

  /** Asks work to stop; false: there is none of this name. */
  stop(id: string): boolean {
    const work = this.#works.get(id);
    work?.abort();
    return work !== undefined;
  }

  /** Ends all streams. */
  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.close();
    this.#listeners.clear();
  }

  #wait(): void {
    if (this.#timer !== null || this.#closed || this.#listeners.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#look().finally(() => this.#wait());
    }, this.#options.every ?? EVERY_MS);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const before = this.#seen;
    try {
      this.#seen = await this.#options.revision();
    } catch {
      // The archive cannot be asked just now; whoever asks it for more is told why.
      return;
    }
    if (before !== null && JSON.stringify(before) !== JSON.stringify(this.#seen)) this.#tell('revision', this.#seen);
    else if (++this.#looks % SIGN_OF_LIFE === 0) this.#send(new TextEncoder().encode(':\n\n'));
  }

  #tell(event: string, data: object): void {
    this.#send(written(event, data));
  }

  #send(bytes: Uint8Array): void {
    for (const listener of this.#listeners) {
      if ((listener.desiredSize ?? 0) > -BACKLOG) listener.enqueue(bytes);
      else {
        this.#listeners.delete(listener);
        listener.close();
      }
    }
  }
}

function written(event: string, data: object): Uint8Array {
  return new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
