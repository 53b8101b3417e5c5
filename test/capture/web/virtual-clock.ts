/** A clock that stands still until it is moved: a month passes in the time its events take. */

interface Timer {
  readonly due: number;
  readonly order: number;
  /** Null once called or called off. */
  call: (() => void) | null;
}

export class VirtualClock {
  #now: number;
  #order = 0;
  #pending = 0;
  /** A heap by what is due first. */
  readonly #heap: Timer[] = [];

  /** `start` is an ISO 8601 instant. */
  constructor(start = '2025-07-01T00:00:00Z') {
    this.#now = Date.parse(start);
  }

  readonly now = (): number => this.#now;

  readonly after = (milliseconds: number, call: () => void): (() => void) => {
    const timer: Timer = { due: this.#now + Math.max(0, milliseconds), order: this.#order++, call };
    this.#push(timer);
    this.#pending++;
    return () => {
      if (timer.call !== null) this.#pending--;
      timer.call = null;
    };
  };

  /** Timers that are set. */
  get pending(): number {
    return this.#pending;
  }

  /** Moves to the next timer and fires it; false if none is set, or none before `until`. */
  step(until = Infinity): boolean {
    while (this.#heap[0]?.call === null) this.#pop();
    const [next] = this.#heap;
    if (!next || next.due > until) return false;
    this.#pop();
    this.#now = Math.max(this.#now, next.due);
    const { call } = next;
    next.call = null;
    this.#pending--;
    call!();
    return true;
  }

  /** Sets the clock without firing anything, as somebody does who corrects it. */
  jump(milliseconds: number): void {
    this.#now += milliseconds;
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.push(timer) - 1;
    for (let above = (at - 1) >> 1; at > 0 && before(timer, heap[above]!); above = (at - 1) >> 1) {
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = timer;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (child >= heap.length || !before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
  }
}

function before(a: Timer, b: Timer): boolean {
  return a.due < b.due || (a.due === b.due && a.order < b.order);
}
