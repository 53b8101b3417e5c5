/** Progress on one line of the terminal, drawn over itself and wiped when the work is done. */
import { numeral, padded, safe, shortened } from '#report/index.js';
import type { Options } from './options.js';
import type { World } from './world.js';

/** Often enough to look alive, seldom enough to cost nothing. */
const EVERY_MS = 100;
/** In less than this nothing useful can be said. */
const NARROWEST = 20;

/** A line for one long job; draws nothing where standard error is no terminal or quiet was asked for. */
export interface ProgressLine {
  draw(sentence: (seconds: number) => string): void;
  wipe(): void;
}

export function progressLine(world: World, { quiet }: Pick<Options, 'quiet'>): ProgressLine {
  const begun = world.elapsed();
  // The last column stays free: writing to it makes some terminals start a new line.
  const columns = quiet ? 0 : (world.progressColumns ?? 0) - 1;
  let drawn = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    draw: (sentence) => {
      const now = world.elapsed();
      if (columns < NARROWEST || now - drawn < EVERY_MS) return;
      drawn = now;
      shown = true;
      world.err(`\r${padded(shortened(safe(sentence((now - begun) / 1000)), columns), columns)}`);
    },
    wipe: () => {
      if (shown) world.err(`\r${' '.repeat(columns)}\r`);
      shown = false;
    },
  };
}

/** Says how far an index is that must be made anew before anything else can be done. */
export function indexingLine(world: World): (filled: { readonly done: number; readonly total: number }) => void {
  const line = progressLine(world, { quiet: false });
  return ({ done, total }) => {
    if (done === total) line.wipe();
    else line.draw(() => `Making the index anew: ${numeral(done)} of ${numeral(total)} texts`);
  };
}

/** "1,234 texts, 45 %, 1,204,332 words, 350,000 a second · readout.html" */
export function sayImport(
  p: {
    readonly done: number;
    readonly bytes: number;
    readonly totalBytes: number;
    readonly words: number;
    readonly current: string;
  },
  seconds: number,
): string {
  const share = p.totalBytes > 0 ? ` ${Math.min(99, Math.floor((100 * p.bytes) / p.totalBytes))} %,` : '';
  const rate = seconds > 0.5 && p.words > 0 ? `, ${numeral(Math.round(p.words / seconds / 1000) * 1000)} a second` : '';
  return `Reading:${share} ${numeral(p.done)} texts, ${numeral(p.words)} words${rate} · ${p.current}`;
}
