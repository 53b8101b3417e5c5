import { createHash } from 'node:crypto';

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal; text is hashed as UTF-8. */
export function digestOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
