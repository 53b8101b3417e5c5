/**
 * A thread of the bench: takes one order over arrays in shared memory, says that it is ready, and works when told to.
 * `inThreads` starts as many as there are orders.
 */
import { decodeDictionary, Finder, type Segment, sortBuckets, visitRepeats } from '#index/index.js';
import { fit, FitSpace, Interner, type PlacedWords, prepareWords } from '#collate/index.js';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Engine, idsOf, locate } from './locate.js';

/** Locates quotations, each given as its words, and aligns each with the best place. */
interface LocateOrder {
  readonly work: 'locate';
  readonly segments: readonly Segment[];
  /** The file of the dictionary. */
  readonly dictionary: ArrayBuffer;
  readonly quotations: readonly (readonly string[])[];
}

/** Orders the places of a segment together with others, bucket by bucket. */
interface SortOrder {
  readonly work: 'sort';
  readonly ids: Uint32Array;
  readonly dealt: Pick<Segment, 'suffixes' | 'words' | 'firsts'>;
  /** One number in shared memory: the next bucket. */
  readonly next: Int32Array;
}

/** Counts runs of at least `least` words that repeat and begin with words of these numbers. */
interface RepeatsOrder {
  readonly work: 'repeats';
  readonly segments: readonly Segment[];
  readonly least: number;
  readonly low: number;
  readonly high: number;
}

export type Order = LocateOrder | SortOrder | RepeatsOrder;

/** What an order counted: quotations aligned within `NEAR`, buckets, or runs that repeat. */
export interface Report {
  readonly count: number;
}

/** Runs the orders, a thread each. `ms` is the time from the moment at which all are ready. */
export async function inThreads(
  orders: readonly Order[],
): Promise<{ readonly ms: number; readonly reports: Report[] }> {
  const workers = orders.map((order) => new Worker(new URL(import.meta.url), { workerData: order }));
  const answers = (): Promise<unknown[]> =>
    Promise.all(
      workers.map(
        (worker) =>
          new Promise((resolve, reject) => {
            worker.once('message', resolve);
            worker.once('error', reject);
          }),
      ),
    );
  try {
    await answers();
    const began = performance.now();
    const reports = answers();
    // oxlint-disable-next-line require-post-message-target-origin -- A thread, not a window.
    for (const worker of workers) worker.postMessage('go');
    return { reports: (await reports) as Report[], ms: performance.now() - began };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Memory that all threads see. */
export function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}

/** Words of the text on either side of a place that are aligned too. */
const BESIDE = 6;
/** In thousandths of a word. */
const NEAR = 5000;
const WARM = 500;
const DRAFT = 30;

if (!isMainThread && parentPort !== null) {
  const port = parentPort;
  const work = prepared(workerData as Order);
  port.once('message', () => port.postMessage({ count: work() } satisfies Report));
  port.postMessage('ready');
}

function prepared(order: Order): () => number {
  switch (order.work) {
    case 'sort':
      return () => {
        let buckets = 0;
        sortBuckets(order.ids, order.dealt, () => {
          buckets++;
          return Atomics.add(order.next, 0, 1);
        });
        return buckets;
      };
    case 'repeats':
      return () => {
        let runs = 0;
        const { segments, least, low, high } = order;
        visitRepeats(segments, { least, places: 2, counts: null, firstWords: { low, high } }, () => void runs++);
        return runs;
      };
    case 'locate': {
      const { segments, quotations } = order;
      const engine = { segments, dictionary: decodeDictionary(order.dictionary), finder: new Finder(segments) };
      const space = new FitSpace();
      const align = (from: number, to: number): number => {
        let near = 0;
        // Words are numbered anew for each draft, as a check does.
        for (let at = from; at < to; at += DRAFT) {
          const interner = new Interner();
          for (const one of quotations.slice(at, Math.min(at + DRAFT, to)))
            if (alignmentCost(engine, one, space, interner) <= NEAR) near++;
        }
        return near;
      };
      align(0, Math.min(WARM, quotations.length));
      return () => align(0, quotations.length);
    }
  }
}

/** In thousandths of a word; Infinity where nothing was found. */
function alignmentCost(engine: Engine, quoted: readonly string[], space: FitSpace, interner: Interner): number {
  const ids = idsOf(engine, quoted);
  const [place] = locate(engine, ids, new Uint16Array(ids.length));
  if (!place) return Infinity;
  const { ids: held, starts } = engine.segments[place.segment]!;
  const from = Math.max(starts[place.text]!, place.start - BESIDE);
  const to = Math.min(starts[place.text + 1]! - 1, place.end + BESIDE);
  const words = Array.from(held.subarray(from, to), (id) => engine.dictionary.word(id));
  const a = prepareWords(placed(quoted), interner, 'en');
  const b = prepareWords(placed(words), interner, 'en');
  return fit(a, 0, a.count, b, 0, b.count, space).cost;
}

function placed(folded: readonly string[]): PlacedWords {
  const starts = new Uint32Array(folded.length);
  const ends = new Uint32Array(folded.length);
  let at = 0;
  for (const [i, { length }] of folded.entries()) {
    starts[i] = at;
    ends[i] = at + length;
    at += length + 1;
  }
  return { text: folded.join(' '), count: folded.length, folded, starts, ends };
}
