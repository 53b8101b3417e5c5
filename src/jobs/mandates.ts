/** What the readers of people files share: an office with its days, and the id of somebody who has none. */
import { parseWhen } from '#base/index.js';
import type { Mandate } from '#record/index.js';

/** A Mandate, or in words what is wrong with it. */
export function mandateOf(post: string, body: string | null, from: string | null, to: string | null): Mandate | string {
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (day !== null && parseWhen(day) === null)
      return `the day "${day}" under ${name} is none; write it as 2025, 2025-07 or 2025-07-10`;
  if (from !== null && to !== null && to < from.slice(0, to.length))
    return `it ends (${to}) before it begins (${from})`;
  return { post, body, from, to };
}

/** An id for somebody who has none: the name in lower case with hyphens, in its own script. */
export function idOfName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
