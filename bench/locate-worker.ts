/** A thread of `find`: locates quotations in an index in shared memory and aligns each with the best place. */
import { decodeDictionary, Finder, type Segment } from '#index/index.js';
import { fit, FitSpace, Interner, type PlacedWords, prepareWords } from '#collate/index.js';
import { parentPort, workerData } from 'node:worker_threads';
import { type Engine, idsOf, locate } from './engine.js';

export interface LocateOrder {
  readonly segments: readonly Segment[];
  /** The file of the dictionary. */
  readonly dictionary: ArrayBuffer;
  /** The quotations, each as its words. */
  readonly words: readonly (readonly string[])[];
}

export interface LocateReport {
  /** How many were aligned at no more than five words of difference. */
  readonly aligned: number;
}

/** Words of the text on either side of a place that are aligned too. */
const BESIDE = 6;
const NEAR = 5000;

const { segments, dictionary, words } = workerData as LocateOrder;
const engine: Engine = { segments, dictionary: decodeDictionary(dictionary), finder: new Finder(segments) };
const space = new FitSpace();
for (const one of words.slice(0, 500)) align(one);
parentPort!.postMessage('ready');
parentPort!.once('message', () => {
  let aligned = 0;
  for (const one of words) if (align(one) <= NEAR) aligned++;
  parentPort!.postMessage({ aligned } satisfies LocateReport);
});

/** In thousandths of a word; Infinity where nothing was found. */
function align(quoted: readonly string[]): number {
  const ids = idsOf(engine, quoted);
  const [place] = locate(engine, ids, new Uint16Array(ids.length));
  if (!place) return Infinity;
  const { ids: held, starts } = segments[place.segment]!;
  const from = Math.max(starts[place.text]!, place.start - BESIDE);
  const to = Math.min(starts[place.text + 1]! - 1, place.end + BESIDE);
  const interner = new Interner();
  const a = prepareWords(placed(quoted), interner, 'en');
  const b = prepareWords(placed(Array.from(held.subarray(from, to), (id) => engine.dictionary.word(id))), interner, 'en');
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
