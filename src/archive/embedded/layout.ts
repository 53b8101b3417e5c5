/** Blocks, turns and links of a Rendering as one compact JSON text. */
import { type Block, BLOCK_KINDS, type Link, type Rendering, type Turn } from '#record/index.js';

export interface Layout {
  readonly blocks: readonly Block[];
  readonly turns: readonly Turn[];
  readonly links: readonly Link[];
}

interface Written {
  /** Kind (a place in BLOCK_KINDS), start and end of each block, one behind the other. */
  readonly b: readonly number[];
  /** Seconds from and to, of blocks that have them: number of the block, from, to. */
  readonly s?: readonly number[];
  readonly t?: readonly Turn[];
  readonly l?: readonly Link[];
}

export function writeLayout({ blocks, turns, links }: Rendering): string {
  const times: number[] = [];
  const flat: number[] = [];
  for (const [i, { kind, start, end, time }] of blocks.entries()) {
    flat.push(BLOCK_KINDS.indexOf(kind), start, end);
    if (time) times.push(i, time.from, time.to);
  }
  const written: Written = {
    b: flat,
    ...(times.length > 0 ? { s: times } : {}),
    ...(turns.length > 0 ? { t: turns } : {}),
    ...(links.length > 0 ? { l: links } : {}),
  };
  return JSON.stringify(written);
}

export function readLayout(json: string): Layout {
  const { b, s = [], t = [], l = [] } = JSON.parse(json) as Written;
  const times = new Map<number, NonNullable<Block['time']>>();
  for (let i = 0; i < s.length; i += 3) times.set(s[i]!, { from: s[i + 1]!, to: s[i + 2]! });
  const blocks: Block[] = [];
  for (let i = 0; i < b.length; i += 3) {
    const time = times.get(i / 3);
    blocks.push({
      kind: BLOCK_KINDS[b[i]!] ?? 'paragraph',
      start: b[i + 1]!,
      end: b[i + 2]!,
      ...(time ? { time } : {}),
    });
  }
  return { blocks, turns: t, links: l };
}
