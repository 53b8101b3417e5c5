/** A clock that stands still until it is moved: a month passes in the time its events take. */

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly call: () => void;
}

export class VirtualClock {
  #now: number;
  #order = 0;
  readonly #timers = new Set<Timer>();

  /** `start` is an ISO 8601 instant. */
  constructor(start = '2025-07-01T00:00:00Z') {
    this.#now = Date.parse(start);
  }

  readonly now = (): number => this.#now;

  readonly after = (milliseconds: number, call: () => void): (() => void) => {
    const timer = { due: this.#now + Math.max(0, milliseconds), order: this.#order++, call };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  /** Timers that are set. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Moves to the next timer and fires it; false if none is set, or none before `until`. */
  step(until = Infinity): boolean {
    let next: Timer | null = null;
    for (const timer of this.#timers)
      if (next === null || timer.due < next.due || (timer.due === next.due && timer.order < next.order)) next = timer;
    if (next === null || next.due > until) return false;
    this.#timers.delete(next);
    this.#now = Math.max(this.#now, next.due);
    next.call();
    return true;
  }

  /** Sets the clock without firing anything, as somebody does who corrects it. */
  jump(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
