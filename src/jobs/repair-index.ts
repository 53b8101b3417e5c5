/** Mends the index: what is damaged or lacking in it is made anew from the texts held. */
import type { Repaired, RepairProgress } from '#archive/index.js';
import type { Effects } from './effects.js';

export type { Repaired, RepairProgress };

/** Throws OnrecordError `stopped` when the user asks to stop; the same again goes on. */
export function repairIndex(
  { progress }: { readonly progress?: (progress: RepairProgress) => void },
  { archive, signal }: Effects,
): Promise<Repaired> {
  return archive.repair({ ...(signal ? { signal } : {}), ...(progress ? { progress } : {}) });
}
