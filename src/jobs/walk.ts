/** How far a list is walked back, as it stands in the queue: each further page knows why it is read. */

export interface Walk {
  /** Pages that may still be read. */
  readonly left: number;
  /** With numbered entries: down to this number; null: until something known. */
  readonly down: number | null;
  /** The gap that it fills, by its name; null: it only goes back. */
  readonly gap: string | null;
  /** What the page before showed: a page that shows the same leads nowhere. */
  readonly shown: string | null;
  /** One page by itself, read again. */
  readonly block: boolean;
}

export function writeWalk(walk: Walk): string {
  return JSON.stringify(walk);
}

export function readWalk(written: string | null): Walk {
  if (written === null) throw new RangeError('a page of a list is read for a reason');
  return JSON.parse(written) as Walk;
}
