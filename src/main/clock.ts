/** The effect of asking the clock. */
import type { When } from '#base/index.js';

/** The moment it is where the machine stands, to the second, with its zone. */
export function clock(): When {
  const now = new Date();
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return {
    at: local.toISOString().slice(0, 19),
    precision: 'second',
    zone: offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`,
    basis: 'stated',
  };
}
