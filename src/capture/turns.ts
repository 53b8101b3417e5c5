/**
 * Who may call which host when, as a state machine without a clock: one request at a time to a host, a gap after each
 * before the next begins, longer where the host asks for it; and so many open at once in all. Those who wait for one
 * host go in the order in which they came; no host waits for another. A host is a node of a heap by the moment from
 * which it may be called: a step costs the logarithm of the hosts that are waited for.
 */

/** One who asked. */
export interface Ticket {
  readonly host: string;
  /** Milliseconds that lie at least between the end of the request before and the start of this one. */
  readonly gap: number;
}

/** What the host said when a request ended. */
export interface Ended {
  /** Milliseconds that it asks us to wait (Retry-After). */
  readonly wait?: number;
  /** Whether this request starts no gap, as that for robots.txt. */
  readonly free?: boolean;
}

interface Host {
  readonly name: string;
  readonly waiting: Ticket[];
  open: boolean;
  /** When the last request ended that starts a gap. */
  ended: number;
  /** Until when the host asked to be left alone. */
  barred: number;
  /** Place in the heap; −1 out of it. */
  place: number;
  /** When the first of those waiting may go. */
  ready: number;
}

/** The longest wait that a host can ask for. */
export const LONGEST_WAIT = 24 * 3_600_000;

export class Turns {
  readonly #most: number;
  readonly #hosts = new Map<string, Host>();
  readonly #heap: Host[] = [];
  #open = 0;

  /** `most`: requests open at once, over all hosts. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Takes a place in the line. */
  ask(ticket: Ticket): void {
    const host = this.#host(ticket.host);
    host.waiting.push(ticket);
    this.#settle(host);
  }

  /** Gives up a place in the line; nothing happens if the ticket has gone already. */
  leave(ticket: Ticket): void {
    const host = this.#hosts.get(ticket.host);
    const at = host?.waiting.indexOf(ticket) ?? -1;
    if (!host || at < 0) return;
    host.waiting.splice(at, 1);
    this.#settle(host);
  }

  /** Takes the next one who may go; null if nobody may. */
  next(now: number): Ticket | null {
    const host = this.#heap[0];
    if (!host || host.ready > now || this.#open >= this.#most) return null;
    const ticket = host.waiting.shift()!;
    host.open = true;
    this.#open++;
    this.#settle(host);
    return ticket;
  }

  /** The request of a ticket that went has ended. */
  ended(ticket: Ticket, now: number, { wait = 0, free = false }: Ended = {}): void {
    const host = this.#host(ticket.host);
    if (!host.open) throw new RangeError(`no request to ${ticket.host} is open`);
    host.open = false;
    this.#open--;
    if (!free) host.ended = now;
    if (wait > 0) host.barred = now + Math.min(wait, LONGEST_WAIT);
    this.#settle(host);
    this.#forget(now);
  }

  /** When somebody may go next, if nothing ends before; null if nobody waits, or only for an end. */
  nextAt(): number | null {
    return this.#open >= this.#most ? null : (this.#heap[0]?.ready ?? null);
  }

  /** Until when a host asked to be left alone; 0 if it did not. */
  barredUntil(host: string): number {
    return this.#hosts.get(host)?.barred ?? 0;
  }

  /** Requests open to a host: 0 or 1. */
  isOpen(host: string): boolean {
    return this.#hosts.get(host)?.open ?? false;
  }

  #host(name: string): Host {
    let host = this.#hosts.get(name);
    if (!host) {
      host = { name, waiting: [], open: false, ended: -Infinity, barred: 0, place: -1, ready: 0 };
      this.#hosts.set(name, host);
    }
    return host;
  }

  /** Hosts that say nothing about the future any more, a few at a time. */
  #forget(now: number): void {
    if (this.#hosts.size < REMEMBERED) return;
    let looked = 0;
    for (const [name, host] of this.#hosts) {
      if (++looked > 8) return;
      this.#hosts.delete(name);
      const isDone = !host.open && host.waiting.length === 0 && host.barred <= now && host.ended + LONGEST_GAP <= now;
      if (!isDone) this.#hosts.set(name, host);
    }
  }

  /** Puts the host where it belongs in the heap. */
  #settle(host: Host): void {
    const [first] = host.waiting;
    if (host.open || !first) return this.#remove(host);
    host.ready = Math.max(host.ended + first.gap, host.barred);
    if (host.place < 0) {
      host.place = this.#heap.length;
      this.#heap.push(host);
    }
    this.#rise(this.#sink(host));
  }

  #remove(host: Host): void {
    const { place } = host;
    if (place < 0) return;
    host.place = -1;
    const last = this.#heap.pop()!;
    if (last === host) return;
    this.#heap[place] = last;
    last.place = place;
    this.#rise(this.#sink(last));
  }

  #rise(host: Host): void {
    while (host.place > 0) {
      const above = this.#heap[(host.place - 1) >> 1]!;
      if (above.ready <= host.ready) return;
      this.#swap(host, above);
    }
  }

  #sink(host: Host): Host {
    for (;;) {
      const left = 2 * host.place + 1;
      const [a, b] = [this.#heap[left], this.#heap[left + 1]];
      const least = a && b ? (b.ready < a.ready ? b : a) : a;
      if (!least || least.ready >= host.ready) return host;
      this.#swap(host, least);
    }
  }

  #swap(a: Host, b: Host): void {
    [a.place, b.place] = [b.place, a.place];
    this.#heap[a.place] = a;
    this.#heap[b.place] = b;
  }
}

const REMEMBERED = 4096;
/** A gap is never longer; a host that was called before is as good as unknown. */
export const LONGEST_GAP = 10 * 60_000;
