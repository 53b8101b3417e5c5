/** Retry-After (RFC 9110, section 10.2.3): seconds, or a date of HTTP. */

/** Seconds that are to be waited from `now` (milliseconds); 0 for a date gone by; null for what is no such header. */
export function readRetryAfter(written: string | null, now: number): number | null {
  if (written === null) return null;
  const value = written.trim();
  if (/^\d{1,12}$/.test(value)) return Number(value);
  const date = /^[A-Za-z]{3,9},? /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
