/** placeholder */
export interface PeerResult {
  readonly name: string;
  readonly ms?: { readonly p50: number };
  readonly seconds?: number;
  readonly wordsPerSecond?: number;
  readonly bytesPerWord?: number;
}
